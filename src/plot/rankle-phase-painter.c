/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-phase-painter.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-plot-ink.h"
#include "rankle-plot-scale.h"

#define ACROSS 5 /* ticks, about */
#define UP     4
#define ROOM   0.06 /* of the range, beyond it at each end */

typedef struct
{
  RanklePlotScale x, y;
  double          x_ticks[RANKLE_PLOT_MAX_TICKS], y_ticks[RANKLE_PLOT_MAX_TICKS];
  guint           n_x_ticks, n_y_ticks;
  double          left, right, top, bottom;
  double          tick_size, label_size, title_size;
} Layout;

/* A run's way through both quantities. */
typedef struct
{
  const double *times, *x, *y;
  double        x_factor, y_factor;
  guint         n;
} Track;

/* ---- tracks ---- */

static Track
get_track (const RanklePlot *plot)
{
  const RanklePlotSeries *x = &plot->series[0], *y = &plot->series[1];

  return (Track){ x->x, x->y, y->y, x->factor, y->factor, MIN (x->n, y->n) };
}

static gboolean
get_ghost (const RanklePlot *plot, Track *track)
{
  const RanklePlotSeries *x = &plot->series[0], *y = &plot->series[1];

  *track = (Track){ x->ghost_x,      x->ghost,        y->ghost,
                    x->ghost_factor, y->ghost_factor, MIN (x->n_ghost, y->n_ghost) };
  return plot->show_ghost && x->ghost != NULL && y->ghost != NULL;
}

/* Of the run whose first curve @trace is: it has a second, in the same rows. */
static gboolean
get_other (const RanklePlot *plot, const RanklePlotTrace *trace, Track *track)
{
  for (guint i = 0; trace->series == 0 && i < plot->n_traces; i++)
    {
      const RanklePlotTrace *other = &plot->traces[i];

      if (other->series != 1 || other->ink != trace->ink || other->n != trace->n)
        continue;
      *track =
          (Track){ trace->x, trace->y, other->y, trace->factor, other->factor, trace->n };
      return TRUE;
    }
  return FALSE;
}

static gboolean
is_in_view (const RanklePlot *plot, const Track *track, guint i)
{
  return track->times[i] >= plot->x_min && track->times[i] <= plot->x_max &&
         isfinite (track->x_factor * track->x[i]) &&
         isfinite (track->y_factor * track->y[i]);
}

/* ---- layout ---- */

typedef struct
{
  double x_min, x_max, y_min, y_max;
} Range;

static void
include_track (Range *range, const RanklePlot *plot, const Track *track)
{
  for (guint i = 0; i < track->n; i++)
    if (is_in_view (plot, track, i))
      {
        range->x_min = fmin (range->x_min, track->x_factor * track->x[i]);
        range->x_max = fmax (range->x_max, track->x_factor * track->x[i]);
        range->y_min = fmin (range->y_min, track->y_factor * track->y[i]);
        range->y_max = fmax (range->y_max, track->y_factor * track->y[i]);
      }
}

static Range
find_range (const RanklePlot *plot)
{
  Range range = { INFINITY, -INFINITY, INFINITY, -INFINITY };
  Track track = get_track (plot);

  include_track (&range, plot, &track);
  if (get_ghost (plot, &track))
    include_track (&range, plot, &track);
  for (guint i = 0; i < plot->n_traces; i++)
    if (get_other (plot, &plot->traces[i], &track))
      include_track (&range, plot, &track);
  return range;
}

static RanklePlotScale
make_scale (double min, double max, double from, double to)
{
  double          room = min < max ? ROOM * (max - min) : ROOM * fabs (min);
  RanklePlotScale scale = rankle_plot_scale_new (min - room, max + room, FALSE);

  scale.from = from;
  scale.to = to;
  return scale;
}

static gboolean
has_tracks (const RanklePlot *plot)
{
  return plot->n_series == 2;
}

