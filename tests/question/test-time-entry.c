/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is typed: times, and values of controls with their unit. */

#include <math.h>

#include "rankle-catalog.h"
#include "rankle-control-words.h"
#include "rankle-time-entry.h"

#define DAY   86400.0
#define MONTH (365.0 / 12)

/* Of a model that counts in days. */
static void
test_times (void)
{
  static const struct
  {
    const char *text;
    double      days; /* NAN: no time */
  } table[] = {
    { "90", 90 },
    { "182,5", 182.5 },
    { "6 months", 182.5 },
    { "6mo", 182.5 },
    { "3 y 2 mo", 3 * 365 + 2 * MONTH },
    { "3y2mo", 3 * 365 + 2 * MONTH },
    { " 1 Year  6 Months ", 547.5 },
    { "2 weeks 1 day", 15 },
    { "1.5 d", 1.5 },
    { "12 h", 0.5 },
    { "90 min", 0.0625 },
    { "0", 0 },
    { "", NAN },
    { "  ", NAN },
    { "months", NAN },
    { "-3 days", NAN },
    { "3 apples", NAN },
    { "3 years 2", NAN },
    { "3 4", NAN },
    { "1.2.3 d", NAN },
    { "1e3 d", NAN },
    { "inf", NAN },
    { "6 months ago", NAN },
    { "\xff", NAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      double days = -1;

      if (rankle_time_parse (table[i].text, DAY, &days))
        g_assert_cmpfloat_with_epsilon (days, table[i].days, 1e-9);
      else
        g_assert_true (isnan (table[i].days));
    }
}

/* A model that does not say what it counts in takes numbers alone. */
static void
test_no_unit (void)
{
  double time = 0;

  g_assert_true (rankle_time_parse ("7,5", 0, &time));
  g_assert_cmpfloat (time, ==, 7.5);
  g_assert_false (rankle_time_parse ("7 days", 0, &time));
}

static void
test_controls (void)
{
  static const struct
  {
    const char *control, *text;
    double      value; /* NAN: it is refused */
  } table[] = {
    { "denosumab_dose", "60", 60 },
    { "denosumab_dose", "60 mg", 60 },
    { "denosumab_dose", "60mg", 60 },
    { "denosumab_dose", "62,5 mg", 62.5 },
    { "denosumab_dose", "60 kg", NAN },
    { "denosumab_dose", "6 months", NAN },
    { "denosumab_interval", "6 months", 182.5 },
    { "denosumab_interval", "182.5 days", 182.5 },
    { "denosumab_interval", "90", 90 },
    { "denosumab_start", "3 y 2 mo", 3 * 365 + 2 * MONTH },
    { "denosumab_count", "6", 6 },
    { "denosumab_count", "6.5", NAN },
    { "estrogen", "20 %", 0.2 },
    { "estrogen", "20", 0.2 },
    { "estrogen", "900 %", NAN },
    { "opg", "2 × baseline", 2 },
    { "opg", "off", 0 },
    { "menopause", "4 years", 4 },
    { "menopause", "18 months", 1.5 },
    { "menopause", "never", 30 },
    { "menopause", "", NAN },
  };
  g_autoptr (RankleModel) model = rankle_catalog_load ("rankle", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      const RankleControl *control = rankle_model_find_control (model, table[i].control);
      g_autofree char     *complaint = NULL;
      double               value;

      g_test_message ("%s: %s", table[i].control, table[i].text);
      if (rankle_control_parse (control, table[i].text, &value, &complaint))
        g_assert_cmpfloat_with_epsilon (value, table[i].value, 1e-9);
      else
        {
          g_assert_true (isnan (table[i].value));
          g_assert_nonnull (complaint);
        }
    }
}

/* What is shown of a control is taken back as what it is. */
static void
test_shown (void)
{
  g_autoptr (RankleModel) model = rankle_catalog_load ("rankle", NULL);

  for (guint i = 0; i < rankle_model_get_n_controls (model); i++)
    {
      const RankleControl *control = rankle_model_get_control (model, i);
      g_autofree char     *shown = NULL;
      g_autofree char     *complaint = NULL;
      double               value;

      if (control->absent != NULL || control->is_switch)
        continue;
      shown = rankle_control_format (control, control->neutral);
      g_test_message ("%s: %s", control->id, shown);
      g_assert_true (rankle_control_parse (control, shown, &value, &complaint));
      g_assert_cmpfloat_with_epsilon (value, control->neutral,
                                      0.01 * fabs (control->neutral) + 1e-12);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time-entry/times", test_times);
  g_test_add_func ("/time-entry/no-unit", test_no_unit);
  g_test_add_func ("/time-entry/controls", test_controls);
  g_test_add_func ("/time-entry/shown", test_shown);
  return g_test_run ();
}
