/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-gene-bench.h"

G_BEGIN_DECLS

/* What is shown, spoken and written of the bench of genes. All (transfer full). */

typedef enum
{
  RANKLE_GENE_AGREEMENT_NOT_TOLD, /* nothing to compare, or others are off as well */
  RANKLE_GENE_AGREEMENT_AGREES,   /* in sign, with all that was seen or is recalled */
  RANKLE_GENE_AGREEMENT_DIFFERS,  /* from one of them, at least */
} RankleGeneAgreement;

/* What a cell's number comes to; NOT_TOLD where there is none. */
RankleGeneChange rankle_gene_cell_get_change (const RankleGeneColumn *column,
                                              const RankleGeneCell   *cell);
/* Whether it has the sign of a sighting that tells of one. */
RankleGeneAgreement rankle_gene_cell_compare (const RankleGeneColumn *column,
                                              const RankleGeneCell   *cell,
                                              const RankleSighting   *sighting);
/* With all sightings of the cell. */
RankleGeneAgreement
rankle_gene_words_compare (RankleGeneBench *bench, guint row, guint column);

/* "Lymph nodes", as a heading. */
char *rankle_gene_words_dup_heading (const RankleGeneColumn *column);
/* Labels: "RANKL, OPG"; what stands between is @between. */
char *rankle_gene_words_dup_set (const RankleGenes *genes,
                                 RankleGeneSet      set,
                                 const char        *between);
/* "RANKL and OPG off"; "wild type" */
char *rankle_gene_words_dup_row (RankleGeneBench *bench, guint row);

/* "none", "not computed": without the number. */
const char *rankle_gene_cell_get_word (const RankleGeneColumn *column,
                                       const RankleGeneCell   *cell);
/* "none (1 %)", "not computed" */
char *rankle_gene_words_dup_computed (RankleGeneBench *bench, guint row, guint column);
/* Of the first sighting: "seen: none but mucosal", "recalled: none", or, where other
 * genes are off, too, "alone, seen: …"; "not known"; NULL in a row that nothing was seen
 * of. */
char *rankle_gene_words_dup_seen (RankleGeneBench *bench, guint row, guint column);
/* Whether it was seen, or is recalled. */
gboolean rankle_gene_words_has_sighting (RankleGeneBench *bench, guint row, guint column);
/* Where the first one was read, in short: "Dougall 1999"; "" where there is none. */
char *rankle_gene_words_dup_source (RankleGeneBench *bench, guint row, guint column);
/* A cell as one thing to hear: "RANK off, lymph nodes: computed none (1 %); seen none but
 * mucosal, Dougall 1999" */
char *rankle_gene_words_dup_name (RankleGeneBench *bench, guint row, guint column);
/* All that is known of a cell, in sentences, with full sources. */
char *rankle_gene_words_dup_details (RankleGeneBench *bench, guint row, guint column);

G_END_DECLS
