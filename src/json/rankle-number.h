/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The shortest decimal that is read back as @value, as text of the C locale: 182.5,
 * 1e+22, -inf. What is not a number is NaN, whatever sign it has: the spelling that R,
 * Python and spreadsheets know. */
void rankle_number_append (GString *text, double value);

G_END_DECLS
