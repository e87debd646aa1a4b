/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-window-private.h"

#ifdef __GLIBC__ /* known once a header of its has been read */
#include <malloc.h>
#endif

/* A drag makes and drops a run a frame, and what lies between what stays is kept by the C
 * library for the next one: after some drags a tenth of all memory is nobody's. Once
 * nothing has moved for a while it goes back to the system. */
#define REST 2 /* [s] */

static gboolean
rest_cb (gpointer data)
{
  RankleWindow *self = data;

  self->resting = 0;
#ifdef __GLIBC__
  malloc_trim (0);
#endif
  return G_SOURCE_REMOVE;
}

static void
moved_cb (RankleWindow *self)
{
  g_clear_handle_id (&self->resting, g_source_remove);
  self->resting = g_timeout_add_seconds_full (G_PRIORITY_LOW, REST, rest_cb, self, NULL);
}

void
_rankle_window_connect_rest (RankleWindow *self)
{
  g_signal_connect_object (self->study, "notify::trajectory", G_CALLBACK (moved_cb), self,
                           G_CONNECT_SWAPPED);
}
