/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "rankle-catalog.h"
#include "rankle-model-error.h"
#include "rankle-model-file.h"

#define MODEL                                                                            \
  "unit per_day = 1 / (86400 second)\nk = 1 per_day; x = 1; x' = -k*x; y := 2*x"

/* A control that lacks its end. */
#define HEAD_A                                                                           \
  "{\"schema\": 1, \"horizon\": 1, \"controls\": [{\"id\": \"a\", \"parameter\": "       \
  "\"k\", "                                                                              \
  "\"min\": 0.5, \"max\": 2, "

static RankleModel *
read_with (const char *sidecar, GError **error)
{
  return rankle_model_new_from_antimony (MODEL, -1, "t.ant", sidecar, error);
}

/* A byte that is no letter is shown as none, and harms no widget. json-glib 1.6 makes
 * one of what follows; 1.10 takes it for a letter. */
static void
test_not_utf_8 (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model =
      read_with ("{\"schema\": 1, \"horizon\": 1, \"title\": \"a\\333\"}", &error);

  g_assert_no_error (error);
  if (!g_str_equal (rankle_model_get_title (model), "a\303\233"))
    g_assert_cmpstr (rankle_model_get_title (model), ==, "a\357\277\275");
}

static const struct
{
  const char *json;
  const char *message;
} broken[] = {
  { "[]", "t.ant: the sidecar must be an object" },
  { "{\"schema\": 2, \"horizon\": 1}",
    "t.ant: schema 2 is not one that this program reads" },
  { "{\"schema\": 1, \"horizon\": 0}", "t.ant: the horizon must be above 0" },
  { "{\"schema\": 1, \"horizon\": \"1\"}",
    "t.ant: “horizon” of the sidecar must be a number" },
  { "{\"schema\": 1, \"horizon\": 1, \"colour\": 1}",
    "t.ant: the sidecar has an unknown entry “colour”" },
  { "{\"schema\": 1, \"horizon\": 1, \"title\": 1}",
    "t.ant: “title” of the sidecar must be a text" },
  { "{\"schema\": 1, \"horizon\": 1, \"group\": [\"G\"]}",
    "t.ant: “group” of the sidecar must be a text" },
  { "{\"schema\": 1, \"horizon\": 1, \"quantities\": 1}",
    "t.ant: quantities must be an object" },
  { "{\"schema\": 1, \"horizon\": 1, \"quantities\": {\"z\": {}}}",
    "t.ant: the model has no quantity “z”" },
  { "{\"schema\": 1, \"horizon\": 1, \"quantities\": {\"k\": {\"grade\": \"sure\"}}}",
    "t.ant: k has an unknown grade “sure”" },
  { "{\"schema\": 1, \"horizon\": 1, \"quantities\": {\"k\": {\"range\": [2, 1]}}}",
    "t.ant: the range of k must be two numbers, the smaller first" },
  { "{\"schema\": 1, \"horizon\": 1, \"quantities\": {\"k\": {\"uncertainty\": 0.5}}}",
    "t.ant: the uncertainty of k must be a factor of at least 1" },
  { "{\"schema\": 1, \"horizon\": 1, \"quantities\": {\"k\": {\"valeu\": 1}}}",
    "t.ant: k has an unknown entry “valeu”" },
  { "{\"schema\": 1, \"horizon\": 1, \"evidence\": []}",
    "t.ant: evidence must be an object" },
  { "{\"schema\": 1, \"horizon\": 1, \"evidence\": {\"CTX\": \"z\"}}",
    "t.ant: evidence names “z”, which is no state and no observable" },
  { "{\"schema\": 1, \"horizon\": 1, \"evidence\": {\"CTX\": {}}}",
    "t.ant: CTX names “”, which is no state and no observable" },
  { "{\"schema\": 1, \"horizon\": 1, \"evidence\": {\"CTX\": {\"column\": \"x\", "
    "\"factor\": 0}}}",
    "t.ant: the factor of CTX must not be 0" },
  { "{\"schema\": 1, \"horizon\": 1, \"evidence\": {\"CTX\": {\"column\": \"x\", "
    "\"relative\": true, \"offset\": 1}}}",
    "t.ant: CTX is relative and has no scale" },
  { "{\"schema\": 1, \"horizon\": 1, \"evidence\": {\"CTX\": {\"column\": \"x\", "
    "\"relative\": true, \"factor\": 2}}}",
    "t.ant: CTX is relative and has no scale" },
  { "{\"schema\": 1, \"horizon\": 1, \"evidence\": {\"CTX\": {\"column\": \"x\", "
    "\"relative\": 1}}}",
    "t.ant: “relative” of CTX must be true or false" },
  { "{\"schema\": 1, \"horizon\": 1, \"evidence\": {\"CTX\": {\"column\": \"x\", "
    "\"factor\": \"2\"}}}",
    "t.ant: “factor” of CTX must be a number" },
  { "{\"schema\": 1, \"horizon\": 1, \"evidence\": {\"CTX\": 1}}",
    "t.ant: “CTX” of evidence must be a text" },
  { "{\"schema\": 1, \"horizon\": 1, \"evidence\": {\"CTX\": {\"column\": \"k\"}}}",
    "t.ant: CTX names “k”, which is no state and no observable" },
  { "{\"schema\": 1, \"horizon\": 1, \"hidden\": [\"y\"], \"evidence\": {\"CTX\": "
    "\"y\"}}",
    "t.ant: evidence names “y”, which is hidden" },
  { "{\"schema\": 1, \"horizon\": 1, \"evidence\": {\"CTX\": {\"column\": \"x\", "
    "\"scale\": 1}}}",
    "t.ant: CTX has an unknown entry “scale”" },
  { "{\"schema\": 1, \"horizon\": 1, \"controls\": {}}",
    "t.ant: controls must be a list" },
  { "{\"schema\": 1, \"horizon\": 1, \"controls\": [1]}",
    "t.ant: a control must be an object" },
  { "{\"schema\": 1, \"horizon\": 1, \"controls\": [{}]}", "t.ant: a control has no id" },
  { "{\"schema\": 1, \"horizon\": 1, \"controls\": [{\"id\": \"a\"}]}",
    "t.ant: the control a must drive either a parameter or a dose" },
  { "{\"schema\": 1, \"horizon\": 1, \"controls\": [{\"id\": \"a\", \"parameter\": "
    "\"x\"}]}",
    "t.ant: the control a names “x”, which is no parameter" },
  { "{\"schema\": 1, \"horizon\": 1, \"controls\": [{\"id\": \"a\", \"dose\": "
    "\"amount\", \"state\": \"k\"}]}",
    "t.ant: the control a names “k”, which is no state" },
  { "{\"schema\": 1, \"horizon\": 1, \"controls\": [{\"id\": \"a\", \"dose\": \"size\", "
    "\"state\": \"x\"}]}",
    "t.ant: the control a has an unknown dose role “size”" },
  { "{\"schema\": 1, \"horizon\": 1, \"controls\": [{\"id\": \"a\", \"parameter\": "
    "\"k\", \"scale\": \"log\", \"min\": 0, \"max\": 2, \"neutral\": 1, "
    "\"step\": 2}]}",
    "t.ant: the control a has no range" },
  { "{\"schema\": 1, \"horizon\": 1, \"controls\": [{\"id\": \"a\", \"parameter\": "
    "\"k\", \"min\": 0, \"max\": 2, \"neutral\": 3, \"step\": 2}]}",
    "t.ant: the neutral value of the control a is outside its range" },
  { "{\"schema\": 1, \"horizon\": 1, \"controls\": [{\"id\": \"a\", \"parameter\": "
    "\"k\", \"min\": 0, \"max\": 2, \"neutral\": 1}]}",
    "t.ant: the control a has no step" },
  { "{\"schema\": 1, \"horizon\": 1, \"controls\": [{\"id\": \"a\", \"absent\": \"no\"}, "
    "{\"id\": \"a\", \"absent\": \"no\"}]}",
    "t.ant: the control a is defined twice" },
  { "{\"schema\": 1, \"horizon\": 1, \"panels\": [{\"id\": \"p\"}]}",
    "t.ant: the panel p has no columns" },
  { "{\"schema\": 1, \"horizon\": 1, \"panels\": [{\"id\": \"p\", \"columns\": "
    "[\"k\"]}]}",
    "t.ant: p names “k”, which is no state and no observable" },
  { "{\"schema\": 1, \"horizon\": 1, \"panels\": [{\"id\": \"p\", \"columns\": [\"x\"], "
    "\"labels\": [\"a\", \"b\"]}]}",
    "t.ant: the panel p must have a label for each column" },
  { "{\"schema\": 1, \"horizon\": 1, \"panels\": [{\"id\": \"p\", \"columns\": [\"x\"], "
    "\"kind\": \"pie\"}]}",
    "t.ant: the panel p has an unknown kind “pie”" },
  { "{\"schema\": 1, \"horizon\": 1, \"panels\": [{\"id\": \"p\", \"columns\": [\"x\"], "
    "\"log\": true, \"zero\": true}]}",
    "t.ant: the panel p cannot show 0 on a logarithmic axis" },
  { "{\"schema\": 1, \"horizon\": 1, \"glyphs\": {\"bone\": \"k\"}}",
    "t.ant: glyphs names “k”, which is no state and no observable" },
  { "{\"schema\": 1, \"horizon\": 1, \"glyphs\": {\"bone\": {\"label\": \"B\"}}}",
    "t.ant: bone names “”, which is no state and no observable" },
  { "{\"schema\": 1, \"horizon\": 1, \"glyphs\": {\"bone\": {\"column\": \"x\", "
    "\"label\": 1}}}",
    "t.ant: “label” of bone must be a text" },
  { "{\"schema\": 1, \"horizon\": 1, \"glyphs\": {\"bone\": {\"column\": \"x\", "
    "\"colour\": 1}}}",
    "t.ant: bone has an unknown entry “colour”" },
  { "{\"schema\": 1, \"horizon\": 1, \"notes\": \"n\"}", "t.ant: notes must be a list" },
  { "{\"schema\": 1, \"horizon\": 1, \"notes\": [\"n\", 1]}",
    "t.ant: a note must be a text" },
  { "{\"schema\": 1, \"horizon\": 1, \"hidden\": {}}", "t.ant: hidden must be a list" },
  { "{\"schema\": 1, \"horizon\": 1, \"hidden\": [1]}",
    "t.ant: hidden names “”, which is no observable" },
  { "{\"schema\": 1, \"horizon\": 1, \"hidden\": [\"x\"]}",
    "t.ant: hidden names “x”, which is no observable" },
  { "{\"schema\": 1, \"horizon\": 1, \"hidden\": [\"y\"], \"panels\": [{\"id\": \"p\", "
    "\"columns\": [\"y\"]}]}",
    "t.ant: p names “y”, which is hidden" },
  { "{\"schema\": 1, \"horizon\": 1, \"hidden\": [\"y\"], \"glyphs\": {\"bone\": "
    "\"y\"}}",
    "t.ant: glyphs names “y”, which is hidden" },
  { "{\"schema\": 1, \"horizon\": 1, \"start\": [1]}", "t.ant: start must be an object" },
  { "{\"schema\": 1, \"horizon\": 1, \"start\": {\"a\": 1}}",
    "t.ant: start names “a”, which is no control" },
  { HEAD_A "\"neutral\": 1, \"step\": 2}], \"start\": {\"a\": \"1\"}}",
    "t.ant: “a” of start must be a number" },
  { HEAD_A "\"neutral\": 1, \"step\": 2}], \"start\": {\"a\": 3}}",
    "t.ant: the control a cannot start at 3" },
  { "{\"schema\": 1, \"horizon\": 1, \"controls\": [{\"id\": \"a\", \"absent\": "
    "\"no\"}], "
    "\"start\": {\"a\": 3}}",
    "t.ant: start names “a”, which is no control" },
  { HEAD_A "\"neutral\": 0, \"step\": 2, \"scale\": \"log\"}]}",
    "t.ant: the neutral value of the control a is outside its range" },
  { "{\"schema\": 1, \"horizon\": 1, \"controls\": [{\"id\": \"a\", \"parameter\": "
    "\"k\", \"switch\": true, \"neutral\": 0.5}]}",
    "t.ant: the neutral value of the switch a must be 0 or 1" },
  { "{\"schema\": 1, \"horizon\": 1, \"controls\": [{\"id\": \"a\", \"parameter\": "
    "\"k\", \"switch\": true, \"neutral\": 1, \"max\": 2}]}",
    "t.ant: a has an unknown entry “max”" },
  { "{\"schema\": 1, \"horizon\": 1, \"controls\": [{\"id\": \"a\", \"dose\": "
    "\"amount\", \"state\": \"x\", \"switch\": true}]}",
    "t.ant: a has an unknown entry “dose”" },
  { "{\"schema\": 1, \"horizon\": 1, \"controls\": [{\"id\": \"a\", \"parameter\": "
    "\"k\", \"switch\": 1}]}",
    "t.ant: “switch” of a must be true or false" },
};

