/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-plot-painter.h"

G_BEGIN_DECLS

/**
 * RanklePlotSurfaces:
 * @layout: where everything stood when it was last drawn
 * @back: (owned) (nullable): what does not change while a slider moves
 * @edges: (owned) (nullable): what lies over the curves and does not change with them
 * @front: (owned) (nullable): the same with the curves on top
 *
 * What a widget keeps of its plot from frame to frame. A moving cursor repaints neither.
 */
typedef struct
{
  RanklePlotLayout layout;
  cairo_surface_t *back, *edges, *front;
} RanklePlotSurfaces;

/* The curves are others, and, if @back, all the rest too: @widget is drawn again. */
void rankle_plot_surfaces_drop (RanklePlotSurfaces *surfaces,
                                GtkWidget          *widget,
                                gboolean            back);
void rankle_plot_surfaces_snapshot (RanklePlotSurfaces    *surfaces,
                                    GtkWidget             *widget,
                                    GtkSnapshot           *snapshot,
                                    const RanklePlot      *plot,
                                    const RanklePlotTheme *theme,
                                    double                 cursor,
                                    int                    selected);
void rankle_plot_surfaces_clear (RanklePlotSurfaces *surfaces);

G_END_DECLS
