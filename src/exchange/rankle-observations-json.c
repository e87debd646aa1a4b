/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-observations-json.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-observations-file.h"

/* A run is no longer than that, either way [days]. */
#define ZERO_MAX 1e6

/* ---- reading ---- */

static void
read_series (RankleJsonReader *json, RankleObservations *observations)
{
  const char *name = rankle_json_get_text (json, "name");
  const char *target = rankle_json_get_text_or (json, "target", name);
  guint       measured_as = rankle_json_get_choice_or (
            json, "measured_as", rankle_measured_as_names, RANKLE_MEASURED_AS_VALUE);
  guint n = rankle_observations_get_n_series (observations), index;

  if (!rankle_json_is_sound (json))
    return;
  index = rankle_observations_add_series (observations, name);
  if (index < n)
    rankle_json_fail (json, "name", _ ("“%s” stands there twice"), name);
  else
    rankle_observations_set_series (observations, index, target,
                                    (RankleMeasuredAs)measured_as);
}

/* @limit: NaN where there is no such member. */
static double
read_limit (RankleJsonReader *json, const char *member, double least, double most)
{
  return rankle_json_has (json, member)
             ? rankle_json_get_number (json, member, least, most)
             : NAN;
}

static void
read_point (RankleJsonReader *json, RankleObservations *observations)
{
  guint             n = rankle_observations_get_n_series (observations);
  RankleObservation point = { .arm = -1 };
  const char       *arm = NULL;

  point.series = (guint)rankle_json_get_integer (json, "series", 0, MAX (n, 1) - 1);
  point.time = rankle_json_get_number (json, "time", -INFINITY, INFINITY);
  point.value = rankle_json_get_number (json, "value", -INFINITY, INFINITY);
  point.low = read_limit (json, "low", -INFINITY, point.value);
  point.high = read_limit (json, "high", point.value, INFINITY);
  if (rankle_json_has (json, "arm"))
    arm = rankle_json_get_text (json, "arm");
  if (!rankle_json_is_sound (json))
    return;
  if (arm != NULL)
    point.arm = (int)rankle_observations_add_arm (observations, arm);
  rankle_observations_add (observations, &point);
}

typedef void (*ReadItem) (RankleJsonReader *json, RankleObservations *observations);

static void
read_list (RankleJsonReader   *json,
           const char         *member,
           RankleObservations *observations,
           ReadItem            read)
{
  rankle_json_require (json, member);
  if (!rankle_json_open_list (json, member))
    return;
  if (rankle_json_count (json) > RANKLE_OBSERVATIONS_MAX)
    rankle_json_fail (json, NULL, _ ("there can be no more of them than %d"),
                      RANKLE_OBSERVATIONS_MAX);
  while (rankle_json_next (json))
    {
      if (!rankle_json_open_object (json, NULL))
        continue;
      read (json, observations);
      rankle_json_close (json);
    }
  rankle_json_close (json);
}

static void
read_shown_arm (RankleJsonReader *json, RankleObservations *observations)
{
  const char *arm;

  if (!rankle_json_has (json, "arm"))
    return;
  arm = rankle_json_get_text (json, "arm");
  for (guint i = 0; i < rankle_observations_get_n_arms (observations); i++)
    if (g_str_equal (rankle_observations_get_arm (observations, i), arm))
      {
        rankle_observations_set_shown_arm (observations, (int)i);
        return;
      }
  rankle_json_fail (json, "arm", _ ("no point is of “%s”"), arm);
}

RankleObservations *
_rankle_observations_read_json (RankleJsonReader *json, const char *member)
{
  RankleObservations *observations;

  if (!rankle_json_open_object (json, member))
    return NULL;
  observations = rankle_observations_new (rankle_json_get_text (json, "name"));
  rankle_observations_set_clock (
      observations, (RankleClock)rankle_json_get_choice_or (
                        json, "clock", rankle_clock_names, RANKLE_CLOCK_UNSTATED));
  rankle_observations_set_zero (
      observations, rankle_json_get_number_or (json, "zero", 0, -ZERO_MAX, ZERO_MAX));
  rankle_observations_set_hidden (observations,
                                  rankle_json_get_boolean_or (json, "hidden", FALSE));
  read_list (json, "series", observations, read_series);
  if (rankle_json_is_sound (json) && rankle_observations_get_n_series (observations) == 0)
    rankle_json_fail (json, "series", _ ("there is none"));
  read_list (json, "points", observations, read_point);
  read_shown_arm (json, observations);
  rankle_json_close (json);
  return observations;
}

/* ---- writing ---- */

static void
write_series (RankleJsonWriter *json, const RankleObservations *observations)
{
  rankle_json_write_list (json, "series");
  for (guint i = 0; i < rankle_observations_get_n_series (observations); i++)
    {
      const RankleObservedSeries *series =
          rankle_observations_get_series (observations, i);

      rankle_json_write_object (json, NULL);
      rankle_json_write_text (json, "name", series->name);
      rankle_json_write_text (json, "target", series->target);
      rankle_json_write_text (json, "measured_as",
                              rankle_measured_as_names[series->measured_as]);
      rankle_json_write_end (json);
    }
  rankle_json_write_end (json);
}

static void
write_point (RankleJsonWriter         *json,
             const RankleObservations *observations,
             const RankleObservation  *point)
{
  rankle_json_write_object (json, NULL);
  rankle_json_write_integer (json, "series", point->series);
  rankle_json_write_number (json, "time", point->time);
  rankle_json_write_number (json, "value", point->value);
  if (!isnan (point->low))
    rankle_json_write_number (json, "low", point->low);
  if (!isnan (point->high))
    rankle_json_write_number (json, "high", point->high);
  if (point->arm >= 0)
    rankle_json_write_text (
        json, "arm", rankle_observations_get_arm (observations, (guint)point->arm));
  rankle_json_write_end (json);
}

void
_rankle_observations_write_json (RankleJsonWriter         *json,
                                 const char               *member,
                                 const RankleObservations *observations)
{
  guint                    n;
  const RankleObservation *points = rankle_observations_get_points (observations, &n);
  int                      arm = rankle_observations_get_shown_arm (observations);

  rankle_json_write_object (json, member);
  rankle_json_write_text (json, "name", rankle_observations_get_name (observations));
  rankle_json_write_text (
      json, "clock", rankle_clock_names[rankle_observations_get_clock (observations)]);
  rankle_json_write_number (json, "zero", rankle_observations_get_zero (observations));
  if (rankle_observations_get_hidden (observations))
    rankle_json_write_boolean (json, "hidden", TRUE);
  if (arm >= 0)
    rankle_json_write_text (json, "arm",
                            rankle_observations_get_arm (observations, (guint)arm));
  write_series (json, observations);
  rankle_json_write_list (json, "points");
  for (guint i = 0; i < n; i++)
    write_point (json, observations, &points[i]);
  rankle_json_write_end (json);
  rankle_json_write_end (json);
}
