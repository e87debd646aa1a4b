/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "diagram-fixture.h"

#define A    GLYPH ("a", "macromolecule", 0, 0, 100, 40)
#define B    GLYPH ("b", "macromolecule", 200, 0, 100, 40)
#define FAIL RANKLE_DIAGRAM_ERROR_

typedef struct
{
  const char        *name;
  const char        *text;
  RankleDiagramError code;
  const char        *message;
} Broken;

static const Broken broken[] = {
  /* no XML */
  { "empty", "", RANKLE_DIAGRAM_ERROR_SYNTAX,
    "map.sbgn:1: Document was empty or contained only whitespace" },
  { "open", "<sbgn>\n<map language='process description'>", RANKLE_DIAGRAM_ERROR_SYNTAX,
    "map.sbgn:2: Document ended unexpectedly with elements still open — “map” was the "
    "last element opened" },
  { "crossed", "<sbgn>\n<map language='process description'></sbgn></map>",
    RANKLE_DIAGRAM_ERROR_SYNTAX,
    "map.sbgn:2: Element “sbgn” was closed, but the currently open element is “map”" },
  { "entity", MAP ("<glyph id='&nope;'/>"), RANKLE_DIAGRAM_ERROR_SYNTAX,
    "map.sbgn:2: Entity name “nope” is not known" },
  { "not-utf-8", MAP ("<glyph id='\xff'/>"), RANKLE_DIAGRAM_ERROR_SYNTAX,
    "map.sbgn:2: the file is not UTF-8 text" },
  /* other XML */
  { "svg", "<?xml version='1.0'?>\n<svg/>", RANKLE_DIAGRAM_ERROR_CONTENT,
    "map.sbgn:2: the file begins with “svg”, not with “sbgn”" },
  { "no-language", "<sbgn><map/></sbgn>", RANKLE_DIAGRAM_ERROR_CONTENT,
    "map.sbgn:1: map has no language" },
  { "activity-flow", "<sbgn>\n<map language='activity flow'/></sbgn>",
    RANKLE_DIAGRAM_ERROR_CONTENT,
    "map.sbgn:2: the map's language is “activity flow”, not “process description”" },
  { "two-maps",
    "<sbgn><map language='process description'/>\n"
    "<map language='process description'/></sbgn>",
    RANKLE_DIAGRAM_ERROR_CONTENT, "map.sbgn:2: there is a second map" },
  { "nothing", MAP (""), RANKLE_DIAGRAM_ERROR_CONTENT,
    "map.sbgn:3: there is nothing on the map" },
  { "no-map", "<sbgn/>", RANKLE_DIAGRAM_ERROR_CONTENT,
    "map.sbgn:1: there is nothing on the map" },
  /* glyphs */
  { "no-id", MAP ("<glyph class='complex'/>"), RANKLE_DIAGRAM_ERROR_CONTENT,
    "map.sbgn:2: glyph has no id" },
  { "empty-id", MAP ("<glyph id='' class='complex'/>"), RANKLE_DIAGRAM_ERROR_CONTENT,
    "map.sbgn:2: glyph has no id" },
  { "no-class", MAP ("<glyph id='a'/>"), RANKLE_DIAGRAM_ERROR_CONTENT,
    "map.sbgn:2: glyph has no class" },
  { "unknown-class", MAP ("<glyph id='a' class='submap'/>"), RANKLE_DIAGRAM_ERROR_CONTENT,
    "map.sbgn:2: glyphs of class “submap” are not drawn here" },
  { "no-box", MAP (A "<glyph id='c' class='complex'/>"), RANKLE_DIAGRAM_ERROR_CONTENT,
    "map.sbgn:3: glyph “c” has no bbox" },
  { "same-id", MAP (A A), RANKLE_DIAGRAM_ERROR_CONTENT,
    "map.sbgn:3: the id “a” is taken" },
  { "flat-box", MAP (GLYPH ("a", "complex", 0, 0, 10, 0)), RANKLE_DIAGRAM_ERROR_CONTENT,
    "map.sbgn:2: a bbox has no extent" },
  { "negative-box", MAP (GLYPH ("a", "complex", 0, 0, -10, 5)),
    RANKLE_DIAGRAM_ERROR_CONTENT, "map.sbgn:2: a bbox has no extent" },
  { "no-width", MAP ("<glyph id='a' class='complex'><bbox x='1' y='1' h='1'/></glyph>"),
    RANKLE_DIAGRAM_ERROR_CONTENT, "map.sbgn:2: bbox has no w" },
  { "unit", MAP (GLYPH ("a", "complex", 1px, 0, 10, 10)), RANKLE_DIAGRAM_ERROR_CONTENT,
    "map.sbgn:2: “1px” cannot be x of bbox" },
  { "nan", MAP (GLYPH ("a", "complex", nan, 0, 10, 10)), RANKLE_DIAGRAM_ERROR_CONTENT,
    "map.sbgn:2: “nan” cannot be x of bbox" },
  { "far-away", MAP (GLYPH ("a", "complex", 0, 1e7, 10, 10)),
    RANKLE_DIAGRAM_ERROR_CONTENT, "map.sbgn:2: “1e7” cannot be y of bbox" },
  { "lost-region",
    MAP (A "\n<glyph id='c' class='complex' compartmentRef='d'>"
           "<bbox x='0' y='0' w='1' h='1'/></glyph>"),
    RANKLE_DIAGRAM_ERROR_REFERENCE, "map.sbgn:4: there is no glyph “d”" },
  { "no-region",
    MAP (A "\n<glyph id='c' class='complex' compartmentRef='a'>"
           "<bbox x='0' y='0' w='1' h='1'/></glyph>"),
    RANKLE_DIAGRAM_ERROR_REFERENCE, "map.sbgn:4: “a” is no compartment" },
  { "port-taken",
    MAP (A "<glyph id='p' class='process'><bbox x='0' y='0' w='1' h='1'/>"
           "<port id='a' x='0' y='0'/></glyph>"),
    RANKLE_DIAGRAM_ERROR_CONTENT, "map.sbgn:3: the id “a” is taken" },
  { "three-ports",
    MAP ("<glyph id='p' class='process'><bbox x='0' y='0' w='1' h='1'/>\n"
         "<port id='p1' x='0' y='0'/><port id='p2' x='0' y='0'/>\n"
         "<port id='p3' x='0' y='0'/></glyph>"),
    RANKLE_DIAGRAM_ERROR_LIMIT, "map.sbgn:4: glyph “p” has more than two ports" },
  /* arcs */
  { "arc-without-id", MAP (A "<arc class='production' source='a' target='a'/>"),
    RANKLE_DIAGRAM_ERROR_CONTENT, "map.sbgn:3: arc has no id" },
  { "arc-without-source", MAP (A "<arc id='x' class='production' target='a'/>"),
    RANKLE_DIAGRAM_ERROR_CONTENT, "map.sbgn:3: arc has no source" },
  { "arc-without-target", MAP (A "<arc id='x' class='production' source='a'/>"),
    RANKLE_DIAGRAM_ERROR_CONTENT, "map.sbgn:3: arc has no target" },
  { "logic-arc", MAP (A B ARC ("x", "logic arc", "a", "b", 0, 0, 1, 1)),
    RANKLE_DIAGRAM_ERROR_CONTENT,
    "map.sbgn:4: arcs of class “logic arc” are not drawn here" },
  { "no-start",
    MAP (A B "<arc id='x' class='production' source='a' target='b'>"
             "<end x='0' y='0'/></arc>"),
    RANKLE_DIAGRAM_ERROR_CONTENT, "map.sbgn:4: arc “x” has no start or no end" },
  { "no-end",
    MAP (A B "<arc id='x' class='production' source='a' target='b'>"
             "<start x='0' y='0'/></arc>"),
    RANKLE_DIAGRAM_ERROR_CONTENT, "map.sbgn:4: arc “x” has no start or no end" },
  { "lost-source", MAP (A B ARC ("x", "production", "c", "b", 0, 0, 1, 1)),
    RANKLE_DIAGRAM_ERROR_REFERENCE, "map.sbgn:4: there is no glyph “c”" },
  { "lost-target",
    MAP (A B ARC ("x", "production", "a", "b", 0, 0, 1, 1)
             ARC ("y", "production", "a", "c", 0, 0, 1, 1)),
    RANKLE_DIAGRAM_ERROR_REFERENCE, "map.sbgn:5: there is no glyph “c”" },
};

