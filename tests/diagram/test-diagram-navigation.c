/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "diagram-fixture.h"
#include "rankle-diagram-callout.h"
#include "rankle-diagram-geometry.h"
#include "rankle-diagram-navigation.h"

/*   a   b   c        in region "up"
 *     p              a process
 *   d       e        in region "down", which the file names first
 */
static const char grid[] =
    MAP (GLYPH ("down", "compartment", 0, 180, 700, 140)
             GLYPH ("up",
                    "compartment",
                    0,
                    0,
                    700,
                    140) "<glyph id='e' class='complex' compartmentRef='down'>"
                         "<bbox x='500' y='200' w='100' h='60'/></glyph>"
                         "<glyph id='d' class='complex' compartmentRef='down'>"
                         "<bbox x='10' y='210' w='100' h='60'/></glyph>"
                         "<glyph id='c' class='complex' compartmentRef='up'>"
                         "<bbox x='500' y='20' w='100' h='60'/></glyph>"
                         "<glyph id='a' class='unspecified entity' compartmentRef='up'>"
                         "<bbox x='10' y='30' w='100' h='60'/></glyph>"
                         "<glyph id='b' class='complex' compartmentRef='up'>"
                         "<bbox x='250' y='10' w='100' h='60'/></glyph>" GLYPH (
                             "p", "process", 170, 90, 20, 20));

static const char *
id_of (const RankleDiagram *diagram, guint glyph)
{
  return glyph == RANKLE_NO_GLYPH ? "-" : rankle_diagram_get_glyph (diagram, glyph)->id;
}

static void
test_order (void)
{
  g_autoptr (RankleDiagram) diagram = read_map (grid);
  static const char *const expected[] = { "a", "b", "c", "d", "e" };
  guint                    n;
  g_autofree guint        *order = rankle_diagram_get_reading_order (diagram, &n);

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < n; i++)
    g_assert_cmpstr (id_of (diagram, order[i]), ==, expected[i]);
}

static void
test_order_without_regions (void)
{
  g_autoptr (RankleDiagram) diagram =
      read_map (MAP (GLYPH ("below", "complex", 10, 200, 50, 20)
                         GLYPH ("right", "complex", 300, 14, 50, 20)
                             GLYPH ("left", "complex", 20, 10, 50, 20)));
  guint             n;
  g_autofree guint *order = rankle_diagram_get_reading_order (diagram, &n);

  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpstr (id_of (diagram, order[0]), ==, "left");
  g_assert_cmpstr (id_of (diagram, order[1]), ==, "right");
  g_assert_cmpstr (id_of (diagram, order[2]), ==, "below");
}

static void
test_steps (void)
{
  static const struct
  {
    const char     *from;
    RankleDirection direction;
    const char     *to;
  } steps[] = {
    { "a", RANKLE_DIRECTION_RIGHT, "b" }, { "b", RANKLE_DIRECTION_RIGHT, "c" },
    { "c", RANKLE_DIRECTION_RIGHT, "c" }, { "c", RANKLE_DIRECTION_LEFT, "b" },
    { "a", RANKLE_DIRECTION_DOWN, "d" },  { "d", RANKLE_DIRECTION_UP, "a" },
    { "d", RANKLE_DIRECTION_RIGHT, "e" }, { "e", RANKLE_DIRECTION_UP, "c" },
    { "a", RANKLE_DIRECTION_UP, "a" },    { "d", RANKLE_DIRECTION_DOWN, "d" },
  };
  g_autoptr (RankleDiagram) diagram = read_map (grid);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    g_assert_cmpstr (
        id_of (diagram,
               rankle_diagram_step (diagram, rankle_diagram_find (diagram, steps[i].from),
                                    steps[i].direction)),
        ==, steps[i].to);
  g_assert_cmpstr (id_of (diagram, rankle_diagram_step (diagram, RANKLE_NO_GLYPH,
                                                        RANKLE_DIRECTION_DOWN)),
                   ==, "a");
}

static void
test_hits (void)
{
  static const struct
  {
    double      x, y, reach;
    const char *hit;
  } hits[] = {
    { 60, 60, 0, "a" },    { 12, 32, 0, "-" },   /* the corner beside the ellipse */
    { 12, 32, 30, "a" },                         /* within reach */
    { 300, 40, 0, "b" },   { 300, 120, 0, "-" }, /* a region is ground */
    { 180, 100, 0, "-" },                        /* and so is a process */
    { 550, 50, 400, "c" },                       /* within the shape wins over reach */
  };
  g_autoptr (RankleDiagram) diagram = read_map (grid);

  for (guint i = 0; i < G_N_ELEMENTS (hits); i++)
    g_assert_cmpstr (id_of (diagram, rankle_diagram_hit (
                                         diagram, (RanklePoint){ hits[i].x, hits[i].y },
                                         hits[i].reach)),
                     ==, hits[i].hit);
}

