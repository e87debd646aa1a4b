/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From the user's terms to a model's: ids become indices, control units and the
 * scenario's time unit become the model's. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-dosing.h"
#include "rankle-scenario-private.h"
#include "rankle-series.h"
#include "rankle-time-unit.h"
#include "rankle-workspace.h"

/* A scenario that speaks of years is no question to a model of minutes: beyond so many
 * times the model's own horizon, its own is taken. */
#define OTHER_TIME_SCALE 50.0

/* One scenario being put to one model. */
typedef struct
{
  const RankleScenario *scenario; /* settled */
  RankleModel          *model;
  RankleProtocol       *protocol;
  gboolean              strict;
} Application;

static const char *
name_target (RankleTarget target)
{
  static const char *const names[] = { N_ ("control"), N_ ("parameter"), N_ ("state") };

  g_assert (target < G_N_ELEMENTS (names));
  return _ (names[target]);
}

/* What the model lacks is left out, unless it was insisted on. @why (nullable): the
 * model's own word on a control that it does not have. */
static gboolean
pass_over (const Application *self,
           RankleTarget       target,
           const char        *id,
           const char        *why,
           GError           **error)
{
  g_autofree char *what = NULL;

  if (!self->strict)
    return TRUE;
  /* Translators: a model, “control”, “parameter” or “state”, and what it is called */
  what = g_strdup_printf (_ ("model “%s” has no %s “%s”"),
                          rankle_model_get_id (self->model), name_target (target), id);
  g_set_error (error, RANKLE_SCENARIO_ERROR, RANKLE_SCENARIO_ERROR_ABSENT, "%s%s%s", what,
               why != NULL ? ": " : "", why != NULL ? why : "");
  return FALSE;
}

/* (nullable) */
static const RankleQuantity *
find_quantity (const Application *self, const char *id, RankleQuantityKind kind)
{
  const RankleQuantity *quantity = rankle_model_find (self->model, id);

  return quantity != NULL && quantity->kind == kind ? quantity : NULL;
}

/* (nullable): of the model's controls, one that it has. */
static const RankleControl *
find_control (const Application *self, const char *id, const char **why)
{
  const RankleControl *control = rankle_model_find_control (self->model, id);

  *why = control != NULL ? control->absent : NULL;
  return *why == NULL ? control : NULL;
}

/* ---- what holds from the start ---- */

static gboolean
check_whole (const RankleControl *control, double value, GError **error)
{
  if (!control->is_count || !(fabs (value - round (value)) > 0))
    return TRUE;
  g_set_error (error, RANKLE_SCENARIO_ERROR, RANKLE_SCENARIO_ERROR_NOT_WHOLE,
               _ ("%s must be a whole number"), control->label);
  return FALSE;
}

/* In the model's unit. A slider that ends where it is neutral ends in what the model has,
 * which may lie further out: a moment that never comes, however long the run. */
static double
convert (const Application *self, const RankleControl *control, double value)
{
  double converted = control->factor * value, own;

  g_assert (control->role == RANKLE_CONTROL_PARAMETER);
  own = rankle_model_get_parameter (self->model, control->parameter)->value;
  return control->neutral >= control->max && value >= control->max && own > converted
             ? own
             : converted;
}

static gboolean
apply_control (const Application *self, const RankleSetting *setting, GError **error)
{
  const char          *why;
  const RankleControl *control = find_control (self, setting->id, &why);

  if (control == NULL)
    return pass_over (self, RANKLE_TARGET_CONTROL, setting->id, why, error);
  g_assert (control->role == RANKLE_CONTROL_PARAMETER); /* since it is settled */
  if (!check_whole (control, setting->value, error))
    return FALSE;
  rankle_protocol_set_parameter (self->protocol, control->parameter,
                                 convert (self, control, setting->value));
  return TRUE;
}

/* A derived parameter is scaled from the value that the others give it. */
static void
scale (const Application *self, guint parameter, double factor)
{
  g_autoptr (RankleWorkspace) workspace = rankle_workspace_new (self->model);

  g_assert (parameter < rankle_model_get_n_parameters (self->model));

  rankle_workspace_set_parameters (workspace,
                                   rankle_protocol_get_parameters (self->protocol));
  rankle_protocol_set_parameter (
      self->protocol, parameter,
      factor * rankle_workspace_get_parameter (workspace, parameter));
}

static gboolean
apply_quantity (const Application *self, const RankleSetting *setting, GError **error)
{
  gboolean is_state =
      setting->kind == RANKLE_SETTING_INITIAL || setting->kind == RANKLE_SETTING_HOLD;
  const RankleQuantity *quantity = find_quantity (
      self, setting->id, is_state ? RANKLE_QUANTITY_STATE : RANKLE_QUANTITY_PARAMETER);

  if (quantity == NULL)
    return pass_over (self, is_state ? RANKLE_TARGET_STATE : RANKLE_TARGET_PARAMETER,
                      setting->id, NULL, error);
  if (setting->kind == RANKLE_SETTING_HOLD)
    rankle_protocol_hold (self->protocol, quantity->index, setting->value);
  else if (is_state)
    rankle_protocol_set_initial (self->protocol, quantity->index, setting->value);
  else if (setting->kind == RANKLE_SETTING_SCALE)
    scale (self, quantity->index, setting->value);
  else
    rankle_protocol_set_parameter (self->protocol, quantity->index, setting->value);
  return TRUE;
}