static void
test_broken (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RankleModel) model = read_with (broken[i].json, &error);

      g_test_message ("%s", broken[i].json);
      g_assert_null (model);
      g_assert_error (error, RANKLE_MODEL_ERROR, RANKLE_MODEL_ERROR_SIDECAR);
      g_assert_cmpstr (error->message, ==, broken[i].message);
    }
}

/* The words are json-glib's, and change with it; the file's name is ours. */
static void
test_no_json (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model = read_with ("{\"schema\": 1,", &error);

  g_assert_null (model);
  g_assert_error (error, RANKLE_MODEL_ERROR, RANKLE_MODEL_ERROR_SIDECAR);
  g_assert_true (g_str_has_prefix (error->message, "t.ant: "));
}

static void
test_words (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model =
      read_with ("{\"schema\": 1, \"title\": \"T\", \"summary\": \"S\", \"group\": "
                 "\"G\", \"source\": "
                 "\"Q\", \"horizon\": 12.5, \"diagram\": \"d.sbgn\","
                 " \"units\": {\"per_day\": \"1/d\"},"
                 " \"quantities\": {\"k\": {\"label\": \"Rate\", \"source\": \"here\", "
                 "\"grade\": \"fitted\", \"range\": [0, 2]},"
                 "                  \"y\": {\"unit\": \"pM\"}},"
                 " \"controls\": [{\"id\": \"a\", \"parameter\": \"k\", \"scale\": "
                 "\"log\", \"min\": 0.5, \"max\": 2, \"neutral\": 1,"
                 "                 \"step\": 1.1, \"off\": true, \"factor\": 3}, "
                 "{\"id\": \"b\", \"absent\": \"why\"}],"
                 " \"panels\": [{\"id\": \"p\", \"columns\": [\"y\", \"x\"], \"labels\": "
                 "[\"A\", \"B\"], \"relative\": true}],"
                 " \"glyphs\": {\"bone\": \"y\"}}",
                 &error);
  const RankleQuantity *k;
  const RankleControl  *a;
  const RanklePanel    *p;

  g_assert_no_error (error);
  g_assert_cmpstr (rankle_model_get_title (model), ==, "T");
  g_assert_cmpstr (rankle_model_get_group (model), ==, "G");
  g_assert_cmpfloat (rankle_model_get_horizon (model), ==, 12.5);
  k = rankle_model_find (model, "k");
  g_assert_cmpstr (k->label, ==, "Rate");
  g_assert_cmpstr (k->unit, ==, "1/d");
  g_assert_cmpint (k->grade, ==, RANKLE_GRADE_FITTED);
  g_assert_cmpfloat (k->max, ==, 2);
  g_assert_cmpstr (rankle_model_find (model, "y")->unit, ==, "pM");
  a = rankle_model_find_control (model, "a");
  g_assert_cmpuint (a->parameter, ==, k->index);
  g_assert_true (a->can_be_off);
  g_assert_cmpfloat (a->factor, ==, 3);
  g_assert_cmpstr (rankle_model_find_control (model, "b")->absent, ==, "why");
  p = rankle_model_get_panel (model, 0);
  g_assert_cmpuint (p->columns[0], ==, (guint)rankle_model_find_column (model, "y"));
  g_assert_cmpstr (p->labels[1], ==, "B");
  g_assert_true (isnan (p->reference));
  g_assert_cmpint (rankle_model_find_glyph_column (model, "bone"), ==,
                   rankle_model_find_column (model, "y"));
  g_assert_cmpint (rankle_model_find_glyph_column (model, "x"), ==,
                   rankle_model_find_column (model, "x"));
  g_assert_cmpint (rankle_model_find_glyph_column (model, "k"), ==, -1);
}

