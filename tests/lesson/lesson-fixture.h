/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-lesson.h"
#include "rankle-trajectory.h"

G_BEGIN_DECLS

/* (transfer full): of tests/data/schemas/lesson/. */
char         *lesson_read_text (const char *name);
RankleLesson *lesson_load (const char *name);

/* (transfer full): a lesson of one step about the default model, a year long, with
 * @members, ready to follow the step's text in its object. */
RankleLesson *lesson_new (const char *members);
/* (transfer full): as that, which is refused: the complaint. */
char *lesson_refuse (const char *members);

/* (transfer full): the run of @session. */
RankleTrajectory *lesson_run (const RankleSession *session);

G_END_DECLS
