/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-bone-still.h"

#include <math.h>
#include <stdlib.h>

#include "rankle-bone-section.h"

#define N    48
#define SIZE 300 /* of a picture [px]; the cube is 270 of them */

static RankleBoneField   *field; /* of seed 1, made once */
static RankleBoneAnchors *anchors;

/* ---- sections ---- */

/* What a section encloses is the share of bone among the voxels that it goes through. */
static void
test_area (void)
{
  for (guint percent = 10; percent <= 40; percent += 10)
    {
      g_autoptr (RankleBoneSolid) solid = rankle_bone_solid_new (field, percent / 100.0);
      const RankleGrid *grid = rankle_bone_solid_get_grid (solid);

      for (guint j = 4; j < N; j += 10)
        {
          float height = grid->origin[1] + grid->spacing * (float)j;
          g_autoptr (RankleBoneSection) section = rankle_bone_section_new (solid, height);
          double area = rankle_bone_section_get_area (section);
          guint  n_inside = 0;

          for (guint i = 0; i < N * N; i++)
            n_inside += grid->values[i % N + N * (j + N * (i / N))] > 0;
          g_assert_cmpfloat_with_epsilon (area, n_inside * grid->spacing * grid->spacing,
                                          0.15 * n_inside + 8);
        }
    }
}

/* Outlines stay in the cube, go from a point to one that is near, and come back. */
static void
test_outlines (void)
{
  g_autoptr (RankleBoneSolid) solid = rankle_bone_solid_new (field, 0.25);

  for (float height = -40; height <= 40; height += 5)
    {
      g_autoptr (RankleBoneSection) section = rankle_bone_section_new (solid, height);
      guint begin = 0;

      g_assert_cmpuint (section->ends->len, >, 0);
      for (guint k = 0; k < section->ends->len; k++)
        {
          guint end = g_array_index (section->ends, guint, k);

          g_assert_cmpuint (end, >=, begin + 4);
          for (guint i = begin; i < end; i++)
            {
              guint                  next = i + 1 < end ? i + 1 : begin;
              const RankleBonePoint *a =
                  &g_array_index (section->points, RankleBonePoint, i);
              const RankleBonePoint *b =
                  &g_array_index (section->points, RankleBonePoint, next);

              g_assert_cmpfloat (MAX (fabsf (a->x), fabsf (a->z)), <=, 32.01f);
              g_assert_cmpfloat (hypotf (a->x - b->x, a->z - b->z), <, 2);
            }
          begin = end;
        }
      g_assert_cmpuint (begin, ==, section->points->len);
    }
}

/* A hole takes off what its outline encloses. */
static void
test_hole (void)
{
  g_autoptr (RankleBoneSolid) solid = rankle_bone_solid_new (field, 0.45);
  g_autoptr (RankleBoneSection) before = NULL;
  g_autoptr (RankleBoneSection) after = NULL;
  const RankleGrid *grid = rankle_bone_solid_get_grid (solid);
  float             middle[3];
  gsize             deepest = 0;

  for (gsize i = N * N * N / 3; i < 2 * N * N * N / 3; i++)
    if (i % N > N / 4 && i % N < 3 * N / 4 && grid->values[i] > grid->values[deepest])
      deepest = i;
  middle[0] = grid->origin[0] + grid->spacing * (float)(deepest % N);
  middle[1] = grid->origin[1] + grid->spacing * (float)(deepest / N % N);
  middle[2] = grid->origin[2] + grid->spacing * (float)(deepest / N / N);
  before = rankle_bone_section_new (solid, middle[1]);
  rankle_bone_solid_dig (solid, middle, 1.6f);
  after = rankle_bone_section_new (solid, middle[1]);
  g_assert_cmpuint (after->ends->len, ==, before->ends->len + 1);
  g_assert_cmpfloat (
      rankle_bone_section_get_area (before) - rankle_bone_section_get_area (after), >, 3);
}

/* ---- stills ---- */

static RankleBoneState
state_of (double fraction, double clasts, double blasts)
{
  return (RankleBoneState){ .known = RANKLE_BONE_SHOWN,
                            .start = 0.2,
                            .fraction = fraction,
                            .mineral = 0.97,
                            .ratios = { clasts, blasts } };
}

