/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-window.h"

#include "rankle-catalog.h"
#include "rankle-model-chooser.h"
#include "rankle-window-private.h"

#define FIRST_PLAY_SECONDS 3

G_DEFINE_FINAL_TYPE (RankleWindow, rankle_window, ADW_TYPE_APPLICATION_WINDOW)

RankleStudy *
rankle_window_get_study (RankleWindow *window)
{
  g_return_val_if_fail (RANKLE_IS_WINDOW (window), NULL);

  return window->study;
}

/* ---- what the study tells ---- */

static void
failure_cb (RankleWindow *self)
{
  const char *failure = rankle_study_get_failure (self->study);

  /* The sentence stays while the banner slides away. */
  if (failure != NULL)
    gtk_label_set_text (self->failure_label, failure);
  gtk_revealer_set_reveal_child (self->failure_revealer, failure != NULL);
}

static void
dragging_cb (RankleControls *controls, gboolean dragging, RankleWindow *self)
{
  rankle_plot_view_set_hold (self->plots, dragging);
}

static gboolean
wants_motion (void)
{
  gboolean animations = TRUE;

  g_object_get (gtk_settings_get_default (), "gtk-enable-animations", &animations, NULL);
  return animations;
}

/* The first screen is alive, unless motion is unwelcome. */
static void
first_run_cb (RankleWindow *self)
{
  if (rankle_study_get_trajectory (self->study) == NULL)
    return;
  g_signal_handlers_disconnect_by_func (self->study, first_run_cb, self);
  _rankle_window_load_evidence (self);
  if (wants_motion ())
    rankle_time_bar_play_for (self->time_bar, FIRST_PLAY_SECONDS);
}

static void
connect_study (RankleWindow *self)
{
  g_signal_connect_object (self->study, "notify::failure", G_CALLBACK (failure_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->study, "notify::scenario",
                           G_CALLBACK (_rankle_window_show_scenario), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->study, "notify::can-undo",
                           G_CALLBACK (_rankle_window_update_undo), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->study, "notify::can-redo",
                           G_CALLBACK (_rankle_window_update_undo), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->study, "notify::trajectory", G_CALLBACK (first_run_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->controls, "dragging", G_CALLBACK (dragging_cb), self, 0);
  rankle_controls_set_study (self->controls, self->study);
  rankle_diagram_view_set_study (self->diagram, self->study);
  rankle_plot_view_set_study (self->plots, self->study);
  rankle_plot_legend_set_study (self->legend, self->study);
  rankle_time_bar_set_study (self->time_bar, self->study);
  rankle_compare_view_set_study (self->compare, self->study);
  g_object_bind_property (self->time_bar, "playing", self->diagram, "moving",
                          G_BINDING_SYNC_CREATE);
  _rankle_window_update_undo (self);
}

/* ---- habits ---- */

static void
projector_cb (RankleWindow *self)
{
  if (g_settings_get_boolean (self->settings, "projector-mode"))
    gtk_widget_add_css_class (GTK_WIDGET (self), "projector");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "projector");
}

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
  g_settings_bind (self->settings, "side-panel-visible", self->flap, "reveal-flap",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "playback-speed", self->time_bar, "speed",
                   G_SETTINGS_BIND_DEFAULT);
  position = g_settings_get_int (self->settings, "pane-position");
  if (position > 0)
    gtk_paned_set_position (self->paned, position);
  g_signal_connect_object (self->settings, "changed::projector-mode",
                           G_CALLBACK (projector_cb), self, G_CONNECT_SWAPPED);
  projector_cb (self);
}

static void
rankle_window_unmap (GtkWidget *widget)
{
  RankleWindow *self = RANKLE_WINDOW (widget);

  if (self->settings != NULL && gtk_widget_get_visible (GTK_WIDGET (self->diagram)) &&
      gtk_widget_get_visible (self->plots_pane))
    g_settings_set_int (self->settings, "pane-position",
                        gtk_paned_get_position (self->paned));
  GTK_WIDGET_CLASS (rankle_window_parent_class)->unmap (widget);
}

/* ---- object ---- */

static void
rankle_window_dispose (GObject *object)
{
  RankleWindow *self = RANKLE_WINDOW (object);

  if (self->study != NULL)
    rankle_study_close (self->study);
  if (self->compare != NULL)
    rankle_comparison_close (rankle_compare_view_get_comparison (self->compare));
  g_clear_weak_pointer (&self->provenance);
  g_clear_weak_pointer (&self->findings);
  gtk_widget_dispose_template (GTK_WIDGET (object), RANKLE_TYPE_WINDOW);
  g_clear_object (&self->study);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (rankle_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/rankle-window.ui");
  gtk_widget_class_bind_template_callback (widget_class, _rankle_window_menu_active_cb);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, scenario_button);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, model_button);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, failure_revealer);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, failure_label);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, scenario_label);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, source_label);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, controls);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, paned);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, diagram);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, plots_pane);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, plots);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, legend);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, compare);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, time_bar);
}

static void
rankle_window_class_init (RankleWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rankle_window_dispose;
  widget_class->unmap = rankle_window_unmap;
  g_type_ensure (RANKLE_TYPE_COMPARE_VIEW);
  g_type_ensure (RANKLE_TYPE_CONTROLS);
  g_type_ensure (RANKLE_TYPE_DIAGRAM_VIEW);
  g_type_ensure (RANKLE_TYPE_PLOT_LEGEND);
  g_type_ensure (RANKLE_TYPE_PLOT_VIEW);
  g_type_ensure (RANKLE_TYPE_TIME_BAR);
  bind_template (widget_class);
  _rankle_window_class_install_actions (widget_class);
}

static void
rankle_window_init (RankleWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_size (GTK_WINDOW (self), 1280, 800);
  self->study = rankle_study_new ();
  _rankle_window_add_actions (self);
  _rankle_window_add_keys (self);
  _rankle_window_take_drops (self);
  gtk_menu_button_set_popover (self->model_button, rankle_model_chooser_new ());
#if DEVELOPMENT
  gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
#endif
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
rankle_window_new (RankleApplication *application)
{
  RankleWindow *self =
      g_object_new (RANKLE_TYPE_WINDOW, "application", application, NULL);

  self->settings = rankle_application_get_settings (application);
  if (self->settings != NULL)
    g_object_ref (self->settings);
  bind_settings (self);
  connect_study (self);
  load_first (self);
  return self;
}