/* Where they stand at first, knock-outs, and a neutral value to the left of the range. */
static void
test_controls (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model = read_with (
      HEAD_A "\"neutral\": 0, \"step\": 2, \"scale\": \"log\", \"off\": true}, "
             "{\"id\": \"b\", \"parameter\": \"k\", \"switch\": true, \"neutral\": 1}, "
             "{\"id\": \"c\", \"dose\": \"amount\", \"state\": \"x\", \"max\": 9, "
             "\"neutral\": 0, \"step\": 1}], \"start\": {\"a\": 0.5, \"c\": 7}}",
      &error);
  const RankleControl *a, *b;

  g_assert_no_error (error);
  a = rankle_model_find_control (model, "a");
  g_assert_cmpfloat (a->neutral, ==, 0);
  g_assert_cmpfloat (a->start, ==, 0.5);
  g_assert_false (a->is_switch);
  b = rankle_model_find_control (model, "b");
  g_assert_true (b->is_switch);
  g_assert_cmpfloat (b->min, ==, 0);
  g_assert_cmpfloat (b->max, ==, 1);
  g_assert_cmpfloat (b->step, ==, 1);
  g_assert_cmpfloat (b->start, ==, 1);
  g_assert_cmpfloat (rankle_model_find_control (model, "c")->start, ==, 7);
}

