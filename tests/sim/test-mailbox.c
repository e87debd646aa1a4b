/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The two slots by themselves: what each side may rely on, step by step, with both sides
 * played by one thread where that is possible. The numbers are those of the invariants at
 * the head of rankle-engine.c. */

#include "rankle-mailbox.h"

#include <gio/gio.h>
#include <pthread.h>

#include "sim-fixture.h"

#define LONG  (G_MAXINT64 / 4)
#define MS(n) ((gint64)(n)*1000)

static RankleProtocol *
protocol_new (double k)
{
  g_autoptr (RankleModel) model = sim_model_new ("k = 1; x = 1; x' = k - x");
  RankleProtocol *protocol = rankle_protocol_new (model);

  rankle_protocol_set_parameter (protocol, 0, k);
  rankle_protocol_set_every (protocol, 1, 1);
  rankle_protocol_seal (protocol);
  return protocol;
}

static guint64
post (RankleMailbox *mailbox, double k, gboolean *superseding)
{
  g_autoptr (RankleProtocol) protocol = protocol_new (k);
  gboolean ignored;

  return rankle_mailbox_post_request (mailbox, protocol,
                                      superseding == NULL ? &ignored : superseding);
}

/* What the worker does: takes the request, whose serial and value must be these. */
static RankleTrajectory *
work (RankleMailbox *mailbox, guint64 serial, double k)
{
  guint64 taken;
  g_autoptr (RankleProtocol) protocol = rankle_mailbox_take_request (mailbox, &taken);

  g_assert_cmpuint (taken, ==, serial);
  g_assert_cmpfloat (rankle_protocol_get_parameters (protocol)[0], ==, k);
  g_assert_false (atomic_load (rankle_mailbox_get_stop (mailbox)));
  return sim_run (protocol);
}

static gboolean
answer (RankleMailbox *mailbox, guint64 serial, RankleTrajectory *trajectory)
{
  RankleResult result = { .serial = serial, .trajectory = trajectory };
  gboolean     posted = rankle_mailbox_post_result (mailbox, &result);

  g_assert_null (result.trajectory); /* taken over */
  g_assert_cmpuint (result.serial, ==, 0);
  return posted;
}

static gboolean
answer_error (RankleMailbox *mailbox, guint64 serial, GQuark domain, int code)
{
  RankleResult result = { .serial = serial,
                          .error = g_error_new_literal (domain, code, "no") };
  gboolean     posted = rankle_mailbox_post_result (mailbox, &result);

  g_assert_null (result.error);
  return posted;
}

static void
assert_nothing_there (RankleMailbox *mailbox)
{
  RankleResult result;

  g_assert_false (rankle_mailbox_take_result (mailbox, &result));
  g_assert_cmpuint (result.serial, ==, 0);
}

static void
assert_there (RankleMailbox *mailbox, guint64 serial)
{
  RankleResult result;

  g_assert_true (rankle_mailbox_take_result (mailbox, &result));
  g_assert_cmpuint (result.serial, ==, serial);
  g_assert_true ((result.trajectory == NULL) != (result.error == NULL));
  rankle_result_clear (&result);
}

static void
test_newer_request_replaces_unread (void)
{
  RankleMailbox *mailbox = rankle_mailbox_new ();

  for (guint i = 1; i <= 3; i++)
    g_assert_cmpuint (post (mailbox, i, NULL), ==, i);
  rankle_trajectory_unref (work (mailbox, 3, 3));
  g_assert_cmpuint (post (mailbox, 4, NULL), ==, 4);
  rankle_mailbox_free (mailbox); /* and what lies unread in it */
}

static void
test_newer_result_replaces_unread (void)
{
  RankleMailbox *mailbox = rankle_mailbox_new ();

  for (guint i = 1; i <= 3; i++)
    {
      post (mailbox, i, NULL);
      g_assert_true (answer (mailbox, i, work (mailbox, i, i)));
    }
  assert_there (mailbox, 3);
  assert_nothing_there (mailbox);
  post (mailbox, 4, NULL);
  answer (mailbox, 4, work (mailbox, 4, 4));
  rankle_mailbox_free (mailbox);
}

/* An error takes the same place as a trajectory. */
static void
test_error_is_a_result (void)
{
  RankleMailbox *mailbox = rankle_mailbox_new ();
  RankleResult   result;

  post (mailbox, 1, NULL);
  answer (mailbox, 1, work (mailbox, 1, 1));
  post (mailbox, 2, NULL);
  rankle_trajectory_unref (work (mailbox, 2, 2));
  g_assert_true (
      answer_error (mailbox, 2, RANKLE_SIM_ERROR, RANKLE_SIM_ERROR_NOT_FINITE));
  g_assert_true (rankle_mailbox_take_result (mailbox, &result));
  g_assert_cmpuint (result.serial, ==, 2);
  g_assert_null (result.trajectory);
  g_assert_error (result.error, RANKLE_SIM_ERROR, RANKLE_SIM_ERROR_NOT_FINITE);
  rankle_result_clear (&result);
  assert_nothing_there (mailbox);
  rankle_mailbox_free (mailbox);
}

