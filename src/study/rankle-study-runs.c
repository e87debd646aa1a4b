/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The runs that are kept: all by what a study offers to everybody. */

#include "config.h"

#include "rankle-study-runs.h"

#include <glib/gi18n-lib.h>

#include "rankle-kept-words.h"

static RankleSession *
get_session (RankleStudy *self)
{
  return rankle_study_get_session (self);
}

/* (transfer full): RankleKeptRun, to be changed. */
static GPtrArray *
list (RankleStudy *self)
{
  guint                 n;
  RankleKeptRun *const *kept = rankle_session_get_kept (get_session (self), &n);
  GPtrArray            *runs =
      g_ptr_array_new_with_free_func ((GDestroyNotify)rankle_kept_run_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (runs, rankle_kept_run_ref (kept[i]));
  return runs;
}

static void
put (RankleStudy *self, GPtrArray *runs, const char *label)
{
  g_autoptr (RankleSession) session = rankle_session_with_kept (
      get_session (self), (RankleKeptRun *const *)(void *)runs->pdata, runs->len);

  if (!rankle_session_equal (session, get_session (self)))
    rankle_study_replace_session (self, session, label);
}

/* Takes @run, in place of the one there. */
static void
put_one (RankleStudy *self, guint index, RankleKeptRun *run, const char *label)
{
  g_autoptr (GPtrArray) runs = list (self);

  g_assert (index < runs->len);
  rankle_kept_run_unref (runs->pdata[index]);
  runs->pdata[index] = run;
  put (self, runs, label);
}

/* (nullable) */
static RankleKeptRun *
get_run (RankleStudy *self, guint index)
{
  guint                 n;
  RankleKeptRun *const *kept = rankle_session_get_kept (get_session (self), &n);

  return index < n ? kept[index] : NULL;
}

/* ---- to keep ---- */

static gboolean
is_kept (GPtrArray *runs, RankleKeptRun *run)
{
  for (guint i = 0; i < runs->len; i++)
    if (rankle_kept_run_asks_same (runs->pdata[i], run))
      return TRUE;
  return FALSE;
}

/* Takes @name. */
static gboolean
add (RankleStudy *self, char *name, RankleModel *model, RankleScenario *scenario)
{
  g_autofree char *own = name;
  g_autoptr (GPtrArray) runs = list (self);
  g_autoptr (RankleKeptRun) plain = rankle_kept_run_new (own, model, scenario);
  g_autoptr (RankleKeptRun) run = NULL;
  g_autofree char *label = NULL;

  if (runs->len >= RANKLE_KEPT_RUN_INKS || is_kept (runs, plain))
    return FALSE;
  run =
      rankle_kept_run_with_ink (plain, rankle_session_find_free_ink (get_session (self)));
  g_ptr_array_add (runs, g_steal_pointer (&run));
  /* Translators: a step of undo; %s is the name of a run */
  label = g_strdup_printf (_ ("Keep “%s”"), own);
  put (self, runs, label);
  return TRUE;
}

gboolean
rankle_study_keep (RankleStudy *self)
{
  RankleSession *session;

  g_return_val_if_fail (RANKLE_IS_STUDY (self), FALSE);

  session = rankle_study_get_shown (self);
  if (rankle_session_get_model (session) == NULL)
    return FALSE;
  return add (self, rankle_kept_name_in_words (session, NULL),
              rankle_session_get_model (session), rankle_session_get_scenario (session));
}

gboolean
rankle_study_keep_rival (RankleStudy *self, RankleModel *rival)
{
  RankleSession *session;
  RankleModel   *model;
  g_autoptr (RankleScenario) scenario = NULL;

  g_return_val_if_fail (RANKLE_IS_STUDY (self) && rival != NULL, FALSE);

  session = rankle_study_get_shown (self);
  model = rankle_session_get_model (session);
  if (model == NULL)
    return FALSE;
  if (model == rival)
    return rankle_study_keep (self);
  /* The time that it runs for is said outright: a model's own would be another one. */
  scenario = rankle_scenario_settle (rankle_session_get_scenario (session), model);
  rankle_scenario_set_time_unit (scenario, rankle_model_get_time_unit (model));
  rankle_scenario_set_horizon (scenario, rankle_session_get_horizon (session));
  return add (self, rankle_kept_name_in_words (session, rival), rival, scenario);
}

/* ---- of one ---- */

void
rankle_study_rename_kept (RankleStudy *self, guint index, const char *name)
{
  RankleKeptRun   *run;
  g_autofree char *own = NULL;

  g_return_if_fail (RANKLE_IS_STUDY (self) && name != NULL);

  run = get_run (self, index);
  own = g_strstrip (g_strdup (name));
  g_return_if_fail (run != NULL);
  if (*own != '\0')
    put_one (self, index, rankle_kept_run_with_name (run, own), _ ("Rename Run"));
}

void
rankle_study_hide_kept (RankleStudy *self, guint index, gboolean hidden)
{
  RankleKeptRun *run;

  g_return_if_fail (RANKLE_IS_STUDY (self));

  run = get_run (self, index);
  g_return_if_fail (run != NULL);
  put_one (self, index, rankle_kept_run_with_hidden (run, hidden),
           hidden ? _ ("Hide Run") : _ ("Show Run"));
}

void
rankle_study_move_kept (RankleStudy *self, guint index, guint to)
{
  g_autoptr (GPtrArray) runs = NULL;
  RankleKeptRun *run;

  g_return_if_fail (RANKLE_IS_STUDY (self));

  runs = list (self);
  g_return_if_fail (index < runs->len && to < runs->len);
  run = g_ptr_array_steal_index (runs, index);
  g_ptr_array_insert (runs, (int)to, run);
  put (self, runs, _ ("Move Run"));
}

void
rankle_study_delete_kept (RankleStudy *self, guint index)
{
  g_autoptr (GPtrArray) runs = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (RANKLE_IS_STUDY (self));

  runs = list (self);
  g_return_if_fail (index < runs->len);
  /* Translators: a step of undo; %s is the name of a run */
  label =
      g_strdup_printf (_ ("Delete “%s”"), rankle_kept_run_get_name (runs->pdata[index]));
  g_ptr_array_remove_index (runs, index);
  put (self, runs, label);
}

/* ---- the baseline ---- */

/* -1: none of them. */
static void
mark_baseline (RankleStudy *self, int index, const char *label)
{
  g_autoptr (GPtrArray) runs = list (self);

  for (guint i = 0; i < runs->len; i++)
    {
      RankleKeptRun *run = runs->pdata[i];

      runs->pdata[i] = rankle_kept_run_with_baseline (run, (int)i == index);
      rankle_kept_run_unref (run);
    }
  put (self, runs, label);
}

void
rankle_study_make_baseline (RankleStudy *self, guint index)
{
  g_return_if_fail (RANKLE_IS_STUDY (self));
  g_return_if_fail (get_run (self, index) != NULL);

  mark_baseline (self, (int)index, _ ("Make Baseline"));
}

void
rankle_study_reset_baseline (RankleStudy *self)
{
  g_return_if_fail (RANKLE_IS_STUDY (self));

  mark_baseline (self, -1, _ ("Back to the Model’s Baseline"));
}

/* ---- back ---- */

/* (transfer full) */
static RankleSession *
put_back (RankleSession *session, RankleKeptRun *run)
{
  RankleModel *model = rankle_kept_run_get_model (run);
  g_autoptr (RankleSession) of_model = model == rankle_session_get_model (session)
                                           ? rankle_session_ref (session)
                                           : rankle_session_with_model (session, model);

  return rankle_session_with_changed (of_model, rankle_kept_run_get_scenario (run));
}

void
rankle_study_take_back_kept (RankleStudy *self, guint index)
{
  RankleKeptRun *run;
  g_autoptr (RankleSession) session = NULL;
  g_autoptr (RankleChange) change = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (RANKLE_IS_STUDY (self));

  run = get_run (self, index);
  g_return_if_fail (run != NULL);
  session = put_back (get_session (self), run);
  if (rankle_session_equal (session, get_session (self)))
    return;
  /* Translators: %s is a scenario, such as “Healthy adult”, or a run */
  label = g_strdup_printf (_ ("Back to %s"), rankle_kept_run_get_name (run));
  rankle_study_replace_labelled (self, session, label);
}
