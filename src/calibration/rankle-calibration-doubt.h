/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-calibration.h"

G_BEGIN_DECLS

/* How far a fit can be trusted: what it leaves open, whether it is the only one, and what
 * it owes to a study. None of this writes. */

/**
 * RankleProfile:
 * @lower: @upper: values of the parameter where the cost, all others fitted anew, has
 * risen by 1.92 (half of what 95 % of a chi squared with one degree lie below); a bound,
 * if it never does on that side
 * @open_below: @open_above: it never does there
 * @fall: by how much the cost fell below the best on the way, 0 or more: the best was
 * none
 */
typedef struct
{
  double   lower, upper;
  gboolean open_below, open_above;
  double   fall;
} RankleProfile;

RankleProfile rankle_calibration_profile (const RankleCalibration *calibration,
                                          const RankleFit         *best,
                                          guint                    parameter);

/**
 * RankleStart:
 * @ran: it came to rest somewhere
 * @cost: there
 * @same: within 1 % of the best cost, and within 5 % of each of its values that is known
 */
typedef struct
{
  gboolean ran, same;
  double   cost;
} RankleStart;

/* It is not known within a factor of two: whatever it is, the fit is much the same. */
gboolean rankle_calibration_is_flat (const RankleFit *best, guint parameter);
/* Start @number is thrown between the bounds of each parameter, evenly on a log scale,
 * and is the same whenever it is asked for. */
RankleStart rankle_calibration_try_start (const RankleCalibration *calibration,
                                          const RankleFit         *best,
                                          guint                    number);

/* (transfer full): const char *, each study of which a row is fitted with a weight. */
GPtrArray *rankle_calibration_list_studies (const RankleCalibration *calibration);
/* Fits without the rows of @study, from @best; FALSE: the model does not run. The
 * calibration is as it was when this returns. */
gboolean rankle_calibration_leave_out (RankleCalibration *calibration,
                                       const RankleFit   *best,
                                       const char        *study,
                                       RankleFit         *fit);
/* (transfer full): of each row what it deviates by at @values, in half-widths. */
double *rankle_calibration_list_deviations (const RankleCalibration *calibration,
                                            const double            *values);

G_END_DECLS
