/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-run.h"

struct _RankleRun
{
  gatomicrefcount   ref_count;
  RankleQuestion   *question;   /* (owned) */
  RankleTrajectory *trajectory; /* (owned) (nullable) … */
  char             *failure;    /* (owned) (nullable): … one of the two is there */
};

G_DEFINE_BOXED_TYPE (RankleRun, rankle_run, rankle_run_ref, rankle_run_unref)

RankleRun *
rankle_run_new (RankleQuestion   *question,
                RankleTrajectory *trajectory,
                const char       *failure)
{
  RankleRun *self;

  g_return_val_if_fail (question != NULL, NULL);
  g_return_val_if_fail ((trajectory == NULL) != (failure == NULL), NULL);
  g_assert (trajectory == NULL || rankle_trajectory_get_model (trajectory) ==
                                      rankle_question_get_model (question));

  self = g_new0 (RankleRun, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->question = rankle_question_ref (question);
  if (trajectory != NULL)
    self->trajectory = rankle_trajectory_ref (trajectory);
  self->failure = g_strdup (failure);
  return self;
}

RankleRun *
rankle_run_ref (RankleRun *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
rankle_run_unref (RankleRun *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  rankle_question_unref (self->question);
  g_clear_pointer (&self->trajectory, rankle_trajectory_unref);
  g_free (self->failure);
  g_free (self);
}

RankleQuestion *
rankle_run_get_question (const RankleRun *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->question;
}

RankleTrajectory *
rankle_run_get_trajectory (const RankleRun *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->trajectory;
}

const char *
rankle_run_get_failure (const RankleRun *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->failure;
}