static void
test_broken (gconstpointer data)
{
  const Broken *it = data;
  g_autoptr (GError) error = NULL;
  RankleDiagram *diagram =
      rankle_diagram_new_from_sbgn (it->text, -1, "map.sbgn", &error);

  g_assert_null (diagram);
  g_assert_cmpstr (error->message, ==, it->message);
  g_assert_error (error, RANKLE_DIAGRAM_ERROR, (int)it->code);
}

/* ---- limits ---- */

static void
assert_refused (GString *text, RankleDiagramError code, const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (
      rankle_diagram_new_from_sbgn (text->str, (gssize)text->len, "map.sbgn", &error));
  g_assert_error (error, RANKLE_DIAGRAM_ERROR, (int)code);
  g_assert_cmpstr (error->message, ==, message);
}

static GString *
begin_map (void)
{
  return g_string_new ("<sbgn><map language='process description'>");
}

static void
append_glyphs (GString *text, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text,
                            "<glyph id='g%u' class='complex'>"
                            "<bbox x='0' y='0' w='9' h='9'/></glyph>",
                            i);
}

static void
append_arcs (GString *text, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text,
                            "<arc id='a%u' class='production' source='g0' target='g1'>"
                            "<start x='0' y='0'/><end x='1' y='1'/></arc>",
                            i);
}

