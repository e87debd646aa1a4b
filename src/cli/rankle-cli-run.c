/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From options to a question. Where two options touch one number the order is scenario,
 * then --control, then --set, then --scale: that in which a scenario puts its own. */

#include "config.h"

#include "rankle-cli-run.h"

#include "rankle-cli-controls.h"
#include "rankle-cli-model.h"
#include "rankle-cli-schedule.h"
#include "rankle-cli-syntax.h"
#include "rankle-cli.h"
#include "rankle-evidence-file.h"
#include "rankle-finding.h"
#include "rankle-run-notes.h"

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
  g_clear_pointer (&self->hold, g_strfreev);
  g_clear_pointer (&self->control, g_strfreev);
  g_clear_pointer (&self->change, g_strfreev);
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
    { "hold", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->hold,
      "Hold a state at a value throughout (repeatable)", "STATE=VALUE" },
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
    { "as-shown", 0, 0, G_OPTION_ARG_NONE, &self->as_shown,
      "Rows where the window has them", NULL },
    { "change", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->change,
      "Put a control or parameter at a value from TIME on (repeatable)",
      "NAME=VALUE@TIME" },
    { "dose", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->dose,
      "Add AMOUNT to STATE at TIME, COUNT times (repeatable)",
      "STATE:AMOUNT@TIME[xCOUNT/INTERVAL]" },
    { "infuse", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->infuse,
      "Let RATE flow into STATE for a while (repeatable)", "STATE:RATE@FROM..TO" },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, NULL);
}

/* (transfer full): in the model's own units, as the other options are. */
static RankleScenario *
read_scenario (const RankleRunOptions *self, RankleModel *model, GError **error)
{
  g_autoptr (RankleScenario) scenario = NULL;

  if (self->scenario == NULL)
    scenario = rankle_scenario_new ("", "", "");
  else
    scenario = rankle_cli_load_scenario (self->scenario, error);
  if (scenario == NULL)
    g_prefix_error (error, "--scenario: ");
  else if (rankle_cli_check_controls (model, "--scenario", scenario, error))
    return rankle_scenario_settle (scenario, model);
  return NULL;
}

static gboolean
add_controls (const RankleRunOptions *self,
              RankleScenario         *scenario,
              RankleModel            *model,
              GError                **error)
{
  g_autoptr (RankleProtocol) trial = rankle_protocol_new (model);

  for (char **text = self->control; text != NULL && *text != NULL; text++)
    {
      RankleAssignment assignment;
      gboolean         good;

      if (!rankle_cli_parse_assignment (*text, "--control", &assignment, error))
        return FALSE;
      good = rankle_cli_check_has_control (model, "--control", assignment.id, error) &&
             rankle_cli_check_control (model, "--control", assignment.id,
                                       assignment.value, error);
      if (good)
        rankle_scenario_set_control (scenario, assignment.id, assignment.value);
      g_free (assignment.id);
      if (!good)
        return FALSE;
    }
  if (rankle_scenario_apply (scenario, trial, TRUE, error))
    return TRUE;
  g_prefix_error (error, self->control != NULL ? "--control: " : "--scenario: ");
  return FALSE;
}

typedef void (*AssignFunc) (RankleScenario *scenario, const char *id, double value);

static gboolean
assign_all (char             **texts,
            const char        *option,
            RankleQuantityKind kind,
            RankleScenario    *scenario,
            RankleModel       *model,
            AssignFunc         assign,
            GError           **error)
{
  g_assert (g_str_has_prefix (option, "--") && assign != NULL);

  for (char **text = texts; text != NULL && *text != NULL; text++)
    {
      const RankleQuantity *quantity;
      RankleAssignment      assignment;

      if (!rankle_cli_parse_assignment (*text, option, &assignment, error))
        return FALSE;
      quantity =
          rankle_cli_find_quantity (model, assignment.id, kind, option, *text, error);
      g_free (assignment.id);
      if (quantity == NULL)
        return FALSE;
      assign (scenario, quantity->id, assignment.value);
    }
  return TRUE;
}

static gboolean
add_values (const RankleRunOptions *self,
            RankleScenario         *scenario,
            RankleModel            *model,
            GError                **error)
{
  return assign_all (self->set, "--set", RANKLE_QUANTITY_PARAMETER, scenario, model,
                     rankle_scenario_set_parameter, error) &&
         assign_all (self->scale, "--scale", RANKLE_QUANTITY_PARAMETER, scenario, model,
                     rankle_scenario_scale_parameter, error) &&
         assign_all (self->init, "--init", RANKLE_QUANTITY_STATE, scenario, model,
                     rankle_scenario_set_initial, error) &&
         assign_all (self->hold, "--hold", RANKLE_QUANTITY_STATE, scenario, model,
                     rankle_scenario_hold_state, error);
}

