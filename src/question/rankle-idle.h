/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-scenario.h"

G_BEGIN_DECLS

/* Controls that make no difference as the others stand: when a dose is given that is
 * none, how long there is a stimulus that is switched off. */

/* (nullable): why moving @control alone would change nothing of what @scenario asks of
 * @model, in a few words: "no dose yet"; NULL: it counts. */
const char *rankle_control_find_idle (const RankleScenario *scenario,
                                      const RankleModel    *model,
                                      const RankleControl  *control);
/* (nullable): the @index-th of the controls by which that would be another, of which one
 * will do: of an interval the amount. */
const RankleControl *rankle_control_find_needed (const RankleModel   *model,
                                                 const RankleControl *control,
                                                 guint                index);

G_END_DECLS
