/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-scenario.h"

G_BEGIN_DECLS

/**
 * RankleQuestion:
 *
 * All that a run can be repeated from: a model, a scenario put to it, the rows that are
 * wanted of the run and how right they must be. Filled by its maker, then constant;
 * reference counted. Window, command line and evidence ask by it alone.
 */
#define RANKLE_TYPE_QUESTION (rankle_question_get_type ())
typedef struct _RankleQuestion RankleQuestion;

GType           rankle_question_get_type (void);
RankleQuestion *rankle_question_new (RankleModel *model, RankleScenario *scenario);
/* (transfer full): the same rows and tolerances wanted of another scenario. */
RankleQuestion *rankle_question_with_scenario (const RankleQuestion *question,
                                               RankleScenario       *scenario);
RankleQuestion *rankle_question_ref (RankleQuestion *question);
void            rankle_question_unref (RankleQuestion *question);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleQuestion, rankle_question_unref)

RankleModel    *rankle_question_get_model (const RankleQuestion *question);
RankleScenario *rankle_question_get_scenario (const RankleQuestion *question);
/* [model's time unit]: the scenario's horizon, as the model can be asked for it. */
double rankle_question_get_horizon (const RankleQuestion *question);

/* The rows, in the model's time unit: one each @interval from 0 to @end; or at @times
 * (ascending, distinct); or, as at first, what a plot of the horizon needs, with each
 * dose sharp. */
void rankle_question_set_every (RankleQuestion *question, double end, double interval);
void rankle_question_set_times (RankleQuestion *question, const double *times, guint n);
/* Further rows among those of a plot. */
void rankle_question_add_times (RankleQuestion *question, const double *times, guint n);

/* @absolute 0: chosen for each state. */
void rankle_question_set_tolerances (RankleQuestion *question,
                                     double          relative,
                                     double          absolute);
/* With rows of what the model hides. */
void rankle_question_set_hidden (RankleQuestion *question, gboolean hidden);
/* What the model lacks of the scenario is left out; as at first, that is an error. */
void rankle_question_set_lenient (RankleQuestion *question, gboolean lenient);
/* n_parameters values in the place of the model's own, NaN for those that stay; before
 * the scenario is put to it. Copied. */
void rankle_question_set_parameters (RankleQuestion *question, const double *parameters);

/* (transfer full): the run to be made, sealed; or NULL, and what the model cannot be
 * asked. */
RankleProtocol *rankle_question_make_protocol (const RankleQuestion *question,
                                               GError              **error);

G_END_DECLS
