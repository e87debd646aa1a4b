/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Marks are told apart by shape: a dose that is missed is a ring struck through, one that
 * is late has a tail to its place. */

#include "rankle-track-painter.h"

#include <math.h>

#include "rankle-plot-ink.h"

/* Nearer to one another than this [px] they would be a blot: then each is a line. */
#define CROWDED 7.0

typedef struct
{
  cairo_t                 *cr;
  const RankleTrack       *track;
  const RankleTrackLayout *layout;
  const RanklePlotTheme   *theme;
} Painting;

static double
get_middle (const Painting *self, guint lane)
{
  return round ((lane + 0.5) * self->layout->lane_height) + 0.5;
}

/* ---- what stands behind ---- */

static void
paint_axis (const Painting *self)
{
  const RankleTrackLayout *layout = self->layout;
  double                   bottom = self->track->n_lanes * layout->lane_height;
  double step = layout->n_ticks > 1 ? layout->ticks[1] - layout->ticks[0] : 1;

  for (guint i = 0; i < layout->n_ticks; i++)
    {
      double           x = round (rankle_plot_scale_map (&layout->x, layout->ticks[i]));
      g_autofree char *number =
          rankle_plot_format (layout->ticks[i], rankle_plot_decimals (step));
      g_autofree char *last = g_strconcat (number, " ", layout->clock.unit, NULL);

      _rankle_plot_set_color (self->cr, &self->theme->grid, 1);
      cairo_move_to (self->cr, x + 0.5, 2);
      cairo_line_to (self->cr, x + 0.5, bottom);
      cairo_stroke (self->cr);
      _rankle_plot_set_color (self->cr, &self->theme->dim, 1);
      _rankle_plot_write (self->cr, self->theme, i + 1 == layout->n_ticks ? last : number,
                          0.9 * layout->text_size, FALSE, x,
                          bottom + 0.65 * layout->text_size, 0.5);
    }
}

static void
paint_label (const Painting *self, guint lane)
{
  const RankleTrackLayout *layout = self->layout;

  cairo_save (self->cr);
  cairo_rectangle (self->cr, 0, lane * layout->lane_height,
                   layout->left - layout->radius - 4, layout->lane_height);
  cairo_clip (self->cr);
  _rankle_plot_set_color (self->cr, &self->theme->foreground, 1);
  _rankle_plot_write (self->cr, self->theme, self->track->labels[lane], layout->text_size,
                      FALSE, 10, get_middle (self, lane), 0);
  cairo_restore (self->cr);
}

static void
paint_lanes (const Painting *self)
{
  for (guint i = 0; i < self->track->n_lanes; i++)
    {
      paint_label (self, i);
      _rankle_plot_set_color (self->cr, &self->theme->grid, 1);
      cairo_move_to (self->cr, self->layout->left, get_middle (self, i));
      cairo_line_to (self->cr, self->layout->right, get_middle (self, i));
      cairo_stroke (self->cr);
    }
}

static void
paint_cursor (const Painting *self)
{
  double x = rankle_track_time_to_x (self->layout, self->track->cursor);

  if (!(x >= self->layout->left && x <= self->layout->right))
    return;
  _rankle_plot_set_color (self->cr, &self->theme->foreground, 0.6);
  cairo_move_to (self->cr, round (x) + 0.5, 0);
  cairo_line_to (self->cr, round (x) + 0.5,
                 self->track->n_lanes * self->layout->lane_height);
  cairo_stroke (self->cr);
}

/* ---- marks ---- */

static double
get_radius (const Painting *self, const RankleTrackMark *mark)
{
  if (mark->shape != RANKLE_TRACK_DOSE)
    return 0.8 * self->layout->radius;
  return self->layout->radius * (0.55 + 0.45 * sqrt (CLAMP (mark->level, 0, 1)));
}

/* From where it would be as planned: an arrow, whichever way. */
static void
paint_tail (const Painting *self, const RankleTrackMark *mark, double x, double y)
{
  double from = rankle_track_time_to_x (self->layout, mark->place);
  double radius = get_radius (self, mark);
  double way = x > from ? 1 : -1;

  if (mark->missed || fabs (x - from) < radius + 1)
    return;
  _rankle_plot_set_color (self->cr, &self->theme->foreground, 0.8);
  cairo_set_line_width (self->cr, 1.5);
  cairo_move_to (self->cr, from, y - 4);
  cairo_line_to (self->cr, from, y + 4);
  cairo_move_to (self->cr, from, y);
  cairo_line_to (self->cr, x - way * radius, y);
  cairo_rel_move_to (self->cr, -way * 4, -4);
  cairo_rel_line_to (self->cr, way * 4, 4);
  cairo_rel_line_to (self->cr, -way * 4, 4);
  cairo_stroke (self->cr);
  cairo_set_line_width (self->cr, 1);
}

