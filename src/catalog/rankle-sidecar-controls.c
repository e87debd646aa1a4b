/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "rankle-model-builder.h"
#include "rankle-sidecar-private.h"

/* A control is { id, label, group, unit, description, parameter | dose and state, scale,
 * min, max, neutral, step, off, never, factor, display_factor, digits }, or { id, label,
 * group, description, parameter, switch: true, neutral } for 0 or 1, or { id, label,
 * absent } where the model has none. "start" of the whole is { id of a control: value }.
 */

static gboolean
read_parameter (const RankleSidecar *s,
                RankleControl       *control,
                const char          *id,
                GError             **error)
{
  const RankleQuantity *quantity = rankle_model_find (s->model, id);

  if (quantity == NULL || quantity->kind != RANKLE_QUANTITY_PARAMETER)
    return rankle_sidecar_fail (s, error,
                                _ ("the control %s names “%s”, which is no parameter"),
                                control->id, id);
  control->role = RANKLE_CONTROL_PARAMETER;
  control->parameter = quantity->index;
  return TRUE;
}

static gboolean
read_dose (const RankleSidecar *s,
           RankleControl       *control,
           const char          *dose,
           const char          *id,
           GError             **error)
{
  static const char *const roles[] = { "amount", "interval", "count", "start" };
  const RankleQuantity *quantity = id == NULL ? NULL : rankle_model_find (s->model, id);

  if (quantity == NULL || quantity->kind != RANKLE_QUANTITY_STATE)
    return rankle_sidecar_fail (s, error,
                                _ ("the control %s names “%s”, which is no state"),
                                control->id, id == NULL ? "" : id);
  control->state = quantity->index;
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (strcmp (dose, roles[i]) == 0)
      {
        control->role = RANKLE_CONTROL_DOSE_AMOUNT + i;
        return TRUE;
      }
  return rankle_sidecar_fail (
      s, error, _ ("the control %s has an unknown dose role “%s”"), control->id, dose);
}

static gboolean
read_target (const RankleSidecar *s,
             JsonObject          *object,
             RankleControl       *control,
             GError             **error)
{
  const char *parameter = NULL, *dose = NULL, *state = NULL;

  if (!rankle_sidecar_get_string (s, object, control->id, "parameter", &parameter,
                                  error) ||
      !rankle_sidecar_get_string (s, object, control->id, "dose", &dose, error) ||
      !rankle_sidecar_get_string (s, object, control->id, "state", &state, error))
    return FALSE;
  if ((parameter == NULL) == (dose == NULL))
    return rankle_sidecar_fail (
        s, error, _ ("the control %s must drive either a parameter or a dose"),
        control->id);
  return parameter != NULL ? read_parameter (s, control, parameter, error)
                           : read_dose (s, control, dose, state, error);
}

static gboolean
can_stand_at (const RankleControl *control, double value)
{
  return (value >= control->min && value <= control->max) ||
         (control->can_be_off && !(fabs (value) > 0));
}

static gboolean
check_scale (const RankleSidecar *s, const RankleControl *control, GError **error)
{
  gboolean logarithmic = control->scale == RANKLE_SCALE_LOG;

  if (!(control->min < control->max) || (logarithmic && !(control->min > 0)))
    return rankle_sidecar_fail (s, error, _ ("the control %s has no range"), control->id);
  if (!can_stand_at (control, control->neutral))
    return rankle_sidecar_fail (
        s, error, _ ("the neutral value of the control %s is outside its range"),
        control->id);
  if (!(control->step > (logarithmic ? 1 : 0)))
    return rankle_sidecar_fail (s, error, _ ("the control %s has no step"), control->id);
  return TRUE;
}

static gboolean
read_scale (const RankleSidecar *s,
            JsonObject          *object,
            RankleControl       *control,
            GError             **error)
{
  const char *scale = "linear";
  double      digits = 3;

  if (!rankle_sidecar_get_string (s, object, control->id, "scale", &scale, error) ||
      !rankle_sidecar_get_number (s, object, control->id, "min", &control->min, error) ||
      !rankle_sidecar_get_number (s, object, control->id, "max", &control->max, error) ||
      !rankle_sidecar_get_number (s, object, control->id, "neutral", &control->neutral,
                                  error) ||
      !rankle_sidecar_get_number (s, object, control->id, "step", &control->step,
                                  error) ||
      !rankle_sidecar_get_number (s, object, control->id, "factor", &control->factor,
                                  error) ||
      !rankle_sidecar_get_number (s, object, control->id, "display_factor",
                                  &control->display_factor, error) ||
      !rankle_sidecar_get_number (s, object, control->id, "digits", &digits, error) ||
      !rankle_sidecar_get_boolean (s, object, control->id, "off", &control->can_be_off,
                                   error) ||
      !rankle_sidecar_get_boolean (s, object, control->id, "never", &control->ends_never,
                                   error))
    return FALSE;
  if (strcmp (scale, "log") != 0 && strcmp (scale, "linear") != 0)
    return rankle_sidecar_fail (s, error, _ ("the control %s has an unknown scale “%s”"),
                                control->id, scale);
  control->scale = strcmp (scale, "log") == 0 ? RANKLE_SCALE_LOG : RANKLE_SCALE_LINEAR;
  control->display_digits = (guint)CLAMP (digits, 1, 15);
  return check_scale (s, control, error);
}

