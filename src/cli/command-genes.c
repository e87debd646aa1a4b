/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "rankle-cli-syntax.h"
#include "rankle-cli.h"
#include "rankle-gene-table.h"
#include "rankle-gene-words.h"
#include "rankle-integrator.h"

static const char summary[] =
    "Knocks each gene out in every model that has it, alone or together with those that\n"
    "--off names, and sets what the models compute beside what others saw where that "
    "gene\n"
    "alone was lost. Shares are those of the wild type. The models are built for "
    "teaching\n"
    "and the sizes are ours; of what is recalled the source was not seen.";

static const char description[] = "Examples:\n"
                                  "  rankle-cli genes\n"
                                  "  rankle-cli genes --off RANKL --off OPG --csv\n";

/* ---- text ---- */

/* All sightings of the cell, each with its source; a line each would part cells that
 * belong together. */
static char *
describe_sightings (const RankleGene *gene, guint column)
{
  GString              *text = g_string_new (NULL);
  const RankleSighting *sighting;
  guint                 at = 0;

  while ((sighting = rankle_gene_next_sighting (gene, column, &at)) != NULL)
    {
      g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "; " : "",
                              sighting->recalled ? "recalled" : "seen", sighting->words);
      if (*sighting->source != '\0')
        g_string_append_printf (text, " (%s)", sighting->source);
    }
  if (text->len == 0)
    g_string_append (text, "not known");
  return g_string_free (text, FALSE);
}

static void
add_line (RankleTable *table, RankleGeneBench *bench, guint row, guint column)
{
  const RankleGenes *genes = rankle_gene_bench_get_genes (bench);
  int                gene = rankle_gene_bench_get_row_gene (bench, row);
  g_autofree char   *off = rankle_gene_words_dup_row (bench, row);
  g_autofree char   *computed = rankle_gene_words_dup_computed (bench, row, column);
  g_autofree char   *seen =
      gene < 0 ? NULL
                 : describe_sightings (rankle_genes_get_gene (genes, (guint)gene), column);
  gboolean differs =
      rankle_gene_words_compare (bench, row, column) == RANKLE_GENE_AGREEMENT_DIFFERS;

  g_assert ((gene < 0) == (seen == NULL));

  rankle_table_add (table, off);
  rankle_table_add (table, rankle_genes_get_column (genes, column)->label);
  rankle_table_add (table, computed);
  rankle_table_add (table, differs ? "differs" : "");
  rankle_table_add (table, seen);
}

static char *
format_text (RankleGeneBench *bench)
{
  static const char *const heads[] = { "genes", "what", "computed", "", "known" };
  g_autoptr (RankleTable) table = rankle_table_new (G_N_ELEMENTS (heads));
  GString *text = g_string_new (NULL);
  guint    n_columns = rankle_genes_get_n_columns (rankle_gene_bench_get_genes (bench));

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    rankle_table_add (table, heads[i]);
  for (guint row = 0; row < rankle_gene_bench_get_n_rows (bench); row++)
    for (guint i = 0; i < n_columns; i++)
      add_line (table, bench, row, i);
  rankle_table_append_to (table, "", text);
  return g_string_free (text, FALSE);
}

/* ---- the command ---- */

static gboolean
find_genes (const RankleGenes *genes, char **names, RankleGeneSet *off, GError **error)
{
  for (char **name = names; name != NULL && *name != NULL; name++)
    {
      g_autofree char *valid = g_utf8_make_valid (*name, -1);
      int              gene = rankle_genes_find (genes, valid);

      if (gene < 0)
        {
          RankleGeneSet    all = ~(RankleGeneSet)0;
          g_autofree char *known = rankle_genes_dup_ids (genes, all, ", ");

          return rankle_cli_refuse (error, "--off: there is no gene “%s”; there are %s",
                                    valid, known);
        }
      *off |= RANKLE_GENE_BIT (gene);
    }
  return TRUE;
}

/* What could be computed is printed all the same. */
static int
check_runs (const char *command, RankleGeneBench *bench)
{
  guint n_columns = rankle_genes_get_n_columns (rankle_gene_bench_get_genes (bench));

  for (guint row = 0; row < rankle_gene_bench_get_n_rows (bench); row++)
    for (guint i = 0; i < n_columns; i++)
      {
        RankleGeneCell   cell = rankle_gene_bench_get_cell (bench, row, i);
        g_autofree char *off = rankle_gene_words_dup_row (bench, row);

        if (cell.state == RANKLE_GENE_CELL_FAILED)
          return rankle_cli_fail (command,
                                  g_error_new (RANKLE_SIM_ERROR, RANKLE_SIM_ERROR_FAILED,
                                               "%s: %s", off, cell.failure));
      }
  return RANKLE_EXIT_OK;
}

static int
show (const char *command, char **names, gboolean as_csv)
{
  const RankleGenes *genes = rankle_genes_get_bundled ();
  RankleGeneSet      off = 0;
  g_autoptr (RankleRunner) runner = NULL;
  g_autoptr (RankleGeneBench) bench = NULL;
  g_autofree char *text = NULL;
  GError          *error = NULL;
  int              status;

  if (!find_genes (genes, names, &off, &error))
    return rankle_cli_fail_input (command, error);
  runner = rankle_runner_new ();
  bench = rankle_gene_bench_new (genes, runner);
  rankle_gene_bench_set_off (bench, off);
  rankle_gene_bench_wait (bench);
  text =
      as_csv ? rankle_gene_table_format (bench, "rankle-cli", NULL) : format_text (bench);
  status = rankle_cli_print (command, text, strlen (text));
  return status == RANKLE_EXIT_OK ? check_runs (command, bench) : status;
}

int
rankle_cli_genes (char **argv)
{
  static const char *const operands[] = { NULL };
  g_auto (GStrv) names = NULL;
  gboolean           as_csv = FALSE;
  const GOptionEntry entries[] = {
    { "off", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &names,
      "Switch GENE off in all rows; may be given several times", "GENE" },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &as_csv,
      "Write comma-separated values, with all digits", NULL },
    { NULL },
  };
  GOptionContext *context =
      g_option_context_new ("- knock genes out in every model at once");
  g_auto (GStrv) left = NULL;
  GError *error = NULL;

  g_option_context_set_summary (context, summary);
  g_option_context_set_description (context, description);
  g_option_context_add_main_entries (context, entries, NULL);
  left = rankle_cli_parse (argv, context, operands, &error);
  if (left == NULL)
    return rankle_cli_fail_input (argv[0], error);
  return show (argv[0], names, as_csv);
}
