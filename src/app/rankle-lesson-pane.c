/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-lesson-pane.h"

#include <glib/gi18n.h>

#include "rankle-lesson-blocks.h"
#include "rankle-lesson-task.h"
#include "rankle-lesson-text.h"
#include "rankle-tall-bin.h"

/* Of the text, where the pane is a bar. [px] */
#define BAR_HEIGHT 150

struct _RankleLessonPane
{
  GtkBox                      parent_instance;
  const RankleLessonProgress *progress; /* Borrowed (nullable) */

  /* Template widgets */
  GtkLabel         *title;
  GtkToggleButton  *fold_button;
  RankleTallBin    *scroller;
  GtkLabel         *step_title;
  GtkBox           *text;
  GtkLabel         *fixed;
  RankleLessonTask *task;
  GtkLabel         *outcome;
  GtkBox           *hints, *notice;
  GtkWidget        *hints_title, *notice_title;
  GtkWidget        *finish_buttons;
  GtkExpander      *notes_expander;
  GtkBox           *notes;
  GtkWidget        *hint_button;
  GtkWidget        *again_button;
  GtkButton        *next_button;
};

G_DEFINE_FINAL_TYPE (RankleLessonPane, rankle_lesson_pane, GTK_TYPE_BOX)

enum
{
  LINK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
link_cb (GtkLabel *label, const char *target, RankleLessonPane *self)
{
  g_signal_emit (self, signals[LINK], 0, target);
  return TRUE;
}

static const RankleLesson *
get_lesson (RankleLessonPane *self)
{
  return rankle_lesson_progress_get_lesson (self->progress);
}

static const RankleLessonStep *
get_step (RankleLessonPane *self)
{
  return rankle_lesson_progress_get_step (self->progress);
}

static void
add_blocks (RankleLessonPane  *self,
            GtkBox            *box,
            const char        *heading,
            const char *const *blocks)
{
  rankle_lesson_blocks_add (box, get_lesson (self), heading, blocks, G_CALLBACK (link_cb),
                            self);
}

/* ---- folding ---- */

static void
fold_cb (RankleLessonPane *self)
{
  gboolean folded = gtk_toggle_button_get_active (self->fold_button);

  gtk_widget_set_visible (GTK_WIDGET (self->scroller), !folded);
  gtk_button_set_icon_name (GTK_BUTTON (self->fold_button),
                            folded ? "pan-down-symbolic" : "pan-up-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->fold_button),
                               GTK_ACCESSIBLE_STATE_EXPANDED, !folded, -1);
}

void
rankle_lesson_pane_set_folded (RankleLessonPane *pane, gboolean folded)
{
  g_return_if_fail (RANKLE_IS_LESSON_PANE (pane));

  gtk_toggle_button_set_active (pane->fold_button, folded);
}

void
rankle_lesson_pane_set_bar (RankleLessonPane *pane, gboolean is_bar)
{
  g_return_if_fail (RANKLE_IS_LESSON_PANE (pane));

  rankle_tall_bin_set_most (pane->scroller, is_bar ? BAR_HEIGHT : 0);
  gtk_widget_set_vexpand (GTK_WIDGET (pane->scroller), !is_bar);
}

/* ---- a step ---- */

static void
set_words (GtkLabel *label, const char *words)
{
  gtk_label_set_text (label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (label), words != NULL && *words != '\0');
}

/* (transfer full): "The decoy · 2 of 6" */
static char *
make_title (RankleLessonPane *self)
{
  const RankleLesson *lesson = get_lesson (self);

  if (rankle_lesson_progress_is_finished (self->progress))
    return g_strdup (rankle_lesson_translate (lesson, lesson->title));
  /* Translators: a lesson, the number of the step, and of how many */
  return g_strdup_printf (
      _ ("%1$s · step %2$u of %3$u"), rankle_lesson_translate (lesson, lesson->title),
      rankle_lesson_progress_get_index (self->progress) + 1, lesson->n_steps);
}

static void
show_title (RankleLessonPane *self)
{
  g_autofree char *title = make_title (self);

  gtk_label_set_text (self->title, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
}

/* Nothing that bears on the run is hidden: it is listed. */
static void
show_fixed (RankleLessonPane *self, const GPtrArray *fixed)
{
  g_autoptr (GPtrArray) strings = g_ptr_array_new ();
  g_autofree char *list = NULL, *words = NULL;

  for (guint i = 0; i < fixed->len; i++)
    g_ptr_array_add (strings, fixed->pdata[i]);
  g_ptr_array_add (strings, NULL);
  list = g_strjoinv ("; ", (char **)strings->pdata);
  if (fixed->len > 0)
    /* Translators: a list of controls with their values, which cannot be moved */
    words = g_strdup_printf (_ ("Fixed in this step: %s."), list);
  set_words (self->fixed, words);
}

static void
show_notes (RankleLessonPane *self)
{
  const RankleLesson *lesson = get_lesson (self);

  rankle_lesson_blocks_clear (self->notes);
  add_blocks (self, self->notes, NULL, lesson->notes);
  rankle_lesson_blocks_add_known (self->notes, lesson);
  add_blocks (self, self->notes, _ ("What is a model"), lesson->modelled);
  gtk_expander_set_expanded (self->notes_expander, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->notes_expander), TRUE);
}

static void
clear (RankleLessonPane *self)
{
  rankle_lesson_task_forget (self->task);
  rankle_lesson_blocks_clear (self->text);
  rankle_lesson_blocks_clear (self->hints);
  gtk_widget_set_visible (self->hints_title, FALSE);
  rankle_lesson_blocks_clear (self->notice);
  gtk_widget_set_visible (self->notice_title, FALSE);
  set_words (self->outcome, NULL);
  set_words (self->fixed, NULL);
}

static void
scroll_to_top (RankleLessonPane *self)
{
  gtk_adjustment_set_value (rankle_tall_bin_get_adjustment (self->scroller), 0);
}

void
rankle_lesson_pane_show_step (RankleLessonPane           *pane,
                              const RankleLessonProgress *progress,
                              const GPtrArray            *fixed)
{
  const RankleLessonStep *step;

  g_return_if_fail (RANKLE_IS_LESSON_PANE (pane) && progress != NULL && fixed != NULL);

  pane->progress = progress;
  step = get_step (pane);
  clear (pane);
  show_title (pane);
  set_words (pane->step_title, rankle_lesson_translate (get_lesson (pane), step->title));
  add_blocks (pane, pane->text, NULL, step->text);
  show_fixed (pane, fixed);
  show_notes (pane);
  gtk_widget_set_visible (pane->finish_buttons, FALSE);
  gtk_widget_set_visible (pane->again_button, TRUE);
  rankle_lesson_pane_update (pane);
  scroll_to_top (pane);
}

/* ---- what is wanted ---- */

static const char *
name_next (RankleLessonPane *self, gboolean done)
{
  guint last = get_lesson (self)->n_steps - 1;

  if (!done)
    return _ ("_Skip");
  return rankle_lesson_progress_get_index (self->progress) == last ? _ ("_Finish")
                                                                   : _ ("_Next");
}

static void
show_next (RankleLessonPane *self, gboolean done)
{
  rankle_lesson_blocks_name_button (self->next_button, name_next (self, done));
  if (done)
    gtk_widget_add_css_class (GTK_WIDGET (self->next_button), "suggested-action");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->next_button), "suggested-action");
}

