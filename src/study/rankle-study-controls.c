/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done to a study by its controls, and read of it at its cursor: all by what it
 * offers to everybody. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-control-value.h"
#include "rankle-control-words.h"
#include "rankle-dosing.h"
#include "rankle-idle.h"
#include "rankle-study.h"

/* (nullable): the control, if the model has it. */
static const RankleControl *
find_control (RankleStudy *self, const char *id)
{
  RankleModel         *model = rankle_study_get_model (self);
  const RankleControl *control =
      model != NULL ? rankle_model_find_control (model, id) : NULL;

  return control != NULL && control->absent == NULL ? control : NULL;
}

/* The scenario as it was chosen. */
static RankleScenario *
get_given (RankleStudy *self)
{
  return rankle_session_get_given (rankle_study_get_session (self));
}

static double
get_value (RankleStudy *self, const RankleScenario *scenario, const char *id)
{
  const RankleControl *control = find_control (self, id);
  double               value = NAN;

  if (control != NULL)
    return rankle_control_get_value (control, scenario, rankle_study_get_model (self));
  rankle_scenario_get_control (scenario, id, &value);
  return value;
}

double
rankle_study_get_control (RankleStudy *self, const char *id)
{
  g_return_val_if_fail (RANKLE_IS_STUDY (self) && id != NULL, NAN);

  return get_value (self, rankle_study_get_scenario (self), id);
}

/* (transfer full): the present scenario with the control there. */
static RankleScenario *
put_control (RankleStudy *self, const char *id, double value)
{
  const RankleControl *control = find_control (self, id);
  RankleScenario      *scenario;

  if (control != NULL)
    return rankle_control_put_value (control, rankle_study_get_scenario (self),
                                     rankle_study_get_model (self), value);
  scenario = rankle_scenario_copy (rankle_study_get_scenario (self));
  rankle_scenario_set_control (scenario, id, value);
  return scenario;
}

/* What a change of the control is called. */
static const char *
get_label (RankleStudy *self, const char *id)
{
  const RankleControl *control = find_control (self, id);

  return control != NULL ? rankle_control_get_title (control) : id;
}

void
rankle_study_set_control (RankleStudy *self, const char *id, double value)
{
  const RankleRule    *rule;
  const RankleControl *control;

  g_return_if_fail (RANKLE_IS_STUDY (self) && id != NULL && isfinite (value));

  rule = rankle_study_find_rule (self, id);
  if (!rankle_rule_is_free (rule))
    return;
  value = rankle_rule_clamp (rule, value);
  control = find_control (self, id);
  if (control != NULL && control->is_count)
    value = round (value);
  if (fabs (value - rankle_study_get_control (self, id)) > 0)
    {
      g_autoptr (RankleScenario) scenario = put_control (self, id, value);

      rankle_study_change_scenario (self, scenario, get_label (self, id));
    }
}

void
rankle_study_step_control (RankleStudy *self, const char *id, double value, gint64 now)
{
  g_autoptr (RankleChange) step = NULL;

  g_return_if_fail (RANKLE_IS_STUDY (self) && id != NULL && isfinite (value));

  step = rankle_study_begin_step (self, get_label (self, id), id, now);
  rankle_study_set_control (self, id, value);
}

/* A dose is a part of a series, which is put together anew. */
void
rankle_study_reset_control (RankleStudy *self, const char *id)
{
  const RankleControl *control;
  g_autoptr (RankleScenario) scenario = NULL;
  double value;

  g_return_if_fail (RANKLE_IS_STUDY (self) && id != NULL);

  if (!rankle_rule_is_free (rankle_study_find_rule (self, id)))
    return;
  control = find_control (self, id);
  if (control != NULL && rankle_control_is_dosing (control))
    {
      rankle_study_set_control (self, id, get_value (self, get_given (self), id));
      return;
    }
  scenario = rankle_scenario_copy (rankle_study_get_scenario (self));
  if (rankle_scenario_get_control (get_given (self), id, &value))
    rankle_scenario_set_control (scenario, id, value);
  else
    rankle_scenario_reset_control (scenario, id);
  rankle_study_change_scenario (self, scenario, get_label (self, id));
}

