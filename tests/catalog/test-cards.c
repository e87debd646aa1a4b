/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The cards of molecules, and the nodes of maps that open them. What a file may hold is
 * tested with its schema (test-schema-readers.c). */

#include <string.h>

#include "rankle-card.h"
#include "rankle-catalog.h"
#include "rankle-diagram.h"

#define CARD(facts)                                                                      \
  "{ \"schema\": 1, \"id\": \"x\", \"place\": 1, \"title\": \"X\", \"sentence\": \"A "   \
  "thing.\", \"nodes\": [\"X\"], \"facts\": [" facts "] }"

static void
test_parse (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleCard) card = rankle_card_parse (
      CARD ("{ \"label\": \"L\", \"words\": \"W\", \"grade\": \"seen\", \"source\": "
            "\"S 2010\" }, { \"label\": \"M\", \"words\": \"V\", \"grade\": \"ours\" }"),
      -1, "x.json", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (card->title, ==, "X");
  g_assert_cmpuint (card->n_facts, ==, 2);
  g_assert_cmpstr (card->facts[0].label, ==, "L");
  g_assert_cmpstr (card->facts[0].words, ==, "W");
  g_assert_cmpstr (card->facts[0].source, ==, "S 2010");
  g_assert_cmpint (card->facts[0].grade, ==, RANKLE_CARD_SEEN);
  g_assert_null (card->facts[1].source);
  g_assert_cmpint (card->facts[1].grade, ==, RANKLE_CARD_OURS);
  g_assert_cmpstr (card->nodes[0], ==, "X");
  g_assert_cmpuint (card->n_domains + card->n_structures + card->n_adaptors +
                        card->n_organs + card->n_body,
                    ==, 0);
}

/* What is known by heart may have no citation beside it, and is told where it stands. */
static void
test_recalled_has_no_source (void)
{
  g_autoptr (GError) error = NULL;
  RankleCard *card = rankle_card_parse (
      CARD ("{ \"label\": \"L\", \"words\": \"W\", \"grade\": \"recalled\", \"source\": "
            "\"S 2010\" }"),
      -1, "x.json", &error);

  g_assert_null (card);
  g_assert_nonnull (error);
  g_assert_true (g_str_has_prefix (error->message, "x.json:1: facts[0].source: "));
}

/* ---- those that are bundled ---- */

static void
test_five (void)
{
  static const char *const ids[] = { "rank", "rankl", "opg", "trafs", "denosumab" };
  guint                    n;
  const RankleCard        *cards = rankle_cards_get (&n);

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpstr (cards[i].id, ==, ids[i]);
      g_assert_cmpuint (cards[i].place, ==, i + 1);
      g_assert_true (rankle_cards_find (ids[i]) == &cards[i]);
    }
  g_assert_null (rankle_cards_find ("nothing"));
}

static gboolean
has_fact (const RankleCard *card, const char *label)
{
  for (guint i = 0; i < card->n_facts; i++)
    if (g_str_equal (card->facts[i].label, label))
      return TRUE;
  return FALSE;
}

/* What every card of a protein of the body has to say. */
static void
test_what_is_told (void)
{
  static const char *const labels[] = { "Residues", "Domains", "Chromosome", "Homology",
                                        "Names" };
  guint                    n;
  const RankleCard        *cards = rankle_cards_get (&n);

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < G_N_ELEMENTS (labels); k++)
      if (!g_str_equal (cards[i].id, "denosumab"))
        g_assert_true (has_fact (&cards[i], labels[k]));
  g_assert_cmpuint (rankle_cards_find ("rank")->n_organs, >=, 12);
  g_assert_cmpuint (rankle_cards_find ("trafs")->n_adaptors, ==, 4);
}

/* The specification found these, and nobody what RANK does there. */
static void
test_role_not_known (void)
{
  static const char *const organs[] = { "muscle", "liver", "colon", "adrenal-gland",
                                        "pancreas" };
  const RankleCard        *card = rankle_cards_find ("rank");
  guint                    n = 0;

  for (guint i = 0; i < card->n_organs; i++)
    for (guint k = 0; k < G_N_ELEMENTS (organs); k++)
      if (g_str_equal (card->organs[i].id, organs[k]))
        {
          g_assert_false (card->organs[i].known);
          g_assert_cmpstr (card->organs[i].entry.words, ==, "Found; role not known.");
          n++;
        }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (organs));
}

