/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-lesson-goal.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-change-words.h"
#include "rankle-control-value.h"
#include "rankle-control-words.h"
#include "rankle-course.h"
#include "rankle-lesson-private.h"
#include "rankle-time-words.h"

/* What rounding may do to a sum of amounts. */
#define SAME 1e-9

typedef struct
{
  const RankleLesson     *lesson;
  const RankleLessonGoal *goal;
  const RankleSession    *session;
  const RankleTrajectory *run;
  RankleModel            *model;
  guint                   column;
} Checking;

/* ---- what is measured ---- */

/* Of the polyline within the goal's window: its integral, and how long it is below the
 * threshold. */
static void
integrate (const Checking *self, double *area, double *below)
{
  const RankleLessonGoal *goal = self->goal;
  const double           *times = rankle_trajectory_get_times (self->run);
  double                  level = goal->threshold, at = goal->from, value;

  *area = *below = 0;
  value = rankle_trajectory_get_shown_at (self->run, self->column, at);
  for (guint i = 0; i < rankle_trajectory_get_n_times (self->run) && at < goal->to; i++)
    {
      double next = MIN (times[i], goal->to), then, low, high;

      if (next <= at)
        continue;
      then = rankle_trajectory_get_shown_at (self->run, self->column, next);
      low = MIN (value, then);
      high = MAX (value, then);
      *area += 0.5 * (value + then) * (next - at);
      if (high <= level)
        *below += next - at;
      else if (low < level)
        *below += (next - at) * (level - low) / (high - low);
      at = next;
      value = then;
    }
}

static double
measure_course (const Checking *self)
{
  const RankleLessonGoal *goal = self->goal;
  RankleCourseFound       found;

  if (!rankle_course_find (self->run, self->column, goal->from, goal->to, 0, &found))
    return NAN;
  switch ((int)goal->measure)
    {
    case RANKLE_GOAL_LOWEST:
      return found.nadir;
    case RANKLE_GOAL_HIGHEST:
      return found.peak;
    case RANKLE_GOAL_LOWEST_TIME:
      return found.nadir_time - goal->from;
    case RANKLE_GOAL_HIGHEST_TIME:
      return found.peak_time - goal->from;
    default:
      g_assert_not_reached ();
    }
}

static double
measure_change (const Checking *self)
{
  double from =
      rankle_trajectory_get_shown_at (self->run, self->column, self->goal->from);
  double change =
      rankle_trajectory_get_shown_at (self->run, self->column, self->goal->at) - from;

  return self->goal->measure == RANKLE_GOAL_CHANGE ? change : 100 * change / from;
}

static double
measure (const Checking *self)
{
  const RankleLessonGoal *goal = self->goal;
  double                  length = goal->to - goal->from, area, below;

  switch (goal->measure)
    {
    case RANKLE_GOAL_AT:
      return rankle_trajectory_get_shown_at (self->run, self->column, goal->at);
    case RANKLE_GOAL_END:
      return rankle_trajectory_get_shown (
          self->run, self->column)[rankle_trajectory_get_n_times (self->run) - 1];
    case RANKLE_GOAL_CHANGE:
    case RANKLE_GOAL_PERCENT:
      return measure_change (self);
    case RANKLE_GOAL_MEAN:
      integrate (self, &area, &below);
      return area / length;
    case RANKLE_GOAL_TIME_BELOW:
      integrate (self, &area, &below);
      return below;
    case RANKLE_GOAL_TIME_ABOVE:
      integrate (self, &area, &below);
      return length - below;
    case RANKLE_GOAL_LOWEST:
    case RANKLE_GOAL_HIGHEST:
    case RANKLE_GOAL_LOWEST_TIME:
    case RANKLE_GOAL_HIGHEST_TIME:
      return measure_course (self);
    case RANKLE_N_GOAL_MEASURES:
    default:
      g_assert_not_reached ();
    }
}

/* ---- by what means ---- */

/* Doses of @control that the run was given, or how much in all. */
static double
count_doses (const Checking *self, const RankleControl *control, gboolean amount)
{
  guint              n;
  const RankleEvent *events =
      rankle_protocol_get_events (rankle_trajectory_get_protocol (self->run), &n);
  double horizon = rankle_session_get_horizon (self->session), sum = 0;

  for (guint i = 0; i < n; i++)
    if (events[i].kind == RANKLE_EVENT_DOSE && events[i].target == control->state &&
        events[i].time <= horizon && fabs (events[i].value) > 0)
      sum += amount ? events[i].value / control->factor : 1;
  return sum;
}

static double
count_changes (const Checking *self)
{
  RankleScenario *present = rankle_session_get_scenario (self->session);
  g_autoptr (RankleScenario) given =
      rankle_scenario_settle (rankle_session_get_given (self->session), self->model);
  g_autoptr (RankleScenario) as_long = rankle_scenario_copy (given);
  g_autoptr (GPtrArray) changes = NULL;

  /* To look further is no means. */
  rankle_scenario_set_horizon (as_long,
                               rankle_scenario_get_horizon_for (present, self->model));
  changes = rankle_changes_list (as_long, present, self->model);

  return changes->len;
}

