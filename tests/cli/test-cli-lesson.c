/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cli-runner.h"

/* rankle-cli lesson: the list, and what holds. */

#define STEP                                                                             \
  "{\"id\": \"up\", \"title\": \"Up\", \"text\": [\"Go.\"], \"start\": {\"scenario\": "  \
  "\"healthy-adult\", \"horizon\": 365}, \"goals\": [{\"words\": \"Halve CTX.\", "       \
  "\"column\": \"CTX\", \"called\": \"CTX\", \"measure\": \"end\", \"is\": \"below\", "  \
  "\"value\": 50, \"unit\": \"% of baseline\"}], \"solution\": {\"controls\": "          \
  "{\"opg\": "
#define LESSON                                                                           \
  "{\"schema\": 1, \"id\": \"own\", \"kind\": \"lesson\", \"title\": \"Own\", "          \
  "\"summary\": \"Own\", \"level\": \"first\", \"minutes\": 1, \"steps\": [" STEP

static void
test_list (void)
{
  g_auto (Result) result = { 0 };

  RUN (&result, "lesson", "list");
  cli_check_ok (&result);
  g_assert_true (g_str_has_prefix (result.out, "card-decoy "));
  g_assert_nonnull (strstr (result.out, "\nmilk-and-bone "));
  g_assert_nonnull (strstr (result.out, "5 steps"));
  g_assert_nonnull (strstr (result.out, "25 min"));
}

static void
test_bundled (void)
{
  g_auto (Result) result = { 0 };

  RUN (&result, "lesson", "check", "card-decoy");
  cli_check_ok (&result);
  g_assert_true (g_str_has_prefix (result.out, "up "));
  g_assert_nonnull (strstr (result.out, "Reached: at its lowest CTX is at"));
  g_assert_null (strstr (result.out, "DOES NOT HOLD"));
}

static void
test_own (void)
{
  g_auto (Result) good = { 0 }, bad = { 0 };

  cli_write_file ("good-lesson.json", LESSON "4}}}]}");
  cli_write_file ("bad-lesson.json", LESSON "1.1}}}]}");
  RUN (&good, "lesson", "check", "good-lesson.json");
  cli_check_ok (&good);
  RUN (&bad, "lesson", "check", "bad-lesson.json");
  g_assert_cmpint (bad.status, ==, 1);
  g_assert_nonnull (strstr (bad.out, "DOES NOT HOLD"));
  g_assert_cmpstr (bad.err, ==,
                   "rankle-cli lesson: bad-lesson.json: 1 of 3 checks do not hold\n");
}

static const struct
{
  const char *arguments[4], *complaint;
} refused[] = {
  { { "lesson", NULL }, "ACTION is missing" },
  { { "lesson", "lsit", NULL }, "unknown action “lsit”; did you mean “list”?" },
  { { "lesson", "list", "all", NULL }, "unexpected argument “all”" },
  { { "lesson", "check", NULL }, "FILE is missing" },
  { { "lesson", "check", "decoi", NULL },
    "decoi: no bundled lesson of this name, and no such file; did you mean “decoy”?" },
  { { "lesson", "check", "broken-lesson.json", NULL },
    "broken-lesson.json:1: id: is missing" },
};

static void
test_refused (void)
{
  cli_write_file ("broken-lesson.json", "{\"schema\": 1}");
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_auto (Result) result = { 0 };
      g_autofree char *line =
          g_strdup_printf ("rankle-cli lesson: %s\n", refused[i].complaint);

      cli_run (&result, refused[i].arguments);
      g_assert_cmpint (result.status, ==, 2);
      g_assert_cmpstr (result.out, ==, "");
      g_assert_cmpstr (result.err, ==, line);
    }
}

int
main (int argc, char **argv)
{
  cli_begin (&argc, &argv);
  g_test_add_func ("/cli-lesson/list", test_list);
  g_test_add_func ("/cli-lesson/bundled", test_bundled);
  g_test_add_func ("/cli-lesson/own", test_own);
  g_test_add_func ("/cli-lesson/refused", test_refused);
  return cli_run_tests ();
}
