/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-operation.h"
#include "rankle-power.h"
#include "rankle-program.h"

/* The interpreter for RANKLE_LANES states at once: every register is a row of as many
 * numbers. An instruction's own cost is then shared, and the compiler makes its loop over
 * the lanes one or two of the processor's. Each lane is computed as by
 * rankle_program_run(), but for the last digits of pow(). */

G_STATIC_ASSERT (RANKLE_LANES == RANKLE_POWERS);

#define FOR_LANES(L) _Pragma ("GCC ivdep") for (guint L = 0; L < RANKLE_LANES; L++)

static inline double *
lanes (double *registers, guint32 which)
{
  return registers + (gsize)which * RANKLE_LANES;
}

static void
run_ternary (const RankleInstruction *at, double *r)
{
  double       *dst = lanes (r, at->dst);
  const double *a = lanes (r, at->a), *b = lanes (r, at->b), *c = lanes (r, at->c);

  for (guint l = 0; l < RANKLE_LANES; l++)
    dst[l] = at->op == RANKLE_OP_SELECT ? rankle_select (a[l], b[l], c[l])
                                        : rankle_power_slope (a[l], b[l], c[l]);
}

static void
run_power (const RankleInstruction *at, double *r)
{
  double results[RANKLE_LANES];

  rankle_powers (lanes (r, at->a), lanes (r, at->b), RANKLE_LANES, results);
  for (guint l = 0; l < RANKLE_LANES; l++)
    lanes (r, at->dst)[l] = results[l];
}

void
rankle_program_run_wide (const RankleInstruction *at, double *r)
{
  for (; at->op != RANKLE_OP_END; at++)
    {
      double       *dst = lanes (r, at->dst);
      const double *as = lanes (r, at->a), *bs = lanes (r, at->b);

      if (at->op == RANKLE_OP_POWER || at->op == RANKLE_OP_POWERS)
        {
          run_power (at, r); /* of one register: its lanes are company enough */
          continue;
        }
      switch (at->op)
        {
#define UNARY(NAME, FORMULA)                                                             \
  case RANKLE_OP_##NAME:                                                                 \
    FOR_LANES (l)                                                                        \
    {                                                                                    \
      double a = as[l];                                                                  \
                                                                                         \
      dst[l] = FORMULA;                                                                  \
    }                                                                                    \
    break;
#define BINARY(NAME, FORMULA)                                                            \
  case RANKLE_OP_##NAME:                                                                 \
    FOR_LANES (l)                                                                        \
    {                                                                                    \
      double a = as[l], b = bs[l];                                                       \
                                                                                         \
      dst[l] = FORMULA;                                                                  \
    }                                                                                    \
    break;
          RANKLE_UNARY_OPERATIONS (UNARY)
          RANKLE_BINARY_OPERATIONS (BINARY)
        case RANKLE_OP_COPY:
          FOR_LANES (l) dst[l] = as[l];
          break;
        default:
          run_ternary (at, r);
        }
    }
}
