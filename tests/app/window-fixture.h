/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-application.h"
#include "rankle-window-private.h"

G_BEGIN_DECLS

/* A window that tests look into. */

void set_up_application (int *argc, char ***argv);
/* With its first runs there, and standing still. */
RankleWindow *open_window (void);
/* Until nothing is left of it. */
void close_window (RankleWindow *window);

void     iterate_until (gboolean (*test) (RankleWindow *), RankleWindow *window);
gboolean has_runs (RankleWindow *window);
gboolean is_idle (RankleWindow *window);
/* No file is being read. */
gboolean has_read (RankleWindow *window);

GtkWidget *find_scale (RankleWindow *window, const char *control);
/* The first of exactly that type. */
GtkWidget *find_descendant (GtkWidget *widget, GType type);

/* (transfer full) */
GFile *write_file (const char *text);
/* Until it has been read. */
void write_and_open (RankleWindow *window, const char *text);

G_END_DECLS