static void
test_notes (void)
{
  g_autoptr (RankleModel) model = read_with (
      "{\"schema\": 1, \"horizon\": 1, \"notes\": [\"One.\", \"Two.\"]}", NULL);
  g_autoptr (RankleModel) none = read_with ("{\"schema\": 1, \"horizon\": 1}", NULL);
  const char *const *notes = rankle_model_get_notes (model);

  g_assert_cmpstr (notes[0], ==, "One.");
  g_assert_cmpstr (notes[1], ==, "Two.");
  g_assert_null (notes[2]);
  g_assert_null (rankle_model_get_notes (none)[0]);
}

static void
test_glyphs (void)
{
  g_autoptr (RankleModel) model =
      read_with ("{\"schema\": 1, \"horizon\": 1, \"glyphs\": {\"bone\": \"y\", "
                 "\"CTX\": {\"column\": \"x\", \"label\": \"NTX\"}}}",
                 NULL);

  g_assert_cmpint (rankle_model_find_glyph_column (model, "CTX"), ==,
                   rankle_model_find_column (model, "x"));
  g_assert_cmpstr (rankle_model_get_glyph_label (model, "CTX"), ==, "NTX");
  g_assert_cmpstr (rankle_model_get_glyph_label (model, "bone"), ==, NULL);
  g_assert_cmpstr (rankle_model_get_glyph_label (model, "x"), ==, NULL);
}

