/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An arm says when menopause comes by one control; a model may count it from elsewhere,
 * or know one moment for it, that of an age. What must hold: what is done lies as far
 * from that moment in the model's run as in the arm, or the arm is refused. */

#include "config.h"

#include "rankle-rendering.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-dosing.h"
#include "rankle-time-unit.h"

static void refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
refuse (GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list          args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, RANKLE_SCENARIO_ERROR, RANKLE_SCENARIO_ERROR_ABSENT,
                       message);
}

/* ---- one control ---- */

static gboolean
put_value (const RankleRendering *rendering,
           const RankleControl   *control,
           double                 value,
           RankleScenario        *scenario,
           GError               **error)
{
  double own = value + rendering->offset;

  if (own < control->min || own > control->max ||
      (control->ends_never && own >= control->max))
    {
      refuse (error, _ ("%g of “%s” is not in its range"), own, control->label);
      return FALSE;
    }
  rankle_scenario_set_control (scenario, rendering->control, own);
  return TRUE;
}

static gboolean
put_moment (const RankleRendering *rendering,
            const RankleControl   *control,
            double                 value,
            RankleScenario        *scenario,
            double                *shift,
            GError               **error)
{
  *shift = rendering->day - value * rendering->days_per_unit;
  if (*shift < 0)
    {
      refuse (error, _ ("“%s” comes on day %g of its run, %g days too early for the arm"),
              control->label, rendering->day, -*shift);
      return FALSE;
    }
  rankle_scenario_set_control (scenario, rendering->control, rendering->value);
  return TRUE;
}

static gboolean
says_already (const RankleRendering *rendering, const RankleScenario *arm)
{
  double value;

  return !g_str_equal (rendering->control, rendering->asked) &&
         rankle_scenario_get_control (arm, rendering->control, &value);
}

static gboolean
put (const RankleRendering *rendering,
     const RankleScenario  *arm,
     const RankleModel     *model,
     RankleScenario        *scenario,
     double                *shift,
     GError               **error)
{
  const RankleControl *control = rankle_model_find_control (model, rendering->control);
  double               value;

  g_assert (control != NULL && control->absent == NULL);

  if (rankle_scenario_find_step (arm, RANKLE_TREATMENT_CHANGE, RANKLE_TARGET_CONTROL,
                                 rendering->asked) >= 0)
    {
      refuse (error, _ ("the arm changes “%s” on its way"), rendering->asked);
      return FALSE;
    }
  if (!rankle_scenario_get_control (arm, rendering->asked, &value))
    return TRUE;
  if (says_already (rendering, arm))
    {
      refuse (error, _ ("“%s” and “%s” are one thing to the model"), rendering->asked,
              rendering->control);
      return FALSE;
    }
  rankle_scenario_reset_control (scenario, rendering->asked);
  return rendering->is_moment
             ? put_moment (rendering, control, value, scenario, shift, error)
             : put_value (rendering, control, value, scenario, error);
}

/* ---- all of it later ---- */

/* What holds from the start would hold from earlier on, but for what the rendering itself
 * set. What the model lacks is for others to refuse. */
static gboolean
can_wait (const RankleScenario *scenario, const RankleModel *model, GError **error)
{
  guint                  n, n_renderings;
  const RankleSetting   *settings = rankle_scenario_get_settings (scenario, &n);
  const RankleRendering *renderings = rankle_model_get_renderings (model, &n_renderings);

  for (guint i = 0; i < n; i++)
    {
      const RankleControl *control = rankle_model_find_control (model, settings[i].id);
      gboolean             is_rendered = FALSE;

      for (guint j = 0; j < n_renderings; j++)
        is_rendered |= g_str_equal (renderings[j].control, settings[i].id);
      if (settings[i].kind == RANKLE_SETTING_CONTROL &&
          (is_rendered || control == NULL || control->absent != NULL))
        continue;
      refuse (error, _ ("“%s” would hold from before the arm begins"), settings[i].id);
      return FALSE;
    }
  return TRUE;
}

/* (transfer full): settled, so that doses are steps and times the model's. */
static RankleScenario *
put_off (const RankleScenario *scenario, RankleModel *model, double shift, GError **error)
{
  double unit = rankle_time_unit_convert ("day", rankle_model_get_time_unit (model));
  g_autoptr (RankleScenario) settled = rankle_scenario_settle (scenario, model);
  g_autoptr (RankleScenario) later = rankle_scenario_copy (settled);
  const RankleTreatmentStep *steps;
  guint                      n;

  if (!can_wait (settled, model, error))
    return NULL;
  steps = rankle_scenario_get_treatment (settled, &n);
  for (guint i = 0; i < n; i++)
    rankle_scenario_remove_step (later, 0);
  for (guint i = 0; i < n; i++)
    {
      RankleTreatmentStep step = steps[i];

      step.time += shift * unit;
      step.until += shift * unit;
      rankle_scenario_add_step (later, &step);
    }
  return g_steal_pointer (&later);
}

RankleScenario *
rankle_rendering_put (RankleScenario *arm,
                      RankleModel    *model,
                      double         *shift,
                      GError        **error)
{
  g_autoptr (RankleScenario) scenario = NULL;
  const RankleRendering *renderings;
  guint                  n;

  g_return_val_if_fail (arm != NULL && model != NULL && shift != NULL, NULL);

  *shift = 0;
  scenario = rankle_scenario_copy (arm);
  renderings = rankle_model_get_renderings (model, &n);
  for (guint i = 0; i < n; i++)
    if (!put (&renderings[i], arm, model, scenario, shift, error))
      return NULL;
  if (*shift > 0)
    return put_off (scenario, model, *shift, error);
  return g_steal_pointer (&scenario);
}
