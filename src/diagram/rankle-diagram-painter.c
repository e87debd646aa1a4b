/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-diagram-painter.h"

#include <math.h>

#include "rankle-diagram-geometry.h"
#include "rankle-diagram-ink.h"

#define ARC_WIDTH      1.6 /* of an arc that tells no amount [px] */
#define LIVE_WIDTH     2.0 /* of one that does, at baseline */
#define LEAST_WIDTH    1.0
#define GREATEST_WIDTH 5.0

gboolean
rankle_diagram_arc_is_live (const RankleDiagram    *diagram,
                            guint                   arc,
                            const RankleGlyphState *states)
{
  guint driver;

  g_return_val_if_fail (diagram != NULL && states != NULL, FALSE);

  driver = rankle_diagram_get_driver (diagram, arc);
  g_assert (driver < rankle_diagram_get_n_glyphs (diagram));
  return states[driver].standing != RANKLE_GLYPH_NOT_SIMULATED ||
         states[rankle_diagram_state_of_arc (diagram, arc)].standing !=
             RANKLE_GLYPH_NOT_SIMULATED;
}

/* ---- the layer that stays ---- */

static void
paint_regions (const RankleInk *ink)
{
  for (guint i = 0; i < rankle_diagram_get_n_glyphs (ink->diagram); i++)
    if (rankle_diagram_get_glyph (ink->diagram, i)->klass == RANKLE_GLYPH_COMPARTMENT)
      _rankle_ink_paint_region (ink, i, rankle_diagram_get_glyph (ink->diagram, i)->rank);
  for (guint i = 0; i < rankle_diagram_get_n_glyphs (ink->diagram); i++)
    if (rankle_diagram_get_glyph (ink->diagram, i)->klass == RANKLE_GLYPH_COMPARTMENT)
      _rankle_ink_write_region (ink, i);
}

static void
paint_still_arcs (const RankleInk *ink, const RankleGlyphState *states)
{
  double width = _rankle_ink_get_line_width (ink, ARC_WIDTH);

  for (guint i = 0; i < rankle_diagram_get_n_arcs (ink->diagram); i++)
    if (!rankle_diagram_arc_is_live (ink->diagram, i, states) &&
        _rankle_ink_shows_arc (ink, i))
      _rankle_ink_paint_arc (ink, i, width);
}

void
rankle_diagram_paint_static (cairo_t                  *cr,
                             const RankleDiagram      *diagram,
                             const RankleGlyphState   *states,
                             RankleDiagramCamera       camera,
                             const RankleDiagramTheme *theme)
{
  RankleInk ink;

  g_return_if_fail (cr != NULL && diagram != NULL && states != NULL && theme != NULL);

  ink = _rankle_ink_new (cr, diagram, camera, theme);
  paint_regions (&ink);
  paint_still_arcs (&ink, states);
  for (guint i = 0; i < rankle_diagram_get_n_glyphs (diagram); i++)
    {
      const RankleGlyph *glyph = rankle_diagram_get_glyph (diagram, i);

      if (glyph->klass == RANKLE_GLYPH_COMPARTMENT)
        continue;
      if (!rankle_glyph_is_entity (glyph))
        _rankle_ink_paint_process (&ink, i);
      else if (states[i].standing == RANKLE_GLYPH_NOT_SIMULATED)
        _rankle_ink_paint_hatched (&ink, i);
    }
}

/* ---- the layer that lives ---- */

void
rankle_diagram_paint_arc (cairo_t                  *cr,
                          const RankleDiagram      *diagram,
                          guint                     arc,
                          const RankleGlyphState   *driver,
                          double                    flux,
                          RankleDiagramCamera       camera,
                          const RankleDiagramTheme *theme)
{
  RankleInk ink;
  double    ratio, width;

  g_return_if_fail (cr != NULL && diagram != NULL && driver != NULL && theme != NULL);
  g_return_if_fail (arc < rankle_diagram_get_n_arcs (diagram));

  ink = _rankle_ink_new (cr, diagram, camera, theme);
  ratio = isnan (driver->ratio) ? 1 : driver->ratio;
  if (driver->standing == RANKLE_GLYPH_KNOCKED_OUT)
    ratio = 0;
  if (!isnan (flux))
    ratio = flux;
  ratio = CLAMP (ratio, 1.0 / 16, 16);
  width = CLAMP (LIVE_WIDTH * pow (ratio, 0.66), LEAST_WIDTH, GREATEST_WIDTH);
  _rankle_ink_paint_arc (&ink, arc, _rankle_ink_get_line_width (&ink, width));
}

