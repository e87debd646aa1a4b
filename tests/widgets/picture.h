/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The widget as it stands on the screen. (transfer full) */
GBytes *look_at (GtkWidget *widget);
/* How many of its pixels have the colour that @widget's style knows by @name. */
guint count_ink (GBytes *picture, GtkWidget *widget, const char *name);

G_END_DECLS