static void
append_times (GString *text, const char *what, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append (text, what);
}

/* As many as there may be are read; one more is not. */
static void
test_most_glyphs (void)
{
  g_autoptr (GString) text = begin_map ();
  g_autoptr (RankleDiagram) diagram = NULL;
  g_autoptr (GString) more = begin_map ();

  append_glyphs (text, 2000);
  g_string_append (text, "</map></sbgn>");
  diagram = read_map (text->str);
  g_assert_cmpuint (rankle_diagram_get_n_glyphs (diagram), ==, 2000);
  append_glyphs (more, 2001);
  assert_refused (more, RANKLE_DIAGRAM_ERROR_LIMIT,
                  "map.sbgn:1: there are more than 2000 glyphs");
}

static void
test_most_arcs (void)
{
  g_autoptr (GString) text = begin_map ();

  append_glyphs (text, 2);
  append_arcs (text, 4001);
  assert_refused (text, RANKLE_DIAGRAM_ERROR_LIMIT,
                  "map.sbgn:1: there are more than 4000 arcs");
}

static void
test_most_points (void)
{
  g_autoptr (GString) text = begin_map ();

  append_glyphs (text, 2);
  g_string_append (text, "<arc id='a' class='production' source='g0' target='g1'>"
                         "<start x='0' y='0'/>");
  append_times (text, "<next x='1' y='1'/>", 64);
  assert_refused (text, RANKLE_DIAGRAM_ERROR_LIMIT,
                  "map.sbgn:1: an arc has more than 64 points");
}

static void
test_most_depth (void)
{
  g_autoptr (GString) text = begin_map ();

  append_times (text, "<extension>", 31);
  assert_refused (text, RANKLE_DIAGRAM_ERROR_LIMIT,
                  "map.sbgn:1: elements are nested deeper than 32");
}

static void
test_most_bytes (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_times (text, "                ", 4 * 1024 * 1024 / 16 + 1);
  assert_refused (text, RANKLE_DIAGRAM_ERROR_LIMIT,
                  "map.sbgn:1: the file is larger than 4 MB");
}

static void
test_most_text (void)
{
  g_autofree char *word = g_strnfill (2001, 'x');
  g_autoptr (GString) label = begin_map ();
  g_autoptr (GString) note = begin_map ();
  g_autoptr (GString) id = begin_map ();

  g_string_append_printf (
      label, "<glyph id='a' class='complex'><label text='%s'/></glyph>", word);
  assert_refused (label, RANKLE_DIAGRAM_ERROR_LIMIT,
                  "map.sbgn:1: the label of “a” is too long");
  g_string_append_printf (
      note, "<glyph id='a' class='complex'><notes><p>%s</p></notes></glyph>", word);
  assert_refused (note, RANKLE_DIAGRAM_ERROR_LIMIT, "map.sbgn:1: a note is too long");
  g_string_append_printf (id, "<glyph id='%s' class='complex'/>", word);
  assert_refused (id, RANKLE_DIAGRAM_ERROR_LIMIT,
                  "map.sbgn:1: the id of glyph is too long");
}

