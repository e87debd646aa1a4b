/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From options to a protocol. Order matters where two options touch one number: scenario,
 * then
 * --control, then --set, then --scale. */

#include "config.h"

#include "rankle-cli-run.h"

#include "rankle-cli-schedule.h"
#include "rankle-cli-syntax.h"
#include "rankle-csv.h"
#include "rankle-scenario-file.h"
#include "rankle-workspace.h"

void
rankle_run_options_clear (RankleRunOptions *self)
{
  g_clear_pointer (&self->model, g_free);
  g_clear_pointer (&self->end, g_free);
  g_clear_pointer (&self->every, g_free);
  g_clear_pointer (&self->times, g_free);
  g_clear_pointer (&self->scenario, g_free);
  g_clear_pointer (&self->set, g_strfreev);
  g_clear_pointer (&self->scale, g_strfreev);
  g_clear_pointer (&self->init, g_strfreev);
  g_clear_pointer (&self->control, g_strfreev);
  g_clear_pointer (&self->dose, g_strfreev);
  g_clear_pointer (&self->infuse, g_strfreev);
  g_clear_pointer (&self->rtol, g_free);
  g_clear_pointer (&self->atol, g_free);
}

void
rankle_run_options_add_inputs (RankleRunOptions *self, GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "scenario", 0, 0, G_OPTION_ARG_FILENAME, &self->scenario,
      "Start from a bundled scenario, or one in a file", "ID|FILE" },
    { "control", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->control,
      "Put a control at a value, in its own units (repeatable)", "NAME=VALUE" },
    { "set", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->set, "Set a parameter (repeatable)",
      "PARAM=VALUE" },
    { "scale", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->scale,
      "Multiply a parameter, after --set (repeatable)", "PARAM=FACTOR" },
    { "init", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->init,
      "Set a state's initial value (repeatable)", "STATE=VALUE" },
    { "rtol", 0, 0, G_OPTION_ARG_STRING, &self->rtol, "Relative tolerance", "R" },
    { "atol", 0, 0, G_OPTION_ARG_STRING, &self->atol,
      "Absolute tolerance; 0: chosen for each state", "A" },
    { "hidden", 0, 0, G_OPTION_ARG_NONE, &self->hidden,
      "Write the intermediate results that the model hides, too", NULL },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, NULL);
}

void
rankle_run_options_add_schedule (RankleRunOptions *self, GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "end", 0, 0, G_OPTION_ARG_STRING, &self->end, "Run from 0 to T", "T" },
    { "every", 0, 0, G_OPTION_ARG_STRING, &self->every,
      "A row each DT (default: a hundredth of the run)", "DT" },
    { "times", 0, 0, G_OPTION_ARG_FILENAME, &self->times,
      "Rows at the times in FILE, one a line", "FILE" },
    { "dose", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->dose,
      "Add AMOUNT to STATE at TIME, COUNT times (repeatable)",
      "STATE:AMOUNT@TIME[xCOUNT/INTERVAL]" },
    { "infuse", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->infuse,
      "Let RATE flow into STATE for a while (repeatable)", "STATE:RATE@FROM..TO" },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, NULL);
}

static gboolean
read_scenario (const RankleRunOptions *self, RankleScenario **scenario, GError **error)
{
  if (self->scenario == NULL)
    *scenario = rankle_scenario_new ("", "", "");
  else
    *scenario = rankle_scenario_file_load (self->scenario, NULL, error);
  if (*scenario == NULL)
    g_prefix_error (error, "--scenario: ");
  return *scenario != NULL;
}

static gboolean
apply_controls (const RankleRunOptions *self,
                RankleScenario         *scenario,
                RankleProtocol         *protocol,
                GError                **error)
{
  for (char **text = self->control; text != NULL && *text != NULL; text++)
    {
      RankleAssignment assignment;

      if (!rankle_cli_parse_assignment (*text, "--control", &assignment, error))
        return FALSE;
      rankle_scenario_set_control (scenario, assignment.id, assignment.value);
      g_free (assignment.id);
    }
  if (rankle_scenario_apply (scenario, protocol, TRUE, error))
    return TRUE;
  g_prefix_error (error, self->control != NULL ? "--control: " : "--scenario: ");
  return FALSE;
}

typedef void (*AssignFunc) (RankleProtocol *protocol, guint index, double value);

static gboolean
assign_all (char             **texts,
            const char        *option,
            RankleQuantityKind kind,
            RankleProtocol    *protocol,
            AssignFunc         assign,
            GError           **error)
{
  for (char **text = texts; text != NULL && *text != NULL; text++)
    {
      const RankleQuantity *quantity;
      RankleAssignment      assignment;

      if (!rankle_cli_parse_assignment (*text, option, &assignment, error))
        return FALSE;
      quantity = rankle_cli_find_quantity (rankle_protocol_get_model (protocol),
                                           assignment.id, kind, option, *text, error);
      g_free (assignment.id);
      if (quantity == NULL)
        return FALSE;
      assign (protocol, quantity->index, assignment.value);
    }
  return TRUE;
}

