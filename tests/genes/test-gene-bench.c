/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <math.h>

#include "rankle-catalog.h"
#include "rankle-gene-bench.h"
#include "rankle-gene-words.h"
#include "rankle-integrator.h"
#include "rankle-question.h"
#include "rankle-scenario-file.h"

static RankleRunner *runner;

/* (transfer full): with those of @off switched off, and nothing to be waited for. */
static RankleGeneBench *
open_bench (RankleGeneSet off)
{
  RankleGeneBench *bench = rankle_gene_bench_new (rankle_genes_get_bundled (), runner);

  rankle_gene_bench_set_off (bench, off);
  rankle_gene_bench_wait (bench);
  g_assert_false (rankle_gene_bench_is_busy (bench));
  return bench;
}

static guint
find_gene (const char *id)
{
  int gene = rankle_genes_find (rankle_genes_get_bundled (), id);

  g_assert_cmpint (gene, >=, 0);
  return (guint)gene;
}

static guint
find_row (const char *id)
{
  return find_gene (id) + 1;
}

static guint
find_column (const char *id)
{
  const RankleGenes *genes = rankle_genes_get_bundled ();

  for (guint i = 0; i < rankle_genes_get_n_columns (genes); i++)
    if (g_str_equal (rankle_genes_get_column (genes, i)->id, id))
      return i;
  g_assert_not_reached ();
}

static RankleGeneCell
look (RankleGeneBench *bench, guint row, const char *column)
{
  return rankle_gene_bench_get_cell (bench, row, find_column (column));
}

/* In shares of the wild type. */
static double
get_share (RankleGeneBench *bench, guint row, const char *column)
{
  RankleGeneCell cell = look (bench, row, column);

  g_assert_cmpint (cell.state, ==, RANKLE_GENE_CELL_COMPUTED);
  return cell.value / cell.wild;
}

/* ---- a cell is what a run says ---- */

/* The scenario, with every gene of @off that the model has set to 0. */
static RankleTrajectory *
run_afresh (const RankleGeneColumn *column, RankleGeneSet off)
{
  const RankleGenes *genes = rankle_genes_get_bundled ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model = rankle_catalog_load (column->model, &error);
  g_autoptr (RankleScenario) given =
      rankle_scenario_file_load (column->scenario, NULL, &error);
  g_autoptr (RankleScenario) scenario = rankle_scenario_copy (given);
  g_autoptr (RankleQuestion) question = NULL;
  g_autoptr (RankleProtocol) protocol = NULL;
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  RankleTrajectory *trajectory;

  for (guint i = 0; i < rankle_genes_get_n_genes (genes); i++)
    {
      const char *control =
          rankle_gene_get_control (rankle_genes_get_gene (genes, i), column->model);

      if ((off & RANKLE_GENE_BIT (i)) && control != NULL)
        rankle_scenario_set_control (scenario, control, 0);
    }
  question = rankle_question_new (model, scenario);
  rankle_question_set_every (question, column->time, column->time / 480);
  protocol = rankle_question_make_protocol (question, &error);
  g_assert_no_error (error);
  trajectory = rankle_integrator_run (integrator, protocol, NULL, &error);
  g_assert_no_error (error);
  return trajectory;
}

static double
measure_afresh (const RankleGeneColumn *column, RankleGeneSet off)
{
  g_autoptr (RankleTrajectory) run = run_afresh (column, off);
  guint         n = rankle_trajectory_get_n_times (run);
  const double *values = rankle_trajectory_get_column (
      run, (guint)rankle_model_find_column (rankle_trajectory_get_model (run),
                                            column->column));
  double most = values[0];

  for (guint i = 0; i < n; i++)
    most = fmax (most, values[i]);
  return column->rise ? most - values[0] : values[n - 1];
}

