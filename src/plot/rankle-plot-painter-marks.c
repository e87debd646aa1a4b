/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "rankle-plot-ink.h"
#include "rankle-plot-marks.h"

static void
paint_triangle (cairo_t *cr, double x, double y, double size)
{
  cairo_move_to (cr, x, y);
  cairo_rel_line_to (cr, -size, -1.6 * size);
  cairo_rel_line_to (cr, 2 * size, 0);
  cairo_close_path (cr);
  cairo_fill (cr);
}

/* Over the part of it that is in view; its words where they find room. */
static void
paint_bracket (cairo_t                 *cr,
               const RanklePlot        *plot,
               const RanklePlotLayout  *layout,
               const RanklePlotTheme   *theme,
               const RanklePlotBracket *bracket)
{
  g_autofree char *words = rankle_plot_bracket_dup_words (bracket, plot->time_unit);
  double       from = round (rankle_plot_layout_time_to_x (layout, bracket->from)) + 0.5;
  double       to = round (rankle_plot_layout_time_to_x (layout, bracket->to)) + 0.5;
  double       y = round (layout->bottom - 0.5 * layout->tick_size) + 0.5;
  double       left = MAX (from, layout->left), right = MIN (to, layout->right);
  PangoLayout *text =
      rankle_plot_create_text (theme, cr, words, layout->tick_size, FALSE);
  int width, height;

  g_assert (from < to);
  cairo_move_to (cr, from, layout->bottom);
  cairo_line_to (cr, from, y);
  cairo_line_to (cr, to, y);
  cairo_line_to (cr, to, layout->bottom);
  cairo_stroke (cr);
  pango_layout_get_pixel_size (text, &width, &height);
  if (width <= right - left)
    {
      cairo_move_to (cr, round (0.5 * (left + right - width)), round (y - height));
      pango_cairo_show_layout (cr, text);
    }
  g_object_unref (text);
}

void
_rankle_plot_paint_marks (cairo_t                *cr,
                          const RanklePlot       *plot,
                          const RanklePlotLayout *layout,
                          const RanklePlotTheme  *theme)
{
  double size = 0.35 * layout->tick_size;
  double apart = rankle_plot_layout_x_to_time (layout, layout->left + 2.2 * size) -
                 rankle_plot_layout_x_to_time (layout, layout->left);
  g_autoptr (GArray) brackets =
      rankle_plot_marks_gather (plot->marks, plot->n_marks, apart);

  cairo_save (cr);
  cairo_rectangle (cr, layout->left - size, layout->top,
                   layout->right - layout->left + 2 * size,
                   layout->bottom - layout->top + 1);
  cairo_clip (cr);
  _rankle_plot_set_color (cr, &theme->accent, 1);
  cairo_set_line_width (cr, 1);
  for (guint i = 0; i < brackets->len; i++)
    {
      const RanklePlotBracket *bracket = &g_array_index (brackets, RanklePlotBracket, i);
      double                   x = rankle_plot_layout_time_to_x (layout, bracket->from);

      if (bracket->n > 1)
        paint_bracket (cr, plot, layout, theme, bracket);
      else if (x >= layout->left - 0.5 && x <= layout->right + 0.5)
        paint_triangle (cr, x, layout->bottom, size);
    }
  cairo_restore (cr);
}
