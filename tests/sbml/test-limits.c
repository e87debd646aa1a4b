/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A hostile file meets a limit. For each limit a text of any size: what just fits is
 * read, what is one larger is refused with exactly these words. */

#include <string.h>

#include "rankle-model-error.h"
#include "rankle-model-file.h"
#include "rankle-model.h"
#include "sbml-text.h"

typedef enum
{
  ANTIMONY,
  SBML,
  SIDECAR,
} Format;

typedef struct
{
  const char *name;
  Format      format;
  char *(*make) (guint n);
  guint       fits;
  const char *message; /* of one more */
} Limit;

static char *
repeat (const char *before, const char *piece, guint n, const char *after)
{
  GString *text = g_string_new (before);

  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);
  g_string_append (text, after);
  return g_string_free (text, FALSE);
}

/* @format: with one %u */
static void G_GNUC_PRINTF (3, 0) append_each (GString *text, guint n, const char *format)
{
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, format, i);
}

/* ---- Antimony ---- */

/* In a comment: it is the bytes that count. */
static char *
make_bytes (guint n)
{
  static const char head[] = "x = 1; x' = -x //";
  char             *text = g_strnfill (n, '.');

  memcpy (text, head, strlen (head));
  return text;
}

/* Ends of line are words too. */
static char *
make_words (guint n)
{
  return repeat ("x = 1; x' = -x", "\n", n - 9, "");
}

static char *
make_names (guint n)
{
  GString *text = g_string_new ("x' = -x; x = 1\n");

  append_each (text, n - 1, "n%u = 1\n");
  return g_string_free (text, FALSE);
}

static char *
make_formula (guint n)
{
  return repeat (n % 2 == 0 ? "x = 1; x' = -x" : "x = 1; x' = x", " + x", (n - 1) / 2,
                 "");
}

static char *
make_brackets (guint n)
{
  g_autofree char *opening = repeat ("", "(", n, "");
  g_autofree char *closing = repeat ("", ")", n, "");

  return g_strdup_printf ("x = 1; x' = %sx%s", opening, closing);
}

static char *
make_unit_brackets (guint n)
{
  g_autofree char *opening = repeat ("", "(", n, "");
  g_autofree char *closing = repeat ("", ")", n, "");

  return g_strdup_printf ("x = 1; x' = -x; unit a = %smole%s", opening, closing);
}

static char *
make_states (guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "x%u = 1; x%u' = -x%u\n", i, i, i);
  return g_string_free (text, FALSE);
}

/* Whose Jacobian is large: the slope of a product of @n has as many terms, each as long.
 */
static char *
make_products (guint n)
{
  GString *text = g_string_new ("s := x0");

  for (guint i = 1; i < n; i++)
    g_string_append_printf (text, " * x%u", i);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "\nx%u = 1; x%u' = -s", i, i);
  return g_string_free (text, FALSE);
}

/* Each by the next. */
static char *
make_chain (guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "a%u := a%u\n", i, i + 1);
  g_string_append_printf (text, "a%u := x; x = 1; x' = -x", n);
  return g_string_free (text, FALSE);
}

/* ---- SBML ---- */

static char *
make_elements (guint n)
{
  SbmlText *text = sbml_text_new ();

  sbml_text_parameter (text, "x", "1");
  sbml_text_rule (text, "rateRule", "x", "-x");
  for (guint i = 1; i < n; i++)
    sbml_text_add (text, PARAMETERS,
                   "<parameter id=\"p%u\" value=\"1\" constant=\"true\"/>", i);
  return sbml_text_finish (text);
}

/* @n elements deep; six of them around the sines. */
static char *
make_depth (guint n)
{
  SbmlText        *text = sbml_text_new ();
  g_autofree char *opening = repeat ("", "<apply><sin/>", n - 6, "");
  g_autofree char *closing = repeat ("", "</apply>", n - 6, "");

  sbml_text_parameter (text, "x", "1");
  sbml_text_add (text, RULES,
                 "<rateRule variable=\"x\"><math "
                 "xmlns=\"http://www.w3.org/1998/Math/MathML\">%s<ci>x</ci>%s</math>"
                 "</rateRule>",
                 opening, closing);
  return sbml_text_finish (text);
}

/* f0 (x) = x, and each further function, up to the @n-th, what @body makes of the one
 * before it; the rate of x is the last. */
static char *
make_functions (guint n, char *(*body) (guint before))
{
  SbmlText        *text = sbml_text_new ();
  g_autofree char *rate = g_strdup_printf ("f%u(x)", n);

  sbml_text_function (text, "f0", "lambda(x, x)");
  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *id = g_strdup_printf ("f%u", i);
      g_autofree char *lambda = body (i - 1);

      sbml_text_function (text, id, lambda);
    }
  sbml_text_parameter (text, "x", "1");
  sbml_text_rule (text, "rateRule", "x", rate);
  return sbml_text_finish (text);
}

