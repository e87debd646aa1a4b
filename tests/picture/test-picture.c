/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "picture-faults.h"
#include "picture-fixture.h"
#include "rankle-catalog.h"

/* What stands on a picture, and where. */

#define PREY                                                                             \
  "model own\nk = 0.3; g = 1.2; prey = 2; predator = 1;\n"                               \
  "prey' = k * prey - g * prey * predator;\n"                                            \
  "predator' = 0.5 * g * prey * predator - 0.1 * predator;\nend\n"

#define THREE_PANELS                                                                     \
  "model own\nunit molecules = 1e-9 item; unit share = 1 dimensionless;\n"               \
  "k = 0.6; g = 0.9; d = 0.1; prey = 2; predator = 1; grass = 1;\n"                      \
  "prey' = k * prey * grass - g * prey * predator;\n"                                    \
  "predator' = 0.5 * g * prey * predator - d * predator;\n"                              \
  "grass' = 0.2 * (1 - grass) - 0.1 * prey * grass;\n"                                   \
  "eaten := g * prey * predator; eaten has molecules;\n"                                 \
  "part := prey / (prey + predator); part has share;\nend\n"

static guint
count (const RanklePicture *picture, RanklePictureItemKind kind)
{
  guint                           n, found = 0;
  const RanklePictureItem *const *items = rankle_picture_get_items (picture, &n);

  for (guint i = 0; i < n; i++)
    found += items[i]->kind == kind;
  return found;
}

static gboolean
says (const RanklePicture *picture, const char *words)
{
  guint                           n;
  const RanklePictureItem *const *items = rankle_picture_get_items (picture, &n);

  for (guint i = 0; i < n; i++)
    if (items[i]->kind == RANKLE_PICTURE_WORDS &&
        strstr (pango_layout_get_text (items[i]->words), words) != NULL)
      return TRUE;
  return FALSE;
}

/* (nullable) */
static const RanklePictureItem *
find_plot (const RanklePicture *picture, const char *panel)
{
  guint                           n;
  const RanklePictureItem *const *items = rankle_picture_get_items (picture, &n);

  for (guint i = 0; i < n; i++)
    if (items[i]->kind == RANKLE_PICTURE_PLOT &&
        g_str_equal (items[i]->shown.panel->id, panel))
      return items[i];
  return NULL;
}

/* ---- the page ---- */

static void
check_page (const RanklePicture *picture)
{
  guint                           n;
  const RanklePictureItem *const *items = rankle_picture_get_items (picture, &n);
  double                          width, height;
  g_autofree char                *fault = NULL;

  rankle_picture_get_size (picture, &width, &height);
  fault = picture_find_overlap (items, n, width, height);
  for (guint i = 0; i < n && fault == NULL; i++)
    {
      fault = picture_find_cut (items[i]);
      if (fault == NULL && items[i]->kind == RANKLE_PICTURE_PLOT)
        fault = picture_find_unlabelled (items[i]);
      if (fault == NULL && items[i]->kind == RANKLE_PICTURE_PLOT)
        fault = picture_find_crowded (items[i]);
    }
  if (fault != NULL)
    g_test_fail_printf ("%s: %s", rankle_picture_get_title (picture), fault);
}

/* Every bundled model, both ways that it can be looked at. */
static void
test_models (void)
{
  g_auto (GStrv) ids = rankle_catalog_list_models ();

  for (char **id = ids; *id != NULL; id++)
    for (guint view = RANKLE_VIEW_BOTH; view <= RANKLE_VIEW_PLOTS; view++)
      {
        g_autoptr (RankleSession) session = picture_open (*id, NULL);
        g_autoptr (RankleSession) seen =
            rankle_session_with_view (session, (RankleView)view);
        g_autoptr (RanklePicture) picture = picture_make (seen);

        g_test_message ("%s, %s", *id, rankle_view_names[view]);
        check_page (picture);
      }
}

static void
test_scenarios (void)
{
  static const struct
  {
    const char *model, *scenario;
  } rows[] = {
    { "rankle", "denosumab-3-years" },
    { "rankle", "opg-doubled" },
    { "peterson-riggs-2012", "teriparatide-1-year" },
    { "peterson-riggs-2012", "kidney-decline" },
    { "peterson-riggs-2012", "menopause-from-41" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RankleSession) session = picture_open (rows[i].model, rows[i].scenario);
      g_autoptr (RankleSession) later = rankle_session_with_cursor (session, 365);
      g_autoptr (RanklePicture) picture = picture_make (later);

      check_page (picture);
    }
}

