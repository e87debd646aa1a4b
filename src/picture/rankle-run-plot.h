/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-finding.h"
#include "rankle-kept-result.h"
#include "rankle-observations-match.h"
#include "rankle-plot.h"
#include "rankle-shown-panel.h"

G_BEGIN_DECLS

/**
 * RankleRunPlot:
 * @model: (owned): whose panel it is
 * @source: (owned): what @panel is of
 * @panel: what it shows of the model
 * @plot: what is to be drawn; borrows from all below
 * @run: @baseline: (owned) (nullable)
 * @marks: (owned) (nullable): times of doses
 * @nothing: (owned) (nullable): rows without shares
 * @beyond: (owned) (nullable): double, from and to in turn: when each series is not to be
 * read
 * @differences: (owned) (nullable): of each series, while it is one of differences
 * @unit: (owned): then, the plot's
 * @wants_logarithm: the axis is logarithmic, where values can stand on one
 * @wants_difference: curves are the run less the baseline, where there is one; a stacked
 * panel, in which each run has shares of its own whole, stays as it is
 * @until: the run is shown until then, and what comes is shaded; infinite: all of it
 * @room_low: @room_high: the axis has room for these, too; NaN: for what is drawn alone
 * @kept: (owned): RankleKeptCurves, the kept runs that are drawn
 * @traces: (owned): RanklePlotTrace, their curves
 * @own: (owned): numbers of traces that no run has
 * @points: (owned): RanklePlotPoint, what was published of the panel's columns, and then
 * what was observed
 * @indices: (owned): guint, which of the findings each is; of those behind, which belong
 * to kept runs, @sources tells
 * @sources: (owned): RankleKeptPoint
 * @observed: (owned): guint, which of one's own points each is of those behind these
 *
 * One panel of a model, filled from a run: the same curves in the window and in a
 * picture.
 */
typedef struct
{
  RankleModel       *model;
  RankleShownPanel  *source;
  const RanklePanel *panel;
  RanklePlot         plot;
  RankleTrajectory  *run, *baseline;
  double            *marks;
  guint8            *nothing;
  GArray            *beyond[RANKLE_PLOT_MAX_SERIES];
  double            *differences[RANKLE_PLOT_MAX_SERIES];
  char              *unit;
  gboolean           wants_difference, wants_logarithm;
  double             until, room_low, room_high;
  GArray            *kept, *traces;
  GPtrArray         *own;
  GArray            *points, *indices, *sources, *observed;
} RankleRunPlot;

/**
 * RankleKeptPoint:
 * @finding: Borrowed: of the kept run's
 * @model: Borrowed: which it was found for
 */
typedef struct
{
  const RankleFinding *finding;
  RankleModel         *model;
} RankleKeptPoint;

/* @panel, of @model, is kept. */
void rankle_run_plot_init_panel (RankleRunPlot    *self,
                                 RankleModel      *model,
                                 RankleShownPanel *panel);
/* Of a panel of the model's own. */
void rankle_run_plot_init (RankleRunPlot *self, RankleModel *model, guint panel);
void rankle_run_plot_clear (RankleRunPlot *self);

/* Whether curves are the run less the baseline; said before the runs are taken. */
void rankle_run_plot_set_difference (RankleRunPlot *self, gboolean wanted);
/* They are. */
gboolean rankle_run_plot_is_difference (const RankleRunPlot *self);
/* Whether the axis is logarithmic; as the model has it unless this is said, before the
 * runs are taken. Where the values have no place on one, it is not. */
void rankle_run_plot_set_logarithmic (RankleRunPlot *self, gboolean wanted);
/* Said before the runs are taken; of the run alone. [the model's time] */
void rankle_run_plot_set_until (RankleRunPlot *self, double until);
/* Said before the range is settled. */
void rankle_run_plot_set_room (RankleRunPlot *self, double low, double high);
/* (nullable): why the axis of what is shown cannot be logarithmic: a sentence. */
const char *rankle_run_plot_find_no_logarithm (const RankleRunPlot *self);
/* Both (nullable); one of another model has other columns, and is left out. */
void rankle_run_plot_take_runs (RankleRunPlot    *self,
                                RankleTrajectory *run,
                                RankleTrajectory *baseline);
/* The kept runs that are seen, but the one that is the baseline: of the model's own those
 * curves that the panel has; of a rival those of quantities that both models have a word
 * for, in percent of its own baseline or in the panel's unit. Read after the runs were
 * taken. TRUE if they are others than before. */
gboolean
rankle_run_plot_take_kept (RankleRunPlot *self, const RankleKeptResult *results, guint n);
/* What was published of the run, and of the kept ones; read after all were taken. */
void rankle_run_plot_take_findings (RankleRunPlot       *self,
                                    const RankleFinding *findings,
                                    guint                n);
/* Points of one's own; read after the findings were taken. */
void rankle_run_plot_take_own_points (RankleRunPlot        *self,
                                      const RankleOwnPoint *points,
                                      guint                 n);
/* When the run leaves the range of what is drawn; read after the run was taken. TRUE if
 * it is another time than before. */
gboolean rankle_run_plot_take_beyond (RankleRunPlot *self);
/* Times of doses, copied. */
void rankle_run_plot_take_marks (RankleRunPlot *self, const double *times, guint n);
/* The part of time that is shown; @from not before @to: all until @horizon. */
void
rankle_run_plot_take_times (RankleRunPlot *self, double from, double to, double horizon);
/* To be done last. @hold: the axis may only grow. TRUE if it moved. */
gboolean rankle_run_plot_settle_range (RankleRunPlot *self, gboolean hold);

G_END_DECLS