static char *
call_twice (guint before)
{
  return g_strdup_printf ("lambda(x, f%u(x) + f%u(x))", before, before);
}

/* f1 (x) = f0 (x) + f0 (x), and so on: each doubles the work. */
static char *
make_doublings (guint n)
{
  return make_functions (n, call_twice);
}

static char *
call_once (guint before)
{
  return g_strdup_printf ("lambda(x, f%u(x))", before);
}

/* Functions of functions: as deep as a function that calls itself would be. */
static char *
make_calls (guint n)
{
  return make_functions (n, call_once);
}

static char *
make_events (guint n)
{
  SbmlText *text = sbml_text_new ();

  sbml_text_parameter (text, "x", "1");
  sbml_text_rule (text, "rateRule", "x", "-x");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *when = g_strdup_printf ("time >= %u", i + 1);
      g_autofree char *trigger = sbml_math (when);
      g_autofree char *value = sbml_math ("2");

      sbml_text_add (text, EVENTS,
                     "<event useValuesFromTriggerTime=\"true\"><trigger "
                     "initialValue=\"true\" persistent=\"true\">%s</trigger>"
                     "<listOfEventAssignments><eventAssignment variable=\"x\">%s"
                     "</eventAssignment></listOfEventAssignments></event>",
                     trigger, value);
    }
  return sbml_text_finish (text);
}

/* ---- sidecars ---- */

/* Of @n values: the whole, its schema, the list and what is in it. */
static char *
make_sidecar (guint n)
{
  return repeat ("{\"schema\": 1, \"notes\": [\"", "\",\"", n - 4, "\"]}");
}

static const Limit limits[] = {
  { "bytes", ANTIMONY, make_bytes, 16 * 1024 * 1024, "t: larger than 16777216 bytes" },
  { "words", ANTIMONY, make_words, 400000,
    "t:399992:1: the text has more than 400000 words" },
  { "names", ANTIMONY, make_names, 20000,
    "t:20001:1: the model has more than 20000 names" },
  { "formula", ANTIMONY, make_formula, 4000,
    "t:1:13: the formula has more than 4000 words" },
  { "brackets", ANTIMONY, make_brackets, 200, "t:1:213: brackets more than 200 deep" },
  { "unit-brackets", ANTIMONY, make_unit_brackets, 32,
    "t:1:58: brackets more than 32 deep" },
  { "states", ANTIMONY, make_states, 2000, "t: the model has more than 2000 states" },
  { "products", ANTIMONY, make_products, 772,
    "t: the model's formulas are too many or too long" },
  { "chain", ANTIMONY, make_chain, 998, "t: ‘x’ is defined through too many others" },
  { "elements", SBML, make_elements, 20000,
    "t: the model has more than 20000 elements of one kind" },
  { "depth", SBML, make_depth, 400, "t: nested too deeply" },
  { "doublings", SBML, make_doublings, 18,
    "t:332:*: in the formula of ‘x’: the formulas are too long" },
  { "calls", SBML, make_calls, 998,
    "t:9999:*: in the formula of ‘x’: nested too deeply" },
  { "events", SBML, make_events, 4000, "t: the model has more than 4000 events" },
  { "sidecar", SIDECAR, make_sidecar, 200000,
    "t.json:1:*: notes: there are more than 200000 values" },
};

static RankleModel *
read_text (const Limit *limit, guint n, GError **error)
{
  g_autofree char *text = limit->make (n);

  if (limit->format == SBML)
    return rankle_model_new_from_sbml (text, -1, "t", error);
  if (limit->format == ANTIMONY)
    return rankle_model_new_from_antimony (text, -1, "t", NULL, error);
  return rankle_model_new_from_antimony ("x = 1; x' = -x", -1, "t", text, error);
}

static void
test_limit (gconstpointer data)
{
  const Limit *limit = data;
  g_autoptr (GError) fine = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) fits = read_text (limit, limit->fits, &fine);
  g_autoptr (RankleModel) more = read_text (limit, limit->fits + 1, &error);

  g_assert_no_error (fine);
  g_assert_nonnull (fits);
  g_assert_null (more);
  g_assert_error (error, RANKLE_MODEL_ERROR, RANKLE_MODEL_ERROR_LIMIT);
  /* At which column of a line depends on libSBML's reader of XML. */
  if (!g_pattern_match_simple (limit->message, error->message))
    g_error ("“%s” instead of “%s”", error->message, limit->message);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autofree char *path = g_strconcat ("/limits/", limits[i].name, NULL);

      g_test_add_data_func (path, &limits[i], test_limit);
    }
  return g_test_run ();
}
