/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "rankle-model-error.h"
#include "rankle-model-file.h"
#include "rankle-workspace.h"
#include "sbml-text.h"

#define EPSILON 1e-12

static RankleModel *
load (SbmlText *text)
{
  g_autofree char *sbml = sbml_text_finish (text);
  g_autoptr (GError) error = NULL;
  RankleModel *model = rankle_model_new_from_sbml (sbml, -1, "test.xml", &error);

  g_assert_no_error (error);
  return model;
}

static void
assert_refused_text (const char *sbml, int code, const char *words)
{
  g_autoptr (GError) error = NULL;
  RankleModel *model = rankle_model_new_from_sbml (sbml, -1, "test.xml", &error);

  g_assert_null (model);
  g_assert_error (error, RANKLE_MODEL_ERROR, code);
  g_assert_true (g_str_has_prefix (error->message, "test.xml:"));
  if (strstr (error->message, words) == NULL)
    g_error ("‘%s’ does not say ‘%s’", error->message, words);
}

static void
assert_refused (SbmlText *text, int code, const char *words)
{
  g_autofree char *sbml = sbml_text_finish (text);

  assert_refused_text (sbml, code, words);
}

static guint
index_of (const RankleModel *model, const char *id)
{
  const RankleQuantity *quantity = rankle_model_find (model, id);

  if (quantity == NULL)
    g_error ("there is no ‘%s’", id);
  return quantity->index;
}

/* Value of the observable @id at time @time and the initial state. */
static double
observe (RankleModel *model, const char *id, double time)
{
  g_autoptr (RankleWorkspace) workspace = rankle_workspace_new (model);
  g_autofree double *state = g_new0 (double, rankle_model_get_n_states (model) + 1);
  g_autofree double *values = g_new0 (double, rankle_model_get_n_observables (model) + 1);

  rankle_workspace_get_initial (workspace, state);
  rankle_workspace_observables (workspace, time, state, values);
  return values[index_of (model, id)];
}

static double
rate_of (RankleModel *model, const char *id, double time)
{
  g_autoptr (RankleWorkspace) workspace = rankle_workspace_new (model);
  g_autofree double *state = g_new0 (double, rankle_model_get_n_states (model) + 1);
  g_autofree double *rates = g_new0 (double, rankle_model_get_n_states (model) + 1);

  rankle_workspace_get_initial (workspace, state);
  rankle_workspace_rates (workspace, time, state, rates);
  return rates[index_of (model, id)];
}

/* ---- jacobians ---- */

static void
check_column (RankleWorkspace      *workspace,
              const RankleSparsity *pattern,
              double               *state,
              const double         *entries,
              guint                 column)
{
  guint              n = pattern->n;
  double             here = state[column], step = 1e-5 * (1e-3 + fabs (here));
  g_autofree double *up = g_new0 (double, n);
  g_autofree double *down = g_new0 (double, n);
  g_autofree double *dense = g_new0 (double, n);
  gboolean           diagonal = FALSE;

  for (guint i = pattern->start[column]; i < pattern->start[column + 1]; i++)
    {
      g_assert_true (i == pattern->start[column] ||
                     pattern->rows[i] > pattern->rows[i - 1]);
      dense[pattern->rows[i]] = entries[i];
      diagonal |= pattern->rows[i] == column;
    }
  g_assert_true (diagonal);

  state[column] = here + step;
  rankle_workspace_rates (workspace, 0.3, state, up);
  state[column] = here - step;
  rankle_workspace_rates (workspace, 0.3, state, down);
  state[column] = here;
  for (guint i = 0; i < n; i++)
    {
      double slope = (up[i] - down[i]) / (2.0 * step);
      double noise = 1e-6 + 1e-14 * (fabs (up[i]) + fabs (down[i])) / step;

      if (!(fabs (slope - dense[i]) <= noise + 1e-5 * fabs (slope)))
        g_error ("d rate %u / d state %u: %g, difference %g", i, column, dense[i], slope);
    }
}

/* Away from the initial state, which may be a kink (a steady state with max (0, x - x0)).
 */
static void
check_jacobian (RankleModel *model)
{
  g_autoptr (RankleWorkspace) workspace = rankle_workspace_new (model);
  const RankleSparsity *pattern = rankle_model_get_sparsity (model);
  g_autofree double    *state = g_new0 (double, pattern->n + 1);
  g_autofree double    *entries = g_new0 (double, pattern->n_entries + 1);

  g_assert_cmpuint (pattern->n, ==, rankle_model_get_n_states (model));
  for (guint round = 0; round < 3; round++)
    {
      rankle_workspace_get_initial (workspace, state);
      for (guint i = 0; i < pattern->n; i++)
        state[i] =
            fabs (state[i]) * (0.6 + 0.27 * round + 0.01 * i) + 0.01 * round + 1e-3;
      rankle_workspace_jacobian (workspace, 0.3, state, entries);
      for (guint i = 0; i < pattern->n; i++)
        check_column (workspace, pattern, state, entries, i);
    }
}

/* ---- formulas ---- */

typedef struct
{
  const char *infix;
  double      value; /* with time 2, k 3, x 0.5 */
} Formula;

