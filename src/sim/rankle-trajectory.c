/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-trajectory.h"

#include <float.h>
#include <math.h>
#include <stdatomic.h>
#include <string.h>

#include "rankle-trajectory-private.h"

struct _RankleTrajectory
{
  atomic_int          ref_count; /* C11, so that ThreadSanitizer sees it */
  RankleProtocol     *protocol;  /* (owned) */
  const double       *times;     /* the protocol's */
  guint               n_times, n_columns;
  guint               n_asked; /* of times: from one column to the next */
  double             *values;  /* (owned): column after column */
  double             *floors;  /* (owned): n_states */
  double            **shown;   /* (owned) (array length=n_columns): NULL: as it is */
  RankleRunStatistics statistics;
};

G_DEFINE_BOXED_TYPE (RankleTrajectory,
                     rankle_trajectory,
                     rankle_trajectory_ref,
                     rankle_trajectory_unref)

RankleTrajectory *
_rankle_trajectory_new (RankleProtocol *protocol)
{
  RankleTrajectory *self = g_new0 (RankleTrajectory, 1);
  RankleModel      *model = rankle_protocol_get_model (protocol);

  atomic_init (&self->ref_count, 1);
  self->protocol = rankle_protocol_ref (protocol);
  self->times = rankle_protocol_get_times (protocol, &self->n_times);
  self->n_asked = self->n_times;
  self->n_columns = rankle_model_get_n_columns (model);
  if (rankle_protocol_get_hidden (protocol))
    self->n_columns += rankle_model_get_n_hidden (model);
  self->values = g_new (double, MAX ((gsize)self->n_times * self->n_columns, 1));
  self->floors = g_new0 (double, rankle_model_get_n_states (model) + 1);
  self->shown = g_new0 (double *, self->n_columns + 1);
  return self;
}

double *
_rankle_trajectory_column (RankleTrajectory *trajectory, guint column)
{
  return trajectory->values + (gsize)column * trajectory->n_asked;
}

void
_rankle_trajectory_cut (RankleTrajectory *trajectory, guint n_times)
{
  g_assert (n_times > 0 && n_times < trajectory->n_asked);

  trajectory->n_times = n_times;
}

gboolean
rankle_trajectory_is_partial (const RankleTrajectory *trajectory)
{
  g_return_val_if_fail (trajectory != NULL, FALSE);

  return trajectory->n_times < trajectory->n_asked;
}

RankleRunStatistics *
_rankle_trajectory_statistics (RankleTrajectory *trajectory)
{
  return &trajectory->statistics;
}

RankleTrajectory *
rankle_trajectory_ref (RankleTrajectory *trajectory)
{
  g_return_val_if_fail (trajectory != NULL, NULL);

  atomic_fetch_add_explicit (&trajectory->ref_count, 1, memory_order_relaxed);
  return trajectory;
}

void
rankle_trajectory_unref (RankleTrajectory *trajectory)
{
  g_return_if_fail (trajectory != NULL);

  if (atomic_fetch_sub_explicit (&trajectory->ref_count, 1, memory_order_acq_rel) > 1)
    return;

  for (guint i = 0; i < trajectory->n_columns; i++)
    g_free (trajectory->shown[i]);
  g_free (trajectory->shown);
  g_free (trajectory->floors);
  rankle_protocol_unref (trajectory->protocol);
  g_free (trajectory->values);
  g_free (trajectory);
}

RankleProtocol *
rankle_trajectory_get_protocol (const RankleTrajectory *trajectory)
{
  g_return_val_if_fail (trajectory != NULL, NULL);

  return trajectory->protocol;
}

RankleModel *
rankle_trajectory_get_model (const RankleTrajectory *trajectory)
{
  g_return_val_if_fail (trajectory != NULL, NULL);

  return rankle_protocol_get_model (trajectory->protocol);
}

guint
rankle_trajectory_get_n_times (const RankleTrajectory *trajectory)
{
  g_return_val_if_fail (trajectory != NULL, 0);

  return trajectory->n_times;
}