/* A message quotes forty characters, not bytes: it stays text. */
static void
test_long_words_are_clipped (void)
{
  g_autoptr (GString) text = begin_map ();
  g_autoptr (GString) quoted = g_string_new ("map.sbgn:1: glyphs of class “");

  g_string_append (text, "<glyph id='a' class='");
  append_times (text, "ö", 50);
  g_string_append (text, "'/>");
  append_times (quoted, "ö", 40);
  g_string_append (quoted, "” are not drawn here");
  assert_refused (text, RANKLE_DIAGRAM_ERROR_CONTENT, quoted->str);
}

/* ---- what is read ---- */

static void
assert_box (RankleBox box, double x, double y, double width, double height)
{
  g_assert_cmpfloat_with_epsilon (box.x, x, 1e-9);
  g_assert_cmpfloat_with_epsilon (box.y, y, 1e-9);
  g_assert_cmpfloat_with_epsilon (box.width, width, 1e-9);
  g_assert_cmpfloat_with_epsilon (box.height, height, 1e-9);
}

static void
assert_point (RanklePoint point, double x, double y, double within)
{
  g_assert_cmpfloat_with_epsilon (point.x, x, within);
  g_assert_cmpfloat_with_epsilon (point.y, y, within);
}

static const char small[] =
    "<?xml version='1.0' encoding='UTF-8'?>\n"
    "<s:sbgn xmlns:s='http://sbgn.org/libsbgn/0.2'>\n"
    "<s:map language='process description'>\n"
    "<s:extension><anything class='at all'/></s:extension>\n"
    "<s:glyph id='cell' class='compartment'><s:label text='Cell'>"
    "<s:bbox x='5' y='6' w='70' h='8'/></s:label>"
    "<s:bbox x='-10' y='-10' w='400' h='200'/></s:glyph>\n"
    "<s:glyph id='a' class='macromolecule' compartmentRef='cell'>\n"
    "<s:notes><p>What <b>a</b> is.</p></s:notes><s:label text='Ä'/>"
    "<s:clone/><s:state value='P'/><s:bbox x='0' y='0' w='100' h='40'/></s:glyph>\n"
    "<s:glyph id='p' class='process'><s:bbox x='200' y='10' w='20' h='20'/>"
    "<s:port id='p.in' x='190' y='20'/><s:port id='p.out' x='230' y='20'/></s:glyph>\n"
    "<s:arc id='x' class='consumption' source='a' target='p.in'>"
    "<s:start x='50' y='20'/><s:end x='190' y='20'/></s:arc>\n"
    "<s:arc id='y' class='catalysis' source='a' target='p'>"
    "<s:start x='50' y='20'/><s:next x='50' y='100'/><s:next x='210' y='100'/>"
    "<s:end x='210' y='20'/></s:arc>\n"
    "</s:map></s:sbgn>\n";

static void
test_glyphs (void)
{
  g_autoptr (RankleDiagram) diagram = read_map (small);
  guint              a = rankle_diagram_find (diagram, "a");
  guint              cell = rankle_diagram_find (diagram, "cell");
  const RankleGlyph *glyph = rankle_diagram_get_glyph (diagram, a);
  const RankleGlyph *process =
      rankle_diagram_get_glyph (diagram, rankle_diagram_find (diagram, "p"));

  g_assert_cmpuint (rankle_diagram_get_n_glyphs (diagram), ==, 3);
  g_assert_cmpint (glyph->klass, ==, RANKLE_GLYPH_MACROMOLECULE);
  g_assert_cmpuint (glyph->compartment, ==, cell);
  g_assert_cmpstr (rankle_diagram_get_label (diagram, a), ==, "Ä");
  g_assert_cmpstr (rankle_diagram_get_note (diagram, a), ==, "What a is.");
  g_assert_cmpstr (rankle_diagram_get_note (diagram, cell), ==, "");
  assert_box (glyph->box, 0, 0, 100, 40);
  assert_box (glyph->label_box, 0, 0, 100, 40);
  assert_box (rankle_diagram_get_glyph (diagram, cell)->label_box, 5, 6, 70, 8);
  assert_point (glyph->ports[0], 50, 20, 1e-9);
  g_assert_cmpuint (process->n_ports, ==, 2);
  g_assert_cmpuint (process->compartment, ==, RANKLE_NO_GLYPH);
  assert_point (process->ports[1], 230, 20, 1e-9);
  assert_box (rankle_diagram_get_bounds (diagram), -10, -10, 400, 200);
  g_assert_cmpuint (rankle_diagram_find (diagram, "p.in"), ==, RANKLE_NO_GLYPH);
  g_assert_true (rankle_glyph_is_entity (glyph));
  g_assert_false (rankle_glyph_is_entity (process));
}

