/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-scenario.h"

G_BEGIN_DECLS

/* More than this is a mistake, not a treatment. */
#define RANKLE_DOSES_MAX 10000

/* (transfer full): the doses that the dosing controls of @scenario make in @model, as
 * RankleEvent, ascending in time. Controls with one target state are one dosing group:
 * @count doses of @amount,
 * @interval apart, from @start on; nothing while amount or count is 0. */
GArray *rankle_doses_list (const RankleScenario *scenario,
                           const RankleModel    *model,
                           GError              **error);

G_END_DECLS
