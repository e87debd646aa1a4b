/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The systems of the axis against what independent programs computed of them:
 * tests/published/systems*.tsv, a whole trajectory a line, and systems*-figures.tsv, a
 * figure a line. tests/published/systems/README.md says how they read. */

#include <math.h>
#include <string.h>

#include "published-reference.h"
#include "published-run.h"

#define TOLERANCE 1e-5
#define RTOL      " --rtol=1e-9 "

enum
{
  CASE_NAME,
  CASE_MODEL,
  CASE_ARGUMENTS,
  CASE_COLUMNS,
  CASE_EXCEPTIONS,
  N_CASE_CELLS
};

enum
{
  FIGURE_MODEL,
  FIGURE_ARGUMENTS,
  FIGURE_COLUMN,
  FIGURE_TIME,
  FIGURE_RELATION,
  FIGURE_EXPECTED,
  FIGURE_TOLERANCE,
  FIGURE_SOURCE,
  N_FIGURE_CELLS
};

static double worst;

static char *
read_file (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "published", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* A trajectory of an independent program. */
static PublishedReference
read_reference (const char *name)
{
  g_autofree char   *path = g_strconcat ("systems/", name, ".csv", NULL);
  g_autofree char   *text = read_file (path);
  PublishedReference self = published_reference_parse (text);

  g_assert_cmpuint (self.n_rows, >, 2);
  return self;
}

/* Rows at @times, and nowhere else. */
static RankleTrajectory *
run_at (const char *name, const char *arguments, const double *times, guint n)
{
  char             end[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *all = NULL;
  g_autoptr (RankleProtocol) even = NULL;
  g_autoptr (RankleProtocol) protocol = NULL;

  g_ascii_dtostr (end, sizeof end, times[n - 1]);
  all = g_strconcat ("--end=", end, RTOL, arguments, NULL);
  even = published_make_protocol (name, TRUE, all);
  protocol = rankle_protocol_copy (even);
  rankle_protocol_set_times (protocol, times, n);
  rankle_protocol_set_hidden (protocol, TRUE);
  return published_run (protocol);
}

static RankleTrajectory *
run_case (char **cells, const PublishedReference *reference)
{
  g_autofree double *times = g_new (double, reference->n_rows);

  for (guint i = 0; i < reference->n_rows; i++)
    times[i] = published_reference_get (reference, i, 0);
  return run_at (cells[CASE_MODEL], cells[CASE_ARGUMENTS], times, reference->n_rows);
}

/* (transfer full): what follows "@name@separator" in a list. */
static char *
find_word (const char *list, char part, const char *name, char separator)
{
  const char       parts[] = { part, '\0' };
  g_autofree char *start = g_strdup_printf ("%s%c", name, separator);
  g_auto (GStrv) words = g_strsplit (list, parts, -1);

  for (char **word = words; *word != NULL; word++)
    if (g_str_has_prefix (*word, start))
      return g_strdup (*word + strlen (start));
  return NULL;
}

/* At a time at which an input switches an observable belongs to either side. */
static gboolean
is_excepted (char **cells, const char *head, double time)
{
  g_auto (GStrv) words = g_strsplit (cells[CASE_EXCEPTIONS], ",", -1);
  g_autofree char *start = g_strconcat (head, "@", NULL);

  for (char **word = words; *word != NULL; word++)
    if (g_str_has_prefix (*word, start) &&
        g_ascii_strtod (*word + strlen (start), NULL) == time)
      return TRUE;
  return FALSE;
}

static double
get_tolerance (char **cells, const char *head)
{
  g_autofree char *text = find_word (cells[CASE_EXCEPTIONS], ',', head, '~');

  return text == NULL ? TOLERANCE : g_ascii_strtod (text, NULL);
}

static const double *
get_column (RankleTrajectory *trajectory, const char *id)
{
  guint column = published_find_column (rankle_trajectory_get_model (trajectory), id);

  return rankle_trajectory_get_column (trajectory, column);
}

static void
check_column (char                    **cells,
              const PublishedReference *reference,
              RankleTrajectory         *trajectory,
              guint                     column)
{
  const char      *head = reference->heads[column];
  g_autofree char *id = find_word (cells[CASE_COLUMNS], ',', head, '=');
  const double    *values = get_column (trajectory, id == NULL ? head : id);
  double           top = 0, gap = 0;

  for (guint i = 0; i < reference->n_rows; i++)
    {
      const double *row = reference->values + i * reference->n_columns;

      g_assert_true (isfinite (values[i]));
      top = fmax (top, fabs (row[column]));
      if (!is_excepted (cells, head, row[0]))
        gap = fmax (gap, fabs (values[i] - row[column]));
    }
  if (top > 0 && get_tolerance (cells, head) == TOLERANCE)
    worst = fmax (worst, gap / top);
  if (gap <= get_tolerance (cells, head) * top)
    return;
  g_test_message ("%s is off by %.2g of its maximum", head, gap / top);
  g_test_fail ();
}

static void
test_case (gconstpointer data)
{
  char **cells = (char **)data;
  g_auto (PublishedReference) reference = read_reference (cells[CASE_NAME]);
  g_autoptr (RankleTrajectory) trajectory = run_case (cells, &reference);

  for (guint k = 1; k < reference.n_columns; k++)
    check_column (cells, &reference, trajectory, k);
  g_test_message ("%u rows of %u columns; so far off by %.2g at most", reference.n_rows,
                  reference.n_columns - 1, worst);
}

/* ---- figures ---- */

/* A value each minute, or whatever the model counts in, of @cells' column to @end. */
static double *
read_row_of_values (char **cells, const char *arguments, guint end)
{
  g_autofree double *times = g_new (double, end + 1);
  g_autoptr (RankleTrajectory) trajectory = NULL;

  for (guint i = 0; i <= end; i++)
    times[i] = i;
  trajectory = run_at (cells[FIGURE_MODEL], arguments, times, end + 1);
  return g_memdup2 (get_column (trajectory, cells[FIGURE_COLUMN]),
                    (end + 1) * sizeof (double));
}

/* "max END": the greatest; "rises LEVEL END": how often it comes to be above. */
static double
read_word (char **cells, const char *arguments)
{
  g_auto (GStrv) words = g_strsplit (cells[FIGURE_TIME], " ", -1);
  gboolean           rises = g_str_equal (words[0], "rises");
  guint              end = (guint)g_ascii_strtoull (words[rises ? 2 : 1], NULL, 10);
  double             level = rises ? g_ascii_strtod (words[1], NULL) : 0;
  g_autofree double *values = read_row_of_values (cells, arguments, end);
  double             most = values[0];
  guint              n = 0;

  g_assert_true (rises || g_str_equal (words[0], "max"));
  for (guint i = 1; i <= end; i++)
    {
      most = fmax (most, values[i]);
      n += values[i - 1] <= level && values[i] > level;
    }
  return rises ? n : most;
}

static double
read_value (char **cells, const char *arguments, double time)
{
  double times[] = { 0, time };
  g_autoptr (RankleTrajectory) trajectory = NULL;

  if (time == 0)
    times[1] = 1;
  trajectory = run_at (cells[FIGURE_MODEL], arguments, times, 2);
  return get_column (trajectory, cells[FIGURE_COLUMN])[time == 0 ? 0 : 1];
}

static double
read_figure (char **cells)
{
  const char *relation = cells[FIGURE_RELATION];
  const char *rest = strchr (relation, ' ');
  const char *arguments = cells[FIGURE_ARGUMENTS];
  double      time = g_ascii_strtod (cells[FIGURE_TIME], NULL);
  double      value = g_ascii_isdigit (*cells[FIGURE_TIME])
                          ? read_value (cells, arguments, time)
                          : read_word (cells, arguments);

  if (g_str_has_prefix (relation, "less "))
    return value - read_value (cells, arguments, g_ascii_strtod (rest, NULL));
  if (g_str_has_prefix (relation, "over "))
    return value / read_value (cells, arguments, g_ascii_strtod (rest, NULL));
  if (g_str_has_prefix (relation, "run"))
    return value / read_value (cells, rest == NULL ? "" : rest, time);
  g_assert_cmpstr (relation, ==, "-");
  return value;
}

static gboolean
holds (double value, const char *expected, double tolerance)
{
  double wanted =
      g_ascii_strtod (expected + (*expected == '<' || *expected == '>'), NULL);

  if (*expected == '<')
    return value < wanted;
  if (*expected == '>')
    return value > wanted;
  return fabs (value - wanted) <= tolerance;
}

static void
test_figure (gconstpointer data)
{
  char **cells = (char **)data;
  double value = read_figure (cells);

  if (holds (value, cells[FIGURE_EXPECTED],
             g_ascii_strtod (cells[FIGURE_TOLERANCE], NULL)))
    return;
  g_test_message ("%s [%s] %s at %s, relation %s: %.9g, not %s ± %s (%s)",
                  cells[FIGURE_MODEL], cells[FIGURE_ARGUMENTS], cells[FIGURE_COLUMN],
                  cells[FIGURE_TIME], cells[FIGURE_RELATION], value,
                  cells[FIGURE_EXPECTED], cells[FIGURE_TOLERANCE], cells[FIGURE_SOURCE]);
  g_test_fail ();
}

/* ---- the tables ---- */

static void
free_cells (gpointer data)
{
  g_strfreev (data);
}

/* The first line that is no remark is of words. */
static void
add_table (const char *file, const char *group, guint n_cells, GTestDataFunc test)
{
  g_autofree char *text = read_file (file);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = 0;

  for (char **line = lines; *line != NULL; line++)
    {
      char           **cells;
      g_autofree char *path = NULL;

      if (**line == '#' || **line == '\0' || n++ == 0)
        continue;
      cells = g_strsplit (*line, "\t", -1);
      g_assert_cmpuint (g_strv_length (cells), ==, n_cells);
      path = g_strdup_printf ("/systems/%s/%s/%u", group, cells[0], n - 1);
      g_test_add_data_func_full (path, cells, test, free_cells);
    }
  g_assert_cmpuint (n, >, 1);
}

/* The tables stand in three pairs of files, for no other reason than their length. */
static void
add_tables (const char *number)
{
  g_autofree char *cases = g_strconcat ("systems", number, ".tsv", NULL);
  g_autofree char *figures = g_strconcat ("systems", number, "-figures.tsv", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "published", cases, NULL);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return;
  add_table (cases, "trajectories", N_CASE_CELLS, test_case);
  add_table (figures, "figures", N_FIGURE_CELLS, test_figure);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_tables ("1");
  add_tables ("2");
  add_tables ("3");
  return g_test_run ();
}