static gboolean
apply_settings (const Application *self, GError **error)
{
  guint                n;
  const RankleSetting *settings = rankle_scenario_get_settings (self->scenario, &n);

  for (guint i = 0; i < n; i++)
    if (!(settings[i].kind == RANKLE_SETTING_CONTROL
              ? apply_control (self, &settings[i], error)
              : apply_quantity (self, &settings[i], error)))
      return FALSE;
  return TRUE;
}

/* ---- what is done ---- */

static gboolean
apply_change (const Application *self, const RankleTreatmentStep *step, GError **error)
{
  const char           *why = NULL;
  const RankleControl  *control = NULL;
  const RankleQuantity *parameter = NULL;

  if (step->target == RANKLE_TARGET_CONTROL)
    control = find_control (self, step->id, &why);
  else
    parameter = find_quantity (self, step->id, RANKLE_QUANTITY_PARAMETER);
  if (control == NULL && parameter == NULL)
    return pass_over (self, step->target, step->id, why, error);
  if (control != NULL && control->role != RANKLE_CONTROL_PARAMETER)
    {
      g_set_error (error, RANKLE_SCENARIO_ERROR, RANKLE_SCENARIO_ERROR_NOT_TIMED,
                   _ ("control “%s” makes doses and cannot be changed at a time"),
                   step->id);
      return FALSE;
    }
  if (control != NULL && !check_whole (control, step->value, error))
    return FALSE;
  rankle_protocol_change_parameter (
      self->protocol, control != NULL ? control->parameter : parameter->index,
      control != NULL ? convert (self, control, step->value) : step->value, step->time);
  return TRUE;
}

/* @factor: the model's own of what an amount is counted in. */
static gboolean
add_doses (const Application         *self,
           const RankleTreatmentStep *step,
           guint                      state,
           double                     factor,
           GError                   **error)
{
  const char *fault = rankle_dosing_find_fault (step);
  double      time, amount;

  g_assert (step->kind == RANKLE_TREATMENT_DOSE);
  g_assert (state < rankle_model_get_n_states (self->model));

  if (fault != NULL)
    {
      g_set_error (error, RANKLE_SCENARIO_ERROR, RANKLE_SCENARIO_ERROR_DOSES, "%s: %s",
                   rankle_model_get_state (self->model, state)->label, fault);
      return FALSE;
    }
  for (guint dose = 1; dose <= rankle_series_count (step); dose++)
    if (rankle_series_get_dose (step, dose, &time, &amount) && fabs (factor * amount) > 0)
      rankle_protocol_add_dose (self->protocol, state, factor * amount, time);
  return TRUE;
}

static gboolean
apply_doses (const Application *self, const RankleTreatmentStep *step, GError **error)
{
  const char           *why = NULL;
  const RankleControl  *control = NULL;
  const RankleQuantity *state = NULL;

  if (step->target == RANKLE_TARGET_CONTROL)
    control = find_control (self, step->id, &why);
  else
    state = find_quantity (self, step->id, RANKLE_QUANTITY_STATE);
  if (control != NULL && control->role == RANKLE_CONTROL_DOSE_AMOUNT)
    return add_doses (self, step, control->state, control->factor, error);
  if (state != NULL)
    return add_doses (self, step, state->index, 1, error);
  return pass_over (self, step->target, step->id, why, error);
}

static gboolean
apply_infusion (const Application *self, const RankleTreatmentStep *step, GError **error)
{
  const RankleQuantity *state = find_quantity (self, step->id, RANKLE_QUANTITY_STATE);

  if (state == NULL)
    return pass_over (self, RANKLE_TARGET_STATE, step->id, NULL, error);
  rankle_protocol_add_infusion (self->protocol, state->index, step->value, step->time,
                                step->until);
  return TRUE;
}

typedef gboolean (*ApplyStep) (const Application         *self,
                               const RankleTreatmentStep *step,
                               GError                   **error);

/* Kind by kind: what happens at one time does so in the order in which it is added. */
static gboolean
apply_treatment (const Application *self, GError **error)
{
  static const ApplyStep apply[] = {
    [RANKLE_TREATMENT_CHANGE] = apply_change,
    [RANKLE_TREATMENT_DOSE] = apply_doses,
    [RANKLE_TREATMENT_INFUSION] = apply_infusion,
  };
  guint                      n;
  const RankleTreatmentStep *steps = rankle_scenario_get_treatment (self->scenario, &n);

  for (guint kind = 0; kind < G_N_ELEMENTS (apply); kind++)
    for (guint i = 0; i < n; i++)
      if (steps[i].kind == kind && !apply[kind](self, &steps[i], error))
        return FALSE;
  return TRUE;
}

