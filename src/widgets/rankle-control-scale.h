/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-explorer.h"

G_BEGIN_DECLS

/* Where a control's values lie along its slider: pure arithmetic. Positions run from 0 to
 * 1; a control that can be off has its off place at 0 and its smallest value a little to
 * the right of it. */

double rankle_control_to_position (const RankleControl *control, double value);
/* Holds on to the neutral value near it when @detent. */
double rankle_control_from_position (const RankleControl *control,
                                     double               position,
                                     gboolean             detent);
/* @value moved by @steps arrow keys, within the control's range; from the smallest value
 * down to off. */
double rankle_control_step (const RankleControl *control, double value, double steps);
double rankle_control_clamp (const RankleControl *control, double value);

G_END_DECLS
