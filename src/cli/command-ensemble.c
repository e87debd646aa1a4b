/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Many runs of one model, some parameters varied from run to run. What is kept of a run
 * are the columns asked for: values[run][time][column]. */

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "rankle-cli-batch.h"
#include "rankle-cli-grid.h"
#include "rankle-cli-model.h"
#include "rankle-cli-run.h"
#include "rankle-cli-suggest.h"
#include "rankle-cli-syntax.h"
#include "rankle-cli-vary.h"
#include "rankle-cli.h"
#include "rankle-csv.h"
#include "rankle-file.h"

#define RUNS_MAX     1000000
#define VALUES_MAX   100000000
#define DEFAULT_RUNS 100
#define RUNS_UNSAID  G_MININT

static const char summary[] =
    "Runs MODEL many times with parameters varied and writes comma-separated values: "
    "one\n"
    "row a run and time, or with --bands one row a time with quantiles over the runs, "
    "or\n"
    "with --grid one row a cell of a scan over one or two things.";

static const char description[] =
    "One varied parameter goes from end to end in even steps; several are spread as a\n"
    "Latin hypercube, the same for the same --seed. Without --column the columns of the\n"
    "model's plots are written. A run that fails is an error, unless --keep-going "
    "leaves\n"
    "it out and says so in a # line. All other options are those of \"simulate\".\n"
    "\n"
    "--grid scans: N values from FROM to TO, both included, in even steps or, with "
    ":log,\n"
    "even ratios, of a parameter (as --set puts it), else a control (as --control puts "
    "it),\n"
    "else the amount of each dose that is given into a state. A second --grid makes it "
    "a\n"
    "table of two ways, of which the second goes faster. Each --measure is a column of "
    "the\n"
    "table: the value at the end, the largest or smallest of a row and when it is first "
    "so,\n"
    "or the value at a time; without one, the columns of the model's plots at the end. "
    "A\n"
    "cell whose run fails is left empty, which --keep-going makes no failure. Ctrl+C "
    "stops\n"
    "the runs and writes nothing.\n"
    "\n"
    "--map paints the first measure over two grids, the first to the right, the second "
    "up:\n"
    "blue where it is below what the model left alone has, orange above, lines at round\n"
    "values, a heavy one where both are the same, and hatching where a run failed. The\n"
    "table is then written only where --out says.\n"
    "\n"
    "Examples:\n"
    "  rankle-cli ensemble rankle --scenario denosumab-3-years --runs 200 --bands \\\n"
    "    --vary marrow_access=0.02..0.1:log --column BMD_hip\n"
    "  rankle-cli ensemble rankle --scenario denosumab-3-years --out scan.csv \\\n"
    "    --grid denosumab_dose=15..120x8:log --grid denosumab_interval=90..365x6 \\\n"
    "    --measure BMD_spine@end --measure CTX@nadir\n"
    "  rankle-cli ensemble rankle --scenario denosumab-3-years --map map.svg \\\n"
    "    --grid denosumab_dose=0..120x13 --grid denosumab_interval=90..365x12 \\\n"
    "    --measure BMD_spine@end\n";

static const double      bands[] = { 0.05, 0.25, 0.5, 0.75, 0.95 };
static const char *const band_names[] = { "p5", "p25", "p50", "p75", "p95" };

typedef struct
{
  RankleRunOptions run;
  char           **vary, **column;
  char           **grid, **measure;
  int              runs, threads, seed;
  gboolean         bands, keep_going, stats, no_comments;
  char            *out, *map;
  gboolean         map_log;
} Options;

typedef struct
{
  const Options  *options;
  RankleProtocol *base;       /* (owned) */
  RankleModel    *model;      /* Borrowed from it */
  GArray         *variations; /* (owned): RankleVariation */
  GArray         *columns;    /* (owned): guint */
  const double   *times;      /* the base protocol's */
  guint           n_runs, n_times;
  double         *inputs; /* (owned): n_runs × variations */
  double         *values; /* (owned) */
  GError        **errors; /* (owned): n_runs, (nullable) */
} Ensemble;

static void
options_clear (Options *self)
{
  rankle_run_options_clear (&self->run);
  g_strfreev (self->vary);
  g_strfreev (self->column);
  g_strfreev (self->grid);
  g_strfreev (self->measure);
  g_free (self->out);
  g_free (self->map);
}

