/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Antimony text -> SBMLDocument_t * (transfer full), or NULL with "name:line:column:
 * what". */
void *
_rankle_antimony_read (const char *text, gssize length, const char *name, GError **error);

G_END_DECLS
