/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-comparison.h"

#include <math.h>
#include <string.h>

#include "rankle-time-unit.h"

/* There is none of it at baseline. */
#define DRUG "denosumab"

struct _RankleComparison
{
  GObject      parent_instance;
  RankleStudy *first;  /* (owned) */
  RankleStudy *second; /* (owned) */
  GArray      *pairs;  /* (owned): RankleQuantityPair */
  gboolean     active;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RankleComparison, rankle_comparison, G_TYPE_OBJECT)

/* The words that models have in common are the pathway's: glyphs, bound by each model to
 * what it calls them. */
static const char *const vocabulary[] = {
  "RANKL",      "OPG",           "RANKL_RANK",
  "occupancy",  "osteoclast",    "preosteoclast",
  "osteoblast", "preosteoblast", "osteocyte",
  "sclerostin", "TGFbeta",       "CTX",
  "P1NP",       "bone",          "BMD_spine",
  "NFkB",       "NFATc1",        DRUG,
};

static RankleQuantityPair
make_pair (RankleModel *a, guint first, RankleModel *b, guint second, const char *glyph)
{
  const RankleQuantity *quantity = rankle_model_get_column (a, first);
  const char           *unit = rankle_model_get_column (b, second)->unit;
  RanklePairMeasure     measure = RANKLE_PAIR_OF_BASELINE;

  if (strcmp (glyph, DRUG) == 0)
    measure =
        g_strcmp0 (quantity->unit, unit) == 0 ? RANKLE_PAIR_IN_UNIT : RANKLE_PAIR_OF_PEAK;
  return (RankleQuantityPair){ .label = quantity->label,
                               .unit = quantity->unit,
                               .columns = { first, second },
                               .measure = measure };
}

static void
find_pairs (RankleComparison *self)
{
  RankleModel *a = rankle_study_get_model (self->first);
  RankleModel *b = rankle_study_get_model (self->second);

  g_array_set_size (self->pairs, 0);
  for (guint i = 0; a != NULL && b != NULL && i < G_N_ELEMENTS (vocabulary); i++)
    {
      int first = rankle_model_find_glyph_column (a, vocabulary[i]);
      int second = rankle_model_find_glyph_column (b, vocabulary[i]);

      if (first >= 0 && second >= 0)
        {
          RankleQuantityPair pair =
              make_pair (a, (guint)first, b, (guint)second, vocabulary[i]);

          g_array_append_val (self->pairs, pair);
        }
    }
}

/* ---- measures ---- */

/* Without the scenario, at the start. */
static double
get_baseline (RankleStudy *study, RankleTrajectory *run, guint column)
{
  RankleTrajectory *baseline = rankle_study_get_baseline (study);

  if (baseline == NULL ||
      rankle_trajectory_get_model (baseline) != rankle_trajectory_get_model (run))
    baseline = run;
  return rankle_trajectory_get_column (baseline, column)[0];
}

static double
get_peak (RankleTrajectory *run, guint column)
{
  const double *values = rankle_trajectory_get_column (run, column);
  double        peak = 0;

  for (guint i = 0; i < rankle_trajectory_get_n_times (run); i++)
    peak = MAX (peak, values[i]);
  return peak;
}

double
rankle_comparison_get_factor (RankleComparison         *comparison,
                              const RankleQuantityPair *pair,
                              guint                     which,
                              RankleTrajectory         *run)
{
  RankleStudy *study;
  double       whole;

  g_return_val_if_fail (RANKLE_IS_COMPARISON (comparison) && which < 2, (double)NAN);

  study = which == 0 ? comparison->first : comparison->second;
  switch (pair->measure)
    {
    case RANKLE_PAIR_OF_BASELINE:
      whole = get_baseline (study, run, pair->columns[which]);
      return fabs (whole) > 0 ? 100 / whole : (double)NAN;
    case RANKLE_PAIR_OF_PEAK:
      whole = get_peak (run, pair->columns[which]);
      return whole > 0 ? 100 / whole : 1;
    case RANKLE_PAIR_IN_UNIT:
    default:
      return 1;
    }
}

/* ---- one question to both ---- */

/* The first study's scenario, with the time that it runs for said outright: a model's own
 * horizon would be another one. (transfer full) */
