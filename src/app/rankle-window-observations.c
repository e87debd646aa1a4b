/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A table of one's own: chosen, read on a thread, and told how it is read. */

#include "config.h"

#include <glib/gi18n.h>

#include "rankle-file-reading.h"
#include "rankle-observations-window.h"
#include "rankle-time-unit.h"
#include "rankle-window-private.h"

/* [days]: the first dose, or the start of the run. */
static double
guess_zero (RankleWindow *self)
{
  guint         n;
  const double *doses = rankle_study_get_dose_times (self->study, &n);
  RankleModel  *model = rankle_study_get_model (self->study);

  return n == 0 ? 0
                : doses[0] * rankle_time_unit_convert (rankle_model_get_time_unit (model),
                                                       "day");
}

/* (nullable): of that name, or the last. */
static RankleObservations *
find_before (RankleWindow *self, const char *name)
{
  RankleObservations        *before = rankle_study_find_observations (self->study, name);
  guint                      n;
  RankleObservations *const *tables =
      rankle_session_get_observations (rankle_study_get_session (self->study), &n);

  return before == NULL && n > 0 ? tables[n - 1] : before;
}

/* As a table before was read, as far as it is called alike. */
static void
ask (RankleWindow *self, RankleObservations *observations, const char *remark)
{
  RankleModel        *model = rankle_study_get_model (self->study);
  RankleObservations *before =
      find_before (self, rankle_observations_get_name (observations));

  rankle_observations_guess (observations, model, guess_zero (self));
  if (before != NULL)
    rankle_observations_adopt (observations, before);
  gtk_window_present (GTK_WINDOW (rankle_observations_window_new (
      GTK_WINDOW (self), self->study, observations, remark)));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RankleWindowReading) reading = data;
  g_autoptr (RankleWindow) window = _rankle_window_end_reading (reading);
  g_autoptr (GError) error = NULL;
  g_autofree char *remark = NULL;
  g_autoptr (RankleObservations) observations =
      rankle_observations_read_finish (result, &remark, &error);

  if (window == NULL)
    return;
  if (observations == NULL)
    _rankle_window_tell (window, error->message);
  else if (rankle_study_get_model (window->study) != NULL)
    {
      _rankle_window_tell_no_more (window);
      ask (window, observations, remark);
    }
}

gboolean
_rankle_window_is_observations (const char *path)
{
  g_autofree char *small = g_ascii_strdown (path, -1);

  return g_str_has_suffix (small, ".csv") || g_str_has_suffix (small, ".tsv");
}

void
_rankle_window_open_observations (RankleWindow *self, const char *path)
{
  RankleWindowReading *reading = _rankle_window_begin_reading (self, path, 0);

  rankle_observations_read_async (path, reading->token, read_cb, reading);
}

/* ---- actions ---- */

static void
response_cb (GtkNativeDialog *dialog, int response, RankleWindow *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *path = g_file_get_path (file);

      if (path == NULL)
        _rankle_window_tell (self, _ ("Only files on this computer can be opened."));
      else
        _rankle_window_open_observations (self, path);
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
add_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkFileChooserNative *chooser =
      gtk_file_chooser_native_new (_ ("Add Observations"), GTK_WINDOW (data),
                                   GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Tables of observations"));
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_filter_add_suffix (filter, "tsv");
  gtk_file_filter_add_suffix (filter, "txt");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  g_object_unref (filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (response_cb), data, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
_rankle_window_add_observations (RankleWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "add-observations", .activate = add_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries),
                                   self);
}
