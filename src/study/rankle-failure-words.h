/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): for a reader. @why: a sentence without its full stop; @stays: curves
 * of an earlier run are still to be seen. */
char *rankle_failure_in_words (const char *why, gboolean stays);

G_END_DECLS
