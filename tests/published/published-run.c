/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "published-run.h"

#include <string.h>

#include "rankle-catalog.h"
#include "rankle-cli-run.h"
#include "rankle-cli.h"
#include "rankle-workspace.h"

static char **
split (const char *model, const char *arguments)
{
  g_autoptr (GStrvBuilder) argv = g_strv_builder_new ();
  g_auto (GStrv) words = g_strsplit (arguments, " ", -1);

  g_strv_builder_add (argv, "published");
  g_strv_builder_add (argv, model);
  for (char **word = words; *word != NULL; word++)
    if (**word != '\0')
      g_strv_builder_add (argv, *word);
  return g_strv_builder_end (argv);
}

RankleProtocol *
published_make_protocol (const char *model, gboolean scheduled, const char *arguments)
{
  static const char *const operands[] = { "MODEL", NULL };
  g_auto (RankleRunOptions) options = { 0 };
  GOptionContext *context = g_option_context_new (NULL);
  g_auto (GStrv) argv = split (model, arguments);
  g_auto (GStrv) left = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) loaded = NULL;
  RankleProtocol *protocol;

  rankle_run_options_add_inputs (&options, context);
  if (scheduled)
    rankle_run_options_add_schedule (&options, context);
  left = rankle_cli_parse (argv, context, operands, &error);
  g_assert_no_error (error);
  loaded = rankle_catalog_load (model, &error);
  g_assert_no_error (error);
  protocol = rankle_run_options_make_protocol (&options, loaded, scheduled, &error);
  g_assert_no_error (error);
  return protocol;
}

RankleTrajectory *
published_run (RankleProtocol *protocol)
{
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  g_autoptr (GError) error = NULL;
  RankleTrajectory *trajectory =
      rankle_integrator_run (integrator, protocol, NULL, &error);

  g_assert_no_error (error);
  return trajectory;
}

double *
published_find_steady (RankleProtocol *protocol)
{
  RankleModel *model = rankle_protocol_get_model (protocol);
  guint        n = rankle_model_get_n_states (model);
  double      *values = g_new (double, n + rankle_model_get_n_observables (model) + 1);
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  g_autoptr (RankleWorkspace) workspace = rankle_workspace_new (model);
  g_autoptr (GError) error = NULL;

  rankle_integrator_find_steady_state (integrator, protocol, NULL, values, &error);
  g_assert_no_error (error);
  rankle_workspace_set_parameters (workspace, rankle_protocol_get_parameters (protocol));
  rankle_workspace_observables (workspace, 0, values, values + n);
  return values;
}

guint
published_find_column (const RankleModel *model, const char *id)
{
  int column = rankle_model_find_column (model, id);

  if (column < 0)
    g_error ("%s has no %s", rankle_model_get_id (model), id);
  return (guint)column;
}

char *
published_read (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}
