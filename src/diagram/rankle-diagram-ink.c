/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-diagram-ink.h"

#include <math.h>

#include "rankle-diagram-geometry.h"

#define LEAST_SIZE    9.0 /* of a text, where there is room [px] */
#define LEAST_LEGIBLE 5.5
#define USUAL_SCALE   0.6
#define BEND          14.0 /* radius of an arc's bends [map units] */
#define BEADS_APART   22.0 /* [px] */
#define LINE_HEIGHT   1.1  /* that letters of a size need, descenders included */

RankleInk
_rankle_ink_new (cairo_t                  *cr,
                 const RankleDiagram      *diagram,
                 RankleDiagramCamera       camera,
                 const RankleDiagramTheme *theme)
{
  return (RankleInk){ cr, diagram, camera, theme,
                      rankle_diagram_camera_get_detail (camera) };
}

void
_rankle_ink_set_color (const RankleInk *ink, const RankleDiagramColor *color)
{
  cairo_set_source_rgba (ink->cr, color->red, color->green, color->blue, color->alpha);
}

void
_rankle_ink_trace (const RankleInk *ink, RankleGlyphClass klass, RankleBox box)
{
  cairo_new_path (ink->cr);
  cairo_save (ink->cr);
  cairo_scale (ink->cr, ink->camera.scale, ink->camera.scale);
  cairo_translate (ink->cr, -ink->camera.origin.x, -ink->camera.origin.y);
  rankle_glyph_trace (ink->cr, klass, box);
  cairo_restore (ink->cr);
}

double
_rankle_ink_get_line_width (const RankleInk *ink, double width)
{
  g_assert (width > 0 && ink->theme->line_scale > 0);
  return width * ink->theme->line_scale *
         CLAMP (sqrt (ink->camera.scale / USUAL_SCALE), 0.7, 1.8);
}

double
_rankle_ink_get_text_size (const RankleInk *ink, double size)
{
  return MAX (size * ink->camera.scale * ink->theme->text_scale, LEAST_SIZE);
}

static PangoLayout *
lay_out (const RankleInk *ink, const RankleInkText *text)
{
  PangoLayout          *layout = pango_cairo_create_layout (ink->cr);
  PangoFontDescription *font = pango_font_description_new ();
  PangoAttrList        *attributes = pango_attr_list_new ();

  g_assert (text->size > 0);
  pango_font_description_set_family_static (font, ink->theme->font);
  pango_font_description_set_weight (font, text->weight);
  pango_font_description_set_style (font, text->style);
  pango_font_description_set_absolute_size (font, text->size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text->text, -1);
  pango_attr_list_unref (attributes);
  pango_font_description_free (font);
  return layout;
}

static void
show (const RankleInk *ink, const RankleInkText *text, PangoLayout *layout)
{
  if (text->halo != NULL)
    {
      pango_cairo_layout_path (ink->cr, layout);
      _rankle_ink_set_color (ink, text->halo);
      cairo_set_line_width (ink->cr, text->size * 0.35);
      cairo_set_line_join (ink->cr, CAIRO_LINE_JOIN_ROUND);
      cairo_stroke (ink->cr);
      cairo_move_to (ink->cr, 0, 0);
    }
  _rankle_ink_set_color (ink, text->color);
  pango_cairo_show_layout (ink->cr, layout);
}

static double
get_shrink (const RankleInkText *text, double width, RankleBox box)
{
  double shrink = MIN (box.width / width, box.height / (LINE_HEIGHT * text->size));

  g_assert (shrink > 0);
  return MIN (shrink, 1);
}

/* Letters stand on whole pixels, along their line and across it: they are sharper so,
 * Cairo 1.16 can do no other, and 1.18 would cut off the last row of others wherever it
 * is told to paint a part only. */
static double
get_left (double width, double align, RankleBox box)
{
  g_assert (align >= 0 && align <= 1);
  return round (box.x + align * (box.width - width));
}

static double
get_top (PangoLayout *layout, double height, double shrink, RankleBox box)
{
  double baseline = shrink * pango_layout_get_baseline (layout) / PANGO_SCALE;

  return round (box.y + (box.height - height) / 2 + baseline) - baseline;
}

