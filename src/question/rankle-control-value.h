/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-scenario.h"

G_BEGIN_DECLS

/* Where a control stands, be it one of a parameter or one of a series of doses. @control
 * is one that @model has, and that is not absent. */

/* In its own unit: neutral where nothing is said. */
double rankle_control_get_value (const RankleControl  *control,
                                 const RankleScenario *scenario,
                                 const RankleModel    *model);
/* (transfer full): @scenario with @control there. */
RankleScenario *rankle_control_put_value (const RankleControl  *control,
                                          const RankleScenario *scenario,
                                          RankleModel          *model,
                                          double                value);

/* (transfer full): @to, which is asked of @model, with the controls that @from moves in
 * @of, where they stand there: what was given to a joint is given to a tooth, doses that
 * are late or stand alone included. What @model
 * does not have, or not in its range, stays as @to has it. */
RankleScenario *rankle_scenario_carry (const RankleScenario *from,
                                       RankleModel          *of,
                                       RankleScenario       *to,
                                       RankleModel          *model);

G_END_DECLS
