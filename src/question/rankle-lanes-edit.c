/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rankle-lanes-edit.h"

#include <math.h>

#include "rankle-control-value.h"
#include "rankle-dosing.h"
#include "rankle-lanes-snap.h"
#include "rankle-series.h"

/* Of the time between two doses: nearer than this is the same place. */
#define SAME_PLACE 1e-6

/* (transfer full): the scenario with @step in the place of the one at @index; -1: one
 * more. */
static RankleScenario *
replace_step (const RankleLanes *lanes, int index, const RankleTreatmentStep *step)
{
  RankleScenario *scenario = rankle_scenario_copy (lanes->scenario);

  rankle_scenario_put_step (scenario, index, step);
  return scenario;
}

static RankleScenario *
remove_step (const RankleLanes *lanes, guint index)
{
  RankleScenario *scenario = rankle_scenario_copy (lanes->scenario);

  rankle_scenario_remove_step (scenario, index);
  return scenario;
}

/* What stands behind the end of the run already may stay there. */
static double
bound_time (const RankleLanes *lanes, double present, double time)
{
  double horizon = rankle_scenario_get_horizon_for (lanes->scenario, lanes->model);

  return CLAMP (time, 0, fmax (horizon, present));
}

/* ---- doses ---- */

static double
bound_amount (const RankleLanes *lanes, const RankleHandle *handle, double amount)
{
  const RankleControl *control = rankle_lanes_get (lanes, handle->lane)->control;

  if (control == NULL)
    return amount;
  return CLAMP (amount, 0, fmax (control->max, handle->amount));
}

/* (transfer full) */
static GArray *
copy_exceptions (const RankleTreatmentStep *step)
{
  GArray *exceptions = rankle_dose_exceptions_new ();

  g_array_append_vals (exceptions, step->exceptions, step->n_exceptions);
  return exceptions;
}

/* Three months told by two times come with the rounding of both: a command and a file say
 * 91.25. */
static double
without_noise (double late, double time)
{
  double near = round (late * 1e6) / 1e6;

  return fabs (near - late) < 1e-12 * fmax (fabs (time), 1) ? near : late;
}

/* What @dose of @step has of its own at @time, of @amount. */
static RankleDoseException
make_exception (const RankleTreatmentStep *step, guint dose, double time, double amount)
{
  RankleDoseException exception = { .dose = dose };

  exception.late = without_noise (time - rankle_series_get_place (step, dose), time);
  if (fabs (exception.late) < SAME_PLACE * step->interval)
    exception.late = 0;
  exception.has_amount = fabs (amount - step->value) > 0;
  if (exception.has_amount)
    exception.amount = amount;
  return exception;
}

static RankleScenario *
put_dose (const RankleLanes  *lanes,
          const RankleHandle *handle,
          double              time,
          double              amount,
          gboolean            missed)
{
  RankleTreatmentStep step = *rankle_lanes_get_step (lanes, handle);
  g_autoptr (GArray) exceptions = copy_exceptions (&step);
  RankleDoseException exception;

  if (rankle_series_count (&step) == 1)
    {
      step.time = time;
      step.value = amount;
    }
  exception = make_exception (&step, handle->dose, time, amount);
  if (missed)
    exception = (RankleDoseException){ .dose = handle->dose, .missed = TRUE };
  rankle_dose_exceptions_put (exceptions, &exception);
  rankle_series_set_exceptions (&step, exceptions);
  return replace_step (lanes, (int)handle->step, &step);
}

/* (transfer full): as those of a series whose doses count from @by later, or earlier. */
static GArray *
renumber (const RankleTreatmentStep *step, int by)
{
  GArray *exceptions = rankle_dose_exceptions_new ();

  for (guint i = 0; i < step->n_exceptions; i++)
    {
      RankleDoseException exception = step->exceptions[i];

      if ((int)exception.dose + by < 1)
        continue;
      exception.dose = (guint)((int)exception.dose + by);
      rankle_dose_exceptions_put (exceptions, &exception);
    }
  return exceptions;
}

/* The series has one dose less, or more, at its beginning. */
static RankleScenario *
shift_first (const RankleLanes *lanes, int index, int by)
{
  guint                      n;
  const RankleTreatmentStep *steps = rankle_scenario_get_treatment (lanes->scenario, &n);
  RankleTreatmentStep        step = steps[index];
  g_autoptr (GArray) exceptions = renumber (&step, by);

  step.time = fmax (step.time - by * step.interval, 0);
  step.count += by;
  rankle_series_set_exceptions (&step, exceptions);
  return replace_step (lanes, index, &step);
}

static RankleScenario *
set_count (const RankleLanes *lanes, int index, double count)
{
  guint                      n;
  const RankleTreatmentStep *steps = rankle_scenario_get_treatment (lanes->scenario, &n);
  RankleTreatmentStep        step = steps[index];

  step.count = count;
  return replace_step (lanes, index, &step);
}

