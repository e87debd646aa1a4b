/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-session.h"

G_BEGIN_DECLS

/**
 * RankleChange:
 *
 * A change under way, such as a drag: one step of undo, however many values it passes.
 * Whoever makes it holds a reference; when the last one is dropped it has ended, so that
 * no change is left open by a slider that is destroyed, or by a pointer that is let go
 * elsewhere. What it is a change of may end it earlier. Main thread only.
 */
typedef struct _RankleChange RankleChange;

typedef void (*RankleChangeFunc) (RankleChange *change, gpointer data);

/* @before: what stood when it began. @label: what it is called if it comes to nothing
 * that has a name of its own. @ended is called once, when it ends. */
RankleChange *rankle_change_new (RankleSession   *before,
                                 const char      *label,
                                 RankleChangeFunc ended,
                                 gpointer         data);
RankleChange *rankle_change_ref (RankleChange *change);
void          rankle_change_unref (RankleChange *change);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleChange, rankle_change_unref)

/* Idempotent: one that has ended stays so. */
void rankle_change_end (RankleChange *change);

RankleSession *rankle_change_get_before (const RankleChange *change);
const char    *rankle_change_get_label (const RankleChange *change);
/* It is called by its label whatever it comes to. */
void     rankle_change_keep_label (RankleChange *change);
gboolean rankle_change_keeps_label (const RankleChange *change);
/* Counts a value that it passes, and tells the how manieth it is. */
guint rankle_change_add_stroke (RankleChange *change);
guint rankle_change_get_strokes (const RankleChange *change);

/* It is a step of @subject at @now [µs], such as a key makes: steps in quick succession
 * are one. */
void rankle_change_set_step (RankleChange *change, const char *subject, gint64 now);
/* (nullable): NULL: it is no such step, and @now is not set. */
const char *rankle_change_get_step (const RankleChange *change, gint64 *now);

G_END_DECLS
