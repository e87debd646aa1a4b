/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-treatment.h"

#include "rankle-model.h"

G_BEGIN_DECLS

/* A series of doses in words; @amount is the control of its amount. Times are in the
 * model's unit. A series may be NULL, where no dose is given. */

/* Some dose of it is something. */
gboolean rankle_doses_are_given (const RankleTreatmentStep *series);
/* They are the same doses; the time between the doses of one is none. */
gboolean rankle_doses_are_alike (const RankleTreatmentStep *a,
                                 const RankleTreatmentStep *b);

/* (transfer full): "Denosumab 60 mg every 6 months × 6, dose 4 late by 3 months" */
char *rankle_doses_in_words (const RankleModel         *model,
                             const RankleControl       *amount,
                             const RankleTreatmentStep *series);
/* (transfer full) (nullable): "Dose 4 of Denosumab, 3 months later"; NULL: not exactly
 * one dose was changed. */
char *rankle_dose_change_in_words (const RankleModel         *model,
                                   const RankleControl       *amount,
                                   const RankleTreatmentStep *before,
                                   const RankleTreatmentStep *after);

G_END_DECLS