/* ---- ways back ---- */

void
rankle_study_return_to_given (RankleStudy *self)
{
  RankleScenario *given;

  g_return_if_fail (RANKLE_IS_STUDY (self));

  given = get_given (self);
  rankle_study_change_scenario (self, given, rankle_scenario_get_title (given));
}

/* A control that was moved and reset may stand in another place of the scenario. */
gboolean
rankle_study_is_as_given (RankleStudy *self)
{
  RankleModel *model;
  g_autoptr (RankleScenario) given = NULL;
  g_autoptr (RankleScenario) present = NULL;

  g_return_val_if_fail (RANKLE_IS_STUDY (self), TRUE);

  model = rankle_study_get_model (self);
  if (model == NULL)
    return TRUE;
  given = rankle_scenario_settle (get_given (self), model);
  present = rankle_scenario_settle (rankle_study_get_scenario (self), model);
  return rankle_scenario_equal (given, present);
}

/* ---- what is said of a control ---- */

/* As far as anybody can tell: doses come back from the model's units. */
static gboolean
differ (double a, double b)
{
  return fabs (a - b) > 1e-9 * fmax (fabs (a), fabs (b));
}

gboolean
rankle_study_control_changed (RankleStudy *self, const char *id)
{
  g_return_val_if_fail (RANKLE_IS_STUDY (self) && id != NULL, FALSE);

  return rankle_study_find_idle (self, id) == NULL &&
         differ (rankle_study_get_control (self, id),
                 get_value (self, get_given (self), id));
}

gboolean
rankle_study_control_asks (RankleStudy *self, const char *id)
{
  const RankleControl *control;

  g_return_val_if_fail (RANKLE_IS_STUDY (self) && id != NULL, FALSE);

  control = find_control (self, id);
  return control != NULL && rankle_study_find_idle (self, id) == NULL &&
         differ (rankle_study_get_control (self, id), control->neutral);
}

const char *
rankle_study_find_idle (RankleStudy *self, const char *id)
{
  const RankleControl *control;

  g_return_val_if_fail (RANKLE_IS_STUDY (self) && id != NULL, NULL);

  control = find_control (self, id);
  return control == NULL
             ? NULL
             : rankle_control_find_idle (rankle_study_get_scenario (self),
                                         rankle_study_get_model (self), control);
}

const char *
rankle_study_find_lock (RankleStudy *self, const char *id)
{
  g_return_val_if_fail (RANKLE_IS_STUDY (self) && id != NULL, NULL);

  return rankle_rule_is_free (rankle_study_find_rule (self, id))
             ? NULL
             : _ ("locked in this step of the lesson");
}

/* ---- at the cursor ---- */

double
rankle_study_get_value (RankleStudy *self, guint column)
{
  RankleTrajectory *run;

  g_return_val_if_fail (RANKLE_IS_STUDY (self), NAN);

  run = rankle_study_get_trajectory (self);
  if (run == NULL ||
      column >= rankle_model_get_n_columns (rankle_trajectory_get_model (run)))
    return NAN;
  return rankle_trajectory_get_shown_at (run, column, rankle_study_get_cursor (self));
}

double
rankle_study_get_ratio (RankleStudy *self, guint column)
{
  RankleTrajectory *run;

  g_return_val_if_fail (RANKLE_IS_STUDY (self), NAN);

  run = rankle_study_get_trajectory (self);
  if (run == NULL ||
      column >= rankle_model_get_n_columns (rankle_trajectory_get_model (run)))
    return NAN;
  return rankle_trajectory_get_ratio_at (run, rankle_study_get_baseline (self), column,
                                         rankle_study_get_cursor (self));
}