/* Only one entry of the data bank was read: the rest is recalled, on whichever card. */
static void
test_structures (void)
{
  guint             n;
  const RankleCard *cards = rankle_cards_get (&n);

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < cards[i].n_structures; k++)
      g_assert_cmpint (cards[i].structures[k].grade, ==,
                       g_str_equal (cards[i].structures[k].label, "3URF")
                           ? RANKLE_CARD_SEEN
                           : RANKLE_CARD_RECALLED);
}

/* Regions follow one another from end to end, and all else lies within. */
static void
test_chains (void)
{
  guint             n;
  const RankleCard *cards = rankle_cards_get (&n);

  for (guint i = 0; i < n; i++)
    {
      guint next = cards[i].first;

      for (guint k = 0; k < cards[i].n_domains; k++)
        if (cards[i].domains[k].is_region)
          {
            g_assert_cmpuint (cards[i].domains[k].first, ==, next);
            next = cards[i].domains[k].last + 1;
          }
      if (cards[i].n_domains > 0)
        g_assert_cmpuint (next, ==, cards[i].last + 1);
    }
}

/* ---- nodes ---- */

typedef void (*NodeFunc) (const char *map, const RankleGlyph *glyph, gpointer data);

static void
for_each_node (NodeFunc func, gpointer data)
{
  g_auto (GStrv) names = rankle_catalog_list ("diagrams");

  for (char **name = names; *name != NULL; name++)
    {
      g_autoptr (GBytes) bytes = rankle_catalog_read ("diagrams", *name, NULL);
      g_autoptr (RankleDiagram) diagram = rankle_diagram_new_from_sbgn (
          g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes), *name, NULL);

      for (guint i = 0; i < rankle_diagram_get_n_glyphs (diagram); i++)
        {
          const RankleGlyph *glyph = rankle_diagram_get_glyph (diagram, i);

          if (rankle_glyph_is_entity (glyph) && glyph->label != NULL)
            func (*name, glyph, data);
        }
    }
}

static void
check_node (const char *map, const RankleGlyph *glyph, gpointer data)
{
  gboolean speaks = g_regex_match_simple ("\\b(RANKL?|OPG|TRAF[0-9]|denosumab)\\b",
                                          glyph->label, G_REGEX_CASELESS, 0);

  if (speaks != (rankle_cards_find_for_node (glyph->label) != NULL))
    {
      g_test_message ("%s: %s", map, glyph->label);
      g_test_fail ();
    }
  *(guint *)data += speaks;
}

/* Each node that is of one of the five has its card, and no other has any. */
static void
test_every_node (void)
{
  guint n = 0;

  for_each_node (check_node, &n);
  g_assert_cmpuint (n, >, 50);
}

static void
note_label (const char *map, const RankleGlyph *glyph, gpointer labels)
{
  g_hash_table_add (labels, g_strdup (glyph->label));
}

/* A card names no node that no map has, and none that another card names. */
static void
test_no_other_node (void)
{
  g_autoptr (GHashTable) labels =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint             n;
  const RankleCard *cards = rankle_cards_get (&n);

  for_each_node (note_label, labels);
  for (guint i = 0; i < n; i++)
    for (const char *const *node = cards[i].nodes; *node != NULL; node++)
      {
        g_test_message ("%s: %s", cards[i].id, *node);
        g_assert_true (g_hash_table_contains (labels, *node));
        g_assert_true (rankle_cards_find_for_node (*node) == &cards[i]);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cards/parse", test_parse);
  g_test_add_func ("/cards/recalled-has-no-source", test_recalled_has_no_source);
  g_test_add_func ("/cards/five", test_five);
  g_test_add_func ("/cards/what-is-told", test_what_is_told);
  g_test_add_func ("/cards/role-not-known", test_role_not_known);
  g_test_add_func ("/cards/structures", test_structures);
  g_test_add_func ("/cards/chains", test_chains);
  g_test_add_func ("/cards/every-node", test_every_node);
  g_test_add_func ("/cards/no-other-node", test_no_other_node);
  return g_test_run ();
}
