/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-genes.h"

G_BEGIN_DECLS

struct _RankleGenes
{
  GArray       *genes;   /* RankleGene */
  GArray       *columns; /* RankleGeneColumn */
  GStringChunk *texts;   /* what all of them point to */
};

RankleGenes *_rankle_genes_new (void);

G_END_DECLS
