/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "rankle-plot-painter.h"
#include "rankle-plot-points.h"

enum
{
  WIDTH = 480,
  HEIGHT = 240
};

static const double xs[] = { 0, 1000, 2000, 4000 };
static const double flat[] = { 50, 50, 50, 50 };
static const double wavy[] = { 30, 50, 60, 50 };
static const double steep[] = { 1, 10, 100, 1000 };

static RanklePlot
make_plot (const double *values, const RanklePlotPoint *points, guint n_points)
{
  RanklePlot plot = {
    .title = "Bone",
    .unit = "%",
    .n_series = 2,
    .time_unit = "day",
    .x_max = 4000,
    .reference = NAN,
    .series = { { .label = "First", .x = xs, .y = values, .n = 4, .factor = 1 },
                { .label = "Second", .x = xs, .y = values, .n = 4, .factor = 1 } },
    .points = points,
    .n_points = n_points,
  };

  rankle_plot_find_range (&plot, &plot.y_min, &plot.y_max);
  return plot;
}

static RanklePlotLayout
lay_out (const RanklePlot *plot)
{
  RanklePlotTheme  theme = rankle_plot_theme_for_print ();
  RanklePlotLayout layout;

  rankle_plot_layout_compute (&layout, plot, &theme, WIDTH, HEIGHT);
  return layout;
}

/* ---- range ---- */

static void
test_range (void)
{
  static const struct
  {
    RanklePlotPoint point;
    double          min, max; /* NaN: as without the point */
  } table[] = {
    { { 0, 900, 900, 50, 20, 90, 0, 0 }, 20, 90 },
    { { 0, 900, 900, 120, NAN, NAN, 0, 0 }, NAN, 120 },
    { { 0, 900, 900, 50, 40, 60, 0, 0 }, NAN, NAN },
    { { 0, 900, 900, NAN, 20, 90, 0, 0 }, NAN, NAN },
    { { 0, 4100, 4100, 120, 110, 130, 0, 0 }, NAN, NAN },
    { { 0, -200, -100, 120, 110, 130, 0, 0 }, NAN, NAN },
    { { 0, 3900, 4100, 120, 110, 130, 0, 0 }, NAN, 130 },
    { { 0, NAN, NAN, 120, 110, 130, 0, 0 }, NAN, NAN },
    { { 7, 900, 900, 120, 110, 130, 0, 0 }, NAN, NAN },
  };
  RanklePlot none = make_plot (wavy, NULL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      RanklePlot plot = make_plot (wavy, &table[i].point, 1);

      if (isnan (table[i].min))
        g_assert_cmpfloat (plot.y_min, <=, none.y_min);
      else
        g_assert_cmpfloat (plot.y_min, <, table[i].min);
      if (isnan (table[i].max))
        g_assert_cmpfloat_with_epsilon (plot.y_max, none.y_max, 1e-12);
      else
        g_assert_cmpfloat (plot.y_max, >, table[i].max);
    }
}

/* A factor of the series is one of its points; a share has no points. */
static void
test_range_by_factor (void)
{
  static const RanklePlotPoint point = { 1, 900, 900, 60, NAN, NAN, 0, 0 };
  RanklePlot                   plot = make_plot (flat, &point, 1);
  double                       min, max;

  plot.series[1].factor = 2;
  rankle_plot_find_range (&plot, &min, &max);
  g_assert_cmpfloat (max, >, 120);
  plot.series[1].factor = NAN;
  rankle_plot_find_range (&plot, &min, &max);
  g_assert_cmpfloat (max, <, 60);
  plot.kind = RANKLE_PLOT_STACKED;
  rankle_plot_find_range (&plot, &min, &max);
  g_assert_cmpfloat (max, ==, 100);
}

/* ---- places ---- */

