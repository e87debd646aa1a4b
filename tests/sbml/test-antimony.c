/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "rankle-catalog.h"
#include "rankle-model-error.h"
#include "rankle-model-file.h"
#include "rankle-sbml.h"
#include "rankle-workspace.h"

/* ---- what is wrong, and exactly what is said about it ---- */

typedef struct
{
  const char      *text;
  RankleModelError code;
  const char      *message;
} Broken;

static const Broken broken[] = {
  { "", RANKLE_MODEL_ERROR_SEMANTIC, "t.ant:1:1: there is no model in this text" },
  { "x", RANKLE_MODEL_ERROR_SYNTAX,
    "t.ant:1:2: the line ends where “=”, “:=”, “'=”, “has”, “is” or “in” should stand" },
  { "model m()", RANKLE_MODEL_ERROR_SYNTAX, "t.ant:1:10: the model has no “end”" },
  { "model m()\n x = \nend", RANKLE_MODEL_ERROR_SYNTAX,
    "t.ant:2:6: the line ends where a formula should stand" },
  { "model m()\n x = 1 +\nend", RANKLE_MODEL_ERROR_SYNTAX,
    "t.ant:2:8: syntax error, unexpected end of string" },
  { "model m()\n x = 1 + * 2; y' = x; y=1\nend", RANKLE_MODEL_ERROR_SYNTAX,
    "t.ant:2:10: syntax error, unexpected '*'" },
  { "model m()\n x = (1 + 2\nend", RANKLE_MODEL_ERROR_SYNTAX,
    "t.ant:2:11: syntax error, unexpected end of string" },
  { "model m()\n x' = y; x = 1\nend", RANKLE_MODEL_ERROR_SEMANTIC,
    "t.ant:2:7: y is not defined" },
  { "model m()\n x' = -x\nend", RANKLE_MODEL_ERROR_SEMANTIC,
    "t.ant:2:2: x has no value" },
  { "model m()\n x = 1; x = 2; x' = -x\nend", RANKLE_MODEL_ERROR_SEMANTIC,
    "t.ant:2:11: x is given a value twice" },
  { "model m()\n x := 1; x = 2\nend", RANKLE_MODEL_ERROR_SEMANTIC,
    "t.ant:2:7: x follows from a rule and cannot have another value or rate" },
  { "model m()\n x := y; y := x\nend", RANKLE_MODEL_ERROR_SEMANTIC,
    "t.ant: defined in a circle: x → y → x" },
  { "model m()\n x = y; y = x; z = 1; z' = -x\nend", RANKLE_MODEL_ERROR_SEMANTIC,
    "t.ant: defined in a circle: x → y → x" },
  { "model m()\n x has pM; x = 1; x' = -x\nend", RANKLE_MODEL_ERROR_SEMANTIC,
    "t.ant:2:2: the unit pM of x is not known" },
  { "model m()\n x = 1 furlong; x' = -x\nend", RANKLE_MODEL_ERROR_SEMANTIC,
    "t.ant:2:2: the unit furlong of x is not known" },
  { "model m()\n unit pM = 1e-12 mol / litre\n x = 1; x' = -x\nend",
    RANKLE_MODEL_ERROR_SEMANTIC, "t.ant:2:18: the unit mol is not known" },
  { "model m()\n unit pM = 1e-12 mole / litre\n unit pM = mole\nend",
    RANKLE_MODEL_ERROR_SEMANTIC, "t.ant:3:7: the unit pM is defined twice" },
  { "model m()\n unit litre = 2 litre\n x = 1; x' = -x\nend", RANKLE_MODEL_ERROR_SEMANTIC,
    "t.ant:2:7: litre is a unit of SBML already" },
  { "model m()\n unit a = mole ^ 1.5\n x = 1; x' = -x\nend", RANKLE_MODEL_ERROR_SYNTAX,
    "t.ant:2:18: a unit's power is a whole number" },
  { "model m()\n unit a = (mole\n x = 1; x' = -x\nend", RANKLE_MODEL_ERROR_SYNTAX,
    "t.ant:2:16: a bracket is not closed" },
  { "model m()\n unit a =\nend", RANKLE_MODEL_ERROR_SYNTAX,
    "t.ant:2:10: the line ends where a unit should stand" },
  { "model m()\n unit a = mole mole\n x = 1; x' = -x\nend", RANKLE_MODEL_ERROR_SYNTAX,
    "t.ant:2:16: units are joined by “*” and “/”" },
  { "model m()\n at 3 after (time > 1): x = 2\nend", RANKLE_MODEL_ERROR_UNSUPPORTED,
    "t.ant:2:7: “after” is not supported" },
  { "model m()\n E: at (time > 1), priority = 2: x = 2\nend",
    RANKLE_MODEL_ERROR_UNSUPPORTED, "t.ant:2:20: “priority” is not supported" },
  { "model m()\n E: at : x = 2\nend", RANKLE_MODEL_ERROR_SYNTAX,
    "t.ant:2:8: “:” stands where a condition should" },
  { "model m()\n at time > 1, t0 = 3: x = 2\nend", RANKLE_MODEL_ERROR_SYNTAX,
    "t.ant:2:20: “3” stands where “true” or “false” should" },
  { "import \"x.ant\"", RANKLE_MODEL_ERROR_UNSUPPORTED,
    "t.ant:1:1: “import” is not supported" },
  { "model a()\nend\nmodel b()\nend", RANKLE_MODEL_ERROR_UNSUPPORTED,
    "t.ant:3:1: a second model in one file is not supported" },
  { "model m(x)\nend", RANKLE_MODEL_ERROR_UNSUPPORTED,
    "t.ant:1:9: a model with an interface is not supported" },
  { "model m()\n A -o B; k\nend", RANKLE_MODEL_ERROR_SYNTAX,
    "t.ant:2:4: “-o” stands where “=”, “:=”, “'=”, “has”, “is” or “in” should" },
  { "model m()\n J: A -| B; k\nend", RANKLE_MODEL_ERROR_UNSUPPORTED,
    "t.ant:2:7: “-|” is not supported" },
  { "model m()\n J: A -> B\nend", RANKLE_MODEL_ERROR_SYNTAX,
    "t.ant:2:11: the line ends where “;” and a rate law should stand" },
  { "model m()\n J: A -> B;\nend", RANKLE_MODEL_ERROR_SYNTAX,
    "t.ant:2:12: the line ends where a rate law should stand" },
  { "model m()\n J: A -> B; k\n A = 1; B = 0\nend", RANKLE_MODEL_ERROR_SEMANTIC,
    "t.ant:2:13: k is not defined" },
  { "model m()\n A = 1; B = 0; k = 1; J: A -> B; k*A\n J: B -> A; k*B\nend",
    RANKLE_MODEL_ERROR_SEMANTIC, "t.ant:3:2: J is defined twice" },
  { "model m()\n J: A + -> B; k\nend", RANKLE_MODEL_ERROR_SYNTAX,
    "t.ant:2:9: “->” stands where a name should" },
  { "model m()\n species A in C\n A = 1; A' = 1\nend", RANKLE_MODEL_ERROR_SEMANTIC,
    "t.ant:2:15: C is no compartment" },
  { "model m()\n compartment C = 1; species A in C; compartment A; A = 1\nend",
    RANKLE_MODEL_ERROR_SEMANTIC, "t.ant:2:49: A cannot be two different kinds of thing" },
  { "model m()\n const x = 1; x' = 1\nend", RANKLE_MODEL_ERROR_SEMANTIC,
    "t.ant:2:8: x is constant and cannot have a rule" },
  { "model m()\n x is 5\nend", RANKLE_MODEL_ERROR_SYNTAX,
    "t.ant:2:7: “5” stands where a name in quotes should" },
  { "model m()\n x is \"abc\nend", RANKLE_MODEL_ERROR_SYNTAX,
    "t.ant:2:7: this string never ends" },
  { "/* never", RANKLE_MODEL_ERROR_SYNTAX, "t.ant:1:1: this comment never ends" },
  { "model m()\n x = 1 ? 2\nend", RANKLE_MODEL_ERROR_SYNTAX,
    "t.ant:2:8: “?” has no meaning here" },
  { "model m()\n x = f(2); x' = 1\nend", RANKLE_MODEL_ERROR_SEMANTIC,
    "t.ant:2:6: there is no function f" },
  { "function f(a)\n a*b\nend\nmodel m()\n x = 1; x' = f(x)\nend",
    RANKLE_MODEL_ERROR_SEMANTIC, "t.ant:2:4: b is no argument of the function" },
  { "function f(a)\nend", RANKLE_MODEL_ERROR_SYNTAX,
    "t.ant:1:10: the function f has no formula" },
  { "function f(a b)\n a\nend", RANKLE_MODEL_ERROR_SYNTAX,
    "t.ant:1:14: “b” stands where “,” should" },
  { "model m()\n x = 1; x' = sin(x, 2)\nend", RANKLE_MODEL_ERROR_SYNTAX,
    "t.ant:2:22: The function 'sin' takes exactly one argument, but 2 were found." },
  { "model m()\n x = 1; x' = delay(x, 2)\nend", RANKLE_MODEL_ERROR_UNSUPPORTED,
    "t.ant: in the formula of ‘x’: ‘delay’ is not supported" },
  { "model m()\n x = 1; x' = -x\nend\ny = 2", RANKLE_MODEL_ERROR_UNSUPPORTED,
    "t.ant:4:1: statements after the model's end are not supported" },
  { "end", RANKLE_MODEL_ERROR_SYNTAX, "t.ant:1:1: “end” without “model”" },
  { "model m()\n x 5\nend", RANKLE_MODEL_ERROR_SYNTAX,
    "t.ant:2:4: “5” stands where “=”, “:=”, “'=”, “has”, “is” or “in” should" },
  { "model m()\n x = 1; y := 2; J: y -> ; 1\nend", RANKLE_MODEL_ERROR_SEMANTIC,
    "t.ant:2:20: y has a rule and cannot take part in a reaction" },
  { "model m()\n \303\244 = 1\nend", RANKLE_MODEL_ERROR_SYNTAX,
    "t.ant:2:2: “ä” has no meaning here" },
  { "model m()\n x = \"a\"\nend", RANKLE_MODEL_ERROR_SYNTAX,
    "t.ant:2:6: a string cannot stand in a formula" },
  { "model m()\n compartment C = 1; C' = 2\nend", RANKLE_MODEL_ERROR_UNSUPPORTED,
    "t.ant:2:14: the compartment C changes its size, which is not supported" },
  { "model m()\n J: A -> B; 1\n A = 1; B = 1; J = 2\nend", RANKLE_MODEL_ERROR_SEMANTIC,
    "t.ant:2:2: J is a reaction and cannot be given a value" },
  { "model m()\n x' = 1; x' = 2; x = 0\nend", RANKLE_MODEL_ERROR_SEMANTIC,
    "t.ant:2:13: x is given a rate twice" },
  { "model m()\n substanceOnly x\nend", RANKLE_MODEL_ERROR_SYNTAX,
    "t.ant:2:16: “x” stands where “species” should" },
  { "model m()\n x has pM; x has pM\nend", RANKLE_MODEL_ERROR_SEMANTIC,
    "t.ant:2:14: x is given a unit twice" },
};

