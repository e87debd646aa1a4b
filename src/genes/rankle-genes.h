/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Genes that are off, a bit each by index. */
typedef guint32 RankleGeneSet;

#define RANKLE_GENES_MAX      32
#define RANKLE_GENE_BIT(gene) ((RankleGeneSet)1 << (gene))

/**
 * RankleGeneChange:
 *
 * Against the wild type. Of a sighting that tells of something else it is not told.
 */
typedef enum
{
  RANKLE_GENE_CHANGE_NOT_TOLD,
  RANKLE_GENE_CHANGE_NONE, /* there is none of it */
  RANKLE_GENE_CHANGE_LESS,
  RANKLE_GENE_CHANGE_NORMAL,
  RANKLE_GENE_CHANGE_MORE,
} RankleGeneChange;

/**
 * RankleSighting:
 * @column: index of what was looked at
 * @words: what was found where that gene alone was off
 * @source: where that was read; "" of what is recalled without one
 * @recalled: the source was not seen: never to be shown as seen
 */
typedef struct
{
  guint            column;
  const char      *words, *source;
  gboolean         recalled;
  RankleGeneChange change;
} RankleSighting;

/* At 0, @control of @model knocks the gene out. */
typedef struct
{
  const char *model, *control;
} RankleGeneControl;

typedef struct
{
  const char *id, *label, *description;
  GArray     *controls;  /* RankleGeneControl: one for each model that has the gene */
  GArray     *sightings; /* RankleSighting, in the order of the file */
} RankleGene;

/**
 * RankleGeneColumn:
 * @model: (nullable): that is asked, in @scenario, for its @column; NULL: none has it
 * @time: [model's unit]: when, or
 * @rise: until when the largest rise above the start is looked for
 * @formed: what is above it is formed; 0: shares of the wild type are told
 * @same: as much more or less than in the wild type is normal
 * @unit: what values are told in; "": in percent of the wild type
 */
typedef struct
{
  const char *id, *label, *description;
  const char *model, *scenario, *column;
  double      time;
  gboolean    rise;
  double      formed, same;
  const char *unit;
} RankleGeneColumn;

/**
 * RankleGenes:
 *
 * The bench of genes as data: rows, columns, and what others saw. Constant.
 */
typedef struct _RankleGenes RankleGenes;

/* data/genes/genes.json; constant for the life of the process. */
const RankleGenes *rankle_genes_get_bundled (void);

/* (transfer full): @name stands in front of error messages. @length -1: up to the NUL. */
RankleGenes *
rankle_genes_parse (const char *text, gssize length, const char *name, GError **error);
void rankle_genes_free (RankleGenes *genes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleGenes, rankle_genes_free)

guint                   rankle_genes_get_n_genes (const RankleGenes *genes);
const RankleGene       *rankle_genes_get_gene (const RankleGenes *genes, guint gene);
guint                   rankle_genes_get_n_columns (const RankleGenes *genes);
const RankleGeneColumn *rankle_genes_get_column (const RankleGenes *genes, guint column);

/* By id or label, whatever the case; -1: there is none. */
int rankle_genes_find (const RankleGenes *genes, const char *name);
/* (transfer full): the ids of @set, in the order of the file. */
char *
rankle_genes_dup_ids (const RankleGenes *genes, RankleGeneSet set, const char *between);

/* (nullable): the control that knocks @gene out in @model. */
const char *rankle_gene_get_control (const RankleGene *gene, const char *model);
/* Of @genes, those that @model has. */
RankleGeneSet rankle_genes_known_to (const RankleGenes *genes, const char *model);

/* The sightings of @gene in @column: those from *at on; NULL behind the last. Begin with
 * *at 0. */
const RankleSighting *
rankle_gene_next_sighting (const RankleGene *gene, guint column, guint *at);

G_END_DECLS