const double *
rankle_trajectory_get_times (const RankleTrajectory *trajectory)
{
  g_return_val_if_fail (trajectory != NULL, NULL);

  return trajectory->times;
}

guint
rankle_trajectory_get_n_columns (const RankleTrajectory *trajectory)
{
  g_return_val_if_fail (trajectory != NULL, 0);

  return trajectory->n_columns;
}

const double *
rankle_trajectory_get_column (const RankleTrajectory *trajectory, guint column)
{
  g_return_val_if_fail (trajectory != NULL, NULL);
  g_return_val_if_fail (column < trajectory->n_columns, NULL);

  return trajectory->values + (gsize)column * trajectory->n_asked;
}

/* Index of the last row not later than @time; the caller has made sure that there is one.
 */
static guint
find_row (const RankleTrajectory *self, double time)
{
  guint low = 0, high = self->n_times;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (self->times[middle] <= time)
        low = middle;
      else
        high = middle;
    }
  return low;
}

static double
interpolate (const RankleTrajectory *self, const double *values, double time)
{
  const double *times = self->times;
  guint         last = self->n_times - 1, row;

  if (time <= times[0])
    return values[0];
  if (time > times[last] && self->n_times < self->n_asked)
    return (double)NAN;
  if (time >= times[last])
    return values[last];
  row = find_row (self, time);
  return values[row] + (values[row + 1] - values[row]) *
                           ((time - times[row]) / (times[row + 1] - times[row]));
}

double
rankle_trajectory_get_value_at (const RankleTrajectory *trajectory,
                                guint                   column,
                                double                  time)
{
  const double *values = rankle_trajectory_get_column (trajectory, column);

  g_return_val_if_fail (values != NULL, 0);

  return interpolate (trajectory, values, time);
}

/* ---- what is something ---- */

/* Several side by side: each would wait for the one before it. */
#define AT_ONCE 8

static double
find_largest (const RankleTrajectory *self, guint column)
{
  const double *values = rankle_trajectory_get_column (self, column);
  double        largest[AT_ONCE] = { 0 };
  guint         row = 0;

  for (; row + AT_ONCE <= self->n_times; row += AT_ONCE)
    for (guint k = 0; k < AT_ONCE; k++)
      {
        double size = fabs (values[row + k]);

        largest[k] = size > largest[k] ? size : largest[k];
      }
  for (; row < self->n_times; row++)
    largest[0] = fmax (largest[0], fabs (values[row]));
  for (guint k = 1; k < AT_ONCE; k++)
    largest[0] = fmax (largest[0], largest[k]);
  return largest[0];
}

double
rankle_trajectory_get_floor (const RankleTrajectory *trajectory, guint column)
{
  g_return_val_if_fail (trajectory != NULL && column < trajectory->n_columns, 0);

  if (column < rankle_model_get_n_states (rankle_trajectory_get_model (trajectory)))
    return trajectory->floors[column];
  return rankle_protocol_get_relative_tolerance (trajectory->protocol) *
         find_largest (trajectory, column);
}

guint8 *
rankle_trajectory_dup_nothing (const RankleTrajectory *trajectory,
                               const guint            *columns,
                               guint                   n)
{
  guint8  *nothing;
  gboolean any = FALSE;

  g_return_val_if_fail (trajectory != NULL && columns != NULL && n > 0, NULL);

  nothing = g_new (guint8, trajectory->n_times + 1);
  memset (nothing, TRUE, trajectory->n_times + 1);
  for (guint i = 0; i < n; i++)
    {
      const double *shown = rankle_trajectory_get_shown (trajectory, columns[i]);
      double        floor = rankle_trajectory_get_floor (trajectory, columns[i]);

      for (guint row = 0; row < trajectory->n_times; row++)
        nothing[row] &= !(fabs (shown[row]) > floor);
    }
  for (guint row = 0; row < trajectory->n_times; row++)
    any |= nothing[row];
  if (!any)
    g_clear_pointer (&nothing, g_free);
  return nothing;
}

