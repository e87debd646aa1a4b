/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-plot-sketch.h"

G_BEGIN_DECLS

/* A curve that is drawn over a plot: by a drag, or by keys: left and right go along it,
 * up and down raise and lower it, with Shift a little. While it is open these come before
 * what else the plot does with them. */

/* @widget has a signal “sketched”, which tells of each change. @layout lives as long. */
void rankle_plot_pencil_add (GtkWidget *widget, const RanklePlotLayout *layout);
/* Borrowed, until another is set; NULL: none. @open: it may be drawn. */
void rankle_plot_pencil_set (GtkWidget *widget, RanklePlotSketch *sketch, gboolean open);
/* (nullable) */
const RanklePlotSketch *rankle_plot_pencil_get (GtkWidget *widget);

G_END_DECLS
