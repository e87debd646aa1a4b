/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-expression.h"

G_BEGIN_DECLS

/* The nodes marked in @needed (one flag a node of @graph), each after its operands, and
 * in runs of one operation. (transfer full): RankleExpression. */
GArray *rankle_emitter_order (const RankleGraph *graph, const guint8 *needed);

G_END_DECLS
