/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "rankle-catalog.h"
#include "rankle-diagram-front.h"
#include "rankle-diagram-values.h"
#include "rankle-plot-front.h"

/* The tests' numbers are those of the invariants at the head of rankle-painter.c. */

enum
{
  WIDTH = 300,
  HEIGHT = 160,
  ROWS = 200,
  MOVES = 1000,
  DOSES = 41
};

/* ---- curves ---- */

typedef struct
{
  double           xs[ROWS], ys[2][ROWS], beyond[2];
  double           marks[DOSES]; /* one that moves, and a comb of others */
  guint8           nothing[ROWS];
  RanklePlotPoint  points[2];
  RanklePlot       plot;
  RanklePlotTheme  theme;
  RanklePlotLayout layout;
  cairo_surface_t *back, *edges;
} Sheet;

static cairo_surface_t *
create_surface (cairo_format_t format, int scale)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (format, WIDTH * scale, HEIGHT * scale);

  cairo_surface_set_device_scale (surface, scale, scale);
  return surface;
}

static void
move (Sheet *sheet, GRand *random)
{
  double rate = g_rand_double_range (random, 0, 0.1);

  for (guint i = 0; i < ROWS; i++)
    for (guint k = 0; k < 2; k++)
      sheet->ys[k][i] = 50 + 40 * sin (rate * (k + 1) * i);
  sheet->points[0].y = g_rand_double_range (random, 20, 80);
  sheet->marks[0] = g_rand_double_range (random, 0, 0.2 * ROWS);
}

