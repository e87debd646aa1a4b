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
#define LABEL_SIZE     25.0 /* [map units] */
#define RATIO_SIZE     21.0
#define FLAT           5.0 /* a glyph this much wider than high is written on one line */

static gboolean
is_modulation (RankleArcClass klass)
{
  return klass != RANKLE_ARC_CONSUMPTION && klass != RANKLE_ARC_PRODUCTION;
}

gboolean
rankle_diagram_arc_is_live (const RankleArc *arc, const RankleGlyphState *source)
{
  g_return_val_if_fail (arc != NULL && source != NULL, FALSE);

  return is_modulation (arc->klass) && source->standing != RANKLE_GLYPH_NOT_SIMULATED;
}

/* ---- the layer that stays ---- */

static void
paint_regions (const RankleInk *ink)
{
  guint rank = 0;

  for (guint i = 0; i < rankle_diagram_get_n_glyphs (ink->diagram); i++)
    if (rankle_diagram_get_glyph (ink->diagram, i)->klass == RANKLE_GLYPH_COMPARTMENT)
      _rankle_ink_paint_region (ink, i, rank++);
  for (guint i = 0; i < rankle_diagram_get_n_glyphs (ink->diagram); i++)
    if (rankle_diagram_get_glyph (ink->diagram, i)->klass == RANKLE_GLYPH_COMPARTMENT)
      _rankle_ink_write_region (ink, i);
}

static void
paint_still_arcs (const RankleInk *ink, const RankleGlyphState *states)
{
  for (guint i = 0; i < rankle_diagram_get_n_arcs (ink->diagram); i++)
    {
      const RankleArc   *arc = rankle_diagram_get_arc (ink->diagram, i);
      const RankleGlyph *source = rankle_diagram_get_glyph (ink->diagram, arc->source);

      if (rankle_diagram_arc_is_live (arc, &states[arc->source]))
        continue;
      if (source->klass == RANKLE_GLYPH_SOURCE_AND_SINK &&
          ink->detail != RANKLE_DETAIL_NEAREST)
        continue;
      _rankle_ink_paint_arc (ink, i, _rankle_ink_get_line_width (ink, ARC_WIDTH));
    }
}

