/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The settings stand in one array, ordered by kind, then id, scales as they came. No two
 * share kind and id, so that equal scenarios are equal element by element. */

#include "config.h"

#include "rankle-scenario-private.h"

#include <math.h>
#include <string.h>

struct _RankleScenario
{
  gatomicrefcount ref_count;

  char        *id;
  char        *title;
  char        *description;
  char        *time_unit; /* "": the model's */
  double       horizon;   /* ≥ 0, in it; 0: the model's */
  RanklePerson person;    /* its words are (owned) (nullable) */
  GArray      *settings;  /* (owned): RankleSetting */
  GArray      *treatment; /* (owned): RankleTreatmentStep */
};

G_DEFINE_QUARK (rankle_scenario_error_quark, rankle_scenario_error)
G_DEFINE_BOXED_TYPE (RankleScenario,
                     rankle_scenario,
                     rankle_scenario_ref,
                     rankle_scenario_unref)

static void
clear_setting (gpointer data)
{
  RankleSetting *setting = data;

  g_clear_pointer (&setting->id, g_free);
}

RankleScenario *
rankle_scenario_new (const char *id, const char *title, const char *description)
{
  RankleScenario *self = g_new0 (RankleScenario, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->id = g_strdup (id != NULL ? id : "");
  self->title = g_strdup (title != NULL ? title : "");
  self->description = g_strdup (description != NULL ? description : "");
  self->time_unit = g_strdup ("");
  self->settings = g_array_new (FALSE, TRUE, sizeof (RankleSetting));
  g_array_set_clear_func (self->settings, clear_setting);
  self->treatment = rankle_treatment_new ();
  return self;
}

RankleScenario *
rankle_scenario_ref (RankleScenario *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
rankle_scenario_unref (RankleScenario *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->id);
  g_free (self->title);
  g_free (self->description);
  g_free (self->time_unit);
  g_free ((char *)self->person.words);
  g_array_unref (self->settings);
  g_array_unref (self->treatment);
  g_free (self);
}

RankleScenario *
rankle_scenario_copy (const RankleScenario *self)
{
  RankleScenario *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = rankle_scenario_new (self->id, self->title, self->description);
  copy->horizon = self->horizon;
  rankle_scenario_set_person (copy, &self->person);
  rankle_scenario_set_time_unit (copy, self->time_unit);
  for (guint i = 0; i < self->settings->len; i++)
    {
      RankleSetting setting = g_array_index (self->settings, RankleSetting, i);

      setting.id = g_strdup (setting.id);
      g_array_append_val (copy->settings, setting);
    }
  g_array_unref (copy->treatment);
  copy->treatment = rankle_treatment_copy (self->treatment);
  return copy;
}

const char *
rankle_scenario_get_id (const RankleScenario *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->id;
}

const char *
rankle_scenario_get_title (const RankleScenario *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->title;
}

const char *
rankle_scenario_get_description (const RankleScenario *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->description;
}

void
rankle_scenario_set_description (RankleScenario *self, const char *description)
{
  g_autofree char *old = NULL;

  g_return_if_fail (self != NULL && description != NULL);

  old = self->description;
  self->description = g_strdup (description);
}

const RanklePerson *
rankle_scenario_get_person (const RankleScenario *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return &self->person;
}

void
rankle_scenario_set_person (RankleScenario *self, const RanklePerson *person)
{
  g_autofree char *old = NULL;

  g_return_if_fail (self != NULL && person != NULL);

  old = (char *)self->person.words;
  self->person = *person;
  self->person.words =
      person->words != NULL && *person->words != '\0' ? g_strdup (person->words) : NULL;
}

static int
compare_settings (const RankleSetting *a, const RankleSetting *b)
{
  if (a->kind != b->kind)
    return a->kind < b->kind ? -1 : 1;
  return strcmp (a->id, b->id);
}

/* The place of @key, or where it would have to be inserted. */
static gboolean
locate (const RankleScenario *self, RankleSettingKind kind, const char *id, guint *place)
{
  RankleSetting key = { .kind = kind, .id = (char *)id };

  for (*place = 0; *place < self->settings->len; (*place)++)
    {
      int order =
          compare_settings (&g_array_index (self->settings, RankleSetting, *place), &key);

      if (order == 0)
        return TRUE;
      if (order > 0 && kind != RANKLE_SETTING_SCALE)
        return FALSE;
    }
  return FALSE;
}

/* The place of a setting that is put there with 0 unless it is there. */
static RankleSetting *
obtain (RankleScenario *self, RankleSettingKind kind, const char *id, double first)
{
  RankleSetting setting = { kind, NULL, first };
  guint         place;

  if (!locate (self, kind, id, &place))
    {
      setting.id = g_strdup (id);
      g_array_insert_val (self->settings, place, setting);
    }
  return &g_array_index (self->settings, RankleSetting, place);
}

void
rankle_scenario_set_control (RankleScenario *self, const char *control, double value)
{
  g_return_if_fail (self != NULL && control != NULL && isfinite (value));

  obtain (self, RANKLE_SETTING_CONTROL, control, 0)->value = value;
}

static void
take_away (RankleScenario *self, RankleSettingKind kind, const char *id)
{
  guint place;

  if (locate (self, kind, id, &place))
    g_array_remove_index (self->settings, place);
}

/* @value (nullable) */
static gboolean
find_value (const RankleScenario *self,
            RankleSettingKind     kind,
            const char           *id,
            double               *value)
{
  guint place;

  if (!locate (self, kind, id, &place))
    return FALSE;
  if (value != NULL)
    *value = g_array_index (self->settings, RankleSetting, place).value;
  return TRUE;
}

void
rankle_scenario_reset_control (RankleScenario *self, const char *control)
{
  g_return_if_fail (self != NULL && control != NULL);

  take_away (self, RANKLE_SETTING_CONTROL, control);
}

gboolean
rankle_scenario_get_control (const RankleScenario *self,
                             const char           *control,
                             double               *value)
{
  g_return_val_if_fail (self != NULL && control != NULL, FALSE);

  return find_value (self, RANKLE_SETTING_CONTROL, control, value);
}

void
rankle_scenario_set_parameter (RankleScenario *self, const char *parameter, double value)
{
  g_return_if_fail (self != NULL && parameter != NULL && isfinite (value));

  obtain (self, RANKLE_SETTING_PARAMETER, parameter, 0)->value = value;
}

void
rankle_scenario_set_initial (RankleScenario *self, const char *state, double value)
{
  g_return_if_fail (self != NULL && state != NULL && isfinite (value));

  obtain (self, RANKLE_SETTING_INITIAL, state, 0)->value = value;
}

void
rankle_scenario_hold_state (RankleScenario *self, const char *state, double value)
{
  g_return_if_fail (self != NULL && state != NULL && isfinite (value));

  obtain (self, RANKLE_SETTING_HOLD, state, 0)->value = value;
}

void
rankle_scenario_release_state (RankleScenario *self, const char *state)
{
  g_return_if_fail (self != NULL && state != NULL);

  take_away (self, RANKLE_SETTING_HOLD, state);
}

gboolean
rankle_scenario_get_held (const RankleScenario *self, const char *state, double *value)
{
  g_return_val_if_fail (self != NULL && state != NULL, FALSE);

  return find_value (self, RANKLE_SETTING_HOLD, state, value);
}

void
rankle_scenario_scale_parameter (RankleScenario *self,
                                 const char     *parameter,
                                 double          factor)
{
  g_return_if_fail (self != NULL && parameter != NULL && isfinite (factor));

  obtain (self, RANKLE_SETTING_SCALE, parameter, 1)->value *= factor;
}

/* ---- treatment ---- */

void
rankle_scenario_add_step (RankleScenario *self, const RankleTreatmentStep *step)
{
  g_return_if_fail (self != NULL && step != NULL);

  rankle_treatment_add (self->treatment, step);
}

void
rankle_scenario_remove_step (RankleScenario *self, guint index)
{
  g_return_if_fail (self != NULL && index < self->treatment->len);

  g_array_remove_index (self->treatment, index);
}

void
rankle_scenario_put_step (RankleScenario            *self,
                          int                        index,
                          const RankleTreatmentStep *step)
{
  g_autoptr (GArray) treatment = NULL;

  g_return_if_fail (self != NULL && step != NULL && index < (int)self->treatment->len);

  treatment = rankle_treatment_copy (self->treatment);
  if (index >= 0)
    g_array_remove_index (treatment, (guint)index);
  rankle_treatment_add (treatment, step);
  _rankle_scenario_take_treatment (self, g_steal_pointer (&treatment));
}

const RankleTreatmentStep *
rankle_scenario_get_treatment (const RankleScenario *self, guint *n)
{
  g_return_val_if_fail (self != NULL && n != NULL, NULL);

  *n = self->treatment->len;
  return (const RankleTreatmentStep *)(void *)self->treatment->data;
}

int
rankle_scenario_find_step (const RankleScenario *self,
                           RankleTreatmentKind   kind,
                           RankleTarget          target,
                           const char           *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, -1);

  return rankle_treatment_find (self->treatment, kind, target, id);
}

