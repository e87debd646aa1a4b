/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-lanes.h"

G_BEGIN_DECLS

/* What can be done to what is done. Each gives (transfer full) the scenario as it is
 * then, settled for the model; a drag asks all of its steps of the lanes that it began
 * in. What cannot be is brought to where it can: within the run, not below 0, and within
 * what a control takes. */

/* The handle at @time, of @amount, and given or not. A dose of a series becomes an
 * exception of it, or none if it is where, and of what, the series has it; a single dose
 * is moved itself. An infusion keeps its length, unless the handle is its end; a moment
 * has no amount. */
RankleScenario *rankle_lanes_put (
    const RankleLanes *lanes, guint handle, double time, double amount, gboolean missed);
/* The series, with its exceptions, begins @by later. */
RankleScenario *
rankle_lanes_move_series (const RankleLanes *lanes, guint handle, double by);
/* The handle is no more. Of the last and the first dose of a series there is one less; of
 * any other the place stays, and the dose is missed. A moment never comes. */
RankleScenario *rankle_lanes_delete (const RankleLanes *lanes, guint handle);

/* A dose of @control, which is that of its amount, more: one that was missed there is
 * given; behind or before the series, at its interval, it is one of it; else it stands
 * alone. */
RankleScenario *rankle_lanes_add_dose (const RankleLanes   *lanes,
                                       const RankleControl *control,
                                       double               time,
                                       double               amount);
/* @control, of a parameter, is at @value from @time on. */
RankleScenario *rankle_lanes_add_change (const RankleLanes   *lanes,
                                         const RankleControl *control,
                                         double               time,
                                         double               value);

G_END_DECLS
