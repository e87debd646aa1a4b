/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "truth-plots.h"

/* Each value out of its quantity's stated range has the mark: a stretch that is found,
 * the shade where it is plotted, and a sentence; and nothing else has. Returns how many
 * values are out of range. */
guint truth_check_ranges (const State *state, TruthFaultFunc report);
