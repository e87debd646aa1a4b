/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "rankle-csv.h"
#include "rankle-file.h"
#include "rankle-integrator.h"
#include "rankle-model-file.h"

static const struct
{
  double      value;
  const char *text;
} numbers[] = {
  { 0, "0" },
  { -0.0, "-0" },
  { 1, "1" },
  { 0.1, "0.1" },
  { 9.2, "9.2" },
  { 1.0 / 3, "0.3333333333333333" },
  { 0.1 + 0.2, "0.30000000000000004" },
  { 182.5, "182.5" },
  { 1e22, "1e+22" },
  { 5e-324, "5e-324" },
  { -1.5e-310, "-1.5e-310" },
  { 2.2250738585072014e-308, "2.2250738585072014e-308" },
  { 1e-4, "0.0001" },
  { 1.25e-5, "1.25e-05" },
  { 1e14, "100000000000000" },
  { 1e15, "1e+15" },
  { 9007199254740993.0, "9007199254740992" },
  { 12345678901234567.0, "12345678901234568" },
  { 1.7976931348623157e308, "1.7976931348623157e+308" },
  { NAN, "NaN" },
  { -NAN, "NaN" },
  { INFINITY, "inf" },
  { -INFINITY, "-inf" },
};

/* A reader of tables has each cell back as it was. */
static void
test_cells (void)
{
  static const struct
  {
    const char *cell, *expected;
  } cells[] = {
    { "", "" },
    { "plain words", "plain words" },
    { "Kong 1999, Nature", "\"Kong 1999, Nature\"" },
    { "the \"gene\"", "\"the \"\"gene\"\"\"" },
    { "two\nlines", "\"two\nlines\"" },
    { "a\rb", "\"a\rb\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      rankle_csv_append_text (text, cells[i].cell);
      g_assert_cmpstr (text->str, ==, cells[i].expected);
    }
}

static void
check_number (double value, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  double back;

  rankle_csv_append_number (text, value);
  if (expected != NULL)
    g_assert_cmpstr (text->str, ==, expected);
  back = g_ascii_strtod (text->str, NULL);
  g_assert_true (isnan (value) || memcmp (&back, &value, sizeof value) == 0);
}

static void
test_numbers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    check_number (numbers[i].value, numbers[i].text);
}

static guint
count_digits (const char *text)
{
  guint       n = 0, zeros = 0;
  const char *at = text + strspn (text, "-0.");

  for (; g_ascii_isdigit (*at) || *at == '.'; at++)
    if (*at != '.')
      {
        n++;
        zeros = *at == '0' ? zeros + 1 : 0;
      }
  return n - zeros;
}

/* The nearest decimal with a digit less is another number. */
static void
check_is_shortest (double value)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char   shorter[G_ASCII_DTOSTR_BUF_SIZE], format[8];
  double back;
  guint  n;

  rankle_csv_append_number (text, value);
  n = count_digits (text->str);
  if (n < 2)
    return;
  g_snprintf (format, sizeof format, "%%.%ue", n - 2);
  back = g_ascii_strtod (g_ascii_formatd (shorter, sizeof shorter, format, value), NULL);
  g_assert_true (memcmp (&back, &value, sizeof value) != 0);
}

/* Every tenth is subnormal: the bits of the exponent are 0. */
static void
test_random_bits (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20041); /* any */

  for (guint i = 0; i < 100000; i++)
    {
      guint64 bits = (guint64)g_rand_int (rand) << 32 | g_rand_int (rand);
      double  value;

      if (i % 10 == 0)
        bits &= G_GUINT64_CONSTANT (0x800fffffffffffff) >> g_rand_int_range (rand, 0, 50);
      memcpy (&value, &bits, sizeof value);
      check_number (value, NULL);
      if (isfinite (value))
        check_is_shortest (value);
    }
}

