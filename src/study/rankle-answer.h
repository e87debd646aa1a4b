/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-compared-runs.h"

G_BEGIN_DECLS

/* The numbers of what is told of a run: how far a column is led away from what it would
 * be, and when. */

/**
 * RankleTold:
 * @time: when the column is led away most; the end if it @lasts
 * @value: what it is then: of a share in % of the whole, of a level in % of the
 * baseline's start, of a change in % more than that, of an amount in its own unit
 * @otherwise: what it would be then
 * @before: what it was at the baseline's start
 * @end: what it is at the end
 * @lasts: at the end it is led away the same way, and at least half as far
 * @moves_anyway: @otherwise is not @before
 * @leaves_range: a figure of it is none to tell: @beyond, it or a part of the whole that
 * it is a share of, leaves its range
 * @far: how far it is led away, to choose among columns of one kind; 1: just enough to be
 * told
 */
typedef struct
{
  double   time;
  double   value, otherwise, before, end;
  gboolean lasts, moves_anyway, leaves_range;
  double   far;
  guint    beyond;
} RankleTold;

/* FALSE: nothing that could be told: it is not led away, or there is nothing to be a part
 * of at the end, or nothing at the start to be a percentage of. */
gboolean rankle_answer_find (const RankleComparedRuns *runs,
                             const RankleAnswer       *answer,
                             RankleTold               *told);

/* The column of all that is plotted that is led away most, in its own unit; @told has its
 * time, value and what was before. What leaves its range is passed over. FALSE: none is,
 * by a hundredth of what it reaches. */
gboolean
rankle_answer_find_most (const RankleComparedRuns *runs, guint *column, RankleTold *told);

/* The first of all that is plotted that leaves its range. FALSE: none does. */
gboolean rankle_answer_find_beyond (const RankleComparedRuns *runs, guint *column);

G_END_DECLS
