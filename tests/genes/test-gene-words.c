/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "rankle-gene-table.h"
#include "rankle-gene-words.h"

static RankleRunner *runner;

static RankleGeneBench *
open_bench (const char *off)
{
  RankleGeneBench *bench = rankle_gene_bench_new (rankle_genes_get_bundled (), runner);
  g_auto (GStrv) names = g_strsplit (off, " ", -1);
  RankleGeneSet set = 0;

  for (char **name = names; *name != NULL; name++)
    set |= RANKLE_GENE_BIT (rankle_genes_find (rankle_genes_get_bundled (), *name));
  rankle_gene_bench_set_off (bench, set);
  rankle_gene_bench_wait (bench);
  return bench;
}

static guint
find_row (const char *gene)
{
  return *gene == '\0' ? 0
                       : 1 + (guint)rankle_genes_find (rankle_genes_get_bundled (), gene);
}

static guint
find_column (const char *id)
{
  const RankleGenes *genes = rankle_genes_get_bundled ();
  guint              i = 0;

  while (!g_str_equal (rankle_genes_get_column (genes, i)->id, id))
    i++;
  return i;
}

/* ---- words of a number ---- */

static const RankleGeneColumn share = { .same = 0.1, .unit = "" };
static const RankleGeneColumn strict = { .same = 0.02, .unit = "" };
static const RankleGeneColumn built = { .formed = 0.5, .same = 0.1, .unit = "" };

static const struct
{
  const RankleGeneColumn *column;
  double                  value, wild;
  const char             *word;
  RankleGeneChange        change;
} numbers[] = {
  { &share, 0, 10, "none", RANKLE_GENE_CHANGE_NONE },
  { &share, 0.49, 10, "none", RANKLE_GENE_CHANGE_NONE },
  { &share, 0.51, 10, "little", RANKLE_GENE_CHANGE_LESS },
  { &share, 3.4, 10, "little", RANKLE_GENE_CHANGE_LESS },
  { &share, 3.6, 10, "half", RANKLE_GENE_CHANGE_LESS },
  { &share, 6.6, 10, "less", RANKLE_GENE_CHANGE_LESS },
  { &share, 8.9, 10, "less", RANKLE_GENE_CHANGE_LESS },
  { &share, 9.1, 10, "normal", RANKLE_GENE_CHANGE_NORMAL },
  { &share, 10.9, 10, "normal", RANKLE_GENE_CHANGE_NORMAL },
  { &share, 11.1, 10, "more", RANKLE_GENE_CHANGE_MORE },
  { &share, 20.1, 10, "much more", RANKLE_GENE_CHANGE_MORE },
  { &strict, 9.7, 10, "less", RANKLE_GENE_CHANGE_LESS },
  { &strict, 10.3, 10, "more", RANKLE_GENE_CHANGE_MORE },
  { &built, 0.01, 0.98, "none", RANKLE_GENE_CHANGE_NONE },
  { &built, 0.49, 0.98, "none", RANKLE_GENE_CHANGE_NONE },
  { &built, 0.51, 0.98, "formed", RANKLE_GENE_CHANGE_NORMAL },
  { &share, 1, 0, "not computed", RANKLE_GENE_CHANGE_NOT_TOLD },
};

static void
test_numbers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      RankleGeneCell cell = { .state = RANKLE_GENE_CELL_COMPUTED,
                              .value = numbers[i].value,
                              .wild = numbers[i].wild };

      g_assert_cmpstr (rankle_gene_cell_get_word (numbers[i].column, &cell), ==,
                       numbers[i].word);
      g_assert_cmpint (rankle_gene_cell_get_change (numbers[i].column, &cell), ==,
                       numbers[i].change);
    }
}