static void
check_cell (RankleGeneBench *bench, guint row, guint index)
{
  const RankleGenes      *genes = rankle_genes_get_bundled ();
  const RankleGeneColumn *column = rankle_genes_get_column (genes, index);
  RankleGeneCell          cell = rankle_gene_bench_get_cell (bench, row, index);
  RankleGeneSet           off = rankle_gene_bench_get_off (bench);
  g_autofree char        *name = rankle_gene_words_dup_name (bench, row, index);

  g_assert_cmpint (cell.state, ==, RANKLE_GENE_CELL_COMPUTED);
  if (row > 0)
    off |= RANKLE_GENE_BIT (row - 1);
  g_test_message ("%s", name);
  /* Rows are elsewhere: the top of a rise is met by chance. */
  g_assert_cmpfloat_with_epsilon (cell.value, measure_afresh (column, off),
                                  (column->rise ? 1e-3 : 1e-5) * cell.wild);
  g_assert_cmpfloat_with_epsilon (cell.wild, measure_afresh (column, 0),
                                  (column->rise ? 1e-3 : 1e-5) * cell.wild);
}

/* Twenty that are computed, under switches that are chosen by chance, too. The seed is
 * printed by GLib (“random seed”), and --seed takes it. */
static void
test_random_cells (void)
{
  const RankleGenes *genes = rankle_genes_get_bundled ();
  guint              n = 0;

  while (n < 20)
    {
      guint         n_genes = rankle_genes_get_n_genes (genes);
      RankleGeneSet off =
          n % 4 == 0 ? 0
                     : RANKLE_GENE_BIT (g_test_rand_int_range (0, (gint32)n_genes)) |
                           RANKLE_GENE_BIT (g_test_rand_int_range (0, (gint32)n_genes));
      g_autoptr (RankleGeneBench) bench = open_bench (off);
      guint row =
          (guint)g_test_rand_int_range (0, (gint32)rankle_gene_bench_get_n_rows (bench));
      guint column =
          (guint)g_test_rand_int_range (0, (gint32)rankle_genes_get_n_columns (genes));

      if (rankle_gene_bench_get_cell (bench, row, column).state !=
          RANKLE_GENE_CELL_COMPUTED)
        continue;
      check_cell (bench, row, column);
      n++;
    }
}

/* And every one of them with nothing switched off. */
static void
test_every_cell (void)
{
  g_autoptr (RankleGeneBench) bench = open_bench (0);
  guint n = 0;

  for (guint row = 0; row < rankle_gene_bench_get_n_rows (bench); row++)
    for (guint i = 0; i < rankle_genes_get_n_columns (rankle_genes_get_bundled ()); i++)
      if (rankle_gene_bench_get_cell (bench, row, i).state == RANKLE_GENE_CELL_COMPUTED)
        {
          check_cell (bench, row, i);
          n++;
        }
  g_assert_cmpuint (n, >, 40);
}

/* ---- switches ---- */

/* Without RANKL there is nothing for OPG to hold: both off are as RANKL off. */
static void
test_rankl_and_opg (void)
{
  RankleGeneSet rankl = RANKLE_GENE_BIT (find_gene ("RANKL"));
  RankleGeneSet opg = RANKLE_GENE_BIT (find_gene ("OPG"));
  g_autoptr (RankleGeneBench) bench = open_bench (opg);

  g_assert_cmpfloat (get_share (bench, 0, "osteoclasts"), >, 2);
  g_assert_cmpfloat (get_share (bench, 0, "bone"), <, 0.9);
  g_assert_cmpfloat (get_share (bench, find_row ("RANKL"), "osteoclasts"), <, 0.01);

  rankle_gene_bench_set_off (bench, rankl | opg);
  rankle_gene_bench_wait (bench);
  g_assert_cmpfloat (get_share (bench, 0, "osteoclasts"), <, 0.01);
  g_assert_cmpfloat (get_share (bench, 0, "bone"), >, 1.05);
  g_assert_cmpfloat (get_share (bench, 0, "lymph_nodes"), <, 0.05);
  g_assert_cmpfloat (get_share (bench, 0, "peyers_patches"), >, 0.95);
  g_assert_cmpfloat (get_share (bench, 0, "mammary_buds"), <, 0.05);
  g_assert_cmpfloat (get_share (bench, 0, "fever"), <, 0.01);
  /* OPG is in the model of bone alone: where it is asked with RANKL, RANKL is told of. */
  g_assert_cmpuint (look (bench, 0, "fever").ignored, ==, opg);
  g_assert_cmpuint (look (bench, 0, "bone").ignored, ==, 0);
  /* Their own rows have the same genes off. */
  for (guint i = 0; i < 2; i++)
    g_assert_cmpfloat (get_share (bench, find_row (i == 0 ? "RANKL" : "OPG"), "bone"), ==,
                       get_share (bench, 0, "bone"));
}

