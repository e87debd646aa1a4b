/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-control-range.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

gboolean
rankle_control_takes (const RankleControl *control, double value)
{
  g_return_val_if_fail (control != NULL && control->absent == NULL, FALSE);

  if (control->is_switch && value > control->min && value < control->max)
    return FALSE;
  if (control->is_count && fabs (value - round (value)) > 0)
    return FALSE;
  return (value >= control->min && value <= control->max) ||
         (control->can_be_off && !(fabs (value) > 0));
}

/* ---- in words ---- */

/* As exact as it was written: 8.01 of 8 is no 8. */
static char *
format_exactly (const RankleControl *control, double value)
{
  return g_strdup_printf ("%.6g%s%s", control->display_factor * value,
                          *control->unit == '\0' ? "" : " ", control->unit);
}

static char *
format_range (const RankleControl *control)
{
  g_autofree char *max = format_exactly (control, control->max);
  double           min = control->display_factor * control->min;

  if (control->is_switch)
    /* Translators: where a switch can stand */
    return g_strdup (_ ("off or on: 0 or 1"));
  if (control->is_count)
    /* Translators: a range of whole numbers */
    return g_strdup_printf (_ ("%1$g to %2$s, in whole numbers"), min, max);
  if (control->can_be_off && control->min > 0)
    /* Translators: where a control can stand: a range of numbers, or off, which is 0 */
    return g_strdup_printf (_ ("off (0), or %1$g to %2$s"), min, max);
  /* Translators: a range of numbers */
  return g_strdup_printf (_ ("%1$g to %2$s"), min, max);
}

static char *
describe (const RankleModel *model, const RankleControl *control, double value)
{
  const char      *title = rankle_model_get_title (model);
  g_autofree char *name = g_strndup (title, strcspn (title, ":"));
  g_autofree char *asked = format_exactly (control, value);
  g_autofree char *range = format_range (control);

  g_assert (!rankle_control_takes (control, value));
  /* Translators: a control such as RANKL, its value, a model, and the control's range in
   * it */
  return g_strdup_printf (_ ("%1$s is %2$s, and its range in %3$s is %4$s"),
                          control->label, asked, name, range);
}

/* ---- of a scenario ---- */

static gboolean
states_ranges (const RankleModel *model)
{
  RankleModelOrigin *origin = rankle_model_get_origin (model);

  return origin == NULL || rankle_model_origin_get_sidecar (origin) != NULL;
}

/* (nullable) */
static char *
check (const RankleModel *model, const char *id, double value)
{
  const RankleControl *control = rankle_model_find_control (model, id);

  if (control == NULL || control->absent != NULL || rankle_control_takes (control, value))
    return NULL;
  return describe (model, control, value);
}

char *
rankle_scenario_find_beyond (const RankleScenario *scenario, RankleModel *model)
{
  guint                      n_settings, n_steps;
  const RankleSetting       *settings;
  const RankleTreatmentStep *steps;
  char                      *beyond = NULL;

  g_return_val_if_fail (scenario != NULL && model != NULL, NULL);

  if (!states_ranges (model))
    return NULL;
  settings = rankle_scenario_get_settings (scenario, &n_settings);
  steps = rankle_scenario_get_treatment (scenario, &n_steps);
  for (guint i = 0; beyond == NULL && i < n_settings; i++)
    if (settings[i].kind == RANKLE_SETTING_CONTROL)
      beyond = check (model, settings[i].id, settings[i].value);
  for (guint i = 0; beyond == NULL && i < n_steps; i++)
    if (steps[i].kind == RANKLE_TREATMENT_CHANGE &&
        steps[i].target == RANKLE_TARGET_CONTROL)
      beyond = check (model, steps[i].id, steps[i].value);
  return beyond;
}
