/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "truth-plots.h"

#include <math.h>

#include "rankle-plot-curve.h"

#define WIDTH  420
#define HEIGHT 160
/* [px]: what a curve may miss a value by, and how far beside it is looked for: the
 * middle of a column of pixels stands for all of it. */
#define MISS   1.0
#define BESIDE 1.5
/* An axis shows this part of its full range at least; and a little for rounding. */
#define FINEST (1e-6 * (1 - 1e-9))

typedef struct
{
  const State       *state;
  const RanklePanel *panel;
  RanklePlot         plot;
  guint8            *nothing; /* (owned) (nullable) */
  TruthFaultFunc     report;
  TruthPlots        *looked_at;
} Shown;

G_GNUC_PRINTF (2, 3)
static void
fail (const Shown *self, const char *format, ...)
{
  va_list          arguments;
  g_autofree char *text = NULL;
  g_autofree char *fault = NULL;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fault = g_strdup_printf ("panel %s: %s", self->panel->id, text);
  self->report (self->state, fault);
}

/* ---- a panel, as the window fills it ---- */

static double
find_factor (const Shown *self, guint column)
{
  double start = rankle_trajectory_get_shown (self->state->baseline, column)[0];

  if (!self->panel->relative)
    return 1;
  return fabs (start) > 0 ? 100 / start : NAN;
}

static RanklePlotSeries
make_series (const Shown *self, guint column)
{
  double factor = find_factor (self, column);

  return (RanklePlotSeries){
    .label = "",
    .x = rankle_trajectory_get_times (self->state->run),
    .y = rankle_trajectory_get_shown (self->state->run, column),
    .n = rankle_trajectory_get_n_times (self->state->run),
    .ghost_x = rankle_trajectory_get_times (self->state->baseline),
    .ghost = rankle_trajectory_get_shown (self->state->baseline, column),
    .n_ghost = rankle_trajectory_get_n_times (self->state->baseline),
    .factor = factor,
    .ghost_factor = factor,
  };
}

static void
fill (Shown *self)
{
  const RanklePanel *panel = self->panel;
  gboolean           stacked = panel->kind == RANKLE_PANEL_STACKED;
  RankleModel       *model = rankle_session_get_model (self->state->session);

  self->plot = (RanklePlot){
    .title = "",
    .unit = "",
    .kind = stacked ? RANKLE_PLOT_STACKED : RANKLE_PLOT_LINES,
    .n_series = MIN (panel->n_columns, RANKLE_PLOT_MAX_SERIES),
    .time_unit = rankle_model_get_time_unit (model),
    .x_max = rankle_session_get_horizon (self->state->session),
    .logarithmic = panel->log_scale,
    .include_zero = panel->include_zero,
    .reference = panel->reference,
    .show_ghost = TRUE,
  };
  for (guint i = 0; i < self->plot.n_series; i++)
    self->plot.series[i] = make_series (self, panel->columns[i]);
  if (stacked)
    self->nothing = rankle_trajectory_dup_nothing (self->state->run, panel->columns,
                                                   panel->n_columns);
  self->plot.nothing = self->nothing;
}

/* ---- axes ---- */

static double
find_largest (const Shown *self)
{
  double largest = 0;

  for (guint i = 0; i < self->plot.n_series; i++)
    {
      const RanklePlotSeries *series = &self->plot.series[i];

      for (guint k = 0; k < series->n; k++)
        largest = fmax (largest, fabs (series->factor * series->y[k]));
      for (guint k = 0; k < series->n_ghost; k++)
        largest = fmax (largest, fabs (series->factor * series->ghost[k]));
    }
  return largest;
}