static void
test_broken (gconstpointer data)
{
  const Broken *b = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model =
      rankle_model_new_from_antimony (b->text, -1, "t.ant", NULL, &error);

  g_test_message ("%s", b->text);
  g_assert_null (model);
  g_assert_error (error, RANKLE_MODEL_ERROR, (int)b->code);
  g_assert_cmpstr (error->message, ==, b->message);
}

/* ---- what is right ---- */

static RankleModel *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  RankleModel *model = rankle_model_new_from_antimony (text, -1, "t.ant", NULL, &error);

  g_assert_no_error (error);
  return model;
}

static double
parameter (RankleModel *model, const char *id)
{
  g_autoptr (RankleWorkspace) workspace = rankle_workspace_new (model);

  rankle_workspace_set_parameters (workspace, NULL);
  return rankle_workspace_get_parameter (workspace, rankle_model_find (model, id)->index);
}

/* Of what is weighed there is not less than none; a variable may be anything. */
static void
test_ranges (void)
{
  static const char *const units[] = { "1e-12 mole", "dimensionless" };
  static const char *const ids[] = { "A", "B", "v" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autofree char *text =
          g_strdup_printf ("model m()\n  unit substance = %s; unit volume = 1 litre\n"
                           "  compartment C = 2; species A in C = 3, B in C; B = -1\n"
                           "  A' = -4; B' = 1; v' = -1; v = 5; v has substance\nend\n",
                           units[i]);
      g_autoptr (RankleModel) model = read_text (text);

      for (guint k = 0; k < G_N_ELEMENTS (ids); k++)
        g_assert_cmpint (isnan (rankle_model_find (model, ids[k])->min), ==,
                         i > 0 || k > 0);
    }
}

