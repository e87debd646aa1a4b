/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "rankle-plot-painter.h"

enum
{
  WIDTH = 480,
  HEIGHT = 240
};

static const double xs[] = { 0, 1000, 2000, 3650 };
static const double flat[] = { 50, 50, 50, 50 };
static const double rising[] = { 0, 30, 60, 100 };
static const double wild[] = { 0, 1e300, -1e300, NAN };

typedef struct
{
  RanklePlot       plot;
  RanklePlotTheme  theme;
  RanklePlotLayout layout;
  cairo_surface_t *surface;
} Sheet;

static void
sheet_init (Sheet         *sheet,
            RanklePlotKind kind,
            const double  *first,
            const double  *second,
            int            width,
            int            height)
{
  *sheet = (Sheet){ .theme = rankle_plot_theme_for_print () };
  sheet->plot = (RanklePlot){
    .title = "Turnover",
    .unit = "%",
    .kind = kind,
    .n_series = 2,
    .time_unit = "day",
    .x_max = 3650,
    .reference = NAN,
    .series = { { .label = "First", .x = xs, .y = first, .n = 4, .factor = 1 },
                { .label = "Second", .x = xs, .y = second, .n = 4, .factor = 1 } }
  };
  rankle_plot_find_range (&sheet->plot, &sheet->plot.y_min, &sheet->plot.y_max);
  rankle_plot_layout_compute (&sheet->layout, &sheet->plot, &sheet->theme, width, height);
  sheet->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
}

static void
paint (Sheet *sheet, double cursor)
{
  cairo_t *cr = cairo_create (sheet->surface);

  rankle_plot_paint_back (cr, &sheet->plot, &sheet->layout, &sheet->theme);
  rankle_plot_paint_curves (cr, &sheet->plot, &sheet->layout, &sheet->theme);
  rankle_plot_paint_edges (cr, &sheet->plot, &sheet->layout, &sheet->theme);
  rankle_plot_paint_cursor (cr, &sheet->plot, &sheet->layout, &sheet->theme, cursor, -1);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (sheet->surface);
}

static guint32
pixel (const Sheet *sheet, int x, int y)
{
  const guchar *data = cairo_image_surface_get_data (sheet->surface);
  guint32       value;

  memcpy (&value, data + y * cairo_image_surface_get_stride (sheet->surface) + 4 * x, 4);
  return value & 0xffffff;
}

static guint32
rgb (RanklePlotColor c)
{
  return (guint32)lround (c.red * 255) << 16 | (guint32)lround (c.green * 255) << 8 |
         (guint32)lround (c.blue * 255);
}

/* The curve's own colour stands where the value is, and not elsewhere in the column. */
static void
test_curve_is_where_its_value_is (void)
{
  Sheet sheet;

  sheet_init (&sheet, RANKLE_PLOT_LINES, flat, rising, WIDTH, HEIGHT);
  paint (&sheet, 0);
  for (double time = 200; time < 1600; time += 100)
    {
      int x = (int)rankle_plot_layout_time_to_x (&sheet.layout, time);
      int y = (int)rankle_plot_scale_map (&sheet.layout.y, 50);

      g_assert_true (pixel (&sheet, x, y) == rgb (sheet.theme.series[0]) ||
                     pixel (&sheet, x, y - 1) == rgb (sheet.theme.series[0]));
      g_assert_cmphex (pixel (&sheet, x, y - 20), !=, rgb (sheet.theme.series[0]));
    }
  cairo_surface_destroy (sheet.surface);
}

static guint
count_differences (const Sheet *a, const Sheet *b, int left, int right)
{
  guint n = 0;

  for (int y = (int)a->layout.top; y < (int)a->layout.bottom - 8; y++)
    for (int x = left; x < right; x++)
      n += pixel (a, x, y) != pixel (b, x, y);
  return n;
}

/* A curve of another run has the hue of its quantity, lies where its value is, under the
 * curve itself, and the axis has room for it. */
static void
test_trace_is_where_its_value_is (void)
{
  static const double   high[] = { 300, 300, 300, 300 };
  const RanklePlotTrace trace = { .series = 1,
                                  .ink = 2,
                                  .mark = "C",
                                  .x = xs,
                                  .y = high,
                                  .n = 4,
                                  .factor = 0.5,
                                  .low = 300,
                                  .high = 300 };
  Sheet                 sheet;
  guint                 hits = 0;

  sheet_init (&sheet, RANKLE_PLOT_LINES, flat, rising, WIDTH, HEIGHT);
  sheet.plot.traces = &trace;
  sheet.plot.n_traces = 1;
  rankle_plot_find_range (&sheet.plot, &sheet.plot.y_min, &sheet.plot.y_max);
  g_assert_cmpfloat (sheet.plot.y_max, >, 150);
  rankle_plot_layout_compute (&sheet.layout, &sheet.plot, &sheet.theme, WIDTH, HEIGHT);
  paint (&sheet, 0);
  for (int x = (int)sheet.layout.left + 4; x < (int)sheet.layout.right - 60; x++)
    for (int up = -1; up <= 1; up++)
      hits += pixel (&sheet, x, (int)rankle_plot_scale_map (&sheet.layout.y, 150) + up) ==
              rgb (sheet.theme.series[1]);
  g_assert_cmpuint (hits, >, 40);
  cairo_surface_destroy (sheet.surface);
}

