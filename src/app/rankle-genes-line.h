/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RankleGenesLine:
 *
 * One line of a table: its children stand in columns that are as wide in all lines of
 * the table. What is over goes to all columns alike but the first, which keeps its width.
 */
#define RANKLE_TYPE_GENES_LINE (rankle_genes_line_get_type ())
G_DECLARE_FINAL_TYPE (RankleGenesLine, rankle_genes_line, RANKLE, GENES_LINE, GtkWidget)

/* It adds itself to @lines (element-type RankleGenesLine), the lines of its table, all of
 * which are to be made before any is shown and have as many children. */
GtkWidget *rankle_genes_line_new (GPtrArray *lines);
void       rankle_genes_line_append (RankleGenesLine *line, GtkWidget *child);
/* Something in one of @lines has changed. */
void rankle_genes_lines_queue_resize (GPtrArray *lines);

G_END_DECLS
