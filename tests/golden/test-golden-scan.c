/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "golden.h"
#include "looks.h"
#include "rankle-map-painter.h"

/* Maps of a scan in several looks, in the colours of the window's style sheets. Their
 * values are a formula of the test's own. "scan-area" is without a word, so that no font
 * has a say in it. */

enum
{
  COLUMNS = 25,
  ROWS = 17,
  WIDTH = 500,
  HEIGHT = 370,
  BARE_WIDTH = 400,
  BARE_HEIGHT = 300,
};

typedef struct
{
  RankleMap map;
  double    doses[COLUMNS], intervals[ROWS], values[COLUMNS * ROWS];
  guint8    states[COLUMNS * ROWS];
} Scan;

static double
get_change (double dose, double interval)
{
  double effect = dose / (dose + 22);

  return 24 * effect * exp (-pow (interval / 9.5, 4)) - 9 - 0.35 * interval +
         1.5 * sin (dose / 16) * effect;
}

static void
scan_init (Scan *scan)
{
  for (guint i = 0; i < COLUMNS; i++)
    scan->doses[i] = 120.0 * i / (COLUMNS - 1);
  for (guint j = 0; j < ROWS; j++)
    scan->intervals[j] = 12.0 * j / (ROWS - 1);
  for (guint j = 0, at = 0; j < ROWS; j++)
    for (guint i = 0; i < COLUMNS; i++, at++)
      {
        scan->values[at] = get_change (scan->doses[i], scan->intervals[j]);
        scan->states[at] = 3 * j + COLUMNS < i + 6 ? RANKLE_MAP_FAILED : RANKLE_MAP_RAN;
      }
  scan->map = (RankleMap){
    .title = "Spine BMD after 10 years",
    .subtitle = "made-up values",
    .unit = "%",
    .x = { "Denosumab dose", "mg", scan->doses, COLUMNS, FALSE },
    .y = { "Interval", "months", scan->intervals, ROWS, FALSE },
    .values = scan->values,
    .states = scan->states,
    .smooth = TRUE,
  };
}

/* In the colours of a sheet; what no sheet says is GTK's. */
static RanklePlotTheme
read_theme (const char *look)
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
    { "rankle_series_1", &theme.series[0] },
    { "rankle_series_2", &theme.series[1] },
  };

  for (guint i = 0; i < G_N_ELEMENTS (colors); i++)
    {
      double rgba[4];

      g_assert_true (look_find_color (find_look (look), colors[i].name, rgba));
      *colors[i].color = (RanklePlotColor){ rgba[0], rgba[1], rgba[2], rgba[3] };
    }
  return theme;
}

static cairo_surface_t *
paint (const Scan *scan, const char *look)
{
  RanklePlotTheme  theme = read_theme (look);
  cairo_surface_t *surface = golden_create_surface (WIDTH, HEIGHT);
  cairo_t         *cr = cairo_create (surface);
  RankleMapLayout  layout;

  rankle_map_layout_compute (&layout, &scan->map, &theme, WIDTH, HEIGHT);
  rankle_map_paint (cr, &scan->map, &layout, &theme, NULL);
  rankle_map_paint_marker (cr, &scan->map, &layout, &theme, 60, 6);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  return surface;
}

static void
test_whole (gconstpointer look)
{
  g_autofree char *name = g_strdup_printf ("scan-%s", (const char *)look);
  Scan             scan;

  scan_init (&scan);
  golden_compare (paint (&scan, look), name);
}

static void
test_area (void)
{
  RanklePlotTheme  theme = read_theme ("light");
  cairo_surface_t *surface = golden_create_surface (BARE_WIDTH, BARE_HEIGHT);
  cairo_t         *cr = cairo_create (surface);
  Scan             scan;

  scan_init (&scan);
  rankle_map_paint_area (cr, &scan.map, &theme, NULL, BARE_WIDTH, BARE_HEIGHT);
  cairo_destroy (cr);
  golden_compare (surface, "scan-area");
}

/* As it is half through: every second value, and of the others some. */
static void
test_under_way (void)
{
  Scan scan;

  scan_init (&scan);
  scan.map.smooth = FALSE;
  for (guint at = 0; at < COLUMNS * ROWS; at++)
    if ((at % COLUMNS % 2 == 1 || at / COLUMNS % 2 == 1) && at > 200)
      scan.states[at] = RANKLE_MAP_PENDING;
  golden_compare (paint (&scan, "light"), "scan-under-way");
}

int
main (int argc, char *argv[])
{
  golden_init (&argc, &argv);
  g_test_add_data_func ("/golden/scan/light", "light", test_whole);
  g_test_add_data_func ("/golden/scan/dark", "dark", test_whole);
  g_test_add_data_func ("/golden/scan/high-contrast", "high-contrast", test_whole);
  g_test_add_func ("/golden/scan/area", test_area);
  g_test_add_func ("/golden/scan/under-way", test_under_way);
  return g_test_run ();
}
