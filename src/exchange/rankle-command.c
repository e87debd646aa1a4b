/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-command.h"

#include <math.h>
#include <string.h>

#include "rankle-catalog.h"
#include "rankle-number.h"
#include "rankle-scenario-file.h"
#include "rankle-series.h"

static GPtrArray *
list_new (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

/* Takes @argument. */
static void
add_option (GPtrArray *words, const char *option, GString *argument)
{
  g_assert (g_str_has_prefix (option, "--"));

  g_ptr_array_add (words, g_strdup (option));
  g_ptr_array_add (words, g_string_free (argument, FALSE));
}

/* (transfer full): ID, a sign and a number. */
static GString *
join (const char *id, char sign, double number)
{
  GString *text = g_string_new (id);

  g_string_append_c (text, sign);
  rankle_number_append (text, number);
  return text;
}

static void
append (GString *text, const char *sign, double number)
{
  g_string_append (text, sign);
  rankle_number_append (text, number);
}

/* (nullable): a control that @model has. */
static const RankleControl *
find_control (RankleModel *model, const char *id)
{
  const RankleControl *control = rankle_model_find_control (model, id);

  return control != NULL && control->absent == NULL ? control : NULL;
}

static gboolean
has_quantity (RankleModel *model, const char *id, RankleQuantityKind kind)
{
  const RankleQuantity *quantity = rankle_model_find (model, id);

  return quantity != NULL && quantity->kind == kind;
}

static void
add_setting (GPtrArray *words, RankleModel *model, const RankleSetting *setting)
{
  static const char *const options[] = {
    [RANKLE_SETTING_CONTROL] = "--control", [RANKLE_SETTING_PARAMETER] = "--set",
    [RANKLE_SETTING_INITIAL] = "--init",    [RANKLE_SETTING_HOLD] = "--hold",
    [RANKLE_SETTING_SCALE] = "--scale",
  };
  gboolean is_state =
      setting->kind == RANKLE_SETTING_INITIAL || setting->kind == RANKLE_SETTING_HOLD;
  RankleQuantityKind kind = is_state ? RANKLE_QUANTITY_STATE : RANKLE_QUANTITY_PARAMETER;

  if (setting->kind == RANKLE_SETTING_CONTROL ? find_control (model, setting->id) != NULL
                                              : has_quantity (model, setting->id, kind))
    add_option (words, options[setting->kind], join (setting->id, '=', setting->value));
}

static void
add_change (GPtrArray *words, RankleModel *model, const RankleTreatmentStep *step)
{
  GString *argument;

  if (step->target == RANKLE_TARGET_CONTROL
          ? find_control (model, step->id) == NULL
          : !has_quantity (model, step->id, RANKLE_QUANTITY_PARAMETER))
    return;
  argument = join (step->id, '=', step->value);
  append (argument, "@", step->time);
  add_option (words, "--change", argument);
}

/* @factor: what of a control's dose comes into the state. */
static void
append_exceptions (GString *text, const RankleTreatmentStep *step, double factor)
{
  for (guint i = 0; i < step->n_exceptions; i++)
    {
      const RankleDoseException *exception = &step->exceptions[i];

      if (exception->missed)
        g_string_append_printf (text, ",%u:missed", exception->dose);
      if (exception->has_amount)
        {
          g_string_append_printf (text, ",%u:amount=", exception->dose);
          rankle_number_append (text, factor * exception->amount);
        }
      if (fabs (exception->late) > 0)
        {
          g_string_append_printf (text, ",%u:late=", exception->dose);
          rankle_number_append (text, exception->late);
        }
    }
}

/* Of a control's dose, what comes into the state. */
static void
add_doses (GPtrArray *words, RankleModel *model, const RankleTreatmentStep *step)
{
  const RankleControl *control =
      step->target == RANKLE_TARGET_CONTROL ? find_control (model, step->id) : NULL;
  const char *state =
      control != NULL ? rankle_model_get_state (model, control->state)->id : step->id;
  double   factor = control != NULL ? control->factor : 1;
  double   amount = factor * step->value;
  double   count = round (step->count);
  GString *argument;

  if (!has_quantity (model, state, RANKLE_QUANTITY_STATE) || count < 1 ||
      (!(fabs (amount) > 0) && step->n_exceptions == 0))
    return;
  argument = join (state, ':', amount);
  append (argument, "@", step->time);
  if (count > 1)
    {
      append (argument, "x", count);
      append (argument, "/", step->interval);
    }
  append_exceptions (argument, step, factor);
  add_option (words, "--dose", argument);
}

static void
add_infusion (GPtrArray *words, RankleModel *model, const RankleTreatmentStep *step)
{
  GString *argument;

  if (!has_quantity (model, step->id, RANKLE_QUANTITY_STATE))
    return;
  argument = join (step->id, ':', step->value);
  append (argument, "@", step->time);
  append (argument, "..", step->until);
  add_option (words, "--infuse", argument);
}

static gboolean
begins_within (const RankleTreatmentStep *step, double horizon)
{
  return (step->kind == RANKLE_TREATMENT_DOSE ? rankle_series_get_first (step)
                                              : step->time) <= horizon;
}

/* What begins behind the end of the run changes nothing, and would be refused. */
static void
add_step (GPtrArray                 *words,
          RankleModel               *model,
          const RankleTreatmentStep *step,
          double                     horizon)
{
  if (!begins_within (step, horizon))
    return;
  if (step->kind == RANKLE_TREATMENT_CHANGE)
    add_change (words, model, step);
  else if (step->kind == RANKLE_TREATMENT_DOSE)
    add_doses (words, model, step);
  else
    add_infusion (words, model, step);
}

GPtrArray *
rankle_command_list_inputs (RankleModel *model, const RankleScenario *scenario)
{
  g_autoptr (RankleScenario) settled = NULL;
  const RankleSetting       *settings;
  const RankleTreatmentStep *steps;
  guint                      n_settings, n_steps;
  double                     horizon;
  GPtrArray                 *words;

  g_return_val_if_fail (model != NULL && scenario != NULL, NULL);

  words = list_new ();
  horizon = rankle_scenario_get_horizon_for (scenario, model);
  settled = rankle_scenario_settle (scenario, model);
  settings = rankle_scenario_get_settings (settled, &n_settings);
  for (guint i = 0; i < n_settings; i++)
    add_setting (words, model, &settings[i]);
  steps = rankle_scenario_get_treatment (settled, &n_steps);
  for (guint i = 0; i < n_steps; i++)
    add_step (words, model, &steps[i], horizon);
  return words;
}

/* ---- a line ---- */

/* A bundled scenario that stands unchanged. */
static gboolean
is_bundled (RankleModel *model, RankleScenario *scenario)
{
  g_auto (GStrv) ids = rankle_scenario_file_list ();
  const char *id = rankle_scenario_get_id (scenario);
  g_autoptr (RankleScenario) bundled = NULL;

  if (g_strv_contains ((const char *const *)ids, id))
    bundled = rankle_scenario_file_load (id, NULL, NULL);
  return bundled != NULL && rankle_scenario_equal (bundled, scenario) &&
         rankle_scenario_suits (scenario, model);
}

/* (transfer full): what stands in a command line's MODEL: a file's path, if it has one.
 */
static char *
name_model (RankleModel *model)
{
  RankleModelOrigin *origin = rankle_model_get_origin (model);
  const char        *path = origin == NULL ? NULL : rankle_model_origin_get_path (origin);

  return path != NULL ? g_strdup (path) : rankle_catalog_dup_name (model);
}

static void
append_word (GString *line, const char *word)
{
  const char      *bare = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                          "-_.,:=@/+";
  g_autofree char *quoted = g_shell_quote (word);

  g_string_append_c (line, ' ');
  g_string_append (line, word[strspn (word, bare)] == '\0' ? word : quoted);
}

char *
rankle_command_format (const RankleSession *session)
{
  g_autofree char *model_name = NULL;
  g_autoptr (GPtrArray) words = NULL;
  RankleModel    *model;
  RankleScenario *scenario;
  GString        *line;

  g_return_val_if_fail (session != NULL, NULL);
  g_return_val_if_fail (rankle_session_get_model (session) != NULL, NULL);

  model = rankle_session_get_model (session);
  scenario = rankle_session_get_scenario (session);
  model_name = name_model (model);
  words = rankle_command_list_inputs (model, scenario);
  if (is_bundled (model, scenario))
    {
      g_ptr_array_set_size (words, 0);
      add_option (words, "--scenario", g_string_new (rankle_scenario_get_id (scenario)));
    }
  line = g_string_new ("rankle-cli simulate");
  append_word (line, model_name);
  for (guint i = 0; i < words->len; i++)
    append_word (line, g_ptr_array_index (words, i));
  g_string_append (line, " --end ");
  rankle_number_append (line, rankle_session_get_horizon (session));
  g_string_append (line, " --as-shown");
  return g_string_free (line, FALSE);
}

char **
rankle_command_list_runs (const RankleSession *session)
{
  guint                 n;
  RankleKeptRun *const *kept;
  GPtrArray            *commands;

  g_return_val_if_fail (session != NULL, NULL);

  kept = rankle_session_get_kept (session, &n);
  commands = g_ptr_array_new ();
  g_ptr_array_add (commands, rankle_command_format (session));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RankleSession) alone = rankle_session_new_of_kept (session, kept[i]);

      if (!rankle_kept_run_is_hidden (kept[i]))
        g_ptr_array_add (commands, rankle_command_format (alone));
    }
  g_ptr_array_add (commands, NULL);
  return (char **)g_ptr_array_free (commands, FALSE);
}
