/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rankle-study.h"

#include <math.h>

#include "rankle-dosing.h"
#include "rankle-study-private.h"

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RankleStudy, rankle_study, G_TYPE_OBJECT)

void
_rankle_study_notify (RankleStudy *self, guint property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
_rankle_study_notify_flags (RankleStudy *self)
{
  gboolean busy = self->awaited != 0;
  gboolean can_undo = rankle_history_can_undo (&self->history);
  gboolean can_redo = rankle_history_can_redo (&self->history);

  if (self->busy != busy)
    {
      self->busy = busy;
      _rankle_study_notify (self, PROP_BUSY);
    }
  if (self->could_undo != can_undo)
    {
      self->could_undo = can_undo;
      _rankle_study_notify (self, PROP_CAN_UNDO);
    }
  if (self->could_redo != can_redo)
    {
      self->could_redo = can_redo;
      _rankle_study_notify (self, PROP_CAN_REDO);
    }
}

/* ---- what is asked ---- */

static void
list_dose_times (RankleStudy *self)
{
  g_autoptr (RankleQuestion) question = NULL;
  g_autoptr (RankleProtocol) protocol = NULL;
  double             horizon = rankle_study_get_horizon (self);
  const RankleEvent *events;
  guint              n = 0;

  g_array_set_size (self->dose_times, 0);
  if (self->model == NULL)
    return;
  question = rankle_question_new (self->model, self->scenario);
  rankle_question_set_lenient (question, TRUE);
  protocol = rankle_question_make_protocol (question, NULL);
  events = protocol == NULL ? NULL : rankle_protocol_get_events (protocol, &n);
  for (guint i = 0; i < n; i++)
    if (events[i].kind == RANKLE_EVENT_DOSE && events[i].time <= horizon)
      g_array_append_val (self->dose_times, events[i].time);
}

/* Takes @scenario, which becomes the present one, and has it run. */
static void
take_scenario (RankleStudy *self, RankleScenario *scenario)
{
  double horizon = rankle_study_get_horizon (self);

  g_object_freeze_notify (G_OBJECT (self));
  rankle_scenario_unref (self->scenario);
  self->scenario = scenario;
  _rankle_study_notify (self, PROP_SCENARIO);
  list_dose_times (self);
  if (fabs (horizon - rankle_study_get_horizon (self)) > 0)
    {
      _rankle_study_renew_baseline (self);
      rankle_study_set_cursor (self, self->cursor);
    }
  _rankle_study_refresh (self);
  g_object_thaw_notify (G_OBJECT (self));
}

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

static void
put_scenario (RankleStudy *self, RankleScenario *scenario)
{
  rankle_scenario_ref (scenario);
  rankle_scenario_unref (self->scenario);
  self->scenario = scenario;
  _rankle_study_notify (self, PROP_SCENARIO);
}

/* What the model before opened with goes with it, unless it has been touched. */
static void
open_model (RankleStudy *self)
{
  if (self->opening != NULL && rankle_scenario_equal (self->scenario, self->opening))
    put_scenario (self, self->set_aside);
  g_clear_pointer (&self->opening, rankle_scenario_unref);
  g_clear_pointer (&self->set_aside, rankle_scenario_unref);
  if (rankle_scenario_asks_of (self->scenario, self->model))
    return;
  self->opening = make_opening (self->scenario, self->model);
  if (self->opening == NULL)
    return;
  self->set_aside = rankle_scenario_ref (self->scenario);
  put_scenario (self, self->opening);
}

void
rankle_study_set_model (RankleStudy *self, RankleModel *model)
{
  g_return_if_fail (RANKLE_IS_STUDY (self) && model != NULL);

  if (self->model == model)
    return;
  g_object_freeze_notify (G_OBJECT (self));
  rankle_model_ref (model);
  g_clear_pointer (&self->model, rankle_model_unref);
  self->model = model;
  _rankle_study_notify (self, PROP_MODEL);
  _rankle_study_forget_run (self);
  _rankle_study_forget_finder (self);
  open_model (self);
  list_dose_times (self);
  _rankle_study_renew_baseline (self);
  rankle_study_set_cursor (self, self->cursor);
  _rankle_study_refresh (self);
  g_object_thaw_notify (G_OBJECT (self));
}

RankleModel *
rankle_study_get_model (RankleStudy *self)
{
  g_return_val_if_fail (RANKLE_IS_STUDY (self), NULL);
  return self->model;
}

/* Before there is a model nobody has seen anything that could be undone. */
static void
change_scenario (RankleStudy *self, RankleScenario *scenario)
{
  gboolean alone = self->history.opened == NULL && self->model != NULL;

  if (alone)
    rankle_study_begin_change (self);
  self->strokes++;
  take_scenario (self, scenario);
  if (alone)
    rankle_study_commit_change (self);
}

void
rankle_study_set_scenario (RankleStudy *self, RankleScenario *scenario)
{
  g_return_if_fail (RANKLE_IS_STUDY (self) && scenario != NULL);

  if (!rankle_scenario_equal (self->scenario, scenario))
    change_scenario (self, rankle_scenario_ref (scenario));
}

RankleScenario *
rankle_study_get_scenario (RankleStudy *self)
{
  g_return_val_if_fail (RANKLE_IS_STUDY (self), NULL);
  return self->scenario;
}

/* (nullable): the control, if the model has it. */
static const RankleControl *
find_control (RankleStudy *self, const char *id)
{
  const RankleControl *control =
      self->model != NULL ? rankle_model_find_control (self->model, id) : NULL;

  return control != NULL && control->absent == NULL ? control : NULL;
}

double
rankle_study_get_control (RankleStudy *self, const char *id)
{
  const RankleControl *control;
  double               value = NAN;

  g_return_val_if_fail (RANKLE_IS_STUDY (self) && id != NULL, NAN);

  control = find_control (self, id);
  if (control != NULL && rankle_control_is_dosing (control))
    return rankle_dosing_get (self->scenario, self->model, control);
  if (control != NULL)
    value = control->neutral;
  rankle_scenario_get_control (self->scenario, id, &value);
  return value;
}

/* (transfer full): the present scenario with the control there. */
static RankleScenario *
put_control (RankleStudy *self, const char *id, double value)
{
  const RankleControl *control = find_control (self, id);
  RankleScenario      *scenario;

  if (control != NULL && rankle_control_is_dosing (control))
    return rankle_dosing_put (self->scenario, self->model, control, value);
  scenario = rankle_scenario_copy (self->scenario);
  if (control != NULL && !(fabs (value - control->neutral) > 0))
    rankle_scenario_reset_control (scenario, id);
  else
    rankle_scenario_set_control (scenario, id, value);
  return scenario;
}

void
rankle_study_set_control (RankleStudy *self, const char *id, double value)
{
  g_return_if_fail (RANKLE_IS_STUDY (self) && id != NULL && isfinite (value));

  if (fabs (value - rankle_study_get_control (self, id)) > 0)
    change_scenario (self, put_control (self, id, value));
}

void
rankle_study_reset_control (RankleStudy *self, const char *id)
{
  const RankleControl *control;
  RankleScenario      *scenario;

  g_return_if_fail (RANKLE_IS_STUDY (self) && id != NULL);

  control = find_control (self, id);
  if (control != NULL)
    rankle_study_set_control (self, id, control->neutral);
  if (!rankle_scenario_get_control (self->scenario, id, NULL))
    return;
  scenario = rankle_scenario_copy (self->scenario);
  rankle_scenario_reset_control (scenario, id);
  change_scenario (self, scenario);
}

gboolean
rankle_study_control_changed (RankleStudy *self, const char *id)
{
  const RankleControl *control;

  g_return_val_if_fail (RANKLE_IS_STUDY (self) && id != NULL, FALSE);

  control = find_control (self, id);
  if (control == NULL)
    return rankle_scenario_get_control (self->scenario, id, NULL);
  return fabs (rankle_study_get_control (self, id) - control->neutral) > 0;
}

/* ---- undo ---- */

void
rankle_study_begin_change (RankleStudy *self)
{
  g_return_if_fail (RANKLE_IS_STUDY (self));

  if (self->history.opened == NULL)
    self->strokes = 0;
  rankle_history_begin (&self->history, self->scenario);
}

void
rankle_study_commit_change (RankleStudy *self)
{
  g_return_if_fail (RANKLE_IS_STUDY (self));

  rankle_history_commit (&self->history, self->scenario);
  /* What was only glanced at is now to be read. */
  if (self->strokes > 1)
    _rankle_study_refresh (self);
  self->strokes = 0;
  _rankle_study_notify_flags (self);
}

gboolean
rankle_study_can_undo (RankleStudy *self)
{
  g_return_val_if_fail (RANKLE_IS_STUDY (self), FALSE);
  return rankle_history_can_undo (&self->history);
}

gboolean
rankle_study_can_redo (RankleStudy *self)
{
  g_return_val_if_fail (RANKLE_IS_STUDY (self), FALSE);
  return rankle_history_can_redo (&self->history);
}

void
rankle_study_undo (RankleStudy *self)
{
  RankleScenario *scenario;

  g_return_if_fail (RANKLE_IS_STUDY (self));

  rankle_history_commit (&self->history, self->scenario);
  scenario = rankle_history_undo (&self->history, self->scenario);
  if (scenario != NULL)
    take_scenario (self, scenario);
}

void
rankle_study_redo (RankleStudy *self)
{
  RankleScenario *scenario;

  g_return_if_fail (RANKLE_IS_STUDY (self));

  rankle_history_commit (&self->history, self->scenario);
  scenario = rankle_history_redo (&self->history, self->scenario);
  if (scenario != NULL)
    take_scenario (self, scenario);
}

/* ---- what is shown ---- */

RankleTrajectory *
rankle_study_get_trajectory (RankleStudy *self)
{
  g_return_val_if_fail (RANKLE_IS_STUDY (self), NULL);
  return self->trajectory;
}

RankleTrajectory *
rankle_study_get_baseline (RankleStudy *self)
{
  g_return_val_if_fail (RANKLE_IS_STUDY (self), NULL);
  return self->baseline;
}

const char *
rankle_study_get_failure (RankleStudy *self)
{
  g_return_val_if_fail (RANKLE_IS_STUDY (self), NULL);
  return self->failure;
}

double
rankle_study_get_horizon (RankleStudy *self)
{
  g_return_val_if_fail (RANKLE_IS_STUDY (self), 0);

  return self->model == NULL
             ? rankle_scenario_get_horizon (self->scenario)
             : rankle_scenario_get_horizon_for (self->scenario, self->model);
}

double
rankle_study_get_cursor (RankleStudy *self)
{
  g_return_val_if_fail (RANKLE_IS_STUDY (self), 0);
  return self->cursor;
}

void
rankle_study_set_cursor (RankleStudy *self, double time)
{
  g_return_if_fail (RANKLE_IS_STUDY (self) && !isnan (time));

  time = CLAMP (time, 0, rankle_study_get_horizon (self));
  if (!(fabs (time - self->cursor) > 0))
    return;
  self->cursor = time;
  _rankle_study_notify (self, PROP_CURSOR);
}

const double *
rankle_study_get_dose_times (RankleStudy *self, guint *n)
{
  g_return_val_if_fail (RANKLE_IS_STUDY (self) && n != NULL, NULL);

  *n = self->dose_times->len;
  return (const double *)(void *)self->dose_times->data;
}

static double
value_at_cursor (RankleStudy *self, RankleTrajectory *trajectory, guint column)
{
  if (trajectory == NULL || column >= rankle_model_get_n_columns (self->model))
    return NAN;
  return rankle_trajectory_get_value_at (trajectory, column, self->cursor);
}

double
rankle_study_get_value (RankleStudy *self, guint column)
{
  g_return_val_if_fail (RANKLE_IS_STUDY (self), NAN);
  return value_at_cursor (self, self->trajectory, column);
}

double
rankle_study_get_ratio (RankleStudy *self, guint column)
{
  double value, reference;

  g_return_val_if_fail (RANKLE_IS_STUDY (self), NAN);

  value = value_at_cursor (self, self->trajectory, column);
  reference = value_at_cursor (self, self->baseline, column);
  return fabs (reference) > 0 ? value / reference : NAN;
}

/* ---- the object ---- */

void
rankle_study_close (RankleStudy *self)
{
  g_return_if_fail (RANKLE_IS_STUDY (self));

  self->closed = TRUE;
  self->awaited = 0;
  rankle_engine_close (self->engine);
}

static void
rankle_study_dispose (GObject *object)
{
  rankle_study_close (RANKLE_STUDY (object));

  G_OBJECT_CLASS (rankle_study_parent_class)->dispose (object);
}

static void
rankle_study_finalize (GObject *object)
{
  RankleStudy *self = RANKLE_STUDY (object);

  g_clear_object (&self->engine);
  g_clear_pointer (&self->trajectory, rankle_trajectory_unref);
  g_clear_pointer (&self->baseline, rankle_trajectory_unref);
  g_clear_pointer (&self->model, rankle_model_unref);
  g_clear_pointer (&self->scenario, rankle_scenario_unref);
  g_clear_pointer (&self->opening, rankle_scenario_unref);
  g_clear_pointer (&self->set_aside, rankle_scenario_unref);
  g_clear_pointer (&self->failure, g_free);
  g_clear_pointer (&self->finder, rankle_finder_free);
  g_clear_pointer (&self->evidence, rankle_evidence_unref);
  g_clear_pointer (&self->findings, g_array_unref);
  g_clear_pointer (&self->dose_times, g_array_unref);
  rankle_history_clear (&self->history);
  rankle_baselines_clear (&self->baselines);

  G_OBJECT_CLASS (rankle_study_parent_class)->finalize (object);
}

static void
rankle_study_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RankleStudy *self = RANKLE_STUDY (object);

  switch (id)
    {
    case PROP_MODEL:
      g_value_set_boxed (value, self->model);
      break;
    case PROP_SCENARIO:
      g_value_set_boxed (value, self->scenario);
      break;
    case PROP_TRAJECTORY:
      g_value_set_boxed (value, self->trajectory);
      break;
    case PROP_BASELINE:
      g_value_set_boxed (value, self->baseline);
      break;
    case PROP_FAILURE:
      g_value_set_string (value, self->failure);
      break;
    case PROP_FINDINGS:
      g_value_set_boxed (value, self->findings);
      break;
    case PROP_CURSOR:
      g_value_set_double (value, self->cursor);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->could_undo);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, self->could_redo);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rankle_study_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  RankleStudy *self = RANKLE_STUDY (object);

  switch (id)
    {
    case PROP_MODEL:
      rankle_study_set_model (self, g_value_get_boxed (value));
      break;
    case PROP_SCENARIO:
      rankle_study_set_scenario (self, g_value_get_boxed (value));
      break;
    case PROP_CURSOR:
      rankle_study_set_cursor (self, g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
rankle_study_class_init (RankleStudyClass *klass)
{
  const GParamFlags rw =
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags ro =
      G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = rankle_study_dispose;
  object_class->finalize = rankle_study_finalize;
  object_class->get_property = rankle_study_get_property;
  object_class->set_property = rankle_study_set_property;

  properties[PROP_MODEL] =
      g_param_spec_boxed ("model", NULL, NULL, RANKLE_TYPE_MODEL, rw);
  properties[PROP_SCENARIO] =
      g_param_spec_boxed ("scenario", NULL, NULL, RANKLE_TYPE_SCENARIO, rw);
  properties[PROP_TRAJECTORY] =
      g_param_spec_boxed ("trajectory", NULL, NULL, RANKLE_TYPE_TRAJECTORY, ro);
  properties[PROP_BASELINE] =
      g_param_spec_boxed ("baseline", NULL, NULL, RANKLE_TYPE_TRAJECTORY, ro);
  properties[PROP_FAILURE] = g_param_spec_string ("failure", NULL, NULL, NULL, ro);
  properties[PROP_FINDINGS] =
      g_param_spec_boxed ("findings", NULL, NULL, G_TYPE_ARRAY, ro);
  properties[PROP_CURSOR] =
      g_param_spec_double ("cursor", NULL, NULL, 0, G_MAXDOUBLE, 0, rw);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, ro);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, ro);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, ro);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rankle_study_init (RankleStudy *self)
{
  self->scenario = rankle_scenario_new (NULL, NULL, NULL);
  self->dose_times = g_array_new (FALSE, FALSE, sizeof (double));
  self->findings = g_array_new (FALSE, FALSE, sizeof (RankleFinding));
  rankle_history_init (&self->history);
  rankle_baselines_init (&self->baselines);
  self->engine = rankle_engine_new ();
  _rankle_study_connect_engine (self);
}

RankleStudy *
rankle_study_new (void)
{
  return g_object_new (RANKLE_TYPE_STUDY, NULL);
}
