/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): for a reader. @why: a sentence without its full stop; @stays: curves
 * of an earlier run are still to be seen. */
char *rankle_failure_in_words (const char *why, gboolean stays);

/* (transfer full): likewise, of a run of which the beginning is shown. */
char *rankle_failure_until_then_in_words (const char *why);

G_END_DECLS
