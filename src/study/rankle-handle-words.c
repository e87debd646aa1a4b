/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-handle-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-control-value.h"
#include "rankle-control-words.h"
#include "rankle-series.h"
#include "rankle-time-words.h"

static char *
tell_time (const RankleLanes *lanes, double time)
{
  return rankle_time_exactly_in_words (rankle_model_get_time_unit (lanes->model),
                                       fmax (time, 0));
}

char *
rankle_handle_amount_in_words (const RankleLanes *lanes, guint index)
{
  const RankleHandle *handle;
  const RankleLane   *lane;

  g_return_val_if_fail (lanes != NULL && index < lanes->handles->len, NULL);

  handle = rankle_lanes_get_handle (lanes, index);
  lane = rankle_lanes_get (lanes, handle->lane);
  if (lane->control != NULL && lane->kind == RANKLE_LANE_MOMENT)
    return rankle_control_format (
        lane->control,
        rankle_control_get_value (lane->control, lanes->scenario, lanes->model));
  if (lane->control != NULL)
    return rankle_control_format (lane->control, handle->amount);
  return g_strdup_printf ("%.4g", handle->amount);
}

/* ---- doses ---- */

/* (nullable): the dose that is given last before @handle. */
static const RankleHandle *
find_before (const RankleLanes *lanes, guint index)
{
  const RankleHandle *handle = rankle_lanes_get_handle (lanes, index);

  while (index-- > 0)
    {
      const RankleHandle *before = rankle_lanes_get_handle (lanes, index);

      if (before->lane != handle->lane)
        return NULL;
      if (!before->missed && before->time < handle->time)
        return before;
    }
  return NULL;
}

static char *
tell_dose (const RankleLanes *lanes, guint index)
{
  const RankleHandle *handle = rankle_lanes_get_handle (lanes, index);
  const RankleHandle *before = find_before (lanes, index);
  g_autofree char    *amount = rankle_handle_amount_in_words (lanes, index);
  g_autofree char    *span =
      tell_time (lanes, before == NULL ? handle->time : handle->time - before->time);

  if (before == NULL && !(handle->time > 0))
    /* Translators: a dose, such as “60 mg” */
    return g_strdup_printf (_ ("%s at the start"), amount);
  if (before == NULL)
    /* Translators: a dose, such as “60 mg”, and a time, such as “11 years” */
    return g_strdup_printf (_ ("%1$s at %2$s"), amount, span);
  if (before->step == handle->step)
    /* Translators: a dose, such as “60 mg”, a time, such as “9 months”, and the number of
     * the dose before it */
    return g_strdup_printf (_ ("%1$s, %2$s after dose %3$u"), amount, span, before->dose);
  /* Translators: a dose, such as “60 mg”, and a time, such as “9 months” */
  return g_strdup_printf (_ ("%1$s, %2$s after the dose before"), amount, span);
}

static char *
tell_missed (const RankleLanes *lanes, guint index)
{
  const RankleHandle *handle = rankle_lanes_get_handle (lanes, index);
  g_autofree char    *time = tell_time (lanes, handle->time);

  /* Translators: the number of a dose, and a time, such as “11 years” */
  return g_strdup_printf (_ ("Dose %1$u missed, at %2$s"), handle->dose, time);
}

/* ---- all of them ---- */

static char *
tell_infusion (const RankleLanes *lanes, guint index)
{
  const RankleHandle *handle = rankle_lanes_get_handle (lanes, index);
  g_autofree char    *from = tell_time (lanes, handle->time);
  g_autofree char    *to = tell_time (lanes, handle->until);

  /* Translators: what is infused, how much of it, and from when to when */
  return g_strdup_printf (_ ("%1$s %2$.4g from %3$s to %4$s"),
                          rankle_lanes_get (lanes, handle->lane)->label, handle->amount,
                          from, to);
}

/* "Pool until 5 days, 2 days in all" */
static char *
tell_end (const RankleLanes *lanes, guint index)
{
  const RankleHandle *handle = rankle_lanes_get_handle (lanes, index);
  double              begin = rankle_lanes_get_step (lanes, handle)->time;
  g_autofree char    *to = tell_time (lanes, handle->time);
  g_autofree char    *length = tell_time (lanes, handle->time - begin);

  /* Translators: what is infused, until when, and how long that is */
  return g_strdup_printf (_ ("%1$s until %2$s, %3$s in all"),
                          rankle_lanes_get (lanes, handle->lane)->label, to, length);
}

