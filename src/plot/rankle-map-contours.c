/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Marching squares over a mesh of the screen, of which each cell is so small that what is
 * drawn within it is nearly flat. An edge of the mesh is crossed by a line of one level
 * once or not at all, so that a line is followed from edge to edge, each of which is
 * visited once. */

#include "rankle-map-contours.h"

#include <math.h>
#include <string.h>

#include "rankle-map-field.h"
#include "rankle-map-levels.h"

/* Of a cell of the mesh [px]. */
#define MESH 3.0
/* … which is coarser where that would be more than so many in a row. */
#define MOST_CELLS 1500

typedef struct
{
  guint   n_x, n_y;       /* points of the mesh */
  double  step_x, step_y; /* [px] */
  double *values;         /* (owned): n_x × n_y from the upper left; NaN: none */
  double *lows, *highs;   /* (owned): of the values of a row and the next */
  guint8 *is_visited;     /* (owned): of an edge, by the level at hand */
  guint   n_edges;
} Mesh;

/* ---- the mesh ---- */

static guint
count_cells (double size)
{
  return (guint)CLAMP (ceil (size / MESH), 1, MOST_CELLS);
}

static void
mesh_read (Mesh *self, const RankleMapField *field)
{
  g_autofree RankleMapLocus *columns = g_new (RankleMapLocus, self->n_x);

  for (guint i = 0; i < self->n_x; i++)
    columns[i] = rankle_map_field_locate_x (field, (double)i / (self->n_x - 1));
  for (guint j = 0; j < self->n_y; j++)
    {
      RankleMapLocus row =
          rankle_map_field_locate_y (field, 1 - (double)j / (self->n_y - 1));

      rankle_map_field_read_row (field, columns, self->n_x, &row, TRUE,
                                 self->values + (gsize)j * self->n_x);
    }
}

/* So that rows which a level does not come to need not be looked through for it. */
static void
mesh_find_ends (Mesh *self)
{
  for (guint j = 0; j < self->n_y; j++)
    {
      const double *values = self->values + (gsize)j * self->n_x;
      guint         n = j + 1 < self->n_y ? 2 * self->n_x : self->n_x;

      self->lows[j] = INFINITY;
      self->highs[j] = -INFINITY;
      for (guint i = 0; i < n; i++)
        {
          self->lows[j] = values[i] < self->lows[j] ? values[i] : self->lows[j];
          self->highs[j] = values[i] > self->highs[j] ? values[i] : self->highs[j];
        }
    }
}

static void
mesh_init (Mesh *self, const RankleMapField *field, double width, double height)
{
  self->n_x = count_cells (width) + 1;
  self->n_y = count_cells (height) + 1;
  self->step_x = width / (self->n_x - 1);
  self->step_y = height / (self->n_y - 1);
  self->values = g_new (double, (gsize)self->n_x * self->n_y);
  self->n_edges = 2 * self->n_x * self->n_y;
  self->is_visited = g_new (guint8, self->n_edges);
  self->lows = g_new (double, self->n_y);
  self->highs = g_new (double, self->n_y);
  mesh_read (self, field);
  mesh_find_ends (self);
}

static void
mesh_clear (Mesh *self)
{
  g_free (self->values);
  g_free (self->lows);
  g_free (self->highs);
  g_free (self->is_visited);
}

/* Edges by number: first those to the right of each point, then those below it. */
static gboolean
is_upright (const Mesh *self, guint edge)
{
  return edge >= self->n_x * self->n_y;
}

static guint
get_point (const Mesh *self, guint edge)
{
  return is_upright (self, edge) ? edge - self->n_x * self->n_y : edge;
}

/* The four edges of the cell that is right below a point: above, right, below, left. */
static void
get_edges (const Mesh *self, guint point, guint edges[4])
{
  guint upright = self->n_x * self->n_y;

  edges[0] = point;
  edges[1] = upright + point + 1;
  edges[2] = point + self->n_x;
  edges[3] = upright + point;
}

