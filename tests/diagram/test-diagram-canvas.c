/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "diagram-fixture.h"
#include "rankle-diagram-canvas.h"

static RankleDiagramSight
make_sight (const RankleDiagram *diagram, int width, int height, int scale, double zoom)
{
  RankleDiagramCamera fitted =
      rankle_diagram_camera_fit (rankle_diagram_get_bounds (diagram), width, height);

  return (RankleDiagramSight){
    .camera = rankle_diagram_camera_zoom (fitted, fitted, zoom,
                                          (RanklePoint){ width / 2.0, height / 2.0 }),
    .width = width,
    .height = height,
    .scale = scale,
    .theme = rankle_diagram_theme_print,
  };
}

/* Cairo's edges come out a shade different when they are clipped. */
#define SHADE 16

static void
assert_same (cairo_surface_t *a, cairo_surface_t *b)
{
  int   width = cairo_image_surface_get_width (a);
  int   height = cairo_image_surface_get_height (a);
  guint differences = 0;

  g_assert_cmpint (cairo_image_surface_get_width (b), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (b), ==, height);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      differences += compare_pixels (get_pixel (a, x, y), get_pixel (b, x, y)) > SHADE;
  g_assert_cmpuint (differences, ==, 0);
}

/* Some glyphs have an amount, and some of those another one than before. */
static void
change (const RankleDiagram *diagram, RankleGlyphState *states, GRand *random)
{
  for (guint i = 0; i < rankle_diagram_get_n_glyphs (diagram); i++)
    {
      if (i % 4 == 3 || g_rand_int_range (random, 0, 3) > 0)
        continue;
      states[i].standing = g_rand_int_range (random, 0, 9) == 0 ? RANKLE_GLYPH_KNOCKED_OUT
                                                                : RANKLE_GLYPH_SIMULATED;
      states[i].ratio = exp2 (g_rand_double_range (random, -4, 4));
      states[i].value = 7 * states[i].ratio;
      states[i].unit = "pM";
    }
}

/* What was painted in bits is the same as what is painted at once. */
static void
test_bits_make_the_whole (void)
{
  static const struct
  {
    int    width, height, scale;
    double zoom;
  } sights[] = { { 968, 368, 1, 1 }, { 718, 262, 1, 1 }, { 400, 300, 2, 3.3 } };
  g_autoptr (RankleDiagram) diagram = load_pathway ();
  g_autofree RankleGlyphState *states = rankle_diagram_state_new (diagram);
  GRand                       *random = g_rand_new_with_seed (7);

  for (guint i = 0; i < G_N_ELEMENTS (sights); i++)
    {
      RankleDiagramSight sight = make_sight (diagram, sights[i].width, sights[i].height,
                                             sights[i].scale, sights[i].zoom);
      g_autoptr (RankleDiagramCanvas) canvas = rankle_diagram_canvas_new (diagram);

      for (guint k = 0; k < 6; k++)
        {
          g_autoptr (RankleDiagramCanvas) fresh = rankle_diagram_canvas_new (diagram);

          change (diagram, states, random);
          assert_same (rankle_diagram_canvas_paint (canvas, &sight, states),
                       rankle_diagram_canvas_paint (fresh, &sight, states));
        }
    }
  g_rand_free (random);
}

static guint64
paint (RankleDiagramCanvas      *canvas,
       const RankleDiagramSight *sight,
       const RankleGlyphState   *states)
{
  g_assert_nonnull (rankle_diagram_canvas_paint (canvas, sight, states));
  return rankle_diagram_canvas_get_n_painted (canvas);
}

/* Only what looks different costs. */
static void
test_only_changes_are_painted (void)
{
  g_autoptr (RankleDiagram) diagram = load_pathway ();
  g_autoptr (RankleDiagramCanvas) canvas = rankle_diagram_canvas_new (diagram);
  g_autofree RankleGlyphState *states = rankle_diagram_state_new (diagram);
  RankleDiagramSight           sight = make_sight (diagram, 968, 368, 1, 1);
  guint                        bone = rankle_diagram_find (diagram, "CTX");
  guint64                      all = 968 * 368;

  states[bone] = (RankleGlyphState){ RANKLE_GLYPH_SIMULATED, 50, 1, NAN, NULL };
  g_assert_cmpuint (paint (canvas, &sight, states), ==, all);
  g_assert_cmpuint (paint (canvas, &sight, states), ==, 0);
  states[bone].ratio = 1.0001;
  g_assert_cmpuint (paint (canvas, &sight, states), ==, 0);
  states[bone].ratio = 2;
  g_assert_cmpuint (paint (canvas, &sight, states), >, 100);
  states[bone].ratio = 3;
  g_assert_cmpuint (paint (canvas, &sight, states), <, all / 40);
}

/* Another size, zoom, ink or standing is another picture. */
static void
test_all_is_painted_anew (void)
{
  g_autoptr (RankleDiagram) diagram = load_pathway ();
  g_autoptr (RankleDiagramCanvas) canvas = rankle_diagram_canvas_new (diagram);
  g_autofree RankleGlyphState *states = rankle_diagram_state_new (diagram);
  RankleDiagramSight           sight = make_sight (diagram, 400, 200, 1, 1);

  paint (canvas, &sight, states);
  sight.camera.origin.x += 1;
  g_assert_cmpuint (paint (canvas, &sight, states), ==, 400 * 200);
  sight.theme.high.red = 0.5;
  g_assert_cmpuint (paint (canvas, &sight, states), ==, 400 * 200);
  sight.width = 300;
  g_assert_cmpuint (paint (canvas, &sight, states), ==, 300 * 200);
  sight.scale = 2;
  g_assert_cmpuint (paint (canvas, &sight, states), ==, 600 * 400);
  states[rankle_diagram_find (diagram, "JNK")].standing = RANKLE_GLYPH_SIMULATED;
  g_assert_cmpuint (paint (canvas, &sight, states), ==, 600 * 400);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diagram-canvas/bits-make-the-whole", test_bits_make_the_whole);
  g_test_add_func ("/diagram-canvas/only-changes", test_only_changes_are_painted);
  g_test_add_func ("/diagram-canvas/all-anew", test_all_is_painted_anew);
  return g_test_run ();
}
