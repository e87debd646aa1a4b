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

G_END_DECLS
