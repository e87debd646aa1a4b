/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-lesson-progress.h"

G_BEGIN_DECLS

/**
 * RankleLessonTask:
 *
 * What a step of a lesson asks for: a prediction, a question, goals. Choices are radio
 * buttons, and a button says which is meant: by the actions “win.lesson-predict” (int32:
 * a RankleCourse, or RANKLE_LESSON_TASK_CURVE) and “win.lesson-answer” (uint32).
 */
#define RANKLE_TYPE_LESSON_TASK (rankle_lesson_task_get_type ())
G_DECLARE_FINAL_TYPE (RankleLessonTask, rankle_lesson_task, RANKLE, LESSON_TASK, GtkBox)

/* The curve that was drawn is the prediction. */
#define RANKLE_LESSON_TASK_CURVE (-1)

/* What is wanted now. TRUE: it is another than was shown, and the keyboard was there. */
gboolean rankle_lesson_task_show (RankleLessonTask           *task,
                                  const RankleLessonProgress *progress);
/* Nothing is wanted. */
void rankle_lesson_task_forget (RankleLessonTask *task);
/* To the first choice; FALSE: there is nothing to be chosen. */
gboolean rankle_lesson_task_grab_focus (RankleLessonTask *task);
/* A curve can be drawn; one has been. */
void
rankle_lesson_task_set_curve (RankleLessonTask *task, gboolean possible, gboolean drawn);
/* (nullable): how far the goals are, in words. */
void rankle_lesson_task_set_goals (RankleLessonTask *task, const char *words);
/* Appends what is asked, to be read out. */
void rankle_lesson_task_append_words (const RankleLessonProgress *progress,
                                      GString                    *words);

G_END_DECLS