static double
measure_means (const Checking            *self,
               const RankleLessonAllowed *allowed,
               const RankleControl       *control)
{
  switch (allowed->kind)
    {
    case RANKLE_ALLOWED_DOSES:
    case RANKLE_ALLOWED_AMOUNT:
      return count_doses (self, control, allowed->kind == RANKLE_ALLOWED_AMOUNT);
    case RANKLE_ALLOWED_VALUE:
      return rankle_control_get_value (
          control, rankle_session_get_scenario (self->session), self->model);
    case RANKLE_ALLOWED_CHANGES:
      return count_changes (self);
    case RANKLE_N_ALLOWED:
    default:
      g_assert_not_reached ();
    }
}

/* ---- words of means ---- */

/* (transfer full): of what is counted. */
static char *
count_in_words (const RankleLessonAllowed *allowed, double count)
{
  guint n = (guint)count;

  if (allowed->kind == RANKLE_ALLOWED_DOSES)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u dose is given", "%u doses are given", n), n);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u thing has been changed",
                                       "%u things have been changed", n),
                          n);
}

/* (transfer full) */
static char *
limit_in_words (const RankleLessonAllowed *allowed,
                const RankleControl       *control,
                double                     value)
{
  gboolean         most = value > allowed->most;
  double           end = most ? allowed->most : allowed->least;
  g_autofree char *number = control == NULL || allowed->kind == RANKLE_ALLOWED_DOSES
                                ? rankle_lesson_value_in_words (end, NULL)
                                : rankle_control_format (control, end);

  if (most)
    /* Translators: a number, which may have a unit: "2", "120 mg" */
    return g_strdup_printf (_ ("the most allowed is %s"), number);
  /* Translators: a number, which may have a unit: "2", "120 mg" */
  return g_strdup_printf (_ ("the least needed is %s"), number);
}

/* (transfer full): "3 doses are given, and the most allowed is 2" */
static char *
means_in_words (const RankleLessonAllowed *allowed,
                const RankleControl       *control,
                double                     value)
{
  g_autofree char *limit = limit_in_words (allowed, control, value);
  g_autofree char *count = NULL;

  if (allowed->kind == RANKLE_ALLOWED_DOSES || allowed->kind == RANKLE_ALLOWED_CHANGES)
    count = count_in_words (allowed, value);
  else if (allowed->kind == RANKLE_ALLOWED_VALUE)
    count = rankle_control_format_named (control, value);
  else
    {
      g_autofree char *sum = rankle_control_format (control, value);

      /* Translators: an amount in all: "360 mg is given in all" */
      count = g_strdup_printf (_ ("%s is given in all"), sum);
    }
  /* Translators: what was done, and what is allowed: "3 doses are given; the most allowed
   * is 2" */
  return g_strdup_printf (_ ("%s; %s"), count, limit);
}

/* (transfer full) (nullable): the first that is not kept to. */
static char *
find_forbidden (const Checking *self)
{
  for (guint i = 0; i < self->goal->n_allowed; i++)
    {
      const RankleLessonAllowed *allowed = &self->goal->allowed[i];
      const RankleControl       *control =
          allowed->control == NULL
                    ? NULL
                    : rankle_model_find_control (self->model, allowed->control);
      double value = measure_means (self, allowed, control);
      double slack = SAME * (1 + fabs (value));

      if (value > allowed->most + slack || value < allowed->least - slack)
        return means_in_words (allowed, control, value);
    }
  return NULL;
}

/* ---- words of what is measured ---- */

static gboolean
is_time (RankleGoalMeasure measure)
{
  return _rankle_goal_has_threshold (measure) || measure == RANKLE_GOAL_LOWEST_TIME ||
         measure == RANKLE_GOAL_HIGHEST_TIME;
}

/* (transfer full): in the unit of the goal. */
static char *
value_in_words (const Checking *self, double value)
{
  const char *unit = _rankle_goal_get_unit (self->goal->measure, self->model);

  if (is_time (self->goal->measure))
    return rankle_time_exactly_in_words (unit, value);
  if (unit == NULL)
    unit = rankle_model_get_column (self->model, self->column)->unit;
  return rankle_lesson_value_in_words (value, unit);
}

/* Translators: the name of a curve and a value: "CTX is at 62 % of baseline" */
static const char *const measured[RANKLE_N_GOAL_MEASURES] = {
  [RANKLE_GOAL_LOWEST] = N_ ("at its lowest %1$s is at %2$s"),
  [RANKLE_GOAL_HIGHEST] = N_ ("at its highest %1$s is at %2$s"),
  [RANKLE_GOAL_MEAN] = N_ ("%1$s is at %2$s on average"),
  [RANKLE_GOAL_LOWEST_TIME] = N_ ("%1$s is lowest after %2$s"),
  [RANKLE_GOAL_HIGHEST_TIME] = N_ ("%1$s is highest after %2$s"),
  [RANKLE_GOAL_AT] = N_ ("%1$s is at %2$s"),
  [RANKLE_GOAL_END] = N_ ("%1$s ends at %2$s"),
  [RANKLE_GOAL_CHANGE] = N_ ("%1$s has changed by %2$s"),
  [RANKLE_GOAL_PERCENT] = N_ ("%1$s has changed by %2$s"),
};