static void
lay_out (Sheet *sheet, int scale)
{
  cairo_t *cr;

  rankle_plot_layout_compute (&sheet->layout, &sheet->plot, &sheet->theme, WIDTH, HEIGHT);
  sheet->back = create_surface (CAIRO_FORMAT_RGB24, scale);
  cr = cairo_create (sheet->back);
  rankle_plot_paint_back (cr, &sheet->plot, &sheet->layout, &sheet->theme);
  cairo_destroy (cr);
  sheet->edges = create_surface (CAIRO_FORMAT_ARGB32, scale);
  cr = cairo_create (sheet->edges);
  cairo_set_source_rgba (cr, 1, 0, 0, 0.5);
  cairo_rectangle (cr, 100, 50, 90, 30);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static Sheet *
sheet_new (RanklePlotKind kind, int scale)
{
  Sheet *sheet = g_new0 (Sheet, 1);

  for (guint i = 0; i < ROWS; i++)
    sheet->xs[i] = i;
  for (guint i = 0; i < DOSES; i++)
    sheet->marks[i] = 0.4 * ROWS + 0.4 * ROWS * i / DOSES;
  sheet->nothing[7] = TRUE;
  sheet->beyond[1] = 20;
  sheet->theme = rankle_plot_theme_for_print ();
  sheet->points[0] = (RanklePlotPoint){ 0, 30, 60, 40, 30, 55, 0, FALSE, NULL };
  sheet->points[1] = (RanklePlotPoint){ 1, 90, 90, 60, NAN, NAN, 1, TRUE, "A" };
  sheet->plot =
      (RanklePlot){ .title = "Turnover",
                    .unit = "%",
                    .kind = kind,
                    .n_series = 2,
                    .time_unit = "day",
                    .x_max = ROWS,
                    .y_max = 100,
                    .reference = NAN,
                    .nothing = kind == RANKLE_PLOT_STACKED ? sheet->nothing : NULL,
                    .remark = "Nothing is here",
                    .warning = "Out of range",
                    .marks = sheet->marks,
                    .n_marks = DOSES,
                    .points = sheet->points,
                    .n_points = 2 };
  for (guint k = 0; k < 2; k++)
    sheet->plot.series[k] = (RanklePlotSeries){ .label = "Curve",
                                                .x = sheet->xs,
                                                .y = sheet->ys[k],
                                                .n = ROWS,
                                                .factor = 1,
                                                .beyond = sheet->beyond,
                                                .n_beyond = k };
  lay_out (sheet, scale);
  return sheet;
}

static void
sheet_free (Sheet *sheet)
{
  cairo_surface_destroy (sheet->back);
  cairo_surface_destroy (sheet->edges);
  g_free (sheet);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sheet, sheet_free)

static void
begin (RanklePlotFront **front, Sheet *sheet)
{
  rankle_plot_front_begin (front, rankle_painter_get_default (), sheet->back,
                           sheet->edges, &sheet->plot, &sheet->layout, &sheet->theme);
}

/* (transfer full): painted here and now, of the plot itself. */
static cairo_surface_t *
paint_at_once (Sheet *sheet)
{
  double           scale, same;
  cairo_surface_t *surface;
  cairo_t         *cr;

  cairo_surface_get_device_scale (sheet->back, &scale, &same);
  surface = create_surface (CAIRO_FORMAT_RGB24, (int)scale);
  cr = cairo_create (surface);
  cairo_set_source_surface (cr, sheet->back, 0, 0);
  cairo_paint (cr);
  rankle_plot_paint_curves (cr, &sheet->plot, &sheet->layout, &sheet->theme);
  cairo_set_source_surface (cr, sheet->edges, 0, 0);
  cairo_paint (cr);
  rankle_plot_paint_points (cr, &sheet->plot, &sheet->layout, &sheet->theme);
  cairo_destroy (cr);
  return surface;
}

static GBytes *
read_bytes (cairo_surface_t *surface)
{
  gsize size = (gsize)cairo_image_surface_get_height (surface) *
               (gsize)cairo_image_surface_get_stride (surface);

  cairo_surface_flush (surface);
  return g_bytes_new (cairo_image_surface_get_data (surface), size);
}

static void
assert_same (cairo_surface_t *a, cairo_surface_t *b)
{
  g_autoptr (GBytes) bytes_a = read_bytes (a);
  g_autoptr (GBytes) bytes_b = read_bytes (b);

  g_assert_true (g_bytes_equal (bytes_a, bytes_b));
}

static const RanklePlotKind kinds[] = { RANKLE_PLOT_LINES, RANKLE_PLOT_STACKED };

/* The run goes while the front is painted. */
static void
test_plot_of_copies (void)
{
  GRand *random = g_rand_new_with_seed (6);

  for (guint round = 0; round < 100; round++)
    {
      g_autoptr (Sheet) sheet = sheet_new (kinds[round % 2], 1);
      g_autoptr (RanklePlotFront) front = NULL;
      cairo_surface_t *expected;

      move (sheet, random);
      expected = paint_at_once (sheet);
      begin (&front, sheet);
      g_clear_pointer (&sheet, sheet_free);
      assert_same (rankle_plot_front_get (front), expected);
      cairo_surface_destroy (expected);
    }
  g_rand_free (random);
}

/* Moves come faster than frames, or slower. */
static void
test_plot_is_the_latest (void)
{
  GRand *random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (Sheet) sheet = sheet_new (kinds[i % 2], 1 + i / 2);
      g_autoptr (RanklePlotFront) front = NULL;

      for (guint k = 0; k < MOVES / 4; k++)
        {
          cairo_surface_t *expected;

          move (sheet, random);
          begin (&front, sheet);
          if (g_rand_int_range (random, 0, 3) == 0 && k + 1 < MOVES / 4)
            continue;
          expected = paint_at_once (sheet);
          assert_same (rankle_plot_front_get (front), expected);
          cairo_surface_destroy (expected);
        }
    }
  g_rand_free (random);
}

/* A frame still holds what was shown. */
static void
test_plot_shown_stays (void)
{
  GRand *random = g_rand_new_with_seed (8);
  g_autoptr (Sheet) sheet = sheet_new (RANKLE_PLOT_LINES, 1);
  g_autoptr (RanklePlotFront) front = NULL;
  cairo_surface_t *shown;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  move (sheet, random);
  begin (&front, sheet);
  shown = cairo_surface_reference (rankle_plot_front_get (front));
  before = read_bytes (shown);
  move (sheet, random);
  begin (&front, sheet);
  g_assert_true (rankle_plot_front_get (front) != shown);
  after = read_bytes (shown);
  g_assert_true (g_bytes_equal (before, after));
  cairo_surface_destroy (shown);
  g_rand_free (random);
}

/* Whether the change that was made to the sheet is seen, and is not seen again. */
static gboolean
is_another (RanklePlotFront **front, Sheet *sheet)
{
  RanklePlotFront *old = *front, *now;
  cairo_surface_t *shown = cairo_surface_reference (rankle_plot_front_get (old));
  gboolean         another;

  begin (front, sheet);
  now = *front;
  another = rankle_plot_front_get (now) != shown;
  begin (front, sheet);
  g_assert_true (*front == now);
  cairo_surface_destroy (shown);
  return another;
}

