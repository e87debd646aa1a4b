/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-bone-still.h"

#include <math.h>

#include "rankle-bone-section.h"

#define FILLS 0.9 /* of the picture's lesser side, by the cube */
/* How far below the section bone is drawn, from the deepest on. */
static const guint layers[] = { 16, 11, 7, 4, 2 };
#define LAYER_OF_CELLS 4
#define DEEPEST        16.0f
/* Cells are seen from so far below the section to so far above, where the bone that they
 * would sit on is cut away. */
#define LOWEST_CELL  4.5f
#define HIGHEST_CELL 1.5f

typedef struct
{
  cairo_t                *cairo;
  const RankleSceneTheme *theme;
  double                  pixel; /* in the cube's unit of length */
} Canvas;

RankleSceneColor
rankle_bone_mineral_color (const RankleSceneTheme *theme, double share)
{
  g_return_val_if_fail (theme != NULL, (RankleSceneColor){ 0 });

  return rankle_scene_color_mix (theme->young, theme->old, share);
}

static gboolean
is_dark (const RankleSceneTheme *theme)
{
  return theme->ground.green < 0.5f;
}

static void
set_ink (cairo_t *cairo, RankleSceneColor color, double alpha)
{
  cairo_set_source_rgba (cairo, color.red, color.green, color.blue, alpha);
}

static void
draw_background (cairo_t                *cairo,
                 const RankleSceneTheme *theme,
                 double                  width,
                 double                  height)
{
  cairo_pattern_t *pattern = cairo_pattern_create_radial (
      width / 2, height / 2, 0, width / 2, height / 2, hypot (width, height) / 2);

  cairo_pattern_add_color_stop_rgb (pattern, 0, theme->ground.red, theme->ground.green,
                                    theme->ground.blue);
  cairo_pattern_add_color_stop_rgb (pattern, 1, theme->edge.red, theme->edge.green,
                                    theme->edge.blue);
  cairo_set_source (cairo, pattern);
  cairo_rectangle (cairo, 0, 0, width, height);
  cairo_fill (cairo);
  cairo_pattern_destroy (pattern);
}

/* ---- outlines ---- */

/* The middle between one point of an outline and the next. */
static RankleBonePoint
get_middle (const RankleBoneSection *section, guint begin, guint end, guint i)
{
  const RankleBonePoint *a = &g_array_index (section->points, RankleBonePoint, i);
  const RankleBonePoint *b =
      &g_array_index (section->points, RankleBonePoint, i + 1 < end ? i + 1 : begin);

  return (RankleBonePoint){ (a->x + b->x) / 2, (a->z + b->z) / 2 };
}

/* A curve of second degree from middle to middle, drawn as one of third. */
static void
add_outline (cairo_t *cairo, const RankleBoneSection *section, guint begin, guint end)
{
  RankleBonePoint from = get_middle (section, begin, end, end - 1);

  cairo_move_to (cairo, from.x, from.z);
  for (guint i = begin; i < end; i++)
    {
      RankleBonePoint at = g_array_index (section->points, RankleBonePoint, i);
      RankleBonePoint to = get_middle (section, begin, end, i);

      cairo_curve_to (cairo, from.x + 2 * (at.x - from.x) / 3,
                      from.z + 2 * (at.z - from.z) / 3, to.x + 2 * (at.x - to.x) / 3,
                      to.z + 2 * (at.z - to.z) / 3, to.x, to.z);
      from = to;
    }
  cairo_close_path (cairo);
}

static void
add_section (cairo_t *cairo, const RankleBoneSection *section)
{
  guint begin = 0;

  cairo_new_path (cairo);
  for (guint k = 0; k < section->ends->len; k++)
    {
      guint end = g_array_index (section->ends, guint, k);

      add_outline (cairo, section, begin, end);
      begin = end;
    }
}

static void
fill_section (const Canvas            *canvas,
              const RankleBoneSection *section,
              RankleSceneColor         color)
{
  add_section (canvas->cairo, section);
  set_ink (canvas->cairo, color, 1);
  cairo_fill (canvas->cairo);
}

static void
outline_section (const Canvas *canvas, const RankleBoneSection *section, double alpha)
{
  add_section (canvas->cairo, section);
  set_ink (canvas->cairo, canvas->theme->ink, alpha);
  cairo_set_line_width (canvas->cairo, (canvas->theme->contrast ? 2 : 1) * canvas->pixel);
  cairo_stroke (canvas->cairo);
}

