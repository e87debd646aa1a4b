/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-comparison.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rankle-time-unit.h"

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
 * what it calls them. Drugs are not among them: they have no baseline to be a percentage
 * of. */
static const char *const vocabulary[] = {
  "RANKL",         "OPG",        "RANKL_RANK",    "occupancy", "osteoclast",
  "preosteoclast", "osteoblast", "preosteoblast", "osteocyte", "sclerostin",
  "TGFbeta",       "CTX",        "P1NP",          "bone",      "BMD_spine",
  "NFkB",          "NFATc1",
};

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
          RankleQuantityPair pair = { rankle_model_get_column (a, (guint)first)->label,
                                      (guint)first, (guint)second };

          g_array_append_val (self->pairs, pair);
        }
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

/* ---- remarks ---- */

/* (nullable): a model's note on a control begins with its name. */
static const char *
find_note (RankleModel *model, const RankleControl *control)
{
  const char *const *notes = rankle_model_get_notes (model);
  gsize              length = strlen (control->label);

  for (guint i = 0; notes != NULL && notes[i] != NULL; i++)
    if (g_str_has_prefix (notes[i], control->label) && notes[i][length] == ' ')
      return notes[i];
  return NULL;
}

/* (transfer full) (nullable): what becomes of @control in @model. */
static char *
dup_remark (RankleModel *model, const RankleControl *control)
{
  const RankleControl *there = rankle_model_find_control (model, control->id);
  g_autofree char     *name = rankle_comparison_dup_name (model);
  const char          *note;

  if (there == NULL)
    /* Translators: a control such as OPG, and a model such as Lemaire 2004 */
    return g_strdup_printf (_ ("%s is no control of %s."), control->label, name);
  if (there->absent != NULL)
    return g_strdup_printf ("%s: %s", control->label, there->absent);
  note = find_note (model, there);
  return note == NULL ? NULL : g_strdup_printf ("%s: %s", name, note);
}

static void
add_sentence (GString *text, const char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
}

static void
add_failure (GString *text, RankleStudy *study)
{
  const char      *failure = rankle_study_get_failure (study);
  g_autofree char *name = rankle_comparison_dup_name (rankle_study_get_model (study));
  g_autofree char *sentence = NULL;

  if (failure == NULL)
    return;
  sentence = g_strdup_printf ("%s: %s", name, failure);
  add_sentence (text, sentence);
}

char *
rankle_comparison_dup_remarks (RankleComparison *comparison)
{
  RankleModel *a = rankle_study_get_model (comparison->first);
  RankleModel *b = rankle_study_get_model (comparison->second);
  GString     *text = g_string_new (NULL);

  if (b != NULL)
    add_failure (text, comparison->second);
  for (guint i = 0; a != NULL && b != NULL && i < rankle_model_get_n_controls (a); i++)
    {
      const RankleControl *control = rankle_model_get_control (a, i);
      g_autofree char     *remark = NULL;

      if (control->absent == NULL &&
          rankle_study_control_changed (comparison->first, control->id))
        remark = dup_remark (b, control);
      if (remark != NULL)
        add_sentence (text, remark);
    }
  return g_string_free (text, FALSE);
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