static const Formula formulas[] = {
  { "k + x - time", 1.5 },
  { "-k", -3.0 },
  { "k * x * time / 4", 0.75 },
  { "k^2 + k^x", 9.0 + 1.7320508075688772 },
  { "k^-2 * 9", 1.0 },
  { "sqrt(k) - root(3, k)", 1.7320508075688772 - 1.4422495703074083 },
  { "exp(x) - exponentiale^x", 0.0 },
  { "ln(k) + log10(k) + log(2, k)",
    1.0986122886681098 + 0.47712125471966244 + 1.584962500721156 },
  { "abs(-k) + floor(2.7) + ceil(2.1)", 8.0 },
  { "sin(x) + cos(x) + tan(x)",
    0.479425538604203 + 0.8775825618903728 + 0.5463024898437905 },
  { "asin(x) + acos(x)", 1.5707963267948966 },
  { "atan(x) * 4", 1.8545904360032244 },
  { "cosh(x)^2 - sinh(x)^2", 1.0 },
  { "tanh(x)", 0.46211715726000973 },
  { "arcsinh(x) + arccosh(k) + arctanh(x)",
    0.48121182505960347 + 1.762747174039086 + 0.5493061443340549 },
  { "sec(x) * cos(x) + csc(x) * sin(x) + cot(x) * tan(x)", 3.0 },
  { "sech(x) * cosh(x) + csch(x) * sinh(x) + coth(x) * tanh(x)", 3.0 },
  { "arcsec(k) - acos(1/k) + arccot(k) - atan(1/k)", 0.0 },
  { "pi", G_PI },
  { "avogadro * 1e-23", 6.02214179 },
  { "min(k, x, time) + max(k, x, time)", 3.5 },
  { "piecewise(1, k < x, 2, k > time, 3)", 2.0 },
  { "piecewise(1, k < x, 3)", 3.0 },
  { "piecewise(7, k >= 3 && x <= 0.5)", 7.0 },
  { "piecewise(1, k == 3, 0) + piecewise(1, k != 3, 0)", 1.0 },
  { "piecewise(1, !(k < x) || false, 0)", 1.0 },
  { "piecewise(1, xor(true, k < x), 0)", 1.0 },
  { "2 * k * x * 3", 9.0 },
  { "1.5e2 + 1/3", 150.33333333333334 },
};

static void
test_formula (gconstpointer data)
{
  const Formula *formula = data;
  SbmlText      *text = sbml_text_new ();
  g_autoptr (RankleModel) model = NULL;

  text->version = 2;
  sbml_text_parameter (text, "k", "3");
  sbml_text_parameter (text, "x", "0.5");
  sbml_text_parameter (text, "o", NULL);
  sbml_text_rule (text, "assignmentRule", "o", formula->infix);
  sbml_text_rule (text, "rateRule", "x", "0");
  model = load (text);
  g_assert_cmpfloat_with_epsilon (observe (model, "o", 2.0), formula->value,
                                  EPSILON * 100.0);
}

static void
test_piecewise_without_otherwise (void)
{
  SbmlText *text = sbml_text_new ();
  g_autoptr (RankleModel) model = NULL;

  sbml_text_parameter (text, "o", NULL);
  sbml_text_rule (text, "assignmentRule", "o", "piecewise(1, time < 1)");
  model = load (text);
  g_assert_cmpfloat_with_epsilon (observe (model, "o", 0.5), 1.0, EPSILON);
  g_assert_true (isnan (observe (model, "o", 1.5)));
}

static void
test_function_definitions (void)
{
  SbmlText *text = sbml_text_new ();
  g_autoptr (RankleModel) model = NULL;

  sbml_text_function (text, "hill", "lambda(k, n, k^n / (1 + k^n))");
  sbml_text_function (text, "twice", "lambda(x, hill(x, 2) + hill(x, 2))");
  sbml_text_parameter (text, "k", "100"); /* not the k inside hill */
  sbml_text_parameter (text, "o", NULL);
  sbml_text_rule (text, "assignmentRule", "o", "twice(2) + 0 * k");
  model = load (text);
  g_assert_cmpfloat_with_epsilon (observe (model, "o", 0.0), 1.6, EPSILON);
}

static void
test_local_parameters (void)
{
  SbmlText *text = sbml_text_new ();
  g_autoptr (RankleModel) model = NULL;

  sbml_text_compartment (text, "c", "1");
  sbml_text_species (text, "A", FALSE, FALSE, " initialConcentration=\"2\"");
  sbml_text_parameter (text, "k", "1000");
  sbml_text_reaction (text, "J", "A", NULL, 1.0, "k * A",
                      "<listOfLocalParameters><localParameter id=\"k\" value=\"3\"/>"
                      "</listOfLocalParameters>");
  model = load (text);
  g_assert_cmpfloat_with_epsilon (rankle_model_find (model, "J_k")->value, 3.0, EPSILON);
  g_assert_cmpfloat_with_epsilon (rankle_model_find (model, "k")->value, 1000.0, EPSILON);
  g_assert_cmpfloat_with_epsilon (rate_of (model, "A", 0.0), -6.0, EPSILON);
}

/* What they are called is taken by nobody else, be it in the law itself, and keeps unit
 * and name: A' = -(2 * 3 + 4 + 5) A, B' = -7 B. */
static void
test_local_names (void)
{
  SbmlText *text = sbml_text_new ();
  g_autoptr (RankleModel) model = NULL;

  sbml_text_compartment (text, "c", "1");
  sbml_text_species (text, "A", FALSE, FALSE, " initialConcentration=\"1\"");
  sbml_text_species (text, "B", FALSE, FALSE, " initialConcentration=\"1\"");
  sbml_text_species (text, "J_b", FALSE, FALSE, " initialConcentration=\"4\"");
  sbml_text_reaction (
      text, "J", "A", NULL, 1.0, "(a * J_a + J_b + b) * A",
      "<listOfLocalParameters><localParameter id=\"a\" value=\"2\" name=\"first\"/>"
      "<localParameter id=\"J_a\" value=\"3\" units=\"dimensionless\"/>"
      "<localParameter id=\"b\" value=\"5\"/></listOfLocalParameters>");
  sbml_text_reaction (text, "J_a", "B", NULL, 1.0, "b * B",
                      "<listOfLocalParameters><localParameter id=\"b\" value=\"7\"/>"
                      "</listOfLocalParameters>");
  model = load (text);
  g_assert_cmpfloat_with_epsilon (rate_of (model, "A", 0.0), -15.0, EPSILON);
  g_assert_cmpfloat_with_epsilon (rate_of (model, "B", 0.0), -7.0, EPSILON);
  g_assert_cmpuint (rankle_model_get_n_parameters (model), ==, 5);
  for (guint i = 0; i < 5; i++)
    {
      const RankleQuantity *it = rankle_model_get_parameter (model, i);

      g_test_message ("%s = %g", it->id, it->value);
      if (it->value == 2)
        g_assert_cmpstr (it->label, ==, "first");
    }
}

