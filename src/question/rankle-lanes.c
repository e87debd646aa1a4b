/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rankle-lanes.h"

#include <math.h>
#include <string.h>

#include "rankle-control-value.h"
#include "rankle-series.h"

static void
clear_lane (gpointer data)
{
  RankleLane *lane = data;

  g_free (lane->id);
  g_free (lane->label);
}

/* ---- lanes ---- */

static gboolean
is_lane (const RankleLane *lane, RankleLaneKind kind, RankleTarget target, const char *id)
{
  return lane->kind == kind && lane->target == target && strcmp (lane->id, id) == 0;
}

static int
find_lane (const RankleLanes *self,
           RankleLaneKind     kind,
           RankleTarget       target,
           const char        *id)
{
  for (guint i = 0; i < self->lanes->len; i++)
    if (is_lane (rankle_lanes_get (self, i), kind, target, id))
      return (int)i;
  return -1;
}

int
rankle_lanes_find (const RankleLanes *lanes, const RankleLane *lane)
{
  g_return_val_if_fail (lanes != NULL && lane != NULL, -1);

  return find_lane (lanes, lane->kind, lane->target, lane->id);
}

static const char *
find_label (const RankleLanes *self, RankleTarget target, const char *id)
{
  const RankleControl  *control = rankle_model_find_control (self->model, id);
  const RankleQuantity *quantity = rankle_model_find (self->model, id);

  if (target == RANKLE_TARGET_CONTROL && control != NULL)
    return control->label;
  return quantity != NULL ? quantity->label : id;
}

static void
add_lane (RankleLanes *self, RankleLaneKind kind, RankleTarget target, const char *id)
{
  RankleLane lane = { .kind = kind, .target = target, .most = 0 };

  if (find_lane (self, kind, target, id) >= 0)
    return;
  if (target == RANKLE_TARGET_CONTROL)
    lane.control = rankle_model_find_control (self->model, id);
  lane.id = g_strdup (id);
  lane.label = g_strdup (find_label (self, target, id));
  g_array_append_val (self->lanes, lane);
}

static RankleLaneKind
get_kind (const RankleTreatmentStep *step)
{
  static const RankleLaneKind kinds[] = {
    [RANKLE_TREATMENT_CHANGE] = RANKLE_LANE_CHANGES,
    [RANKLE_TREATMENT_DOSE] = RANKLE_LANE_DOSES,
    [RANKLE_TREATMENT_INFUSION] = RANKLE_LANE_INFUSIONS,
  };

  g_assert (step->kind < G_N_ELEMENTS (kinds));
  return kinds[step->kind];
}

/* What the model lacks is left out of a run, too. */
static gboolean
has_target (const RankleLanes *self, const RankleTreatmentStep *step)
{
  const RankleControl  *control = rankle_model_find_control (self->model, step->id);
  const RankleQuantity *quantity = rankle_model_find (self->model, step->id);

  if (step->target == RANKLE_TARGET_CONTROL)
    return control != NULL && control->absent == NULL;
  return quantity != NULL && quantity->kind == (step->target == RANKLE_TARGET_STATE
                                                    ? RANKLE_QUANTITY_STATE
                                                    : RANKLE_QUANTITY_PARAMETER);
}

/* ---- handles ---- */

static void
add_handle (RankleLanes *self, const RankleHandle *handle)
{
  RankleLane *lane = &g_array_index (self->lanes, RankleLane, handle->lane);

  lane->most = fmax (lane->most, fabs (handle->amount));
  g_array_append_val (self->handles, *handle);
}

static void
add_doses (RankleLanes *self, const RankleTreatmentStep *step, guint index, guint lane)
{
  for (guint dose = 1; dose <= rankle_series_count (step); dose++)
    {
      RankleHandle handle = { .lane = lane, .step = index, .dose = dose };

      handle.missed = !rankle_series_get_dose (step, dose, &handle.time, &handle.amount);
      handle.place = rankle_series_get_place (step, dose);
      handle.until = handle.time;
      add_handle (self, &handle);
    }
}

static void
add_step (RankleLanes *self, const RankleTreatmentStep *step, guint index, guint lane)
{
  RankleHandle handle = { .lane = lane,
                          .step = index,
                          .time = step->time,
                          .place = step->time,
                          .until = step->kind == RANKLE_TREATMENT_INFUSION ? step->until
                                                                           : step->time,
                          .amount = step->value };

  if (step->kind == RANKLE_TREATMENT_DOSE)
    add_doses (self, step, index, lane);
  else
    add_handle (self, &handle);
  if (step->kind != RANKLE_TREATMENT_INFUSION)
    return;
  handle.is_end = TRUE;
  handle.time = handle.place = handle.until;
  add_handle (self, &handle);
}

