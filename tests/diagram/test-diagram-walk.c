/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Each bundled map as one who does not see it has it: walked by keys, and heard. */

#include <string.h>

#include "bundled-maps.h"
#include "diagram-fixture.h"
#include "rankle-diagram-navigation.h"
#include "rankle-diagram-words.h"

/* What is heard of a map, from Tab to Tab. */
typedef struct
{
  const RankleDiagram *diagram;
  RankleGlyphState    *states;  /* (owned) */
  char                *picture; /* (owned): without anything selected */
  char               **said;    /* (owned): of each glyph; NULL: it is not reached */
  char               **around;  /* (owned): what lies about it, of that */
  guint                n;
} Walk;

static void
walk_begin (Walk *walk, const RankleDiagram *diagram)
{
  guint             n;
  g_autofree guint *order = rankle_diagram_get_reading_order (diagram, &n);

  walk->diagram = diagram;
  walk->states = rankle_diagram_state_new (diagram);
  walk->picture = rankle_diagram_describe (diagram, walk->states);
  walk->n = rankle_diagram_get_n_glyphs (diagram);
  walk->said = g_new0 (char *, walk->n);
  walk->around = g_new0 (char *, walk->n);
  for (guint i = 0; i < n; i++)
    {
      g_assert_null (walk->said[order[i]]);
      walk->said[order[i]] =
          rankle_glyph_state_describe (diagram, order[i], &walk->states[order[i]]);
      walk->around[order[i]] =
          rankle_diagram_describe_surroundings (diagram, order[i], walk->states);
    }
}

static void
walk_end (Walk *walk)
{
  for (guint i = 0; i < walk->n; i++)
    {
      g_free (walk->said[i]);
      g_free (walk->around[i]);
    }
  g_free (walk->said);
  g_free (walk->around);
  g_free (walk->picture);
  g_free (walk->states);
}

/* At some glyph, or of the whole. */
static gboolean
is_heard (const Walk *walk, const char *words)
{
  gboolean heard = strstr (walk->picture, words) != NULL;

  for (guint i = 0; i < walk->n; i++)
    heard |= walk->around[i] != NULL && strstr (walk->around[i], words) != NULL;
  return heard;
}

static void
complain (const char *map, const char *id, const char *words)
{
  g_test_message ("%s: %s: “%s”", map, id, words == NULL ? "" : words);
  g_test_fail ();
}

/* Words, and no spelling of a program: an id that is not what people write, too. */
static gboolean
is_in_words (const char *words, const char *id)
{
  return words != NULL && strlen (words) >= 2 && strchr (words, '_') == NULL &&
         (strchr (id, '_') == NULL || strstr (words, id) == NULL);
}

/* ---- glyphs ---- */

/* Each has a name of its own kind, and says what it is and where it lies. */
static void
check_entity (const Walk *walk, const char *map, guint i)
{
  const RankleGlyph *glyph = rankle_diagram_get_glyph (walk->diagram, i);
  const char        *label = rankle_diagram_get_label (walk->diagram, i);
  const char *region = rankle_diagram_get_label (walk->diagram, glyph->compartment);

  if (!is_in_words (walk->said[i], glyph->id) ||
      !g_str_has_prefix (walk->said[i], label) || *label == '\0' ||
      strstr (walk->around[i], region) == NULL || *region == '\0')
    complain (map, glyph->id, walk->said[i]);
}

/* What a process does is heard where an arrow of it ends; a source has no more to say. */
static void
check_rest (const Walk *walk, const char *map, guint i)
{
  const RankleGlyph *glyph = rankle_diagram_get_glyph (walk->diagram, i);
  const char        *label = rankle_diagram_get_label (walk->diagram, i);
  gboolean           told =
      glyph->klass == RANKLE_GLYPH_COMPARTMENT || glyph->klass == RANKLE_GLYPH_ANNOTATION;

  if ((told && *label == '\0') || (*label != '\0' && !is_heard (walk, label)))
    complain (map, glyph->id, label);
}

