/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-trajectory.h"

#include <stdatomic.h>

#include "rankle-trajectory-private.h"

struct _RankleTrajectory
{
  atomic_int          ref_count; /* C11, so that ThreadSanitizer sees it */
  RankleProtocol     *protocol;  /* (owned) */
  const double       *times;     /* the protocol's */
  guint               n_times, n_columns;
  double             *values; /* (owned): column after column */
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
  self->n_columns = rankle_model_get_n_columns (model);
  if (rankle_protocol_get_hidden (protocol))
    self->n_columns += rankle_model_get_n_hidden (model);
  self->values = g_new (double, MAX ((gsize)self->n_times * self->n_columns, 1));
  return self;
}

double *
_rankle_trajectory_column (RankleTrajectory *trajectory, guint column)
{
  return trajectory->values + (gsize)column * trajectory->n_times;
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

  return trajectory->values + (gsize)column * trajectory->n_times;
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

double
rankle_trajectory_get_value_at (const RankleTrajectory *trajectory,
                                guint                   column,
                                double                  time)
{
  const double *values = rankle_trajectory_get_column (trajectory, column);
  const double *times;
  guint         last, row;

  g_return_val_if_fail (values != NULL, 0);

  times = trajectory->times;
  last = trajectory->n_times - 1;
  if (time <= times[0])
    return values[0];
  if (time >= times[last])
    return values[last];
  row = find_row (trajectory, time);
  return values[row] + (values[row + 1] - values[row]) *
                           ((time - times[row]) / (times[row + 1] - times[row]));
}

const RankleRunStatistics *
rankle_trajectory_get_statistics (const RankleTrajectory *trajectory)
{
  g_return_val_if_fail (trajectory != NULL, NULL);

  return &trajectory->statistics;
}
