/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-operation.h"
#include "rankle-program.h"

/* The interpreter. Each operation jumps straight to the next one's code (GCC's and
 * Clang's labels as values): a jump of its own per operation is what the branch predictor
 * wants. */

#define NEXT goto *labels[(++at)->op]

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
    [RANKLE_OP_END] = &&do_END,
  };
#undef LABEL

  goto *labels[at->op];

#define UNARY(NAME, FORMULA)                                                             \
  do_##NAME:                                                                             \
  {                                                                                      \
    double a = r[at->a];                                                                 \
                                                                                         \
    r[at->dst] = FORMULA;                                                                \
    NEXT;                                                                                \
  }
#define BINARY(NAME, FORMULA)                                                            \
  do_##NAME:                                                                             \
  {                                                                                      \
    double a = r[at->a];                                                                 \
    double b = r[at->b];                                                                 \
                                                                                         \
    r[at->dst] = FORMULA;                                                                \
    NEXT;                                                                                \
  }
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
do_COPY:
  r[at->dst] = r[at->a];
  NEXT;
do_DERIVE:
  r[at->dst] = isnan (r[at->dst]) ? r[at->a] : r[at->dst];
  NEXT;
do_END:
  return;
}
