/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-type-ahead.h"

static gboolean
is_typed (guint key, GdkModifierType state)
{
  return (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) == 0 &&
         g_unichar_isgraph (gdk_keyval_to_unicode (key));
}

/* It goes on where it stood. */
static gboolean
key_cb (GtkEventControllerKey *keys,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        GtkEditable           *search)
{
  GtkEditable *text = gtk_editable_get_delegate (search);

  g_assert (GTK_IS_TEXT (text));

  if (!is_typed (key, state) || gtk_widget_has_focus (GTK_WIDGET (text)))
    return GDK_EVENT_PROPAGATE;
  gtk_text_grab_focus_without_selecting (GTK_TEXT (text));
  gtk_editable_set_position (search, -1);
  return gtk_event_controller_key_forward (keys, GTK_WIDGET (text));
}

void
rankle_type_ahead_add (GtkWidget *widget, GtkSearchEntry *search)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_if_fail (GTK_IS_WIDGET (widget) && GTK_IS_SEARCH_ENTRY (search));

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), search, 0);
  gtk_widget_add_controller (widget, keys);
}
