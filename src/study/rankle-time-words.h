/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): "1 year 6 months", "2 days 3 hours": @time of a run until @horizon,
 * both in @time_unit, in the two largest units that suit the whole run, so that its words
 * do not jump from unit to unit while it plays. A bare number where the unit is none. */
char *rankle_time_in_words (const char *time_unit, double time, double horizon);

/* (transfer full): likewise of a moment that stays: "2 years", not "2 years 0 months"; "3
 * months". */
char *rankle_time_moment_in_words (const char *time_unit, double time, double horizon);

/* (transfer full): "6 months", "10 days", "2.5 years": about so long, in the one unit
 * that suits it best. */
char *rankle_time_span_in_words (const char *time_unit, double span);

/* (transfer full): "11 years", "9 months 4 days", "2 days 3 hours": what a dose is moved
 * to is told as exactly as it can be moved. Years may be of 365 days, or of a quarter
 * more. */
char *rankle_time_exactly_in_words (const char *time_unit, double span);

G_END_DECLS
