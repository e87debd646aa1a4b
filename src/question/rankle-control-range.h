/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-model.h"
#include "rankle-scenario.h"

G_BEGIN_DECLS

/* Where a control can stand, and what is asked of it elsewhere. */

gboolean rankle_control_takes (const RankleControl *control, double value);

/* (transfer full) (nullable): of the first control of @scenario that is asked to stand
 * where @model does not let it: "RANKL is 80 × baseline, and its range in Graham 2013 is
 * off, or 0.125 to 8 × baseline". NULL: there is none. A model that comes without words
 * on its controls has given no ranges: those of its sliders are ours, and any value is
 * taken. */
char *rankle_scenario_find_beyond (const RankleScenario *scenario, RankleModel *model);

G_END_DECLS
