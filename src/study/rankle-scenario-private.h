/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-scenario.h"

G_BEGIN_DECLS

/* FALSE: every control is neutral and every parameter the model's own, at all times. */
gboolean _rankle_scenario_asks (const RankleScenario *self);

G_END_DECLS
