/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Lessons in the window: what a step has of it, what comes of what is done, and what
 * leaving brings back. */

#include <glib/gstdio.h>
#include <math.h>

#include "rankle-control-row.h"
#include "rankle-lesson-pane.h"
#include "rankle-lesson-reader.h"
#include "rankle-lessons.h"
#include "rankle-plot-panel.h"
#include "rankle-window-lesson-private.h"
#include "window-fixture.h"

static gboolean
is_still (RankleWindow *window)
{
  return is_idle (window) && has_runs (window);
}

static void
act (RankleWindow *window, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
  iterate_until (is_still, window);
}

static void
start (RankleWindow *window, const char *id)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.lesson", "s", id);
  iterate_until (is_still, window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
}

/* A window at that step, which is counted from 1. */
static RankleWindow *
open_at (const char *id, guint step)
{
  RankleWindow *window = open_window ();

  start (window, id);
  while (--step > 0)
    act (window, "win.lesson-next");
  return window;
}

static void
set (RankleWindow *window, const char *control, double value)
{
  rankle_study_set_control (window->study, control, value);
  iterate_until (is_still, window);
}

static double
get (RankleWindow *window, const char *control)
{
  return rankle_study_get_control (window->study, control);
}

static GtkWidget *
find_row (RankleWindow *window, const char *control)
{
  return rankle_controls_find_row (window->controls, control);
}

static RankleWanted
get_wanted (RankleWindow *window)
{
  return rankle_lesson_progress_get_wanted (window->lesson->progress);
}

static void
predict (RankleWindow *window, int course)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.lesson-predict", "i", course);
  iterate_until (is_still, window);
}

/* ---- what is seen of the pane ---- */

static gboolean
has_label (GtkWidget *widget, const char *words)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_visible (widget) &&
      strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_label (child, words))
      return TRUE;
  return FALSE;
}

#define assert_says(window, words)                                                       \
  g_assert_true (has_label ((window)->lesson_pane, words))
#define assert_silent(window, words)                                                     \
  g_assert_false (has_label ((window)->lesson_pane, words))

/* No text is given less room than it needs, or lies on another. */
static void
assert_room (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
      gtk_label_get_wrap (GTK_LABEL (widget)))
    {
      int height, margin = gtk_widget_get_margin_top (widget);

      gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (widget),
                          &height, NULL, NULL, NULL);
      g_assert_cmpint (gtk_widget_get_height (widget) + margin, >=, height);
      g_assert_cmpint (gtk_widget_get_request_mode (gtk_widget_get_parent (widget)), ==,
                       GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_room (child);
}

static void
test_room (void)
{
  RankleWindow *window = open_at ("card-decoy", 1);

  assert_room (find_descendant (window->lesson_pane, GTK_TYPE_VIEWPORT));
  assert_says (window, "decoy");
  close_window (window);
}

/* ---- controls, and a goal ---- */

static void
test_goal (void)
{
  RankleWindow *window = open_at ("card-decoy", 1);

  g_assert_true (gtk_widget_get_visible (find_row (window, "opg")));
  g_assert_true (gtk_widget_has_css_class (find_row (window, "opg"), "lit"));
  g_assert_false (gtk_widget_get_visible (find_row (window, "rankl")));
  assert_says (window, "CTX is at 100");
  g_assert_cmpint (get_wanted (window), ==, RANKLE_WANTS_GOALS);
  assert_silent (window, "Next");

  set (window, "rankl", 4); /* it is not shown */
  g_assert_cmpfloat (get (window, "rankl"), ==, 1);
  set (window, "opg", 4);
  assert_says (window, "Reached");
  assert_says (window, "Notice");
  assert_says (window, "Next");
  g_assert_cmpint (get_wanted (window), ==, RANKLE_WANTS_NOTHING);
  set (window, "opg", 1); /* what was reached stays so */
  g_assert_cmpint (get_wanted (window), ==, RANKLE_WANTS_NOTHING);
  close_window (window);
}

static void
test_locked_and_limited (void)
{
  RankleWindow    *window = open_at ("decoy", 6);
  g_autofree char *complaint = NULL;

  assert_says (window, "Fixed in this step: RANKL × 3; OPG: from 0.5");
  g_assert_true (gtk_widget_get_visible (find_row (window, "rankl")));
  g_assert_false (gtk_widget_get_sensitive (find_row (window, "rankl")));
  set (window, "rankl", 1);
  g_assert_cmpfloat (get (window, "rankl"), ==, 3);
  rankle_study_reset_control (window->study, "rankl");
  g_assert_cmpfloat (get (window, "rankl"), ==, 3);

  set (window, "opg", 8);
  g_assert_cmpfloat (get (window, "opg"), ==, 6);
  gtk_range_set_value (GTK_RANGE (find_scale (window, "opg")), 0.1);
  g_assert_cmpfloat (get (window, "opg"), ==, 0.5);
  g_assert_cmpfloat (gtk_range_get_value (GTK_RANGE (find_scale (window, "opg"))), >,
                     0.1);
  g_assert_false (rankle_control_row_enter (RANKLE_CONTROL_ROW (find_row (window, "opg")),
                                            "7", &complaint));
  g_assert_cmpstr (complaint, ==,
                   "Here it stays between 0.5 × baseline and 6 × baseline.");
  close_window (window);
}

