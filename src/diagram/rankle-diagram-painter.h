/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-diagram-camera.h"
#include "rankle-diagram-state.h"
#include "rankle-diagram-theme.h"

G_BEGIN_DECLS

/* Ink. Surfaces are in pixels; the camera says where the map lies. The same functions
 * serve the window, figures for paper, and tests. */

/* Regions, arcs whose driver has no value, processes, glyphs that are not simulated. */
void rankle_diagram_paint_static (cairo_t                  *cr,
                                  const RankleDiagram      *diagram,
                                  const RankleGlyphState   *states,
                                  RankleDiagramCamera       camera,
                                  const RankleDiagramTheme *theme);

/* One glyph that is simulated or knocked out. */
void rankle_diagram_paint_glyph (cairo_t                  *cr,
                                 const RankleDiagram      *diagram,
                                 guint                     glyph,
                                 const RankleGlyphState   *state,
                                 RankleDiagramCamera       camera,
                                 const RankleDiagramTheme *theme);

/* One arc: its width says how much flows along it, @flux times as much as at baseline;
 * NaN: how much of its @driver there is. */
void rankle_diagram_paint_arc (cairo_t                  *cr,
                               const RankleDiagram      *diagram,
                               guint                     arc,
                               const RankleGlyphState   *driver,
                               double                    flux,
                               RankleDiagramCamera       camera,
                               const RankleDiagramTheme *theme);
/* The arc is not part of the static layer. */
gboolean rankle_diagram_arc_is_live (const RankleDiagram    *diagram,
                                     guint                   arc,
                                     const RankleGlyphState *states);

/* All of the second layer, or what of it touches @region (nullable) [px]. */
void rankle_diagram_paint_dynamic (cairo_t                  *cr,
                                   const RankleDiagram      *diagram,
                                   const RankleGlyphState   *states,
                                   RankleDiagramCamera       camera,
                                   const RankleDiagramTheme *theme,
                                   const cairo_region_t     *region);

/* Beads that run along the live arcs. @phases: for each arc of the diagram, how far they
 * have come [px]; see rankle_diagram_advance_flow(). */
void rankle_diagram_paint_flow (cairo_t                  *cr,
                                const RankleDiagram      *diagram,
                                const RankleGlyphState   *states,
                                const double             *phases,
                                RankleDiagramCamera       camera,
                                const RankleDiagramTheme *theme);
/* What so many @seconds do to @phases: the more flows, or there is of a driver, the
 * faster. */
void rankle_diagram_advance_flow (const RankleDiagram    *diagram,
                                  const RankleGlyphState *states,
                                  double                 *phases,
                                  double                  seconds);

typedef enum
{
  RANKLE_MARK_SELECTED, /* accent ring */
  RANKLE_MARK_FOCUSED,  /* dashed ring around that */
  RANKLE_MARK_POINTED,  /* thin ring */
} RankleDiagramMark;

void rankle_diagram_paint_mark (cairo_t                  *cr,
                                const RankleDiagram      *diagram,
                                guint                     glyph,
                                RankleDiagramMark         mark,
                                RankleDiagramCamera       camera,
                                const RankleDiagramTheme *theme);

/* Along the arc, in the accent. */
void rankle_diagram_paint_arc_mark (cairo_t                  *cr,
                                    const RankleDiagram      *diagram,
                                    guint                     arc,
                                    RankleDiagramCamera       camera,
                                    const RankleDiagramTheme *theme);

/* Dashed like the focus of a glyph, around the whole surface: nothing is selected. */
void rankle_diagram_paint_frame (cairo_t                  *cr,
                                 double                    width,
                                 double                    height,
                                 const RankleDiagramTheme *theme);

/* The pixels that painting @glyph or @arc can touch. */
RankleBox rankle_diagram_get_glyph_extents (const RankleDiagram      *diagram,
                                            guint                     glyph,
                                            RankleDiagramCamera       camera,
                                            const RankleDiagramTheme *theme);
RankleBox rankle_diagram_get_arc_extents (const RankleDiagram      *diagram,
                                          guint                     arc,
                                          RankleDiagramCamera       camera,
                                          const RankleDiagramTheme *theme);

/* The scale 1/4 … 4 and what the hatch means, in the top right corner. */
void      rankle_diagram_paint_legend (cairo_t                  *cr,
                                       const RankleDiagram      *diagram,
                                       RankleDiagramCamera       camera,
                                       double                    width,
                                       double                    height,
                                       const RankleDiagramTheme *theme);
RankleBox rankle_diagram_get_legend_box (const RankleDiagram      *diagram,
                                         RankleDiagramCamera       camera,
                                         double                    width,
                                         double                    height,
                                         const RankleDiagramTheme *theme);

/* The whole picture fitted into @width × @height: what figures use. */
void rankle_diagram_paint (cairo_t                  *cr,
                           const RankleDiagram      *diagram,
                           const RankleGlyphState   *states,
                           double                    width,
                           double                    height,
                           const RankleDiagramTheme *theme);

G_END_DECLS
