/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-plot-feature.h"

#include <math.h>

/* In parts of the range of the whole curve. */
#define WRINKLE 0.02
/* In parts of the largest value: less is the solver's rounding. */
#define ROUNDING 1e-6
/* In parts of the time in view: a cursor that is as near as that stands on it. */
#define NEAR 1e-3

typedef struct
{
  const RanklePlot *plot;
  guint             series;
  GArray           *found;
  double            least; /* a turn's size, as shown */
} Search;

static void
add (Search *search, RanklePlotFeatureKind kind, double x, double value)
{
  const RanklePlotFeature feature = { kind, x, value };

  g_array_append_val (search->found, feature);
}

static const RanklePlotSeries *
get_series (const Search *search)
{
  return &search->plot->series[search->series];
}

static double
value_at (const Search *search, guint row)
{
  const RanklePlotSeries *series = get_series (search);

  return rankle_plot_get_value (search->plot, search->series, series->x[row]);
}

/* FALSE: the curve does not move. */
static gboolean
measure_range (Search *search)
{
  double low = INFINITY, high = -INFINITY;

  for (guint row = 0; row < get_series (search)->n; row++)
    {
      double value = value_at (search, row);

      low = isfinite (value) ? fmin (low, value) : low;
      high = isfinite (value) ? fmax (high, value) : high;
    }
  search->least = WRINKLE * (high - low);
  return high - low > ROUNDING * fmax (fabs (high), fabs (low));
}

/* A turn is known once the curve has come away from it. */
static void
find_turns (Search *search)
{
  const RanklePlotSeries *series = get_series (search);

  double high = -INFINITY, low = INFINITY;
  guint  high_row = 0, low_row = 0;
  int    direction = 0; /* 1: rises, -1: falls, 0: not known yet */

  for (guint row = 0; row < series->n; row++)
    {
      double value = value_at (search, row);

      if (!isfinite (value))
        continue;
      if (value > high)
        high = value, high_row = row;
      if (value < low)
        low = value, low_row = row;
      if (direction >= 0 && value < high - search->least)
        {
          if (direction > 0)
            add (search, RANKLE_PLOT_PEAK, series->x[high_row], high);
          direction = -1;
          low = value, low_row = row;
        }
      else if (direction <= 0 && value > low + search->least)
        {
          if (direction < 0)
            add (search, RANKLE_PLOT_NADIR, series->x[low_row], low);
          direction = 1;
          high = value, high_row = row;
        }
    }
}

/* From one side to the other, at once or by way of rows on the reference itself. */
static void
find_crossings (Search *search)
{
  const RanklePlotSeries *series = get_series (search);
  double                  reference = search->plot->reference;
  double                  rounding = ROUNDING * search->least;
  guint                   aside = 0; /* the last row beside the reference */
  double                  before = 0;

  for (guint row = 0; isfinite (reference) && row < series->n; row++)
    {
      double after = value_at (search, row) - reference;

      if (!(fabs (after) > rounding))
        continue;
      if (before * after < 0)
        add (search, RANKLE_PLOT_CROSSING,
             series->x[aside] +
                 before / (before - after) * (series->x[row] - series->x[aside]),
             reference);
      before = after;
      aside = row;
    }
}

static void
find_ends (Search *search)
{
  const RanklePlotSeries *series = get_series (search);

  for (guint row = 0; row < series->n; row++)
    if (isfinite (value_at (search, row)))
      {
        add (search, RANKLE_PLOT_END, series->x[row], value_at (search, row));
        break;
      }
  for (guint row = series->n; row-- > 1;)
    if (isfinite (value_at (search, row)))
      {
        add (search, RANKLE_PLOT_END, series->x[row], value_at (search, row));
        break;
      }
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const RanklePlotFeature *first = a, *second = b;

  return (first->x > second->x) - (first->x < second->x);
}

GArray *
rankle_plot_find_features (const RanklePlot *plot, guint series)
{
  Search search = { plot, series, g_array_new (FALSE, FALSE, sizeof (RanklePlotFeature)),
                    0 };

  g_return_val_if_fail (plot != NULL && series < plot->n_series, search.found);

  find_ends (&search);
  if (measure_range (&search))
    {
      find_turns (&search);
      find_crossings (&search);
    }
  g_array_sort (search.found, compare_times);
  return search.found;
}

gboolean
rankle_plot_find_next_feature (const RanklePlot  *plot,
                               guint              series,
                               double             x,
                               gboolean           back,
                               RanklePlotFeature *feature)
{
  g_autoptr (GArray) found = rankle_plot_find_features (plot, series);
  double apart = NEAR * (plot->x_max - plot->x_min);

  for (guint i = 0; i < found->len; i++)
    {
      guint                    k = back ? found->len - 1 - i : i;
      const RanklePlotFeature *at = &g_array_index (found, RanklePlotFeature, k);

      if (back ? at->x < x - apart : at->x > x + apart)
        {
          *feature = *at;
          return TRUE;
        }
    }
  return FALSE;
}

gboolean
rankle_plot_find_feature_at (const RanklePlot  *plot,
                             guint              series,
                             double             x,
                             RanklePlotFeature *feature)
{
  g_autoptr (GArray) found = rankle_plot_find_features (plot, series);
  double   nearest = NEAR * (plot->x_max - plot->x_min);
  gboolean is_there = FALSE;

  for (guint i = 0; i < found->len; i++)
    {
      const RanklePlotFeature *at = &g_array_index (found, RanklePlotFeature, i);

      if (fabs (at->x - x) > nearest)
        continue;
      nearest = fabs (at->x - x);
      *feature = *at;
      is_there = TRUE;
    }
  return is_there;
}
