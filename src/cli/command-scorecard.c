/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "rankle-catalog.h"
#include "rankle-cli-model.h"
#include "rankle-cli-syntax.h"
#include "rankle-cli.h"
#include "rankle-csv.h"
#include "rankle-evidence-file.h"
#include "rankle-integrator.h"
#include "rankle-scorecard-csv.h"
#include "rankle-scorecard-json.h"
#include "rankle-scorecard.h"

static const char summary[] =
    "Runs every arm of the evidence on MODEL (without one: rankle) and sets what was\n"
    "observed beside what the model says. What lies from low to high passes; the\n"
    "deviation from the value is counted in half-widths of that spread, which need not\n"
    "lie evenly about it; of one bound alone (“at most”), from the value to the bound.\n"
    "“A less B” is told of the difference of two arms, “± SD” of the mean of people who\n"
    "differ in a control. Rows marked fit went into the calibration of the default\n"
    "model, rows marked predict did not. Of a recalled row the source was not seen. A\n"
    "model that has no such treatment or observable is not asked, and a system (a\n"
    "joint, a tooth) only its own arms, where fit means set by hand. Where a run breaks\n"
    "down its rows fail, and with them the command.";

static const char description[] =
    "DIR holds STUDY.csv files and arms/ARM.json, as data/evidence does; an arm that is\n"
    "not there may be a bundled scenario.\n"
    "\n"
    "Examples:\n"
    "  rankle-cli scorecard\n"
    "  rankle-cli scorecard --all\n"
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

/* Where there is one bound alone, that is what was observed. */
static void
add_observed (RankleTable *table, const RankleEvidenceRow *row)
{
  g_autoptr (GString) text = g_string_new (isinf (row->low)    ? "at most "
                                           : isinf (row->high) ? "at least "
                                                               : "");

  rankle_csv_append_number (text, isinf (row->low)    ? row->high
                                  : isinf (row->high) ? row->low
                                                      : row->value);
  rankle_table_add (table, text->str);
}

static void
add_bound (RankleTable *table, double bound)
{
  if (isfinite (bound))
    rankle_table_add_number (table, bound);
  else
    rankle_table_add (table, NULL);
}

/* (transfer full): the arm, and what else was run: "drug less placebo, menopause ± 4" */
static char *
describe_arm (const RankleEvidenceRow *row)
{
  GString *text = g_string_new (row->arm);

  if (row->against != NULL)
    g_string_append_printf (text, " less %s", row->against);
  if (row->spread != NULL)
    {
      g_string_append_printf (text, ", %s ± ", row->spread);
      rankle_csv_append_number (text, row->spread_sd);
    }
  return g_string_free (text, FALSE);
}

