/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-operation.h"
#include "rankle-power.h"
#include "rankle-program.h"

/* The interpreter. Code comes in runs of one operation (rankle-emitter-order.c): each
 * operation goes on as long as the next instruction is its own, then jumps to the next
 * one's code (GCC's and Clang's labels as values). */

#define NEXT goto *labels[(++at)->op]

/* All are read before any is written. @n: at most RANKLE_POWERS. */
static void
run_powers (const RankleInstruction *at, guint n, double *r)
{
  double bases[RANKLE_POWERS], exponents[RANKLE_POWERS], results[RANKLE_POWERS];

  for (guint i = 0; i < RANKLE_POWERS; i++)
    {
      bases[i] = i < n ? r[at[i].a] : 1.0;
      exponents[i] = i < n ? r[at[i].b] : 1.0;
    }
  rankle_powers (bases, exponents, n, results);
  for (guint i = 0; i < n; i++)
    r[at[i].dst] = results[i];
}

void
rankle_program_run (const RankleInstruction *at, double *r)
{
#define LABEL(NAME, FORMULA) [RANKLE_OP_##NAME] = &&do_##NAME,
  static const void *const labels[RANKLE_N_MACHINE_OPS] = {
    RANKLE_UNARY_OPERATIONS (LABEL) RANKLE_BINARY_OPERATIONS (LABEL)[RANKLE_OP_SELECT] =
        &&do_SELECT,
    [RANKLE_OP_POWER_SLOPE] = &&do_POWER_SLOPE,
    [RANKLE_OP_COPY] = &&do_COPY,
    [RANKLE_OP_DERIVE] = &&do_DERIVE,
    [RANKLE_OP_POWERS] = &&do_POWERS,
    [RANKLE_OP_END] = &&do_END,
  };
#undef LABEL

  goto *labels[at->op];

#define UNARY(NAME, FORMULA)                                                             \
  do_##NAME : do                                                                         \
  {                                                                                      \
    double a = r[at->a];                                                                 \
                                                                                         \
    r[at->dst] = FORMULA;                                                                \
  }                                                                                      \
  while ((++at)->op == RANKLE_OP_##NAME)                                                 \
    ;                                                                                    \
  goto *labels[at->op];
#define BINARY(NAME, FORMULA)                                                            \
  do_##NAME : do                                                                         \
  {                                                                                      \
    double a = r[at->a];                                                                 \
    double b = r[at->b];                                                                 \
                                                                                         \
    r[at->dst] = FORMULA;                                                                \
  }                                                                                      \
  while ((++at)->op == RANKLE_OP_##NAME)                                                 \
    ;                                                                                    \
  goto *labels[at->op];
  RANKLE_UNARY_OPERATIONS (UNARY)
  RANKLE_BINARY_OPERATIONS (BINARY)
#undef UNARY
#undef BINARY

do_SELECT:
  r[at->dst] = rankle_select (r[at->a], r[at->b], r[at->c]);
  NEXT;
do_POWER_SLOPE:
  r[at->dst] = rankle_power_slope (r[at->a], r[at->b], r[at->c]);
  NEXT;
do_POWERS:
  run_powers (at, at->c, r);
  at += at->c;
  goto *labels[at->op];
do_COPY:
  do
    r[at->dst] = r[at->a];
  while ((++at)->op == RANKLE_OP_COPY);
  goto *labels[at->op];
do_DERIVE:
  r[at->dst] = isnan (r[at->dst]) ? r[at->a] : r[at->dst];
  NEXT;
do_END:
  return;
}
