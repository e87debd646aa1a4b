/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-lesson.h"

G_BEGIN_DECLS

typedef enum
{
  RANKLE_LOG_BEGAN,     /* a step was come to */
  RANKLE_LOG_PREDICTED, /* before the run was shown */
  RANKLE_LOG_REVEALED,  /* what it did, and how far off the prediction was */
  RANKLE_LOG_ANSWERED,
  RANKLE_LOG_RAN, /* a run was made; what was changed, and how far a goal is */
  RANKLE_LOG_REACHED,
  RANKLE_LOG_HINT,
  RANKLE_LOG_SKIPPED,
  RANKLE_LOG_FINISHED,
  RANKLE_N_LOG_EVENTS
} RankleLogEvent;

/**
 * RankleLogEntry:
 * @time: [µs since 1970]
 * @step: index
 * @words: (owned): what is told of it
 * @right: of a prediction or an answer
 * @value: of a goal what was measured, of a prediction the distance in %; NaN: none
 */
typedef struct
{
  gint64         time;
  guint          step;
  RankleLogEvent event;
  char          *words;
  gboolean       right;
  double         value;
} RankleLogEntry;

/**
 * RankleLessonLog:
 *
 * What was done in a lesson, in its order. It only grows.
 */
typedef struct _RankleLessonLog RankleLessonLog;

RankleLessonLog *rankle_lesson_log_new (const RankleLesson *lesson);
void             rankle_lesson_log_free (RankleLessonLog *log);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleLessonLog, rankle_lesson_log_free)

/* @entry is copied. An entry is not older than the one before it: one that says so bears
 * that one's time. */
void rankle_lesson_log_add (RankleLessonLog *log, const RankleLogEntry *entry);
const RankleLogEntry *rankle_lesson_log_get (const RankleLessonLog *log, guint *n);

/* (transfer full): comma-separated values, numbers as in C, times in UTC: time, seconds
 * since the beginning, step, title, event, right, value, words. */
char *rankle_lesson_log_to_csv (const RankleLessonLog *log);
/* (transfer full): a line an entry, for who reads it and for a lab report. */
char *rankle_lesson_log_to_text (const RankleLessonLog *log);

G_END_DECLS
