/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-window.h"

#include "rankle-catalog.h"
#include "rankle-range-words.h"
#include "rankle-window-private.h"

#define FIRST_PLAY_SECONDS 3

/* ---- what the study tells ---- */

/* (transfer full) (nullable): why what is shown is not, or not all, to be read. A failure
 * goes before what is out of range. In a drag the plots are shaded, and nothing comes
 * down over what is under the pointer. */
static char *
make_warning (RankleWindow *self)
{
  const char       *failure = rankle_study_get_failure (self->study);
  RankleTrajectory *run = rankle_study_get_trajectory (self->study);
  gboolean          shown = gtk_revealer_get_reveal_child (self->failure_revealer);

  if (failure != NULL)
    return g_strdup (failure);
  if (run == NULL || (rankle_study_is_changing (self->study) && !shown))
    return NULL;
  return rankle_range_in_words (run);
}

/* What was dismissed comes back when there is something else to say. */
static void
warn_cb (RankleWindow *self)
{
  g_autofree char *warning = make_warning (self);

  if (g_strcmp0 (warning, self->warning) == 0)
    return;
  /* The sentence stays while the banner slides away. */
  if (warning != NULL)
    gtk_label_set_text (self->failure_label, warning);
  gtk_revealer_set_reveal_child (self->failure_revealer, warning != NULL);
  g_free (self->warning);
  self->warning = g_steal_pointer (&warning);
}

static void
connect_warning (RankleWindow *self)
{
  /* The label of undo comes at the end of a change. */
  static const char *const signals[] = { "notify::failure", "notify::trajectory",
                                         "notify::undo-label", NULL };

  for (const char *const *name = signals; *name != NULL; name++)
    g_signal_connect_object (self->study, *name, G_CALLBACK (warn_cb), self,
                             G_CONNECT_SWAPPED);
}

static void
dragging_cb (GtkWidget *dragged, gboolean dragging, RankleWindow *self)
{
  rankle_plot_view_set_hold (self->plots, dragging);
}

/* The first screen is alive, unless motion is unwelcome. */
static void
first_run_cb (RankleWindow *self)
{
  g_assert (RANKLE_IS_WINDOW (self));

  if (rankle_study_get_trajectory (self->study) == NULL)
    return;
  g_signal_handlers_disconnect_by_func (self->study, first_run_cb, self);
  _rankle_window_load_evidence (self);
  if (_rankle_window_wants_motion ())
    rankle_time_bar_play_for (self->time_bar, FIRST_PLAY_SECONDS);
}

/* It is seen on the map, too, when that is shown again. */
static void
glyph_selected_cb (RankleWindow *self, const char *glyph)
{
  rankle_diagram_view_select (self->diagram, glyph);
}