static void
test_glyphs (const char *name, const RankleDiagram *diagram)
{
  Walk walk;

  walk_begin (&walk, diagram);
  for (guint i = 0; i < walk.n; i++)
    if (rankle_glyph_is_entity (rankle_diagram_get_glyph (diagram, i)))
      check_entity (&walk, name, i);
    else
      check_rest (&walk, name, i);
  walk_end (&walk);
}

/* ---- arcs ---- */

/* The ends of an arc that have a name are in its words. */
static void
check_ends (const Walk *walk, const char *map, guint arc, const char *words)
{
  const RankleArc *it = rankle_diagram_get_arc (walk->diagram, arc);
  const guint      ends[] = { it->source, it->target };

  for (guint k = 0; k < G_N_ELEMENTS (ends); k++)
    if (rankle_glyph_is_entity (rankle_diagram_get_glyph (walk->diagram, ends[k])) &&
        strstr (words, rankle_diagram_get_label (walk->diagram, ends[k])) == NULL)
      complain (map, it->id, words);
}

static void
test_arcs (const char *name, const RankleDiagram *diagram)
{
  Walk walk;

  walk_begin (&walk, diagram);
  for (guint i = 0; i < rankle_diagram_get_n_arcs (diagram); i++)
    {
      const char      *id = rankle_diagram_get_arc (diagram, i)->id;
      g_autofree char *words = rankle_diagram_describe_arc (diagram, i, walk.states);

      if (!is_in_words (words, id) || g_str_equal (words, "a process") ||
          !is_heard (&walk, words))
        complain (name, id, words);
      check_ends (&walk, name, i, words);
    }
  walk_end (&walk);
}

/* By arrows alone one comes from anywhere to everything. */
static guint
count_reached (const RankleDiagram *diagram, guint from)
{
  g_autofree gboolean *seen = g_new0 (gboolean, rankle_diagram_get_n_glyphs (diagram));
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));

  seen[from] = TRUE;
  g_array_append_val (open, from);
  for (guint i = 0; i < open->len; i++)
    for (int k = RANKLE_DIRECTION_LEFT; k <= RANKLE_DIRECTION_DOWN; k++)
      {
        guint to = rankle_diagram_step (diagram, g_array_index (open, guint, i),
                                        (RankleDirection)k);

        if (!seen[to])
          g_array_append_val (open, to);
        seen[to] = TRUE;
      }
  return open->len;
}

static void
test_arrows (const char *name, const RankleDiagram *diagram)
{
  guint             n;
  g_autofree guint *order = rankle_diagram_get_reading_order (diagram, &n);

  g_assert_cmpuint (n, >, 5);
  for (guint i = 0; i < n; i++)
    if (count_reached (diagram, order[i]) != n)
      complain (name, rankle_diagram_get_glyph (diagram, order[i])->id,
                "arrows do not lead from it to everything");
}

/* ---- what is said, to the letter ---- */

#define NODE(id, class, x)              GLYPH (id, class, x, 10, 20, 20)
#define LINK(id, class, source, target) ARC (id, class, source, target, 0, 0, 9, 9)

