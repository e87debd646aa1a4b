/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The arrowheads of SBGN. */

#include "rankle-diagram-geometry.h"

#include <math.h>

double
rankle_arc_head_length (RankleArcClass klass)
{
  switch (klass)
    {
    case RANKLE_ARC_CONSUMPTION:
      return 0;
    case RANKLE_ARC_INHIBITION:
      return 0.35;
    case RANKLE_ARC_NECESSARY_STIMULATION:
      return 1.55;
    case RANKLE_ARC_MODULATION:
      return 1.5;
    case RANKLE_ARC_PRODUCTION:
    case RANKLE_ARC_STIMULATION:
    case RANKLE_ARC_CATALYSIS:
    default:
      return 1;
    }
}

static void
trace_triangle (cairo_t *cr, double size)
{
  cairo_move_to (cr, 0, 0);
  cairo_line_to (cr, -size, -0.55 * size);
  cairo_line_to (cr, -size, 0.55 * size);
  cairo_close_path (cr);
}

static void
trace_bar (cairo_t *cr, double at, double size)
{
  cairo_move_to (cr, at, -0.7 * size);
  cairo_line_to (cr, at, 0.7 * size);
}

static void
trace_head (cairo_t *cr, RankleArcClass klass, double size)
{
  switch (klass)
    {
    case RANKLE_ARC_CATALYSIS:
      cairo_new_sub_path (cr);
      cairo_arc (cr, -0.5 * size, 0, 0.5 * size, 0, 2 * G_PI);
      break;
    case RANKLE_ARC_INHIBITION:
      trace_bar (cr, -0.3 * size, size);
      break;
    case RANKLE_ARC_NECESSARY_STIMULATION:
      trace_triangle (cr, size);
      trace_bar (cr, -1.45 * size, size);
      cairo_move_to (cr, -1.45 * size, 0);
      cairo_line_to (cr, -size, 0);
      break;
    case RANKLE_ARC_MODULATION:
      cairo_move_to (cr, 0, 0);
      cairo_line_to (cr, -0.75 * size, -0.5 * size);
      cairo_line_to (cr, -1.5 * size, 0);
      cairo_line_to (cr, -0.75 * size, 0.5 * size);
      cairo_close_path (cr);
      break;
    case RANKLE_ARC_CONSUMPTION:
      break;
    case RANKLE_ARC_PRODUCTION:
    case RANKLE_ARC_STIMULATION:
    default:
      trace_triangle (cr, size);
      break;
    }
}

void
rankle_arc_paint_head (
    cairo_t *cr, RankleArcClass klass, RanklePoint from, RanklePoint tip, double size)
{
  g_assert (size >= 0);
  if (klass == RANKLE_ARC_CONSUMPTION)
    return;
  cairo_save (cr);
  cairo_translate (cr, tip.x, tip.y);
  cairo_rotate (cr, atan2 (tip.y - from.y, tip.x - from.x));
  trace_head (cr, klass, size);
  if (klass == RANKLE_ARC_PRODUCTION)
    cairo_fill_preserve (cr);
  cairo_stroke (cr);
  cairo_restore (cr);
}
