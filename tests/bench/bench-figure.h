/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* What a benchmark found, for programs to read: ./dev bench --json. */

G_BEGIN_DECLS

/**
 * BenchFigure:
 * @what: names it; the same in each run of the benchmark
 * @unit: of @value and @bar
 * @bar: what is asked of it, at most or, if @at_least, at least; 0: nothing is
 * @ratio: to the same work by CVODE as the distribution builds it, in the same process,
 * each in turn; 0: there is none
 * @error: of the result, in the largest value of the worst column; 0: it has none that is
 * known
 */
typedef struct
{
  const char *what, *unit;
  double      value, bar;
  gboolean    at_least;
  double      ratio, error;
} BenchFigure;

gboolean bench_is_met (const BenchFigure *figure);
/* Adds a line of JSON to the file that RANKLE_BENCH_JSON names; if it names none, does
 * nothing. */
void bench_tell (const BenchFigure *figure);

G_END_DECLS
