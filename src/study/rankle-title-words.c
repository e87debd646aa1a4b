/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-title-words.h"

#include <glib/gi18n-lib.h>

#include "rankle-change-words.h"

/* So many changes are told of a title. */
#define MOST 5

gboolean
rankle_session_asks_nothing (const RankleSession *session)
{
  RankleModel *model;

  g_return_val_if_fail (session != NULL, TRUE);

  model = rankle_session_get_model (session);
  return model == NULL ||
         !rankle_scenario_asks_of (rankle_session_get_given (session), model);
}

/* (nullable): what a scenario says of itself need not hold of a file that it never saw.
 */
static const char *
find_title (const RankleSession *session)
{
  RankleModel *model = rankle_session_get_model (session);
  const char  *title = rankle_scenario_get_title (rankle_session_get_given (session));

  if (*title == '\0')
    return NULL;
  if (model != NULL && rankle_model_get_origin (model) != NULL &&
      rankle_session_asks_nothing (session))
    return _ ("As in the file");
  return _ (title);
}

char *
rankle_session_title_in_words (const RankleSession *session, char **brief)
{
  g_autofree char *changes = NULL;
  const char      *title;
  gboolean         changed;

  g_return_val_if_fail (session != NULL, NULL);

  title = find_title (session);
  changes = rankle_session_changes_in_words (session, MOST);
  changed = title != NULL && changes != NULL;
  if (brief != NULL)
    /* Translators: a scenario, such as “Healthy adult”, that is no more as it was given
     */
    *brief = changed ? g_strdup_printf (_ ("%s, changed"), title) : g_strdup (title);
  if (!changed)
    return g_strdup (title);
  /* Translators: a scenario, such as “Healthy adult”, and what was changed of it, such as
   * “OPG × 5.3” */
  return g_strdup_printf (_ ("%1$s, changed: %2$s"), title, changes);
}