/* Points of one's own stand in the plots of what they are, and the legend tells of them;
 * less the baseline they stand by as much lower. */
static void
test_observations (void)
{
  const RankleObservation point = {
    .time = 30, .value = 90, .low = 80, .high = 95, .arm = -1
  };
  g_autoptr (RankleObservations) observations = rankle_observations_new ("own.csv");
  g_autoptr (RankleSession) session = picture_open ("rankle", NULL);
  g_autoptr (RankleSession) observed = NULL;
  g_autoptr (RankleSession) less = NULL;
  g_autoptr (RanklePicture) without = NULL;
  g_autoptr (RanklePicture) with = NULL;
  g_autoptr (RanklePicture) difference = NULL;
  const RanklePlot *plot;

  rankle_observations_add_series (observations, "CTX");
  rankle_observations_add (observations, &point);
  observed = rankle_session_with_observations (session, &observations, 1);
  less = rankle_session_with_difference (observed, TRUE);
  without = picture_make (session);
  with = picture_make (observed);
  difference = picture_make (less);
  check_page (with);
  g_assert_false (says (without, "Yours"));
  g_assert_true (says (with, "Yours"));
  g_assert_cmpuint (find_plot (with, "bone")->shown.plot.n_points, ==, 0);
  plot = &find_plot (with, "turnover")->shown.plot;
  g_assert_cmpuint (plot->n_points, ==, 1);
  g_assert_cmpuint (plot->points[0].mark, ==, RANKLE_PLOT_MARK_SQUARE);
  g_assert_cmpfloat_with_epsilon (plot->points[0].y, 90, 1e-6);
  plot = &find_plot (difference, "turnover")->shown.plot;
  g_assert_cmpfloat_with_epsilon (plot->points[0].y, -10, 1e-3);
  g_assert_cmpfloat_with_epsilon (plot->points[0].low, -20, 1e-3);
}

/* One plot, and no word of what its units of time are. */
static void
test_own_model (void)
{
  g_autoptr (RankleSession) session = picture_open_text (PREY);
  g_autoptr (RankleSession) moved = picture_move (session, "k", 2);
  g_autoptr (RanklePicture) picture = picture_make (moved);

  check_page (picture);
  g_assert_cmpuint (count (picture, RANKLE_PICTURE_PLOT), ==, 1);
  g_assert_cmpuint (count (picture, RANKLE_PICTURE_MAP), ==, 0);
  g_assert_cmpstr (rankle_picture_get_title (picture), ==,
                   "As in the file, changed: k 2");
}

/* What is small at the moment that is shown, and was not at the start, is written out; a
 * label that is made for any moment would have too little room. */
static void
test_long_numbers (void)
{
  g_autoptr (RankleSession) session = picture_open_text (THREE_PANELS);
  g_autoptr (RankleSession) moved = picture_move (session, "k", 0.9);
  g_autoptr (RankleSession) later = rankle_session_with_cursor (moved, 40);
  g_autoptr (RanklePicture) picture = picture_make (later);
  RanklePictureItem moving = *find_plot (picture, "");
  g_autofree char  *crowded = NULL;

  check_page (picture);
  moving.shown.plot.is_still = FALSE;
  crowded = picture_find_crowded (&moving);
  g_assert_nonnull (crowded);
}

/* A title of a book's length ends in three dots. */
static void
test_long_title (void)
{
  g_autoptr (RankleSession) session = picture_open ("lemaire-2004", NULL);
  g_autofree char *title = g_strnfill (100000, 'w');
  g_autoptr (RankleScenario) scenario = rankle_scenario_new ("long", title, title);
  g_autoptr (RankleSession) named = rankle_session_with_scenario (session, scenario);
  g_autoptr (RanklePicture) picture = picture_make (named);
  double width, height;

  check_page (picture);
  rankle_picture_get_size (picture, &width, &height);
  g_assert_cmpfloat (height, <, 1500);
}

