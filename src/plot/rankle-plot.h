/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  RANKLE_PLOT_LINES,
  RANKLE_PLOT_STACKED, /* shares of the series' sum, in % */
  RANKLE_PLOT_PHASE,   /* the first of two series to the right, the second up */
} RanklePlotKind;

/**
 * RanklePlotSeries:
 * @label: what stands at the line's end
 * @unit: (nullable): its own, where series have not all the plot's. Borrowed
 * @x: @y: @n values, x ascending; y may have gaps (NaN). Borrowed
 * @ghost: (nullable): baseline values at @ghost_x. Borrowed
 * @factor: shown = factor × y; likewise for the ghost
 * @beyond: (nullable): from and to in turn, @n_beyond pairs: when its values are not to
 * be read, and the plot is shaded. Borrowed
 */
typedef struct
{
  const char   *label;
  const char   *unit;
  const double *x, *y;
  guint         n;
  const double *ghost_x, *ghost;
  guint         n_ghost;
  double        factor, ghost_factor;
  const double *beyond;
  guint         n_beyond;
} RanklePlotSeries;

#define RANKLE_PLOT_MAX_SERIES 8

/* What stands at a point: shapes, so that no color need be told apart. */
typedef enum
{
  RANKLE_PLOT_MARK_ROUND,
  RANKLE_PLOT_MARK_DIAMOND,
  RANKLE_PLOT_MARK_SQUARE, /* filled */
} RanklePlotMark;

/**
 * RanklePlotTrace:
 * @series: whose hue it has
 * @ink: number of its pattern
 * @mark: stands on it: what it is called in a legend. Borrowed
 * @x: @y: @n values, x ascending; y may have gaps (NaN). Borrowed
 * @factor: shown = factor × y
 * @low: @high: of all that y is, so that the axis need not look through it
 *
 * A curve of another run, which lies thinner below that of the series. In a stacked plot
 * it is the edge between two shares.
 */
typedef struct
{
  guint         series, ink;
  const char   *mark;
  const double *x, *y;
  guint         n;
  double        factor;
  double        low, high;
} RanklePlotTrace;

/**
 * RanklePlotPoint:
 * @series: whose hue and factor it has
 * @x: @x_from: the value is the largest or smallest of a window of time, which ends at
 * @x; @x_from = @x: it is the value at @x
 * @y: @low: @high: shown = the series' factor × them; @low and @high may be NaN: no
 * spread
 * @mark: its shape
 * @recalled: its spread and outline are dashed
 * @letter: (nullable): stands beside it: the mark of the trace that it belongs to; NULL:
 * it belongs to the curve. Borrowed
 *
 * A value from elsewhere, which the curve is held against.
 */
typedef struct
{
  guint          series;
  double         x_from, x;
  double         y, low, high;
  RanklePlotMark mark;
  gboolean       recalled;
  const char    *letter;
} RanklePlotPoint;

/**
 * RanklePlot:
 * @stopped: where the run ended early: what lies beyond is shaded, and has no values
 * @is_still: its labels will have no values but those at @still_at, and take no more room
 *
 * One plot's content. A plain value whose pointers are borrowed: it lives as long as the
 * runs that it shows.
 */
typedef struct
{
  const char      *title;
  const char      *unit;
  RanklePlotKind   kind;
  RanklePlotSeries series[RANKLE_PLOT_MAX_SERIES];
  guint            n_series;
  const char      *time_unit; /* "day" … */
  double           x_min, x_max;
  double           y_min, y_max; /* set by rankle_plot_find_range(), or held */
  gboolean         is_stopped;
  double           stopped; /* if @is_stopped */
  gboolean         logarithmic;
  gboolean         include_zero;
  double           reference; /* NaN: none */
  gboolean         show_ghost;
  const double    *marks; /* times of doses; borrowed */
  guint            n_marks;
  const guint8    *nothing; /* (nullable): rows without shares; borrowed */
  const char      *remark;  /* (nullable): why there is a gap; stands in a wide one */
  const char      *warning; /* (nullable): stands where series are beyond, if it fits */
  const RanklePlotTrace *traces; /* borrowed */
  guint                  n_traces;
  const RanklePlotPoint *points; /* borrowed; not shown in a stacked plot */
  guint                  n_points;
  gboolean               is_still;
  double                 still_at;   /* if @is_still */
  double                 label_room; /* at the lines' ends, at least [px] */
} RanklePlot;

/* The range of values that the curves, their ghosts, the traces and the points take
 * within x_min … x_max, a little widened. */
void rankle_plot_find_range (const RanklePlot *plot, double *min, double *max);
/* The series' value as shown at @x, interpolated; a share in % in a stacked plot. NaN
 * where there is none. */
double rankle_plot_get_value (const RanklePlot *plot, guint series, double x);
/* (transfer full): that value in figures: whole percents in a stacked plot, else three
 * digits, or 0 where it is nothing on the axis' scale. */
char *rankle_plot_dup_value (const RanklePlot *plot, guint series, double x);
/* The lower and upper edge of a stacked series at row @i; [0, 100], NaN where there is
 * nothing to take shares of. */
void rankle_plot_get_share (
    const RanklePlot *plot, guint series, guint i, double *low, double *high);
/* The longest time in view in which a series has no value, or a stacked plot no shares;
 * FALSE: there is none. */
gboolean rankle_plot_find_gap (const RanklePlot *plot, double *from, double *to);
/* The last of @n ascending values at or before @x; 0 if there is none. */
guint rankle_plot_find_row (const double *xs, guint n, double x);
/* The series whose curve is nearest to the point, both in shown units; -1 if none is
 * within @reach. */
int rankle_plot_find_nearest (const RanklePlot *plot, double x, double y, double reach);

G_END_DECLS
