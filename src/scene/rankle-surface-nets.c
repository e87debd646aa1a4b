/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-surface-nets.h"

#include <math.h>

#define NO_VERTEX G_MAXUINT32

typedef struct
{
  const RankleGrid *grid;
  float             level;
  gsize             step[3]; /* from a point to the next one along each axis */
  guint32          *vertex;  /* (owned) of the cell above each point, or NO_VERTEX */
  RankleMeshDraft  *draft;
} Net;

static gboolean
is_inside (const Net *net, gsize point)
{
  return net->grid->values[point] > net->level;
}

/* Adds the crossing on the edge from corner @corner of the cell along @axis, if there is
 * one, in the cell's own coordinates. */
static guint
add_crossing (const Net *net, gsize cell, guint corner, guint axis, float sum[3])
{
  gsize from = cell, to;
  float a, b, along;

  for (guint k = 0; k < 3; k++)
    if ((corner >> k & 1) != 0)
      from += net->step[k];
  to = from + net->step[axis];
  if (is_inside (net, from) == is_inside (net, to))
    return 0;
  a = net->grid->values[from], b = net->grid->values[to];
  along = (net->level - a) / (b - a);
  for (guint k = 0; k < 3; k++)
    sum[k] += k == axis ? along : (float)(corner >> k & 1);
  return 1;
}

static void
add_vertex (Net *net, gsize cell, const guint at[3])
{
  float sum[3] = { 0 }, place[3];
  guint n = 0;

  for (guint axis = 0; axis < 3; axis++)
    for (guint corner = 0; corner < 8; corner++)
      if ((corner >> axis & 1) == 0)
        n += add_crossing (net, cell, corner, axis, sum);
  g_assert (n >= 3);
  for (guint k = 0; k < 3; k++)
    place[k] =
        net->grid->origin[k] + net->grid->spacing * ((float)at[k] + sum[k] / (float)n);
  net->vertex[cell] = rankle_mesh_draft_add_vertex (net->draft, place, NULL);
}

/* How many of the cell's eight corners are inside. */
static guint
count_inside (const Net *net, gsize cell)
{
  const gsize *step = net->step;

  return is_inside (net, cell) + is_inside (net, cell + step[0]) +
         is_inside (net, cell + step[1]) + is_inside (net, cell + step[0] + step[1]) +
         is_inside (net, cell + step[2]) + is_inside (net, cell + step[0] + step[2]) +
         is_inside (net, cell + step[1] + step[2]) +
         is_inside (net, cell + step[0] + step[1] + step[2]);
}

static void
add_vertices (Net *net)
{
  const guint *n = net->grid->n;
  guint        at[3];

  for (at[2] = 0; at[2] + 1 < n[2]; at[2]++)
    for (at[1] = 0; at[1] + 1 < n[1]; at[1]++)
      for (at[0] = 0; at[0] + 1 < n[0]; at[0]++)
        {
          gsize cell = at[0] + at[1] * net->step[1] + at[2] * net->step[2];
          guint inside = count_inside (net, cell);

          if (inside > 0 && inside < 8)
            add_vertex (net, cell, at);
        }
}

static double
distance (const Net *net, guint32 from, guint32 to)
{
  const float *a = g_array_index (net->draft->vertices, RankleMeshVertex, from).place;
  const float *b = g_array_index (net->draft->vertices, RankleMeshVertex, to).place;

  return hypot (hypot (a[0] - b[0], a[1] - b[1]), a[2] - b[2]);
}

/* @corners go round against the clock, seen from outside. The shorter diagonal divides
 * them. */
static void
add_square (Net *net, const guint32 corners[4])
{
  guint first =
      distance (net, corners[0], corners[2]) <= distance (net, corners[1], corners[3])
          ? 0
          : 1;

  for (guint k = 0; k < 4; k += 2)
    rankle_mesh_draft_add_triangle (net->draft, corners[(first + k) % 4],
                                    corners[(first + k + 1) % 4],
                                    corners[(first + k + 2) % 4]);
}

/* The square across the edge of the grid from @point along @axis, of the four cells
 * around it. */
static void
cross_edge (Net *net, gsize point, guint axis)
{
  gsize    u = net->step[(axis + 1) % 3], v = net->step[(axis + 2) % 3];
  gboolean leaves = is_inside (net, point);
  guint32  corners[4] = { net->vertex[point - u - v], net->vertex[point - v],
                          net->vertex[point], net->vertex[point - u] };

  if (leaves == is_inside (net, point + net->step[axis]))
    return;
  if (!leaves)
    {
      guint32 swapped = corners[1];

      corners[1] = corners[3];
      corners[3] = swapped;
    }
  add_square (net, corners);
}

static void
add_squares (Net *net)
{
  const guint *n = net->grid->n;
  guint        at[3];

  for (at[2] = 0; at[2] < n[2]; at[2]++)
    for (at[1] = 0; at[1] < n[1]; at[1]++)
      for (at[0] = 0; at[0] < n[0]; at[0]++)
        for (guint axis = 0; axis < 3; axis++)
          {
            guint u = (axis + 1) % 3, v = (axis + 2) % 3;

            if (at[axis] + 1 < n[axis] && at[u] > 0 && at[u] + 1 < n[u] && at[v] > 0 &&
                at[v] + 1 < n[v])
              cross_edge (net, at[0] + at[1] * net->step[1] + at[2] * net->step[2], axis);
          }
}

RankleMeshDraft *
rankle_surface_nets (const RankleGrid *grid, float level)
{
  g_autofree guint32 *vertex = NULL;
  Net                 net = { .grid = grid, .level = level };
  gsize               n_points;

  g_return_val_if_fail (grid != NULL && grid->values != NULL && grid->spacing > 0, NULL);
  g_return_val_if_fail (MIN (MIN (grid->n[0], grid->n[1]), grid->n[2]) >= 2, NULL);

  net.step[0] = 1;
  net.step[1] = grid->n[0];
  net.step[2] = (gsize)grid->n[0] * grid->n[1];
  n_points = net.step[2] * grid->n[2];
  net.vertex = vertex = g_new (guint32, n_points);
  for (gsize i = 0; i < n_points; i++)
    vertex[i] = NO_VERTEX;
  net.draft = rankle_mesh_draft_new ();
  add_vertices (&net);
  add_squares (&net);
  rankle_mesh_draft_set_normals (net.draft);
  return net.draft;
}

float
rankle_grid_get_value (const RankleGrid *grid, const float place[3])
{
  gsize from = 0, step[3];
  float part[3], sum = 0;

  g_return_val_if_fail (grid != NULL && place != NULL, 0);

  step[0] = 1;
  step[1] = grid->n[0];
  step[2] = (gsize)grid->n[0] * grid->n[1];
  for (guint k = 0; k < 3; k++)
    {
      float at = CLAMP (place[k], 0, (float)(grid->n[k] - 1));
      guint whole = MIN ((guint)at, grid->n[k] - 2);

      from += whole * step[k];
      part[k] = at - (float)whole;
    }
  for (guint corner = 0; corner < 8; corner++)
    {
      gsize point = from;
      float weight = 1;

      for (guint k = 0; k < 3; k++)
        {
          gboolean far = (corner >> k & 1) != 0;

          point += far ? step[k] : 0;
          weight *= far ? part[k] : 1 - part[k];
        }
      sum += weight * grid->values[point];
    }
  return sum;
}