/* Round numbers are written as %.15g has them: tables of before keep their text. */
static void
test_layout (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (47); /* any */

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      char   expected[G_ASCII_DTOSTR_BUF_SIZE];
      int    places = g_rand_int_range (rand, 1, 15);
      double mantissa = floor (g_rand_double (rand) * pow (10, places));
      double value = mantissa * pow (10, g_rand_int_range (rand, -30, 20));

      value = g_ascii_strtod (g_ascii_formatd (expected, sizeof expected, "%.15g", value),
                              NULL);
      rankle_csv_append_number (text, value);
      g_assert_cmpstr (text->str, ==, expected);
    }
}

/* A comma for the decimal point must not get in. */
static void
test_locale (void)
{
  static const char *const names[] = { "de_DE.UTF-8", "de_DE", "fr_FR.UTF-8",
                                       "nl_NL.UTF-8" };
  const char              *found = NULL;

  for (guint i = 0; found == NULL && i < G_N_ELEMENTS (names); i++)
    found = setlocale (LC_NUMERIC, names[i]);
  if (found == NULL)
    {
      g_test_skip ("no locale with a decimal comma here");
      return;
    }
  test_numbers ();
  setlocale (LC_NUMERIC, "C");
}

static RankleTrajectory *
make_trajectory (void)
{
  GError *error = NULL;
  g_autoptr (RankleModel) model = rankle_model_new_from_antimony (
      "model decay()\n  k = 0.3\n  a = 1\n  a' = -k * a\n  b := a / 3\nend\n", -1,
      "decay.ant", NULL, &error);
  g_autoptr (RankleProtocol) protocol = NULL;
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  RankleTrajectory *trajectory;

  g_assert_no_error (error);
  protocol = rankle_protocol_new (model);
  rankle_protocol_set_every (protocol, 2, 0.5);
  rankle_protocol_seal (protocol);
  trajectory = rankle_integrator_run (integrator, protocol, NULL, &error);
  g_assert_no_error (error);
  return trajectory;
}

static void
test_table (void)
{
  static const char *const notes[] = { "first", "one\nline\tonly", NULL };
  g_autoptr (RankleTrajectory) trajectory = make_trajectory ();
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  gsize length;

  text = rankle_csv_format (trajectory, notes, &length);
  g_assert_cmpuint (length, ==, strlen (text));
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3 + 1 + 5 + 1);
  g_assert_cmpstr (lines[0], ==, "# first");
  g_assert_cmpstr (lines[1], ==, "# one line only");
  g_assert_cmpstr (lines[2], ==, "# units: ,,");
  g_assert_cmpstr (lines[3], ==, "time,a,b");
  g_assert_cmpstr (lines[9], ==, "");
  for (guint k = 0; k < 5; k++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[4 + k], ",", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, 3);
      g_assert_cmpfloat (g_ascii_strtod (cells[0], NULL), ==, 0.5 * k);
      for (guint i = 0; i < 2; i++)
        g_assert_cmpfloat (g_ascii_strtod (cells[1 + i], NULL), ==,
                           rankle_trajectory_get_column (trajectory, i)[k]);
    }
}

static void
check_holds (const char *path, const char *expected)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

static void
test_replace (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("rankle-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a", NULL);
  g_autofree char *link = g_build_filename (folder, "link", NULL);
  g_autofree char *missing = g_build_filename (folder, "no", "a", NULL);
  g_autofree char *missing_text =
      g_strconcat (missing, ": No such file or directory", NULL);
  g_autofree char *folder_text = g_strconcat (folder, ": Is a directory", NULL);

  g_assert_true (rankle_file_replace (path, "one", 3, &error));
  g_assert_cmpint (symlink ("a", link), ==, 0);
  g_assert_true (rankle_file_replace (link, "two", 3, &error));
  g_assert_no_error (error);
  check_holds (path, "two");
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));

  g_assert_false (rankle_file_replace (missing, "four", 4, &error));
  g_assert_cmpstr (error->message, ==, missing_text);
  g_clear_error (&error);
  g_assert_false (rankle_file_replace (folder, "five", 4, &error));
  g_assert_cmpstr (error->message, ==, folder_text);
  g_unlink (link);
  g_unlink (path);
  g_rmdir (folder);
}

