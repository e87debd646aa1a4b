/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-hold.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

void
rankle_study_hold (RankleStudy *study, const RankleQuantity *state, double value)
{
  g_autoptr (RankleScenario) scenario = NULL;

  g_return_if_fail (RANKLE_IS_STUDY (study) && state != NULL && isfinite (value));
  g_return_if_fail (state->kind == RANKLE_QUANTITY_STATE);

  scenario = rankle_scenario_copy (rankle_study_get_scenario (study));
  rankle_scenario_hold_state (scenario, state->id, value);
  rankle_study_change_scenario (study, scenario, state->label);
}

void
rankle_study_release (RankleStudy *study, const RankleQuantity *state)
{
  g_autoptr (RankleScenario) scenario = NULL;

  g_return_if_fail (RANKLE_IS_STUDY (study) && state != NULL);

  scenario = rankle_scenario_copy (rankle_study_get_scenario (study));
  rankle_scenario_release_state (scenario, state->id);
  rankle_study_change_scenario (study, scenario, state->label);
}

/* (transfer full): without the unit behind it. */
static char *
strip_unit (const RankleQuantity *state, const char *text)
{
  char *number = g_strstrip (g_strdup (text));

  if (state->unit != NULL && *state->unit != '\0' &&
      g_str_has_suffix (number, state->unit))
    number[strlen (number) - strlen (state->unit)] = '\0';
  return g_strdelimit (g_strchomp (number), ",", '.');
}

gboolean
rankle_hold_parse (const RankleQuantity *state,
                   const char           *text,
                   double               *value,
                   char                **complaint)
{
  g_autofree char *number = NULL;
  char            *end;
  double           parsed;

  g_return_val_if_fail (state != NULL && text != NULL, FALSE);
  g_return_val_if_fail (value != NULL && complaint != NULL, FALSE);

  number = strip_unit (state, text);
  parsed = g_ascii_strtod (number, &end);
  if (*number == '\0' || *end != '\0' || !isfinite (parsed))
    *complaint = g_strdup (_ ("Please enter a number."));
  else if (parsed < state->min)
    *complaint = g_strdup_printf (_ ("Please enter a number from %.4g on."), state->min);
  else if (parsed > state->max)
    *complaint = g_strdup_printf (_ ("Please enter a number up to %.4g."), state->max);
  else
    {
      *value = parsed;
      return TRUE;
    }
  return FALSE;
}
