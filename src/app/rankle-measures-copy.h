/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-measures-table.h"
#include "rankle-session.h"
#include "rankle-watch.h"

G_BEGIN_DECLS

/**
 * RankleMeasuresCopy:
 *
 * The table of measures of a session as text, with the kept runs that are seen, made of
 * runs to the tolerance of reading, be they on the screen yet or not: what "rankle-cli
 * measure --runs" writes of its file. Main
 * thread only; one at a time.
 */
typedef struct _RankleMeasuresCopy RankleMeasuresCopy;

/* @csv is NULL where a run failed, with @error saying why. Both are borrowed; it may be
 * freed in the call. */
typedef void (*RankleMeasuresCopyFunc) (RankleMeasuresCopy *copy,
                                        const char         *csv,
                                        const GError       *error,
                                        gpointer            data);

/* @thresholds is kept. Nothing is called after rankle_measures_copy_free(). */
RankleMeasuresCopy *rankle_measures_copy_new (RankleRunner          *runner,
                                              RankleSession         *session,
                                              GHashTable            *thresholds,
                                              RankleMeasuresCopyFunc func,
                                              gpointer               data);
void                rankle_measures_copy_free (RankleMeasuresCopy *copy);
/* Asks; if all is at hand, the function is called before this returns. */
void rankle_measures_copy_begin (RankleMeasuresCopy *copy);

G_END_DECLS