static void
lay_out (Layout                *self,
         const RanklePlot      *plot,
         const RanklePlotTheme *theme,
         double                 width,
         double                 height)
{
  Range range = has_tracks (plot) ? find_range (plot) : (Range){ 0, 1, 0, 1 };

  *self = (Layout){ .tick_size = 0.82 * theme->font_size,
                    .label_size = 0.92 * theme->font_size,
                    .title_size = theme->font_size };
  self->left = 4.4 * self->tick_size;
  self->right = MAX (width - 1.6 * self->tick_size, self->left + 1);
  self->top = 4.2 * self->title_size;
  self->bottom = MAX (height - 2.0 * self->tick_size, self->top + 1);
  self->x = make_scale (range.x_min, range.x_max, self->left, self->right);
  self->y = make_scale (range.y_min, range.y_max, self->bottom, self->top);
  self->n_x_ticks = rankle_plot_scale_ticks (&self->x, ACROSS, self->x_ticks);
  self->n_y_ticks = rankle_plot_scale_ticks (&self->y, UP, self->y_ticks);
}

static double
map_x (const Layout *self, const Track *track, guint i)
{
  return rankle_plot_scale_map (&self->x, track->x_factor * track->x[i]);
}

static double
map_y (const Layout *self, const Track *track, guint i)
{
  return rankle_plot_scale_map (&self->y, track->y_factor * track->y[i]);
}

/* ---- axes ---- */

static void
paint_ticks (cairo_t *cr, const Layout *self, const RanklePlotTheme *theme)
{
  int across = rankle_plot_decimals (self->x_ticks[1] - self->x_ticks[0]);
  int up = rankle_plot_decimals (self->y_ticks[1] - self->y_ticks[0]);

  for (guint i = 0; i < self->n_x_ticks; i++)
    {
      double x = round (rankle_plot_scale_map (&self->x, self->x_ticks[i])) + 0.5;
      g_autofree char *text = rankle_plot_format (self->x_ticks[i], across);

      _rankle_plot_set_color (cr, &theme->grid, 1);
      cairo_move_to (cr, x, self->top);
      cairo_line_to (cr, x, self->bottom);
      cairo_stroke (cr);
      _rankle_plot_set_color (cr, &theme->dim, 1);
      _rankle_plot_write (cr, theme, text, self->tick_size, FALSE, x,
                          self->bottom + 0.95 * self->tick_size, 0.5);
    }
  for (guint i = 0; i < self->n_y_ticks; i++)
    {
      double y = round (rankle_plot_scale_map (&self->y, self->y_ticks[i])) + 0.5;
      g_autofree char *text = rankle_plot_format (self->y_ticks[i], up);

      _rankle_plot_set_color (cr, &theme->grid, 1);
      cairo_move_to (cr, self->left, y);
      cairo_line_to (cr, self->right, y);
      cairo_stroke (cr);
      _rankle_plot_set_color (cr, &theme->dim, 1);
      _rankle_plot_write (cr, theme, text, self->tick_size, FALSE,
                          self->left - 0.4 * self->tick_size, y, 1);
    }
}

static void
paint_frame (cairo_t *cr, const Layout *self, const RanklePlotTheme *theme)
{
  _rankle_plot_set_color (cr, &theme->dim, 1);
  cairo_move_to (cr, round (self->left) + 0.5, self->top);
  cairo_line_to (cr, round (self->left) + 0.5, round (self->bottom) + 0.5);
  cairo_line_to (cr, self->right, round (self->bottom) + 0.5);
  cairo_stroke (cr);
}

/* ---- ways ---- */

static void
stroke_track (cairo_t *cr, const Layout *self, const RanklePlot *plot, const Track *track)
{
  gboolean is_open = FALSE;

  for (guint i = 0; i < track->n; i++)
    {
      gboolean seen = is_in_view (plot, track, i);

      if (seen && is_open)
        cairo_line_to (cr, map_x (self, track, i), map_y (self, track, i));
      else if (seen)
        cairo_move_to (cr, map_x (self, track, i), map_y (self, track, i));
      is_open = seen;
    }
  cairo_stroke (cr);
}

/* The last row that is in view; @n: there is none. */
static guint
find_last (const RanklePlot *plot, const Track *track)
{
  for (guint i = track->n; i-- > 0;)
    if (is_in_view (plot, track, i))
      return i;
  return track->n;
}

