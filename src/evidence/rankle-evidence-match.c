/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Arm and scenario are both put to the model, and it is the protocols that are compared:
 * the same treatment may be said in several ways. */

#include "config.h"

#include "rankle-evidence-match.h"

#include <math.h>

#include "rankle-question.h"
#include "rankle-rendering.h"
#include "rankle-time-unit.h"

/* A row that the model answers for. */
typedef struct
{
  guint  number; /* among the evidence's */
  guint  arm;
  double time; /* the model's */
} Answer;

struct _RankleEvidenceMatch
{
  RankleEvidence  *evidence; /* (owned) */
  RankleModel     *model;    /* (owned) */
  RankleProtocol **arms;     /* (owned), each nullable: the model cannot be asked */
  GArray          *answers;  /* (owned): Answer, by number */
};

/* NULL: the model lacks what the arm moves, or is asked it on other days than those that
 * the rows count, and then they have no place beside a run. */
static RankleProtocol *
make_protocol (RankleModel *model, RankleScenario *arm)
{
  double shift;
  g_autoptr (RankleScenario) scenario = rankle_rendering_put (arm, model, &shift, NULL);
  g_autoptr (RankleQuestion) question = NULL;

  if (scenario == NULL || shift > 0)
    return NULL;
  question = rankle_question_new (model, scenario);
  return rankle_question_make_protocol (question, NULL);
}

/* (transfer full) */
static GArray *
list_answers (const RankleEvidence *evidence, RankleModel *model)
{
  GArray *answers = g_array_new (FALSE, FALSE, sizeof (Answer));
  double  day = rankle_time_unit_convert ("day", rankle_model_get_time_unit (model));
  guint   n;
  const RankleEvidenceRow *rows = rankle_evidence_get_rows (evidence, &n);
  RankleObserved           observed;

  for (guint i = 0; i < n; i++)
    {
      Answer answer = { .number = i,
                        .arm = (guint)rankle_evidence_find_arm (evidence, rows[i].arm),
                        .time = rows[i].time * day };

      if (rankle_model_find_observed (model, rows[i].observable, &observed))
        g_array_append_val (answers, answer);
    }
  return answers;
}

RankleEvidenceMatch *
rankle_evidence_match_new (RankleEvidence *evidence, RankleModel *model)
{
  RankleEvidenceMatch *self;
  guint                n;

  g_return_val_if_fail (evidence != NULL && model != NULL, NULL);

  self = g_new0 (RankleEvidenceMatch, 1);
  n = rankle_evidence_get_n_arms (evidence);
  self->evidence = rankle_evidence_ref (evidence);
  self->model = rankle_model_ref (model);
  self->arms = g_new0 (RankleProtocol *, n + 1);
  for (guint i = 0; i < n; i++)
    if (rankle_evidence_asks (evidence, i, model))
      self->arms[i] = make_protocol (model, rankle_evidence_get_arm (evidence, i));
  self->answers = list_answers (evidence, model);
  return self;
}

void
rankle_evidence_match_free (RankleEvidenceMatch *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < rankle_evidence_get_n_arms (self->evidence); i++)
    g_clear_pointer (&self->arms[i], rankle_protocol_unref);
  g_free (self->arms);
  g_array_unref (self->answers);
  rankle_evidence_unref (self->evidence);
  rankle_model_unref (self->model);
  g_free (self);
}

/* ---- agreement ---- */

static gboolean
differ (double a, double b)
{
  return isnan (a) != isnan (b) || fabs (a - b) > 1e-12 * fmax (fabs (a), fabs (b));
}

/* One that is set to its default is not set. */
static double
get_parameter (const RankleProtocol *protocol, guint index)
{
  double value;

  g_assert (index < rankle_model_get_n_parameters (rankle_protocol_get_model (protocol)));

  value = rankle_protocol_get_parameters (protocol)[index];
  return isnan (value)
             ? rankle_model_get_parameter (rankle_protocol_get_model (protocol), index)
                   ->value
             : value;
}

static gboolean
have_same_parameters (const RankleProtocol *a, const RankleProtocol *b)
{
  guint n = rankle_model_get_n_parameters (rankle_protocol_get_model (a));

  for (guint i = 0; i < n; i++)
    if (differ (get_parameter (a, i), get_parameter (b, i)))
      return FALSE;
  return TRUE;
}

/* A state that is held is another experiment. */
static gboolean
hold_the_same (const RankleProtocol *a, const RankleProtocol *b)
{
  guint n = rankle_model_get_n_states (rankle_protocol_get_model (a));

  for (guint i = 0; i < n; i++)
    if (rankle_protocol_get_held (a)[i] != rankle_protocol_get_held (b)[i] ||
        (rankle_protocol_get_held (a)[i] &&
         differ (rankle_protocol_get_initial (a)[i], rankle_protocol_get_initial (b)[i])))
      return FALSE;
  return TRUE;
}

static gboolean
are_same_event (const RankleEvent *a, const RankleEvent *b)
{
  return a->kind == b->kind && a->target == b->target && !differ (a->time, b->time) &&
         !differ (a->value, b->value);
}

/* Until when both ask the same, in the model's time; below 0: never. */
static double
find_end_of_agreement (const RankleProtocol *a, const RankleProtocol *b)
{
  guint              n_a, n_b;
  const RankleEvent *as = rankle_protocol_get_events (a, &n_a);
  const RankleEvent *bs = rankle_protocol_get_events (b, &n_b);

  g_assert (rankle_protocol_get_model (a) == rankle_protocol_get_model (b));

  if (!have_same_parameters (a, b) || !hold_the_same (a, b))
    return -1;
  for (guint i = 0; i < n_a || i < n_b; i++)
    if (i >= n_a || i >= n_b || !are_same_event (&as[i], &bs[i]))
      return fmin (i < n_a ? as[i].time : INFINITY, i < n_b ? bs[i].time : INFINITY);
  return INFINITY;
}

/* (transfer full): a time for each arm. */
static double *
find_agreements (const RankleEvidenceMatch *self, const RankleProtocol *protocol)
{
  guint   n = rankle_evidence_get_n_arms (self->evidence);
  double *ends = g_new (double, n + 1);

  for (guint i = 0; i < n; i++)
    ends[i] =
        self->arms[i] == NULL ? -1 : find_end_of_agreement (self->arms[i], protocol);
  return ends;
}

GArray *
rankle_evidence_match_find (const RankleEvidenceMatch *self,
                            const RankleProtocol      *protocol)
{
  GArray            *found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree double *ends = NULL;

  g_return_val_if_fail (self != NULL && protocol != NULL, found);

  g_assert (rankle_protocol_get_model (protocol) == self->model);

  ends = find_agreements (self, protocol);
  for (guint i = 0; i < self->answers->len; i++)
    {
      const Answer *answer = &g_array_index (self->answers, Answer, i);

      if (answer->time <= ends[answer->arm])
        g_array_append_val (found, answer->number);
    }
  return found;
}
