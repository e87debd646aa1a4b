/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-finding.h"
#include "rankle-plot.h"

G_BEGIN_DECLS

/**
 * RankleRunPlot:
 * @model: (owned): whose panel it is
 * @panel: the model's own
 * @plot: what is to be drawn; borrows from all below
 * @run: @baseline: (owned) (nullable)
 * @marks: (owned) (nullable): times of doses
 * @nothing: (owned) (nullable): rows without shares
 * @beyond: (owned) (nullable): double, from and to in turn: when each series is not to be
 * read
 * @points: (owned): RanklePlotPoint, what was published of the panel's columns
 * @indices: (owned): guint, which of the findings each is
 *
 * One panel of a model, filled from a run: the same curves in the window and in a
 * picture.
 */
typedef struct
{
  RankleModel       *model;
  const RanklePanel *panel;
  RanklePlot         plot;
  RankleTrajectory  *run, *baseline;
  double            *marks;
  guint8            *nothing;
  GArray            *beyond[RANKLE_PLOT_MAX_SERIES];
  GArray            *points, *indices;
} RankleRunPlot;

void rankle_run_plot_init (RankleRunPlot *self, RankleModel *model, guint panel);
void rankle_run_plot_clear (RankleRunPlot *self);

/* Both (nullable); one of another model has other columns, and is left out. */
void rankle_run_plot_take_runs (RankleRunPlot    *self,
                                RankleTrajectory *run,
                                RankleTrajectory *baseline);
/* What was published of the run; read after the run was taken. */
void rankle_run_plot_take_findings (RankleRunPlot       *self,
                                    const RankleFinding *findings,
                                    guint                n);
/* When the run leaves the range of what is drawn; read after the run was taken. TRUE if
 * it is another time than before. */
gboolean rankle_run_plot_take_beyond (RankleRunPlot *self);
/* Times of doses, copied. TRUE if they are others than before. */
gboolean rankle_run_plot_take_marks (RankleRunPlot *self, const double *times, guint n);
/* The part of time that is shown; @from not before @to: all until @horizon. */
void
rankle_run_plot_take_times (RankleRunPlot *self, double from, double to, double horizon);
/* To be done last. @hold: the axis may only grow. TRUE if it moved. */
gboolean rankle_run_plot_settle_range (RankleRunPlot *self, gboolean hold);

G_END_DECLS
