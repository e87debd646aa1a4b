/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A text of eight times the length takes about eight times as long to read: nothing is
 * looked for one by one. What counts is processor time. */

#include <math.h>
#include <string.h>
#include <time.h>

#include "rankle-model-file.h"
#include "rankle-model.h"
#include "sbml-text.h"

#define FEW      1500
#define TIMES    8
#define ATTEMPTS 8
#define PARDON   3 /* caches are small, and machines are busy */

typedef struct
{
  const char *name;
  char *(*make) (guint n);
  gboolean is_sbml;
} Text;

/* @format: with two %u */
static char *G_GNUC_PRINTF (2, 0) make_antimony (guint n, const char *format)
{
  GString *text = g_string_new ("x = 1; x' = -x\n");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, format, i, i);
  return g_string_free (text, FALSE);
}

static char *
make_one_line (guint n)
{
  return make_antimony (n, "p%u = %u; ");
}

static char *
make_rules (guint n)
{
  return make_antimony (n, "p%u := %u * x\n");
}

static char *
make_starts (guint n)
{
  GString *text = g_string_new ("x = 1; x' = -x; k = 2\n");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "p%u = %u * k\n", i, i);
  return g_string_free (text, FALSE);
}

static char *
make_compartments (guint n)
{
  SbmlText *text = sbml_text_new ();

  for (guint i = 0; i < n; i++)
    sbml_text_add (text, COMPARTMENTS,
                   "<compartment id=\"c%u\" size=\"1\" spatialDimensions=\"3\" "
                   "constant=\"true\"/>",
                   i);
  return sbml_text_finish (text);
}

static char *
make_units (guint n)
{
  GString *text = g_string_new (
      "<sbml xmlns=\"http://www.sbml.org/sbml/level3/version1/core\" level=\"3\" "
      "version=\"1\"><model><listOfUnitDefinitions>");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text,
                            "<unitDefinition id=\"u%u\"><listOfUnits><unit "
                            "kind=\"metre\" exponent=\"1\" scale=\"0\" "
                            "multiplier=\"%u\"/></listOfUnits></unitDefinition>",
                            i, i + 1);
  g_string_append (text, "</listOfUnitDefinitions><listOfParameters>");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (
        text, "<parameter id=\"p%u\" value=\"1\" units=\"u%u\" constant=\"true\"/>", i,
        i);
  g_string_append (text, "</listOfParameters></model></sbml>");
  return g_string_free (text, FALSE);
}

static const Text texts[] = {
  { "one-line", make_one_line, FALSE },
  { "rules", make_rules, FALSE },
  { "starts", make_starts, FALSE },
  { "units", make_units, TRUE },
  { "compartments", make_compartments, TRUE },
};

/* Every control is asked for by its name, too: a window does so whenever one moves. */
static void
read_and_ask (const Text *text, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model =
      text->is_sbml ? rankle_model_new_from_sbml (words, -1, "t", &error)
                    : rankle_model_new_from_antimony (words, -1, "t", NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < rankle_model_get_n_controls (model); i++)
    {
      const RankleControl *control = rankle_model_get_control (model, i);

      g_assert_true (rankle_model_find_control (model, control->id) == control);
    }
}

/* Of this process [s]: what libSBML does in a copy first is no work of ours. */
static double
measure (const Text *text, guint n)
{
  g_autofree char *words = text->make (n);
  double           least = INFINITY;

  for (guint i = 0; i < 2; i++)
    {
      clock_t start = clock ();

      read_and_ask (text, words);
      least = fmin (least, (double)(clock () - start) / CLOCKS_PER_SEC);
    }
  return least;
}

/* A machine that is busy with others for a moment is asked again: what looks things up
 * one by one is slow each time. */
static void
test_effort (gconstpointer data)
{
  double few = INFINITY, many = INFINITY;

  for (guint i = 0; i < ATTEMPTS && !(many < PARDON * TIMES * few); i++)
    {
      few = measure (data, FEW);
      many = measure (data, FEW * TIMES);
      g_test_message ("%g s, and %g s for %d times as many", few, many, TIMES);
    }
  g_assert_cmpfloat (many, <, PARDON * TIMES * few);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = g_strconcat ("/effort/", texts[i].name, NULL);

      g_test_add_data_func (path, &texts[i], test_effort);
    }
  return g_test_run ();
}
