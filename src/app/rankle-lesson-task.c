/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-lesson-task.h"

#include <glib/gi18n.h>

#include "rankle-lesson-blocks.h"
#include "rankle-lesson-radio.h"

struct _RankleLessonTask
{
  GtkBox                  parent_instance;
  const RankleLessonStep *step; /* Borrowed (nullable): of what is shown */
  RankleWanted            wanted;
  guint                   chosen;

  /* Borrowed (nullable): descendants */
  GtkWidget *button, *curve_words, *curve_button, *goals;
};

G_DEFINE_FINAL_TYPE (RankleLessonTask, rankle_lesson_task, GTK_TYPE_BOX)

/* ---- choices ---- */

static void
chosen_cb (GtkCheckButton *radio, RankleLessonTask *self)
{
  if (!gtk_check_button_get_active (radio))
    return;
  self->chosen = rankle_lesson_radio_get_number (RANKLE_LESSON_RADIO (radio));
  gtk_widget_set_sensitive (self->button, TRUE);
}

/* Appends it; @group (nullable): another of them. */
static GtkWidget *
add_choice (RankleLessonTask *self, const char *words, guint choice, GtkWidget *group)
{
  GtkWidget *radio = rankle_lesson_radio_new (words, choice);

  if (group != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (radio), GTK_CHECK_BUTTON (group));
  g_signal_connect (radio, "toggled", G_CALLBACK (chosen_cb), self);
  gtk_box_append (GTK_BOX (self), radio);
  return radio;
}

static void
add_button (RankleLessonTask *self, const char *label, GCallback func, gboolean usable)
{
  self->button = gtk_button_new ();
  rankle_lesson_blocks_name_button (GTK_BUTTON (self->button), label);
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  gtk_widget_set_sensitive (self->button, usable);
  gtk_widget_add_css_class (self->button, "suggested-action");
  g_signal_connect (self->button, "clicked", func, self);
  gtk_box_append (GTK_BOX (self), self->button);
}

/* ---- prediction ---- */

static void
predict_cb (GtkButton *button, RankleLessonTask *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.lesson-predict", "i",
                              (int)self->chosen);
}

static void
curve_cb (GtkButton *button, RankleLessonTask *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.lesson-predict", "i",
                              RANKLE_LESSON_TASK_CURVE);
}

/* Who cannot draw says it in words. */
static void
add_curve (RankleLessonTask *self)
{
  self->curve_words = rankle_lesson_blocks_add_label (
      GTK_BOX (self),
      _ ("Draw it in the plot: with the pointer, or with the arrow keys, along with Left "
         "and Right and up and down with the others. Or say it in words:"),
      "caption");
  self->curve_button = gtk_button_new ();
  rankle_lesson_blocks_name_button (GTK_BUTTON (self->curve_button), _ ("_Use My Curve"));
  gtk_widget_set_halign (self->curve_button, GTK_ALIGN_START);
  g_signal_connect (self->curve_button, "clicked", G_CALLBACK (curve_cb), self);
  gtk_box_append (GTK_BOX (self), self->curve_button);
  rankle_lesson_task_set_curve (self, FALSE, FALSE);
}

static void
add_prediction (RankleLessonTask *self, const RankleLesson *lesson)
{
  const RankleLessonPrediction *prediction = self->step->prediction;
  GtkWidget                    *group = NULL;

  rankle_lesson_blocks_add_label (
      GTK_BOX (self), rankle_lesson_translate (lesson, prediction->words), "heading");
  if (prediction->sketch)
    add_curve (self);
  for (guint i = 0; i < RANKLE_N_COURSES; i++)
    group = add_choice (self, rankle_course_get_name ((RankleCourse)i), i, group);
  add_button (self, _ ("_Predict"), G_CALLBACK (predict_cb), FALSE);
}

static void
add_guess (RankleLessonTask *self, const RankleLessonProgress *progress)
{
  const RankleGuess *guess = rankle_lesson_progress_get_guess (progress);
  g_autofree char   *words = NULL;

  rankle_lesson_blocks_add_label (
      GTK_BOX (self),
      rankle_lesson_translate (rankle_lesson_progress_get_lesson (progress),
                               self->step->prediction->words),
      "heading");
  /* Translators: %s is what was predicted: "It falls" */
  words = g_strdup_printf (_ ("You said: %s."), rankle_course_get_name (guess->course));
  rankle_lesson_blocks_add_label (GTK_BOX (self), words, NULL);
}

/* ---- question ---- */

static void
answer_cb (GtkButton *button, RankleLessonTask *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.lesson-answer", "u", self->chosen);
}

static void
add_question (RankleLessonTask *self, const RankleLesson *lesson)
{
  const RankleLessonQuestion *question = self->step->question;
  GtkWidget                  *group = NULL;
  gboolean                    talk = question->n_choices == 0;

  rankle_lesson_blocks_add_label (
      GTK_BOX (self), rankle_lesson_translate (lesson, question->words), "heading");
  for (guint i = 0; i < question->n_choices; i++)
    group = add_choice (
        self, rankle_lesson_translate (lesson, question->choices[i].words), i, group);
  add_button (self, talk ? _ ("We _Have Talked About It") : _ ("_Answer"),
              G_CALLBACK (answer_cb), talk);
}