static void
test_states (void)
{
  static const struct
  {
    RankleGeneCellState state;
    const char         *word;
  } states[] = {
    { RANKLE_GENE_CELL_NOT_COMPUTED, "not computed" },
    { RANKLE_GENE_CELL_WAITING, "…" },
    { RANKLE_GENE_CELL_FAILED, "the run failed" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      RankleGeneCell cell = { .state = states[i].state, .value = 1, .wild = 1 };

      g_assert_cmpstr (rankle_gene_cell_get_word (&share, &cell), ==, states[i].word);
      g_assert_cmpint (rankle_gene_cell_get_change (&share, &cell), ==,
                       RANKLE_GENE_CHANGE_NOT_TOLD);
    }
}

/* ---- a cell as one thing to hear ---- */

static const struct
{
  const char *off, *row, *column, *name;
} names[] = {
  { "", "RANK", "lymph_nodes",
    "RANK off, lymph nodes: computed none (1 %); seen none but mucosal, Dougall 1999" },
  { "", "", "fever", "Wild type, fever: computed normal (+1.6 °C)" },
  { "", "OPG", "bone",
    "OPG off, bone: computed less (74 %); seen porous, fractures, Bucay 1998" },
  { "", "OPG", "fever", "OPG off, fever: not computed; what is seen is not known" },
  { "", "NFATc1", "osteoclasts",
    "NFATc1 off, osteoclasts: computed none (0 %); recalled none, Takayanagi 2002" },
  { "", "TRAF3", "osteoclasts", "TRAF3 off, osteoclasts: not computed; recalled more" },
  { "", "IL-7R", "peyers_patches",
    "IL-7R off, Peyer's patches: computed none (0 %); recalled none" },
  { "OPG", "LTbR", "lymph_nodes",
    "OPG and LTβR off, lymph nodes: computed none (0 %); not in the model: OPG; with "
    "LTβR alone off recalled "
    "none" },
  { "RANKL OPG", "", "osteoclasts",
    "RANKL and OPG off, osteoclasts: computed none (0 %)" },
  { "RANKL OPG", "TRAF6", "bone",
    "RANKL, OPG and TRAF6 off, bone: computed more (111 %); what is seen is not known" },
  { "EP3", "", "fever",
    "EP3 off, fever: computed none (+0.0 °C); seen none: it is needed, Hanada 2009" },
};

static void
test_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (RankleGeneBench) bench = open_bench (names[i].off);
      g_autofree char *name = rankle_gene_words_dup_name (bench, find_row (names[i].row),
                                                          find_column (names[i].column));

      g_assert_cmpstr (name, ==, names[i].name);
    }
}

/* All that was seen is said, and that they differ from one of it. */
static void
test_differs (void)
{
  g_autoptr (RankleGeneBench) bench = open_bench ("");
  guint            row = find_row ("TRAF6"), column = find_column ("osteoclasts");
  g_autofree char *name = rankle_gene_words_dup_name (bench, row, column);
  g_autofree char *details = rankle_gene_words_dup_details (bench, row, column);

  g_assert_true (g_str_has_suffix (name, "; they differ"));
  g_assert_nonnull (strstr (name, "seen present, do not work, Lomaga 1999; seen not"));
  g_assert_nonnull (strstr (details, "Seen: present, do not work (Lomaga 1999, Genes Dev "
                                     "13:1015), unlike what is computed. Seen: not "
                                     "functional (Naito 1999, Genes Cells 4:353). Seen"));
}

static void
test_details (void)
{
  g_autoptr (RankleGeneBench) bench = open_bench ("IL-7R");
  g_autofree char *fever =
      rankle_gene_words_dup_details (bench, find_row ("RANK"), find_column ("fever"));
  g_autofree char *opg = rankle_gene_words_dup_details (bench, find_row ("OPG"),
                                                        find_column ("lymph_nodes"));
  g_autofree char *b_cells =
      rankle_gene_words_dup_details (bench, 0, find_column ("b_cells"));

  g_assert_cmpstr (
      fever, ==,
      "RANK and IL-7R off, fever. By how much LPS, of bacteria, raises body temperature "
      "within ten hours. Computed with “Fever and hot flushes”: none (+0.0 °C). Not in "
      "the model “Fever and hot flushes”: IL-7R. With RANK alone off this is known. "
      "Seen: none, "
      "without "
      "it in the brain (Hanada 2009, Nature 462:505). Seen: in two children, little in "
      "pneumonia (Hanada 2009, Nature 462:505).");
  g_assert_nonnull (strstr (opg, " Not computed. Not in the model “Lymph node and "
                                 "Peyer's patch”: OPG."));
  g_assert_cmpstr (b_cells, ==,
                   "IL-7R off, B cells. B cells of the blood and spleen. No model "
                   "computes them. Recalled, source not seen: few.");
}

/* ---- recalled ---- */

/* Of a sighting of either kind the words of a cell say which it is. */
static void
check_grade (RankleGeneBench *bench, guint row, const RankleSighting *first)
{
  g_autofree char *seen = rankle_gene_words_dup_seen (bench, row, first->column);
  g_autofree char *name = rankle_gene_words_dup_name (bench, row, first->column);

  g_assert_true (g_str_has_prefix (seen, first->recalled ? "recalled: " : "seen: "));
  g_assert_nonnull (strstr (name, first->recalled ? "; recalled " : "; seen "));
}

