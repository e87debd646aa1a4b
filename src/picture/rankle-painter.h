/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RanklePainter:
 *
 * A thread that does jobs for the one that made it, in the order in which they were
 * begun. What it promises stands numbered at the head of rankle-painter.c.
 */
typedef struct _RanklePainter RanklePainter;

/**
 * RanklePaintJob:
 *
 * What was begun and not yet ended. It stays with the thread that began it.
 */
typedef struct _RanklePaintJob RanklePaintJob;

typedef void (*RanklePaintFunc) (gpointer data);

RanklePainter *rankle_painter_new (void);
/* All jobs of it must have been ended. */
void rankle_painter_free (RanklePainter *painter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RanklePainter, rankle_painter_free)

/* (transfer none): that of the window, which is made when it is first asked for. */
RanklePainter *rankle_painter_get_default (void);

/* (transfer full): @paint is called once with @data, on whatever thread; until the job
 * has been awaited or ended, nobody else touches what @paint writes, nor changes what it
 * reads. To be freed by rankle_painter_end(), before @data is. */
RanklePaintJob *
rankle_painter_begin (RanklePainter *painter, RanklePaintFunc paint, gpointer data);
/* Returns when @job has been done. */
void rankle_painter_await (RanklePaintJob *job);
/* (transfer full) @job: has not been begun and never will be, or has been done. */
void rankle_painter_end (RanklePaintJob *job);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RanklePaintJob, rankle_painter_end)

G_END_DECLS
