/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rankle-regimen-use.h"

#include <math.h>
#include <string.h>

#include "rankle-dosing.h"
#include "rankle-series.h"
#include "rankle-time-unit.h"

const RankleControl *
rankle_regimen_find_control (const RankleRegimen *regimen, const RankleModel *model)
{
  const RankleControl *control;

  g_return_val_if_fail (regimen != NULL && model != NULL, NULL);

  control = rankle_model_find_control (model, regimen->control);
  return control != NULL && control->absent == NULL &&
                 control->role == RANKLE_CONTROL_DOSE_AMOUNT &&
                 strcmp (control->unit, regimen->unit) == 0
             ? control
             : NULL;
}

static gboolean
is_of (const RankleTreatmentStep *step, const char *control)
{
  return step->kind == RANKLE_TREATMENT_DOSE && step->target == RANKLE_TARGET_CONTROL &&
         strcmp (step->id, control) == 0;
}

/* From the last on: indices move. */
static void
remove_doses (RankleScenario *scenario, const char *control)
{
  guint                      n;
  const RankleTreatmentStep *steps = rankle_scenario_get_treatment (scenario, &n);

  while (n-- > 0)
    if (is_of (&steps[n], control))
      rankle_scenario_remove_step (scenario, n);
}

static void
add_doses (RankleScenario      *scenario,
           const RankleRegimen *regimen,
           const RankleModel   *model,
           double               start)
{
  double unit = rankle_time_unit_convert ("day", rankle_model_get_time_unit (model));

  for (guint i = 0; i < regimen->n_doses; i++)
    {
      RankleTreatmentStep step = { .kind = RANKLE_TREATMENT_DOSE,
                                   .target = RANKLE_TARGET_CONTROL,
                                   .id = (char *)regimen->control,
                                   .value = regimen->doses[i].amount,
                                   .time = start + unit * regimen->doses[i].time,
                                   .interval = unit * regimen->doses[i].interval,
                                   .count = regimen->doses[i].count };

      rankle_scenario_add_step (scenario, &step);
    }
}

RankleScenario *
rankle_regimen_give (const RankleRegimen *regimen, const RankleLanes *lanes, double start)
{
  RankleScenario *scenario;

  g_return_val_if_fail (regimen != NULL && lanes != NULL && isfinite (start), NULL);
  g_return_val_if_fail (rankle_regimen_find_control (regimen, lanes->model) != NULL,
                        NULL);

  scenario = rankle_scenario_copy (lanes->scenario);
  remove_doses (scenario, regimen->control);
  add_doses (scenario, regimen, lanes->model, fmax (start, 0));
  return scenario;
}

/* ---- a switch of therapy ---- */

/* Of a series the last dose that is given before @time, or 0. */
static guint
find_last_before (const RankleTreatmentStep *series, double time)
{
  double at, amount;

  for (guint dose = rankle_series_count (series); dose > 0; dose--)
    if (rankle_series_get_dose (series, dose, &at, &amount) && at < time)
      return dose;
  return 0;
}

/* What is late beyond @time is missed. */
static void
cut_series (RankleScenario *scenario, guint index, double time)
{
  guint               n;
  RankleTreatmentStep step = rankle_scenario_get_treatment (scenario, &n)[index];
  g_autoptr (GArray) exceptions = rankle_dose_exceptions_new ();
  guint  last = find_last_before (&step, time);
  double at, amount;

  if (last == 0)
    {
      rankle_scenario_remove_step (scenario, index);
      return;
    }
  g_array_append_vals (exceptions, step.exceptions, step.n_exceptions);
  for (guint dose = 1; dose < last; dose++)
    if (rankle_series_get_dose (&step, dose, &at, &amount) && at >= time)
      rankle_dose_exceptions_put (exceptions,
                                  &(RankleDoseException){ .dose = dose, .missed = TRUE });
  step.count = last;
  rankle_series_set_exceptions (&step, exceptions);
  rankle_scenario_put_step (scenario, (int)index, &step);
}

