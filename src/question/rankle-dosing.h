/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-scenario.h"

G_BEGIN_DECLS

/* The controls of one drug (amount, interval, count, start) and the series of doses in a
 * treatment are two views of one thing: sliders write the series, and read it. Controls
 * with one target state are one group, and the control of its amount stands for it. */

/* @control has one of the four roles that make doses. */
gboolean rankle_control_is_dosing (const RankleControl *control);

/* (nullable): the control of the amount, of the group that @control belongs to. */
const RankleControl *rankle_dosing_find_amount (const RankleModel   *model,
                                                const RankleControl *control);

/* (nullable): that of the time between its doses. */
const RankleControl *rankle_dosing_find_interval (const RankleModel   *model,
                                                  const RankleControl *control);

/* The index in the treatment of the series that the controls of @amount stand for, or -1:
 * of several of one drug the longest, of equals the first. */
int rankle_dosing_find_series (const RankleScenario *scenario,
                               const RankleControl  *amount);

/* Where @control stands in @scenario, in its own unit: neutral where nothing is said. */
double rankle_dosing_get (const RankleScenario *scenario,
                          const RankleModel    *model,
                          const RankleControl  *control);
/* (transfer full): the scenario, settled for @model, with @control at @value: that is,
 * another series. A series all of which is neutral is none. Its exceptions stay, each as
 * late as it was and with an amount of its own, if it has one; those of doses beyond a
 * lower count go. */
RankleScenario *rankle_dosing_put (const RankleScenario *scenario,
                                   RankleModel          *model,
                                   const RankleControl  *control,
                                   double                value);

/* (nullable): why @control, an interval, say, makes no difference to the series as it
 * stands: "no dose yet". Of an amount NULL, always: it is by it that there are doses. */
const char *rankle_dosing_find_idle (const RankleScenario *scenario,
                                     const RankleModel    *model,
                                     const RankleControl  *control);

/* There are no doses of @amount: it is 0, or they are none. */
gboolean rankle_dosing_is_nothing (const RankleScenario *scenario,
                                   const RankleModel    *model,
                                   const RankleControl  *amount);

/* NULL, or what is wrong with a series of doses. */
const char *rankle_dosing_find_fault (const RankleTreatmentStep *step);

/* Replaces what of the settings of @scenario makes doses in @model, of whose time unit
 * its times are, by steps of its treatment. Part of rankle_scenario_settle(). */
void rankle_dosing_settle (RankleScenario *scenario, const RankleModel *model);

G_END_DECLS
