/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-change-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "rankle-control-words.h"
#include "rankle-dosing.h"
#include "rankle-time-unit.h"
#include "rankle-time-words.h"

/* Two scenarios, as they stand for one model. */
typedef struct
{
  RankleScenario *given, *present; /* (owned) */
  RankleModel    *model;           /* Borrowed */
  RankleScenario *chosen; /* Borrowed (nullable): of a step of undo: what is as it was
                             chosen is reset */
  GPtrArray *words;       /* (owned) */
} Difference;

static gboolean
differ (double a, double b)
{
  return a < b || a > b;
}

/* ---- controls of parameters ---- */

static double
get_value (const RankleScenario *scenario, const RankleControl *control)
{
  double value = control->neutral;

  rankle_scenario_get_control (scenario, control->id, &value);
  return value;
}

static void
list_control (Difference *self, const RankleControl *control)
{
  double value = get_value (self->present, control);

  g_assert (control->role == RANKLE_CONTROL_PARAMETER);
  if (!differ (value, get_value (self->given, control)))
    return;
  if (self->chosen != NULL && control->reversed == NULL &&
      !differ (value, get_value (self->chosen, control)))
    /* Translators: %s is a control, such as OPG, that stands where it stood at first */
    g_ptr_array_add (self->words, g_strdup_printf (_ ("%s reset"), control->label));
  else
    g_ptr_array_add (self->words, rankle_control_format_named (control, value));
}

/* ---- series of doses ---- */

/* (nullable): the series that @amount stands for; NULL where no dose is given. */
static const RankleTreatmentStep *
find_series (const RankleScenario *scenario, const RankleControl *amount)
{
  const RankleTreatmentStep *steps;
  guint                      n;
  int index = rankle_scenario_find_step (scenario, RANKLE_TREATMENT_DOSE,
                                         RANKLE_TARGET_CONTROL, amount->id);

  if (index < 0)
    return NULL;
  steps = rankle_scenario_get_treatment (scenario, &n);
  g_assert (index < (int)n);
  return steps[index].value > 0 && round (steps[index].count) > 0 ? &steps[index] : NULL;
}

/* The time between the doses of one is none. */
static gboolean
doses_alike (const RankleTreatmentStep *a, const RankleTreatmentStep *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return !differ (a->value, b->value) && !differ (a->time, b->time) &&
         !differ (round (a->count), round (b->count)) &&
         (round (a->count) < 2 || !differ (a->interval, b->interval));
}

static char *
tell_rhythm (const RankleModel *model, const RankleTreatmentStep *series)
{
  const char      *unit = rankle_model_get_time_unit (model);
  g_autofree char *span = rankle_time_span_in_words (unit, series->interval);
  double           day = rankle_time_unit_get_seconds ("day");

  g_assert (round (series->count) > 1);
  if (fabs (rankle_time_unit_get_seconds (unit) * series->interval - day) < 0.01 * day)
    return g_strdup (_ ("every day"));
  /* Translators: %s is a time, such as “6 months” */
  return g_strdup_printf (_ ("every %s"), span);
}

static char *
tell_series (const RankleModel         *model,
             const RankleControl       *amount,
             const RankleTreatmentStep *series)
{
  g_autofree char *dose = rankle_control_format_named (amount, series->value);
  g_autofree char *rhythm = NULL;

  if (round (series->count) < 2)
    /* Translators: %s is a dose, such as “Denosumab 60 mg” */
    return g_strdup_printf (_ ("%s once"), dose);
  rhythm = tell_rhythm (model, series);
  /* Translators: “Denosumab 60 mg”, “every 6 months”, and how many times */
  return g_strdup_printf (_ ("%1$s %2$s × %3$d"), dose, rhythm,
                          (int)round (series->count));
}

static char *
tell_doses (const RankleModel         *model,
            const RankleControl       *amount,
            const RankleTreatmentStep *series)
{
  g_autofree char *words = NULL;
  g_autofree char *start = NULL;

  if (series == NULL)
    /* Translators: %s is a drug */
    return g_strdup_printf (_ ("%s: no dose"), amount->label);
  words = tell_series (model, amount, series);
  if (!(series->time > 0))
    return g_steal_pointer (&words);
  start = rankle_time_span_in_words (rankle_model_get_time_unit (model), series->time);
  /* Translators: a series of doses, and the time of the first, such as “6 months” */
  return g_strdup_printf (_ ("%1$s, first after %2$s"), words, start);
}

