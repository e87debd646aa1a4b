/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Times as somebody types them: "6 months", "3 y 2 mo", "182,5 days", "90". Of a year
 * there are 365 days, and 12 months, as in what is read of times. */

/* [s] of "days", "y", "mo" and the like, in English or the user's words; 0: it is no
 * such word. */
double rankle_time_word_get_seconds (const char *word);
/* FALSE: @text is no time. @unit: seconds of what a bare number counts, and of @time; 0:
 * there is no such unit, and a number alone will do. Not below 0, finite. */
gboolean rankle_time_parse (const char *text, double unit, double *time);

G_END_DECLS