static void
test_statements (void)
{
  g_autoptr (RankleModel) model =
      read_text ("// a comment\n"
                 "function square(a)\n  a^2\nend\n"
                 "model *kitchen()\n"
                 "  kitchen is \"Kitchen\" # another\n"
                 "  unit time_unit = 3600 second; unit per_hour = 1 / time_unit\n"
                 "  compartment C = 2\n"
                 "  species A in C = 3, $B in C; B = 5\n"
                 "  k = 0.5 per_hour; k2 = square(k) /* in\n between */ + 1\n"
                 "  J: 2 A + B -> ; C*k*A\n"
                 "  -> A; C*k2\n"
                 "  z := A + time\n"
                 "  y' = -k*y; y = 1; y is \"Why\"; y has dimensionless\n"
                 "end\n");
  g_autoptr (RankleWorkspace) workspace = rankle_workspace_new (model);
  guint n = rankle_model_get_n_states (model);
  guint a = rankle_model_find (model, "A")->index,
        y = rankle_model_find (model, "y")->index;
  double state[2], rates[2], z;

  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (rankle_model_get_title (model), ==, "Kitchen");
  g_assert_cmpstr (rankle_model_get_time_unit (model), ==, "hour");
  g_assert_cmpstr (rankle_model_find (model, "y")->label, ==, "Why");
  g_assert_cmpfloat (parameter (model, "k2"), ==, 1.25);
  rankle_workspace_set_parameters (workspace, NULL);
  rankle_workspace_get_initial (workspace, state);
  g_assert_cmpfloat (state[a], ==, 3);
  /* dA/dt = (-2 C k A + C k2) / C */
  rankle_workspace_rates (workspace, 0, state, rates);
  g_assert_cmpfloat_with_epsilon (rates[a], -2 * 0.5 * 3 + 1.25, 1e-15);
  g_assert_cmpfloat (rates[y], ==, -0.5);
  rankle_workspace_observables (workspace, 7, state, &z);
  g_assert_cmpfloat (z, ==, 10);
}

