/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One engine makes both kinds of run, and it keeps only the latest request. So that
 * neither kind pushes the other out:
 *
 * 1. A baseline that is needed (new model or horizon) goes first. While it is under way
 * the live run is only marked wanted; whatever the scenario has become by then is
 * submitted when the baseline has come or failed. The live run thus waits for one
 * baseline at most, and a drag cannot keep the baseline from coming.
 * 2. At most one serial is awaited at a time. Any other result or failure is late, and
 * ignored.
 * 3. A scenario that asks for nothing is its own baseline: no second run.
 * 4. A baseline that failed is not tried again until model or horizon change.
 */

#include "config.h"

#include "rankle-study.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-baselines.h"
#include "rankle-doses.h"
#include "rankle-engine.h"
#include "rankle-history.h"
#include "rankle-run-times.h"
#include "rankle-scenario-private.h"

/* A slider's handler waits no longer than this for its own run. */
#define PATIENCE_US 8000

struct _RankleStudy
{
  GObject parent_instance;

  /* Owned References */
  RankleEngine     *engine;
  RankleModel      *model; /* (nullable) */
  RankleScenario   *scenario;
  RankleTrajectory *trajectory; /* (nullable) */
  RankleTrajectory *baseline;   /* (nullable) */
  char             *failure;    /* (nullable) */
  GArray           *dose_times; /* double, within the horizon */
  RankleHistory     history;
  RankleBaselines   baselines;

  double  cursor;              /* 0 … horizon */
  guint64 awaited;             /* serial; 0: nothing is under way */
  guint   awaits_baseline : 1; /* undefined if awaited is 0 */
  guint   live_wanted : 1;
  guint   baseline_failed : 1;
  guint   closed : 1;

  /* What was last notified */
  guint busy : 1;
  guint could_undo : 1;
  guint could_redo : 1;
};

enum
{
  PROP_MODEL = 1,
  PROP_SCENARIO,
  PROP_TRAJECTORY,
  PROP_BASELINE,
  PROP_FAILURE,
  PROP_CURSOR,
  PROP_BUSY,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RankleStudy, rankle_study, G_TYPE_OBJECT)

static void
notify (RankleStudy *self, guint property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/* Flags are notified at the end of an operation, so that going up and down within it is
 * silent. */
static void
notify_flags (RankleStudy *self)
{
  gboolean busy = self->awaited != 0;
  gboolean can_undo = rankle_history_can_undo (&self->history);
  gboolean can_redo = rankle_history_can_redo (&self->history);

  if (self->busy != busy)
    {
      self->busy = busy;
      notify (self, PROP_BUSY);
    }
  if (self->could_undo != can_undo)
    {
      self->could_undo = can_undo;
      notify (self, PROP_CAN_UNDO);
    }
  if (self->could_redo != can_redo)
    {
      self->could_redo = can_redo;
      notify (self, PROP_CAN_REDO);
    }
}

/* ---- what a run brought
 * -------------------------------------------------------------------- */

static void
put_trajectory (RankleStudy *self, guint property, RankleTrajectory *trajectory)
{
  RankleTrajectory **slot =
      property == PROP_BASELINE ? &self->baseline : &self->trajectory;

  if (*slot == trajectory)
    return;
  if (trajectory != NULL)
    rankle_trajectory_ref (trajectory);
  g_clear_pointer (slot, rankle_trajectory_unref);
  *slot = trajectory;
  notify (self, property);
}

/* Takes @failure. */
static void
put_failure (RankleStudy *self, char *failure)
{
  g_autofree char *old = self->failure;

  self->failure = failure;
  if (g_strcmp0 (old, failure) != 0)
    notify (self, PROP_FAILURE);
}

static void
fail (RankleStudy *self, const GError *error)
{
  if (self->trajectory != NULL)
    put_failure (self, g_strdup_printf (
                           /* Translators: %s is a sentence without its full stop. */
                           _ ("%s. The last good curves are shown."), error->message));
  else
    put_failure (self, g_strdup_printf ("%s.", error->message));
}

static void
show (RankleStudy *self, RankleTrajectory *trajectory)
{
  put_trajectory (self, PROP_TRAJECTORY, trajectory);
  put_failure (self, NULL);
}

/* ---- making runs
 * --------------------------------------------------------------------------- */

/* @scenario (nullable): NULL for the baseline. */
static RankleProtocol *
make_protocol (RankleStudy *self, const RankleScenario *scenario, GError **error)
{
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (self->model);
  g_autoptr (GArray) times = NULL;
  const RankleEvent *events;
  guint              n;

  if (scenario != NULL && !rankle_scenario_apply (scenario, protocol, FALSE, error))
    return NULL;
  events = rankle_protocol_get_events (protocol, &n);
  times = rankle_run_times_choose (rankle_study_get_horizon (self), events, n);
  rankle_protocol_set_times (protocol, (const double *)(void *)times->data, times->len);
  return g_steal_pointer (&protocol);
}

static gboolean
submit (RankleStudy *self, const RankleScenario *scenario, GError **error)
{
  g_autoptr (RankleProtocol) protocol = make_protocol (self, scenario, error);

  if (protocol == NULL)
    return FALSE;
  self->awaits_baseline = scenario == NULL;
  self->awaited = rankle_engine_submit (self->engine, protocol);
  return TRUE;
}

static gboolean
is_awaiting_baseline (RankleStudy *self)
{
  return self->awaited != 0 && self->awaits_baseline;
}

static void
start_live_run (RankleStudy *self)
{
  g_autoptr (GError) error = NULL;

  self->live_wanted = FALSE;
  if (!_rankle_scenario_asks (self->scenario) && self->baseline != NULL)
    {
      self->awaited = 0;
      show (self, self->baseline);
    }
  else if (!submit (self, self->scenario, &error))
    {
      self->awaited = 0;
      fail (self, error);
    }
}

static void
start_next_run (RankleStudy *self)
{
  g_autoptr (GError) error = NULL;

  if (self->closed || self->model == NULL || is_awaiting_baseline (self))
    return;
  if (self->baseline != NULL || self->baseline_failed || !submit (self, NULL, &error))
    start_live_run (self);
}

static void
wait_a_little (RankleStudy *self)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE_US;

  while (self->awaited != 0 && !self->closed)
    {
      gint64 left = deadline - g_get_monotonic_time ();

      if (left <= 0 || !rankle_engine_wait (self->engine, left))
        return;
    }
}

