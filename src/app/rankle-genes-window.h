/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rankle-gene-bench.h"

G_BEGIN_DECLS

/**
 * RankleGenesWindow:
 *
 * The bench of genes: a switch knocks a gene out in every model at once. It changes no
 * session.
 */
#define RANKLE_TYPE_GENES_WINDOW (rankle_genes_window_get_type ())
G_DECLARE_FINAL_TYPE (
    RankleGenesWindow, rankle_genes_window, RANKLE, GENES_WINDOW, AdwWindow)

GtkWidget *rankle_genes_window_new (GtkWindow *parent, RankleRunner *runner);

RankleGeneBench *rankle_genes_window_get_bench (RankleGenesWindow *window);
/* Writes the table; says that it was, or why not. */
void rankle_genes_window_export (RankleGenesWindow *window, const char *path);

G_END_DECLS
