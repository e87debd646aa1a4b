/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-gene-assay.h"
#include "rankle-runner.h"

G_BEGIN_DECLS

/**
 * RankleGeneRun:
 *
 * One run of an assay, and the numbers that it gave: made on a thread of the BULK lane,
 * to be read elsewhere once it is done. Reference counted.
 */
typedef struct _RankleGeneRun RankleGeneRun;

/* @assay must outlive it. */
RankleGeneRun *
rankle_gene_run_new (const RankleGeneAssay *assay, RankleGeneSet off, guint n_columns);
RankleGeneRun *rankle_gene_run_ref (RankleGeneRun *run);
void           rankle_gene_run_unref (RankleGeneRun *run);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleGeneRun, rankle_gene_run_unref)

gboolean rankle_gene_run_is_done (const RankleGeneRun *run);
/* Of one that is done: NaN of a column that its assay does not answer, or if it failed.
 */
double rankle_gene_run_get_value (const RankleGeneRun *run, guint column);
/* (nullable): why it failed. */
const char *rankle_gene_run_get_failure (const RankleGeneRun *run);

/* (transfer full): has @runner make @runs (transfer full) (element-type RankleGeneRun),
 * whose free function unrefs them. */
RankleBatch *rankle_gene_runs_start (GPtrArray *runs, RankleRunner *runner);

G_END_DECLS
