/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-sparsity.h"

/* A function of loops over RANKLE_LANES, compiled for each kind of processor: which of
 * them is called, the program loader settles. No contraction is allowed (meson.build), so
 * that all compute the same bits. For files that include config.h first. */
#if HAVE_TARGET_CLONES
#define RANKLE_FOR_EACH_PROCESSOR                                                        \
  __attribute__ ((target_clones ("default", "avx2", "avx512f")))
#else
#define RANKLE_FOR_EACH_PROCESSOR
#endif

#define RANKLE_FOR_LANES(L) _Pragma ("GCC ivdep") for (guint L = 0; L < RANKLE_LANES; L++)

/* One number of all lanes, aligned: what compilers make of such a loop is not always one
 * instruction. For arithmetic through pointers; never passed or returned. */
typedef double RankleRow __attribute__ ((vector_size (RANKLE_ROW), may_alias));
