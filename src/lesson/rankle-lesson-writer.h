/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-lesson.h"

G_BEGIN_DECLS

/* (transfer full): the text of a file that is read back as @lesson. */
char *rankle_lesson_format (const RankleLesson *lesson);
/* Whole, or not at all. */
gboolean
rankle_lesson_save (const RankleLesson *lesson, const char *path, GError **error);

/* "Save as Lesson Step": appends to the lesson in @path a step called @title that begins
 * as @session is; where there is no such file, it makes a lesson of that step. A file
 * that is no lesson stays as it is, as does one of @session's model that is not bundled:
 * a lesson finds what it names wherever it is opened. Whole, or not at all. */
gboolean rankle_lesson_save_step (const RankleSession *session,
                                  const char          *title,
                                  const char          *path,
                                  GError             **error);

G_END_DECLS
