/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-change-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "rankle-control-value.h"
#include "rankle-control-words.h"
#include "rankle-dose-words.h"
#include "rankle-dosing.h"
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

static gboolean
is_series_of (const RankleTreatmentStep *step, const RankleControl *amount)
{
  return step->kind == RANKLE_TREATMENT_DOSE && step->target == RANKLE_TARGET_CONTROL &&
         strcmp (step->id, amount->id) == 0;
}

static gboolean
has_step (const GArray *treatment, const RankleTreatmentStep *step)
{
  for (guint i = 0; i < treatment->len; i++)
    if (rankle_treatment_step_equal (rankle_treatment_at (treatment, i), step))
      return TRUE;
  return FALSE;
}

/* ---- controls of parameters ---- */

static void
list_control (Difference *self, const RankleControl *control)
{
  double value = rankle_control_get_value (control, self->present, self->model);

  g_assert (control->role == RANKLE_CONTROL_PARAMETER);
  if (!differ (value, rankle_control_get_value (control, self->given, self->model)))
    return;
  if (self->chosen != NULL && control->reversed == NULL &&
      !differ (value, rankle_control_get_value (control, self->chosen, self->model)))
    /* Translators: %s is a control, such as OPG, that stands where it stood at first */
    g_ptr_array_add (self->words, g_strdup_printf (_ ("%s reset"), control->label));
  else
    g_ptr_array_add (self->words, rankle_control_format_named (control, value));
}

/* ---- series of doses ---- */

/* (transfer full): those of @amount, but for the one that its controls stand for, which
 * @series becomes: NULL where no dose is given. */
static GArray *
list_series (const RankleScenario       *scenario,
             const RankleControl        *amount,
             const RankleTreatmentStep **series)
{
  GArray                    *others = rankle_treatment_new ();
  guint                      n;
  const RankleTreatmentStep *steps = rankle_scenario_get_treatment (scenario, &n);
  int                        index = rankle_dosing_find_series (scenario, amount);

  *series = index >= 0 && rankle_doses_are_given (&steps[index]) ? &steps[index] : NULL;
  for (guint i = 0; i < n; i++)
    if ((int)i != index && is_series_of (&steps[i], amount))
      rankle_treatment_add (others, &steps[i]);
  return others;
}

/* Of what stands beside the series. */
static void
list_single_doses (Difference          *self,
                   const RankleControl *amount,
                   const GArray        *given,
                   const GArray        *present)
{
  guint n = self->words->len;

  for (guint i = 0; i < present->len; i++)
    if (!has_step (given, rankle_treatment_at (present, i)))
      g_ptr_array_add (
          self->words,
          rankle_doses_in_words (self->model, amount, rankle_treatment_at (present, i)));
  if (self->words->len == n && present->len < given->len)
    /* Translators: %s is a drug, of which a dose was taken away */
    g_ptr_array_add (self->words, g_strdup_printf (_ ("%s: fewer doses"), amount->label));
}

char *
rankle_scenario_doses_in_words (const RankleModel    *model,
                                const RankleControl  *amount,
                                const RankleScenario *scenario)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  guint                      n;
  const RankleTreatmentStep *steps;

  g_return_val_if_fail (model != NULL && amount != NULL && scenario != NULL, NULL);

  steps = rankle_scenario_get_treatment (scenario, &n);
  for (guint i = 0; i < n; i++)
    if (is_series_of (&steps[i], amount) && rankle_doses_are_given (&steps[i]))
      g_ptr_array_add (words, rankle_doses_in_words (model, amount, &steps[i]));
  if (words->len == 0)
    return rankle_doses_in_words (model, amount, NULL);
  g_ptr_array_add (words, NULL);
  return g_strjoinv ("; ", (char **)words->pdata);
}