static void
connect_scenes (RankleWindow *self)
{
  for (guint i = 0; i < RANKLE_N_SCENES; i++)
    {
      RankleSceneView *scene =
          rankle_picture_place_get_scene (self->place, (RankleSceneKind)i);

      rankle_scene_view_set_study (scene, self->study);
      rankle_scene_view_set_spotlight (scene, self->spotlight);
      g_signal_connect_object (scene, "card-wanted",
                               G_CALLBACK (_rankle_window_show_card), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (scene, "glyph-selected", G_CALLBACK (glyph_selected_cb),
                               self, G_CONNECT_SWAPPED);
      if (self->settings != NULL)
        g_settings_bind (self->settings, "simple-pictures", scene, "simple",
                         G_SETTINGS_BIND_GET);
    }
}

static void
connect_study (RankleWindow *self)
{
  connect_warning (self);
  g_signal_connect_object (self->study, "notify::model",
                           G_CALLBACK (_rankle_window_show_model), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->study, "notify::scenario",
                           G_CALLBACK (_rankle_window_show_scenario), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->study, "notify::undo-label",
                           G_CALLBACK (_rankle_window_update_undo), self,
                           G_CONNECT_SWAPPED);
  /* At the end of a change. */
  g_signal_connect_object (self->study, "notify::undo-label",
                           G_CALLBACK (_rankle_window_show_scenario), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->study, "notify::redo-label",
                           G_CALLBACK (_rankle_window_update_undo), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->study, "notify::trajectory", G_CALLBACK (first_run_cb),
                           self, G_CONNECT_SWAPPED);
  _rankle_window_connect_answer (self);
  g_signal_connect_object (self->controls, "dragging", G_CALLBACK (dragging_cb), self, 0);
  rankle_controls_set_study (self->controls, self->study);
  g_signal_connect_object (self->stage_controls, "dragging", G_CALLBACK (dragging_cb),
                           self, 0);
  rankle_stage_controls_set_study (self->stage_controls, self->study);
  rankle_diagram_view_set_spotlight (self->diagram, self->spotlight);
  rankle_plot_view_set_spotlight (self->plots, self->spotlight);
  rankle_diagram_view_set_study (self->diagram, self->study);
  g_signal_connect_swapped (self->diagram, "card-wanted",
                            G_CALLBACK (_rankle_window_show_card), self);
  g_signal_connect_swapped (self->diagram, "curve-wanted",
                            G_CALLBACK (_rankle_window_show_curve), self);
  connect_scenes (self);
  rankle_plot_view_set_study (self->plots, self->study);
  rankle_plot_legend_set_study (self->legend, self->study);
  rankle_dose_track_set_study (self->track, self->study);
  g_signal_connect_object (self->track, "dragging", G_CALLBACK (dragging_cb), self, 0);
  rankle_time_bar_set_study (self->time_bar, self->study);
  rankle_compare_view_set_study (self->compare, self->study);
  _rankle_window_connect_waiting (self);
  _rankle_window_connect_rest (self);
  g_object_bind_property (self->time_bar, "playing", self->diagram, "moving",
                          G_BINDING_SYNC_CREATE);
  _rankle_window_update_undo (self);
}

/* ---- habits ---- */

static void
bind_settings (RankleWindow *self)
{
  int position;

  if (self->settings == NULL)
    return;
  g_settings_bind (self->settings, "window-width", self, "default-width",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", self, "maximized",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "playback-speed", self->time_bar, "speed",
                   G_SETTINGS_BIND_DEFAULT);
  position = g_settings_get_int (self->settings, "pane-position");
  if (position > 0)
    gtk_paned_set_position (self->paned, position);
}

static void
load_first (RankleWindow *self)
{
  g_autofree char *id = self->settings == NULL
                            ? g_strdup ("rankle")
                            : g_settings_get_string (self->settings, "model");
  g_autoptr (RankleModel) model = rankle_catalog_load (id, NULL);

  rankle_window_load_scenario (self, RANKLE_FIRST_SCENARIO);
  rankle_window_load_model (self, model != NULL ? id : "rankle");
}

RankleWindow *
rankle_window_new_beside (RankleWindow *window)
{
  RankleWindow *other;

  g_return_val_if_fail (RANKLE_IS_WINDOW (window), NULL);

  other = rankle_window_new (gtk_window_get_application (GTK_WINDOW (window)),
                             window->settings);
  gtk_window_present (GTK_WINDOW (other));
  return other;
}

RankleWindow *
rankle_window_new (GtkApplication *application, GSettings *settings)
{
  RankleWindow *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (settings == NULL || G_IS_SETTINGS (settings), NULL);

  self = g_object_new (RANKLE_TYPE_WINDOW, "application", application, NULL);
  g_set_object (&self->settings, settings);
  _rankle_window_add_actions (self);
  _rankle_window_add_runs (self);
  _rankle_window_add_document (self);
  _rankle_window_add_exports (self);
  _rankle_window_add_archives (self);
  _rankle_window_add_reports (self);
  _rankle_window_add_recent (self);
  _rankle_window_add_stories (self);
  _rankle_window_add_lesson_files (self);
  _rankle_window_add_lessons (self);
  _rankle_window_add_keys (self);
  _rankle_window_add_stage (self);
  _rankle_window_connect_layout (self);
  _rankle_window_take_drops (self);
  bind_settings (self);
  connect_study (self);
  load_first (self);
  return self;
}
