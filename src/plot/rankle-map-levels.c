/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-map-levels.h"

#include <math.h>

#define MOST_ROUND 9    /* of round values */
#define RIM        1e-6 /* of all that values differ by */
#define MOST_LINES (3 * MOST_ROUND + 3)

static gboolean
is_baseline (const RankleMapRange *range, double value)
{
  return range->has_baseline && fabs (value - range->neutral) <= 1e-9 * range->span;
}

/* At the least or greatest value there are places, and no line. */
static gboolean
is_within (const RankleMapRange *range, double value)
{
  double least = rankle_map_range_measure (range, range->least),
         greatest = rankle_map_range_measure (range, range->greatest);
  double rim = RIM * (greatest - least);

  return value > least + rim && value < greatest - rim;
}

static void
add_level (GArray               *levels,
           const RankleMapRange *range,
           RankleMapLineKind     kind,
           double                value,
           double                apart)
{
  RankleMapLevel level = { value, rankle_map_range_measure (range, value), apart, kind };

  if (!is_within (range, level.measure) ||
      (kind != RANKLE_MAP_LINE_BASELINE && is_baseline (range, value)))
    return;
  g_array_append_val (levels, level);
}

/* Half way to the round values on both sides, the first and the last of which have none
 * on one; between powers of ten, twice and five times them. */
static void
add_minor_levels (GArray               *levels,
                  const RankleMapRange *range,
                  const double         *ticks,
                  guint                 n)
{
  double step = ticks[1] - ticks[0];

  for (guint i = 0; !range->logarithmic && i <= n; i++)
    add_level (levels, range, RANKLE_MAP_LINE_MINOR, ticks[0] + (i - 0.5) * step,
               0.5 * step);
  for (guint i = 0; range->logarithmic && ticks[1] > 9 * ticks[0] && i <= n; i++)
    {
      double power = i < n ? ticks[i] : ticks[0] / 10;

      add_level (levels, range, RANKLE_MAP_LINE_MINOR, 2 * power, G_LN2);
      add_level (levels, range, RANKLE_MAP_LINE_MINOR, 5 * power, G_LN2);
    }
}

static double
get_apart (const RankleMapRange *range, const double *ticks, guint n, guint i)
{
  guint from = MIN (i, n - 2);

  return rankle_map_range_measure (range, ticks[from + 1]) -
         rankle_map_range_measure (range, ticks[from]);
}

static int
compare_levels (gconstpointer a, gconstpointer b)
{
  double x = ((const RankleMapLevel *)a)->measure,
         y = ((const RankleMapLevel *)b)->measure;

  return (x > y) - (x < y);
}

GArray *
_rankle_map_list_levels (const RankleMapRange *range)
{
  GArray         *levels = g_array_new (FALSE, FALSE, sizeof (RankleMapLevel));
  RanklePlotScale scale;
  double          ticks[RANKLE_PLOT_MAX_TICKS];
  guint           n;

  if (range->is_flat)
    return levels;
  scale = rankle_plot_scale_new (range->least, range->greatest, range->logarithmic);
  n = rankle_plot_scale_ticks (&scale, MOST_ROUND, ticks);
  g_assert (n >= 2);
  add_minor_levels (levels, range, ticks, n);
  for (guint i = 0; i < n; i++)
    add_level (levels, range, RANKLE_MAP_LINE_MAJOR, ticks[i],
               get_apart (range, ticks, n, i));
  if (range->has_baseline)
    add_level (levels, range, RANKLE_MAP_LINE_BASELINE, range->neutral, range->span);
  g_array_sort (levels, compare_levels);
  g_assert (levels->len <= MOST_LINES);
  return levels;
}
