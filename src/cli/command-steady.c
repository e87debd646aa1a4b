/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rankle-cli-model.h"
#include "rankle-cli-run.h"
#include "rankle-cli.h"
#include "rankle-csv.h"
#include "rankle-integrator.h"
#include "rankle-workspace.h"

static void
append_value (GString *text, const char *id, double value)
{
  g_string_append (text, id);
  g_string_append_c (text, ',');
  rankle_csv_append_number (text, value);
  g_string_append_c (text, '\n');
}

static void
append_observables (GString *text, const RankleProtocol *protocol, const double *state)
{
  RankleModel *model = rankle_protocol_get_model (protocol);
  guint        n = rankle_model_get_n_observables (model);
  guint        n_shown =
      rankle_protocol_get_hidden (protocol) ? n : n - rankle_model_get_n_hidden (model);
  g_autoptr (RankleWorkspace) workspace = rankle_workspace_new (model);
  g_autofree double *values = g_new (double, n + 1);

  rankle_workspace_set_parameters (workspace, rankle_protocol_get_parameters (protocol));
  rankle_workspace_observables (workspace, 0, state, values);
  for (guint i = 0; i < n_shown; i++)
    append_value (text, rankle_model_get_observable (model, i)->id, values[i]);
}

static int
find_steady_state (const char             *command,
                   const RankleRunOptions *options,
                   gboolean                no_comments)
{
  g_autoptr (RankleModel) model = NULL;
  g_autoptr (RankleProtocol) protocol = NULL;
  g_autoptr (RankleIntegrator) integrator = NULL;
  g_autofree double *state = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) notes = NULL;
  GError *error = NULL;

  model = rankle_cli_load_model (options->model, &error);
  if (model != NULL)
    protocol = rankle_run_options_make_protocol (options, model, FALSE, &error);
  if (protocol == NULL)
    return rankle_cli_fail_input (command, error);
  state = g_new (double, rankle_model_get_n_states (model) + 1);
  integrator = rankle_integrator_new ();
  if (!rankle_integrator_find_steady_state (integrator, protocol, NULL, state, &error))
    return rankle_cli_fail (command, error);
  notes = rankle_run_options_describe (options, protocol, command);
  for (char **note = notes; *note != NULL && !no_comments; note++)
    rankle_csv_append_note (text, *note);
  g_string_append (text, "id,value\n");
  for (guint i = 0; i < rankle_model_get_n_states (model); i++)
    append_value (text, rankle_model_get_state (model, i)->id, state[i]);
  append_observables (text, protocol, state);
  return rankle_cli_print (command, text->str, text->len);
}

int
rankle_cli_steady (char **argv)
{
  static const char *const operands[] = { "MODEL", NULL };
  g_auto (RankleRunOptions) options = { 0 };
  gboolean           no_comments = FALSE;
  const GOptionEntry entries[] = {
    { "no-comments", 0, 0, G_OPTION_ARG_NONE, &no_comments,
      "Leave out the lines that begin with #", NULL },
    { NULL },
  };
  GOptionContext *context = g_option_context_new ("MODEL - find a model's steady state");
  g_auto (GStrv) left = NULL;
  GError *error = NULL;

  g_option_context_set_summary (
      context,
      "Settles MODEL from its initial state, polishes the result, and writes each state\n"
      "and observable as id,value. Doses and timed changes play no part.");
  rankle_run_options_add_inputs (&options, context);
  g_option_context_add_main_entries (context, entries, NULL);
  left = rankle_cli_parse (argv, context, operands, &error);
  if (left == NULL)
    return rankle_cli_fail_input (argv[0], error);
  options.model = g_strdup (left[0]);
  return find_steady_state (argv[0], &options, no_comments);
}
