/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "state-fixture.h"

/* What is wrong with what is plotted of a state, one call for each fault. */
typedef void (*TruthFaultFunc) (const State *state, const char *fault);

typedef struct
{
  guint n_axes, n_curves, n_shares, n_nothing; /* what was looked at */
} TruthPlots;

/* Axes, curves and shares of all panels. */
void truth_check_plots (const State *state, TruthFaultFunc report, TruthPlots *looked_at);
