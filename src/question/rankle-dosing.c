/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A series stands in the treatment with its times in the scenario's time unit. Here it is
 * read and written as the controls have it; what they need not say is neutral. */

#include "config.h"

#include "rankle-dosing.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-series.h"
#include "rankle-time-unit.h"

gboolean
rankle_control_is_dosing (const RankleControl *control)
{
  g_return_val_if_fail (control != NULL, FALSE);

  return control->absent == NULL && control->role != RANKLE_CONTROL_PARAMETER;
}

/* (nullable) */
static const RankleControl *
find_role (const RankleModel *model, guint state, RankleControlRole role)
{
  for (guint i = 0; i < rankle_model_get_n_controls (model); i++)
    {
      const RankleControl *control = rankle_model_get_control (model, i);

      if (rankle_control_is_dosing (control) && control->state == state &&
          control->role == role)
        return control;
    }
  return NULL;
}

const RankleControl *
rankle_dosing_find_amount (const RankleModel *model, const RankleControl *control)
{
  g_return_val_if_fail (model != NULL && control != NULL, NULL);
  g_return_val_if_fail (rankle_control_is_dosing (control), NULL);

  return find_role (model, control->state, RANKLE_CONTROL_DOSE_AMOUNT);
}

const RankleControl *
rankle_dosing_find_interval (const RankleModel *model, const RankleControl *control)
{
  g_return_val_if_fail (model != NULL && control != NULL, NULL);
  g_return_val_if_fail (rankle_control_is_dosing (control), NULL);

  return find_role (model, control->state, RANKLE_CONTROL_DOSE_INTERVAL);
}

/* How many of the model's time unit one of the scenario's is. */
static double
get_unit (const RankleScenario *scenario, const RankleModel *model)
{
  return rankle_time_unit_convert (rankle_scenario_get_time_unit (scenario),
                                   rankle_model_get_time_unit (model));
}

/* ---- a step as the controls of its group have it ---- */

static double *
get_place (RankleTreatmentStep *step, RankleControlRole role)
{
  switch (role)
    {
    case RANKLE_CONTROL_DOSE_AMOUNT:
      return &step->value;
    case RANKLE_CONTROL_DOSE_INTERVAL:
      return &step->interval;
    case RANKLE_CONTROL_DOSE_COUNT:
      return &step->count;
    case RANKLE_CONTROL_DOSE_START:
      return &step->time;
    case RANKLE_CONTROL_PARAMETER:
    default:
      g_assert_not_reached ();
    }
}

/* How much of the model's own number one in a step is: times are counted in the
 * scenario's @unit. */
static double
get_size (const RankleControl *control, double unit)
{
  return control->role == RANKLE_CONTROL_DOSE_COUNT ? 1 : unit;
}

/* An amount stays in the control's own unit. */
static double
to_step (const RankleControl *control, double value, double unit)
{
  g_assert (unit > 0 && fabs (control->factor) > 0);

  if (control->role == RANKLE_CONTROL_DOSE_AMOUNT)
    return value;
  return control->factor * value / get_size (control, unit);
}

static double
from_step (const RankleControl *control, double value, double unit)
{
  g_assert (unit > 0 && fabs (control->factor) > 0);

  if (control->role == RANKLE_CONTROL_DOSE_AMOUNT)
    return value;
  return value * get_size (control, unit) / control->factor;
}

/* A control that the group lacks leaves what makes one dose at time 0. */
static RankleTreatmentStep
make_neutral (const RankleModel *model, const RankleControl *amount, double unit)
{
  RankleTreatmentStep step = {
    .kind = RANKLE_TREATMENT_DOSE,
    .target = RANKLE_TARGET_CONTROL,
    .id = (char *)amount->id,
    .count = 1,
  };

  for (RankleControlRole role = RANKLE_CONTROL_DOSE_AMOUNT;
       role <= RANKLE_CONTROL_DOSE_START; role++)
    {
      const RankleControl *control = find_role (model, amount->state, role);

      if (control != NULL)
        *get_place (&step, role) = to_step (control, control->neutral, unit);
    }
  return step;
}

static gboolean
is_of (const RankleTreatmentStep *step, const RankleControl *amount)
{
  return step->kind == RANKLE_TREATMENT_DOSE && step->target == RANKLE_TARGET_CONTROL &&
         g_str_equal (step->id, amount->id);
}

