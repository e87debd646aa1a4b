/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-treatment-json.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-series.h"

/* In the order of RankleTreatmentKind and RankleTarget. */
static const char *const kinds[] = { "change", "dose", "infusion", NULL };
static const char *const targets[] = { "control", "parameter", "state", NULL };

/* What a step of that kind may be aimed at. */
static const struct
{
  RankleTarget first, second;
  const char  *complaint;
} aims[] = {
  { RANKLE_TARGET_CONTROL, RANKLE_TARGET_PARAMETER,
    N_ ("one of “control” and “parameter” must name what changes") },
  { RANKLE_TARGET_CONTROL, RANKLE_TARGET_STATE,
    N_ ("one of “control” and “state” must name what is dosed") },
  { RANKLE_TARGET_STATE, RANKLE_TARGET_STATE, N_ ("“state” must name what is infused") },
};

/* ---- reading ---- */

static void
read_target (RankleJsonReader *json, RankleTreatmentStep *step)
{
  const char *first = targets[aims[step->kind].first];
  const char *second = targets[aims[step->kind].second];
  gboolean    is_first = rankle_json_has (json, first);

  g_assert (step->kind < G_N_ELEMENTS (aims));

  if (!is_first && !rankle_json_has (json, second))
    rankle_json_fail (json, NULL, "%s", _ (aims[step->kind].complaint));
  if (is_first && first != second && rankle_json_has (json, second))
    rankle_json_fail (json, NULL, "%s", _ (aims[step->kind].complaint));
  step->target = is_first ? aims[step->kind].first : aims[step->kind].second;
  step->id = (char *)rankle_json_get_text (json, targets[step->target]);
}

/* The reader stands in the exception's object. */
static void
read_exception (RankleJsonReader          *json,
                const RankleTreatmentStep *step,
                GArray                    *exceptions)
{
  RankleDoseException exception = { 0 };
  gint64              count = (gint64)step->count;

  exception.dose = (guint)rankle_json_get_integer (json, "dose", 1, MAX (count, 1));
  exception.missed = rankle_json_get_boolean_or (json, "missed", FALSE);
  exception.has_amount = rankle_json_has (json, "amount");
  exception.amount = rankle_json_get_number_or (json, "amount", 0, -INFINITY, INFINITY);
  exception.late = rankle_json_get_number_or (json, "late", 0, -INFINITY, INFINITY);
  rankle_json_close (json);
  if (!rankle_json_is_sound (json))
    return;
  if (!rankle_dose_exception_says (&exception))
    rankle_json_fail (json, NULL,
                      _ ("must say that the dose is missed, late, or of "
                         "another amount"));
  else if (exception.missed && (exception.has_amount || fabs (exception.late) > 0))
    rankle_json_fail (json, NULL, _ ("a missed dose has neither amount nor time"));
  else if (rankle_series_get_place (step, exception.dose) + exception.late < 0)
    rankle_json_fail (json, NULL, _ ("the dose would be given before the start"));
  else
    rankle_dose_exceptions_put (exceptions, &exception);
}

/* (transfer full) */
static GArray *
read_exceptions (RankleJsonReader *json, const RankleTreatmentStep *step)
{
  GArray *exceptions = rankle_dose_exceptions_new ();
  guint   n = 0;

  if (!rankle_json_open_list (json, "exceptions"))
    return exceptions;
  while (rankle_json_next (json))
    if (rankle_json_open_object (json, NULL))
      {
        read_exception (json, step, exceptions);
        if (rankle_json_is_sound (json) && exceptions->len != ++n)
          rankle_json_fail (json, NULL, _ ("the dose has an exception already"));
      }
  rankle_json_close (json);
  return exceptions;
}

static void
read_series (RankleJsonReader *json, RankleTreatmentStep *step)
{
  step->value = rankle_json_get_number (json, "amount", -INFINITY, INFINITY);
  step->count = (double)rankle_json_get_integer_or (json, "count", 1, 0, 10000);
  step->interval = rankle_json_get_number_or (json, "interval", 0, 0, INFINITY);
  if (step->count > 1 && !(step->interval > 0))
    rankle_json_fail (json, "interval", _ ("must be above 0 between several doses"));
}

static void
read_infusion (RankleJsonReader *json, RankleTreatmentStep *step)
{
  step->value = rankle_json_get_number (json, "rate", -INFINITY, INFINITY);
  step->time = rankle_json_get_number (json, "from", 0, INFINITY);
  step->until = rankle_json_get_number (json, "to", step->time, INFINITY);
}

