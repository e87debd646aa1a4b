/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-session-private.h"

const char *const rankle_view_names[] = { "both", "pathway", "plots", "compare", NULL };

G_STATIC_ASSERT (G_N_ELEMENTS (rankle_view_names) == RANKLE_N_VIEWS + 1);

const char *const rankle_shown_names[] = { "pathway", "bone", "receptor", NULL };

G_STATIC_ASSERT (G_N_ELEMENTS (rankle_shown_names) == RANKLE_N_SHOWN + 1);

const char *const rankle_report_text_names[RANKLE_N_REPORT_TEXTS] = {
  [RANKLE_REPORT_QUESTION] = "question",
  [RANKLE_REPORT_HYPOTHESIS] = "hypothesis",
  [RANKLE_REPORT_FINDING] = "finding",
};

RankleSession *
rankle_session_new (void)
{
  RankleSession *self = g_new0 (RankleSession, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->scenario = rankle_scenario_new (NULL, NULL, NULL);
  self->given = rankle_scenario_ref (self->scenario);
  self->kept = g_ptr_array_new ();
  self->observations = g_ptr_array_new ();
  self->notes = g_ref_string_new ("");
  for (guint i = 0; i < RANKLE_N_REPORT_TEXTS; i++)
    self->report[i] = g_ref_string_new ("");
  self->plot_looks = rankle_plot_looks_new ();
  self->arrangement = rankle_arrangement_new ();
  return self;
}

RankleSession *
_rankle_session_copy (const RankleSession *self)
{
  RankleSession *other = g_memdup2 (self, sizeof *self);

  g_atomic_ref_count_init (&other->ref_count);
  rankle_scenario_ref (other->scenario);
  rankle_scenario_ref (other->given);
  if (other->model != NULL)
    rankle_model_ref (other->model);
  if (other->opening != NULL)
    rankle_scenario_ref (other->opening);
  if (other->set_aside != NULL)
    rankle_scenario_ref (other->set_aside);
  if (other->rival != NULL)
    rankle_model_ref (other->rival);
  if (other->evidence != NULL)
    rankle_evidence_ref (other->evidence);
  g_ptr_array_ref (other->observations);
  g_ptr_array_ref (other->kept);
  g_ref_string_acquire (other->notes);
  for (guint i = 0; i < RANKLE_N_REPORT_TEXTS; i++)
    g_ref_string_acquire (other->report[i]);
  rankle_plot_looks_ref (other->plot_looks);
  rankle_arrangement_ref (other->arrangement);
  return other;
}

RankleSession *
rankle_session_ref (RankleSession *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
rankle_session_unref (RankleSession *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->model, rankle_model_unref);
  g_clear_pointer (&self->scenario, rankle_scenario_unref);
  g_clear_pointer (&self->given, rankle_scenario_unref);
  g_clear_pointer (&self->opening, rankle_scenario_unref);
  g_clear_pointer (&self->set_aside, rankle_scenario_unref);
  g_clear_pointer (&self->rival, rankle_model_unref);
  g_clear_pointer (&self->evidence, rankle_evidence_unref);
  g_ptr_array_unref (self->observations);
  g_ptr_array_unref (self->kept);
  g_ref_string_release (self->notes);
  for (guint i = 0; i < RANKLE_N_REPORT_TEXTS; i++)
    g_ref_string_release (self->report[i]);
  rankle_plot_looks_unref (self->plot_looks);
  rankle_arrangement_unref (self->arrangement);
  g_free (self);
}

RankleModel *
rankle_session_get_model (const RankleSession *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->model;
}

RankleScenario *
rankle_session_get_scenario (const RankleSession *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->scenario;
}

RankleScenario *
rankle_session_get_given (const RankleSession *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->given;
}

RankleModel *
rankle_session_get_rival (const RankleSession *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->rival;
}

RankleEvidence *
rankle_session_get_evidence (const RankleSession *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->evidence;
}

RankleObservations *const *
rankle_session_get_observations (const RankleSession *self, guint *n)
{
  g_return_val_if_fail (self != NULL && n != NULL, NULL);

  *n = self->observations->len;
  return (RankleObservations *const *)(void *)self->observations->pdata;
}

RankleKeptRun *const *
rankle_session_get_kept (const RankleSession *self, guint *n)
{
  g_return_val_if_fail (self != NULL && n != NULL, NULL);

  *n = self->kept->len;
  return (RankleKeptRun *const *)(void *)self->kept->pdata;
}

const char *
rankle_session_get_notes (const RankleSession *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->notes;
}

const char *
rankle_session_get_report_text (const RankleSession *self, RankleReportText which)
{
  g_return_val_if_fail (self != NULL && which < RANKLE_N_REPORT_TEXTS, "");

  return self->report[which];
}

RankleView
rankle_session_get_view (const RankleSession *self)
{
  g_return_val_if_fail (self != NULL, RANKLE_VIEW_BOTH);

  return self->view;
}

RankleShown
rankle_session_get_shown (const RankleSession *self)
{
  g_return_val_if_fail (self != NULL, RANKLE_SHOWN_PATHWAY);

  return self->shown;
}

guint
rankle_session_get_map_levels (const RankleSession *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->map_levels;
}

gboolean
rankle_session_get_difference (const RankleSession *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->difference;
}

RankleArrangement *
rankle_session_get_arrangement (const RankleSession *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->arrangement;
}

GPtrArray *
rankle_session_list_panels (const RankleSession *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->model == NULL)
    return g_ptr_array_new ();
  return rankle_shown_panels_list (
      self->model,
      rankle_arrangement_get (self->arrangement, rankle_model_get_id (self->model)),
      NULL);
}

