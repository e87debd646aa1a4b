/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-differences.h"

#include <glib/gi18n-lib.h>

#include "rankle-change-words.h"
#include "rankle-comparison.h"
#include "rankle-control-value.h"
#include "rankle-control-words.h"
#include "rankle-time-words.h"

/* Two scenarios, as they stand for one model. */
typedef struct
{
  RankleModel    *model;        /* Borrowed: the session's */
  RankleScenario *there, *here; /* (owned) */
  GPtrArray      *list;         /* (owned): RankleDifference */
} Pair;

static void
difference_free (gpointer data)
{
  RankleDifference *self = data;

  g_free (self->label);
  g_free (self->there);
  g_free (self->here);
  g_free (self);
}

/* Takes @there and @here. */
static void
add (Pair *self, const char *label, char *there, char *here)
{
  RankleDifference *difference = g_new (RankleDifference, 1);

  *difference =
      (RankleDifference){ .label = g_strdup (label), .there = there, .here = here };
  g_ptr_array_add (self->list, difference);
}

static gboolean
differ (double a, double b)
{
  return a < b || a > b;
}

static void
compare_controls (Pair *self)
{
  for (guint i = 0; i < rankle_model_get_n_controls (self->model); i++)
    {
      const RankleControl *control = rankle_model_get_control (self->model, i);
      double               there, here;

      if (control->absent != NULL || control->role != RANKLE_CONTROL_PARAMETER)
        continue;
      there = rankle_control_get_value (control, self->there, self->model);
      here = rankle_control_get_value (control, self->here, self->model);
      if (differ (there, here))
        add (self, rankle_control_get_title (control),
             rankle_control_format (control, there),
             rankle_control_format (control, here));
    }
}

static void
compare_doses (Pair *self)
{
  for (guint i = 0; i < rankle_model_get_n_controls (self->model); i++)
    {
      const RankleControl *control = rankle_model_get_control (self->model, i);
      g_autofree char     *there = NULL;
      g_autofree char     *here = NULL;

      if (control->absent != NULL || control->role != RANKLE_CONTROL_DOSE_AMOUNT)
        continue;
      there = rankle_scenario_doses_in_words (self->model, control, self->there);
      here = rankle_scenario_doses_in_words (self->model, control, self->here);
      if (!g_str_equal (there, here))
        add (self, control->label, g_steal_pointer (&there), g_steal_pointer (&here));
    }
}

/* ---- what no control moves ---- */

/* (nullable): what @scenario says of @id, in that way. */
static const RankleSetting *
find_setting (const RankleScenario *scenario, const RankleSetting *wanted)
{
  guint                n;
  const RankleSetting *settings = rankle_scenario_get_settings (scenario, &n);

  for (guint i = 0; i < n; i++)
    if (settings[i].kind == wanted->kind && g_str_equal (settings[i].id, wanted->id))
      return &settings[i];
  return NULL;
}

/* @setting (nullable): as the model has it. */
static char *
tell_setting (const RankleSetting *setting)
{
  if (setting == NULL)
    return g_strdup (_ ("as in the model"));
  if (setting->kind == RANKLE_SETTING_HOLD)
    /* Translators: of a quantity; %.4g is its value throughout */
    return g_strdup_printf (_ ("held at %.4g"), setting->value);
  return g_strdup_printf (setting->kind == RANKLE_SETTING_SCALE ? "× %.4g" : "%.4g",
                          setting->value);
}

/* What @of says and the other says otherwise, or, if @only, not at all. */
static void
compare_settings (Pair *self, const RankleScenario *of, gboolean only)
{
  guint                n;
  const RankleSetting *settings = rankle_scenario_get_settings (of, &n);

  for (guint i = 0; i < n; i++)
    {
      const RankleQuantity *quantity = rankle_model_find (self->model, settings[i].id);
      const RankleSetting  *there = find_setting (self->there, &settings[i]);
      const RankleSetting  *here = find_setting (self->here, &settings[i]);

      if (settings[i].kind == RANKLE_SETTING_CONTROL || quantity == NULL ||
          (only && here != NULL) ||
          (there != NULL && here != NULL && !differ (there->value, here->value)))
        continue;
      add (self, quantity->label, tell_setting (there), tell_setting (here));
    }
}

static char *
tell_horizon (const Pair *self, const RankleScenario *scenario)
{
  return rankle_time_span_in_words (
      rankle_model_get_time_unit (self->model),
      rankle_scenario_get_horizon_for (scenario, self->model));
}

static void
compare_horizons (Pair *self)
{
  if (differ (rankle_scenario_get_horizon_for (self->there, self->model),
              rankle_scenario_get_horizon_for (self->here, self->model)))
    add (self, _ ("Duration"), tell_horizon (self, self->there),
         tell_horizon (self, self->here));
}

/* Steps of the treatment that no control of a drug stands for are not told one by one. */
static void
compare_rest (Pair *self)
{
  if (rankle_treatments_are_other (self->there, self->here))
    add (self, _ ("Treatment"), g_strdup (_ ("another")), g_strdup (_ ("as now")));
}

GPtrArray *
rankle_differences_list (const RankleSession *session, const RankleKeptRun *kept)
{
  Pair         self = { .list = g_ptr_array_new_with_free_func (difference_free) };
  RankleModel *other = rankle_kept_run_get_model (kept);

  g_return_val_if_fail (session != NULL && kept != NULL, NULL);
  g_return_val_if_fail (rankle_session_get_model (session) != NULL, NULL);

  self.model = rankle_session_get_model (session);
  self.there = rankle_scenario_settle (rankle_kept_run_get_scenario (kept), self.model);
  self.here = rankle_scenario_settle (rankle_session_get_scenario (session), self.model);
  if (other != self.model)
    add (&self, _ ("Model"), rankle_comparison_dup_name (other),
         rankle_comparison_dup_name (self.model));
  compare_controls (&self);
  compare_doses (&self);
  compare_settings (&self, self.here, FALSE);
  compare_settings (&self, self.there, TRUE);
  compare_rest (&self);
  compare_horizons (&self);
  rankle_scenario_unref (self.there);
  rankle_scenario_unref (self.here);
  return self.list;
}
