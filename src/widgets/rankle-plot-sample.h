/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-plot.h"

G_BEGIN_DECLS

/**
 * RanklePlotSample:
 *
 * A point's mark as it stands in a legend, or before a line about one: as large
 * as the type beside it. The words beside it say what it means.
 */
#define RANKLE_TYPE_PLOT_SAMPLE (rankle_plot_sample_get_type ())
G_DECLARE_FINAL_TYPE (
    RanklePlotSample, rankle_plot_sample, RANKLE, PLOT_SAMPLE, GtkWidget)

GtkWidget *rankle_plot_sample_new (RanklePlotMark mark, gboolean recalled);

G_END_DECLS