static RankleBoneCube *
cube_of (const RankleBoneState *state)
{
  RankleBoneKey key = rankle_bone_state_get_key (state);
  g_autoptr (RankleBoneSolid) start =
      rankle_bone_cube_make_start (field, anchors, key.start);

  return rankle_bone_cube_new (field, anchors, start, &key, NULL, NULL);
}

static cairo_surface_t *
draw (RankleBoneCube *cube, const RankleBoneState *state, const RankleSceneTheme *theme)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIZE, SIZE);
  cairo_t         *cairo = cairo_create (surface);

  rankle_bone_still_draw (cairo, cube, state, 0, theme, SIZE, SIZE);
  g_assert_cmpint (cairo_status (cairo), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cairo);
  cairo_surface_flush (surface);
  return surface;
}

static gboolean
is_color (guint32 pixel, RankleSceneColor color)
{
  int red = (int)(pixel >> 16 & 255), green = (int)(pixel >> 8 & 255),
      blue = (int)(pixel & 255);

  return abs (red - (int)lroundf (255 * color.red)) <= 1 &&
         abs (green - (int)lroundf (255 * color.green)) <= 1 &&
         abs (blue - (int)lroundf (255 * color.blue)) <= 1;
}

static double
share_of (cairo_surface_t *surface, RankleSceneColor color)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  int           stride = cairo_image_surface_get_stride (surface);
  guint         n = 0;

  for (int y = 0; y < SIZE; y++)
    for (int x = 0; x < SIZE; x++)
      n += is_color (((const guint32 *)(const void *)(data + y * stride))[x], color);
  return n / (270.0 * 270);
}

static double
area_at_middle (const RankleBoneSolid *solid)
{
  g_autoptr (RankleBoneSection) section = rankle_bone_section_new (solid, 0);

  return rankle_bone_section_get_area (section) / (RANKLE_BONE_SIDE * RANKLE_BONE_SIDE);
}

/* Pixels of each colour are as many as there is of what they stand for; the line around
 * them takes some. */
static void
test_colors (gconstpointer data)
{
  const RankleSceneTheme *theme = data;
  RankleBoneState         state = state_of (0.12, 0, 0);
  g_autoptr (RankleBoneCube) cube = cube_of (&state);
  cairo_surface_t *surface = draw (cube, &state, theme);
  double           now = area_at_middle (rankle_bone_cube_get_solid (cube));
  double           then = area_at_middle (rankle_bone_cube_get_start (cube));

  g_assert_cmpfloat_with_epsilon (
      share_of (surface, rankle_bone_mineral_color (theme, 0.7)), now, 0.025);
  g_assert_cmpfloat_with_epsilon (share_of (surface, theme->lost), then - now, 0.035);
  g_assert_cmpfloat (share_of (surface, theme->lost), >, 0.02);
  g_assert_cmpfloat (share_of (surface, theme->gained), <, 0.002);
  g_assert_cmpfloat (share_of (surface, theme->osteoclast), <, 1e-6);
  cairo_surface_destroy (surface);
}

static void
test_gained (void)
{
  const RankleSceneTheme *theme = &rankle_scene_theme_light;
  RankleBoneState         state = state_of (0.36, 1, 1);
  g_autoptr (RankleBoneCube) cube = cube_of (&state);
  cairo_surface_t *surface = draw (cube, &state, theme);

  g_assert_cmpfloat (share_of (surface, theme->gained), >, 0.02);
  cairo_surface_destroy (surface);
}

static void
test_cells (void)
{
  const RankleSceneTheme *theme = &rankle_scene_theme_dark;
  RankleBoneState         few = state_of (0.2, 1, 1), many = state_of (0.2, 5, 4);
  g_autoptr (RankleBoneCube) cube = cube_of (&many);
  cairo_surface_t *with_few = draw (cube, &few, theme);
  cairo_surface_t *with_many = draw (cube, &many, theme);

  g_assert_cmpfloat (share_of (with_many, theme->osteoclast), >,
                     share_of (with_few, theme->osteoclast) + 0.002);
  g_assert_cmpfloat (share_of (with_many, theme->osteoblast), >,
                     share_of (with_few, theme->osteoblast) + 0.001);
  cairo_surface_destroy (with_few);
  cairo_surface_destroy (with_many);
}