static void
list_doses (Difference *self, const RankleControl *amount)
{
  const RankleTreatmentStep *series = find_series (self->present, amount);

  g_assert (amount->role == RANKLE_CONTROL_DOSE_AMOUNT);
  if (!doses_alike (series, find_series (self->given, amount)))
    g_ptr_array_add (self->words, tell_doses (self->model, amount, series));
}

static void
list_controls (Difference *self)
{
  for (guint i = 0; i < rankle_model_get_n_controls (self->model); i++)
    {
      const RankleControl *control = rankle_model_get_control (self->model, i);

      if (control->absent != NULL)
        continue;
      if (control->role == RANKLE_CONTROL_PARAMETER)
        list_control (self, control);
      else if (control->role == RANKLE_CONTROL_DOSE_AMOUNT)
        list_doses (self, control);
    }
}

/* ---- what no control of the panel moves ---- */

static gboolean
has_setting (const RankleScenario *scenario, const RankleSetting *wanted)
{
  guint                n;
  const RankleSetting *settings = rankle_scenario_get_settings (scenario, &n);

  for (guint i = 0; i < n; i++)
    if (settings[i].kind == wanted->kind && strcmp (settings[i].id, wanted->id) == 0 &&
        !differ (settings[i].value, wanted->value))
      return TRUE;
  return FALSE;
}

static char *
tell_setting (const RankleSetting *setting, const RankleQuantity *quantity)
{
  const char *unit = quantity->unit != NULL ? quantity->unit : "";

  if (setting->kind == RANKLE_SETTING_SCALE)
    /* Translators: a parameter, and what it is multiplied by */
    return g_strdup_printf (_ ("%1$s × %2$.3g"), quantity->label, setting->value);
  return g_strdup_printf ("%s %.4g%s%s", quantity->label, setting->value,
                          *unit == '\0' ? "" : " ", unit);
}

static void
list_settings (Difference *self)
{
  guint                n;
  const RankleSetting *settings = rankle_scenario_get_settings (self->present, &n);

  for (guint i = 0; i < n; i++)
    {
      const RankleQuantity *quantity = rankle_model_find (self->model, settings[i].id);

      if (settings[i].kind != RANKLE_SETTING_CONTROL && quantity != NULL &&
          !has_setting (self->given, &settings[i]))
        g_ptr_array_add (self->words, tell_setting (&settings[i], quantity));
    }
}

/* (transfer full): what of the treatment no series of a control is. */
static GArray *
list_other_steps (const RankleScenario *scenario)
{
  GArray                    *others = rankle_treatment_new ();
  guint                      n;
  const RankleTreatmentStep *steps = rankle_scenario_get_treatment (scenario, &n);

  for (guint i = 0; i < n; i++)
    if (steps[i].kind != RANKLE_TREATMENT_DOSE ||
        steps[i].target != RANKLE_TARGET_CONTROL)
      rankle_treatment_add (others, &steps[i]);
  return others;
}

static void
list_rest (Difference *self)
{
  g_autoptr (GArray) given = list_other_steps (self->given);
  g_autoptr (GArray) present = list_other_steps (self->present);
  double           horizon = rankle_scenario_get_horizon_for (self->present, self->model);
  g_autofree char *span = NULL;

  if (!rankle_treatment_equal (given, present))
    g_ptr_array_add (self->words, g_strdup (_ ("another treatment")));
  if (!differ (horizon, rankle_scenario_get_horizon_for (self->given, self->model)))
    return;
  span = rankle_time_span_in_words (rankle_model_get_time_unit (self->model), horizon);
  /* Translators: %s is how long a run is, such as “10 years” */
  g_ptr_array_add (self->words, g_strdup_printf (_ ("for %s"), span));
}