/* ---- species ---- */

/* In a compartment of size 2: what 3 amount of substance a time means to each kind of
 * species. */
static void
test_amounts_and_concentrations (void)
{
  SbmlText *text = sbml_text_new ();
  g_autoptr (RankleModel) model = NULL;

  sbml_text_compartment (text, "c", "2");
  sbml_text_species (text, "C", FALSE, FALSE, " initialConcentration=\"5\"");
  sbml_text_species (text, "CA", FALSE, FALSE, " initialAmount=\"5\"");
  sbml_text_species (text, "A", TRUE, FALSE, " initialAmount=\"5\"");
  sbml_text_species (text, "AC", TRUE, FALSE, " initialConcentration=\"5\"");
  sbml_text_species (text, "B", FALSE, TRUE, " initialConcentration=\"7\"");
  sbml_text_reaction (text, "J1", "B", "C", 1.0, "3", "");
  sbml_text_reaction (text, "J2", NULL, "A", 2.0, "3", "");
  sbml_text_reaction (text, "J3", "CA", "AC", 1.0, "CA + J1", "");
  model = load (text);

  g_assert_cmpfloat_with_epsilon (rankle_model_find (model, "C")->value, 5.0, EPSILON);
  g_assert_cmpfloat_with_epsilon (rankle_model_find (model, "CA")->value, 2.5, EPSILON);
  g_assert_cmpfloat_with_epsilon (rankle_model_find (model, "A")->value, 5.0, EPSILON);
  g_assert_cmpfloat_with_epsilon (rankle_model_find (model, "AC")->value, 10.0, EPSILON);
  g_assert_cmpint (rankle_model_find (model, "B")->kind, ==, RANKLE_QUANTITY_PARAMETER);
  g_assert_cmpuint (rankle_model_get_n_states (model), ==, 4);

  g_assert_cmpfloat_with_epsilon (rate_of (model, "C", 0.0), 1.5, EPSILON);
  g_assert_cmpfloat_with_epsilon (rate_of (model, "A", 0.0), 6.0, EPSILON);
  g_assert_cmpfloat_with_epsilon (rate_of (model, "CA", 0.0), -2.75, EPSILON);
  g_assert_cmpfloat_with_epsilon (rate_of (model, "AC", 0.0), 5.5, EPSILON);
  check_jacobian (model);
}

/* An initial amount follows the compartment's size when that is changed. */
static void
test_size_is_a_parameter (void)
{
  SbmlText *text = sbml_text_new ();
  g_autoptr (RankleModel) model = NULL;
  g_autoptr (RankleWorkspace) workspace = NULL;
  double parameters[1], state[1], rates[1];

  sbml_text_compartment (text, "c", "2");
  sbml_text_species (text, "A", FALSE, FALSE, " initialAmount=\"5\"");
  sbml_text_reaction (text, "J", NULL, "A", 1.0, "3", "");
  model = load (text);
  g_assert_cmpuint (rankle_model_get_n_parameters (model), ==, 1);

  workspace = rankle_workspace_new (model);
  parameters[0] = 10.0;
  rankle_workspace_set_parameters (workspace, parameters);
  rankle_workspace_get_initial (workspace, state);
  rankle_workspace_rates (workspace, 0.0, state, rates);
  g_assert_cmpfloat_with_epsilon (state[0], 0.5, EPSILON);
  g_assert_cmpfloat_with_epsilon (rates[0], 0.3, EPSILON);
}

static void
test_kinds (void)
{
  SbmlText *text = sbml_text_new ();
  g_autoptr (RankleModel) model = NULL;

  sbml_text_compartment (text, "c", "1");
  sbml_text_species (text, "S", FALSE, FALSE, " initialConcentration=\"1\"");
  sbml_text_species (text, "R", FALSE, TRUE, " initialConcentration=\"2\"");
  sbml_text_species (text, "O", FALSE, TRUE, "");
  sbml_text_parameter (text, "x", "4");
  sbml_text_parameter (text, "unused", NULL);
  sbml_text_rule (text, "rateRule", "R", "-R * time");
  sbml_text_rule (text, "rateRule", "x", "R - x");
  sbml_text_rule (text, "assignmentRule", "O", "S + R + x");
  model = load (text);

  g_assert_cmpuint (rankle_model_get_n_states (model), ==, 3);
  g_assert_cmpuint (rankle_model_get_n_observables (model), ==, 1);
  g_assert_cmpuint (rankle_model_get_n_parameters (model), ==, 2);
  g_assert_cmpuint (rankle_model_get_n_columns (model), ==, 4);
  g_assert_cmpint (rankle_model_find_column (model, "O"), ==, 3);
  g_assert_cmpint (rankle_model_find_column (model, "unused"), ==, -1);
  g_assert_cmpint (rankle_model_find_column (model, "nothing"), ==, -1);
  g_assert_cmpstr (rankle_model_get_column (model, 3)->id, ==, "O");
  g_assert_true (isnan (rankle_model_find (model, "O")->value));
  g_assert_null (rankle_model_find (model, "nothing"));
  g_assert_cmpfloat_with_epsilon (rate_of (model, "S", 3.0), 0.0, EPSILON);
  g_assert_cmpfloat_with_epsilon (rate_of (model, "R", 3.0), -6.0, EPSILON);
  g_assert_cmpfloat_with_epsilon (observe (model, "O", 0.0), 7.0, EPSILON);
  check_jacobian (model);
}