static gboolean
touches (const cairo_region_t *region, RankleBox box)
{
  cairo_rectangle_int_t outer = rankle_box_to_pixels (box);

  return region == NULL ||
         cairo_region_contains_rectangle (region, &outer) != CAIRO_REGION_OVERLAP_OUT;
}

void
rankle_diagram_paint_dynamic (cairo_t                  *cr,
                              const RankleDiagram      *diagram,
                              const RankleGlyphState   *states,
                              RankleDiagramCamera       camera,
                              const RankleDiagramTheme *theme,
                              const cairo_region_t     *region)
{
  RankleInk ink;

  g_return_if_fail (cr != NULL && diagram != NULL && states != NULL && theme != NULL);

  ink = _rankle_ink_new (cr, diagram, camera, theme);
  for (guint i = 0; i < rankle_diagram_get_n_arcs (diagram); i++)
    if (rankle_diagram_arc_is_live (diagram, i, states) &&
        _rankle_ink_shows_arc (&ink, i) &&
        touches (region, rankle_diagram_get_arc_extents (diagram, i, camera, theme)))
      rankle_diagram_paint_arc (
          cr, diagram, i, &states[rankle_diagram_get_driver (diagram, i)],
          states[rankle_diagram_state_of_arc (diagram, i)].ratio, camera, theme);
  for (guint i = 0; i < rankle_diagram_get_n_glyphs (diagram); i++)
    if (rankle_glyph_is_entity (rankle_diagram_get_glyph (diagram, i)) &&
        states[i].standing != RANKLE_GLYPH_NOT_SIMULATED &&
        touches (region, rankle_diagram_get_glyph_extents (diagram, i, camera, theme)))
      rankle_diagram_paint_glyph (cr, diagram, i, &states[i], camera, theme);
}

static const double focus_dashes[] = { 5, 3 };

