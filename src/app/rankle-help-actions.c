/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-help-actions.h"

#include "rankle-help-window.h"
#include "rankle-help.h"
#include "rankle-whats-this.h"

/* ---- what has the focus ---- */

static const RankleHelpPage *
find_of (const char *what)
{
  return what == NULL || *what == '\0' ? NULL : rankle_help_find_of (what);
}

/* By what it does, what it is called in its template, or what it is. */
static const RankleHelpPage *
find_for_one (GtkWidget *widget)
{
  const RankleHelpPage *page = NULL;

  if (GTK_IS_ACTIONABLE (widget))
    page = find_of (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)));
  if (page == NULL)
    page = find_of (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)));
  return page != NULL ? page : find_of (G_OBJECT_TYPE_NAME (widget));
}

const RankleHelpPage *
rankle_help_find_for (GtkWidget *widget)
{
  const RankleHelpPage *page = NULL;

  for (; widget != NULL && page == NULL; widget = gtk_widget_get_parent (widget))
    page = find_for_one (widget);
  return page;
}

/* The window itself, where nothing in it has the focus. */
static GtkWidget *
get_focus (GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  return focus != NULL ? focus : GTK_WIDGET (window);
}

static gboolean
show_help (GtkWidget *window, GVariant *arguments, gpointer data)
{
  const RankleHelpPage *page = rankle_help_find_for (get_focus (GTK_WINDOW (window)));

  rankle_help_window_open (GTK_WINDOW (window), page != NULL ? page->id : NULL);
  return TRUE;
}

static gboolean
show_whats_this (GtkWidget *window, GVariant *arguments, gpointer data)
{
  GtkWidget *focus = get_focus (GTK_WINDOW (window));

  rankle_whats_this_show (focus, rankle_help_find_for (focus));
  return TRUE;
}

/* ---- actions of the application ---- */

static void
help_cb (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  GtkWindow *window = gtk_application_get_active_window (application);

  if (window != NULL)
    show_help (GTK_WIDGET (window), NULL, NULL);
}

static void
whats_this_cb (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  GtkWindow *window = gtk_application_get_active_window (application);

  if (window != NULL)
    show_whats_this (GTK_WIDGET (window), NULL, NULL);
}

/* ---- keys of all other windows ---- */

static void
add_key (GtkEventController *keys, GdkModifierType modifiers, GtkShortcutFunc func)
{
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F1, modifiers),
                        gtk_callback_action_new (func, NULL, NULL)));
}

/* The application's keys reach the windows that are its own, and no dialog. */
static void
added_cb (GListModel *windows, guint position, guint removed, guint added, gpointer data)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      GtkEventController *keys = gtk_shortcut_controller_new ();

      add_key (keys, 0, show_help);
      add_key (keys, GDK_SHIFT_MASK, show_whats_this);
      gtk_widget_add_controller (window, keys);
    }
}

void
rankle_help_add_actions (GtkApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "help", .activate = help_cb },
    { .name = "whats-this", .activate = whats_this_cb },
  };

  g_return_if_fail (GTK_IS_APPLICATION (application));

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions,
                                   G_N_ELEMENTS (actions), application);
  g_signal_connect_object (gtk_window_get_toplevels (), "items-changed",
                           G_CALLBACK (added_cb), application, 0);
}
