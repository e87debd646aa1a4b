/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-lesson.h"

G_BEGIN_DECLS

/* What is held against the models, in this order in each step. */
typedef enum
{
  RANKLE_CHECK_START,      /* it runs */
  RANKLE_CHECK_PREDICTION, /* what is called right is what the run does */
  RANKLE_CHECK_UNREACHED,  /* not all goals are there at the start */
  RANKLE_CHECK_SOLUTION,   /* a goal is where the solution says */
} RankleLessonCheckKind;

/**
 * RankleLessonCheck:
 * @step: index
 * @goal: index; of a solution, and of the one that is not there
 * @words: (owned): what was found
 */
typedef struct
{
  guint                 step, goal;
  RankleLessonCheckKind kind;
  gboolean              good;
  char                 *words;
} RankleLessonCheck;

/* (transfer full): RankleLessonCheck: makes every run that the lesson speaks of, on this
 * thread. A lesson of which all is good keeps what it promises. */
GArray *rankle_lesson_check (const RankleLesson *lesson);

G_END_DECLS
