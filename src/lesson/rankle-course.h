/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-lesson.h"
#include "rankle-trajectory.h"

G_BEGIN_DECLS

/**
 * RankleCourseFound:
 * @start: @end: at the ends of the stretch
 * @peak: @nadir: within it, and when each is first reached [the model's time]
 * @course: what it comes to
 *
 * What one column of a run does within a stretch of time, values as they are shown.
 *
 * It stays where it leaves its start by no more than @least; that may be 0: a twentieth
 * of the start then, or of the largest it is, where it starts at nothing. Else it
 * overshoots where it goes to both sides of its start, or comes back at least half of the
 * way that it went; else it rises or falls, as the end is above or below the start.
 */
typedef struct
{
  double       start, end;
  double       peak, peak_time, nadir, nadir_time;
  RankleCourse course;
} RankleCourseFound;

/* FALSE: @run has no two values of @column within @from … @to. */
gboolean rankle_course_find (const RankleTrajectory *run,
                             guint                   column,
                             double                  from,
                             double                  to,
                             double                  least,
                             RankleCourseFound      *found);
/* The same of a curve that was drawn: @n points, @times ascending. */
gboolean rankle_course_find_in_points (const double      *times,
                                       const double      *values,
                                       guint              n,
                                       double             least,
                                       RankleCourseFound *found);

/* (transfer full): "CTX falls from 100 % of baseline to 20 % of baseline (at 6 months)
 * and ends at 34 % of baseline". @called (nullable): what the column is called instead of
 * its label. */
char *rankle_course_in_words (const RankleTrajectory  *run,
                              guint                    column,
                              const char              *called,
                              const RankleCourseFound *found);

/* (transfer full): @value with @unit (nullable); three digits. */
char *rankle_lesson_value_in_words (double value, const char *unit);
/* What of a value of @column is more than the solver's error: else 0. */
double
rankle_lesson_value_above_error (const RankleTrajectory *run, guint column, double value);
/* (transfer full): @sentence (transfer full) with a capital. */
char *rankle_lesson_capitalise (char *sentence);

G_END_DECLS
