/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-window-private.h"

RankleWindowReading *
_rankle_window_begin_reading (RankleWindow *self, const char *path, guint purpose)
{
  g_autofree char     *name = g_filename_display_basename (path);
  RankleWindowReading *reading = g_new0 (RankleWindowReading, 1);

  g_assert (RANKLE_IS_WINDOW (self));

  g_weak_ref_init (&reading->window, self);
  reading->token = rankle_reading_bar_begin (self->reading, name);
  reading->path = g_strdup (path);
  reading->purpose = purpose;
  return reading;
}

RankleWindow *
_rankle_window_end_reading (RankleWindowReading *reading)
{
  g_autoptr (RankleWindow) window = g_weak_ref_get (&reading->window);

  if (window == NULL || window->reading == NULL ||
      !rankle_reading_bar_end (window->reading, reading->token))
    return NULL;
  return g_steal_pointer (&window);
}

void
_rankle_window_reading_free (RankleWindowReading *reading)
{
  g_weak_ref_clear (&reading->window);
  g_object_unref (reading->token);
  g_free (reading->path);
  g_free (reading);
}
