/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "rankle-model-builder.h"
#include "rankle-sidecar-private.h"

/* A control is { id, label, group, unit, description, parameter | dose and state, scale,
 * min, max, neutral, step, off, never, whole, factor, display_factor, digits }, or { id,
 * label, group, description, parameter, switch: true, neutral, reversed: { label,
 * when_off, when_on } } for 0 or 1, or { id, label, absent } where the model has none.
 * Either of the first two may have what rankle-sidecar-needs.c reads. "start" of the
 * whole is { id of a control: value }.
 */

static void
read_parameter (const RankleSidecar *s, RankleControl *control)
{
  const char           *id = rankle_json_get_text (s->json, "parameter");
  const RankleQuantity *quantity = rankle_model_find (s->model, id);

  if (quantity == NULL || quantity->kind != RANKLE_QUANTITY_PARAMETER)
    {
      rankle_json_fail (s->json, "parameter", _ ("“%s” is no parameter"), id);
      return;
    }
  control->role = RANKLE_CONTROL_PARAMETER;
  control->parameter = quantity->index;
}

static void
read_dose (const RankleSidecar *s, RankleControl *control)
{
  static const char *const roles[] = { "amount", "interval", "count", "start", NULL };
  const char              *id = rankle_json_get_text (s->json, "state");
  const RankleQuantity    *quantity = rankle_model_find (s->model, id);

  control->role =
      RANKLE_CONTROL_DOSE_AMOUNT + rankle_json_get_choice (s->json, "dose", roles);
  if (quantity == NULL || quantity->kind != RANKLE_QUANTITY_STATE)
    rankle_json_fail (s->json, "state", _ ("“%s” is no state"), id);
  else
    control->state = quantity->index;
}

static void
read_target (const RankleSidecar *s, RankleControl *control)
{
  gboolean drives_parameter = rankle_json_has (s->json, "parameter");

  if (drives_parameter == rankle_json_has (s->json, "dose"))
    rankle_json_fail (s->json, NULL, _ ("must drive either a parameter or a dose"));
  else if (drives_parameter)
    read_parameter (s, control);
  else
    read_dose (s, control);
}

static gboolean
can_stand_at (const RankleControl *control, double value)
{
  return (value >= control->min && value <= control->max) ||
         (control->can_be_off && !(fabs (value) > 0));
}

static void
check_scale (const RankleSidecar *s, const RankleControl *control)
{
  gboolean logarithmic = control->scale == RANKLE_SCALE_LOG;

  if (!(control->min < control->max) || (logarithmic && !(control->min > 0)))
    rankle_json_fail (s->json, NULL, _ ("the control %s has no range"), control->id);
  if (!can_stand_at (control, control->neutral))
    rankle_json_fail (s->json, "neutral",
                      _ ("the neutral value of the control %s is outside its range"),
                      control->id);
  if (control->role == RANKLE_CONTROL_DOSE_AMOUNT && fabs (control->neutral) > 0)
    rankle_json_fail (s->json, "neutral",
                      _ ("the control %s must be neutral at 0: it would dose by itself"),
                      control->id);
  if (!(control->step > (logarithmic ? 1 : 0)))
    rankle_json_fail (s->json, "step", _ ("the control %s has no step"), control->id);
}

/* What is counted goes from one whole number to the next. */
static void
check_count (const RankleSidecar *s, const RankleControl *control)
{
  const double numbers[] = { control->min, control->max, control->neutral,
                             control->step };

  if (!control->is_count)
    {
      if (control->role == RANKLE_CONTROL_DOSE_COUNT)
        rankle_json_fail (s->json, "whole", _ ("half a dose is none"));
      return;
    }
  if (control->scale == RANKLE_SCALE_LOG)
    rankle_json_fail (s->json, "scale", _ ("what is whole has a linear scale"));
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (fabs (numbers[i] - round (numbers[i])) > 0)
      rankle_json_fail (s->json, "whole",
                        _ ("the range and step of the control %s are not whole"),
                        control->id);
}

static double
read_number (const RankleSidecar *s, const char *member, double otherwise)
{
  return rankle_json_get_number_or (s->json, member, otherwise, -INFINITY, INFINITY);
}

