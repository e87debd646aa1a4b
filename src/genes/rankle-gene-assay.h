/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-genes.h"
#include "rankle-trajectory.h"

G_BEGIN_DECLS

/**
 * RankleGeneAssay:
 *
 * One run of one model in one scenario answers all columns that ask the two: the run of
 * an assay. Constant.
 */
typedef struct _RankleGeneAssay RankleGeneAssay;

/* (transfer full) (element-type RankleGeneAssay): what @genes, which must outlive them,
 * asks for. Loads the models. */
GPtrArray *rankle_gene_assay_list (const RankleGenes *genes);

RankleModel *rankle_gene_assay_get_model (const RankleGeneAssay *assay);
/* The genes that its model has. */
RankleGeneSet rankle_gene_assay_get_known (const RankleGeneAssay *assay);
/* What of @off makes a difference to it: those that its model has, and of those that one
 * control stands for, one. */
RankleGeneSet rankle_gene_assay_reduce (const RankleGeneAssay *assay, RankleGeneSet off);
gboolean      rankle_gene_assay_answers (const RankleGeneAssay *assay, guint column);

/* (transfer full): sealed: the run with @off knocked out, all of which its model has. */
RankleProtocol *rankle_gene_assay_make_protocol (const RankleGeneAssay *assay,
                                                 RankleGeneSet          off);
/* Of a run of it: the number in @column, which it answers. */
double rankle_gene_assay_measure (const RankleGeneAssay  *assay,
                                  guint                   column,
                                  const RankleTrajectory *trajectory);

G_END_DECLS
