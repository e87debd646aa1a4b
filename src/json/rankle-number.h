/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The shortest decimal that is read back as @value, as text of the C locale. */
void rankle_number_append (GString *text, double value);

G_END_DECLS
