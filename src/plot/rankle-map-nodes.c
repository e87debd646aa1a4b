/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-map-nodes.h"

#include <math.h>

void
_rankle_map_nodes_init (RankleMapNodes      *nodes,
                        const RankleMap     *map,
                        const RankleMapAxis *axis)
{
  RanklePlotScale scale = rankle_map_scale_axis (map, axis);
  guint           stride = MAX (map->stride, 1);

  nodes->indices = g_new (guint, axis->n);
  nodes->places = g_new (double, axis->n);
  nodes->n = 0;
  for (guint i = 0; i < axis->n; i = i + stride < axis->n ? i + stride : axis->n)
    nodes->indices[nodes->n++] = i;
  if (nodes->indices[nodes->n - 1] != axis->n - 1)
    nodes->indices[nodes->n++] = axis->n - 1;
  for (guint i = 0; i < nodes->n; i++)
    nodes->places[i] = rankle_plot_scale_map (&scale, axis->values[nodes->indices[i]]);
}

void
_rankle_map_nodes_clear (RankleMapNodes *nodes)
{
  g_free (nodes->indices);
  g_free (nodes->places);
}

/* The last but one of the nodes at most, so that there is a next, if there are two. */
static guint
find_cell (const RankleMapNodes *nodes, double place)
{
  guint from = 0, to = MAX (nodes->n, 2) - 1;

  while (to - from > 1)
    {
      guint middle = from + (to - from) / 2;

      if (nodes->places[middle] <= place)
        from = middle;
      else
        to = middle;
    }
  return from;
}

/* The step that begins at node @i, or, at an end, the one beside it. */
static double
get_step (const RankleMapNodes *nodes, int i)
{
  guint at = (guint)CLAMP (i, 0, (int)nodes->n - 2);

  g_assert (nodes->n >= 2);
  return nodes->places[at + 1] - nodes->places[at];
}

/* Of Hermite's cubic whose slope at a value is that of the parabola through it and both
 * neighbours. @t: from 0 at this value to 1 at the next. */
static void
set_weights (const RankleMapNodes *nodes, guint cell, double t, double weights[4])
{
  double before = get_step (nodes, (int)cell - 1), step = get_step (nodes, (int)cell),
         behind = get_step (nodes, (int)cell + 1);
  double a = step * step / (before * (before + step)), b = before / (before + step);
  double c = behind / (step + behind), d = step * step / (behind * (step + behind));
  double rest = 1 - t;
  double start = (1 + 2 * t) * rest * rest, end = 1 - start;
  double slope = t * rest * rest, last_slope = -t * t * rest;

  weights[0] = -slope * a;
  weights[1] = start + slope * (a - b) - last_slope * c;
  weights[2] = end + slope * b + last_slope * (c - d);
  weights[3] = last_slope * d;
}

RankleMapLocus
_rankle_map_nodes_locate (const RankleMapNodes *nodes, double place)
{
  RankleMapLocus locus = { .cell = find_cell (nodes, place), .weights = { 0, 1, 0, 0 } };
  double         t;

  if (nodes->n < 2)
    return locus;
  t = (place - nodes->places[locus.cell]) / get_step (nodes, (int)locus.cell);
  t = CLAMP (t, 0, 1);
  locus.is_further = t >= 0.5;
  set_weights (nodes, locus.cell, t, locus.weights);
  return locus;
}

void
_rankle_map_nodes_get_ratios (const RankleMapNodes *nodes,
                              guint                 cell,
                              double               *before,
                              double               *behind)
{
  double step = nodes->n >= 2 ? get_step (nodes, (int)cell) : 1;

  *before = nodes->n >= 2 ? get_step (nodes, (int)cell - 1) / step : 1;
  *behind = nodes->n >= 2 ? get_step (nodes, (int)cell + 1) / step : 1;
}

guint
_rankle_map_nodes_find_nearest (const RankleMapNodes *nodes, const RankleMapLocus *locus)
{
  return MIN (locus->cell + locus->is_further, nodes->n - 1);
}