static void
list_doses (Difference *self, const RankleControl *amount)
{
  const RankleTreatmentStep *before, *series;
  g_autoptr (GArray) given = list_series (self->given, amount, &before);
  g_autoptr (GArray) present = list_series (self->present, amount, &series);
  char *word;

  g_assert (amount->role == RANKLE_CONTROL_DOSE_AMOUNT);
  list_single_doses (self, amount, given, present);
  if (rankle_doses_are_alike (series, before))
    return;
  word = rankle_dose_change_in_words (self->model, amount, before, series);
  g_ptr_array_add (self->words,
                   word != NULL ? word
                                : rankle_doses_in_words (self->model, amount, series));
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

  if (setting->kind == RANKLE_SETTING_HOLD)
    /* Translators: a quantity that is held at a value; then its unit, or nothing */
    return g_strdup_printf (_ ("%1$s held at %2$.4g%3$s%4$s"), quantity->label,
                            setting->value, *unit == '\0' ? "" : " ",
                            *unit == '\0' ? "" : _ (unit));
  if (setting->kind == RANKLE_SETTING_SCALE)
    /* Translators: a parameter, and what it is multiplied by */
    return g_strdup_printf (_ ("%1$s × %2$.3g"), quantity->label, setting->value);
  return g_strdup_printf ("%s %.4g%s%s", quantity->label, setting->value,
                          *unit == '\0' ? "" : " ", *unit == '\0' ? "" : _ (unit));
}

/* What was held, and is not. */
static void
list_released (Difference *self)
{
  guint                n;
  const RankleSetting *settings = rankle_scenario_get_settings (self->given, &n);

  for (guint i = 0; i < n; i++)
    {
      const RankleQuantity *quantity = rankle_model_find (self->model, settings[i].id);

      if (settings[i].kind == RANKLE_SETTING_HOLD && quantity != NULL &&
          !rankle_scenario_get_held (self->present, settings[i].id, NULL))
        /* Translators: %s is a quantity that was held at a value */
        g_ptr_array_add (self->words,
                         g_strdup_printf (_ ("%s not held"), quantity->label));
    }
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
  list_released (self);
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

/* (nullable) */
static char *
tell_infusion (RankleModel *model, const RankleTreatmentStep *step)
{
  const RankleQuantity *state = rankle_model_find (model, step->id);
  const char           *unit = rankle_model_get_time_unit (model);
  g_autofree char      *from = rankle_time_exactly_in_words (unit, fmax (step->time, 0));
  g_autofree char      *to = rankle_time_exactly_in_words (unit, fmax (step->until, 0));

  if (state == NULL)
    return NULL;
  /* Translators: what is infused, how much of it, and from when to when */
  return g_strdup_printf (_ ("%1$s %2$.4g from %3$s to %4$s"), state->label, step->value,
                          from, to);
}

/* (nullable): "Estrogen 20 % after 4 years" */
static char *
tell_change (RankleModel *model, const RankleTreatmentStep *step)
{
  const RankleControl *control = step->target == RANKLE_TARGET_CONTROL
                                     ? rankle_model_find_control (model, step->id)
                                     : NULL;
  g_autofree char     *value = NULL;
  g_autofree char     *span = NULL;

  if (step->kind == RANKLE_TREATMENT_INFUSION)
    return tell_infusion (model, step);
  if (step->kind != RANKLE_TREATMENT_CHANGE || control == NULL ||
      control->absent != NULL || control->role != RANKLE_CONTROL_PARAMETER)
    return NULL;
  value = rankle_control_format_named (control, step->value);
  span = rankle_time_exactly_in_words (rankle_model_get_time_unit (model),
                                       fmax (step->time, 0));
  /* Translators: a control and its value, such as “Estrogen 20 %”, and a time, such as “4
   * years”, after which it is at that value */
  return g_strdup_printf (_ ("%1$s after %2$s"), value, span);
}

/* FALSE: there is a difference that no word was found for. */
static gboolean
list_changes (Difference *self, const GArray *given, const GArray *present)
{
  gboolean is_told = FALSE;

  for (guint i = 0; i < present->len; i++)
    {
      const RankleTreatmentStep *step = rankle_treatment_at (present, i);
      char                      *word;

      if (has_step (given, step))
        continue;
      word = tell_change (self->model, step);
      if (word == NULL)
        return FALSE;
      g_ptr_array_add (self->words, word);
      is_told = TRUE;
    }
  return is_told;
}

gboolean
rankle_treatments_are_other (const RankleScenario *a, const RankleScenario *b)
{
  g_autoptr (GArray) first = list_other_steps (a);
  g_autoptr (GArray) second = list_other_steps (b);

  return !rankle_treatment_equal (first, second);
}

static void
list_rest (Difference *self)
{
  g_autoptr (GArray) given = list_other_steps (self->given);
  g_autoptr (GArray) present = list_other_steps (self->present);
  double           horizon = rankle_scenario_get_horizon_for (self->present, self->model);
  g_autofree char *span = NULL;

  if (!rankle_treatment_equal (given, present) && !list_changes (self, given, present))
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
