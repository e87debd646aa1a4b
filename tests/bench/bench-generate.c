/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-generate.h"

#define SEED      11 /* any */
#define REACTIONS 6  /* a species, in SBML */

/* Of @n species the first @n_there are there. */
static GString *
begin (guint n, guint n_there)
{
  GString *text = g_string_new ("model large()\n  k = 1;\n");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "  x%u = %u;\n", i, i < n_there);
  return text;
}

static char *
end (GString *text)
{
  g_string_append (text, "end\n");
  return g_string_free (text, FALSE);
}

static void
exchange (GString *text, guint from, guint to)
{
  g_string_append_printf (text, "  x%u -> x%u; k*x%u - 0.5*k*x%u;\n", from, to, from, to);
}

char *
bench_generate_chain (guint n)
{
  GString *text = begin (n, 1);

  for (guint i = 0; i + 1 < n; i++)
    exchange (text, i, i + 1);
  return end (text);
}

char *
bench_generate_plane (guint width, guint height)
{
  GString *text = begin (width * height, 1);

  for (guint y = 0; y < height; y++)
    for (guint x = 0; x < width; x++)
      {
        if (x + 1 < width)
          exchange (text, y * width + x, y * width + x + 1);
        if (y + 1 < height)
          exchange (text, y * width + x, (y + 1) * width + x);
      }
  return end (text);
}

char *
bench_generate_network (guint n)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  int      n_single = (int)n / 3;
  GString *text = begin (n, n / 3);

  for (guint i = (guint)n_single; i < n; i++)
    {
      int    a = g_rand_int_range (random, 0, n_single);
      int    b = g_rand_int_range (random, 0, n_single);
      double on = g_rand_double_range (random, 0.1, 2.0);

      g_string_append_printf (text, "  x%d + x%d -> x%u; %.3f*x%d*x%d - 0.7*x%u;\n", a, b,
                              i, on, a, b, i);
    }
  return end (text);
}

/* ---- SBML ---- */

static void
annotate (GString *text, const char *id, guint number)
{
  g_string_append_printf (
      text,
      "<annotation><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
      "xmlns:bqbiol=\"http://biomodels.net/biology-qualifiers/\">"
      "<rdf:Description rdf:about=\"#meta_%s%u\"><bqbiol:is><rdf:Bag>"
      "<rdf:li rdf:resource=\"urn:miriam:uniprot:P%05u\"/>"
      "</rdf:Bag></bqbiol:is></rdf:Description></rdf:RDF></annotation>\n",
      id, number, number);
}

static void
add_species (GString *text, guint number, double amount)
{
  g_string_append_printf (text,
                          "<species metaid=\"meta_s%u\" id=\"s%u\" compartment=\"cell\" "
                          "initialConcentration=\"%.4f\">",
                          number, number, amount);
  annotate (text, "s", number);
  g_string_append (text, "</species>\n");
}

/* s[0] + s[1] ⇌ s[2], by mass action */
static void
add_reaction (GString *text, guint number, const int *s, double on, double off)
{
  g_string_append_printf (text, "<reaction metaid=\"meta_r%u\" id=\"r%u\">", number,
                          number);
  annotate (text, "r", number);
  g_string_append_printf (
      text,
      "<listOfReactants><speciesReference species=\"s%d\"/><speciesReference "
      "species=\"s%d\"/></listOfReactants><listOfProducts><speciesReference "
      "species=\"s%d\"/></listOfProducts>\n<kineticLaw><math "
      "xmlns=\"http://www.w3.org/1998/Math/MathML\"><apply><times/><ci>cell</ci><apply>"
      "<minus/><apply><times/><ci>on</ci><ci>s%d</ci><ci>s%d</ci></apply><apply><times/>"
      "<ci>off</ci><ci>s%d</ci></apply></apply></apply></math>\n<listOfParameters>"
      "<parameter id=\"on\" value=\"%.4f\"/><parameter id=\"off\" value=\"%.4f\"/>"
      "</listOfParameters></kineticLaw></reaction>\n",
      s[0], s[1], s[2], s[0], s[1], s[2], on, off);
}

char *
bench_generate_sbml (guint n)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  GString *text = g_string_new (
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sbml "
      "xmlns=\"http://www.sbml.org/sbml/level2/version4\" level=\"2\" version=\"4\">"
      "<model id=\"large\"><listOfCompartments><compartment id=\"cell\" size=\"1\"/>"
      "</listOfCompartments>\n<listOfSpecies>\n");

  for (guint i = 0; i < n; i++)
    add_species (text, i, g_rand_double (random));
  g_string_append (text, "</listOfSpecies><listOfReactions>\n");
  for (guint i = 0; i < REACTIONS * n; i++)
    {
      int s[3];

      for (guint k = 0; k < 3; k++)
        s[k] = g_rand_int_range (random, 0, (int)n);
      add_reaction (text, i, s, 0.1 * g_rand_double (random), g_rand_double (random));
    }
  g_string_append (text, "</listOfReactions></model></sbml>\n");
  return g_string_free (text, FALSE);
}
