/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "golden.h"
#include "rankle-complex-still.h"

/* The receptor complex as it is drawn without OpenGL. */

enum
{
  WIDTH = 400,
  HEIGHT = 300,
  SMALL_WIDTH = 96,
  SMALL_HEIGHT = 96,
};

static RankleComplexGeometry *geometry;

typedef struct
{
  const char             *name;
  RankleHolder            grooves[RANKLE_GROOVES];
  RankleCamera            camera;
  double                  signal;
  const RankleSceneTheme *theme;
  gboolean                contrast;
} Case;

static const Case cases[] = {
  { "complex-signals",
    { RANKLE_HOLDER_RANK, RANKLE_HOLDER_RANK, RANKLE_HOLDER_RANK },
    { 20, 10, 1 },
    2,
    &rankle_scene_theme_light,
    FALSE },
  { "complex-drugs-dark",
    { RANKLE_HOLDER_DENOSUMAB, RANKLE_HOLDER_OPG_FC, RANKLE_HOLDER_PEPTIDE },
    { 80, -15, 1.2 },
    0.3,
    &rankle_scene_theme_dark,
    FALSE },
  { "complex-contrast",
    { RANKLE_HOLDER_OPG, RANKLE_HOLDER_RANK, RANKLE_HOLDER_FREE },
    { -30, 35, 1 },
    1,
    &rankle_scene_theme_light,
    TRUE },
};

static void
test_still (gconstpointer data)
{
  const Case        *self = data;
  RankleSceneTheme   theme = *self->theme;
  RankleComplexState state = { .known = RANKLE_COMPLEX_SHOWN, .signal = self->signal };
  cairo_surface_t   *surface = golden_create_surface (WIDTH, HEIGHT);
  cairo_t           *cairo = cairo_create (surface);

  theme.contrast = self->contrast;
  for (guint i = 0; i < RANKLE_GROOVES; i++)
    state.grooves[i] = self->grooves[i];
  rankle_complex_still_draw (cairo, geometry, &state, self->camera, &theme, WIDTH,
                             HEIGHT);
  cairo_destroy (cairo);
  golden_compare (surface, self->name);
}

static void
test_small (void)
{
  static const guint shares[] = { 518, 381, 93, 8 };
  cairo_surface_t   *surface =
      golden_create_surface (SMALL_WIDTH * (int)G_N_ELEMENTS (shares), SMALL_HEIGHT);
  cairo_t *cairo = cairo_create (surface);

  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      rankle_complex_still_draw_small (cairo, geometry, i, shares[i],
                                       &rankle_scene_theme_light, SMALL_WIDTH - 8,
                                       SMALL_HEIGHT);
      cairo_translate (cairo, SMALL_WIDTH, 0);
    }
  cairo_destroy (cairo);
  golden_compare (surface, "complex-small");
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  golden_init (&argc, &argv);
  geometry = rankle_complex_geometry_new (&error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/golden/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_still);
    }
  g_test_add_func ("/golden/complex-small", test_small);
  status = g_test_run ();
  rankle_complex_geometry_unref (geometry);
  return status;
}
