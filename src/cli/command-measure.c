/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "rankle-cli-range.h"
#include "rankle-cli-run.h"
#include "rankle-cli-session.h"
#include "rankle-cli-suggest.h"
#include "rankle-cli-syntax.h"
#include "rankle-cli.h"
#include "rankle-evidence-file.h"
#include "rankle-file.h"
#include "rankle-measures-table.h"
#include "rankle-session-table.h"

static const char summary[] =
    "Integrates MODEL as the window does and writes what can be told of each quantity "
    "in\n"
    "figures, as comma-separated values: a row a quantity. An empty cell: there is no "
    "such\n"
    "thing.";

static const char description[] =
    "  at, value             a time, and the value then; the end, unless --at or a "
    "session\n"
    "                        says another\n"
    "  end                   the value in the last row\n"
    "  peak, peak_time       the largest value of a row, and when it is first so; nadir\n"
    "                        likewise the smallest\n"
    "  threshold             of --threshold; time_above, time_below: how long the value "
    "is\n"
    "                        above and below it\n"
    "  area_net              the integral over time of the run less the baseline, which "
    "is\n"
    "                        the model with every control neutral; area_between: of the\n"
    "                        distance between the two\n"
    "  since                 when changes are counted from: the first dose or infusion, "
    "the\n"
    "                        start where nothing is given, or --since\n"
    "  change_1y …           the value 1, 2, 5 and 10 years (of 365 days) later less "
    "that "
    "at\n"
    "                        since, in the column's unit; percent_1y …: in percent of "
    "that\n"
    "                        at since. Shares, and what may be below 0, have no "
    "percents.\n"
    "\n"
    "Times are in the model's own unit, areas in that of the column times that of time.\n"
    "Rows are where the window has them, more of them after each dose. Values in rows "
    "are\n"
    "as right as the run; between rows curves are straight, which crossings and areas go "
    "by.\n"
    "Options that say what is run are those of \"rankle-cli simulate\".\n"
    "\n"
    "MODEL may be a session, NAME.rankle: with --runs the table is what its window "
    "copies.\n"
    "\n"
    "Examples:\n"
    "  rankle-cli measure rankle --scenario denosumab-3-years --quantity BMD_spine\n"
    "  rankle-cli measure rankle --control opg=5.3 --threshold CTX=50 --json\n"
    "  rankle-cli measure lesson.rankle --runs --out lesson.csv\n";

typedef struct
{
  RankleRunOptions    run;
  char               *at, *since, *out;         /* (owned) (nullable) */
  char              **quantities, **thresholds; /* (owned) (nullable) */
  gboolean            runs, as_json, no_comments;
  RankleMeasuresAsked asked;
} MeasureOptions;