void
_rankle_scenario_take_treatment (RankleScenario *self, GArray *treatment)
{
  g_assert (self != NULL && treatment != NULL);

  g_array_unref (self->treatment);
  self->treatment = treatment;
}

static void
add_change (
    RankleScenario *self, RankleTarget target, const char *id, double value, double time)
{
  RankleTreatmentStep step = {
    .kind = RANKLE_TREATMENT_CHANGE,
    .target = target,
    .id = (char *)id,
    .value = value,
    .time = time,
  };

  rankle_treatment_add (self->treatment, &step);
}

void
rankle_scenario_change_parameter (RankleScenario *self,
                                  const char     *parameter,
                                  double          value,
                                  double          time)
{
  g_return_if_fail (self != NULL && parameter != NULL);
  g_return_if_fail (isfinite (value) && isfinite (time));

  add_change (self, RANKLE_TARGET_PARAMETER, parameter, value, time);
}

void
rankle_scenario_change_control (RankleScenario *self,
                                const char     *control,
                                double          value,
                                double          time)
{
  g_return_if_fail (self != NULL && control != NULL);
  g_return_if_fail (isfinite (value) && isfinite (time));

  add_change (self, RANKLE_TARGET_CONTROL, control, value, time);
}

/* ---- time ---- */

void
rankle_scenario_set_horizon (RankleScenario *self, double horizon)
{
  g_return_if_fail (self != NULL && isfinite (horizon) && horizon >= 0);

  self->horizon = horizon;
}