/* The axis while @from … @to, parts of the horizon, are looked at. */
static void
check_axis (const Shown *self, double largest, double from, double to)
{
  RanklePlot plot = self->plot;
  double     min, max;

  plot.x_min = from * self->plot.x_max;
  plot.x_max = to * self->plot.x_max;
  rankle_plot_find_range (&plot, &min, &max);
  self->looked_at->n_axes++;
  if (!isfinite (min) || !isfinite (max) || !(max > min))
    fail (self, "the axis goes from %g to %g", min, max);
  else if (plot.logarithmic ? max < FINEST * largest : max - min < FINEST * largest)
    fail (self, "an axis of rounding noise, %.17g to %.17g beside %g", min, max, largest);
}

static void
check_axes (const Shown *self)
{
  double largest = find_largest (self);

  if (self->plot.kind == RANKLE_PLOT_STACKED || !isfinite (largest))
    return;
  check_axis (self, largest, 0, 1);
  check_axis (self, largest, 0.9, 1);
  check_axis (self, largest, 0, 1e-3);
  check_axis (self, largest, 0.5, 0.5 + 1e-4);
}

/* ---- curves ---- */

/* Widens @low … @high by what of the curve's piece behind point @k lies in @from … @to.
 */
static void
include_piece (const RanklePlotCurve *curve,
               guint                  k,
               double                 from,
               double                 to,
               double                *low,
               double                *high)
{
  double x0 = curve->x[k], x1 = curve->x[k + 1];
  double y0 = curve->y[k], y1 = curve->y[k + 1];
  double a = fmax (x0, from), b = fmin (x1, to);
  double slope = x1 > x0 ? (y1 - y0) / (x1 - x0) : 0;

  if (!(a <= b) || isnan (y0) || isnan (y1))
    return;
  if (x1 > x0)
    {
      y1 = y0 + slope * (b - x0);
      y0 = y0 + slope * (a - x0);
    }
  *low = fmin (*low, fmin (y0, y1));
  *high = fmax (*high, fmax (y0, y1));
}

static gboolean
passes (const RanklePlotCurve *curve, guint first, double x, double y)
{
  double low = INFINITY, high = -INFINITY;

  for (guint k = first; k < curve->n && curve->x[k] <= x + BESIDE; k++)
    {
      if (fabs (curve->x[k] - x) <= BESIDE && isfinite (curve->y[k]))
        {
          low = fmin (low, curve->y[k]);
          high = fmax (high, curve->y[k]);
        }
      if (k + 1 < curve->n)
        include_piece (curve, k, x - BESIDE, x + BESIDE, &low, &high);
    }
  return y >= low - MISS && y <= high + MISS;
}

/* Where there is no value, at @x, there is no curve. */
static gboolean
crosses (const RanklePlotCurve *curve, guint first, double x)
{
  for (guint k = first; k + 1 < curve->n && curve->x[k] < x; k++)
    if (curve->x[k + 1] > x && isfinite (curve->y[k]) && isfinite (curve->y[k + 1]))
      return TRUE;
  return FALSE;
}

/* Of values @y × @factor none is missed, and none made up. */
static void
check_curve (const Shown            *self,
             const RanklePlotLayout *layout,
             guint                   i,
             const double           *y,
             double                  factor)
{
  const double   *x = self->plot.series[i].x;
  guint           n = self->plot.series[i].n, first = 0;
  RanklePlotCurve curve;

  rankle_plot_curve_init (&curve, layout, x, y, n, factor);
  self->looked_at->n_curves++;
  for (guint row = 0; row < n; row++)
    {
      double at = rankle_plot_layout_time_to_x (layout, x[row]);
      double place = rankle_plot_scale_map (&layout->y, factor * y[row]);

      while (first + 2 < curve.n && curve.x[first + 1] < at - BESIDE)
        first++;
      /* On a logarithmic axis 0 has no place. */
      if (isfinite (y[row]) &&
          (!isfinite (place) || (self->plot.logarithmic && !(factor * y[row] > 0))))
        continue;
      if (isfinite (place) ? passes (&curve, first, at, place)
                           : !crosses (&curve, first, at))
        continue;
      fail (self, "curve %u misses %g at %g", i, factor * y[row], x[row]);
      break;
    }
  rankle_plot_curve_clear (&curve);
}