void
rankle_diagram_paint_static (cairo_t                  *cr,
                             const RankleDiagram      *diagram,
                             const RankleGlyphState   *states,
                             RankleDiagramCamera       camera,
                             const RankleDiagramTheme *theme)
{
  RankleInk ink = _rankle_ink_new (cr, diagram, camera, theme);

  g_return_if_fail (cr != NULL && diagram != NULL && states != NULL && theme != NULL);

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

static RankleDiagramColor
get_fill (const RankleInk *ink, const RankleGlyphState *state)
{
  if (state->standing == RANKLE_GLYPH_KNOCKED_OUT)
    return ink->theme->ground;
  if (isnan (state->ratio) && !isnan (state->share))
    return rankle_diagram_theme_get_fill (
        ink->theme, pow (RANKLE_DIAGRAM_GREATEST_RATIO, CLAMP (state->share, 0, 1)));
  return rankle_diagram_theme_get_fill (ink->theme, state->ratio);
}

/* A unit that says "relative to baseline" would say the ratio again. */
static gboolean
unit_tells (const RankleGlyphState *state)
{
  return state->unit != NULL && *state->unit != 0 && *state->unit != '%' &&
         !g_str_has_prefix (state->unit, "×");
}

static char *
compose_amount (const RankleInk *ink, const RankleGlyphState *state)
{
  g_autofree char *ratio = rankle_glyph_state_format_ratio (state);
  g_autofree char *value = rankle_glyph_state_format_value (state);

  if (*ratio == 0)
    return g_steal_pointer (&value);
  if (ink->detail != RANKLE_DETAIL_NEAREST || !unit_tells (state))
    return g_steal_pointer (&ratio);
  return g_strdup_printf ("%s · %s", ratio, value);
}

/* -1: below the scale, 1: above it. */
static int
get_excess (const RankleGlyphState *state)
{
  if (state->standing != RANKLE_GLYPH_SIMULATED || isnan (state->ratio))
    return 0;
  if (state->ratio > RANKLE_DIAGRAM_GREATEST_RATIO * 1.001)
    return 1;
  return state->ratio < RANKLE_DIAGRAM_LEAST_RATIO / 1.001 ? -1 : 0;
}

/* Beyond the scale: a double chevron at the right of the shape. */
static double
paint_chevron (const RankleInk          *ink,
               RankleBox                 box,
               int                       excess,
               const RankleDiagramColor *color)
{
  double half = MIN (box.height * 0.11, box.width * 0.06);
  double x = box.x + box.width - MIN (box.height * 0.3, box.width * 0.14);
  double y = box.y + box.height / 2;

  for (int i = -1; i <= 1; i += 2)
    {
      double at = y + i * half * 0.7;

      cairo_move_to (ink->cr, x - half, at + excess * half / 2);
      cairo_line_to (ink->cr, x, at - excess * half / 2);
      cairo_line_to (ink->cr, x + half, at + excess * half / 2);
    }
  _rankle_ink_set_color (ink, color);
  cairo_set_line_width (ink->cr, _rankle_ink_get_line_width (ink, 2));
  cairo_stroke (ink->cr);
  return box.x + box.width - x + half * 1.3;
}

static void
strike (const RankleInk *ink, RankleBox box)
{
  cairo_move_to (ink->cr, box.x + 0.08 * box.width, box.y + 0.92 * box.height);
  cairo_line_to (ink->cr, box.x + 0.92 * box.width, box.y + 0.08 * box.height);
  _rankle_ink_set_color (ink, &ink->theme->text);
  cairo_set_line_width (ink->cr, _rankle_ink_get_line_width (ink, 2.4));
  cairo_stroke (ink->cr);
}

static void
write_glyph (const RankleInk          *ink,
             guint                     glyph,
             const RankleGlyphState   *state,
             const RankleDiagramColor *color,
             RankleBox                 box)
{
  const RankleGlyph *it = rankle_diagram_get_glyph (ink->diagram, glyph);
  const char        *label = rankle_diagram_get_label (ink->diagram, glyph);
  gboolean           flat = box.width > FLAT * box.height;
  g_autofree char   *amount = compose_amount (ink, state);
  g_autofree char   *both = *amount == 0
                                ? g_strdup (label)
                                : g_strconcat (label, flat ? "   " : "\n", amount, NULL);
  RankleInkText      text = { .text = both,
                              .size = _rankle_ink_get_text_size (ink, LABEL_SIZE),
                              .second = _rankle_ink_get_text_size (ink, RATIO_SIZE),
                              .weight = PANGO_WEIGHT_SEMIBOLD,
                              .color = color };

  if (ink->detail == RANKLE_DETAIL_FAR)
    {
      text.text = label;
      if (it->klass != RANKLE_GLYPH_UNSPECIFIED && it->klass != RANKLE_GLYPH_PHENOTYPE)
        return;
    }
  _rankle_ink_write (ink, &text, box);
}

/* Room for text within the shape of a glyph. */
static RankleBox
get_text_box (const RankleGlyph *glyph, RankleBox box)
{
  double aside = glyph->klass == RANKLE_GLYPH_UNSPECIFIED ? 0.06 * box.width
                                                          : MIN (0.04 * box.width, 8);

  return (RankleBox){ box.x + aside, box.y + 0.04 * box.height, box.width - 2 * aside,
                      0.92 * box.height };
}

void
rankle_diagram_paint_glyph (cairo_t                  *cr,
                            const RankleDiagram      *diagram,
                            guint                     glyph,
                            const RankleGlyphState   *state,
                            RankleDiagramCamera       camera,
                            const RankleDiagramTheme *theme)
{
  RankleInk          ink = _rankle_ink_new (cr, diagram, camera, theme);
  const RankleGlyph *it = rankle_diagram_get_glyph (diagram, glyph);
  RankleDiagramColor fill, color;
  RankleBox          box, room;

  g_return_if_fail (it != NULL && state != NULL);

  fill = get_fill (&ink, state);
  color = rankle_diagram_theme_get_ink (theme, &fill);
  box = rankle_diagram_camera_box_to_pixel (camera, it->box);
  room = get_text_box (it, box);
  _rankle_ink_trace (&ink, it->klass, it->box);
  _rankle_ink_set_color (&ink, &fill);
  cairo_fill_preserve (cr);
  _rankle_ink_set_color (&ink, &theme->outline);
  cairo_set_line_width (cr, _rankle_ink_get_line_width (&ink, 1.7));
  cairo_stroke (cr);
  if (state->standing == RANKLE_GLYPH_KNOCKED_OUT)
    strike (&ink, box);
  if (get_excess (state) != 0)
    {
      double taken = paint_chevron (&ink, box, get_excess (state), &color);

      room.width = MIN (room.width, box.x + box.width - taken - room.x);
    }
  write_glyph (&ink, glyph, state, &color, room);
}

void
rankle_diagram_paint_arc (cairo_t                  *cr,
                          const RankleDiagram      *diagram,
                          guint                     arc,
                          const RankleGlyphState   *source,
                          RankleDiagramCamera       camera,
                          const RankleDiagramTheme *theme)
{
  RankleInk ink = _rankle_ink_new (cr, diagram, camera, theme);
  double    ratio, width;

  g_return_if_fail (source != NULL);

  ratio = isnan (source->ratio) ? 1 : CLAMP (source->ratio, 1.0 / 16, 16);
  if (source->standing == RANKLE_GLYPH_KNOCKED_OUT)
    ratio = 1.0 / 16;
  width = CLAMP (LIVE_WIDTH * pow (ratio, 0.66), LEAST_WIDTH, GREATEST_WIDTH);
  _rankle_ink_paint_arc (&ink, arc, _rankle_ink_get_line_width (&ink, width));
}

void
rankle_diagram_paint_dynamic (cairo_t                  *cr,
                              const RankleDiagram      *diagram,
                              const RankleGlyphState   *states,
                              RankleDiagramCamera       camera,
                              const RankleDiagramTheme *theme)
{
  g_return_if_fail (cr != NULL && diagram != NULL && states != NULL && theme != NULL);

  for (guint i = 0; i < rankle_diagram_get_n_arcs (diagram); i++)
    {
      const RankleArc *arc = rankle_diagram_get_arc (diagram, i);

      if (rankle_diagram_arc_is_live (arc, &states[arc->source]))
        rankle_diagram_paint_arc (cr, diagram, i, &states[arc->source], camera, theme);
    }
  for (guint i = 0; i < rankle_diagram_get_n_glyphs (diagram); i++)
    if (rankle_glyph_is_entity (rankle_diagram_get_glyph (diagram, i)) &&
        states[i].standing != RANKLE_GLYPH_NOT_SIMULATED)
      rankle_diagram_paint_glyph (cr, diagram, i, &states[i], camera, theme);
}

void
rankle_diagram_paint_mark (cairo_t                  *cr,
                           const RankleDiagram      *diagram,
                           guint                     glyph,
                           RankleDiagramMark         mark,
                           RankleDiagramCamera       camera,
                           const RankleDiagramTheme *theme)
{
  static const double dashes[] = { 5, 3 };
  RankleInk           ink = _rankle_ink_new (cr, diagram, camera, theme);
  const RankleGlyph  *it = rankle_diagram_get_glyph (diagram, glyph);
  gboolean            focused = mark == RANKLE_MARK_FOCUSED;

  g_return_if_fail (it != NULL);

  cairo_save (cr);
  _rankle_ink_trace (&ink, it->klass,
                     rankle_box_grow (it->box, (focused ? 7 : 3) / camera.scale));
  _rankle_ink_set_color (&ink, focused ? &theme->focus : &theme->accent);
  cairo_set_line_width (cr, (focused ? 1.6 : 3.5) * theme->line_scale);
  if (focused)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  cairo_restore (cr);
}

RankleBox
rankle_diagram_get_glyph_extents (const RankleDiagram *diagram,
                                  guint                glyph,
                                  RankleDiagramCamera  camera)
{
  const RankleGlyph *it = rankle_diagram_get_glyph (diagram, glyph);

  g_return_val_if_fail (it != NULL, (RankleBox){ 0 });

  return rankle_box_grow (rankle_diagram_camera_box_to_pixel (camera, it->box), 4);
}

RankleBox
rankle_diagram_get_arc_extents (const RankleDiagram *diagram,
                                guint                arc,
                                RankleDiagramCamera  camera)
{
  const RankleArc *it = rankle_diagram_get_arc (diagram, arc);
  RanklePoint      low, high;

  g_return_val_if_fail (it != NULL, (RankleBox){ 0 });

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
      24);
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
  rankle_diagram_paint_dynamic (cr, diagram, states, camera, theme);
  rankle_diagram_paint_legend (cr, width, height, theme);
  cairo_restore (cr);
}