/* What stays where it is has no way, but a place. */
static void
paint_ghost (cairo_t               *cr,
             const Layout          *self,
             const RanklePlot      *plot,
             const RanklePlotTheme *theme)
{
  Track track;
  guint last;

  if (!get_ghost (plot, &track))
    return;
  _rankle_plot_set_color (cr, &theme->ghost, 1);
  cairo_set_line_width (cr, 0.6 * theme->line_width);
  stroke_track (cr, self, plot, &track);
  last = find_last (plot, &track);
  if (last == track.n)
    return;
  cairo_new_path (cr);
  cairo_arc (cr, map_x (self, &track, last), map_y (self, &track, last),
             1.6 * theme->line_width, 0, 2 * G_PI);
  cairo_fill (cr);
}

/* Each in its pattern, with its letter where it ends. */
static void
paint_others (cairo_t               *cr,
              const Layout          *self,
              const RanklePlot      *plot,
              const RanklePlotTheme *theme)
{
  for (guint i = 0; i < plot->n_traces; i++)
    {
      Track track;
      guint last;

      if (!get_other (plot, &plot->traces[i], &track))
        continue;
      _rankle_plot_set_color (cr, &theme->foreground, 0.75);
      cairo_set_line_width (cr, 0.6 * theme->line_width);
      _rankle_plot_set_dashes (cr, plot->traces[i].ink + 1, 0);
      stroke_track (cr, self, plot, &track);
      cairo_set_dash (cr, NULL, 0, 0);
      last = find_last (plot, &track);
      if (last < track.n && plot->traces[i].mark != NULL)
        _rankle_plot_write (cr, theme, plot->traces[i].mark, self->tick_size, TRUE,
                            map_x (self, &track, last),
                            map_y (self, &track, last) - 0.8 * self->tick_size, 0.5);
    }
}

static void
paint_head (cairo_t *cr, double x, double y, double angle, double size)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_rotate (cr, angle);
  cairo_move_to (cr, size, 0);
  cairo_line_to (cr, -size, 0.75 * size);
  cairo_line_to (cr, -size, -0.75 * size);
  cairo_close_path (cr);
  cairo_fill (cr);
  cairo_restore (cr);
}

static double
measure_step (const Layout *self, const RanklePlot *plot, const Track *track, guint i)
{
  if (!is_in_view (plot, track, i - 1) || !is_in_view (plot, track, i))
    return 0;
  return hypot (map_x (self, track, i) - map_x (self, track, i - 1),
                map_y (self, track, i) - map_y (self, track, i - 1));
}

/* Which way it goes, at parts of its length. */
static void
paint_heads (cairo_t               *cr,
             const Layout          *self,
             const RanklePlot      *plot,
             const RanklePlotTheme *theme,
             const Track           *track)
{
  static const double parts[] = { 0.2, 0.5, 0.8 };
  double              length = 0, gone = 0;
  guint               next = 0;

  for (guint i = 1; i < track->n; i++)
    length += measure_step (self, plot, track, i);
  for (guint i = 1; length > 40 && i < track->n && next < G_N_ELEMENTS (parts); i++)
    {
      double step = measure_step (self, plot, track, i);

      gone += step;
      if (!(step > 0) || gone < parts[next] * length)
        continue;
      paint_head (cr, map_x (self, track, i), map_y (self, track, i),
                  atan2 (map_y (self, track, i) - map_y (self, track, i - 1),
                         map_x (self, track, i) - map_x (self, track, i - 1)),
                  2.4 * theme->line_width);
      next++;
    }
}

