/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A lesson in the window, in place: its pane stands over the controls, or, where they are
 * folded away, over the content.
 *
 * 1. Each step that has a start of its own begins as one step of undo. Undone, the lesson
 *    stays at its step, and “Start this step again” brings that back.
 * 2. While a step is on, its rules hold for the study's controls, and other doors to the
 *    scenario (doses as things) are closed; nothing that is hidden changes a run.
 * 3. Before a prediction nothing is shown of the run that it is about.
 * 4. Leaving brings back the session from before, but for the texts of the report. */

#include "config.h"

#include <glib/gi18n.h>

#include "rankle-lesson-pane.h"
#include "rankle-lessons-window.h"
#include "rankle-lessons.h"
#include "rankle-window-lesson-private.h"

/* Most that controls take while a lesson is on. [px] */
#define FOOT_HEIGHT 330

static void
set_enabled (RankleWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_assert (action != NULL);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update_actions (RankleWindow *self)
{
  RankleWindowLesson *it = self->lesson;
  gboolean steps = it->is_on && !rankle_lesson_progress_is_finished (it->progress);

  set_enabled (self, "lesson-leave", it->is_on);
  set_enabled (self, "lesson-next", it->is_on);
  set_enabled (self, "lesson-back",
               steps && rankle_lesson_progress_get_index (it->progress) > 0);
  set_enabled (self, "lesson-hint", steps);
  set_enabled (self, "lesson-again", steps);
  set_enabled (self, "lesson-save-log", it->progress != NULL);
}

/* ---- where the pane stands ---- */

/* The controls stand at the foot, where no text that comes moves them. */
static void
settle_controls (RankleWindow *self, gboolean at_foot)
{
  gtk_widget_set_vexpand (GTK_WIDGET (self->controls_scroller), !at_foot);
  gtk_scrolled_window_set_propagate_natural_height (self->controls_scroller, at_foot);
  gtk_scrolled_window_set_max_content_height (self->controls_scroller,
                                              at_foot ? FOOT_HEIGHT : -1);
}

static void
place_pane (RankleWindow *self)
{
  GtkWidget *pane = self->lesson_pane;
  GtkBox *place = adw_flap_get_folded (self->flap) ? self->content : GTK_BOX (self->side);

  settle_controls (self, self->lesson->is_on && place == GTK_BOX (self->side));
  if (gtk_widget_get_parent (pane) == GTK_WIDGET (place))
    return;
  g_object_ref (pane);
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (pane)), pane);
  gtk_box_prepend (place, pane);
  g_object_unref (pane);
  rankle_lesson_pane_set_bar (RANKLE_LESSON_PANE (pane), place == self->content);
}

static void
show_pane (RankleWindow *self, gboolean shown)
{
  gtk_widget_set_visible (self->lesson_pane, shown);
  settle_controls (self, shown && !adw_flap_get_folded (self->flap));
  /* They have the room. */
  gtk_widget_set_visible (GTK_WIDGET (self->runs), !shown);
  gtk_widget_set_visible (GTK_WIDGET (self->source_label), !shown);
}

/* ---- from step to step ---- */

static void
show_finish (RankleWindow *self)
{
  g_autofree char *words = NULL;

  _rankle_window_free_step (self);
  rankle_lesson_pane_show_finish (RANKLE_LESSON_PANE (self->lesson_pane),
                                  self->lesson->progress);
  rankle_lesson_pane_focus_next (RANKLE_LESSON_PANE (self->lesson_pane));
  words = rankle_lesson_pane_dup_words (RANKLE_LESSON_PANE (self->lesson_pane));
  _rankle_window_say (self, words);
}

void
_rankle_window_leave_lesson (RankleWindow *self)
{
  RankleWindowLesson *it = self->lesson;
  g_autoptr (RankleSession) before = NULL;

  if (!it->is_on)
    return;
  it->is_on = FALSE;
  _rankle_window_free_step (self);
  show_pane (self, FALSE);
  before = g_steal_pointer (&it->before);
  for (guint i = 0; i < RANKLE_N_REPORT_TEXTS; i++)
    {
      RankleSession *typed = rankle_session_with_report_text (
          before, (RankleReportText)i,
          rankle_session_get_report_text (rankle_study_get_session (self->study),
                                          (RankleReportText)i));

      rankle_session_unref (before);
      before = typed;
    }
  rankle_study_replace_labelled (self->study, before, _ ("Leave the Lesson"));
  g_action_group_change_action_state (
      G_ACTION_GROUP (self), "view",
      g_variant_new_string (rankle_view_names[rankle_session_get_view (before)]));
  adw_flap_set_reveal_flap (self->flap, it->had_controls);
  update_actions (self);
}

static void
begin (RankleWindow *self)
{
  _rankle_window_begin_step (self);
  _rankle_window_look_at_run (self);
}

static void
go_on (RankleWindow *self)
{
  RankleWindowLesson *it = self->lesson;

  if (rankle_lesson_progress_is_finished (it->progress))
    {
      _rankle_window_leave_lesson (self);
      return;
    }
  if (rankle_lesson_progress_go_on (it->progress, g_get_real_time ()))
    begin (self);
  else
    show_finish (self);
  update_actions (self);
}

static void
restart (RankleWindow *self)
{
  _rankle_window_restart_step (self);
  _rankle_window_look_at_run (self);
}

static void
go_back (RankleWindow *self)
{
  if (rankle_lesson_progress_go_back (self->lesson->progress, g_get_real_time ()))
    restart (self);
  update_actions (self);
}

