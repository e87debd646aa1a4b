/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-track.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "rankle-plot-layout.h"

#define LEAST_LANE   26.0 /* so that a mark is hit */
#define MARGIN       10.0
#define MOST_LABEL   0.3 /* of the width */
#define TICKS_APART  5.0 /* ems */
#define RIGHT_MARGIN 22.0

double
rankle_track_measure_lane (const RanklePlotTheme *theme)
{
  g_return_val_if_fail (theme != NULL, LEAST_LANE);

  return ceil (fmax (LEAST_LANE, 2 * theme->font_size));
}

double
rankle_track_measure_axis (const RanklePlotTheme *theme)
{
  g_return_val_if_fail (theme != NULL, LEAST_LANE);

  return ceil (1.5 * theme->font_size);
}

static double
measure_text (const RanklePlotTheme *theme, const char *text, double size)
{
  PangoFontMap         *map = pango_cairo_font_map_get_default ();
  PangoContext         *context = pango_font_map_create_context (map);
  PangoLayout          *layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_from_string (theme->family);
  int                   width;

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  pango_font_description_free (font);
  g_object_unref (layout);
  g_object_unref (context);
  return width;
}

static double
measure_labels (const RankleTrack *track, const RanklePlotTheme *theme, double size)
{
  double widest = 0;

  for (guint i = 0; i < track->n_lanes; i++)
    widest = fmax (widest, measure_text (theme, track->labels[i], size));
  return widest;
}

static void
place_ticks (RankleTrackLayout *layout)
{
  double most = (layout->right - layout->left) / (TICKS_APART * layout->text_size);

  layout->n_ticks =
      rankle_plot_scale_ticks (&layout->x, (guint)CLAMP (most, 3, 11), layout->ticks);
}

void
rankle_track_layout_compute (RankleTrackLayout     *layout,
                             const RankleTrack     *track,
                             const RanklePlotTheme *theme,
                             double                 width)
{
  double labels;

  g_return_if_fail (layout != NULL && track != NULL && theme != NULL);

  *layout = (RankleTrackLayout){ .width = width, .text_size = 0.9 * theme->font_size };
  labels = fmin (measure_labels (track, theme, layout->text_size), MOST_LABEL * width);
  layout->lane_height = rankle_track_measure_lane (theme);
  layout->radius = 0.27 * layout->lane_height;
  layout->left = ceil (MARGIN + labels + MARGIN + layout->radius);
  layout->right = fmax (width - RIGHT_MARGIN, layout->left + 10);
  layout->clock = rankle_plot_clock_choose (track->time_unit, track->to - track->from);
  layout->x = rankle_plot_scale_new (track->from * layout->clock.factor,
                                     track->to * layout->clock.factor, FALSE);
  layout->x.from = layout->left;
  layout->x.to = layout->right;
  place_ticks (layout);
}

double
rankle_track_x_to_time (const RankleTrackLayout *layout, double x)
{
  g_assert (layout->clock.factor > 0);
  return rankle_plot_scale_unmap (&layout->x, x) / layout->clock.factor;
}

double
rankle_track_time_to_x (const RankleTrackLayout *layout, double time)
{
  return rankle_plot_scale_map (&layout->x, time * layout->clock.factor);
}

int
rankle_track_find_lane (const RankleTrackLayout *layout,
                        const RankleTrack       *track,
                        double                   y)
{
  double lane;

  g_return_val_if_fail (layout != NULL && track != NULL, -1);

  lane = floor (y / layout->lane_height);
  return lane >= 0 && lane < track->n_lanes ? (int)lane : -1;
}

/* How far @x is from a mark [px]. All of a bar is its mark where no other is near, be it
 * that of its end. */
static double
measure_distance (const RankleTrackLayout *layout, const RankleTrackMark *mark, double x)
{
  double from = rankle_track_time_to_x (layout, mark->time);
  double distance = fabs (x - from);

  if (mark->shape == RANKLE_TRACK_SPAN && x >= from &&
      x <= rankle_track_time_to_x (layout, mark->until))
    return fmin (distance, RANKLE_TRACK_REACH);
  return distance;
}

int
rankle_track_find_mark (const RankleTrackLayout *layout,
                        const RankleTrack       *track,
                        double                   x,
                        double                   y)
{
  int    lane, nearest = -1;
  double least = RANKLE_TRACK_REACH;

  g_return_val_if_fail (layout != NULL && track != NULL, -1);

  lane = rankle_track_find_lane (layout, track, y);
  for (guint i = 0; i < track->n_marks; i++)
    {
      const RankleTrackMark *mark = &track->marks[i];
      double                 distance = measure_distance (layout, mark, x);

      /* The one that is selected is on top of those beside it. */
      if ((int)i == track->selected)
        distance -= 2;
      if ((int)mark->lane != lane || distance > least || mark->time < track->from ||
          mark->time > track->to)
        continue;
      least = distance;
      nearest = (int)i;
    }
  return nearest;
}
