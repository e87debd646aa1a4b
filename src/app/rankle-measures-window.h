/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rankle-study.h"

G_BEGIN_DECLS

/**
 * RankleMeasuresWindow:
 *
 * What can be told of the run in figures: a line a quantity, which follows run and
 * cursor. Sorted by any column; copied as "rankle-cli measure" writes it.
 */
#define RANKLE_TYPE_MEASURES_WINDOW (rankle_measures_window_get_type ())
G_DECLARE_FINAL_TYPE (
    RankleMeasuresWindow, rankle_measures_window, RANKLE, MEASURES_WINDOW, AdwWindow)

GtkWidget *rankle_measures_window_new (GtkWindow *parent, RankleStudy *study);
/* The lines, in the order that is seen: RankleMeasuresItem. */
GListModel *rankle_measures_window_get_lines (RankleMeasuresWindow *window);

G_END_DECLS
