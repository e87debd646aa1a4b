/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-lesson-progress.h"
#include "rankle-window-private.h"

G_BEGIN_DECLS

/**
 * RankleWindowLesson:
 * @progress: (owned) (nullable): of the lesson that is on, or was last
 * @is_on: there is one
 * @before: (owned) (nullable): while one is on, what leaving it brings back
 * @asked: (owned) (nullable): with which the step began, or what reveals its prediction
 * @noted: (owned) (nullable): whose run was told of last
 * @revealed: what came of the prediction is shown
 * @had_controls: the side panel was shown before
 * @is_asking: the session changes to that of a step at this very moment
 *
 * A lesson in the window. See the head of rankle-window-lesson.c.
 */
struct _RankleWindowLesson
{
  RankleLessonProgress *progress;
  gboolean              is_on;
  RankleSession        *before, *asked, *noted;
  gboolean              revealed, had_controls, is_asking;
};

/* rankle-window-lesson-step.c: a step as it begins, and what of the window it has. A look
 * at its run is to follow each. */
void _rankle_window_begin_step (RankleWindow *self);
/* From its own start, or the last before it. */
void _rankle_window_restart_step (RankleWindow *self);
/* What was predicted is run. */
void _rankle_window_reveal_step (RankleWindow *self);
/* Every control is free and all is shown. */
void _rankle_window_free_step (RankleWindow *self);
/* The session is of the model that the step is about. */
gboolean _rankle_window_keeps_step (RankleWindow *self);

/* rankle-window-lesson-task.c: what is asked for, and what came of it. */
void _rankle_window_connect_lesson (RankleWindow *self);
/* There may be a run to be told of. */
void _rankle_window_look_at_run (RankleWindow *self);
void _rankle_window_predict (RankleWindow *self, int course);
void _rankle_window_answer (RankleWindow *self, guint choice);
void _rankle_window_take_hint (RankleWindow *self);

G_END_DECLS
