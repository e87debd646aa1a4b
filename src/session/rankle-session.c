/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-session.h"

#include <math.h>

const char *const rankle_view_names[] = { "both", "pathway", "plots", "compare", NULL };

G_STATIC_ASSERT (G_N_ELEMENTS (rankle_view_names) == RANKLE_N_VIEWS + 1);

struct _RankleSession
{
  gatomicrefcount ref_count;
  RankleModel    *model;     /* (owned) (nullable) */
  RankleScenario *scenario;  /* (owned) */
  RankleScenario *given;     /* (owned): what it was made of, as it was chosen */
  RankleScenario *opening;   /* (owned) (nullable): made by the model's own start … */
  RankleScenario *set_aside; /* (owned) (nullable): … instead of this; both or neither */
  RankleModel    *rival;     /* (owned) (nullable) */
  RankleEvidence *evidence;  /* (owned) (nullable) */
  GPtrArray      *kept;      /* (owned): RankleKeptRun; shared, so it is never changed */
  char           *notes;     /* (owned): GRefString */
  RankleView      view;
  double          from, to; /* both 0: all of it */
  double          cursor;
};

RankleSession *
rankle_session_new (void)
{
  RankleSession *self = g_new0 (RankleSession, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->scenario = rankle_scenario_new (NULL, NULL, NULL);
  self->given = rankle_scenario_ref (self->scenario);
  self->kept = g_ptr_array_new ();
  self->notes = g_ref_string_new ("");
  return self;
}

static RankleSession *
copy (const RankleSession *self)
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
  g_ptr_array_ref (other->kept);
  g_ref_string_acquire (other->notes);
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
  g_ptr_array_unref (self->kept);
  g_ref_string_release (self->notes);
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

RankleView
rankle_session_get_view (const RankleSession *self)
{
  g_return_val_if_fail (self != NULL, RANKLE_VIEW_BOTH);

  return self->view;
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

RankleSession *
rankle_session_with_model (const RankleSession *self, RankleModel *model)
{
  RankleSession *other;

  g_return_val_if_fail (self != NULL && model != NULL, NULL);

  other = copy (self);
  if (!is_timed_alike (self->model, model))
    other->from = other->to = 0;
  put_model (&other->model, model);
  open_model (other);
  put_looks (other, self->cursor);
  g_assert ((other->opening == NULL) == (other->set_aside == NULL));
  return other;
}

RankleSession *
rankle_session_with_scenario (const RankleSession *self, RankleScenario *scenario)
{
  RankleSession *other;

  g_return_val_if_fail (self != NULL && scenario != NULL, NULL);

  other = copy (self);
  put_scenario (&other->scenario, scenario);
  put_scenario (&other->given, scenario);
  put_looks (other, self->cursor);
  return other;
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

  other = copy (self);
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

  other = copy (self);
  put_model (&other->rival, rival);
  return other;
}

RankleSession *
rankle_session_with_evidence (const RankleSession *self, RankleEvidence *evidence)
{
  RankleSession *other;

  g_return_val_if_fail (self != NULL, NULL);

  other = copy (self);
  g_clear_pointer (&other->evidence, rankle_evidence_unref);
  if (evidence != NULL)
    other->evidence = rankle_evidence_ref (evidence);
  return other;
}

RankleSession *
rankle_session_with_cursor (const RankleSession *self, double cursor)
{
  RankleSession *other;

  g_return_val_if_fail (self != NULL && !isnan (cursor), NULL);

  other = copy (self);
  put_looks (other, cursor);
  return other;
}

RankleSession *
rankle_session_with_kept (const RankleSession *self, RankleKeptRun *const *kept, guint n)
{
  RankleSession *other;

  g_return_val_if_fail (self != NULL && (kept != NULL || n == 0), NULL);

  other = copy (self);
  g_ptr_array_unref (other->kept);
  other->kept = g_ptr_array_new_with_free_func ((GDestroyNotify)rankle_kept_run_unref);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (other->kept, rankle_kept_run_ref (kept[i]));
  return other;
}

RankleSession *
rankle_session_with_notes (const RankleSession *self, const char *notes)
{
  RankleSession *other;

  g_return_val_if_fail (self != NULL && notes != NULL, NULL);

  other = copy (self);
  g_ref_string_release (other->notes);
  other->notes = g_ref_string_new (notes);
  return other;
}

RankleSession *
rankle_session_with_view (const RankleSession *self, RankleView view)
{
  RankleSession *other;

  g_return_val_if_fail (self != NULL && view < RANKLE_N_VIEWS, NULL);

  other = copy (self);
  other->view = view;
  return other;
}

RankleSession *
rankle_session_with_zoom (const RankleSession *self, double from, double to)
{
  RankleSession *other;

  g_return_val_if_fail (self != NULL && isfinite (from) && isfinite (to), NULL);

  other = copy (self);
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
  session->from = self->from;
  session->to = self->to;
  put_looks (session, self->cursor);
  return session;
}

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

gboolean
rankle_session_equal (const RankleSession *a, const RankleSession *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return rankle_session_asks_same (a, b) && a->rival == b->rival &&
         g_str_equal (a->notes, b->notes) && keep_same (a, b);
}

/* ---- what is asked ---- */

RankleQuestion *
rankle_session_make_question (const RankleSession *self, RankleFinder *finder)
{
  g_return_val_if_fail (self != NULL && self->model != NULL, NULL);

  return rankle_session_ask (self->model, self->scenario, finder);
}

/* (transfer full) (nullable) */
static RankleFinder *
make_finder (const RankleSession *self)
{
  return self->evidence == NULL ? NULL : rankle_finder_new (self->evidence, self->model);
}

RankleProtocol *
rankle_session_make_protocol (const RankleSession *self, GError **error)
{
  g_autoptr (RankleFinder) finder = NULL;
  g_autoptr (RankleQuestion) question = NULL;

  g_return_val_if_fail (self != NULL && self->model != NULL, NULL);

  finder = make_finder (self);
  question = rankle_session_make_question (self, finder);
  return rankle_question_make_protocol (question, error);
}

RankleQuestion *
rankle_session_ask (RankleModel *model, RankleScenario *scenario, RankleFinder *finder)
{
  RankleQuestion *question;

  g_return_val_if_fail (model != NULL && scenario != NULL, NULL);

  question = rankle_question_new (model, scenario);
  rankle_question_set_lenient (question, TRUE);
  if (finder != NULL)
    rankle_finder_add_times (finder, question);
  return question;
}

RankleQuestion *
rankle_session_ask_baseline (RankleModel *model, double horizon, RankleFinder *finder)
{
  g_autoptr (RankleScenario) nothing = rankle_scenario_new (NULL, NULL, NULL);

  g_return_val_if_fail (model != NULL && horizon > 0, NULL);

  rankle_scenario_set_horizon (nothing, horizon);
  return rankle_session_ask (model, nothing, finder);
}

RankleProtocol *
rankle_session_make_baseline (const RankleSession *self)
{
  g_autoptr (RankleFinder) finder = NULL;
  g_autoptr (RankleQuestion) question = NULL;
  RankleProtocol *protocol;

  g_return_val_if_fail (self != NULL && self->model != NULL, NULL);

  finder = make_finder (self);
  question = rankle_session_ask_baseline (self->model, rankle_session_get_horizon (self),
                                          finder);
  protocol = rankle_question_make_protocol (question, NULL);
  /* Nothing is asked of the model that it could lack. */
  g_assert (protocol != NULL);
  return protocol;
}
