/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables of one's own: what is read of them, and what is said of those that cannot be. */

#include <math.h>

#include "mutation.h"
#include "rankle-observations-file.h"

#define N_MUTATED 600

static RankleObservations *
parse (const char *text, char **remark)
{
  g_autoptr (GError) error = NULL;
  RankleObservations *observations =
      rankle_observations_file_parse (text, -1, "obs.csv", remark, &error);

  g_assert_no_error (error);
  g_assert_nonnull (observations);
  return observations;
}

static void
assert_point (const RankleObservations *observations,
              guint                     i,
              const char               *series,
              double                    time,
              double                    value,
              double                    low,
              double                    high)
{
  guint                    n;
  const RankleObservation *points = rankle_observations_get_points (observations, &n);

  g_assert_cmpuint (i, <, n);
  g_assert_cmpstr (rankle_observations_get_series (observations, points[i].series)->name,
                   ==, series);
  g_assert_cmpfloat_with_epsilon (points[i].time, time, 1e-12);
  g_assert_cmpfloat_with_epsilon (points[i].value, value, 1e-12);
  g_assert_true (isnan (low) ? isnan (points[i].low) : fabs (points[i].low - low) < 1e-9);
  g_assert_true (isnan (high) ? isnan (points[i].high)
                              : fabs (points[i].high - high) < 1e-9);
}

static guint
count (const RankleObservations *observations)
{
  guint n;

  rankle_observations_get_points (observations, &n);
  return n;
}

/* ---- what is read ---- */

static void
test_long (void)
{
  g_autoptr (RankleObservations) observations =
      parse ("\xef\xbb\xbf# a note\r\nWeek,Quantity,Value,sd,Arm\r\n"
             "0,CTX,100,5,placebo\r\n4,CTX,\"80\",,treated\r\n4,\"BMD, spine\",NaN,1,\r\n"
             "8,\"BMD, spine\",1.5e0,0.25,treated\r\n\r\n",
             NULL);

  g_assert_cmpuint (count (observations), ==, 3);
  g_assert_cmpuint (rankle_observations_get_clock (observations), ==, RANKLE_CLOCK_WEEK);
  assert_point (observations, 0, "CTX", 0, 100, 95, 105);
  assert_point (observations, 1, "CTX", 4, 80, NAN, NAN);
  assert_point (observations, 2, "BMD, spine", 8, 1.5, 1.25, 1.75);
  g_assert_cmpuint (rankle_observations_get_n_arms (observations), ==, 2);
  g_assert_cmpstr (rankle_observations_get_arm (observations, 1), ==, "treated");
}

static void
test_wide (void)
{
  g_autofree char *remark = NULL;
  g_autoptr (RankleObservations) observations =
      parse ("time (days)\tCTX\tCTX_low\tCTX_high\tP1NP\n0\t1,5\t1\t2\t\n30\t\t\t\t7\n",
             &remark);

  g_assert_cmpuint (count (observations), ==, 2);
  g_assert_cmpuint (rankle_observations_get_clock (observations), ==, RANKLE_CLOCK_DAY);
  assert_point (observations, 0, "CTX", 0, 1.5, 1, 2);
  assert_point (observations, 1, "P1NP", 30, 7, NAN, NAN);
  g_assert_cmpstr (remark, ==, "Commas in numbers were read as decimal commas.");
}

static void
test_clocks (void)
{
  const struct
  {
    const char *head;
    RankleClock clock;
  } table[] = { { "time", RANKLE_CLOCK_UNSTATED }, { "t", RANKLE_CLOCK_UNSTATED },
                { "time_h", RANKLE_CLOCK_HOUR },   { "Time [min]", RANKLE_CLOCK_MINUTE },
                { "DAY", RANKLE_CLOCK_DAY },       { "months", RANKLE_CLOCK_MONTH },
                { "t (s)", RANKLE_CLOCK_SECOND },  { "Year", RANKLE_CLOCK_YEAR } };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *text = g_strdup_printf ("%s;x\n1;2\n", table[i].head);
      g_autoptr (RankleObservations) observations = parse (text, NULL);

      g_assert_cmpuint (rankle_observations_get_clock (observations), ==, table[i].clock);
    }
}

/* A spreadsheet's empty columns and rows are none; a column that is not read is told. */
static void
test_leftovers (void)
{
  g_autofree char *remark = NULL;
  g_autofree char *none = NULL;
  g_autoptr (RankleObservations) observations = parse (
      "day,quantity,value,visit,,\n0,CTX,1,V1,,\n,,,,,\n7,CTX,2,V2,,,,\n", &remark);
  g_autoptr (RankleObservations) plain = parse ("day,CTX\n0,1\n", &none);

  g_assert_cmpuint (count (observations), ==, 2);
  g_assert_cmpstr (remark, ==, "Not read: “visit”.");
  g_assert_null (none);
}

/* ---- what cannot be read ---- */

