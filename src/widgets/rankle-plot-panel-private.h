/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-plot-findings.h"
#include "rankle-plot-panel.h"
#include "rankle-plot-surfaces.h"

G_BEGIN_DECLS

struct _RanklePlotPanel
{
  GtkWidget          parent_instance;
  RankleStudy       *study; /* Borrowed: the view's */
  RankleModel       *model; /* (owned): whose panel it is */
  const RanklePanel *panel; /* Borrowed from the model */
  RankleTrajectory  *trajectory,
      *baseline;   /* (owned) (nullable): whose values the plot borrows */
  double *marks;   /* (owned) */
  guint8 *nothing; /* (owned) (nullable): rows without shares */
  GArray *beyond[RANKLE_PLOT_MAX_SERIES]; /* (owned) (nullable): double: of each series */
  RanklePlotFindings findings;
  RanklePlot         plot;
  RanklePlotTheme    theme;
  RanklePlotSurfaces surfaces;
  double             view_from, view_to;
  int                selected; /* series, or -1 */
};

/* rankle-plot-panel-fill.c: what the panel's runs and its study hold goes into its plot.
 */
void _rankle_plot_panel_fill (RanklePlotPanel *self, gboolean show_ghost);
void _rankle_plot_panel_fill_times (RanklePlotPanel *self);
/* Doses. TRUE if they are others than before. */
gboolean _rankle_plot_panel_fill_marks (RanklePlotPanel *self);
/* What is not to be read. TRUE if it is another than before. */
gboolean _rankle_plot_panel_fill_beyond (RanklePlotPanel *self);
/* TRUE if the axis moved. */
gboolean _rankle_plot_panel_settle_range (RanklePlotPanel *self, gboolean hold);

G_END_DECLS
