/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-plot-feature.h"

G_BEGIN_DECLS

/* What a curve does, in words, for who does not see it. Of a plot that has its range. */

/* (transfer full): "Peak of CTX: 357 % of baseline, at 14.6 y". */
char *rankle_curve_feature_in_words (const RanklePlot        *plot,
                                     guint                    series,
                                     const RanklePlotFeature *feature);

/* (transfer full): "CTX begins at 100 % of baseline, is highest at 357 (14.6 y), lowest
 * at 9.2 (11.2 y), and ends at 178." "" where it has no values. */
char *rankle_curve_shape_in_words (const RanklePlot *plot, guint series);

G_END_DECLS
