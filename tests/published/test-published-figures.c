/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every figure of tests/data/figures.tsv, which says how it reads. */

#include <math.h>
#include <string.h>

#include "published-run.h"
#include "rankle-catalog.h"

enum
{
  MODEL,
  COMMAND,
  ARGUMENTS,
  COLUMN,
  AT,
  RELATIVE,
  EXPECTED,
  TOLERANCE,
  SOURCE,
  N_CELLS
};

/* What one command line gave: a trajectory, or a steady state. */
typedef struct
{
  RankleModel      *model;      /* (owned) */
  RankleTrajectory *trajectory; /* (owned) (nullable) */
  double           *steady;     /* (owned) (nullable): a value a column */
} Output;

/* One column over its times. */
typedef struct
{
  const double *times, *values;
  guint         n;
} Curve;

static GPtrArray  *lines;   /* (owned): char ** of N_CELLS */
static GHashTable *outputs; /* (owned): command line -> Output */
static guint       n_checked;

static void
output_free (gpointer data)
{
  Output *output = data;

  g_clear_pointer (&output->trajectory, rankle_trajectory_unref);
  rankle_model_unref (output->model);
  g_free (output->steady);
  g_free (output);
}

static Output *
make_output (const char *model, const char *command, const char *arguments)
{
  gboolean is_steady = g_str_equal (command, "steady");
  g_autoptr (RankleProtocol) protocol =
      published_make_protocol (model, !is_steady, arguments);
  Output *output = g_new0 (Output, 1);

  output->model = rankle_model_ref (rankle_protocol_get_model (protocol));
  if (is_steady)
    output->steady = published_find_steady (protocol);
  else
    output->trajectory = published_run (protocol);
  return output;
}

static const Output *
get_output (const char *model, const char *command, const char *arguments)
{
  char   *key = g_strdup_printf ("%s\t%s\t%s", model, command, arguments);
  Output *output = g_hash_table_lookup (outputs, key);

  if (output != NULL)
    {
      g_free (key);
      return output;
    }
  output = make_output (model, command, arguments);
  g_hash_table_insert (outputs, key, output);
  return output;
}

/* ---- what is read off a curve ---- */

static gboolean
is_at (double time, double wanted)
{
  return fabs (time - wanted) < 1e-9 * fmax (1, fabs (wanted));
}

/* Maxima, minima and means are of the rows; a value is linear between them. */
static double
read_at (const Curve *curve, double time)
{
  guint  i = 1;
  double share;

  while (i + 1 < curve->n && curve->times[i] < time && !is_at (curve->times[i], time))
    i++;
  share = (time - curve->times[i - 1]) / (curve->times[i] - curve->times[i - 1]);
  return curve->values[i - 1] + share * (curve->values[i] - curve->values[i - 1]);
}

/* Those from @from to @to. */
static Curve
cut (const Curve *curve, double from, double to)
{
  guint first = 0, end = curve->n;

  while (first < end && curve->times[first] < from - 1e-9)
    first++;
  while (end > first && curve->times[end - 1] > to + 1e-9)
    end--;
  g_assert_cmpuint (first, <, end);
  return (Curve){ curve->times + first, curve->values + first, end - first };
}

/* @sign 1: the greatest, -1: the least. */
static guint
find_extreme (const Curve *curve, double sign)
{
  guint best = 0;

  for (guint i = 1; i < curve->n; i++)
    if (sign * curve->values[i] > sign * curve->values[best])
      best = i;
  return best;
}

static double
read_mean (const Curve *curve)
{
  double sum = 0;

  for (guint i = 0; i < curve->n; i++)
    sum += curve->values[i];
  return sum / curve->n;
}

static gboolean
is_peak (const Curve *curve, guint i)
{
  return curve->values[i - 1] < curve->values[i] &&
         curve->values[i] >= curve->values[i + 1];
}

/* The @count'th local maximum, from 1. */
static guint
find_peak (const Curve *curve, guint count)
{
  for (guint i = 1; i + 1 < curve->n; i++)
    if (is_peak (curve, i) && --count == 0)
      return i;
  g_error ("there are not so many peaks");
}

/* The mean time between the peaks above the mean. */
static double
read_period (const Curve *curve)
{
  double mean = read_mean (curve), first = NAN, last = NAN;
  guint  n = 0;

  for (guint i = 1; i + 1 < curve->n; i++)
    if (is_peak (curve, i) && curve->values[i] > mean)
      {
        last = curve->times[i];
        first = n++ == 0 ? last : first;
      }
  return (last - first) / (n - 1);
}

static double
read_half_life (const Curve *curve, double from, double to)
{
  return (to - from) * log (2) / log (read_at (curve, from) / read_at (curve, to));
}

static double
read_word (const Curve *whole, const char *word, const char *rest)
{
  g_auto (GStrv) range = g_strsplit (rest, "..", 2);
  gboolean all = g_strv_length (range) != 2;
  double   from = all ? whole->times[0] : g_ascii_strtod (range[0], NULL);
  double   to = all ? whole->times[whole->n - 1] : g_ascii_strtod (range[1], NULL);
  Curve    curve = cut (whole, from, to);

  if (g_str_equal (word, "halflife"))
    return read_half_life (whole, from, to);
  if (g_str_equal (word, "mean"))
    return read_mean (&curve);
  if (g_str_equal (word, "period"))
    return read_period (&curve);
  if (g_str_equal (word, "max") || g_str_equal (word, "min"))
    return curve.values[find_extreme (&curve, word[1] == 'a' ? 1 : -1)];
  if (g_str_equal (word, "argmax") || g_str_equal (word, "argmin"))
    return curve.times[find_extreme (&curve, word[4] == 'a' ? 1 : -1)];
  g_error ("“%s” is no word of figures.tsv", word);
}

