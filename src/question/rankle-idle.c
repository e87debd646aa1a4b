/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-idle.h"

#include <math.h>
#include <string.h>

#include "rankle-dosing.h"

const RankleControl *
rankle_control_find_needed (const RankleModel *model, const RankleControl *control)
{
  g_return_val_if_fail (model != NULL && control != NULL, NULL);

  if (control->absent != NULL)
    return NULL;
  if (control->needs != NULL)
    return rankle_model_find_control (model, control->needs);
  return rankle_control_is_dosing (control) ? rankle_dosing_find_amount (model, control)
                                            : NULL;
}

/* By what is no control of the panel, or at some other time than the start. */
static gboolean
is_set_otherwise (const RankleScenario *scenario,
                  const RankleModel    *model,
                  const RankleControl  *control)
{
  const char *parameter = rankle_model_get_parameter (model, control->parameter)->id;
  guint       n;
  const RankleSetting       *settings = rankle_scenario_get_settings (scenario, &n);
  const RankleTreatmentStep *steps;

  for (guint i = 0; i < n; i++)
    if (settings[i].kind != RANKLE_SETTING_CONTROL &&
        strcmp (settings[i].id, parameter) == 0)
      return TRUE;
  steps = rankle_scenario_get_treatment (scenario, &n);
  for (guint i = 0; i < n; i++)
    if (steps[i].kind == RANKLE_TREATMENT_CHANGE &&
        strcmp (steps[i].id,
                steps[i].target == RANKLE_TARGET_CONTROL ? control->id : parameter) == 0)
      return TRUE;
  return FALSE;
}

/* There is none of it, or it never comes. */
static gboolean
is_nothing (const RankleScenario *scenario, const RankleControl *control)
{
  double value = control->neutral;

  g_assert (control->role == RANKLE_CONTROL_PARAMETER);

  rankle_scenario_get_control (scenario, control->id, &value);
  return control->ends_never ? value >= control->max : !(fabs (value) > 0);
}

const char *
rankle_control_find_idle (const RankleScenario *scenario,
                          const RankleModel    *model,
                          const RankleControl  *control)
{
  const RankleControl *needed;

  g_return_val_if_fail (scenario != NULL && model != NULL && control != NULL, NULL);

  if (control->absent != NULL)
    return NULL;
  if (rankle_control_is_dosing (control))
    return rankle_dosing_find_idle (scenario, model, control);
  needed = rankle_control_find_needed (model, control);
  if (needed == NULL || is_set_otherwise (scenario, model, needed))
    return NULL;
  g_assert (control->idle != NULL && needed != control);
  return is_nothing (scenario, needed)
             ? control->idle
             : rankle_control_find_idle (scenario, model, needed);
}
