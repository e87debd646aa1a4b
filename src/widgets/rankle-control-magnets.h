/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-explorer.h"

G_BEGIN_DECLS

#define RANKLE_MAGNETS_MAX 12

/* Where a slider is held while it is dragged: the neutral value, the amounts of the
 * drug's regimens, and intervals that are usual. Ascending, and in the control's range;
 * returns how many. */
guint rankle_control_list_magnets (const RankleControl *control,
                                   double               values[RANKLE_MAGNETS_MAX]);
/* A moment in years is dragged by the month; any other value stays. */
double rankle_control_round (const RankleControl *control, double value);

G_END_DECLS
