/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-lesson.h"

G_BEGIN_DECLS

/* From what a step says to what is run, and what of it stays as it is. */

/* (transfer none): with which @step begins: what it says itself, or the last before it
 * that says so. */
const RankleLessonAsked *rankle_lesson_get_start (const RankleLesson *lesson, guint step);

/* (transfer full): @start as it is given, with @change (nullable) put to it, of which the
 * session then knows that it is changed. */
RankleSession *rankle_lesson_asked_make_session (const RankleLessonAsked *start,
                                                 const RankleLessonAsked *change);
/* (transfer full): as @step begins, with its view; with @change (nullable) put to it. */
RankleSession *rankle_lesson_make_session (const RankleLesson      *lesson,
                                           guint                    step,
                                           const RankleLessonAsked *change);

/* It is among what is seen, and can be moved. */
gboolean rankle_lesson_controls_are_shown (const RankleLessonControls *controls,
                                           const char                 *id);
gboolean rankle_lesson_controls_are_free (const RankleLessonControls *controls,
                                          const char                 *id);
/* FALSE: @id has no limits of the lesson's own. */
gboolean rankle_lesson_controls_get_limit (const RankleLessonControls *controls,
                                           const char                 *id,
                                           double                     *least,
                                           double                     *most);

/* (transfer full): char: all that bears on the run of @session and that who takes @step
 * cannot move: what is locked, hidden controls that do not stand at neutral, how often
 * and from when a drug is given whose amount is free, parameters, initial values and what
 * is done at a time. Nothing that is not in this list, and cannot be seen and moved,
 * changes a run. @session: of the step's model. */
GPtrArray *rankle_lesson_list_locked (const RankleLessonStep *step,
                                      const RankleSession    *session);

G_END_DECLS
