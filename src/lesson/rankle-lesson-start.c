/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-lesson-start.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-change-words.h"
#include "rankle-control-value.h"
#include "rankle-control-words.h"
#include "rankle-shown-value.h"

const RankleLessonAsked *
rankle_lesson_get_start (const RankleLesson *lesson, guint step)
{
  g_return_val_if_fail (lesson != NULL && step < lesson->n_steps, NULL);

  while (lesson->steps[step].start == NULL)
    step--;
  return lesson->steps[step].start;
}

/* ---- sessions ---- */

/* (transfer full): what @asked says, else @otherwise, with what it puts to it. */
static RankleScenario *
make_scenario (const RankleLessonAsked *asked,
               RankleScenario          *otherwise,
               RankleModel             *model)
{
  g_autoptr (RankleScenario) scenario =
      rankle_scenario_ref (asked->scenario != NULL ? asked->scenario : otherwise);

  if (asked->horizon > 0)
    {
      g_autoptr (RankleScenario) plain = rankle_scenario_settle (scenario, model);
      RankleScenario *longer = rankle_scenario_copy (plain);

      rankle_scenario_set_horizon (longer, asked->horizon);
      rankle_scenario_unref (scenario);
      scenario = longer;
    }
  for (guint i = 0; i < asked->n_controls; i++)
    {
      RankleScenario *put = rankle_control_put_value (
          rankle_model_find_control (model, asked->controls[i].control), scenario, model,
          asked->controls[i].value);

      rankle_scenario_unref (scenario);
      scenario = put;
    }
  return g_steal_pointer (&scenario);
}

static void
take (RankleSession **session, RankleSession *next)
{
  rankle_session_unref (*session);
  *session = next;
}

RankleSession *
rankle_lesson_asked_make_session (const RankleLessonAsked *start,
                                  const RankleLessonAsked *change)
{
  g_autoptr (RankleScenario) scenario = NULL;
  g_autoptr (RankleScenario) changed = NULL;
  RankleSession *session;

  g_return_val_if_fail (start != NULL && start->scenario != NULL && start->model != NULL,
                        NULL);

  scenario = make_scenario (start, NULL, start->model);
  session = rankle_session_new_of (start->model, scenario);
  if (change != NULL)
    {
      changed = make_scenario (change, scenario, start->model);
      take (&session, rankle_session_with_changed (session, changed));
    }
  if (!isnan (start->cursor))
    take (&session,
          rankle_session_with_cursor (
              session, MIN (start->cursor, rankle_session_get_horizon (session))));
  return session;
}

RankleSession *
rankle_lesson_make_session (const RankleLesson      *lesson,
                            guint                    step,
                            const RankleLessonAsked *change)
{
  RankleSession *session;
  RankleView     view;

  g_return_val_if_fail (lesson != NULL && step < lesson->n_steps, NULL);

  session =
      rankle_lesson_asked_make_session (rankle_lesson_get_start (lesson, step), change);
  view = lesson->steps[step].view;
  if (view != RANKLE_N_VIEWS)
    take (&session, rankle_session_with_view (session, view));
  return session;
}

/* ---- what can be moved ---- */

static gboolean
has (const char *const *ids, const char *id)
{
  return ids != NULL && g_strv_contains (ids, id);
}

gboolean
rankle_lesson_controls_are_shown (const RankleLessonControls *controls, const char *id)
{
  g_return_val_if_fail (controls != NULL && id != NULL, FALSE);

  return controls->shown != NULL ? has (controls->shown, id)
                                 : !has (controls->hidden, id);
}

gboolean
rankle_lesson_controls_are_free (const RankleLessonControls *controls, const char *id)
{
  return rankle_lesson_controls_are_shown (controls, id) && !has (controls->locked, id);
}

gboolean
rankle_lesson_controls_get_limit (const RankleLessonControls *controls,
                                  const char                 *id,
                                  double                     *least,
                                  double                     *most)
{
  g_return_val_if_fail (controls != NULL && id != NULL, FALSE);

  for (guint i = 0; i < controls->n_limits; i++)
    if (g_str_equal (controls->limits[i].control, id))
      {
        *least = controls->limits[i].least;
        *most = controls->limits[i].most;
        return TRUE;
      }
  return FALSE;
}

