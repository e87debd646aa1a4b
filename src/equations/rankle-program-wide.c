/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-clones.h"
#include "rankle-operation.h"
#include "rankle-power.h"
#include "rankle-program.h"

#include <string.h>

/* The interpreter for RANKLE_LANES states at once: every register is a row of as many
 * numbers. An instruction's own cost is then shared, and the compiler makes its loop over
 * the lanes one or two of the processor's. Each lane is computed as by
 * rankle_program_run(), but for the last digits of pow(). */

G_STATIC_ASSERT (RANKLE_LANES == RANKLE_POWERS);

static inline double *
lanes (double *registers, guint32 which)
{
  return registers + (gsize)which * RANKLE_LANES;
}

static inline RankleRow *
row (double *registers, guint32 which)
{
  return (RankleRow *)(void *)lanes (registers, which);
}

static inline void
run_select (const RankleInstruction *at, double *r)
{
  double       *dst = lanes (r, at->dst);
  const double *a = lanes (r, at->a), *b = lanes (r, at->b), *c = lanes (r, at->c);

  RANKLE_FOR_LANES (l) dst[l] = rankle_select (a[l], b[l], c[l]);
}

/* All lanes by a division; and where one has come near 0, each by the book. */
static inline void
run_slope (const RankleInstruction *at, double *r)
{
  const double *a = lanes (r, at->a), *b = lanes (r, at->b), *c = lanes (r, at->c);
  double        slopes[RANKLE_LANES];
  guint         n_plain = 0;

  RANKLE_FOR_LANES (l) slopes[l] = b[l] * c[l] / a[l];
  for (guint l = 0; l < RANKLE_LANES; l++)
    n_plain += fabs (a[l]) > DBL_EPSILON && fabs (c[l]) > DBL_MIN;
  for (guint l = 0; n_plain < RANKLE_LANES && l < RANKLE_LANES; l++)
    slopes[l] = rankle_power_slope (a[l], b[l], c[l]);
  memcpy (lanes (r, at->dst), slopes, sizeof slopes);
}

static void
run_power (const RankleInstruction *at, double *r)
{
  double results[RANKLE_LANES];

  rankle_powers (lanes (r, at->a), lanes (r, at->b), RANKLE_LANES, results);
  for (guint l = 0; l < RANKLE_LANES; l++)
    lanes (r, at->dst)[l] = results[l];
}

static inline void
run_loop (const RankleInstruction *at, double *r)
{
  double       *dst = lanes (r, at->dst);
  const double *as = lanes (r, at->a), *bs = lanes (r, at->b);

  switch (at->op)
    {
#define UNARY(NAME, FORMULA)                                                             \
  case RANKLE_OP_##NAME:                                                                 \
    RANKLE_FOR_LANES (l)                                                                 \
    {                                                                                    \
      double a = as[l];                                                                  \
                                                                                         \
      dst[l] = FORMULA;                                                                  \
    }                                                                                    \
    break;
#define BINARY(NAME, FORMULA)                                                            \
  case RANKLE_OP_##NAME:                                                                 \
    RANKLE_FOR_LANES (l)                                                                 \
    {                                                                                    \
      double a = as[l], b = bs[l];                                                       \
                                                                                         \
      dst[l] = FORMULA;                                                                  \
    }                                                                                    \
    break;
      RANKLE_UNARY_OPERATIONS (UNARY)
      RANKLE_BINARY_OPERATIONS (BINARY)
    default:
      g_assert_not_reached ();
    }
#undef UNARY
#undef BINARY
}

/* Arithmetic as rankle-operation.h has it, row by row; the rest by a loop over the lanes.
 * As in rankle_program_run(), each operation goes on as long as the next is its own. */
RANKLE_FOR_EACH_PROCESSOR void
rankle_program_run_wide (const RankleInstruction *at, double *r)
{
  while (TRUE)
    switch (at->op)
      {
#define REPEAT(NAME, WHAT)                                                               \
  case RANKLE_OP_##NAME:                                                                 \
    do                                                                                   \
      WHAT;                                                                              \
    while ((++at)->op == RANKLE_OP_##NAME);                                              \
    break;
#define A   (*row (r, at->a))
#define B   (*row (r, at->b))
#define DST (*row (r, at->dst))
        REPEAT (NEGATE, DST = -A)
        REPEAT (ADD, DST = A + B)
        REPEAT (SUBTRACT, DST = A - B)
        REPEAT (MULTIPLY, DST = A * B)
        REPEAT (DIVIDE, DST = A / B)
        REPEAT (COPY, DST = A)
        REPEAT (SELECT, run_select (at, r))
        REPEAT (POWER_SLOPE, run_slope (at, r))
      case RANKLE_OP_POWER:
      case RANKLE_OP_POWERS:
        run_power (at++, r); /* of one register: its lanes are company enough */
        break;
      case RANKLE_OP_END:
        return;
      default:
        run_loop (at++, r);
      }
}