static void
test_places (void)
{
  static const RanklePlotPoint points[] = {
    { 0, 1000, 1000, 60, 50, 70, 0, 0 },   { 1, 2000, 3000, 20, NAN, NAN, 0, 0 },
    { 0, 1500, 1500, NAN, 50, 70, 0, 0 },  { 0, 4001, 4001, 60, 50, 70, 0, 0 },
    { 0, NAN, NAN, 60, 50, 70, 0, 0 },     { 9, 1000, 1000, 60, 50, 70, 0, 0 },
    { 0, 3500, 3500, 1000, 50, 70, 0, 0 },
  };
  RanklePlot                  plot = make_plot (flat, points, G_N_ELEMENTS (points));
  g_autofree RanklePlotPlace *places = NULL;
  RanklePlotLayout            layout;

  plot.y_min = 0;
  plot.y_max = 65;
  layout = lay_out (&plot);
  places = rankle_plot_points_place (&plot, &layout);
  g_assert_true (places[0].shown && places[1].shown);
  for (guint i = 2; i < G_N_ELEMENTS (points); i++)
    g_assert_false (places[i].shown);
  g_assert_cmpfloat_with_epsilon (places[0].x,
                                  rankle_plot_layout_time_to_x (&layout, 1000), 1e-9);
  g_assert_cmpfloat_with_epsilon (places[0].y, rankle_plot_scale_map (&layout.y, 60),
                                  1e-9);
  /* The bar ends with the plot area, or at the spread. */
  g_assert_cmpfloat (places[0].top, ==, layout.top);
  g_assert_cmpfloat_with_epsilon (places[0].bottom, rankle_plot_scale_map (&layout.y, 50),
                                  1e-9);
  /* A window of time has its mark in the middle, and here no bar. */
  g_assert_cmpfloat_with_epsilon (places[1].x,
                                  rankle_plot_layout_time_to_x (&layout, 2500), 1e-9);
  g_assert_cmpfloat_with_epsilon (places[1].from,
                                  rankle_plot_layout_time_to_x (&layout, 2000), 1e-9);
  g_assert_cmpfloat (places[1].top, ==, places[1].bottom);
}

/* What has no logarithm has no place there, and a bar that goes down to it ends at the
 * axis. */
static void
test_places_on_log_axis (void)
{
  static const RanklePlotPoint points[] = {
    { 0, 1000, 1000, 100, 0, 200, 0, 0 },
    { 0, 2000, 2000, 0, 0, 10, 0, 0 },
    { 0, 3000, 3000, -5, -6, -4, 0, 0 },
  };
  RanklePlot                  plot = make_plot (steep, points, 3);
  g_autofree RanklePlotPlace *places = NULL;
  RanklePlotLayout            layout;

  plot.logarithmic = TRUE;
  rankle_plot_find_range (&plot, &plot.y_min, &plot.y_max);
  g_assert_cmpfloat (plot.y_min, >, 0.5);
  layout = lay_out (&plot);
  places = rankle_plot_points_place (&plot, &layout);
  g_assert_true (places[0].shown);
  g_assert_cmpfloat_with_epsilon (places[0].y, rankle_plot_scale_map (&layout.y, 100),
                                  1e-9);
  g_assert_cmpfloat (places[0].bottom, ==, layout.bottom);
  g_assert_false (places[1].shown || places[2].shown);
}

/* Three studies at one time stand side by side within the plot area, each in reach of the
 * pointer; a fourth whose value is far from theirs stays where its time is. */
static void
test_marks_side_by_side (void)
{
  static const RanklePlotPoint points[] = {
    { 0, 4000, 4000, 50, 48, 52, 0, 0 },
    { 0, 4000, 4000, 51, 47, 53, 1, 0 },
    { 1, 3995, 3995, 50, 45, 55, 0, 1 },
    { 1, 4000, 4000, 90, 88, 92, 0, 0 },
  };
  RanklePlot                  plot = make_plot (flat, points, 4);
  RanklePlotLayout            layout = lay_out (&plot);
  g_autofree RanklePlotPlace *places = rankle_plot_points_place (&plot, &layout);
  double                      radius = rankle_plot_points_get_radius (layout.label_size);

  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpfloat (places[i].x, <=, layout.right + 1);
      g_assert_cmpint (
          rankle_plot_points_find (&plot, &layout, places[i].x, places[i].y, radius), ==,
          (int)i);
      g_assert_cmpfloat_with_epsilon (
          places[i].at, rankle_plot_layout_time_to_x (&layout, points[i].x), 1e-9);
      for (guint k = 0; k < i; k++)
        g_assert_cmpfloat (fabs (places[i].x - places[k].x), >, 2 * radius);
    }
  g_assert_cmpfloat_with_epsilon (places[3].x,
                                  rankle_plot_layout_time_to_x (&layout, 4000), 1e-9);
}