/* Doses as things know no rules. */
static void
test_locked_doses (void)
{
  RankleWindow *window = open_at ("late-doses", 1);

  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (window->track)));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "doses"));
  assert_says (window, "Interval: 6 months");
  act (window, "win.lesson-leave");
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (window->track)));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "doses"));
  close_window (window);
}

/* ---- undo, and what leaving brings back ---- */

static void
test_undo (void)
{
  RankleWindow *window = open_window ();

  set (window, "estrogen", 0.5);
  start (window, "card-stop-denosumab");
  g_assert_cmpstr (rankle_study_get_undo_label (window->study), ==,
                   "Lesson: Catch the RANKL");
  set (window, "denosumab_dose", 60);
  rankle_study_undo (window->study);
  g_assert_cmpfloat (get (window, "denosumab_dose"), ==, 0);
  rankle_study_undo (window->study);
  iterate_until (is_still, window);
  g_assert_cmpfloat (get (window, "estrogen"), ==, 0.5);
  act (window, "win.lesson-again");
  g_assert_cmpstr (rankle_study_get_undo_label (window->study), ==,
                   "Lesson: Catch the RANKL");
  close_window (window);
}

static void
test_other_model (void)
{
  RankleWindow *window = open_at ("card-decoy", 1);

  rankle_window_load_model (window, "lemaire-2004");
  iterate_until (is_still, window);
  assert_says (window, "This is another model");
  act (window, "win.lesson-again");
  assert_silent (window, "This is another model");
  assert_says (window, "CTX is at 100");
  close_window (window);
}

static void
test_leave (void)
{
  RankleWindow *window = open_window ();
  g_autoptr (RankleSession) before = NULL;

  set (window, "rankl", 2);
  before = rankle_session_ref (rankle_study_get_session (window->study));
  start (window, "fever");
  act (window, "win.lesson-next");
  act (window, "win.lesson-leave");
  g_assert_true (rankle_session_equal (before, rankle_study_get_session (window->study)));
  g_assert_cmpstr (rankle_study_get_undo_label (window->study), ==, "Leave the Lesson");
  g_assert_false (gtk_widget_get_visible (window->lesson_pane));
  g_assert_true (gtk_widget_get_visible (find_row (window, "estrogen")));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window->runs)));
  set (window, "rankl", 3);
  g_assert_cmpfloat (get (window, "rankl"), ==, 3);
  close_window (window);
}

/* ---- predictions ---- */

/* Nothing is shown of the run before. */
static void
test_veiled (void)
{
  RankleWindow *window = open_at ("card-stop-denosumab", 2);

  g_assert_cmpstr (gtk_label_get_text (window->answer), ==,
                   "The run is shown when you have predicted it.");
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (window->time_bar)));
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (window->plots)));
  g_assert_cmpfloat (rankle_study_get_cursor (window->study), ==, 4930.25);
  predict (window, RANKLE_COURSE_FALLS); /* which is wrong */
  assert_says (window, "You said: It falls");
  assert_says (window, "overshoots");
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (window->plots)));
  g_assert_cmpint (get_wanted (window), ==, RANKLE_WANTS_NOTHING);
  act (window, "win.lesson-next");
  act (window, "win.lesson-back"); /* what was said is there again */
  assert_says (window, "You said: It falls");
  assert_says (window, "overshoots");
  close_window (window);
}

/* The panel that a curve is drawn on is the one with the keyboard. */
static void
draw_by_keys (RankleWindow *window)
{
  for (GtkWidget *panel = gtk_widget_get_first_child (GTK_WIDGET (window->plots));
       panel != NULL; panel = gtk_widget_get_next_sibling (panel))
    {
      g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (panel);
      gboolean taken;

      for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
        {
          g_autoptr (GtkEventController) key = g_list_model_get_item (controllers, i);

          if (!GTK_IS_EVENT_CONTROLLER_KEY (key) ||
              gtk_event_controller_get_propagation_phase (key) != GTK_PHASE_CAPTURE)
            continue;
          g_signal_emit_by_name (key, "key-pressed", GDK_KEY_Right, 0, 0, &taken);
          for (guint k = 0; k < 4; k++)
            g_signal_emit_by_name (key, "key-pressed", GDK_KEY_Down, 0, 0, &taken);
        }
    }
}

