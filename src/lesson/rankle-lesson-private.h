/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-lesson.h"

/* What reader and writer share. */

G_BEGIN_DECLS

/**
 * RankleLessonBody:
 * @public: what others see of it
 * @texts: (owned): all strings
 * @arrays: (owned): all lists
 * @models: (owned): @scenarios: (owned): all that are referred to
 * @bundled: its words are those of a bundled file
 */
typedef struct
{
  RankleLesson public;
  GStringChunk *texts;
  GPtrArray    *arrays;
  GPtrArray    *models, *scenarios;
  gboolean      bundled;
} RankleLessonBody;

/* (transfer full): empty. */
RankleLessonBody *_rankle_lesson_body_new (void);
/* (transfer none) (nullable): a copy that lives as long. */
const char *_rankle_lesson_keep (RankleLessonBody *body, const char *text);
/* (transfer none): what @items has, which is freed; NULL where it has nothing. */
gpointer _rankle_lesson_keep_array (RankleLessonBody *body, GArray *items);
/* (transfer none): a copy of @size bytes. */
gpointer
_rankle_lesson_keep_copy (RankleLessonBody *body, gconstpointer item, gsize size);
/* (transfer none): strings that are kept, and NULL behind the last; @texts is freed. */
const char *const *_rankle_lesson_keep_texts (RankleLessonBody *body, GPtrArray *texts);
/* @model and @scenario (nullable) (transfer full) */
void _rankle_lesson_keep_asked (RankleLessonBody *body,
                                RankleModel      *model,
                                RankleScenario   *scenario);

/* Words of the file, in the order of their enumerations; NULL at the end. */
extern const char *const _rankle_lesson_kinds[];
extern const char *const _rankle_lesson_levels[];
extern const char *const _rankle_lesson_grades[];
extern const char *const _rankle_lesson_courses[];
extern const char *const _rankle_lesson_answers[]; /* choice, sketch */
extern const char *const _rankle_lesson_measures[];
extern const char *const _rankle_lesson_relations[];
extern const char *const _rankle_lesson_allowed[];

/* What a measure needs beside its column. */
gboolean _rankle_goal_has_window (RankleGoalMeasure measure);
gboolean _rankle_goal_has_at (RankleGoalMeasure measure);
gboolean _rankle_goal_has_threshold (RankleGoalMeasure measure);
/* (nullable): the unit that its value must be told in; NULL: the column's. */
const char *_rankle_goal_get_unit (RankleGoalMeasure measure, const RankleModel *model);

G_END_DECLS