/* ---- initial assignments ---- */

/* Written in the reverse of the order in which they must be evaluated. */
static SbmlText *
derived_text (void)
{
  SbmlText *text = sbml_text_new ();

  sbml_text_compartment (text, "c", "1");
  sbml_text_species (text, "S", FALSE, FALSE, " initialConcentration=\"1\"");
  sbml_text_parameter (text, "twice", NULL);
  sbml_text_parameter (text, "sum", "99");
  sbml_text_parameter (text, "a", "3");
  sbml_text_parameter (text, "o", NULL);
  sbml_text_initial (text, "S", "twice + 1");
  sbml_text_initial (text, "twice", "2 * sum + time");
  sbml_text_initial (text, "sum", "a + 1");
  sbml_text_rule (text, "assignmentRule", "o", "twice * S");

  return text;
}

static void
test_initial_assignments (void)
{
  g_autoptr (RankleModel) model = load (derived_text ());

  g_assert_true (rankle_model_find (model, "twice")->derived);
  g_assert_false (rankle_model_find (model, "a")->derived);
  g_assert_cmpfloat_with_epsilon (rankle_model_find (model, "sum")->value, 4.0, EPSILON);
  g_assert_cmpfloat_with_epsilon (rankle_model_find (model, "twice")->value, 8.0,
                                  EPSILON);
  g_assert_cmpfloat_with_epsilon (rankle_model_find (model, "S")->value, 9.0, EPSILON);
  g_assert_cmpfloat_with_epsilon (observe (model, "o", 5.0), 72.0, EPSILON);
}

static void
test_parameters_are_derived_again (void)
{
  g_autoptr (RankleModel) model = load (derived_text ());
  g_autoptr (RankleWorkspace) workspace = rankle_workspace_new (model);
  g_autofree double *parameters = g_new (double, rankle_model_get_n_parameters (model));
  double             state;

  for (guint i = 0; i < rankle_model_get_n_parameters (model); i++)
    parameters[i] = (double)NAN;

  parameters[index_of (model, "a")] = 10.0;
  rankle_workspace_set_parameters (workspace, parameters);
  rankle_workspace_get_initial (workspace, &state);
  g_assert_cmpfloat_with_epsilon (state, 23.0, EPSILON);
  g_assert_cmpfloat_with_epsilon (
      rankle_workspace_get_parameter (workspace, index_of (model, "twice")), 22.0,
      EPSILON);

  parameters[index_of (model, "twice")] = -1.0;
  rankle_workspace_set_parameters (workspace, parameters);
  rankle_workspace_get_initial (workspace, &state);
  g_assert_cmpfloat_with_epsilon (state, 0.0, EPSILON);

  rankle_workspace_set_parameters (workspace, NULL);
  rankle_workspace_get_initial (workspace, &state);
  g_assert_cmpfloat_with_epsilon (state, 9.0, EPSILON);
}

/* In an initial assignment a state is its initial value, an observable its value at time
 * 0. */
static void
test_initial_values_in_assignments (void)
{
  SbmlText *text = sbml_text_new ();
  g_autoptr (RankleModel) model = NULL;

  sbml_text_parameter (text, "x", "3");
  sbml_text_parameter (text, "o", NULL);
  sbml_text_parameter (text, "reference", NULL);
  sbml_text_parameter (text, "relative", NULL);
  sbml_text_rule (text, "rateRule", "x", "-x");
  sbml_text_rule (text, "assignmentRule", "o", "2 * x + time");
  sbml_text_rule (text, "assignmentRule", "relative", "o / reference");
  sbml_text_initial (text, "reference", "o");
  model = load (text);
  g_assert_cmpfloat_with_epsilon (rankle_model_find (model, "reference")->value, 6.0,
                                  EPSILON);
  g_assert_cmpfloat_with_epsilon (observe (model, "relative", 6.0), 2.0, EPSILON);
}

/* ---- time ---- */

static void
test_breakpoints (void)
{
  SbmlText *text = sbml_text_new ();
  g_autoptr (RankleModel) model = NULL;
  g_autoptr (RankleWorkspace) workspace = NULL;
  const double  expected[] = { -1.0, 3.0, 4.0, 7.0, 14.0 };
  const double *times;
  double        parameters[] = { 5.0, (double)NAN };
  guint         n;

  text->version = 2;
  sbml_text_parameter (text, "on", "3");
  sbml_text_parameter (text, "length", "4");
  sbml_text_parameter (text, "x", "1");
  sbml_text_parameter (text, "o", NULL);
  sbml_text_rule (text, "rateRule", "x",
                  "piecewise(1, time >= on && time < on + length, 0)"
                  " + piecewise(1, 2 * (time - length) / on > 0, 0)"
                  " + max(0, 14 - time) + piecewise(2, on < on - time - 1, 0)"
                  " + piecewise(1, time > x, 0) + piecewise(1, sin(time) > 0.5, 0)"
                  " + piecewise(1, time > on, 3)");
  sbml_text_rule (text, "assignmentRule", "o", "piecewise(1, time > 40, 0)");
  model = load (text);
  workspace = rankle_workspace_new (model);

  times = rankle_workspace_get_breakpoints (workspace, &n);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < n; i++)
    g_assert_cmpfloat_with_epsilon (times[i], expected[i], EPSILON);

  rankle_workspace_set_parameters (workspace, parameters);
  times = rankle_workspace_get_breakpoints (workspace, &n);
  g_assert_cmpuint (n, ==, 5);
  g_assert_cmpfloat_with_epsilon (times[2], 5.0, EPSILON);
  g_assert_cmpfloat_with_epsilon (times[3], 9.0, EPSILON);
}

