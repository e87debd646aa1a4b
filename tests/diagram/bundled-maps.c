/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "bundled-maps.h"

#include "rankle-catalog.h"

typedef struct
{
  char   *name; /* (owned) */
  MapFunc func;
} MapTest;

static RankleDiagram *
read_bundled_map (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = rankle_catalog_read ("diagrams", name, &error);
  RankleDiagram *diagram;

  g_assert_no_error (error);
  diagram = rankle_diagram_new_from_sbgn (g_bytes_get_data (bytes, NULL),
                                          (gssize)g_bytes_get_size (bytes), name, &error);
  g_assert_no_error (error);
  return diagram;
}

static void
run_map_test (gconstpointer data)
{
  const MapTest *test = data;
  g_autoptr (RankleDiagram) diagram = read_bundled_map (test->name);

  test->func (test->name, diagram);
}

static void
free_map_test (gpointer data)
{
  MapTest *test = data;

  g_free (test->name);
  g_free (test);
}

void
maps_add_test (const char *path, MapFunc func)
{
  g_auto (GStrv) names = rankle_catalog_list ("diagrams");

  g_assert (func != NULL);
  g_assert_cmpuint (g_strv_length (names), >, 0);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *whole = g_strconcat ("/", path, "/", names[i], NULL);
      MapTest         *test = g_new0 (MapTest, 1);

      test->name = g_strdup (names[i]);
      test->func = func;
      g_test_add_data_func_full (whole, test, run_map_test, free_map_test);
    }
}

RankleModel *
maps_load_model (const char *id)
{
  g_autoptr (GError) error = NULL;
  RankleModel *model = rankle_catalog_load (id, &error);

  g_assert_no_error (error);
  return model;
}

void
maps_for_each_model (const char *name,
                     void (*func) (RankleModel *, gpointer),
                     gpointer data)
{
  g_auto (GStrv) ids = rankle_catalog_list_models ();

  g_assert (func != NULL);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (RankleModel) model = maps_load_model (ids[i]);

      if (g_strcmp0 (rankle_model_get_diagram (model), name) == 0)
        func (model, data);
    }
}
