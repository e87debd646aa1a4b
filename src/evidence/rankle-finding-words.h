/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-finding.h"

G_BEGIN_DECLS

/* A finding in words, for the eye and the ear. All (transfer full). */

/* "2 years", "182 days": @days as a study tells them. */
char *rankle_days_in_words (double days);
/* "After 2 years", "From 3 years to 4 years", "Highest within 100 days" */
char *rankle_finding_dup_when (const RankleFinding *finding);
/* "After 2 years: +4 % (+2.5 to +5.5)"; of one bound alone "After 1 month: at most −86 %"
 */
char *rankle_finding_dup_observed (const RankleFinding *finding);
/* "Modelled: +4.3 %, within that range; used in the fit". Of one that is told of several
 * runs: "Told against “Placebo”, not of one run alone" */
char *rankle_finding_dup_modelled (const RankleFinding *finding);
/* Of whom, by what it was measured, and of whom the model is asked: "Studied: women 60 to
 * 90; serum CTX. In the model: A woman of 72"; may be "". */
char *rankle_finding_dup_people (const RankleFinding *finding);
/* The citation; what was not read there does not stand as one. */
char *rankle_finding_dup_source (const RankleFinding *finding);
/* All of it and what it is of, a thing a line. */
char *rankle_finding_dup_lines (const RankleFinding *finding, RankleModel *model);
/* The same as it is read aloud. */
char *rankle_finding_dup_words (const RankleFinding *finding, RankleModel *model);

G_END_DECLS
