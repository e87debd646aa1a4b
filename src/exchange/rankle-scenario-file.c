/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rankle-scenario-file.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "rankle-catalog.h"
#include "rankle-file.h"
#include "rankle-scenario-json.h"

#define FOLDER   "scenarios"
#define SUFFIX   ".json"
#define FIRST_ID "healthy-adult"

RankleScenario *
rankle_scenario_file_parse (
    const char *text, gssize length, const char *name, char **model, GError **error)
{
  g_return_val_if_fail (text != NULL && name != NULL, NULL);

  return _rankle_scenario_read_json (text, length, name, model, error);
}

char *
rankle_scenario_file_format (const RankleScenario *scenario, const char *model)
{
  g_return_val_if_fail (scenario != NULL, NULL);

  return _rankle_scenario_write_json (scenario, model);
}

static RankleScenario *
load_path (const char *path, char **model, GError **error)
{
  g_autofree char *text = NULL;
  gsize            length;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, RANKLE_EXCHANGE_ERROR, RANKLE_EXCHANGE_ERROR_NOT_FOUND,
                   _ ("%s: no bundled scenario of this name, and no such file"), path);
      return NULL;
    }
  if (!rankle_file_read (path, RANKLE_SCENARIO_BYTES_MAX, &text, &length, error))
    return NULL;
  return rankle_scenario_file_parse (text, (gssize)length, path, model, error);
}

/* (transfer full) (nullable): the bundled file, if there is one. */
static GBytes *
read_bundled (const char *id)
{
  g_autofree char *name = g_strconcat (id, SUFFIX, NULL);

  return rankle_catalog_read (FOLDER, name, NULL);
}

RankleScenario *
rankle_scenario_file_load (const char *id_or_path, char **model, GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gconstpointer data;
  gsize         length;

  g_return_val_if_fail (id_or_path != NULL, NULL);

  bytes = read_bundled (id_or_path);
  if (bytes == NULL)
    return load_path (id_or_path, model, error);
  name = g_strconcat (id_or_path, SUFFIX, NULL);
  data = g_bytes_get_data (bytes, &length);
  return rankle_scenario_file_parse (data, (gssize)length, name, model, error);
}

gboolean
rankle_scenario_file_save (const RankleScenario *scenario,
                           const char           *model,
                           const char           *path,
                           GError              **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (scenario != NULL && path != NULL, FALSE);

  text = rankle_scenario_file_format (scenario, model);
  return rankle_file_replace (path, text, strlen (text), error);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const char *x = *(const char *const *)a, *y = *(const char *const *)b;

  if (g_str_equal (x, FIRST_ID) != g_str_equal (y, FIRST_ID))
    return g_str_equal (x, FIRST_ID) ? -1 : 1;
  return strcmp (x, y);
}

RankleScenario *
rankle_scenario_file_load_first (const RankleModel *model)
{
  const char *own;
  g_autoptr (GBytes) bytes = NULL;
  RankleScenario *first;

  g_return_val_if_fail (model != NULL, NULL);

  /* A model in a file may name what is not bundled. */
  own = rankle_model_get_scenario (model);
  bytes = own == NULL ? NULL : read_bundled (own);
  first = rankle_scenario_file_load (bytes != NULL ? own : FIRST_ID, NULL, NULL);
  g_assert (first != NULL); /* it is bundled, and a test reads each that is */
  return first;
}

/* @name (nullable): what @model is bundled under. */
static gboolean
is_offered (const char *id, RankleModel *model, const char *name)
{
  g_autofree char *made_for = NULL;
  g_autoptr (RankleScenario) scenario = rankle_scenario_file_load (id, &made_for, NULL);

  if (scenario == NULL)
    return FALSE;
  if (name != NULL && rankle_model_get_scenario (model) != NULL)
    return g_strcmp0 (made_for, name) == 0;
  return (made_for == NULL || !rankle_catalog_is_system (made_for)) &&
         rankle_scenario_suits (scenario, model);
}

gboolean
rankle_scenario_file_is_offered (const char *id, RankleModel *model)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (id != NULL && model != NULL, FALSE);

  name = rankle_catalog_dup_id (model);
  return is_offered (id, model, name);
}

char **
rankle_scenario_file_list_for (RankleModel *model)
{
  g_auto (GStrv) ids = rankle_scenario_file_list ();
  g_autofree char *name = NULL;
  GStrvBuilder    *offered = g_strv_builder_new ();
  char           **list;

  g_return_val_if_fail (model != NULL, NULL);

  name = rankle_catalog_dup_id (model);
  for (char **id = ids; *id != NULL; id++)
    if (is_offered (*id, model, name))
      g_strv_builder_add (offered, *id);
  list = g_strv_builder_end (offered);
  g_strv_builder_unref (offered);
  return list;
}

char **
rankle_scenario_file_list (void)
{
  g_auto (GStrv) names = rankle_catalog_list (FOLDER);
  GPtrArray *ids = g_ptr_array_new ();

  for (char **name = names; name != NULL && *name != NULL; name++)
    {
      if (g_str_has_suffix (*name, SUFFIX))
        g_ptr_array_add (ids, g_strndup (*name, strlen (*name) - strlen (SUFFIX)));
    }
  g_ptr_array_sort (ids, compare_ids);
  g_ptr_array_add (ids, NULL);
  return (char **)g_ptr_array_free (ids, FALSE);
}
