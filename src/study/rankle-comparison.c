/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-comparison.h"

#include <math.h>
#include <string.h>

#include "rankle-question.h"
#include "rankle-time-unit.h"
#include "rankle-vocabulary.h"
#include "rankle-watch.h"

/* A rival is asked for once with the scenario, and once with every control neutral. */
typedef enum
{
  RUN,
  BASELINE,
  N_WATCHES
} Watch;

struct _RankleComparison
{
  GObject           parent_instance;
  RankleStudy      *study;              /* (owned) */
  RankleWatch      *watches[N_WATCHES]; /* (owned) (nullable): of the rival */
  RankleTrajectory *rival[N_WATCHES];   /* (owned) (nullable) */
  RankleModel      *rival_model;        /* (owned) (nullable): of these */
  char             *failure;            /* (owned) (nullable) */
  GArray           *pairs;              /* (owned): RankleQuantityPair */
  gboolean          active;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RankleComparison, rankle_comparison, G_TYPE_OBJECT)

static RankleQuantityPair
make_pair (
    RankleModel *a, guint first, RankleModel *b, guint second, const RankleWord *word)
{
  const RankleQuantity *quantity = rankle_model_get_column (a, first);
  const char           *unit = rankle_model_get_column (b, second)->unit;
  RanklePairMeasure     measure = RANKLE_PAIR_OF_BASELINE;

  if (word->nothing_at_baseline)
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
  RankleModel      *a = rankle_comparison_get_model (self, 0);
  RankleModel      *b = rankle_comparison_get_model (self, 1);
  guint             n;
  const RankleWord *words = rankle_vocabulary_get (&n);

  g_array_set_size (self->pairs, 0);
  for (guint i = 0; a != NULL && b != NULL && i < n; i++)
    {
      int first = rankle_model_find_glyph_column (a, words[i].id);
      int second = rankle_model_find_glyph_column (b, words[i].id);

      if (first >= 0 && second >= 0)
        {
          RankleQuantityPair pair =
              make_pair (a, (guint)first, b, (guint)second, &words[i]);

          g_array_append_val (self->pairs, pair);
        }
    }
}

/* ---- measures ---- */

/* Without the scenario, at the start. */
static double
get_baseline (RankleComparison *self, guint which, guint column)
{
  RankleTrajectory *run = rankle_comparison_get_run (self, which);
  RankleTrajectory *baseline =
      which == 0 ? rankle_study_get_baseline (self->study) : self->rival[BASELINE];

  g_assert (which < 2);

  if (baseline == NULL ||
      rankle_trajectory_get_model (baseline) != rankle_trajectory_get_model (run))
    baseline = run;
  return rankle_trajectory_get_shown (baseline, column)[0];
}

static double
get_peak (RankleTrajectory *run, guint column)
{
  const double *values = rankle_trajectory_get_column (run, column);
  double        peak = 0;

  g_assert (column < rankle_trajectory_get_n_columns (run));

  for (guint i = 0; i < rankle_trajectory_get_n_times (run); i++)
    peak = MAX (peak, values[i]);
  return peak > rankle_trajectory_get_floor (run, column) ? peak : 0;
}