static double
observable (RankleModel *model, const char *id, double time)
{
  g_autoptr (RankleWorkspace) workspace = rankle_workspace_new (model);
  g_autofree double *values = g_new0 (double, rankle_model_get_n_observables (model) + 1);
  double             state[1];

  g_assert_cmpuint (rankle_model_get_n_states (model), ==, 1);
  rankle_workspace_set_parameters (workspace, NULL);
  rankle_workspace_get_initial (workspace, state);
  rankle_workspace_observables (workspace, time, state, values);
  return values[rankle_model_find (model, id)->index];
}

/* Arguments are a function's own, whatever else is called so. */
static void
test_argument_names (void)
{
  g_autoptr (RankleModel) model =
      read_text ("function decayed(Time, k)\n  exp(-k*Time)\nend\n"
                 "function disc(Pi, r)\n  Pi*r^2\nend\n"
                 "function both(avogadro, true)\n  avogadro + true\nend\n"
                 "function rest(inf, nan, exponentiale, false)\n"
                 "  inf + nan + exponentiale + false\nend\n"
                 "model m()\n  age = 3; x = 1; x' = 0\n"
                 "  a := decayed(age, 0.2); b := disc(10, 2); c := both(1, 5)\n"
                 "  d := rest(1, 2, 3, 4); e := pi * time\nend\n");

  g_assert_cmpfloat_with_epsilon (observable (model, "a", 7), exp (-0.6), 1e-15);
  g_assert_cmpfloat (observable (model, "b", 7), ==, 40);
  g_assert_cmpfloat (observable (model, "c", 7), ==, 6);
  g_assert_cmpfloat (observable (model, "d", 7), ==, 10);
  g_assert_cmpfloat_with_epsilon (observable (model, "e", 7), 7 * G_PI, 1e-14);
}