RanklePlotLooks *
rankle_session_get_plot_looks (const RankleSession *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->plot_looks;
}

gboolean
rankle_session_get_zoom (const RankleSession *self, double *from, double *to)
{
  g_return_val_if_fail (self != NULL && from != NULL && to != NULL, FALSE);

  *from = self->from;
  *to = self->to;
  return self->to > self->from;
}

double
rankle_session_get_cursor (const RankleSession *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->cursor;
}

double
rankle_session_get_horizon (const RankleSession *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->model == NULL
             ? rankle_scenario_get_horizon (self->scenario)
             : rankle_scenario_get_horizon_for (self->scenario, self->model);
}

/* ---- the same ---- */

gboolean
rankle_session_asks_same (const RankleSession *a, const RankleSession *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->model == b->model && rankle_scenario_equal (a->scenario, b->scenario) &&
         rankle_scenario_equal (a->given, b->given);
}

static gboolean
keep_same (const RankleSession *a, const RankleSession *b)
{
  if (a->kept->len != b->kept->len)
    return FALSE;
  for (guint i = 0; i < a->kept->len; i++)
    if (!rankle_kept_run_equal (g_ptr_array_index (a->kept, i),
                                g_ptr_array_index (b->kept, i)))
      return FALSE;
  return TRUE;
}

static gboolean
say_same (const RankleSession *a, const RankleSession *b)
{
  for (guint i = 0; i < RANKLE_N_REPORT_TEXTS; i++)
    if (!g_str_equal (a->report[i], b->report[i]))
      return FALSE;
  return g_str_equal (a->notes, b->notes);
}

static gboolean
observe_same (const RankleSession *a, const RankleSession *b)
{
  if (a->observations->len != b->observations->len)
    return FALSE;
  for (guint i = 0; i < a->observations->len; i++)
    if (!rankle_observations_equal (a->observations->pdata[i], b->observations->pdata[i]))
      return FALSE;
  return TRUE;
}

gboolean
rankle_session_equal (const RankleSession *a, const RankleSession *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return rankle_session_asks_same (a, b) && a->rival == b->rival && say_same (a, b) &&
         keep_same (a, b) && observe_same (a, b) &&
         rankle_arrangement_equal (a->arrangement, b->arrangement);
}
