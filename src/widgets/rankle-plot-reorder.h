/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-study.h"

G_BEGIN_DECLS

/* Plots are dragged by their titles to the place of another, whose outline shows it; by
 * keys the plot that has the focus moves with Ctrl, Shift and Page Up or Page Down. */

/* @view: whose children @panels (element-type RanklePlotPanel) are, in their order; both
 * and @study live as long as it. */
void rankle_plot_reorder_add (GtkWidget          *view,
                              const GPtrArray    *panels,
                              RankleStudy *const *study);

G_END_DECLS