/* From the last on: indices move. */
static void
cut_doses (RankleScenario *scenario, const char *control, double time)
{
  guint n;

  rankle_scenario_get_treatment (scenario, &n);
  while (n-- > 0)
    {
      guint all;

      if (is_of (&rankle_scenario_get_treatment (scenario, &all)[n], control))
        cut_series (scenario, n, time);
    }
}

gboolean
rankle_regimen_can_follow (const RankleRegimen *regimen,
                           const RankleLanes   *lanes,
                           guint                handle)
{
  const RankleHandle *dose;

  g_return_val_if_fail (regimen != NULL && lanes != NULL, FALSE);

  dose = rankle_lanes_get_handle (lanes, handle);
  return dose->dose > 0 && rankle_lanes_get (lanes, dose->lane)->control != NULL &&
         strcmp (rankle_lanes_get (lanes, dose->lane)->id, regimen->control) != 0 &&
         rankle_regimen_find_control (regimen, lanes->model) != NULL;
}

RankleScenario *
rankle_regimen_follow (const RankleRegimen *regimen,
                       const RankleLanes   *lanes,
                       guint                handle)
{
  const RankleHandle *dose;
  RankleScenario     *scenario;

  g_return_val_if_fail (regimen != NULL && lanes != NULL, NULL);
  g_return_val_if_fail (rankle_regimen_can_follow (regimen, lanes, handle), NULL);

  dose = rankle_lanes_get_handle (lanes, handle);
  scenario = rankle_scenario_copy (lanes->scenario);
  cut_doses (scenario, rankle_lanes_get (lanes, dose->lane)->id, dose->time);
  cut_doses (scenario, regimen->control, dose->time);
  add_doses (scenario, regimen, lanes->model, dose->time);
  return scenario;
}

double
rankle_regimen_find_start (const RankleRegimen *regimen,
                           const RankleLanes   *lanes,
                           double               otherwise)
{
  g_return_val_if_fail (regimen != NULL && lanes != NULL, otherwise);

  for (guint i = 0; i < lanes->handles->len; i++)
    {
      const RankleHandle *handle = rankle_lanes_get_handle (lanes, i);

      if (handle->dose > 0 &&
          strcmp (rankle_lanes_get (lanes, handle->lane)->id, regimen->control) == 0)
        return handle->time;
    }
  return otherwise;
}

/* The same doses at the same times: that a single dose keeps an interval is no matter. */
static gboolean
is_given (const RankleRegimen *regimen, const RankleLanes *lanes, guint lane)
{
  double start = rankle_regimen_find_start (regimen, lanes, 0);
  g_autoptr (RankleScenario) scenario = rankle_regimen_give (regimen, lanes, start);
  g_autoptr (RankleLanes) wanted = rankle_lanes_new (scenario, lanes->model);

  if (wanted->handles->len != lanes->handles->len || wanted->lanes->len <= lane)
    return FALSE;
  for (guint i = 0; i < lanes->handles->len; i++)
    {
      const RankleHandle *a = rankle_lanes_get_handle (lanes, i);
      const RankleHandle *b = rankle_lanes_get_handle (wanted, i);

      if (a->lane == lane && (b->lane != lane || a->missed ||
                              fabs (a->time - b->time) > 1e-6 * (1 + fabs (b->time)) ||
                              fabs (a->amount - b->amount) > 0))
        return FALSE;
    }
  return TRUE;
}

const RankleRegimen *
rankle_regimen_find (const RankleLanes *lanes, guint lane)
{
  const RankleLane    *doses;
  guint                n;
  const RankleRegimen *regimens = rankle_regimens_get (&n);

  g_return_val_if_fail (lanes != NULL && lane < lanes->lanes->len, NULL);

  doses = rankle_lanes_get (lanes, lane);
  for (guint i = 0; i < n; i++)
    if (doses->kind == RANKLE_LANE_DOSES &&
        strcmp (doses->id, regimens[i].control) == 0 &&
        rankle_regimen_find_control (&regimens[i], lanes->model) != NULL &&
        is_given (&regimens[i], lanes, lane))
      return &regimens[i];
  return NULL;
}
