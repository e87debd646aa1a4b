/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): @text as it may be sent to a terminal, which control characters would
 * steer: they are blanks, but for those in @kept ("\n\t" at most). What is not UTF-8 is
 * shown as such. @length -1: up to the NUL. */
char *rankle_printable (const char *text, gssize length, const char *kept);

/* Whether @text is ASCII, and has nothing that rankle_printable() would change. */
gboolean rankle_is_plain (const char *text, gsize length, const char *kept);

G_END_DECLS
