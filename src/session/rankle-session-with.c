/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A session with one thing another. */

#include <math.h>

#include "rankle-control-value.h"
#include "rankle-session-private.h"

/* ---- parts ---- */

static void
put_scenario (RankleScenario **place, RankleScenario *scenario)
{
  RankleScenario *old = *place;

  *place = scenario != NULL ? rankle_scenario_ref (scenario) : NULL;
  g_clear_pointer (&old, rankle_scenario_unref);
}

static void
put_model (RankleModel **place, RankleModel *model)
{
  RankleModel *old = *place;

  *place = model != NULL ? rankle_model_ref (model) : NULL;
  g_clear_pointer (&old, rankle_model_unref);
}

/* Within the run that there is now. */
static void
put_looks (RankleSession *self, double cursor)
{
  double horizon = rankle_session_get_horizon (self);

  self->cursor = CLAMP (cursor, 0, horizon);
  self->to = fmin (self->to, horizon);
  if (!(self->from < self->to))
    self->from = self->to = 0;
  g_assert (self->cursor >= 0);
}

RankleSession *
rankle_session_new_of (RankleModel *model, RankleScenario *scenario)
{
  RankleSession *self;

  g_return_val_if_fail (model != NULL && scenario != NULL, NULL);

  self = rankle_session_new ();
  self->model = rankle_model_ref (model);
  put_scenario (&self->scenario, scenario);
  put_scenario (&self->given, scenario);
  return self;
}

/* ---- what a model opens with ---- */

/* (transfer full) (nullable): @scenario with the controls where @model starts them. What
 * it says of itself need not hold then. */
static RankleScenario *
make_opening (const RankleScenario *scenario, RankleModel *model)
{
  RankleScenario *opening = NULL;

  for (guint i = 0; i < rankle_model_get_n_controls (model); i++)
    {
      const RankleControl *control = rankle_model_get_control (model, i);

      if (control->absent != NULL || !(fabs (control->start - control->neutral) > 0))
        continue;
      if (opening == NULL)
        opening = rankle_scenario_copy (scenario);
      rankle_scenario_set_description (opening, "");
      rankle_scenario_set_control (opening, control->id, control->start);
    }
  return opening;
}

/* What the model before opened with goes with it, unless it has been touched. */
static void
open_model (RankleSession *self)
{
  g_autoptr (RankleScenario) opening = NULL;

  if (self->opening != NULL && rankle_scenario_equal (self->scenario, self->opening))
    put_scenario (&self->scenario, self->set_aside);
  put_scenario (&self->opening, NULL);
  put_scenario (&self->set_aside, NULL);
  if (rankle_scenario_asks_of (self->scenario, self->model))
    return;
  opening = make_opening (self->scenario, self->model);
  if (opening == NULL)
    return;
  put_scenario (&self->set_aside, self->scenario);
  put_scenario (&self->opening, opening);
  put_scenario (&self->scenario, opening);
}

/* ---- the session with one thing another ---- */

/* @was (nullable) */
static gboolean
is_timed_alike (RankleModel *was, RankleModel *is)
{
  return was != NULL &&
         g_str_equal (rankle_model_get_time_unit (was), rankle_model_get_time_unit (is));
}

/* One of the two is a system, whose time is its own: a fever is over in hours. */
static gboolean
has_time_of_its_own (RankleModel *was, RankleModel *is)
{
  return !is_timed_alike (was, is) || rankle_model_get_scenario (was) != NULL ||
         rankle_model_get_scenario (is) != NULL;
}

RankleSession *
rankle_session_with_model (const RankleSession *self, RankleModel *model)
{
  RankleSession *other;

  g_return_val_if_fail (self != NULL && model != NULL, NULL);

  other = _rankle_session_copy (self);
  if (!is_timed_alike (self->model, model))
    other->from = other->to = 0;
  put_model (&other->model, model);
  open_model (other);
  if (self->model != NULL && self->model != model &&
      has_time_of_its_own (self->model, model))
    put_looks (other, rankle_model_get_moment (model));
  else
    put_looks (other, self->cursor);
  g_assert ((other->opening == NULL) == (other->set_aside == NULL));
  return other;
}

/* Where one looks at @scenario: at the end, if that is where one looked, be it of a
 * shorter run; not at the start, where nothing has happened. */
static double
choose_cursor (const RankleSession *self, const RankleScenario *scenario)
{
  if (self->model == NULL || self->given == scenario)
    return self->cursor;
  if (!(self->cursor > 0))
    return rankle_model_get_moment (self->model);
  return self->cursor < rankle_session_get_horizon (self) ? self->cursor : G_MAXDOUBLE;
}

RankleSession *
rankle_session_with_scenario (const RankleSession *self, RankleScenario *scenario)
{
  RankleSession *other;

  g_return_val_if_fail (self != NULL && scenario != NULL, NULL);

  other = _rankle_session_copy (self);
  put_scenario (&other->scenario, scenario);
  put_scenario (&other->given, scenario);
  put_looks (other, choose_cursor (self, scenario));
  return other;
}