int
rankle_dosing_find_series (const RankleScenario *scenario, const RankleControl *amount)
{
  guint                      n;
  const RankleTreatmentStep *steps;
  int                        longest = -1;

  g_return_val_if_fail (scenario != NULL && amount != NULL, -1);

  steps = rankle_scenario_get_treatment (scenario, &n);
  for (guint i = 0; i < n; i++)
    if (is_of (&steps[i], amount) &&
        (longest < 0 || steps[i].count > steps[longest].count))
      longest = (int)i;
  return longest;
}

static RankleTreatmentStep
get_step (const RankleScenario *scenario,
          const RankleModel    *model,
          int                   index,
          double                unit,
          const RankleControl  *amount)
{
  guint n;

  return index < 0 ? make_neutral (model, amount, unit)
                   : rankle_scenario_get_treatment (scenario, &n)[index];
}

static gboolean
are_alike (const RankleTreatmentStep *a, const RankleTreatmentStep *b)
{
  return !(fabs (a->value - b->value) > 0) && !(fabs (a->time - b->time) > 0) &&
         !(fabs (a->interval - b->interval) > 0) && !(fabs (a->count - b->count) > 0) &&
         a->n_exceptions == 0 && b->n_exceptions == 0;
}

/* ---- reading and writing ---- */

double
rankle_dosing_get (const RankleScenario *scenario,
                   const RankleModel    *model,
                   const RankleControl  *control)
{
  const RankleControl *amount;
  RankleTreatmentStep  step;
  double               value, unit;
  int                  index;

  g_return_val_if_fail (scenario != NULL && model != NULL && control != NULL, NAN);

  if (rankle_scenario_get_control (scenario, control->id, &value))
    return value;
  amount = rankle_dosing_find_amount (model, control);
  index = amount == NULL ? -1 : rankle_dosing_find_series (scenario, amount);
  if (index < 0)
    return control->neutral;
  unit = get_unit (scenario, model);
  step = get_step (scenario, model, index, unit, amount);
  return from_step (control, *get_place (&step, control->role), unit);
}

/* (transfer full): what @step has of exceptions, of which none is before the start: a
 * shorter interval leaves less time to be early by. */
static GArray *
keep_exceptions (const RankleTreatmentStep *step)
{
  GArray *kept = rankle_dose_exceptions_new ();

  for (guint i = 0; i < step->n_exceptions; i++)
    {
      RankleDoseException exception = step->exceptions[i];

      exception.late =
          fmax (exception.late, -rankle_series_get_place (step, exception.dose));
      rankle_dose_exceptions_put (kept, &exception);
    }
  return kept;
}

/* Moves the settings of one group into its step. */
static void
settle_group (RankleScenario      *scenario,
              const RankleModel   *model,
              const RankleControl *amount,
              double               unit)
{
  int                 index = rankle_dosing_find_series (scenario, amount);
  RankleTreatmentStep step = get_step (scenario, model, index, unit, amount);
  RankleTreatmentStep neutral = make_neutral (model, amount, unit);
  g_autoptr (GArray) exceptions = NULL;
  gboolean is_set = FALSE;

  g_assert (amount->role == RANKLE_CONTROL_DOSE_AMOUNT && unit > 0);

  for (guint i = 0; i < rankle_model_get_n_controls (model); i++)
    {
      const RankleControl *control = rankle_model_get_control (model, i);
      double               value;

      if (!rankle_control_is_dosing (control) || control->state != amount->state ||
          !rankle_scenario_get_control (scenario, control->id, &value))
        continue;
      *get_place (&step, control->role) = to_step (control, value, unit);
      rankle_scenario_reset_control (scenario, control->id);
      is_set = TRUE;
    }
  if (!is_set)
    return;
  step.id = (char *)amount->id;
  exceptions = keep_exceptions (&step);
  rankle_series_set_exceptions (&step, exceptions);
  if (!are_alike (&step, &neutral))
    rankle_scenario_put_step (scenario, index, &step);
  else if (index >= 0)
    rankle_scenario_remove_step (scenario, (guint)index);
}

void
rankle_dosing_settle (RankleScenario *scenario, const RankleModel *model)
{
  g_return_if_fail (scenario != NULL && model != NULL);

  for (guint i = 0; i < rankle_model_get_n_controls (model); i++)
    {
      const RankleControl *control = rankle_model_get_control (model, i);

      if (rankle_control_is_dosing (control) &&
          control->role == RANKLE_CONTROL_DOSE_AMOUNT)
        settle_group (scenario, model, control, get_unit (scenario, model));
    }
}