/* Asks for a run of the present scenario. */
static void
refresh (RankleStudy *self)
{
  g_object_freeze_notify (G_OBJECT (self));
  self->live_wanted = TRUE;
  start_next_run (self);
  wait_a_little (self);
  notify_flags (self);
  g_object_thaw_notify (G_OBJECT (self));
}

/* To be called when model or horizon may have changed: the baseline that belongs to them,
 * if it is at hand already. */
static void
renew_baseline (RankleStudy *self)
{
  self->awaited = 0;
  self->baseline_failed = FALSE;
  put_trajectory (self, PROP_BASELINE,
                  rankle_baselines_find (&self->baselines, self->model,
                                         rankle_study_get_horizon (self)));
}

static void
finished_cb (RankleEngine     *engine,
             guint64           serial,
             RankleTrajectory *trajectory,
             RankleStudy      *self)
{
  if (serial != self->awaited)
    return;
  g_object_freeze_notify (G_OBJECT (self));
  self->awaited = 0;
  if (!self->awaits_baseline)
    show (self, trajectory);
  else
    {
      rankle_baselines_add (&self->baselines, rankle_study_get_horizon (self),
                            trajectory);
      put_trajectory (self, PROP_BASELINE, trajectory);
    }
  if (self->live_wanted)
    start_next_run (self);
  notify_flags (self);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
failed_cb (RankleEngine *engine, guint64 serial, const GError *error, RankleStudy *self)
{
  if (serial != self->awaited)
    return;
  g_object_freeze_notify (G_OBJECT (self));
  self->awaited = 0;
  if (self->awaits_baseline)
    self->baseline_failed = TRUE;
  else
    fail (self, error);
  if (self->live_wanted)
    start_next_run (self);
  notify_flags (self);
  g_object_thaw_notify (G_OBJECT (self));
}

/* ---- what is asked
 * ------------------------------------------------------------------------- */

static void
list_dose_times (RankleStudy *self)
{
  g_autoptr (GArray) doses = NULL;
  double horizon = rankle_study_get_horizon (self);

  g_array_set_size (self->dose_times, 0);
  if (self->model == NULL)
    return;
  doses = rankle_doses_list (self->scenario, self->model, NULL);
  for (guint i = 0; doses != NULL && i < doses->len; i++)
    {
      double time = g_array_index (doses, RankleEvent, i).time;

      if (time <= horizon)
        g_array_append_val (self->dose_times, time);
    }
}

/* Takes @scenario, which becomes the present one, and has it run. */
static void
take_scenario (RankleStudy *self, RankleScenario *scenario)
{
  double horizon = rankle_study_get_horizon (self);

  g_object_freeze_notify (G_OBJECT (self));
  rankle_scenario_unref (self->scenario);
  self->scenario = scenario;
  notify (self, PROP_SCENARIO);
  list_dose_times (self);
  if (fabs (horizon - rankle_study_get_horizon (self)) > 0)
    {
      renew_baseline (self);
      rankle_study_set_cursor (self, self->cursor);
    }
  refresh (self);
  g_object_thaw_notify (G_OBJECT (self));
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
  notify (self, PROP_MODEL);
  /* The curves of another model have other columns: they are no "last good curves" of
   * this one. */
  put_trajectory (self, PROP_TRAJECTORY, NULL);
  put_failure (self, NULL);
  list_dose_times (self);
  renew_baseline (self);
  rankle_study_set_cursor (self, self->cursor);
  refresh (self);
  g_object_thaw_notify (G_OBJECT (self));
}

RankleModel *
rankle_study_get_model (RankleStudy *self)
{
  g_return_val_if_fail (RANKLE_IS_STUDY (self), NULL);
  return self->model;
}

static void
change_scenario (RankleStudy *self, RankleScenario *scenario)
{
  gboolean alone = self->history.opened == NULL;

  if (alone)
    rankle_study_begin_change (self);
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
  if (control != NULL)
    value = control->neutral;
  rankle_scenario_get_control (self->scenario, id, &value);
  return value;
}

void
rankle_study_set_control (RankleStudy *self, const char *id, double value)
{
  const RankleControl *control;
  RankleScenario      *scenario;

  g_return_if_fail (RANKLE_IS_STUDY (self) && id != NULL && isfinite (value));

  if (!(fabs (value - rankle_study_get_control (self, id)) > 0))
    return;
  control = find_control (self, id);
  scenario = rankle_scenario_copy (self->scenario);
  if (control != NULL && !(fabs (value - control->neutral) > 0))
    rankle_scenario_reset_control (scenario, id);
  else
    rankle_scenario_set_control (scenario, id, value);
  change_scenario (self, scenario);
}

void
rankle_study_reset_control (RankleStudy *self, const char *id)
{
  RankleScenario *scenario;

  g_return_if_fail (RANKLE_IS_STUDY (self) && id != NULL);

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
  double               value;

  g_return_val_if_fail (RANKLE_IS_STUDY (self) && id != NULL, FALSE);

  control = find_control (self, id);
  return rankle_scenario_get_control (self->scenario, id, &value) &&
         (control == NULL || fabs (value - control->neutral) > 0);
}

/* ---- undo
 * ---------------------------------------------------------------------------------- */

void
rankle_study_begin_change (RankleStudy *self)
{
  g_return_if_fail (RANKLE_IS_STUDY (self));

  rankle_history_begin (&self->history, self->scenario);
}

void
rankle_study_commit_change (RankleStudy *self)
{
  g_return_if_fail (RANKLE_IS_STUDY (self));

  rankle_history_commit (&self->history, self->scenario);
  notify_flags (self);
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

/* ---- what is shown
 * ------------------------------------------------------------------------- */

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
  double horizon;

  g_return_val_if_fail (RANKLE_IS_STUDY (self), 0);

  horizon = rankle_scenario_get_horizon (self->scenario);
  if (horizon > 0 || self->model == NULL)
    return horizon;
  return rankle_model_get_horizon (self->model);
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
  notify (self, PROP_CURSOR);
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

/* ---- the object
 * ---------------------------------------------------------------------------- */

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
  g_clear_pointer (&self->failure, g_free);
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
  rankle_history_init (&self->history);
  rankle_baselines_init (&self->baselines);
  self->engine = rankle_engine_new ();
  g_signal_connect_object (self->engine, "finished", G_CALLBACK (finished_cb), self, 0);
  g_signal_connect_object (self->engine, "failed", G_CALLBACK (failed_cb), self, 0);
}

RankleStudy *
rankle_study_new (void)
{
  return g_object_new (RANKLE_TYPE_STUDY, NULL);
}
