/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A source of the main loop that is silent until it is rung, by a worker or by a clock;
 * then @callback is called once, in @context, whatever number of times it was rung. What
 * has happened stands elsewhere. */
GSource *_rankle_bell_new (GMainContext *context, GSourceFunc callback, gpointer data);
/* Any thread. */
void _rankle_bell_ring (GSource *bell);
/* No callback after it; may be called from within one. Nobody may ring any more. */
void _rankle_bell_clear (GSource **bell);

G_END_DECLS
