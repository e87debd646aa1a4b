/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-layout.h"

G_BEGIN_DECLS

/**
 * RankleLayoutBin:
 *
 * All of a window: it chooses a layout by its own size and that of its letters, and asks
 * for no more room than the narrowest needs, so that the window can be made that narrow.
 *
 * Its children stand in a column. Signal: reshaped, when the layout is another, before
 * they are given their places: whoever hears it changes what they are to be.
 */
#define RANKLE_TYPE_LAYOUT_BIN (rankle_layout_bin_get_type ())
G_DECLARE_FINAL_TYPE (RankleLayoutBin, rankle_layout_bin, RANKLE, LAYOUT_BIN, GtkWidget)

/* As was last chosen; three panes before there is a size. */
RankleLayout rankle_layout_bin_get_layout (RankleLayoutBin *bin);

G_END_DECLS
