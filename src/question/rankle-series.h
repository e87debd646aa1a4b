/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-treatment.h"

G_BEGIN_DECLS

/* The doses of one series, a step that doses, one by one: from 1, in the order in which
 * the series has them, which is not that of their times where one is late. */

/* More than this is a mistake, not a treatment. */
#define RANKLE_SERIES_MAX 10000

/* How many are planned, the missed ones included: RANKLE_SERIES_MAX at most. */
guint rankle_series_count (const RankleTreatmentStep *series);
/* Where @dose would stand if it were no exception. */
double rankle_series_get_place (const RankleTreatmentStep *series, guint dose);

/* FALSE: @dose is missed. @time and @amount are where it would be given, and what, then,
 * too. */
gboolean rankle_series_get_dose (const RankleTreatmentStep *series,
                                 guint                      dose,
                                 double                    *time,
                                 double                    *amount);
/* When the first of them that is given is given; where none is, where they begin. */
double rankle_series_get_first (const RankleTreatmentStep *series);

/* What @dose has of its own: of one as the others nothing. */
RankleDoseException rankle_series_get_exception (const RankleTreatmentStep *series,
                                                 guint                      dose);
/* FALSE: it is a dose as the others. */
gboolean rankle_dose_exception_says (const RankleDoseException *exception);
/* @exceptions: RankleDoseException, as a series has them. @exception takes the place of
 * what stands there of its dose; one that says nothing takes that away. */
void rankle_dose_exceptions_put (GArray                    *exceptions,
                                 const RankleDoseException *exception);
/* (transfer full): an empty list of them. */
GArray *rankle_dose_exceptions_new (void);
/* @series has those of @exceptions, which must outlive it. */
void rankle_series_set_exceptions (RankleTreatmentStep *series, const GArray *exceptions);

G_END_DECLS
