/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-explorer.h"

G_BEGIN_DECLS

/* (transfer full): as rankle_control_format(), and times of doses in units that suit
 * them: "6 months" and "11 years", not 182.5 and 4018 days. What is no whole month stays
 * in days up to a year. */
char *rankle_control_shown_in_words (const RankleControl *control, double value);

G_END_DECLS