/* S → A → B → T; B and C become D; E holds A back. "slowly" is about the way from A. */
static const char example[] =
    MAP (GLYPH (
        "Cell",
        "compartment",
        0,
        0,
        900,
        400) "<glyph id='A' class='complex' compartmentRef='Cell'><label text='Alpha'/>"
             "<bbox x='90' y='10' w='20' h='20'/></glyph>"
             "<glyph id='small' class='annotation'><label text='slowly'/><callout "
             "target='q'>"
             "<point x='1' y='1'/></callout><bbox x='90' y='40' w='20' "
             "h='20'/></glyph>" NODE ("S", "source and sink", 10)
                 NODE ("T", "source and sink", 50) NODE ("B", "complex", 200)
                     NODE ("C", "complex", 300) NODE ("D", "complex", 400) NODE (
                         "E", "complex", 500) NODE ("p", "process", 600)
                         NODE ("q", "process", 630) NODE ("r", "association", 660) NODE (
                             "s", "process", 690) LINK ("1", "consumption", "S", "p")
                             LINK ("2", "production", "p", "A")
                                 LINK ("3", "consumption", "A", "q")
                                     LINK ("4", "production", "q", "B")
                                         LINK ("5", "consumption", "B", "r")
                                             LINK ("6", "consumption", "C", "r") LINK (
                                                 "7", "production", "r", "D")
                                                 LINK ("8", "inhibition", "E", "p") LINK (
                                                     "9", "consumption", "B", "s")
                                                     LINK ("10", "production", "s", "T")
                                                         LINK ("11",
                                                               "necessary stimulation",
                                                               "D",
                                                               "E"));

static void
test_words (void)
{
  static const struct
  {
    const char *glyph, *words;
  } rows[] = {
    { "A", "In Cell. Beside it: slowly. Arrows: the gain of Alpha; the change of Alpha "
           "into B; E inhibits the gain of Alpha." },
    { "B",
      "Beside it: slowly. Arrows: the change of Alpha into B; the binding of B and C "
      "into D; the loss of B." },
    { "D", "Arrows: the binding of B and C into D; D is needed for E." },
    { "E", "Arrows: E inhibits the gain of Alpha; D is needed for E." },
  };
  g_autoptr (RankleDiagram) diagram = read_map (example);
  g_autofree RankleGlyphState *states = rankle_diagram_state_new (diagram);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint            glyph = rankle_diagram_find (diagram, rows[i].glyph);
      g_autofree char *words =
          rankle_diagram_describe_surroundings (diagram, glyph, states);

      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

/* What stands in a glyph's place is called by its own name. */
static void
test_other_name (void)
{
  g_autoptr (RankleDiagram) diagram = read_map (example);
  g_autofree RankleGlyphState *states = rankle_diagram_state_new (diagram);
  g_autofree char             *words = NULL;

  states[rankle_diagram_find (diagram, "E")].label = g_intern_string ("Epsilon");
  words = rankle_diagram_describe_arc (diagram, 7, states);
  g_assert_cmpstr (words, ==, "Epsilon inhibits the gain of Alpha");
}

/* A caption about an arc, about nothing, or about what is not there: nobody's. */
static void
test_captions_of_nothing (void)
{
  g_autoptr (RankleDiagram) diagram =
      read_map (MAP (NODE ("A", "complex", 10) NODE ("B", "complex", 40) LINK (
          "1", "stimulation", "A",
          "B") "<glyph id='x' class='annotation'><label text='x'/><callout target='1'/>"
               "<bbox x='1' y='1' w='9' h='9'/></glyph>"
               "<glyph id='y' class='annotation'><label text='y'/><callout/>"
               "<bbox x='1' y='1' w='9' h='9'/></glyph>"
               "<glyph id='z' class='annotation'><label text='z'/><callout "
               "target='none'/>"
               "<bbox x='1' y='1' w='9' h='9'/></glyph>"));
  g_autofree RankleGlyphState *states = rankle_diagram_state_new (diagram);
  g_autofree char *words = rankle_diagram_describe_surroundings (diagram, 0, states);

  g_assert_cmpstr (words, ==, "Arrows: A stimulates B.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  maps_add_test ("diagram-walk/glyphs", test_glyphs);
  maps_add_test ("diagram-walk/arcs", test_arcs);
  maps_add_test ("diagram-walk/arrows", test_arrows);
  g_test_add_func ("/diagram-walk/words", test_words);
  g_test_add_func ("/diagram-walk/other-name", test_other_name);
  g_test_add_func ("/diagram-walk/captions-of-nothing", test_captions_of_nothing);
  return g_test_run ();
}