static RankleScenario *
spell_out (RankleComparison *self)
{
  RankleScenario *scenario =
      rankle_scenario_copy (rankle_study_get_scenario (self->first));
  const char *unit = rankle_model_get_time_unit (rankle_study_get_model (self->first));

  if (*rankle_scenario_get_time_unit (scenario) == '\0')
    rankle_scenario_set_time_unit (scenario, unit);
  rankle_scenario_set_horizon (
      scenario,
      rankle_study_get_horizon (self->first) *
          rankle_time_unit_convert (unit, rankle_scenario_get_time_unit (scenario)));
  return scenario;
}

static void
ask_second (RankleComparison *self)
{
  g_autoptr (RankleScenario) scenario = NULL;

  if (!self->active || rankle_study_get_model (self->first) == NULL)
    return;
  scenario = spell_out (self);
  rankle_study_set_scenario (self->second, scenario);
}

static void
emit_changed (RankleComparison *self)
{
  if (self->active)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
models_changed_cb (RankleComparison *self)
{
  ask_second (self);
  emit_changed (self);
}

void
rankle_comparison_set_active (RankleComparison *comparison, gboolean active)
{
  g_return_if_fail (RANKLE_IS_COMPARISON (comparison));

  if (comparison->active == active)
    return;
  comparison->active = active;
  models_changed_cb (comparison);
}

void
rankle_comparison_set_second (RankleComparison *comparison, RankleModel *model)
{
  g_return_if_fail (RANKLE_IS_COMPARISON (comparison) && model != NULL);

  rankle_study_set_model (comparison->second, model);
}

/* ---- what it tells ---- */

RankleStudy *
rankle_comparison_get_first (RankleComparison *comparison)
{
  g_return_val_if_fail (RANKLE_IS_COMPARISON (comparison), NULL);

  return comparison->first;
}

RankleStudy *
rankle_comparison_get_second (RankleComparison *comparison)
{
  g_return_val_if_fail (RANKLE_IS_COMPARISON (comparison), NULL);

  return comparison->second;
}

const RankleQuantityPair *
rankle_comparison_get_pairs (RankleComparison *comparison, guint *n)
{
  g_return_val_if_fail (RANKLE_IS_COMPARISON (comparison) && n != NULL, NULL);

  /* A run may be told of before the model that it is of. */
  find_pairs (comparison);
  *n = comparison->pairs->len;
  return (const RankleQuantityPair *)(const void *)comparison->pairs->data;
}

double
rankle_comparison_get_time_factor (RankleComparison *comparison)
{
  RankleModel *a = rankle_study_get_model (comparison->first);
  RankleModel *b = rankle_study_get_model (comparison->second);

  if (a == NULL || b == NULL)
    return 1;
  return rankle_time_unit_convert (rankle_model_get_time_unit (b),
                                   rankle_model_get_time_unit (a));
}

char *
rankle_comparison_dup_name (RankleModel *model)
{
  const char *title;

  g_return_val_if_fail (model != NULL, NULL);

  title = rankle_model_get_title (model);
  return g_strndup (title, strcspn (title, ":"));
}

/* ---- object ---- */

void
rankle_comparison_close (RankleComparison *comparison)
{
  g_return_if_fail (RANKLE_IS_COMPARISON (comparison));

  comparison->active = FALSE;
  rankle_study_close (comparison->second);
}

static void
rankle_comparison_dispose (GObject *object)
{
  RankleComparison *self = RANKLE_COMPARISON (object);

  if (self->second != NULL)
    rankle_comparison_close (self);
  g_clear_object (&self->first);
  g_clear_object (&self->second);
  g_clear_pointer (&self->pairs, g_array_unref);
  G_OBJECT_CLASS (rankle_comparison_parent_class)->dispose (object);
}

static void
rankle_comparison_class_init (RankleComparisonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rankle_comparison_dispose;
  signals[CHANGED] = g_signal_new ("changed", RANKLE_TYPE_COMPARISON, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rankle_comparison_init (RankleComparison *self)
{
  self->pairs = g_array_new (FALSE, FALSE, sizeof (RankleQuantityPair));
  self->second = rankle_study_new ();
}

RankleComparison *
rankle_comparison_new (RankleStudy *first)
{
  RankleComparison *self = g_object_new (RANKLE_TYPE_COMPARISON, NULL);

  self->first = g_object_ref (first);
  g_signal_connect_object (first, "notify::model", G_CALLBACK (models_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->second, "notify::model", G_CALLBACK (models_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (first, "notify::scenario", G_CALLBACK (ask_second), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (first, "notify::trajectory", G_CALLBACK (emit_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->second, "notify::trajectory", G_CALLBACK (emit_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->second, "notify::failure", G_CALLBACK (emit_changed),
                           self, G_CONNECT_SWAPPED);
  return self;
}
