/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "diagram-fixture.h"
#include "rankle-diagram-geometry.h"
#include "rankle-diagram-painter.h"

/* Pixels, on a ground that no theme has. */
#define GROUND 0x123456

enum
{
  WIDTH = 240,
  HEIGHT = 120
};

static const RankleDiagramCamera near = { { 0, 0 }, 1 };

static const char one[] = MAP ("<bbox x='0' y='0' w='240' h='120'/>"
                               "<glyph id='g' class='macromolecule'><label text='gy'/>"
                               "<bbox x='40' y='30' w='160' h='60'/></glyph>");

static RankleGlyphState
make_state (double ratio)
{
  return (RankleGlyphState){ RANKLE_GLYPH_SIMULATED, 4, ratio, NAN, NULL };
}

static cairo_surface_t *
paint_glyph (const char *map, RankleGlyphState state, const RankleDiagramTheme *theme)
{
  g_autoptr (RankleDiagram) diagram = read_map (map);
  cairo_surface_t *sheet = create_sheet (WIDTH, HEIGHT, GROUND);
  cairo_t         *cr = cairo_create (sheet);

  rankle_diagram_paint_glyph (cr, diagram, 0, &state, near, theme);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  return sheet;
}

static guint
count_unlike (cairo_surface_t *sheet, RankleBox box, guint32 color)
{
  guint n = 0;

  for (int y = (int)box.y; y < box.y + box.height; y++)
    for (int x = (int)box.x; x < box.x + box.width; x++)
      n += compare_pixels (get_pixel (sheet, x, y), color) > 2;
  return n;
}

/* Beside the label there is nothing but the fill, and it is the colour of the ratio. */
static void
test_fill_is_the_ratio (void)
{
  static const double ratios[] = { 0.05, 0.25, 0.5, 1, 1.8, 4, 30 };
  RankleBox           beside = { 46, 50, 14, 20 };

  for (guint i = 0; i < G_N_ELEMENTS (ratios); i++)
    {
      cairo_surface_t *sheet =
          paint_glyph (one, make_state (ratios[i]), &rankle_diagram_theme_print);
      RankleDiagramColor fill =
          rankle_diagram_theme_get_fill (&rankle_diagram_theme_print, ratios[i]);

      g_assert_cmpuint (count_unlike (sheet, beside, to_pixel (&fill)), ==, 0);
      cairo_surface_destroy (sheet);
    }
}

/* What baseline has none of is filled by its share of its own peak. */
static void
test_fill_is_the_share (void)
{
  RankleGlyphState state = { RANKLE_GLYPH_SIMULATED, 4, NAN, 0, "mg" };
  RankleBox        beside = { 46, 50, 14, 20 };
  guint32          middle = to_pixel (&rankle_diagram_theme_print.middle);
  guint32          high = to_pixel (&rankle_diagram_theme_print.high);

  for (guint i = 0; i <= 1; i++)
    {
      cairo_surface_t *sheet;

      state.share = i;
      sheet = paint_glyph (one, state, &rankle_diagram_theme_print);
      g_assert_cmpuint (count_unlike (sheet, beside, i == 0 ? middle : high), ==, 0);
      cairo_surface_destroy (sheet);
    }
}

static cairo_surface_t *
paint_map (const char *map, const RankleGlyphState *states, RankleDiagramCamera camera)
{
  g_autoptr (RankleDiagram) diagram = read_map (map);
  g_autofree RankleGlyphState *fresh = rankle_diagram_state_new (diagram);
  cairo_surface_t             *sheet = create_sheet (WIDTH, HEIGHT, GROUND);
  cairo_t                     *cr = cairo_create (sheet);

  if (states == NULL)
    states = fresh;
  rankle_diagram_paint_static (cr, diagram, states, camera, &rankle_diagram_theme_print);
  rankle_diagram_paint_dynamic (cr, diagram, states, camera, &rankle_diagram_theme_print,
                                NULL);
  cairo_destroy (cr);
  return sheet;
}

