/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-scenario.h"

G_BEGIN_DECLS

/* Takes @treatment, which is ordered, in the place of the scenario's. */
void _rankle_scenario_take_treatment (RankleScenario *self, GArray *treatment);

G_END_DECLS