static GPtrArray *
list (const RankleScenario *given,
      const RankleScenario *present,
      RankleModel          *model,
      RankleScenario       *chosen)
{
  Difference self = {
    .given = rankle_scenario_settle (given, model),
    .present = rankle_scenario_settle (present, model),
    .model = model,
    .chosen = chosen,
    .words = g_ptr_array_new_with_free_func (g_free),
  };

  list_controls (&self);
  list_settings (&self);
  list_rest (&self);
  rankle_scenario_unref (self.given);
  rankle_scenario_unref (self.present);
  return self.words;
}

/* ---- in one line ---- */

/* (nullable) */
static char *
join (const GPtrArray *words, guint most)
{
  g_autoptr (GString) text = NULL;
  guint n = MIN (words->len, most);

  if (words->len == 0)
    return NULL;
  text = g_string_new (g_ptr_array_index (words, 0));
  for (guint i = 1; i < n; i++)
    /* Translators: stands between things that were changed */
    g_string_append_printf (text, "%s%s", _ (", "), (char *)g_ptr_array_index (words, i));
  if (words->len == n)
    return g_string_free (g_steal_pointer (&text), FALSE);
  /* Translators: things that were changed, such as “OPG × 5.3”, and how many more */
  return g_strdup_printf (_ ("%1$s and %2$u more"), text->str, words->len - n);
}

GPtrArray *
rankle_changes_list (const RankleScenario *given,
                     const RankleScenario *present,
                     RankleModel          *model)
{
  g_return_val_if_fail (given != NULL && present != NULL && model != NULL, NULL);

  return list (given, present, model, NULL);
}

char *
rankle_changes_in_words (const RankleScenario *given,
                         const RankleScenario *present,
                         RankleModel          *model,
                         guint                 most)
{
  g_autoptr (GPtrArray) words = NULL;

  g_return_val_if_fail (most > 0, NULL);

  words = rankle_changes_list (given, present, model);
  return words == NULL ? NULL : join (words, most);
}

char *
rankle_session_changes_in_words (const RankleSession *session, guint most)
{
  RankleModel *model = rankle_session_get_model (session);

  if (model == NULL)
    return NULL;
  return rankle_changes_in_words (rankle_session_get_given (session),
                                  rankle_session_get_scenario (session), model, most);
}

/* ---- a step of undo ---- */

/* (nullable): there may be no words for it, and gettext has some for "". */
static char *
dup_title (const RankleScenario *scenario)
{
  const char *title = rankle_scenario_get_title (scenario);

  return *title == '\0' ? NULL : g_strdup (_ (title));
}

/* (nullable): all that was changed, and more than one thing, stands as it was given. */
static char *
tell_return (const RankleSession *after, const GPtrArray *words)
{
  g_autofree char *title = dup_title (rankle_session_get_given (after));

  if (words->len < 2 || title == NULL ||
      !rankle_scenario_equal (rankle_session_get_scenario (after),
                              rankle_session_get_given (after)))
    return NULL;
  /* Translators: %s is a scenario, such as “Healthy adult” */
  return g_strdup_printf (_ ("Back to %s"), title);
}

/* (nullable): of another model, which a scenario may have been chosen together with. */
static char *
tell_model (const RankleSession *after, gboolean chosen)
{
  RankleModel    *model = rankle_session_get_model (after);
  RankleScenario *given = rankle_session_get_given (after);

  g_assert (model != NULL);
  if (chosen && rankle_scenario_asks_of (given, model))
    return dup_title (given);
  return g_strdup (rankle_model_get_title (model));
}

char *
rankle_step_in_words (const RankleSession *before, const RankleSession *after)
{
  RankleModel *model;
  gboolean     chosen;
  g_autoptr (GPtrArray) words = NULL;
  char *back;

  g_return_val_if_fail (before != NULL && after != NULL, NULL);

  model = rankle_session_get_model (after);
  if (model == NULL)
    return NULL;
  chosen = !rankle_scenario_equal (rankle_session_get_given (before),
                                   rankle_session_get_given (after));
  if (model != rankle_session_get_model (before))
    return tell_model (after, chosen);
  if (chosen)
    return dup_title (rankle_session_get_given (after));
  words = list (rankle_session_get_scenario (before), rankle_session_get_scenario (after),
                model, rankle_session_get_given (after));
  back = tell_return (after, words);
  return back != NULL ? back : join (words, 1);
}