/* A gene that a model does not have is not told of, as if it were the wild type's. */
static void
test_what_is_not_told (void)
{
  RankleGeneSet il7r = RANKLE_GENE_BIT (find_gene ("IL-7R"));
  g_autoptr (RankleGeneBench) bench = open_bench (0);

  g_assert_cmpint (look (bench, 0, "fever").state, ==, RANKLE_GENE_CELL_COMPUTED);
  g_assert_cmpint (look (bench, 0, "b_cells").state, ==, RANKLE_GENE_CELL_NOT_COMPUTED);
  g_assert_cmpint (look (bench, find_row ("OPG"), "fever").state, ==,
                   RANKLE_GENE_CELL_NOT_COMPUTED);
  rankle_gene_bench_set_off (bench, il7r);
  rankle_gene_bench_wait (bench);
  g_assert_cmpint (look (bench, 0, "fever").state, ==, RANKLE_GENE_CELL_NOT_COMPUTED);
  g_assert_cmpint (look (bench, find_row ("OPG"), "lymph_nodes").state, ==,
                   RANKLE_GENE_CELL_NOT_COMPUTED);
  g_assert_cmpint (look (bench, find_row ("RANK"), "fever").state, ==,
                   RANKLE_GENE_CELL_COMPUTED);
  g_assert_cmpuint (look (bench, find_row ("RANK"), "fever").ignored, ==, il7r);
}

static void
count_cb (RankleGeneBench *bench, guint *n)
{
  (*n)++;
}

static void
test_each_run_is_made_once (void)
{
  RankleGeneSet opg = RANKLE_GENE_BIT (find_gene ("OPG"));
  g_autoptr (RankleGeneBench) bench = open_bench (0);
  guint n_plain = rankle_gene_bench_get_n_runs (bench), n_opg, changed = 0;

  /* The wild type, and each gene by itself in each model that has it: of the adaptors
   * RANK is RANKL, since they begin at the receptors that signal. */
  g_assert_cmpuint (n_plain, ==, 5 + 7 + 6 + 3 + 3 + 5);
  rankle_gene_bench_set_off (bench, opg);
  g_assert_true (rankle_gene_bench_is_busy (bench));
  rankle_gene_bench_wait (bench);
  n_opg = rankle_gene_bench_get_n_runs (bench);
  /* OPG by itself was there. */
  g_assert_cmpuint (n_opg, ==, n_plain + 6);
  g_signal_connect (bench, "changed", G_CALLBACK (count_cb), &changed);
  rankle_gene_bench_set_off (bench, 0);
  g_assert_false (rankle_gene_bench_is_busy (bench));
  rankle_gene_bench_set_off (bench, opg);
  rankle_gene_bench_set_off (bench, opg);
  g_assert_false (rankle_gene_bench_is_busy (bench));
  g_assert_cmpuint (rankle_gene_bench_get_n_runs (bench), ==, n_opg);
  g_assert_cmpuint (changed, ==, 2);
}

/* It may go while its runs are being made. */
static void
test_goes_while_busy (void)
{
  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (RankleGeneBench) bench =
          rankle_gene_bench_new (rankle_genes_get_bundled (), runner);

      rankle_gene_bench_set_off (bench, i);
      g_assert_true (rankle_gene_bench_is_busy (bench));
      if (i % 2 == 0)
        g_main_context_iteration (NULL, FALSE);
    }
}