void
rankle_diagram_paint_mark (cairo_t                  *cr,
                           const RankleDiagram      *diagram,
                           guint                     glyph,
                           RankleDiagramMark         mark,
                           RankleDiagramCamera       camera,
                           const RankleDiagramTheme *theme)
{
  static const struct
  {
    double apart, width; /* [px] */
  } rings[] = {
    [RANKLE_MARK_SELECTED] = { 3, 3.5 },
    [RANKLE_MARK_FOCUSED] = { 7.5, 1.6 },
    [RANKLE_MARK_POINTED] = { 2.5, 1.8 },
  };
  gboolean           focused = mark == RANKLE_MARK_FOCUSED;
  RankleInk          ink;
  const RankleGlyph *it;

  g_return_if_fail (cr != NULL && diagram != NULL && theme != NULL);
  g_return_if_fail (glyph < rankle_diagram_get_n_glyphs (diagram));

  g_assert (mark < G_N_ELEMENTS (rings));
  ink = _rankle_ink_new (cr, diagram, camera, theme);
  it = rankle_diagram_get_glyph (diagram, glyph);
  cairo_save (cr);
  _rankle_ink_trace (
      &ink, it->klass,
      rankle_box_grow (it->box, rings[mark].apart * theme->line_scale / camera.scale));
  _rankle_ink_set_color (&ink, focused ? &theme->focus : &theme->accent);
  cairo_set_line_width (cr, rings[mark].width * theme->line_scale);
  if (focused)
    cairo_set_dash (cr, focus_dashes, G_N_ELEMENTS (focus_dashes), 0);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* The arc is seen through it. */
#define ARC_MARK_WIDTH 9.0 /* [px] */
#define ARC_MARK_ALPHA 0.45

void
rankle_diagram_paint_arc_mark (cairo_t                  *cr,
                               const RankleDiagram      *diagram,
                               guint                     arc,
                               RankleDiagramCamera       camera,
                               const RankleDiagramTheme *theme)
{
  const RankleArc *it;

  g_return_if_fail (cr != NULL && diagram != NULL && theme != NULL);
  g_return_if_fail (arc < rankle_diagram_get_n_arcs (diagram));

  it = rankle_diagram_get_arc (diagram, arc);
  cairo_save (cr);
  for (guint i = 0; i < it->n_points; i++)
    {
      RanklePoint at = rankle_diagram_camera_to_pixel (camera, it->points[i]);

      cairo_line_to (cr, at.x, at.y);
    }
  cairo_set_source_rgba (cr, theme->accent.red, theme->accent.green, theme->accent.blue,
                         ARC_MARK_ALPHA);
  cairo_set_line_width (cr, ARC_MARK_WIDTH * theme->line_scale);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
rankle_diagram_paint_frame (cairo_t                  *cr,
                            double                    width,
                            double                    height,
                            const RankleDiagramTheme *theme)
{
  double line;

  g_return_if_fail (cr != NULL && theme != NULL);

  line = 1.6 * theme->line_scale;
  cairo_save (cr);
  cairo_set_source_rgba (cr, theme->focus.red, theme->focus.green, theme->focus.blue,
                         theme->focus.alpha);
  cairo_set_line_width (cr, line);
  cairo_set_dash (cr, focus_dashes, G_N_ELEMENTS (focus_dashes), 0);
  cairo_rectangle (cr, line, line, width - 2 * line, height - 2 * line);
  cairo_stroke (cr);
  cairo_restore (cr);
}

RankleBox
rankle_diagram_get_glyph_extents (const RankleDiagram      *diagram,
                                  guint                     glyph,
                                  RankleDiagramCamera       camera,
                                  const RankleDiagramTheme *theme)
{
  const RankleGlyph *it = rankle_diagram_get_glyph (diagram, glyph);

  g_return_val_if_fail (it != NULL, (RankleBox){ 0 });

  return rankle_box_grow (rankle_diagram_camera_box_to_pixel (camera, it->box),
                          4 * theme->line_scale);
}

RankleBox
rankle_diagram_get_arc_extents (const RankleDiagram      *diagram,
                                guint                     arc,
                                RankleDiagramCamera       camera,
                                const RankleDiagramTheme *theme)
{
  const RankleArc *it = rankle_diagram_get_arc (diagram, arc);
  RanklePoint      low, high;

  g_return_val_if_fail (it != NULL, (RankleBox){ 0 });

  g_assert (it->n_points >= 2);
  low = high = it->points[0];
  for (guint i = 1; i < it->n_points; i++)
    {
      low.x = MIN (low.x, it->points[i].x);
      low.y = MIN (low.y, it->points[i].y);
      high.x = MAX (high.x, it->points[i].x);
      high.y = MAX (high.y, it->points[i].y);
    }
  return rankle_box_grow (
      rankle_diagram_camera_box_to_pixel (
          camera, (RankleBox){ low.x, low.y, high.x - low.x, high.y - low.y }),
      24 * theme->line_scale);
}

void
rankle_diagram_paint (cairo_t                  *cr,
                      const RankleDiagram      *diagram,
                      const RankleGlyphState   *states,
                      double                    width,
                      double                    height,
                      const RankleDiagramTheme *theme)
{
  RankleDiagramCamera camera;

  g_return_if_fail (cr != NULL && diagram != NULL && theme != NULL);

  camera = rankle_diagram_camera_fit (rankle_diagram_get_bounds (diagram), width, height);
  cairo_save (cr);
  cairo_set_source_rgba (cr, theme->ground.red, theme->ground.green, theme->ground.blue,
                         theme->ground.alpha);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill (cr);
  rankle_diagram_paint_static (cr, diagram, states, camera, theme);
  rankle_diagram_paint_dynamic (cr, diagram, states, camera, theme, NULL);
  rankle_diagram_paint_legend (cr, diagram, camera, width, height, theme);
  cairo_restore (cr);
}
