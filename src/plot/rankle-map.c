/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-map.h"

#include <math.h>

/* Sums and differences of such values are finite. */
#define GREATEST 1e150
/* What differs by less, of the larger, differs by rounding. */
#define SAME 1e-9

/* ---- cells ---- */

gboolean
rankle_map_has_value (const RankleMap *map, guint i, guint j)
{
  gsize at = (gsize)j * map->x.n + i;

  g_assert (i < map->x.n && j < map->y.n);
  return (map->states == NULL || map->states[at] == RANKLE_MAP_RAN) &&
         fabs (map->values[at]) <= GREATEST;
}

RankleMapState
rankle_map_get_state (const RankleMap *map, guint i, guint j)
{
  g_assert (i < map->x.n && j < map->y.n);
  return map->states == NULL ? RANKLE_MAP_RAN
                             : (RankleMapState)map->states[(gsize)j * map->x.n + i];
}

guint
rankle_map_count (const RankleMap *map, RankleMapState state)
{
  guint n = 0;

  g_return_val_if_fail (map != NULL, 0);

  for (guint j = 0; j < map->y.n; j++)
    for (guint i = 0; i < map->x.n; i++)
      n += rankle_map_get_state (map, i, j) == state;
  return n;
}

static double
value_at (const RankleMap *map, const guint at[2])
{
  return map->values[(gsize)at[1] * map->x.n + at[0]];
}

gboolean
rankle_map_find_extremes (const RankleMap *map, guint least[2], guint greatest[2])
{
  gboolean any = FALSE;

  g_return_val_if_fail (map != NULL, FALSE);

  for (guint j = 0; j < map->y.n; j++)
    for (guint i = 0; i < map->x.n; i++)
      {
        const guint here[2] = { i, j };

        if (!rankle_map_has_value (map, i, j))
          continue;
        if (!any || value_at (map, here) < value_at (map, least))
          least[0] = i, least[1] = j;
        if (!any || value_at (map, here) > value_at (map, greatest))
          greatest[0] = i, greatest[1] = j;
        any = TRUE;
      }
  return any;
}

/* ---- axes ---- */

RanklePlotScale
rankle_map_scale_axis (const RankleMap *map, const RankleMapAxis *axis)
{
  guint           n = axis->n;
  RanklePlotScale all =
      rankle_plot_scale_new (axis->values[0], axis->values[n - 1], axis->logarithmic);
  double first, last;

  g_assert (n >= 1);
  if (map->smooth || n < 2)
    return all;
  first = rankle_plot_scale_map (&all, axis->values[1]);
  last = rankle_plot_scale_map (&all, axis->values[n - 2]);
  return rankle_plot_scale_new (rankle_plot_scale_unmap (&all, -0.5 * first),
                                rankle_plot_scale_unmap (&all, 1 + 0.5 * (1 - last)),
                                axis->logarithmic);
}

/* ---- what colours mean ---- */

/* Of all values that can be measured; FALSE: there is none. */
static gboolean
find_ends (const RankleMap *map, double *low, double *high)
{
  *low = INFINITY;
  *high = -INFINITY;
  for (guint j = 0; j < map->y.n; j++)
    for (guint i = 0; i < map->x.n; i++)
      {
        double value = map->values[(gsize)j * map->x.n + i];

        if (!rankle_map_has_value (map, i, j) || (map->logarithmic && !(value > 1e-150)))
          continue;
        *low = MIN (*low, value);
        *high = MAX (*high, value);
      }
  return *low <= *high;
}

static double
measure (gboolean logarithmic, double value)
{
  return logarithmic ? log (value) : value;
}

RankleMapRange
rankle_map_find_range (const RankleMap *map)
{
  RankleMapRange  range = { .logarithmic = map->logarithmic };
  gboolean        any = find_ends (map, &range.least, &range.greatest);
  RanklePlotScale scale;

  range.has_baseline =
      fabs (map->baseline) <= GREATEST && (!map->logarithmic || map->baseline > 1e-150);
  range.is_flat = !any || range.greatest - range.least <=
                              SAME * MAX (fabs (range.least), fabs (range.greatest));
  range.low = range.least;
  range.high = range.greatest;
  if (range.has_baseline)
    {
      range.low = MIN (range.low, map->baseline);
      range.high = MAX (range.high, map->baseline);
    }
  scale = rankle_plot_scale_new (range.low, range.high, map->logarithmic);
  range.low = scale.min;
  range.high = scale.max;
  range.neutral = range.has_baseline ? map->baseline : range.low;
  range.span = MAX (
      measure (map->logarithmic, range.high) - measure (map->logarithmic, range.neutral),
      measure (map->logarithmic, range.neutral) - measure (map->logarithmic, range.low));
  g_assert (range.span > 0);
  return range;
}

double
rankle_map_range_measure (const RankleMapRange *range, double value)
{
  return measure (range->logarithmic,
                  range->logarithmic ? MAX (value, range->low) : value);
}

double
rankle_map_range_unmeasure (const RankleMapRange *range, double value)
{
  return range->logarithmic ? exp (value) : value;
}

double
rankle_map_range_shade (const RankleMapRange *range, double value)
{
  double from = measure (range->logarithmic, range->neutral);

  return CLAMP ((value - from) / range->span, -1, 1);
}

/* ---- figures ---- */

char *
rankle_map_dup_figure (double value, double fine)
{
  double power = 1;
  int    decimals = 0;

  for (; decimals < 9 && fabs (value - round (value * power) / power) > fine; decimals++)
    power *= 10;
  return rankle_plot_format (value, decimals);
}

static char *
join_unit (const char *figure, const char *unit)
{
  return unit == NULL || *unit == '\0' ? g_strdup (figure)
                                       : g_strdup_printf ("%s %s", figure, unit);
}

char *
rankle_map_dup_value (const RankleMap *map, double value)
{
  g_autofree char *figure = rankle_plot_format_value (value);
  g_autofree char *told = NULL;
  gboolean         has_sign = fabs (map->baseline) < G_MINDOUBLE && value > 0;

  told = g_strconcat (has_sign ? "+" : "", figure, NULL);
  return join_unit (told, map->unit);
}

/* As many decimals as the value has, up to four digits in all. */
char *
rankle_map_axis_dup_value (const RankleMapAxis *axis, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return join_unit (g_ascii_formatd (text, sizeof text, "%.4g", value), axis->unit);
}
