/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-file-reading.h"

#include "rankle-model-file.h"
#include "rankle-observations-file.h"
#include "rankle-omex.h"

/* The path is all that a reader is handed, and what it has read all that it hands back:
 * neither changes any more. */

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

void
rankle_file_reading_join (void)
{
  g_mutex_lock (&lock);
  while (n_readers > 0)
    g_cond_wait (&fewer, &lock);
  g_mutex_unlock (&lock);
}

/* @task tells of whoever can cancel it to all that reads for it. */
static void
begin (GTask *task)
{
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (cancellable != NULL)
    g_cancellable_push_current (cancellable);
}

/* Takes @result (nullable), else @error. */
static void
end (GTask *task, gpointer result, GDestroyNotify destroy, GError *error)
{
  GCancellable *cancellable = g_task_get_cancellable (task);

  g_assert ((result == NULL) == (error != NULL));

  if (cancellable != NULL)
    g_cancellable_pop_current (cancellable);
  if (result != NULL)
    g_task_return_pointer (task, result, destroy);
  else
    g_task_return_error (task, error);
  count_readers (-1);
}

static void
read_async (const char         *path,
            GCancellable       *cancellable,
            GAsyncReadyCallback callback,
            gpointer            data,
            gpointer            tag,
            GTaskThreadFunc     reader)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (path != NULL && callback != NULL);

  task = g_task_new (NULL, cancellable, callback, data);
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, g_strdup (path), g_free);
  count_readers (1);
  g_task_run_in_thread (task, reader);
}

/* ---- a model ---- */

static void
read_model (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  GError      *error = NULL;
  RankleModel *model;

  g_assert (source == NULL && path != NULL);

  begin (task);
  model = rankle_model_new_from_file (path, &error);
  end (task, model, (GDestroyNotify)rankle_model_unref, error);
}

void
rankle_model_read_async (const char         *path,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            data)
{
  read_async (path, cancellable, callback, data, rankle_model_read_async, read_model);
}

RankleModel *
rankle_model_read_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, rankle_model_read_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- a session ---- */

typedef struct
{
  RankleSession       *session; /* (owned) (nullable) */
  RankleSessionReading reading; /* (owned) */
} ReadSession;

static void
read_session_free (gpointer data)
{
  ReadSession *self = data;

  g_clear_pointer (&self->session, rankle_session_unref);
  rankle_session_reading_clear (&self->reading);
  g_free (self);
}

static void
read_session (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  GError      *error = NULL;
  ReadSession *result = g_new0 (ReadSession, 1);

  g_assert (source == NULL && path != NULL);

  begin (task);
  result->session = rankle_archive_load_session (path, NULL, &result->reading, &error);
  if (result->session == NULL)
    g_clear_pointer (&result, read_session_free);
  end (task, result, read_session_free, error);
}

void
rankle_session_read_async (const char         *path,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            data)
{
  read_async (path, cancellable, callback, data, rankle_session_read_async, read_session);
}

RankleSession *
rankle_session_read_finish (GAsyncResult         *result,
                            RankleSessionReading *reading,
                            GError              **error)
{
  ReadSession   *read;
  RankleSession *session;

  g_return_val_if_fail (g_task_is_valid (result, NULL) && reading != NULL, NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, rankle_session_read_async),
                        NULL);

  read = g_task_propagate_pointer (G_TASK (result), error);
  if (read == NULL)
    return NULL;
  session = g_steal_pointer (&read->session);
  *reading = read->reading;
  read->reading = (RankleSessionReading){ 0 };
  read_session_free (read);
  return session;
}

/* ---- points of one's own ---- */

typedef struct
{
  RankleObservations *observations; /* (owned) (nullable) */
  char               *remark;       /* (owned) (nullable) */
} ReadObservations;

static void
read_observations_free (gpointer data)
{
  ReadObservations *self = data;

  g_clear_pointer (&self->observations, rankle_observations_unref);
  g_free (self->remark);
  g_free (self);
}

static void
read_observations (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  GError           *error = NULL;
  ReadObservations *result = g_new0 (ReadObservations, 1);

  g_assert (source == NULL && path != NULL);

  begin (task);
  result->observations = rankle_observations_file_load (path, &result->remark, &error);
  if (result->observations == NULL)
    g_clear_pointer (&result, read_observations_free);
  end (task, result, read_observations_free, error);
}

void
rankle_observations_read_async (const char         *path,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            data)
{
  read_async (path, cancellable, callback, data, rankle_observations_read_async,
              read_observations);
}

RankleObservations *
rankle_observations_read_finish (GAsyncResult *result, char **remark, GError **error)
{
  ReadObservations   *read;
  RankleObservations *observations;

  g_return_val_if_fail (g_task_is_valid (result, NULL) && remark != NULL, NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, rankle_observations_read_async),
                        NULL);

  *remark = NULL;
  read = g_task_propagate_pointer (G_TASK (result), error);
  if (read == NULL)
    return NULL;
  observations = g_steal_pointer (&read->observations);
  *remark = g_steal_pointer (&read->remark);
  read_observations_free (read);
  return observations;
}
