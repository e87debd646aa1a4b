/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-wide-rows.h"

#include <math.h>
#include <string.h>

#include "rankle-trajectory-private.h"

double *
_rankle_rows_new (gsize n)
{
  return g_aligned_alloc0 (n + 1, RANKLE_ROW, RANKLE_ROW);
}

void
_rankle_rows_copy (double *rows, gsize n, guint source, guint lane)
{
  for (gsize i = 0; i < n; i++)
    rows[i * RANKLE_LANES + lane] = rows[i * RANKLE_LANES + source];
}

void
_rankle_rows_take (guint lanes, const double *from, gsize n, double *to)
{
  for (gsize i = 0; i < n * RANKLE_LANES; i++)
    if ((lanes >> (i % RANKLE_LANES) & 1) != 0)
      to[i] = from[i];
}

RANKLE_FOR_EACH_PROCESSOR void
_rankle_rows_add (const double *from, gsize n, double *to)
{
  _Pragma ("GCC ivdep") for (gsize i = 0; i < n * RANKLE_LANES; i++) to[i] += from[i];
}

/* 0 times what is not finite is no number. */
RANKLE_FOR_EACH_PROCESSOR guint
_rankle_rows_find_not_finite (const double *rows, gsize n)
{
  double sums[RANKLE_LANES] = { 0 };
  guint  lanes = 0;

  for (gsize i = 0; i < n; i++)
    RANKLE_FOR_LANES (l) sums[l] += 0.0 * rows[i * RANKLE_LANES + l];
  for (guint l = 0; l < RANKLE_LANES; l++)
    lanes |= (guint)(isnan (sums[l]) != 0) << l;
  return lanes;
}

RANKLE_FOR_EACH_PROCESSOR void
_rankle_rows_add_up (const double *rows, const double *weights, gsize n, double *sums)
{
  const RankleRow *x = (const RankleRow *)(const void *)rows;
  const RankleRow *w = (const RankleRow *)(const void *)weights;
  RankleRow        sum = { 0 };

  for (gsize i = 0; i < n; i++)
    sum += x[i] * w[i] * (x[i] * w[i]);
  memcpy (sums, &sum, sizeof sum);
}

void
_rankle_rows_lift (const double *states, const double *absolute, gsize n, double *lifted)
{
  for (gsize i = 0; i < n * RANKLE_LANES; i++)
    lifted[i] = states[i] < 0 && states[i] >= -RANKLE_SMALL_EXCURSION * absolute[i]
                    ? 0
                    : states[i];
}

RANKLE_FOR_EACH_PROCESSOR void
_rankle_rows_weigh (double        relative,
                    double        learnt,
                    gsize         n,
                    const double *states,
                    double       *absolute,
                    double       *weights)
{
  _Pragma ("GCC ivdep") for (gsize i = 0; i < n * RANKLE_LANES; i++)
  {
    double size = fabs (states[i]), least = learnt * size;

    absolute[i] = absolute[i] < least ? least : absolute[i];
    weights[i] = 1 / (relative * size + absolute[i]);
  }
}
