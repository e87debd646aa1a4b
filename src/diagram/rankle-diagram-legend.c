/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-diagram-painter.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-diagram-geometry.h"
#include "rankle-diagram-ink.h"

/* All in pixels, at text scale 1 and the usual size. */
#define WIDTH       306.0
#define HEIGHT      42.0
#define EDGE        14.0 /* left of the bar */
#define BAR_WIDTH   150.0
#define BAR_HEIGHT  11.0
#define WORDS       188.0 /* where they begin */
#define LINE        15.0
#define TEXT        11.0
#define MARGIN      6.0
#define INSET       16.0   /* from the edge of the map [map units] */
#define USUAL_WIDTH 1100.0 /* of the surface */
/* The legend never takes more of a small surface than this. */
#define MOST_OF_WIDTH  0.46
#define MOST_OF_HEIGHT 0.12

static double
get_size (double width, double height, const RankleDiagramTheme *theme)
{
  double wanted = theme->text_scale * CLAMP (width / USUAL_WIDTH, 0.9, 1.3);
  double most = MIN (MOST_OF_WIDTH * width / WIDTH, MOST_OF_HEIGHT * height / HEIGHT);

  return MIN (wanted, MAX (most, 0.5));
}

/* In the map's own corner as long as that is in sight. */
RankleBox
rankle_diagram_get_legend_box (const RankleDiagram      *diagram,
                               RankleDiagramCamera       camera,
                               double                    width,
                               double                    height,
                               const RankleDiagramTheme *theme)
{
  RankleBox map, box;
  double    size, right;

  g_return_val_if_fail (diagram != NULL && theme != NULL, (RankleBox){ 0 });

  map = rankle_diagram_camera_box_to_pixel (camera, rankle_diagram_get_bounds (diagram));
  size = get_size (width, height, theme);
  box = (RankleBox){ 0, 0, WIDTH * size, HEIGHT * size };
  right = MIN (map.x + map.width - INSET * camera.scale, width - MARGIN);
  box.x = MAX (right - box.width, 0);
  box.y = CLAMP (map.y + INSET * camera.scale, 0, MAX (height - box.height, 0));
  return box;
}

static void
paint_bar (const RankleInk *ink, RankleBox box)
{
  cairo_pattern_t *ramp = cairo_pattern_create_linear (box.x, 0, box.x + box.width, 0);

  for (guint i = 0; i <= 16; i++)
    {
      RankleDiagramColor fill =
          rankle_diagram_theme_get_fill (ink->theme, exp2 (-2 + i / 4.0));

      cairo_pattern_add_color_stop_rgba (ramp, i / 16.0, fill.red, fill.green, fill.blue,
                                         fill.alpha);
    }
  cairo_rectangle (ink->cr, box.x, box.y, box.width, box.height);
  cairo_set_source (ink->cr, ramp);
  cairo_fill_preserve (ink->cr);
  _rankle_ink_set_color (ink, &ink->theme->border);
  cairo_set_line_width (ink->cr, 1);
  cairo_stroke (ink->cr);
  cairo_pattern_destroy (ramp);
}

static void
write_line (
    const RankleInk *ink, const char *words, double size, double align, RankleBox box)
{
  RankleInkText text = { .text = words,
                         .size = size,
                         .align = align,
                         .weight = PANGO_WEIGHT_NORMAL,
                         .color = &ink->theme->text };

  _rankle_ink_write (ink, &text, box);
}

static void
write_ticks (const RankleInk *ink, RankleBox bar, double size)
{
  static const char *const ticks[] = { "¼", "½", "1", "2", "4" };

  for (guint i = 0; i < G_N_ELEMENTS (ticks); i++)
    {
      double x = bar.x + bar.width * i / (G_N_ELEMENTS (ticks) - 1);

      write_line (ink, ticks[i], size * TEXT, 0.5,
                  (RankleBox){ x - 12 * size, bar.y + bar.height + size, 24 * size,
                               LINE * size });
    }
}

static void
paint_swatch (const RankleInk *ink, RankleBox box)
{
  cairo_save (ink->cr);
  cairo_rectangle (ink->cr, box.x, box.y, box.width, box.height);
  _rankle_ink_set_color (ink, &ink->theme->hatch_fill);
  cairo_fill_preserve (ink->cr);
  cairo_clip_preserve (ink->cr);
  cairo_new_path (ink->cr);
  for (double x = -box.height; x < box.width; x += 5)
    {
      cairo_move_to (ink->cr, box.x + x, box.y + box.height);
      cairo_rel_line_to (ink->cr, box.height, -box.height);
    }
  _rankle_ink_set_color (ink, &ink->theme->hatch);
  cairo_set_line_width (ink->cr, 1.3);
  cairo_stroke (ink->cr);
  cairo_rectangle (ink->cr, box.x, box.y, box.width, box.height);
  _rankle_ink_set_color (ink, &ink->theme->border);
  cairo_stroke (ink->cr);
  cairo_restore (ink->cr);
}

static void
paint_ground (const RankleInk *ink, RankleBox box)
{
  RankleDiagramColor ground = ink->theme->ground;

  ground.alpha *= 0.92;
  cairo_new_path (ink->cr);
  rankle_glyph_trace (ink->cr, RANKLE_GLYPH_MACROMOLECULE, box);
  _rankle_ink_set_color (ink, &ground);
  cairo_fill (ink->cr);
}

static void
write_words (const RankleInk *ink, RankleBox box, double size)
{
  RankleBox line = { box.x + WORDS * size, box.y + 6 * size, (WIDTH - WORDS - 6) * size,
                     LINE * size };
  double    swatch = 18 * size;

  write_line (ink, _ ("× baseline"), size * TEXT, 0, line);
  line.y += LINE * size;
  paint_swatch (ink, (RankleBox){ line.x, line.y + 2.5 * size, swatch, 10 * size });
  line.x += swatch + 6 * size;
  line.width -= swatch + 6 * size;
  write_line (ink, _ ("not simulated"), size * TEXT, 0, line);
}

void
rankle_diagram_paint_legend (cairo_t                  *cr,
                             const RankleDiagram      *diagram,
                             RankleDiagramCamera       camera,
                             double                    width,
                             double                    height,
                             const RankleDiagramTheme *theme)
{
  RankleInk ink;
  RankleBox box, bar;
  double    size;

  g_return_if_fail (cr != NULL && diagram != NULL && theme != NULL);

  ink = _rankle_ink_new (cr, diagram, camera, theme);
  box = rankle_diagram_get_legend_box (diagram, camera, width, height, theme);
  size = box.width / WIDTH;
  bar = (RankleBox){ box.x + EDGE * size, box.y + 8 * size, BAR_WIDTH * size,
                     BAR_HEIGHT * size };
  paint_ground (&ink, box);
  paint_bar (&ink, bar);
  write_ticks (&ink, bar, size);
  write_words (&ink, box, size);
}
