/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Batches as the main thread sees them: what is told of them, when, and to whom. */

#include "rankle-batch.h"

#include "rankle-runner-private.h"

#define TELL_EVERY_US (G_USEC_PER_SEC / 20)

/* ---- value ---- */

RankleBatch *
rankle_batch_ref (RankleBatch *batch)
{
  g_return_val_if_fail (batch != NULL, NULL);

  batch->ref_count++;
  return batch;
}

void
rankle_batch_unref (RankleBatch *batch)
{
  g_return_if_fail (batch != NULL && batch->ref_count > 0);

  if (--batch->ref_count > 0)
    return;
  g_assert (batch->lane == NULL); /* which holds a reference */
  g_free (batch);
}

guint
rankle_batch_get_n_runs (const RankleBatch *batch)
{
  g_return_val_if_fail (batch != NULL, 0);

  return batch->n_runs;
}

guint
rankle_batch_get_done (const RankleBatch *batch)
{
  g_return_val_if_fail (batch != NULL, 0);

  return atomic_load (&batch->done);
}

RankleBatchState
rankle_batch_get_state (const RankleBatch *batch)
{
  g_return_val_if_fail (batch != NULL, RANKLE_BATCH_CANCELLED);

  return batch->state;
}

RankleBatch *
rankle_runner_start_batch (RankleRunner   *runner,
                           guint           n_runs,
                           RankleBatchMake make,
                           RankleBatchTake take,
                           gpointer        data,
                           GDestroyNotify  destroy)
{
  RankleBatch *self;

  g_return_val_if_fail (RANKLE_IS_RUNNER (runner) && !runner->closed, NULL);
  g_return_val_if_fail (make != NULL && take != NULL, NULL);
  g_return_val_if_fail (n_runs <= G_MAXINT, NULL); /* the counter runs on a little */

  self = g_new0 (RankleBatch, 1);
  self->n_runs = n_runs;
  self->make = make;
  self->take = take;
  self->data = data;
  self->destroy = destroy;
  atomic_init (&self->next, 0);
  atomic_init (&self->done, 0);
  atomic_init (&self->stop, false);
  self->link.data = self;
  self->lane = &runner->bulk;
  self->ref_count = 2; /* the caller's and the lane's */
  _rankle_bulk_add (self->lane, self);
  return self;
}

/* ---- what is told ---- */

static void
tell (RankleBatch *self)
{
  self->told = rankle_batch_get_done (self);
  if (self->func != NULL)
    self->func (self, self->func_data);
}

/* Takes the lane's reference. */
static void
let_go (RankleBatch *self)
{
  if (self->destroy != NULL)
    self->destroy (self->data);
  rankle_batch_unref (self);
}

static void
tell_end (RankleBatch *self)
{
  g_assert (self->state == RANKLE_BATCH_RUNNING);

  g_queue_remove (&self->lane->untold, self);
  self->lane = NULL;
  self->state =
      atomic_load (&self->stop) ? RANKLE_BATCH_CANCELLED : RANKLE_BATCH_FINISHED;
  g_assert (self->state == RANKLE_BATCH_CANCELLED ||
            rankle_batch_get_done (self) == self->n_runs);
  tell (self);
  let_go (self);
}

static void
tell_progress (RankleBatch *self)
{
  if (!atomic_load (&self->stop) && rankle_batch_get_done (self) != self->told)
    tell (self);
}

static void
drop (RankleBatch *batch)
{
  batch->lane = NULL;
  batch->state = RANKLE_BATCH_CANCELLED;
  let_go (batch);
}

static RankleBatch *
find_ended (RankleBulk *bulk)
{
  for (GList *l = bulk->untold.head; l != NULL; l = l->next)
    if (_rankle_bulk_has_ended (bulk, l->data))
      return l->data;
  return NULL;
}

/* Whoever is told may close the runner, after which nothing is untold, or drop the last
 * reference to it. */
static gboolean
bell_cb (gpointer data)
{
  RankleRunner *runner = data;
  RankleBatch  *batch;

  g_object_ref (runner);
  while ((batch = find_ended (&runner->bulk)) != NULL)
    tell_end (batch);
  g_object_unref (runner);
  return G_SOURCE_CONTINUE;
}

static gboolean
has_listeners (const RankleBulk *bulk)
{
  for (const GList *l = bulk->untold.head; l != NULL; l = l->next)
    if (((const RankleBatch *)l->data)->func != NULL)
      return TRUE;
  return FALSE;
}

static void
set_clock (RankleBulk *bulk)
{
  if (bulk->clock != NULL && has_listeners (bulk))
    g_source_set_ready_time (bulk->clock, g_get_monotonic_time () + TELL_EVERY_US);
}

static GPtrArray *
list_untold (RankleBulk *bulk)
{
  GPtrArray *batches =
      g_ptr_array_new_with_free_func ((GDestroyNotify)rankle_batch_unref);

  for (GList *l = bulk->untold.head; l != NULL; l = l->next)
    g_ptr_array_add (batches, rankle_batch_ref (l->data));
  return batches;
}

static gboolean
clock_cb (gpointer data)
{
  RankleRunner *runner = data;
  g_autoptr (GPtrArray) batches = list_untold (&runner->bulk);

  g_object_ref (runner);
  for (guint i = 0; i < batches->len; i++)
    {
      RankleBatch *batch = g_ptr_array_index (batches, i);

      if (batch->lane != NULL)
        tell_progress (batch);
    }
  set_clock (&runner->bulk);
  g_object_unref (runner);
  return G_SOURCE_CONTINUE;
}

RankleBulkHost
_rankle_batch_get_host (RankleRunner *runner)
{
  return (RankleBulkHost){ bell_cb, clock_cb, drop, runner };
}

/* ---- what is asked of one ---- */

void
rankle_batch_set_func (RankleBatch *batch, RankleBatchFunc func, gpointer data)
{
  g_return_if_fail (batch != NULL);

  batch->func = func;
  batch->func_data = data;
  if (batch->lane != NULL && g_source_get_ready_time (batch->lane->clock) < 0)
    set_clock (batch->lane);
}

void
rankle_batch_cancel (RankleBatch *batch)
{
  g_return_if_fail (batch != NULL);

  if (batch->lane != NULL)
    _rankle_bulk_stop (batch->lane, batch);
}

gboolean
rankle_batch_wait (RankleBatch *batch)
{
  gboolean finished;

  g_return_val_if_fail (batch != NULL, FALSE);

  rankle_batch_ref (batch);
  while (batch->lane != NULL)
    {
      _rankle_bulk_wait (batch->lane, batch, TELL_EVERY_US);
      if (_rankle_bulk_has_ended (batch->lane, batch))
        tell_end (batch);
      else
        tell_progress (batch);
    }
  finished = batch->state == RANKLE_BATCH_FINISHED;
  rankle_batch_unref (batch);
  return finished;
}

gboolean
rankle_runner_run_batch (RankleRunner   *runner,
                         guint           n_runs,
                         RankleBatchMake make,
                         RankleBatchTake take,
                         gpointer        data)
{
  g_autoptr (RankleBatch) batch =
      rankle_runner_start_batch (runner, n_runs, make, take, data, NULL);

  return batch != NULL && rankle_batch_wait (batch);
}