/* Not simulated: hatched, and of no colour that an amount could have. */
static void
test_hatched (void)
{
  RankleBox        beside = { 46, 40, 16, 40 };
  RankleGlyphState simulated = make_state (1);
  cairo_surface_t *hatched = paint_map (one, NULL, near);
  cairo_surface_t *filled = paint_map (one, &simulated, near);
  guint32          hatch_fill = to_pixel (&rankle_diagram_theme_print.hatch_fill);
  guint            lines = count_unlike (hatched, beside, hatch_fill);

  g_assert_cmpuint (lines, >, 60);
  g_assert_cmpuint (lines, <, 16 * 40 - 60);
  g_assert_cmpuint (
      count_unlike (filled, beside, to_pixel (&rankle_diagram_theme_print.middle)), ==,
      0);
  cairo_surface_destroy (hatched);
  cairo_surface_destroy (filled);
}

/* ---- beyond the scale ---- */

static int
find_row_width (cairo_surface_t *sheet, RankleBox box, int y, guint32 fill)
{
  int first = -1, last = -1;

  for (int x = (int)box.x; x < box.x + box.width; x++)
    if (compare_pixels (get_pixel (sheet, x, y), fill) > 60)
      {
        first = first < 0 ? x : first;
        last = x;
      }
  return first < 0 ? 0 : last - first + 1;
}

/* > 0: what is inked there is wider at its foot: it points upwards. 0: there is none. */
static int
find_direction (double ratio)
{
  RankleBox        right = { 165, 36, 30, 48 };
  cairo_surface_t *sheet =
      paint_glyph (one, make_state (ratio), &rankle_diagram_theme_print);
  RankleDiagramColor fill =
      rankle_diagram_theme_get_fill (&rankle_diagram_theme_print, ratio);
  int top = 0, foot = 0;

  for (int y = (int)right.y; y < right.y + right.height; y++)
    {
      int width = find_row_width (sheet, right, y, to_pixel (&fill));

      if (width == 0)
        continue;
      top = top == 0 ? width : top;
      foot = width;
    }
  cairo_surface_destroy (sheet);
  return foot - top;
}

static void
test_chevron (void)
{
  g_assert_cmpint (find_direction (1), ==, 0);
  g_assert_cmpint (find_direction (4), ==, 0);
  g_assert_cmpint (find_direction (0.25), ==, 0);
  g_assert_cmpint (find_direction (5), >, 3);
  g_assert_cmpint (find_direction (0.1), <, -3);
}

static void
test_knocked_out (void)
{
  RankleGlyphState   state = make_state (1);
  cairo_surface_t   *sheet;
  RankleDiagramTheme theme = rankle_diagram_theme_print;
  int                y;

  theme.ground = (RankleDiagramColor){ 0.5, 0.9, 0.5, 1 };
  state.standing = RANKLE_GLYPH_KNOCKED_OUT;
  sheet = paint_glyph (one, state, &theme);
  /* Outlined: the ground shows. Struck: from the lower left to the upper right. */
  g_assert_cmpuint (
      count_unlike (sheet, (RankleBox){ 44, 40, 10, 20 }, to_pixel (&theme.ground)), ==,
      0);
  y = 30 + (int)(60 * (0.92 - 0.84 * (62 - 40 - 0.08 * 160) / (0.84 * 160)));
  g_assert_cmpuint (compare_pixels (get_pixel (sheet, 62, y), to_pixel (&theme.text)), <,
                    60);
  cairo_surface_destroy (sheet);
}

/* ---- text ---- */

static const struct
{
  const char *label, *width;
} texts[] = {
  { "OPG", "160" },
  { "RANKL–denosumab", "160" },
  { "A name that nobody would give to a protein", "160" },
  { "M", "40" },
};

