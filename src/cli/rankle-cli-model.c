/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-cli-model.h"

#include <string.h>

#include "rankle-catalog.h"
#include "rankle-cli-suggest.h"
#include "rankle-exchange-error.h"
#include "rankle-model-error.h"
#include "rankle-scenario-file.h"

/* A path was not meant as an id. */
static void
add_meant (GError **error, const char *typed, char **ids)
{
  g_autoptr (GError) plain = *error;
  g_autofree char *meant = strchr (typed, G_DIR_SEPARATOR) != NULL
                               ? g_strdup ("")
                               : rankle_cli_suggest (typed, (const char *const *)ids);

  *error = g_error_new (plain->domain, plain->code, "%s%s", plain->message, meant);
}

RankleModel *
rankle_cli_load_model (const char *id_or_path, GError **error)
{
  g_autoptr (GError) local = NULL;
  RankleModel *model = rankle_catalog_load (id_or_path, &local);

  if (g_error_matches (local, RANKLE_MODEL_ERROR, RANKLE_MODEL_ERROR_NOT_FOUND))
    {
      g_auto (GStrv) ids = rankle_catalog_list_models ();

      add_meant (&local, id_or_path, ids);
    }
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return model;
}

RankleScenario *
rankle_cli_load_scenario (const char *id_or_path, GError **error)
{
  g_autoptr (GError) local = NULL;
  RankleScenario *scenario = rankle_scenario_file_load (id_or_path, NULL, &local);

  if (g_error_matches (local, RANKLE_EXCHANGE_ERROR, RANKLE_EXCHANGE_ERROR_NOT_FOUND))
    {
      g_auto (GStrv) ids = rankle_scenario_file_list ();

      add_meant (&local, id_or_path, ids);
    }
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return scenario;
}