static void
show_notice (RankleLessonPane *self, gboolean done)
{
  gboolean any = done && get_step (self)->notice[0] != NULL;

  rankle_lesson_blocks_clear (self->notice);
  gtk_widget_set_visible (self->notice_title, any);
  if (any)
    add_blocks (self, self->notice, NULL, get_step (self)->notice);
}

void
rankle_lesson_pane_update (RankleLessonPane *pane)
{
  gboolean done;

  g_return_if_fail (RANKLE_IS_LESSON_PANE (pane) && pane->progress != NULL);

  done = rankle_lesson_progress_get_wanted (pane->progress) == RANKLE_WANTS_NOTHING;
  show_next (pane, done);
  show_notice (pane, done);
  gtk_widget_set_visible (pane->hint_button, get_step (pane)->hints[0] != NULL && !done);
  gtk_widget_set_sensitive (pane->hint_button,
                            rankle_lesson_progress_count_hints_left (pane->progress) > 0);
  /* The keyboard is not left where nothing is any more. */
  if (rankle_lesson_task_show (pane->task, pane->progress))
    gtk_widget_grab_focus (GTK_WIDGET (pane->next_button));
}

void
rankle_lesson_pane_set_outcome (RankleLessonPane *pane, const char *words)
{
  g_return_if_fail (RANKLE_IS_LESSON_PANE (pane));

  set_words (pane->outcome, words);
}

void
rankle_lesson_pane_set_goals (RankleLessonPane *pane, const char *words)
{
  g_return_if_fail (RANKLE_IS_LESSON_PANE (pane));

  rankle_lesson_task_set_goals (pane->task, words);
}

void
rankle_lesson_pane_set_curve (RankleLessonPane *pane, gboolean possible, gboolean drawn)
{
  g_return_if_fail (RANKLE_IS_LESSON_PANE (pane));

  rankle_lesson_task_set_curve (pane->task, possible, drawn);
}

void
rankle_lesson_pane_add_hint (RankleLessonPane *pane,
                             const char       *words,
                             const char       *original)
{
  g_autofree char *markup = NULL;
  GtkWidget       *label;

  g_return_if_fail (RANKLE_IS_LESSON_PANE (pane) && words != NULL);

  markup = rankle_block_words_to_markup (words, original);
  gtk_widget_set_visible (pane->hints_title, TRUE);
  label = rankle_lesson_blocks_add_label (pane->hints, markup, "hint");
  gtk_label_set_use_markup (GTK_LABEL (label), TRUE);
  g_signal_connect (label, "activate-link", G_CALLBACK (link_cb), pane);
  rankle_lesson_pane_update (pane);
}

gboolean
rankle_lesson_pane_focus_task (RankleLessonPane *pane)
{
  g_return_val_if_fail (RANKLE_IS_LESSON_PANE (pane), FALSE);

  return rankle_lesson_task_grab_focus (pane->task);
}