void
_rankle_window_start_lesson (RankleWindow *self, const RankleLesson *lesson)
{
  RankleWindowLesson *it = self->lesson;

  g_assert (RANKLE_IS_WINDOW (self) && lesson != NULL);

  _rankle_window_close_stories (self);
  rankle_reading_bar_cancel (self->reading);
  if (!it->is_on)
    {
      it->before = rankle_session_ref (rankle_study_get_session (self->study));
      it->had_controls = adw_flap_get_reveal_flap (self->flap);
    }
  it->is_on = TRUE;
  rankle_time_bar_set_playing (self->time_bar, FALSE);
  g_clear_pointer (&it->progress, rankle_lesson_progress_free);
  it->progress = rankle_lesson_progress_new (lesson, g_get_real_time ());
  if (!adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, TRUE);
  rankle_lesson_pane_set_folded (RANKLE_LESSON_PANE (self->lesson_pane), FALSE);
  show_pane (self, TRUE);
  begin (self);
  update_actions (self);
}

const RankleLessonLog *
_rankle_window_get_lesson_log (RankleWindow *self)
{
  RankleLessonProgress *progress = self->lesson->progress;

  return progress == NULL ? NULL : rankle_lesson_progress_get_log (progress);
}

/* ---- links ---- */

static void
show_view (RankleWindow *self, GtkWidget *wanted)
{
  if (!gtk_widget_get_mapped (wanted))
    g_action_group_change_action_state (G_ACTION_GROUP (self), "view",
                                        g_variant_new_string ("both"));
}

static void
show_control (RankleWindow *self, const char *id)
{
  GtkWidget *row = rankle_controls_find_row (self->controls, id);

  adw_flap_set_reveal_flap (self->flap, TRUE);
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

/* What goes elsewhere ends the lesson. */
static void
leave_for (RankleWindow *self, const char *kind, const char *id)
{
  const RankleLesson *lesson = rankle_lessons_find (id);

  if (g_str_equal (kind, "lesson"))
    {
      if (lesson != NULL)
        _rankle_window_start_lesson (self, lesson);
      return;
    }
  _rankle_window_leave_lesson (self);
  if (g_str_equal (kind, "scenario"))
    rankle_window_load_scenario (self, id);
  else
    g_action_group_activate_action (G_ACTION_GROUP (self), "topics", NULL);
}

static void
link_cb (RankleLessonPane *pane, const char *target, RankleWindow *self)
{
  g_auto (GStrv) parts = g_strsplit (target, ":", 2);

  g_assert (parts[0] != NULL && parts[1] != NULL); /* or it would be no link */

  if (g_str_equal (parts[0], "node"))
    {
      show_view (self, GTK_WIDGET (self->diagram));
      rankle_diagram_view_select (self->diagram, parts[1]);
    }
  else if (g_str_equal (parts[0], "panel"))
    {
      show_view (self, self->plots_pane);
      rankle_plot_view_focus_panel (self->plots, parts[1]);
    }
  else if (g_str_equal (parts[0], "control"))
    show_control (self, parts[1]);
  else if (g_str_equal (parts[0], "card"))
    _rankle_window_show_card (self, parts[1]);
  else
    leave_for (self, parts[0], parts[1]);
}

/* ---- actions ---- */

static void
next_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  go_on (data);
}

static void
back_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  go_back (data);
}

static void
again_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  restart (data);
}

static void
hint_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  _rankle_window_take_hint (data);
}

static void
leave_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  _rankle_window_leave_lesson (data);
}

static void
predict_cb (GSimpleAction *action, GVariant *course, gpointer data)
{
  _rankle_window_predict (data, g_variant_get_int32 (course));
}

static void
answer_cb (GSimpleAction *action, GVariant *choice, gpointer data)
{
  _rankle_window_answer (data, g_variant_get_uint32 (choice));
}

static void
lesson_cb (GSimpleAction *action, GVariant *id, gpointer data)
{
  const RankleLesson *lesson = rankle_lessons_find (g_variant_get_string (id, NULL));

  if (lesson != NULL)
    _rankle_window_start_lesson (data, lesson);
}

static void
chosen_cb (RankleWindow *self, const char *id)
{
  _rankle_window_start_lesson (self, rankle_lessons_find (id));
}

static void
lessons_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWidget *lessons = rankle_lessons_window_new (GTK_WINDOW (data));

  g_signal_connect_object (lessons, "chosen", G_CALLBACK (chosen_cb), data,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (lessons));
}

void
_rankle_window_add_lessons (RankleWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "lessons", .activate = lessons_cb },
    { .name = "lesson", .parameter_type = "s", .activate = lesson_cb },
    { .name = "lesson-next", .activate = next_cb },
    { .name = "lesson-back", .activate = back_cb },
    { .name = "lesson-again", .activate = again_cb },
    { .name = "lesson-hint", .activate = hint_cb },
    { .name = "lesson-leave", .activate = leave_cb },
    { .name = "lesson-predict", .parameter_type = "i", .activate = predict_cb },
    { .name = "lesson-answer", .parameter_type = "u", .activate = answer_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries),
                                   self);
  g_signal_connect_object (self->flap, "notify::folded", G_CALLBACK (place_pane), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->lesson_pane, "link", G_CALLBACK (link_cb), self, 0);
  _rankle_window_connect_lesson (self);
  place_pane (self);
  rankle_lesson_pane_set_bar (RANKLE_LESSON_PANE (self->lesson_pane),
                              adw_flap_get_folded (self->flap));
  update_actions (self);
}
