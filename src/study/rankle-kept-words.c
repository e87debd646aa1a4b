/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-kept-words.h"

#include <glib/gi18n-lib.h>

#include "rankle-change-words.h"
#include "rankle-comparison.h"
#include "rankle-title-words.h"

/* So many changes are told in a name. */
#define MOST 2

/* (transfer full): all that was done, from what was given on. */
static char *
tell_from_given (const RankleSession *session)
{
  RankleScenario  *given = rankle_session_get_given (session);
  const char      *title = rankle_scenario_get_title (given);
  g_autofree char *changes = rankle_session_changes_in_words (session, MOST);

  if (changes == NULL && *title == '\0')
    return g_strdup (rankle_model_get_title (rankle_session_get_model (session)));
  if (changes == NULL)
    return g_strdup (_ (title));
  if (*title == '\0' || rankle_session_asks_nothing (session))
    return g_steal_pointer (&changes);
  /* What tells runs apart comes first: there is little room. Translators: a scenario, and
   * what was changed of it, such as “OPG × 5.3” */
  return g_strdup_printf (_ ("%2$s: %1$s"), _ (title), changes);
}

/* (nullable): the last that was kept of this model. */
static RankleKeptRun *
find_before (const RankleSession *session)
{
  guint                 n;
  RankleKeptRun *const *kept = rankle_session_get_kept (session, &n);

  while (n-- > 0)
    if (rankle_kept_run_get_model (kept[n]) == rankle_session_get_model (session))
      return kept[n];
  return NULL;
}

static guint
count_from_given (const RankleSession *session)
{
  g_autoptr (GPtrArray) words = rankle_changes_list (
      rankle_session_get_given (session), rankle_session_get_scenario (session),
      rankle_session_get_model (session));

  return words->len + (rankle_session_asks_nothing (session) ? 0 : 1);
}

/* (transfer full) (nullable): NULL: from what was given on it is no more to say. */
static char *
tell_from_before (const RankleSession *session)
{
  RankleKeptRun *before = find_before (session);
  g_autoptr (GPtrArray) words = NULL;
  g_autofree char *letter = NULL;
  g_autofree char *changes = NULL;

  if (before == NULL)
    return NULL;
  words = rankle_changes_list (rankle_kept_run_get_scenario (before),
                               rankle_session_get_scenario (session),
                               rankle_session_get_model (session));
  if (words->len == 0 || words->len >= count_from_given (session))
    return NULL;
  letter = rankle_kept_run_dup_letter (rankle_kept_run_get_ink (before));
  changes = rankle_changes_in_words (rankle_kept_run_get_scenario (before),
                                     rankle_session_get_scenario (session),
                                     rankle_session_get_model (session), MOST);
  /* Translators: a run by its letter, and what is changed of it, such as “As A, OPG × 2”
   */
  return g_strdup_printf (_ ("As %1$s, %2$s"), letter, changes);
}

static gboolean
is_taken (const RankleSession *session, const char *name)
{
  guint                 n;
  RankleKeptRun *const *kept = rankle_session_get_kept (session, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (rankle_kept_run_get_name (kept[i]), name))
      return TRUE;
  return FALSE;
}

/* Takes @name. */
static char *
make_unique (const RankleSession *session, char *name)
{
  g_autofree char *own = name;
  char            *unique = g_strdup (name);

  for (guint i = 2; is_taken (session, unique); i++)
    {
      g_free (unique);
      /* Translators: the name of a run, and a number where several have that name */
      unique = g_strdup_printf (_ ("%1$s (%2$u)"), own, i);
    }
  return unique;
}

static char *
tell_rival (const RankleSession *session, RankleModel *rival)
{
  g_autofree char *model = rankle_comparison_dup_name (rival);
  g_autofree char *asked = tell_from_given (session);

  /* Translators: a model, and what is asked of it, such as “Lemaire 2004: OPG × 2” */
  return g_strdup_printf (_ ("%1$s: %2$s"), model, asked);
}

char *
rankle_kept_name_in_words (const RankleSession *session, RankleModel *rival)
{
  char *name;

  g_return_val_if_fail (session != NULL, NULL);
  g_return_val_if_fail (rankle_session_get_model (session) != NULL, NULL);

  if (rival != NULL)
    return make_unique (session, tell_rival (session, rival));
  name = tell_from_before (session);
  return make_unique (session, name != NULL ? name : tell_from_given (session));
}