static void
ensemble_clear (Ensemble *self)
{
  g_clear_pointer (&self->base, rankle_protocol_unref);
  g_clear_pointer (&self->variations, g_array_unref);
  g_clear_pointer (&self->columns, g_array_unref);
  for (guint i = 0; self->errors != NULL && i < self->n_runs; i++)
    g_clear_error (&self->errors[i]);
  g_free (self->errors);
  g_free (self->inputs);
  g_free (self->values);
}

static guint
column_at (const Ensemble *self, guint k)
{
  g_assert (k < self->columns->len);

  return g_array_index (self->columns, guint, k);
}

static const RankleVariation *
variation_at (const Ensemble *self, guint k)
{
  g_assert (k < self->variations->len);

  return &g_array_index (self->variations, RankleVariation, k);
}

/* ---- what is asked ---- */

static gboolean
read_variations (Ensemble *self, GError **error)
{
  if (self->options->vary == NULL)
    return rankle_cli_refuse (error, "--vary is missing");
  self->variations = g_array_new (FALSE, FALSE, sizeof (RankleVariation));
  for (char **text = self->options->vary; *text != NULL; text++)
    {
      RankleVariation variation;

      if (!rankle_cli_parse_variation (*text, self->model, &variation, error))
        return FALSE;
      g_array_append_val (self->variations, variation);
    }
  return TRUE;
}

static void
add_column (Ensemble *self, guint column)
{
  for (guint k = 0; k < self->columns->len; k++)
    if (column_at (self, k) == column)
      return;
  g_array_append_val (self->columns, column);
}

static void
add_panel_columns (Ensemble *self)
{
  for (guint i = 0; i < rankle_model_get_n_panels (self->model); i++)
    for (guint k = 0; k < rankle_model_get_panel (self->model, i)->n_columns; k++)
      add_column (self, rankle_model_get_panel (self->model, i)->columns[k]);
  for (guint i = 0;
       self->columns->len == 0 && i < rankle_model_get_n_columns (self->model); i++)
    g_array_append_val (self->columns, i);
}

static gboolean
refuse_column (const RankleModel *model, const char *id, GError **error)
{
  g_autoptr (GPtrArray) ids = NULL;
  g_autofree char *meant = NULL;

  if (rankle_model_find_full_column (model, id) >= 0)
    return rankle_cli_refuse (error, "--column “%s”: hidden; --hidden shows it", id);
  ids = rankle_cli_list_columns (model);
  meant = rankle_cli_suggest (id, (const char *const *)ids->pdata);
  return rankle_cli_refuse (error, "--column “%s”: no state and no observable of “%s”%s",
                            id, rankle_model_get_id (model), meant);
}

static gboolean
read_columns (Ensemble *self, GError **error)
{
  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  for (char **id = self->options->column; id != NULL && *id != NULL; id++)
    {
      int column = self->options->run.hidden
                       ? rankle_model_find_full_column (self->model, *id)
                       : rankle_model_find_column (self->model, *id);

      if (column < 0)
        return refuse_column (self->model, *id, error);
      add_column (self, (guint)column);
    }
  if (self->columns->len == 0)
    add_panel_columns (self);
  return TRUE;
}

static gboolean
check_size (Ensemble *self, GError **error)
{
  const Options *options = self->options;

  if (options->runs < 1 || options->runs > RUNS_MAX)
    return rankle_cli_refuse (error, "--runs: must be from 1 to %d", RUNS_MAX);
  if (!rankle_cli_check_threads (options->threads, error))
    return FALSE;
  self->n_runs = (guint)options->runs;
  self->times = rankle_protocol_get_times (self->base, &self->n_times);
  if ((double)self->n_runs * self->n_times * self->columns->len > VALUES_MAX)
    return rankle_cli_refuse (
        error, "%u runs of %u rows and %u columns are too much at once: ask fewer of one",
        self->n_runs, self->n_times, self->columns->len);
  return TRUE;
}

/* ---- the runs ---- */

static RankleProtocol *
make_run (guint run, gpointer data)
{
  Ensemble       *self = data;
  RankleProtocol *protocol = rankle_protocol_copy (self->base);
  guint           n = self->variations->len;

  g_assert (run < self->n_runs);

  for (guint k = 0; k < n; k++)
    rankle_protocol_set_parameter (protocol, variation_at (self, k)->parameter,
                                   self->inputs[(gsize)run * n + k]);
  return protocol;
}

