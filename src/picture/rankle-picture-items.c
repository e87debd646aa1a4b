/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-picture-items.h"
#include "rankle-phase-painter.h"

#include <math.h>

#include "rankle-diagram-painter.h"
#include "rankle-plot-painter.h"

#define MOST_LINES    4 /* of what stands in a box */
#define SAMPLE_HEIGHT 16
#define GHOST_WIDTH   0.6 /* of a baseline's line, in those of a curve's */

static const double sample_widths[] = {
  [RANKLE_SAMPLE_BASELINE] = 20,
  [RANKLE_SAMPLE_CURSOR] = 5,
  [RANKLE_SAMPLE_POINT] = 16,
  [RANKLE_SAMPLE_TRACE] = 44,
};

RanklePictureItem *
rankle_picture_item_new_words (const char *text, double size, gboolean bold, double width)
{
  RanklePlotTheme    theme = rankle_plot_theme_for_print ();
  RanklePictureItem *self = g_new0 (RanklePictureItem, 1);
  int                w, h;

  g_assert (text != NULL && size > 0 && width > 0);

  self->kind = RANKLE_PICTURE_WORDS;
  self->words = rankle_plot_create_text (&theme, NULL, text, size, bold);
  pango_layout_set_single_paragraph_mode (self->words, TRUE);
  pango_layout_set_wrap (self->words, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (self->words, -MOST_LINES);
  pango_layout_set_ellipsize (self->words, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (self->words, (int)floor (width) * PANGO_SCALE);
  pango_layout_get_pixel_size (self->words, &w, &h);
  self->box = (RankleBox){ 0, 0, MIN (w, width), h };
  return self;
}

RanklePictureItem *
rankle_picture_item_new_code (const char *text, double size)
{
  RanklePlotTheme    theme = rankle_plot_theme_for_print ();
  RanklePictureItem *self = g_new0 (RanklePictureItem, 1);
  int                w, h;

  g_assert (text != NULL && size > 0);

  theme.family = "monospace";
  self->kind = RANKLE_PICTURE_WORDS;
  self->words = rankle_plot_create_text (&theme, NULL, text, size, FALSE);
  pango_layout_set_single_paragraph_mode (self->words, TRUE);
  pango_layout_get_pixel_size (self->words, &w, &h);
  self->box = (RankleBox){ 0, 0, w, h };
  return self;
}

RanklePictureItem *
rankle_picture_item_new_rule (double width)
{
  RanklePictureItem *self = g_new0 (RanklePictureItem, 1);

  g_assert (width > 0);

  self->kind = RANKLE_PICTURE_RULE;
  self->box = (RankleBox){ 0, 0, width, 1 };
  return self;
}

RanklePictureItem *
rankle_picture_item_new_sample (RankleSampleKind sample, RanklePointKind point)
{
  RanklePictureItem *self = g_new0 (RanklePictureItem, 1);

  g_assert (point < RANKLE_N_POINT_KINDS);

  self->kind = RANKLE_PICTURE_SAMPLE;
  self->sample = sample;
  self->point = point;
  self->box = (RankleBox){ 0, 0, sample_widths[sample], SAMPLE_HEIGHT };
  return self;
}

RanklePictureItem *
rankle_picture_item_new_trace_sample (guint ink)
{
  RanklePictureItem *self =
      rankle_picture_item_new_sample (RANKLE_SAMPLE_TRACE, (RanklePointKind)0);

  g_assert (ink < RANKLE_KEPT_RUN_INKS);

  self->ink = ink;
  return self;
}

static void
paint_trace_sample (const RanklePictureItem *self,
                    cairo_t                 *cr,
                    const RanklePlotTheme   *theme)
{
  g_autofree char *letter = rankle_kept_run_dup_letter (self->ink);

  rankle_plot_paint_trace_sample (cr, theme, self->ink, letter, self->box.width,
                                  self->box.height);
}

void
rankle_picture_item_free (RanklePictureItem *self)
{
  g_clear_object (&self->words);
  g_clear_pointer (&self->values, rankle_diagram_values_free);
  g_clear_pointer (&self->diagram, rankle_diagram_unref);
  if (self->kind == RANKLE_PICTURE_PLOT)
    rankle_run_plot_clear (&self->shown);
  g_free (self);
}

/* ---- ink ---- */

static void
set_color (cairo_t *cr, const RanklePlotColor *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

static void
paint_words (const RanklePictureItem *self, cairo_t *cr, const RanklePlotTheme *theme)
{
  set_color (cr, self->dim ? &theme->dim : &theme->foreground);
  cairo_move_to (cr, 0, 0);
  pango_cairo_show_layout (cr, self->words);
}

static void
paint_sample (const RanklePictureItem *self, cairo_t *cr, const RanklePlotTheme *theme)
{
  double x = round (0.5 * self->box.width) + 0.5,
         y = round (0.5 * self->box.height) + 0.5;

  if (self->sample == RANKLE_SAMPLE_POINT)
    rankle_plot_paint_point_sample (cr, theme, rankle_point_kind_get_mark (self->point),
                                    self->point == RANKLE_POINT_RECALLED, x, y);
  else if (self->sample == RANKLE_SAMPLE_TRACE)
    paint_trace_sample (self, cr, theme);
  else if (self->sample == RANKLE_SAMPLE_CURSOR)
    {
      set_color (cr, &theme->foreground);
      cairo_set_line_width (cr, 1);
      cairo_move_to (cr, x, 1);
      cairo_line_to (cr, x, self->box.height - 1);
      cairo_stroke (cr);
    }
  else
    {
      set_color (cr, &theme->ghost);
      cairo_set_line_width (cr, GHOST_WIDTH * theme->line_width);
      cairo_move_to (cr, 1, y);
      cairo_line_to (cr, self->box.width - 1, y);
      cairo_stroke (cr);
    }
}

static void
paint_phase (const RanklePictureItem *self, cairo_t *cr, const RanklePlotTheme *theme)
{
  rankle_phase_paint (cr, &self->shown.plot, theme, self->box.width, self->box.height);
  rankle_phase_paint_cursor (cr, &self->shown.plot, theme, self->box.width,
                             self->box.height, self->shown.plot.still_at);
}

static void
paint_plot (const RanklePictureItem *self, cairo_t *cr, const RanklePlotTheme *theme)
{
  RanklePlotLayout layout;

  if (self->shown.plot.kind == RANKLE_PLOT_PHASE)
    {
      paint_phase (self, cr, theme);
      return;
    }
  rankle_plot_layout_compute (&layout, &self->shown.plot, theme, self->box.width,
                              self->box.height);
  rankle_plot_paint_back (cr, &self->shown.plot, &layout, theme);
  rankle_plot_paint_curves (cr, &self->shown.plot, &layout, theme);
  rankle_plot_paint_edges (cr, &self->shown.plot, &layout, theme);
  rankle_plot_paint_points (cr, &self->shown.plot, &layout, theme);
  rankle_plot_paint_cursor (cr, &self->shown.plot, &layout, theme,
                            self->shown.plot.still_at, -1);
}

void
rankle_picture_item_paint (const RanklePictureItem *self, cairo_t *cr)
{
  RanklePlotTheme theme = rankle_plot_theme_for_print ();

  g_return_if_fail (self != NULL && cr != NULL);

  cairo_save (cr);
  cairo_translate (cr, self->box.x, self->box.y);
  /* A plot's ground fills whatever there is. */
  cairo_rectangle (cr, 0, 0, self->box.width, self->box.height);
  cairo_clip (cr);
  switch (self->kind)
    {
    case RANKLE_PICTURE_WORDS:
      paint_words (self, cr, &theme);
      break;
    case RANKLE_PICTURE_RULE:
      set_color (cr, &theme.ghost);
      cairo_paint (cr);
      break;
    case RANKLE_PICTURE_SAMPLE:
      paint_sample (self, cr, &theme);
      break;
    case RANKLE_PICTURE_MAP:
      rankle_diagram_paint (
          cr, self->diagram, rankle_diagram_values_get_states (self->values),
          self->box.width, self->box.height, &rankle_diagram_theme_print);
      break;
    case RANKLE_PICTURE_PLOT:
    default:
      paint_plot (self, cr, &theme);
      break;
    }
  cairo_restore (cr);
}
