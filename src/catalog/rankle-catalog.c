/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-catalog.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "rankle-data.h"
#include "rankle-explorer-private.h"
#include "rankle-model-error.h"
#include "rankle-model-file.h"

/* As they are offered, group by group: ours first, tissue by year, bone in illness,
 * tumours, drugs, signals in the cell, and what RANK does beyond bone. */
static const char *const models[] = {
  "rankle",
  "komarova-2003",
  "lemaire-2004",
  "pivonka-2008",
  "peterson-riggs-2012",
  "graham-2013",
  "martinez-reina-2019",
  "joerg-2022",
  "osteopetrosis",
  "paget",
  "arthritis",
  "periodontitis",
  "metastasis",
  "ayati-2010",
  "zierhut-2008",
  "sutjandra-2011",
  "opg-mimetic",
  "lipniacki-2004",
  "krishna-2006",
  "rankl-signalling",
  "traf-adaptors",
  "fever",
  "lymph-node",
  "mammary-gland",
  "lactation",
  NULL,
};

/* Models already compiled, by id; they stay for the life of the process. */
static GMutex      cache_lock;
static GHashTable *cache;

static GResource *
get_resource (void)
{
  return rankle_data_get_resource ();
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

char **
rankle_catalog_list (const char *folder)
{
  g_autofree char *path = NULL;
  char           **names;

  g_return_val_if_fail (folder != NULL, NULL);

  path = g_strconcat (RESOURCE_BASE "/", folder, NULL);
  names = g_resource_enumerate_children (get_resource (), path,
                                         G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (names == NULL)
    return g_new0 (char *, 1);
  qsort (names, g_strv_length (names), sizeof (char *), compare_names);
  return names;
}

char *
rankle_catalog_dup_name (RankleModel *model)
{
  char *id = rankle_catalog_dup_id (model);

  return id != NULL
             ? id
             : g_strdup (rankle_model_origin_get_name (rankle_model_get_origin (model)));
}

GBytes *
rankle_catalog_read (const char *folder, const char *name, GError **error)
{
  g_autofree char *path = NULL;
  GBytes          *bytes;

  g_return_val_if_fail (folder != NULL && name != NULL, NULL);

  path = g_strconcat (RESOURCE_BASE "/", folder, "/", name, NULL);
  bytes =
      g_resource_lookup_data (get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (bytes == NULL)
    g_set_error (error, RANKLE_MODEL_ERROR, RANKLE_MODEL_ERROR_NOT_FOUND,
                 _ ("There is no bundled file %s/%s"), folder, name);
  return bytes;
}

char **
rankle_catalog_list_models (void)
{
  g_assert (g_str_equal (models[0], "rankle"));

  return g_strdupv ((char **)models);
}

/* Resources are terminated by a zero byte that their size does not count. */
static void
check_end (GBytes *bytes)
{
  gsize       size;
  const char *text = g_bytes_get_data (bytes, &size);

  g_assert (text[size] == '\0');
}

static RankleModel *
compile_bundled (const char *id, GBytes *text, GError **error)
{
  g_autofree char *name = g_strconcat (id, ".ant", NULL);
  g_autofree char *sidecar_name = g_strconcat (id, ".json", NULL);
  g_autoptr (GBytes) sidecar = rankle_catalog_read ("models", sidecar_name, NULL);

  g_assert (sidecar != NULL);
  check_end (sidecar);

  return rankle_model_new_from_antimony (g_bytes_get_data (text, NULL),
                                         (gssize)g_bytes_get_size (text), name,
                                         g_bytes_get_data (sidecar, NULL), error);
}

static RankleModel *
load_bundled (const char *id, GBytes *text, GError **error)
{
  RankleModel *model;

  g_mutex_lock (&cache_lock);
  if (cache == NULL)
    cache = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                   (GDestroyNotify)rankle_model_unref);
  model = g_hash_table_lookup (cache, id);
  if (model == NULL)
    {
      model = compile_bundled (id, text, error);
      if (model != NULL)
        g_hash_table_insert (cache, g_strdup (id), model);
    }
  if (model != NULL)
    rankle_model_ref (model);
  g_mutex_unlock (&cache_lock);
  return model;
}

char *
rankle_catalog_dup_id (RankleModel *model)
{
  GHashTableIter iter;
  gpointer       id, bundled;
  char          *found = NULL;

  g_return_val_if_fail (model != NULL, NULL);

  g_mutex_lock (&cache_lock);
  if (cache != NULL)
    {
      g_hash_table_iter_init (&iter, cache);
      while (found == NULL && g_hash_table_iter_next (&iter, &id, &bundled))
        found = bundled == model ? g_strdup (id) : NULL;
    }
  g_mutex_unlock (&cache_lock);
  return found;
}

/* (transfer full): ids of those that open with a scenario of their own. */
static GHashTable *
find_systems (void)
{
  GHashTable *systems = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; models[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat (models[i], ".json", NULL);
      g_autoptr (GBytes) sidecar = rankle_catalog_read ("models", name, NULL);
      g_autofree char *scenario = NULL;

      g_assert (sidecar != NULL);
      scenario = _rankle_sidecar_find_scenario (g_bytes_get_data (sidecar, NULL),
                                                (gssize)g_bytes_get_size (sidecar));
      if (scenario != NULL)
        g_hash_table_add (systems, (gpointer)models[i]);
    }
  return systems;
}

gboolean
rankle_catalog_is_system (const char *id)
{
  static GHashTable *systems; /* (owned) by the process */

  g_return_val_if_fail (id != NULL, FALSE);

  if (g_once_init_enter (&systems))
    g_once_init_leave (&systems, find_systems ());
  return g_hash_table_contains (systems, id);
}

static gboolean
looks_like_path (const char *name)
{
  return strchr (name, '/') != NULL || g_str_has_suffix (name, ".ant") ||
         g_str_has_suffix (name, ".xml") || g_str_has_suffix (name, ".sbml");
}

RankleModel *
rankle_catalog_load (const char *id_or_path, GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GBytes) text = NULL;

  g_return_val_if_fail (id_or_path != NULL, NULL);

  if (looks_like_path (id_or_path))
    return rankle_model_new_from_file (id_or_path, error);
  name = g_strconcat (id_or_path, ".ant", NULL);
  text = rankle_catalog_read ("models", name, NULL);
  if (text != NULL)
    return load_bundled (id_or_path, text, error);
  if (g_file_test (id_or_path, G_FILE_TEST_IS_REGULAR))
    return rankle_model_new_from_file (id_or_path, error);
  g_set_error (error, RANKLE_MODEL_ERROR, RANKLE_MODEL_ERROR_NOT_FOUND,
               _ ("There is no model “%s”, and no file of that name"), id_or_path);
  return NULL;
}