/* A file that may not be written is not replaced, though its folder would allow it; who
 * may do everything is asked as somebody else. */
static void
test_protected (void)
{
  g_autofree char *folder = g_dir_make_tmp ("rankle-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a", NULL);
  g_autofree char *expected = g_strconcat (path, ": Permission denied", NULL);
  int              status;
  pid_t            child;

  g_assert_true (g_file_set_contents (path, "old", 3, NULL));
  g_assert_cmpint (g_chmod (path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0777), ==, 0);
  child = fork ();
  if (child == 0)
    {
      g_autoptr (GError) error = NULL;

      if (geteuid () == 0 && setuid (65534) != 0)
        _exit (2);
      if (rankle_file_replace (path, "new", 3, &error))
        _exit (3);
      _exit (g_str_equal (error->message, expected) ? 0 : 4);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  check_holds (path, "old");
  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Through a link to nothing the file that it names is made; one that goes round in
 * circles names none. */
static void
test_links (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("rankle-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a", NULL);
  g_autofree char *first = g_build_filename (folder, "first", NULL);
  g_autofree char *second = g_build_filename (folder, "second", NULL);
  g_autofree char *circle = g_build_filename (folder, "circle", NULL);
  g_autofree char *circle_text =
      g_strconcat (circle, ": Too many levels of symbolic links", NULL);

  g_assert_cmpint (symlink ("second", first), ==, 0);
  g_assert_cmpint (symlink (path, second), ==, 0);
  g_assert_cmpint (symlink ("circle", circle), ==, 0);
  g_assert_true (rankle_file_replace (first, "one", 3, &error));
  g_assert_no_error (error);
  check_holds (path, "one");
  g_assert_true (g_file_test (first, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (second, G_FILE_TEST_IS_SYMLINK));
  g_assert_false (rankle_file_replace (circle, "two", 3, &error));
  g_assert_cmpstr (error->message, ==, circle_text);
  g_unlink (first);
  g_unlink (second);
  g_unlink (circle);
  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* What is not a regular file is written to, not replaced. A pipe of our own stands for
 * /dev/null: a test must not be able to harm that. */
static void
test_pipe (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("rankle-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "pipe", NULL);
  char             buffer[8] = "";
  int              reader;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  reader = g_open (path, O_RDONLY | O_NONBLOCK, 0);
  g_assert_cmpint (reader, >=, 0);
  rankle_file_replace (path, "three", 5, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  g_assert_cmpint (read (reader, buffer, sizeof buffer), ==, 5);
  g_assert_cmpstr (buffer, ==, "three");
  close (reader);
  g_unlink (path);
  g_rmdir (folder);
}

/* A file that may not grow stands for a full disk: the old content stays, and nothing
 * beside it. */
static void
test_full (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("rankle-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a", NULL);
  g_autofree char *text = g_strnfill (100000, 'x');
  struct rlimit    before, narrow;

  g_assert_true (rankle_file_replace (path, "old", 3, NULL));
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  narrow = (struct rlimit){ .rlim_cur = 5000, .rlim_max = before.rlim_max };
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &narrow), ==, 0);
  g_assert_false (rankle_file_replace (path, text, 100000, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_true (g_str_has_prefix (error->message, path));
  check_holds (path, "old");
  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/numbers", test_numbers);
  g_test_add_func ("/csv/cells", test_cells);
  g_test_add_func ("/csv/random-bits", test_random_bits);
  g_test_add_func ("/csv/layout", test_layout);
  g_test_add_func ("/csv/locale", test_locale);
  g_test_add_func ("/csv/table", test_table);
  g_test_add_func ("/csv/replace", test_replace);
  g_test_add_func ("/csv/protected", test_protected);
  g_test_add_func ("/csv/links", test_links);
  g_test_add_func ("/csv/pipe", test_pipe);
  g_test_add_func ("/csv/full", test_full);
  return g_test_run ();
}
