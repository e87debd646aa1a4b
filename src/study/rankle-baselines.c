/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rankle-baselines.h"

#define LIMIT 8

typedef struct
{
  double            horizon;
  RankleTrajectory *trajectory; /* (owned): holds its model too */
} Entry;

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  rankle_trajectory_unref (entry->trajectory);
  g_free (entry);
}

void
rankle_baselines_init (RankleBaselines *self)
{
  g_queue_init (&self->entries);
}

void
rankle_baselines_clear (RankleBaselines *self)
{
  g_queue_clear_full (&self->entries, free_entry);
}

void
rankle_baselines_add (RankleBaselines *self, double horizon, RankleTrajectory *trajectory)
{
  Entry *entry = g_new (Entry, 1);

  entry->horizon = horizon;
  entry->trajectory = rankle_trajectory_ref (trajectory);
  g_queue_push_head (&self->entries, entry);
  if (self->entries.length > LIMIT)
    free_entry (g_queue_pop_tail (&self->entries));
}

RankleTrajectory *
rankle_baselines_find (const RankleBaselines *self,
                       const RankleModel     *model,
                       double                 horizon)
{
  for (const GList *link = self->entries.head; link != NULL; link = link->next)
    {
      const Entry *entry = link->data;

      if (rankle_trajectory_get_model (entry->trajectory) == model &&
          !(entry->horizon < horizon || entry->horizon > horizon))
        return entry->trajectory;
    }
  return NULL;
}
