/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "golden.h"
#include "looks.h"
#include "rankle-diagram-painter.h"

/* The bundled pathway as the window has it: at rest, with amounts, in high contrast and
 * from near. Amounts are the test's own, so that no model has a say. */

enum
{
  WIDTH = 900,
  HEIGHT = 390,
};

static RankleDiagram *
load_map (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "..", "data", "diagrams", name, NULL);
  g_autofree char *text = NULL;
  RankleDiagram   *diagram;
  gsize            length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  diagram = rankle_diagram_new_from_sbgn (text, (gssize)length, name, &error);
  g_assert_no_error (error);
  return diagram;
}

static RankleDiagram *
load_pathway (void)
{
  return load_map ("rankl-pathway.sbgn");
}

/* In the colours of a look's sheets; what no sheet says is GTK's. */
static RankleDiagramTheme
read_theme (const Look *look)
{
  RankleDiagramTheme theme = rankle_diagram_theme_print;
  const struct
  {
    const char         *name;
    RankleDiagramColor *color;
  } colors[] = {
    { "ground", &theme.ground },
    { "blood", &theme.blood },
    { "marrow", &theme.marrow },
    { "cell", &theme.cell },
    { "nucleus", &theme.nucleus },
    { "bone", &theme.bone },
    { "border", &theme.border },
    { "region_text", &theme.region_text },
    { "text", &theme.text },
    { "arc", &theme.arc },
    { "outline", &theme.outline },
    { "hatch", &theme.hatch },
    { "hatch_fill", &theme.hatch_fill },
    { "low", &theme.low },
    { "middle", &theme.middle },
    { "high", &theme.high },
    { "ink_dark", &theme.ink_dark },
    { "ink_light", &theme.ink_light },
    { "focus", &theme.focus },
  };

  for (guint i = 0; i < G_N_ELEMENTS (colors); i++)
    {
      g_autofree char *name = g_strconcat ("rankle_diagram_", colors[i].name, NULL);
      double           rgba[4];

      g_assert_true (look_find_color (look, name, rgba));
      *colors[i].color = (RankleDiagramColor){ rgba[0], rgba[1], rgba[2], rgba[3] };
    }
  return theme;
}

static void
set_state (const RankleDiagram *diagram,
           RankleGlyphState    *states,
           const char          *id,
           RankleGlyphState     state)
{
  guint glyph = rankle_diagram_find (diagram, id);

  g_assert_cmpuint (glyph, !=, RANKLE_NO_GLYPH);
  states[glyph] = state;
}

/* Every thing as it is at baseline, but for the signals of the cell, which the default
 * model does not have. */
static RankleGlyphState *
create_rest (const RankleDiagram *diagram)
{
  static const char *const hatched[] = { "TRAF6", "NFkB", "JNK", "AP1", "NFATc1" };
  RankleGlyphState        *states = rankle_diagram_state_new (diagram);

  for (guint i = 0; i < rankle_diagram_get_n_glyphs (diagram); i++)
    if (rankle_glyph_is_entity (rankle_diagram_get_glyph (diagram, i)))
      states[i] = (RankleGlyphState){ RANKLE_GLYPH_SIMULATED, 1, 1, NAN, NULL, NULL };
  for (guint i = 0; i < G_N_ELEMENTS (hatched); i++)
    states[rankle_diagram_find (diagram, hatched[i])].standing =
        RANKLE_GLYPH_NOT_SIMULATED;
  return states;
}

/* All tones of the scale and both beyond it, a knock-out, and what has no baseline. */
static RankleGlyphState *
create_amounts (const RankleDiagram *diagram)
{
  static const double ratios[] = { 0.05, 0.25, 0.4, 0.7, 0.95, 1.3, 1.8, 2.6, 4, 12 };
  RankleGlyphState   *states = create_rest (diagram);
  guint               n = 0;

  for (guint i = 0; i < rankle_diagram_get_n_glyphs (diagram); i++)
    if (states[i].standing == RANKLE_GLYPH_SIMULATED)
      {
        states[i].ratio = ratios[n++ % G_N_ELEMENTS (ratios)];
        states[i].value = 3.7 * states[i].ratio;
        states[i].unit = n % 2 == 0 ? "pM" : "% of baseline";
      }
  set_state (diagram, states, "denosumab",
             (RankleGlyphState){ RANKLE_GLYPH_SIMULATED, 5230, NAN, 0.6, "ng/ml", NULL });
  set_state (diagram, states, "OPG",
             (RankleGlyphState){ RANKLE_GLYPH_KNOCKED_OUT, 0.2, 0.1, NAN, "pM", NULL });
  set_state (
      diagram, states, "osteocyte",
      (RankleGlyphState){ RANKLE_GLYPH_SIMULATED, 90, 0.9, NAN, NULL, "Osteomorph" });
  return states;
}

/* As the window paints: ground, the layer that stays, the one that lives, beads, rings.
 */
