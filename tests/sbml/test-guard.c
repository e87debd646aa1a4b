/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What breaks down in a copy of the process does not break down here. */

#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
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

static void
test_survives (void)
{
  int n = 0;

  g_assert_true (_rankle_guard_survives (count, &n));
  g_assert_cmpint (n, ==, 0); /* it was the copy's */
}

static void
test_breaks_down (void)
{
  g_assert_false (_rankle_guard_survives (break_down, GINT_TO_POINTER (SIGABRT)));
  g_assert_false (_rankle_guard_survives (break_down, GINT_TO_POINTER (SIGSEGV)));
  g_assert_false (_rankle_guard_survives (break_down, GINT_TO_POINTER (SIGKILL)));
  g_assert_false (_rankle_guard_survives (give_up, NULL));
}

/* Work is limited in processor time, and the limit in seconds of the day is far off: on a
 * busy machine a copy that works takes many of these. */
static void
work_without_end (gpointer data)
{
  struct rlimit  limit;
  volatile guint n = 0;

  if (getrlimit (RLIMIT_CPU, &limit) != 0 || limit.rlim_cur > 30 || alarm (0) < 60)
    _Exit (0);
  limit.rlim_cur = 1; /* it need not take as long here */
  setrlimit (RLIMIT_CPU, &limit);
  while (TRUE)
    n = n + 1;
}

static void
test_ends (void)
{
  g_assert_false (_rankle_guard_survives (work_without_end, NULL));
}

/* At a stoichiometry by formula, in a namespace that is none of SBML's, libSBML throws an
 * exception. */
static const char exceptional[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<sbml xmlns=\"http://www.sbml.org/sbml/level2/ersion4\" level=\"2\" version=\"4\">"
    "<model id=\"m\"><listOfReactions><reaction id=\"R\"><listOfProducts>"
    "<speciesReference species=\"B\"><stoichiometryMath/></speciesReference>"
    "</listOfProducts></reaction></listOfReactions></model></sbml>";

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
  g_test_add_func ("/guard/ends", test_ends);
  g_test_add_func ("/guard/exception", test_exception);
  g_test_add_func ("/guard/check", test_check);
  return g_test_run ();
}
