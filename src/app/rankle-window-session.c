/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "rankle-file-reading.h"
#include "rankle-window-private.h"

/* Sessions out of files: opened, left by a crash, or as they were saved. */

typedef enum
{
  OPEN,
  RESTORE,
  REVERT,
} Purpose;

/* What is looked at is the document's, too. */
static void
show_looks (RankleWindow *self)
{
  RankleSession *session = rankle_study_get_session (self->study);

  g_action_group_change_action_state (
      G_ACTION_GROUP (self), "view",
      g_variant_new_string (rankle_view_names[rankle_session_get_view (session)]));
  g_action_group_change_action_state (
      G_ACTION_GROUP (self), "picture",
      g_variant_new_string (rankle_shown_names[rankle_session_get_shown (session)]));
}

/* The copy stays until there is another with all that it has. */
static void
restore (RankleWindow               *self,
         const char                 *copy,
         RankleSession              *session,
         const RankleSessionReading *reading)
{
  const char *path = reading->is_whole ? reading->saved_as : NULL;

  if (rankle_document_restore (self->document, path, session) && reading->is_whole)
    rankle_autosave_discard (copy);
}

/* Another file may have become the document's since. */
static void
revert (RankleWindow *self, const char *path, RankleSession *session)
{
  if (g_strcmp0 (rankle_document_get_path (self->document), path) == 0)
    rankle_document_revert (self->document, session);
}

static void
show_session (RankleWindow               *self,
              const RankleWindowReading  *read,
              RankleSession              *session,
              const RankleSessionReading *reading)
{
  _rankle_window_tell_no_more (self);
  switch (read->purpose)
    {
    case OPEN:
      rankle_document_open (self->document, reading->is_whole ? read->path : NULL,
                            session);
      show_looks (self);
      _rankle_window_remember (self, read->path);
      break;
    case RESTORE:
      restore (self, read->path, session, reading);
      show_looks (self);
      break;
    case REVERT:
    default:
      revert (self, read->path, session);
    }
  if (reading->remarks != NULL)
    _rankle_window_tell (self, reading->remarks);
}

/* Something was done here meanwhile, which must not be lost. */
static void
go_elsewhere (RankleWindow *self, const RankleWindowReading *read)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autoptr (GFile) file = g_file_new_for_path (read->path);

  if (read->purpose == OPEN)
    g_application_open (G_APPLICATION (application), &file, 1, "");
  else
    _rankle_window_tell (self, _ ("What was not saved is offered again at the next "
                                  "start."));
}

/* (transfer full): the window's evidence may have come while the file was read. */
static RankleSession *
hold_against_evidence (RankleWindow *self, RankleSession *session)
{
  return rankle_session_with_evidence (session, rankle_study_get_evidence (self->study));
}

/* What was superseded or cancelled is dropped. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RankleWindowReading) read = data;
  g_auto (RankleSessionReading) reading = { 0 };
  g_autoptr (RankleWindow) window = _rankle_window_end_reading (read);
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleSession) session =
      rankle_session_read_finish (result, &reading, &error);

  if (window == NULL)
    return;
  g_assert ((session == NULL) == (error != NULL));
  if (session == NULL)
    _rankle_window_tell (window, error->message);
  else if (read->purpose == REVERT || _rankle_window_is_untouched (window))
    {
      g_autoptr (RankleSession) held = hold_against_evidence (window, session);

      show_session (window, read, held, &reading);
    }
  else
    go_elsewhere (window, read);
}

static void
read_session (RankleWindow *self, const char *path, Purpose purpose)
{
  RankleWindowReading *read = _rankle_window_begin_reading (self, path, purpose);

  rankle_session_read_async (path, read->token, read_cb, read);
}

void
_rankle_window_open_session (RankleWindow *self, const char *path)
{
  g_assert (RANKLE_IS_WINDOW (self) && path != NULL);

  read_session (self, path, OPEN);
}

void
_rankle_window_restore (RankleWindow *self, const char *copy)
{
  g_assert (RANKLE_IS_WINDOW (self) && copy != NULL);

  read_session (self, copy, RESTORE);
}

void
_rankle_window_revert (RankleWindow *self)
{
  const char *path = rankle_document_get_path (self->document);

  g_assert (path != NULL); /* or the action would not be enabled */

  read_session (self, path, REVERT);
}