/* As libantimony writes them into every file made of a model that has such terms. */
static void
test_sbo_terms (void)
{
  g_autoptr (RankleModel) model =
      read_text ("model m()\n  x = 1; J: x -> ; k*x\n  k = 2\n"
                 "  x.sboTerm = SBO:0000410;\n  J.sboTerm = 176\nend\n");

  g_assert_null (rankle_model_find (model, "J"));
  g_assert_cmpfloat (parameter (model, "k"), ==, 2);
}

/* Where libantimony writes it. */
static void
test_title_after_end (void)
{
  g_autoptr (RankleModel) model =
      read_text ("model kitchen()\n  x = 1; x' = -x\nend\nkitchen is \"Kitchen\"\n");

  g_assert_cmpstr (rankle_model_get_title (model), ==, "Kitchen");
}

/* Units, names and values come out of SBML as they went in, and libSBML has nothing to
 * say. */
static void
test_bundled_models_export (void)
{
  g_auto (GStrv) ids = rankle_catalog_list_models ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RankleModel) model = rankle_catalog_load (ids[i], &error);
      g_autofree char *sbml = rankle_model_to_sbml (model, NULL, &error);
      g_autofree char *complaints = rankle_sbml_check (sbml);
      g_autoptr (RankleModel) again =
          rankle_model_new_from_sbml (sbml, -1, "again.xml", &error);

      g_assert_no_error (error);
      g_assert_cmpstr (complaints, ==, NULL);
      g_assert_cmpuint (rankle_model_get_n_states (again), ==,
                        rankle_model_get_n_states (model));
      for (guint k = 0; k < rankle_model_get_n_parameters (model); k++)
        {
          const char *id = rankle_model_get_parameter (model, k)->id;

          g_assert_cmpfloat (parameter (again, id), ==, parameter (model, id));
        }
    }
}

static void
test_export_takes_values (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model = rankle_catalog_load ("rankle", &error);
  guint              n = rankle_model_get_n_parameters (model);
  guint              kd = rankle_model_find (model, "KD_OPG")->index;
  g_autofree double *values = g_new (double, n);
  g_autofree char   *sbml = NULL;
  g_autoptr (RankleModel) again = NULL;

  for (guint i = 0; i < n; i++)
    values[i] = i == kd ? 7.5 : (double)NAN;
  sbml = rankle_model_to_sbml (model, values, &error);
  again = rankle_model_new_from_sbml (sbml, -1, "again.xml", &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (parameter (again, "KD_OPG"), ==, 7.5);
  /* what is derived from it follows */
  g_assert_cmpfloat (parameter (again, "RANKL_OPG_0"), <,
                     parameter (model, "RANKL_OPG_0"));
}

/* To the last digit, which libSBML by itself does not write. */
static void
test_export_is_exact (void)
{
  g_autoptr (RankleModel) model =
      read_text ("compartment C = 0.2674077909527713; species A in C; A = 1\n"
                 "k = 1; s = 6.199577267120008; x' = -k*x; x = 5.583931899482344e-4\n"
                 "r: A -> ; s * A * C");
  guint            n = rankle_model_get_n_parameters (model);
  double           values[3], state[2], same[2];
  g_autofree char *sbml = NULL;
  g_autoptr (RankleModel) again = NULL;
  g_autoptr (RankleWorkspace) workspace = NULL;

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (values));
  for (guint i = 0; i < n; i++)
    values[i] = (double)NAN;
  values[rankle_model_find (model, "k")->index] = 1.189207115002721;
  sbml = rankle_model_to_sbml (model, values, NULL);
  again = rankle_model_new_from_sbml (sbml, -1, "again.xml", NULL);
  g_assert_cmpfloat (parameter (again, "k"), ==, 1.189207115002721);
  g_assert_cmpfloat (parameter (again, "C"), ==, 0.2674077909527713);
  g_assert_cmpfloat (parameter (again, "s"), ==, 6.199577267120008);
  workspace = rankle_workspace_new (again);
  rankle_workspace_get_initial (workspace, same);
  state[rankle_model_find (model, "A")->index] = 1;
  state[rankle_model_find (model, "x")->index] = 5.583931899482344e-4;
  for (guint i = 0; i < G_N_ELEMENTS (state); i++)
    g_assert_cmpfloat (same[i], ==, state[i]);
}

