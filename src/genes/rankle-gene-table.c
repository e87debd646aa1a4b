/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-gene-table.h"

#include <math.h>

#include "rankle-csv.h"
#include "rankle-gene-words.h"
#include "rankle-model.h"

static const char head[] = "gene,off,column,computed,value,wild_type,model,model_column,"
                           "seen,seen_source,recalled,recalled_source,agreement\n";

static void
append_cell (GString *text, const char *cell)
{
  rankle_csv_append_text (text, cell);
  g_string_append_c (text, ',');
}

/* Empty where there is none. */
static void
append_number (GString *text, double number)
{
  if (!isnan (number))
    rankle_csv_append_number (text, number);
  g_string_append_c (text, ',');
}

/* ---- a line ---- */

static void
append_asked (GString *text, const RankleGeneColumn *column)
{
  append_cell (text, column->model == NULL ? "" : column->model);
  append_cell (text, column->model == NULL ? "" : column->column);
}

/* Words, then sources, of the one grade; what stands between is "; ". */
static void
append_grade (GString *text, const RankleGene *gene, guint column, gboolean recalled)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GString) sources = g_string_new (NULL);
  const RankleSighting *sighting;
  guint                 at = 0;

  while (gene != NULL &&
         (sighting = rankle_gene_next_sighting (gene, column, &at)) != NULL)
    if (sighting->recalled == recalled)
      {
        g_string_append_printf (words, "%s%s", words->len > 0 ? "; " : "",
                                sighting->words);
        g_string_append_printf (sources, "%s%s", sources->len > 0 ? "; " : "",
                                sighting->source);
      }
  append_cell (text, words->str);
  append_cell (text, sources->str);
}

static void
append_line (GString *text, RankleGeneBench *bench, guint row, guint column)
{
  static const char *const agreements[] = {
    [RANKLE_GENE_AGREEMENT_NOT_TOLD] = "",
    [RANKLE_GENE_AGREEMENT_AGREES] = "agrees",
    [RANKLE_GENE_AGREEMENT_DIFFERS] = "differs",
  };
  const RankleGenes      *genes = rankle_gene_bench_get_genes (bench);
  const RankleGeneColumn *asked = rankle_genes_get_column (genes, column);
  RankleGeneCell          cell = rankle_gene_bench_get_cell (bench, row, column);
  int                     index = rankle_gene_bench_get_row_gene (bench, row);
  const RankleGene *gene = index < 0 ? NULL : rankle_genes_get_gene (genes, (guint)index);
  g_autofree char  *off = rankle_genes_dup_ids (genes, cell.off, "; ");

  g_assert (cell.state != RANKLE_GENE_CELL_WAITING);

  append_cell (text, row == 0 ? "" : gene->id);
  append_cell (text, off);
  append_cell (text, asked->id);
  append_cell (text, rankle_gene_cell_get_word (asked, &cell));
  append_number (text, cell.value);
  append_number (text, cell.wild);
  append_asked (text, asked);
  append_grade (text, gene, column, FALSE);
  append_grade (text, gene, column, TRUE);
  g_string_append (text, agreements[rankle_gene_words_compare (bench, row, column)]);
  g_string_append_c (text, '\n');
}

/* ---- notes ---- */

static void
append_note (GString *text, const char *what, const char *of)
{
  g_autofree char *note = g_strdup_printf ("%s %s", what, of);

  rankle_csv_append_note (text, note);
}

static void
append_models (GString *text, RankleGeneBench *bench)
{
  const RankleGenes *genes = rankle_gene_bench_get_genes (bench);
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < rankle_genes_get_n_columns (genes); i++)
    {
      RankleModel     *model = rankle_gene_bench_get_model (bench, i);
      g_autofree char *name = NULL;

      if (model == NULL || !g_hash_table_add (told, model))
        continue;
      name = g_strdup_printf ("model %s, version",
                              rankle_genes_get_column (genes, i)->model);
      append_note (text, name, rankle_model_get_version (model));
    }
}

static void
append_notes (GString *text, RankleGeneBench *bench, const char *program)
{
  RankleGeneSet    set = rankle_gene_bench_get_off (bench);
  g_autofree char *off =
      rankle_genes_dup_ids (rankle_gene_bench_get_genes (bench), set, ", ");

  append_note (text, program, PACKAGE_VERSION);
  rankle_csv_append_note (
      text, "bench of genes: built for teaching, sizes are ours; each gene is off "
            "together with those that are switched off");
  append_note (text, "switched off:", set == 0 ? "none" : off);
  append_models (text, bench);
}

char *
rankle_gene_table_format (RankleGeneBench *bench, const char *program, gsize *length)
{
  GString *text;

  g_return_val_if_fail (RANKLE_IS_GENE_BENCH (bench) && program != NULL, NULL);
  g_return_val_if_fail (!rankle_gene_bench_is_busy (bench), NULL);

  text = g_string_new (NULL);
  append_notes (text, bench, program);
  g_string_append (text, head);
  for (guint row = 0; row < rankle_gene_bench_get_n_rows (bench); row++)
    for (guint i = 0;
         i < rankle_genes_get_n_columns (rankle_gene_bench_get_genes (bench)); i++)
      append_line (text, bench, row, i);
  if (length != NULL)
    *length = text->len;
  return g_string_free (text, FALSE);
}