double
rankle_comparison_get_factor (RankleComparison         *comparison,
                              const RankleQuantityPair *pair,
                              guint                     which)
{
  RankleTrajectory *run;
  double            whole;

  g_return_val_if_fail (RANKLE_IS_COMPARISON (comparison) && which < 2, (double)NAN);

  run = rankle_comparison_get_run (comparison, which);
  g_return_val_if_fail (run != NULL, (double)NAN);
  switch (pair->measure)
    {
    case RANKLE_PAIR_OF_BASELINE:
      whole = get_baseline (comparison, which, pair->columns[which]);
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

static void
emit_changed (RankleComparison *self)
{
  if (self->active)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
put_rival (RankleComparison *self, Watch which, RankleTrajectory *trajectory)
{
  RankleTrajectory *old = self->rival[which];

  g_assert (which < N_WATCHES);

  self->rival[which] = trajectory != NULL ? rankle_trajectory_ref (trajectory) : NULL;
  g_clear_pointer (&old, rankle_trajectory_unref);
}

static void
rival_cb (RankleWatch      *watch,
          RankleTrajectory *trajectory,
          const GError     *error,
          gpointer          data)
{
  RankleComparison *self = data;
  Watch             which = watch == self->watches[RUN] ? RUN : BASELINE;

  g_assert ((trajectory == NULL) != (error == NULL));
  g_assert (trajectory == NULL ||
            rankle_trajectory_get_model (trajectory) == self->rival_model);

  if (trajectory != NULL || which == BASELINE)
    put_rival (self, which, trajectory);
  if (which == RUN)
    {
      g_clear_pointer (&self->failure, g_free);
      self->failure = error != NULL ? g_strdup (error->message) : NULL;
    }
  emit_changed (self);
}

/* What was asked of the first model, with the time that it runs for said outright: a
 * model's own horizon would be another one. (transfer full) */
static RankleScenario *
spell_out (RankleComparison *self, Watch which)
{
  RankleModel    *model = rankle_study_get_model (self->study);
  RankleScenario *scenario =
      which == RUN
          ? rankle_scenario_settle (
                rankle_session_get_scenario (rankle_study_get_shown (self->study)), model)
          : rankle_scenario_new (NULL, NULL, NULL);

  rankle_scenario_set_time_unit (scenario, rankle_model_get_time_unit (model));
  rankle_scenario_set_horizon (scenario, rankle_study_get_horizon (self->study));
  return scenario;
}

static void
ask (RankleComparison *self, RankleModel *rival, Watch which)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleScenario) scenario = spell_out (self, which);
  g_autoptr (RankleQuestion) question = rankle_question_new (rival, scenario);
  g_autoptr (RankleProtocol) protocol = NULL;

  g_assert (self->active && self->rival_model == rival);

  rankle_question_set_lenient (question, TRUE);
  protocol = rankle_question_make_protocol (question, &error);
  if (protocol != NULL)
    rankle_watch_ask (self->watches[which], protocol);
  else
    rival_cb (self->watches[which], NULL, error, self);
}

/* Another model's curves have other columns. */
static void
take_rival (RankleComparison *self, RankleModel *rival)
{
  if (self->rival_model == rival)
    return;
  for (Watch which = 0; which < N_WATCHES; which++)
    {
      put_rival (self, which, NULL);
      if (self->watches[which] != NULL)
        rankle_watch_forget (self->watches[which]);
    }
  g_clear_pointer (&self->failure, g_free);
  g_clear_pointer (&self->rival_model, rankle_model_unref);
  self->rival_model = rankle_model_ref (rival);
}

static void
ask_rival (RankleComparison *self)
{
  RankleModel *rival = rankle_comparison_get_model (self, 1);

  if (!self->active || rankle_study_is_closed (self->study) || rival == NULL ||
      rankle_comparison_get_model (self, 0) == NULL)
    return;
  take_rival (self, rival);
  for (Watch which = 0; which < N_WATCHES; which++)
    {
      if (self->watches[which] == NULL)
        self->watches[which] =
            rankle_watch_new (rankle_study_get_runner (self->study), rival_cb, self);
      ask (self, rival, which);
    }
}

static void
models_changed_cb (RankleComparison *self)
{
  ask_rival (self);
  emit_changed (self);
}

void
rankle_comparison_set_active (RankleComparison *comparison, gboolean active)
{
  g_return_if_fail (RANKLE_IS_COMPARISON (comparison));

  if (comparison->active == active)
    return;
  comparison->active = active;
  for (Watch which = 0; !active && which < N_WATCHES; which++)
    if (comparison->watches[which] != NULL)
      rankle_watch_forget (comparison->watches[which]);
  models_changed_cb (comparison);
}

void
rankle_comparison_set_second (RankleComparison *comparison, RankleModel *model)
{
  g_return_if_fail (RANKLE_IS_COMPARISON (comparison) && model != NULL);

  if (rankle_comparison_get_model (comparison, 1) == model)
    return;
  rankle_study_set_rival (comparison->study, model);
}

/* ---- what it tells ---- */

RankleStudy *
rankle_comparison_get_study (RankleComparison *comparison)
{
  g_return_val_if_fail (RANKLE_IS_COMPARISON (comparison), NULL);

  return comparison->study;
}

RankleModel *
rankle_comparison_get_model (RankleComparison *comparison, guint which)
{
  g_return_val_if_fail (RANKLE_IS_COMPARISON (comparison) && which < 2, NULL);

  return which == 0
             ? rankle_study_get_model (comparison->study)
             : rankle_session_get_rival (rankle_study_get_session (comparison->study));
}

RankleTrajectory *
rankle_comparison_get_run (RankleComparison *comparison, guint which)
{
  g_return_val_if_fail (RANKLE_IS_COMPARISON (comparison) && which < 2, NULL);

  return which == 0 ? rankle_study_get_trajectory (comparison->study)
                    : comparison->rival[RUN];
}

gboolean
rankle_comparison_is_waiting (RankleComparison *comparison)
{
  RankleWatch *watch;

  g_return_val_if_fail (RANKLE_IS_COMPARISON (comparison), FALSE);

  watch = comparison->watches[RUN];
  return comparison->active && watch != NULL && rankle_watch_is_waiting (watch);
}

const char *
rankle_comparison_get_failure (RankleComparison *comparison)
{
  g_return_val_if_fail (RANKLE_IS_COMPARISON (comparison), NULL);

  return comparison->failure;
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
  RankleModel *a = rankle_comparison_get_model (comparison, 0);
  RankleModel *b = rankle_comparison_get_model (comparison, 1);

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
  for (Watch which = 0; which < N_WATCHES; which++)
    g_clear_pointer (&comparison->watches[which], rankle_watch_free);
}

static void
rankle_comparison_dispose (GObject *object)
{
  RankleComparison *self = RANKLE_COMPARISON (object);

  rankle_comparison_close (self);
  for (Watch which = 0; which < N_WATCHES; which++)
    put_rival (self, which, NULL);
  g_clear_pointer (&self->rival_model, rankle_model_unref);
  g_clear_object (&self->study);
  g_clear_pointer (&self->failure, g_free);
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
}

RankleComparison *
rankle_comparison_new (RankleStudy *study)
{
  RankleComparison *self = g_object_new (RANKLE_TYPE_COMPARISON, NULL);

  self->study = g_object_ref (study);
  g_signal_connect_object (study, "notify::model", G_CALLBACK (models_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (study, "notify::rival", G_CALLBACK (models_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (study, "notify::scenario", G_CALLBACK (ask_rival), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (study, "notify::pending", G_CALLBACK (ask_rival), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (study, "notify::trajectory", G_CALLBACK (emit_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}
