/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-model.h"

G_BEGIN_DECLS

/**
 * RankleTimedEvent:
 * @id: as in the file; "" if it has none
 * @targets: (array length=n_targets): the states and parameters that it assigns to
 * @first_value: its first value among those that rankle_workspace_event_values() gives
 * @was_true: before the run its trigger counts as true, and so cannot become so at the
 * start
 * @persistent: happens even where another event at the same time has made the trigger
 * false again
 * @early: its values are those of the moment at which the trigger became true; else those
 * of the moment at which it happens, after other events of the same time
 *
 * @by_state: the trigger asks the state, so that nobody knows beforehand when it changes;
 * else it changes at the workspace's breakpoints and jumps only
 *
 * Something that the model itself does to its states and parameters, all at once, when a
 * condition becomes true. Owned by the model, constant for ever.
 */
typedef struct
{
  const char            *id;
  const RankleQuantity **targets;
  guint                  n_targets;
  guint                  first_value;
  gboolean               was_true, persistent, early, by_state;
} RankleTimedEvent;

guint                   rankle_model_get_n_timed_events (const RankleModel *model);
const RankleTimedEvent *rankle_model_get_timed_event (const RankleModel *model,
                                                      guint              index);
/* Of all events together: how many values rankle_workspace_event_values() gives. */
guint rankle_model_get_n_event_values (const RankleModel *model);
/* (nullable): indices of derived parameters that follow from something an event assigns
 * to. Derived means derived at the start: they keep their value from then on. */
const guint *rankle_model_get_kept_parameters (const RankleModel *model, guint *n);

G_END_DECLS
