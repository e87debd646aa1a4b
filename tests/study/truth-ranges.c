/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "truth-ranges.h"

#include <math.h>
#include <string.h>

#include "rankle-excursion.h"
#include "rankle-plot-painter.h"
#include "rankle-range-words.h"

#define WIDTH  420
#define HEIGHT 160

typedef struct
{
  const State          *state;
  TruthFaultFunc        report;
  guint                 column;
  const RankleQuantity *quantity;
  const double         *values, *times;
  guint                 n, n_out;
  double                margin; /* what the solver may be wrong by */
} Check;

G_GNUC_PRINTF (2, 3)
static void
fail (const Check *self, const char *format, ...)
{
  va_list          arguments;
  g_autofree char *text = NULL;
  g_autofree char *fault = NULL;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fault = g_strdup_printf ("%s: %s", self->quantity->id, text);
  self->report (self->state, fault);
}

/* ---- row by row ---- */

static Check
begin (const State *state, TruthFaultFunc report, guint column)
{
  RankleTrajectory *run = state->run;
  Check             self = { .state = state,
                             .report = report,
                             .column = column,
                             .quantity =
                                 rankle_model_get_column (rankle_trajectory_get_model (run), column),
                             .values = rankle_trajectory_get_shown (run, column),
                             .times = rankle_trajectory_get_times (run),
                             .n = rankle_trajectory_get_n_times (run) };

  for (guint row = 0; row < self.n; row++)
    if (fabs (self.values[row]) > self.margin)
      self.margin = fabs (self.values[row]);
  self.margin *=
      rankle_protocol_get_relative_tolerance (rankle_trajectory_get_protocol (run));
  self.margin = fmax (self.margin, rankle_trajectory_get_floor (run, column));
  return self;
}

/* How far the row is beyond either end; below 0: within. */
static double
read_distance (const Check *self, guint row)
{
  double distance = -INFINITY;

  if (!isnan (self->quantity->min))
    distance = fmax (distance, self->quantity->min - self->values[row]);
  if (!isnan (self->quantity->max))
    distance = fmax (distance, self->values[row] - self->quantity->max);
  return distance;
}

/* ---- the stretches ---- */

static gboolean
is_found (const GArray *excursions, double time)
{
  for (guint i = 0; i < excursions->len; i++)
    {
      const RankleExcursion *out = &g_array_index (excursions, RankleExcursion, i);

      if (time >= out->from && time <= out->to)
        return TRUE;
    }
  return FALSE;
}

static void
check_found (Check *self)
{
  g_autoptr (GArray) found = rankle_excursions_find (self->state->run, &self->column, 1);

  for (guint row = 0; row < self->n; row++)
    {
      double   distance = read_distance (self, row);
      gboolean is = is_found (found, self->times[row]);

      self->n_out += distance > self->margin;
      if (distance > self->margin && !is)
        fail (self, "%g at %g is out of range, without a mark", self->values[row],
              self->times[row]);
      else if (distance < 0 && is)
        fail (self, "%g at %g is marked, and within its range", self->values[row],
              self->times[row]);
      else
        continue;
      break;
    }
}

/* ---- the shade ---- */

/* What lies under the curves, with the column's stretches or without. */
static cairo_surface_t *
paint (const Check *self, const GArray *spans, RanklePlotLayout *layout)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t        *cr = cairo_create (surface);
  RanklePlotTheme theme = rankle_plot_theme_for_print ();
  RanklePlot      plot = {
         .title = "",
         .unit = "",
         .time_unit = "day",
         .n_series = 1,
         .x_max = rankle_session_get_horizon (self->state->session),
         .reference = NAN,
  };

  plot.series[0] =
      (RanklePlotSeries){ .label = "",
                          .x = self->times,
                          .y = self->values,
                          .n = self->n,
                          .factor = 1,
                          .beyond = (const double *)(const void *)spans->data,
                          .n_beyond = spans->len / 2 };
  rankle_plot_find_range (&plot, &plot.y_min, &plot.y_max);
  rankle_plot_layout_compute (layout, &plot, &theme, WIDTH, HEIGHT);
  rankle_plot_paint_back (cr, &plot, layout, &theme);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface, double x, double y)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  guint32       pixel;

  memcpy (&pixel, data + (int)y * cairo_image_surface_get_stride (surface) + 4 * (int)x,
          sizeof pixel);
  return pixel;
}

static void
check_shade (const Check *self)
{
  g_autoptr (GArray) found = rankle_excursions_find (self->state->run, &self->column, 1);
  g_autoptr (GArray) spans = rankle_excursions_merge (found);
  g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (double));
  RanklePlotLayout layout;
  cairo_surface_t *shaded = paint (self, spans, &layout);
  cairo_surface_t *plain = paint (self, nothing, &layout);
  gboolean         is_shaded = TRUE;

  for (guint row = 0; is_shaded && row < self->n; row++)
    {
      double x = CLAMP (rankle_plot_layout_time_to_x (&layout, self->times[row]),
                        layout.left + 1, layout.right - 1);

      if (read_distance (self, row) > self->margin)
        is_shaded =
            get_pixel (shaded, x, layout.top + 1) != get_pixel (plain, x, layout.top + 1);
      if (!is_shaded)
        fail (self, "no shade at %g", self->times[row]);
    }
  cairo_surface_destroy (shaded);
  cairo_surface_destroy (plain);
}

/* ---- the words ---- */

static void
check_words (const State *state, TruthFaultFunc report, guint n_out)
{
  g_autofree char *warning = rankle_range_in_words (state->run);

  if (n_out > 0 && warning == NULL)
    report (state, "values out of range, and no sentence says so");
  if (n_out == 0 && warning != NULL)
    report (state, warning);
}

guint
truth_check_ranges (const State *state, TruthFaultFunc report)
{
  guint n_columns = rankle_trajectory_get_n_columns (state->run), n_out = 0;

  for (guint column = 0; column < n_columns; column++)
    {
      Check self = begin (state, report, column);

      check_found (&self);
      if (self.n_out > 0)
        check_shade (&self);
      n_out += self.n_out;
    }
  check_words (state, report, n_out);
  return n_out;
}