/* On the real map, from anywhere, arrows lead everywhere. */
static void
test_arrows_reach_everything (void)
{
  g_autoptr (RankleDiagram) diagram = load_pathway ();
  guint             n, first = 0, reached = 0;
  g_autofree guint *order = rankle_diagram_get_reading_order (diagram, &n);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GQueue queue = G_QUEUE_INIT;

  first = order[0];
  g_hash_table_add (seen, GUINT_TO_POINTER (first));
  g_queue_push_tail (&queue, GUINT_TO_POINTER (first));
  while (!g_queue_is_empty (&queue))
    {
      guint from = GPOINTER_TO_UINT (g_queue_pop_head (&queue));

      reached++;
      for (RankleDirection d = RANKLE_DIRECTION_LEFT; d <= RANKLE_DIRECTION_DOWN; d++)
        {
          gpointer to = GUINT_TO_POINTER (rankle_diagram_step (diagram, from, d));

          if (g_hash_table_add (seen, to))
            g_queue_push_tail (&queue, to);
        }
    }
  g_assert_cmpuint (reached, ==, n);
}

/* ---- cards ---- */

static void
assert_card (const RankleDiagram *diagram, guint glyph, RankleBox surface)
{
  const double        width = 270, height = 96;
  RankleDiagramCamera camera = rankle_diagram_camera_fit (
      rankle_diagram_get_bounds (diagram), surface.width, surface.height);
  RankleBox card =
      rankle_diagram_place_callout (diagram, glyph, camera, surface, width, height);
  RankleBox own = rankle_diagram_camera_box_to_pixel (
      camera, rankle_diagram_get_glyph (diagram, glyph)->box);

  g_assert_true (rankle_box_encloses (surface, card));
  g_assert_false (rankle_box_overlaps (card, own));
  g_assert_cmpfloat_with_epsilon (card.width, width, 1e-9);
  g_assert_cmpfloat_with_epsilon (card.height, height, 1e-9);
}

/* At every window size there is to be, for every glyph. */
static void
test_cards_hide_nothing_of_their_own (void)
{
  static const RankleBox surfaces[] = { { 0, 0, 718, 262 },
                                        { 0, 0, 968, 368 },
                                        { 0, 0, 1018, 290 },
                                        { 0, 0, 1610, 520 },
                                        { 0, 0, 360, 300 } };
  g_autoptr (RankleDiagram) diagram = load_pathway ();
  guint             n;
  g_autofree guint *order = rankle_diagram_get_reading_order (diagram, &n);

  for (guint k = 0; k < G_N_ELEMENTS (surfaces); k++)
    for (guint i = 0; i < n; i++)
      assert_card (diagram, order[i], surfaces[k]);
}

/* With nothing else about, a card touches the glyph's surroundings. */
static void
test_cards_are_near (void)
{
  g_autoptr (RankleDiagram) diagram =
      read_map (MAP (GLYPH ("a", "complex", 400, 200, 100, 40)));
  RankleDiagramCamera camera = { { 0, 0 }, 1 };
  RankleBox           card = rankle_diagram_place_callout (diagram, 0, camera,
                                                           (RankleBox){ 0, 0, 900, 500 }, 80, 50);
  RankleBox           near = rankle_box_grow ((RankleBox){ 400, 200, 100, 40 }, 12 + 8);

  g_assert_true (rankle_box_overlaps (card, near));
}

/* No place for it: what there is of it begins in the corner. */
static void
test_cards_too_large (void)
{
  g_autoptr (RankleDiagram) diagram =
      read_map (MAP (GLYPH ("a", "complex", 0, 0, 100, 40)));
  RankleDiagramCamera camera = { { 0, 0 }, 1 };
  RankleBox           card = rankle_diagram_place_callout (diagram, 0, camera,
                                                           (RankleBox){ 0, 0, 100, 60 }, 270, 96);

  g_assert_cmpfloat_with_epsilon (card.x, 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (card.y, 0, 1e-9);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diagram-navigation/order", test_order);
  g_test_add_func ("/diagram-navigation/order-without-regions",
                   test_order_without_regions);
  g_test_add_func ("/diagram-navigation/steps", test_steps);
  g_test_add_func ("/diagram-navigation/hits", test_hits);
  g_test_add_func ("/diagram-navigation/arrows", test_arrows_reach_everything);
  g_test_add_func ("/diagram-navigation/cards", test_cards_hide_nothing_of_their_own);
  g_test_add_func ("/diagram-navigation/cards-are-near", test_cards_are_near);
  g_test_add_func ("/diagram-navigation/cards-too-large", test_cards_too_large);
  return g_test_run ();
}
