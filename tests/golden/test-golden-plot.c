/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "golden.h"
#include "looks.h"
#include "rankle-plot-painter.h"

/* Plots as the window has them, of every kind of ink there is, light and dark. Their
 * curves are formulas of the test's own, so that no model has a say. */

enum
{
  WIDTH = 520,
  HEIGHT = 250,
  N = 200,
  N_SERIES = 3,
};

#define END 3650.0 /* [days] */

typedef struct
{
  RanklePlot plot;
  int        width;
  double     cursor;   /* [days] */
  int        selected; /* a series, or -1 */
  double     x[N], y[N_SERIES][N], ghost[N_SERIES][N];
} Scene;

static void
scene_init (Scene *scene, const char *title, const char *unit, guint n_series)
{
  static const char *const labels[N_SERIES] = { "CTX", "P1NP", "Osteoclast" };

  *scene = (Scene){ .width = WIDTH, .cursor = 1500, .selected = -1 };
  scene->plot = (RanklePlot){
    .title = title,
    .unit = unit,
    .n_series = n_series,
    .time_unit = "day",
    .x_max = END,
    .reference = NAN,
  };
  for (guint i = 0; i < N; i++)
    scene->x[i] = END * i / (N - 1);
  for (guint k = 0; k < n_series; k++)
    scene->plot.series[k] = (RanklePlotSeries){
      .label = labels[k], .x = scene->x, .y = scene->y[k], .n = N, .factor = 1
    };
}

/* In the colours of a sheet; what no sheet says is GTK's. */
static RanklePlotTheme
read_theme (const Look *look)
{
  RanklePlotTheme theme = rankle_plot_theme_for_print ();
  const struct
  {
    const char      *name;
    RanklePlotColor *color;
  } colors[] = {
    { "rankle_plot_ground", &theme.background },
    { "rankle_plot_text", &theme.foreground },
    { "rankle_plot_dim", &theme.dim },
    { "rankle_plot_grid", &theme.grid },
    { "rankle_plot_ghost", &theme.ghost },
    { "rankle_series_1", &theme.series[0] },
    { "rankle_series_2", &theme.series[1] },
    { "rankle_series_3", &theme.series[2] },
    { "rankle_series_4", &theme.series[3] },
    { "rankle_series_5", &theme.series[4] },
  };

  for (guint i = 0; i < G_N_ELEMENTS (colors); i++)
    {
      double rgba[4];

      g_assert_true (look_find_color (look, colors[i].name, rgba));
      *colors[i].color = (RanklePlotColor){ rgba[0], rgba[1], rgba[2], rgba[3] };
    }
  return theme;
}

static cairo_surface_t *
paint (const Scene *scene, const RanklePlotTheme *theme)
{
  cairo_surface_t *surface = golden_create_surface (scene->width, HEIGHT);
  cairo_t         *cr = cairo_create (surface);
  RanklePlotLayout layout;

  rankle_plot_layout_compute (&layout, &scene->plot, theme, scene->width, HEIGHT);
  rankle_plot_paint_back (cr, &scene->plot, &layout, theme);
  rankle_plot_paint_curves (cr, &scene->plot, &layout, theme);
  rankle_plot_paint_points (cr, &scene->plot, &layout, theme);
  rankle_plot_paint_cursor (cr, &scene->plot, &layout, theme, scene->cursor,
                            scene->selected);
  /* The legend of points, as the list of findings has it. */
  for (guint i = 0; scene->plot.n_points > 0 && i < 4; i++)
    rankle_plot_paint_point_sample (cr, theme, i % 2, i / 2, WIDTH - 24 - 18 * i, 20);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  return surface;
}

static void
compare (Scene *scene, const char *name)
{
  static const char *const names[] = { "light", "dark" };

  rankle_plot_find_range (&scene->plot, &scene->plot.y_min, &scene->plot.y_max);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *picture = g_strdup_printf ("plot-%s-%s", name, names[i]);
      RanklePlotTheme  theme = read_theme (find_look (names[i]));

      golden_compare (paint (scene, &theme), picture);
    }
}

static void
add_ghosts (Scene *scene)
{
  for (guint k = 0; k < scene->plot.n_series; k++)
    {
      scene->plot.series[k].ghost_x = scene->x;
      scene->plot.series[k].ghost = scene->ghost[k];
      scene->plot.series[k].n_ghost = N;
      scene->plot.series[k].ghost_factor = 1;
    }
  scene->plot.show_ghost = TRUE;
}