/* ---- what is refused ---- */

static void
test_circles (void)
{
  SbmlText *text = sbml_text_new ();

  sbml_text_parameter (text, "a", NULL);
  sbml_text_parameter (text, "b", NULL);
  sbml_text_parameter (text, "d", NULL);
  sbml_text_rule (text, "assignmentRule", "d", "a + 1");
  sbml_text_rule (text, "assignmentRule", "a", "b + 1");
  sbml_text_rule (text, "assignmentRule", "b", "2 * a");
  assert_refused (text, RANKLE_MODEL_ERROR_SEMANTIC, "a → b → a");

  text = sbml_text_new ();
  sbml_text_parameter (text, "p", NULL);
  sbml_text_parameter (text, "q", NULL);
  sbml_text_initial (text, "p", "q + 1");
  sbml_text_initial (text, "q", "p + 1");
  assert_refused (text, RANKLE_MODEL_ERROR_SEMANTIC, "p → q → p");
}

static void
test_undefined (void)
{
  SbmlText *text = sbml_text_new ();

  sbml_text_parameter (text, "k", NULL);
  sbml_text_parameter (text, "x", "1");
  sbml_text_rule (text, "rateRule", "x", "-k * x");
  assert_refused (text, RANKLE_MODEL_ERROR_SEMANTIC, "‘k’ is used but has no value");

  text = sbml_text_new ();
  sbml_text_parameter (text, "x", NULL);
  sbml_text_rule (text, "rateRule", "x", "-x");
  assert_refused (text, RANKLE_MODEL_ERROR_SEMANTIC, "‘x’ is used but has no value");

  text = sbml_text_new ();
  sbml_text_parameter (text, "x", "1");
  sbml_text_rule (text, "rateRule", "x", "-nothing * x");
  assert_refused (text, RANKLE_MODEL_ERROR_SEMANTIC, "unknown name ‘nothing’");

  text = sbml_text_new ();
  sbml_text_parameter (text, "x", "1");
  sbml_text_rule (text, "rateRule", "x", "nothing(x)");
  assert_refused (text, RANKLE_MODEL_ERROR_SEMANTIC, "unknown function ‘nothing’");
}

typedef struct
{
  const char *name;
  guint       list;
  const char *xml; /* stands in the list as it is */
  int         code;
  const char *words;
} Refusal;

#define MATH "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">"
#define ONE  MATH "<cn>1</cn></math>"

#define EVENT(TRIGGER, REST)                                                             \
  "<event id=\"meal\" useValuesFromTriggerTime=\"true\"><trigger "                       \
  "initialValue=\"true\" persistent=\"true\">" MATH TRIGGER "</math></trigger>" REST     \
  "</event>"
#define TIME_TRIGGER                                                                     \
  "<apply><geq/><csymbol encoding=\"text\" "                                             \
  "definitionURL=\"http://www.sbml.org/sbml/symbols/time\">t</csymbol>"                  \
  "<cn>2</cn></apply>"

static const Refusal refusals[] = {
  { "event-with-delay", EVENTS, EVENT (TIME_TRIGGER, "<delay>" ONE "</delay>"),
    RANKLE_MODEL_ERROR_UNSUPPORTED, "an event with a delay (‘meal’)" },
  { "event-with-priority", EVENTS, EVENT (TIME_TRIGGER, "<priority>" ONE "</priority>"),
    RANKLE_MODEL_ERROR_UNSUPPORTED, "an event with a priority (‘meal’)" },
  { "event-of-a-constant", EVENTS,
    EVENT (TIME_TRIGGER,
           "<listOfEventAssignments><eventAssignment variable=\"c\">" ONE
           "</eventAssignment></listOfEventAssignments>"),
    RANKLE_MODEL_ERROR_SEMANTIC, "‘c’, which is constant" },
  { "algebraic", RULES, "<algebraicRule>" ONE "</algebraicRule>",
    RANKLE_MODEL_ERROR_UNSUPPORTED, "algebraic" },
  { "changing-size", RULES, "<rateRule variable=\"c\">" ONE "</rateRule>",
    RANKLE_MODEL_ERROR_UNSUPPORTED, "size changes" },
  { "fast", REACTIONS,
    "<reaction id=\"quick\" reversible=\"false\" fast=\"true\"><kineticLaw>" ONE
    "</kineticLaw></reaction>",
    RANKLE_MODEL_ERROR_UNSUPPORTED, "‘quick’" },
  { "no-law", REACTIONS, "<reaction id=\"lawless\" reversible=\"false\" fast=\"false\"/>",
    RANKLE_MODEL_ERROR_SEMANTIC, "‘lawless’" },
  { "delay", RULES,
    "<rateRule variable=\"x\">" MATH "<apply><csymbol encoding=\"text\" "
    "definitionURL=\"http://www.sbml.org/sbml/symbols/delay\">"
    "delay</csymbol><ci>x</ci><cn>1</cn></apply></math></rateRule>",
    RANKLE_MODEL_ERROR_UNSUPPORTED, "‘delay’" },
  { "two-rules", RULES,
    "<rateRule variable=\"x\">" ONE "</rateRule><rateRule variable=\"x\">" ONE
    "</rateRule>",
    RANKLE_MODEL_ERROR_SEMANTIC, "‘x’ has two rules" },
  { "twice", PARAMETERS, "<parameter id=\"c\" value=\"1\" constant=\"true\"/>",
    RANKLE_MODEL_ERROR_SEMANTIC, "‘c’" },
};