static void
test_complaints (void)
{
  const struct
  {
    const char *text, *complaint;
  } table[] = {
    { "", "obs.csv:1: there is no point" },
    { "day,CTX\n", "obs.csv:2: there is no point" },
    { "day,CTX\n0,NA\n", "obs.csv:3: there is no point" },
    { "CTX,P1NP\n1,2\n", "obs.csv:1: the head has no column of time, such as “day” or "
                         "“time (weeks)”" },
    { "day\n1\n", "obs.csv:1: the head has no column of values" },
    { "day,CTX,ctx\n1,2,3\n", "obs.csv:1: the head has “ctx” twice" },
    { "day,,CTX\n1,2,3\n", "obs.csv:1: the head has no name for column 2" },
    { "day,quantity,value,sd,se\n1,CTX,2,3,4\n",
      "obs.csv:1: the head has “sd” and “se”, of which there can be one" },
    { "day,CTX\n0,1\n7,\"12,5\"\n", "obs.csv:3: “12,5” in column “CTX” is no number: a "
                                    "decimal comma needs columns that "
                                    "are separated by semicolons or tabs" },
    { "day,CTX\n0,1\n7,12,5\n",
      "obs.csv:3: the fields are 3, those of the head 2: a decimal comma, as in “12,5”, "
      "needs columns that are separated by semicolons or tabs" },
    { "day;CTX;OPG\n0;1\n", "obs.csv:2: the fields are 2, those of the head 3" },
    { "day;CTX\n0;1.234,5\n", "obs.csv:2: “1.234,5” in column “CTX” is no number" },
    { "day,CTX\n0,<3\n", "obs.csv:2: “<3” in column “CTX” is no number" },
    { "day,CTX\n0,inf\n", "obs.csv:2: “inf” in column “CTX” is no number" },
    { "day,CTX\n,3\n", "obs.csv:2: no time is told" },
    { "day,CTX,CTX_sd\n0,3,-1\n", "obs.csv:2: the spread of “CTX” is less than nothing" },
    { "day,CTX,CTX_low\n0,3,4\n",
      "obs.csv:2: “CTX” does not lie between its low and its high" },
    { "day,quantity,value\n0,,4\n", "obs.csv:2: the quantity is not named" },
    { "day,CTX\n0,\"3\n", "obs.csv:2: a quote is not closed" },
    { "day,CTX\n0,\xb5g\n", "obs.csv:2: not UTF-8 text" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GError) error = NULL;
      char *remark = (char *)"";
      g_autoptr (RankleObservations) observations =
          rankle_observations_file_parse (table[i].text, -1, "obs.csv", &remark, &error);

      g_assert_null (observations);
      g_assert_null (remark);
      g_assert_error (error, RANKLE_EXCHANGE_ERROR, RANKLE_EXCHANGE_ERROR_SCHEMA);
      g_assert_cmpstr (error->message, ==, table[i].complaint);
    }
}

static void
test_too_many (void)
{
  g_autoptr (GString) text = g_string_new ("day,CTX\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleObservations) observations = NULL;
  g_autoptr (RankleObservations) most = NULL;

  for (guint i = 0; i < RANKLE_OBSERVATIONS_MAX; i++)
    g_string_append_printf (text, "%u,1\n", i);
  most = parse (text->str, NULL);
  g_assert_cmpuint (count (most), ==, RANKLE_OBSERVATIONS_MAX);
  g_string_append (text, "0,1\n");
  observations = rankle_observations_file_parse (text->str, -1, "obs.csv", NULL, &error);
  g_assert_null (observations);
  g_assert_cmpstr (error->message, ==,
                   "obs.csv:10002: there can be no more than 10000 points");
}

static void
test_no_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleObservations) observations =
      rankle_observations_file_load ("/nonexistent/obs.csv", NULL, &error);

  g_assert_null (observations);
  g_assert_nonnull (strstr (error->message, "obs.csv"));
}

/* Each opens, or gets a sentence. */
static void
test_mutated (void)
{
  static const char *const wholes[] = {
    "week;CTX;CTX_sd;P1NP;arm\n0;100;5;80;a\n4;80,5;6;70;b\n8;60;;65;a\n",
    "time_h,quantity,value,low,high,arm\n0,CTX,1,0.5,2,\"a, b\"\n2,OPG,3,,,c\n",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);
  guint n_opened = 0;

  for (guint i = 0; i < N_MUTATED; i++)
    {
      g_autoptr (GString) text = mutate (wholes[i % G_N_ELEMENTS (wholes)], rand);
      g_autoptr (GError) error = NULL;
      g_autoptr (RankleObservations) observations = rankle_observations_file_parse (
          text->str, (gssize)text->len, "obs.csv", NULL, &error);

      g_assert_true ((observations == NULL) == (error != NULL));
      if (observations == NULL)
        g_assert_true (g_str_has_prefix (error->message, "obs.csv:"));
      n_opened += observations != NULL;
    }
  g_test_message ("%u of %u opened", n_opened, N_MUTATED);
  g_assert_cmpuint (n_opened, >, N_MUTATED / 50);
  g_assert_cmpuint (n_opened, <, N_MUTATED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/observations-file/long", test_long);
  g_test_add_func ("/observations-file/wide", test_wide);
  g_test_add_func ("/observations-file/clocks", test_clocks);
  g_test_add_func ("/observations-file/leftovers", test_leftovers);
  g_test_add_func ("/observations-file/complaints", test_complaints);
  g_test_add_func ("/observations-file/too-many", test_too_many);
  g_test_add_func ("/observations-file/no-file", test_no_file);
  g_test_add_func ("/observations-file/mutated", test_mutated);
  return g_test_run ();
}
