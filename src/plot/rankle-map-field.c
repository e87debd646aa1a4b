/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-map-field.h"

#include <math.h>

#include "rankle-map-nodes.h"

struct _RankleMapField
{
  RankleMapRange range;
  double         least, greatest; /* of all values, in what colours go by */
  gboolean       smooth;
  RankleMapNodes x, y;
  double        *values; /* (owned): x.n × y.n, in what colours go by; NaN: none */
  guint8        *states; /* (owned) */
};

/* Four by four values around a cell, the cell between those in the middle. */
typedef struct
{
  double at[4][4]; /* row, column */
} Stencil;

/* ---- what it is made of ---- */

static void
take_values (RankleMapField *self, const RankleMap *map)
{
  for (guint j = 0, at = 0; j < self->y.n; j++)
    for (guint i = 0; i < self->x.n; i++, at++)
      {
        guint    column = self->x.indices[i], row = self->y.indices[j];
        gboolean has = rankle_map_has_value (map, column, row);
        double   value = map->values[(gsize)row * map->x.n + column];

        self->values[at] =
            has ? rankle_map_range_measure (&self->range, value) : (double)NAN;
        self->states[at] = (guint8)rankle_map_get_state (map, column, row);
        if (!has && self->states[at] == RANKLE_MAP_RAN)
          self->states[at] = RANKLE_MAP_FAILED;
      }
}

RankleMapField *
rankle_map_field_new (const RankleMap *map)
{
  RankleMapField *self;

  g_return_val_if_fail (map != NULL && map->x.n > 0 && map->y.n > 0, NULL);

  self = g_new0 (RankleMapField, 1);
  self->range = rankle_map_find_range (map);
  self->least = rankle_map_range_measure (&self->range, self->range.least);
  self->greatest = rankle_map_range_measure (&self->range, self->range.greatest);
  self->smooth = map->smooth;
  _rankle_map_nodes_init (&self->x, map, &map->x);
  _rankle_map_nodes_init (&self->y, map, &map->y);
  self->values = g_new (double, (gsize)self->x.n * self->y.n);
  self->states = g_new (guint8, (gsize)self->x.n * self->y.n);
  take_values (self, map);
  return self;
}

void
rankle_map_field_free (RankleMapField *self)
{
  _rankle_map_nodes_clear (&self->x);
  _rankle_map_nodes_clear (&self->y);
  g_free (self->values);
  g_free (self->states);
  g_free (self);
}

const RankleMapRange *
rankle_map_field_get_range (const RankleMapField *field)
{
  return &field->range;
}

/* ---- places ---- */

RankleMapLocus
rankle_map_field_locate_x (const RankleMapField *field, double x)
{
  return _rankle_map_nodes_locate (&field->x, x);
}

RankleMapLocus
rankle_map_field_locate_y (const RankleMapField *field, double y)
{
  return _rankle_map_nodes_locate (&field->y, y);
}

/* ---- what a cell is drawn by ---- */

static double
node_value (const RankleMapField *self, int i, int j)
{
  if (i < 0 || j < 0 || i >= (int)self->x.n || j >= (int)self->y.n)
    return NAN;
  return self->values[(gsize)j * self->x.n + (gsize)i];
}

static void
gather (const RankleMapField *self, guint i, guint j, Stencil *stencil)
{
  for (int row = 0; row < 4; row++)
    for (int column = 0; column < 4; column++)
      stencil->at[row][column] = node_value (self, (int)i + column - 1, (int)j + row - 1);
}

/* Where there is no value, the line through both in the middle goes on. @before and
 * @behind: how much longer the outer steps are than that in the middle. */
static void
extend (double *first, double *a, double *b, double *last, double before, double behind)
{
  if (isnan (*first))
    *first = *a - (*b - *a) * before;
  if (isnan (*last))
    *last = *b + (*b - *a) * behind;
}

/* All in the middle are there: first the rows and columns through them, by themselves, so
 * that neighbours agree on the edge between them. */
static void
fill_rim (const RankleMapField *self, guint i, guint j, Stencil *stencil)
{
  double (*at)[4] = stencil->at;
  double before, behind;

  _rankle_map_nodes_get_ratios (&self->x, i, &before, &behind);
  for (guint row = 1; row <= 2; row++)
    extend (&at[row][0], &at[row][1], &at[row][2], &at[row][3], before, behind);
  _rankle_map_nodes_get_ratios (&self->y, j, &before, &behind);
  for (guint column = 0; column < 4; column++)
    extend (&at[0][column], &at[1][column], &at[2][column], &at[3][column], before,
            behind);
}

/* A line through a value and its neighbours; where one in the middle has none, what is
 * nearer stays as it is. @further: the value is the third of them, not the second. */
static void
stay (double line[4], gboolean further, double before, double behind)
{
  guint own = further ? 2 : 1, other = further ? 1 : 2, beyond = further ? 0 : 3;

  if (isnan (line[other]))
    line[other] = line[beyond] = line[own];
  extend (&line[0], &line[1], &line[2], &line[3], before, behind);
}

/* One in the middle is not there: what is drawn of a quarter of the cell goes by the
 * value that it belongs to, and by its row and column, which add up. FALSE: it belongs to
 * none. */