static void
test_refused (gconstpointer data)
{
  const Refusal *refusal = data;
  SbmlText      *text = sbml_text_new ();

  sbml_text_compartment (text, "c", "1");
  sbml_text_parameter (text, "x", "1");
  sbml_text_add (text, refusal->list, "%s", refusal->xml);
  assert_refused (text, refusal->code, refusal->words);
}

/* A compartment whose size nobody gives has size 1, and that is said. */
static void
test_size_assumed (void)
{
  SbmlText *text = sbml_text_new ();
  g_autoptr (RankleModel) model = NULL;
  const char *const *notes;

  sbml_text_add (text, COMPARTMENTS,
                 "<compartment id=\"c\" spatialDimensions=\"3\" constant=\"true\"/>");
  sbml_text_species (text, "S", FALSE, FALSE, " initialAmount=\"6\"");
  model = load (text);
  g_assert_cmpfloat (rankle_model_get_state (model, 0)->value, ==, 6.0);
  notes = rankle_model_get_notes (model);
  g_assert_nonnull (strstr (notes[0], "“c”"));
  g_assert_null (notes[1]);
}

/* libSBML knows the first two; what they say would be lost all the same. */
static void
test_required_packages (void)
{
  static const char *const names[] = { "comp", "qual", "arrays", "spatial" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      SbmlText        *text = sbml_text_new ();
      g_autofree char *plain = NULL;
      g_autofree char *space = g_strdup_printf (
          " xmlns:%s=\"http://www.sbml.org/sbml/level3/version1/%s/version1\" "
          "%s:required=\"true\"><model",
          names[i], names[i], names[i]);
      g_autofree char *words = g_strdup_printf ("requires (‘%s’)", names[i]);
      GString         *packed;

      sbml_text_parameter (text, "x", "1");
      plain = sbml_text_finish (text);
      packed = g_string_new (plain);
      g_string_replace (packed, "><model", space, 1);
      assert_refused_text (packed->str, RANKLE_MODEL_ERROR_UNSUPPORTED, words);
      g_string_free (packed, TRUE);
    }
}

#define LEVEL_2                                                                          \
  "<sbml xmlns='http://www.sbml.org/sbml/level2/version4' level='2' version='4'"
#define LEVEL_3                                                                          \
  "<sbml xmlns='http://www.sbml.org/sbml/level3/version1/core' level='3' version='1'"
#define LAYOUT " xmlns:layout='http://www.sbml.org/sbml/level3/version1/layout/version1'"
#define X_3    "<listOfParameters><parameter id='x' value='4' constant='false'"
#define RATE                                                                             \
  "<listOfRules><rateRule variable='x'><math "                                           \
  "xmlns='http://www.w3.org/1998/Math/MathML'>"                                          \
  "<cn>1</cn></math></rateRule></listOfRules>"

/* What a package adds that a reader need not know is none of its business, be it as it
 * may: of the other Level, faulty, or unknown. */
static void
test_optional_packages (void)
{
  static const char *const texts[] = {
    LEVEL_2 LAYOUT
    " layout:required='false'><model id='m'>" X_3 "/></listOfParameters>" RATE
    "<layout:listOfLayouts><layout:layout layout:id='l'/></layout:listOfLayouts>"
    "</model></sbml>",
    LEVEL_3 LAYOUT
    " layout:required='false'><model id='m'>" X_3 "/></listOfParameters>" RATE
    "<layout:listOfLayouts layout:odd='1'><layout:layout><layout:dimensions "
    "layout:width='1x'/>text<!-- </layout:layout> --><layout:layout/></layout:layout>"
    "</layout:listOfLayouts></model></sbml>",
    LEVEL_3
    " xmlns:own = 'http://example.org/own' own:required = \"false\"\n><model id='m' "
    "own:at='3'>" X_3 " own:b = '>' /></listOfParameters><own:list><own:list/>"
    "</own:list>" RATE "</model></sbml>",
    LEVEL_2 " xmlns:own='http://example.org/own' own:required='false'><own:a/><model "
            "id='m'>" X_3 "/></listOfParameters>" RATE "</model></sbml>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RankleModel) model =
          rankle_model_new_from_sbml (texts[i], -1, "m.xml", &error);
      const char *const *notes;

      g_assert_no_error (error);
      g_assert_cmpfloat (rankle_model_get_state (model, 0)->value, ==, 4);
      notes = rankle_model_get_notes (model);
      g_assert_nonnull (strstr (notes[0], i < 2 ? "(layout)" : "(own)"));
      g_assert_null (notes[1]);
    }
}

/* A fault of the model's own is one still, and where it is. */
static void
test_optional_package_beside_fault (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (rankle_model_new_from_sbml (
      "<?xml version='1.0' encoding='UTF-8'?>" LEVEL_3 LAYOUT
      " layout:required='false'>\n<model id='m'><layout:a\n/>\n"
      "<listOfParameters><parameter value='4'/></listOfParameters>\n"
      "</model></sbml>",
      -1, "m.xml", &error));
  g_assert_error (error, RANKLE_MODEL_ERROR, RANKLE_MODEL_ERROR_SYNTAX);
  g_assert_true (g_str_has_prefix (error->message, "m.xml:4:"));
}

/* ---- hostile texts ---- */

static void
assert_text_refused (const char *text, gssize length, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (rankle_model_new_from_sbml (text, length, "bad.xml", &error));
  g_assert_error (error, RANKLE_MODEL_ERROR, code);
  g_assert_true (g_str_has_prefix (error->message, "bad.xml:"));
}