/* Whatever the label, the user's scale and the shape, letters stay within the glyph. */
static void
test_text_stays_within (void)
{
  static const double      scales[] = { 0.5, 1, 1.5, 3 };
  static const char *const classes[] = { "macromolecule",      "complex",
                                         "phenotype",          "simple chemical",
                                         "unspecified entity", "perturbing agent" };
  RankleDiagramTheme       theme = rankle_diagram_theme_print;
  RankleGlyphState         state = make_state (3.21);

  theme.outline = theme.middle = theme.high = (RankleDiagramColor){ 1, 1, 1, 1 };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint k = 0; k < G_N_ELEMENTS (scales); k++)
      for (guint c = 0; c < G_N_ELEMENTS (classes); c++)
        {
          g_autofree char *map =
              g_strdup_printf (MAP ("<glyph id='g' class='%s'><label text='%s'/>"
                                    "<bbox x='40' y='30' w='%s' h='60'/></glyph>"),
                               classes[c], texts[i].label, texts[i].width);
          g_autoptr (RankleDiagram) diagram = read_map (map);
          cairo_surface_t *sheet;
          RankleGlyph      shape = *rankle_diagram_get_glyph (diagram, 0);
          guint            inside = 0, outside = 0;

          theme.text_scale = scales[k];
          sheet = paint_glyph (map, state, &theme);
          for (int y = 0; y < HEIGHT; y++)
            for (int x = 0; x < WIDTH; x++)
              if ((get_pixel (sheet, x, y) & 0xff) < 0x30)
                {
                  if (rankle_glyph_contains (&shape, (RanklePoint){ x + 0.5, y + 0.5 },
                                             1))
                    inside++;
                  else
                    outside++;
                }
          g_assert_cmpuint (inside, >, 20);
          g_assert_cmpuint (outside, ==, 0);
          cairo_surface_destroy (sheet);
        }
}

/* Painting keeps to the extents that are told. */
static void
test_extents (void)
{
  static const double ratios[] = { 0.01, 1, 100 };

  for (guint line = 1; line <= 3; line++)
    for (guint i = 0; i < G_N_ELEMENTS (ratios); i++)
      {
        g_autoptr (RankleDiagram) diagram = read_map (one);
        RankleDiagramTheme theme = rankle_diagram_theme_print;
        cairo_surface_t   *sheet;
        RankleBox          extents;
        guint              outside = 0;

        theme.line_scale = line;
        extents = rankle_diagram_get_glyph_extents (diagram, 0, near, &theme);
        sheet = paint_glyph (one, make_state (ratios[i]), &theme);
        for (int y = 0; y < HEIGHT; y++)
          for (int x = 0; x < WIDTH; x++)
            outside += get_pixel (sheet, x, y) != GROUND &&
                       !rankle_box_contains (extents, (RanklePoint){ x + 0.5, y + 0.5 });
        g_assert_cmpuint (outside, ==, 0);
        cairo_surface_destroy (sheet);
      }
}

/* ---- arcs ---- */

static const char wire[] = MAP (GLYPH ("a", "macromolecule", 0, 40, 40, 40) GLYPH (
    "p", "process", 190, 50, 20, 20) ARC ("x", "catalysis", "a", "p", 20, 60, 200, 60));

static guint
measure_flux (RankleGlyphState state, double flux)
{
  g_autoptr (RankleDiagram) diagram = read_map (wire);
  cairo_surface_t *sheet = create_sheet (WIDTH, HEIGHT, GROUND);
  cairo_t         *cr = cairo_create (sheet);
  RankleBox        extents =
      rankle_diagram_get_arc_extents (diagram, 0, near, &rankle_diagram_theme_print);
  guint width = 0;

  rankle_diagram_paint_arc (cr, diagram, 0, &state, flux, near,
                            &rankle_diagram_theme_print);
  cairo_destroy (cr);
  for (int y = 0; y < HEIGHT; y++)
    {
      width += get_pixel (sheet, 100, y) != GROUND;
      if (get_pixel (sheet, 185, y) != GROUND) /* in the head */
        g_assert_true (rankle_box_contains (extents, (RanklePoint){ 185.5, y + 0.5 }));
    }
  cairo_surface_destroy (sheet);
  return width;
}

static guint
measure_arc (RankleGlyphState state)
{
  return measure_flux (state, NAN);
}

/* The width of an arc tells how much flows along it, and, where that is not known, how
 * much there is of its driver. */
static void
test_arc_width (void)
{
  RankleGlyphState out = make_state (1);

  out.standing = RANKLE_GLYPH_KNOCKED_OUT;
  g_assert_cmpuint (measure_arc (make_state (4)), >, measure_arc (make_state (2)));
  g_assert_cmpuint (measure_arc (make_state (2)), >, measure_arc (make_state (0.5)));
  g_assert_cmpuint (measure_arc (make_state (4)), ==, measure_arc (make_state (400)));
  g_assert_cmpuint (measure_arc (out), ==, measure_arc (make_state (0)));
  g_assert_cmpuint (measure_arc (make_state (NAN)), ==, measure_arc (make_state (1)));
  g_assert_cmpuint (measure_flux (make_state (4), 0), ==, measure_arc (out));
  g_assert_cmpuint (measure_flux (out, 4), ==, measure_arc (make_state (4)));
}

