/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-plot-layout.h"
#include "rankle-study.h"

G_BEGIN_DECLS

/**
 * RanklePlotFindings:
 * @points: (owned): RanklePlotPoint
 * @indices: (owned): guint: which of the study's findings each is
 *
 * What was published of the columns of one panel, as points of its plot.
 */
typedef struct
{
  GArray *points, *indices;
} RanklePlotFindings;

void rankle_plot_findings_init (RanklePlotFindings *findings);
void rankle_plot_findings_clear (RanklePlotFindings *findings);
/* Takes what the study has of the panel's columns, and gives it to @plot, which borrows
 * it. */
void rankle_plot_findings_fill (RanklePlotFindings *findings,
                                RankleStudy        *study,
                                const RanklePanel  *panel,
                                RanklePlot         *plot);
/* (transfer full) (nullable): what is said of the point under a pixel; @place
 * (nullable) is where it is. */
char *rankle_plot_findings_dup_tip (const RanklePlotFindings *findings,
                                    RankleStudy              *study,
                                    const RanklePlot         *plot,
                                    const RanklePlotLayout   *layout,
                                    double                    x,
                                    double                    y,
                                    GdkRectangle             *place);
/* (transfer full): ", 4 published points"; "" where there are none. */
char *rankle_plot_findings_describe (const RanklePlotFindings *findings);

G_END_DECLS