static void
test_bad_texts (void)
{
  const struct
  {
    const char *text;
    int         code;
  } rows[] = {
    { "", RANKLE_MODEL_ERROR_SYNTAX },
    { "<", RANKLE_MODEL_ERROR_SYNTAX },
    { "<sbml", RANKLE_MODEL_ERROR_SYNTAX },
    { "<html></html>", RANKLE_MODEL_ERROR_SYNTAX },
    { "no XML at all", RANKLE_MODEL_ERROR_SYNTAX },
    { "\xff\xfe<\0s", RANKLE_MODEL_ERROR_SYNTAX },
    { "<?xml version=\"1.0\" encoding=\"UTF-7\"?><sbml/>",
      RANKLE_MODEL_ERROR_UNSUPPORTED },
    { "<!DOCTYPE sbml SYSTEM \"http://example.org/x.dtd\"><sbml/>",
      RANKLE_MODEL_ERROR_UNSUPPORTED },
    { "<?xml version=\"1.0\"?><!DOCTYPE s [<!ENTITY a SYSTEM "
      "\"file:///etc/passwd\">]><s>&a;</s>",
      RANKLE_MODEL_ERROR_UNSUPPORTED },
    { "<sbml xmlns=\"http://www.sbml.org/sbml/level3/version1/core\" level=\"3\" "
      "version=\"1\"/>",
      RANKLE_MODEL_ERROR_SYNTAX },
    { "<sbml xmlns=\"http://www.sbml.org/sbml/level1\" level=\"1\" "
      "version=\"2\"><model><listOfCompartments><compartment name=\"c\"/>"
      "</listOfCompartments></model></sbml>",
      RANKLE_MODEL_ERROR_UNSUPPORTED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_text_refused (rows[i].text, -1, rows[i].code);
  assert_text_refused ("<sbml/>\0<sbml/>", 15, RANKLE_MODEL_ERROR_SYNTAX);
}

/* A formula of @depth nested sines, as XML. */
static char *
nested (guint depth)
{
  GString *math = g_string_new ("<rateRule variable=\"x\">" MATH);

  for (guint i = 0; i < depth; i++)
    g_string_append (math, "<apply><sin/>");
  g_string_append (math, "<ci>x</ci>");
  for (guint i = 0; i < depth; i++)
    g_string_append (math, "</apply>");
  g_string_append (math, "</math></rateRule>");

  return g_string_free (math, FALSE);
}

static SbmlText *
nested_text (guint depth)
{
  SbmlText        *text = sbml_text_new ();
  g_autofree char *rule = nested (depth);

  sbml_text_parameter (text, "x", "1");
  sbml_text_add (text, RULES, "%s", rule);
  return text;
}

/* The limit is 400 elements: five around the sines, one within. */
static void
test_deep_nesting (void)
{
  g_autoptr (RankleModel) model = load (nested_text (394));

  check_jacobian (model);
  assert_refused (nested_text (395), RANKLE_MODEL_ERROR_LIMIT, "nested too deeply");
  assert_refused (nested_text (100000), RANKLE_MODEL_ERROR_LIMIT, "nested too deeply");
}

/* f30 (x) = f29 (x) + f29 (x) …: a billion nodes if expanded without measure. */
static void
test_doubling_functions (void)
{
  SbmlText *text = sbml_text_new ();

  sbml_text_function (text, "f0", "lambda(x, x + 1)");
  for (guint i = 1; i <= 30; i++)
    {
      g_autofree char *id = g_strdup_printf ("f%u", i);
      g_autofree char *lambda =
          g_strdup_printf ("lambda(x, f%u(x) + f%u(x))", i - 1, i - 1);

      sbml_text_function (text, id, lambda);
    }
  sbml_text_parameter (text, "x", "1");
  sbml_text_rule (text, "rateRule", "x", "f30(x)");
  assert_refused (text, RANKLE_MODEL_ERROR_LIMIT, "too long");
}

static void
test_recursive_function (void)
{
  SbmlText *text = sbml_text_new ();

  sbml_text_function (text, "f", "lambda(x, f(x) + 1)");
  sbml_text_parameter (text, "x", "1");
  sbml_text_rule (text, "rateRule", "x", "f(x)");
  assert_refused (text, RANKLE_MODEL_ERROR_LIMIT, "");
}

/* a1 := a2, a2 := a3, …: in the worst order there is. */
static void
test_long_chain (void)
{
  SbmlText *text = sbml_text_new ();

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i);
      g_autofree char *next = g_strdup_printf ("a%u + 1", i + 1);

      sbml_text_parameter (text, id, NULL);
      sbml_text_rule (text, "assignmentRule", id, next);
    }
  sbml_text_parameter (text, "a3000", "1");
  assert_refused (text, RANKLE_MODEL_ERROR_LIMIT, "");
}

/* ---- files ---- */

static void
test_no_file (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (rankle_model_new_from_file ("/nowhere/model.xml", &error));
  g_assert_error (error, RANKLE_MODEL_ERROR, RANKLE_MODEL_ERROR_NOT_FOUND);
}

static void
test_sbml_file (void)
{
  SbmlText        *text = sbml_text_new ();
  g_autofree char *sbml = NULL;
  g_autofree char *path = NULL;
  g_autofree char *digest = NULL;
  g_autoptr (RankleModel) model = NULL;
  g_autoptr (GError) error = NULL;
  int fd = g_file_open_tmp ("rankle-XXXXXX.ant", &path,
                            &error); /* content decides, not the name */

  g_assert_no_error (error);
  g_close (fd, NULL);
  sbml_text_parameter (text, "x", "1");
  sbml_text_rule (text, "rateRule", "x", "-x");
  sbml = sbml_text_finish (text);
  g_file_set_contents (path, sbml, -1, &error);
  g_assert_no_error (error);

  model = rankle_model_new_from_file (path, &error);
  g_remove (path);
  g_assert_no_error (error);
  g_assert_cmpstr (rankle_model_get_id (model), ==, "m");
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, sbml, -1);
  digest[12] = '\0';
  g_assert_cmpstr (rankle_model_get_version (model), ==, digest);
}

