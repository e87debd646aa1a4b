/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "rankle-genes.h"
#include "rankle-runner.h"

G_BEGIN_DECLS

/**
 * RankleGeneBench:
 *
 * A switch for each gene, and a table of what follows: row 0 has the genes off that are
 * switched off; each row behind it has one gene off besides, the row's own. Every run is
 * made once, on the runner's BULK lane, and kept. Main thread only.
 *
 * Signals:
 * - changed: switches or cells have changed
 */
#define RANKLE_TYPE_GENE_BENCH (rankle_gene_bench_get_type ())
G_DECLARE_FINAL_TYPE (RankleGeneBench, rankle_gene_bench, RANKLE, GENE_BENCH, GObject)

typedef enum
{
  RANKLE_GENE_CELL_NOT_COMPUTED, /* no model has it, or not the genes that are off */
  RANKLE_GENE_CELL_WAITING,
  RANKLE_GENE_CELL_COMPUTED,
  RANKLE_GENE_CELL_FAILED,
} RankleGeneCellState;

/**
 * RankleGeneCell:
 * @off: genes that are off in the row
 * @ignored: those of them that the column's model does not have
 * @value: where it is computed
 * @wild: what the wild type has there; likewise
 * @failure: (nullable): why a run failed
 */
typedef struct
{
  RankleGeneCellState state;
  RankleGeneSet       off, ignored;
  double              value, wild;
  const char         *failure;
} RankleGeneCell;

/* @genes must outlive it. Loads the models, and begins. */
RankleGeneBench *rankle_gene_bench_new (const RankleGenes *genes, RankleRunner *runner);

const RankleGenes *rankle_gene_bench_get_genes (RankleGeneBench *bench);
RankleGeneSet      rankle_gene_bench_get_off (RankleGeneBench *bench);
void               rankle_gene_bench_set_off (RankleGeneBench *bench, RankleGeneSet off);

/* Row 0, then a row a gene. */
guint rankle_gene_bench_get_n_rows (RankleGeneBench *bench);
/* The genes that are off in @row. */
RankleGeneSet rankle_gene_bench_get_row_off (RankleGeneBench *bench, guint row);
/* The one whose sightings the row may be held against; -1: there is none. */
int rankle_gene_bench_get_row_gene (RankleGeneBench *bench, guint row);
RankleGeneCell
rankle_gene_bench_get_cell (RankleGeneBench *bench, guint row, guint column);
/* (nullable): what @column asks. */
RankleModel *rankle_gene_bench_get_model (RankleGeneBench *bench, guint column);

/* Runs made so far, for tests: each is made once. */
guint    rankle_gene_bench_get_n_runs (RankleGeneBench *bench);
gboolean rankle_gene_bench_is_busy (RankleGeneBench *bench);
/* For who has no main loop: until it is not. */
void rankle_gene_bench_wait (RankleGeneBench *bench);

G_END_DECLS
