/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "picture-fixture.h"
#include "rankle-catalog.h"
#include "rankle-diagram-painter.h"
#include "rankle-diagram-values.h"
#include "rankle-term-words.h"

/* What a run says of each glyph: columns, and what is set from outside. */

/* All of it. */
static RankleTrajectory *
run (RankleProtocol *protocol)
{
  RankleTrajectory *trajectory = picture_run (protocol);

  g_assert_false (rankle_trajectory_is_partial (trajectory));
  return trajectory;
}

typedef struct
{
  RankleSession       *session; /* all owned */
  RankleTrajectory    *run, *baseline;
  RankleDiagram       *diagram;
  RankleDiagramValues *values;
} Map;

static void
map_clear (Map *self)
{
  rankle_session_unref (self->session);
  rankle_trajectory_unref (self->run);
  rankle_trajectory_unref (self->baseline);
  rankle_diagram_unref (self->diagram);
  rankle_diagram_values_free (self->values);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Map, map_clear)

static void
map_open (Map *self, const char *model, const char *scenario)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleProtocol) protocol = NULL;
  g_autoptr (RankleProtocol) reference = NULL;

  self->session = picture_open (model, scenario);
  protocol = rankle_session_make_protocol (self->session, &error);
  g_assert_no_error (error);
  reference = rankle_session_make_baseline (self->session, NULL);
  self->run = run (protocol);
  self->baseline = run (reference);
  self->diagram =
      rankle_diagram_load_for (rankle_session_get_model (self->session), &error);
  g_assert_no_error (error);
  self->values =
      rankle_diagram_values_new (self->diagram, rankle_session_get_model (self->session));
}

static const RankleGlyphState *
look (const Map *self, const char *glyph, double at)
{
  g_autoptr (RankleSession) looked = rankle_session_with_cursor (self->session, at);
  guint found = rankle_diagram_find (self->diagram, glyph);

  g_assert_cmpuint (found, !=, RANKLE_NO_GLYPH);
  rankle_diagram_values_update (self->values, looked, self->run, self->baseline);
  return &rankle_diagram_values_get_states (self->values)[found];
}

static void
assert_told (const Map *self, const char *glyph, double at, const char *expected)
{
  const RankleGlyphState *state = look (self, glyph, at);
  g_autofree char        *told = rankle_glyph_state_describe_amount (state);

  g_assert_cmpuint (state->standing, ==, RANKLE_GLYPH_SIMULATED);
  g_assert_cmpstr (told, ==, expected);
}

/* A drug that begins in the course of the run is not there before. */
static void
test_control (void)
{
  g_auto (Map) map = { 0 };

  map_open (&map, "arthritis", "arthritis-tnf-blocker");
  assert_told (&map, "severity", 0, "35");
  assert_told (&map, "tnf_blocker", 700, "0\302\240%");
  assert_told (&map, "tnf_blocker", 1000, "90\302\240%");
  g_assert_cmpfloat (look (&map, "tnf_blocker", 700)->share, ==, 0);
  g_assert_cmpfloat_with_epsilon (look (&map, "tnf_blocker", 1000)->share, 0.9, 1e-9);
  g_assert_true (isnan (look (&map, "tnf_blocker", 1000)->ratio));
}

/* What no control drives is found as a parameter, and has that quantity's name. */
static void
test_parameter (void)
{
  g_auto (Map) map = { 0 };
  guint take;

  map_open (&map, "osteopetrosis", "osteopetrosis-rank-lost-transplant");
  assert_told (&map, "take", 100, "0, absent at baseline");
  assert_told (&map, "take", 300, "0.800, absent at baseline");
  take = rankle_diagram_find (map.diagram, "take");
  g_assert_cmpstr (rankle_diagram_values_get_quantity (map.values, take)->id, ==, "take");
}

/* Of anything but a perturbing agent a control says whether it is knocked out, and no
 * more. */
static void
test_knocked_out (void)
{
  g_auto (Map) map = { 0 };

  map_open (&map, "osteopetrosis", "osteopetrosis-rank-lost");
  g_assert_cmpuint (look (&map, "RANK", 500)->standing, ==, RANKLE_GLYPH_KNOCKED_OUT);
  g_assert_cmpfloat (look (&map, "RANK", 500)->ratio, ==, 0);
  g_assert_cmpuint (look (&map, "RANKL", 500)->standing, ==, RANKLE_GLYPH_SIMULATED);
  g_assert_cmpuint (look (&map, "blood_cells", 500)->standing, ==,
                    RANKLE_GLYPH_NOT_SIMULATED);
}

/* The baseline has a tumour, too: beside it nothing would be more than it should. */
static void
test_multiple (void)
{
  g_auto (Map) map = { 0 };
  const RankleGlyphState *state;

  map_open (&map, "metastasis", "metastasis-breast");
  state = look (&map, "osteoclast", 1460);
  g_assert_cmpfloat (state->ratio, >, 2);
  g_assert_cmpfloat (state->ratio, ==, state->value);
  state = look (&map, "NTX", 1460);
  g_assert_cmpfloat (state->ratio, ==, state->value / 100);
}

