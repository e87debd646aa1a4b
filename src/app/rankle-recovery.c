/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-recovery.h"

#include <glib/gi18n.h>

#include "rankle-window-private.h"

typedef struct
{
  GWeakRef window;
  char   **copies; /* (owned) */
} Offer;

static void
offer_free (gpointer data, GClosure *closure)
{
  Offer *offer = data;

  g_weak_ref_clear (&offer->window);
  g_strfreev (offer->copies);
  g_free (offer);
}

/* Each in a window: the first may take one in which nobody has done anything. What cannot
 * be read stays where it is. */
static void
restore (RankleWindow *window, char **copies)
{
  for (char **copy = copies; *copy != NULL; copy++)
    {
      if (!_rankle_window_is_untouched (window))
        window = rankle_window_new_beside (window);
      _rankle_window_restore (window, *copy);
    }
}

static void
discard (char **copies)
{
  for (char **copy = copies; *copy != NULL; copy++)
    rankle_autosave_discard (*copy);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  Offer *offer = data;
  g_autoptr (RankleWindow) window = g_weak_ref_get (&offer->window);

  if (window != NULL && g_str_equal (response, "restore"))
    restore (window, offer->copies);
  else if (window != NULL && g_str_equal (response, "discard"))
    discard (offer->copies);
}

void
rankle_recovery_offer (RankleWindow *window)
{
  g_autofree char *folder = rankle_autosave_dup_folder ();
  g_auto (GStrv) copies = rankle_autosave_list_left (folder);
  GtkWidget *dialog;
  Offer     *offer;

  g_return_if_fail (RANKLE_IS_WINDOW (window));

  if (*copies == NULL)
    return;
  dialog = adw_message_dialog_new (
      GTK_WINDOW (window), _ ("Restore Unsaved Work?"),
      _ ("Rankle ended before all that was open had been saved."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "later", _ ("_Later"),
                                    "discard", _ ("_Discard"), "restore", _ ("_Restore"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "restore",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "restore");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "later");
  offer = g_new0 (Offer, 1);
  g_weak_ref_init (&offer->window, window);
  offer->copies = g_steal_pointer (&copies);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), offer, offer_free,
                         0);
  gtk_window_present (GTK_WINDOW (dialog));
}