/* Three curves with their dashes, what they were at baseline, the line of 100 %, labels
 * at the lines' ends with the values at the cursor, one of them chosen. */
static void
test_baseline (void)
{
  Scene scene;

  scene_init (&scene, "Turnover", "% of baseline", 3);
  add_ghosts (&scene);
  for (guint k = 0; k < 3; k++)
    for (guint i = 0; i < N; i++)
      {
        scene.ghost[k][i] = 100 + 6 * k * scene.x[i] / END;
        scene.y[k][i] = 100 - (70 - 25 * k) * (1 - exp (-scene.x[i] / (300 + 200 * k)));
      }
  scene.plot.reference = 100;
  scene.plot.include_zero = TRUE;
  scene.selected = 1;
  compare (&scene, "baseline");
}

/* Five powers of ten. */
static void
test_logarithmic (void)
{
  Scene scene;

  scene_init (&scene, "Denosumab in serum", "ng/ml", 2);
  add_ghosts (&scene);
  for (guint i = 0; i < N; i++)
    {
      scene.y[0][i] = 1e4 * exp (-scene.x[i] / 350);
      scene.y[1][i] = 0.3 + 200 * exp (-pow ((scene.x[i] - 1800) / 500, 2));
      scene.ghost[0][i] = scene.ghost[1][i] = 10;
    }
  scene.plot.logarithmic = TRUE;
  compare (&scene, "logarithmic");
}

static const double doses[] = { 0, 182.5, 365, 547.5, 730, 1095 };

/* A triangle where a dose is given, sharp peaks where it is seen. */
static void
test_doses (void)
{
  Scene scene;

  scene_init (&scene, "Denosumab", "mg/l", 1);
  for (guint i = 0; i < N; i++)
    for (guint d = 0; d < G_N_ELEMENTS (doses); d++)
      if (scene.x[i] >= doses[d])
        scene.y[0][i] += 6 * exp (-(scene.x[i] - doses[d]) / 60);
  scene.plot.marks = doses;
  scene.plot.n_marks = G_N_ELEMENTS (doses);
  scene.plot.include_zero = TRUE;
  scene.cursor = 365;
  compare (&scene, "doses");
}

/* What was computed until the run failed, beside the baseline; the rest is shaded. */
static void
test_stopped (void)
{
  Scene scene;

  scene_init (&scene, "Osteoclasts", "% of baseline", 1);
  add_ghosts (&scene);
  for (guint i = 0; i < N; i++)
    {
      scene.y[0][i] = 100 / (1 - MIN (scene.x[i], 1200) / 1300);
      scene.ghost[0][i] = 100;
    }
  while (scene.x[scene.plot.series[0].n - 1] > 1200)
    scene.plot.series[0].n--;
  scene.plot.is_stopped = TRUE;
  scene.plot.stopped = scene.x[scene.plot.series[0].n - 1];
  scene.plot.include_zero = TRUE;
  compare (&scene, "stopped");
}

/* One curve falls below what it can be for a long time, another rises above it for a
 * moment: what is shaded twice is no darker. */
static void
test_beyond (void)
{
  static const double below[] = { 900, END };
  static const double above[] = { 300, 300, 1500, 1700 };
  Scene               scene;

  scene_init (&scene, "Bone", "% of start", 2);
  for (guint i = 0; i < N; i++)
    {
      scene.y[0][i] = 100 - scene.x[i] / 9;
      scene.y[1][i] = 60 + 40 * sin (scene.x[i] / 200);
    }
  scene.plot.series[0].beyond = below;
  scene.plot.series[0].n_beyond = 1;
  scene.plot.series[1].beyond = above;
  scene.plot.series[1].n_beyond = 2;
  scene.plot.warning = "Out of range";
  compare (&scene, "beyond");
}

/* A year of daily doses is one bracket, the single ones that follow are triangles. */
static void
test_daily_doses (void)
{
  double marks[367];
  Scene  scene;

  scene_init (&scene, "Teriparatide", "mg/l", 1);
  for (guint i = 0; i < 365; i++)
    marks[i] = 200 + i;
  marks[365] = 1500;
  marks[366] = 2500;
  for (guint i = 0; i < N; i++)
    scene.y[0][i] = scene.x[i] >= 200 && scene.x[i] < 565 ? 3 + i % 2 : 1;
  scene.plot.marks = marks;
  scene.plot.n_marks = G_N_ELEMENTS (marks);
  scene.plot.include_zero = TRUE;
  scene.plot.x_max = 1825;
  compare (&scene, "daily-doses");
}