void
_rankle_ink_write (const RankleInk *ink, const RankleInkText *text, RankleBox box)
{
  PangoLayout   *layout;
  PangoRectangle extents;
  double         width, height, shrink;

  if (*text->text == 0 || box.width <= 0 || box.height <= 0)
    return;
  layout = lay_out (ink, text);
  pango_layout_get_extents (layout, NULL, &extents);
  width = (double)MAX (extents.width, 1) / PANGO_SCALE;
  height = (double)extents.height / PANGO_SCALE;
  shrink = get_shrink (text, width, box);
  if (shrink * text->size >= LEAST_LEGIBLE)
    {
      cairo_save (ink->cr);
      cairo_new_path (ink->cr);
      cairo_translate (ink->cr, get_left (shrink * width, text->align, box),
                       get_top (layout, shrink * height, shrink, box));
      cairo_scale (ink->cr, shrink, shrink);
      cairo_move_to (ink->cr, 0, 0);
      pango_cairo_update_layout (ink->cr, layout);
      show (ink, text, layout);
      cairo_restore (ink->cr);
    }
  g_object_unref (layout);
}

/* ---- the ground ---- */

void
_rankle_ink_paint_region (const RankleInk *ink, guint glyph, guint rank)
{
  const RankleGlyph        *it = rankle_diagram_get_glyph (ink->diagram, glyph);
  const RankleDiagramColor *fills[] = { &ink->theme->blood, &ink->theme->marrow,
                                        &ink->theme->bone, &ink->theme->cell,
                                        &ink->theme->nucleus };

  g_assert (it->klass == RANKLE_GLYPH_COMPARTMENT);
  _rankle_ink_trace (ink, it->klass, it->box);
  _rankle_ink_set_color (ink, fills[MIN (rank, G_N_ELEMENTS (fills) - 1)]);
  cairo_fill_preserve (ink->cr);
  _rankle_ink_set_color (ink, &ink->theme->border);
  cairo_set_line_width (ink->cr, _rankle_ink_get_line_width (ink, 1.5));
  cairo_stroke (ink->cr);
}

void
_rankle_ink_write_region (const RankleInk *ink, guint glyph)
{
  const RankleGlyph *it = rankle_diagram_get_glyph (ink->diagram, glyph);
  RankleInkText      text = { .text = rankle_diagram_get_label (ink->diagram, glyph),
                              .size = _rankle_ink_get_text_size (ink, 23),
                              .weight = PANGO_WEIGHT_BOLD,
                              .align = 0.5,
                              .color = &ink->theme->region_text };

  _rankle_ink_write (ink, &text,
                     rankle_diagram_camera_box_to_pixel (ink->camera, it->label_box));
}

static void
paint_ports (const RankleInk *ink, const RankleGlyph *glyph)
{
  for (guint i = 0; i < glyph->n_ports; i++)
    {
      RanklePoint from = rankle_diagram_camera_to_pixel (
          ink->camera,
          rankle_glyph_clip (glyph, glyph->ports[i], rankle_box_get_center (glyph->box)));
      RanklePoint to = rankle_diagram_camera_to_pixel (ink->camera, glyph->ports[i]);

      cairo_move_to (ink->cr, from.x, from.y);
      cairo_line_to (ink->cr, to.x, to.y);
    }
  cairo_stroke (ink->cr);
}

static void
paint_caption (const RankleInk *ink, guint glyph)
{
  const RankleGlyph *it = rankle_diagram_get_glyph (ink->diagram, glyph);
  RankleInkText      text = { .text = rankle_diagram_get_label (ink->diagram, glyph),
                              .size = _rankle_ink_get_text_size (ink, 20),
                              .style = PANGO_STYLE_ITALIC,
                              .weight = PANGO_WEIGHT_NORMAL,
                              .align = 0.5,
                              .color = &ink->theme->region_text };

  _rankle_ink_write (ink, &text,
                     rankle_diagram_camera_box_to_pixel (ink->camera, it->label_box));
}

/* A circle struck through: what the process takes or gives is left aside. */
static void
paint_slash (const RankleInk *ink, RankleBox box)
{
  RankleBox at = rankle_diagram_camera_box_to_pixel (ink->camera, box);

  cairo_move_to (ink->cr, at.x, at.y + at.height);
  cairo_line_to (ink->cr, at.x + at.width, at.y);
  cairo_stroke (ink->cr);
}