/* Without a cube, or without a volume, there is the background and nothing else. */
static void
test_nothing (void)
{
  const RankleSceneTheme *theme = &rankle_scene_theme_light;
  RankleBoneState         state = state_of (0.2, 1, 1), none = { RANKLE_BONE_NONE, 0.2 };
  g_autoptr (RankleBoneCube) cube = cube_of (&state);
  cairo_surface_t *without_cube = draw (NULL, &state, theme);
  cairo_surface_t *without_volume = draw (cube, &none, theme);
  gsize            size = SIZE * (gsize)cairo_image_surface_get_stride (without_cube);

  g_assert_cmpmem (cairo_image_surface_get_data (without_cube), size,
                   cairo_image_surface_get_data (without_volume), size);
  g_assert_cmpfloat (share_of (without_cube, rankle_bone_mineral_color (theme, 0.7)), <,
                     1e-6);
  cairo_surface_destroy (without_cube);
  cairo_surface_destroy (without_volume);
}

static void
test_contrast (void)
{
  RankleSceneTheme theme = rankle_scene_theme_light;
  RankleBoneState  state = state_of (0.2, 1, 1);
  g_autoptr (RankleBoneCube) cube = cube_of (&state);
  cairo_surface_t *usual = draw (cube, &state, &theme), *contrast;

  theme.contrast = TRUE;
  contrast = draw (cube, &state, &theme);
  g_assert_cmpfloat (share_of (usual, theme.ink), <, 0.002);
  g_assert_cmpfloat (share_of (contrast, theme.ink), >, 0.02);
  cairo_surface_destroy (usual);
  cairo_surface_destroy (contrast);
}

static void
test_legend (void)
{
  const RankleSceneTheme *theme = &rankle_scene_theme_light;
  RankleBoneState         state = state_of (0.2, 1, 1);
  guint                   last = 0;

  for (double mineral = 0.88; mineral < 1.05; mineral += 0.01)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 200, 20);
      cairo_t         *cairo = cairo_create (surface);
      const guint32   *row;
      guint            mark = 0;

      cairo_set_source_rgb (cairo, 1, 1, 1);
      cairo_paint (cairo);
      state.mineral = mineral;
      rankle_bone_still_draw_legend (cairo, &state, theme, 200, 20);
      cairo_destroy (cairo);
      cairo_surface_flush (surface);
      row = (const guint32 *)(const void *)cairo_image_surface_get_data (surface);
      for (guint x = 0; x < 200; x++)
        mark = is_color (row[x], theme->wire) ? x : mark;
      g_assert_cmpuint (mark, >=, last);
      g_assert_cmpuint (mark, >, 0);
      last = mark;
      cairo_surface_destroy (surface);
    }
  g_assert_cmpuint (last, >, 190);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  field = rankle_bone_field_new (N, 1);
  anchors = rankle_bone_anchors_new (field, 1);
  g_test_add_func ("/bone-section/area", test_area);
  g_test_add_func ("/bone-section/outlines", test_outlines);
  g_test_add_func ("/bone-section/hole", test_hole);
  g_test_add_data_func ("/bone-still/colors/light", &rankle_scene_theme_light,
                        test_colors);
  g_test_add_data_func ("/bone-still/colors/dark", &rankle_scene_theme_dark, test_colors);
  g_test_add_func ("/bone-still/gained", test_gained);
  g_test_add_func ("/bone-still/cells", test_cells);
  g_test_add_func ("/bone-still/nothing", test_nothing);
  g_test_add_func ("/bone-still/contrast", test_contrast);
  g_test_add_func ("/bone-still/legend", test_legend);
  status = g_test_run ();
  rankle_bone_anchors_free (anchors);
  rankle_bone_field_unref (field);
  return status;
}