static void
take_run (guint run, RankleTrajectory *trajectory, const GError *error, gpointer data)
{
  Ensemble *self = data;
  guint     n = self->columns->len;
  double   *values = self->values + (gsize)run * self->n_times * n;

  g_assert (run < self->n_runs && (trajectory == NULL) != (error == NULL));

  if (trajectory == NULL)
    self->errors[run] = g_error_copy (error);
  for (guint k = 0; trajectory != NULL && k < n; k++)
    {
      const double *column =
          rankle_trajectory_get_column (trajectory, column_at (self, k));

      for (guint i = 0; i < self->n_times; i++)
        values[(gsize)i * n + k] = column[i];
    }
}

static char *
describe_run (const Ensemble *self, guint run)
{
  GString *text = g_string_new (NULL);
  guint    n = self->variations->len;

  g_assert (run < self->n_runs && self->errors[run] != NULL);

  g_string_append_printf (text, "run %u (", run);
  for (guint k = 0; k < n; k++)
    {
      guint parameter = variation_at (self, k)->parameter;

      g_string_append_printf (text, "%s%s = ", k > 0 ? ", " : "",
                              rankle_model_get_parameter (self->model, parameter)->id);
      rankle_csv_append_number (text, self->inputs[(gsize)run * n + k]);
    }
  g_string_append_printf (text, "): %s", self->errors[run]->message);
  return g_string_free (text, FALSE);
}

static gboolean
check_failures (const Ensemble *self, GError **error)
{
  for (guint run = 0; !self->options->keep_going && run < self->n_runs; run++)
    if (self->errors[run] != NULL)
      {
        g_autofree char *what = describe_run (self, run);

        g_set_error_literal (error, self->errors[run]->domain, self->errors[run]->code,
                             what);
        return FALSE;
      }
  return TRUE;
}

static void
run_all (Ensemble *self, const char *command)
{
  gint64 begin = g_get_monotonic_time ();
  double seconds;

  self->inputs = rankle_cli_spread ((RankleVariation *)(void *)self->variations->data,
                                    self->variations->len, self->n_runs,
                                    (guint32)self->options->seed);
  self->values =
      g_new0 (double, (gsize)self->n_runs * self->n_times * self->columns->len + 1);
  self->errors = g_new0 (GError *, self->n_runs + 1);
  rankle_cli_run_batch (command, (guint)self->options->threads, self->n_runs, make_run,
                        take_run, self);
  seconds = (double)(g_get_monotonic_time () - begin) * 1e-6;
  if (self->options->stats)
    fprintf (stderr, "runs %u, threads %d, wall %.3f s, %.0f runs/s\n", self->n_runs,
             self->options->threads, seconds, self->n_runs / seconds);
}

/* ---- the table ---- */

static void
append_notes (const Ensemble *self, const char *command, GString *text)
{
  g_auto (GStrv) notes =
      rankle_run_options_describe (&self->options->run, self->base, command);

  for (char **note = notes; *note != NULL; note++)
    rankle_csv_append_note (text, *note);
  for (char **vary = self->options->vary; *vary != NULL; vary++)
    g_string_append_printf (text, "# --vary %s\n", *vary);
  g_string_append_printf (text, "# --runs %u --seed %d\n", self->n_runs,
                          self->options->seed);
  for (guint run = 0; run < self->n_runs; run++)
    if (self->errors[run] != NULL)
      {
        g_autofree char *what = describe_run (self, run);

        g_string_append_printf (text, "# left out: %s\n", what);
      }
}

static const char *
get_column_id (const Ensemble *self, guint k)
{
  return rankle_model_get_column (self->model, column_at (self, k))->id;
}

