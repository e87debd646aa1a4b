/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rankle-lanes.h"

G_BEGIN_DECLS

/**
 * RankleDosesRow:
 *
 * A handle of the dose track as a row of a table: its time and its amount to be typed,
 * whether it is missed, and a button that takes it away.
 *
 * Signals: put (double time, double amount, boolean missed), delete ().
 */
#define RANKLE_TYPE_DOSES_ROW (rankle_doses_row_get_type ())
G_DECLARE_FINAL_TYPE (RankleDosesRow, rankle_doses_row, RANKLE, DOSES_ROW, AdwActionRow)

GtkWidget *rankle_doses_row_new (void);
/* What is being typed in it stays. */
void rankle_doses_row_show (RankleDosesRow *row, const RankleLanes *lanes, guint handle);

/* For tests. */
GtkEditable *rankle_doses_row_get_time (RankleDosesRow *row);
GtkEditable *rankle_doses_row_get_amount (RankleDosesRow *row);

G_END_DECLS