void
rankle_lesson_pane_focus_next (RankleLessonPane *pane)
{
  g_return_if_fail (RANKLE_IS_LESSON_PANE (pane));

  gtk_widget_grab_focus (GTK_WIDGET (pane->next_button));
}

/* ---- the finish ---- */

void
rankle_lesson_pane_show_finish (RankleLessonPane           *pane,
                                const RankleLessonProgress *progress)
{
  g_autofree char *words = NULL;

  g_return_if_fail (RANKLE_IS_LESSON_PANE (pane) && progress != NULL);

  pane->progress = progress;
  clear (pane);
  show_title (pane);
  set_words (pane->step_title, _ ("Finished"));
  add_blocks (pane, pane->text, NULL, get_lesson (pane)->finish);
  words = rankle_lesson_progress_in_words (progress);
  set_words (pane->outcome, words);
  rankle_lesson_blocks_add_known (pane->notice, get_lesson (pane));
  add_blocks (pane, pane->notice, _ ("What is a model"), get_lesson (pane)->modelled);
  gtk_widget_set_visible (pane->finish_buttons, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (pane->notes_expander), FALSE);
  gtk_widget_set_visible (pane->hint_button, FALSE);
  gtk_widget_set_visible (pane->again_button, FALSE);
  rankle_lesson_blocks_name_button (pane->next_button, _ ("_Leave"));
  gtk_widget_add_css_class (GTK_WIDGET (pane->next_button), "suggested-action");
  scroll_to_top (pane);
}

/* ---- read out ---- */

char *
rankle_lesson_pane_dup_words (RankleLessonPane *pane)
{
  GString *words;

  g_return_val_if_fail (RANKLE_IS_LESSON_PANE (pane) && pane->progress != NULL, NULL);

  words = g_string_new (gtk_label_get_text (pane->title));
  g_string_append_printf (words, ". %s.", gtk_label_get_text (pane->step_title));
  if (rankle_lesson_progress_is_finished (pane->progress))
    {
      rankle_lesson_blocks_append_plain (words, get_lesson (pane),
                                         get_lesson (pane)->finish);
      g_string_append_printf (words, " %s", gtk_label_get_text (pane->outcome));
      return g_string_free (words, FALSE);
    }
  rankle_lesson_blocks_append_plain (words, get_lesson (pane), get_step (pane)->text);
  if (gtk_widget_get_visible (GTK_WIDGET (pane->fixed)))
    g_string_append_printf (words, " %s", gtk_label_get_text (pane->fixed));
  rankle_lesson_task_append_words (pane->progress, words);
  return g_string_free (words, FALSE);
}

/* ---- object ---- */

static void
rankle_lesson_pane_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RANKLE_TYPE_LESSON_PANE);
  G_OBJECT_CLASS (rankle_lesson_pane_parent_class)->dispose (object);
}

static void
rankle_lesson_pane_class_init (RankleLessonPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rankle_lesson_pane_dispose;
  g_type_ensure (RANKLE_TYPE_LESSON_TASK);
  g_type_ensure (RANKLE_TYPE_TALL_BIN);
  gtk_widget_class_set_css_name (widget_class, "lesson");
  signals[LINK] = g_signal_new ("link", RANKLE_TYPE_LESSON_PANE, G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/rankle-lesson-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, RankleLessonPane, title);
  gtk_widget_class_bind_template_child (widget_class, RankleLessonPane, fold_button);
  gtk_widget_class_bind_template_child (widget_class, RankleLessonPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, RankleLessonPane, step_title);
  gtk_widget_class_bind_template_child (widget_class, RankleLessonPane, text);
  gtk_widget_class_bind_template_child (widget_class, RankleLessonPane, fixed);
  gtk_widget_class_bind_template_child (widget_class, RankleLessonPane, task);
  gtk_widget_class_bind_template_child (widget_class, RankleLessonPane, outcome);
  gtk_widget_class_bind_template_child (widget_class, RankleLessonPane, hints);
  gtk_widget_class_bind_template_child (widget_class, RankleLessonPane, notice);
  gtk_widget_class_bind_template_child (widget_class, RankleLessonPane, hints_title);
  gtk_widget_class_bind_template_child (widget_class, RankleLessonPane, notice_title);
  gtk_widget_class_bind_template_child (widget_class, RankleLessonPane, finish_buttons);
  gtk_widget_class_bind_template_child (widget_class, RankleLessonPane, notes_expander);
  gtk_widget_class_bind_template_child (widget_class, RankleLessonPane, notes);
  gtk_widget_class_bind_template_child (widget_class, RankleLessonPane, hint_button);
  gtk_widget_class_bind_template_child (widget_class, RankleLessonPane, again_button);
  gtk_widget_class_bind_template_child (widget_class, RankleLessonPane, next_button);
  gtk_widget_class_bind_template_callback (widget_class, fold_cb);
}

static void
rankle_lesson_pane_init (RankleLessonPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rankle_lesson_pane_new (void)
{
  return g_object_new (RANKLE_TYPE_LESSON_PANE, NULL);
}