/* ---- bone ---- */

/* The deeper, the nearer to the background; the section itself stands out from all of
 * it. */
static RankleSceneColor
get_depth_color (const RankleSceneTheme *theme, float depth)
{
  RankleSceneColor shade =
      rankle_scene_color_mix (theme->bone, theme->ink, is_dark (theme) ? 0 : 0.45);

  return rankle_scene_color_mix (theme->ground, shade, 0.5 - 0.4 * depth / DEEPEST);
}

/* With high contrast nothing fades: of what lies deeper there is the layer alone that the
 * cells sit on. */
static void
draw_depths (const Canvas *canvas, const RankleBoneSolid *solid, float height)
{
  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    {
      g_autoptr (RankleBoneSection) section = NULL;
      float depth = (float)layers[i];

      if (height - depth < -RANKLE_BONE_SIDE / 2 ||
          (canvas->theme->contrast && layers[i] != LAYER_OF_CELLS))
        continue;
      section = rankle_bone_section_new (solid, height - depth);
      fill_section (canvas, section, get_depth_color (canvas->theme, depth));
      if (canvas->theme->contrast)
        outline_section (canvas, section, 1);
    }
}

/* What was, what is new, and what is and was, one upon the other. */
static void
draw_section (const Canvas *canvas, RankleBoneCube *cube, float height, double mineral)
{
  g_autoptr (RankleBoneSection) now =
      rankle_bone_section_new (rankle_bone_cube_get_solid (cube), height);
  g_autoptr (RankleBoneSection) then =
      rankle_bone_section_new (rankle_bone_cube_get_start (cube), height);

  fill_section (canvas, then, canvas->theme->lost);
  fill_section (canvas, now, canvas->theme->gained);
  cairo_save (canvas->cairo);
  add_section (canvas->cairo, then);
  cairo_clip (canvas->cairo);
  fill_section (canvas, now, rankle_bone_mineral_color (canvas->theme, mineral));
  cairo_restore (canvas->cairo);
  outline_section (canvas, now, canvas->theme->contrast ? 1 : 0.7);
}

static void
draw_frame (const Canvas *canvas)
{
  const double half = RANKLE_BONE_SIDE / 2.0;

  cairo_new_path (canvas->cairo);
  cairo_rectangle (canvas->cairo, -half, -half, RANKLE_BONE_SIDE, RANKLE_BONE_SIDE);
  set_ink (canvas->cairo, canvas->theme->wire, 1);
  cairo_set_line_width (canvas->cairo, (canvas->theme->contrast ? 2 : 1) * canvas->pixel);
  cairo_stroke (canvas->cairo);
}

/* ---- cells ---- */

static void
draw_disc (
    const Canvas *canvas, double x, double z, double radius, RankleSceneColor color)
{
  cairo_new_path (canvas->cairo);
  cairo_arc (canvas->cairo, x, z, radius, 0, 2 * G_PI);
  set_ink (canvas->cairo, color, 1);
  cairo_fill_preserve (canvas->cairo);
  set_ink (canvas->cairo, canvas->theme->ink, canvas->theme->contrast ? 1 : 0.7);
  cairo_set_line_width (canvas->cairo, (canvas->theme->contrast ? 2 : 1) * canvas->pixel);
  cairo_stroke (canvas->cairo);
}

/* As on a clock without hands: one in the middle, four around it. */
static void
draw_nuclei (
    const Canvas *canvas, const RankleBoneCell *cell, double x, double z, double radius)
{
  RankleSceneColor dark =
      rankle_scene_color_mix (canvas->theme->osteoclast, canvas->theme->ink, 0.6);

  for (guint i = 0; i < RANKLE_BONE_N_NUCLEI; i++)
    {
      double angle = cell->turn + i * G_PI / 2;
      double away = i == RANKLE_BONE_N_NUCLEI - 1 ? 0 : 0.52 * radius;

      cairo_new_path (canvas->cairo);
      cairo_arc (canvas->cairo, x + away * cos (angle), z + away * sin (angle),
                 0.17 * radius, 0, 2 * G_PI);
      set_ink (canvas->cairo, dark, 1);
      cairo_fill (canvas->cairo);
    }
}

