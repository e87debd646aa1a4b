/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-plot.h"

G_BEGIN_DECLS

/**
 * RanklePlotFeatureKind:
 * @RANKLE_PLOT_PEAK: higher than what lies around it
 * @RANKLE_PLOT_NADIR: lower
 * @RANKLE_PLOT_CROSSING: where the curve crosses the plot's reference
 * @RANKLE_PLOT_END: where it begins or ends
 */
typedef enum
{
  RANKLE_PLOT_PEAK,
  RANKLE_PLOT_NADIR,
  RANKLE_PLOT_CROSSING,
  RANKLE_PLOT_END,
} RanklePlotFeatureKind;

/* @x: in the model's time unit; @value: as shown */
typedef struct
{
  RanklePlotFeatureKind kind;
  double                x;
  double                value;
} RanklePlotFeature;

/* (transfer full): of RanklePlotFeature, in the order of time, from the curve's beginning
 * to its end: what the drawn polyline of a series has. A turn counts where the curve
 * rises or falls again by 2 % of all its range: what is less is a wrinkle. */
GArray *rankle_plot_find_features (const RanklePlot *plot, guint series);

/* The next of them after @x, or, @back, the one before. FALSE: there is none. */
gboolean rankle_plot_find_next_feature (const RanklePlot  *plot,
                                        guint              series,
                                        double             x,
                                        gboolean           back,
                                        RanklePlotFeature *feature);
/* The one at @x, within a thousandth of the view. FALSE: there is none. */
gboolean rankle_plot_find_feature_at (const RanklePlot  *plot,
                                      guint              series,
                                      double             x,
                                      RanklePlotFeature *feature);

G_END_DECLS
