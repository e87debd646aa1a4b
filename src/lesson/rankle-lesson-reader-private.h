/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-json-reader.h"
#include "rankle-lesson-private.h"

G_BEGIN_DECLS

/**
 * RankleLessonReading:
 * @start: (nullable): with which the present step begins, itself or the last before it
 * that says so; NULL: none has, or the file is faulty
 * @horizon: of that
 */
typedef struct
{
  RankleJsonReader        *json;
  RankleLessonBody        *body;
  const RankleLessonAsked *start;
  double                   horizon;
} RankleLessonReading;

/* Each (nullable): strings and values that the lesson keeps. After a fault they may be
 * anything that is safe to look at. */
const char *_rankle_lesson_read_text (RankleLessonReading *self, const char *member);
const char *_rankle_lesson_read_text_or_none (RankleLessonReading *self,
                                              const char          *member);
/* Blocks of Markdown, held against its grammar; none where @member is not there. */
const char *const *_rankle_lesson_read_blocks (RankleLessonReading *self,
                                               const char          *member);

/* A start, which must name its model and scenario; or what is done to one. NULL where
 * @member is not there. */
const RankleLessonAsked *_rankle_lesson_read_start (RankleLessonReading *self,
                                                    const char          *member);
const RankleLessonAsked *_rankle_lesson_read_change (RankleLessonReading *self,
                                                     const char          *member);
/* Which controls and panels are seen. */
void               _rankle_lesson_read_controls (RankleLessonReading  *self,
                                                 RankleLessonControls *controls);
const char *const *_rankle_lesson_read_panels (RankleLessonReading *self);
/* (nullable): what @member names; a control that the model does not have is a fault. */
const RankleControl *_rankle_lesson_read_control (RankleLessonReading *self,
                                                  const char          *member);

const RankleLessonQuestion   *_rankle_lesson_read_question (RankleLessonReading *self);
const RankleLessonPrediction *_rankle_lesson_read_prediction (RankleLessonReading *self);
const RankleLessonGoal *_rankle_lesson_read_goals (RankleLessonReading *self, guint *n);

G_END_DECLS
