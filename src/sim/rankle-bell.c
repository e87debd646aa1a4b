/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-bell-private.h"

/* Silent first: what rings during the callback rings again. */
static gboolean
dispatch (GSource *source, GSourceFunc callback, gpointer data)
{
  g_source_set_ready_time (source, -1);
  return callback (data);
}

GSource *
_rankle_bell_new (GMainContext *context, GSourceFunc callback, gpointer data)
{
  static GSourceFuncs functions = { .dispatch = dispatch };
  GSource            *bell = g_source_new (&functions, sizeof (GSource));

  g_source_set_static_name (bell, "rankle-bell");
  g_source_set_callback (bell, callback, data, NULL);
  g_source_set_ready_time (bell, -1);
  g_source_attach (bell, context);
  return bell;
}

void
_rankle_bell_ring (GSource *bell)
{
  g_source_set_ready_time (bell, 0);
}

void
_rankle_bell_clear (GSource **bell)
{
  g_source_destroy (*bell);
  g_clear_pointer (bell, g_source_unref);
}