/* Fitted and predicted, recalled or not, with a spread or without, at a time or within a
 * window, and two that would hide each other. */
static void
test_points (void)
{
  static const RanklePlotPoint points[] = {
    { 0, 400, 400, 60, 50, 70, FALSE, FALSE },
    { 0, 400, 400, 64, 52, 76, FALSE, FALSE },
    { 0, 1000, 1000, 40, 30, 55, TRUE, FALSE },
    { 0, 1600, 1600, 33, 25, 40, FALSE, TRUE },
    { 0, 2200, 2200, 30, 24, 38, TRUE, TRUE },
    { 1, 2500, 3100, 95, NAN, NAN, FALSE, FALSE },
    { 1, 3650, 3650, 90, 60, 190, TRUE, FALSE },
  };
  Scene scene;

  scene_init (&scene, "Cells", "% of baseline", 2);
  for (guint i = 0; i < N; i++)
    {
      scene.y[0][i] = 25 + 75 * exp (-scene.x[i] / 700);
      scene.y[1][i] = 85 + 15 * cos (scene.x[i] / 900);
    }
  scene.plot.points = points;
  scene.plot.n_points = G_N_ELEMENTS (points);
  scene.cursor = 2800;
  compare (&scene, "points");
}

/* Axes, title and unit stand before there is a run. */
static void
test_empty (void)
{
  Scene scene;

  scene_init (&scene, "Bone mineral density", "g/cm2", 0);
  compare (&scene, "empty");
}

/* The curve ends where it is not known and goes on beyond; of the narrow plot beside it
 * labels stand in rows. */
static void
test_gap (void)
{
  Scene scene;

  scene_init (&scene, "Osteocytes", "1/mm2", 2);
  for (guint i = 0; i < N; i++)
    {
      scene.y[0][i] = i > 70 && i < 110 ? NAN : 200 + 40 * sin (scene.x[i] / 300);
      scene.y[1][i] = i < 20 || i > 170 ? NAN : 180 + 0.02 * scene.x[i];
    }
  scene.width = 320;
  scene.cursor = scene.x[90];
  compare (&scene, "gap");
}

/* Bands of shares, every second one hatched. */
static void
test_shares (void)
{
  Scene scene;

  scene_init (&scene, "Who holds the RANKL?", "%", 3);
  scene.plot.series[0].label = "Free";
  scene.plot.series[1].label = "OPG";
  scene.plot.series[2].label = "RANK";
  scene.plot.kind = RANKLE_PLOT_STACKED;
  for (guint i = 0; i < N; i++)
    {
      scene.y[0][i] = 2 + sin (scene.x[i] / 400);
      scene.y[1][i] = 1 + scene.x[i] / END;
      scene.y[2][i] = 1.5;
    }
  scene.selected = 2;
  compare (&scene, "shares");
}

/* From a time on there is nothing to take shares of: bands end, words stand there. */
static void
test_nothing (void)
{
  guint8 nothing[N];
  Scene  scene;

  scene_init (&scene, "Who holds the RANKL?", "%", 3);
  scene.plot.kind = RANKLE_PLOT_STACKED;
  for (guint i = 0; i < N; i++)
    {
      for (guint k = 0; k < 3; k++)
        scene.y[k][i] = (k + 1) * exp (-scene.x[i] / (20 + 10 * k));
      nothing[i] = i > 40 && (i < 60 || i > 80);
    }
  scene.plot.nothing = nothing;
  scene.plot.remark = "There is no RANKL to hold.";
  scene.cursor = 2500;
  compare (&scene, "nothing");
}

int
main (int argc, char *argv[])
{
  golden_init (&argc, &argv);
  g_test_add_func ("/golden-plot/baseline", test_baseline);
  g_test_add_func ("/golden-plot/logarithmic", test_logarithmic);
  g_test_add_func ("/golden-plot/doses", test_doses);
  g_test_add_func ("/golden-plot/daily-doses", test_daily_doses);
  g_test_add_func ("/golden-plot/stopped", test_stopped);
  g_test_add_func ("/golden-plot/beyond", test_beyond);
  g_test_add_func ("/golden-plot/points", test_points);
  g_test_add_func ("/golden-plot/empty", test_empty);
  g_test_add_func ("/golden-plot/gap", test_gap);
  g_test_add_func ("/golden-plot/shares", test_shares);
  g_test_add_func ("/golden-plot/nothing", test_nothing);
  return g_test_run ();
}
