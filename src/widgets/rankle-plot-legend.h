/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-study.h"

G_BEGIN_DECLS

/**
 * RanklePlotLegend:
 *
 * What the marks of published points mean, in a line: only of those that are shown, and
 * hidden where none is.
 *
 * Properties: hold (boolean): neither comes nor goes while it is set, so that plots do
 * not jump.
 */
#define RANKLE_TYPE_PLOT_LEGEND (rankle_plot_legend_get_type ())
G_DECLARE_FINAL_TYPE (RanklePlotLegend, rankle_plot_legend, RANKLE, PLOT_LEGEND, GtkBox)

void rankle_plot_legend_set_study (RanklePlotLegend *legend, RankleStudy *study);

G_END_DECLS
