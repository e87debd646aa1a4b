/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RankleTrail:
 *
 * The last few points that a run came to, for one that has to go back. Not thread safe.
 */
typedef struct _RankleTrail RankleTrail;

RankleTrail *_rankle_trail_new (guint n_states);
void         _rankle_trail_free (RankleTrail *trail);

void _rankle_trail_forget (RankleTrail *trail);
void _rankle_trail_add (RankleTrail *trail, double time, const double *state);

/* The point before @back others (0: the last), valid until the next one is added; NULL:
 * it is not remembered. */
const double *_rankle_trail_look (const RankleTrail *trail, guint back, double *time);

G_END_DECLS