static gboolean
fill_quarter (const RankleMapField *self,
              guint                 i,
              guint                 j,
              gboolean              right,
              gboolean              upper,
              Stencil              *stencil)
{
  guint  own_column = right ? 2 : 1, own_row = upper ? 2 : 1;
  double own = stencil->at[own_row][own_column];
  double row[4], column[4], before, behind;

  if (isnan (own))
    return FALSE;
  for (guint k = 0; k < 4; k++)
    {
      row[k] = stencil->at[own_row][k];
      column[k] = stencil->at[k][own_column];
    }
  _rankle_map_nodes_get_ratios (&self->x, i, &before, &behind);
  stay (row, right, before, behind);
  _rankle_map_nodes_get_ratios (&self->y, j, &before, &behind);
  stay (column, upper, before, behind);
  for (guint k = 0; k < 4; k++)
    for (guint l = 0; l < 4; l++)
      stencil->at[k][l] = row[l] + column[k] - own;
  return TRUE;
}

static gboolean
is_whole (const Stencil *stencil)
{
  return !isnan (stencil->at[1][1] + stencil->at[1][2] + stencil->at[2][1] +
                 stencil->at[2][2]);
}

/* FALSE: nothing is drawn. */
static gboolean
make_stencil (const RankleMapField *self,
              const RankleMapLocus *column,
              const RankleMapLocus *row,
              gboolean              inside,
              Stencil              *stencil)
{
  gather (self, column->cell, row->cell, stencil);
  if (!is_whole (stencil))
    return !inside && fill_quarter (self, column->cell, row->cell, column->is_further,
                                    row->is_further, stencil);
  fill_rim (self, column->cell, row->cell, stencil);
  return TRUE;
}

/* ---- what is read of it ---- */

static gsize
nearest_cell (const RankleMapField *self,
              const RankleMapLocus *column,
              const RankleMapLocus *row)
{
  return (gsize)_rankle_map_nodes_find_nearest (&self->y, row) * self->x.n +
         _rankle_map_nodes_find_nearest (&self->x, column);
}

static void
read_blocks (const RankleMapField *self,
             const RankleMapLocus *columns,
             guint                 n,
             const RankleMapLocus *row,
             double               *values)
{
  for (guint k = 0; k < n; k++)
    values[k] = self->values[nearest_cell (self, &columns[k], row)];
}

/* A cubic swings out beside a step: but not beyond all that was computed. */
static double
keep_within (const RankleMapField *self, double value)
{
  return CLAMP (value, self->least, self->greatest);
}

/* Up to where another stencil is needed, from @first on; returns where that is. */
static guint
read_piece (const RankleMapField *self,
            const RankleMapLocus *columns,
            guint                 first,
            guint                 n,
            const RankleMapLocus *row,
            gboolean              inside,
            double               *values)
{
  const RankleMapLocus *begin = &columns[first];
  Stencil               s;
  gboolean              is_drawn = make_stencil (self, begin, row, inside, &s);
  double                sums[4] = { 0 };
  guint                 k = first;

  for (guint l = 0; is_drawn && l < 4; l++)
    for (guint m = 0; m < 4; m++)
      sums[l] += row->weights[m] * s.at[m][l];
  for (; k < n && columns[k].cell == begin->cell &&
         columns[k].is_further == begin->is_further;
       k++)
    {
      const double *w = columns[k].weights;
      double sum = w[0] * sums[0] + w[1] * sums[1] + w[2] * sums[2] + w[3] * sums[3];

      values[k] = is_drawn ? keep_within (self, sum) : (double)NAN;
    }
  return k;
}

void
rankle_map_field_read_row (const RankleMapField *field,
                           const RankleMapLocus *columns,
                           guint                 n,
                           const RankleMapLocus *row,
                           gboolean              inside,
                           double               *values)
{
  g_assert (field != NULL && columns != NULL && row != NULL && values != NULL);

  if (!field->smooth)
    read_blocks (field, columns, n, row, values);
  for (guint k = 0; field->smooth && k < n;)
    k = read_piece (field, columns, k, n, row, inside, values);
}

RankleMapState
rankle_map_field_get_state (const RankleMapField *field,
                            const RankleMapLocus *column,
                            const RankleMapLocus *row)
{
  return (RankleMapState)field->states[nearest_cell (field, column, row)];
}

/* FALSE: the place is not on the map. */
static gboolean
find_locus (const RankleMap      *map,
            const RankleMapAxis  *axis,
            const RankleMapNodes *nodes,
            double                value,
            RankleMapLocus       *locus)
{
  RanklePlotScale scale = rankle_map_scale_axis (map, axis);
  double          place = rankle_plot_scale_map (&scale, value);

  *locus = _rankle_map_nodes_locate (nodes, place);
  return place >= -1e-9 && place <= 1 + 1e-9;
}

double
rankle_map_get_value (const RankleMap *map, double x, double y)
{
  g_autoptr (RankleMapField) field = rankle_map_field_new (map);
  RankleMapLocus column, row;
  double         value;

  g_return_val_if_fail (field != NULL, NAN);

  if (!find_locus (map, &map->x, &field->x, x, &column) ||
      !find_locus (map, &map->y, &field->y, y, &row))
    return NAN;
  rankle_map_field_read_row (field, &column, 1, &row, FALSE, &value);
  return rankle_map_range_unmeasure (&field->range, value);
}

RankleMapState
rankle_map_find_state (const RankleMap *map, double x, double y)
{
  g_autoptr (RankleMapField) field = rankle_map_field_new (map);
  RankleMapLocus column, row;

  g_return_val_if_fail (field != NULL, RANKLE_MAP_PENDING);

  find_locus (map, &map->x, &field->x, x, &column);
  find_locus (map, &map->y, &field->y, y, &row);
  return rankle_map_field_get_state (field, &column, &row);
}