/* An arc belongs to one layer, by the state of its driver. */
static void
test_arc_is_live (void)
{
  g_autoptr (RankleDiagram) diagram = read_map (
      MAP (GLYPH ("a", "macromolecule", 0, 0, 9, 9) GLYPH ("p", "process", 20, 0, 9, 9)
               GLYPH ("b", "macromolecule", 40, 0, 9, 9)
                   ARC ("in", "consumption", "a", "p", 0, 0, 20, 0)
                       ARC ("out", "production", "p", "b", 20, 0, 40, 0)
                           ARC ("stop", "inhibition", "b", "p", 40, 0, 20, 0)));
  g_autofree RankleGlyphState *states = rankle_diagram_state_new (diagram);

  for (guint i = 0; i < 3; i++)
    g_assert_false (rankle_diagram_arc_is_live (diagram, i, states));
  states[rankle_diagram_find (diagram, "b")].standing = RANKLE_GLYPH_SIMULATED;
  g_assert_false (rankle_diagram_arc_is_live (diagram, 1, states));
  g_assert_true (rankle_diagram_arc_is_live (diagram, 2, states));
  states[rankle_diagram_find (diagram, "p")].standing = RANKLE_GLYPH_SIMULATED;
  g_assert_true (rankle_diagram_arc_is_live (diagram, 0, states));
  g_assert_true (rankle_diagram_arc_is_live (diagram, 1, states));
}

/* ---- motion ---- */

/* (transfer full): of the first glyph. */
static RankleGlyphState *
make_states (const RankleDiagram *diagram, RankleGlyphState first)
{
  RankleGlyphState *states = rankle_diagram_state_new (diagram);

  states[0] = first;
  return states;
}

static guint
count_beads (RankleGlyphState state, double phase, int at)
{
  g_autoptr (RankleDiagram) diagram = read_map (wire);
  g_autofree RankleGlyphState *states = make_states (diagram, state);
  cairo_surface_t             *sheet = create_sheet (WIDTH, HEIGHT, GROUND);
  cairo_t                     *cr = cairo_create (sheet);
  guint                        n;

  rankle_diagram_paint_flow (cr, diagram, states, &phase, near,
                             &rankle_diagram_theme_print);
  cairo_destroy (cr);
  n = count_unlike (sheet, (RankleBox){ at - 2, 56, 4, 8 }, GROUND);
  cairo_surface_destroy (sheet);
  return n;
}

/* The arc begins at 40: beads stand there and every 22 pixels, moved by the phase. */
static void
test_beads (void)
{
  RankleGlyphState out = make_state (1);

  g_assert_cmpuint (count_beads (make_state (1), 0, 40 + 3 * 22), >, 4);
  g_assert_cmpuint (count_beads (make_state (1), 11, 40 + 3 * 22), ==, 0);
  g_assert_cmpuint (count_beads (make_state (1), 11, 51 + 3 * 22), >, 4);
  g_assert_cmpuint (count_beads (make_state (1), 22, 40 + 3 * 22), >, 4);
  g_assert_cmpuint (count_beads (make_state (0), 0, 40 + 3 * 22), ==, 0);
  out.standing = RANKLE_GLYPH_KNOCKED_OUT;
  g_assert_cmpuint (count_beads (out, 0, 40 + 3 * 22), ==, 0);
}

/* Twice as much runs twice as fast, up to four times; nothing stands still. */
static void
test_pace (void)
{
  static const struct
  {
    RankleGlyphState state;
    double           way;
  } paces[] = {
    { { RANKLE_GLYPH_SIMULATED, 4, 1, NAN, NULL }, 13 },
    { { RANKLE_GLYPH_SIMULATED, 4, 2, NAN, NULL }, 26 },
    { { RANKLE_GLYPH_SIMULATED, 4, 90, NAN, NULL }, 52 },
    { { RANKLE_GLYPH_SIMULATED, 4, 0, NAN, NULL }, 0 },
    { { RANKLE_GLYPH_SIMULATED, 4, NAN, 0.5, NULL }, 6.5 },
    { { RANKLE_GLYPH_SIMULATED, NAN, NAN, NAN, NULL }, 0 },
    { { RANKLE_GLYPH_KNOCKED_OUT, 4, 1, NAN, NULL }, 0 },
    { { RANKLE_GLYPH_NOT_SIMULATED, NAN, NAN, NAN, NULL }, 0 },
  };
  g_autoptr (RankleDiagram) diagram = read_map (wire);

  for (guint i = 0; i < G_N_ELEMENTS (paces); i++)
    {
      g_autofree RankleGlyphState *states = make_states (diagram, paces[i].state);
      double                       phase = 100;

      rankle_diagram_advance_flow (diagram, states, &phase, 0.5);
      g_assert_cmpfloat_with_epsilon (phase, 100 + paces[i].way, 1e-9);
    }
}

