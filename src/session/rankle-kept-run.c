/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-kept-run.h"

struct _RankleKeptRun
{
  gatomicrefcount ref_count;
  char           *name;     /* (owned) */
  RankleModel    *model;    /* (owned) */
  RankleScenario *scenario; /* (owned) */
};

RankleKeptRun *
rankle_kept_run_new (const char *name, RankleModel *model, RankleScenario *scenario)
{
  RankleKeptRun *self;

  g_return_val_if_fail (name != NULL && *name != '\0', NULL);
  g_return_val_if_fail (model != NULL && scenario != NULL, NULL);

  self = g_new0 (RankleKeptRun, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->name = g_strdup (name);
  self->model = rankle_model_ref (model);
  self->scenario = rankle_scenario_ref (scenario);
  return self;
}

RankleKeptRun *
rankle_kept_run_ref (RankleKeptRun *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
rankle_kept_run_unref (RankleKeptRun *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->name);
  rankle_model_unref (self->model);
  rankle_scenario_unref (self->scenario);
  g_free (self);
}

const char *
rankle_kept_run_get_name (const RankleKeptRun *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

RankleModel *
rankle_kept_run_get_model (const RankleKeptRun *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->model;
}

RankleScenario *
rankle_kept_run_get_scenario (const RankleKeptRun *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->scenario;
}

gboolean
rankle_kept_run_equal (const RankleKeptRun *a, const RankleKeptRun *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a == b || (g_str_equal (a->name, b->name) && a->model == b->model &&
                    rankle_scenario_equal (a->scenario, b->scenario));
}
