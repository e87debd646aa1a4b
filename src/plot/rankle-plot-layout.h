/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "rankle-plot-scale.h"
#include "rankle-plot-theme.h"

G_BEGIN_DECLS

/*     +------------------------------------------+
 *     | title  unit                              |
 *     | y |                          | labels     |
 *     | t |        plot area         | at the     |
 *     | i |                          | lines' ends|
 *     |   +--------------------------+            |
 *     |     x ticks            time unit          |
 *     +------------------------------------------+
 * Where labels at the lines' ends would take too much of the width, they stand in rows
 * under the title. */

typedef struct
{
  double          width, height;
  double          left, top, right, bottom; /* of the plot area */
  double          title_size, label_size, tick_size;
  RanklePlotScale x, y; /* x in shown time units */
  RanklePlotClock clock;
  double          x_ticks[RANKLE_PLOT_MAX_TICKS], y_ticks[RANKLE_PLOT_MAX_TICKS];
  guint           n_x_ticks, n_y_ticks;
  int             y_decimals;
  gboolean        labels_at_ends;
  double          line_height; /* of a label */
  double          label_x[RANKLE_PLOT_MAX_SERIES],
      label_y[RANKLE_PLOT_MAX_SERIES]; /* middle left, where they stand in rows */
  double sample;                       /* length of the piece of line beside a label */
} RanklePlotLayout;

void rankle_plot_layout_compute (RanklePlotLayout      *layout,
                                 const RanklePlot      *plot,
                                 const RanklePlotTheme *theme,
                                 double                 width,
                                 double                 height);

/* The width that labels at the lines' ends need: plots that share one time axis are all
 * given the most that any of them needs (label_room of RanklePlot). */
double rankle_plot_measure_labels (const RanklePlot *plot, const RanklePlotTheme *theme);

/* Time in the model's units at a pixel, and back. */
double rankle_plot_layout_x_to_time (const RanklePlotLayout *layout, double x);
double rankle_plot_layout_time_to_x (const RanklePlotLayout *layout, double time);

/* (transfer full): a label's text with its value at the cursor. */
char *rankle_plot_dup_label (const RanklePlot *plot, guint series, double time);

/* (transfer full) */
PangoLayout *rankle_plot_create_text (const RanklePlotTheme *theme,
                                      cairo_t               *cr,
                                      const char            *text,
                                      double                 size,
                                      gboolean               bold);

/* @y [px] is beside the title, where no time is. */
gboolean rankle_plot_layout_is_title (const RanklePlotLayout *layout, double y);

G_END_DECLS
