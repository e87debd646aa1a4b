/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-observations-match.h"

#include <math.h>
#include <string.h>

#include "rankle-score.h"
#include "rankle-time-unit.h"

/* More rows than that would be felt at a slider; values between rows are told then. */
#define MOST_TIMES 400
/* A point at the very end of a run is of it, whatever rounding left. */
#define ROUNDING 1e-9

/* ---- names ---- */

/* Of "CTX (ng/mL)" what stands before the bracket. */
static gsize
find_end_of_name (const char *word)
{
  gsize       length = strlen (word);
  const char *bracket;

  if (length == 0 || (word[length - 1] != ')' && word[length - 1] != ']'))
    return length;
  bracket = strrchr (word, word[length - 1] == ')' ? '(' : '[');
  return bracket == NULL || bracket == word ? length : (gsize)(bracket - word);
}

/* (transfer full): what is the same for two words that are meant to be one. */
static char *
fold (const char *word)
{
  g_autofree char *name = g_strndup (word, find_end_of_name (word));
  g_autofree char *folded = g_utf8_casefold (name, -1);
  GString         *plain = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at++)
    if (strchr (" _-", *at) == NULL)
      g_string_append_c (plain, *at);
  return g_string_free (plain, FALSE);
}

/* "ctxpercentofbaseline" is of CTX. TRUE: something was taken off. */
static gboolean
strip_scale (char *folded)
{
  static const char *const endings[] = { "ofbaseline", "frombaseline", "percent", "pct",
                                         "change",     "fold",         "%" };
  gboolean                 any = FALSE, more = TRUE;

  while (more)
    {
      more = FALSE;
      for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
        if (g_str_has_suffix (folded, endings[i]) &&
            strlen (folded) > strlen (endings[i]))
          {
            folded[strlen (folded) - strlen (endings[i])] = '\0';
            any = more = TRUE;
          }
    }
  return any;
}

static gboolean
is_folded (const char *word, const char *folded)
{
  g_autofree char *other = fold (word);

  return *folded != '\0' && g_str_equal (other, folded);
}

static gboolean
find_folded (const RankleModel *model, const char *folded, RankleObserved *observed)
{
  guint                 n;
  const RankleObserved *words = rankle_model_get_observed (model, &n);

  for (guint i = 0; i < n; i++)
    if (is_folded (words[i].observable, folded))
      return rankle_model_find_observed (model, words[i].observable, observed);
  for (guint i = 0; i < rankle_model_get_n_columns (model); i++)
    if (is_folded (rankle_model_get_column (model, i)->id, folded))
      return rankle_model_find_observed (model, rankle_model_get_column (model, i)->id,
                                         observed);
  for (guint i = 0; i < rankle_model_get_n_columns (model); i++)
    if (is_folded (rankle_model_get_column (model, i)->label, folded))
      return rankle_model_find_observed (model, rankle_model_get_column (model, i)->id,
                                         observed);
  return FALSE;
}

/* A node of the map, which each model binds to what it calls it. */
static gboolean
find_glyph (const RankleModel *model, const char *word, RankleObserved *observed)
{
  g_autofree char *upper = g_ascii_strup (word, -1);
  g_autofree char *lower = g_ascii_strdown (word, -1);
  const char      *ways[] = { word, upper, lower };
  int              column = -1;

  for (guint i = 0; i < G_N_ELEMENTS (ways) && column < 0; i++)
    column = rankle_model_find_glyph_column (model, ways[i]);
  if (column < 0 || (guint)column >= rankle_model_get_n_columns (model))
    return FALSE;
  *observed = (RankleObserved){
    .observable = rankle_model_get_column (model, (guint)column)->id,
    .column = (guint)column,
    .factor = 1,
  };
  return TRUE;
}

static gboolean
find_word (const RankleModel *model, const char *word, RankleObserved *observed)
{
  g_autofree char *folded = fold (word);

  return rankle_model_find_observed (model, word, observed) ||
         find_folded (model, folded, observed) || find_glyph (model, word, observed) ||
         (strip_scale (folded) && find_folded (model, folded, observed));
}

gboolean
rankle_observations_find_observed (const RankleObservations *self,
                                   guint                     series,
                                   const RankleModel        *model,
                                   RankleObserved           *observed)
{
  const RankleObservedSeries *it;

  g_return_val_if_fail (self != NULL && model != NULL && observed != NULL, FALSE);

  it = rankle_observations_get_series (self, series);
  if (it == NULL || *it->target == '\0')
    return FALSE;
  return find_word (model, it->target, observed) || find_word (model, it->name, observed);
}

/* ---- a guess ---- */

static gboolean
has_any (const char *text, const char *const *words)
{
  for (; *words != NULL; words++)
    if (strstr (text, *words) != NULL)
      return TRUE;
  return FALSE;
}