/* What a run is held to that says nothing else is the protocol's own. */
static gboolean
set_tolerances (const RankleRunOptions *self, RankleQuestion *question, GError **error)
{
  double relative = rankle_model_get_tolerance (rankle_question_get_model (question));
  double absolute = 0;

  if (self->rtol != NULL &&
      !rankle_cli_parse_number (self->rtol, "--rtol", &relative, error))
    return FALSE;
  if (self->atol != NULL &&
      !rankle_cli_parse_number (self->atol, "--atol", &absolute, error))
    return FALSE;
  if (!(relative >= 1e-13 && relative < 1))
    return rankle_cli_refuse (error, "--rtol: %s is not within 1e-13 and 1", self->rtol);
  if (!(absolute >= 0))
    return rankle_cli_refuse (error, "--atol: %s is negative", self->atol);
  rankle_question_set_tolerances (question, relative, absolute);
  return TRUE;
}

/* What the window holds against a run has rows of its own. */
static gboolean
add_found_times (RankleQuestion *question, RankleModel *model, GError **error)
{
  g_autoptr (RankleEvidence) evidence = rankle_evidence_file_load (NULL, error);
  g_autoptr (RankleFinder) finder = NULL;

  if (evidence == NULL)
    return FALSE;
  finder = rankle_finder_new (evidence, model);
  rankle_finder_add_times (finder, question);
  return TRUE;
}

/* @scenario is given what the options ask beside it. */
static RankleQuestion *
make_question (const RankleRunOptions *self,
               RankleScenario         *scenario,
               RankleModel            *model,
               gboolean                scheduled,
               GError                **error)
{
  g_autoptr (RankleQuestion) question = NULL;
  RankleSpan span = { 0 };

  if (self->as_shown)
    rankle_scenario_set_time_unit (scenario, ""); /* no horizon is too far off */
  question = rankle_question_new (model, scenario);
  if ((scheduled && !rankle_cli_set_times (self, question, scenario, &span, error)) ||
      !add_controls (self, scenario, model, error) ||
      !add_values (self, scenario, model, error) ||
      !set_tolerances (self, question, error) ||
      (scheduled && !rankle_cli_add_steps (self, scenario, model, &span, error)))
    return NULL;
  rankle_question_set_hidden (question, self->hidden);
  if (self->as_shown && !add_found_times (question, model, error))
    return NULL;
  return g_steal_pointer (&question);
}

gboolean
rankle_run_options_parse (RankleRunOptions   *options,
                          char              **argv,
                          GOptionContext     *context,
                          const GOptionEntry *entries,
                          GError            **error)
{
  static const char *const operands[] = { "MODEL", NULL };
  g_auto (GStrv) left = NULL;

  rankle_run_options_add_schedule (options, context);
  rankle_run_options_add_inputs (options, context);
  g_option_context_add_main_entries (context, entries, NULL);
  left = rankle_cli_parse (argv, context, operands, error);
  if (left != NULL)
    options->model = g_strdup (left[0]);
  return left != NULL;
}

RankleQuestion *
rankle_run_options_make_question (const RankleRunOptions *self,
                                  RankleModel            *model,
                                  gboolean                scheduled,
                                  GError                **error)
{
  g_autoptr (RankleScenario) scenario = read_scenario (self, model, error);

  return scenario == NULL ? NULL
                          : make_question (self, scenario, model, scheduled, error);
}

RankleProtocol *
rankle_run_options_make_protocol (const RankleRunOptions *self,
                                  RankleModel            *model,
                                  gboolean                scheduled,
                                  GError                **error)
{
  g_autoptr (RankleQuestion) question =
      rankle_run_options_make_question (self, model, scheduled, error);

  return question == NULL ? NULL : rankle_question_make_protocol (question, error);
}

RankleSession *
rankle_run_options_make_session (const RankleRunOptions *self,
                                 RankleModel            *model,
                                 GError                **error)
{
  g_autoptr (RankleScenario) given = read_scenario (self, model, error);
  g_autoptr (RankleScenario) changed = NULL;
  g_autoptr (RankleQuestion) question = NULL;
  g_autoptr (RankleSession) plain = NULL;

  g_assert (self->as_shown);

  if (given == NULL)
    return NULL;
  changed = rankle_scenario_copy (given);
  question = make_question (self, changed, model, TRUE, error);
  if (question == NULL)
    return NULL;
  plain = rankle_session_new_of (model, given);
  return rankle_session_with_changed (plain, changed);
}

static void
describe_options (GPtrArray *notes, const char *option, char **values)
{
  g_assert (notes != NULL && g_str_has_prefix (option, "--"));

  for (; values != NULL && *values != NULL; values++)
    rankle_run_notes_add (notes, "%s %s", option, *values);
}

char **
rankle_run_options_describe (const RankleRunOptions *self,
                             const RankleProtocol   *protocol,
                             const char             *command)
{
  GPtrArray *notes =
      rankle_run_notes_new (command, self->model, rankle_protocol_get_model (protocol));

  if (self->scenario != NULL)
    rankle_run_notes_add (notes, "--scenario %s", self->scenario);
  describe_options (notes, "--control", self->control);
  describe_options (notes, "--set", self->set);
  describe_options (notes, "--scale", self->scale);
  describe_options (notes, "--init", self->init);
  describe_options (notes, "--hold", self->hold);
  describe_options (notes, "--change", self->change);
  describe_options (notes, "--dose", self->dose);
  describe_options (notes, "--infuse", self->infuse);
  return rankle_run_notes_finish (notes, protocol);
}
