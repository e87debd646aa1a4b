/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-protocol.h"

G_BEGIN_DECLS

/* Absolute tolerances, one a state. @initial: what the run starts from. */
void _rankle_tolerance_choose (const RankleProtocol *protocol,
                               const double         *initial,
                               double               *absolute);

G_END_DECLS