void
rankle_phase_paint (cairo_t               *cr,
                    const RanklePlot      *plot,
                    const RanklePlotTheme *theme,
                    double                 width,
                    double                 height)
{
  Layout self;
  Track  track;

  g_return_if_fail (cr != NULL && plot != NULL && theme != NULL);

  lay_out (&self, plot, theme, width, height);
  cairo_save (cr);
  _rankle_plot_set_color (cr, &theme->background, 1);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill (cr);
  cairo_set_line_width (cr, 1);
  _rankle_plot_set_color (cr, &theme->foreground, 1);
  _rankle_plot_write (cr, theme, plot->title, self.title_size, TRUE, 8,
                      5 + 0.65 * self.title_size, 0);
  paint_ticks (cr, &self, theme);
  paint_frame (cr, &self, theme);
  if (has_tracks (plot))
    {
      paint_ghost (cr, &self, plot, theme);
      paint_others (cr, &self, plot, theme);
      track = get_track (plot);
      _rankle_plot_set_color (cr, &theme->series[0], 1);
      cairo_set_line_width (cr, theme->line_width);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      stroke_track (cr, &self, plot, &track);
      paint_heads (cr, &self, plot, theme, &track);
    }
  cairo_new_path (cr);
  cairo_restore (cr);
}

/* ---- the cursor ---- */

/* (transfer full): what goes along an axis, and its value. */
static char *
tell_axis (const RanklePlot *plot, guint i, double time, const char *format)
{
  const RanklePlotSeries *series = &plot->series[i];
  g_autofree char        *value =
      rankle_plot_format_value (rankle_plot_get_value (plot, i, time));

  return g_strdup_printf (format, series->label, value,
                          series->unit != NULL ? series->unit : "");
}

static void
paint_values (cairo_t               *cr,
              const Layout          *self,
              const RanklePlot      *plot,
              const RanklePlotTheme *theme,
              double                 time)
{
  /* Translators: the quantity along the axis to the right, its value and unit */
  g_autofree char *across = tell_axis (plot, 0, time, _ ("→ %s %s %s"));
  /* Translators: the quantity along the axis upwards, its value and unit */
  g_autofree char *up = tell_axis (plot, 1, time, _ ("↑ %s %s %s"));
  g_autofree char *both = g_strdup_printf ("%s   %s", across, up);

  _rankle_plot_set_color (cr, &theme->foreground, 1);
  _rankle_plot_write (cr, theme, both, self->label_size, FALSE, 8,
                      5 + 2.2 * self->title_size, 0);
}

void
rankle_phase_paint_cursor (cairo_t               *cr,
                           const RanklePlot      *plot,
                           const RanklePlotTheme *theme,
                           double                 width,
                           double                 height,
                           double                 time)
{
  Layout self;
  double x, y;

  g_return_if_fail (cr != NULL && plot != NULL && theme != NULL);

  if (!has_tracks (plot))
    return;
  lay_out (&self, plot, theme, width, height);
  cairo_save (cr);
  paint_values (cr, &self, plot, theme, time);
  x = rankle_plot_scale_map (&self.x, rankle_plot_get_value (plot, 0, time));
  y = rankle_plot_scale_map (&self.y, rankle_plot_get_value (plot, 1, time));
  if (isfinite (x) && isfinite (y) && time >= plot->x_min && time <= plot->x_max)
    {
      cairo_set_line_width (cr, theme->line_width);
      cairo_new_path (cr);
      cairo_arc (cr, x, y, 2.6 * theme->line_width, 0, 2 * G_PI);
      _rankle_plot_set_color (cr, &theme->background, 1);
      cairo_fill_preserve (cr);
      _rankle_plot_set_color (cr, &theme->foreground, 1);
      cairo_stroke (cr);
    }
  cairo_new_path (cr);
  cairo_restore (cr);
}

gboolean
rankle_phase_find_time (const RanklePlot      *plot,
                        const RanklePlotTheme *theme,
                        double                 width,
                        double                 height,
                        double                 x,
                        double                 y,
                        double                *time)
{
  Layout self;
  Track  track;
  double nearest = INFINITY;

  g_return_val_if_fail (plot != NULL && theme != NULL && time != NULL, FALSE);

  if (!has_tracks (plot))
    return FALSE;
  lay_out (&self, plot, theme, width, height);
  track = get_track (plot);
  for (guint i = 0; i < track.n; i++)
    {
      double far = is_in_view (plot, &track, i) ? hypot (map_x (&self, &track, i) - x,
                                                         map_y (&self, &track, i) - y)
                                                : INFINITY;

      if (far < nearest)
        nearest = far, *time = track.times[i];
    }
  return isfinite (nearest);
}