/* Patterns are told apart without colour. */
static void
test_traces_differ (void)
{
  Sheet           sheets[2];
  RanklePlotTrace trace = {
    .mark = "", .x = xs, .y = rising, .n = 4, .factor = 0.7, .high = 100
  };

  for (guint i = 0; i < 2; i++)
    {
      sheet_init (&sheets[i], RANKLE_PLOT_LINES, flat, flat, WIDTH, HEIGHT);
      trace.ink = i;
      sheets[i].plot.traces = &trace;
      sheets[i].plot.n_traces = 1;
      paint (&sheets[i], 0);
    }
  g_assert_cmpuint (count_differences (&sheets[0], &sheets[1], 60, 400), >, 50);
  for (guint i = 0; i < 2; i++)
    cairo_surface_destroy (sheets[i].surface);
}

/* Moving the cursor changes its own columns of the plot area and no other. */
static void
test_cursor_changes_only_itself (void)
{
  Sheet before, after;
  int   x1, x2, reach = 8;

  sheet_init (&before, RANKLE_PLOT_LINES, flat, rising, WIDTH, HEIGHT);
  sheet_init (&after, RANKLE_PLOT_LINES, flat, rising, WIDTH, HEIGHT);
  paint (&before, 1000);
  paint (&after, 2500);
  x1 = (int)rankle_plot_layout_time_to_x (&before.layout, 1000);
  x2 = (int)rankle_plot_layout_time_to_x (&before.layout, 2500);
  g_assert_cmpuint (count_differences (&before, &after, x1 - reach, x1 + reach), >, 50);
  g_assert_cmpuint (
      count_differences (&before, &after, (int)before.layout.left, x1 - reach), ==, 0);
  g_assert_cmpuint (count_differences (&before, &after, x1 + reach, x2 - reach), ==, 0);
  g_assert_cmpuint (
      count_differences (&before, &after, x2 + reach, (int)before.layout.right - 1), ==,
      0);
  cairo_surface_destroy (before.surface);
  cairo_surface_destroy (after.surface);
}

/* The first band fills the lower part up to its share, the second the rest. */
static void
test_bands_fill (void)
{
  Sheet sheet;
  int   x;

  sheet_init (&sheet, RANKLE_PLOT_STACKED, flat, flat, WIDTH, HEIGHT);
  paint (&sheet, 0);
  x = (int)rankle_plot_layout_time_to_x (&sheet.layout, 1800);
  g_assert_cmphex (pixel (&sheet, x, (int)rankle_plot_scale_map (&sheet.layout.y, 25)),
                   !=, 0xffffff);
  g_assert_cmphex (pixel (&sheet, x, (int)rankle_plot_scale_map (&sheet.layout.y, 25)), !=
                   , pixel (&sheet, x, (int)rankle_plot_scale_map (&sheet.layout.y, 75)));
  cairo_surface_destroy (sheet.surface);
}

static void
test_ghost_can_be_hidden (void)
{
  Sheet with, without;

  sheet_init (&with, RANKLE_PLOT_LINES, rising, flat, WIDTH, HEIGHT);
  sheet_init (&without, RANKLE_PLOT_LINES, rising, flat, WIDTH, HEIGHT);
  for (guint i = 0; i < 2; i++)
    {
      Sheet *sheet = i == 0 ? &with : &without;

      sheet->plot.series[0].ghost_x = xs;
      sheet->plot.series[0].ghost = flat;
      sheet->plot.series[0].n_ghost = 4;
      sheet->plot.series[0].ghost_factor = 0.5;
      sheet->plot.show_ghost = i == 0;
      paint (sheet, 0);
    }
  g_assert_cmpuint (count_differences (&with, &without, (int)with.layout.left + 10,
                                       (int)with.layout.right - 10),
                    >, 50);
  cairo_surface_destroy (with.surface);
  cairo_surface_destroy (without.surface);
}

static void
test_any_size_and_any_value (void)
{
  static const int sizes[][2] = {
    { 1, 1 }, { 40, 30 }, { 200, 110 }, { 2000, 60 }, { 60, 1200 }
  };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint k = 0; k < 2; k++)
      {
        Sheet sheet;

        sheet_init (&sheet, (RanklePlotKind)k, wild, rising, sizes[i][0], sizes[i][1]);
        paint (&sheet, 1234);
        cairo_surface_destroy (sheet.surface);
      }
}

