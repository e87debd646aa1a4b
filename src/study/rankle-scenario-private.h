/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-scenario.h"

G_BEGIN_DECLS

/* FALSE: of what @model has, every control is neutral and every parameter left alone, at
 * all times. */
gboolean _rankle_scenario_asks_of (const RankleScenario *self, RankleModel *model);

G_END_DECLS
