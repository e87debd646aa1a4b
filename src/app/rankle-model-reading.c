/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-model-reading.h"

#include "rankle-model-file.h"

/* The path is all that a reader is handed, and the model all that it hands back: neither
 * changes any more. */

static GMutex lock;
static GCond  fewer;
static guint  n_readers; /* under the lock */

static void
count_readers (int change)
{
  g_mutex_lock (&lock);
  g_assert (change > 0 || n_readers > 0);
  n_readers += (guint)change;
  g_cond_broadcast (&fewer);
  g_mutex_unlock (&lock);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  GError      *error = NULL;
  RankleModel *model;

  g_assert (source == NULL && path != NULL);

  if (cancellable != NULL)
    g_cancellable_push_current (cancellable);
  model = rankle_model_new_from_file (path, &error);
  if (cancellable != NULL)
    g_cancellable_pop_current (cancellable);
  g_assert ((model == NULL) == (error != NULL));
  if (model != NULL)
    g_task_return_pointer (task, model, (GDestroyNotify)rankle_model_unref);
  else
    g_task_return_error (task, error);
  count_readers (-1);
}

void
rankle_model_read_async (const char         *path,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (path != NULL && callback != NULL);

  task = g_task_new (NULL, cancellable, callback, data);
  g_task_set_source_tag (task, rankle_model_read_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  count_readers (1);
  g_task_run_in_thread (task, read_in_thread);
}

RankleModel *
rankle_model_read_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, rankle_model_read_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
rankle_model_read_join (void)
{
  g_mutex_lock (&lock);
  while (n_readers > 0)
    g_cond_wait (&fewer, &lock);
  g_mutex_unlock (&lock);
}
