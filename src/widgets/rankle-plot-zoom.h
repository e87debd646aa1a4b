/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-plot-layout.h"
#include "rankle-study.h"

G_BEGIN_DECLS

/* Which part of time a study's plots show. Control and the wheel, and two fingers, zoom
 * at the pointer; Shift and the wheel, the wheel sideways, and the middle button, move
 * along; plus and minus zoom at the time cursor. A new run changes none of it. */

/* @study and @layout live as long as @widget, a plot. */
void rankle_plot_zoom_add (GtkWidget              *widget,
                           RankleStudy            *study,
                           const RanklePlotLayout *layout);

G_END_DECLS
