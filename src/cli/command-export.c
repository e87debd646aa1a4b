/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "rankle-catalog.h"
#include "rankle-cli-syntax.h"
#include "rankle-cli.h"
#include "rankle-file.h"
#include "rankle-sbml.h"

static int
export_sbml (const char *command, const char *model_argument, const char *path)
{
  g_autoptr (RankleModel) model = NULL;
  g_autofree char *sbml = NULL;
  GError          *error = NULL;

  model = rankle_catalog_load (model_argument, &error);
  if (model == NULL)
    return rankle_cli_fail_input (command, error);
  sbml = rankle_model_to_sbml (model, NULL, &error);
  if (sbml == NULL || !rankle_file_replace (path, sbml, strlen (sbml), &error))
    return rankle_cli_fail (command, error);
  return RANKLE_EXIT_OK;
}

int
rankle_cli_export (char **argv)
{
  static const char *const operands[] = { "MODEL", NULL };
  g_autofree char         *sbml = NULL;
  const GOptionEntry       entries[] = {
          { "sbml", 0, 0, G_OPTION_ARG_FILENAME, &sbml, "Write SBML Level 3 Version 1 to FILE",
            "FILE" },
          { NULL },
  };
  GOptionContext *context =
      g_option_context_new ("MODEL --sbml FILE - write a model as SBML");
  g_auto (GStrv) left = NULL;
  GError *error = NULL;

  g_option_context_set_summary (
      context, "FILE is replaced as a whole, or on failure left as it was.");
  g_option_context_add_main_entries (context, entries, NULL);
  left = rankle_cli_parse (argv, context, operands, &error);
  if (left != NULL && sbml == NULL)
    rankle_cli_refuse (&error, "--sbml is missing");
  if (left == NULL || error != NULL)
    return rankle_cli_fail_input (argv[0], error);
  return export_sbml (argv[0], left[0], sbml);
}