/* The tests above find what they are to find. */
static void
test_faults_are_found (void)
{
  g_autoptr (RankleSession) session = picture_open ("rankle", NULL);
  g_autoptr (RanklePicture) picture = picture_make (session);
  guint                           n;
  const RanklePictureItem *const *items = rankle_picture_get_items (picture, &n);
  RanklePictureItem               broken = *find_plot (picture, "cells");
  const RanklePictureItem        *pair[] = { items[0], &broken };
  g_autofree char                *overlap = NULL;
  g_autofree char                *outside = NULL;
  g_autofree char                *cut = NULL;
  g_autofree char                *unlabelled = NULL;
  g_autofree char                *low = NULL;

  broken.box.y = items[0]->box.y + 3;
  overlap = picture_find_overlap (pair, 2, 1200, 2000);
  g_assert_nonnull (overlap);
  broken.box.y = 1990;
  outside = picture_find_overlap (pair, 2, 1200, 2000);
  g_assert_nonnull (outside);
  broken.box.width = 60;
  cut = picture_find_cut (&broken);
  g_assert_nonnull (cut);
  broken.box.width = 360;
  broken.box.height = 20; /* what is written lies below */
  low = picture_find_cut (&broken);
  g_assert_nonnull (low);
  unlabelled = picture_find_unlabelled (&broken);
  g_assert_nonnull (unlabelled);
}

/* ---- what is shown ---- */

static void
check_view (RankleSession *session, RankleView view, guint n_maps, guint n_plots)
{
  g_autoptr (RankleSession) seen = rankle_session_with_view (session, view);
  g_autoptr (RanklePicture) picture = picture_make (seen);

  g_assert_cmpuint (count (picture, RANKLE_PICTURE_MAP), ==, n_maps);
  g_assert_cmpuint (count (picture, RANKLE_PICTURE_PLOT), ==, n_plots);
}

static void
test_views (void)
{
  g_autoptr (RankleSession) session = picture_open ("rankle", NULL);
  g_autoptr (RankleSession) own = picture_open_text (PREY);

  check_view (session, RANKLE_VIEW_BOTH, 1, 6);
  check_view (session, RANKLE_VIEW_PATHWAY, 1, 0);
  check_view (session, RANKLE_VIEW_PLOTS, 0, 6);
  check_view (own, RANKLE_VIEW_BOTH, 0, 1);
  check_view (own, RANKLE_VIEW_PATHWAY, 0, 0);
}

/* In place of a map that there is not. */
static void
test_no_map (void)
{
  g_autoptr (RankleSession) session = picture_open_text (PREY);
  g_autoptr (RankleSession) seen =
      rankle_session_with_view (session, RANKLE_VIEW_PATHWAY);
  g_autoptr (RanklePicture) picture = picture_make (seen);

  check_page (picture);
  g_assert_true (says (picture, "This model comes without a pathway map."));
}

static void
test_chosen_panels (void)
{
  static const char *const wanted[] = { "bone", "cells", NULL };
  g_autoptr (RankleSession) session = picture_open ("rankle", NULL);
  g_autoptr (RanklePicture) picture =
      picture_make_of (session, (RanklePictureContent){ .panels = wanted });

  check_page (picture);
  g_assert_cmpuint (count (picture, RANKLE_PICTURE_PLOT), ==, 2);
  g_assert_nonnull (find_plot (picture, "bone"));
  g_assert_null (find_plot (picture, "drug"));
}

/* Title, model and version, the answer, and the moment that the numbers are of. */
static void
test_words (void)
{
  g_autoptr (RankleSession) session = picture_open ("rankle", NULL);
  g_autoptr (RankleSession) moved = picture_move (session, "opg", 5.3);
  g_autoptr (RankleSession) later = rankle_session_with_cursor (moved, 547.5);
  g_autoptr (RanklePicture) picture = picture_make (later);
  RankleModel *model = rankle_session_get_model (session);

  g_assert_cmpstr (rankle_picture_get_title (picture), ==,
                   "Healthy adult, changed: OPG × 5.3");
  g_assert_true (says (picture, rankle_picture_get_title (picture)));
  g_assert_true (says (picture, rankle_model_get_title (model)));
  g_assert_true (says (picture, rankle_model_get_version (model)));
  g_assert_true (says (picture, "OPG × 5.3: the decoy OPG holds "));
  g_assert_true (says (picture, "Pathway at 1 year 6 months"));
  g_assert_true (says (picture, "Numbers are those at 1 year 6 months"));
  g_assert_true (says (picture, "Baseline"));
  g_assert_false (says (picture, "Predicted"));
}

/* A legend of the marks that there are. */
static void
test_legend (void)
{
  g_autoptr (RankleSession) session = picture_open ("rankle", "denosumab-3-years");
  g_autoptr (RanklePicture) shown = picture_make (session);
  g_autoptr (RankleSession) bare = rankle_session_with_evidence (session, NULL);
  g_autoptr (RanklePicture) hidden =
      picture_make_of (bare, (RanklePictureContent){ .without_ghosts = TRUE });

  g_assert_true (says (shown, "Predicted"));
  g_assert_true (says (shown, "Used in the fit"));
  g_assert_cmpuint (find_plot (shown, "bone")->shown.plot.n_points, >, 3);
  g_assert_false (says (hidden, "Predicted"));
  g_assert_false (says (hidden, "Baseline"));
  g_assert_false (find_plot (hidden, "bone")->shown.plot.show_ghost);
  g_assert_cmpuint (find_plot (hidden, "bone")->shown.plot.n_points, ==, 0);
}

