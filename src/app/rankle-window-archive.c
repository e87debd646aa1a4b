/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "rankle-experiment.h"
#include "rankle-file.h"
#include "rankle-omex.h"
#include "rankle-save-dialog.h"
#include "rankle-watch.h"
#include "rankle-window-private.h"

/* Out of the window, in the words of other programs: the present run as SBML, and with
 * all that is kept as a COMBINE archive, whose runs come one after the other. A window
 * that goes takes with it what was not written yet. */

typedef struct
{
  RankleWindow     *window;     /* Borrowed: it outlives this */
  RankleExperiment *experiment; /* (owned) */
  char             *path;       /* (owned) */
  RankleWatch      *watch;      /* (owned) */
  GPtrArray        *runs;       /* (owned): RankleTrajectory *, those that have come */
} Packing;

static void
packing_free (Packing *self)
{
  g_signal_handlers_disconnect_by_data (self->window, self);
  rankle_watch_free (self->watch);
  g_ptr_array_unref (self->runs);
  rankle_experiment_unref (self->experiment);
  g_free (self->path);
  g_free (self);
}

/* @error (nullable): why it was not. */
static void
tell_written (RankleWindow *window, const char *path, const GError *error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *words = NULL;

  /* Translators: %s is the name of a file. */
  words = error != NULL ? g_strdup (error->message)
                        : g_strdup_printf (_ ("%s was written."), name);
  _rankle_window_tell (window, words);
}

/* (transfer full) (nullable): of what the window shows; else the window has said why. */
static RankleExperiment *
make_experiment (RankleWindow *window)
{
  g_autoptr (GError) error = NULL;
  RankleExperiment *experiment =
      rankle_experiment_new (rankle_study_get_session (window->study), &error);

  if (experiment == NULL)
    _rankle_window_tell (window, error->message);
  return experiment;
}

/* ---- SBML ---- */

void
_rankle_window_export_sbml (RankleWindow *window, const char *path)
{
  g_autoptr (RankleExperiment) experiment = make_experiment (window);
  g_autoptr (GError) error = NULL;
  const char *sbml;

  if (experiment == NULL)
    return;
  sbml = rankle_experiment_get_run (experiment, 0)->sbml;
  rankle_file_replace (path, sbml, strlen (sbml), &error);
  tell_written (window, path, error);
}

/* ---- archive ---- */

static void
pack (Packing *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = rankle_archive_write (
      self->experiment, (const RankleTrajectory *const *)(void *)self->runs->pdata,
      &error);

  if (bytes != NULL)
    rankle_file_replace (self->path, g_bytes_get_data (bytes, NULL),
                         g_bytes_get_size (bytes), &error);
  tell_written (self->window, self->path, error);
  packing_free (self);
}

static void
ask_next (Packing *self)
{
  const RankleExperimentRun *run;

  if (self->runs->len == rankle_experiment_get_n_runs (self->experiment))
    {
      pack (self);
      return;
    }
  run = rankle_experiment_get_run (self->experiment, self->runs->len);
  rankle_watch_ask (self->watch, run->protocol);
}

static void
run_cb (RankleWatch      *watch,
        RankleTrajectory *trajectory,
        const GError     *error,
        gpointer          data)
{
  Packing *self = data;

  if (trajectory == NULL)
    {
      tell_written (self->window, self->path, error);
      packing_free (self);
      return;
    }
  g_ptr_array_add (self->runs, rankle_trajectory_ref (trajectory));
  ask_next (self);
}

void
_rankle_window_export_archive (RankleWindow *window, const char *path)
{
  RankleExperiment *experiment = make_experiment (window);
  Packing          *self;

  if (experiment == NULL)
    return;
  self = g_new0 (Packing, 1);
  self->window = window;
  self->experiment = experiment;
  self->path = g_strdup (path);
  self->runs = g_ptr_array_new_with_free_func ((GDestroyNotify)rankle_trajectory_unref);
  g_signal_connect_swapped (window, "destroy", G_CALLBACK (packing_free), self);
  self->watch = rankle_watch_new (rankle_study_get_runner (window->study), run_cb, self);
  ask_next (self);
}

/* ---- where to ---- */

static void
write_chosen (GtkNativeDialog *dialog,
              int              response,
              RankleWindow    *self,
              void (*write) (RankleWindow *self, const char *path))
{
  const char      *complaint;
  g_autofree char *path = rankle_save_dialog_finish (dialog, response, &complaint);

  if (path != NULL)
    write (self, path);
  else if (complaint != NULL)
    _rankle_window_tell (self, complaint);
}

static void
sbml_response_cb (GtkNativeDialog *dialog, int response, RankleWindow *self)
{
  write_chosen (dialog, response, self, _rankle_window_export_sbml);
}

static void
archive_response_cb (GtkNativeDialog *dialog, int response, RankleWindow *self)
{
  write_chosen (dialog, response, self, _rankle_window_export_archive);
}

static void
ask_where (RankleWindow *self, const char *title, const char *ending, GCallback answer)
{
  g_autofree char *name =
      g_strconcat (rankle_document_get_name (self->document), ending, NULL);

  gtk_native_dialog_show (GTK_NATIVE_DIALOG (
      rankle_save_dialog_new (GTK_WINDOW (self), title, name, answer)));
}

static void
export_sbml_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ask_where (data, _ ("Export SBML"), ".xml", G_CALLBACK (sbml_response_cb));
}

static void
export_archive_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ask_where (data, _ ("Export Archive"), RANKLE_ARCHIVE_SUFFIX,
             G_CALLBACK (archive_response_cb));
}

void
_rankle_window_add_archives (RankleWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "export-sbml", .activate = export_sbml_cb },
    { .name = "export-archive", .activate = export_archive_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries),
                                   self);
}
