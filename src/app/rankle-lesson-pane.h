/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-lesson-progress.h"

G_BEGIN_DECLS

/**
 * RankleLessonPane:
 *
 * A step of a lesson, or its finish: text, what is fixed, what is asked for, hints, what
 * to notice, and the teacher's notes. It stands in the window, and can be folded up to
 * its title. It changes nothing by itself: its buttons are actions of the window,
 * “win.lesson-next”, -back, -hint, -again, -leave, -predict, -answer, -save-log.
 *
 * Signal “link” (const char *target): "node:OPG", as rankle_span_targets has them.
 *
 * CSS: a node named lesson.
 */
#define RANKLE_TYPE_LESSON_PANE (rankle_lesson_pane_get_type ())
G_DECLARE_FINAL_TYPE (RankleLessonPane, rankle_lesson_pane, RANKLE, LESSON_PANE, GtkBox)

GtkWidget *rankle_lesson_pane_new (void);

/* @progress lives until another is shown. @fixed: char: all that cannot be moved, and how
 * far what can be goes. */
void rankle_lesson_pane_show_step (RankleLessonPane           *pane,
                                   const RankleLessonProgress *progress,
                                   const GPtrArray            *fixed);
void rankle_lesson_pane_show_finish (RankleLessonPane           *pane,
                                     const RankleLessonProgress *progress);
/* What the step asks for may be another. */
void rankle_lesson_pane_update (RankleLessonPane *pane);

/* (nullable): what came of a prediction or an answer, or what is in the way. */
void rankle_lesson_pane_set_outcome (RankleLessonPane *pane, const char *words);
void rankle_lesson_pane_set_goals (RankleLessonPane *pane, const char *words);
/* Markdown; @original: as the lesson has it. */
void rankle_lesson_pane_add_hint (RankleLessonPane *pane,
                                  const char       *words,
                                  const char       *original);
void
rankle_lesson_pane_set_curve (RankleLessonPane *pane, gboolean possible, gboolean drawn);
/* It is a bar that leaves room, and does not take all that there is. */
void rankle_lesson_pane_set_bar (RankleLessonPane *pane, gboolean is_bar);
void rankle_lesson_pane_set_folded (RankleLessonPane *pane, gboolean folded);

/* To what is to be chosen; FALSE: nothing is. */
gboolean rankle_lesson_pane_focus_task (RankleLessonPane *pane);
/* To the button that goes on. */
void rankle_lesson_pane_focus_next (RankleLessonPane *pane);

/* (transfer full): what is read out of the step, or of the finish. */
char *rankle_lesson_pane_dup_words (RankleLessonPane *pane);

G_END_DECLS