/* Published models, where they lie beside the tree: each loads, or is refused for what it
 * has. */
static void
test_published_models (void)
{
  const char *folder = g_getenv ("RANKLE_TEST_SBML");
  g_autoptr (GDir) dir = folder == NULL ? NULL : g_dir_open (folder, 0, NULL);
  const char *name;

  if (dir == NULL)
    {
      g_test_skip ("RANKLE_TEST_SBML names no folder of SBML files");
      return;
    }

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (RankleModel) model = NULL;

      if (!g_str_has_suffix (name, ".xml"))
        continue;
      model = rankle_model_new_from_file (path, &error);
      if (model != NULL)
        check_jacobian (model);
      else
        g_test_message ("%s", error->message);
      g_assert_true (
          model != NULL ||
          g_error_matches (error, RANKLE_MODEL_ERROR, RANKLE_MODEL_ERROR_UNSUPPORTED) ||
          g_error_matches (error, RANKLE_MODEL_ERROR, RANKLE_MODEL_ERROR_SEMANTIC));
    }
}

static void
test_units (void)
{
  g_autoptr (RankleModel) model = NULL;
  g_autoptr (GError) error = NULL;

  model = rankle_model_new_from_sbml (
      "<sbml xmlns=\"http://www.sbml.org/sbml/level3/version1/core\" level=\"3\" "
      "version=\"1\">"
      "<model id=\"m\" name=\"Title\" timeUnits=\"d\" substanceUnits=\"mole\">"
      "<listOfUnitDefinitions><unitDefinition id=\"d\"><listOfUnits><unit "
      "kind=\"second\" "
      "exponent=\"1\" scale=\"2\" multiplier=\"864\"/></listOfUnits></unitDefinition>"
      "<unitDefinition id=\"per_d\" name=\"1/d\"/></listOfUnitDefinitions>"
      "<listOfCompartments><compartment id=\"c\" size=\"1\" units=\"litre\" "
      "spatialDimensions=\"3\" constant=\"true\"/></listOfCompartments>"
      "<listOfSpecies><species id=\"S\" name=\"Free S\" compartment=\"c\" "
      "initialConcentration=\"1\" hasOnlySubstanceUnits=\"false\" "
      "boundaryCondition=\"false\" "
      "constant=\"false\"/></listOfSpecies>"
      "<listOfParameters><parameter id=\"k\" units=\"per_d\" value=\"1\" "
      "constant=\"true\"/>"
      "<parameter id=\"n\" units=\"dimensionless\" value=\"1\" constant=\"true\"/>"
      "<parameter id=\"u\" value=\"1\" "
      "constant=\"true\"/></listOfParameters></model></sbml>",
      -1, "units.xml", &error);
  g_assert_no_error (error);

  g_assert_cmpstr (rankle_model_get_title (model), ==, "Title");
  g_assert_cmpstr (rankle_model_get_time_unit (model), ==, "day");
  g_assert_cmpstr (rankle_model_find (model, "S")->unit, ==, "mole/litre");
  g_assert_cmpstr (rankle_model_find (model, "S")->label, ==, "Free S");
  g_assert_cmpstr (rankle_model_find (model, "k")->unit, ==, "1/d");
  g_assert_cmpstr (rankle_model_find (model, "k")->label, ==, "k");
  g_assert_cmpstr (rankle_model_find (model, "n")->unit, ==, "");
  g_assert_null (rankle_model_find (model, "u")->unit);
}

static void
add_tables (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (formulas); i++)
    {
      g_autofree char *path = g_strdup_printf ("/system/formula/%u", i);

      g_test_add_data_func (path, &formulas[i], test_formula);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strconcat ("/system/refused/", refusals[i].name, NULL);

      g_test_add_data_func (path, &refusals[i], test_refused);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_tables ();
  g_test_add_func ("/system/size-assumed", test_size_assumed);
  g_test_add_func ("/system/required-packages", test_required_packages);
  g_test_add_func ("/system/optional-packages", test_optional_packages);
  g_test_add_func ("/system/optional-package-beside-fault",
                   test_optional_package_beside_fault);
  g_test_add_func ("/system/piecewise-without-otherwise",
                   test_piecewise_without_otherwise);
  g_test_add_func ("/system/function-definitions", test_function_definitions);
  g_test_add_func ("/system/local-parameters", test_local_parameters);
  g_test_add_func ("/system/local-names", test_local_names);
  g_test_add_func ("/system/amounts-and-concentrations", test_amounts_and_concentrations);
  g_test_add_func ("/system/size-is-a-parameter", test_size_is_a_parameter);
  g_test_add_func ("/system/kinds", test_kinds);
  g_test_add_func ("/system/initial-assignments", test_initial_assignments);
  g_test_add_func ("/system/derived-again", test_parameters_are_derived_again);
  g_test_add_func ("/system/initial-values-in-assignments",
                   test_initial_values_in_assignments);
  g_test_add_func ("/system/breakpoints", test_breakpoints);
  g_test_add_func ("/system/circles", test_circles);
  g_test_add_func ("/system/undefined", test_undefined);
  g_test_add_func ("/system/bad-texts", test_bad_texts);
  g_test_add_func ("/system/deep-nesting", test_deep_nesting);
  g_test_add_func ("/system/doubling-functions", test_doubling_functions);
  g_test_add_func ("/system/recursive-function", test_recursive_function);
  g_test_add_func ("/system/long-chain", test_long_chain);
  g_test_add_func ("/system/no-file", test_no_file);
  g_test_add_func ("/system/sbml-file", test_sbml_file);
  g_test_add_func ("/system/published", test_published_models);
  g_test_add_func ("/system/units", test_units);

  return g_test_run ();
}