/* It is told in % of a baseline, or is plotted so: it has no unit that a laboratory would
 * have. */
static gboolean
is_told_relative (const RankleModel *model, guint column)
{
  static const char *const units[] = { "% of baseline", "% of start", "% of healthy",
                                       NULL };
  const char              *unit = rankle_model_get_column (model, column)->unit;

  if (unit != NULL && g_strv_contains (units, unit))
    return TRUE;
  for (guint i = 0; i < rankle_model_get_n_panels (model); i++)
    {
      const RanklePanel *panel = rankle_model_get_panel (model, i);

      for (guint k = 0; panel->relative && k < panel->n_columns; k++)
        if (panel->columns[k] == column)
          return TRUE;
    }
  return FALSE;
}

RankleMeasuredAs
rankle_observations_guess_measured_as (const char *name, const RankleModel *model)
{
  static const char *const changes[] = { "change", "delta", "δ", NULL };
  static const char *const percents[] = { "%", "percent", "pct", NULL };
  static const char *const folds[] = { "fold", NULL };
  g_autofree char         *folded = NULL;
  RankleObserved           observed;

  g_return_val_if_fail (name != NULL, RANKLE_MEASURED_AS_VALUE);

  folded = g_utf8_casefold (name, -1);
  if (has_any (folded, folds))
    return RANKLE_MEASURED_AS_FOLD;
  if (has_any (folded, changes))
    return RANKLE_MEASURED_AS_CHANGE;
  if (has_any (folded, percents))
    return RANKLE_MEASURED_AS_PERCENT;
  if (model == NULL || !find_word (model, name, &observed))
    return RANKLE_MEASURED_AS_VALUE;
  return observed.relative || is_told_relative (model, observed.column)
             ? RANKLE_MEASURED_AS_PERCENT
             : RANKLE_MEASURED_AS_VALUE;
}

gboolean
rankle_observations_guess (RankleObservations *self,
                           const RankleModel  *model,
                           double              zero)
{
  gboolean is_complete;

  g_return_val_if_fail (self != NULL && model != NULL, FALSE);

  is_complete = rankle_observations_get_clock (self) != RANKLE_CLOCK_UNSTATED;
  rankle_observations_set_zero (self, zero);
  for (guint i = 0; i < rankle_observations_get_n_series (self); i++)
    {
      const char    *name = rankle_observations_get_series (self, i)->name;
      RankleObserved observed;

      rankle_observations_set_series (
          self, i, name, rankle_observations_guess_measured_as (name, model));
      is_complete &= rankle_observations_find_observed (self, i, model, &observed);
    }
  return is_complete;
}

/* ---- beside a run ---- */

/* (transfer full): a RankleObserved a series; one without has no observable. */
static RankleObserved *
match_series (const RankleObservations *self, const RankleModel *model)
{
  guint           n = rankle_observations_get_n_series (self);
  RankleObserved *matches = g_new0 (RankleObserved, n + 1);

  for (guint i = 0; i < n; i++)
    if (!rankle_observations_find_observed (self, i, model, &matches[i]))
      matches[i].observable = NULL;
  return matches;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double first = *(const double *)a, second = *(const double *)b;

  return (first > second) - (first < second);
}

GArray *
rankle_observations_list_times (const RankleObservations *self, const RankleModel *model)
{
  GArray                    *times = g_array_new (FALSE, FALSE, sizeof (double));
  guint                      n, kept = 0;
  const RankleObservation   *points = rankle_observations_get_points (self, &n);
  g_autofree RankleObserved *matches = match_series (self, model);
  double day = rankle_time_unit_convert ("day", rankle_model_get_time_unit (model));

  for (guint i = 0; i < n; i++)
    {
      double time = rankle_observations_get_day (self, &points[i]) * day;

      if (rankle_observations_shows (self, &points[i]) && time >= 0 &&
          matches[points[i].series].observable != NULL)
        g_array_append_val (times, time);
    }
  g_array_sort (times, compare_times);
  for (guint i = 0; i < times->len; i++)
    if (kept == 0 ||
        g_array_index (times, double, i) > g_array_index (times, double, kept - 1))
      g_array_index (times, double, kept++) = g_array_index (times, double, i);
  g_array_set_size (times, kept > MOST_TIMES ? 0 : kept);
  return times;
}

static double
get_end (const RankleTrajectory *trajectory)
{
  guint n = rankle_trajectory_get_n_times (trajectory);

  return n > 0 ? rankle_trajectory_get_times (trajectory)[n - 1] : -INFINITY;
}

/* A number of the table as a value of the observable. */
static double
to_observable (RankleMeasuredAs measured_as, double number, double at_zero)
{
  switch (measured_as)
    {
    case RANKLE_MEASURED_AS_PERCENT:
      return at_zero * number / 100;
    case RANKLE_MEASURED_AS_CHANGE:
      return at_zero * (1 + number / 100);
    case RANKLE_MEASURED_AS_FOLD:
      return at_zero * number;
    case RANKLE_MEASURED_AS_VALUE:
    case RANKLE_N_MEASURED_AS:
    default:
      return number;
    }
}

