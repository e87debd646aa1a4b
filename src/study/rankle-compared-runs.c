/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-compared-runs.h"

#include <math.h>

#include "rankle-excursion.h"

/* Both lists of times ascend: one walk finds all places. */
static void
find_places (RankleComparedRuns *self)
{
  const double *times = rankle_trajectory_get_times (self->run);
  const double *others = rankle_trajectory_get_times (self->baseline);
  guint         n = rankle_trajectory_get_n_times (self->baseline), row = 0;

  self->rows = g_new (guint, self->n);
  self->parts = g_new0 (double, self->n);
  for (guint i = 0; i < self->n; i++)
    {
      while (row + 1 < n && others[row + 1] <= times[i])
        row++;
      self->rows[i] = row;
      if (row + 1 < n && times[i] > others[row])
        self->parts[i] = (times[i] - others[row]) / (others[row + 1] - others[row]);
      g_assert (self->parts[i] >= 0 && self->parts[i] <= 1);
    }
}

void
rankle_compared_runs_init (RankleComparedRuns     *self,
                           const RankleTrajectory *run,
                           const RankleTrajectory *baseline)
{
  g_assert (run != NULL && rankle_trajectory_get_n_times (run) > 0);
  g_assert (baseline == NULL ||
            rankle_trajectory_get_model (baseline) == rankle_trajectory_get_model (run));

  *self = (RankleComparedRuns){ .run = run,
                                .baseline = baseline,
                                .n = rankle_trajectory_get_n_times (run) };
  if (baseline != NULL)
    find_places (self);
}

void
rankle_compared_runs_clear (RankleComparedRuns *self)
{
  g_clear_pointer (&self->rows, g_free);
  g_clear_pointer (&self->parts, g_free);
}

double
rankle_compared_runs_get_time (const RankleComparedRuns *self, guint row)
{
  g_assert (row < self->n);

  return rankle_trajectory_get_times (self->run)[row];
}

RankleComparedColumn
rankle_compared_runs_open (const RankleComparedRuns *self, guint column)
{
  RankleComparedColumn opened = { .runs = self,
                                  .values =
                                      rankle_trajectory_get_column (self->run, column) };

  if (self->baseline != NULL)
    opened.others = rankle_trajectory_get_column (self->baseline, column);
  opened.before = opened.others != NULL ? opened.others[0] : opened.values[0];
  return opened;
}

gboolean
rankle_compared_runs_leaves_range (const RankleComparedRuns *self, guint column)
{
  g_assert (self->run != NULL);

  return rankle_excursions_has_any (self->run, column) ||
         (self->baseline != NULL && rankle_excursions_has_any (self->baseline, column));
}

static double
find_largest (const RankleTrajectory *run, guint column)
{
  const double *values = rankle_trajectory_get_column (run, column);
  double        largest = 0;

  for (guint i = 0; i < rankle_trajectory_get_n_times (run); i++)
    largest = fabs (values[i]) > largest ? fabs (values[i]) : largest;
  return largest;
}

double
rankle_compared_runs_get_largest (const RankleComparedRuns *self, guint column)
{
  double largest = find_largest (self->run, column);

  return self->baseline == NULL ? largest
                                : fmax (largest, find_largest (self->baseline, column));
}