void
rankle_scenario_set_time_unit (RankleScenario *self, const char *unit)
{
  char *copy;

  g_return_if_fail (self != NULL && unit != NULL);

  copy = g_strdup (unit);
  g_free (self->time_unit);
  self->time_unit = copy;
}

const char *
rankle_scenario_get_time_unit (const RankleScenario *self)
{
  g_return_val_if_fail (self != NULL, "");

  return self->time_unit;
}

double
rankle_scenario_get_horizon (const RankleScenario *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->horizon;
}

const RankleSetting *
rankle_scenario_get_settings (const RankleScenario *self, guint *n)
{
  g_return_val_if_fail (self != NULL && n != NULL, NULL);

  *n = self->settings->len;
  return (const RankleSetting *)(void *)self->settings->data;
}

static gboolean
settings_equal (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const RankleSetting *x = &g_array_index (a, RankleSetting, i);
      const RankleSetting *y = &g_array_index (b, RankleSetting, i);

      if (compare_settings (x, y) != 0 || x->value < y->value || x->value > y->value)
        return FALSE;
    }
  return TRUE;
}

gboolean
rankle_scenario_equal (const RankleScenario *a, const RankleScenario *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL)
    return FALSE;
  return g_str_equal (a->id, b->id) && g_str_equal (a->title, b->title) &&
         g_str_equal (a->description, b->description) &&
         strcmp (a->time_unit, b->time_unit) == 0 &&
         !(a->horizon < b->horizon || a->horizon > b->horizon) &&
         rankle_person_equal (&a->person, &b->person) &&
         settings_equal (a->settings, b->settings) &&
         rankle_treatment_equal (a->treatment, b->treatment);
}
