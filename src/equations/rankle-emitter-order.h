/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-expression.h"

G_BEGIN_DECLS

/* The nodes in @needed (RankleExpression, rising), each after its operands, and in runs
 * of one operation. @level: 0 for each node of @graph, and so again when it returns.
 * (transfer full): RankleExpression. */
GArray *
rankle_emitter_order (const RankleGraph *graph, const GArray *needed, guint32 *level);

G_END_DECLS
