/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-kept-run.h"

struct _RankleKeptRun
{
  gatomicrefcount ref_count;
  char           *name;     /* (owned) */
  RankleModel    *model;    /* (owned) */
  RankleScenario *scenario; /* (owned) */
  guint           ink;
  gboolean        hidden, baseline;
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

/* (transfer full): the same, to be made another in one thing. */
static RankleKeptRun *
copy (const RankleKeptRun *self, const char *name)
{
  RankleKeptRun *other = rankle_kept_run_new (name, self->model, self->scenario);

  other->ink = self->ink;
  other->hidden = self->hidden;
  other->baseline = self->baseline;
  return other;
}

RankleKeptRun *
rankle_kept_run_with_name (const RankleKeptRun *self, const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL && *name != '\0', NULL);

  return copy (self, name);
}

RankleKeptRun *
rankle_kept_run_with_ink (const RankleKeptRun *self, guint ink)
{
  RankleKeptRun *other;

  g_return_val_if_fail (self != NULL && ink < RANKLE_KEPT_RUN_INKS, NULL);

  other = copy (self, self->name);
  other->ink = ink;
  return other;
}

RankleKeptRun *
rankle_kept_run_with_hidden (const RankleKeptRun *self, gboolean hidden)
{
  RankleKeptRun *other;

  g_return_val_if_fail (self != NULL, NULL);

  other = copy (self, self->name);
  other->hidden = hidden;
  return other;
}

RankleKeptRun *
rankle_kept_run_with_baseline (const RankleKeptRun *self, gboolean baseline)
{
  RankleKeptRun *other;

  g_return_val_if_fail (self != NULL, NULL);

  other = copy (self, self->name);
  other->baseline = baseline;
  return other;
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

guint
rankle_kept_run_get_ink (const RankleKeptRun *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->ink;
}

char *
rankle_kept_run_dup_letter (guint ink)
{
  g_return_val_if_fail (ink < RANKLE_KEPT_RUN_INKS, NULL);

  if (ink < 26)
    return g_strdup_printf ("%c", 'A' + ink);
  return g_strdup_printf ("%c%u", 'A' + ink % 26, ink / 26);
}

gboolean
rankle_kept_run_is_hidden (const RankleKeptRun *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->hidden;
}

gboolean
rankle_kept_run_is_baseline (const RankleKeptRun *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->baseline;
}

gboolean
rankle_kept_run_asks_same (const RankleKeptRun *a, const RankleKeptRun *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a == b ||
         (a->model == b->model && rankle_scenario_equal (a->scenario, b->scenario));
}

gboolean
rankle_kept_run_equal (const RankleKeptRun *a, const RankleKeptRun *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a == b ||
         (g_str_equal (a->name, b->name) && a->ink == b->ink && a->hidden == b->hidden &&
          a->baseline == b->baseline && rankle_kept_run_asks_same (a, b));
}