/* A check that cannot complain would make the test above worthless. */
static void
test_check_complains (void)
{
  g_autoptr (RankleModel) model =
      read_text ("unit pM = 1e-12 mole / litre\n"
                 "a = 1 pM; b = 2 second; c := a + b\nc has pM\nx' = a; x = 1\n");
  g_autofree char *sbml = rankle_model_to_sbml (model, NULL, NULL);
  g_autofree char *complaints = rankle_sbml_check (sbml);

  g_assert_nonnull (complaints);
}

static char *
check_text (const char *text)
{
  g_autoptr (RankleModel) model = read_text (text);
  g_autofree char *sbml = rankle_model_to_sbml (model, NULL, NULL);

  return rankle_sbml_check (sbml);
}

/* libSBML by itself would run in circles here, until its stack ends. */
static void
test_check_comes_back (void)
{
  g_autofree char *none =
      check_text ("unit time_unit = second\n"
                  "g = 2 dimensionless; a = 1 dimensionless; b = 1 per_second\n"
                  "unit per_second = 1 / second\n"
                  "l = ln(g); l has dimensionless; e := exp(l); e has dimensionless\n"
                  "l' = b * (a^(g*e) - a)");
  /* both halves are looked at: a bad rate, and a bad start */
  g_autofree char *rate = check_text ("unit time_unit = second\n"
                                      "g = 2 second; l = g; l has second; l' = g");
  g_autofree char *start = check_text ("unit time_unit = second\n"
                                       "g = 2 second; k = 1 dimensionless\n"
                                       "l = g^2; l has second; l' = k");

  g_assert_cmpstr (none, ==, NULL);
  g_assert_nonnull (rate);
  g_assert_nonnull (start);
}

/* ---- hostile bytes: a model or an error with a text, never a crash ---- */

static void
assert_answer (const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model =
      rankle_model_new_from_antimony (text, (gssize)length, "t.ant", NULL, &error);

  g_assert_true ((model == NULL) == (error != NULL));
  g_assert_true (error == NULL || *error->message != '\0');
}

static void
test_mutations (void)
{
  g_autoptr (GBytes) bytes = rankle_catalog_read ("models", "lemaire-2004.ant", NULL);
  gsize       length;
  const char *text = g_bytes_get_data (bytes, &length);
  GRand      *random = g_rand_new_with_seed (20041);

  for (gsize i = 0; i < length; i += 7)
    assert_answer (text, i);
  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *copy = g_memdup2 (text, length);

      for (guint k = 0; k < 3; k++)
        copy[g_rand_int_range (random, 0, (gint32)length)] =
            (char)g_rand_int_range (random, 0, 256);
      assert_answer (copy, length);
    }
  g_rand_free (random);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *path = g_strdup_printf ("/antimony/broken/%u", i);

      g_test_add_data_func (path, &broken[i], test_broken);
    }
  g_test_add_func ("/antimony/statements", test_statements);
  g_test_add_func ("/antimony/ranges", test_ranges);
  g_test_add_func ("/antimony/argument-names", test_argument_names);
  g_test_add_func ("/antimony/sbo-terms", test_sbo_terms);
  g_test_add_func ("/antimony/title-after-end", test_title_after_end);
  g_test_add_func ("/antimony/bundled-models-export", test_bundled_models_export);
  g_test_add_func ("/antimony/export-takes-values", test_export_takes_values);
  g_test_add_func ("/antimony/export-is-exact", test_export_is_exact);
  g_test_add_func ("/antimony/check-complains", test_check_complains);
  g_test_add_func ("/antimony/check-comes-back", test_check_comes_back);
  g_test_add_func ("/antimony/mutations", test_mutations);
  return g_test_run ();
}