static void
trace_shape (const Painting *self, const RankleTrackMark *mark, double x, double y)
{
  double r = get_radius (self, mark);

  cairo_new_path (self->cr);
  switch (mark->shape)
    {
    case RANKLE_TRACK_DOSE:
      cairo_arc (self->cr, x, y, r, 0, 2 * G_PI);
      break;
    case RANKLE_TRACK_MOMENT:
      cairo_move_to (self->cr, x, y - 1.2 * r);
      cairo_rel_line_to (self->cr, 1.2 * r, 1.2 * r);
      cairo_rel_line_to (self->cr, -1.2 * r, 1.2 * r);
      cairo_rel_line_to (self->cr, -1.2 * r, -1.2 * r);
      cairo_close_path (self->cr);
      break;
    case RANKLE_TRACK_END:
      cairo_rectangle (self->cr, x - 0.45 * r, y - 1.3 * r, 0.9 * r, 2.6 * r);
      break;
    case RANKLE_TRACK_STEP:
    case RANKLE_TRACK_SPAN:
    default:
      cairo_rectangle (self->cr, x - r, y - r, 2 * r, 2 * r);
    }
}

/* What holds from then on, until @end, where the next of them is. */
static void
paint_line (const Painting *self, const RankleTrackMark *mark, double end)
{
  double x = rankle_track_time_to_x (self->layout, mark->time);
  double y = get_middle (self, mark->lane);

  if (mark->shape == RANKLE_TRACK_SPAN)
    end = rankle_track_time_to_x (self->layout, mark->until);
  else if (mark->shape != RANKLE_TRACK_STEP)
    return;
  if (end <= self->layout->left)
    return;
  _rankle_plot_set_color (self->cr, &self->theme->accent,
                          mark->shape == RANKLE_TRACK_SPAN ? 0.6 : 0.35);
  cairo_set_line_width (self->cr, mark->shape == RANKLE_TRACK_SPAN ? 6 : 3);
  cairo_move_to (self->cr, fmax (x, self->layout->left), y);
  cairo_line_to (self->cr, fmin (end, self->layout->right), y);
  cairo_stroke (self->cr);
  cairo_set_line_width (self->cr, 1);
}

static void
paint_text (const Painting *self, const RankleTrackMark *mark, double x, double end)
{
  double       left = x + get_radius (self, mark) + 4;
  PangoLayout *text;
  int          width, height;

  if (mark->text == NULL)
    return;
  text = rankle_plot_create_text (self->theme, self->cr, mark->text,
                                  0.9 * self->layout->text_size, FALSE);
  pango_layout_get_pixel_size (text, &width, &height);
  if (left + width + self->layout->radius < end)
    {
      _rankle_plot_set_color (self->cr, &self->theme->background, 0.85);
      cairo_rectangle (self->cr, left - 1, get_middle (self, mark->lane) - 0.5 * height,
                       width + 2, height);
      cairo_fill (self->cr);
      _rankle_plot_set_color (self->cr, &self->theme->dim, 1);
      cairo_move_to (self->cr, left,
                     round (get_middle (self, mark->lane) - 0.5 * height));
      pango_cairo_show_layout (self->cr, text);
    }
  g_object_unref (text);
}

static void
paint_crowded (const Painting *self, const RankleTrackMark *mark, double x)
{
  double y = get_middle (self, mark->lane), half = 0.3 * self->layout->lane_height;

  _rankle_plot_set_color (self->cr, &self->theme->accent, mark->missed ? 0.3 : 0.8);
  cairo_move_to (self->cr, round (x) + 0.5, y - half);
  cairo_line_to (self->cr, round (x) + 0.5, mark->missed ? y - 0.3 * half : y + half);
  cairo_stroke (self->cr);
}

