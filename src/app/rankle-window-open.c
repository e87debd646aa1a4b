/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "rankle-file-reading.h"
#include "rankle-lesson-reader.h"
#include "rankle-omex.h"
#include "rankle-window-private.h"

/* The result of a reader that was superseded or cancelled is dropped. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RankleWindowReading) reading = data;
  g_autoptr (RankleWindow) window = _rankle_window_end_reading (reading);
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model = rankle_model_read_finish (result, &error);

  if (window == NULL)
    return;
  g_assert ((model == NULL) == (error != NULL));
  if (model == NULL)
    _rankle_window_tell (window, error->message);
  else
    {
      _rankle_window_tell_no_more (window);
      _rankle_window_show_file (window, model);
      _rankle_window_remember (window, reading->path);
    }
}

/* In the place of what nobody has touched, else the application finds it a window. */
static void
open_session (RankleWindow *window, GFile *file, const char *path)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));

  if (_rankle_window_is_untouched (window))
    _rankle_window_open_session (window, path);
  else
    g_application_open (G_APPLICATION (application), &file, 1, "");
}

static void
open_scenario (RankleWindow *window, const char *path)
{
  if (!rankle_window_load_scenario (window, path))
    return;
  _rankle_window_tell_no_more (window);
  _rankle_window_remember (window, path);
}

void
rankle_window_open_file (RankleWindow *window, GFile *file)
{
  g_autofree char     *path = NULL;
  RankleWindowReading *reading;

  g_return_if_fail (RANKLE_IS_WINDOW (window) && G_IS_FILE (file));

  path = g_file_get_path (file);
  if (path == NULL)
    {
      _rankle_window_tell (window, _ ("Only files on this computer can be opened."));
      return;
    }
  if (rankle_archive_opens_as_session (path))
    {
      open_session (window, file, path);
      return;
    }
  if (_rankle_window_is_observations (path))
    {
      _rankle_window_open_observations (window, path);
      return;
    }
  if (g_str_has_suffix (path, ".json") && rankle_lesson_is_file (path))
    {
      _rankle_window_open_lesson (window, path);
      return;
    }
  if (g_str_has_suffix (path, ".json"))
    {
      open_scenario (window, path);
      return;
    }
  reading = _rankle_window_begin_reading (window, path, 0);
  rankle_model_read_async (path, reading->token, read_cb, reading);
}
