/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-observations-match.h"

G_BEGIN_DECLS

/* A point of one's own in words, for the eye and the ear, as rankle-finding-words.h has
 * those of studies. All (transfer full). */

/* "Week 4: 80 % of time 0 (75 to 85)" */
char *rankle_own_point_dup_observed (const RankleObservations *observations,
                                     const RankleOwnPoint     *point,
                                     RankleModel              *model);
/* "Modelled: 76 % of time 0; observed less modelled: +4, in spreads +0.8"; of one that
 * the model does not know "Not in this model". */
char *rankle_own_point_dup_modelled (const RankleObservations *observations,
                                     const RankleOwnPoint     *point,
                                     RankleModel              *model);
/* "Yours: obs.csv, arm treated" */
char *rankle_own_point_dup_source (const RankleObservations *observations,
                                   const RankleOwnPoint     *point);
/* All of it and what it is of, a thing a line. */
char *rankle_own_point_dup_lines (const RankleObservations *observations,
                                  const RankleOwnPoint     *point,
                                  RankleModel              *model);
/* The same as it is read aloud. */
char *rankle_own_point_dup_words (const RankleObservations *observations,
                                  const RankleOwnPoint     *point,
                                  RankleModel              *model);

/* Translated: "Weeks"; "Not told" */
const char *rankle_clock_in_words (RankleClock clock);
/* Translated: "% of time 0" */
const char *rankle_measured_as_in_words (RankleMeasuredAs measured_as);

G_END_DECLS
