/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "rankle-model-file.h"
#include "rankle-model.h"

/* What a model without a sidecar is shown by. */

static RankleModel *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  RankleModel *model =
      rankle_model_new_from_antimony (text, -1, "test.ant", NULL, &error);

  g_assert_no_error (error);
  return model;
}

/* Every parameter with a number of its own, and nothing else. */
static void
test_which_parameters (void)
{
  g_autoptr (RankleModel) model =
      read_text ("compartment place = 1; compartment blood = 5\n"
                 "k = 2; g = -0.5; none = 0; twice = 2 * k\n"
                 "species A in blood; A = 1; A -> ; k * A * blood * twice\n"
                 "x = 1; x' = g * x + none");
  static const char *const expected[] = { "blood", "k", "g", "none" };

  g_assert_cmpuint (rankle_model_get_n_controls (model), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const RankleControl *control = rankle_model_find_control (model, expected[i]);

      g_assert_nonnull (control);
      g_assert_null (control->absent);
      g_assert_cmpstr (rankle_model_get_parameter (model, control->parameter)->id, ==,
                       expected[i]);
    }
}

static void
test_ranges (void)
{
  g_autoptr (RankleModel) model = read_text ("k = 2; g = -0.5; none = 0\n"
                                             "x = 1; x' = g * x + none - k");
  static const struct
  {
    const char *id;
    RankleScale scale;
    double      min, neutral, max;
  } table[] = { { "k", RANKLE_SCALE_LOG, 0.2, 2, 20 },
                { "g", RANKLE_SCALE_LINEAR, -5, -0.5, 0 },
                { "none", RANKLE_SCALE_LINEAR, 0, 0, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      const RankleControl *control = rankle_model_find_control (model, table[i].id);

      g_assert_cmpint (control->scale, ==, table[i].scale);
      g_assert_cmpfloat (control->min, ==, table[i].min);
      g_assert_cmpfloat (control->max, ==, table[i].max);
      g_assert_cmpfloat (control->neutral, ==, table[i].neutral);
      g_assert_cmpfloat (control->start, ==, table[i].neutral);
      g_assert_cmpfloat (control->factor, ==, 1);
      g_assert_cmpfloat (control->step, >, 0);
    }
}

/* What happens on the way is within the horizon, but not what never happens. */
static void
test_horizon (void)
{
  g_autoptr (RankleModel) plain = read_text ("x = 1; x' = -x");
  g_autoptr (RankleModel) late =
      read_text ("x = 1; k = 400; x' = piecewise(1, time > k, 0) - "
                 "piecewise(1, time > 1e9, 0)");

  g_assert_cmpfloat (rankle_model_get_horizon (plain), ==, 100);
  g_assert_cmpfloat (rankle_model_get_horizon (late), ==, 500);
}

static RankleModel *
make_states (guint n)
{
  g_autoptr (GString) text = g_string_new ("k = 1\n");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "x%u = 1; x%u' = -k * x%u\n", i, i, i);
  g_string_append (text, "all := x0 + 1\n");
  return read_text (text->str);
}

/* No column twice, and all of them as long as there is room. */
static void
test_panels (void)
{
  static const guint table[][3] = { /* states, panels, columns shown */
                                    { 1, 2, 2 },
                                    { 6, 2, 7 },
                                    { 7, 3, 8 },
                                    { 40, 6, 36 }
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (RankleModel) model = make_states (table[i][0]);
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

      g_assert_cmpuint (rankle_model_get_n_panels (model), ==, table[i][1]);
      for (guint k = 0; k < rankle_model_get_n_panels (model); k++)
        {
          const RanklePanel *panel = rankle_model_get_panel (model, k);

          g_assert_cmpuint (panel->n_columns, <=, 6);
          g_assert_nonnull (panel->title);
          g_assert_true (isnan (panel->reference));
          for (guint m = 0; m < panel->n_columns; m++)
            g_assert_true (
                g_hash_table_add (seen, GUINT_TO_POINTER (panel->columns[m] + 1)));
        }
      g_assert_cmpuint (g_hash_table_size (seen), ==, table[i][2]);
    }
}

/* What counts in one unit shares a panel. */
static void
test_panels_by_unit (void)
{
  g_autoptr (RankleModel) model =
      read_text ("unit pM = 1e-12 mole / litre; unit day = 86400 second\n"
                 "a = 1; a has pM; a' = -a; b = 1; b has day; b' = -b\n"
                 "c = 1; c has pM; c' = -c");
  const RanklePanel *first = rankle_model_get_panel (model, 0);

  g_assert_cmpuint (rankle_model_get_n_panels (model), ==, 2);
  g_assert_cmpuint (first->n_columns, ==, 2);
  g_assert_cmpuint (first->columns[0], ==, rankle_model_find_column (model, "a"));
  g_assert_cmpuint (first->columns[1], ==, rankle_model_find_column (model, "c"));
  g_assert_cmpfloat (rankle_model_get_horizon (model), >, 0);
}

/* Too many for one panel: those of like size share one, what is nothing comes last. */
static void
test_panels_by_size (void)
{
  static const char *const ids[] = { "f", "b", "h", "d", "e", "c", "g", "a" };
  g_autoptr (RankleModel) model =
      read_text ("k = 1; a = 0; a' = -k * a; b = 900; b' = -b; c = 2; c' = -c; "
                 "d = 70; d' = -d; e = 3; e' = -e; f = -5000; f' = -f; g = 1; g' = -g; "
                 "h = 80; h' = -h");

  g_assert_cmpuint (rankle_model_get_n_panels (model), ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      const RanklePanel *panel = rankle_model_get_panel (model, i / 6);

      g_assert_cmpstr (rankle_model_get_column (model, panel->columns[i % 6])->id, ==,
                       ids[i]);
    }
}

/* A sidecar has the word, even where it is silent. */
static void
test_sidecar_comes_first (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model = rankle_model_new_from_antimony (
      "k = 1; x = 1; x' = -k * x", -1, "test.ant", "{ \"schema\": 1 }", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rankle_model_get_n_controls (model), ==, 0);
  g_assert_cmpuint (rankle_model_get_n_panels (model), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/explorer-defaults/horizon", test_horizon);
  g_test_add_func ("/explorer-defaults/which-parameters", test_which_parameters);
  g_test_add_func ("/explorer-defaults/ranges", test_ranges);
  g_test_add_func ("/explorer-defaults/panels", test_panels);
  g_test_add_func ("/explorer-defaults/panels-by-unit", test_panels_by_unit);
  g_test_add_func ("/explorer-defaults/panels-by-size", test_panels_by_size);
  g_test_add_func ("/explorer-defaults/sidecar-comes-first", test_sidecar_comes_first);
  return g_test_run ();
}