/* The upper edge of a band. */
static void
check_edge (const Shown *self, const RanklePlotLayout *layout, guint i)
{
  guint              n = self->plot.series[i].n;
  g_autofree double *edge = g_new (double, n);

  for (guint row = 0; row < n; row++)
    {
      double low;

      rankle_plot_get_share (&self->plot, i, row, &low, &edge[row]);
    }
  check_curve (self, layout, i, edge, 1);
}

static void
check_curves (Shown *self)
{
  RanklePlotTheme  theme = rankle_plot_theme_for_print ();
  RanklePlotLayout layout;

  rankle_plot_find_range (&self->plot, &self->plot.y_min, &self->plot.y_max);
  rankle_plot_layout_compute (&layout, &self->plot, &theme, WIDTH, HEIGHT);
  for (guint i = 0; i < self->plot.n_series; i++)
    if (self->plot.kind == RANKLE_PLOT_STACKED)
      check_edge (self, &layout, i);
    else
      check_curve (self, &layout, i, self->plot.series[i].y, self->plot.series[i].factor);
}

/* ---- shares ---- */

/* None of the panel's columns stands above what the solver is held to. */
static gboolean
is_nothing (const Shown *self, guint row)
{
  for (guint i = 0; i < self->panel->n_columns; i++)
    {
      guint  column = self->panel->columns[i];
      double value = rankle_trajectory_get_column (self->state->run, column)[row];

      if (fabs (value) > rankle_trajectory_get_floor (self->state->run, column))
        return FALSE;
    }
  return TRUE;
}

/* FALSE: shares there are that do not sum, or are none. */
static gboolean
sums (const Shown *self, guint row)
{
  double edge = 0;

  for (guint i = 0; i < self->plot.n_series; i++)
    {
      double low, high;

      rankle_plot_get_share (&self->plot, i, row, &low, &high);
      if (!(fabs (low - edge) < 1e-6) || !(high >= low))
        return FALSE;
      edge = high;
    }
  return fabs (edge - 100) < 1e-6;
}

static gboolean
is_below_nothing (const Shown *self, guint row)
{
  for (guint i = 0; i < self->plot.n_series; i++)
    if (self->plot.series[i].y[row] <
        -rankle_trajectory_get_floor (self->state->run, self->panel->columns[i]))
      return TRUE;
  return FALSE;
}

static void
check_shares (const Shown *self)
{
  guint n = rankle_trajectory_get_n_times (self->state->run);

  if (self->plot.n_series < self->panel->n_columns)
    fail (self, "more shares than are drawn");
  for (guint row = 0; row < n; row++)
    {
      double   time = self->plot.series[0].x[row], low, high;
      gboolean nothing = is_nothing (self, row);

      self->looked_at->n_shares += !nothing;
      self->looked_at->n_nothing += nothing;
      rankle_plot_get_share (&self->plot, 0, row, &low, &high);
      if (nothing && !isnan (high))
        fail (self, "shares of nothing at %g", time);
      else if (!nothing && !sums (self, row))
        fail (self, "shares that do not sum at %g", time);
      else if (is_below_nothing (self, row))
        fail (self, "a share below nothing at %g", time);
      else
        continue;
      break;
    }
}

void
truth_check_plots (const State *state, TruthFaultFunc report, TruthPlots *looked_at)
{
  RankleModel *model = rankle_session_get_model (state->session);

  g_assert (state->run != NULL && state->baseline != NULL);
  for (guint i = 0; i < rankle_model_get_n_panels (model); i++)
    {
      Shown shown = { .state = state,
                      .panel = rankle_model_get_panel (model, i),
                      .report = report,
                      .looked_at = looked_at };

      fill (&shown);
      check_axes (&shown);
      if (shown.plot.kind == RANKLE_PLOT_STACKED)
        check_shares (&shown);
      check_curves (&shown);
      g_free (shown.nothing);
    }
}
