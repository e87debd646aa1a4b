/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-window-private.h"

/* Curves that are not yet those of what the title says are told from those that are. */

/* Until then they are taken for an answer that follows the hand. [ms] */
#define PATIENCE 150
/* Between two steps of the bar [ms]. */
#define STEP 80

gboolean
_rankle_window_wants_motion (void)
{
  gboolean animations = TRUE;

  g_object_get (gtk_settings_get_default (), "gtk-enable-animations", &animations, NULL);
  return animations;
}

static gboolean
is_waiting (RankleWindow *self)
{
  gboolean busy = FALSE;

  g_object_get (self->study, "busy", &busy, NULL);
  return busy || rankle_comparison_is_waiting (
                     rankle_compare_view_get_comparison (self->compare));
}

static gboolean
step_cb (gpointer data)
{
  gtk_progress_bar_pulse (RANKLE_WINDOW (data)->waiting_bar);
  return G_SOURCE_CONTINUE;
}

static void
show_waiting (RankleWindow *self, gboolean waiting)
{
  GtkWidget *parts[] = { GTK_WIDGET (self->paned), GTK_WIDGET (self->compare) };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (waiting)
      gtk_widget_add_css_class (parts[i], "waiting");
    else
      gtk_widget_remove_css_class (parts[i], "waiting");
  gtk_widget_set_visible (GTK_WIDGET (self->waiting_bar), waiting);
  gtk_progress_bar_pulse (self->waiting_bar);
}

static gboolean
patience_cb (gpointer data)
{
  RankleWindow *self = data;

  show_waiting (self, TRUE);
  self->waiting =
      _rankle_window_wants_motion () ? g_timeout_add (STEP, step_cb, self) : 0;
  return G_SOURCE_REMOVE;
}

/* A run that has just come is as good as the answer: a drag never waits for its last. */
static void
update_cb (RankleWindow *self)
{
  g_clear_handle_id (&self->waiting, g_source_remove);
  show_waiting (self, FALSE);
  if (is_waiting (self))
    self->waiting = g_timeout_add (self->patience, patience_cb, self);
}

void
_rankle_window_connect_waiting (RankleWindow *self)
{
  static const char *const signals[] = { "notify::busy", "notify::trajectory", NULL };

  self->patience = PATIENCE;
  for (const char *const *name = signals; *name != NULL; name++)
    g_signal_connect_object (self->study, *name, G_CALLBACK (update_cb), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (rankle_compare_view_get_comparison (self->compare), "changed",
                           G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
}
