/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-lanes-snap.h"

G_BEGIN_DECLS

/* Where a slider is held while it is dragged: the neutral value, the amounts of the
 * drug's regimens, and intervals that are usual. Ascending, and in the control's range;
 * returns how many. */
guint rankle_control_list_magnets (const RankleControl *control,
                                   double               values[RANKLE_MAGNETS_MAX]);
/* The same for what is dragged on a lane, @handle being its handle, or -1: the amounts
 * and intervals of its drug, and of anything else what its control is held at. */
void rankle_control_list_lane_magnets (const RankleLanes *lanes,
                                       guint              lane,
                                       int                handle,
                                       RankleMagnets     *magnets);
/* A moment in years is dragged by the month; any other value stays. */
double rankle_control_round (const RankleControl *control, double value);

G_END_DECLS
