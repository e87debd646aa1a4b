/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-scenario.h"

G_BEGIN_DECLS

/* (transfer full): @to, asked of @model, which has taken over the controls of @from,
 * asked of @of: and with them, of each drug whose series it took, the doses that are not
 * as the others and those that stand beside it. */
RankleScenario *rankle_dosing_carry (const RankleScenario *from,
                                     RankleModel          *of,
                                     const RankleScenario *to,
                                     RankleModel          *model);

G_END_DECLS