/* What was done to the model, and not what it opened with. */
static RankleScenario *
get_done (const RankleSession *self)
{
  return self->opening != NULL && rankle_scenario_equal (self->scenario, self->opening)
             ? self->set_aside
             : self->scenario;
}

RankleSession *
rankle_session_with_system (const RankleSession *self,
                            RankleModel         *model,
                            RankleScenario      *first)
{
  g_autoptr (RankleSession) chosen = NULL;
  g_autoptr (RankleSession) put = NULL;
  g_autoptr (RankleScenario) carried = NULL;

  g_return_val_if_fail (self != NULL && model != NULL && first != NULL, NULL);

  chosen = rankle_session_with_scenario (self, first);
  put_scenario (&chosen->opening, NULL);
  put_scenario (&chosen->set_aside, NULL);
  put = rankle_session_with_model (chosen, model);
  if (self->model == NULL)
    return g_steal_pointer (&put);
  carried = rankle_scenario_carry (get_done (self), self->model, put->scenario, model);
  return rankle_session_with_changed (put, carried);
}

RankleSession *
rankle_session_with_plain (const RankleSession *self, RankleScenario *plain)
{
  RankleSession *other;

  g_return_val_if_fail (self != NULL && self->model != NULL, NULL);
  g_return_val_if_fail (plain != NULL, NULL);

  other = rankle_session_with_scenario (self, plain);
  put_scenario (&other->opening, NULL);
  put_scenario (&other->set_aside, NULL);
  open_model (other);
  put_looks (other, self->cursor);
  return other;
}

RankleSession *
rankle_session_with_changed (const RankleSession *self, RankleScenario *changed)
{
  RankleSession *other;

  g_return_val_if_fail (self != NULL && changed != NULL, NULL);

  other = _rankle_session_copy (self);
  put_scenario (&other->scenario, changed);
  put_looks (other, self->cursor);
  g_assert (other->given == self->given);
  return other;
}

RankleSession *
rankle_session_with_rival (const RankleSession *self, RankleModel *rival)
{
  RankleSession *other;

  g_return_val_if_fail (self != NULL, NULL);

  other = _rankle_session_copy (self);
  put_model (&other->rival, rival);
  return other;
}

RankleSession *
rankle_session_new_of_kept (const RankleSession *self, const RankleKeptRun *kept)
{
  g_autoptr (RankleSession) alone = NULL;

  g_return_val_if_fail (self != NULL && kept != NULL, NULL);

  alone = rankle_session_new_of (rankle_kept_run_get_model (kept),
                                 rankle_kept_run_get_scenario (kept));
  return rankle_session_with_evidence (alone, self->evidence);
}

RankleSession *
rankle_session_with_evidence (const RankleSession *self, RankleEvidence *evidence)
{
  RankleSession *other;

  g_return_val_if_fail (self != NULL, NULL);

  other = _rankle_session_copy (self);
  g_clear_pointer (&other->evidence, rankle_evidence_unref);
  if (evidence != NULL)
    other->evidence = rankle_evidence_ref (evidence);
  return other;
}

RankleSession *
rankle_session_with_observations (const RankleSession       *self,
                                  RankleObservations *const *observations,
                                  guint                      n)
{
  RankleSession *other;

  g_return_val_if_fail (self != NULL && n <= RANKLE_TABLES_MAX, NULL);

  other = _rankle_session_copy (self);
  g_ptr_array_unref (other->observations);
  other->observations =
      g_ptr_array_new_with_free_func ((GDestroyNotify)rankle_observations_unref);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (other->observations, rankle_observations_ref (observations[i]));
  return other;
}

RankleSession *
rankle_session_with_cursor (const RankleSession *self, double cursor)
{
  RankleSession *other;

  g_return_val_if_fail (self != NULL && !isnan (cursor), NULL);

  other = _rankle_session_copy (self);
  put_looks (other, cursor);
  return other;
}

/* Of the inks that @used tells the first that is free. */
static guint
find_free_ink (const gboolean *used)
{
  guint ink = 0;

  while (ink + 1 < RANKLE_KEPT_RUN_INKS && used[ink])
    ink++;
  return ink;
}

/* (transfer full): @kept, or the same with what no run before it has. */
static RankleKeptRun *
make_distinct (RankleKeptRun *kept, gboolean *used, gboolean *has_baseline)
{
  guint ink = rankle_kept_run_get_ink (kept);
  g_autoptr (RankleKeptRun) own =
      used[ink] ? rankle_kept_run_with_ink (kept, find_free_ink (used))
                : rankle_kept_run_ref (kept);
  gboolean surplus = *has_baseline && rankle_kept_run_is_baseline (kept);

  used[rankle_kept_run_get_ink (own)] = TRUE;
  *has_baseline |= rankle_kept_run_is_baseline (kept);
  return surplus ? rankle_kept_run_with_baseline (own, FALSE) : g_steal_pointer (&own);
}

guint
rankle_session_find_free_ink (const RankleSession *self)
{
  gboolean used[RANKLE_KEPT_RUN_INKS] = { FALSE };

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->kept->len; i++)
    used[rankle_kept_run_get_ink (g_ptr_array_index (self->kept, i))] = TRUE;
  return find_free_ink (used);
}

