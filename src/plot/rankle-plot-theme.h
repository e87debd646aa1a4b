/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-plot.h"

G_BEGIN_DECLS

typedef struct
{
  double red, green, blue, alpha;
} RanklePlotColor;

/**
 * RanklePlotTheme:
 *
 * All that a plot's ink depends on beside its content. Colours are the caller's (from CSS
 * in the window); rankle_plot_theme_for_print() is for figures and tests.
 */
typedef struct
{
  RanklePlotColor background, foreground, dim, grid, ghost, accent;
  RanklePlotColor series[RANKLE_PLOT_MAX_SERIES];
  const char     *family;     /* font */
  double          font_size;  /* of labels [px]; ticks are smaller, titles larger */
  double          line_width; /* [px] */
} RanklePlotTheme;

RanklePlotTheme rankle_plot_theme_for_print (void);

G_END_DECLS
