/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rankle-cli-kept.h"
#include "rankle-cli-run.h"
#include "rankle-cli-session.h"
#include "rankle-cli-syntax.h"
#include "rankle-cli.h"
#include "rankle-command.h"
#include "rankle-evidence-file.h"
#include "rankle-file.h"
#include "rankle-report.h"

static const char summary[] =
    "Integrates MODEL and writes a lab report of it as PDF: question, hypothesis and\n"
    "finding as they are typed, what was set, plots, figures, what the model cannot "
    "tell,\n"
    "and the command that repeats the run.";

static const char description[] =
    "What is not typed has lines to write it on by hand. FILE is replaced as a whole, "
    "or\n"
    "on failure left as it was. Options that say what is run are those of \"rankle-cli\n"
    "simulate\".\n"
    "\n"
    "MODEL may be a session, NAME.rankle, which says itself what is run, with its kept\n"
    "runs and what was typed in it; an option says it instead. It has at most 1200\n"
    "characters.\n"
    "\n"
    "Examples:\n"
    "  rankle-cli report rankle --scenario denosumab-3-years --out denosumab.pdf\n"
    "  rankle-cli report lesson.rankle --finding \"Bone is lost after it is stopped.\" "
    "--out lesson.pdf\n";

typedef struct
{
  RankleRunOptions run;
  char            *out, *paper;                  /* (owned) (nullable) */
  char            *texts[RANKLE_N_REPORT_TEXTS]; /* (owned) (nullable) */
  RanklePaper      size;
} ReportOptions;

static void
report_options_clear (ReportOptions *self)
{
  rankle_run_options_clear (&self->run);
  g_free (self->out);
  g_free (self->paper);
  for (guint i = 0; i < RANKLE_N_REPORT_TEXTS; i++)
    g_free (self->texts[i]);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ReportOptions, report_options_clear)

/* ---- what is asked ---- */

static gboolean
check_texts (const ReportOptions *self, GError **error)
{
  for (guint i = 0; i < RANKLE_N_REPORT_TEXTS; i++)
    {
      const char *text = self->texts[i];

      if (text == NULL)
        continue;
      if (!g_utf8_validate (text, -1, NULL))
        return rankle_cli_refuse (error, "--%s: it is no UTF-8",
                                  rankle_report_text_names[i]);
      if (g_utf8_strlen (text, -1) > RANKLE_REPORT_TEXT_MAX)
        return rankle_cli_refuse (error, "--%s: it has more than %d characters",
                                  rankle_report_text_names[i], RANKLE_REPORT_TEXT_MAX);
    }
  return TRUE;
}

static gboolean
check_paper (ReportOptions *self, GError **error)
{
  for (guint i = 0; i < RANKLE_N_PAPERS && self->paper != NULL; i++)
    if (g_str_equal (self->paper, rankle_paper_names[i]))
      {
        self->size = (RanklePaper)i;
        return TRUE;
      }
  return self->paper == NULL ||
         rankle_cli_refuse (error, "--paper: “%s” is not a4 or letter", self->paper);
}

static gboolean
check_out (const ReportOptions *self, GError **error)
{
  g_autofree char *end = NULL;

  if (self->out == NULL)
    return rankle_cli_refuse (error, "--out is missing");
  end = g_ascii_strdown (self->out, -1);
  return g_str_has_suffix (end, ".pdf") ||
         rankle_cli_refuse (error, "--out: %s: the name of a report ends in .pdf",
                            self->out);
}

static gboolean
check_options (ReportOptions *self, GError **error)
{
  return check_out (self, error) && check_paper (self, error) &&
         check_texts (self, error) &&
         rankle_cli_check_rows (&self->run, "a report", error);
}

/* (transfer full): @session as the options have it. */
static RankleSession *
write_texts (RankleSession *session, const ReportOptions *options)
{
  RankleSession *written = rankle_session_ref (session);

  for (guint i = 0; i < RANKLE_N_REPORT_TEXTS; i++)
    if (options->texts[i] != NULL)
      {
        g_autoptr (RankleSession) before = written;

        written = rankle_session_with_report_text (before, (RankleReportText)i,
                                                   options->texts[i]);
      }
  return written;
}

/* ---- the report ---- */

static int
write_report (const char *command, RankleSession *session, const ReportOptions *options)
{
  GError *error = NULL;
  g_autoptr (RankleTrajectory) run = rankle_cli_run_session (session, &error);
  g_autoptr (RankleTrajectory) baseline =
      run == NULL ? NULL : rankle_cli_run_baseline (session, &error);
  g_auto (GStrv) commands = rankle_command_list_runs (session);
  g_autoptr (GArray) kept = NULL;
  g_autoptr (RankleReport) report = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (baseline == NULL)
    return rankle_cli_fail (command, error);
  kept = rankle_cli_run_kept (session);
  report = rankle_report_new (&(RankleReportContent){
      .shown = { .session = session,
                 .run = run,
                 .baseline = baseline,
                 .kept = (const RankleKeptResult *)(void *)kept->data,
                 .n_kept = kept->len },
      .commands = (const char *const *)commands,
      .paper = options->size,
  });
  bytes = rankle_report_write (report, &error);
  if (bytes == NULL || !rankle_file_replace (options->out, g_bytes_get_data (bytes, NULL),
                                             g_bytes_get_size (bytes), &error))
    return rankle_cli_fail (command, error);
  return RANKLE_EXIT_OK;
}

static int
make_report (const char *command, ReportOptions *options)
{
  g_autoptr (RankleEvidence) evidence = NULL;
  g_autoptr (RankleSession) session = NULL;
  g_autoptr (RankleSession) written = NULL;
  GError *error = NULL;

  if (check_options (options, &error))
    evidence = rankle_evidence_file_load (NULL, &error);
  if (evidence != NULL)
    session = rankle_cli_open_session (command, &options->run, evidence, &error);
  if (session == NULL)
    return rankle_cli_fail_input (command, error);
  written = write_texts (session, options);
  return write_report (command, written, options);
}

int
rankle_cli_report (char **argv)
{
  g_auto (ReportOptions) options = { 0 };

  /* Texts are bytes as names of files are: of strings GLib asks the locale, which is C
   * here, and knows no letter but those of English. */
  const GOptionEntry entries[] = {
    { "out", 0, 0, G_OPTION_ARG_FILENAME, &options.out, "Write to FILE", "FILE" },
    { "question", 0, 0, G_OPTION_ARG_FILENAME, &options.texts[RANKLE_REPORT_QUESTION],
      "What was asked", "TEXT" },
    { "hypothesis", 0, 0, G_OPTION_ARG_FILENAME, &options.texts[RANKLE_REPORT_HYPOTHESIS],
      "What was supposed", "TEXT" },
    { "finding", 0, 0, G_OPTION_ARG_FILENAME, &options.texts[RANKLE_REPORT_FINDING],
      "What was found", "TEXT" },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &options.paper, "Of which size; a4",
      "a4|letter" },
    { NULL },
  };
  GOptionContext *context =
      g_option_context_new ("MODEL --out FILE - run a model and report it");
  GError *error = NULL;

  g_option_context_set_summary (context, summary);
  g_option_context_set_description (context, description);
  if (!rankle_run_options_parse (&options.run, argv, context, entries, &error))
    return rankle_cli_fail_input (argv[0], error);
  return make_report (argv[0], &options);
}