static void
test_hit (void)
{
  static const RanklePlotPoint points[] = {
    { 0, 1000, 1000, 60, NAN, NAN, 0, 0 },
    { 0, 1100, 1100, 30, NAN, NAN, 0, 0 },
  };
  RanklePlot       plot = make_plot (flat, points, 2);
  RanklePlotLayout layout = lay_out (&plot);
  double           x = rankle_plot_layout_time_to_x (&layout, 1000);
  double           y = rankle_plot_scale_map (&layout.y, 60);
  double           other = rankle_plot_scale_map (&layout.y, 30);

  g_assert_cmpint (rankle_plot_points_find (&plot, &layout, x, y, 8), ==, 0);
  g_assert_cmpint (rankle_plot_points_find (&plot, &layout, x + 5, y + 5, 8), ==, 0);
  g_assert_cmpint (rankle_plot_points_find (&plot, &layout, x + 7, y + 7, 8), ==, -1);
  g_assert_cmpint (rankle_plot_points_find (&plot, &layout, x + 7, other, 8), ==, 1);
  plot.kind = RANKLE_PLOT_STACKED;
  g_assert_cmpint (rankle_plot_points_find (&plot, &layout, x, y, 8), ==, -1);
  plot.kind = RANKLE_PLOT_LINES;
  plot.n_points = 0;
  g_assert_cmpint (rankle_plot_points_find (&plot, &layout, x, y, 8), ==, -1);
}

/* ---- ink ---- */

static cairo_surface_t *
paint (const RanklePlot *plot, const RanklePlotLayout *layout)
{
  RanklePlotTheme  theme = rankle_plot_theme_for_print ();
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  rankle_plot_paint_back (cr, plot, layout, &theme);
  rankle_plot_paint_curves (cr, plot, layout, &theme);
  rankle_plot_paint_points (cr, plot, layout, &theme);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
pixel (cairo_surface_t *surface, double x, double y)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  guint32       value;

  memcpy (&value, data + (int)y * cairo_image_surface_get_stride (surface) + 4 * (int)x,
          4);
  return value & 0xffffff;
}

/* Counts pixels about the middle that are nearer to the series' colour than to white. */
static guint
count_ink (cairo_surface_t *surface, double x, double y, int reach)
{
  guint n = 0;

  for (int dy = -reach; dy <= reach; dy++)
    for (int dx = -reach; dx <= reach; dx++)
      n += (pixel (surface, x + dx, y + dy) >> 16) < 0x80;
  return n;
}

/* The middle is open though the curve goes through it, the ring and the bar have the
 * series' hue, and the curve stops short of the ring. */
static void
test_open_mark (void)
{
  static const RanklePlotPoint point = { 0, 2000, 2000, 50, 40, 60, 0, 0 };
  RanklePlotTheme              theme = rankle_plot_theme_for_print ();
  RanklePlot                   plot = make_plot (flat, &point, 1);
  RanklePlotLayout             layout = lay_out (&plot);
  cairo_surface_t             *surface = paint (&plot, &layout);
  double                       x = rankle_plot_layout_time_to_x (&layout, 2000), y;
  double                       radius = rankle_plot_points_get_radius (layout.label_size);

  y = rankle_plot_scale_map (&layout.y, 50);
  g_assert_cmphex (pixel (surface, x, y), ==, 0xffffff);
  g_assert_cmphex (pixel (surface, x - 30, y), !=, 0xffffff);
  g_assert_cmpuint (count_ink (surface, x, y - radius, 1), >=, 3);
  g_assert_cmpuint (
      count_ink (surface, x, 0.5 * (y + rankle_plot_scale_map (&layout.y, 60)), 1), >=,
      3);
  g_assert_cmpuint (count_ink (surface, x, rankle_plot_scale_map (&layout.y, 60) - 6, 1),
                    ==, 0);
  g_assert_cmphex (pixel (surface, x - radius - 0.6 * theme.line_width - 0.4, y), ==,
                   0xffffff);
  cairo_surface_destroy (surface);
}

/* Of two the second goes aside; of hundreds those that find no place stay where they
 * belong. */
static void
test_hundreds (void)
{
  RanklePlotPoint             points[300];
  RanklePlot                  plot;
  RanklePlotLayout            layout;
  g_autofree RanklePlotPlace *places = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    points[i] = (RanklePlotPoint){ 0, 2000, 2000, 50, NAN, NAN, 0, 0 };
  plot = make_plot (flat, points, G_N_ELEMENTS (points));
  layout = lay_out (&plot);
  places = rankle_plot_points_place (&plot, &layout);
  g_assert_cmpfloat (fabs (places[1].x - places[1].at), >, 1);
  for (guint i = 200; i < G_N_ELEMENTS (points); i++)
    g_assert_cmpfloat (places[i].x, ==, places[i].at);
}

