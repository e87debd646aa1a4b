/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-expression.h"

G_BEGIN_DECLS

/**
 * RankleInterval:
 * @low: @high: all values lie between them
 * @decided: within the stretch that the operands come from nothing jumps and nothing has
 * a corner: each comparison is true or false throughout, each floor one number
 *
 * What a formula may be while what it is made of varies. A truth is 0 or 1; both bounds
 * are infinite where nothing is known.
 */
typedef struct
{
  double   low, high;
  gboolean decided;
} RankleInterval;

RankleInterval rankle_interval_of (double value);
/* From @low to @high, smoothly. */
RankleInterval rankle_interval_between (double low, double high);

/* By an operation (RankleOp) of as many operands. */
RankleInterval rankle_interval_unary (guint op, RankleInterval a);
RankleInterval rankle_interval_binary (guint op, RankleInterval a, RankleInterval b);
/* Where @condition is one thing throughout only what it chooses counts. */
RankleInterval
rankle_interval_select (RankleInterval condition, RankleInterval a, RankleInterval b);

G_END_DECLS