static void
test_sketch (void)
{
  RankleWindow           *window = open_at ("decoy", 3);
  const RanklePlotSketch *sketch;

  sketch = rankle_plot_view_get_sketch (window->plots);
  g_assert_nonnull (sketch);
  g_assert_cmpfloat_with_epsilon (sketch->values[0], 100, 1e-6);
  predict (window, -1); /* nothing has been drawn, which is a prediction, too, but none of
                         * the button's */
  close_window (window);

  window = open_at ("decoy", 3);
  sketch = rankle_plot_view_get_sketch (window->plots);
  draw_by_keys (window);
  g_assert_true (sketch->is_drawn);
  g_assert_cmpfloat_with_epsilon (sketch->values[RANKLE_SKETCH_POINTS - 1], 40, 1e-6);
  predict (window, -1);
  assert_says (window, "You said: It falls");
  assert_says (window, "%"); /* how far off it is */
  g_assert_cmpfloat (get (window, "opg"), ==, 4);
  g_assert_nonnull (rankle_plot_view_get_sketch (window->plots)); /* the run lies on it */
  draw_by_keys (window);
  g_assert_cmpfloat_with_epsilon (sketch->values[RANKLE_SKETCH_POINTS - 1], 40, 1e-6);
  act (window, "win.lesson-next");
  g_assert_null (rankle_plot_view_get_sketch (window->plots));
  close_window (window);
}

/* ---- questions, hints, skipped steps ---- */

static void
answer (RankleWindow *window, guint choice)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.lesson-answer", "u", choice);
}

static void
test_question (void)
{
  RankleWindow *window = open_at ("decoy", 1);

  answer (window, 1);
  assert_says (window, "No. OPG looks like RANK");
  assert_says (window, "Skip");
  answer (window, 7); /* there is none such */
  answer (window, 0);
  assert_says (window, "Right. OPG holds RANKL");
  assert_says (window, "Right: RANKL");
  assert_says (window, "Next");
  close_window (window);
}

static void
test_hint_and_skip (void)
{
  RankleWindow *window = open_at ("decoy", 1);

  act (window, "win.lesson-hint");
  assert_says (window, "Follow the lines that end at OPG.");
  act (window, "win.lesson-hint"); /* there is no other */
  while (window->lesson->is_on &&
         !rankle_lesson_progress_is_finished (window->lesson->progress))
    act (window, "win.lesson-next");
  assert_says (window, "Finished");
  assert_says (window, "Steps done: 0 of 6.");
  assert_says (window, "What is known");
  assert_says (window, "What is a model");
  act (window, "win.lesson-next");
  g_assert_false (window->lesson->is_on);
  close_window (window);
}

/* ---- all of them ---- */

static void
walk (RankleWindow *window, const RankleLesson *lesson)
{
  start (window, lesson->id);
  for (guint i = 0; i < lesson->n_steps; i++)
    {
      assert_says (window, lesson->steps[i].title);
      if (lesson->steps[i].prediction != NULL && lesson->steps[i].prediction->sketch)
        g_assert_nonnull (rankle_plot_view_get_sketch (window->plots));
      if (lesson->steps[i].prediction != NULL)
        predict (window, (int)lesson->steps[i].prediction->right);
      if (lesson->steps[i].prediction != NULL)
        g_assert_cmpint (get_wanted (window), ==, RANKLE_WANTS_NOTHING);
      act (window, "win.lesson-next");
    }
  assert_says (window, "Finished");
  act (window, "win.lesson-leave");
}

static void
test_walk (void)
{
  RankleWindow    *window = open_window ();
  const GPtrArray *lessons = rankle_lessons_get ();

  for (guint i = 0; i < lessons->len; i++)
    walk (window, lessons->pdata[i]);
  close_window (window);
}

/* ---- files ---- */

static char *
make_path (void)
{
  return g_strdup_printf ("%s/rankle-lesson-%08x.json", g_get_tmp_dir (),
                          g_random_int ());
}

static void
test_own (void)
{
  RankleWindow    *window = open_window ();
  g_autofree char *path = make_path (), *csv = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (RankleLesson) lesson = NULL;

  set (window, "rankl", 2);
  _rankle_window_save_lesson_step (window, path);
  _rankle_window_save_lesson_step (window, path); /* behind the first */
  lesson = rankle_lesson_load (path, NULL);
  g_assert_nonnull (lesson);
  g_assert_cmpuint (lesson->n_steps, ==, 2);
  rankle_study_reset_control (window->study, "rankl");

  rankle_window_open_file (window, file);
  iterate_until (is_still, window);
  g_assert_true (window->lesson->is_on);
  g_assert_cmpfloat (get (window, "rankl"), ==, 2);
  _rankle_window_save_lesson_log (window, path);
  g_assert_true (g_file_get_contents (path, &csv, NULL, NULL));
  g_assert_nonnull (strstr (csv, "time,seconds,step,title,event,right,value,words"));
  g_unlink (path);
  close_window (window);
}

