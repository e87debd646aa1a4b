/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fake-runner.h"

#include "rankle-integrator.h"

/* Something that was asked. */
typedef struct
{
  RankleProtocol   *protocol;   /* (owned) */
  gboolean          is_shown;   /* of SHOWN, not of LIVE */
  RankleWatch      *watch;      /* Borrowed (nullable): who wants it, of SHOWN */
  RankleTrajectory *trajectory; /* (owned) (nullable): once it was finished */
} Request;

struct _RankleRunner
{
  GObject parent_instance;

  GPtrArray *requests; /* (owned): number i + 1 */
  guint      live;     /* number of the last of LIVE */
  guint      answered; /* likewise, that was answered */
  gboolean   quick;
  gboolean   closed;
};

struct _RankleWatch
{
  RankleRunner   *runner; /* (owned) */
  RankleWatchFunc func;
  gpointer        data;
  gboolean        waiting;
};

static guint         finished_signal, failed_signal;
static RankleRunner *the_runner; /* borrowed */

G_DEFINE_FINAL_TYPE (RankleRunner, rankle_runner, G_TYPE_OBJECT)

static void
free_request (gpointer data)
{
  Request *request = data;

  rankle_protocol_unref (request->protocol);
  g_clear_pointer (&request->trajectory, rankle_trajectory_unref);
  g_free (request);
}

static void
rankle_runner_finalize (GObject *object)
{
  RankleRunner *self = RANKLE_RUNNER (object);

  g_assert_true (self->closed);
  g_clear_pointer (&self->requests, g_ptr_array_unref);
  the_runner = NULL;
  G_OBJECT_CLASS (rankle_runner_parent_class)->finalize (object);
}

static void
rankle_runner_class_init (RankleRunnerClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rankle_runner_finalize;
  finished_signal =
      g_signal_new ("finished", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                    2, G_TYPE_UINT64, RANKLE_TYPE_TRAJECTORY);
  failed_signal = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_UINT64, G_TYPE_ERROR);
}

static void
rankle_runner_init (RankleRunner *self)
{
  self->requests = g_ptr_array_new_with_free_func (free_request);
}

RankleRunner *
rankle_runner_new (void)
{
  g_assert_null (the_runner);
  the_runner = g_object_new (RANKLE_TYPE_RUNNER, NULL);
  return the_runner;
}

static guint
add_request (RankleRunner *self, RankleProtocol *protocol, RankleWatch *watch)
{
  Request *request = g_new0 (Request, 1);

  g_assert_false (self->closed);
  rankle_protocol_seal (protocol);
  request->protocol = rankle_protocol_ref (protocol);
  request->is_shown = watch != NULL;
  request->watch = watch;
  g_ptr_array_add (self->requests, request);
  return self->requests->len;
}

static Request *
get_request (guint number)
{
  return g_ptr_array_index (the_runner->requests, number - 1);
}

/* ---- LIVE ---- */

guint64
rankle_runner_submit (RankleRunner *self, RankleProtocol *protocol)
{
  self->live = add_request (self, protocol, NULL);
  return self->live;
}

gboolean
rankle_runner_wait (RankleRunner *self, gint64 microseconds)
{
  g_assert_cmpint (microseconds, <=, 8000);
  if (self->quick && self->answered < self->live)
    fake_runner_finish (self->live);
  return self->quick;
}

void
rankle_runner_close (RankleRunner *self)
{
  self->closed = TRUE;
}

/* ---- SHOWN ---- */

RankleWatch *
rankle_watch_new (RankleRunner *runner, RankleWatchFunc func, gpointer data)
{
  RankleWatch *watch = g_new0 (RankleWatch, 1);

  watch->runner = g_object_ref (runner);
  watch->func = func;
  watch->data = data;
  return watch;
}

/* What was asked for is wanted by nobody any more. */
void
rankle_watch_forget (RankleWatch *watch)
{
  for (guint i = 0; i < watch->runner->requests->len; i++)
    {
      Request *request = g_ptr_array_index (watch->runner->requests, i);

      if (request->watch == watch)
        request->watch = NULL;
    }
  watch->waiting = FALSE;
}

void
rankle_watch_free (RankleWatch *watch)
{
  rankle_watch_forget (watch);
  g_object_unref (watch->runner);
  g_free (watch);
}

static RankleTrajectory *
find_finished (RankleRunner *self, RankleProtocol *protocol)
{
  for (guint i = 0; i < self->requests->len; i++)
    {
      Request *request = g_ptr_array_index (self->requests, i);

      if (request->is_shown && request->trajectory != NULL &&
          rankle_protocol_equal (request->protocol, protocol))
        return request->trajectory;
    }
  return NULL;
}

void
rankle_watch_ask (RankleWatch *watch, RankleProtocol *protocol)
{
  RankleTrajectory *trajectory;
  guint             number;

  rankle_protocol_seal (protocol);
  trajectory = find_finished (watch->runner, protocol);
  watch->waiting = trajectory == NULL;
  if (trajectory != NULL)
    {
      watch->func (watch, trajectory, NULL, watch->data);
      return;
    }
  number = add_request (watch->runner, protocol, watch);
  if (watch->runner->quick)
    fake_runner_finish (number);
}

gboolean
rankle_watch_is_waiting (const RankleWatch *watch)
{
  return watch->waiting && !watch->runner->closed;
}

/* ---- on command ---- */

guint
fake_runner_get_n_asked (void)
{
  return the_runner->requests->len;
}

RankleProtocol *
fake_runner_get_protocol (guint number)
{
  return get_request (number)->protocol;
}

/* It is the watch's last request: an older answer leaves it waiting. */
static gboolean
is_last_of_watch (guint number)
{
  RankleWatch *watch = get_request (number)->watch;

  for (guint i = number + 1; i <= the_runner->requests->len; i++)
    if (get_request (i)->watch == watch)
      return FALSE;
  return TRUE;
}

static void
tell (guint number, RankleTrajectory *trajectory, const GError *error)
{
  Request *request = get_request (number);

  if (request->is_shown)
    {
      RankleWatch *watch = request->watch;

      if (watch == NULL || the_runner->closed)
        return;
      if (is_last_of_watch (number))
        watch->waiting = FALSE;
      watch->func (watch, trajectory, error, watch->data);
      return;
    }
  the_runner->answered = MAX (the_runner->answered, number);
  if (trajectory != NULL)
    g_signal_emit (the_runner, finished_signal, 0, (guint64)number, trajectory);
  else
    g_signal_emit (the_runner, failed_signal, 0, (guint64)number, error);
}

void
fake_runner_finish (guint number)
{
  GError *error = NULL;
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  g_autoptr (RankleTrajectory) trajectory =
      rankle_integrator_run (integrator, fake_runner_get_protocol (number), NULL, &error);

  g_assert_no_error (error);
  if (get_request (number)->trajectory == NULL)
    get_request (number)->trajectory = rankle_trajectory_ref (trajectory);
  tell (number, trajectory, NULL);
}

void
fake_runner_fail (guint number, const char *why)
{
  g_autoptr (GError) error =
      g_error_new_literal (RANKLE_SIM_ERROR, RANKLE_SIM_ERROR_FAILED, why);

  tell (number, NULL, error);
}

gboolean
fake_runner_is_closed (void)
{
  return the_runner->closed;
}

void
fake_runner_set_quick (gboolean quick)
{
  the_runner->quick = quick;
}
