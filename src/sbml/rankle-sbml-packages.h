/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Of an SBML text (NUL-terminated) what stands in namespaces that it says one need not
 * know (prefix:required="false") becomes spaces, so that all else stays where it was.
 * (transfer full) (nullable): NULL where there are none. @prefixes: (transfer full):
 * those that were passed over, NULL at the end. */
char *_rankle_packages_pass_over (const char *text, char ***prefixes);

G_END_DECLS