static void
test_recalled_is_not_seen (void)
{
  const RankleGenes *genes = rankle_genes_get_bundled ();
  g_autoptr (RankleGeneBench) bench = open_bench ("");
  guint n = 0;

  for (guint i = 0; i < rankle_genes_get_n_genes (genes); i++)
    for (guint k = 0; k < rankle_genes_get_n_columns (genes); k++)
      {
        guint                 at = 0;
        const RankleSighting *first =
            rankle_gene_next_sighting (rankle_genes_get_gene (genes, i), k, &at);
        g_autofree char *seen = rankle_gene_words_dup_seen (bench, i + 1, k);

        if (first != NULL)
          check_grade (bench, i + 1, first);
        else
          g_assert_cmpstr (seen, ==, "not known");
        n += first != NULL;
      }
  g_assert_cmpuint (n, >, 35);
}

/* ---- short words ---- */

static void
test_short (void)
{
  g_autoptr (RankleGeneBench) bench = open_bench ("RANKL OPG");
  guint            nodes = find_column ("lymph_nodes");
  g_autofree char *heading = rankle_gene_words_dup_heading (
      rankle_genes_get_column (rankle_genes_get_bundled (), nodes));
  g_autofree char *source =
      rankle_gene_words_dup_source (bench, find_row ("RANK"), nodes);
  g_autofree char *none = rankle_gene_words_dup_source (bench, find_row ("NF-kB"), nodes);
  g_autofree char *alone = rankle_gene_words_dup_seen (bench, find_row ("RANK"), nodes);
  g_autofree char *of_two = rankle_gene_words_dup_seen (bench, 0, nodes);
  g_autofree char *set =
      rankle_gene_words_dup_set (rankle_genes_get_bundled (), 5 | 1 << 7, ", ");

  g_assert_cmpstr (heading, ==, "Lymph nodes");
  g_assert_cmpstr (source, ==, "Dougall 1999");
  g_assert_cmpstr (none, ==, "");
  g_assert_null (of_two);
  g_assert_cmpstr (alone, ==, "alone, seen: none but mucosal");
  g_assert_cmpstr (set, ==, "RANKL, OPG, NF-κB");
}

/* ---- the table ---- */

static void
test_table (void)
{
  const RankleGenes *genes = rankle_genes_get_bundled ();
  g_autoptr (RankleGeneBench) bench = open_bench ("RANKL");
  gsize            length;
  g_autofree char *text = rankle_gene_table_format (bench, "rankle", &length);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint notes = 0;

  g_assert_cmpuint (length, ==, strlen (text));
  while (lines[notes][0] == '#')
    notes++;
  g_assert_cmpstr (lines[2], ==, "# switched off: RANKL");
  g_assert_cmpstr (
      lines[notes], ==,
      "gene,off,column,computed,value,wild_type,model,model_column,seen,seen_"
      "source,recalled,recalled_source,agreement");
  g_assert_cmpuint (g_strv_length (lines), ==,
                    notes + 2 +
                        rankle_gene_bench_get_n_rows (bench) *
                            rankle_genes_get_n_columns (genes));
  g_assert_nonnull (
      strstr (text, "\nIL-7R,RANKL; IL-7R,t_cells,not computed,,,,,,,few,,\n"));
  g_assert_nonnull (strstr (text, "\nEP3,RANKL; EP3,fever,none,0,1.55"));
  g_assert_nonnull (strstr (
      text, ",fever,T_core,none: it is needed,\"Hanada 2009, Nature 462:505\",,,\n"));
  g_assert_nonnull (strstr (text, "lymph-node,organiser_node,none,\"Kong 1999, Nature "
                                  "397:315\",,,agrees\n"));
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  runner = rankle_runner_new ();
  g_test_add_func ("/gene-words/numbers", test_numbers);
  g_test_add_func ("/gene-words/states", test_states);
  g_test_add_func ("/gene-words/names", test_names);
  g_test_add_func ("/gene-words/differs", test_differs);
  g_test_add_func ("/gene-words/details", test_details);
  g_test_add_func ("/gene-words/recalled-is-not-seen", test_recalled_is_not_seen);
  g_test_add_func ("/gene-words/short", test_short);
  g_test_add_func ("/gene-words/table", test_table);
  status = g_test_run ();
  g_object_unref (runner);
  return status;
}
