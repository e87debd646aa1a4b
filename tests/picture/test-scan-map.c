/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A scan in the BULK lane as a map while it comes: what a scan says of its cells a map
 * understands, what is coarse is drawn as a whole, and the end is the map of the runs. */

#include <math.h>

#include "rankle-catalog.h"
#include "rankle-map-field.h"
#include "rankle-map-image.h"
#include "rankle-map-words.h"
#include "rankle-question.h"
#include "rankle-scan.h"

enum
{
  SIDE = 11
};

G_STATIC_ASSERT ((int)RANKLE_SCAN_PENDING == (int)RANKLE_MAP_PENDING);
G_STATIC_ASSERT ((int)RANKLE_SCAN_RAN == (int)RANKLE_MAP_RAN);
G_STATIC_ASSERT ((int)RANKLE_SCAN_FAILED == (int)RANKLE_MAP_FAILED);

typedef struct
{
  RankleModel *model; /* (owned) */
  guint        column;
  double       factors[SIDE];
  guint        n_told, n_whole; /* how often a whole map could be drawn */
  gboolean     ended;
} Scene;

static RankleProtocol *
make_cb (guint i, guint j, gpointer data)
{
  Scene *scene = data;
  g_autoptr (RankleScenario) scenario = rankle_scenario_new ("", "", "");
  g_autoptr (RankleQuestion) question = NULL;
  g_autoptr (GError) error = NULL;
  RankleProtocol *protocol;

  rankle_scenario_set_control (scenario, "rankl", scene->factors[i]);
  rankle_scenario_set_control (scenario, "opg", scene->factors[j]);
  question = rankle_question_new (scene->model, scenario);
  rankle_question_set_every (question, 100, 100);
  protocol = rankle_question_make_protocol (question, &error);
  g_assert_no_error (error);
  return protocol;
}

static double
take_cb (RankleTrajectory *run, gpointer data)
{
  const Scene *scene = data;
  guint        last = rankle_trajectory_get_n_times (run) - 1;

  return rankle_trajectory_get_column (run, scene->column)[last];
}

static RankleMap
make_map (const Scene *scene, const RankleScanView *view)
{
  return (RankleMap){ .title = "Osteoclasts",
                      .unit = "",
                      .x = { "RANKL", "×", scene->factors, SIDE, TRUE },
                      .y = { "OPG", "×", scene->factors, SIDE, TRUE },
                      .values = view->values,
                      .states = view->states,
                      .baseline = NAN,
                      .smooth = TRUE,
                      .stride = view->stride };
}

static void
told_cb (RankleScan *scan, gpointer data)
{
  Scene                *scene = data;
  const RankleScanView *view = rankle_scan_get_view (scan);
  RankleMap             map = make_map (scene, view);
  RanklePlotTheme       theme = rankle_plot_theme_for_print ();
  cairo_surface_t      *image = rankle_map_image_create (&map, &theme, 40, 30, 1);

  g_assert_cmpint (cairo_surface_status (image), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (image);
  for (double place = 0.25; view->stride > 0 && place <= 4; place *= 1.3)
    g_assert_true (isfinite (rankle_map_get_value (&map, place, 4.25 - place)));
  scene->n_told++;
  scene->n_whole += view->stride > 0;
  scene->ended = view->state != RANKLE_BATCH_RUNNING;
}

/* More RANKL is more osteoclasts, more OPG fewer, in every row and column. */
static void
check_values (const RankleScanView *view)
{
  for (guint j = 0; j < SIDE; j++)
    for (guint i = 0; i + 1 < SIDE; i++)
      {
        g_assert_cmpfloat (view->values[j * SIDE + i], <, view->values[j * SIDE + i + 1]);
        g_assert_cmpfloat (view->values[i * SIDE + j], >,
                           view->values[(i + 1) * SIDE + j]);
      }
}

static void
test_while_it_comes (void)
{
  g_autoptr (GError) error = NULL;
  Scene scene = { .model = rankle_catalog_load ("rankle", &error) };
  g_autoptr (RankleRunner) runner = rankle_runner_new_with_threads (2);
  g_autoptr (RankleScan) scan = NULL;
  RankleMap        map;
  g_autofree char *words = NULL;

  g_assert_no_error (error);
  scene.column = (guint)rankle_model_find_column (scene.model, "osteoclast");
  for (guint i = 0; i < SIDE; i++)
    scene.factors[i] = 0.25 * pow (16, i / (SIDE - 1.0));
  scan = rankle_scan_new (runner, SIDE, SIDE, make_cb, take_cb, told_cb, &scene, NULL);
  while (!scene.ended)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (scene.n_whole, >=, 1);
  check_values (rankle_scan_get_view (scan));
  map = make_map (&scene, rankle_scan_get_view (scan));
  words = rankle_map_dup_words (&map, NULL, NULL);
  g_assert_nonnull (strstr (words, "at RANKL 4 ×, OPG 0.25 ×. Smallest: "));
  g_assert_true (g_str_has_suffix (words, "at RANKL 0.25 ×, OPG 4 ×. No run failed."));
  rankle_runner_close (runner);
  rankle_model_unref (scene.model);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scan-map/while-it-comes", test_while_it_comes);
  return g_test_run ();
}
