/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rankle-cli-suggest.h"
#include "rankle-cli-syntax.h"
#include "rankle-treatment.h"

static const struct
{
  const char *text;
  double      value; /* undefined if bad */
  gboolean    bad;
} numbers[] = {
  { "1", 1 },         { "-1.5e-3", -1.5e-3 }, { "+.5", 0.5 },       { "5.", 5 },
  { "", 0, TRUE },    { " 1", 0, TRUE },      { "1 ", 0, TRUE },    { "0x10", 0, TRUE },
  { "inf", 0, TRUE }, { "nan", 0, TRUE },     { "1e999", 0, TRUE }, { "1,5", 0, TRUE },
  { "1e", 0, TRUE },  { "--1", 0, TRUE },     { "e5", 0, TRUE },    { "１", 0, TRUE },
};

static void
test_numbers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (GError) error = NULL;
      double value;

      if (rankle_cli_parse_number (numbers[i].text, "--end", &value, &error))
        {
          g_assert_false (numbers[i].bad);
          g_assert_cmpfloat (value, ==, numbers[i].value);
          continue;
        }
      g_test_message ("%s", error->message);
      g_assert_true (numbers[i].bad);
      g_assert_true (g_str_has_prefix (error->message, "--end: “"));
    }
}

static const struct
{
  const char *text;
  const char *id;
  double      value;
  const char *error; /* or id and value */
} assignments[] = {
  { "kon=0.5", "kon", 0.5, NULL },
  { "kon=-1e3", "kon", -1e3, NULL },
  { "kon", NULL, 0, "--set “kon”: must read ID=VALUE" },
  { "=3", NULL, 0, "--set “=3”: must read ID=VALUE" },
  { "kon=", NULL, 0, "--set “kon=”: value “” is not a finite number" },
  { "kon=1=2", NULL, 0, "--set “kon=1=2”: value “1=2” is not a finite number" },
};

static void
test_assignments (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (assignments); i++)
    {
      g_autoptr (GError) error = NULL;
      RankleAssignment assignment;

      if (!rankle_cli_parse_assignment (assignments[i].text, "--set", &assignment,
                                        &error))
        {
          g_assert_cmpstr (error->message, ==, assignments[i].error);
          continue;
        }
      g_assert_null (assignments[i].error);
      g_assert_cmpstr (assignment.id, ==, assignments[i].id);
      g_assert_cmpfloat (assignment.value, ==, assignments[i].value);
      g_free (assignment.id);
    }
}

#define DOSE_FORM "must read STATE:AMOUNT@TIME[xCOUNT/INTERVAL]"

static const struct
{
  const char    *text;
  RankleDoseSpec dose;
  const char    *error; /* behind the text; or dose */
} doses[] = {
  { "depot:60@0", { "depot", 60, 0, 1, 0, NULL } },
  { "depot:60@0x6/182.5", { "depot", 60, 0, 6, 182.5, NULL } },
  { "R:-1e-3@-5x1/1", { "R", -1e-3, -5, 1, 1, NULL } },
  { "depot", { 0 }, DOSE_FORM },
  { "depot:60", { 0 }, DOSE_FORM },
  { ":60@0", { 0 }, DOSE_FORM },
  { "depot:60@0x6", { 0 }, DOSE_FORM },
  { "depot:@0", { 0 }, "amount “” is not a finite number" },
  { "depot:6o@0", { 0 }, "amount “6o” is not a finite number" },
  { "depot:60@", { 0 }, "time “” is not a finite number" },
  { "depot:60@now", { 0 }, "time “now” is not a finite number" },
  { "depot:60@0xmany/1", { 0 }, "count “many” is not a finite number" },
  { "depot:60@0x6/week", { 0 }, "interval “week” is not a finite number" },
  { "depot:60@0x0/7", { 0 }, "count must be a whole number from 1 to 100000" },
  { "depot:60@0x2.5/7", { 0 }, "count must be a whole number from 1 to 100000" },
  { "depot:60@0x1e9/7", { 0 }, "count must be a whole number from 1 to 100000" },
  { "depot:60@0x2/0", { 0 }, "interval must be above 0" },
  { "depot:60@0x2/-7", { 0 }, "interval must be above 0" },
};