/* The main loop brings the cells without being waited for. */
static void
test_cells_come (void)
{
  g_autoptr (RankleGeneBench) bench =
      rankle_gene_bench_new (rankle_genes_get_bundled (), runner);
  guint changed = 0;

  g_signal_connect (bench, "changed", G_CALLBACK (count_cb), &changed);
  g_assert_cmpint (look (bench, 0, "bone").state, !=, RANKLE_GENE_CELL_NOT_COMPUTED);
  while (rankle_gene_bench_is_busy (bench))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (changed, >, 0);
  g_assert_cmpint (look (bench, 0, "bone").state, ==, RANKLE_GENE_CELL_COMPUTED);
}

/* ---- computed beside seen ---- */

/* What must agree in sign with what was seen, or is recalled. */
static const struct
{
  const char *gene, *column;
} agree[] = {
  { "RANKL", "osteoclasts" },
  { "RANKL", "bone" },
  { "RANKL", "lymph_nodes" },
  { "RANKL", "peyers_patches" },
  { "RANKL", "mammary_buds" },
  { "RANK", "osteoclasts" },
  { "RANK", "bone" },
  { "RANK", "lymph_nodes" },
  { "RANK", "peyers_patches" },
  { "RANK", "mammary_buds" },
  { "RANK", "fever" },
  { "OPG", "osteoclasts" },
  { "OPG", "bone" },
  { "TRAF6", "lymph_nodes" },
  { "NF-kB", "osteoclasts" },
  { "c-Fos", "osteoclasts" },
  { "NFATc1", "osteoclasts" },
  { "LTbR", "lymph_nodes" },
  { "LTbR", "peyers_patches" },
  { "IL-7R", "lymph_nodes" },
  { "IL-7R", "peyers_patches" },
  { "PR", "mammary_buds" },
  { "EP3", "fever" },
};

/* The models know no osteoclast that does not work: Lomaga 1999 saw them, we have none.
 */
static const struct
{
  const char *gene, *column;
} differ[] = { { "TRAF6", "osteoclasts" } };

static guint
count (RankleGeneBench *bench, RankleGeneAgreement wanted)
{
  guint n = 0;

  for (guint row = 1; row < rankle_gene_bench_get_n_rows (bench); row++)
    for (guint i = 0; i < rankle_genes_get_n_columns (rankle_genes_get_bundled ()); i++)
      n += rankle_gene_words_compare (bench, row, i) == wanted;
  return n;
}

static void
test_agreement (void)
{
  g_autoptr (RankleGeneBench) bench = open_bench (0);

  for (guint i = 0; i < G_N_ELEMENTS (agree); i++)
    g_assert_cmpint (rankle_gene_words_compare (bench, find_row (agree[i].gene),
                                                find_column (agree[i].column)),
                     ==, RANKLE_GENE_AGREEMENT_AGREES);
  for (guint i = 0; i < G_N_ELEMENTS (differ); i++)
    g_assert_cmpint (rankle_gene_words_compare (bench, find_row (differ[i].gene),
                                                find_column (differ[i].column)),
                     ==, RANKLE_GENE_AGREEMENT_DIFFERS);
  g_assert_cmpuint (count (bench, RANKLE_GENE_AGREEMENT_AGREES), ==,
                    G_N_ELEMENTS (agree));
  g_assert_cmpuint (count (bench, RANKLE_GENE_AGREEMENT_DIFFERS), ==,
                    G_N_ELEMENTS (differ));
}

/* What was seen was seen with one gene off: of two nothing is said to agree. */
static void
test_agreement_is_of_one (void)
{
  RankleGeneSet ep3 = RANKLE_GENE_BIT (find_gene ("EP3"));
  g_autoptr (RankleGeneBench) bench = open_bench (ep3);

  g_assert_cmpuint (count (bench, RANKLE_GENE_AGREEMENT_AGREES), ==, 1);
  g_assert_cmpuint (count (bench, RANKLE_GENE_AGREEMENT_DIFFERS), ==, 0);
  g_assert_cmpint (
      rankle_gene_words_compare (bench, find_row ("EP3"), find_column ("fever")), ==,
      RANKLE_GENE_AGREEMENT_AGREES);
  g_assert_cmpint (rankle_gene_bench_get_row_gene (bench, 0), ==, (int)find_gene ("EP3"));
  rankle_gene_bench_set_off (bench, 0);
  g_assert_cmpint (rankle_gene_bench_get_row_gene (bench, 0), ==, -1);
  rankle_gene_bench_set_off (bench, ep3 | 1);
  g_assert_cmpint (rankle_gene_bench_get_row_gene (bench, 0), ==, -1);
}