/* ---- detail ---- */

static const char detailed[] =
    MAP (GLYPH ("protein", "macromolecule", 10, 10, 200, 60)
             GLYPH ("source", "source and sink", 20, 90, 22, 22)
                 GLYPH ("p", "process", 100, 90, 22, 22)
                     ARC ("x", "consumption", "source", "p", 31, 101, 111, 101));

static guint
count_ink (double scale, RankleBox box)
{
  RankleDiagramCamera camera = { { 0, 0 }, scale };
  RankleGlyphState    states[4] = { make_state (1), { 0 }, { 0 }, { 0 } };
  cairo_surface_t    *sheet = paint_map (detailed, states, camera);
  RankleBox           pixels = rankle_diagram_camera_box_to_pixel (camera, box);
  guint               n = 0;

  for (int y = (int)pixels.y; y < pixels.y + pixels.height; y++)
    for (int x = (int)pixels.x; x < pixels.x + pixels.width; x++)
      n += compare_pixels (get_pixel (sheet, x, y), GROUND) > 100;
  cairo_surface_destroy (sheet);
  return n;
}

/* Far: no name in a protein. Nearest: where things come from. */
static void
test_detail (void)
{
  RankleBox source = { 18, 88, 60, 26 };

  g_assert_cmpuint (count_ink (1, source), >, 60);
  g_assert_cmpuint (count_ink (0.6, source), ==, 0);
}