/* A series whose doses are all nothing is what sliders remember, and no treatment. */
static gboolean
is_shown (const RankleLanes *self, const RankleTreatmentStep *step)
{
  double time, amount, most = 0;

  if (!has_target (self, step))
    return FALSE;
  if (step->kind != RANKLE_TREATMENT_DOSE)
    return TRUE;
  for (guint dose = 1; dose <= rankle_series_count (step); dose++)
    {
      rankle_series_get_dose (step, dose, &time, &amount);
      most = fmax (most, fabs (amount));
    }
  return most > 0;
}

static void
add_steps (RankleLanes *self, RankleLaneKind kind)
{
  guint                      n;
  const RankleTreatmentStep *steps = rankle_scenario_get_treatment (self->scenario, &n);

  for (guint i = 0; i < n; i++)
    if (get_kind (&steps[i]) == kind && is_shown (self, &steps[i]))
      {
        add_lane (self, kind, steps[i].target, steps[i].id);
        add_step (self, &steps[i], i,
                  (guint)find_lane (self, kind, steps[i].target, steps[i].id));
      }
}

/* In the model's time, since its parameter is one; unless it never comes. */
static void
add_moment (RankleLanes *self, const RankleControl *control)
{
  double       value = rankle_control_get_value (control, self->scenario, self->model);
  RankleHandle handle = { .lane = self->lanes->len };

  if (value >= control->max)
    return;
  handle.time = handle.place = handle.until = control->factor * value;
  add_lane (self, RANKLE_LANE_MOMENT, RANKLE_TARGET_CONTROL, control->id);
  add_handle (self, &handle);
}

static void
add_moments (RankleLanes *self)
{
  for (guint i = 0; i < rankle_model_get_n_controls (self->model); i++)
    {
      const RankleControl *control = rankle_model_get_control (self->model, i);

      if (control->absent == NULL && control->ends_never)
        add_moment (self, control);
    }
}

static int
compare_handles (gconstpointer a, gconstpointer b)
{
  const RankleHandle *x = a, *y = b;

  if (x->lane != y->lane)
    return x->lane < y->lane ? -1 : 1;
  if (x->time < y->time || x->time > y->time)
    return x->time < y->time ? -1 : 1;
  if (x->step != y->step)
    return x->step < y->step ? -1 : 1;
  if (x->dose != y->dose)
    return x->dose < y->dose ? -1 : 1;
  return x->is_end - y->is_end;
}

static void
settle_lanes (RankleLanes *self)
{
  g_array_sort (self->handles, compare_handles);
  for (guint i = 0; i < self->lanes->len; i++)
    {
      RankleLane *lane = &g_array_index (self->lanes, RankleLane, i);

      if (!(lane->most > 0))
        lane->most = 1;
    }
}

RankleLanes *
rankle_lanes_new (const RankleScenario *scenario, RankleModel *model)
{
  RankleLanes *self;

  g_return_val_if_fail (scenario != NULL && model != NULL, NULL);

  self = g_new0 (RankleLanes, 1);
  self->model = rankle_model_ref (model);
  self->scenario = rankle_scenario_settle (scenario, model);
  self->lanes = g_array_new (FALSE, TRUE, sizeof (RankleLane));
  g_array_set_clear_func (self->lanes, clear_lane);
  self->handles = g_array_new (FALSE, TRUE, sizeof (RankleHandle));
  add_steps (self, RANKLE_LANE_DOSES);
  add_steps (self, RANKLE_LANE_INFUSIONS);
  add_steps (self, RANKLE_LANE_CHANGES);
  add_moments (self);
  settle_lanes (self);
  return self;
}

void
rankle_lanes_free (RankleLanes *lanes)
{
  g_return_if_fail (lanes != NULL);

  rankle_scenario_unref (lanes->scenario);
  rankle_model_unref (lanes->model);
  g_array_unref (lanes->lanes);
  g_array_unref (lanes->handles);
  g_free (lanes);
}

const RankleTreatmentStep *
rankle_lanes_get_step (const RankleLanes *lanes, const RankleHandle *handle)
{
  guint                      n;
  const RankleTreatmentStep *steps;

  g_return_val_if_fail (lanes != NULL && handle != NULL, NULL);

  if (rankle_lanes_get (lanes, handle->lane)->kind == RANKLE_LANE_MOMENT)
    return NULL;
  steps = rankle_scenario_get_treatment (lanes->scenario, &n);
  g_assert (handle->step < n);
  return &steps[handle->step];
}

int
rankle_lanes_find_handle (const RankleLanes *lanes, guint lane, const RankleHandle *like)
{
  double least = INFINITY;
  int    nearest = -1;

  g_return_val_if_fail (lanes != NULL && like != NULL, -1);

  for (guint i = 0; i < lanes->handles->len; i++)
    {
      const RankleHandle *handle = rankle_lanes_get_handle (lanes, i);
      double              distance = fabs (handle->time - like->time);

      if (handle->lane != lane || handle->is_end != like->is_end || distance > least ||
          (!(distance < least) && handle->dose != like->dose))
        continue;
      least = distance;
      nearest = (int)i;
    }
  return nearest;
}