/* Ends that name a port stay there; ends that name a glyph are led to its outline. */
static void
test_arcs (void)
{
  g_autoptr (RankleDiagram) diagram = read_map (small);
  const RankleArc *consumption = rankle_diagram_get_arc (diagram, 0);
  const RankleArc *catalysis = rankle_diagram_get_arc (diagram, 1);
  guint            a = rankle_diagram_find (diagram, "a");
  guint            p = rankle_diagram_find (diagram, "p");

  g_assert_cmpuint (rankle_diagram_get_n_arcs (diagram), ==, 2);
  g_assert_cmpuint (consumption->source, ==, a);
  g_assert_cmpuint (consumption->target, ==, p);
  assert_point (consumption->points[0], 100, 20, 1e-6);
  assert_point (consumption->points[1], 190, 20, 1e-9);
  g_assert_cmpuint (catalysis->n_points, ==, 4);
  assert_point (catalysis->points[0], 50, 40, 1e-6);
  assert_point (catalysis->points[1], 50, 100, 1e-9);
  assert_point (catalysis->points[3], 210, 30, 1e-6);
  g_assert_cmpuint (rankle_diagram_get_driver (diagram, 0), ==, p);
  g_assert_cmpuint (rankle_diagram_get_driver (diagram, 1), ==, a);
}

static void
test_stated_bounds (void)
{
  g_autoptr (RankleDiagram) diagram =
      read_map (MAP ("<bbox x='1' y='2' w='3' h='4'/>" A));

  assert_box (rankle_diagram_get_bounds (diagram), 1, 2, 3, 4);
}

/* Whatever a damaged file says, it is read or refused with words. */
static void
test_damaged (void)
{
  gsize            length;
  g_autofree char *whole = load_pathway_text (&length);
  GRand           *random = g_rand_new_with_seed (20040521);

  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *text = g_memdup2 (whole, length + 1);
      g_autoptr (GError) error = NULL;
      g_autoptr (RankleDiagram) diagram = NULL;

      for (guint k = 0; k < 1 + i % 7; k++)
        text[g_rand_int_range (random, 0, (int)length)] =
            (char)g_rand_int_range (random, 0, 256);
      diagram = rankle_diagram_new_from_sbgn (text, (gssize)length, "map.sbgn", &error);
      g_assert_true ((diagram == NULL) == (error != NULL));
      if (error != NULL)
        g_assert_true (g_str_has_prefix (error->message, "map.sbgn:") &&
                       g_utf8_validate (error->message, -1, NULL));
    }
  g_rand_free (random);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *path =
          g_strconcat ("/diagram-reader/broken/", broken[i].name, NULL);

      g_test_add_data_func (path, &broken[i], test_broken);
    }
  g_test_add_func ("/diagram-reader/most-glyphs", test_most_glyphs);
  g_test_add_func ("/diagram-reader/most-arcs", test_most_arcs);
  g_test_add_func ("/diagram-reader/most-points", test_most_points);
  g_test_add_func ("/diagram-reader/most-depth", test_most_depth);
  g_test_add_func ("/diagram-reader/most-bytes", test_most_bytes);
  g_test_add_func ("/diagram-reader/most-text", test_most_text);
  g_test_add_func ("/diagram-reader/clipped", test_long_words_are_clipped);
  g_test_add_func ("/diagram-reader/glyphs", test_glyphs);
  g_test_add_func ("/diagram-reader/arcs", test_arcs);
  g_test_add_func ("/diagram-reader/stated-bounds", test_stated_bounds);
  g_test_add_func ("/diagram-reader/damaged", test_damaged);
  return g_test_run ();
}
