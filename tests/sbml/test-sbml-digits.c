/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What goes out as SBML comes back to the last bit. */

#include <math.h>

#include "rankle-model-file.h"
#include "rankle-sbml.h"
#include "rankle-workspace.h"
#include "sbml-text.h"

/* Each is nobody's neighbour in fifteen digits, or a power of ten that libSBML multiplies
 * out. */
static const double numbers[] = {
  1.0 / 3.0,
  0.1 + 0.2,
  1e-5,
  1.1e-5,
  M_PI * 1e-300,
  123456789.01234567,
  -2.0 / 7,
  1e22,
  5e-324,
  1e23,
  90817263.0000002,
  90817263.5,
  0.5,
  1000,
  6.02214179e23,
  1.7976931348623157e308,
};

static RankleModel *
read_again (RankleModel *model, const double *parameters)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sbml = rankle_model_to_sbml (model, parameters, &error);
  RankleModel     *again;

  g_assert_no_error (error);
  again = rankle_model_new_from_sbml (sbml, -1, "again.xml", &error);
  g_assert_no_error (error);
  return again;
}

static void
assert_rate (RankleModel *model, double state, double expected)
{
  g_autoptr (RankleWorkspace) workspace = rankle_workspace_new (model);
  double rate;

  rankle_workspace_rates (workspace, 1, &state, &rate);
  g_assert_cmpfloat (rate, ==, expected);
}

/* In a formula of Antimony, in MathML with an exponent, and out and back three times. */
static void
test_formulas (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      char             digits[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (RankleModel) model = NULL;

      g_ascii_dtostr (digits, sizeof digits, numbers[i]);
      text = g_strdup_printf ("x = 1; x' = x * %s", digits);
      model = rankle_model_new_from_antimony (text, -1, "x.ant", NULL, &error);
      g_assert_no_error (error);
      for (guint k = 0; k < 3; k++)
        {
          RankleModel *again;

          assert_rate (model, 1, numbers[i]);
          again = read_again (model, NULL);
          rankle_model_unref (model);
          model = again;
        }
      assert_rate (model, 1, numbers[i]);
    }
}

/* libSBML takes what has fewer bits than a normal number for none, in an attribute. */
static void
test_values (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      const char *text = "k = 1; c = 1; x = 1; x' = k * x";
      g_autoptr (RankleModel) model =
          rankle_model_new_from_antimony (text, -1, "x.ant", NULL, NULL);
      g_autoptr (RankleModel) again = NULL;
      double parameters[2] = { numbers[i], (double)NAN };

      if (!isnormal (numbers[i]))
        continue;
      again = read_again (model, parameters);
      g_assert_cmpfloat (rankle_model_find (again, "k")->value, ==, numbers[i]);
      assert_rate (again, 1, numbers[i]);
    }
}

static guint
count (const char *text, const char *what)
{
  guint n = 0;

  for (text = strstr (text, what); text != NULL; text = strstr (text + 1, what))
    n++;
  return n;
}

/* Sizes, amounts, concentrations, stoichiometries, formulas of every kind. */
static void
test_everywhere (void)
{
  static const char *const infix[] = { "x", "0.3 * x", NULL };
  SbmlText                *text = sbml_text_new ();
  g_autofree char         *plain = NULL;
  g_autofree char         *out = NULL;
  g_autoptr (RankleModel) model = NULL;
  g_autoptr (GString) sbml = NULL;
  g_autoptr (GError) error = NULL;

  sbml_text_compartment (text, "c", "0.3");
  sbml_text_species (text, "S", FALSE, FALSE, " initialConcentration=\"0.3\"");
  sbml_text_species (text, "A", TRUE, TRUE, " initialAmount=\"0.3\"");
  sbml_text_parameter (text, "x", "0.3");
  sbml_text_parameter (text, "y", NULL);
  sbml_text_parameter (text, "z", NULL);
  sbml_text_initial (text, "y", "0.3 * x");
  sbml_text_rule (text, "rateRule", "x", "0.3 * y * f(x)");
  sbml_text_rule (text, "assignmentRule", "z", "0.3 * y");
  sbml_text_function (text, "f", "lambda(a, a + 0.3)");
  sbml_text_reaction (text, "R", "S", "S", 0.3, "0.3 * S", "");
  sbml_text_event (text, " useValuesFromTriggerTime=\"true\"",
                   " initialValue=\"true\" persistent=\"true\"", "time > 0.3", infix);
  plain = sbml_text_finish (text);
  sbml = g_string_new (plain);
  g_assert_cmpuint (g_string_replace (sbml, "0.3", "0.30000000000000004", 0), ==, 13);
  model = rankle_model_new_from_sbml (sbml->str, -1, "x.xml", &error);
  g_assert_no_error (error);
  out = rankle_model_to_sbml (model, NULL, NULL);
  g_assert_cmpuint (count (out, "0.30000000000000004"), ==, 13);
}

/* A species on the boundary is a parameter too. */
static void
test_boundary_species (void)
{
  SbmlText        *text = sbml_text_new ();
  g_autofree char *sbml = NULL;
  g_autoptr (RankleModel) model = NULL;
  g_autoptr (RankleModel) again = NULL;
  double parameters[3] = { (double)NAN, (double)NAN, (double)NAN };

  sbml_text_compartment (text, "c", "2");
  sbml_text_species (text, "B", FALSE, TRUE, " initialAmount=\"6\"");
  sbml_text_species (text, "A", TRUE, TRUE, " initialConcentration=\"6\"");
  sbml = sbml_text_finish (text);
  model = rankle_model_new_from_sbml (sbml, -1, "x.xml", NULL);
  parameters[rankle_model_find (model, "A")->index] = 5;
  parameters[rankle_model_find (model, "B")->index] = 7;
  again = read_again (model, parameters);
  g_assert_cmpfloat (rankle_model_find (again, "A")->value, ==, 5);
  g_assert_cmpfloat (rankle_model_find (again, "B")->value, ==, 7);
}

/* What looks like a number of ours and is none stays what it is. */
static void
test_look_alike (void)
{
  g_autofree char *out = NULL;
  g_autoptr (RankleModel) model = rankle_model_new_from_antimony (
      "k = 0.30000000000000004; k is \"90817263.7\"; x = 1; x' = k", -1, "x.ant", NULL,
      NULL);

  out = rankle_model_to_sbml (model, NULL, NULL);
  g_assert_nonnull (strstr (out, "name=\"90817263.7\""));
  g_assert_nonnull (strstr (out, "\"0.30000000000000004\""));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sbml-digits/formulas", test_formulas);
  g_test_add_func ("/sbml-digits/values", test_values);
  g_test_add_func ("/sbml-digits/everywhere", test_everywhere);
  g_test_add_func ("/sbml-digits/boundary-species", test_boundary_species);
  g_test_add_func ("/sbml-digits/look-alike", test_look_alike);
  return g_test_run ();
}
