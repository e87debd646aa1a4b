/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* rankle-cli ensemble --map: a picture of what the table says, whole or not at all. */

#include <string.h>

#include "cli-runner.h"

#define GRID "--grid", "k=0..2x5", "--grid", "boom=0..0.4x3"

static const char decay[] = "model decay()\n"
                            "  k = 1; boom = 0; x = 1\n"
                            "  x' = -k * x + boom * x^2\n"
                            "  twice := 2 * k\n"
                            "end\n";

static gboolean
exists (const char *name)
{
  g_autofree char *path = g_build_filename (cli_folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* (transfer full) */
static GBytes *
read_bytes (const char *name)
{
  g_autofree char *path = g_build_filename (cli_folder, name, NULL);
  char            *data = NULL;
  gsize            size;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  return g_bytes_new_take (data, size);
}

/* Each kind of file, the same bytes twice, and no table that was not asked for. */
static void
test_kinds (void)
{
  static const struct
  {
    const char *name, *begins;
  } files[] = { { "map.png", "\211PNG" },
                { "map.svg", "<?xml" },
                { "map.pdf", "%PDF-" } };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_auto (Result) result = { 0 };
      g_auto (Result) again = { 0 };
      g_autoptr (GBytes) first = NULL;
      g_autoptr (GBytes) second = NULL;

      RUN (&result, "ensemble", "decay.ant", "--end", "1", GRID, "--measure", "x@end",
           "--map", files[i].name);
      cli_check_ok (&result);
      g_assert_cmpstr (result.out, ==, "");
      first = read_bytes (files[i].name);
      g_assert_cmpmem (g_bytes_get_data (first, NULL), strlen (files[i].begins),
                       files[i].begins, strlen (files[i].begins));
      if (g_str_has_suffix (files[i].name, ".pdf"))
        continue; /* which has the time in it */
      RUN (&again, "ensemble", "decay.ant", "--end", "1", GRID, "--measure", "x@end",
           "--map", files[i].name);
      second = read_bytes (files[i].name);
      g_assert_true (g_bytes_equal (first, second));
    }
}

/* With a table the table is the same as without a map. */
static void
test_with_table (void)
{
  g_auto (Result) plain = { 0 };
  g_auto (Result) both = { 0 };
  g_autofree char *table = NULL;

  RUN (&plain, "ensemble", "decay.ant", "--end", "1", GRID, "--measure", "x@end",
       "--measure", "twice@end");
  RUN (&both, "ensemble", "decay.ant", "--end", "1", GRID, "--measure", "x@end",
       "--measure", "twice@end", "--map", "both.svg", "--out", "both.csv");
  cli_check_ok (&plain);
  cli_check_ok (&both);
  table = cli_read_file ("both.csv");
  g_assert_cmpstr (plain.out, ==, table);
  g_assert_true (exists ("both.svg"));
}

/* Another measure, another way round, other colours: another picture. */
static void
test_says_what_is_asked (void)
{
  static const char *const asked[][3] = { { "x@end", "k=0..2x3", NULL },
                                          { "x@peak", "k=0..2x3", NULL },
                                          { "x@end", "k=0..3x3", NULL },
                                          { "x@end", "k=0..2x3", "--map-log" } };
  char                    *pictures[G_N_ELEMENTS (asked)];

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      g_auto (Result) result = { 0 };

      RUN (&result, "ensemble", "decay.ant", "--end", "1", "--grid", asked[i][1],
           "--grid", "boom=0..0.4x3", "--measure", asked[i][0], "--map", "one.svg",
           asked[i][2]);
      cli_check_ok (&result);
      pictures[i] = cli_read_file ("one.svg");
    }
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpstr (pictures[i], !=, pictures[j]);
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    g_free (pictures[i]);
}

/* A run that fails is hatched; where all do, nothing is written. */
static void
test_failures (void)
{
  g_auto (Result) some = { 0 };
  g_auto (Result) kept = { 0 };
  g_auto (Result) all = { 0 };

  RUN (&some, "ensemble", "decay.ant", "--end", "5", "--grid", "k=0..2x3", "--grid",
       "boom=0..4x3", "--measure", "x@end", "--map", "some.svg");
  g_assert_cmpint (some.status, ==, 1);
  g_assert_nonnull (strstr (some.err, " of 9 cells failed"));
  g_assert_true (exists ("some.svg"));
  RUN (&kept, "ensemble", "decay.ant", "--end", "5", "--grid", "k=0..2x3", "--grid",
       "boom=0..4x3", "--measure", "x@end", "--map", "kept.svg", "--keep-going");
  g_assert_cmpint (kept.status, ==, 0);
  RUN (&all, "ensemble", "decay.ant", "--end", "5", "--grid", "k=0..0.1x2", "--grid",
       "boom=2..4x2", "--measure", "x@end", "--map", "all.svg", "--keep-going");
  g_assert_cmpint (all.status, ==, 1);
  g_assert_false (exists ("all.svg"));
}

static void
check_refused (const Result *result, const char *sentence)
{
  g_assert_cmpint (result->status, ==, 2);
  g_assert_cmpstr (result->out, ==, "");
  g_assert_nonnull (strstr (result->err, sentence));
}

/* Before a run is made, in a sentence. */
static void
test_refused (void)
{
  g_auto (Result) ending = { 0 };
  g_auto (Result) one = { 0 };
  g_auto (Result) none = { 0 };
  g_auto (Result) measure = { 0 };
  g_auto (Result) same = { 0 };

  RUN (&ending, "ensemble", "decay.ant", GRID, "--measure", "x@end", "--map", "m.gif");
  check_refused (&ending,
                 "--map: m.gif: the name of a picture ends in .png, .svg or .pdf");
  RUN (&one, "ensemble", "decay.ant", "--grid", "k=0..2x5", "--measure", "x@end", "--map",
       "m.svg");
  check_refused (&one, "--map: takes two --grid, and there is one");
  RUN (&none, "ensemble", "decay.ant", "--vary", "k=0..2", "--map", "m.svg");
  check_refused (&none, "--map is of two --grid, and there is none");
  RUN (&measure, "ensemble", "decay.ant", GRID, "--map", "m.svg");
  check_refused (&measure, "--map: draws the first --measure, and there is none");
  RUN (&same, "ensemble", "decay.ant", GRID, "--measure", "x@end", "--map", "m.svg",
       "--out", "m.svg");
  check_refused (&same, "--map and --out are both “m.svg”");
  g_assert_false (exists ("m.svg"));
  g_assert_false (exists ("m.gif"));
}

/* What was there stays, where nothing can be written. */
static void
test_unwritable (void)
{
  g_auto (Result) result = { 0 };

  RUN (&result, "ensemble", "decay.ant", "--end", "1", GRID, "--measure", "x@end",
       "--map", "nowhere/map.svg");
  g_assert_cmpint (result.status, ==, 1);
  g_assert_nonnull (strstr (result.err, "nowhere/map.svg: "));
  g_assert_false (exists ("nowhere"));
}

int
main (int argc, char *argv[])
{
  cli_begin (&argc, &argv);
  cli_write_file ("decay.ant", decay);
  g_test_add_func ("/cli/map/kinds", test_kinds);
  g_test_add_func ("/cli/map/with-table", test_with_table);
  g_test_add_func ("/cli/map/says-what-is-asked", test_says_what_is_asked);
  g_test_add_func ("/cli/map/failures", test_failures);
  g_test_add_func ("/cli/map/refused", test_refused);
  g_test_add_func ("/cli/map/unwritable", test_unwritable);
  return cli_run_tests ();
}