/* (transfer full) (nullable): NULL: there is something of the whole in every row. */
static double *
make_shown (const RankleTrajectory *self, guint column, const RankleQuantity *share)
{
  g_autofree guint8 *nothing =
      rankle_trajectory_dup_nothing (self, share->parts, share->n_parts);
  double *shown;

  if (nothing == NULL)
    return NULL;
  shown = g_memdup2 (rankle_trajectory_get_column (self, column),
                     self->n_times * sizeof (double));
  for (guint row = 0; row < self->n_times; row++)
    if (nothing[row])
      shown[row] = (double)NAN;
  return shown;
}

/* What is 0 at the start and never leaves it by more than @limit: numbers like 1e-17 of a
 * drug that nobody has given. */
static gboolean
stays_at_zero (const RankleTrajectory *self, guint column, double limit)
{
  double largest;

  if (self->n_times == 0 || fabs (rankle_trajectory_get_column (self, column)[0]) > 0)
    return FALSE;
  largest = find_largest (self, column);
  return largest > 0 && largest <= limit;
}

/* A state is known to its floor; a formula, to what is lost when numbers of the size of
 * the states are taken from each other. */
static void
clear_zeros (RankleTrajectory *self, guint n_states)
{
  double lost = 0;

  for (guint i = 0; i < n_states; i++)
    lost = fmax (lost, DBL_EPSILON * find_largest (self, i));
  for (guint i = 0; i < self->n_columns; i++)
    if (self->shown[i] == NULL &&
        stays_at_zero (self, i, i < n_states ? self->floors[i] : lost))
      self->shown[i] = g_new0 (double, self->n_times);
}

void
_rankle_trajectory_hold (RankleTrajectory *trajectory, const double *absolute)
{
  RankleModel *model = rankle_trajectory_get_model (trajectory);

  for (guint i = 0; i < rankle_model_get_n_states (model); i++)
    trajectory->floors[i] = RANKLE_SMALL_EXCURSION * absolute[i];
  for (guint i = 0; i < trajectory->n_columns; i++)
    {
      const RankleQuantity *quantity = rankle_model_get_column (model, i);

      g_assert (trajectory->shown[i] == NULL);
      if (quantity->n_parts > 0)
        trajectory->shown[i] = make_shown (trajectory, i, quantity);
    }
  clear_zeros (trajectory, rankle_model_get_n_states (model));
}

const double *
rankle_trajectory_get_shown (const RankleTrajectory *trajectory, guint column)
{
  g_return_val_if_fail (trajectory != NULL && column < trajectory->n_columns, NULL);

  return trajectory->shown[column] != NULL
             ? trajectory->shown[column]
             : rankle_trajectory_get_column (trajectory, column);
}

double
rankle_trajectory_get_shown_at (const RankleTrajectory *trajectory,
                                guint                   column,
                                double                  time)
{
  const double *values = rankle_trajectory_get_shown (trajectory, column);

  g_return_val_if_fail (values != NULL, (double)NAN);

  return interpolate (trajectory, values, time);
}

double
rankle_trajectory_get_ratio_at (const RankleTrajectory *trajectory,
                                const RankleTrajectory *baseline,
                                guint                   column,
                                double                  time)
{
  double reference;

  g_return_val_if_fail (trajectory != NULL, (double)NAN);

  if (baseline == NULL ||
      rankle_trajectory_get_model (baseline) != rankle_trajectory_get_model (trajectory))
    return NAN;
  reference = rankle_trajectory_get_shown_at (baseline, column, time);
  /* What is nothing but the solver's error has no multiples. */
  if (!(fabs (reference) > rankle_trajectory_get_floor (baseline, column)))
    return NAN;
  return rankle_trajectory_get_shown_at (trajectory, column, time) / reference;
}

const RankleRunStatistics *
rankle_trajectory_get_statistics (const RankleTrajectory *trajectory)
{
  g_return_val_if_fail (trajectory != NULL, NULL);

  return &trajectory->statistics;
}
