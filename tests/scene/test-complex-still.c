/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-complex-colors.h"
#include "rankle-complex-still.h"

#include <math.h>
#include <string.h>

#define WIDTH  400
#define HEIGHT 300

/* What the tests draw; nothing of it changes. */
static RankleComplexGeometry *geometry;

#define R RANKLE_HOLDER_RANK
#define O RANKLE_HOLDER_OPG
#define F RANKLE_HOLDER_FREE
#define D RANKLE_HOLDER_DENOSUMAB
#define C RANKLE_HOLDER_OPG_FC
#define P RANKLE_HOLDER_PEPTIDE

static cairo_surface_t *
surface_new (void)
{
  return cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
}

static RankleComplexState
hold (RankleHolder a, RankleHolder b, RankleHolder c)
{
  return (RankleComplexState){ .known = RANKLE_COMPLEX_SHOWN,
                               .grooves = { a, b, c },
                               .signal = 1 };
}

static cairo_surface_t *
draw (const RankleComplexState *state, RankleCamera camera, const RankleSceneTheme *theme)
{
  cairo_surface_t *surface = surface_new ();
  cairo_t         *cairo = cairo_create (surface);

  rankle_complex_still_draw (cairo, geometry, state, camera, theme, WIDTH, HEIGHT);
  g_assert_cmpint (cairo_status (cairo), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cairo);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
pixel_at (cairo_surface_t *surface, guint x, guint y)
{
  const guint8 *row = cairo_image_surface_get_data (surface) +
                      y * (guint)cairo_image_surface_get_stride (surface);
  guint32 pixel;

  memcpy (&pixel, row + 4 * x, sizeof pixel);
  return pixel & 0xffffff;
}

static guint32
to_pixel (RankleSceneColor color)
{
  return (guint32)lroundf (255 * color.red) << 16 |
         (guint32)lroundf (255 * color.green) << 8 | (guint32)lroundf (255 * color.blue);
}

/* How many pixels are exactly of this colour; with high contrast nothing fades. */
static guint
count_color (cairo_surface_t *surface, RankleSceneColor color)
{
  guint n = 0;

  for (guint y = 0; y < HEIGHT; y++)
    for (guint x = 0; x < WIDTH; x++)
      n += pixel_at (surface, x, y) == to_pixel (color);
  return n;
}

static guint
count_differing (cairo_surface_t *a, cairo_surface_t *b)
{
  guint n = 0;

  for (guint y = 0; y < HEIGHT; y++)
    for (guint x = 0; x < WIDTH; x++)
      n += pixel_at (a, x, y) != pixel_at (b, x, y);
  return n;
}

static RankleSceneTheme
contrast (void)
{
  RankleSceneTheme theme = rankle_scene_theme_light;

  theme.contrast = TRUE;
  return theme;
}

/* Those who hold a groove are in the picture, and nobody else is. */
static void
test_holders (void)
{
  static const struct
  {
    RankleHolder grooves[RANKLE_GROOVES];
    gboolean     rank, opg, denosumab, peptide;
  } cases[] = {
    { { R, R, R }, TRUE, FALSE, FALSE, FALSE },
    { { R, R, O }, TRUE, TRUE, FALSE, FALSE },
    { { F, F, F }, FALSE, FALSE, FALSE, FALSE },
    { { R, D, F }, TRUE, FALSE, TRUE, FALSE },
    { { P, C, F }, FALSE, TRUE, FALSE, TRUE },
    { { F, P, D }, FALSE, FALSE, TRUE, TRUE },
  };
  RankleSceneTheme theme = contrast ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RankleComplexState state =
          hold (cases[i].grooves[0], cases[i].grooves[1], cases[i].grooves[2]);
      cairo_surface_t *surface = draw (&state, rankle_camera_complex, &theme);

      g_test_message ("case %u", i);
      g_assert_cmpint (count_color (surface, theme.rank) > 50, ==, cases[i].rank);
      g_assert_cmpint (count_color (surface, theme.opg) > 20, ==, cases[i].opg);
      g_assert_cmpint (count_color (surface, theme.denosumab) > 50, ==,
                       cases[i].denosumab);
      g_assert_cmpint (count_color (surface, theme.peptide) > 10, ==, cases[i].peptide);
      g_assert_cmpuint (count_color (surface, theme.rankl), >, 500);
      cairo_surface_destroy (surface);
    }
}

/* Of whom nothing can be told, nothing is drawn. */
static void
test_nothing (void)
{
  RankleComplexState state = { .known = RANKLE_COMPLEX_NO_STATES };
  RankleSceneTheme   theme = contrast ();
  cairo_surface_t   *surface = draw (&state, rankle_camera_complex, &theme);

  g_assert_cmpuint (count_color (surface, theme.rankl), ==, 0);
  g_assert_cmpuint (count_color (surface, theme.membrane), ==, 0);
  g_assert_cmpuint (count_color (surface, theme.ink), ==, 0);
  cairo_surface_destroy (surface);
}

static void
test_same_bytes (void)
{
  RankleComplexState state = hold (R, O, D);
  cairo_surface_t   *a = draw (&state, rankle_camera_complex, &rankle_scene_theme_dark);
  cairo_surface_t   *b = draw (&state, rankle_camera_complex, &rankle_scene_theme_dark);

  g_assert_cmpuint (count_differing (a, b), ==, 0);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
}

/* It is three-fold: a third of a turn is the same picture where all grooves are alike,
 * and another one where they are not. */