/* All plots of one picture have the same part of time, as far to the right. */
static void
test_time (void)
{
  g_autoptr (RankleSession) session = picture_open ("rankle", "denosumab-3-years");
  g_autoptr (RankleSession) near = rankle_session_with_zoom (session, 365, 730);
  g_autoptr (RanklePicture) picture = picture_make (near);
  const RankleRunPlot *bone = &find_plot (picture, "bone")->shown;
  const RankleRunPlot *drug = &find_plot (picture, "drug")->shown;

  g_assert_cmpfloat (bone->plot.x_min, ==, 365);
  g_assert_cmpfloat (bone->plot.x_max, ==, 730);
  g_assert_cmpfloat (drug->plot.x_max, ==, 730);
  g_assert_cmpfloat (drug->plot.label_room, ==, bone->plot.label_room);
  g_assert_cmpuint (drug->plot.n_marks, ==, 6);
}

/* What was computed until then, and why there is no more. */
static void
test_failed_run (void)
{
  g_autoptr (RankleSession) session =
      picture_open_text ("model own\nx = 1; y = 1; x' = x^2; y' = 0;\nend\n");
  g_autoptr (RanklePicture) picture =
      picture_make_of (session, (RanklePictureContent){ .failure = "The run stopped." });
  guint                           n;
  const RanklePictureItem *const *items = rankle_picture_get_items (picture, &n);
  const RankleRunPlot            *plot = NULL;

  check_page (picture);
  g_assert_true (says (picture, "The run stopped."));
  for (guint i = 0; i < n; i++)
    if (items[i]->kind == RANKLE_PICTURE_PLOT)
      plot = &items[i]->shown;
  g_assert_nonnull (plot);
  g_assert_true (plot->plot.is_stopped);
  g_assert_cmpfloat (plot->plot.stopped, <=, 1);
}

/* The same on every screen: dark ink, and white wherever there is none. */
static void
test_ground (void)
{
  g_autoptr (RankleSession) session = picture_open ("lemaire-2004", NULL);
  g_autoptr (RanklePicture) picture = picture_make (session);
  cairo_surface_t *surface;
  cairo_t         *cr;
  double           width, height;
  guint32         *pixels;
  guint            n_white = 0, n_dark = 0, n;

  rankle_picture_get_size (picture, &width, &height);
  n = (guint)(width * height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)width, (int)height);
  cr = cairo_create (surface);
  rankle_picture_paint (picture, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixels = (guint32 *)(gpointer)cairo_image_surface_get_data (surface);
  for (guint i = 0; i < n; i++)
    {
      n_white += (pixels[i] & 0xffffff) == 0xffffff;
      n_dark += (pixels[i] >> 8 & 0xff) < 0x40;
    }
  g_assert_cmpuint (pixels[0] & 0xffffff, ==, 0xffffff);
  g_assert_cmpuint (pixels[n - 1] & 0xffffff, ==, 0xffffff);
  g_assert_cmpuint (n_white, >, n / 3);
  g_assert_cmpuint (n_dark, >, 2000);
  g_assert_cmpuint (n_dark, <, n / 10);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture/models", test_models);
  g_test_add_func ("/picture/scenarios", test_scenarios);
  g_test_add_func ("/picture/own-model", test_own_model);
  g_test_add_func ("/picture/long-numbers", test_long_numbers);
  g_test_add_func ("/picture/long-title", test_long_title);
  g_test_add_func ("/picture/faults-are-found", test_faults_are_found);
  g_test_add_func ("/picture/views", test_views);
  g_test_add_func ("/picture/no-map", test_no_map);
  g_test_add_func ("/picture/chosen-panels", test_chosen_panels);
  g_test_add_func ("/picture/words", test_words);
  g_test_add_func ("/picture/legend", test_legend);
  g_test_add_func ("/picture/time", test_time);
  g_test_add_func ("/picture/failed-run", test_failed_run);
  g_test_add_func ("/picture/ground", test_ground);
  g_test_add_func ("/picture/observations", test_observations);
  return g_test_run ();
}
