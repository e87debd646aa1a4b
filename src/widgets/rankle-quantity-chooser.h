/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-model.h"

G_BEGIN_DECLS

/**
 * RankleQuantityChooser:
 *
 * A popover with all that a model has in each row of a run, to be found by what is typed
 * of its label, id or unit. Enter takes the first that fits.
 *
 * Signals: chosen (guint column): it is on its way out then.
 */
#define RANKLE_TYPE_QUANTITY_CHOOSER (rankle_quantity_chooser_get_type ())
G_DECLARE_FINAL_TYPE (
    RankleQuantityChooser, rankle_quantity_chooser, RANKLE, QUANTITY_CHOOSER, GtkPopover)

/* @title: what is done with what is chosen. */
GtkWidget *rankle_quantity_chooser_new (RankleModel *model, const char *title);
/* What is typed; for tests, too. */
GtkEditable *rankle_quantity_chooser_get_search (RankleQuantityChooser *chooser);
/* How many fit what is typed. */
guint rankle_quantity_chooser_count (RankleQuantityChooser *chooser);

G_END_DECLS
