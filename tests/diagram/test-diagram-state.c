/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "diagram-fixture.h"
#include "rankle-diagram-state.h"

#define SIMULATED(value, ratio, unit)                                                    \
  {                                                                                      \
    RANKLE_GLYPH_SIMULATED, value, ratio, NAN, unit                                      \
  }

#define BESIDE(value, otherwise)                                                         \
  {                                                                                      \
    RANKLE_GLYPH_SIMULATED, value, NAN, NAN, "°C", NULL, FALSE, FALSE, TRUE, otherwise,  \
        2                                                                                \
  }

static void
test_ratios (void)
{
  static const struct
  {
    double      ratio;
    const char *text;
  } ratios[] = {
    { 0, "×0" },          { 1e-13, "×0" },      { 1e-4, "<\302\240×0.001" },
    { 0.0006, "×0.001" }, { 0.0423, "×0.042" }, { 0.256, "×0.26" },
    { 0.97, "×0.97" },    { 0.994, "×0.99" },   { 0.996, "×0.996" },
    { 0.9996, "×1.00" },  { 1, "×1.00" },       { 1.03, "×1.03" },
    { 1.1, "×1.1" },      { 1.849, "×1.8" },    { 9.94, "×9.9" },
    { 9.96, "×10" },      { 73.4, "×73" },      { 1234, "×1234" },
    { 1e12, "×1.0e+12" }, { INFINITY, "×∞" },   { NAN, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ratios); i++)
    {
      RankleGlyphState state = SIMULATED (1, ratios[i].ratio, NULL);
      g_autofree char *text = rankle_glyph_state_format_ratio (&state);

      g_assert_cmpstr (text, ==, ratios[i].text);
    }
}

static void
test_values (void)
{
  static const struct
  {
    RankleGlyphState state;
    const char      *text;
  } values[] = {
    { SIMULATED (4, 1, "pM"), "4.00 pM" },
    { SIMULATED (0.13081, 1, "pM"), "0.131 pM" },
    { SIMULATED (0.00012, 1, "pM"), "< 0.001 pM" },
    { SIMULATED (0, 1, "µg/mL"), "0 µg/mL" },
    { SIMULATED (97.26, 1, "% of baseline"), "97.3\302\240% of baseline" },
    { SIMULATED (11092.9, 1, ""), "11093" },
    { SIMULATED (9.996, 1, NULL), "10.0" },
    { SIMULATED (-2.5, 1, "mg"), "-2.50 mg" },
    { SIMULATED (NAN, 1, "mg"), "" },
    { SIMULATED (0, NAN, "relative"), "0" },
    { BESIDE (38.3, 36.8), "38.3 °C" },
    { { RANKLE_GLYPH_NOT_SIMULATED, 4, 1, NAN, "pM" }, "" },
    { { RANKLE_GLYPH_KNOCKED_OUT, 4, 1, NAN, "pM" }, "4.00 pM" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *text = rankle_glyph_state_format_value (&values[i].state);

      g_assert_cmpstr (text, ==, values[i].text);
    }
}

static void
test_words (void)
{
  static const struct
  {
    RankleGlyphState state;
    const char      *words;
  } words[] = {
    { SIMULATED (8, 2, "pM"), "OPG, 8.00 pM, 2.0 times baseline" },
    { SIMULATED (34.1, 0.341, "% of baseline"), "OPG, 34.1\302\240% of baseline" },
    { SIMULATED (6.4, NAN, "µg/mL"), "OPG, 6.40 µg/mL, absent at baseline" },
    { SIMULATED (NAN, NAN, "pM"), "OPG, not computed yet" },
    { { RANKLE_GLYPH_NOT_SIMULATED, NAN, NAN, NAN, NULL },
      "OPG, not simulated in this model" },
    { { RANKLE_GLYPH_KNOCKED_OUT, NAN, NAN, NAN, NULL }, "OPG, knocked out" },
    { { RANKLE_GLYPH_KNOCKED_OUT, 0.04, 0.01, NAN, "pM" },
      "OPG, knocked out, 0.040 pM, 0.010 times baseline" },
    { { RANKLE_GLYPH_SIMULATED, 8, 2, NAN, "pM", "NTX" },
      "NTX, 8.00 pM, 2.0 times baseline" },
    /* A hundredth more than it was, but who would say so of a fever? */
    { BESIDE (38.3, 36.8), "OPG, 38.3 °C, 36.8 °C at baseline" },
    { BESIDE (38.3, 38.31), "OPG, 38.3 °C" },
    { BESIDE (38.3, NAN), "OPG, 38.3 °C" },
    { BESIDE (NAN, NAN), "OPG, not computed yet" },
  };
  g_autoptr (RankleDiagram) diagram =
      read_map (MAP (GLYPH ("OPG", "macromolecule", 0, 0, 9, 9)));

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *text = rankle_glyph_state_describe (diagram, 0, &words[i].state);

      g_assert_cmpstr (text, ==, words[i].words);
    }
}