static void
read_scale (const RankleSidecar *s, RankleControl *control)
{
  static const char *const scales[] = {
    [RANKLE_SCALE_LINEAR] = "linear", [RANKLE_SCALE_LOG] = "log", NULL
  };

  control->scale =
      rankle_json_get_choice_or (s->json, "scale", scales, RANKLE_SCALE_LINEAR);
  control->min = read_number (s, "min", 0);
  control->max = read_number (s, "max", 0);
  control->neutral = read_number (s, "neutral", 0);
  control->step = read_number (s, "step", 0);
  control->factor = read_number (s, "factor", 1);
  control->display_factor = read_number (s, "display_factor", 1);
  control->display_digits =
      (guint)rankle_json_get_integer_or (s->json, "digits", 3, 1, 15);
  control->can_be_off = rankle_json_get_boolean_or (s->json, "off", FALSE);
  control->ends_never = rankle_json_get_boolean_or (s->json, "never", FALSE);
  control->is_count = rankle_json_get_boolean_or (
      s->json, "whole", control->role == RANKLE_CONTROL_DOSE_COUNT);
  check_scale (s, control);
  check_count (s, control);
}

/* What it goes through is no choice. */
static void
read_switch (const RankleSidecar *s, RankleControl *control)
{
  control->scale = RANKLE_SCALE_LINEAR;
  control->min = 0;
  control->max = control->step = control->display_digits = 1;
  control->neutral = read_number (s, "neutral", 0);
  if (control->role != RANKLE_CONTROL_PARAMETER)
    rankle_json_fail (s->json, "switch", _ ("only a parameter can be switched"));
  if (fabs (control->neutral * (1 - control->neutral)) > 0)
    rankle_json_fail (s->json, "neutral", _ ("must be 0 or 1 for a switch"));
}

/* Shown turned round: on where the model has 0. */
static void
read_reversed (const RankleSidecar *s, RankleControl *control)
{
  if (!rankle_json_open_object (s->json, "reversed"))
    return;
  if (!control->is_switch)
    rankle_json_fail (s->json, NULL, _ ("only a switch can be turned round"));
  control->reversed = rankle_sidecar_require_words (s, "label");
  control->when_off = rankle_sidecar_require_words (s, "when_off");
  control->when_on = rankle_sidecar_require_words (s, "when_on");
  rankle_json_close (s->json);
}

static void
read_range (const RankleSidecar *s, RankleControl *control)
{
  control->is_switch = rankle_json_get_boolean_or (s->json, "switch", FALSE);
  if (control->is_switch)
    read_switch (s, control);
  else
    read_scale (s, control);
  control->start = control->neutral;
}

static const char *
read_id (const RankleSidecar *s)
{
  const char *id = rankle_sidecar_keep (s, rankle_json_get_text (s->json, "id"));

  if (rankle_model_find_control (s->model, id) != NULL)
    rankle_json_fail (s->json, "id", _ ("the control %s is defined twice"), id);
  return id;
}

static void
read_control (const RankleSidecar *s, RankleControl *control)
{
  *control = (RankleControl){ .factor = 1, .display_factor = 1 };
  if (!rankle_json_open_object (s->json, NULL))
    return;
  control->id = read_id (s);
  control->label = rankle_sidecar_get_words (s, "label", control->id);
  control->group = rankle_sidecar_get_words (s, "group", NULL);
  control->unit = rankle_sidecar_get_words (s, "unit", "");
  control->description = rankle_sidecar_get_words (s, "description", NULL);
  control->absent = rankle_sidecar_get_words (s, "absent", NULL);
  if (control->absent == NULL)
    {
      read_target (s, control);
      read_range (s, control);
      read_reversed (s, control);
      rankle_sidecar_read_needs (s, control);
    }
  rankle_json_close (s->json);
}

void
rankle_sidecar_read_controls (const RankleSidecar *s)
{
  g_assert (s->model->controls == NULL);
  if (!rankle_json_open_list (s->json, "controls"))
    return;
  s->model->controls = g_new0 (RankleControl, rankle_json_count (s->json) + 1);
  while (rankle_json_next (s->json))
    {
      RankleControl control;

      read_control (s, &control);
      rankle_model_add_control (s->model, &control);
    }
  rankle_sidecar_check_needs (s);
  rankle_json_close (s->json);
}

static void
read_start (const RankleSidecar *s)
{
  const char *id = rankle_json_get_name (s->json);
  double      start = read_number (s, NULL, 0);

  for (guint i = 0; i < s->model->n_controls; i++)
    {
      RankleControl *control = &s->model->controls[i];

      if (strcmp (control->id, id) != 0 || control->absent != NULL)
        continue;
      control->start = start;
      if (!can_stand_at (control, start) ||
          (control->is_count && fabs (start - round (start)) > 0))
        rankle_json_fail (s->json, NULL, _ ("the control %s cannot start at %g"), id,
                          start);
      return;
    }
  rankle_json_fail (s->json, NULL, _ ("“%s” is no control"), id);
}

void
rankle_sidecar_read_start (const RankleSidecar *s)
{
  if (!rankle_json_open_object (s->json, "start"))
    return;
  while (rankle_json_next (s->json))
    read_start (s);
  rankle_json_close (s->json);
}
