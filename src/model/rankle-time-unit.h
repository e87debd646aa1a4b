/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a model's time may be counted in: "second", "minute", "hour", "day". 0: not one of
 * them, such as "" for a model without units. */
double rankle_time_unit_get_seconds (const char *unit);
/* The one that is @seconds long; "" where none is, or for NAN. */
const char *rankle_time_unit_find (double seconds);
/* How many @to one @from is; 1 where either is unknown. */
double rankle_time_unit_convert (const char *from, const char *to);

G_END_DECLS
