/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-trajectory.h"

G_BEGIN_DECLS

/* A line on stderr for each column whose values leave the range in which they make sense:
 * results are what was computed, whatever that is. */
void rankle_cli_note_ranges (const char *command, const RankleTrajectory *trajectory);
/* A line on stderr for each concentration that something is given into: what is added to
 * it is a concentration, and no amount. */
void rankle_cli_note_concentrations (const char *command, const RankleProtocol *protocol);

G_END_DECLS
