/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rankle-run-times.h"

/* One interval a pixel of a wide plot, about. */
#define GRID 800

/* Around an event, in grid intervals: the state before it, the state after it, and the
 * rise that follows. */
static const double near_event[] = { 0, 1e-6, 0.125, 0.25, 0.5, 0.75 };

/* Beyond this many events their rises are not resolved one by one. */
#define EVENTS_IN_DETAIL 400

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

static void
add_event (GArray *times, double at, double interval, double horizon, guint n)
{
  g_assert (n <= G_N_ELEMENTS (near_event) && interval > 0);

  for (guint i = 0; i < n; i++)
    {
      double time = at + near_event[i] * interval;

      if (at >= 0 && time <= horizon)
        g_array_append_val (times, time);
    }
}

/* Drops a time too close to its predecessor for the two to be told apart on the grid's
 * scale. */
static void
drop_doubles (GArray *times, double interval)
{
  double *t = (double *)(void *)times->data;
  guint   kept = 0;

  g_assert (interval > 0);

  for (guint i = 0; i < times->len; i++)
    {
      if (kept == 0 || t[i] - t[kept - 1] > 1e-8 * interval)
        t[kept++] = t[i];
    }
  g_array_set_size (times, kept);
}

GArray *
rankle_run_times_choose (double horizon, const RankleEvent *events, guint n_events)
{
  GArray *times = g_array_new (FALSE, FALSE, sizeof (double));
  double  interval = horizon / GRID;
  guint   detail = n_events > EVENTS_IN_DETAIL ? 2 : G_N_ELEMENTS (near_event);

  g_return_val_if_fail (horizon > 0, times);

  for (guint i = 0; i <= GRID; i++)
    {
      double time = i < GRID ? i * interval : horizon;

      g_array_append_val (times, time);
    }
  for (guint i = 0; i < n_events; i++)
    add_event (times, events[i].time, interval, horizon, detail);
  g_array_sort (times, compare);
  drop_doubles (times, interval);
  return times;
}

void
rankle_run_times_add (GArray *times, const double *more, guint n)
{
  double first, last;

  g_return_if_fail (times != NULL && times->len > 0);

  first = g_array_index (times, double, 0);
  last = g_array_index (times, double, times->len - 1);
  for (guint i = 0; i < n; i++)
    if (more[i] > first && more[i] < last)
      g_array_append_val (times, more[i]);
  g_array_sort (times, compare);
  drop_doubles (times, (last - first) / GRID);
}