void
_rankle_ink_paint_process (const RankleInk *ink, guint glyph)
{
  const RankleGlyph *it = rankle_diagram_get_glyph (ink->diagram, glyph);
  gboolean           source = it->klass == RANKLE_GLYPH_SOURCE_AND_SINK;

  g_assert (!rankle_glyph_is_entity (it) && it->klass != RANKLE_GLYPH_COMPARTMENT);
  if (it->klass == RANKLE_GLYPH_ANNOTATION)
    paint_caption (ink, glyph);
  if (it->klass == RANKLE_GLYPH_ANNOTATION ||
      (source && ink->detail != RANKLE_DETAIL_NEAREST))
    return;
  _rankle_ink_set_color (ink, &ink->theme->arc);
  cairo_set_line_width (ink->cr, _rankle_ink_get_line_width (ink, 1.6));
  paint_ports (ink, it);
  _rankle_ink_trace (ink, it->klass, it->box);
  if (it->klass == RANKLE_GLYPH_PROCESS || source)
    _rankle_ink_set_color (ink, &ink->theme->ground);
  cairo_fill_preserve (ink->cr);
  _rankle_ink_set_color (ink, &ink->theme->arc);
  cairo_stroke (ink->cr);
  if (source)
    paint_slash (ink, it->box);
}

static void
hatch (const RankleInk *ink, RankleBox box)
{
  RankleBox at = rankle_diagram_camera_box_to_pixel (ink->camera, box);
  double    gap = CLAMP (12 * ink->camera.scale, 6, 14);

  g_assert (at.height > 0);
  cairo_save (ink->cr);
  cairo_clip_preserve (ink->cr);
  cairo_new_path (ink->cr);
  for (double x = floor ((at.x - at.height) / gap) * gap; x < at.x + at.width; x += gap)
    {
      cairo_move_to (ink->cr, x, at.y + at.height);
      cairo_rel_line_to (ink->cr, at.height, -at.height);
    }
  _rankle_ink_set_color (ink, &ink->theme->hatch);
  cairo_set_line_width (ink->cr, _rankle_ink_get_line_width (ink, 1.4));
  cairo_stroke (ink->cr);
  cairo_restore (ink->cr);
}

void
_rankle_ink_paint_hatched (const RankleInk *ink, guint glyph)
{
  const RankleGlyph *it = rankle_diagram_get_glyph (ink->diagram, glyph);
  RankleInkText      text = { .text = rankle_diagram_get_label (ink->diagram, glyph),
                              .size = _rankle_ink_get_text_size (ink, RANKLE_INK_LABEL_SIZE),
                              .weight = PANGO_WEIGHT_SEMIBOLD,
                              .align = 0.5,
                              .color = &ink->theme->region_text,
                              .halo = &ink->theme->hatch_fill };
  RankleBox box = rankle_diagram_camera_box_to_pixel (ink->camera, it->label_box);

  g_assert (rankle_glyph_is_entity (it));
  _rankle_ink_trace (ink, it->klass, it->box);
  _rankle_ink_set_color (ink, &ink->theme->hatch_fill);
  cairo_fill_preserve (ink->cr);
  hatch (ink, it->box);
  _rankle_ink_trace (ink, it->klass, it->box);
  _rankle_ink_set_color (ink, &ink->theme->border);
  cairo_set_line_width (ink->cr, _rankle_ink_get_line_width (ink, 1.5));
  cairo_stroke (ink->cr);
  if (ink->detail != RANKLE_DETAIL_FAR || it->klass == RANKLE_GLYPH_UNSPECIFIED ||
      it->klass == RANKLE_GLYPH_PHENOTYPE)
    _rankle_ink_write (ink, &text,
                       (RankleBox){ box.x + 0.06 * box.height, box.y + 0.2 * box.height,
                                    box.width - 0.12 * box.height, 0.6 * box.height });
}

/* ---- arcs ---- */

gboolean
_rankle_ink_shows_arc (const RankleInk *ink, guint arc)
{
  const RankleArc   *it = rankle_diagram_get_arc (ink->diagram, arc);
  const RankleGlyph *source = rankle_diagram_get_glyph (ink->diagram, it->source);

  return source->klass != RANKLE_GLYPH_SOURCE_AND_SINK ||
         ink->detail == RANKLE_DETAIL_NEAREST;
}