/* The reverse; NaN: it is told of nothing. */
static double
from_observable (RankleMeasuredAs measured_as, double observable, double at_zero)
{
  double fold = fabs (at_zero) > 0 ? observable / at_zero : NAN;

  switch (measured_as)
    {
    case RANKLE_MEASURED_AS_PERCENT:
      return 100 * fold;
    case RANKLE_MEASURED_AS_CHANGE:
      return 100 * (fold - 1);
    case RANKLE_MEASURED_AS_FOLD:
      return fold;
    case RANKLE_MEASURED_AS_VALUE:
    case RANKLE_N_MEASURED_AS:
    default:
      return observable;
    }
}

/* How many half-widths of its spread, on that side, a point is from the run. */
static double
count_spreads (const RankleObservation *point, double deviation)
{
  double half = deviation > 0 ? point->value - point->low : point->high - point->value;

  return half > 0 ? deviation / half : NAN;
}

/* What the observable was at the table's 0; NaN: the run does not say. */
static double
observe_at_zero (const RankleObservations *self,
                 const RankleObserved     *observed,
                 const RankleTrajectory   *trajectory,
                 double                    day)
{
  double zero = rankle_observations_get_zero (self);

  return zero < 0 || zero * day > get_end (trajectory) * (1 + ROUNDING)
             ? NAN
             : rankle_score_observe (observed, trajectory, zero);
}

static void
put_values (const RankleObservations *self,
            const RankleObserved     *observed,
            const RankleTrajectory   *trajectory,
            double                    day,
            RankleOwnPoint           *own)
{
  const RankleObservation *point = own->point;
  RankleMeasuredAs as = rankle_observations_get_series (self, point->series)->measured_as;
  double           at_zero = observe_at_zero (self, observed, trajectory, day);
  double   at_start = rankle_trajectory_get_value_at (trajectory, observed->column, 0);
  double   numbers[] = { point->value, point->low, point->high };
  gboolean is_turned; /* by a negative factor */

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    numbers[i] = rankle_score_to_column (
        observed, to_observable (as, numbers[i], at_zero), at_start);
  is_turned = numbers[1] > numbers[0] || numbers[2] < numbers[0];
  own->value = numbers[0];
  own->low = numbers[is_turned ? 2 : 1];
  own->high = numbers[is_turned ? 1 : 2];
  own->modelled = NAN;
  if (own->time >= 0 && own->time <= get_end (trajectory) * (1 + ROUNDING))
    own->modelled = from_observable (
        as, rankle_score_observe (observed, trajectory, own->time / day), at_zero);
  own->deviation = point->value - own->modelled;
  own->spreads = count_spreads (point, own->deviation);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const RankleOwnPoint *first = a, *second = b;

  if (first->is_known != second->is_known)
    return first->is_known ? -1 : 1;
  if (first->point->series != second->point->series)
    return first->point->series < second->point->series ? -1 : 1;
  if (fabs (first->point->time - second->point->time) > 0)
    return first->point->time < second->point->time ? -1 : 1;
  return first->number < second->number ? -1 : 1;
}

static void
list_points (GArray                   *list,
             const RankleObservations *self,
             const RankleTrajectory   *trajectory)
{
  RankleModel *model = rankle_trajectory_get_model (trajectory);
  double       day = rankle_time_unit_convert ("day", rankle_model_get_time_unit (model));
  g_autofree RankleObserved *matches = match_series (self, model);
  guint                      n;
  const RankleObservation   *points = rankle_observations_get_points (self, &n);

  for (guint i = 0; i < n; i++)
    {
      const RankleObserved *observed = &matches[points[i].series];
      RankleOwnPoint own = { .observations = self, .number = i, .point = &points[i] };

      if (!rankle_observations_shows (self, &points[i]))
        continue;
      own.is_known = observed->observable != NULL;
      own.column = observed->column;
      own.time = rankle_observations_get_day (self, &points[i]) * day;
      if (own.is_known)
        put_values (self, observed, trajectory, day, &own);
      g_array_append_val (list, own);
    }
  g_array_sort (list, compare);
}

GArray *
rankle_own_points_list (RankleObservations *const *observations,
                        guint                      n,
                        const RankleTrajectory    *trajectory)
{
  GArray *all = g_array_new (FALSE, TRUE, sizeof (RankleOwnPoint));

  for (guint i = 0; trajectory != NULL && i < n; i++)
    {
      g_autoptr (GArray) list = g_array_new (FALSE, TRUE, sizeof (RankleOwnPoint));

      list_points (list, observations[i], trajectory);
      g_array_append_vals (all, list->data, list->len);
    }
  return all;
}