/* A sentence with file, line and place; what is shown stays. */
static void
test_broken (void)
{
  RankleWindow    *window = open_window ();
  g_autofree char *path = make_path (), *message = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (
      g_file_set_contents (path, "{\n  \"schema\": 1,\n  \"steps\": []\n}\n", -1, NULL));
  rankle_window_open_file (window, file);
  g_assert_false (window->lesson->is_on);
  g_assert_nonnull (window->told);
  message = g_strdup (adw_toast_get_title (window->told));
  g_assert_nonnull (strstr (message, ".json:"));
  g_unlink (path);
  close_window (window);
}

/* ---- the first start ---- */

static void
test_stories (void)
{
  RankleWindow *window = open_window ();

  _rankle_window_offer_stories (window); /* the tests have been here before */
  g_assert_false (gtk_widget_get_visible (window->stories));
  if (window->settings == NULL)
    {
      g_test_skip ("there is no schema of settings");
      close_window (window);
      return;
    }
  g_settings_set_boolean (window->settings, "stories-shown", FALSE);
  _rankle_window_offer_stories (window);
  g_assert_true (gtk_widget_get_visible (window->stories));
  g_assert_false (gtk_widget_get_visible (window->plots_scroller));
  g_assert_true (g_settings_get_boolean (window->settings, "stories-shown"));
  set (window, "opg", 2); /* which is to explore freely */
  g_assert_false (gtk_widget_get_visible (window->stories));
  g_assert_true (gtk_widget_get_visible (window->plots_scroller));
  _rankle_window_offer_stories (window);
  g_assert_false (gtk_widget_get_visible (window->stories));
  close_window (window);
}

/* ---- what is read out ---- */

static guint n_said;

static void
said_cb (void)
{
  n_said++;
}

static gboolean
has_said (RankleWindow *window)
{
  return window->announcing == 0 && is_still (window);
}

/* One a change, and none while a slider is dragged. */
static void
test_said (void)
{
  RankleWindow *window = open_at ("card-decoy", 1);
  g_autoptr (RankleChange) change = NULL;
  const char *words;

  iterate_until (has_said, window);
  words = gtk_label_get_text (window->announcement);
  g_assert_true (g_str_has_prefix (words, "OPG is a decoy · step 1 of 3. Give more of"));
  g_assert_nonnull (strstr (words, "Drag OPG until bone is resorbed"));
  g_signal_connect (window->announcement, "notify::label", G_CALLBACK (said_cb), NULL);

  change = rankle_study_begin_change (window->study, "OPG");
  for (guint i = 0; i < 5; i++)
    set (window, "opg", 2 + i);
  g_assert_cmpuint (window->announcing, ==, 0);
  rankle_change_end (change);
  iterate_until (has_said, window);
  g_assert_cmpuint (n_said, ==, 1);
  words = gtk_label_get_text (window->announcement);
  g_assert_true (g_str_has_prefix (words, "Reached: at its lowest CTX is at "));
  g_assert_nonnull (strstr (words, "the decoy OPG holds"));
  close_window (window);
}

int
main (int argc, char *argv[])
{
  set_up_application (&argc, &argv);
  g_test_add_func ("/lesson-pane/room", test_room);
  g_test_add_func ("/lesson-pane/goal", test_goal);
  g_test_add_func ("/lesson-pane/locked-and-limited", test_locked_and_limited);
  g_test_add_func ("/lesson-pane/locked-doses", test_locked_doses);
  g_test_add_func ("/lesson-pane/undo", test_undo);
  g_test_add_func ("/lesson-pane/other-model", test_other_model);
  g_test_add_func ("/lesson-pane/leave", test_leave);
  g_test_add_func ("/lesson-pane/veiled", test_veiled);
  g_test_add_func ("/lesson-pane/sketch", test_sketch);
  g_test_add_func ("/lesson-pane/question", test_question);
  g_test_add_func ("/lesson-pane/hint-and-skip", test_hint_and_skip);
  g_test_add_func ("/lesson-pane/walk", test_walk);
  g_test_add_func ("/lesson-pane/own", test_own);
  g_test_add_func ("/lesson-pane/broken", test_broken);
  g_test_add_func ("/lesson-pane/stories", test_stories);
  g_test_add_func ("/lesson-pane/said", test_said);
  return g_test_run ();
}