static RanklePoint
lead (RanklePoint from, RanklePoint to, double by)
{
  double length = hypot (to.x - from.x, to.y - from.y);

  g_assert (by >= 0);
  if (length < 1e-6)
    return from;
  return (RanklePoint){ from.x + by * (to.x - from.x) / length,
                        from.y + by * (to.y - from.y) / length };
}

static double
get_distance (RanklePoint a, RanklePoint b)
{
  return hypot (b.x - a.x, b.y - a.y);
}

/* Through all points, bends rounded. */
static void
trace_arc (cairo_t *cr, const RanklePoint *points, guint n, double radius)
{
  cairo_move_to (cr, points[0].x, points[0].y);
  for (guint i = 1; i + 1 < n; i++)
    {
      double      room = MIN (get_distance (points[i], points[i - 1]),
                              get_distance (points[i], points[i + 1]));
      double      r = MIN (radius, room / 2);
      RanklePoint before = lead (points[i], points[i - 1], r);
      RanklePoint after = lead (points[i], points[i + 1], r);
      RanklePoint a = lead (before, points[i], 0.6 * r);
      RanklePoint b = lead (after, points[i], 0.6 * r);

      cairo_line_to (cr, before.x, before.y);
      cairo_curve_to (cr, a.x, a.y, b.x, b.y, after.x, after.y);
    }
  cairo_line_to (cr, points[n - 1].x, points[n - 1].y);
}

/* In pixels, the last one drawn back behind the head. Returns where the head's tip is. */
static RanklePoint
lay_arc (const RankleInk *ink, const RankleArc *arc, RanklePoint *points, double *size)
{
  guint       last = arc->n_points - 1;
  RanklePoint tip;

  g_assert (arc->n_points >= 2);
  for (guint i = 0; i < arc->n_points; i++)
    points[i] = rankle_diagram_camera_to_pixel (ink->camera, arc->points[i]);
  tip = points[last];
  *size = CLAMP (15 * ink->camera.scale * ink->theme->line_scale, 5.5, 30);
  *size = MIN (*size, get_distance (points[last - 1], tip) /
                          MAX (rankle_arc_head_length (arc->klass) + 0.3, 1));
  points[last] =
      lead (tip, points[last - 1], *size * rankle_arc_head_length (arc->klass));
  return tip;
}

void
_rankle_ink_paint_arc (const RankleInk *ink, guint arc, double width)
{
  const RankleArc        *it = rankle_diagram_get_arc (ink->diagram, arc);
  g_autofree RanklePoint *points = g_new (RanklePoint, it->n_points);
  double                  size;
  RanklePoint             tip = lay_arc (ink, it, points, &size);

  _rankle_ink_set_color (ink, &ink->theme->arc);
  cairo_set_line_width (ink->cr, width);
  cairo_set_line_join (ink->cr, CAIRO_LINE_JOIN_MITER);
  cairo_new_path (ink->cr);
  trace_arc (ink->cr, points, it->n_points, BEND * ink->camera.scale);
  cairo_stroke (ink->cr);
  cairo_set_line_width (ink->cr, MIN (_rankle_ink_get_line_width (ink, 1.8), size / 3));
  rankle_arc_paint_head (ink->cr, it->klass, points[it->n_points - 2], tip, size);
}

/* A dash of no length with a round cap is a bead. */
void
_rankle_ink_paint_beads (const RankleInk *ink, guint arc, double width, double phase)
{
  const RankleArc        *it = rankle_diagram_get_arc (ink->diagram, arc);
  g_autofree RanklePoint *points = g_new (RanklePoint, it->n_points);
  double                  size, dashes[] = { 0, BEADS_APART };

  lay_arc (ink, it, points, &size);
  cairo_save (ink->cr);
  _rankle_ink_set_color (ink, &ink->theme->arc);
  cairo_set_line_width (ink->cr, width);
  cairo_set_line_cap (ink->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (ink->cr, dashes, G_N_ELEMENTS (dashes), -phase);
  cairo_new_path (ink->cr);
  trace_arc (ink->cr, points, it->n_points, BEND * ink->camera.scale);
  cairo_stroke (ink->cr);
  cairo_restore (ink->cr);
}
