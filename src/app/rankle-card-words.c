/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What cards say around the words of their files. */

#include "config.h"

#include "rankle-card-words.h"

#include <glib/gi18n.h>
#include <string.h>

char *
rankle_card_dup_origin (const RankleCardEntry *entry)
{
  g_return_val_if_fail (entry != NULL, NULL);

  switch (entry->grade)
    {
    case RANKLE_CARD_SEEN:
      if (entry->source == NULL)
        return g_strdup (_ ("Seen; where was not noted"));
      /* Translators: of what was read in its source: “Seen: Liu 2010” */
      return g_strdup_printf (_ ("Seen: %s"), entry->source);
    case RANKLE_CARD_ARTICLE:
      return g_strdup (_ ("Seen: article on RANK, public copy"));
    case RANKLE_CARD_RECALLED:
      return g_strdup (_ ("Recalled, not checked"));
    case RANKLE_CARD_OURS:
      return g_strdup (_ ("Ours: as our model has it"));
    default:
      g_return_val_if_reached (NULL);
    }
}

char *
rankle_card_dup_heard (const RankleCardEntry *entry)
{
  g_autofree char *origin = NULL;
  const char      *words;

  g_return_val_if_fail (entry != NULL, NULL);

  origin = rankle_card_dup_origin (entry);
  words = _ (entry->words);
  return g_strdup_printf (g_str_has_suffix (words, ".") ? "%s %s" : "%s. %s", words,
                          origin);
}

char *
rankle_card_dup_domain (const RankleCardDomain *domain)
{
  g_return_val_if_fail (domain != NULL, NULL);

  /* Translators: a part of a protein: the first and the last residue, and what it is. */
  return g_strdup_printf (_ ("Residues %1$u–%2$u. %3$s"), domain->first, domain->last,
                          _ (domain->entry.words));
}
