/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-clock.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define MAX_TURNS 501

static double
read_clock (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static double
cpu_seconds (void)
{
  return read_clock (CLOCK_THREAD_CPUTIME_ID);
}

double
bench_process_seconds (void)
{
  return read_clock (CLOCK_PROCESS_CPUTIME_ID);
}

static double
time_calls (BenchWork work, gpointer data, guint calls)
{
  double start = cpu_seconds ();

  for (guint i = 0; i < calls; i++)
    work (data);
  return (cpu_seconds () - start) / calls;
}

static int
compare (const void *a, const void *b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

double
bench_quantile (double *values, guint n, double share)
{
  qsort (values, n, sizeof (double), compare);
  return values[MIN ((guint)(share * n), n - 1)];
}

BenchPair
bench_compare (BenchWork ours, BenchWork theirs, gpointer data, guint turns, guint calls)
{
  double our[MAX_TURNS], their[MAX_TURNS], ratio[MAX_TURNS];

  g_assert (turns <= MAX_TURNS);

  ours (data);
  theirs (data);
  for (guint i = 0; i < turns; i++)
    {
      our[i] = time_calls (ours, data, calls);
      their[i] = time_calls (theirs, data, calls);
      ratio[i] = our[i] / their[i];
    }
  return (BenchPair){ .ours = bench_quantile (our, turns, 0.5),
                      .theirs = bench_quantile (their, turns, 0.5),
                      .ratio = bench_quantile (ratio, turns, 0.5) };
}

double
bench_measure (BenchWork work, gpointer data, guint turns, guint calls)
{
  double seconds[MAX_TURNS];

  g_assert (turns <= MAX_TURNS);

  for (guint i = 0; i < turns; i++)
    seconds[i] = time_calls (work, data, calls);
  return bench_quantile (seconds, turns, 0.5);
}

void
bench_print_header (void)
{
  printf ("%-48s %14s %14s %7s\n", "", "ours", "by hand", "ratio");
}

void
bench_print_pair (
    const char *what, BenchPair pair, double per_second, const char *unit, double bar)
{
  printf ("%-48s %11.3f %-2s %11.3f %-2s  x%.2f", what, pair.ours * per_second, unit,
          pair.theirs * per_second, unit, pair.ratio);
  if (bar > 0)
    printf ("   bar x%.2f: %s", bar, pair.ratio <= bar ? "met" : "NOT MET");
  printf ("\n");
}