static cairo_surface_t *
paint (const RankleDiagram      *diagram,
       const RankleGlyphState   *states,
       RankleDiagramCamera       camera,
       const RankleDiagramTheme *theme)
{
  cairo_surface_t         *surface = golden_create_surface (WIDTH, HEIGHT);
  cairo_t                 *cr = cairo_create (surface);
  g_autofree double       *phases = g_new0 (double, rankle_diagram_get_n_arcs (diagram));
  static const char *const marked[] = { "RANKL", "osteoclast", "bone" };

  cairo_set_source_rgb (cr, theme->ground.red, theme->ground.green, theme->ground.blue);
  cairo_paint (cr);
  rankle_diagram_paint_static (cr, diagram, states, camera, theme);
  rankle_diagram_paint_dynamic (cr, diagram, states, camera, theme, NULL);
  rankle_diagram_paint_legend (cr, diagram, camera, WIDTH, HEIGHT, theme);
  rankle_diagram_advance_flow (diagram, states, phases, 0.3);
  rankle_diagram_paint_flow (cr, diagram, states, phases, camera, theme);
  for (guint i = 0; i < G_N_ELEMENTS (marked); i++)
    rankle_diagram_paint_mark (cr, diagram, rankle_diagram_find (diagram, marked[i]),
                               (RankleDiagramMark)i, camera, theme);
  rankle_diagram_paint_frame (cr, WIDTH, HEIGHT, theme);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  return surface;
}

/* What a figure is, too: no bead, no ring. */
static cairo_surface_t *
paint_figure (const RankleDiagram      *diagram,
              const RankleGlyphState   *states,
              const RankleDiagramTheme *theme)
{
  cairo_surface_t *surface = golden_create_surface (WIDTH, HEIGHT);
  cairo_t         *cr = cairo_create (surface);

  rankle_diagram_paint (cr, diagram, states, WIDTH, HEIGHT, theme);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  return surface;
}

static RankleDiagramCamera
fit (const RankleDiagram *diagram)
{
  return rankle_diagram_camera_fit (rankle_diagram_get_bounds (diagram), WIDTH, HEIGHT);
}

static void
test_rest (gconstpointer data)
{
  const Look *look = data;
  g_autoptr (RankleDiagram) diagram = load_pathway ();
  g_autofree RankleGlyphState *states = create_rest (diagram);
  g_autofree char             *name = g_strconcat ("map-rest-", look->name, NULL);
  RankleDiagramTheme           theme = read_theme (look);

  golden_compare (paint_figure (diagram, states, &theme), name);
}

static void
test_amounts (gconstpointer data)
{
  const Look *look = data;
  g_autoptr (RankleDiagram) diagram = load_pathway ();
  g_autofree RankleGlyphState *states = create_amounts (diagram);
  g_autofree char             *name = g_strconcat ("map-amounts-", look->name, NULL);
  RankleDiagramTheme           theme = read_theme (look);

  golden_compare (paint (diagram, states, fit (diagram), &theme), name);
}

/* About RANKL, so near that values have their units and sources are shown. */
static void
test_zoomed (gconstpointer data)
{
  const Look *look = data;
  g_autoptr (RankleDiagram) diagram = load_pathway ();
  g_autofree RankleGlyphState *states = create_amounts (diagram);
  g_autofree char             *name = g_strconcat ("map-zoomed-", look->name, NULL);
  RankleDiagramTheme           theme = read_theme (look);
  RankleDiagramCamera          camera = rankle_diagram_camera_zoom (
               fit (diagram), fit (diagram), 2.2, (RanklePoint){ WIDTH / 2.5, HEIGHT / 3.0 });

  g_assert_cmpint (rankle_diagram_camera_get_detail (camera), ==, RANKLE_DETAIL_NEAREST);
  golden_compare (paint (diagram, states, camera, &theme), name);
}

/* Of each other map one picture: each second thing is more than it was, the others less.
 */
static void
test_map (gconstpointer data)
{
  const char      *name = data;
  g_autofree char *file = g_strconcat (name, ".sbgn", NULL);
  g_autofree char *golden = g_strconcat ("map-", name, NULL);
  g_autoptr (RankleDiagram) diagram = load_map (file);
  g_autofree RankleGlyphState *states = rankle_diagram_state_new (diagram);
  RankleDiagramTheme           theme = read_theme (find_look ("light"));

  for (guint i = 0; i < rankle_diagram_get_n_glyphs (diagram); i++)
    if (rankle_glyph_is_entity (rankle_diagram_get_glyph (diagram, i)))
      states[i] = (RankleGlyphState){ .standing = RANKLE_GLYPH_SIMULATED,
                                      .value = 1,
                                      .ratio = i % 2 == 0 ? 1.6 : 0.6,
                                      .share = NAN };
  golden_compare (paint_figure (diagram, states, &theme), golden);
}

static void
add_map (const char *name)
{
  g_autofree char *path = g_strconcat ("/golden-map/", name, NULL);

  g_test_add_data_func (path, name, test_map);
}

static void
add (const char *look, const char *what, GTestDataFunc test)
{
  g_autofree char *path = g_strdup_printf ("/golden-map/%s/%s", what, look);

  g_test_add_data_func (path, find_look (look), test);
}

int
main (int argc, char *argv[])
{
  golden_init (&argc, &argv);
  add ("light", "rest", test_rest);
  add ("dark", "rest", test_rest);
  add ("light", "amounts", test_amounts);
  add ("dark", "amounts", test_amounts);
  add ("high-contrast", "amounts", test_amounts);
  add ("high-contrast-dark", "amounts", test_amounts);
  add ("light", "zoomed", test_zoomed);
  add ("dark", "zoomed", test_zoomed);
  add_map ("arthritis");
  add_map ("fever");
  add_map ("lactation");
  add_map ("lymph-node");
  add_map ("mammary-gland");
  add_map ("metastasis");
  add_map ("opg-mimetic");
  add_map ("osteopetrosis");
  add_map ("paget");
  add_map ("periodontitis");
  add_map ("traf-adaptors");
  return g_test_run ();
}
