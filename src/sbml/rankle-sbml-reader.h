/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* SBML text (NUL-terminated) -> SBMLDocument_t * (transfer full). Nothing outside the
 * text is ever fetched: a document type declaration is refused before the text reaches an
 * XML parser. */
void *
_rankle_sbml_read (const char *text, gsize length, const char *name, GError **error);

/* Where the construct at @at (a '<') ends: a tag, a comment or the like. NULL: nowhere.
 */
const char *_rankle_sbml_skip_markup (const char *at);

G_END_DECLS
