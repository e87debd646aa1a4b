/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rankle-history.h"

void
rankle_history_init (RankleHistory *self)
{
  g_queue_init (&self->past);
  g_queue_init (&self->future);
  self->opened = NULL;
}

static void
clear_queue (GQueue *queue)
{
  g_queue_clear_full (queue, (GDestroyNotify)rankle_scenario_unref);
}

void
rankle_history_clear (RankleHistory *self)
{
  clear_queue (&self->past);
  clear_queue (&self->future);
  g_clear_pointer (&self->opened, rankle_scenario_unref);
}

void
rankle_history_begin (RankleHistory *self, RankleScenario *present)
{
  if (self->opened == NULL)
    self->opened = rankle_scenario_ref (present);
}

void
rankle_history_commit (RankleHistory *self, RankleScenario *present)
{
  g_autoptr (RankleScenario) opened = g_steal_pointer (&self->opened);

  if (opened == NULL || rankle_scenario_equal (opened, present))
    return;
  g_queue_push_tail (&self->past, g_steal_pointer (&opened));
  if (self->past.length > RANKLE_HISTORY_LIMIT)
    rankle_scenario_unref (g_queue_pop_head (&self->past));
  clear_queue (&self->future);
}

gboolean
rankle_history_can_undo (const RankleHistory *self)
{
  return self->past.length > 0;
}

gboolean
rankle_history_can_redo (const RankleHistory *self)
{
  return self->future.length > 0;
}

RankleScenario *
rankle_history_undo (RankleHistory *self, RankleScenario *present)
{
  if (self->past.length == 0)
    return NULL;
  g_queue_push_head (&self->future, rankle_scenario_ref (present));
  return g_queue_pop_tail (&self->past);
}

RankleScenario *
rankle_history_redo (RankleHistory *self, RankleScenario *present)
{
  if (self->future.length == 0)
    return NULL;
  g_queue_push_tail (&self->past, rankle_scenario_ref (present));
  return g_queue_pop_head (&self->future);
}
