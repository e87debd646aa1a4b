/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The settings stand in one array, ordered by time, then kind, then id. No two share all
 * three, so that equal scenarios are equal element by element. */

#include "config.h"

#include "rankle-scenario.h"

#include <math.h>
#include <string.h>

struct _RankleScenario
{
  gatomicrefcount ref_count;

  char   *id;
  char   *title;
  char   *description;
  char   *time_unit; /* "": the model's */
  double  horizon;   /* ≥ 0, in it; 0: the model's */
  GArray *settings;  /* (owned): RankleSetting */
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
  g_array_unref (self->settings);
  g_free (self);
}

RankleScenario *
rankle_scenario_copy (const RankleScenario *self)
{
  RankleScenario *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = rankle_scenario_new (self->id, self->title, self->description);
  copy->horizon = self->horizon;
  rankle_scenario_set_time_unit (copy, self->time_unit);
  for (guint i = 0; i < self->settings->len; i++)
    {
      RankleSetting setting = g_array_index (self->settings, RankleSetting, i);

      setting.id = g_strdup (setting.id);
      g_array_append_val (copy->settings, setting);
    }
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

static int
compare_settings (const RankleSetting *a, const RankleSetting *b)
{
  if (a->time < b->time || a->time > b->time)
    return a->time < b->time ? -1 : 1;
  if (a->kind != b->kind)
    return a->kind < b->kind ? -1 : 1;
  return strcmp (a->id, b->id);
}

/* The place of @key, or where it would have to be inserted. */
static gboolean
locate (const RankleScenario *self, const RankleSetting *key, guint *place)
{
  guint low = 0, high = self->settings->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int   order =
          compare_settings (&g_array_index (self->settings, RankleSetting, middle), key);

      if (order == 0)
        {
          *place = middle;
          return TRUE;
        }
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  *place = low;
  return FALSE;
}

static void
put (RankleScenario   *self,
     RankleSettingKind kind,
     const char       *id,
     double            value,
     double            time)
{
  RankleSetting setting = { kind, (char *)id, value, time };
  guint         place;

  if (locate (self, &setting, &place))
    {
      g_array_index (self->settings, RankleSetting, place).value = value;
      return;
    }
  setting.id = g_strdup (id);
  g_array_insert_val (self->settings, place, setting);
}

void
rankle_scenario_set_control (RankleScenario *self, const char *control, double value)
{
  g_return_if_fail (self != NULL && control != NULL && isfinite (value));

  put (self, RANKLE_SETTING_CONTROL, control, value, -INFINITY);
}

void
rankle_scenario_reset_control (RankleScenario *self, const char *control)
{
  RankleSetting key = { RANKLE_SETTING_CONTROL, (char *)control, 0, -INFINITY };
  guint         place;

  g_return_if_fail (self != NULL && control != NULL);

  if (locate (self, &key, &place))
    g_array_remove_index (self->settings, place);
}

gboolean
rankle_scenario_get_control (const RankleScenario *self,
                             const char           *control,
                             double               *value)
{
  RankleSetting key = { RANKLE_SETTING_CONTROL, (char *)control, 0, -INFINITY };
  guint         place;

  g_return_val_if_fail (self != NULL && control != NULL, FALSE);

  if (!locate (self, &key, &place))
    return FALSE;
  if (value != NULL)
    *value = g_array_index (self->settings, RankleSetting, place).value;
  return TRUE;
}

void
rankle_scenario_set_parameter (RankleScenario *self, const char *parameter, double value)
{
  g_return_if_fail (self != NULL && parameter != NULL && isfinite (value));

  put (self, RANKLE_SETTING_PARAMETER, parameter, value, -INFINITY);
}

void
rankle_scenario_change_parameter (RankleScenario *self,
                                  const char     *parameter,
                                  double          value,
                                  double          time)
{
  g_return_if_fail (self != NULL && parameter != NULL);
  g_return_if_fail (isfinite (value) && isfinite (time));

  put (self, RANKLE_SETTING_PARAMETER, parameter, value, time);
}

void
rankle_scenario_change_control (RankleScenario *self,
                                const char     *control,
                                double          value,
                                double          time)
{
  g_return_if_fail (self != NULL && control != NULL);
  g_return_if_fail (isfinite (value) && isfinite (time));

  put (self, RANKLE_SETTING_CONTROL, control, value, time);
}

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
         settings_equal (a->settings, b->settings);
}
