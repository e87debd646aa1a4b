/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "rankle-file.h"
#include "rankle-lesson-reader.h"
#include "rankle-lesson-writer.h"
#include "rankle-save-dialog.h"
#include "rankle-title-words.h"
#include "rankle-window-private.h"

/* Lessons of one's own, out of files and into them, and what was done in one. */

void
_rankle_window_open_lesson (RankleWindow *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleLesson) lesson = rankle_lesson_load (path, &error);

  if (lesson == NULL)
    {
      _rankle_window_tell (self, error->message);
      return;
    }
  _rankle_window_tell_no_more (self);
  _rankle_window_start_lesson (self, lesson);
  _rankle_window_remember (self, path);
}

/* ---- a step ---- */

void
_rankle_window_save_lesson_step (RankleWindow *self, const char *path)
{
  RankleSession   *session = rankle_study_get_session (self->study);
  g_autofree char *short_title = NULL;
  g_autofree char *title = rankle_session_title_in_words (session, &short_title);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;

  if (!rankle_lesson_save_step (session, title, path, &error))
    {
      _rankle_window_tell (self, error->message);
      return;
    }
  /* Translators: %s is the name of a file */
  words = g_strdup_printf (_ ("A step was added to %s. What it asks is written there, "
                              "as the lessons’ README says."),
                           name);
  _rankle_window_tell (self, words);
}

static void
step_response_cb (GtkNativeDialog *dialog, int response, RankleWindow *self)
{
  const char      *complaint;
  g_autofree char *path = rankle_save_dialog_finish (dialog, response, &complaint);

  if (path != NULL)
    _rankle_window_save_lesson_step (self, path);
  else if (complaint != NULL)
    _rankle_window_tell (self, complaint);
}

static void
save_step_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (
      rankle_save_dialog_new (GTK_WINDOW (data), _ ("Save as Lesson Step"),
                              _ ("lesson.json"), G_CALLBACK (step_response_cb))));
}

/* ---- the log ---- */

void
_rankle_window_save_lesson_log (RankleWindow *self, const char *path)
{
  const RankleLessonLog *log = _rankle_window_get_lesson_log (self);
  g_autofree char       *csv = rankle_lesson_log_to_csv (log);
  g_autofree char       *name = g_filename_display_basename (path);
  g_autofree char       *words = NULL;
  g_autoptr (GError) error = NULL;

  if (rankle_file_replace (path, csv, strlen (csv), &error))
    /* Translators: %s is the name of a file. */
    words = g_strdup_printf (_ ("%s was written."), name);
  _rankle_window_tell (self, words != NULL ? words : error->message);
}

static void
log_response_cb (GtkNativeDialog *dialog, int response, RankleWindow *self)
{
  const char      *complaint;
  g_autofree char *path = rankle_save_dialog_finish (dialog, response, &complaint);

  if (path != NULL && _rankle_window_get_lesson_log (self) != NULL)
    _rankle_window_save_lesson_log (self, path);
  else if (complaint != NULL)
    _rankle_window_tell (self, complaint);
}

static void
save_log_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (
      rankle_save_dialog_new (GTK_WINDOW (data), _ ("Save Log of the Lesson"),
                              _ ("lesson-log.csv"), G_CALLBACK (log_response_cb))));
}

void
_rankle_window_add_lesson_files (RankleWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "save-lesson-step", .activate = save_step_cb },
    { .name = "lesson-save-log", .activate = save_log_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries),
                                   self);
}
