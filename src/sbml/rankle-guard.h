/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Runs @work in a copy of this process and tells whether the copy came through it: TRUE,
 * too, where no copy could be made. Whatever @work leaves behind is lost with the copy;
 * it must take no lock that another thread of ours may hold. */
gboolean _rankle_guard_survives (void (*work) (gpointer data), gpointer data);

G_END_DECLS