/* A derived parameter is scaled from the value that the others give it. */
static void
scale_parameter (RankleProtocol *protocol, guint index, double factor)
{
  g_autoptr (RankleWorkspace) workspace =
      rankle_workspace_new (rankle_protocol_get_model (protocol));

  rankle_workspace_set_parameters (workspace, rankle_protocol_get_parameters (protocol));
  rankle_protocol_set_parameter (
      protocol, index, factor * rankle_workspace_get_parameter (workspace, index));
}

static gboolean
apply_tolerances (const RankleRunOptions *self, RankleProtocol *protocol, GError **error)
{
  double relative = rankle_protocol_get_relative_tolerance (protocol);
  double absolute = rankle_protocol_get_absolute_tolerance (protocol);

  if (self->rtol != NULL &&
      !rankle_cli_parse_number (self->rtol, "--rtol", &relative, error))
    return FALSE;
  if (self->atol != NULL &&
      !rankle_cli_parse_number (self->atol, "--atol", &absolute, error))
    return FALSE;
  if (!(relative >= 1e-13 && relative < 1))
    rankle_cli_refuse (error, "--rtol: %s is not within 1e-13 and 1", self->rtol);
  else if (!(absolute >= 0))
    rankle_cli_refuse (error, "--atol: %s is negative", self->atol);
  else
    {
      rankle_protocol_set_tolerances (protocol, relative, absolute);
      return TRUE;
    }
  return FALSE;
}

RankleProtocol *
rankle_run_options_make_protocol (const RankleRunOptions *self,
                                  RankleModel            *model,
                                  gboolean                scheduled,
                                  GError                **error)
{
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (RankleScenario) scenario = NULL;

  if (!read_scenario (self, &scenario, error) ||
      (scheduled && !rankle_cli_apply_times (self, scenario, protocol, error)) ||
      !apply_controls (self, scenario, protocol, error) ||
      !assign_all (self->set, "--set", RANKLE_QUANTITY_PARAMETER, protocol,
                   rankle_protocol_set_parameter, error) ||
      !assign_all (self->scale, "--scale", RANKLE_QUANTITY_PARAMETER, protocol,
                   scale_parameter, error) ||
      !assign_all (self->init, "--init", RANKLE_QUANTITY_STATE, protocol,
                   rankle_protocol_set_initial, error) ||
      !apply_tolerances (self, protocol, error) ||
      (scheduled && !rankle_cli_apply_events (self, protocol, error)))
    return NULL;
  rankle_protocol_set_hidden (protocol, self->hidden);
  rankle_protocol_seal (protocol);
  return g_steal_pointer (&protocol);
}

static void
describe_option (GPtrArray *lines, const char *option, const char *value)
{
  if (value != NULL)
    g_ptr_array_add (lines, g_strdup_printf ("%s %s", option, value));
}

static void
describe_options (GPtrArray *lines, const char *option, char **values)
{
  for (; values != NULL && *values != NULL; values++)
    describe_option (lines, option, *values);
}

static void
describe_hidden (GPtrArray *lines, const RankleRunOptions *self, const RankleModel *model)
{
  guint n = rankle_model_get_n_hidden (model);

  if (self->hidden)
    g_ptr_array_add (lines, g_strdup ("--hidden"));
  else if (n > 0)
    g_ptr_array_add (lines, g_strdup_printf ("intermediate results hidden: %u, see "
                                             "--hidden",
                                             n));
}

static char *
describe_tolerances (const RankleProtocol *protocol)
{
  GString *line = g_string_new ("rtol ");

  rankle_csv_append_number (line, rankle_protocol_get_relative_tolerance (protocol));
  g_string_append (line, ", atol ");
  if (rankle_protocol_get_absolute_tolerance (protocol) > 0)
    rankle_csv_append_number (line, rankle_protocol_get_absolute_tolerance (protocol));
  else
    g_string_append (line, "chosen for each state");
  return g_string_free (line, FALSE);
}

char **
rankle_run_options_describe (const RankleRunOptions *self,
                             const RankleProtocol   *protocol,
                             const char             *command)
{
  RankleModel *model = rankle_protocol_get_model (protocol);
  const char  *unit = rankle_model_get_time_unit (model);
  GPtrArray   *lines = g_ptr_array_new ();

  g_ptr_array_add (lines, g_strdup_printf ("%s %s", command, PACKAGE_VERSION));
  g_ptr_array_add (lines, g_strdup_printf ("model %s, version %s", self->model,
                                           rankle_model_get_version (model)));
  g_ptr_array_add (lines,
                   g_strdup_printf ("time unit %s", *unit != '\0' ? unit : "unstated"));
  describe_option (lines, "--scenario", self->scenario);
  describe_options (lines, "--control", self->control);
  describe_options (lines, "--set", self->set);
  describe_options (lines, "--scale", self->scale);
  describe_options (lines, "--init", self->init);
  describe_options (lines, "--dose", self->dose);
  describe_options (lines, "--infuse", self->infuse);
  g_ptr_array_add (lines, describe_tolerances (protocol));
  describe_hidden (lines, self, model);
  g_ptr_array_add (lines, NULL);
  return (char **)g_ptr_array_free (lines, FALSE);
}