static void
test_doses (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (doses); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *expected =
          g_strdup_printf ("--dose “%s”: %s", doses[i].text, doses[i].error);
      RankleDoseSpec dose;

      if (!rankle_cli_parse_dose (doses[i].text, &dose, &error))
        {
          g_assert_cmpstr (error->message, ==, expected);
          continue;
        }
      g_assert_null (doses[i].error);
      g_assert_cmpstr (dose.state, ==, doses[i].dose.state);
      g_assert_cmpfloat (dose.amount, ==, doses[i].dose.amount);
      g_assert_cmpfloat (dose.time, ==, doses[i].dose.time);
      g_assert_cmpuint (dose.count, ==, doses[i].dose.count);
      g_assert_cmpfloat (dose.interval, ==, doses[i].dose.interval);
      g_assert_cmpuint (dose.exceptions->len, ==, 0);
      g_free (dose.state);
      g_array_unref (dose.exceptions);
    }
}

static const struct
{
  const char         *text;
  RankleDoseException expected;
  const char         *error; /* behind the text; or what is expected */
} exceptions[] = {
  { "4:missed", { 4, TRUE, 0, FALSE, 0 }, NULL },
  { "4:late=91.25", { 4, FALSE, 91.25, FALSE, 0 }, NULL },
  { "6:late=-1e1", { 6, FALSE, -10, FALSE, 0 }, NULL },
  { "1:amount=30", { 1, FALSE, 0, TRUE, 30 }, NULL },
  { "1:amount=0,1:late=2", { 1, FALSE, 2, TRUE, 0 }, NULL },
  { "4", { 0 }, "“4” must read K:missed, K:late=TIME or K:amount=AMOUNT" },
  { "", { 0 }, "“” must read K:missed, K:late=TIME or K:amount=AMOUNT" },
  { "7:missed", { 0 }, "there is no dose 7 among 6" },
  { "0:missed", { 0 }, "there is no dose 0 among 6" },
  { "2.5:missed", { 0 }, "there is no dose 2.5 among 6" },
  { "two:missed", { 0 }, "number of the dose “two” is not a finite number" },
  { "2:delayed", { 0 }, "“delayed” of dose 2 is not missed, late=TIME or amount=AMOUNT" },
  { "2:late=soon", { 0 }, "exception “soon” is not a finite number" },
  { "2:missed,2:late=3", { 0 }, "“late=3” of dose 2 is one thing too many" },
  { "2:amount=3,2:missed", { 0 }, "“missed” of dose 2 is one thing too many" },
  { "2:amount=3,2:amount=4", { 0 }, "“amount=4” of dose 2 is one thing too many" },
};

static void
check_exception (const GArray *given, const RankleDoseException *expected)
{
  const RankleDoseException *exception = &g_array_index (given, RankleDoseException, 0);

  g_assert_cmpuint (given->len, ==, 1);
  g_assert_cmpuint (exception->dose, ==, expected->dose);
  g_assert_cmpint (exception->missed, ==, expected->missed);
  g_assert_cmpfloat (exception->late, ==, expected->late);
  g_assert_cmpint (exception->has_amount, ==, expected->has_amount);
  g_assert_cmpfloat (exception->amount, ==, expected->amount);
}

static void
test_exceptions (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (exceptions); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text =
          g_strconcat ("depot:60@0x6/182.5,", exceptions[i].text, NULL);
      g_autofree char *expected =
          g_strdup_printf ("--dose “%s”: %s", text, exceptions[i].error);
      RankleDoseSpec dose;

      if (!rankle_cli_parse_dose (text, &dose, &error))
        {
          g_assert_cmpstr (error->message, ==, expected);
          continue;
        }
      g_assert_null (exceptions[i].error);
      check_exception (dose.exceptions, &exceptions[i].expected);
      g_free (dose.state);
      g_array_unref (dose.exceptions);
    }
}

#define INFUSION_FORM "must read STATE:RATE@FROM..TO"