/* A cell is drawn beside the bone that it sits on. */
static void
draw_cell (const Canvas         *canvas,
           RankleBoneCellKind    kind,
           const RankleBoneCell *cell,
           float                 size)
{
  const RankleSceneTheme *theme = canvas->theme;
  double                  radius = cell->radius * size;
  double x = cell->place[0] + RANKLE_BONE_DOME_MIDDLE * radius * cell->normal[0];
  double z = cell->place[2] + RANKLE_BONE_DOME_MIDDLE * radius * cell->normal[2];

  if (kind == RANKLE_BONE_OSTEOBLAST)
    {
      draw_disc (canvas, x, z, radius, theme->osteoblast);
      return;
    }
  draw_disc (canvas, x, z, radius, theme->osteoclast);
  draw_nuclei (canvas, cell, x, z, radius);
}

static void
draw_cells (const Canvas          *canvas,
            RankleBoneCube        *cube,
            const RankleBoneState *state,
            RankleBoneCellKind     kind,
            float                  height)
{
  const RankleBoneCell *cells;
  guint                 n;

  cells = rankle_bone_cells_get (rankle_bone_cube_get_cells (cube), kind, &n);
  for (guint i = 0; i < n; i++)
    {
      float size = rankle_bone_get_cell_size (kind, state->ratios[kind], i);
      float above = cells[i].place[1] - height;

      if (size > 0 && above > -LOWEST_CELL && above < HIGHEST_CELL)
        draw_cell (canvas, kind, &cells[i], size);
    }
}

void
rankle_bone_still_draw (cairo_t                *cairo,
                        RankleBoneCube         *cube,
                        const RankleBoneState  *state,
                        float                   height,
                        const RankleSceneTheme *theme,
                        int                     width,
                        int                     height_px)
{
  double scale = FILLS * MIN (width, height_px) / RANKLE_BONE_SIDE;
  Canvas canvas = { cairo, theme, 1 / scale };

  g_return_if_fail (cairo != NULL && state != NULL && theme != NULL);
  g_return_if_fail (width > 0 && height_px > 0);

  draw_background (cairo, theme, width, height_px);
  if (cube == NULL || state->known != RANKLE_BONE_SHOWN)
    return;
  cairo_save (cairo);
  cairo_translate (cairo, width / 2.0, height_px / 2.0);
  cairo_scale (cairo, scale, scale);
  draw_depths (&canvas, rankle_bone_cube_get_solid (cube), height);
  draw_section (&canvas, cube, height, rankle_bone_state_get_mineral_share (state));
  draw_cells (&canvas, cube, state, RANKLE_BONE_OSTEOBLAST, height);
  draw_cells (&canvas, cube, state, RANKLE_BONE_OSTEOCLAST, height);
  draw_frame (&canvas);
  cairo_restore (cairo);
}

/* ---- the legend ---- */

/* A triangle above the bar, which points at @x. */
static void
draw_mark (cairo_t *cairo, const RankleSceneTheme *theme, double x, double size)
{
  cairo_new_path (cairo);
  cairo_move_to (cairo, x - size / 2, 0);
  cairo_line_to (cairo, x + size / 2, 0);
  cairo_line_to (cairo, x, size * 0.9);
  cairo_close_path (cairo);
  set_ink (cairo, theme->wire, 1);
  cairo_fill (cairo);
}

void
rankle_bone_still_draw_legend (cairo_t                *cairo,
                               const RankleBoneState  *state,
                               const RankleSceneTheme *theme,
                               int                     width,
                               int                     height)
{
  double           mark = height * 0.4, bar = width - mark;
  cairo_pattern_t *pattern;

  g_return_if_fail (cairo != NULL && state != NULL && theme != NULL);
  g_return_if_fail (width > height && height > 0);

  pattern = cairo_pattern_create_linear (mark / 2, 0, mark / 2 + bar, 0);
  cairo_pattern_add_color_stop_rgb (pattern, 0, theme->young.red, theme->young.green,
                                    theme->young.blue);
  cairo_pattern_add_color_stop_rgb (pattern, 1, theme->old.red, theme->old.green,
                                    theme->old.blue);
  cairo_rectangle (cairo, mark / 2, mark, bar, height - mark - 1);
  cairo_set_source (cairo, pattern);
  cairo_fill_preserve (cairo);
  cairo_pattern_destroy (pattern);
  set_ink (cairo, theme->ink, theme->contrast ? 1 : 0.7);
  cairo_set_line_width (cairo, theme->contrast ? 2 : 1);
  cairo_stroke (cairo);
  if (state->known == RANKLE_BONE_SHOWN && isfinite (state->mineral))
    draw_mark (cairo, theme, mark / 2 + bar * rankle_bone_state_get_mineral_share (state),
               mark);
}