/* A tumour is no multiple of the baseline's, and little where that grows large. */
static void
test_value (void)
{
  g_auto (Map) grown = { 0 };
  g_auto (Map) held = { 0 };
  const RankleGlyphState *state;

  map_open (&grown, "metastasis", "metastasis-breast");
  state = look (&grown, "tumour", 1460);
  g_assert_true (isnan (state->ratio));
  g_assert_cmpfloat (state->value, >, 0.5);
  g_assert_cmpfloat_with_epsilon (state->share, 1, 1e-9);
  map_open (&held, "metastasis", "metastasis-seeding-denosumab");
  state = look (&held, "tumour", 1460);
  g_assert_cmpfloat (state->value, >, 0);
  g_assert_cmpfloat (state->share, <, 0.01);
}

/* Who lists what is not simulated lists no control. */
static void
test_has_amount (void)
{
  g_auto (Map) map = { 0 };
  guint n = 0;

  map_open (&map, "arthritis", NULL);
  for (guint i = 0; i < rankle_diagram_get_n_glyphs (map.diagram); i++)
    {
      const RankleGlyph *glyph = rankle_diagram_get_glyph (map.diagram, i);

      n += rankle_glyph_is_entity (glyph) &&
           !rankle_diagram_glyph_has_amount (rankle_session_get_model (map.session),
                                             glyph);
    }
  g_assert_cmpuint (n, ==, 3); /* fibroblast, T cell, cartilage */
}

static double
get_flux (const Map *map, guint arc)
{
  return rankle_diagram_values_get_states (
             map->values)[rankle_diagram_state_of_arc (map->diagram, arc)]
      .ratio;
}

/* What flows along an arc is its term of the equations, over what that is at baseline; of
 * an arc by which one has a say in another's flow nothing is told. */
static void
test_flux (void)
{
  g_auto (Map) map = { 0 };
  guint n_told = 0, n_changed = 0;

  map_open (&map, "rankle", "denosumab-3-years");
  look (&map, "OPG", 4300);
  for (guint i = 0; i < rankle_diagram_get_n_arcs (map.diagram); i++)
    {
      const RankleArc *arc = rankle_diagram_get_arc (map.diagram, i);
      g_autoptr (RankleTerm) term = rankle_term_read_for_arc (
          rankle_session_get_model (map.session), map.diagram, i);
      double ratio = get_flux (&map, i), now, before;

      if (arc->klass == RANKLE_ARC_INHIBITION || term == NULL)
        g_assert_true (isnan (ratio));
      if (isnan (ratio))
        continue;
      now = fabs (rankle_term_get_value_at (term, map.run, 4300));
      before = fabs (rankle_term_get_value_at (term, map.baseline, 4300));
      g_assert_cmpfloat_with_epsilon (ratio, now / before, 1e-12 * ratio);
      g_assert_true (rankle_diagram_arc_is_live (
          map.diagram, i, rankle_diagram_values_get_states (map.values)));
      n_told++;
      n_changed += fabs (ratio - 1) > 0.1;
    }
  g_test_message ("%u arcs, %u changed", n_told, n_changed);
  g_assert_cmpuint (n_told, >, 5);
  g_assert_cmpuint (n_changed, >, 2);
}

static void
test_held (void)
{
  g_auto (Map) map = { 0 };
  g_autoptr (RankleScenario) scenario = NULL;
  g_autoptr (RankleSession) held = NULL;

  map_open (&map, "rankle", "denosumab-3-years");
  g_assert_false (look (&map, "RANKL", 0)->is_held);
  scenario = rankle_scenario_copy (rankle_session_get_scenario (map.session));
  rankle_scenario_hold_state (scenario, "RANKL", 0.4);
  held = rankle_session_with_changed (map.session, scenario);
  rankle_diagram_values_update (map.values, held, map.run, map.baseline);
  g_assert_true (rankle_diagram_values_get_states (
                     map.values)[rankle_diagram_find (map.diagram, "RANKL")]
                     .is_held);
  g_assert_false (rankle_diagram_values_get_states (
                      map.values)[rankle_diagram_find (map.diagram, "OPG")]
                      .is_held);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diagram-values/control", test_control);
  g_test_add_func ("/diagram-values/parameter", test_parameter);
  g_test_add_func ("/diagram-values/knocked-out", test_knocked_out);
  g_test_add_func ("/diagram-values/multiple", test_multiple);
  g_test_add_func ("/diagram-values/value", test_value);
  g_test_add_func ("/diagram-values/has-amount", test_has_amount);
  g_test_add_func ("/diagram-values/flux", test_flux);
  g_test_add_func ("/diagram-values/held", test_held);
  return g_test_run ();
}
