/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rankle-run-times.h"

#include <math.h>

/* One interval a pixel of a wide plot, about. */
#define GRID 800

/* After an event, in grid intervals: the state that it leaves. */
#define JUST_AFTER 1e-6

/* What follows an event rises and falls at a pace of its own, which nobody knows before
 * the run: a drug may have come and gone long before the next time of the grid. So times
 * after it are spread evenly on a logarithmic scale, until the grid is as dense or
 * something else happens; a peak between two of them is then shown too low by a percent
 * at most. */
#define SPREAD   40
#define SHORTEST 3e-3 /* in grid intervals, or in the time to the next event */
#define REACH    8    /* in grid intervals */

/* Of all events together; where there are more events, each gets fewer. */
#define MOST_SPREAD 14000

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
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

static void
add (GArray *times, double time, double horizon)
{
  if (time <= horizon)
    g_array_append_val (times, time);
}

/* Times of it, and to those before and after it; INFINITY: there is none. */
typedef struct
{
  double at, since, until;
} Moment;

/* The state before an event, the state after it, and what becomes of it until the next
 * one. The last of a series is seen as closely as those before it. */
static void
add_event (
    GArray *times, const Moment *moment, double interval, double horizon, guint spread)
{
  double first = SHORTEST * MIN (interval, MIN (moment->since, moment->until));
  double last = MIN (REACH * interval, moment->until);

  g_assert (moment->at >= 0 && first > 0 && first < last);

  add (times, moment->at, horizon);
  add (times, moment->at + JUST_AFTER * interval, horizon);
  for (guint i = 0; i < spread; i++)
    add (times, moment->at + first * pow (last / first, i / (double)spread), horizon);
}

/* (transfer full): when something happens from 0 on, in any order. */
static GArray *
list_moments (const RankleEvent *events, guint n_events)
{
  GArray *moments = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < n_events; i++)
    if (events[i].time >= 0)
      g_array_append_val (moments, events[i].time);
  return moments;
}

static void
add_events (GArray            *times,
            const RankleEvent *events,
            guint              n_events,
            double             interval,
            double             horizon)
{
  g_autoptr (GArray) moments = list_moments (events, n_events);
  const double *at = (const double *)(void *)moments->data;
  guint         n, spread;

  g_array_sort (moments, compare);
  drop_doubles (moments, interval);
  n = moments->len;
  spread = MIN (SPREAD, MOST_SPREAD / MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      const Moment moment = {
        .at = at[i],
        .since = i > 0 ? at[i] - at[i - 1] : INFINITY,
        .until = i + 1 < n ? at[i + 1] - at[i] : INFINITY,
      };

      add_event (times, &moment, interval, horizon, spread);
    }
}

GArray *
rankle_run_times_choose (double horizon, const RankleEvent *events, guint n_events)
{
  GArray *times = g_array_new (FALSE, FALSE, sizeof (double));
  double  interval = horizon / GRID;

  g_return_val_if_fail (horizon > 0, times);

  for (guint i = 0; i <= GRID; i++)
    {
      double time = i < GRID ? i * interval : horizon;

      g_array_append_val (times, time);
    }
  add_events (times, events, n_events, interval, horizon);
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
