/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-gene-bench.h"

G_BEGIN_DECLS

/**
 * RankleGenesCell:
 *
 * One cell of the bench of genes: what is computed above what was seen and by whom. It
 * can have the focus, and is called what it says.
 */
#define RANKLE_TYPE_GENES_CELL (rankle_genes_cell_get_type ())
G_DECLARE_FINAL_TYPE (RankleGenesCell, rankle_genes_cell, RANKLE, GENES_CELL, GtkWidget)

/* @bench must outlive it. */
GtkWidget *rankle_genes_cell_new (RankleGeneBench *bench, guint row, guint column);
guint      rankle_genes_cell_get_row (RankleGenesCell *cell);
guint      rankle_genes_cell_get_column (RankleGenesCell *cell);
/* The bench has changed. */
void rankle_genes_cell_update (RankleGenesCell *cell);

G_END_DECLS
