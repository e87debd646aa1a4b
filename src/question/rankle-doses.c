/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rankle-doses.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What the four controls of one group stand at, in model units. A control that the group
 * lacks leaves the value that makes one dose at time 0. */
typedef struct
{
  double amount;   /* [state unit] */
  double interval; /* [time unit] */
  double count;
  double start; /* [time unit] */
} Dosing;

static double
read_control (const RankleScenario *scenario, const RankleControl *control)
{
  double value = control->neutral;

  rankle_scenario_get_control (scenario, control->id, &value);
  return control->factor * value;
}

static Dosing
read_group (const RankleScenario *scenario, const RankleModel *model, guint state)
{
  Dosing dosing = { .count = 1 };

  for (guint i = 0; i < rankle_model_get_n_controls (model); i++)
    {
      const RankleControl *control = rankle_model_get_control (model, i);

      if (control->absent != NULL || control->role == RANKLE_CONTROL_PARAMETER ||
          control->state != state)
        continue;
      if (control->role == RANKLE_CONTROL_DOSE_AMOUNT)
        dosing.amount = read_control (scenario, control);
      else if (control->role == RANKLE_CONTROL_DOSE_INTERVAL)
        dosing.interval = read_control (scenario, control);
      else if (control->role == RANKLE_CONTROL_DOSE_COUNT)
        dosing.count = round (read_control (scenario, control));
      else
        dosing.start = read_control (scenario, control);
    }
  return dosing;
}

/* NULL, or what is wrong with it. */
static const char *
find_fault (const Dosing *dosing)
{
  if (dosing->amount < 0)
    return _ ("the amount of a dose cannot be negative");
  if (dosing->count < 0)
    return _ ("the number of doses cannot be negative");
  if (dosing->count > RANKLE_DOSES_MAX)
    return _ ("too many doses");
  if (dosing->start < 0)
    return _ ("the first dose cannot be given before the start");
  if (dosing->count > 1 && !(dosing->interval > 0))
    return _ ("the time between doses must be above 0");
  return NULL;
}

static gboolean
add_group (GArray            *doses,
           const RankleModel *model,
           guint              state,
           const Dosing      *dosing,
           GError           **error)
{
  const char *fault = find_fault (dosing);

  if (fault != NULL)
    {
      g_set_error (error, RANKLE_SCENARIO_ERROR, RANKLE_SCENARIO_ERROR_DOSES, "%s: %s",
                   rankle_model_get_state (model, state)->label, fault);
      return FALSE;
    }
  if (!(dosing->amount > 0))
    return TRUE;
  for (guint i = 0; i < (guint)dosing->count; i++)
    {
      RankleEvent event = { dosing->start + i * dosing->interval, RANKLE_EVENT_DOSE,
                            state, dosing->amount };

      g_array_append_val (doses, event);
    }
  return TRUE;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double x = ((const RankleEvent *)a)->time, y = ((const RankleEvent *)b)->time;

  return (x > y) - (x < y);
}

GArray *
rankle_doses_list (const RankleScenario *scenario,
                   const RankleModel    *model,
                   GError              **error)
{
  g_autoptr (GArray) doses = g_array_new (FALSE, FALSE, sizeof (RankleEvent));

  g_return_val_if_fail (scenario != NULL && model != NULL, NULL);

  for (guint i = 0; i < rankle_model_get_n_controls (model); i++)
    {
      const RankleControl *control = rankle_model_get_control (model, i);
      Dosing               dosing;

      /* The amount stands for its group. */
      if (control->absent != NULL || control->role != RANKLE_CONTROL_DOSE_AMOUNT)
        continue;
      dosing = read_group (scenario, model, control->state);
      if (!add_group (doses, model, control->state, &dosing, error))
        return NULL;
    }
  g_array_sort (doses, compare_times);
  return g_steal_pointer (&doses);
}
