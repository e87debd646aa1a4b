/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-diagram-painter.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-diagram-geometry.h"
#include "rankle-diagram-ink.h"

/* All in pixels, at text scale 1 and the usual size. */
#define WIDTH       330.0
#define HEIGHT      40.0
#define LEAST_SHARE 0.46 /* of a narrow surface */
#define MARGIN      8.0
#define BAR_SHARE   0.5 /* of the width */
#define TEXT        10.5

static double
get_size (double width, double height, const RankleDiagramTheme *theme)
{
  double most = MIN (LEAST_SHARE * width / WIDTH, 0.13 * height / HEIGHT);

  return CLAMP (theme->text_scale * width / 1100, 0.85 * theme->text_scale,
                1.7 * theme->text_scale) > most
             ? MAX (most, 0.5)
             : CLAMP (theme->text_scale * width / 1100, 0.85 * theme->text_scale,
                      1.7 * theme->text_scale);
}

RankleBox
rankle_diagram_get_legend_box (double                    width,
                               double                    height,
                               const RankleDiagramTheme *theme)
{
  double size, margin;

  g_return_val_if_fail (theme != NULL, (RankleBox){ 0 });

  size = get_size (width, height, theme);
  margin = MIN (MARGIN, 0.02 * width);
  return (RankleBox){ width - WIDTH * size - margin, margin, WIDTH * size,
                      HEIGHT * size };
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
write_line (const RankleInk *ink, const char *words, double size, RankleBox box)
{
  RankleInkText text = {
    .text = words, .size = size, .weight = PANGO_WEIGHT_NORMAL, .color = &ink->theme->text
  };

  _rankle_ink_write (ink, &text, box);
}

static void
write_ticks (const RankleInk *ink, RankleBox bar, double size)
{
  static const char *const ticks[] = { "¼", "½", "1", "2", "4" };

  for (guint i = 0; i < G_N_ELEMENTS (ticks); i++)
    {
      double x = bar.x + bar.width * i / (G_N_ELEMENTS (ticks) - 1);

      write_line (ink, ticks[i], size * TEXT,
                  (RankleBox){ x - 12 * size, bar.y + bar.height, 24 * size, 15 * size });
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

  ground.alpha *= 0.88;
  cairo_new_path (ink->cr);
  rankle_glyph_trace (ink->cr, RANKLE_GLYPH_MACROMOLECULE, box);
  _rankle_ink_set_color (ink, &ground);
  cairo_fill (ink->cr);
}

void
rankle_diagram_paint_legend (cairo_t                  *cr,
                             double                    width,
                             double                    height,
                             const RankleDiagramTheme *theme)
{
  RankleInk ink = { cr, NULL, { { 0, 0 }, 1 }, theme, RANKLE_DETAIL_NEAR };
  RankleBox box, bar;
  double    size;

  g_return_if_fail (cr != NULL && theme != NULL);

  size = get_size (width, height, theme);
  box = rankle_diagram_get_legend_box (width, height, theme);
  paint_ground (&ink, box);
  bar = (RankleBox){ box.x + 16 * size, box.y + 8 * size, BAR_SHARE * box.width,
                     12 * size };
  paint_bar (&ink, bar);
  write_ticks (&ink, bar, size);
  bar.x += bar.width + 18 * size;
  bar.width = 18 * size;
  write_line (&ink, _ ("× baseline"), size * TEXT,
              (RankleBox){ bar.x + bar.width + 4 * size, bar.y - 3 * size,
                           box.x + box.width - bar.x - bar.width - 6 * size, 16 * size });
  paint_swatch (&ink, (RankleBox){ bar.x, bar.y + 16 * size, bar.width, 11 * size });
  write_line (&ink, _ ("not simulated"), size * TEXT,
              (RankleBox){ bar.x + bar.width + 4 * size, bar.y + 13 * size,
                           box.x + box.width - bar.x - bar.width - 6 * size, 16 * size });
}