/* The reader stands in the step's object. */
static void
read_body (RankleJsonReader *json, RankleScenario *scenario, RankleTreatmentKind kind)
{
  RankleTreatmentStep step = { .kind = kind };
  g_autoptr (GArray) exceptions = NULL;

  read_target (json, &step);
  if (kind != RANKLE_TREATMENT_INFUSION)
    step.time = rankle_json_get_number (json, "time", 0, INFINITY);
  if (kind == RANKLE_TREATMENT_CHANGE)
    step.value = rankle_json_get_number (json, "value", -INFINITY, INFINITY);
  else if (kind == RANKLE_TREATMENT_DOSE)
    {
      read_series (json, &step);
      exceptions = read_exceptions (json, &step);
      rankle_series_set_exceptions (&step, exceptions);
    }
  else
    read_infusion (json, &step);
  rankle_json_close (json);
  if (rankle_json_is_sound (json))
    rankle_scenario_add_step (scenario, &step);
}

void
_rankle_treatment_read_json (RankleJsonReader *json, RankleScenario *scenario)
{
  g_assert (json != NULL && scenario != NULL);

  if (!rankle_json_open_list (json, "treatment"))
    return;
  while (rankle_json_next (json))
    if (rankle_json_open_object (json, NULL))
      read_body (json, scenario, rankle_json_get_choice (json, "kind", kinds));
  rankle_json_close (json);
}

void
_rankle_treatment_read_changes (RankleJsonReader *json, RankleScenario *scenario)
{
  g_assert (json != NULL && scenario != NULL);

  if (!rankle_json_open_list (json, "changes"))
    return;
  while (rankle_json_next (json))
    if (rankle_json_open_object (json, NULL))
      read_body (json, scenario, RANKLE_TREATMENT_CHANGE);
  rankle_json_close (json);
}

/* ---- writing ---- */

static void
write_exceptions (RankleJsonWriter *json, const RankleTreatmentStep *step)
{
  rankle_json_write_list (json, "exceptions");
  for (guint i = 0; i < step->n_exceptions; i++)
    {
      const RankleDoseException *exception = &step->exceptions[i];

      rankle_json_write_object (json, NULL);
      rankle_json_write_integer (json, "dose", exception->dose);
      if (exception->missed)
        rankle_json_write_boolean (json, "missed", TRUE);
      if (exception->has_amount)
        rankle_json_write_number (json, "amount", exception->amount);
      if (fabs (exception->late) > 0)
        rankle_json_write_number (json, "late", exception->late);
      rankle_json_write_end (json);
    }
  rankle_json_write_end (json);
}

static void
write_dose (RankleJsonWriter *json, const RankleTreatmentStep *step)
{
  g_assert (step->kind == RANKLE_TREATMENT_DOSE && step->count >= 0);

  rankle_json_write_number (json, "amount", step->value);
  if (fabs (step->count - 1) > 0)
    rankle_json_write_integer (json, "count", (gint64)round (step->count));
  if (step->interval > 0)
    rankle_json_write_number (json, "interval", step->interval);
  if (step->n_exceptions > 0)
    write_exceptions (json, step);
}

static void
write_step (RankleJsonWriter *json, const RankleTreatmentStep *step)
{
  gboolean is_infusion = step->kind == RANKLE_TREATMENT_INFUSION;

  g_assert (step->kind < G_N_ELEMENTS (aims) &&
            step->target < G_N_ELEMENTS (targets) - 1);

  rankle_json_write_object (json, NULL);
  rankle_json_write_text (json, "kind", kinds[step->kind]);
  rankle_json_write_text (json, targets[step->target], step->id);
  rankle_json_write_number (json, is_infusion ? "from" : "time", step->time);
  if (step->kind == RANKLE_TREATMENT_CHANGE)
    rankle_json_write_number (json, "value", step->value);
  else if (step->kind == RANKLE_TREATMENT_DOSE)
    write_dose (json, step);
  else
    {
      rankle_json_write_number (json, "to", step->until);
      rankle_json_write_number (json, "rate", step->value);
    }
  rankle_json_write_end (json);
}

void
_rankle_treatment_write_json (RankleJsonWriter *json, const RankleScenario *scenario)
{
  guint                      n;
  const RankleTreatmentStep *steps = rankle_scenario_get_treatment (scenario, &n);

  rankle_json_write_list (json, "treatment");
  for (guint i = 0; i < n; i++)
    write_step (json, &steps[i]);
  rankle_json_write_end (json);
}