/* Plots of one width have one time axis, whatever their labels are. */
static void
test_time_axes_agree (void)
{
  Sheet  one, other;
  double room;

  sheet_init (&one, RANKLE_PLOT_LINES, flat, rising, WIDTH, HEIGHT);
  sheet_init (&other, RANKLE_PLOT_LINES, flat, rising, WIDTH, HEIGHT);
  other.plot.series[1].label = "Another one";
  room = MAX (rankle_plot_measure_labels (&one.plot, &one.theme),
              rankle_plot_measure_labels (&other.plot, &other.theme));
  one.plot.label_room = other.plot.label_room = room;
  rankle_plot_layout_compute (&one.layout, &one.plot, &one.theme, WIDTH, HEIGHT);
  rankle_plot_layout_compute (&other.layout, &other.plot, &other.theme, WIDTH, HEIGHT);
  g_assert_true (one.layout.labels_at_ends && other.layout.labels_at_ends);
  g_assert_cmpfloat (one.layout.left, ==, other.layout.left);
  g_assert_cmpfloat (one.layout.right, ==, other.layout.right);
  g_assert_cmpfloat (one.layout.right, <=, WIDTH - room);
  g_assert_cmpfloat (one.layout.line_height, >=, one.layout.label_size);
  cairo_surface_destroy (one.surface);
  cairo_surface_destroy (other.surface);
}

/* Labels in rows keep clear of the highest tick's text. */
static void
test_labels_keep_clear_of_ticks (void)
{
  Sheet sheet;
  guint last;

  sheet_init (&sheet, RANKLE_PLOT_STACKED, flat, rising, 320, 160);
  last = sheet.plot.n_series - 1;
  g_assert_false (sheet.layout.labels_at_ends);
  g_assert_cmpfloat (sheet.layout.label_y[last] + 0.5 * sheet.layout.line_height, <=,
                     rankle_plot_scale_map (&sheet.layout.y, 100) -
                         0.5 * sheet.layout.tick_size);
  g_assert_cmpuint (sheet.layout.n_y_ticks, >=, 3);
  cairo_surface_destroy (sheet.surface);
}

static double
measure (const Sheet *sheet, guint series)
{
  g_autofree char *text = rankle_plot_dup_label (&sheet->plot, series, 0);
  PangoLayout     *layout = rankle_plot_create_text (&sheet->theme, NULL, text,
                                                     sheet->layout.label_size, FALSE);
  int              width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  g_object_unref (layout);
  return width;
}

/* Values of many digits do not run into the next label. */
static void
test_labels_keep_apart (void)
{
  static const double small[] = { 0.000223, 0.000224, 0.000225, 0.000226 };
  Sheet               sheet;

  sheet_init (&sheet, RANKLE_PLOT_LINES, small, small, 320, 160);
  g_assert_false (sheet.layout.labels_at_ends);
  g_assert_cmpfloat (sheet.layout.label_y[0], ==, sheet.layout.label_y[1]);
  g_assert_cmpfloat (sheet.layout.label_x[0] + sheet.layout.sample + measure (&sheet, 0),
                     <, sheet.layout.label_x[1]);
  cairo_surface_destroy (sheet.surface);
}

static double
luminance (RanklePlotColor c)
{
  double channels[] = { c.red, c.green, c.blue };

  for (guint i = 0; i < 3; i++)
    channels[i] = channels[i] <= 0.04045 ? channels[i] / 12.92
                                         : pow ((channels[i] + 0.055) / 1.055, 2.4);
  return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2];
}

/* WCAG: 3:1 for graphics, 4.5:1 for text. */
static void
test_contrast (void)
{
  RanklePlotTheme theme = rankle_plot_theme_for_print ();
  double          ground = luminance (theme.background) + 0.05;

  for (guint i = 0; i < RANKLE_PLOT_MAX_SERIES; i++)
    g_assert_cmpfloat (ground / (luminance (theme.series[i]) + 0.05), >, 3);
  g_assert_cmpfloat (ground / (luminance (theme.dim) + 0.05), >, 4.5);
  g_assert_cmpfloat (ground / (luminance (theme.foreground) + 0.05), >, 4.5);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot-painter/trace-is-where-its-value-is",
                   test_trace_is_where_its_value_is);
  g_test_add_func ("/plot-painter/traces-differ", test_traces_differ);
  g_test_add_func ("/plot-painter/curve-is-where-its-value-is",
                   test_curve_is_where_its_value_is);
  g_test_add_func ("/plot-painter/cursor-changes-only-itself",
                   test_cursor_changes_only_itself);
  g_test_add_func ("/plot-painter/bands-fill", test_bands_fill);
  g_test_add_func ("/plot-painter/ghost-can-be-hidden", test_ghost_can_be_hidden);
  g_test_add_func ("/plot-painter/any-size-and-any-value", test_any_size_and_any_value);
  g_test_add_func ("/plot-painter/time-axes-agree", test_time_axes_agree);
  g_test_add_func ("/plot-painter/labels-keep-clear-of-ticks",
                   test_labels_keep_clear_of_ticks);
  g_test_add_func ("/plot-painter/labels-keep-apart", test_labels_keep_apart);
  g_test_add_func ("/plot-painter/contrast", test_contrast);
  return g_test_run ();
}