static void
add_row (RankleTable *table, const RankleScore *score)
{
  const RankleEvidenceRow *row = score->row;
  g_autofree char         *days = describe_days (row);
  g_autofree char         *arm = describe_arm (row);

  rankle_table_add (table, row->study);
  rankle_table_add (table, arm);
  rankle_table_add (table, row->observable);
  rankle_table_add (table, rankle_measure_to_string (row->measure));
  rankle_table_add (table, days);
  add_observed (table, row);
  add_bound (table, row->low);
  add_bound (table, row->high);
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
  append_total (text, "recalled", rankle_scorecard_get_recalled_total (scorecard));
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

typedef struct
{
  const char     *command;
  RankleEvidence *evidence; /* (owned) (nullable) */
  RankleRunner   *runner;   /* (owned) (nullable) */
  gboolean        as_json, as_csv;
} Scoring;

static void
scoring_clear (Scoring *self)
{
  g_clear_pointer (&self->evidence, rankle_evidence_unref);
  g_clear_object (&self->runner);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scoring, scoring_clear)

static gboolean
scoring_open (Scoring *self, const char *folder, int threads, GError **error)
{
  g_assert (self->evidence == NULL && self->runner == NULL);

  if (!rankle_cli_check_threads (threads, error))
    return FALSE;
  self->evidence = rankle_evidence_file_load (folder, error);
  if (self->evidence == NULL)
    return FALSE;
  self->runner = rankle_runner_new_with_threads ((guint)threads);
  return TRUE;
}

static int
score_one (const Scoring *self, const char *id)
{
  GError *error = NULL;
  g_autoptr (RankleModel) model = rankle_cli_load_model (id, &error);
  g_autoptr (RankleScorecard) scorecard = NULL;
  g_autofree char *text = NULL;
  int              status;

  if (model == NULL)
    return rankle_cli_fail_input (self->command, error);
  scorecard = rankle_scorecard_new (self->evidence, model, self->runner);
  text = self->as_json  ? rankle_scorecard_to_json (scorecard, model)
         : self->as_csv ? rankle_scorecard_to_csv (scorecard)
                        : format_text (scorecard, model);
  status = rankle_cli_print (self->command, text, strlen (text));
  return status == RANKLE_EXIT_OK ? check_runs (self->command, scorecard) : status;
}

/* ---- every model ---- */

static void
add_share (RankleTable *table, RankleTotal total)
{
  g_autofree char *text = total.asked == 0
                              ? g_strdup ("none")
                              : g_strdup_printf ("%u of %u", total.passed, total.asked);

  rankle_table_add (table, text);
}

static void
add_model (RankleTable *table, const char *id, const RankleScorecard *scorecard)
{
  RankleTotal      together = rankle_scorecard_get_grand_total (scorecard);
  g_autofree char *left = g_strdup_printf ("%u", together.not_asked);

  rankle_table_add (table, id);
  add_share (table, rankle_scorecard_get_total (scorecard, FALSE));
  add_share (table, rankle_scorecard_get_total (scorecard, TRUE));
  add_rounded (table, together.deviation);
  rankle_table_add (table, left);
}

/* (transfer full) */
static RankleTable *
make_summary (void)
{
  static const char *const heads[] = { "model", "fit", "predicted", "deviation",
                                       "not asked" };
  RankleTable             *table = rankle_table_new (G_N_ELEMENTS (heads));

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    rankle_table_add (table, heads[i]);
  return table;
}

/* One object a model, in a list. */
static void
append_json (GString *text, const RankleScorecard *scorecard, RankleModel *model)
{
  g_autofree char *object = rankle_scorecard_to_json (scorecard, model);

  g_string_append (text, text->len == 0 ? "[\n" : ",\n");
  g_string_append (text, g_strchomp (object));
}

/* A model whose run breaks down is no reason not to ask the next. */
static int
score_each (const Scoring *self, RankleTable *table, GString *text)
{
  g_auto (GStrv) ids = rankle_catalog_list_models ();
  int status = RANKLE_EXIT_OK;

  for (char **id = ids; *id != NULL; id++)
    {
      g_autoptr (RankleModel) model = rankle_catalog_load (*id, NULL);
      g_autoptr (RankleScorecard) scorecard = NULL;

      g_assert (model != NULL); /* it is bundled, and a test reads each that is */
      scorecard = rankle_scorecard_new (self->evidence, model, self->runner);
      if (self->as_json)
        append_json (text, scorecard, model);
      else
        add_model (table, *id, scorecard);
      status = MAX (status, check_runs (self->command, scorecard));
    }
  return status;
}

static int
score_all (const Scoring *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (RankleTable) table = make_summary ();
  int status = score_each (self, table, text);
  int printed;

  if (self->as_json)
    g_string_append (text, "\n]\n");
  else
    rankle_table_append_to (table, "", text);
  printed = rankle_cli_print (self->command, text->str, text->len);
  return printed == RANKLE_EXIT_OK ? status : printed;
}

int
rankle_cli_scorecard (char **argv)
{
  static const char *const operands[] = { "[MODEL]", NULL };
  g_autofree char         *folder = NULL;
  int                      threads = rankle_cli_get_default_threads ();
  gboolean                 all = FALSE;
  g_auto (Scoring) scoring = { .command = argv[0] };
  const GOptionEntry entries[] = {
    { "evidence", 0, 0, G_OPTION_ARG_FILENAME, &folder,
      "Take the evidence in DIR instead of what is bundled", "DIR" },
    { "threads", 0, 0, G_OPTION_ARG_INT, &threads,
      "On so many threads (as many as processors)", "N" },
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, "Ask every bundled model: a line each",
      NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &scoring.as_json, "Write JSON, with all digits",
      NULL },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &scoring.as_csv,
      "Write a table of one model, with all digits and whose numbers they are", NULL },
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
  if (all && left[0] != NULL)
    return rankle_cli_fail_input (argv[0],
                                  g_error_new (G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                                               "--all: “%s” is one of them", left[0]));
  if (scoring.as_csv && (all || scoring.as_json))
    return rankle_cli_fail_input (
        argv[0], g_error_new (G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                              "--csv: not with %s", all ? "--all" : "--json"));
  if (!scoring_open (&scoring, folder, threads, &error))
    return rankle_cli_fail_input (argv[0], error);
  return all ? score_all (&scoring)
             : score_one (&scoring, left[0] != NULL ? left[0] : DEFAULT_MODEL);
}
