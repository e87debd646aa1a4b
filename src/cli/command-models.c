/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rankle-catalog.h"
#include "rankle-cli.h"

static gboolean
add_model (RankleTable *table, const char *id, GError **error)
{
  g_autoptr (RankleModel) model = rankle_catalog_load (id, error);
  g_autofree char *states = NULL;

  if (model == NULL)
    return FALSE;
  states = g_strdup_printf ("%u states", rankle_model_get_n_states (model));
  rankle_table_add (table, id);
  rankle_table_add (table, states);
  rankle_table_add (table, rankle_model_get_time_unit (model));
  rankle_table_add (table, rankle_model_get_title (model));
  rankle_table_add (table, rankle_model_get_summary (model));
  return TRUE;
}

int
rankle_cli_models (char **argv)
{
  static const char *const none[] = { NULL };
  GOptionContext          *context = g_option_context_new ("- list the bundled models");
  g_autoptr (RankleTable) table = rankle_table_new (5);
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) left = NULL;
  g_auto (GStrv) ids = rankle_catalog_list_models ();
  GError *error = NULL;

  g_option_context_set_summary (
      context, "One line a model: id, states, time unit, title, summary.");
  left = rankle_cli_parse (argv, context, none, &error);
  if (left == NULL)
    return rankle_cli_fail_input (argv[0], error);
  for (char **id = ids; *id != NULL; id++)
    {
      if (!add_model (table, *id, &error))
        return rankle_cli_fail_input (argv[0], error);
    }
  rankle_table_append_to (table, "", text);
  return rankle_cli_print (argv[0], text->str, text->len);
}
