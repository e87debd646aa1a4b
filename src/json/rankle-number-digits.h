/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* No double needs more. */
#define RANKLE_DIGITS_MAX 17

/* The fewest decimal digits that are read back as @value, and of those the nearest to it:
 * |value| = d.ddd × 10^@exponent. @value must be finite. Returns how many are in @digits,
 * which are '0' … '9' without a NUL; of 0 there is one. */
guint _rankle_number_digits (double value, char digits[RANKLE_DIGITS_MAX], int *exponent);

G_END_DECLS