gboolean
rankle_scenario_apply (const RankleScenario *self,
                       RankleProtocol       *protocol,
                       gboolean              strict,
                       GError              **error)
{
  g_autoptr (RankleScenario) settled = NULL;
  Application application = { .protocol = protocol, .strict = strict };

  g_return_val_if_fail (self != NULL && protocol != NULL, FALSE);

  application.model = rankle_protocol_get_model (protocol);
  settled = rankle_scenario_settle (self, application.model);
  application.scenario = settled;
  return apply_settings (&application, error) && apply_treatment (&application, error);
}

/* ---- what it comes to for a model ---- */

/* How many of the model's time unit one of the scenario's is. */
static double
get_unit (const RankleScenario *self, const RankleModel *model)
{
  return rankle_time_unit_convert (rankle_scenario_get_time_unit (self),
                                   rankle_model_get_time_unit (model));
}

double
rankle_scenario_get_horizon_for (const RankleScenario *self, const RankleModel *model)
{
  double   own, asked;
  gboolean is_general;

  g_return_val_if_fail (self != NULL && model != NULL, 0);

  own = rankle_model_get_horizon (model);
  asked = rankle_scenario_get_horizon (self) * get_unit (self, model);
  is_general = *rankle_scenario_get_time_unit (self) != '\0';
  if (!(asked > 0) || (is_general && asked > OTHER_TIME_SCALE * own))
    return own;
  return asked;
}

/* (transfer full) */
static GArray *
convert_exceptions (const RankleTreatmentStep *step, double unit)
{
  GArray *exceptions = rankle_dose_exceptions_new ();

  for (guint i = 0; i < step->n_exceptions; i++)
    {
      RankleDoseException exception = step->exceptions[i];

      exception.late *= unit;
      rankle_dose_exceptions_put (exceptions, &exception);
    }
  return exceptions;
}

static void
convert_times (RankleScenario *self, double unit)
{
  g_autoptr (GArray) steps = rankle_treatment_new ();
  const RankleTreatmentStep *old;
  guint                      n;

  g_assert (unit > 0 && isfinite (unit));

  old = rankle_scenario_get_treatment (self, &n);
  for (guint i = 0; i < n; i++)
    {
      RankleTreatmentStep step = old[i];
      g_autoptr (GArray) exceptions = convert_exceptions (&step, unit);

      rankle_series_set_exceptions (&step, exceptions);
      step.time *= unit;
      step.interval *= unit;
      step.until *= unit;
      rankle_treatment_add (steps, &step);
    }
  _rankle_scenario_take_treatment (self, g_steal_pointer (&steps));
}

RankleScenario *
rankle_scenario_settle (const RankleScenario *self, RankleModel *model)
{
  RankleScenario *settled;
  double          unit, horizon;

  g_return_val_if_fail (self != NULL && model != NULL, NULL);

  settled = rankle_scenario_copy (self);
  unit = get_unit (self, model);
  horizon = rankle_scenario_get_horizon_for (self, model);
  if (rankle_scenario_get_horizon (self) > 0)
    rankle_scenario_set_horizon (settled, horizon);
  if (fabs (unit - 1) > 0)
    convert_times (settled, unit);
  rankle_scenario_set_time_unit (settled, rankle_model_get_time_unit (model));
  rankle_dosing_settle (settled, model);
  return settled;
}

static gboolean
setting_asks_of (const RankleSetting *setting, RankleModel *model)
{
  const RankleQuantity *quantity = rankle_model_find (model, setting->id);
  const RankleControl  *control = rankle_model_find_control (model, setting->id);

  if (setting->kind == RANKLE_SETTING_CONTROL)
    return control != NULL && control->absent == NULL &&
           fabs (setting->value - control->neutral) > 0;
  return quantity != NULL && quantity->kind != RANKLE_QUANTITY_OBSERVABLE;
}

static gboolean
step_asks_of (const RankleTreatmentStep *step, RankleModel *model)
{
  const RankleControl *control = rankle_model_find_control (model, step->id);

  if (step->target == RANKLE_TARGET_CONTROL)
    return control != NULL && control->absent == NULL;
  return rankle_model_find (model, step->id) != NULL;
}

gboolean
rankle_scenario_asks_of (const RankleScenario *self, RankleModel *model)
{
  g_autoptr (RankleScenario) settled = NULL;
  const RankleSetting       *settings;
  const RankleTreatmentStep *steps;
  guint                      n_settings, n_steps;

  g_return_val_if_fail (self != NULL && model != NULL, FALSE);

  settled = rankle_scenario_settle (self, model);
  settings = rankle_scenario_get_settings (settled, &n_settings);
  for (guint i = 0; i < n_settings; i++)
    if (setting_asks_of (&settings[i], model))
      return TRUE;
  steps = rankle_scenario_get_treatment (settled, &n_steps);
  for (guint i = 0; i < n_steps; i++)
    if (step_asks_of (&steps[i], model))
      return TRUE;
  return FALSE;
}

gboolean
rankle_scenario_suits (const RankleScenario *self, RankleModel *model)
{
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);

  return rankle_scenario_apply (self, protocol, TRUE, NULL);
}