/* ---- a run that fails ---- */

/* With its gene off, x grows without bound at time 1. */
static const char model_text[] =
    "unit per_second = 1 / second\ngene = 1 dimensionless\nk = 1 per_second\n"
    "x = 1 dimensionless\nx' = (1 - gene) * k * x^2\n";
static const char sidecar[] =
    "{ \"schema\": 1, \"controls\": [ { \"id\": \"gene\", \"label\": \"Gene\", "
    "\"parameter\": \"gene\", \"switch\": true, \"neutral\": 1 } ] }";
static const char scenario[] = "{ \"schema\": 2, \"id\": \"s\", \"title\": \"S\" }";

static char *
write_file (const char *folder, const char *name, const char *text)
{
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static void
test_failure (void)
{
  g_autofree char *folder = g_dir_make_tmp ("rankle-genes-XXXXXX", NULL);
  g_autofree char *model = write_file (folder, "m.ant", model_text);
  g_autofree char *beside = write_file (folder, "m.json", sidecar);
  g_autofree char *asked = write_file (folder, "s.json", scenario);
  g_autofree char *text = g_strdup_printf (
      "{ \"schema\": 1, \"columns\": [ { \"id\": \"x\", \"label\": \"x\", "
      "\"description\": \"X.\", \"asked\": { \"model\": \"%s\", \"scenario\": \"%s\", "
      "\"column\": \"x\", \"at\": 2 } } ], \"genes\": [ { \"id\": \"G\", "
      "\"description\": \"D.\", \"off\": { \"%s\": \"gene\" } } ] }",
      model, asked, model);
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleGenes) genes = rankle_genes_parse (text, -1, "g.json", &error);
  g_autoptr (RankleGeneBench) bench = NULL;
  g_autofree char *name = NULL;
  g_autofree char *details = NULL;
  RankleGeneCell   cell;

  g_assert_no_error (error);
  bench = rankle_gene_bench_new (genes, runner);
  rankle_gene_bench_wait (bench);
  g_assert_cmpint (rankle_gene_bench_get_cell (bench, 0, 0).state, ==,
                   RANKLE_GENE_CELL_COMPUTED);
  cell = rankle_gene_bench_get_cell (bench, 1, 0);
  g_assert_cmpint (cell.state, ==, RANKLE_GENE_CELL_FAILED);
  g_assert_nonnull (cell.failure);
  name = rankle_gene_words_dup_name (bench, 1, 0);
  details = rankle_gene_words_dup_details (bench, 1, 0);
  g_assert_cmpstr (name, ==, "G off, x: the run failed; what is seen is not known");
  g_assert_nonnull (strstr (details, cell.failure));
  for (guint i = 0; i < 3; i++)
    g_unlink (i == 0 ? model : i == 1 ? beside : asked);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  runner = rankle_runner_new ();
  g_test_add_func ("/gene-bench/random-cells", test_random_cells);
  g_test_add_func ("/gene-bench/every-cell", test_every_cell);
  g_test_add_func ("/gene-bench/rankl-and-opg", test_rankl_and_opg);
  g_test_add_func ("/gene-bench/what-is-not-told", test_what_is_not_told);
  g_test_add_func ("/gene-bench/each-run-is-made-once", test_each_run_is_made_once);
  g_test_add_func ("/gene-bench/goes-while-busy", test_goes_while_busy);
  g_test_add_func ("/gene-bench/cells-come", test_cells_come);
  g_test_add_func ("/gene-bench/agreement", test_agreement);
  g_test_add_func ("/gene-bench/agreement-is-of-one", test_agreement_is_of_one);
  g_test_add_func ("/gene-bench/failure", test_failure);
  status = g_test_run ();
  g_object_unref (runner);
  return status;
}
