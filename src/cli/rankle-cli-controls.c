/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rankle-cli-controls.h"

#include <math.h>

#include "rankle-cli-suggest.h"
#include "rankle-cli-syntax.h"
#include "rankle-control-range.h"
#include "rankle-csv.h"

char *
rankle_cli_describe_range (const RankleControl *control)
{
  GString *range = g_string_new (NULL);

  if (control->can_be_off && control->min > 0)
    g_string_append (range, "0, ");
  rankle_csv_append_number (range, control->min);
  g_string_append (range, " to ");
  rankle_csv_append_number (range, control->max);
  return g_string_free (range, FALSE);
}

gboolean
rankle_cli_check_control (
    RankleModel *model, const char *option, const char *id, double value, GError **error)
{
  const RankleControl *control = rankle_model_find_control (model, id);
  g_autofree char     *range = NULL;
  g_autoptr (GString) shown = NULL;

  g_assert (isfinite (value));
  if (control == NULL || control->absent != NULL)
    return TRUE;
  if (rankle_control_takes (control, value))
    return TRUE;
  range = rankle_cli_describe_range (control);
  shown = g_string_new (NULL);
  rankle_csv_append_number (shown, value);
  return rankle_cli_refuse (error, "%s: %s cannot be %s: its range is %s%s", option, id,
                            shown->str, range,
                            control->is_count ? ", in whole numbers" : "");
}

gboolean
rankle_cli_check_has_control (const RankleModel *model,
                              const char        *option,
                              const char        *id,
                              GError           **error)
{
  g_autoptr (GPtrArray) ids = NULL;
  g_autofree char *meant = NULL;

  if (rankle_model_find_control (model, id) != NULL)
    return TRUE;
  ids = rankle_cli_list_controls (model);
  meant = rankle_cli_suggest (id, (const char *const *)ids->pdata);
  return rankle_cli_refuse (error, "%s: model “%s” has no control “%s”%s", option,
                            rankle_model_get_id (model), id, meant);
}

gboolean
rankle_cli_check_controls (RankleModel          *model,
                           const char           *option,
                           const RankleScenario *scenario,
                           GError              **error)
{
  guint                n_settings, n_steps;
  const RankleSetting *settings = rankle_scenario_get_settings (scenario, &n_settings);
  const RankleTreatmentStep *steps = rankle_scenario_get_treatment (scenario, &n_steps);

  for (guint i = 0; i < n_settings; i++)
    if (settings[i].kind == RANKLE_SETTING_CONTROL &&
        !rankle_cli_check_control (model, option, settings[i].id, settings[i].value,
                                   error))
      return FALSE;
  for (guint i = 0; i < n_steps; i++)
    if (steps[i].kind == RANKLE_TREATMENT_CHANGE &&
        steps[i].target == RANKLE_TARGET_CONTROL &&
        !rankle_cli_check_control (model, option, steps[i].id, steps[i].value, error))
      return FALSE;
  return TRUE;
}
