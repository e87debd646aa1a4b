/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-course.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-time-words.h"

/* What is no more of the start is no change. */
#define LEAST 0.05
/* What comes back so much of its way has overshot. */
#define BACK 0.5

/* ---- finding ---- */

static double
get_least (const RankleCourseFound *found)
{
  return LEAST * (fabs (found->start) > 0
                      ? fabs (found->start)
                      : MAX (fabs (found->peak), fabs (found->nadir)));
}

static RankleCourse
choose (const RankleCourseFound *found, double least)
{
  double up = found->peak - found->start, down = found->start - found->nadir;
  double farthest = MAX (up, down), end = found->end - found->start;

  if (!(least > 0))
    least = get_least (found);
  if (farthest <= least)
    return RANKLE_COURSE_STAYS;
  if ((up > least && down > least) || fabs (end) <= (1 - BACK) * farthest)
    return RANKLE_COURSE_OVERSHOOTS;
  return end > 0 ? RANKLE_COURSE_RISES : RANKLE_COURSE_FALLS;
}

static void
add (RankleCourseFound *found, double time, double value, gboolean is_first)
{
  if (is_first)
    *found = (RankleCourseFound){
      .start = value, .peak = value, .peak_time = time, .nadir = value, .nadir_time = time
    };
  if (value > found->peak)
    {
      found->peak = value;
      found->peak_time = time;
    }
  if (value < found->nadir)
    {
      found->nadir = value;
      found->nadir_time = time;
    }
  found->end = value;
}

gboolean
rankle_course_find_in_points (const double      *times,
                              const double      *values,
                              guint              n,
                              double             least,
                              RankleCourseFound *found)
{
  guint n_seen = 0;

  g_return_val_if_fail (found != NULL && (n == 0 || (times != NULL && values != NULL)),
                        FALSE);

  for (guint i = 0; i < n; i++)
    if (isfinite (values[i]))
      add (found, times[i], values[i], n_seen++ == 0);
  if (n_seen < 2)
    return FALSE;
  found->course = choose (found, least);
  return TRUE;
}

gboolean
rankle_course_find (const RankleTrajectory *run,
                    guint                   column,
                    double                  from,
                    double                  to,
                    double                  least,
                    RankleCourseFound      *found)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  const double *rows = rankle_trajectory_get_times (run);
  double        first = rankle_trajectory_get_shown_at (run, column, from);
  double        last = rankle_trajectory_get_shown_at (run, column, to);

  g_return_val_if_fail (to > from, FALSE);

  g_array_append_val (times, from);
  g_array_append_val (values, first);
  for (guint i = 0; i < rankle_trajectory_get_n_times (run); i++)
    if (rows[i] > from && rows[i] < to)
      {
        g_array_append_val (times, rows[i]);
        g_array_append_val (values, rankle_trajectory_get_shown (run, column)[i]);
      }
  g_array_append_val (times, to);
  g_array_append_val (values, last);
  return rankle_course_find_in_points ((const double *)(void *)times->data,
                                       (const double *)(void *)values->data, times->len,
                                       least, found);
}

/* ---- words ---- */

/* (transfer full): three digits, without an exponent where one can do without. */
static char *
format_number (double value)
{
  double size = fabs (value);

  if (size < 1e-300)
    return g_strdup ("0");
  if (size >= 100 && size < 1e6)
    return g_strdup_printf ("%.0f", value);
  return g_strdup_printf ("%.3g", value);
}

char *
rankle_lesson_value_in_words (double value, const char *unit)
{
  g_autofree char *number = format_number (value);

  if (unit == NULL || *unit == '\0')
    return g_steal_pointer (&number);
  /* Translators: a number and its unit, "62 % of baseline" */
  return g_strdup_printf (_ ("%s %s"), number, unit);
}

double
rankle_lesson_value_above_error (const RankleTrajectory *run, guint column, double value)
{
  g_return_val_if_fail (run != NULL, value);

  return fabs (value) <= rankle_trajectory_get_floor (run, column) ? 0 : value;
}

char *
rankle_lesson_capitalise (char *sentence)
{
  g_autofree char *owned = sentence;
  g_autofree char *first = NULL, *capital = NULL;

  g_return_val_if_fail (sentence != NULL && *sentence != '\0', NULL);

  first = g_utf8_substring (owned, 0, 1);
  capital = g_utf8_strup (first, -1);
  return g_strconcat (capital, g_utf8_next_char (owned), NULL);
}

/* (transfer full): how far the turn lies behind the start of the run. */
static char *
moment_in_words (const RankleTrajectory *run, double time)
{
  const double *times = rankle_trajectory_get_times (run);
  guint         n = rankle_trajectory_get_n_times (run);

  return rankle_time_moment_in_words (
      rankle_model_get_time_unit (rankle_trajectory_get_model (run)), time, times[n - 1]);
}

/* Translators: what a curve does: its name, its first value, its farthest value, when it
 * has that, its last value. "CTX falls from 100 % of baseline to 20 % of baseline (at 6
 * months) and ends at 34 % of baseline" */