static void
measure_options_clear (MeasureOptions *self)
{
  rankle_run_options_clear (&self->run);
  g_free (self->at);
  g_free (self->since);
  g_free (self->out);
  g_strfreev (self->quantities);
  g_strfreev (self->thresholds);
  g_clear_pointer (&self->asked.thresholds, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MeasureOptions, measure_options_clear)

/* ---- what is asked ---- */

static gboolean
read_time (
    const char *text, const char *option, double horizon, double *time, GError **error)
{
  if (text == NULL)
    return TRUE;
  if (!rankle_cli_parse_number (text, option, time, error))
    return FALSE;
  if (*time >= 0 && *time <= horizon)
    return TRUE;
  return rankle_cli_refuse (error, "%s: %s is not within 0 and the end, %.15g", option,
                            text, horizon);
}

static gboolean
read_thresholds (MeasureOptions *self, const RankleModel *model, GError **error)
{
  self->asked.thresholds =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (char **text = self->thresholds; text != NULL && *text != NULL; text++)
    {
      RankleAssignment assignment;
      gboolean         known;

      if (!rankle_cli_parse_assignment (*text, "--threshold", &assignment, error))
        return FALSE;
      known = rankle_cli_check_column (model, "--threshold", assignment.id, FALSE, error);
      g_hash_table_replace (self->asked.thresholds, assignment.id,
                            g_memdup2 (&assignment.value, sizeof (double)));
      if (!known)
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_asked (MeasureOptions *self, const RankleSession *session, GError **error)
{
  RankleModel *model = rankle_session_get_model (session);
  double       horizon = rankle_session_get_horizon (session);

  self->asked.at = rankle_session_get_cursor (session);
  self->asked.since = (double)NAN;
  self->asked.columns = (const char *const *)self->quantities;
  for (char **id = self->quantities; id != NULL && *id != NULL; id++)
    if (!rankle_cli_check_column (model, "--quantity", *id, FALSE, error))
      return FALSE;
  return read_time (self->at, "--at", horizon, &self->asked.at, error) &&
         read_time (self->since, "--since", horizon, &self->asked.since, error) &&
         read_thresholds (self, model, error);
}

/* ---- what is measured ---- */

/* The run of @session, with the baseline of its model. (transfer full): the run. */
static RankleTrajectory *
measure (const char           *name,
         const RankleSession  *session,
         const MeasureOptions *options,
         GArray               *rows,
         GError              **error)
{
  g_autoptr (RankleTrajectory) run = rankle_cli_run_session (session, error);
  g_autoptr (RankleTrajectory) baseline =
      run == NULL ? NULL : rankle_cli_run_baseline (session, error);

  if (baseline == NULL)
    {
      g_prefix_error (error, "%s: ", name);
      return NULL;
    }
  rankle_measures_rows_add (rows, name, run, baseline, &options->asked);
  return g_steal_pointer (&run);
}

/* By itself, beside its own model left alone. */
static gboolean
measure_one (const RankleSession  *session,
             const RankleKeptRun  *kept,
             const MeasureOptions *options,
             GArray               *rows,
             GError              **error)
{
  g_autoptr (RankleSession) alone = rankle_session_new_of_kept (session, kept);
  g_autoptr (RankleTrajectory) run =
      measure (rankle_kept_run_get_name (kept), alone, options, rows, error);

  return run != NULL;
}

/* Those that are seen. */
static gboolean
measure_kept (const RankleSession  *session,
              const MeasureOptions *options,
              GArray               *rows,
              GError              **error)
{
  guint                 n;
  RankleKeptRun *const *kept = rankle_session_get_kept (session, &n);

  for (guint i = 0; i < n; i++)
    if (!rankle_kept_run_is_hidden (kept[i]) &&
        !measure_one (session, kept[i], options, rows, error))
      return FALSE;
  return TRUE;
}

/* ---- out ---- */

/* (transfer full): of a session as its window says it. */
static char **
list_notes (const char             *command,
            const RankleSession    *session,
            const RankleTrajectory *run,
            const MeasureOptions   *options)
{
  const RankleProtocol *protocol = rankle_trajectory_get_protocol (run);

  if (options->no_comments)
    return NULL;
  return rankle_cli_is_session (options->run.model)
             ? rankle_session_table_list_notes (session, protocol)
             : rankle_run_options_describe (&options->run, protocol, command);
}

static int
write_rows (const char           *command,
            const RankleSession  *session,
            const GArray         *rows,
            char                **notes,
            const MeasureOptions *options)
{
  g_autofree char *text =
      options->as_json
          ? rankle_measures_to_json (rows, rankle_session_get_model (session))
          : rankle_measures_to_csv (rows, (const char *const *)notes, NULL);
  GError *error = NULL;

  if (options->out == NULL)
    return rankle_cli_print (command, text, strlen (text));
  if (!rankle_file_replace (options->out, text, strlen (text), &error))
    return rankle_cli_fail (command, error);
  return RANKLE_EXIT_OK;
}

static int
measure_session (const char           *command,
                 const RankleSession  *session,
                 const MeasureOptions *options)
{
  g_autoptr (GArray) rows = rankle_measures_rows_new ();
  GError *error = NULL;
  g_autoptr (RankleTrajectory) run =
      measure (RANKLE_MEASURES_NOW, session, options, rows, &error);
  g_auto (GStrv) notes = NULL;

  if (run == NULL || (options->runs && !measure_kept (session, options, rows, &error)))
    return rankle_cli_fail (command, error);
  rankle_cli_note_ranges (command, run);
  notes = list_notes (command, session, run, options);
  return write_rows (command, session, rows, notes, options);
}

static int
ask (const char *command, MeasureOptions *options)
{
  g_autoptr (RankleEvidence) evidence = NULL;
  g_autoptr (RankleSession) session = NULL;
  GError *error = NULL;

  if (options->runs && !rankle_cli_is_session (options->run.model))
    rankle_cli_refuse (&error, "--runs: %s is no session, which alone keeps runs",
                       options->run.model);
  else if (rankle_cli_check_rows (&options->run, "a table of measures", &error))
    evidence = rankle_evidence_file_load (NULL, &error);
  if (evidence != NULL)
    session = rankle_cli_open_session (command, &options->run, evidence, &error);
  if (session == NULL || !read_asked (options, session, &error))
    return rankle_cli_fail_input (command, error);
  return measure_session (command, session, options);
}

int
rankle_cli_measure (char **argv)
{
  g_auto (MeasureOptions) options = { 0 };

  const GOptionEntry entries[] = {
    { "quantity", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.quantities,
      "Measure this column, and none that is not named (repeatable)", "ID" },
    { "threshold", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.thresholds,
      "Tell how long ID is above and below VALUE (repeatable)", "ID=VALUE" },
    { "at", 0, 0, G_OPTION_ARG_STRING, &options.at,
      "Give the value at T; the end, unless a session says another", "T" },
    { "since", 0, 0, G_OPTION_ARG_STRING, &options.since,
      "Count changes from T; the first dose, unless it is said", "T" },
    { "runs", 0, 0, G_OPTION_ARG_NONE, &options.runs,
      "Measure the runs that a session keeps, too, but those it hides", NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.as_json, "Write JSON", NULL },
    { "no-comments", 0, 0, G_OPTION_ARG_NONE, &options.no_comments,
      "Leave out the lines that begin with #", NULL },
    { "out", 0, 0, G_OPTION_ARG_FILENAME, &options.out, "Write to FILE instead of stdout",
      "FILE" },
    { NULL },
  };
  GOptionContext *context = g_option_context_new ("MODEL - run a model and measure it");
  GError         *error = NULL;

  g_option_context_set_summary (context, summary);
  g_option_context_set_description (context, description);
  if (!rankle_run_options_parse (&options.run, argv, context, entries, &error))
    return rankle_cli_fail_input (argv[0], error);
  return ask (argv[0], &options);
}