/* Exactly one is right. */
static void
add_answer (RankleLessonTask *self, const RankleLesson *lesson)
{
  const RankleLessonQuestion *question = self->step->question;

  rankle_lesson_blocks_add_label (
      GTK_BOX (self), rankle_lesson_translate (lesson, question->words), "heading");
  for (guint i = 0; i < question->n_choices; i++)
    if (question->choices[i].right)
      {
        g_autofree char *words = g_strdup_printf (
            /* Translators: %s is the right answer */
            _ ("Right: %s"),
            rankle_lesson_translate (lesson, question->choices[i].words));

        rankle_lesson_blocks_add_label (GTK_BOX (self), words, NULL);
      }
}

/* ---- goals ---- */

static void
add_goals (RankleLessonTask *self, const RankleLesson *lesson)
{
  for (guint i = 0; i < self->step->n_goals; i++)
    rankle_lesson_blocks_add_label (
        GTK_BOX (self), rankle_lesson_translate (lesson, self->step->goals[i].words),
        "heading");
  self->goals = rankle_lesson_blocks_add_label (GTK_BOX (self), "", NULL);
  gtk_widget_set_visible (self->goals, FALSE);
}

void
rankle_lesson_task_set_goals (RankleLessonTask *task, const char *words)
{
  g_return_if_fail (RANKLE_IS_LESSON_TASK (task));

  if (task->goals == NULL)
    return;
  gtk_label_set_text (GTK_LABEL (task->goals), words != NULL ? words : "");
  gtk_widget_set_visible (task->goals, words != NULL && *words != '\0');
}

/* ---- all of it ---- */

/* What was asked for stays to be read, above what is wanted now. */
static void
build (RankleLessonTask *self, const RankleLessonProgress *progress)
{
  const RankleLesson *lesson = rankle_lesson_progress_get_lesson (progress);

  if (self->wanted == RANKLE_WANTS_PREDICTION)
    {
      add_prediction (self, lesson);
      return;
    }
  if (self->step->prediction != NULL)
    add_guess (self, progress);
  if (self->wanted == RANKLE_WANTS_RUN)
    return;
  if (self->wanted == RANKLE_WANTS_ANSWER)
    add_question (self, lesson);
  else if (self->step->question != NULL)
    add_answer (self, lesson);
  if (self->wanted != RANKLE_WANTS_ANSWER && self->step->n_goals > 0)
    add_goals (self, lesson);
}

static gboolean
has_keyboard (GtkWidget *widget)
{
  GtkRoot   *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

/* Goals stay where they are when they are reached: what is read of them is as before. */
static gboolean
is_as_shown (RankleLessonTask *self, const RankleLessonStep *step, RankleWanted wanted)
{
  return step == self->step &&
         (wanted == self->wanted ||
          (self->wanted == RANKLE_WANTS_GOALS && wanted == RANKLE_WANTS_NOTHING));
}

gboolean
rankle_lesson_task_show (RankleLessonTask *task, const RankleLessonProgress *progress)
{
  const RankleLessonStep *step;
  RankleWanted            wanted;
  gboolean                had;

  g_return_val_if_fail (RANKLE_IS_LESSON_TASK (task) && progress != NULL, FALSE);

  step = rankle_lesson_progress_get_step (progress);
  wanted = rankle_lesson_progress_get_wanted (progress);
  if (is_as_shown (task, step, wanted))
    return FALSE;
  had = has_keyboard (GTK_WIDGET (task));
  rankle_lesson_task_forget (task);
  task->step = step;
  task->wanted = wanted;
  build (task, progress);
  return had;
}

void
rankle_lesson_task_forget (RankleLessonTask *task)
{
  g_return_if_fail (RANKLE_IS_LESSON_TASK (task));

  task->button = task->curve_words = task->curve_button = task->goals = NULL;
  task->step = NULL;
  task->chosen = 0;
  rankle_lesson_blocks_clear (GTK_BOX (task));
}

gboolean
rankle_lesson_task_grab_focus (RankleLessonTask *task)
{
  g_return_val_if_fail (RANKLE_IS_LESSON_TASK (task), FALSE);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (task)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_CHECK_BUTTON (child))
      return gtk_widget_grab_focus (child);
  return task->button != NULL && gtk_widget_grab_focus (task->button);
}

void
rankle_lesson_task_set_curve (RankleLessonTask *task, gboolean possible, gboolean drawn)
{
  g_return_if_fail (RANKLE_IS_LESSON_TASK (task));

  if (task->curve_button == NULL)
    return;
  gtk_widget_set_visible (task->curve_words, possible);
  gtk_widget_set_visible (task->curve_button, possible);
  gtk_widget_set_sensitive (task->curve_button, drawn);
}

void
rankle_lesson_task_append_words (const RankleLessonProgress *progress, GString *words)
{
  const RankleLesson     *lesson = rankle_lesson_progress_get_lesson (progress);
  const RankleLessonStep *step = rankle_lesson_progress_get_step (progress);
  RankleWanted            wanted = rankle_lesson_progress_get_wanted (progress);

  if (wanted == RANKLE_WANTS_PREDICTION)
    g_string_append_printf (words, " %s",
                            rankle_lesson_translate (lesson, step->prediction->words));
  else if (wanted == RANKLE_WANTS_ANSWER)
    g_string_append_printf (words, " %s",
                            rankle_lesson_translate (lesson, step->question->words));
  for (guint i = 0; wanted == RANKLE_WANTS_GOALS && i < step->n_goals; i++)
    g_string_append_printf (words, " %s",
                            rankle_lesson_translate (lesson, step->goals[i].words));
}

static void
rankle_lesson_task_class_init (RankleLessonTaskClass *klass)
{
}

static void
rankle_lesson_task_init (RankleLessonTask *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 3);
  gtk_widget_set_visible (rankle_lesson_blocks_add_label (GTK_BOX (self), "", NULL),
                          FALSE);
}
