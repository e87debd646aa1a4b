/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-scorecard.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-score.h"

struct _RankleScorecard
{
  RankleEvidence *evidence; /* (owned) */
  RankleModel    *model;    /* (owned) */
  RankleScore    *scores;
  guint           n_scores;

  /* Per arm; a run that is not made has no protocol. */
  RankleProtocol **protocols; /* (owned) */
  char           **reasons;   /* (owned): why there is no run, or it broke down */
  guint           *runs;      /* arm of each run */
  guint            n_runs;
};

const char *
rankle_verdict_to_string (RankleVerdict verdict)
{
  static const char *const words[] = { "pass", "fail", "not asked" };

  g_return_val_if_fail (verdict < G_N_ELEMENTS (words), "");

  return words[verdict];
}

/* ---- what cannot be asked ---- */

static void
sort_out (RankleScorecard *self, RankleScore *score)
{
  guint          arm = (guint)rankle_evidence_find_arm (self->evidence, score->row->arm);
  RankleObserved observed;

  if (!rankle_model_find_observed (self->model, score->row->observable, &observed))
    score->reason = _ ("the model has nothing of the kind");
  else if (self->protocols[arm] == NULL)
    score->reason = self->reasons[arm];
  if (score->reason != NULL)
    score->verdict = RANKLE_VERDICT_NOT_ASKED;
}

/* ---- the runs ---- */

static void
plan (RankleScorecard *self)
{
  guint n = rankle_evidence_get_n_arms (self->evidence);

  self->protocols = g_new0 (RankleProtocol *, n + 1);
  self->reasons = g_new0 (char *, n + 1);
  self->runs = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;

      self->protocols[i] =
          rankle_score_make_protocol (self->evidence, i, self->model, NULL, &error);
      if (self->protocols[i] != NULL)
        self->runs[self->n_runs++] = i;
      else
        self->reasons[i] = g_strdup (error->message);
    }
}

static RankleProtocol *
make (guint run, gpointer data)
{
  RankleScorecard *self = data;

  g_assert (run < self->n_runs);

  return rankle_protocol_ref (self->protocols[self->runs[run]]);
}

static void
score_row (RankleScore *score, const RankleTrajectory *trajectory, const char *reason)
{
  if (score->verdict == RANKLE_VERDICT_NOT_ASKED)
    return;
  score->reason = reason;
  if (trajectory != NULL)
    score->modelled = rankle_score_measure (score->row, trajectory);
  if (isnan (score->modelled) && reason == NULL)
    score->reason = _ ("the model gives no number there");
  score->deviation = rankle_score_deviation (score->row, score->modelled);
  score->verdict = rankle_score_judge (score->row, score->modelled);
}

/* On several threads at once: each touches the rows of its own arm. */
static void
take (guint run, RankleTrajectory *trajectory, const GError *error, gpointer data)
{
  RankleScorecard *self = data;
  guint            arm = self->runs[run];
  const char *id = rankle_scenario_get_id (rankle_evidence_get_arm (self->evidence, arm));

  g_assert (run < self->n_runs && (trajectory == NULL) != (error == NULL));

  if (trajectory == NULL)
    self->reasons[arm] = g_strdup (error->message);
  for (guint i = 0; i < self->n_scores; i++)
    if (g_str_equal (self->scores[i].row->arm, id))
      score_row (&self->scores[i], trajectory, self->reasons[arm]);
}

RankleScorecard *
rankle_scorecard_new (RankleEvidence *evidence, RankleModel *model, RankleRunner *runner)
{
  RankleScorecard         *self;
  const RankleEvidenceRow *rows;

  g_return_val_if_fail (evidence != NULL && model != NULL, NULL);
  g_return_val_if_fail (RANKLE_IS_RUNNER (runner), NULL);

  self = g_new0 (RankleScorecard, 1);
  self->evidence = rankle_evidence_ref (evidence);
  self->model = rankle_model_ref (model);
  rows = rankle_evidence_get_rows (evidence, &self->n_scores);
  self->scores = g_new (RankleScore, self->n_scores + 1);
  plan (self);
  for (guint i = 0; i < self->n_scores; i++)
    {
      self->scores[i] =
          (RankleScore){ .row = &rows[i], .modelled = NAN, .deviation = NAN };
      sort_out (self, &self->scores[i]);
    }
  rankle_runner_run_batch (runner, self->n_runs, make, take, self);
  return self;
}

void
rankle_scorecard_free (RankleScorecard *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < rankle_evidence_get_n_arms (self->evidence); i++)
    {
      g_clear_pointer (&self->protocols[i], rankle_protocol_unref);
      g_free (self->reasons[i]);
    }
  g_free (self->protocols);
  g_free (self->reasons);
  g_free (self->runs);
  g_free (self->scores);
  rankle_evidence_unref (self->evidence);
  rankle_model_unref (self->model);
  g_free (self);
}

const RankleScore *
rankle_scorecard_get_scores (const RankleScorecard *self, guint *n)
{
  g_return_val_if_fail (self != NULL && n != NULL, NULL);

  *n = self->n_scores;
  return self->scores;
}

const char *
rankle_scorecard_get_breakdown (const RankleScorecard *self, const char **arm)
{
  g_return_val_if_fail (self != NULL && arm != NULL, NULL);

  for (guint i = 0; i < self->n_runs; i++)
    if (self->reasons[self->runs[i]] != NULL)
      {
        *arm = rankle_scenario_get_id (
            rankle_evidence_get_arm (self->evidence, self->runs[i]));
        return self->reasons[self->runs[i]];
      }
  return NULL;
}

/* ---- totals ---- */

static RankleTotal
sum_up (const RankleScorecard *self, gboolean fit, gboolean predicted)
{
  RankleTotal total = { 0 };
  double      sum = 0;
  guint       n = 0;

  for (guint i = 0; i < self->n_scores; i++)
    {
      const RankleScore *score = &self->scores[i];

      if (!(score->row->predicted ? predicted : fit))
        continue;
      total.passed += score->verdict == RANKLE_VERDICT_PASS;
      total.not_asked += score->verdict == RANKLE_VERDICT_NOT_ASKED;
      total.asked += score->verdict != RANKLE_VERDICT_NOT_ASKED;
      if (isfinite (score->deviation))
        {
          sum += score->deviation * score->deviation;
          n++;
        }
    }
  total.deviation = n > 0 ? sqrt (sum / n) : NAN;
  return total;
}

RankleTotal
rankle_scorecard_get_total (const RankleScorecard *self, gboolean predicted)
{
  g_return_val_if_fail (self != NULL, (RankleTotal){ 0 });

  return sum_up (self, !predicted, predicted);
}

RankleTotal
rankle_scorecard_get_grand_total (const RankleScorecard *self)
{
  g_return_val_if_fail (self != NULL, (RankleTotal){ 0 });

  return sum_up (self, TRUE, TRUE);
}
