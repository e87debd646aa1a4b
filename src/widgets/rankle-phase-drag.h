/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-plot-theme.h"
#include "rankle-study.h"

G_BEGIN_DECLS

/* Click or drag on a phase plane puts the time cursor where the track is nearest. All
 * live as long as @widget. */
void rankle_phase_drag_add (GtkWidget             *widget,
                            RankleStudy           *study,
                            const RanklePlot      *plot,
                            const RanklePlotTheme *theme);

G_END_DECLS