static void
paint_shape (const Painting *self, const RankleTrackMark *mark, double x)
{
  double y = get_middle (self, mark->lane), r = get_radius (self, mark);

  paint_tail (self, mark, x, y);
  trace_shape (self, mark, x, y);
  _rankle_plot_set_color (
      self->cr, mark->missed ? &self->theme->background : &self->theme->accent, 1);
  cairo_fill_preserve (self->cr);
  _rankle_plot_set_color (self->cr,
                          mark->missed ? &self->theme->dim : &self->theme->background, 1);
  cairo_set_line_width (self->cr, mark->missed ? 1.8 : 1);
  cairo_stroke (self->cr);
  if (mark->missed)
    {
      cairo_move_to (self->cr, x - 1.2 * r, y + 1.2 * r);
      cairo_line_to (self->cr, x + 1.2 * r, y - 1.2 * r);
      cairo_stroke (self->cr);
    }
  cairo_set_line_width (self->cr, 1);
}

static void
paint_selection (const Painting *self, const RankleTrackMark *mark, gboolean focused)
{
  double x = rankle_track_time_to_x (self->layout, mark->time);
  double y = get_middle (self, mark->lane);
  double dashes[] = { 3, 2 };

  if (mark->time < self->track->from || mark->time > self->track->to)
    return;
  paint_shape (self, mark, x);
  cairo_new_path (self->cr);
  cairo_arc (self->cr, x, y, self->layout->radius + 3, 0, 2 * G_PI);
  _rankle_plot_set_color (self->cr, &self->theme->foreground, 1);
  cairo_set_line_width (self->cr, 1.5);
  if (focused)
    cairo_set_dash (self->cr, dashes, 2, 0);
  cairo_stroke (self->cr);
  cairo_set_dash (self->cr, NULL, 0, 0);
  cairo_set_line_width (self->cr, 1);
}

/* Where the mark behind or before @index is, on its lane [px]. */
static double
find_neighbour (const Painting *self, guint index, int by)
{
  const RankleTrack *track = self->track;
  double             far = by > 0 ? self->layout->right + 100 : -1e9;

  if ((by < 0 && index == 0) || (by > 0 && index + 1 >= track->n_marks) ||
      track->marks[(int)index + by].lane != track->marks[index].lane)
    return far;
  return rankle_track_time_to_x (self->layout, track->marks[(int)index + by].time);
}

/* What is written of a bar stands behind its end, if that is seen, and before what
 * follows. */
static void
paint_span_text (const Painting *self, guint index)
{
  const RankleTrack     *track = self->track;
  const RankleTrackMark *mark = &track->marks[index];
  double                 begin = mark->until > track->to ? mark->time : mark->until;
  double                 end = self->layout->right + 100;

  for (guint i = index + 1; i < track->n_marks && track->marks[i].lane == mark->lane; i++)
    if (track->marks[i].time > begin)
      {
        end = rankle_track_time_to_x (self->layout, track->marks[i].time);
        break;
      }
  paint_text (self, mark, rankle_track_time_to_x (self->layout, begin), end);
}

static void
paint_mark (const Painting *self, guint index)
{
  const RankleTrackMark *mark = &self->track->marks[index];
  double                 x = rankle_track_time_to_x (self->layout, mark->time);
  double                 next = find_neighbour (self, index, 1);
  gboolean crowded = next - x < CROWDED || x - find_neighbour (self, index, -1) < CROWDED;

  paint_line (self, mark, fmin (next, self->layout->right));
  if (mark->time < self->track->from || mark->time > self->track->to)
    return;
  if (mark->shape == RANKLE_TRACK_SPAN)
    paint_span_text (self, index);
  else
    paint_text (self, mark, x, next);
  if (crowded && mark->shape == RANKLE_TRACK_DOSE)
    paint_crowded (self, mark, x);
  else
    paint_shape (self, mark, x);
}

void
rankle_track_paint (cairo_t                 *cr,
                    const RankleTrack       *track,
                    const RankleTrackLayout *layout,
                    const RanklePlotTheme   *theme,
                    gboolean                 focused)
{
  Painting self = { cr, track, layout, theme };

  g_return_if_fail (cr != NULL && track != NULL && layout != NULL && theme != NULL);

  cairo_set_line_width (cr, 1);
  paint_axis (&self);
  paint_lanes (&self);
  for (guint i = 0; i < track->n_marks; i++)
    paint_mark (&self, i);
  paint_cursor (&self);
  if (track->selected >= 0 && (guint)track->selected < track->n_marks)
    paint_selection (&self, &track->marks[track->selected], focused);
}
