/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-scorecard.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-inquiry.h"

struct _RankleScorecard
{
  RankleEvidence *evidence; /* (owned) */
  RankleInquiry  *inquiry;  /* (owned) */
  RankleScore    *scores;
  guint           n_scores;

  /* Per run. */
  char    **reasons; /* (owned): why it broke down */
  gboolean *failed;
};

/* While it is being made. */
typedef struct
{
  RankleScorecard *self;
  RankleSight     *sights;
} Work;

const char *
rankle_verdict_to_string (RankleVerdict verdict)
{
  static const char *const words[] = { "pass", "fail", "not asked" };

  g_return_val_if_fail (verdict < G_N_ELEMENTS (words), "");

  return words[verdict];
}

/* ---- the runs ---- */

static RankleProtocol *
make (guint run, gpointer data)
{
  const Work *work = data;

  return rankle_inquiry_make_protocol (work->self->inquiry, run, NULL);
}

/* On several threads at once: each touches what is of its own run. */
static void
take (guint run, RankleTrajectory *trajectory, const GError *error, gpointer data)
{
  Work            *work = data;
  RankleScorecard *self = work->self;

  g_assert ((trajectory == NULL) != (error == NULL));

  self->failed[run] = trajectory == NULL;
  if (trajectory == NULL)
    self->reasons[run] = g_strdup (error->message);
  rankle_inquiry_look (self->inquiry, run, trajectory, work->sights);
}

static void
score_row (const Work *work, guint row, RankleScore *score)
{
  const RankleScorecard *self = work->self;
  int                    failed;

  score->reason = rankle_inquiry_get_reason (self->inquiry, row);
  if (score->reason != NULL)
    {
      score->verdict = RANKLE_VERDICT_NOT_ASKED;
      return;
    }
  failed = rankle_inquiry_find_failed (self->inquiry, row, self->failed);
  score->modelled = rankle_inquiry_tell (self->inquiry, row, work->sights);
  if (failed >= 0)
    score->reason = self->reasons[failed];
  else if (isnan (score->modelled))
    score->reason = _ ("the model gives no number there");
  score->deviation = rankle_score_deviation (score->row, score->modelled);
  score->verdict = rankle_score_judge (score->row, score->modelled);
}

/* What is put to other models alone is no question. */
static void
score_rows (const Work *work)
{
  RankleScorecard         *self = work->self;
  guint                    n;
  const RankleEvidenceRow *rows = rankle_evidence_get_rows (self->evidence, &n);

  self->scores = g_new (RankleScore, n + 1);
  for (guint i = 0; i < n; i++)
    {
      RankleScore *score = &self->scores[self->n_scores];

      if (!rankle_inquiry_includes (self->inquiry, i))
        continue;
      *score = (RankleScore){ .row = &rows[i], .modelled = NAN, .deviation = NAN };
      score_row (work, i, score);
      self->n_scores++;
    }
}

RankleScorecard *
rankle_scorecard_new (RankleEvidence *evidence, RankleModel *model, RankleRunner *runner)
{
  RankleScorecard        *self;
  g_autofree RankleSight *sights = NULL;
  Work                    work;
  guint                   n;

  g_return_val_if_fail (evidence != NULL && model != NULL, NULL);
  g_return_val_if_fail (RANKLE_IS_RUNNER (runner), NULL);

  self = g_new0 (RankleScorecard, 1);
  self->evidence = rankle_evidence_ref (evidence);
  self->inquiry = rankle_inquiry_new (evidence, model);
  n = rankle_inquiry_get_n_runs (self->inquiry);
  self->reasons = g_new0 (char *, n + 1);
  self->failed = g_new0 (gboolean, n + 1);
  sights = g_new0 (RankleSight, rankle_inquiry_get_n_sights (self->inquiry) + 1);
  work = (Work){ .self = self, .sights = sights };
  rankle_runner_run_batch (runner, n, make, take, &work);
  score_rows (&work);
  return self;
}

void
rankle_scorecard_free (RankleScorecard *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < rankle_inquiry_get_n_runs (self->inquiry); i++)
    g_free (self->reasons[i]);
  g_free (self->reasons);
  g_free (self->failed);
  g_free (self->scores);
  rankle_inquiry_free (self->inquiry);
  rankle_evidence_unref (self->evidence);
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

  for (guint i = 0; i < rankle_inquiry_get_n_runs (self->inquiry); i++)
    if (self->failed[i])
      {
        guint index = rankle_inquiry_get_arm (self->inquiry, i);

        *arm = rankle_scenario_get_id (rankle_evidence_get_arm (self->evidence, index));
        return self->reasons[i];
      }
  return NULL;
}

/* ---- totals ---- */

/* Which rows are summed up. */
typedef gboolean (*Choose) (const RankleEvidenceRow *row);

static gboolean
is_fit (const RankleEvidenceRow *row)
{
  return !row->predicted;
}

static gboolean
is_predicted (const RankleEvidenceRow *row)
{
  return row->predicted;
}

static gboolean
is_recalled (const RankleEvidenceRow *row)
{
  return row->recalled;
}

static gboolean
is_any (const RankleEvidenceRow *row)
{
  return TRUE;
}

static RankleTotal
sum_up (const RankleScorecard *self, Choose is_chosen)
{
  RankleTotal total = { 0 };
  double      sum = 0;
  guint       n = 0;

  for (guint i = 0; i < self->n_scores; i++)
    {
      const RankleScore *score = &self->scores[i];

      if (!is_chosen (score->row))
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

  return sum_up (self, predicted ? is_predicted : is_fit);
}

RankleTotal
rankle_scorecard_get_grand_total (const RankleScorecard *self)
{
  g_return_val_if_fail (self != NULL, (RankleTotal){ 0 });

  return sum_up (self, is_any);
}

RankleTotal
rankle_scorecard_get_recalled_total (const RankleScorecard *self)
{
  g_return_val_if_fail (self != NULL, (RankleTotal){ 0 });

  return sum_up (self, is_recalled);
}
