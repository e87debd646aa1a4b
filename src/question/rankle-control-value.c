/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-control-value.h"

#include <math.h>

#include "rankle-control-range.h"
#include "rankle-dosing-carry.h"
#include "rankle-dosing.h"

double
rankle_control_get_value (const RankleControl  *control,
                          const RankleScenario *scenario,
                          const RankleModel    *model)
{
  double value;

  g_return_val_if_fail (control != NULL && control->absent == NULL, NAN);
  g_return_val_if_fail (scenario != NULL && model != NULL, NAN);

  if (rankle_control_is_dosing (control))
    return rankle_dosing_get (scenario, model, control);
  value = control->neutral;
  rankle_scenario_get_control (scenario, control->id, &value);
  return value;
}

RankleScenario *
rankle_control_put_value (const RankleControl  *control,
                          const RankleScenario *scenario,
                          RankleModel          *model,
                          double                value)
{
  RankleScenario *put;

  g_return_val_if_fail (control != NULL && control->absent == NULL, NULL);
  g_return_val_if_fail (scenario != NULL && model != NULL && isfinite (value), NULL);

  if (rankle_control_is_dosing (control))
    return rankle_dosing_put (scenario, model, control, value);
  put = rankle_scenario_copy (scenario);
  if (fabs (value - control->neutral) > 0)
    rankle_scenario_set_control (put, control->id, value);
  else
    rankle_scenario_reset_control (put, control->id);
  return put;
}

/* FALSE: @from leaves it alone. */
static gboolean
find_moved (const RankleScenario *from, RankleModel *of, const char *id, double *value)
{
  const RankleControl *control = rankle_model_find_control (of, id);

  if (control == NULL || control->absent != NULL)
    return FALSE;
  *value = rankle_control_get_value (control, from, of);
  return fabs (*value - control->neutral) > 0;
}

/* There is more of doses than controls can say: exceptions, or several series. */
static gboolean
has_more_doses (const RankleScenario *from)
{
  guint                      n, n_series = 0;
  const RankleTreatmentStep *steps = rankle_scenario_get_treatment (from, &n);

  for (guint i = 0; i < n; i++)
    if (steps[i].kind == RANKLE_TREATMENT_DOSE &&
        steps[i].target == RANKLE_TARGET_CONTROL &&
        (steps[i].n_exceptions > 0 || n_series++ > 0))
      return TRUE;
  return FALSE;
}

/* Another model is asked about the same. (transfer full); takes @to. */
static RankleScenario *
carry_person (const RankleScenario *from, RankleScenario *to)
{
  g_autoptr (RankleScenario) before = to;
  RankleScenario *carried;

  if (!rankle_person_is_told (rankle_scenario_get_person (from)))
    return g_steal_pointer (&before);
  carried = rankle_scenario_copy (to);
  rankle_scenario_set_person (carried, rankle_scenario_get_person (from));
  return carried;
}

RankleScenario *
rankle_scenario_carry (const RankleScenario *from,
                       RankleModel          *of,
                       RankleScenario       *to,
                       RankleModel          *model)
{
  RankleScenario *carried;

  g_return_val_if_fail (from != NULL && of != NULL && to != NULL && model != NULL, NULL);

  carried = rankle_scenario_ref (to);
  for (guint i = 0; i < rankle_model_get_n_controls (model); i++)
    {
      const RankleControl *control = rankle_model_get_control (model, i);
      RankleScenario      *before = carried;
      double               value;

      if (control->absent != NULL || !find_moved (from, of, control->id, &value) ||
          !rankle_control_takes (control, value))
        continue;
      carried = rankle_control_put_value (control, before, model, value);
      rankle_scenario_unref (before);
    }
  if (has_more_doses (from))
    {
      RankleScenario *before = carried;

      carried = rankle_dosing_carry (from, of, before, model);
      rankle_scenario_unref (before);
    }
  return carry_person (from, carried);
}