static void
test_plot_once (void)
{
  GRand *random = g_rand_new_with_seed (9);
  g_autoptr (Sheet) sheet = sheet_new (RANKLE_PLOT_LINES, 1);
  g_autoptr (RanklePlotFront) front = NULL;

  move (sheet, random);
  begin (&front, sheet);
  g_assert_false (is_another (&front, sheet));
  sheet->plot.title = "what lies behind";
  g_assert_false (is_another (&front, sheet));
  sheet->ys[1][ROWS - 1] += 1;
  g_assert_true (is_another (&front, sheet));
  sheet->points[1].letter = "B";
  g_assert_true (is_another (&front, sheet));
  sheet->points[0].recalled = TRUE;
  g_assert_true (is_another (&front, sheet));
  sheet->beyond[1] = 30;
  g_assert_true (is_another (&front, sheet));
  sheet->plot.y_max = 110;
  g_assert_true (is_another (&front, sheet));
  sheet->plot.warning = NULL;
  g_assert_true (is_another (&front, sheet));
  sheet->plot.series[0].factor = 0.5;
  g_assert_true (is_another (&front, sheet));
  sheet->plot.n_points = 1;
  g_assert_true (is_another (&front, sheet));
  sheet->plot.nothing = sheet->nothing;
  g_assert_true (is_another (&front, sheet));
  cairo_surface_destroy (sheet->back);
  sheet->back = create_surface (CAIRO_FORMAT_RGB24, 1);
  g_assert_true (is_another (&front, sheet));
  g_rand_free (random);
}

/* ---- the map ---- */

typedef struct
{
  RankleDiagram      *diagram;
  RankleGlyphState   *states;
  RankleDiagramSight  sight;
  RankleDiagramFront *front;
  GRand              *random;
} Map;

static void
look_at (Map *map, int width, int height, int scale)
{
  map->sight = (RankleDiagramSight){
    .camera = rankle_diagram_camera_fit (rankle_diagram_get_bounds (map->diagram), width,
                                         height),
    .width = width,
    .height = height,
    .scale = scale,
    .theme = rankle_diagram_theme_print,
  };
}

static void
map_init (Map *map)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model = rankle_catalog_load ("rankle", &error);

  g_assert_no_error (error);
  map->diagram = rankle_diagram_load_for (model, &error);
  g_assert_no_error (error);
  map->states = rankle_diagram_state_new (map->diagram);
  map->front = rankle_diagram_front_new (map->diagram, rankle_painter_get_default ());
  map->random = g_rand_new_with_seed (3);
  look_at (map, 480, 200, 1);
}

static void
map_clear (Map *map)
{
  rankle_diagram_front_free (map->front);
  rankle_diagram_unref (map->diagram);
  g_free (map->states);
  g_rand_free (map->random);
}

static void
change (Map *map)
{
  for (guint i = 0; i < rankle_diagram_get_n_glyphs (map->diagram); i++)
    {
      if (g_rand_int_range (map->random, 0, 6) > 0)
        continue;
      map->states[i].standing = RANKLE_GLYPH_SIMULATED;
      map->states[i].ratio = exp2 (g_rand_double_range (map->random, -3, 3));
      map->states[i].value = 7 * map->states[i].ratio;
      map->states[i].unit = "pM";
    }
}

static void
begin_map (Map *map)
{
  rankle_diagram_front_begin (map->front, &map->sight, map->states);
}

static cairo_surface_t *
get_map (Map *map)
{
  return rankle_diagram_front_get (map->front, &map->sight, map->states);
}

/* Asked for and then changed while it is painted: it is as it was asked for. */
static void
test_map_of_copies (void)
{
  Map   map;
  gsize size;

  map_init (&map);
  size = rankle_diagram_state_count (map.diagram) * sizeof *map.states;
  for (guint round = 0; round < 10; round++)
    {
      g_autoptr (RankleDiagramCanvas) fresh = rankle_diagram_canvas_new (map.diagram);
      g_autoptr (RankleDiagramFront) front =
          rankle_diagram_front_new (map.diagram, rankle_painter_get_default ());
      g_autofree RankleGlyphState *asked = NULL;

      change (&map);
      asked = g_memdup2 (map.states, size);
      rankle_diagram_front_begin (front, &map.sight, map.states);
      change (&map);
      assert_same (rankle_diagram_front_get (front, &map.sight, asked),
                   rankle_diagram_canvas_paint (fresh, &map.sight, asked));
    }
  map_clear (&map);
}

