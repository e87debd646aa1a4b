/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-measures-item.h"

G_BEGIN_DECLS

/* Gives @table, of RankleMeasuresItem, its columns, each of which sorts. */
void rankle_measures_add_columns (GtkColumnView *table);
/* Sorts by @cell, or, where it is RANKLE_N_MEASURE_CELLS, by none; again: the other way
 * round. Numbers begin with the largest, and an empty cell is less than any. */
void rankle_measures_sort (GtkColumnView *table, RankleMeasureCell cell);
/* The runs are named where there are several. */
void rankle_measures_show_runs (GtkColumnView *table, gboolean several);

G_END_DECLS
