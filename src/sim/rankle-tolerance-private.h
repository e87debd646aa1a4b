/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-protocol.h"

G_BEGIN_DECLS

/* Absolute tolerances, one a state, for a run that starts from @initial. Returns what of
 * the largest value that a state comes to it may be wrong by, at least; 0: no more than
 * it starts with. */
double _rankle_tolerance_choose (const RankleProtocol *protocol,
                                 const double         *initial,
                                 double               *absolute);

G_END_DECLS
