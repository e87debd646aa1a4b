/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks where something is to be written. */

/* (transfer full): not shown yet. @answer takes the dialog's “response”, with @parent,
 * and calls rankle_save_dialog_finish(). */
GtkFileChooserNative *rankle_save_dialog_new (GtkWindow  *parent,
                                              const char *title,
                                              const char *name,
                                              GCallback   answer);

/* (transfer full) (nullable): the path that was chosen. NULL: none was, or none that can
 * be written, for which there is a @complaint (out) (transfer none), else NULL. The
 * dialog is done with. */
char *
rankle_save_dialog_finish (GtkNativeDialog *dialog, int response, const char **complaint);

G_END_DECLS
