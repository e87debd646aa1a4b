/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rankle-dosing-carry.h"

#include <math.h>
#include <string.h>

#include "rankle-dosing.h"
#include "rankle-series.h"
#include "rankle-time-unit.h"

/* Two scenarios, each as it stands for its model. */
typedef struct
{
  RankleScenario *from, *to; /* (owned) */
  double          unit;      /* of the model of the one in that of the other */
} Carriage;

static gboolean
is_of (const RankleTreatmentStep *step, const RankleControl *amount)
{
  return step->kind == RANKLE_TREATMENT_DOSE && step->target == RANKLE_TARGET_CONTROL &&
         strcmp (step->id, amount->id) == 0;
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
carry_exceptions (Carriage *self, const RankleTreatmentStep *series, int index)
{
  guint                      n;
  const RankleTreatmentStep *steps = rankle_scenario_get_treatment (self->to, &n);
  RankleTreatmentStep        step = steps[index];
  g_autoptr (GArray) exceptions = convert_exceptions (series, self->unit);

  rankle_series_set_exceptions (&step, exceptions);
  rankle_scenario_put_step (self->to, index, &step);
}

static void
carry_step (Carriage *self, const RankleTreatmentStep *step)
{
  RankleTreatmentStep carried = *step;
  g_autoptr (GArray) exceptions = convert_exceptions (step, self->unit);

  carried.time *= self->unit;
  carried.interval *= self->unit;
  rankle_series_set_exceptions (&carried, exceptions);
  rankle_scenario_add_step (self->to, &carried);
}

/* The series is the one that was taken over: its amount and number are. */
static gboolean
has_series (const Carriage *self, const RankleTreatmentStep *series, int index)
{
  guint                      n;
  const RankleTreatmentStep *steps = rankle_scenario_get_treatment (self->to, &n);

  return index >= 0 && !(fabs (steps[index].value - series->value) > 0) &&
         rankle_series_count (&steps[index]) == rankle_series_count (series);
}

static void
carry_drug (Carriage *self, const RankleControl *amount)
{
  guint                      n;
  const RankleTreatmentStep *steps = rankle_scenario_get_treatment (self->from, &n);
  int                        series = rankle_dosing_find_series (self->from, amount);
  int                        index = rankle_dosing_find_series (self->to, amount);

  if (series < 0 || !has_series (self, &steps[series], index))
    return;
  if (steps[series].n_exceptions > 0)
    carry_exceptions (self, &steps[series], index);
  for (guint i = 0; i < n; i++)
    if ((int)i != series && is_of (&steps[i], amount))
      carry_step (self, &steps[i]);
}

RankleScenario *
rankle_dosing_carry (const RankleScenario *from,
                     RankleModel          *of,
                     const RankleScenario *to,
                     RankleModel          *model)
{
  Carriage self;

  g_return_val_if_fail (from != NULL && of != NULL && to != NULL && model != NULL, NULL);

  self.from = rankle_scenario_settle (from, of);
  self.to = rankle_scenario_settle (to, model);
  self.unit = rankle_time_unit_convert (rankle_model_get_time_unit (of),
                                        rankle_model_get_time_unit (model));
  for (guint i = 0; i < rankle_model_get_n_controls (model); i++)
    {
      const RankleControl *control = rankle_model_get_control (model, i);

      if (rankle_control_is_dosing (control) &&
          control->role == RANKLE_CONTROL_DOSE_AMOUNT)
        carry_drug (&self, control);
    }
  rankle_scenario_unref (self.from);
  return self.to;
}