/* Until the answer to the last request has been taken, not merely given. */
static void
test_busy (void)
{
  RankleMailbox *mailbox = rankle_mailbox_new ();

  g_assert_false (rankle_mailbox_is_busy (mailbox));
  post (mailbox, 1, NULL);
  g_assert_true (rankle_mailbox_is_busy (mailbox));
  answer (mailbox, 1, work (mailbox, 1, 1));
  g_assert_true (rankle_mailbox_is_busy (mailbox));
  post (mailbox, 2, NULL);
  assert_there (mailbox, 1);
  g_assert_true (rankle_mailbox_is_busy (mailbox));
  answer (mailbox, 2, work (mailbox, 2, 2));
  assert_there (mailbox, 2);
  g_assert_false (rankle_mailbox_is_busy (mailbox));
  rankle_mailbox_free (mailbox);
}

/* Only a run being made is superseded, and from the first newer request on: later ones do
 * not prolong it. */
static void
test_superseded_since (void)
{
  RankleMailbox    *mailbox = rankle_mailbox_new ();
  RankleTrajectory *trajectory;
  gboolean          superseding = TRUE;
  gint64            before, due;

  post (mailbox, 1, &superseding);
  post (mailbox, 2, &superseding);
  g_assert_false (superseding);
  g_assert_cmpint (rankle_mailbox_stop_superseded (mailbox, 0), ==, -1);
  trajectory = work (mailbox, 2, 2);
  g_assert_cmpint (rankle_mailbox_stop_superseded (mailbox, 0), ==, -1);

  before = g_get_monotonic_time ();
  post (mailbox, 3, &superseding);
  g_assert_true (superseding);
  due = rankle_mailbox_stop_superseded (mailbox, LONG);
  g_assert_cmpint (due, >=, before + LONG);
  g_usleep (2000);
  post (mailbox, 4, &superseding);
  g_assert_true (superseding);
  g_assert_cmpint (rankle_mailbox_stop_superseded (mailbox, LONG), ==, due);
  g_assert_false (atomic_load (rankle_mailbox_get_stop (mailbox)));

  g_assert_true (answer (mailbox, 2, trajectory));
  g_assert_cmpint (rankle_mailbox_stop_superseded (mailbox, 0), ==, -1);
  rankle_mailbox_free (mailbox);
}

