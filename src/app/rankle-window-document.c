/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "rankle-save-dialog.h"
#include "rankle-window-private.h"

/* The window's document: its name, its file, and what is asked before it is lost. */

/* ---- name and mark ---- */

static void
show_name (RankleWindow *self)
{
  gboolean         changed = rankle_document_is_changed (self->document);
  const char      *name = rankle_document_get_name (self->document);
  g_autofree char *title = NULL;

  /* Nothing has a name until it is worth one. */
  if (rankle_document_get_path (self->document) == NULL && !changed)
    title = g_strdup (_ ("Rankle"));
  else
    /* Translators: a mark that it was changed (or nothing), and the document's name */
    title = g_strdup_printf (_ ("%s%s – Rankle"), changed ? "• " : "", name);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
update_actions (RankleWindow *self)
{
  GAction *revert = g_action_map_lookup_action (G_ACTION_MAP (self), "revert");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (revert),
                               rankle_document_get_path (self->document) != NULL &&
                                   rankle_document_is_changed (self->document));
}

static void
document_cb (RankleWindow *self)
{
  show_name (self);
  update_actions (self);
}

/* ---- to and from files ---- */

static gboolean
save_to (RankleWindow *self, const char *path)
{
  g_autoptr (GError) error = NULL;

  if (!rankle_document_save (self->document, path, &error))
    {
      _rankle_window_tell (self, error->message);
      return FALSE;
    }
  /* @path may have been the document's own until now. */
  _rankle_window_remember (self, rankle_document_get_path (self->document));
  return TRUE;
}

gboolean
_rankle_window_is_untouched (RankleWindow *self)
{
  return rankle_document_is_untouched (self->document) &&
         !rankle_reading_bar_get_reading (self->reading);
}

static void
revert_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  _rankle_window_revert (RANKLE_WINDOW (data));
}

/* ---- a file to save to ---- */

/* (transfer full): with the suffix, whatever was typed. */
static char *
add_suffix (const char *path)
{
  return g_str_has_suffix (path, RANKLE_SESSION_SUFFIX)
             ? g_strdup (path)
             : g_strconcat (path, RANKLE_SESSION_SUFFIX, NULL);
}

/* FALSE: it is not saved. */
static gboolean
save_chosen (RankleWindow *self, const char *chosen)
{
  g_autofree char *path = add_suffix (chosen);

  return save_to (self, path);
}

static void
save_response_cb (GtkNativeDialog *dialog, int response, RankleWindow *self)
{
  gboolean         closes = self->closes;
  const char      *complaint;
  g_autofree char *path = rankle_save_dialog_finish (dialog, response, &complaint);

  self->closes = FALSE;
  if (complaint != NULL)
    _rankle_window_tell (self, complaint);
  if (path != NULL && save_chosen (self, path) && closes)
    _rankle_window_close_now (self);
}

static void
ask_where (RankleWindow *self)
{
  g_autofree char *name = g_strconcat (rankle_document_get_name (self->document),
                                       RANKLE_SESSION_SUFFIX, NULL);

  gtk_native_dialog_show (GTK_NATIVE_DIALOG (rankle_save_dialog_new (
      GTK_WINDOW (self), _ ("Save As"), name, G_CALLBACK (save_response_cb))));
}

static void
save_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RankleWindow *self = RANKLE_WINDOW (data);
  const char   *path = rankle_document_get_path (self->document);

  if (path != NULL)
    save_to (self, path);
  else
    ask_where (self);
}

static void
save_as_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ask_where (RANKLE_WINDOW (data));
}

/* ---- the end ---- */

static gboolean
close_cb (gpointer data)
{
  gtk_window_destroy (GTK_WINDOW (data));
  return G_SOURCE_REMOVE;
}

/* The dialog that was answered goes with its window, and not before it has heard all of
 * the answer. */
void
_rankle_window_close_now (RankleWindow *self)
{
  rankle_document_close (self->document);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, close_cb, g_object_ref (self),
                   g_object_unref);
}

static void
asked_cb (RankleWindow *self, const char *response)
{
  const char *path = rankle_document_get_path (self->document);

  self->asks = FALSE;
  if (g_str_equal (response, "discard"))
    _rankle_window_close_now (self);
  else if (g_str_equal (response, "save") && path == NULL)
    {
      self->closes = TRUE;
      ask_where (self);
    }
  else if (g_str_equal (response, "save") && save_to (self, path))
    _rankle_window_close_now (self);
}

static void
ask_before_closing (RankleWindow *self)
{
  GtkWidget *dialog =
      adw_message_dialog_new (GTK_WINDOW (self), _ ("Save Changes?"), NULL);

  self->asks = TRUE;
  adw_message_dialog_format_body (
      ADW_MESSAGE_DIALOG (dialog),
      /* Translators: %s is the name of a document. */
      _ ("“%s” has changes that are not saved. They are lost if it is not saved now."),
      rankle_document_get_name (self->document));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"),
                                    "discard", _ ("_Discard"), "save", _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (asked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
close_request_cb (RankleWindow *self)
{
  if (self->asks)
    return GDK_EVENT_STOP;
  if (rankle_document_is_changed (self->document))
    {
      ask_before_closing (self);
      return GDK_EVENT_STOP;
    }
  rankle_document_close (self->document);
  return GDK_EVENT_PROPAGATE;
}

/* ---- set-up ---- */

void
_rankle_window_add_document (RankleWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "save", .activate = save_cb },
    { .name = "save-as", .activate = save_as_cb },
    { .name = "revert", .activate = revert_cb },
  };
  g_autofree char *folder = rankle_autosave_dup_folder ();

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries),
                                   self);
  self->document = rankle_document_new (self->study, folder);
  g_signal_connect_object (self->document, "notify", G_CALLBACK (document_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "autosave-failed",
                           G_CALLBACK (_rankle_window_tell), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "close-request", G_CALLBACK (close_request_cb), NULL);
  document_cb (self);
}