/* ---- what cannot ---- */

static gboolean
is_moved (const RankleControl *control, double value)
{
  return fabs (value - control->neutral) > 1e-9 * (1 + fabs (control->neutral));
}

/* (transfer full): @scenario with each control of @model where it changes nothing. */
static RankleScenario *
put_all_neutral (RankleScenario *scenario, RankleModel *model)
{
  RankleScenario *plain = rankle_scenario_settle (scenario, model);

  for (guint i = 0; i < rankle_model_get_n_controls (model); i++)
    {
      const RankleControl *control = rankle_model_get_control (model, i);
      RankleScenario      *put;

      if (control->absent != NULL)
        continue;
      put = rankle_control_put_value (control, plain, model, control->neutral);
      rankle_scenario_unref (plain);
      plain = put;
    }
  return plain;
}

/* How often, from when: where the amount of a drug can be moved, these bear on the run
 * wherever they stand. */
static gboolean
shapes_free_doses (const RankleLessonStep *step,
                   const RankleModel      *model,
                   const RankleControl    *control)
{
  if (control->role == RANKLE_CONTROL_PARAMETER ||
      control->role == RANKLE_CONTROL_DOSE_AMOUNT)
    return FALSE;
  for (guint i = 0; i < rankle_model_get_n_controls (model); i++)
    {
      const RankleControl *amount = rankle_model_get_control (model, i);

      if (amount->absent == NULL && amount->role == RANKLE_CONTROL_DOSE_AMOUNT &&
          amount->state == control->state &&
          rankle_lesson_controls_are_free (&step->controls, amount->id))
        return TRUE;
    }
  return FALSE;
}

/* (transfer full): a series by what it is called in days and months. */
static char *
locked_in_words (const RankleControl *control, double value)
{
  g_autofree char *shown = NULL;

  if (control->role == RANKLE_CONTROL_PARAMETER ||
      control->role == RANKLE_CONTROL_DOSE_AMOUNT)
    return rankle_control_format_named (control, value);
  shown = rankle_control_shown_in_words (control, value);
  /* Translators: a control and where it stands: "Interval: 6 months" */
  return g_strdup_printf (_ ("%s: %s"), control->label, shown);
}

/* What no control stands for. */
static void
add_others (GPtrArray *locked, const RankleSession *session)
{
  RankleModel *model = rankle_session_get_model (session);
  g_autoptr (RankleScenario) nothing = rankle_scenario_new (NULL, NULL, NULL);
  g_autoptr (RankleScenario) others =
      put_all_neutral (rankle_session_get_scenario (session), model);
  GPtrArray *changes;

  /* How far one looks is no secret. */
  rankle_scenario_set_time_unit (nothing, rankle_scenario_get_time_unit (others));
  rankle_scenario_set_horizon (nothing, rankle_scenario_get_horizon (others));
  changes = rankle_changes_list (nothing, others, model);
  g_ptr_array_extend_and_steal (locked, changes);
}

GPtrArray *
rankle_lesson_list_locked (const RankleLessonStep *step, const RankleSession *session)
{
  GPtrArray      *locked = g_ptr_array_new_with_free_func (g_free);
  RankleModel    *model = rankle_session_get_model (session);
  RankleScenario *scenario = rankle_session_get_scenario (session);

  g_return_val_if_fail (step != NULL && model != NULL, locked);

  for (guint i = 0; i < rankle_model_get_n_controls (model); i++)
    {
      const RankleControl *control = rankle_model_get_control (model, i);
      double               value;

      if (control->absent != NULL ||
          rankle_lesson_controls_are_free (&step->controls, control->id))
        continue;
      value = rankle_control_get_value (control, scenario, model);
      if (has (step->controls.locked, control->id) || is_moved (control, value) ||
          shapes_free_doses (step, model, control))
        g_ptr_array_add (locked, locked_in_words (control, value));
    }
  add_others (locked, session);
  return locked;
}