/* As a canvas that is painted at once, at whatever size. */
static void
test_map_is_the_latest (void)
{
  static const int sizes[][3] = { { 480, 200, 1 }, { 300, 220, 1 }, { 300, 220, 2 } };
  Map              map;
  g_autoptr (RankleDiagramCanvas) canvas = NULL;

  map_init (&map);
  canvas = rankle_diagram_canvas_new (map.diagram);
  for (guint k = 0; k < MOVES / 10; k++)
    {
      if (g_rand_int_range (map.random, 0, 12) == 0)
        look_at (&map, sizes[k % 3][0], sizes[k % 3][1], sizes[k % 3][2]);
      change (&map);
      begin_map (&map);
      assert_same (get_map (&map),
                   rankle_diagram_canvas_paint (canvas, &map.sight, map.states));
    }
  map_clear (&map);
}

/* Cairo's edges come out a shade different when they are clipped, and what was passed
 * over was not painted: see the test of the canvas. */
#define SHADE 16

static guint
count_differences (cairo_surface_t *a, cairo_surface_t *b)
{
  g_autoptr (GBytes) bytes_a = read_bytes (a);
  g_autoptr (GBytes) bytes_b = read_bytes (b);
  gsize         n, m;
  const guint8 *x = g_bytes_get_data (bytes_a, &n), *y = g_bytes_get_data (bytes_b, &m);
  guint         differences = 0;

  g_assert_cmpuint (n, ==, m);
  for (gsize i = 0; i < n; i++)
    differences += i % 4 != 3 && abs (x[i] - y[i]) > SHADE;
  return differences;
}

static void
test_map_skips_what_was_passed (void)
{
  Map map;

  map_init (&map);
  for (guint k = 0; k < 15; k++)
    {
      g_autoptr (RankleDiagramCanvas) fresh = rankle_diagram_canvas_new (map.diagram);

      for (guint i = 0; i < 5; i++)
        {
          change (&map);
          begin_map (&map);
        }
      g_assert_cmpuint (
          count_differences (get_map (&map),
                             rankle_diagram_canvas_paint (fresh, &map.sight, map.states)),
          ==, 0);
    }
  map_clear (&map);
}

static void
test_map_shown_stays (void)
{
  Map              map;
  cairo_surface_t *shown;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  map_init (&map);
  change (&map);
  shown = cairo_surface_reference (get_map (&map));
  before = read_bytes (shown);
  change (&map);
  g_assert_true (get_map (&map) != shown);
  after = read_bytes (shown);
  g_assert_true (g_bytes_equal (before, after));
  cairo_surface_destroy (shown);
  map_clear (&map);
}

/* Neither the same states nor such as look the same make another surface. */
static void
test_map_once (void)
{
  Map              map;
  cairo_surface_t *shown;

  map_init (&map);
  change (&map);
  map.states[0].share = 0.5;
  shown = get_map (&map);
  begin_map (&map);
  g_assert_true (get_map (&map) == shown);
  map.states[0].share += 1e-12;
  begin_map (&map);
  g_assert_true (get_map (&map) == shown);
  map_clear (&map);
}

/* What is under way when all goes. */
static void
test_gone_while_painted (void)
{
  for (guint round = 0; round < 10; round++)
    {
      g_autoptr (Sheet) sheet = sheet_new (RANKLE_PLOT_LINES, 1);
      g_autoptr (RanklePlotFront) front = NULL;
      Map map;

      map_init (&map);
      change (&map);
      begin (&front, sheet);
      begin_map (&map);
      map_clear (&map);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fronts/6/plot/of-copies", test_plot_of_copies);
  g_test_add_func ("/fronts/6/map/of-copies", test_map_of_copies);
  g_test_add_func ("/fronts/7/plot/is-the-latest", test_plot_is_the_latest);
  g_test_add_func ("/fronts/7/map/is-the-latest", test_map_is_the_latest);
  g_test_add_func ("/fronts/7/map/skips", test_map_skips_what_was_passed);
  g_test_add_func ("/fronts/8/plot/shown-stays", test_plot_shown_stays);
  g_test_add_func ("/fronts/8/map/shown-stays", test_map_shown_stays);
  g_test_add_func ("/fronts/9/plot/once", test_plot_once);
  g_test_add_func ("/fronts/9/map/once", test_map_once);
  g_test_add_func ("/fronts/4/gone-while-painted", test_gone_while_painted);
  return g_test_run ();
}