/* One's own are filled, with corners where a circle has none. */
static void
test_filled_square (void)
{
  static const RanklePlotPoint points[] = {
    { 0, 1000, 1000, 80, NAN, NAN, RANKLE_PLOT_MARK_SQUARE, 0 },
    { 0, 3000, 3000, 80, NAN, NAN, RANKLE_PLOT_MARK_ROUND, 0 },
  };
  RanklePlot       plot = make_plot (flat, points, 2);
  RanklePlotLayout layout = lay_out (&plot);
  cairo_surface_t *surface = paint (&plot, &layout);
  double           x = rankle_plot_layout_time_to_x (&layout, 1000);
  double           other = rankle_plot_layout_time_to_x (&layout, 3000);
  double           y = rankle_plot_scale_map (&layout.y, 80);
  double           corner = 0.8 * rankle_plot_points_get_radius (layout.label_size);

  g_assert_cmpuint (count_ink (surface, x, y, 1), ==, 9);
  g_assert_cmpuint (count_ink (surface, other, y, 1), ==, 0);
  g_assert_cmpuint (count_ink (surface, x + corner, y + corner, 0), ==, 1);
  cairo_surface_destroy (surface);
}

/* How far ink reaches to the right of a mark's middle. */
static int
measure_mark (cairo_surface_t *surface, double x, double y)
{
  int reach = 12;

  while (reach > 0 && count_ink (surface, x + reach, y, 0) == 0)
    reach--;
  return reach;
}

/* Of the upper bar's length. */
static guint
count_bar (cairo_surface_t *surface, double x, double from, double to)
{
  guint n = 0;

  for (double y = from; y < to; y++)
    n += count_ink (surface, x, y, 0) + count_ink (surface, x - 1, y, 0) > 0;
  return n;
}

/* A diamond reaches further to the side than a circle, and what is recalled has a bar
 * with gaps. */
static void
test_kinds_differ (void)
{
  int   reaches[4];
  guint bars[4];

  for (guint i = 0; i < 4; i++)
    {
      RanklePlotPoint  point = { 0, 2000, 2000, 90, 60, 120, (i & 1) != 0, i >= 2 };
      RanklePlot       plot = make_plot (flat, &point, 1);
      RanklePlotLayout layout = lay_out (&plot);
      cairo_surface_t *surface = paint (&plot, &layout);
      double           x = rankle_plot_layout_time_to_x (&layout, 2000);
      double           y = rankle_plot_scale_map (&layout.y, 90);

      reaches[i] = measure_mark (surface, x, y);
      bars[i] = count_bar (surface, x, rankle_plot_scale_map (&layout.y, 117), y - 8);
      cairo_surface_destroy (surface);
    }
  g_assert_cmpint (reaches[1], >, reaches[0]);
  g_assert_cmpuint (bars[0], ==, bars[1]);
  g_assert_cmpuint (bars[2], <, bars[0] - bars[0] / 4);
  g_assert_cmpuint (bars[3], <, bars[1] - bars[1] / 4);
}

/* Nothing of what does not belong there is painted, whatever the size. */
static void
test_any_size_and_any_value (void)
{
  static const RanklePlotPoint points[] = {
    { 0, 0, 4000, 1e300, -1e300, NAN, 0, 1 },
    { 1, NAN, NAN, NAN, NAN, NAN, 1, 0 },
    { 0, 0, 0, 50, INFINITY, -INFINITY, 1, 1 },
  };
  static const int sizes[][2] = { { 1, 1 }, { 40, 30 }, { 2000, 60 }, { 60, 1200 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      RanklePlotTheme  theme = rankle_plot_theme_for_print ();
      RanklePlot       plot = make_plot (flat, points, G_N_ELEMENTS (points));
      RanklePlotLayout layout;
      cairo_surface_t *surface;

      rankle_plot_layout_compute (&layout, &plot, &theme, sizes[i][0], sizes[i][1]);
      surface = paint (&plot, &layout);
      cairo_surface_destroy (surface);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot-points/range", test_range);
  g_test_add_func ("/plot-points/range-by-factor", test_range_by_factor);
  g_test_add_func ("/plot-points/places", test_places);
  g_test_add_func ("/plot-points/places-on-log-axis", test_places_on_log_axis);
  g_test_add_func ("/plot-points/marks-side-by-side", test_marks_side_by_side);
  g_test_add_func ("/plot-points/hit", test_hit);
  g_test_add_func ("/plot-points/open-mark", test_open_mark);
  g_test_add_func ("/plot-points/hundreds", test_hundreds);
  g_test_add_func ("/plot-points/filled-square", test_filled_square);
  g_test_add_func ("/plot-points/kinds-differ", test_kinds_differ);
  g_test_add_func ("/plot-points/any-size-and-any-value", test_any_size_and_any_value);
  return g_test_run ();
}
