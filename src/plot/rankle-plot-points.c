/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-plot-points.h"

#include <math.h>

/* In sizes of a label. */
#define RADIUS 0.34
/* Between marks side by side [px]. */
#define GAP 2
/* How far a mark may be from its time so that bars do not cross; so that marks do not
 * hide each other [radii]. */
#define NEAR_ASIDE 4
#define FAR_ASIDE  12

/* There is no place beside each other for more. */
#define MOST_ASIDE 200

double
rankle_plot_points_get_radius (double label_size)
{
  return RADIUS * label_size;
}

static gboolean
is_on_axis (const RanklePlotLayout *layout, double value)
{
  return isfinite (value) && (!layout->y.logarithmic || value > 0) &&
         value >= layout->y.min && value <= layout->y.max;
}

/* The pixel of a spread's end, which may lie beyond the axis. */
static double
map_end (const RanklePlotLayout *layout, double value, double otherwise)
{
  double y;

  if (!isfinite (value))
    return otherwise;
  y = rankle_plot_scale_map (&layout->y, value);
  return CLAMP (y, layout->top, layout->bottom);
}

static RanklePlotPlace
place (const RanklePlot *plot, const RanklePlotLayout *layout, guint i)
{
  const RanklePlotPoint *point = &plot->points[i];
  RanklePlotPlace        place = { 0 };
  double                 factor, low, high;

  g_assert (!(point->x_from > point->x));
  if (point->series >= plot->n_series || plot->kind == RANKLE_PLOT_STACKED)
    return place;
  if (!(point->x >= plot->x_min && point->x_from <= plot->x_max))
    return place;
  factor = plot->series[point->series].factor;
  if (!is_on_axis (layout, factor * point->y))
    return place;
  place.shown = TRUE;
  place.from = rankle_plot_layout_time_to_x (layout, MAX (point->x_from, plot->x_min));
  place.to = rankle_plot_layout_time_to_x (layout, MIN (point->x, plot->x_max));
  place.x = place.at = 0.5 * (place.from + place.to);
  place.y = rankle_plot_scale_map (&layout->y, factor * point->y);
  low = map_end (layout, factor * point->low, place.y);
  high = map_end (layout, factor * point->high, place.y);
  place.top = MIN (MIN (low, high), place.y);
  place.bottom = MAX (MAX (low, high), place.y);
  return place;
}

/* A bar over a bar hides whose it is, as much as a mark over a mark; but @loosely, bars
 * may cross. */
static gboolean
hides (const RanklePlotPlace *a,
       const RanklePlotPlace *b,
       double                 x,
       double                 radius,
       gboolean               loosely)
{
  double apart = 2 * radius + GAP;

  if (!a->shown || fabs (a->x - x) >= apart)
    return FALSE;
  if (loosely)
    return fabs (a->y - b->y) < apart;
  return MIN (a->top, a->y - radius) < MAX (b->bottom, b->y + radius) &&
         MIN (b->top, b->y - radius) < MAX (a->bottom, a->y + radius);
}

static gboolean
is_free (
    const RanklePlotPlace *places, guint n, double x, double radius, gboolean loosely)
{
  for (guint i = 0; i < n; i++)
    if (hides (&places[i], &places[n], x, radius, loosely))
      return FALSE;
  return TRUE;
}

/* The nearest place, right or left, that is free of those before and within the plot
 * area. FALSE if there is none so near. */
static gboolean
move_aside (RanklePlotPlace        *places,
            guint                   n,
            const RanklePlotLayout *layout,
            double                  radius,
            gboolean                loosely)
{
  double most = (loosely ? FAR_ASIDE : NEAR_ASIDE) * radius;

  g_assert (places[n].shown);
  for (double aside = 0; aside <= most; aside += 1)
    for (int side = 1; side >= -1; side -= 2)
      {
        double x = places[n].x + side * aside;

        if (aside > 0 && (x < layout->left + radius || x > layout->right - radius))
          continue;
        if (!is_free (places, n, x, radius, loosely))
          continue;
        places[n].x = x;
        return TRUE;
      }
  return FALSE;
}

RanklePlotPlace *
rankle_plot_points_place (const RanklePlot *plot, const RanklePlotLayout *layout)
{
  RanklePlotPlace *places;
  double           radius;

  g_return_val_if_fail (plot != NULL && layout != NULL, NULL);

  places = g_new (RanklePlotPlace, plot->n_points + 1);
  radius = rankle_plot_points_get_radius (layout->label_size);
  for (guint i = 0; i < plot->n_points; i++)
    {
      places[i] = place (plot, layout, i);
      if (places[i].shown && i < MOST_ASIDE &&
          !move_aside (places, i, layout, radius, FALSE))
        move_aside (places, i, layout, radius, TRUE);
    }
  return places;
}

int
rankle_plot_points_find (const RanklePlot       *plot,
                         const RanklePlotLayout *layout,
                         double                  x,
                         double                  y,
                         double                  reach)
{
  g_autofree RanklePlotPlace *places = NULL;
  double                      least = reach;
  int                         nearest = -1;

  g_return_val_if_fail (plot != NULL && layout != NULL, -1);

  places = rankle_plot_points_place (plot, layout);
  for (guint i = 0; i < plot->n_points; i++)
    {
      double distance = hypot (places[i].x - x, places[i].y - y);

      if (places[i].shown && distance <= least)
        {
          least = distance;
          nearest = (int)i;
        }
    }
  return nearest;
}
