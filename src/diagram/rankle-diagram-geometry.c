/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-diagram-geometry.h"

#include <math.h>

#define CORNER       14.0 /* of a macromolecule [map units] */
#define MOST_CORNERS 8

RanklePoint
rankle_box_get_center (RankleBox box)
{
  return (RanklePoint){ box.x + box.width / 2, box.y + box.height / 2 };
}

RankleBox
rankle_box_grow (RankleBox box, double by)
{
  return (RankleBox){ box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by };
}

cairo_rectangle_int_t
rankle_box_to_pixels (RankleBox box)
{
  int left = (int)floor (box.x), top = (int)floor (box.y);

  g_assert (box.width >= 0 && box.height >= 0);
  return (cairo_rectangle_int_t){ left, top, (int)ceil (box.x + box.width) - left,
                                  (int)ceil (box.y + box.height) - top };
}

gboolean
rankle_box_contains (RankleBox box, RanklePoint point)
{
  return point.x >= box.x && point.x <= box.x + box.width && point.y >= box.y &&
         point.y <= box.y + box.height;
}

gboolean
rankle_box_encloses (RankleBox outer, RankleBox inner)
{
  return inner.x >= outer.x && inner.y >= outer.y &&
         inner.x + inner.width <= outer.x + outer.width &&
         inner.y + inner.height <= outer.y + outer.height;
}

gboolean
rankle_box_overlaps (RankleBox a, RankleBox b)
{
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
         b.y < a.y + a.height;
}