/* The table of models and the folder hold the same. */
static void
test_list (void)
{
  g_auto (GStrv) ids = rankle_catalog_list_models ();
  g_auto (GStrv) names = rankle_catalog_list ("models");
  guint n_texts = 0;

  for (guint i = 0; names[i] != NULL; i++)
    n_texts += g_str_has_suffix (names[i], ".ant");
  g_assert_cmpuint (g_strv_length (ids), ==, n_texts);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *text = g_strconcat (ids[i], ".ant", NULL);
      g_autofree char *sidecar = g_strconcat (ids[i], ".json", NULL);

      g_assert_true (g_strv_contains ((const char *const *)names, text));
      g_assert_true (g_strv_contains ((const char *const *)names, sidecar));
    }
}

/* A heading stands once in the list: models of one group are neighbours. The default
 * model stands above them, under none. */
static void
test_groups (void)
{
  g_auto (GStrv) ids = rankle_catalog_list_models ();
  g_autoptr (GHashTable) seen =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *last = g_strdup ("");

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (RankleModel) model = rankle_catalog_load (ids[i], NULL);
      const char *group = rankle_model_get_group (model);

      g_test_message ("%s: “%s”", ids[i], group);
      g_assert_cmpint (*group == '\0', ==, g_str_equal (ids[i], "rankle"));
      if (g_strcmp0 (group, last) != 0)
        g_assert_true (g_hash_table_add (seen, g_strdup (group)));
      g_free (last);
      last = g_strdup (group);
    }
}

/* The four controls stand in every bundled model, present or with a reason for their
 * absence. */