RankleScenario *
rankle_dosing_put (const RankleScenario *scenario,
                   RankleModel          *model,
                   const RankleControl  *control,
                   double                value)
{
  g_autoptr (RankleScenario) copy = NULL;

  g_return_val_if_fail (scenario != NULL && model != NULL && control != NULL, NULL);
  g_return_val_if_fail (rankle_control_is_dosing (control), NULL);

  copy = rankle_scenario_copy (scenario);
  rankle_scenario_set_control (copy, control->id, value);
  return rankle_scenario_settle (copy, model);
}

/* ---- what makes no difference ---- */

static double
count_doses (const RankleScenario *scenario,
             const RankleModel    *model,
             const RankleControl  *amount)
{
  const RankleControl *count =
      find_role (model, amount->state, RANKLE_CONTROL_DOSE_COUNT);

  return count == NULL ? 1 : round (rankle_dosing_get (scenario, model, count));
}

/* Some dose of a step of the treatment is something. */
static gboolean
is_given (const RankleScenario *scenario, const RankleControl *amount)
{
  guint                      n;
  const RankleTreatmentStep *steps = rankle_scenario_get_treatment (scenario, &n);
  double                     time, value;

  for (guint i = 0; i < n; i++)
    for (guint dose = 1;
         is_of (&steps[i], amount) && dose <= rankle_series_count (&steps[i]); dose++)
      if (rankle_series_get_dose (&steps[i], dose, &time, &value) && value > 0)
        return TRUE;
  return FALSE;
}

gboolean
rankle_dosing_is_nothing (const RankleScenario *scenario,
                          const RankleModel    *model,
                          const RankleControl  *amount)
{
  g_return_val_if_fail (scenario != NULL && model != NULL, TRUE);
  g_return_val_if_fail (amount->role == RANKLE_CONTROL_DOSE_AMOUNT, TRUE);

  return (!(rankle_dosing_get (scenario, model, amount) > 0) ||
          count_doses (scenario, model, amount) < 1) &&
         !is_given (scenario, amount);
}

const char *
rankle_dosing_find_idle (const RankleScenario *scenario,
                         const RankleModel    *model,
                         const RankleControl  *control)
{
  const RankleControl *amount;
  double               n;

  g_return_val_if_fail (scenario != NULL && model != NULL && control != NULL, NULL);

  amount = rankle_dosing_find_amount (model, control);
  if (amount == NULL || amount == control)
    return NULL;
  n = count_doses (scenario, model, amount);
  if (!(rankle_dosing_get (scenario, model, amount) > 0) ||
      (control->role != RANKLE_CONTROL_DOSE_COUNT && n < 1))
    return _ ("no dose yet");
  /* Translators: in place of the time from one dose to the next, where there is no next
   */
  return control->role == RANKLE_CONTROL_DOSE_INTERVAL && n < 2 ? _ ("single dose")
                                                                : NULL;
}

/* (nullable) */
static const char *
find_exception_fault (const RankleTreatmentStep *step)
{
  double time, amount;

  for (guint i = 0; i < step->n_exceptions; i++)
    {
      rankle_series_get_dose (step, step->exceptions[i].dose, &time, &amount);
      if (!isfinite (time))
        return _ ("a dose is given at no time that can be told");
      if (step->target == RANKLE_TARGET_CONTROL && time < 0)
        return _ ("a dose cannot be given before the start");
      if (step->target == RANKLE_TARGET_CONTROL && amount < 0)
        return _ ("the amount of a dose cannot be negative");
    }
  return NULL;
}

const char *
rankle_dosing_find_fault (const RankleTreatmentStep *step)
{
  g_return_val_if_fail (step != NULL && step->kind == RANKLE_TREATMENT_DOSE, NULL);

  if (step->target == RANKLE_TARGET_CONTROL && step->value < 0)
    return _ ("the amount of a dose cannot be negative");
  if (step->count < 0)
    return _ ("the number of doses cannot be negative");
  if (fabs (step->count - round (step->count)) > 0)
    return _ ("the number of doses must be a whole number");
  if (step->count > RANKLE_SERIES_MAX)
    return _ ("too many doses");
  if (step->target == RANKLE_TARGET_CONTROL && step->time < 0)
    return _ ("the first dose cannot be given before the start");
  if (step->count > 1 && !(step->interval > 0))
    return _ ("the time between doses must be above 0");
  if (!isfinite (step->time + step->count * step->interval))
    return _ ("the last dose is given at no time that can be told");
  return find_exception_fault (step);
}