static double
read_curve (const Curve *curve, const char *at)
{
  g_auto (GStrv) words = g_strsplit (at, " ", 2);
  const char *rest = words[1] == NULL ? "" : words[1];
  guint       count = (guint)g_ascii_strtoull (rest, NULL, 10);

  if (g_ascii_isdigit (*at))
    return read_at (curve, g_ascii_strtod (at, NULL));
  if (g_str_equal (words[0], "peak"))
    return curve->values[find_peak (curve, count)];
  if (g_str_equal (words[0], "peaktime"))
    return curve->times[find_peak (curve, count)];
  return read_word (curve, words[0], rest);
}

static double
read_output (const Output *output, const char *id, const char *at)
{
  guint column = published_find_column (output->model, id);
  Curve curve;

  if (output->steady != NULL)
    return output->steady[column];
  curve = (Curve){ rankle_trajectory_get_times (output->trajectory),
                   rankle_trajectory_get_column (output->trajectory, column),
                   rankle_trajectory_get_n_times (output->trajectory) };
  return read_curve (&curve, at);
}

/* ---- the table ---- */

static double
read_figure (char **cells)
{
  const Output *output = get_output (cells[MODEL], cells[COMMAND], cells[ARGUMENTS]);
  double        value = read_output (output, cells[COLUMN], cells[AT]);

  if (g_str_equal (cells[RELATIVE], "steady"))
    return value /
           read_output (get_output (cells[MODEL], "steady", ""), cells[COLUMN], "-");
  if (g_str_has_prefix (cells[RELATIVE], "time "))
    return value /
           read_output (output, cells[COLUMN], cells[RELATIVE] + strlen ("time "));
  g_assert_cmpstr (cells[RELATIVE], ==, "-");
  return value;
}

static void
check_figure (char **cells)
{
  double value = read_figure (cells);
  double expected = g_ascii_strtod (cells[EXPECTED], NULL);

  if (fabs (value - expected) <= g_ascii_strtod (cells[TOLERANCE], NULL))
    return;
  g_test_message ("%s [%s] %s at %s, relative %s: %.9g, not %s ± %s (%s)", cells[COMMAND],
                  cells[ARGUMENTS], cells[COLUMN], cells[AT], cells[RELATIVE], value,
                  cells[EXPECTED], cells[TOLERANCE], cells[SOURCE]);
  g_test_fail ();
}

static void
test_model (gconstpointer id)
{
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      char **cells = g_ptr_array_index (lines, i);

      if (!g_str_equal (cells[MODEL], id))
        continue;
      check_figure (cells);
      n++;
    }
  g_test_message ("%u figures", n);
  g_assert_cmpuint (n, >, 0);
  n_checked += n;
  g_hash_table_remove_all (outputs);
}

/* The first line is of words. */
static void
read_table (void)
{
  g_autofree char *text = published_read ("figures.tsv");
  g_auto (GStrv) all = g_strsplit (text, "\n", -1);
  gboolean is_head = TRUE;

  for (char **line = all; *line != NULL; line++)
    {
      char **cells;

      if (**line == '#' || **line == '\0')
        continue;
      cells = g_strsplit (*line, "\t", -1);
      g_assert_cmpuint (g_strv_length (cells), ==, N_CELLS);
      if (is_head)
        g_strfreev (cells);
      else
        g_ptr_array_add (lines, cells);
      is_head = FALSE;
    }
}

/* Lemaire's folds are tested with rankle-cli, Peterson and Riggs by whole trajectories,
 * as are the systems of the axis (test-systems), and the default model is nobody's
 * publication. */
static gboolean
is_tested_elsewhere (const char *id)
{
  static const char *const elsewhere[] = {
    "rankle",    "lemaire-2004",  "peterson-riggs-2012", "osteopetrosis", "paget",
    "arthritis", "periodontitis", "metastasis",          "opg-mimetic",   "traf-adaptors",
    "fever",     "lymph-node",    "mammary-gland",       "lactation",     NULL
  };

  return g_strv_contains (elsewhere, id);
}

/* No line is of a model that was not asked for. */
static void
test_all_lines (void)
{
  g_assert_cmpuint (n_checked, ==, lines->len);
}

int
main (int argc, char **argv)
{
  g_auto (GStrv) models = rankle_catalog_list_models ();
  int status;

  g_test_init (&argc, &argv, NULL);
  lines = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  outputs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, output_free);
  read_table ();
  for (char **id = models; *id != NULL; id++)
    {
      g_autofree char *path = g_strconcat ("/published-figures/", *id, NULL);

      if (!is_tested_elsewhere (*id))
        g_test_add_data_func (path, *id, test_model);
    }
  g_test_add_func ("/published-figures/all-lines", test_all_lines);
  status = g_test_run ();
  g_hash_table_unref (outputs);
  g_ptr_array_unref (lines);
  return status;
}
