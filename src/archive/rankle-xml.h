/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* XML out: the few elements that an archive needs. */

/* As printf: each text of @... is escaped, and without what XML cannot hold. All of them
 * are texts (%s). */
void rankle_xml_append (GString *xml, const char *format, ...);

G_END_DECLS
