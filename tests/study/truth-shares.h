/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "truth-plots.h"

/* A share that is shown, in a stack or by itself, is one that the solver's error does not
 * move: the same run held to a tenth of the tolerance has it, too. Returns how many
 * values were looked at; a model that has no shares is not run again. */
guint truth_check_shares (const State *state, TruthFaultFunc report);
