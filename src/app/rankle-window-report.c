/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "rankle-command.h"
#include "rankle-file.h"
#include "rankle-report-window.h"
#include "rankle-report.h"
#include "rankle-run-ask.h"
#include "rankle-save-dialog.h"
#include "rankle-window-private.h"

/* A lab report out of the window: of the run that is shown, to the tolerance of reading,
 * its baseline, and the kept runs, which it waits for. A window that goes takes with it
 * what was not written yet. */

typedef struct
{
  RankleWindow *window; /* Borrowed: it outlives this */
  RankleStudy  *study;  /* (owned): of the window, which lets it go before it ends */
  char         *path;   /* (owned) */
  RankleRunAsk *ask;    /* (owned) */
} Reporting;

static void
reporting_free (Reporting *self)
{
  g_signal_handlers_disconnect_by_data (self->window, self);
  g_signal_handlers_disconnect_by_data (self->study, self);
  rankle_run_ask_free (self->ask);
  g_object_unref (self->study);
  g_free (self->path);
  g_free (self);
}

/* Takes it. */
static void
finish (Reporting *self, const GError *error)
{
  g_autofree char *name = g_filename_display_basename (self->path);
  g_autofree char *words = NULL;

  /* Translators: %s is the name of a file. */
  words = error != NULL ? g_strdup (error->message)
                        : g_strdup_printf (_ ("%s was written."), name);
  _rankle_window_tell (self->window, words);
  reporting_free (self);
}

/* ---- writing ---- */

static RanklePaper
choose_paper (void)
{
  return g_str_equal (gtk_paper_size_get_default (), GTK_PAPER_NAME_LETTER)
             ? RANKLE_PAPER_LETTER
             : RANKLE_PAPER_A4;
}

/* (transfer full): the session with those that are there now. */
static RankleSession *
take_kept (const Reporting *self, const RankleKeptResult *results, guint n)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (kept, results[i].kept);
  return rankle_session_with_kept (rankle_run_ask_get_session (self->ask),
                                   (RankleKeptRun *const *)(void *)kept->pdata,
                                   kept->len);
}

static void
write_report (Reporting *self)
{
  guint                   n;
  const RankleKeptResult *kept = rankle_study_get_kept (self->study, &n);
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleSession) session = take_kept (self, kept, n);
  g_auto (GStrv) commands = rankle_command_list_runs (session);
  const RankleLessonLog *log = _rankle_window_get_lesson_log (self->window);
  g_autofree char       *lesson = log == NULL ? NULL : rankle_lesson_log_to_text (log);
  g_autoptr (RankleReport) report = rankle_report_new (&(RankleReportContent){
      .shown = { .session = session,
                 .run = rankle_run_ask_get_run (self->ask),
                 .baseline = rankle_run_ask_get_baseline (self->ask),
                 .kept = kept,
                 .n_kept = n,
                 .failure = rankle_run_ask_get_failure (self->ask) },
      .commands = (const char *const *)commands,
      .lesson = lesson,
      .paper = choose_paper () });
  g_autoptr (GBytes) bytes = rankle_report_write (report, &error);

  if (bytes != NULL)
    rankle_file_replace (self->path, g_bytes_get_data (bytes, NULL),
                         g_bytes_get_size (bytes), &error);
  finish (self, error);
}

static gboolean
has_all_kept (RankleStudy *study)
{
  guint                   n;
  const RankleKeptResult *kept = rankle_study_get_kept (study, &n);

  for (guint i = 0; i < n; i++)
    if (kept[i].run == NULL && kept[i].failure == NULL &&
        !rankle_kept_run_is_hidden (kept[i].kept))
      return FALSE;
  return TRUE;
}

static void
kept_cb (Reporting *self)
{
  if (has_all_kept (self->study))
    write_report (self);
}

/* ---- runs ---- */

static void
run_cb (RankleRunAsk *ask, const GError *error, gpointer data)
{
  Reporting *self = data;

  if (error != NULL)
    finish (self, error);
  else if (has_all_kept (self->study))
    write_report (self);
  else
    g_signal_connect_swapped (self->study, "notify::kept", G_CALLBACK (kept_cb), self);
}

/* (transfer full): what is shown, with what was typed last. */
static RankleSession *
make_session (RankleStudy *study)
{
  RankleSession *session = rankle_session_ref (rankle_study_get_shown (study));
  RankleSession *typed = rankle_study_get_session (study);

  for (guint i = 0; i < RANKLE_N_REPORT_TEXTS; i++)
    {
      g_autoptr (RankleSession) before = session;

      session = rankle_session_with_report_text (
          before, (RankleReportText)i,
          rankle_session_get_report_text (typed, (RankleReportText)i));
    }
  return session;
}

void
_rankle_window_export_report (RankleWindow *window, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleSession) session = make_session (window->study);
  g_autoptr (RankleProtocol) protocol = rankle_session_make_protocol (session, &error);
  Reporting *self;

  if (protocol == NULL)
    {
      _rankle_window_tell (window, error->message);
      return;
    }
  self = g_new0 (Reporting, 1);
  self->window = window;
  self->study = g_object_ref (window->study);
  self->path = g_strdup (path);
  g_signal_connect_swapped (window, "destroy", G_CALLBACK (reporting_free), self);
  self->ask =
      rankle_run_ask_new (rankle_study_get_runner (window->study), session, run_cb, self);
  rankle_run_ask_begin (self->ask, protocol);
}

/* ---- where to ---- */

static void
response_cb (GtkNativeDialog *dialog, int response, GtkWindow *report)
{
  RankleWindow    *self = RANKLE_WINDOW (gtk_window_get_transient_for (report));
  const char      *complaint;
  g_autofree char *path = rankle_save_dialog_finish (dialog, response, &complaint);

  if (path != NULL)
    {
      gtk_window_close (report);
      _rankle_window_export_report (self, path);
    }
  else if (complaint != NULL)
    _rankle_window_tell (self, complaint);
}

static void
save_cb (GtkWindow *report, RankleWindow *self)
{
  g_autofree char *name =
      g_strconcat (rankle_document_get_name (self->document), ".pdf", NULL);

  gtk_native_dialog_show (GTK_NATIVE_DIALOG (rankle_save_dialog_new (
      report, _ ("Save Lab Report"), name, G_CALLBACK (response_cb))));
}

static void
export_report_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RankleWindow *self = data;

  if (self->report == NULL)
    {
      g_set_weak_pointer (&self->report,
                          rankle_report_window_new (GTK_WINDOW (self), self->study));
      g_signal_connect_object (self->report, "save", G_CALLBACK (save_cb), self, 0);
    }
  gtk_window_present (GTK_WINDOW (self->report));
}

void
_rankle_window_add_reports (RankleWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "export-report", .activate = export_report_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries),
                                   self);
}
