/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RANKLE_POWERS 8

/* results[i] = bases[i] ^ exponents[i], @n of them, each to within 4 units in the last
 * place. All three arrays have room for RANKLE_POWERS, and the bases and exponents beyond
 * @n are numbers. */
void
rankle_powers (const double *bases, const double *exponents, guint n, double *results);

G_END_DECLS