static RankleScenario *
delete_dose (const RankleLanes *lanes, const RankleHandle *handle)
{
  guint count = rankle_series_count (rankle_lanes_get_step (lanes, handle));

  if (count == 1)
    return remove_step (lanes, handle->step);
  if (handle->dose == count)
    return set_count (lanes, (int)handle->step, count - 1);
  if (handle->dose == 1)
    return shift_first (lanes, (int)handle->step, -1);
  return put_dose (lanes, handle, handle->time, handle->amount, TRUE);
}

RankleScenario *
rankle_lanes_move_series (const RankleLanes *lanes, guint index, double by)
{
  const RankleHandle *handle;
  RankleTreatmentStep step;
  double              earliest, time, amount;

  g_return_val_if_fail (lanes != NULL && index < lanes->handles->len, NULL);
  g_return_val_if_fail (isfinite (by), NULL);

  handle = rankle_lanes_get_handle (lanes, index);
  if (handle->dose == 0)
    return rankle_lanes_put (lanes, index, handle->time + by, handle->amount, FALSE);
  step = *rankle_lanes_get_step (lanes, handle);
  earliest = step.time;
  for (guint dose = 1; dose <= rankle_series_count (&step); dose++)
    {
      rankle_series_get_dose (&step, dose, &time, &amount);
      earliest = fmin (earliest, time);
    }
  step.time += fmax (by, -earliest);
  step.time = bound_time (lanes, handle->time, step.time);
  return replace_step (lanes, (int)handle->step, &step);
}

/* ---- changes, infusions and moments ---- */

/* An infusion ends after it begins, if by the shortest step of time that a run has. */
static RankleScenario *
put_end (const RankleLanes *lanes, const RankleHandle *handle, double time, double amount)
{
  RankleTreatmentStep step = *rankle_lanes_get_step (lanes, handle);
  double horizon = rankle_scenario_get_horizon_for (lanes->scenario, lanes->model);

  step.until =
      fmax (time, step.time + rankle_time_grid_for (lanes->model, horizon).small);
  step.value = amount;
  return replace_step (lanes, (int)handle->step, &step);
}

/* The nearest that @control takes. */
static double
bound_value (const RankleControl *control, double value)
{
  double bounded = CLAMP (value, control->min, control->max);

  if (control->is_switch)
    return value > 0.5 * (control->min + control->max) ? control->max : control->min;
  if (control->can_be_off && value < 0.5 * control->min)
    return 0;
  return control->is_count ? round (bounded) : bounded;
}

static RankleScenario *
put_step (const RankleLanes  *lanes,
          const RankleHandle *handle,
          double              time,
          double              amount)
{
  RankleTreatmentStep  step = *rankle_lanes_get_step (lanes, handle);
  const RankleControl *control = rankle_lanes_get (lanes, handle->lane)->control;

  step.until += time - step.time;
  step.time = time;
  if (step.kind != RANKLE_TREATMENT_INFUSION)
    step.until = 0;
  step.value = control != NULL && fabs (amount - handle->amount) > 0
                   ? bound_value (control, amount)
                   : amount;
  return replace_step (lanes, (int)handle->step, &step);
}

static RankleScenario *
put_moment (const RankleLanes *lanes, const RankleHandle *handle, double time)
{
  const RankleControl *control = rankle_lanes_get (lanes, handle->lane)->control;

  g_assert (fabs (control->factor) > 0);
  return rankle_control_put_value (
      control, lanes->scenario, lanes->model,
      CLAMP (time / control->factor, control->min, control->max));
}

RankleScenario *
rankle_lanes_put (
    const RankleLanes *lanes, guint index, double time, double amount, gboolean missed)
{
  const RankleHandle *handle;

  g_return_val_if_fail (lanes != NULL && index < lanes->handles->len, NULL);
  g_return_val_if_fail (isfinite (time) && isfinite (amount), NULL);

  handle = rankle_lanes_get_handle (lanes, index);
  time = bound_time (lanes, handle->time, time);
  if (handle->dose > 0)
    return put_dose (lanes, handle, time, bound_amount (lanes, handle, amount), missed);
  if (handle->is_end)
    return put_end (lanes, handle, time, amount);
  return rankle_lanes_get (lanes, handle->lane)->kind == RANKLE_LANE_MOMENT
             ? put_moment (lanes, handle, time)
             : put_step (lanes, handle, time, amount);
}