static void
append_runs (const Ensemble *self, GString *text)
{
  guint n_inputs = self->variations->len, n = self->columns->len;

  g_string_append (text, "run");
  for (guint k = 0; k < n_inputs; k++)
    g_string_append_printf (
        text, ",%s",
        rankle_model_get_parameter (self->model, variation_at (self, k)->parameter)->id);
  g_string_append (text, ",time");
  for (guint k = 0; k < n; k++)
    g_string_append_printf (text, ",%s", get_column_id (self, k));
  g_string_append_c (text, '\n');

  for (guint run = 0; run < self->n_runs; run++)
    for (guint i = 0; self->errors[run] == NULL && i < self->n_times; i++)
      {
        g_string_append_printf (text, "%u,", run);
        for (guint k = 0; k < n_inputs; k++)
          {
            rankle_csv_append_number (text, self->inputs[(gsize)run * n_inputs + k]);
            g_string_append_c (text, ',');
          }
        rankle_csv_append_number (text, self->times[i]);
        for (guint k = 0; k < n; k++)
          {
            g_string_append_c (text, ',');
            rankle_csv_append_number (
                text, self->values[((gsize)run * self->n_times + i) * n + k]);
          }
        g_string_append_c (text, '\n');
      }
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

/* Between the two neighbours, linearly. @sorted: n > 0 */
static double
get_quantile (const double *sorted, guint n, double part)
{
  double at = part * (n - 1);
  guint  below = (guint)floor (at);
  double rest = at - below;

  g_assert (n > 0 && part >= 0 && part <= 1);

  return below + 1 < n ? sorted[below] * (1 - rest) + sorted[below + 1] * rest
                       : sorted[n - 1];
}

static void
append_bands_of (const Ensemble *self, guint i, guint k, double *scratch, GString *text)
{
  guint n = self->columns->len, n_good = 0;

  g_assert (i < self->n_times && k < self->columns->len);

  for (guint run = 0; run < self->n_runs; run++)
    if (self->errors[run] == NULL)
      scratch[n_good++] = self->values[((gsize)run * self->n_times + i) * n + k];
  qsort (scratch, n_good, sizeof *scratch, compare_numbers);
  for (guint b = 0; b < G_N_ELEMENTS (bands); b++)
    {
      g_string_append_c (text, ',');
      if (n_good > 0)
        rankle_csv_append_number (text, get_quantile (scratch, n_good, bands[b]));
    }
}

static void
append_bands (const Ensemble *self, GString *text)
{
  g_autofree double *scratch = g_new (double, self->n_runs + 1);

  g_string_append (text, "time");
  for (guint k = 0; k < self->columns->len; k++)
    for (guint b = 0; b < G_N_ELEMENTS (bands); b++)
      g_string_append_printf (text, ",%s.%s", get_column_id (self, k), band_names[b]);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < self->n_times; i++)
    {
      rankle_csv_append_number (text, self->times[i]);
      for (guint k = 0; k < self->columns->len; k++)
        append_bands_of (self, i, k, scratch, text);
      g_string_append_c (text, '\n');
    }
}

static int
write_table (const Ensemble *self, const char *command)
{
  GString         *text = g_string_new (NULL);
  gsize            length;
  g_autofree char *owned = NULL;
  GError          *error = NULL;

  if (!self->options->no_comments)
    append_notes (self, command, text);
  if (self->options->bands)
    append_bands (self, text);
  else
    append_runs (self, text);
  length = text->len;
  owned = g_string_free (text, FALSE);
  if (self->options->out == NULL)
    return rankle_cli_print (command, owned, length);
  if (!rankle_file_replace (self->options->out, owned, length, &error))
    return rankle_cli_fail (command, error);
  return RANKLE_EXIT_OK;
}

static int
run_ensemble (const char *command, const Options *options)
{
  g_autoptr (RankleModel) model = NULL;
  Ensemble self = { .options = options };
  GError  *error = NULL;
  int      status;

  model = rankle_cli_load_model (options->run.model, &error);
  self.model = model;
  if (model != NULL)
    self.base = rankle_run_options_make_protocol (&options->run, model, TRUE, &error);
  if (self.base == NULL || !read_variations (&self, &error) ||
      !read_columns (&self, &error) || !check_size (&self, &error))
    status = rankle_cli_fail_input (command, error);
  else
    {
      run_all (&self, command);
      status = check_failures (&self, &error) ? write_table (&self, command)
                                              : rankle_cli_fail (command, error);
    }
  ensemble_clear (&self);
  return status;
}

/* ---- a grid ---- */

static gboolean
check_is_grid (const Options *self, GError **error)
{
  const char *other = NULL;

  if (self->vary != NULL)
    other = "--vary";
  else if (self->runs != RUNS_UNSAID)
    other = "--runs";
  else if (self->bands)
    other = "--bands";
  else if (self->column != NULL)
    other = "--column";
  if (other != NULL)
    return rankle_cli_refuse (error, "--grid and %s exclude each other", other);
  return rankle_cli_check_threads (self->threads, error);
}