static double
get_far_value (const Mesh *self, guint edge)
{
  guint point = get_point (self, edge);

  return self->values[point + (is_upright (self, edge) ? self->n_x : 1)];
}

/* Of which both ends are on the mesh. */
static gboolean
is_crossed (const Mesh *self, guint edge, double level)
{
  double a = self->values[get_point (self, edge)], b = get_far_value (self, edge);

  return !isnan (a + b) && (a < level) != (b < level);
}

/* The cells on both sides of an edge, by their upper left points; -1: none. */
static void
get_cells (const Mesh *self, guint edge, int cells[2])
{
  guint    point = get_point (self, edge), i = point % self->n_x, j = point / self->n_x;
  guint    back = is_upright (self, edge) ? 1 : self->n_x;
  gboolean has_first = is_upright (self, edge) ? i > 0 : j > 0;

  cells[0] = has_first ? (int)(point - back) : -1;
  cells[1] = i + 1 < self->n_x && j + 1 < self->n_y ? (int)point : -1;
}

static gboolean
is_cell_whole (const Mesh *self, guint point)
{
  const double *v = self->values + point;

  return !isnan (v[0] + v[1] + v[self->n_x] + v[self->n_x + 1]);
}

/* ---- a line ---- */

/* Where a line that comes in by one edge of a cell goes out; all four may be crossed,
 * where two lines pass the middle, and then it says between which corners. */
static int
find_exit (const Mesh *self, guint cell, guint entry, double level)
{
  static const guint8 joined_low[4] = { 3, 2, 1, 0 }, joined_high[4] = { 1, 0, 3, 2 };
  const double       *v = self->values + cell;
  double              middle = 0.25 * (v[0] + v[1] + v[self->n_x] + v[self->n_x + 1]);
  guint               edges[4], n = 0, exit = 0, side = 0;

  get_edges (self, cell, edges);
  for (guint k = 0; k < 4; k++)
    {
      if (edges[k] == entry)
        side = k;
      else if (is_crossed (self, edges[k], level))
        n++, exit = k;
    }
  if (n == 3) /* the upper left corner is cut off by itself, or is joined to the middle */
    exit = (v[0] < level) == (middle < level) ? joined_high[side] : joined_low[side];
  return n > 0 ? (int)edges[exit] : -1;
}

/* How fast the value changes in a cell, a pixel. */
static double
get_slope (const Mesh *self, guint cell)
{
  const double *v = self->values + cell, *w = v + self->n_x;

  g_assert (is_cell_whole (self, cell));
  return hypot (0.5 * (v[1] - v[0] + w[1] - w[0]) / self->step_x,
                0.5 * (w[0] - v[0] + w[1] - v[1]) / self->step_y);
}

/* Of an edge of that cell. */
static RankleMapPoint
cross (const Mesh *self, guint edge, guint cell, const RankleMapLevel *level)
{
  guint  point = get_point (self, edge);
  double a = self->values[point], b = get_far_value (self, edge);
  double part = CLAMP ((level->measure - a) / (b - a), 0, 1);
  double x = (double)(point % self->n_x) + (is_upright (self, edge) ? 0 : part);
  double y = (double)(point / self->n_x) + (is_upright (self, edge) ? part : 0);
  double slope = get_slope (self, cell);

  return (RankleMapPoint){ (float)(x * self->step_x), (float)(y * self->step_y),
                           slope > 0 ? (float)MIN (level->apart / slope, 1e6) : 1e6f };
}

/* Follows the line from @edge into one of both cells beside it, for as long as it goes.
 * TRUE: it has come back. */
