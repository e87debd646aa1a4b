/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-lanes.h"
#include "rankle-regimen.h"

G_BEGIN_DECLS

/* A regimen, put to what is asked of a model. */

/* (nullable): the control of its amounts, if the model has it, in the regimen's unit. */
const RankleControl *rankle_regimen_find_control (const RankleRegimen *regimen,
                                                  const RankleModel   *model);
/* (transfer full): the scenario of @lanes with it in the place of all doses of that drug,
 * from @start on [the model's time unit]. The model must have its control. */
RankleScenario *rankle_regimen_give (const RankleRegimen *regimen,
                                     const RankleLanes   *lanes,
                                     double               start);
/* Another drug can give way to it at @handle, which is a dose of that one. */
gboolean rankle_regimen_can_follow (const RankleRegimen *regimen,
                                    const RankleLanes   *lanes,
                                    guint                handle);
/* (transfer full): the scenario of @lanes in which the drug of @handle gives way to it:
 * from there on the one has no dose more, and the other has those of the regimen alone.
 * What was given of either before stays. */
RankleScenario *rankle_regimen_follow (const RankleRegimen *regimen,
                                       const RankleLanes   *lanes,
                                       guint                handle);
/* When the first dose of its drug is given; @otherwise, where there is none. */
double rankle_regimen_find_start (const RankleRegimen *regimen,
                                  const RankleLanes   *lanes,
                                  double               otherwise);
/* (nullable): the bundled one that the doses of @lane are, dose by dose. */
const RankleRegimen *rankle_regimen_find (const RankleLanes *lanes, guint lane);

G_END_DECLS
