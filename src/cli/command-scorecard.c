/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "rankle-catalog.h"
#include "rankle-cli-syntax.h"
#include "rankle-cli.h"
#include "rankle-csv.h"
#include "rankle-evidence-file.h"
#include "rankle-integrator.h"
#include "rankle-scorecard-json.h"
#include "rankle-scorecard.h"

static const char summary[] =
    "Runs every arm of the evidence on MODEL (without one: rankle) and sets what was\n"
    "observed beside what the model says. What lies from low to high passes; the\n"
    "deviation from the value is counted in half-widths of that spread, which need not\n"
    "lie evenly about it. Rows marked fit went into the calibration of the default\n"
    "model, rows marked predict did not. Of a recalled row the source was not seen. A\n"
    "model that has no such treatment or observable is not asked. Where a run breaks\n"
    "down its rows fail, and with them the command.";

static const char description[] =
    "DIR holds STUDY.csv files and arms/ARM.json, as data/evidence does.\n"
    "\n"
    "Examples:\n"
    "  rankle-cli scorecard\n"
    "  rankle-cli scorecard peterson-riggs-2012 --json\n";

#define DEFAULT_MODEL "rankle"

/* ---- text ---- */

/* (transfer full): "0 to 730" */
static char *
describe_days (const RankleEvidenceRow *row)
{
  GString *text = g_string_new (NULL);

  if (row->measure != RANKLE_MEASURE_VALUE)
    {
      rankle_csv_append_number (text, row->since);
      g_string_append (text, " to ");
    }
  rankle_csv_append_number (text, row->time);
  return g_string_free (text, FALSE);
}

static void
add_rounded (RankleTable *table, double number)
{
  g_autofree char *text = isnan (number) ? NULL : g_strdup_printf ("%.4g", number);

  rankle_table_add (table, text);
}

static void
add_deviation (RankleTable *table, double number)
{
  g_autofree char *text = isnan (number) ? NULL : g_strdup_printf ("%+.2f", number);

  rankle_table_add (table, text);
}

static void
add_row (RankleTable *table, const RankleScore *score)
{
  const RankleEvidenceRow *row = score->row;
  g_autofree char         *days = describe_days (row);

  rankle_table_add (table, row->study);
  rankle_table_add (table, row->arm);
  rankle_table_add (table, row->observable);
  rankle_table_add (table, rankle_measure_to_string (row->measure));
  rankle_table_add (table, days);
  rankle_table_add_number (table, row->value);
  rankle_table_add_number (table, row->low);
  rankle_table_add_number (table, row->high);
  rankle_table_add (table, row->unit);
  add_rounded (table, score->modelled);
  add_deviation (table, score->deviation);
  rankle_table_add (table, rankle_evidence_get_use (row));
  rankle_table_add (table, rankle_evidence_get_grade (row));
  rankle_table_add (table, rankle_verdict_to_string (score->verdict));
  rankle_table_add (table, score->reason);
}

static void
append_rows (GString *text, const RankleScorecard *scorecard)
{
  static const char *const heads[] = { "study", "arm",    "observable", "measure",
                                       "days",  "value",  "low",        "high",
                                       "unit",  "model",  "deviation",  "use",
                                       "grade", "result", "",           NULL };
  g_autoptr (RankleTable) table = rankle_table_new (G_N_ELEMENTS (heads) - 1);
  guint              n;
  const RankleScore *scores = rankle_scorecard_get_scores (scorecard, &n);

  for (guint i = 0; heads[i] != NULL; i++)
    rankle_table_add (table, heads[i]);
  for (guint i = 0; i < n; i++)
    add_row (table, &scores[i]);
  rankle_table_append_to (table, "", text);
}

static void
append_total (GString *text, const char *what, RankleTotal total)
{
  g_string_append_printf (text, "%-10s %u of %u within the spread", what, total.passed,
                          total.asked);
  if (!isnan (total.deviation))
    g_string_append_printf (text, ", deviation %.2f (root mean square)", total.deviation);
  if (total.not_asked > 0)
    g_string_append_printf (text, "; %u not asked", total.not_asked);
  g_string_append_c (text, '\n');
}

static char *
format_text (const RankleScorecard *scorecard, RankleModel *model)
{
  GString *text = g_string_new (NULL);

  append_rows (text, scorecard);
  g_string_append_printf (text, "\n%s, version %s\n", rankle_model_get_id (model),
                          rankle_model_get_version (model));
  append_total (text, "fit", rankle_scorecard_get_total (scorecard, FALSE));
  append_total (text, "predicted", rankle_scorecard_get_total (scorecard, TRUE));
  append_total (text, "together", rankle_scorecard_get_grand_total (scorecard));
  return g_string_free (text, FALSE);
}

/* ---- the command ---- */

/* What could be scored is printed all the same. */
static int
check_runs (const char *command, const RankleScorecard *scorecard)
{
  const char *arm;
  const char *reason = rankle_scorecard_get_breakdown (scorecard, &arm);

  if (reason == NULL)
    return RANKLE_EXIT_OK;
  return rankle_cli_fail (command, g_error_new (RANKLE_SIM_ERROR, RANKLE_SIM_ERROR_FAILED,
                                                "arm %s: %s", arm, reason));
}

static int
score (const char *command,
       const char *id,
       const char *folder,
       int         threads,
       gboolean    as_json)
{
  g_autoptr (RankleModel) model = NULL;
  g_autoptr (RankleEvidence) evidence = NULL;
  g_autoptr (RankleRunner) runner = NULL;
  g_autoptr (RankleScorecard) scorecard = NULL;
  g_autofree char *text = NULL;
  GError          *error = NULL;
  int              status;

  if (rankle_cli_check_threads (threads, &error))
    model = rankle_catalog_load (id, &error);
  if (model != NULL)
    evidence = rankle_evidence_file_load (folder, &error);
  if (evidence == NULL)
    return rankle_cli_fail_input (command, error);
  runner = rankle_runner_new_with_threads ((guint)threads);
  scorecard = rankle_scorecard_new (evidence, model, runner);
  text = as_json ? rankle_scorecard_to_json (scorecard, model)
                 : format_text (scorecard, model);
  status = rankle_cli_print (command, text, strlen (text));
  return status == RANKLE_EXIT_OK ? check_runs (command, scorecard) : status;
}

int
rankle_cli_scorecard (char **argv)
{
  static const char *const operands[] = { "[MODEL]", NULL };
  g_autofree char         *folder = NULL;
  int                      threads = rankle_cli_get_default_threads ();
  gboolean                 as_json = FALSE;
  const GOptionEntry       entries[] = {
          { "evidence", 0, 0, G_OPTION_ARG_FILENAME, &folder,
            "Take the evidence in DIR instead of what is bundled", "DIR" },
          { "threads", 0, 0, G_OPTION_ARG_INT, &threads,
            "On so many threads (as many as processors)", "N" },
          { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, "Write JSON, with all digits", NULL },
          { NULL },
  };
  GOptionContext *context =
      g_option_context_new ("[MODEL] - hold a model against what studies found");
  g_auto (GStrv) left = NULL;
  GError *error = NULL;

  g_option_context_set_summary (context, summary);
  g_option_context_set_description (context, description);
  g_option_context_add_main_entries (context, entries, NULL);
  left = rankle_cli_parse (argv, context, operands, &error);
  if (left == NULL)
    return rankle_cli_fail_input (argv[0], error);
  return score (argv[0], left[0] != NULL ? left[0] : DEFAULT_MODEL, folder, threads,
                as_json);
}
