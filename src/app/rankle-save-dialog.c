/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-save-dialog.h"

#include <glib/gi18n.h>

GtkFileChooserNative *
rankle_save_dialog_new (GtkWindow  *parent,
                        const char *title,
                        const char *name,
                        GCallback   answer)
{
  GtkFileChooserNative *chooser;

  g_return_val_if_fail (GTK_IS_WINDOW (parent) && title != NULL, NULL);
  g_return_val_if_fail (name != NULL && answer != NULL, NULL);

  chooser = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE,
                                         NULL, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", answer, parent, 0);
  return chooser;
}

char *
rankle_save_dialog_finish (GtkNativeDialog *dialog, int response, const char **complaint)
{
  g_autoptr (GFile) file = NULL;
  char *path;

  g_return_val_if_fail (GTK_IS_FILE_CHOOSER (dialog) && complaint != NULL, NULL);

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  path = file == NULL ? NULL : g_file_get_path (file);
  *complaint = file != NULL && path == NULL
                   ? _ ("Only files on this computer can be written.")
                   : NULL;
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
  return path;
}