static const struct
{
  const char        *text;
  RankleInfusionSpec infusion;
  const char        *error;
} infusions[] = {
  { "P:2.5@0..60", { "P", 2.5, 0, 60 } },
  { "P:-1@.5..1.5", { "P", -1, 0.5, 1.5 } },
  { "P:1@-3..0", { "P", 1, -3, 0 } },
  { "P:1@0", { 0 }, INFUSION_FORM },
  { "P@0..1", { 0 }, INFUSION_FORM },
  { "P:1@..1", { 0 }, "start “” is not a finite number" },
  { "P:1@0..", { 0 }, "end “” is not a finite number" },
  { "P:fast@0..1", { 0 }, "rate “fast” is not a finite number" },
  { "P:1@5..5", { 0 }, "must end after it starts" },
  { "P:1@5..4", { 0 }, "must end after it starts" },
};

static void
test_infusions (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (infusions); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *expected =
          g_strdup_printf ("--infuse “%s”: %s", infusions[i].text, infusions[i].error);
      RankleInfusionSpec infusion;

      if (!rankle_cli_parse_infusion (infusions[i].text, &infusion, &error))
        {
          g_assert_cmpstr (error->message, ==, expected);
          continue;
        }
      g_assert_null (infusions[i].error);
      g_assert_cmpstr (infusion.state, ==, infusions[i].infusion.state);
      g_assert_cmpfloat (infusion.rate, ==, infusions[i].infusion.rate);
      g_assert_cmpfloat (infusion.from, ==, infusions[i].infusion.from);
      g_assert_cmpfloat (infusion.to, ==, infusions[i].infusion.to);
      g_free (infusion.state);
    }
}

static const struct
{
  const char *text;
  guint       n;
  double      last;
  const char *error;
} times[] = {
  { "0\n1\n2.5\n", 3, 2.5, NULL },
  { "# days\n\n 0 # start\r\n\t7\r\n", 2, 7, NULL },
  { "3", 1, 3, NULL },
  { "", 0, 0, "t.txt: holds no time" },
  { "#\n\n", 0, 0, "t.txt: holds no time" },
  { "0\n1\n1\n", 0, 0, "t.txt:3: 1 does not come after 1" },
  { "0\n\n5\n4\n", 0, 0, "t.txt:4: 4 does not come after 5" },
  { "time\n0\n", 0, 0, "t.txt:1: “time” is not a finite number" },
  { "0,1\n", 0, 0, "t.txt:1: “0,1” is not a finite number" },
  { "0\nnan\n", 0, 0, "t.txt:2: “nan” is not a finite number" },
};

static void
test_times (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) parsed = rankle_cli_parse_times (times[i].text, "t.txt", &error);

      if (parsed == NULL)
        {
          g_assert_cmpstr (error->message, ==, times[i].error);
          continue;
        }
      g_assert_null (times[i].error);
      g_assert_cmpuint (parsed->len, ==, times[i].n);
      g_assert_cmpfloat (g_array_index (parsed, double, parsed->len - 1), ==,
                         times[i].last);
    }
}

static void
test_meant (void)
{
  static const char *const words[] = { "opg", "estrogen", "denosumab_dose",
                                       "denosumab_count", NULL };

  g_assert_cmpuint (rankle_cli_count_slips ("", "abc"), ==, 3);
  g_assert_cmpuint (rankle_cli_count_slips ("abc", "abc"), ==, 0);
  g_assert_cmpuint (rankle_cli_count_slips ("ABC", "abc"), ==, 0);
  g_assert_cmpuint (rankle_cli_count_slips ("kitten", "sitting"), ==, 3);
  g_assert_cmpuint (rankle_cli_count_slips ("does", "dose"), ==, 1); /* swapped */
  g_assert_cmpstr (rankle_cli_find_meant ("denosumab_does", words), ==, "denosumab_dose");
  g_assert_cmpstr (rankle_cli_find_meant ("oestrogen", words), ==, "estrogen");
  g_assert_cmpstr (rankle_cli_find_meant ("OPG", words), ==, "opg");
  g_assert_null (rankle_cli_find_meant ("zzz", words));
  g_assert_null (rankle_cli_find_meant ("", words));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli-syntax/numbers", test_numbers);
  g_test_add_func ("/cli-syntax/assignments", test_assignments);
  g_test_add_func ("/cli-syntax/doses", test_doses);
  g_test_add_func ("/cli-syntax/exceptions", test_exceptions);
  g_test_add_func ("/cli-syntax/infusions", test_infusions);
  g_test_add_func ("/cli-syntax/times", test_times);
  g_test_add_func ("/cli-syntax/meant", test_meant);
  return g_test_run ();
}
