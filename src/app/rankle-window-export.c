/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "rankle-command.h"
#include "rankle-file.h"
#include "rankle-session-table.h"
#include "rankle-watch.h"
#include "rankle-window-private.h"

/* Out of the window. What is written is the run of the session as it stands, to the
 * tolerance of reading, be that on the screen yet or not. */

typedef struct
{
  GWeakRef       window;
  RankleSession *session; /* (owned) */
  char          *path;    /* (owned) */
  RankleWatch   *watch;   /* (owned) */
} Export;

static void
export_free (Export *self)
{
  g_weak_ref_clear (&self->window);
  g_clear_pointer (&self->watch, rankle_watch_free);
  rankle_session_unref (self->session);
  g_free (self->path);
  g_free (self);
}

static void
tell_of_export (Export *self, const GError *error)
{
  g_autoptr (RankleWindow) window = g_weak_ref_get (&self->window);
  g_autofree char *name = g_filename_display_basename (self->path);
  g_autofree char *words = NULL;

  if (window == NULL)
    return;
  /* Translators: %s is the name of a file. */
  words = error != NULL ? g_strdup (error->message)
                        : g_strdup_printf (_ ("%s was written."), name);
  _rankle_window_tell (window, words);
}

static void
run_cb (RankleWatch      *watch,
        RankleTrajectory *trajectory,
        const GError     *error,
        gpointer          data)
{
  Export *self = data;
  g_autoptr (GError) failed = NULL;
  g_autofree char *text = NULL;
  gsize            length;

  if (trajectory == NULL)
    failed = g_error_copy (error);
  else
    {
      text = rankle_session_table_format (self->session, trajectory, &length);
      rankle_file_replace (self->path, text, length, &failed);
    }
  tell_of_export (self, failed);
  export_free (self);
}

void
_rankle_window_export_table (RankleWindow *self, const char *path)
{
  RankleSession *session = rankle_study_get_session (self->study);
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleProtocol) protocol = rankle_session_make_protocol (session, &error);
  Export *export;

  if (protocol == NULL)
    {
      _rankle_window_tell (self, error->message);
      return;
    }
  export = g_new0 (Export, 1);
  g_weak_ref_init (&export->window, self);
  export->session = rankle_session_ref (session);
  export->path = g_strdup (path);
  export->watch =
      rankle_watch_new (rankle_study_get_runner (self->study), run_cb, export);
  rankle_watch_ask (export->watch, protocol);
}

static void
response_cb (GtkNativeDialog *dialog, int response, RankleWindow *self)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  path = file == NULL ? NULL : g_file_get_path (file);
  if (path != NULL)
    _rankle_window_export_table (self, path);
  else if (file != NULL)
    _rankle_window_tell (self, _ ("Only files on this computer can be written."));
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RankleWindow         *self = RANKLE_WINDOW (data);
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ ("Export Table"), GTK_WINDOW (data), GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  g_autofree char *name =
      g_strconcat (rankle_document_get_name (self->document), ".csv", NULL);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
copy_command_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RankleWindow    *self = RANKLE_WINDOW (data);
  g_autofree char *command =
      rankle_command_format (rankle_study_get_session (self->study));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), command);
  _rankle_window_tell (self, _ ("The command that writes this run was copied."));
}

void
_rankle_window_add_exports (RankleWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "export-table", .activate = export_cb },
    { .name = "copy-command", .activate = copy_command_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries),
                                   self);
}
