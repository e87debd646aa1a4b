/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-plot-sketch.h"
#include "rankle-spotlight.h"
#include "rankle-study.h"

G_BEGIN_DECLS

/**
 * RanklePlotPanel:
 *
 * One panel of the study's, drawn. Click or drag sets the time cursor; scrolling
 * zooms time about the pointer, Shift and drag pans; arrows left and right move the
 * cursor, up and down choose a series, 0 fits; Enter or two clicks give it all the room
 * and take it back, L makes its axis logarithmic; a menu has these, too. To assistive
 * technology it is an image whose description says the values at the cursor.
 *
 * Signal: sketched: a hand or a key has changed the curve that is drawn over it.
 *
 * Owned by a RanklePlotView, which tells it what has changed.
 */
#define RANKLE_TYPE_PLOT_PANEL (rankle_plot_panel_get_type ())
G_DECLARE_FINAL_TYPE (RanklePlotPanel, rankle_plot_panel, RANKLE, PLOT_PANEL, GtkWidget)

/* @panel, of the study's model, is kept. */
GtkWidget *rankle_plot_panel_new (RankleStudy *study, RankleShownPanel *panel);
/* What is pointed at here is shown elsewhere, and the other way round. Borrowed: it lives
 * as long as the panel. */
void rankle_plot_panel_set_spotlight (RanklePlotPanel *panel, RankleSpotlight *spotlight);
/* (transfer none) */
const char       *rankle_plot_panel_get_id (RanklePlotPanel *panel);
const RanklePlot *rankle_plot_panel_get_plot (RanklePlotPanel *panel);
/* What is @y [px] below the panel's top belongs to its title, by which it is dragged. */
gboolean rankle_plot_panel_is_title (RanklePlotPanel *panel, double y);
/* New runs, doses or ghost: the curves are read again. @hold: axes may only grow. */
void
rankle_plot_panel_update (RanklePlotPanel *panel, gboolean show_ghost, gboolean hold);
void rankle_plot_panel_update_cursor (RanklePlotPanel *panel);
/* The part of time that is shown; @from >= @to: all of it. */
void rankle_plot_panel_set_view (RanklePlotPanel *panel, double from, double to);
/* The run is shown until @until, and no published point; infinite: all of both. */
void rankle_plot_panel_set_until (RanklePlotPanel *panel, double until);
/* A curve drawn over the panel's; NULL: none. While it is @open pointer and keys draw it:
 * a drag; left and right go along it, up and down raise and lower it. Borrowed: it lives
 * until it is taken away. Emits “sketched”. */
void rankle_plot_panel_set_sketch (RanklePlotPanel  *panel,
                                   RanklePlotSketch *sketch,
                                   gboolean          open);
/* What its labels at the lines' ends need, and what they get [px]: the same in all panels
 * of a view, so that their time axes agree. */
double rankle_plot_panel_measure_labels (RanklePlotPanel *panel);
void   rankle_plot_panel_set_label_room (RanklePlotPanel *panel, double room);
/* (transfer full): what the panel shows at the cursor, in words. */
char *rankle_plot_panel_dup_description (RanklePlotPanel *panel);
/* (transfer full) (nullable): what a tooltip says of the published point under a pixel;
 * @place (nullable) is where it is. */
char *
rankle_plot_panel_dup_tip (RanklePlotPanel *panel, int x, int y, GdkRectangle *place);

G_END_DECLS