static gboolean
follow (Mesh *self, guint edge, int cell, const RankleMapLevel *level, GArray *points)
{
  guint first = edge;

  while (cell >= 0 && is_cell_whole (self, (guint)cell))
    {
      int            next = find_exit (self, (guint)cell, edge, level->measure);
      int            cells[2];
      RankleMapPoint point;

      if (next < 0)
        return FALSE;
      point = cross (self, (guint)next, (guint)cell, level);
      g_array_append_val (points, point);
      if ((guint)next == first)
        return TRUE;
      if (self->is_visited[next])
        return FALSE;
      self->is_visited[next] = TRUE;
      get_cells (self, (guint)next, cells);
      cell = cells[0] == cell ? cells[1] : cells[0];
      edge = (guint)next;
    }
  return FALSE;
}

static void
append_line (GArray               *lines,
             const RankleMapLevel *level,
             const GArray         *back,
             const GArray         *on)
{
  RankleMapLine line = { .kind = level->kind, .value = level->value };

  if (back->len + on->len < 2)
    return;
  line.points = g_new (RankleMapPoint, back->len + on->len);
  for (guint i = back->len; i-- > 0;)
    line.points[line.n++] = g_array_index (back, RankleMapPoint, i);
  for (guint i = 0; i < on->len; i++)
    line.points[line.n++] = g_array_index (on, RankleMapPoint, i);
  g_array_append_val (lines, line);
}

/* -1: neither of both cells beside an edge is whole. */
static int
find_whole (const Mesh *self, const int cells[2])
{
  for (guint k = 0; k < 2; k++)
    if (cells[k] >= 0 && is_cell_whole (self, (guint)cells[k]))
      return cells[k];
  return -1;
}

/* The line through @edge, which is in the midst of it, unless it is closed. */
static void
trace (Mesh *self, guint edge, const RankleMapLevel *level, GArray *lines)
{
  g_autoptr (GArray) on = g_array_new (FALSE, FALSE, sizeof (RankleMapPoint));
  g_autoptr (GArray) back = g_array_new (FALSE, FALSE, sizeof (RankleMapPoint));
  RankleMapPoint begin;
  int            cells[2];

  self->is_visited[edge] = TRUE;
  get_cells (self, edge, cells);
  if (find_whole (self, cells) < 0)
    return;
  begin = cross (self, edge, (guint)find_whole (self, cells), level);
  g_array_append_val (on, begin);
  if (!follow (self, edge, cells[1], level, on))
    follow (self, edge, cells[0], level, back);
  append_line (lines, level, back, on);
}

static void
trace_row (Mesh *self, guint j, const RankleMapLevel *level, GArray *lines)
{
  for (guint i = 0; i < self->n_x; i++)
    {
      guint point = j * self->n_x + i, below = self->n_x * self->n_y + point;

      if (i + 1 < self->n_x && !self->is_visited[point] &&
          is_crossed (self, point, level->measure))
        trace (self, point, level, lines);
      if (j + 1 < self->n_y && !self->is_visited[below] &&
          is_crossed (self, below, level->measure))
        trace (self, below, level, lines);
    }
}

static void
trace_level (Mesh *self, const RankleMapLevel *level, GArray *lines)
{
  memset (self->is_visited, 0, self->n_edges);
  for (guint j = 0; j < self->n_y; j++)
    if (self->lows[j] < level->measure && self->highs[j] >= level->measure)
      trace_row (self, j, level, lines);
}

static void
clear_line (gpointer line)
{
  g_free (((RankleMapLine *)line)->points);
}

GArray *
rankle_map_find_lines (const RankleMap *map, double width, double height)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (RankleMapLine));
  g_autoptr (RankleMapField) field = NULL;
  g_autoptr (GArray) levels = NULL;
  Mesh mesh;

  g_return_val_if_fail (map != NULL, lines);

  g_array_set_clear_func (lines, clear_line);
  if (!map->smooth || !(width >= 1) || !(height >= 1))
    return lines;
  field = rankle_map_field_new (map);
  levels = _rankle_map_list_levels (rankle_map_field_get_range (field));
  mesh_init (&mesh, field, width, height);
  for (guint i = 0; i < levels->len; i++)
    trace_level (&mesh, &g_array_index (levels, RankleMapLevel, i), lines);
  mesh_clear (&mesh);
  return lines;
}
