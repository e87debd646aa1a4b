/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-complex.h"
#include "rankle-trajectory.h"

G_BEGIN_DECLS

/* What can be told of the complex at a time. */
typedef enum
{
  RANKLE_COMPLEX_SHOWN,
  RANKLE_COMPLEX_NO_STATES,  /* the model does not tell the states of a trimer */
  RANKLE_COMPLEX_NO_TRIMERS, /* there is no RANKL then */
  RANKLE_COMPLEX_NOT_RUN,    /* the run did not come so far */
} RankleComplexKnown;

/* How far a share must have moved before who holds a groove changes: so a cursor that
 * plays does not make it flicker. */
#define RANKLE_COMPLEX_STICKS 0.05

/**
 * RankleComplexState:
 * @picked: how many grooves hold RANK in the state that the user looks at, 0 to 3
 * @of_1000: how many of 1000 trimers hold 0, 1, 2, 3 RANK; they add up to 1000
 * @grooves: who is in each groove
 * @holders_known: the model tells who is in the grooves that RANK is not in; else they
 * are drawn free
 * @shares: of RANKL that RANK does not hold, by who holds it; 0 of RANK
 * @settled: the shares at which each holder's number of grooves was last changed
 * @signal: as the model has it, in multiples of baseline; NaN where it does not tell
 *
 * What the picture of the complex shows at a moment of a run. A plain value; but for
 * @known and @picked it holds nothing unless @known is RANKLE_COMPLEX_SHOWN.
 */
typedef struct
{
  RankleComplexKnown known;
  guint              picked;
  guint              of_1000[RANKLE_GROOVES + 1];
  RankleHolder       grooves[RANKLE_GROOVES];
  gboolean           holders_known;
  double             shares[RANKLE_N_HOLDERS], settled[RANKLE_N_HOLDERS];
  double             signal;
} RankleComplexState;

/**
 * rankle_complex_state:
 * @run: whose model has bound_0 to bound_3, and RANKL, RANKL_OPG, RANKL_OPG_Fc,
 * RANKL_denosumab, RANKL_peptide or groove_free, groove_OPG, groove_denosumab
 * @time: [model's unit]: of the cursor
 * @picked: 0 to 3
 * @before: (nullable): what was shown of the same model until now; NULL: nothing, so that
 * the same is shown whatever was looked at before
 *
 * Nothing is computed here but who of few grooves stands for which share.
 */
RankleComplexState rankle_complex_state (const RankleTrajectory   *run,
                                         double                    time,
                                         guint                     picked,
                                         const RankleComplexState *before);

/* Gives @seats to @n shares, none below 0, by largest remainder; of equal ones to the
 * first. Where all are 0, all seats go to the first. */
void rankle_apportion (const double *shares, guint n, guint seats, guint *counts);

G_END_DECLS
