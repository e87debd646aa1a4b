/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* All that is known of one cell, in sentences. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "rankle-gene-words.h"
#include "rankle-model.h"

typedef struct
{
  RankleGeneBench        *bench; /* Borrowed */
  const RankleGenes      *genes;
  const RankleGeneColumn *column;
  guint                   row, index; /* @index: of the column */
  RankleGeneCell          cell;
  GString                *text;
} Details;

/* ---- what is computed ---- */

static void
append_ignored (const Details *self, const char *model)
{
  g_autofree char *names =
      rankle_gene_words_dup_set (self->genes, self->cell.ignored, ", ");

  g_assert (self->cell.ignored != 0);

  /* Translators: names of genes, and the title of a model */
  g_string_append_printf (self->text, _ (" Not in the model “%s”: %s."), model, names);
}

static void
append_computed (const Details *self)
{
  RankleModel     *model = rankle_gene_bench_get_model (self->bench, self->index);
  g_autofree char *computed =
      rankle_gene_words_dup_computed (self->bench, self->row, self->index);

  if (model == NULL)
    return; /* the column's description says so */
  if (self->cell.state == RANKLE_GENE_CELL_COMPUTED)
    /* Translators: what a model gives, such as “none (1 %)”, and its title */
    g_string_append_printf (self->text, _ (" Computed with “%s”: %s."),
                            rankle_model_get_title (model), computed);
  else if (self->cell.state == RANKLE_GENE_CELL_FAILED)
    g_string_append_printf (self->text, _ (" The run failed: %s."), self->cell.failure);
  else if (self->cell.state == RANKLE_GENE_CELL_NOT_COMPUTED)
    g_string_append (self->text, _ (" Not computed."));
  if (self->cell.ignored != 0)
    append_ignored (self, rankle_model_get_title (model));
}

/* ---- what was seen ---- */

static void
append_sighting (const Details *self, const RankleSighting *sighting, gboolean alone)
{
  /* Translators: what was found in an animal without a gene */
  g_string_append_printf (self->text,
                          sighting->recalled ? _ (" Recalled, source not seen: %s")
                                             : _ (" Seen: %s"),
                          sighting->words);
  if (*sighting->source != '\0')
    g_string_append_printf (self->text, " (%s)", sighting->source);
  if (alone && rankle_gene_cell_compare (self->column, &self->cell, sighting) ==
                   RANKLE_GENE_AGREEMENT_DIFFERS)
    g_string_append (self->text, _ (", unlike what is computed"));
  g_string_append_c (self->text, '.');
}

static void
append_sightings (const Details *self)
{
  int                   index = rankle_gene_bench_get_row_gene (self->bench, self->row);
  const RankleGene     *gene;
  const RankleSighting *sighting;
  guint                 at = 0;
  gboolean              alone;

  if (index < 0)
    return;
  gene = rankle_genes_get_gene (self->genes, (guint)index);
  alone = self->cell.off == RANKLE_GENE_BIT (index);
  sighting = rankle_gene_next_sighting (gene, self->index, &at);
  if (sighting == NULL)
    g_string_append (self->text, _ (" What is seen is not known."));
  else if (!alone)
    /* Translators: %s is the name of a gene */
    g_string_append_printf (self->text, _ (" With %s alone off this is known."),
                            gene->label);
  for (; sighting != NULL; sighting = rankle_gene_next_sighting (gene, self->index, &at))
    append_sighting (self, sighting, alone);
}

char *
rankle_gene_words_dup_details (RankleGeneBench *bench, guint row, guint column)
{
  g_autofree char *off = rankle_gene_words_dup_row (bench, row);
  Details          details = { .bench = bench,
                               .genes = rankle_gene_bench_get_genes (bench),
                               .row = row,
                               .index = column,
                               .cell = rankle_gene_bench_get_cell (bench, row, column),
                               .text = g_string_new (NULL) };

  details.column = rankle_genes_get_column (details.genes, column);
  g_string_append_printf (details.text, "%s, %s. %s", off, details.column->label,
                          details.column->description);
  append_computed (&details);
  append_sightings (&details);
  return g_string_free (details.text, FALSE);
}
