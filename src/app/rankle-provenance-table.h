/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Columns of a table whose rows are RankleProvenanceRow. Their widths are fixed: a row
 * that scrolls by moves no other. */
void rankle_provenance_add_columns (GtkColumnView *table);

G_END_DECLS
