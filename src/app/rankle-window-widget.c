/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The window as a widget: its type, its parts, and their end. It calls none of the files
 * that make it do something (rankle-window.c and above), which all call it. */

#include "config.h"

#include "rankle-lesson-pane.h"
#include "rankle-model-chooser.h"
#include "rankle-stories-page.h"
#include "rankle-window-lesson-private.h"

G_DEFINE_FINAL_TYPE (RankleWindow, rankle_window, ADW_TYPE_APPLICATION_WINDOW)

RankleStudy *
rankle_window_get_study (RankleWindow *window)
{
  g_return_val_if_fail (RANKLE_IS_WINDOW (window), NULL);

  return window->study;
}

/* The divider is where the user has put it. */
static gboolean
has_own_split (RankleWindow *self)
{
  return !self->on_stage &&
         rankle_layout_bin_get_layout (self->bin).panes != RANKLE_PANES_ONE;
}

static void
rankle_window_unmap (GtkWidget *widget)
{
  RankleWindow *self = RANKLE_WINDOW (widget);

  if (self->settings != NULL && has_own_split (self) &&
      gtk_widget_get_visible (gtk_paned_get_start_child (self->paned)) &&
      gtk_widget_get_visible (self->plots_pane))
    g_settings_set_int (self->settings, "pane-position",
                        gtk_paned_get_position (self->paned));
  GTK_WIDGET_CLASS (rankle_window_parent_class)->unmap (widget);
}

static void
free_lesson (RankleWindowLesson *lesson)
{
  g_clear_pointer (&lesson->progress, rankle_lesson_progress_free);
  g_clear_pointer (&lesson->before, rankle_session_unref);
  g_clear_pointer (&lesson->asked, rankle_session_unref);
  g_clear_pointer (&lesson->noted, rankle_session_unref);
  g_free (lesson);
}

static void
rankle_window_dispose (GObject *object)
{
  RankleWindow *self = RANKLE_WINDOW (object);

  if (self->document != NULL)
    rankle_document_flush (self->document); /* nobody was asked about it */
  if (self->study != NULL)
    rankle_study_close (self->study);
  if (self->compare != NULL)
    rankle_comparison_close (rankle_compare_view_get_comparison (self->compare));
  g_clear_weak_pointer (&self->told);
  g_clear_handle_id (&self->announcing, g_source_remove);
  g_clear_handle_id (&self->resting, g_source_remove);
  g_clear_handle_id (&self->waiting, g_source_remove);
  g_clear_object (&self->spotlight);
  g_clear_pointer (&self->warning, g_free);
  g_clear_weak_pointer (&self->provenance);
  g_clear_weak_pointer (&self->findings);
  g_clear_weak_pointer (&self->measures);
  g_clear_weak_pointer (&self->doses);
  g_clear_weak_pointer (&self->genes);
  g_clear_weak_pointer (&self->cards);
  g_clear_weak_pointer (&self->report);
  g_clear_weak_pointer (&self->run);
  gtk_widget_dispose_template (GTK_WIDGET (object), RANKLE_TYPE_WINDOW);
  g_clear_pointer (&self->lesson, free_lesson);
  g_clear_pointer (&self->goal_words, g_free);
  g_clear_pointer (&self->to_say, g_free);
  g_clear_object (&self->document);
  g_clear_object (&self->study);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->opened, g_ptr_array_unref);
  g_clear_pointer (&self->plain, rankle_scenario_unref);
  for (guint i = 0; i < RANKLE_N_STAGE_PLOTS; i++)
    g_clear_pointer (&self->stage_plots[i], g_free);
  G_OBJECT_CLASS (rankle_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/rankle-window.ui");
  gtk_widget_class_bind_template_callback (widget_class, _rankle_window_menu_active_cb);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, bin);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, header);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, topics_button);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, stage_button);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, views);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, views_button);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, side);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, side_head);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, side_edge);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, plots_scroller);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, points_button);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, track_pane);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, stage_controls);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, stage_place);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, stage_menu_button);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, curtain);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, recent_menu);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, scenario_button);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, model_button);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, failure_revealer);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, failure_label);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, pathway_button);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, content);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, answer);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, answer_place);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, answer_scroller);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, answer_view);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, announcement);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, source_label);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, controls);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, runs);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, lesson_pane);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, stories);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, controls_scroller);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, paned);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, place);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, diagram);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, plots_pane);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, plots);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, legend);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, legend_place);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, compare);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, reading);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, waiting_bar);
  gtk_widget_class_bind_template_child (widget_class, RankleWindow, track);
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
  g_type_ensure (RANKLE_TYPE_CURTAIN);
  g_type_ensure (RANKLE_TYPE_DIAGRAM_VIEW);
  g_type_ensure (RANKLE_TYPE_DOSE_TRACK);
  g_type_ensure (RANKLE_TYPE_PICTURE_PLACE);
  g_type_ensure (RANKLE_TYPE_LESSON_PANE);
  g_type_ensure (RANKLE_TYPE_PLOT_LEGEND);
  g_type_ensure (RANKLE_TYPE_PLOT_VIEW);
  g_type_ensure (RANKLE_TYPE_READING_BAR);
  g_type_ensure (RANKLE_TYPE_RUNS_PANEL);
  g_type_ensure (RANKLE_TYPE_LAYOUT_BIN);
  g_type_ensure (RANKLE_TYPE_STAGE_CONTROLS);
  g_type_ensure (RANKLE_TYPE_STORIES_PAGE);
  g_type_ensure (RANKLE_TYPE_TIME_BAR);
  bind_template (widget_class);
  g_signal_new ("stage-step", RANKLE_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0,
                g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 1,
                G_TYPE_INT);
}

static void
rankle_window_init (RankleWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_assert (self->time_bar != NULL && self->reading != NULL);
  gtk_window_set_default_size (GTK_WINDOW (self), 1280, 800);
  self->study = rankle_study_new ();
  self->spotlight = rankle_spotlight_new ();
  self->lesson = g_new0 (RankleWindowLesson, 1);
  self->opened = g_ptr_array_new_with_free_func ((GDestroyNotify)rankle_model_unref);
  gtk_menu_button_set_popover (self->model_button, rankle_model_chooser_new ());
#if DEVELOPMENT
  gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
#endif
}