static void
test_a_third (void)
{
  RankleCamera       turned = rankle_camera_turn (rankle_camera_complex, 120, 0);
  RankleComplexState alike = hold (R, R, R), unlike = hold (R, F, F);
  cairo_surface_t   *a = draw (&alike, rankle_camera_complex, &rankle_scene_theme_light);
  cairo_surface_t   *b = draw (&alike, turned, &rankle_scene_theme_light);
  cairo_surface_t   *c = draw (&unlike, rankle_camera_complex, &rankle_scene_theme_light);
  cairo_surface_t   *d = draw (&unlike, turned, &rankle_scene_theme_light);

  g_assert_cmpuint (count_differing (a, b), <, WIDTH * HEIGHT / 20);
  g_assert_cmpuint (count_differing (c, d), >, WIDTH * HEIGHT / 20);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
  cairo_surface_destroy (c);
  cairo_surface_destroy (d);
}

/* From any side, the membrane that would hide RANKL is seen through. */
static void
test_from_any_side (void)
{
  RankleSceneTheme   theme = contrast ();
  RankleComplexState state = hold (F, F, F);

  for (int pitch = -80; pitch <= 80; pitch += 20)
    {
      RankleCamera     camera = { .yaw = 3 * pitch, .pitch = pitch, .zoom = 1 };
      cairo_surface_t *surface = draw (&state, camera, &theme);
      guint            n_amber = 0;

      for (guint y = 0; y < HEIGHT; y++)
        for (guint x = 0; x < WIDTH; x++)
          {
            guint32 pixel = pixel_at (surface, x, y);

            n_amber += (int)(pixel >> 16) - (int)(pixel & 0xff) > 80;
          }
      g_test_message ("pitch %d: %u", pitch, n_amber);
      g_assert_cmpuint (n_amber, >, 1500);
      cairo_surface_destroy (surface);
    }
}

/* The lower membrane tells of the signal. */
static void
test_tint (void)
{
  static const double    signals[] = { 0.01, 0.25, 1, 4, 100, NAN };
  RankleSceneTheme       theme = contrast ();
  const RankleSceneColor expected[] = { theme.quiet, theme.quiet, theme.membrane,
                                        theme.loud,  theme.loud,  theme.membrane };
  RankleComplexState     state = hold (F, F, F);

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    {
      cairo_surface_t *surface;

      state.signal = signals[i];
      surface = draw (&state, rankle_camera_complex, &theme);
      g_assert_cmpuint (count_color (surface, expected[i]), >, WIDTH * HEIGHT / 40);
      cairo_surface_destroy (surface);
    }
}

/* The bar beneath a small picture is as long as its share. */
static void
test_small (void)
{
  static const guint shares[] = { 0, 8, 93, 500, 1000 };

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      cairo_surface_t *surface = surface_new ();
      cairo_t         *cairo = cairo_create (surface);
      guint            length = 0;

      rankle_complex_still_draw_small (cairo, geometry, MIN (i, 3), shares[i],
                                       &rankle_scene_theme_light, WIDTH, HEIGHT);
      cairo_destroy (cairo);
      cairo_surface_flush (surface);
      while (length < WIDTH && pixel_at (surface, length, HEIGHT - 2) ==
                                   to_pixel (rankle_scene_theme_light.rank))
        length++;
      g_assert_cmpint (ABS ((int)length - (int)(WIDTH * shares[i] / 1000)), <=, 1);
      cairo_surface_destroy (surface);
    }
}

/* What is drawn beside it is not moved by it. */
static void
test_context (void)
{
  RankleComplexState state = hold (R, O, D);
  cairo_surface_t   *surface = surface_new ();
  cairo_t           *cairo = cairo_create (surface);
  cairo_matrix_t     before, after;
  double             x1, y1, x2, y2;

  cairo_scale (cairo, 0.5, 0.5);
  cairo_get_matrix (cairo, &before);
  rankle_complex_still_draw (cairo, geometry, &state, rankle_camera_complex,
                             &rankle_scene_theme_light, WIDTH, HEIGHT);
  cairo_get_matrix (cairo, &after);
  g_assert_cmpmem (&before, sizeof before, &after, sizeof after);
  cairo_clip_extents (cairo, &x1, &y1, &x2, &y2);
  g_assert_cmpfloat (x2, >=, 2 * WIDTH - 1);
  cairo_surface_flush (surface);
  /* It keeps to its own area. */
  g_assert_cmpuint (pixel_at (surface, WIDTH / 2 + 2, HEIGHT / 4), ==, 0);
  g_assert_cmpuint (pixel_at (surface, WIDTH / 4, HEIGHT / 2 + 2), ==, 0);
  g_assert_cmpuint (pixel_at (surface, WIDTH / 4, HEIGHT / 4), !=, 0);
  cairo_destroy (cairo);
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  geometry = rankle_complex_geometry_new (&error);
  g_assert_no_error (error);
  g_test_add_func ("/complex-still/holders", test_holders);
  g_test_add_func ("/complex-still/nothing", test_nothing);
  g_test_add_func ("/complex-still/same-bytes", test_same_bytes);
  g_test_add_func ("/complex-still/a-third", test_a_third);
  g_test_add_func ("/complex-still/from-any-side", test_from_any_side);
  g_test_add_func ("/complex-still/tint", test_tint);
  g_test_add_func ("/complex-still/small", test_small);
  g_test_add_func ("/complex-still/context", test_context);
  status = g_test_run ();
  rankle_complex_geometry_unref (geometry);
  return status;
}
