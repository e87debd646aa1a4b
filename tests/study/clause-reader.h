/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* The numbers and times of one clause of a sentence, in English. */

/* (transfer full) (nullable): of a clause that is @phrase with a number in it, and @unit,
 * " %" say, behind each. */
GMatchInfo *clause_match (const char *phrase, const char *unit, const char *clause);
/* NaN: it is not said. @name: "value", "before", "base", "end". */
double clause_fetch_number (GMatchInfo *match, const char *name);
/* In units of @unit seconds; @name: "after", "in". *@half: what rounding may have taken;
 * untouched where nothing is said. */
double clause_fetch_time (GMatchInfo *match, const char *name, double unit, double *half);
