/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture-fixture.h"
#include "rankle-catalog.h"
#include "rankle-control-value.h"
#include "rankle-diagram-values.h"
#include "rankle-glyph-choices.h"

/* What the menu of a glyph offers, and that it does what it says. */

static const char *
get_id (const RankleControl *control)
{
  return control == NULL ? NULL : control->id;
}

/* A gene rather than a slider, the dose of a drug, and nothing where there is nothing. */
static void
test_default_model (void)
{
  static const struct
  {
    const char *glyph, *knock_out, *driver, *column;
    int         panel;
  } expected[] = {
    { "RANKL", "rankl_gene", "rankl", "RANKL", 1 },
    { "OPG", "opg_gene", "opg", "OPG", -1 },
    { "RANK", "rank", NULL, "RANK", -1 },
    { "estrogen", "estrogen", "estrogen", "estrogen", -1 },
    { "denosumab", NULL, "denosumab_dose", "denosumab_serum", 0 },
    { "osteoclast", NULL, NULL, "osteoclast", 3 },
    { "AP1", NULL, NULL, NULL, -1 },
  };
  g_autoptr (RankleModel) model = rankle_catalog_load ("rankle", NULL);
  g_autoptr (RankleDiagram) diagram = rankle_diagram_load_for (model, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const RankleGlyph *glyph = rankle_diagram_get_glyph (
          diagram, rankle_diagram_find (diagram, expected[i].glyph));

      g_assert_cmpstr (get_id (rankle_glyph_find_knock_out (model, glyph)), ==,
                       expected[i].knock_out);
      g_assert_cmpstr (get_id (rankle_glyph_find_driver (model, glyph)), ==,
                       expected[i].driver);
      g_assert_cmpint (rankle_model_find_panel_of (model, expected[i].column), ==,
                       expected[i].panel);
    }
}

/* What it is switched off by strikes it out on the map, and it is back when all of these
 * are where the baseline has them. */
static void
check_knock_out (const char *id, RankleModel *model, RankleDiagram *diagram, guint i)
{
  const RankleGlyph   *glyph = rankle_diagram_get_glyph (diagram, i);
  const RankleControl *control = rankle_glyph_find_knock_out (model, glyph);
  g_autoptr (RankleDiagramValues) values = NULL;
  g_autoptr (RankleSession) session = NULL;
  g_autoptr (RankleSession) without = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  if (!rankle_glyph_is_entity (glyph) || control == NULL)
    return;
  session = picture_open (id, NULL);
  without = picture_move (session, control->id, 0);
  before =
      rankle_glyph_list_knocked_out (model, glyph, rankle_session_get_scenario (session));
  after =
      rankle_glyph_list_knocked_out (model, glyph, rankle_session_get_scenario (without));
  g_assert_cmpuint (after->len, ==, before->len + 1);
  g_assert_true (g_ptr_array_find (after, control, NULL));
  values = rankle_diagram_values_new (diagram, rankle_session_get_model (session));
  rankle_diagram_values_update (values, without, NULL, NULL);
  g_assert_cmpuint (rankle_diagram_values_get_states (values)[i].standing, ==,
                    RANKLE_GLYPH_KNOCKED_OUT);
}

static void
test_knock_outs (void)
{
  g_auto (GStrv) ids = rankle_catalog_list_models ();
  guint n = 0;

  for (char **id = ids; *id != NULL; id++)
    {
      g_autoptr (RankleModel) model = rankle_catalog_load (*id, NULL);
      g_autoptr (RankleDiagram) diagram = rankle_diagram_load_for (model, NULL);

      for (guint i = 0; diagram != NULL && i < rankle_diagram_get_n_glyphs (diagram); i++)
        {
          check_knock_out (*id, model, diagram, i);
          n += rankle_glyph_find_knock_out (
                   model, rankle_diagram_get_glyph (diagram, i)) != NULL;
        }
    }
  g_assert_cmpuint (n, >, 40);
}

/* A driver is a control of the model, and never a switch: there is a value to enter. */
static void
test_drivers (void)
{
  g_auto (GStrv) ids = rankle_catalog_list_models ();
  guint n = 0;

  for (char **id = ids; *id != NULL; id++)
    {
      g_autoptr (RankleModel) model = rankle_catalog_load (*id, NULL);
      g_autoptr (RankleDiagram) diagram = rankle_diagram_load_for (model, NULL);

      for (guint i = 0; diagram != NULL && i < rankle_diagram_get_n_glyphs (diagram); i++)
        {
          const RankleControl *driver =
              rankle_glyph_find_driver (model, rankle_diagram_get_glyph (diagram, i));

          if (driver == NULL)
            continue;
          g_assert_null (driver->absent);
          g_assert_false (driver->is_switch);
          n++;
        }
    }
  g_assert_cmpuint (n, >, 40);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/glyph-choices/default-model", test_default_model);
  g_test_add_func ("/glyph-choices/knock-outs", test_knock_outs);
  g_test_add_func ("/glyph-choices/drivers", test_drivers);
  return g_test_run ();
}
