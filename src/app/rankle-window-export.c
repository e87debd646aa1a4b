/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "rankle-command.h"
#include "rankle-file.h"
#include "rankle-picture-writer.h"
#include "rankle-run-ask.h"
#include "rankle-save-dialog.h"
#include "rankle-session-table.h"
#include "rankle-watch.h"
#include "rankle-window-private.h"

/* Out of the window. What is written is the run of the session as it stands, to the
 * tolerance of reading, be that on the screen yet or not. A window that goes takes with
 * it what was not written yet. */

typedef struct
{
  RankleWindow  *window;  /* Borrowed: it outlives this */
  RankleSession *session; /* (owned) */
  char          *path;    /* (owned) */

  RankleWatch *watch; /* (owned) (nullable): of a table's run */

  /* Of a picture */
  RankleRunAsk       *ask; /* (owned) (nullable) */
  RanklePictureFormat format;
  gboolean            without_ghosts;
} Export;

static void
export_free (Export *self)
{
  g_signal_handlers_disconnect_by_data (self->window, self);
  g_clear_pointer (&self->watch, rankle_watch_free);
  g_clear_pointer (&self->ask, rankle_run_ask_free);
  rankle_session_unref (self->session);
  g_free (self->path);
  g_free (self);
}

/* Takes it. */
static void
finish (Export *self, const GError *error)
{
  g_autofree char *name = g_filename_display_basename (self->path);
  g_autofree char *words = NULL;

  /* Translators: %s is the name of a file. */
  words = error != NULL ? g_strdup (error->message)
                        : g_strdup_printf (_ ("%s was written."), name);
  _rankle_window_tell (self->window, words);
  export_free (self);
}

/* Asks for the run of @session: a table's by @come, or with its baseline a picture's. */
static void
begin (RankleWindow    *window,
       const char      *path,
       Export           content,
       RankleWatchFunc  of_table,
       RankleRunAskFunc of_picture)
{
  RankleSession *session = rankle_study_get_shown (window->study);
  RankleRunner  *runner = rankle_study_get_runner (window->study);
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleProtocol) protocol = rankle_session_make_protocol (session, &error);
  Export *self;

  g_assert ((of_table != NULL) != (of_picture != NULL));
  if (protocol == NULL)
    {
      _rankle_window_tell (window, error->message);
      return;
    }
  self = g_new (Export, 1);
  *self = content;
  self->window = window;
  self->session = rankle_session_ref (session);
  self->path = g_strdup (path);
  g_signal_connect_swapped (window, "destroy", G_CALLBACK (export_free), self);
  if (of_picture != NULL)
    {
      self->ask = rankle_run_ask_new (runner, session, of_picture, self);
      rankle_run_ask_begin (self->ask, protocol);
      return;
    }
  self->watch = rankle_watch_new (runner, of_table, self);
  rankle_watch_ask (self->watch, protocol);
}

/* ---- table ---- */

static void
table_run_cb (RankleWatch      *watch,
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
  finish (self, failed);
}

void
_rankle_window_export_table (RankleWindow *self, const char *path)
{
  begin (self, path, (Export){ 0 }, table_run_cb, NULL);
}

/* ---- picture ---- */

static void
write_picture (Export *self)
{
  guint                   n_kept;
  const RankleKeptResult *kept = rankle_study_get_kept (self->window->study, &n_kept);
  g_autoptr (GError) error = NULL;
  g_autoptr (RanklePicture) picture = rankle_picture_new (
      &(RanklePictureContent){ .session = self->session,
                               .run = rankle_run_ask_get_run (self->ask),
                               .baseline = rankle_run_ask_get_baseline (self->ask),
                               .kept = kept,
                               .n_kept = n_kept,
                               .failure = rankle_run_ask_get_failure (self->ask),
                               .without_ghosts = self->without_ghosts });
  g_autoptr (GBytes) bytes = rankle_picture_write (picture, self->format, &error);

  if (bytes != NULL)
    rankle_file_replace (self->path, g_bytes_get_data (bytes, NULL),
                         g_bytes_get_size (bytes), &error);
  finish (self, error);
}

static void
picture_run_cb (RankleRunAsk *ask, const GError *error, gpointer data)
{
  if (error != NULL)
    finish (data, error);
  else
    write_picture (data);
}

void
_rankle_window_export_picture (RankleWindow *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  Export   content = { 0 };
  gboolean ghosts;

  if (!rankle_picture_format_find (path, &content.format, &error))
    {
      _rankle_window_tell (self, error->message);
      return;
    }
  g_object_get (self->plots, "show-ghost", &ghosts, NULL);
  content.without_ghosts = !ghosts;
  begin (self, path, content, NULL, picture_run_cb);
}

/* ---- scene ---- */

void
_rankle_window_export_scene (RankleWindow *self, const char *path)
{
  RankleSceneView *scene = rankle_picture_place_get_shown_scene (self->place);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_if_fail (scene != NULL);

  bytes = rankle_scene_view_print (scene, &error);
  if (bytes != NULL)
    rankle_file_replace (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                         &error);
  /* Translators: %s is the name of a file. */
  words = error != NULL ? g_strdup (error->message)
                        : g_strdup_printf (_ ("%s was written."), name);
  _rankle_window_tell (self, words);
}

/* ---- where to ---- */

typedef void (*WriteFunc) (RankleWindow *self, const char *path);

static void
write_chosen (GtkNativeDialog *dialog, int response, RankleWindow *self, WriteFunc write)
{
  const char      *complaint;
  g_autofree char *path = rankle_save_dialog_finish (dialog, response, &complaint);

  if (path != NULL)
    write (self, path);
  else if (complaint != NULL)
    _rankle_window_tell (self, complaint);
}

static void
table_response_cb (GtkNativeDialog *dialog, int response, RankleWindow *self)
{
  write_chosen (dialog, response, self, _rankle_window_export_table);
}

static void
picture_response_cb (GtkNativeDialog *dialog, int response, RankleWindow *self)
{
  write_chosen (dialog, response, self, _rankle_window_export_picture);
}

static void
scene_response_cb (GtkNativeDialog *dialog, int response, RankleWindow *self)
{
  write_chosen (dialog, response, self, _rankle_window_export_scene);
}

static GtkFileChooserNative *
make_chooser (RankleWindow *self, const char *title, const char *ending, GCallback answer)
{
  g_autofree char *name =
      g_strconcat (rankle_document_get_name (self->document), ".", ending, NULL);

  return rankle_save_dialog_new (GTK_WINDOW (self), title, name, answer);
}

static void
export_table_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (
      make_chooser (data, _ ("Export Table"), "csv", G_CALLBACK (table_response_cb))));
}

/* One filter: with one for each kind it would seem that the filter says what is written,
 * and not the name. */
static void
export_picture_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkFileChooserNative *chooser =
      make_chooser (data, _ ("Export Picture"), "png", G_CALLBACK (picture_response_cb));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("PNG, SVG or PDF, by the ending of the name"));
  for (guint i = 0; i < RANKLE_N_PICTURE_FORMATS; i++)
    gtk_file_filter_add_suffix (
        filter, rankle_picture_format_get_ending ((RanklePictureFormat)i));
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
export_scene_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (
      make_chooser (data, _ ("Export Scene"), "png", G_CALLBACK (scene_response_cb))));
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
    { .name = "export-table", .activate = export_table_cb },
    { .name = "export-picture", .activate = export_picture_cb },
    { .name = "export-scene", .activate = export_scene_cb },
    { .name = "copy-command", .activate = copy_command_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries),
                                   self);
  /* The map is a part of the picture. */
  g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "export-scene")),
      FALSE);
}
