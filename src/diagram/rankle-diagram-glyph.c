/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A glyph that has an amount: fill, text, and what is beyond the scale or knocked out. */

#include <math.h>

#include "rankle-diagram-geometry.h"
#include "rankle-diagram-ink.h"

#define RATIO_SIZE 22.0 /* [map units] */
#define LINE       1.1  /* from one line to the next, in sizes of the letters */
#define INKED      0.8  /* where the letters of a line end, in its height */
#define RIM        1.0  /* around what is in an ellipse [px] */
#define FLAT       5.0  /* a glyph this much wider than high is written on one line */

static RankleDiagramColor
get_fill (const RankleInk *ink, const RankleGlyphState *state)
{
  if (state->standing == RANKLE_GLYPH_KNOCKED_OUT)
    return ink->theme->ground;
  if (state->has_no_multiples)
    return rankle_diagram_theme_get_fill (ink->theme, state->shade);
  if (isnan (state->ratio) && !isnan (state->share))
    return rankle_diagram_theme_get_fill (
        ink->theme, pow (RANKLE_DIAGRAM_GREATEST_RATIO, CLAMP (state->share, 0, 1)));
  return rankle_diagram_theme_get_fill (ink->theme, state->ratio);
}

/* A unit that says "relative to something" would say the ratio again; one that says of
 * what a share is, is long. */
static gboolean
unit_tells (const RankleGlyphState *state)
{
  return state->unit != NULL && *state->unit != 0 && *state->unit != '%' &&
         !g_str_has_prefix (state->unit, "×") &&
         !g_str_has_prefix (state->unit, "relative") &&
         !g_str_has_prefix (state->unit, "of ") && !g_str_equal (state->unit, "share");
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

  g_assert (excess == -1 || excess == 1);
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

/* An ellipse is less wide above and below its middle than in it. */
static RankleBox
fit_line (RankleGlyphClass klass, RankleBox shape, RankleBox line)
{
  double middle = shape.y + shape.height / 2;
  double off = MAX (fabs (line.y + (1 - INKED) * line.height - middle),
                    fabs (line.y + INKED * line.height - middle));
  double across = 1 - pow (MIN (off / (shape.height / 2), 1), 2);
  double width = MIN (line.width, shape.width * sqrt (across) - 2 * RIM);

  if (klass != RANKLE_GLYPH_UNSPECIFIED)
    return line;
  width = MAX (width, line.width / 2);
  line.x += (line.width - width) / 2;
  line.width = width;
  return line;
}

/* Held: a bar at either end of the shape, as of a clamp. Gives their width [px]. */
static double
clamp (const RankleInk *ink, RankleBox box, const RankleDiagramColor *color)
{
  double width = _rankle_ink_get_line_width (ink, 5);

  for (int side = 0; side < 2; side++)
    {
      double x = side == 0 ? box.x + width : box.x + box.width - width;

      cairo_move_to (ink->cr, x, box.y + 0.14 * box.height);
      cairo_line_to (ink->cr, x, box.y + 0.86 * box.height);
    }
  _rankle_ink_set_color (ink, color);
  cairo_set_line_width (ink->cr, width);
  cairo_stroke (ink->cr);
  return 1.5 * width;
}

/* One above the other, each as large as its own width allows. */
static void
write_lines (const RankleInk *ink,
             RankleGlyphClass klass,
             RankleBox        shape,
             RankleInkText   *text,
             const char      *below,
             RankleBox        box)
{
  double    second = _rankle_ink_get_text_size (ink, RATIO_SIZE);
  double    needed = LINE * (text->size + second);
  double    squeeze = MIN (1, box.height / needed);
  RankleBox line = { box.x, box.y + (box.height - squeeze * needed) / 2, box.width, 0 };
  RankleInkText amount = *text;

  g_assert (needed > 0);
  text->size *= squeeze;
  line.height = LINE * text->size;
  _rankle_ink_write (ink, text, fit_line (klass, shape, line));
  amount.text = below;
  amount.size = squeeze * second;
  line.y += line.height;
  line.height = LINE * amount.size;
  _rankle_ink_write (ink, &amount, fit_line (klass, shape, line));
}

static void
write_glyph (const RankleInk          *ink,
             guint                     glyph,
             const RankleGlyphState   *state,
             const RankleDiagramColor *color,
             RankleBox                 box)
{
  const RankleGlyph *it = rankle_diagram_get_glyph (ink->diagram, glyph);
  const char        *label = rankle_glyph_state_get_label (state, ink->diagram, glyph);
  g_autofree char   *amount = compose_amount (ink, state);
  g_autofree char   *both = g_strconcat (label, "   ", amount, NULL);
  RankleInkText      text = { .text = label,
                              .size = _rankle_ink_get_text_size (ink, RANKLE_INK_LABEL_SIZE),
                              .align = 0.5,
                              .weight = PANGO_WEIGHT_SEMIBOLD,
                              .color = color };

  if (state->standing == RANKLE_GLYPH_KNOCKED_OUT)
    text.halo = &ink->theme->ground;
  if (ink->detail == RANKLE_DETAIL_FAR && it->klass != RANKLE_GLYPH_UNSPECIFIED &&
      it->klass != RANKLE_GLYPH_PHENOTYPE)
    return;
  if (ink->detail == RANKLE_DETAIL_FAR || *amount == 0)
    _rankle_ink_write (ink, &text, box);
  else if (box.width > FLAT * box.height)
    {
      text.text = both;
      _rankle_ink_write (ink, &text, box);
    }
  else
    write_lines (ink, it->klass,
                 rankle_diagram_camera_box_to_pixel (ink->camera, it->box), &text, amount,
                 box);
}

/* What the shape of a glyph takes from the width that its letters have [px]. */
static double
get_margin (RankleGlyphClass klass, RankleBox box)
{
  if (klass == RANKLE_GLYPH_UNSPECIFIED)
    return 0.1 * box.width;
  if (klass == RANKLE_GLYPH_PHENOTYPE || klass == RANKLE_GLYPH_PERTURBING_AGENT)
    return MIN (0.34 * box.height, box.width / 3);
  if (klass == RANKLE_GLYPH_COMPLEX)
    return MIN (0.13 * box.height, box.width / 6);
  return CLAMP (0.04 * box.width, 2, 8);
}

static RankleBox
get_text_box (const RankleGlyph *glyph, RankleBox box)
{
  double aside = get_margin (glyph->klass, box);

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
  RankleInk          ink;
  const RankleGlyph *it;
  RankleDiagramColor fill, color;
  RankleBox          box, room;

  g_return_if_fail (cr != NULL && diagram != NULL && state != NULL && theme != NULL);
  g_return_if_fail (glyph < rankle_diagram_get_n_glyphs (diagram));

  ink = _rankle_ink_new (cr, diagram, camera, theme);
  it = rankle_diagram_get_glyph (diagram, glyph);
  g_assert (rankle_glyph_is_entity (it) && state->standing != RANKLE_GLYPH_NOT_SIMULATED);
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
  if (state->is_held)
    {
      double taken = clamp (&ink, box, &color);

      room.x = MAX (room.x, box.x + taken);
      room.width = MIN (room.width, box.width - 2 * taken);
    }
  if (rankle_glyph_state_get_excess (state) != 0)
    {
      double taken =
          paint_chevron (&ink, box, rankle_glyph_state_get_excess (state), &color);

      room.width = MIN (room.width, box.x + box.width - taken - room.x);
    }
  write_glyph (&ink, glyph, state, &color, room);
}
