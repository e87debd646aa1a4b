/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-plot-front.h"

G_BEGIN_DECLS

/**
 * RanklePlotSurfaces:
 * @layout: where everything stood when it was last drawn
 * @back: (owned) (nullable): what does not change while a slider moves
 * @edges: (owned) (nullable): what lies over the curves and does not change with them
 * @front: (owned) (nullable): the same with the curves on top, which a painter paints
 * beside the main thread
 *
 * What a widget keeps of its plot from frame to frame. A moving cursor repaints neither.
 */
typedef struct
{
  RanklePlotLayout layout;
  cairo_surface_t *back, *edges;
  RanklePlotFront *front;
} RanklePlotSurfaces;

/* All is another: @widget is drawn again. */
void rankle_plot_surfaces_drop (RanklePlotSurfaces *surfaces, GtkWidget *widget);
/* The curves are others, and nothing else: where it is seen they are begun at once, and
 * @widget is drawn again. */
void rankle_plot_surfaces_update (RanklePlotSurfaces    *surfaces,
                                  GtkWidget             *widget,
                                  const RanklePlot      *plot,
                                  const RanklePlotTheme *theme);
void rankle_plot_surfaces_snapshot (RanklePlotSurfaces    *surfaces,
                                    GtkWidget             *widget,
                                    GtkSnapshot           *snapshot,
                                    const RanklePlot      *plot,
                                    const RanklePlotTheme *theme,
                                    double                 cursor,
                                    int                    selected);
void rankle_plot_surfaces_clear (RanklePlotSurfaces *surfaces);

G_END_DECLS