static double
cross (RanklePoint a, RanklePoint b, RanklePoint c)
{
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

gboolean
rankle_segments_cross (RanklePoint a, RanklePoint b, RanklePoint c, RanklePoint d)
{
  return cross (a, b, c) * cross (a, b, d) < 0 && cross (c, d, a) * cross (c, d, b) < 0;
}

gboolean
rankle_segment_crosses_box (RanklePoint a, RanklePoint b, RankleBox box)
{
  double from = 0, to = 1;
  double start[2] = { a.x, a.y }, step[2] = { b.x - a.x, b.y - a.y };
  double low[2] = { box.x, box.y };
  double high[2] = { box.x + box.width, box.y + box.height };

  for (guint i = 0; i < 2; i++)
    {
      double t0, t1;

      if (fabs (step[i]) < 1e-9)
        {
          if (start[i] <= low[i] || start[i] >= high[i])
            return FALSE;
          continue;
        }
      t0 = (low[i] - start[i]) / step[i];
      t1 = (high[i] - start[i]) / step[i];
      from = MAX (from, MIN (t0, t1));
      to = MIN (to, MAX (t0, t1));
    }
  return from < to;
}

/* ---- shapes ---- */

static guint
cut_corners (RankleBox box, RanklePoint *corners)
{
  double      cut = MIN (CORNER, MIN (box.width, box.height) / 3);
  double      r = box.x + box.width, b = box.y + box.height;
  RanklePoint shape[] = { { box.x + cut, box.y }, { r - cut, box.y },
                          { r, box.y + cut },     { r, b - cut },
                          { r - cut, b },         { box.x + cut, b },
                          { box.x, b - cut },     { box.x, box.y + cut } };

  G_STATIC_ASSERT (G_N_ELEMENTS (shape) <= MOST_CORNERS);
  for (guint i = 0; i < G_N_ELEMENTS (shape); i++)
    corners[i] = shape[i];
  return G_N_ELEMENTS (shape);
}

/* @bulge > 0: the hexagon of a phenotype; < 0: the waisted one of a perturbing agent. */
static guint
hexagon (RankleBox box, double bulge, RanklePoint *corners)
{
  double      in = MIN (fabs (bulge) * box.height, box.width / 3);
  double      r = box.x + box.width, b = box.y + box.height;
  double      middle = box.y + box.height / 2;
  double      edge = bulge > 0 ? in : 0, side = bulge > 0 ? 0 : in;
  RanklePoint shape[] = { { box.x + edge, box.y }, { r - edge, box.y },
                          { r - side, middle },    { r - edge, b },
                          { box.x + edge, b },     { box.x + side, middle } };

  G_STATIC_ASSERT (G_N_ELEMENTS (shape) <= MOST_CORNERS);
  for (guint i = 0; i < G_N_ELEMENTS (shape); i++)
    corners[i] = shape[i];
  return G_N_ELEMENTS (shape);
}

/* 0: the shape is no polygon. */
static guint
find_corners (RankleGlyphClass klass, RankleBox box, RanklePoint *corners)
{
  if (klass == RANKLE_GLYPH_COMPLEX)
    return cut_corners (box, corners);
  if (klass == RANKLE_GLYPH_PHENOTYPE)
    return hexagon (box, 0.35, corners);
  if (klass == RANKLE_GLYPH_PERTURBING_AGENT)
    return hexagon (box, -0.3, corners);
  return 0;
}

/* < 0: the shape is an ellipse. */
static double
find_radius (RankleGlyphClass klass, RankleBox box)
{
  double most = MIN (box.width, box.height) / 2;

  switch (klass)
    {
    case RANKLE_GLYPH_UNSPECIFIED:
    case RANKLE_GLYPH_ASSOCIATION:
    case RANKLE_GLYPH_SOURCE_AND_SINK:
      return -1;
    case RANKLE_GLYPH_SIMPLE_CHEMICAL:
      return most;
    case RANKLE_GLYPH_MACROMOLECULE:
    case RANKLE_GLYPH_MULTIMER:
      return MIN (CORNER, most);
    case RANKLE_GLYPH_COMPARTMENT:
      return MIN (28, most);
    case RANKLE_GLYPH_COMPLEX:
    case RANKLE_GLYPH_PHENOTYPE:
    case RANKLE_GLYPH_PERTURBING_AGENT:
    case RANKLE_GLYPH_PROCESS:
    case RANKLE_GLYPH_ANNOTATION:
    case RANKLE_GLYPH_UNIT_OF_INFORMATION:
    default:
      return 0;
    }
}

static void
trace_rounded (cairo_t *cr, RankleBox box, double radius)
{
  double r = box.x + box.width, b = box.y + box.height;

  g_assert (2 * radius <= MIN (box.width, box.height));
  cairo_new_sub_path (cr);
  cairo_arc (cr, r - radius, box.y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, r - radius, b - radius, radius, 0, G_PI_2);
  cairo_arc (cr, box.x + radius, b - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, box.x + radius, box.y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

static void
trace_ellipse (cairo_t *cr, RankleBox box)
{
  cairo_matrix_t matrix;

  cairo_get_matrix (cr, &matrix);
  cairo_translate (cr, box.x + box.width / 2, box.y + box.height / 2);
  cairo_scale (cr, box.width / 2, box.height / 2);
  cairo_new_sub_path (cr);
  cairo_arc (cr, 0, 0, 1, 0, 2 * G_PI);
  cairo_close_path (cr);
  cairo_set_matrix (cr, &matrix);
}

void
rankle_glyph_trace (cairo_t *cr, RankleGlyphClass klass, RankleBox box)
{
  RanklePoint corners[MOST_CORNERS];
  guint       n = find_corners (klass, box, corners);
  double      radius = find_radius (klass, box);

  if (box.width <= 0 || box.height <= 0)
    return;
  if (n > 0)
    {
      cairo_move_to (cr, corners[0].x, corners[0].y);
      for (guint i = 1; i < n; i++)
        cairo_line_to (cr, corners[i].x, corners[i].y);
      cairo_close_path (cr);
    }
  else if (radius < 0)
    trace_ellipse (cr, box);
  else if (radius > 0)
    trace_rounded (cr, box, radius);
  else
    cairo_rectangle (cr, box.x, box.y, box.width, box.height);
}

static gboolean
polygon_contains (const RanklePoint *corners, guint n, RanklePoint point)
{
  gboolean inside = FALSE;

  g_assert (n >= 3);
  for (guint i = 0, j = n - 1; i < n; j = i++)
    if ((corners[i].y > point.y) != (corners[j].y > point.y) &&
        point.x < (corners[j].x - corners[i].x) * (point.y - corners[i].y) /
                          (corners[j].y - corners[i].y) +
                      corners[i].x)
      inside = !inside;
  return inside;
}

static gboolean
rounded_contains (RankleBox box, double radius, RanklePoint point)
{
  RanklePoint center = rankle_box_get_center (box);
  double      dx = fabs (point.x - center.x) - (box.width / 2 - radius);
  double      dy = fabs (point.y - center.y) - (box.height / 2 - radius);

  if (dx > 0 && dy > 0)
    return dx * dx + dy * dy <= radius * radius;
  return dx <= radius && dy <= radius;
}

gboolean
rankle_glyph_contains (const RankleGlyph *glyph, RanklePoint point, double reach)
{
  RankleBox   box = rankle_box_grow (glyph->box, reach);
  RanklePoint corners[MOST_CORNERS], center = rankle_box_get_center (box);
  guint       n = find_corners (glyph->klass, box, corners);
  double      radius = find_radius (glyph->klass, box);
  double      dx, dy;

  if (n > 0)
    return polygon_contains (corners, n, point);
  if (radius >= 0)
    return rounded_contains (box, radius, point);
  dx = (point.x - center.x) / (box.width / 2);
  dy = (point.y - center.y) / (box.height / 2);
  return dx * dx + dy * dy <= 1;
}

static RanklePoint
between (RanklePoint a, RanklePoint b, double t)
{
  return (RanklePoint){ a.x + t * (b.x - a.x), a.y + t * (b.y - a.y) };
}

RanklePoint
rankle_glyph_clip (const RankleGlyph *glyph, RanklePoint outside, RanklePoint inside)
{
  /* An end that stops short of the shape, at a corner of its box say, is led on into it.
   */
  double length = hypot (inside.x - outside.x, inside.y - outside.y);
  double reach = MAX (glyph->box.width, glyph->box.height) / 2;
  double most = length > 0 ? 1 + reach / length : 1;
  double low = 0, high;

  for (high = 0; high <= most; high += most / 256)
    if (rankle_glyph_contains (glyph, between (outside, inside, high), 0))
      break;
  if (high > most || high <= 0)
    return inside;
  low = high - most / 256;
  for (guint i = 0; i < 40; i++)
    {
      double middle = (low + high) / 2;

      if (rankle_glyph_contains (glyph, between (outside, inside, middle), 0))
        high = middle;
      else
        low = middle;
    }
  return between (outside, inside, low);
}