static void
test_bundled_controls (void)
{
  static const char *const controls[] = { "rankl",
                                          "opg",
                                          "estrogen",
                                          "denosumab_dose",
                                          "denosumab_interval",
                                          "denosumab_count",
                                          "denosumab_start" };
  g_auto (GStrv) ids = rankle_catalog_list_models ();

  g_assert_cmpstr (ids[0], ==, "rankle");
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (RankleModel) model = rankle_catalog_load (ids[i], NULL);

      for (guint k = 0; k < G_N_ELEMENTS (controls); k++)
        g_assert_nonnull (rankle_model_find_control (model, controls[k]));
      g_assert_cmpuint (rankle_model_get_n_panels (model), >, 0);
      g_assert_cmpfloat (rankle_model_get_horizon (model), >, 0);
      g_assert_cmpstr (rankle_model_get_source (model), !=, "");
    }
}

static void
test_catalog (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) first = rankle_catalog_load ("rankle", &error);
  g_autoptr (RankleModel) second = rankle_catalog_load ("rankle", &error);
  g_autoptr (GBytes) map = rankle_catalog_read ("diagrams", "nowhere.sbgn", NULL);

  g_assert_no_error (error);
  g_assert_true (first == second);
  g_assert_null (map);
  g_assert_null (rankle_catalog_load ("no-such-model", &error));
  g_assert_error (error, RANKLE_MODEL_ERROR, RANKLE_MODEL_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==,
                   "There is no model “no-such-model”, and no file of that name");
}

/* By the sidecar, else by its own id, else not at all. */
static void
test_evidence (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model = read_with (
      "{\"schema\": 1, \"horizon\": 1, \"evidence\": {\"CTX\": \"y\", \"BMD\": "
      "{\"column\": \"x\", \"factor\": 2, \"offset\": 100}, \"P1NP\": {\"column\": "
      "\"x\", \"relative\": true}}}",
      &error);
  RankleObserved observed;

  g_assert_no_error (error);
  g_assert_true (rankle_model_find_observed (model, "CTX", &observed));
  g_assert_cmpuint (observed.column, ==, 1);
  g_assert_cmpfloat (observed.factor, ==, 1);
  g_assert_true (rankle_model_find_observed (model, "BMD", &observed));
  g_assert_cmpuint (observed.column, ==, 0);
  g_assert_cmpfloat (observed.factor, ==, 2);
  g_assert_cmpfloat (observed.offset, ==, 100);
  g_assert_true (rankle_model_find_observed (model, "P1NP", &observed));
  g_assert_true (observed.relative);
  g_assert_true (rankle_model_find_observed (model, "y", &observed));
  g_assert_cmpuint (observed.column, ==, 1);
  g_assert_false (rankle_model_find_observed (model, "k", &observed));
}

/* What was fitted says how well it is known, and nothing else does. */
static void
test_uncertainty (void)
{
  g_autoptr (RankleModel) model = rankle_catalog_load ("rankle", NULL);
  guint fitted = 0;

  for (guint i = 0; i < rankle_model_get_n_parameters (model); i++)
    {
      const RankleQuantity *quantity = rankle_model_get_parameter (model, i);

      g_assert_cmpint (quantity->uncertainty >= 1, ==,
                       quantity->grade == RANKLE_GRADE_FITTED);
      fitted += quantity->grade == RANKLE_GRADE_FITTED;
    }
  g_assert_cmpuint (fitted, >=, 5);
  g_assert_cmpstr (rankle_model_find_control (model, "traf6")->group, ==, "Knock-outs");
  g_assert_null (rankle_model_find_control (model, "opg")->group);
  g_assert_true (rankle_model_find_control (model, "menopause")->ends_never);
  g_assert_false (rankle_model_find_control (model, "estrogen")->ends_never);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sidecar/not-utf-8", test_not_utf_8);
  g_test_add_func ("/sidecar/broken", test_broken);
  g_test_add_func ("/sidecar/no-json", test_no_json);
  g_test_add_func ("/sidecar/words", test_words);
  g_test_add_func ("/sidecar/controls", test_controls);
  g_test_add_func ("/sidecar/notes", test_notes);
  g_test_add_func ("/sidecar/glyphs", test_glyphs);
  g_test_add_func ("/sidecar/list", test_list);
  g_test_add_func ("/sidecar/groups", test_groups);
  g_test_add_func ("/sidecar/bundled-controls", test_bundled_controls);
  g_test_add_func ("/sidecar/catalog", test_catalog);
  g_test_add_func ("/sidecar/evidence", test_evidence);
  g_test_add_func ("/sidecar/uncertainty", test_uncertainty);
  return g_test_run ();
}
