/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-gene-bench.h"

G_BEGIN_DECLS

/**
 * RankleGenesTable:
 *
 * The bench of genes as a table: a row a gene, with its switch, below a row of what is
 * switched off and a heading that stays. One stop of Tab; arrows, Home and End go from
 * cell to cell.
 *
 * Properties:
 * - details (string): all that is known of the cell that is pointed at, or has the focus
 */
#define RANKLE_TYPE_GENES_TABLE (rankle_genes_table_get_type ())
G_DECLARE_FINAL_TYPE (
    RankleGenesTable, rankle_genes_table, RANKLE, GENES_TABLE, GtkWidget)

/* Once. */
void rankle_genes_table_set_bench (RankleGenesTable *table, RankleGeneBench *bench);

/* For tests. */
GtkSwitch *rankle_genes_table_get_switch (RankleGenesTable *table, guint gene);
GtkWidget *rankle_genes_table_get_cell (RankleGenesTable *table, guint row, guint column);

G_END_DECLS
