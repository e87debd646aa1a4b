/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "rankle-lesson-pane.h"
#include "rankle-lesson-rules.h"
#include "rankle-lesson-start.h"
#include "rankle-window-lesson-private.h"

/* A step as it begins, and what of the window it has. */

static const RankleLessonStep *
get_step (RankleWindow *self)
{
  return rankle_lesson_progress_get_step (self->lesson->progress);
}

static const RankleLessonAsked *
get_start (RankleWindow *self)
{
  RankleLessonProgress *progress = self->lesson->progress;

  return rankle_lesson_get_start (rankle_lesson_progress_get_lesson (progress),
                                  rankle_lesson_progress_get_index (progress));
}

gboolean
_rankle_window_keeps_step (RankleWindow *self)
{
  RankleModel *model = rankle_study_get_model (self->study);

  return model != NULL && g_strcmp0 (rankle_model_get_id (model),
                                     rankle_model_get_id (get_start (self)->model)) == 0;
}

/* ---- what is asked ---- */

static void
take (RankleSession **session, RankleSession *next)
{
  rankle_session_unref (*session);
  *session = next;
}

/* What the step does not speak of stays: what runs are held against, and what was
 * written. */
static void
keep_own (RankleWindow *self, RankleSession **session)
{
  RankleSession *now = rankle_study_get_session (self->study);

  take (session,
        rankle_session_with_evidence (*session, rankle_session_get_evidence (now)));
  take (session, rankle_session_with_notes (*session, rankle_session_get_notes (now)));
  take (session, rankle_session_with_shown (*session, rankle_session_get_shown (now)));
  for (guint i = 0; i < RANKLE_N_REPORT_TEXTS; i++)
    take (session, rankle_session_with_report_text (
                       *session, (RankleReportText)i,
                       rankle_session_get_report_text (now, (RankleReportText)i)));
}

/* Plots that are spoken of are seen. */
static RankleView
choose_view (RankleWindow *self)
{
  const RankleLessonStep *step = get_step (self);
  RankleView view = rankle_session_get_view (rankle_study_get_session (self->study));
  gboolean   needs_plots = step->panels != NULL || step->prediction != NULL;

  if (step->view != RANKLE_N_VIEWS)
    return step->view;
  if (view == RANKLE_VIEW_COMPARE || (view == RANKLE_VIEW_PATHWAY && needs_plots))
    return RANKLE_VIEW_BOTH;
  return view;
}

/* The run that a prediction is about is the one that is there. */
static gboolean
is_veiled (RankleWindow *self)
{
  const RankleLessonStep *step = get_step (self);

  return step->prediction != NULL && step->prediction->run == NULL &&
         rankle_lesson_progress_get_wanted (self->lesson->progress) ==
             RANKLE_WANTS_PREDICTION;
}

/* @change: of the step's start; NULL: as it begins. */
static void
ask_step (RankleWindow *self, const RankleLessonAsked *change)
{
  RankleWindowLesson   *it = self->lesson;
  RankleLessonProgress *progress = it->progress;
  const RankleLesson   *lesson = rankle_lesson_progress_get_lesson (progress);
  RankleSession        *session = rankle_lesson_make_session (
             lesson, rankle_lesson_progress_get_index (progress), change);
  g_autofree char *label = NULL;

  keep_own (self, &session);
  take (&session, rankle_session_with_view (session, choose_view (self)));
  if (is_veiled (self))
    take (&session,
          rankle_session_with_cursor (session, get_step (self)->prediction->from));
  /* Translators: %s is the title of a step; it is undone and redone by this name */
  label = g_strdup_printf (_ ("Lesson: %s"),
                           rankle_lesson_translate (lesson, get_step (self)->title));
  g_clear_pointer (&it->asked, rankle_session_unref);
  it->asked = session;
  it->revealed = FALSE;
  it->is_asking = TRUE;
  rankle_study_replace_labelled (self->study, session, label);
  it->is_asking = FALSE;
}

/* ---- what is shown ---- */

/* (transfer full): char */
static GPtrArray *
list_fixed (RankleWindow *self)
{
  RankleSession *session = rankle_study_get_session (self->study);
  GPtrArray     *fixed = rankle_lesson_list_locked (get_step (self), session);

  g_ptr_array_extend_and_steal (
      fixed,
      rankle_lesson_list_limits (get_step (self), rankle_session_get_model (session)));
  return fixed;
}

/* Doses as things know no rules: all of a drug, or nothing. */
static gboolean
has_free_doses (RankleWindow *self, RankleModel *model)
{
  for (guint i = 0; i < rankle_model_get_n_controls (model); i++)
    {
      const RankleControl *control = rankle_model_get_control (model, i);
      const RankleRule    *rule = rankle_study_find_rule (self->study, control->id);

      if (control->absent == NULL && control->role != RANKLE_CONTROL_PARAMETER &&
          (!rankle_rule_is_free (rule) || (rule != NULL && isfinite (rule->most))))
        return FALSE;
    }
  return TRUE;
}