/* What it goes through is no choice. */
static gboolean
read_switch (const RankleSidecar *s,
             JsonObject          *object,
             RankleControl       *control,
             GError             **error)
{
  static const char *const keys[] = { "id",          "label",     "unit",
                                      "description", "parameter", "switch",
                                      "neutral",     "group",     NULL };

  if (!rankle_sidecar_check_keys (s, object, control->id, keys, error) ||
      !rankle_sidecar_get_number (s, object, control->id, "neutral", &control->neutral,
                                  error))
    return FALSE;
  control->scale = RANKLE_SCALE_LINEAR;
  control->min = 0;
  control->max = control->step = control->display_digits = 1;
  if (fabs (control->neutral * (1 - control->neutral)) > 0)
    return rankle_sidecar_fail (
        s, error, _ ("the neutral value of the switch %s must be 0 or 1"), control->id);
  return TRUE;
}

static gboolean
read_range (const RankleSidecar *s,
            JsonObject          *object,
            RankleControl       *control,
            GError             **error)
{
  gboolean good;

  if (!rankle_sidecar_get_boolean (s, object, control->id, "switch", &control->is_switch,
                                   error))
    return FALSE;
  good = control->is_switch ? read_switch (s, object, control, error)
                            : read_scale (s, object, control, error);
  control->start = control->neutral;
  return good;
}

static gboolean
check_id (const RankleSidecar *s, const char *id, GError **error)
{
  if (id == NULL)
    return rankle_sidecar_fail (s, error, _ ("a control has no id"));
  if (rankle_model_find_control (s->model, id) != NULL)
    return rankle_sidecar_fail (s, error, _ ("the control %s is defined twice"), id);
  return TRUE;
}

static gboolean
read_control (const RankleSidecar *s,
              JsonObject          *object,
              RankleControl       *control,
              GError             **error)
{
  static const char *const keys[] = {
    "id",     "label",          "unit",   "description", "absent",  "parameter", "dose",
    "state",  "scale",          "min",    "max",         "neutral", "step",      "off",
    "factor", "display_factor", "digits", "switch",      "group",   "never",     NULL
  };

  *control = (RankleControl){ .unit = "", .factor = 1, .display_factor = 1 };
  if (!rankle_sidecar_get_string (s, object, "a control", "id", &control->id, error) ||
      !check_id (s, control->id, error) ||
      !rankle_sidecar_check_keys (s, object, control->id, keys, error))
    return FALSE;
  control->label = control->id;
  if (!rankle_sidecar_get_words (s, object, control->id, "label", &control->label,
                                 error) ||
      !rankle_sidecar_get_words (s, object, control->id, "group", &control->group,
                                 error) ||
      !rankle_sidecar_get_words (s, object, control->id, "unit", &control->unit, error) ||
      !rankle_sidecar_get_words (s, object, control->id, "description",
                                 &control->description, error) ||
      !rankle_sidecar_get_words (s, object, control->id, "absent", &control->absent,
                                 error))
    return FALSE;
  return control->absent != NULL || (read_target (s, object, control, error) &&
                                     read_range (s, object, control, error));
}

gboolean
rankle_sidecar_read_controls (const RankleSidecar *s, JsonArray *array, GError **error)
{
  guint n = json_array_get_length (array);

  s->model->controls = g_new0 (RankleControl, n + 1);
  for (guint i = 0; i < n; i++)
    {
      JsonNode     *node = json_array_get_element (array, i);
      RankleControl control;

      if (!JSON_NODE_HOLDS_OBJECT (node))
        return rankle_sidecar_fail (s, error, _ ("a control must be an object"));
      if (!read_control (s, json_node_get_object (node), &control, error))
        return FALSE;
      s->model->controls[s->model->n_controls++] = control;
    }
  return TRUE;
}

static gboolean
read_start (const RankleSidecar *s, JsonObject *object, const char *id, GError **error)
{
  for (guint i = 0; i < s->model->n_controls; i++)
    {
      RankleControl *control = &s->model->controls[i];

      if (strcmp (control->id, id) != 0 || control->absent != NULL)
        continue;
      if (!rankle_sidecar_get_number (s, object, "start", id, &control->start, error))
        return FALSE;
      return can_stand_at (control, control->start) ||
             rankle_sidecar_fail (s, error, _ ("the control %s cannot start at %g"), id,
                                  control->start);
    }
  return rankle_sidecar_fail (s, error, _ ("start names “%s”, which is no control"), id);
}

gboolean
rankle_sidecar_read_start (const RankleSidecar *s, JsonObject *object, GError **error)
{
  g_autoptr (GList) ids = json_object_get_members (object);

  for (GList *l = ids; l != NULL; l = l->next)
    if (!read_start (s, object, l->data, error))
      return FALSE;
  return TRUE;
}
