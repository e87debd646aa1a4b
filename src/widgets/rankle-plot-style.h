/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-plot-theme.h"

G_BEGIN_DECLS

/* The ink that style sheets and fonts prescribe for @widget: named colours rankle_plot_*,
 * the widget's own font. @theme's family is an interned string. */
void rankle_plot_style_read (GtkWidget *widget, RanklePlotTheme *theme);
/* In pixels, whether it is set in points or in pixels. */
double rankle_plot_style_get_font_size (GtkWidget *widget);

G_END_DECLS