static void
set_enabled (RankleWindow *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name)), enabled);
}

/* What shows the run at another time would tell what is to be predicted. */
static void
set_veiled (RankleWindow *self, gboolean veiled)
{
  static const char *const actions[] = { "play", "previous-dose", "next-dose", "measures",
                                         "findings" };
  const RankleLessonPrediction *prediction = get_step (self)->prediction;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    set_enabled (self, actions[i], !veiled);
  gtk_widget_set_sensitive (GTK_WIDGET (self->time_bar), !veiled);
  gtk_widget_set_sensitive (GTK_WIDGET (self->plots), !veiled || prediction->sketch);
  rankle_plot_view_set_until (self->plots, veiled ? prediction->from : INFINITY);
  self->veiled = veiled;
  _rankle_window_show_answer (self);
}

static void
set_doses_free (RankleWindow *self, gboolean are_free)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->track), are_free);
  set_enabled (self, "doses", are_free);
  if (!are_free && self->doses != NULL)
    gtk_window_destroy (GTK_WINDOW (self->doses));
}

/* Of nothing there is nothing to be scrolled. */
static gboolean
has_controls (const RankleLessonStep *step)
{
  return step->controls.shown == NULL || step->controls.shown[0] != NULL;
}

static void
show_view (RankleWindow *self)
{
  g_action_group_change_action_state (
      G_ACTION_GROUP (self), "view",
      g_variant_new_string (rankle_view_names[choose_view (self)]));
}

/* (nullable): the row that is to be tried first. */
static GtkWidget *
find_lit_row (RankleWindow *self)
{
  const char *id = get_step (self)->controls.spotlight;

  return id == NULL ? NULL : rankle_controls_find_row (self->controls, id);
}

/* The keyboard is where the step is done: at a choice, or at the control. */
static void
place_focus (RankleWindow *self)
{
  RankleLessonPane *pane = RANKLE_LESSON_PANE (self->lesson_pane);
  GtkWidget        *row = find_lit_row (self);

  if (rankle_lesson_pane_focus_task (pane))
    return;
  if (row == NULL || !gtk_widget_get_mapped (row) || !gtk_widget_grab_focus (row))
    rankle_lesson_pane_focus_next (pane);
}

static void
show_step (RankleWindow *self)
{
  RankleWindowLesson *it = self->lesson;
  RankleModel        *model = rankle_study_get_model (self->study);
  g_autoptr (GPtrArray) fixed = NULL;
  g_autofree char *words = NULL;

  g_clear_pointer (&it->noted, rankle_session_unref);
  g_clear_pointer (&self->goal_words, g_free);
  rankle_plot_view_drop_sketch (self->plots);
  rankle_study_set_rules (self->study, rankle_lesson_make_rules (get_step (self), model));
  set_doses_free (self, has_free_doses (self, model));
  rankle_plot_view_set_only (self->plots, get_step (self)->panels);
  set_veiled (self, is_veiled (self));
  show_view (self);
  fixed = list_fixed (self);
  rankle_lesson_pane_show_step (RANKLE_LESSON_PANE (self->lesson_pane), it->progress,
                                fixed);
  gtk_widget_set_visible (GTK_WIDGET (self->controls_scroller),
                          has_controls (get_step (self)));
  place_focus (self);
  words = rankle_lesson_pane_dup_words (RANKLE_LESSON_PANE (self->lesson_pane));
  _rankle_window_say (self, words);
}

/* What was predicted before is shown again. */
static void
ask_anew (RankleWindow *self)
{
  gboolean predicted = rankle_lesson_progress_get_guess (self->lesson->progress) != NULL;

  ask_step (self, predicted ? get_step (self)->prediction->run : NULL);
}

/* A step without a start goes on with what the one before left. */
void
_rankle_window_begin_step (RankleWindow *self)
{
  if (get_step (self)->start != NULL || !_rankle_window_keeps_step (self) ||
      rankle_lesson_progress_get_guess (self->lesson->progress) != NULL)
    ask_anew (self);
  show_step (self);
}

void
_rankle_window_restart_step (RankleWindow *self)
{
  ask_anew (self);
  show_step (self);
}

void
_rankle_window_reveal_step (RankleWindow *self)
{
  RankleWindowLesson      *it = self->lesson;
  const RankleLessonAsked *run = get_step (self)->prediction->run;

  set_veiled (self, FALSE);
  if (run != NULL)
    {
      ask_step (self, run);
      return;
    }
  g_clear_pointer (&it->asked, rankle_session_unref);
  it->asked = rankle_session_ref (rankle_study_get_session (self->study));
}

void
_rankle_window_free_step (RankleWindow *self)
{
  g_clear_pointer (&self->goal_words, g_free);
  rankle_plot_view_drop_sketch (self->plots);
  set_veiled (self, FALSE);
  rankle_study_set_rules (self->study, NULL);
  set_doses_free (self, TRUE);
  rankle_plot_view_set_only (self->plots, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->controls_scroller), TRUE);
}
