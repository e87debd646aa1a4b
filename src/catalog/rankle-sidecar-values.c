/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "rankle-model-builder.h"
#include "rankle-sidecar-private.h"

/* Single values of a sidecar. */

const char *
rankle_sidecar_keep (const RankleSidecar *s, const char *text)
{
  return text == NULL ? NULL : g_string_chunk_insert_const (s->model->strings, text);
}

/* gettext answers "" with the head of its catalogue, and @words go with their reader. */
static const char *
translate (const RankleSidecar *s, const char *words)
{
  gboolean empty = words == NULL || *words == '\0';

  return rankle_sidecar_keep (s, empty ? words : _ (words));
}

const char *
rankle_sidecar_get_text (const RankleSidecar *s,
                         const char          *member,
                         const char          *otherwise)
{
  return rankle_sidecar_keep (s, rankle_json_get_text_or (s->json, member, otherwise));
}

const char *
rankle_sidecar_get_words (const RankleSidecar *s,
                          const char          *member,
                          const char          *otherwise)
{
  const char *words = rankle_json_get_text_or (s->json, member, NULL);

  return words == NULL ? otherwise : translate (s, words);
}

const char *
rankle_sidecar_require_words (const RankleSidecar *s, const char *member)
{
  return translate (s, rankle_json_get_text (s->json, member));
}

guint
rankle_sidecar_get_column (const RankleSidecar *s, const char *member)
{
  const char *id = rankle_json_get_text (s->json, member);
  int         column = rankle_model_find_column (s->model, id);

  g_assert (column < (int)rankle_model_get_n_columns (s->model));
  if (column >= 0)
    return (guint)column;
  if (rankle_model_find_full_column (s->model, id) >= 0)
    rankle_json_fail (s->json, member, _ ("“%s” is hidden"), id);
  else
    rankle_json_fail (s->json, member, _ ("“%s” is no state and no observable"), id);
  return 0;
}