static int
run_grid (const char *command, const Options *self)
{
  RankleGridOptions grid = { .run = &self->run,
                             .grid = self->grid,
                             .measures = self->measure,
                             .out = self->out,
                             .map = self->map,
                             .map_log = self->map_log,
                             .n_threads = (guint)self->threads,
                             .keep_going = self->keep_going,
                             .stats = self->stats,
                             .no_comments = self->no_comments };
  GError           *error = NULL;

  if (!check_is_grid (self, &error))
    return rankle_cli_fail_input (command, error);
  return rankle_cli_run_grid (command, &grid);
}

/* ---- which of the two ---- */

static int
run_as_asked (const char *command, Options *self)
{
  GError *error = NULL;

  if (self->grid != NULL)
    return run_grid (command, self);
  if (self->map != NULL || self->map_log)
    {
      rankle_cli_refuse (&error, "--map is of two --grid, and there is none");
      return rankle_cli_fail_input (command, error);
    }
  if (self->measure != NULL)
    {
      rankle_cli_refuse (&error, "--measure is of a --grid, and there is none");
      return rankle_cli_fail_input (command, error);
    }
  if (self->runs == RUNS_UNSAID)
    self->runs = DEFAULT_RUNS;
  return run_ensemble (command, self);
}

static void
add_options (Options *self, GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "vary", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->vary,
      "Vary a parameter from run to run (repeatable)", "PARAM=FROM..TO[:log]" },
    { "grid", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->grid,
      "Scan N values of a parameter, control or dose (at most twice)",
      "NAME=FROM..TOxN[:log]" },
    { "measure", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->measure,
      "Of a grid: a column of its table (repeatable)",
      "COLUMN@end|peak|peak_time|nadir|nadir_time|T" },
    { "map", 0, 0, G_OPTION_ARG_FILENAME, &self->map,
      "Of two grids: paint the first measure to FILE (.png, .svg, .pdf)", "FILE" },
    { "map-log", 0, 0, G_OPTION_ARG_NONE, &self->map_log,
      "Colours of the map go by ratio, not by difference", NULL },
    { "runs", 0, 0, G_OPTION_ARG_INT, &self->runs, "How many runs (100)", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT, &self->seed, "Of the spread of several (1)", "S" },
    { "threads", 0, 0, G_OPTION_ARG_INT, &self->threads,
      "On so many threads (as many as processors)", "N" },
    { "column", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->column,
      "Write this state or observable (repeatable)", "ID" },
    { "bands", 0, 0, G_OPTION_ARG_NONE, &self->bands,
      "Write quantiles over the runs: 5, 25, 50, 75 and 95 %", NULL },
    { "keep-going", 0, 0, G_OPTION_ARG_NONE, &self->keep_going,
      "Leave out runs that fail, and cells empty", NULL },
    { "stats", 0, 0, G_OPTION_ARG_NONE, &self->stats, "Print runs per second on stderr",
      NULL },
    { "no-comments", 0, 0, G_OPTION_ARG_NONE, &self->no_comments,
      "Leave out the lines that begin with #", NULL },
    { "out", 0, 0, G_OPTION_ARG_FILENAME, &self->out, "Write to FILE instead of stdout",
      "FILE" },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, NULL);
}

int
rankle_cli_ensemble (char **argv)
{
  static const char *const operands[] = { "MODEL", NULL };
  Options                  options = { .runs = RUNS_UNSAID,
                                       .seed = 1,
                                       .threads = rankle_cli_get_default_threads () };
  GOptionContext          *context = g_option_context_new (
               "MODEL --vary PARAM=FROM..TO | --grid NAME=FROM..TOxN - run a model many times");
  g_auto (GStrv) left = NULL;
  GError *error = NULL;
  int     status;

  g_option_context_set_summary (context, summary);
  g_option_context_set_description (context, description);
  add_options (&options, context);
  rankle_run_options_add_schedule (&options.run, context);
  rankle_run_options_add_inputs (&options.run, context);
  left = rankle_cli_parse (argv, context, operands, &error);
  if (left == NULL)
    status = rankle_cli_fail_input (argv[0], error);
  else
    {
      options.run.model = g_strdup (left[0]);
      status = run_as_asked (argv[0], &options);
    }
  options_clear (&options);
  return status;
}