RankleScenario *
rankle_lanes_delete (const RankleLanes *lanes, guint index)
{
  const RankleHandle  *handle;
  const RankleControl *control;

  g_return_val_if_fail (lanes != NULL && index < lanes->handles->len, NULL);

  handle = rankle_lanes_get_handle (lanes, index);
  control = rankle_lanes_get (lanes, handle->lane)->control;
  if (handle->dose > 0)
    return delete_dose (lanes, handle);
  if (rankle_lanes_get (lanes, handle->lane)->kind == RANKLE_LANE_MOMENT)
    return rankle_control_put_value (control, lanes->scenario, lanes->model,
                                     control->max);
  return remove_step (lanes, handle->step);
}

/* ---- more ---- */

static gboolean
is_place (const RankleTreatmentStep *series, double time, double place)
{
  return fabs (time - place) < SAME_PLACE * series->interval;
}

/* Which dose of @series, from 0 (one before) to one more than there are, has its place at
 * @time; -1: none. */
static int
find_place (const RankleTreatmentStep *series, double time)
{
  double nearest;

  if (!(series->interval > 0))
    return -1;
  nearest = round ((time - series->time) / series->interval) + 1;
  if (nearest < 0 || nearest > rankle_series_count (series) + 1 ||
      !is_place (series, time, series->time + (nearest - 1) * series->interval))
    return -1;
  return (int)nearest;
}

/* (transfer full) (nullable): NULL: it is no place of the series at @index that is free.
 */
static RankleScenario *
extend (const RankleLanes *lanes, int index, double time, double amount)
{
  guint                      n;
  const RankleTreatmentStep *series =
      rankle_scenario_get_treatment (lanes->scenario, &n) + index;
  int place = find_place (series, time);
  int count = (int)rankle_series_count (series);

  if (place < 0 || count >= RANKLE_SERIES_MAX || fabs (amount - series->value) > 0)
    return NULL;
  if (place == 0)
    return shift_first (lanes, index, 1);
  if (place == count + 1)
    return set_count (lanes, index, count + 1);
  for (guint i = 0; i < lanes->handles->len; i++)
    {
      const RankleHandle *handle = rankle_lanes_get_handle (lanes, i);

      if (handle->dose == (guint)place && handle->step == (guint)index && handle->missed)
        return put_dose (lanes, handle, handle->place, amount, FALSE);
    }
  return NULL;
}

/* It has no handle: it is where sliders stand that make no dose. */
static gboolean
is_remembered (const RankleLanes *lanes, int index)
{
  for (guint i = 0; i < lanes->handles->len; i++)
    {
      const RankleHandle *handle = rankle_lanes_get_handle (lanes, i);

      if (handle->dose > 0 && handle->step == (guint)index)
        return FALSE;
    }
  return TRUE;
}

/* The interval that the sliders would have it at: it makes no difference as yet. */
static double
get_interval (const RankleLanes *lanes, const RankleControl *amount)
{
  const RankleControl *interval = rankle_dosing_find_interval (lanes->model, amount);

  return interval == NULL ? 0 : interval->factor * interval->neutral;
}

RankleScenario *
rankle_lanes_add_dose (const RankleLanes   *lanes,
                       const RankleControl *control,
                       double               time,
                       double               amount)
{
  RankleTreatmentStep step = { .kind = RANKLE_TREATMENT_DOSE,
                               .target = RANKLE_TARGET_CONTROL,
                               .count = 1 };
  RankleScenario     *extended = NULL;
  int                 series;

  g_return_val_if_fail (lanes != NULL && control != NULL, NULL);
  g_return_val_if_fail (control->role == RANKLE_CONTROL_DOSE_AMOUNT, NULL);
  g_return_val_if_fail (isfinite (time) && isfinite (amount), NULL);

  time = bound_time (lanes, 0, time);
  amount = CLAMP (amount, 0, control->max);
  step.id = (char *)control->id;
  step.value = amount;
  step.time = time;
  step.interval = get_interval (lanes, control);
  series = rankle_dosing_find_series (lanes->scenario, control);
  if (series >= 0 && is_remembered (lanes, series))
    return replace_step (lanes, series, &step);
  if (series >= 0)
    extended = extend (lanes, series, time, amount);
  if (extended != NULL)
    return extended;
  return replace_step (lanes, -1, &step);
}

RankleScenario *
rankle_lanes_add_change (const RankleLanes   *lanes,
                         const RankleControl *control,
                         double               time,
                         double               value)
{
  RankleTreatmentStep step = { .kind = RANKLE_TREATMENT_CHANGE,
                               .target = RANKLE_TARGET_CONTROL };

  g_return_val_if_fail (lanes != NULL && control != NULL, NULL);
  g_return_val_if_fail (control->role == RANKLE_CONTROL_PARAMETER, NULL);
  g_return_val_if_fail (isfinite (time) && isfinite (value), NULL);

  step.id = (char *)control->id;
  step.value = bound_value (control, value);
  step.time = bound_time (lanes, 0, time);
  return replace_step (lanes, -1, &step);
}