static char *
tell_change (const RankleLanes *lanes, guint index)
{
  const RankleHandle *handle = rankle_lanes_get_handle (lanes, index);
  const RankleLane   *lane = rankle_lanes_get (lanes, handle->lane);
  g_autofree char    *time = tell_time (lanes, handle->time);
  g_autofree char    *value =
      lane->control != NULL ? rankle_control_format_named (lane->control, handle->amount)
                               : g_strdup_printf ("%s %.4g", lane->label, handle->amount);

  /* Translators: a control and its value, such as “Estrogen 20 %”, and a time */
  return g_strdup_printf (_ ("%1$s from %2$s on"), value, time);
}

char *
rankle_handle_in_words (const RankleLanes *lanes, guint index)
{
  const RankleHandle *handle;
  const RankleLane   *lane;

  g_return_val_if_fail (lanes != NULL && index < lanes->handles->len, NULL);

  handle = rankle_lanes_get_handle (lanes, index);
  lane = rankle_lanes_get (lanes, handle->lane);
  switch (lane->kind)
    {
    case RANKLE_LANE_DOSES:
      return handle->missed ? tell_missed (lanes, index) : tell_dose (lanes, index);
    case RANKLE_LANE_INFUSIONS:
      return handle->is_end ? tell_end (lanes, index) : tell_infusion (lanes, index);
    case RANKLE_LANE_MOMENT:
      return rankle_control_format_named (
          lane->control,
          rankle_control_get_value (lane->control, lanes->scenario, lanes->model));
    case RANKLE_LANE_CHANGES:
    default:
      return tell_change (lanes, index);
    }
}

/* ---- described ---- */

static void
append_shift (GString *text, const RankleLanes *lanes, const RankleHandle *handle)
{
  double           late = handle->time - handle->place;
  g_autofree char *span = tell_time (lanes, fabs (late));

  if (!(fabs (late) > 0) || handle->missed)
    return;
  if (late > 0)
    /* Translators: of a dose; %s is a time, such as “3 months” */
    g_string_append_printf (text, _ (", late by %s"), span);
  else
    g_string_append_printf (text, _ (", early by %s"), span);
}

char *
rankle_handle_described (const RankleLanes *lanes, guint index)
{
  const RankleHandle *handle;
  g_autofree char    *words = rankle_handle_in_words (lanes, index);
  g_autofree char    *time = NULL;
  GString            *text = g_string_new (NULL);

  g_return_val_if_fail (lanes != NULL && index < lanes->handles->len, NULL);

  handle = rankle_lanes_get_handle (lanes, index);
  if (handle->dose == 0)
    {
      g_string_append (text, words);
      return g_string_free (text, FALSE);
    }
  time = tell_time (lanes, handle->time);
  /* Translators: a drug, the number of a dose, how many there are, and what it is */
  g_string_append_printf (text, _ ("%1$s, dose %2$u of %3$u: %4$s"),
                          rankle_lanes_get (lanes, handle->lane)->label, handle->dose,
                          rankle_series_count (rankle_lanes_get_step (lanes, handle)),
                          words);
  if (find_before (lanes, index) != NULL && !handle->missed)
    /* Translators: of a dose; %s is a time, such as “11 years” */
    g_string_append_printf (text, _ (", at %s"), time);
  append_shift (text, lanes, handle);
  return g_string_free (text, FALSE);
}

char *
rankle_switch_in_words (const RankleLanes   *lanes,
                        guint                index,
                        const RankleControl *control)
{
  const RankleHandle *handle;
  const char         *drug;

  g_return_val_if_fail (lanes != NULL && index < lanes->handles->len, NULL);
  g_return_val_if_fail (control != NULL, NULL);

  handle = rankle_lanes_get_handle (lanes, index);
  drug = rankle_lanes_get (lanes, handle->lane)->label;
  if (rankle_series_count (rankle_lanes_get_step (lanes, handle)) == 1)
    /* Translators: two drugs: the second is given in the place of the first */
    return g_strdup_printf (_ ("%1$s gives way to %2$s"), drug, control->label);
  /* Translators: two drugs, and the number of the dose of the first from which on the
   * second is given in its place */
  return g_strdup_printf (_ ("%1$s gives way to %2$s at dose %3$u"), drug, control->label,
                          handle->dose);
}
