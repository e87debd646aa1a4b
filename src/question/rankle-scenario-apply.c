/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From the user's terms to a model's: ids become indices, control units and the
 * scenario's time unit become the model's. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-doses.h"
#include "rankle-time-unit.h"

/* A scenario that speaks of years is no question to a model of minutes: beyond so many
 * times the model's own horizon, its own is taken. */
#define OTHER_TIME_SCALE 50.0

/* @why (nullable): the model's own word on a control that it does not have. */
static gboolean
refuse_absent (const RankleSetting *setting,
               RankleModel         *model,
               const char          *why,
               GError             **error)
{
  const char      *id = rankle_model_get_id (model);
  g_autofree char *what = NULL;

  if (setting->kind == RANKLE_SETTING_CONTROL)
    what = g_strdup_printf (_ ("model “%s” has no control “%s”"), id, setting->id);
  else
    what = g_strdup_printf (_ ("model “%s” has no parameter “%s”"), id, setting->id);
  if (why != NULL)
    g_set_error (error, RANKLE_SCENARIO_ERROR, RANKLE_SCENARIO_ERROR_ABSENT, "%s: %s",
                 what, why);
  else
    g_set_error_literal (error, RANKLE_SCENARIO_ERROR, RANKLE_SCENARIO_ERROR_ABSENT,
                         what);
  return FALSE;
}

static void
put_parameter (RankleProtocol *protocol, guint parameter, double value, double time)
{
  if (isfinite (time))
    rankle_protocol_change_parameter (protocol, parameter, value, time);
  else
    rankle_protocol_set_parameter (protocol, parameter, value);
}

static gboolean
apply_control (const RankleSetting *setting,
               RankleProtocol      *protocol,
               double               time,
               gboolean             strict,
               GError             **error)
{
  RankleModel         *model = rankle_protocol_get_model (protocol);
  const RankleControl *control = rankle_model_find_control (model, setting->id);

  if (control == NULL || control->absent != NULL)
    return !strict || refuse_absent (setting, model,
                                     control != NULL ? control->absent : NULL, error);
  if (control->role == RANKLE_CONTROL_PARAMETER)
    put_parameter (protocol, control->parameter, control->factor * setting->value, time);
  else if (isfinite (setting->time))
    {
      g_set_error (error, RANKLE_SCENARIO_ERROR, RANKLE_SCENARIO_ERROR_NOT_TIMED,
                   _ ("control “%s” makes doses and cannot be changed at a time"),
                   setting->id);
      return FALSE;
    }
  return TRUE;
}

static gboolean
apply_parameter (const RankleSetting *setting,
                 RankleProtocol      *protocol,
                 double               time,
                 gboolean             strict,
                 GError             **error)
{
  RankleModel          *model = rankle_protocol_get_model (protocol);
  const RankleQuantity *quantity = rankle_model_find (model, setting->id);

  if (quantity == NULL || quantity->kind != RANKLE_QUANTITY_PARAMETER)
    return !strict || refuse_absent (setting, model, NULL, error);
  put_parameter (protocol, quantity->index, setting->value, time);
  return TRUE;
}

/* How many of the model's time unit one of the scenario's is. */
static double
get_unit (const RankleScenario *self, const RankleModel *model)
{
  return rankle_time_unit_convert (rankle_scenario_get_time_unit (self),
                                   rankle_model_get_time_unit (model));
}

double
rankle_scenario_get_horizon_for (const RankleScenario *self, const RankleModel *model)
{
  double   own, asked;
  gboolean is_general;

  g_return_val_if_fail (self != NULL && model != NULL, 0);

  own = rankle_model_get_horizon (model);
  asked = rankle_scenario_get_horizon (self) * get_unit (self, model);
  is_general = *rankle_scenario_get_time_unit (self) != '\0';
  if (!(asked > 0) || (is_general && asked > OTHER_TIME_SCALE * own))
    return own;
  return asked;
}

static gboolean
setting_asks_of (const RankleSetting *setting, RankleModel *model)
{
  const RankleQuantity *quantity = rankle_model_find (model, setting->id);
  const RankleControl  *control = rankle_model_find_control (model, setting->id);

  if (setting->kind == RANKLE_SETTING_PARAMETER)
    return quantity != NULL && quantity->kind == RANKLE_QUANTITY_PARAMETER;
  return control != NULL && control->absent == NULL &&
         fabs (setting->value - control->neutral) > 0;
}

gboolean
rankle_scenario_asks_of (const RankleScenario *self, RankleModel *model)
{
  const RankleSetting *settings;
  guint                n;

  g_return_val_if_fail (self != NULL && model != NULL, FALSE);

  settings = rankle_scenario_get_settings (self, &n);
  for (guint i = 0; i < n; i++)
    if (setting_asks_of (&settings[i], model))
      return TRUE;
  return FALSE;
}

gboolean
rankle_scenario_suits (const RankleScenario *self, RankleModel *model)
{
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);

  return rankle_scenario_apply (self, protocol, TRUE, NULL);
}

gboolean
rankle_scenario_apply (const RankleScenario *self,
                       RankleProtocol       *protocol,
                       gboolean              strict,
                       GError              **error)
{
  g_autoptr (GArray) doses = NULL;
  const RankleSetting *settings;
  guint                n;
  double               unit;

  g_return_val_if_fail (self != NULL && protocol != NULL, FALSE);

  unit = get_unit (self, rankle_protocol_get_model (protocol));
  settings = rankle_scenario_get_settings (self, &n);
  for (guint i = 0; i < n; i++)
    {
      double   time = settings[i].time * unit;
      gboolean ok = settings[i].kind == RANKLE_SETTING_CONTROL
                        ? apply_control (&settings[i], protocol, time, strict, error)
                        : apply_parameter (&settings[i], protocol, time, strict, error);

      if (!ok)
        return FALSE;
    }
  doses = rankle_doses_list (self, rankle_protocol_get_model (protocol), error);
  if (doses == NULL)
    return FALSE;
  for (guint i = 0; i < doses->len; i++)
    {
      const RankleEvent *dose = &g_array_index (doses, RankleEvent, i);

      rankle_protocol_add_dose (protocol, dose->target, dose->value, dose->time);
    }
  return TRUE;
}