RankleSession *
rankle_session_with_kept (const RankleSession *self, RankleKeptRun *const *kept, guint n)
{
  RankleSession *other;
  gboolean       used[RANKLE_KEPT_RUN_INKS] = { FALSE }, has_baseline = FALSE;

  g_return_val_if_fail (self != NULL && (kept != NULL || n == 0), NULL);
  g_return_val_if_fail (n <= RANKLE_KEPT_RUN_INKS, NULL);

  other = _rankle_session_copy (self);
  g_ptr_array_unref (other->kept);
  other->kept = g_ptr_array_new_with_free_func ((GDestroyNotify)rankle_kept_run_unref);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (other->kept, make_distinct (kept[i], used, &has_baseline));
  return other;
}

RankleSession *
rankle_session_with_notes (const RankleSession *self, const char *notes)
{
  RankleSession *other;

  g_return_val_if_fail (self != NULL && notes != NULL, NULL);

  other = _rankle_session_copy (self);
  g_ref_string_release (other->notes);
  other->notes = g_ref_string_new (notes);
  return other;
}

RankleSession *
rankle_session_with_report_text (const RankleSession *self,
                                 RankleReportText     which,
                                 const char          *text)
{
  RankleSession   *other;
  g_autofree char *stripped = NULL;
  g_autofree char *short_enough = NULL;

  g_return_val_if_fail (self != NULL && which < RANKLE_N_REPORT_TEXTS, NULL);
  g_return_val_if_fail (text != NULL && g_utf8_validate (text, -1, NULL), NULL);

  stripped = g_strstrip (g_strdup (text));
  short_enough = g_utf8_substring (
      stripped, 0, MIN (g_utf8_strlen (stripped, -1), RANKLE_REPORT_TEXT_MAX));
  other = _rankle_session_copy (self);
  g_ref_string_release (other->report[which]);
  other->report[which] = g_ref_string_new (short_enough);
  return other;
}

RankleSession *
rankle_session_with_view (const RankleSession *self, RankleView view)
{
  RankleSession *other;

  g_return_val_if_fail (self != NULL && view < RANKLE_N_VIEWS, NULL);

  other = _rankle_session_copy (self);
  other->view = view;
  return other;
}

RankleSession *
rankle_session_with_shown (const RankleSession *self, RankleShown shown)
{
  RankleSession *other;

  g_return_val_if_fail (self != NULL && shown < RANKLE_N_SHOWN, NULL);

  other = _rankle_session_copy (self);
  other->shown = shown;
  return other;
}

RankleSession *
rankle_session_with_difference (const RankleSession *self, gboolean difference)
{
  RankleSession *other;

  g_return_val_if_fail (self != NULL, NULL);

  other = _rankle_session_copy (self);
  other->difference = difference != FALSE;
  return other;
}

RankleSession *
rankle_session_with_map_levels (const RankleSession *self, guint levels)
{
  RankleSession *other;

  g_return_val_if_fail (self != NULL, NULL);

  other = _rankle_session_copy (self);
  other->map_levels = levels;
  return other;
}

RankleSession *
rankle_session_with_arrangement (const RankleSession *self,
                                 RankleArrangement   *arrangement)
{
  RankleSession *other;

  g_return_val_if_fail (self != NULL && arrangement != NULL, NULL);

  other = _rankle_session_copy (self);
  rankle_arrangement_unref (other->arrangement);
  other->arrangement = rankle_arrangement_ref (arrangement);
  return other;
}

static void
put_plot_looks (RankleSession *self, RanklePlotLooks *looks)
{
  RanklePlotLooks *old = self->plot_looks;

  self->plot_looks = rankle_plot_looks_ref (looks);
  rankle_plot_looks_unref (old);
}

RankleSession *
rankle_session_with_plot_looks (const RankleSession *self, RanklePlotLooks *looks)
{
  RankleSession *other;

  g_return_val_if_fail (self != NULL && looks != NULL, NULL);

  other = _rankle_session_copy (self);
  put_plot_looks (other, looks);
  return other;
}

RankleSession *
rankle_session_with_zoom (const RankleSession *self, double from, double to)
{
  RankleSession *other;

  g_return_val_if_fail (self != NULL && isfinite (from) && isfinite (to), NULL);

  other = _rankle_session_copy (self);
  other->from = fmax (from, 0);
  other->to = to;
  put_looks (other, self->cursor);
  return other;
}

RankleSession *
rankle_session_with_content_of (const RankleSession *self, const RankleSession *other)
{
  RankleSession *session;

  g_return_val_if_fail (self != NULL && other != NULL, NULL);

  session = rankle_session_with_evidence (other, self->evidence);
  session->view = self->view;
  session->shown = self->shown;
  session->difference = self->difference;
  session->map_levels = self->map_levels;
  put_plot_looks (session, self->plot_looks);
  session->from = self->from;
  session->to = self->to;
  put_looks (session, self->cursor);
  return session;
}
