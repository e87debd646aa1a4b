/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-plot-layout.h"
#include "rankle-run-plot.h"
#include "rankle-study.h"

G_BEGIN_DECLS

/* What was published of the columns of one panel, and points of one's own, as a hand or
 * an ear finds them. */

/* (transfer full) (nullable): what is said of the point under a pixel; @place
 * (nullable) is where it is. */
char *rankle_plot_findings_dup_tip (const RankleRunPlot    *shown,
                                    RankleStudy            *study,
                                    const RanklePlotLayout *layout,
                                    double                  x,
                                    double                  y,
                                    GdkRectangle           *place);
/* (transfer full): ", 4 published points, 2 points of yours"; "" where there are none. */
char *rankle_plot_findings_describe (const RankleRunPlot *shown);

/* (transfer full): the letters of the kept runs whose curves are drawn; "" if there are
 * none. */
char *rankle_plot_kept_describe (const RankleRunPlot *shown);

G_END_DECLS
