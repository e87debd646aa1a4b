/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "rankle-catalog.h"
#include "rankle-model-chooser.h"
#include "rankle-run-window.h"
#include "rankle-study-runs.h"
#include "rankle-window-private.h"

/* What is done with runs. */

static guint
count (RankleWindow *self)
{
  guint n;

  rankle_session_get_kept (rankle_study_get_session (self->study), &n);
  return n;
}

/* ---- to keep ---- */

static void
tell_kept (RankleWindow *self, gboolean kept)
{
  if (!kept)
    _rankle_window_tell (self, count (self) < RANKLE_KEPT_RUN_INKS
                                   ? _ ("This run is kept already.")
                                   : _ ("No more runs can be kept."));
}

static void
keep_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RankleWindow *self = data;

  tell_kept (self, rankle_study_keep (self->study));
}

static void
keep_rival_cb (GSimpleAction *action, GVariant *id, gpointer data)
{
  RankleWindow *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model =
      rankle_catalog_load (g_variant_get_string (id, NULL), &error);

  if (model == NULL)
    _rankle_window_tell (self, error->message);
  else
    tell_kept (self, rankle_study_keep_rival (self->study, model));
}

static void
keep_opened_rival_cb (GSimpleAction *action, GVariant *which, gpointer data)
{
  RankleWindow *self = data;
  guint         index = g_variant_get_uint32 (which);

  if (index < self->opened->len)
    tell_kept (self, rankle_study_keep_rival (self->study, self->opened->pdata[index]));
}

/* ---- of one ---- */

/* What a key or a menu says of a run that has just gone is of none. */
static gboolean
find (RankleWindow *self, GVariant *parameter, guint *index)
{
  *index = g_variant_get_uint32 (parameter);
  return *index < count (self);
}

static void
show_run (RankleWindow *self, guint index, gboolean rename)
{
  if (self->run == NULL)
    g_set_weak_pointer (&self->run,
                        rankle_run_window_new (GTK_WINDOW (self), self->study));
  rankle_run_window_show (RANKLE_RUN_WINDOW (self->run), index);
  gtk_window_present (GTK_WINDOW (self->run));
  if (rename)
    rankle_run_window_rename (RANKLE_RUN_WINDOW (self->run));
}

static void
show_run_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  guint index;

  if (find (data, parameter, &index))
    show_run (data, index, FALSE);
}

static void
rename_run_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  guint index;

  if (find (data, parameter, &index))
    show_run (data, index, TRUE);
}

static void
take_run_back_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RankleWindow *self = data;
  guint         index;

  if (find (self, parameter, &index))
    rankle_study_take_back_kept (self->study, index);
}

static void
hide_run_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RankleWindow         *self = data;
  guint                 index, n;
  RankleKeptRun *const *kept =
      rankle_session_get_kept (rankle_study_get_session (self->study), &n);

  if (find (self, parameter, &index))
    rankle_study_hide_kept (self->study, index, !rankle_kept_run_is_hidden (kept[index]));
}

static void
make_baseline_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RankleWindow *self = data;
  guint         index;

  if (find (self, parameter, &index))
    rankle_study_make_baseline (self->study, index);
}

static void
reset_baseline_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rankle_study_reset_baseline (RANKLE_WINDOW (data)->study);
}

/* The keyboard goes with it. */
static void
move_run (RankleWindow *self, GVariant *parameter, int by)
{
  guint      index;
  GtkWidget *row;

  if (!find (self, parameter, &index) || (by < 0 && index == 0) ||
      (by > 0 && index + 1 >= count (self)))
    return;
  rankle_study_move_kept (self->study, index, index + (guint)by);
  row = rankle_runs_panel_get_row (self->runs, index + (guint)by);
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

static void
raise_run_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  move_run (data, parameter, -1);
}

static void
lower_run_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  move_run (data, parameter, 1);
}

static void
delete_run_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RankleWindow *self = data;
  guint         index;

  if (find (self, parameter, &index))
    rankle_study_delete_kept (self->study, index);
}

/* ---- what waits ---- */

static void
apply_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rankle_study_apply (RANKLE_WINDOW (data)->study);
}

static void
update_apply (RankleWindow *self)
{
  GAction *apply = g_action_map_lookup_action (G_ACTION_MAP (self), "apply");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (apply),
                               rankle_study_get_pending (self->study) > 0);
}

/* ---- the window's part ---- */

void
_rankle_window_add_runs (RankleWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "keep-run", .activate = keep_cb },
    { .name = "keep-rival", .parameter_type = "s", .activate = keep_rival_cb },
    { .name = "keep-opened-rival",
      .parameter_type = "u",
      .activate = keep_opened_rival_cb },
    { .name = "show-run", .parameter_type = "u", .activate = show_run_cb },
    { .name = "rename-run", .parameter_type = "u", .activate = rename_run_cb },
    { .name = "take-run-back", .parameter_type = "u", .activate = take_run_back_cb },
    { .name = "hide-run", .parameter_type = "u", .activate = hide_run_cb },
    { .name = "make-baseline", .parameter_type = "u", .activate = make_baseline_cb },
    { .name = "reset-baseline", .parameter_type = "u", .activate = reset_baseline_cb },
    { .name = "raise-run", .parameter_type = "u", .activate = raise_run_cb },
    { .name = "lower-run", .parameter_type = "u", .activate = lower_run_cb },
    { .name = "delete-run", .parameter_type = "u", .activate = delete_run_cb },
    { .name = "apply", .activate = apply_cb },
  };
  g_autoptr (GPropertyAction) hold = g_property_action_new ("hold", self->study, "held");

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries),
                                   self);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (hold));
  g_signal_connect_object (self->study, "notify::pending", G_CALLBACK (update_apply),
                           self, G_CONNECT_SWAPPED);
  update_apply (self);
  rankle_runs_panel_set_study (self->runs, self->study);
  rankle_runs_panel_set_rivals (self->runs, rankle_model_chooser_new_for_rivals ());
}
