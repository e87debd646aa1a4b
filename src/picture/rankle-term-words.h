/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-diagram-state.h"
#include "rankle-term.h"
#include "rankle-trajectory.h"

G_BEGIN_DECLS

/* What an arc of a model's map stands for in its equations, with a run's numbers. */

/* (transfer full) (nullable): the term of the arc, else of the process that it belongs
 * to; NULL: the model has none. */
RankleTerm *
rankle_term_read_for_arc (RankleModel *model, const RankleDiagram *diagram, guint arc);

/* In the term's unit; NaN where @run, of the term's model, does not come. */
double rankle_term_get_value_at (const RankleTerm       *term,
                                 const RankleTrajectory *run,
                                 double                  time);

/* Of @n terms of the run's model at once, into @values. */
void rankle_terms_list_values_at (RankleTerm *const      *terms,
                                  guint                   n,
                                  const RankleTrajectory *run,
                                  double                  time,
                                  double                 *values);

/* All (transfer full): "kon × (RANKL × OPG − KD_OPG × RANKL_OPG)" */
char *rankle_term_formula_in_words (const RankleTerm *term);
/* "0.42 pM/d, 0.31 pM/day at baseline"; "" where it cannot be told. @run: @baseline:
 * (nullable) */
char *rankle_term_value_in_words (const RankleTerm       *term,
                                  const RankleTrajectory *run,
                                  const RankleTrajectory *baseline,
                                  double                  time);
/* "kon 0.0864 1/(pM d), RANKL 0.793 pM": what stands in the formula, as @run has it then.
 */
char *rankle_term_names_in_words (const RankleTerm       *term,
                                  const RankleTrajectory *run,
                                  double                  time);

G_END_DECLS
