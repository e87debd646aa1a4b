/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-plot-layout.h"
#include "rankle-study.h"

G_BEGIN_DECLS

/* A plot at its study's time cursor: what it says there, and how a hand moves it. */

/* (transfer full): "CTX 34 % of baseline, at 2.0 y" */
char *rankle_plot_cursor_describe (RankleStudy *study, const RanklePlot *plot);
/* FALSE if @key is not one that moves it: left, right, with Shift in small steps, Home,
 * End. */
gboolean rankle_plot_cursor_move (RankleStudy      *study,
                                  const RanklePlot *plot,
                                  guint             key,
                                  GdkModifierType   state);
/* To the next peak, nadir, crossing or end of a curve after the cursor, or, @back, to the
 * one before. */
void rankle_plot_cursor_jump (RankleStudy      *study,
                              const RanklePlot *plot,
                              guint             series,
                              gboolean          back);
/* A click or drag on @widget moves it. @study and @layout live as long as @widget. */
void rankle_plot_cursor_add_drag (GtkWidget              *widget,
                                  RankleStudy            *study,
                                  const RanklePlotLayout *layout);

G_END_DECLS
