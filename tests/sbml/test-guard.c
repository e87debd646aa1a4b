/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What breaks down in a copy of the process does not break down here. */

#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "rankle-guard.h"
#include "rankle-model-error.h"
#include "rankle-model-file.h"
#include "rankle-model.h"
#include "rankle-sbml.h"

static void
count (gpointer data)
{
  (*(int *)data)++;
}

static void
break_down (gpointer data)
{
  raise (GPOINTER_TO_INT (data));
}

static void
give_up (gpointer data)
{
  _Exit (3);
}

/* At a stoichiometry by formula, in a namespace that is none of SBML's, libSBML throws an
 * exception. */
static const char exceptional[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<sbml xmlns=\"http://www.sbml.org/sbml/level2/ersion4\" level=\"2\" version=\"4\">"
    "<model id=\"m\"><listOfReactions><reaction id=\"R\"><listOfProducts>"
    "<speciesReference species=\"B\"><stoichiometryMath/></speciesReference>"
    "</listOfProducts></reaction></listOfReactions></model></sbml>";

static RankleTrial
try (void (*work) (gpointer data), gpointer data)
{
  return _rankle_guard_try (work, data, 1, NULL);
}

static void
test_survives (void)
{
  int n = 0;

  g_assert_cmpint (try (count, &n), ==, RANKLE_TRIAL_PASSED);
  g_assert_cmpint (n, ==, 0); /* it was the copy's */
}

static void
test_breaks_down (void)
{
  static const int numbers[] = { SIGABRT, SIGSEGV, SIGKILL };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_assert_cmpint (try (break_down, GINT_TO_POINTER (numbers[i])), ==,
                     RANKLE_TRIAL_BROKE_DOWN);
  g_assert_cmpint (try (give_up, NULL), ==, RANKLE_TRIAL_BROKE_DOWN);
}

/* Nobody hears how a child ended that has been told not to be waited for. */
static void
test_nobody_waits (void)
{
  void (*before) (int) = signal (SIGCHLD, SIG_IGN);

  g_assert_cmpint (try (give_up, NULL), ==, RANKLE_TRIAL_BROKE_DOWN);
  g_assert_null (rankle_model_new_from_sbml (exceptional, -1, "x.xml", NULL));
  signal (SIGCHLD, before);
}

static void
compute_for_ever (gpointer data)
{
  for (volatile guint i = 0;; i++)
    ;
}

static void
test_too_long (void)
{
  g_assert_cmpint (try (compute_for_ever, NULL), ==, RANKLE_TRIAL_TOO_LONG);
}

static void
sleep_for_ever (gpointer data)
{
  for (;;)
    pause ();
}

/* As it would before a lock that nobody opens. */
static void
test_sleeps (void)
{
  g_assert_cmpint (try (sleep_for_ever, NULL), ==, RANKLE_TRIAL_IMPOSSIBLE);
}

static gpointer
cancel (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return NULL;
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GThread *thread = g_thread_new ("cancel", cancel, cancellable);

  g_assert_cmpint (_rankle_guard_try (compute_for_ever, NULL, 1000, cancellable), ==,
                   RANKLE_TRIAL_CANCELLED);
  g_thread_join (thread);
}

/* A reader hears of it by its thread's own. */
static void
test_reading_is_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_cancellable_push_current (cancellable);
  g_assert_null (rankle_model_new_from_sbml ("<sbml/>", -1, "x.xml", &error));
  g_cancellable_pop_current (cancellable);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_exception (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (rankle_model_new_from_sbml (exceptional, -1, "x.xml", &error));
  g_assert_error (error, RANKLE_MODEL_ERROR, RANKLE_MODEL_ERROR_SYNTAX);
  g_assert_cmpstr (error->message, ==, "x.xml: libSBML breaks down over this file");
}

static void
test_check (void)
{
  g_autofree char *complaints = rankle_sbml_check (exceptional);

  g_assert_cmpstr (complaints, ==, "libSBML breaks down over this text\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guard/survives", test_survives);
  g_test_add_func ("/guard/breaks-down", test_breaks_down);
  g_test_add_func ("/guard/nobody-waits", test_nobody_waits);
  g_test_add_func ("/guard/too-long", test_too_long);
  g_test_add_func ("/guard/sleeps", test_sleeps);
  g_test_add_func ("/guard/cancel", test_cancel);
  g_test_add_func ("/guard/reading-is-cancelled", test_reading_is_cancelled);
  g_test_add_func ("/guard/exception", test_exception);
  g_test_add_func ("/guard/check", test_check);
  return g_test_run ();
}
