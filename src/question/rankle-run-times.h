/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-protocol.h"

G_BEGIN_DECLS

/* (transfer full): the times to report of a run of @horizon with @events, as double,
 * ascending and distinct: an even grid that nothing moves, so that curves do not shimmer
 * while a slider is dragged, and some after each event, so that its jump is sharp and the
 * peak that follows as high as it is. */
GArray *
rankle_run_times_choose (double horizon, const RankleEvent *events, guint n_events);

/* Adds those of @n times that lie within what @times has; it stays ascending and
 * distinct. */
void rankle_run_times_add (GArray *times, const double *more, guint n);

G_END_DECLS
