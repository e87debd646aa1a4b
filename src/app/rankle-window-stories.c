/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-stories-page.h"
#include "rankle-window-private.h"

/* The first start: stories, in place of curves that are flat. They are offered once, and
 * never again unasked; whatever is done in the window is an answer, too. */

#define SHOWN "stories-shown"

static void
show_stories (RankleWindow *self, gboolean shown)
{
  gtk_widget_set_visible (self->stories, shown);
  gtk_widget_set_visible (self->plots_scroller, !shown);
  gtk_widget_set_visible (GTK_WIDGET (self->legend), !shown);
  gtk_widget_set_visible (GTK_WIDGET (self->answer), !shown);
}

void
_rankle_window_close_stories (RankleWindow *self)
{
  if (!gtk_widget_get_visible (self->stories))
    return;
  g_signal_handlers_disconnect_by_func (self->study, _rankle_window_close_stories, self);
  show_stories (self, FALSE);
}

void
_rankle_window_offer_stories (RankleWindow *self)
{
  /* Evidence comes by itself: that is nothing that was done. */
  static const char *const signals[] = { "notify::model", "notify::scenario", NULL };

  g_assert (RANKLE_IS_WINDOW (self));

  if (self->settings == NULL || g_settings_get_boolean (self->settings, SHOWN))
    return;
  g_settings_set_boolean (self->settings, SHOWN, TRUE);
  rankle_stories_page_fill (RANKLE_STORIES_PAGE (self->stories));
  show_stories (self, TRUE);
  gtk_widget_grab_focus (self->stories);
  for (const char *const *name = signals; *name != NULL; name++)
    g_signal_connect_object (self->study, *name,
                             G_CALLBACK (_rankle_window_close_stories), self,
                             G_CONNECT_SWAPPED);
}

static void
explore_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  _rankle_window_close_stories (data);
}

void
_rankle_window_add_stories (RankleWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "explore", .activate = explore_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries),
                                   self);
}
