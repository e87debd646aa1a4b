/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-idle.h"

#include <math.h>
#include <string.h>

#include "rankle-control-value.h"
#include "rankle-dosing.h"

const RankleControl *
rankle_control_find_needed (const RankleModel   *model,
                            const RankleControl *control,
                            guint                index)
{
  g_return_val_if_fail (model != NULL && control != NULL, NULL);
  g_return_val_if_fail (index <= RANKLE_NEEDS_MAX, NULL);

  if (control->absent != NULL)
    return NULL;
  if (control->needs[0] != NULL)
    return control->needs[index] == NULL
               ? NULL
               : rankle_model_find_control (model, control->needs[index]);
  return index == 0 && rankle_control_is_dosing (control)
             ? rankle_dosing_find_amount (model, control)
             : NULL;
}

/* The id of what @control moves, as a file calls it that does not go by controls. */
static const char *
get_target (const RankleModel *model, const RankleControl *control)
{
  g_assert (control->absent == NULL);

  return rankle_control_is_dosing (control)
             ? rankle_model_get_state (model, control->state)->id
             : rankle_model_get_parameter (model, control->parameter)->id;
}

/* The series of an amount is its own view, and nothing else. */
static gboolean
moves_it (const RankleTreatmentStep *step,
          const char                *target,
          const RankleControl       *control)
{
  if (step->target != RANKLE_TARGET_CONTROL)
    return strcmp (step->id, target) == 0;
  return step->kind == RANKLE_TREATMENT_CHANGE && strcmp (step->id, control->id) == 0;
}

/* By what is no control of the panel, or at some other time than the start. */
static gboolean
is_set_otherwise (const RankleScenario *scenario,
                  const RankleModel    *model,
                  const RankleControl  *control)
{
  const char                *target = get_target (model, control);
  guint                      n;
  const RankleSetting       *settings = rankle_scenario_get_settings (scenario, &n);
  const RankleTreatmentStep *steps;

  for (guint i = 0; i < n; i++)
    if (settings[i].kind != RANKLE_SETTING_CONTROL &&
        strcmp (settings[i].id, target) == 0)
      return TRUE;
  steps = rankle_scenario_get_treatment (scenario, &n);
  for (guint i = 0; i < n; i++)
    if (moves_it (&steps[i], target, control))
      return TRUE;
  return FALSE;
}

/* There is none of it, or it never comes. */
static gboolean
is_nothing (const RankleScenario *scenario,
            const RankleModel    *model,
            const RankleControl  *control)
{
  double value;

  if (rankle_control_is_dosing (control))
    return rankle_dosing_is_nothing (scenario, model, control);
  value = rankle_control_get_value (control, scenario, model);
  return control->ends_never ? value >= control->max : !(fabs (value) > 0);
}

/* (nullable): why what @control needs is not given: by none, or, @needed being there, for
 * the reason that this makes no difference. */
static const char *
find_lack (const RankleScenario *scenario,
           const RankleModel    *model,
           const RankleControl  *control,
           const RankleControl  *needed)
{
  g_assert (control->idle != NULL && needed != control);

  if (is_set_otherwise (scenario, model, needed))
    return NULL;
  return is_nothing (scenario, model, needed)
             ? control->idle
             : rankle_control_find_idle (scenario, model, needed);
}

const char *
rankle_control_find_idle (const RankleScenario *scenario,
                          const RankleModel    *model,
                          const RankleControl  *control)
{
  const char *lack = NULL;

  g_return_val_if_fail (scenario != NULL && model != NULL && control != NULL, NULL);

  if (control->absent != NULL)
    return NULL;
  if (rankle_control_is_dosing (control))
    return rankle_dosing_find_idle (scenario, model, control);
  for (guint i = 0; control->needs[i] != NULL; i++)
    {
      lack = find_lack (scenario, model, control,
                        rankle_control_find_needed (model, control, i));
      if (lack == NULL)
        return NULL;
    }
  return lack;
}
