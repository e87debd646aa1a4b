/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-time-words.h"

static const struct
{
  const char *unit;
  double      time, horizon;
  const char *words;
} cases[] = {
  { "day", 0, 3650, "0 years 0 months" },
  { "day", 547.5, 3650, "1 year 6 months" },
  { "day", 365, 3650, "1 year 0 months" },
  { "day", 3650, 3650, "10 years 0 months" },
  { "hour", 547.5 * 24, 87600, "1 year 6 months" },
  { "day", 182.5, 365, "182 days" },
  { "day", 1, 60, "1 day" },
  { "second", 183600, 345600, "2 days 3 hours" },
  { "second", 345600, 345600, "4 days 0 hours" },
  { "minute", 90, 300, "1 hour 30 minutes" },
  { "second", 61, 600, "1 minute 1 second" },
  { "second", 1.5, 20, "1.5 seconds" },
  { "", 7.25, 20, "7.25" },
  { "day", 1e15, 1e15, "2.74e+12 years" }, /* more than an int counts */
  { "fortnight", 7.25, 20, "7.25" },
  /* what rounding leaves short of a unit */
  { "day", 0.1 * 3 * 3650 / 0.3 - 1e-9, 3650, "10 years 0 months" },
};

static void
test_table (gconstpointer data)
{
  guint            i = GPOINTER_TO_UINT (data);
  g_autofree char *words =
      rankle_time_in_words (cases[i].unit, cases[i].time, cases[i].horizon);

  g_assert_cmpstr (words, ==, cases[i].words);
}

/* What is nothing of the smaller unit is left out, and so are no years before months. */
static void
test_moments (void)
{
  static const struct
  {
    const char *unit;
    double      time, horizon;
    const char *words;
  } moments[] = {
    { "day", 0, 3650, "0 years" },
    { "day", 730, 3650, "2 years" },
    { "day", 547.5, 3650, "1 year 6 months" },
    { "day", 100, 3650, "3 months" },
    { "second", 345600, 345600, "4 days" },
    { "day", 182.5, 365, "182 days" },
    { "", 7.25, 20, "7.25" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autofree char *words = rankle_time_moment_in_words (
          moments[i].unit, moments[i].time, moments[i].horizon);

      g_assert_cmpstr (words, ==, moments[i].words);
    }
}

/* ---- about so long ---- */

static void
test_spans (void)
{
  static const struct
  {
    const char *unit;
    double      span;
    const char *words;
  } spans[] = {
    { "day", 0, "0 seconds" },         { "day", 182.5, "6 months" },
    { "day", 30, "1 month" },          { "day", 365, "12 months" },
    { "day", 3652.5, "10 years" },     { "day", 912.5, "30 months" },
    { "day", 1642.5, "4.5 years" },    { "day", 10.3, "10 days" },
    { "day", 100, "3 months" },        { "hour", 24 * 182.5, "6 months" },
    { "hour", 5.2, "5 hours" },        { "minute", 90, "90 minutes" },
    { "second", 0.25, "0.2 seconds" }, { "", 12.5, "12.5 units of time" },
    { "day", 1e15, "2.74e+12 years" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      g_autofree char *words = rankle_time_span_in_words (spans[i].unit, spans[i].span);

      g_assert_cmpstr (words, ==, spans[i].words);
    }
}

static void
test_exactly (void)
{
  static const struct
  {
    const char *unit;
    double      span;
    const char *words;
  } spans[] = {
    { "day", 4017.75, "11 years" },
    { "day", 365, "1 year" },
    { "day", 182.5, "6 months" },
    { "day", 273.75, "9 months" },
    { "day", 283, "9 months 9 days" },
    { "day", 4017.75 + 91.25, "11 years 3 months" },
    { "day", 730 + 10, "2 years 10 days" },
    { "day", 28, "28 days" },
    { "day", 365.0 / 12 + 1, "1 month 1 day" },
    { "day", 27, "27 days" },
    { "day", 1.5, "1 day 12 hours" },
    { "hour", 24 * 365, "1 year" },
    { "minute", 90, "1 hour 30 minutes" },
    { "second", 61, "1 minute 1 second" },
    { "day", 0, "0 days" },
    { "hour", 0, "0 hours" },
    { "", 7.25, "7.25 units of time" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      g_autofree char *words =
          rankle_time_exactly_in_words (spans[i].unit, spans[i].span);

      g_assert_cmpstr (words, ==, spans[i].words);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/time-words/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_table);
    }
  g_test_add_func ("/time-words/moments", test_moments);
  g_test_add_func ("/time-words/spans", test_spans);
  g_test_add_func ("/time-words/exactly", test_exactly);
  return g_test_run ();
}