static const char *const turns[] = {
  [RANKLE_COURSE_RISES] = N_ ("%1$s rises from %2$s to %3$s (at %4$s) and ends at %5$s"),
  [RANKLE_COURSE_FALLS] = N_ ("%1$s falls from %2$s to %3$s (at %4$s) and ends at %5$s"),
};

/* It goes out to one side, and comes back. */
static char *
return_in_words (const RankleTrajectory  *run,
                 const char              *name,
                 const char              *unit,
                 const RankleCourseFound *found)
{
  gboolean         up = found->peak - found->start > found->start - found->nadir;
  g_autofree char *start = rankle_lesson_value_in_words (found->start, unit);
  g_autofree char *far =
      rankle_lesson_value_in_words (up ? found->peak : found->nadir, unit);
  g_autofree char *at = moment_in_words (run, up ? found->peak_time : found->nadir_time);
  g_autofree char *end = rankle_lesson_value_in_words (found->end, unit);

  /* Translators: what a curve does: its name, its first value, its farthest value, when
   * it has that, its last value */
  return g_strdup_printf (_ ("%1$s goes from %2$s to %3$s (at %4$s) and comes back to "
                             "%5$s"),
                          name, start, far, at, end);
}

/* To one side of its start, and then to the other. */
static char *
overshoot_in_words (const RankleTrajectory  *run,
                    const char              *name,
                    const char              *unit,
                    const RankleCourseFound *found)
{
  gboolean         nadir_first = found->nadir_time < found->peak_time;
  double           times[2] = { MIN (found->nadir_time, found->peak_time),
                                MAX (found->nadir_time, found->peak_time) };
  g_autofree char *first =
      rankle_lesson_value_in_words (nadir_first ? found->nadir : found->peak, unit);
  g_autofree char *second =
      rankle_lesson_value_in_words (nadir_first ? found->peak : found->nadir, unit);
  g_autofree char *at = moment_in_words (run, times[0]);
  g_autofree char *then = moment_in_words (run, times[1]);
  g_autofree char *end = rankle_lesson_value_in_words (found->end, unit);

  /* Translators: what a curve does: its name, an extreme value and when, another and
   * when, and its last value */
  return g_strdup_printf (_ ("%1$s overshoots: it is at %2$s at %3$s, at %4$s at %5$s, "
                             "and ends at %6$s"),
                          name, first, at, second, then, end);
}

static char *
turn_in_words (const RankleTrajectory  *run,
               const char              *name,
               const char              *unit,
               const RankleCourseFound *found)
{
  gboolean         rises = found->course == RANKLE_COURSE_RISES;
  g_autofree char *start = rankle_lesson_value_in_words (found->start, unit);
  g_autofree char *far =
      rankle_lesson_value_in_words (rises ? found->peak : found->nadir, unit);
  g_autofree char *at =
      moment_in_words (run, rises ? found->peak_time : found->nadir_time);
  g_autofree char *end = rankle_lesson_value_in_words (found->end, unit);

  return g_strdup_printf (_ (turns[found->course]), name, start, far, at, end);
}

/* What is told: nothing is nothing. */
static RankleCourseFound
clean (const RankleTrajectory *run, guint column, const RankleCourseFound *found)
{
  RankleCourseFound told = *found;

  told.start = rankle_lesson_value_above_error (run, column, found->start);
  told.end = rankle_lesson_value_above_error (run, column, found->end);
  told.peak = rankle_lesson_value_above_error (run, column, found->peak);
  told.nadir = rankle_lesson_value_above_error (run, column, found->nadir);
  return told;
}

/* Each side is worth telling. */
static gboolean
goes_both_ways (const RankleCourseFound *found)
{
  double up = found->peak - found->start, down = found->start - found->nadir;

  return MIN (up, down) > LEAST * MAX (up, down);
}

char *
rankle_course_in_words (const RankleTrajectory  *run,
                        guint                    column,
                        const char              *called,
                        const RankleCourseFound *found)
{
  const RankleQuantity *quantity;
  const char           *name;
  RankleCourseFound     told;
  g_autofree char      *low = NULL, *high = NULL, *flat = NULL;

  g_return_val_if_fail (run != NULL && found != NULL, NULL);

  told = clean (run, column, found);
  quantity = rankle_model_get_column (rankle_trajectory_get_model (run), column);
  name = called != NULL ? called : quantity->label;
  if (found->course == RANKLE_COURSE_OVERSHOOTS && !goes_both_ways (&told))
    return return_in_words (run, name, quantity->unit, &told);
  if (found->course == RANKLE_COURSE_OVERSHOOTS)
    return overshoot_in_words (run, name, quantity->unit, &told);
  if (found->course != RANKLE_COURSE_STAYS)
    return turn_in_words (run, name, quantity->unit, &told);
  low = rankle_lesson_value_in_words (told.nadir, NULL);
  high = rankle_lesson_value_in_words (told.peak, quantity->unit);
  flat = rankle_lesson_value_in_words (told.peak, NULL);
  if (g_strcmp0 (low, flat) == 0)
    /* Translators: a curve that does not move: its name and its value */
    return g_strdup_printf (_ ("%1$s stays at %2$s"), name, high);
  /* Translators: a curve that hardly moves: its name, its lowest and its highest value */
  return g_strdup_printf (_ ("%1$s stays between %2$s and %3$s"), name, low, high);
}