static void
test_names_by_detail (void)
{
  static const struct
  {
    double   scale;
    gboolean named;
  } levels[] = { { 0.2, FALSE }, { 0.4, TRUE }, { 1, TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      RankleDiagramCamera camera = { { 0, 0 }, levels[i].scale };
      RankleGlyphState    states[4] = { make_state (1), { 0 }, { 0 }, { 0 } };
      cairo_surface_t    *sheet = paint_map (detailed, states, camera);
      RankleBox           inner =
          rankle_diagram_camera_box_to_pixel (camera, (RankleBox){ 30, 24, 160, 32 });
      guint dark = 0;

      for (int y = (int)inner.y; y < inner.y + inner.height; y++)
        for (int x = (int)inner.x; x < inner.x + inner.width; x++)
          dark += (get_pixel (sheet, x, y) & 0xff) < 0x60;
      g_assert_cmpint (dark > 0, ==, levels[i].named);
      cairo_surface_destroy (sheet);
    }
}

/* ---- marks and the whole ---- */

/* Rings lie around the glyph, each in its colour, and the focus is dashed. */
static void
test_marks (void)
{
  g_autoptr (RankleDiagram) diagram = read_map (one);
  RankleDiagramTheme theme = rankle_diagram_theme_print;

  theme.accent = (RankleDiagramColor){ 1, 0, 0, 1 };
  theme.focus = (RankleDiagramColor){ 0, 1, 0, 1 };
  for (RankleDiagramMark mark = RANKLE_MARK_SELECTED; mark <= RANKLE_MARK_POINTED; mark++)
    {
      cairo_surface_t *sheet = create_sheet (WIDTH, HEIGHT, GROUND);
      cairo_t         *cr = cairo_create (sheet);
      guint32          color = mark == RANKLE_MARK_FOCUSED ? 0x00ff00 : 0xff0000;
      guint            inked = 0, bare = 0;

      rankle_diagram_paint_mark (cr, diagram, 0, mark, near, &theme);
      cairo_destroy (cr);
      for (int x = 70; x < 170; x++)
        {
          gboolean found = FALSE;

          for (int y = 18; y < 30; y++)
            found |= compare_pixels (get_pixel (sheet, x, y), color) < 100;
          inked += found;
          bare += !found;
        }
      g_assert_cmpuint (inked, >, 40);
      if (mark == RANKLE_MARK_FOCUSED)
        g_assert_cmpuint (bare, >, 20);
      else
        g_assert_cmpuint (bare, ==, 0);
      g_assert_cmpuint (count_unlike (sheet, (RankleBox){ 44, 34, 150, 50 }, GROUND), ==,
                        0);
      cairo_surface_destroy (sheet);
    }
}

static void
test_legend_stays_on_the_surface (void)
{
  static const int sizes[][2] = { { 360, 300 },  { 718, 262 }, { 968, 368 },
                                  { 1610, 520 }, { 200, 900 }, { 60, 40 } };
  g_autoptr (RankleDiagram) diagram = load_pathway ();

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (double zoom = 0.5; zoom < 9; zoom *= 2)
      for (double text = 1; text < 2; text += 0.5)
        {
          RankleDiagramTheme  theme = rankle_diagram_theme_print;
          RankleDiagramCamera fitted = rankle_diagram_camera_fit (
              rankle_diagram_get_bounds (diagram), sizes[i][0], sizes[i][1]);
          RankleDiagramCamera camera =
              rankle_diagram_camera_zoom (fitted, fitted, zoom, (RanklePoint){ 30, 30 });
          RankleBox surface = { 0, 0, sizes[i][0], sizes[i][1] }, legend;

          theme.text_scale = text;
          legend = rankle_diagram_get_legend_box (diagram, camera, sizes[i][0],
                                                  sizes[i][1], &theme);
          g_assert_true (rankle_box_encloses (rankle_box_grow (surface, 1e-6), legend) ||
                         sizes[i][0] < 100);
        }
}

static void
test_any_size_and_any_value (void)
{
  static const int sizes[][2] = {
    { 1, 1 }, { 30, 20 }, { 360, 300 }, { 2000, 40 }, { 50, 1000 }
  };
  static const double wild[] = { NAN, INFINITY, -INFINITY, -3, 0, 1e300, 1e-300 };
  g_autoptr (RankleDiagram) diagram = load_pathway ();
  g_autofree RankleGlyphState *states = rankle_diagram_state_new (diagram);

  for (guint k = 0; k < G_N_ELEMENTS (sizes); k++)
    {
      cairo_surface_t *sheet = create_sheet (sizes[k][0], sizes[k][1], GROUND);
      cairo_t         *cr = cairo_create (sheet);

      for (guint i = 0; i < rankle_diagram_get_n_glyphs (diagram); i++)
        states[i] = (RankleGlyphState){ (RankleGlyphStanding)((i + k) % 3),
                                        wild[(i + k) % 7], wild[(i + 2 * k) % 7],
                                        wild[(i + 3 * k) % 7], i % 2 ? "pM" : NULL };
      rankle_diagram_paint (cr, diagram, states, sizes[k][0], sizes[k][1],
                            &rankle_diagram_theme_print);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_surface_destroy (sheet);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diagram-painter/fill-is-the-ratio", test_fill_is_the_ratio);
  g_test_add_func ("/diagram-painter/fill-is-the-share", test_fill_is_the_share);
  g_test_add_func ("/diagram-painter/hatched", test_hatched);
  g_test_add_func ("/diagram-painter/chevron", test_chevron);
  g_test_add_func ("/diagram-painter/knocked-out", test_knocked_out);
  g_test_add_func ("/diagram-painter/text-stays-within", test_text_stays_within);
  g_test_add_func ("/diagram-painter/extents", test_extents);
  g_test_add_func ("/diagram-painter/arc-width", test_arc_width);
  g_test_add_func ("/diagram-painter/arc-is-live", test_arc_is_live);
  g_test_add_func ("/diagram-painter/beads", test_beads);
  g_test_add_func ("/diagram-painter/pace", test_pace);
  g_test_add_func ("/diagram-painter/detail", test_detail);
  g_test_add_func ("/diagram-painter/names-by-detail", test_names_by_detail);
  g_test_add_func ("/diagram-painter/marks", test_marks);
  g_test_add_func ("/diagram-painter/legend-stays", test_legend_stays_on_the_surface);
  g_test_add_func ("/diagram-painter/any-size-and-any-value",
                   test_any_size_and_any_value);
  return g_test_run ();
}
