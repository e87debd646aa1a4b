/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RankleTallBin:
 *
 * Scrolls its child up and down where there is not room enough, and otherwise is as high
 * as that is at the width it has: GtkScrolledWindow of GTK 4.8 knows the height for one
 * width alone, where a text stands in one line.
 *
 * Property: child (GtkWidget).
 */
#define RANKLE_TYPE_TALL_BIN (rankle_tall_bin_get_type ())
G_DECLARE_FINAL_TYPE (RankleTallBin, rankle_tall_bin, RANKLE, TALL_BIN, GtkWidget)

void rankle_tall_bin_set_child (RankleTallBin *bin, GtkWidget *child);
/* It asks for no more than this [px]; 0: as high as the child is. */
void rankle_tall_bin_set_most (RankleTallBin *bin, int most);
/* (transfer none): of its scrolling */
GtkAdjustment *rankle_tall_bin_get_adjustment (RankleTallBin *bin);

G_END_DECLS
