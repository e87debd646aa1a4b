/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a screen reader says of a slider: its name, and its value in words. @description
 * (nullable) is said after them. */
void
rankle_spoken_value_set (GtkWidget *slider, const char *value, const char *description);

G_END_DECLS
