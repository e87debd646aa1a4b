/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Puts @text in the place of what @path held, all of it or (on error) none of it. A pipe
 * or device is written to, not replaced; a symbolic link stays one. Errors name the path.
 */
gboolean
rankle_file_replace (const char *path, const char *text, gsize length, GError **error);

/* Reads at most @limit bytes; a longer file is an error. */
gboolean rankle_file_read (
    const char *path, gsize limit, char **text, gsize *length, GError **error);

G_END_DECLS