/* Translators: the name of a curve and a value that it never has */
static const char *const nevers[RANKLE_N_GOAL_MEASURES] = {
  [RANKLE_GOAL_TIME_BELOW] = N_ ("%1$s is never below %2$s"),
  [RANKLE_GOAL_TIME_ABOVE] = N_ ("%1$s is never above %2$s"),
};

/* (transfer full) */
static char *
measured_in_words (const Checking *self, double value)
{
  const RankleLessonGoal *goal = self->goal;
  const RankleQuantity   *quantity = rankle_model_get_column (self->model, self->column);
  const char             *name = goal->called != NULL
                                     ? rankle_lesson_translate (self->lesson, goal->called)
                                     : quantity->label;
  g_autofree char        *number = NULL, *level = NULL;

  if (!is_time (goal->measure))
    value = rankle_lesson_value_above_error (self->run, self->column, value);
  number = value_in_words (self, value);
  if (!_rankle_goal_has_threshold (goal->measure))
    return g_strdup_printf (_ (measured[goal->measure]), name, number);
  level = rankle_lesson_value_in_words (goal->threshold, quantity->unit);
  if (!(value > 0))
    return g_strdup_printf (_ (nevers[goal->measure]), name, level);
  if (goal->measure == RANKLE_GOAL_TIME_BELOW)
    /* Translators: the name of a curve, a value, a span of time */
    return g_strdup_printf (_ ("%1$s is below %2$s for %3$s"), name, level, number);
  /* Translators: the name of a curve, a value, a span of time */
  return g_strdup_printf (_ ("%1$s is above %2$s for %3$s"), name, level, number);
}

/* (transfer full) */
static char *
wanted_in_words (const Checking *self)
{
  const RankleLessonGoal *goal = self->goal;
  g_autofree char *low = isfinite (goal->low) ? value_in_words (self, goal->low) : NULL;
  g_autofree char *high =
      isfinite (goal->high) ? value_in_words (self, goal->high) : NULL;

  if (low == NULL && is_time (goal->measure))
    /* Translators: a span of time */
    return g_strdup_printf (_ ("the goal is less than %s"), high);
  if (low == NULL)
    /* Translators: a value with its unit */
    return g_strdup_printf (_ ("the goal is below %s"), high);
  if (high == NULL && is_time (goal->measure))
    /* Translators: a span of time */
    return g_strdup_printf (_ ("the goal is more than %s"), low);
  if (high == NULL)
    /* Translators: a value with its unit */
    return g_strdup_printf (_ ("the goal is above %s"), low);
  /* Translators: two values with their units */
  return g_strdup_printf (_ ("the goal is between %1$s and %2$s"), low, high);
}

/* (transfer full) @forbidden (nullable) */
static char *
result_in_words (const Checking *self, double value, gboolean in_range, char *forbidden)
{
  g_autofree char *is = NULL, *wanted = wanted_in_words (self);
  char            *words;

  if (isnan (value))
    return g_strdup (_ ("The run has nothing to be measured."));
  is = measured_in_words (self, value);
  if (in_range && forbidden == NULL)
    /* Translators: what is measured, and what the goal is */
    return g_strdup_printf (_ ("Reached: %1$s; %2$s."), is, wanted);
  if (in_range)
    /* Translators: what is measured, and why it does not count: "CTX is at 40 % of
     * baseline, but 3 doses are given; the most allowed is 2." */
    words = g_strdup_printf (_ ("%1$s, but %2$s."), is, forbidden);
  else
    /* Translators: what is measured, and what the goal is: "CTX is at 62 % of baseline;
     * the goal is below 50 % of baseline." */
    words = g_strdup_printf (_ ("%1$s; %2$s."), is, wanted);
  return rankle_lesson_capitalise (words);
}

/* ---- a goal ---- */

void
rankle_goal_result_clear (RankleGoalResult *result)
{
  g_clear_pointer (&result->words, g_free);
}

void
rankle_goal_check (const RankleLesson     *lesson,
                   const RankleLessonGoal *goal,
                   const RankleSession    *session,
                   const RankleTrajectory *run,
                   RankleGoalResult       *result)
{
  Checking self = { .lesson = lesson, .goal = goal, .session = session, .run = run };
  g_autofree char *forbidden = NULL;
  int              column;

  g_return_if_fail (lesson != NULL && goal != NULL && run != NULL && result != NULL);

  self.model = rankle_trajectory_get_model (run);
  column = rankle_model_find_column (self.model, goal->column);
  g_return_if_fail (column >= 0 && rankle_session_get_model (session) == self.model);
  self.column = (guint)column;
  result->value = measure (&self);
  result->in_range = result->value >= goal->low && result->value <= goal->high;
  forbidden = find_forbidden (&self);
  result->reached = result->in_range && forbidden == NULL;
  result->words = result_in_words (&self, result->value, result->in_range, forbidden);
}