/* A line for each thing that can have an amount, in reading order. */
static void
test_picture_as_text (void)
{
  g_autoptr (RankleDiagram) diagram =
      read_map (MAP (GLYPH ("region", "compartment", 0, 0, 900, 90) GLYPH (
          "second", "complex", 300, 10, 50, 20) GLYPH ("p", "process", 200, 10, 20, 20)
                         GLYPH ("first", "complex", 10, 10, 50, 20)));
  g_autofree RankleGlyphState *states = rankle_diagram_state_new (diagram);
  g_autofree char             *text = NULL;

  states[rankle_diagram_find (diagram, "first")] =
      (RankleGlyphState)SIMULATED (3, 0.5, "pM");
  text = rankle_diagram_describe (diagram, states);
  g_assert_cmpstr (text, ==,
                   "first, 3.00 pM, 0.50 times baseline\n"
                   "second, not simulated in this model\n"
                   "region. \n");
}

static void
test_excess (void)
{
  static const struct
  {
    double ratio;
    int    excess;
  } cases[] = { { 1, 0 },      { 4, 0 },  { 4.01, 1 },     { 0.25, 0 },
                { 0.249, -1 }, { 0, -1 }, { INFINITY, 1 }, { NAN, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RankleGlyphState state = SIMULATED (1, cases[i].ratio, NULL);

      g_assert_cmpint (rankle_glyph_state_get_excess (&state), ==, cases[i].excess);
      state.standing = RANKLE_GLYPH_KNOCKED_OUT;
      g_assert_cmpint (rankle_glyph_state_get_excess (&state), ==, 0);
    }
}

static void
test_looks (void)
{
  static const struct
  {
    RankleGlyphState a, b;
    gboolean         alike;
  } looks[] = {
    { SIMULATED (4, 1, "pM"), SIMULATED (4, 1, "pM"), TRUE },
    { SIMULATED (4, 1.2, "pM"), SIMULATED (4.0001, 1.2002, "pM"), TRUE },
    { SIMULATED (4, 1.2, "pM"), SIMULATED (4, 1.3, "pM"), FALSE },
    { SIMULATED (4, 1.2, "pM"), SIMULATED (4.1, 1.2, "pM"), FALSE },
    /* The colour changes before the digits do. */
    { SIMULATED (4, 0.152, "pM"), SIMULATED (4, 0.1549, "pM"), TRUE },
    { SIMULATED (4, 2.46, "pM"), SIMULATED (4, 2.54, "pM"), FALSE },
    /* The same words, but a chevron. */
    { SIMULATED (4, 4.003, "pM"), SIMULATED (4, 4.005, "pM"), FALSE },
    { SIMULATED (4, NAN, "pM"), SIMULATED (4, NAN, "pM"), TRUE },
    { SIMULATED (4, NAN, "pM"), SIMULATED (4, 1, "pM"), FALSE },
    { { RANKLE_GLYPH_SIMULATED, 4, NAN, 0.2, NULL },
      { RANKLE_GLYPH_SIMULATED, 4, NAN, 0.3, NULL },
      FALSE },
    { SIMULATED (4, 1, NULL), { RANKLE_GLYPH_KNOCKED_OUT, 4, 1, NAN, NULL }, FALSE },
    { SIMULATED (4, 1, NULL), { RANKLE_GLYPH_SIMULATED, 4, 1, NAN, NULL, "NTX" }, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_assert_cmpint (rankle_glyph_state_looks_like (&looks[i].a, &looks[i].b), ==,
                       looks[i].alike);
      g_assert_cmpint (rankle_glyph_state_looks_like (&looks[i].b, &looks[i].a), ==,
                       looks[i].alike);
    }
}

static void
test_new_states (void)
{
  g_autoptr (RankleDiagram) diagram = load_pathway ();
  g_autofree RankleGlyphState *states = rankle_diagram_state_new (diagram);

  for (guint i = 0; i < rankle_diagram_get_n_glyphs (diagram); i++)
    g_assert_true (states[i].standing == RANKLE_GLYPH_NOT_SIMULATED &&
                   isnan (states[i].value) && isnan (states[i].ratio) &&
                   isnan (states[i].share));
}

/* Of what was set: as it was set, and beside nothing. */
static void
test_alone (void)
{
  static const struct
  {
    double      value;
    const char *unit, *words;
  } set[] = {
    { 35, "", "35" },           { 90, "%", "90\302\240%" },
    { 0.8, "", "0.8" },         { 1.25, "mg", "1.25 mg" },
    { 100, "", "100" },         { 0, "× resting OPG", "0 × resting OPG" },
    { 0.5, "relative", "0.5" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (set); i++)
    {
      RankleGlyphState state = { .standing = RANKLE_GLYPH_SIMULATED,
                                 .value = set[i].value,
                                 .ratio = NAN,
                                 .share = 0.5,
                                 .unit = set[i].unit,
                                 .is_alone = TRUE };
      g_autofree char *words = rankle_glyph_state_describe_amount (&state);

      g_assert_cmpstr (words, ==, set[i].words);
    }
}

/* There is a run, and yet nothing to say: a share of nothing is not 0, and it is
 * computed. */
static void
test_share_of_nothing (void)
{
  g_autoptr (RankleDiagram) diagram = load_pathway ();
  RankleGlyphState state = { .standing = RANKLE_GLYPH_SIMULATED,
                             .value = NAN,
                             .ratio = NAN,
                             .share = NAN,
                             .unit = "%",
                             .of_nothing = TRUE };
  g_autofree char *value = rankle_glyph_state_format_value (&state);
  g_autofree char *words = rankle_glyph_state_describe (diagram, 0, &state);

  g_assert_cmpstr (value, ==, "–");
  g_assert_true (g_str_has_suffix (words, ", a share of nothing"));
}

/* What is not to be read has no number. */
static void
test_beyond (void)
{
  g_autoptr (RankleDiagram) diagram = load_pathway ();
  RankleGlyphState within = { .standing = RANKLE_GLYPH_SIMULATED,
                              .value = NAN,
                              .ratio = NAN,
                              .share = NAN,
                              .unit = "% of baseline" };
  RankleGlyphState beyond = within;
  g_autofree char *value = NULL;
  g_autofree char *words = NULL;

  beyond.is_beyond = TRUE;
  value = rankle_glyph_state_format_value (&beyond);
  words = rankle_glyph_state_describe (diagram, 0, &beyond);
  g_assert_cmpstr (value, ==, "out of range");
  g_assert_true (g_str_has_suffix (words, ", out of range"));
  g_assert_false (rankle_glyph_state_looks_like (&beyond, &within));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diagram-state/ratios", test_ratios);
  g_test_add_func ("/diagram-state/values", test_values);
  g_test_add_func ("/diagram-state/words", test_words);
  g_test_add_func ("/diagram-state/picture-as-text", test_picture_as_text);
  g_test_add_func ("/diagram-state/excess", test_excess);
  g_test_add_func ("/diagram-state/looks", test_looks);
  g_test_add_func ("/diagram-state/new", test_new_states);
  g_test_add_func ("/diagram-state/alone", test_alone);
  g_test_add_func ("/diagram-state/share-of-nothing", test_share_of_nothing);
  g_test_add_func ("/diagram-state/beyond", test_beyond);
  return g_test_run ();
}
