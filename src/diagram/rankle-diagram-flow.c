/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Motion along arcs: beads whose pace tells how much flows, or how much there is of
 * what they come from. */

#include <math.h>

#include "rankle-diagram-ink.h"

#define PACE       26.0 /* at baseline [px/s] */
#define MOST_TIMES 4.0  /* of it: faster, the eye would see them run backwards */
#define BEAD       4.4  /* [px] */

/* 0: nothing flows. */
static double
get_pace (const RankleDiagram *diagram, guint arc, const RankleGlyphState *states)
{
  const RankleGlyphState *driver = &states[rankle_diagram_get_driver (diagram, arc)];
  double                  flux = states[rankle_diagram_state_of_arc (diagram, arc)].ratio;

  if (!isnan (flux))
    return PACE * CLAMP (flux, 0, MOST_TIMES);
  if (driver->standing != RANKLE_GLYPH_SIMULATED)
    return 0;
  if (!isnan (driver->ratio))
    return PACE * CLAMP (driver->ratio, 0, MOST_TIMES);
  return isnan (driver->share) ? 0 : PACE * CLAMP (driver->share, 0, 1);
}

void
rankle_diagram_advance_flow (const RankleDiagram    *diagram,
                             const RankleGlyphState *states,
                             double                 *phases,
                             double                  seconds)
{
  g_return_if_fail (diagram != NULL && states != NULL && phases != NULL);
  g_return_if_fail (seconds >= 0);

  for (guint i = 0; i < rankle_diagram_get_n_arcs (diagram); i++)
    phases[i] += seconds * get_pace (diagram, i, states);
}

void
rankle_diagram_paint_flow (cairo_t                  *cr,
                           const RankleDiagram      *diagram,
                           const RankleGlyphState   *states,
                           const double             *phases,
                           RankleDiagramCamera       camera,
                           const RankleDiagramTheme *theme)
{
  RankleInk ink;
  double    width;

  g_return_if_fail (cr != NULL && diagram != NULL && theme != NULL);
  g_return_if_fail (states != NULL && phases != NULL);

  ink = _rankle_ink_new (cr, diagram, camera, theme);
  width = _rankle_ink_get_line_width (&ink, BEAD);
  for (guint i = 0; i < rankle_diagram_get_n_arcs (diagram); i++)
    if (get_pace (diagram, i, states) > 0 && _rankle_ink_shows_arc (&ink, i))
      _rankle_ink_paint_beads (&ink, i, width, phases[i]);
}