/* The next run starts with the flag down, and what was superseded is past. */
static void
test_stop (void)
{
  RankleMailbox *mailbox = rankle_mailbox_new ();

  post (mailbox, 1, NULL);
  rankle_trajectory_unref (work (mailbox, 1, 1));
  post (mailbox, 2, NULL);
  g_assert_cmpint (rankle_mailbox_stop_superseded (mailbox, 0), ==, -1);
  g_assert_true (atomic_load (rankle_mailbox_get_stop (mailbox)));
  g_assert_cmpint (rankle_mailbox_stop_superseded (mailbox, LONG), ==, -1);
  answer_error (mailbox, 1, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  rankle_trajectory_unref (work (mailbox, 2, 2));
  g_assert_cmpint (rankle_mailbox_stop_superseded (mailbox, 0), ==, -1);
  g_assert_false (atomic_load (rankle_mailbox_get_stop (mailbox)));
  rankle_mailbox_free (mailbox);
}

/* Too late for the flag: the run was done. Its result counts. */
static void
test_stopped_but_done (void)
{
  RankleMailbox    *mailbox = rankle_mailbox_new ();
  RankleTrajectory *trajectory;

  post (mailbox, 1, NULL);
  trajectory = work (mailbox, 1, 1);
  post (mailbox, 2, NULL);
  rankle_mailbox_stop_superseded (mailbox, 0);
  g_assert_true (answer (mailbox, 1, trajectory));
  assert_there (mailbox, 1);
  rankle_mailbox_free (mailbox);
}

static void
test_cancel_is_swallowed (void)
{
  RankleMailbox *mailbox = rankle_mailbox_new ();

  post (mailbox, 1, NULL);
  answer (mailbox, 1, work (mailbox, 1, 1));
  post (mailbox, 2, NULL);
  rankle_trajectory_unref (work (mailbox, 2, 2));
  post (mailbox, 3, NULL);
  g_assert_false (answer_error (mailbox, 2, G_IO_ERROR, G_IO_ERROR_CANCELLED));
  assert_there (mailbox, 1); /* not thrown away by it */
  g_assert_true (answer_error (mailbox, 3, G_IO_ERROR, G_IO_ERROR_FAILED));
  assert_there (mailbox, 3);
  rankle_mailbox_free (mailbox);
}

/* The request that was still unread is not taken any more. */
static void
test_quit (void)
{
  RankleMailbox *mailbox = rankle_mailbox_new ();
  guint64        serial = 77;

  post (mailbox, 1, NULL);
  rankle_mailbox_quit (mailbox);
  g_assert_true (atomic_load (rankle_mailbox_get_stop (mailbox)));
  g_assert_null (rankle_mailbox_take_request (mailbox, &serial));
  g_assert_cmpuint (serial, ==, 77);
  rankle_mailbox_free (mailbox);
}

static void *
take_until_quit (void *data)
{
  RankleMailbox  *mailbox = data;
  RankleProtocol *protocol;
  guint64         serial;

  while ((protocol = rankle_mailbox_take_request (mailbox, &serial)) != NULL)
    {
      answer (mailbox, serial, sim_run (protocol));
      rankle_protocol_unref (protocol);
    }
  return NULL;
}

static pthread_t
start_worker (RankleMailbox *mailbox)
{
  pthread_t worker;

  g_assert_cmpint (pthread_create (&worker, NULL, take_until_quit, mailbox), ==, 0);
  return worker;
}

/* Whether it waits for a request already, or not yet. */
static void
test_quit_wakes_the_worker (void)
{
  for (guint i = 0; i < 50; i++)
    {
      RankleMailbox *mailbox = rankle_mailbox_new ();
      pthread_t      worker = start_worker (mailbox);

      g_usleep (20 * i);
      rankle_mailbox_quit (mailbox);
      g_assert_cmpint (pthread_join (worker, NULL), ==, 0);
      rankle_mailbox_free (mailbox);
    }
}

static void
test_wait_for_the_last (void)
{
  RankleMailbox *mailbox = rankle_mailbox_new ();
  pthread_t      worker = start_worker (mailbox);

  for (guint i = 1; i <= 200; i++)
    {
      post (mailbox, 0.5 * i, NULL);
      if (i % 3 != 0)
        continue;
      g_assert_true (rankle_mailbox_wait_result (mailbox, 600 * G_USEC_PER_SEC));
      g_assert_true (rankle_mailbox_wait_result (mailbox, 0)); /* still there */
      assert_there (mailbox, i);
    }
  rankle_mailbox_quit (mailbox);
  pthread_join (worker, NULL);
  rankle_mailbox_free (mailbox);
}

/* An older result is not what was waited for; it stays where it is. */
static void
test_wait_in_vain (void)
{
  RankleMailbox    *mailbox = rankle_mailbox_new ();
  RankleTrajectory *trajectory;
  gint64            before = g_get_monotonic_time ();

  post (mailbox, 1, NULL);
  g_assert_false (rankle_mailbox_wait_result (mailbox, MS (8)));
  g_assert_cmpint (g_get_monotonic_time (), >=, before + MS (8));
  g_assert_false (rankle_mailbox_wait_result (mailbox, 0));
  trajectory = work (mailbox, 1, 1);
  post (mailbox, 2, NULL);
  answer (mailbox, 1, trajectory);
  g_assert_false (rankle_mailbox_wait_result (mailbox, MS (1)));
  assert_there (mailbox, 1);
  rankle_mailbox_free (mailbox);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mailbox/4/newer-request-replaces-unread",
                   test_newer_request_replaces_unread);
  g_test_add_func ("/mailbox/4/newer-result-replaces-unread",
                   test_newer_result_replaces_unread);
  g_test_add_func ("/mailbox/4/error-is-a-result", test_error_is_a_result);
  g_test_add_func ("/mailbox/6/busy", test_busy);
  g_test_add_func ("/mailbox/7/superseded-since", test_superseded_since);
  g_test_add_func ("/mailbox/7/stop", test_stop);
  g_test_add_func ("/mailbox/8/stopped-but-done", test_stopped_but_done);
  g_test_add_func ("/mailbox/8/cancel-is-swallowed", test_cancel_is_swallowed);
  g_test_add_func ("/mailbox/9/quit", test_quit);
  g_test_add_func ("/mailbox/9/quit-wakes-the-worker", test_quit_wakes_the_worker);
  g_test_add_func ("/mailbox/10/wait-for-the-last", test_wait_for_the_last);
  g_test_add_func ("/mailbox/10/wait-in-vain", test_wait_in_vain);
  return g_test_run ();
}
