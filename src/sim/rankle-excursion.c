/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Ranges are data: of a bundled model its sidecar states them, of another what its file
 * says of a species. A quantity without one is never out of it: its unit alone does not
 * tell an amount from a difference of two, nor a flow from one that may turn round.
 *
 * What is beyond by no more than the solver may be wrong is within: its absolute
 * tolerance, or the relative one of the most that the column comes to, since what is left
 * of 60 mg is known no better than to a part of 60 mg. */

#include "rankle-excursion.h"

#include <math.h>

typedef struct
{
  const RankleTrajectory *run;
  const RankleQuantity   *quantity;
  const double           *times, *values;
  guint                   column, n;
  double                  margin;
} Column;

static double
find_margin (const Column *self)
{
  const RankleProtocol *protocol = rankle_trajectory_get_protocol (self->run);
  double                largest = 0;

  for (guint i = 0; i < self->n; i++)
    largest = fmax (largest, fabs (self->values[i])); /* NaN is passed over */
  return fmax (rankle_trajectory_get_floor (self->run, self->column),
               rankle_protocol_get_relative_tolerance (protocol) * largest);
}

static gboolean
has_range (const RankleQuantity *quantity)
{
  return !isnan (quantity->min) || !isnan (quantity->max);
}

/* Most columns are, all along: a slider's every step asks, and this is quick. NaN is
 * beyond nothing. */
static gboolean
is_within (const RankleTrajectory *run, const RankleQuantity *quantity, guint column)
{
  const double *values = rankle_trajectory_get_shown (run, column);
  guint         n = rankle_trajectory_get_n_times (run);
  double        min = quantity->min, max = quantity->max;

  for (guint i = 0; i < n; i++)
    if (values[i] < min || values[i] > max)
      return FALSE;
  return TRUE;
}

/* As it is shown: a share of nothing has no value that could be beyond anything. */
static Column
open_column (const RankleTrajectory *run, guint column)
{
  Column self = { .run = run,
                  .quantity =
                      rankle_model_get_column (rankle_trajectory_get_model (run), column),
                  .times = rankle_trajectory_get_times (run),
                  .values = rankle_trajectory_get_shown (run, column),
                  .column = column,
                  .n = rankle_trajectory_get_n_times (run) };

  self.margin = find_margin (&self);
  g_assert (self.margin >= 0);
  return self;
}

/* -1: below, 1: above, 0: within. */
static int
find_side (const Column *self, guint row)
{
  if (self->values[row] < self->quantity->min - self->margin)
    return -1;
  return self->values[row] > self->quantity->max + self->margin ? 1 : 0;
}

/* When the limit is passed, between two rows that lie beside each other. */
static double
find_crossing (const Column *self, guint before, double limit)
{
  double step = self->values[before + 1] - self->values[before];
  double part = (limit - self->values[before]) / step;

  g_assert (before + 1 < self->n);
  if (!isfinite (part))
    part = 0;
  return self->times[before] +
         CLAMP (part, 0, 1) * (self->times[before + 1] - self->times[before]);
}

/* Rows @first … @last, all beyond the same end. */
static RankleExcursion
measure (const Column *self, guint first, guint last)
{
  RankleExcursion out = { .column = self->column,
                          .below = find_side (self, first) < 0,
                          .worst = self->values[first],
                          .lasts = last + 1 == self->n };

  g_assert (first <= last && last < self->n);
  out.limit = out.below ? self->quantity->min : self->quantity->max;
  for (guint i = first; i <= last; i++)
    out.worst =
        out.below ? fmin (out.worst, self->values[i]) : fmax (out.worst, self->values[i]);
  out.from = first > 0 ? find_crossing (self, first - 1, out.limit) : self->times[0];
  out.to = out.lasts ? self->times[last] : find_crossing (self, last, out.limit);
  g_assert (out.from <= self->times[first] && out.to >= self->times[last]);
  return out;
}

static void
find (const RankleTrajectory *run, guint column, GArray *excursions)
{
  const RankleQuantity *quantity =
      rankle_model_get_column (rankle_trajectory_get_model (run), column);
  Column self;

  if (!has_range (quantity) || is_within (run, quantity, column))
    return;
  self = open_column (run, column);
  for (guint first = 0, last; first < self.n; first = last + 1)
    {
      int             side = find_side (&self, first);
      RankleExcursion out;

      last = first;
      while (side != 0 && last + 1 < self.n && find_side (&self, last + 1) == side)
        last++;
      if (side == 0)
        continue;
      out = measure (&self, first, last);
      g_array_append_val (excursions, out);
    }
}

GArray *
rankle_excursions_find (const RankleTrajectory *run, const guint *columns, guint n)
{
  GArray *excursions = g_array_new (FALSE, FALSE, sizeof (RankleExcursion));

  g_return_val_if_fail (run != NULL && (n == 0 || columns != NULL), excursions);

  for (guint i = 0; i < n; i++)
    find (run, columns[i], excursions);
  return excursions;
}

GArray *
rankle_excursions_find_all (const RankleTrajectory *run)
{
  GArray *excursions = g_array_new (FALSE, FALSE, sizeof (RankleExcursion));

  g_return_val_if_fail (run != NULL, excursions);

  for (guint i = 0; i < rankle_trajectory_get_n_columns (run); i++)
    find (run, i, excursions);
  return excursions;
}

gboolean
rankle_excursions_has_any (const RankleTrajectory *run, guint column)
{
  g_autoptr (GArray) excursions = rankle_excursions_find (run, &column, 1);

  return excursions->len > 0;
}

gboolean
rankle_excursions_cover (const RankleTrajectory *run, guint column, double time)
{
  g_autoptr (GArray) excursions = rankle_excursions_find (run, &column, 1);

  for (guint i = 0; i < excursions->len; i++)
    {
      const RankleExcursion *out = &g_array_index (excursions, RankleExcursion, i);

      if (time >= out->from && time <= out->to)
        return TRUE;
    }
  return FALSE;
}

/* ---- merged ---- */

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const RankleExcursion *x = a, *y = b;

  return (x->from > y->from) - (x->from < y->from);
}

GArray *
rankle_excursions_merge (const GArray *excursions)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) sorted = g_array_copy ((GArray *)excursions);

  g_array_sort (sorted, compare_starts);
  for (guint i = 0; i < sorted->len; i++)
    {
      const RankleExcursion *next = &g_array_index (sorted, RankleExcursion, i);
      double                *end =
          spans->len > 0 ? &g_array_index (spans, double, spans->len - 1) : NULL;

      if (end != NULL && next->from <= *end)
        {
          *end = fmax (*end, next->to);
          continue;
        }
      g_array_append_val (spans, next->from);
      g_array_append_val (spans, next->to);
    }
  g_assert (spans->len % 2 == 0);
  return spans;
}
