/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-gene-bench.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-gene-run.h"

struct _RankleGeneBench
{
  GObject            parent_instance;
  const RankleGenes *genes;  /* Borrowed */
  RankleRunner      *runner; /* (owned) */
  GPtrArray         *assays; /* RankleGeneAssay */
  GHashTable        *runs;   /* (owned) gint64: by assay and genes off -> RankleGeneRun */
  GPtrArray         *batches; /* RankleBatch: those that go on */
  RankleGeneSet      off;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RankleGeneBench, rankle_gene_bench, G_TYPE_OBJECT)

/* ---- runs ---- */

static gint64
make_key (guint assay, RankleGeneSet off)
{
  return (gint64)assay << 32 | off;
}

/* (nullable): the run of @assay with what of @off its model has. */
static RankleGeneRun *
find_run (RankleGeneBench *self, guint assay, RankleGeneSet off)
{
  gint64 key;

  g_assert (assay < self->assays->len);

  key = make_key (assay, rankle_gene_assay_reduce (self->assays->pdata[assay], off));
  return g_hash_table_lookup (self->runs, &key);
}

/* What was asked for before is not asked again. */
static void
want_run (RankleGeneBench *self, guint assay, RankleGeneSet off, GPtrArray *wanted)
{
  RankleGeneSet  set = rankle_gene_assay_reduce (self->assays->pdata[assay], off);
  gint64         key = make_key (assay, set);
  RankleGeneRun *run;

  g_assert (assay < self->assays->len);

  if (g_hash_table_contains (self->runs, &key))
    return;
  run = rankle_gene_run_new (self->assays->pdata[assay], set,
                             rankle_genes_get_n_columns (self->genes));
  g_hash_table_insert (self->runs, g_memdup2 (&key, sizeof key), run);
  g_ptr_array_add (wanted, rankle_gene_run_ref (run));
}

/* Of the wild type, which all is measured by, and of each row. */
static void
want_runs_of (RankleGeneBench *self, guint assay, GPtrArray *wanted)
{
  want_run (self, assay, 0, wanted);
  for (guint row = 0; row < rankle_gene_bench_get_n_rows (self); row++)
    want_run (self, assay, rankle_gene_bench_get_row_off (self, row), wanted);
}

static void
progress_cb (RankleBatch *batch, gpointer data)
{
  RankleGeneBench *self = data;

  g_object_ref (self); /* a handler may drop it */
  if (rankle_batch_get_state (batch) != RANKLE_BATCH_RUNNING)
    g_ptr_array_remove (self->batches, batch);
  g_signal_emit (self, signals[CHANGED], 0);
  g_object_unref (self);
}

static void
ask (RankleGeneBench *self)
{
  GPtrArray *wanted =
      g_ptr_array_new_with_free_func ((GDestroyNotify)rankle_gene_run_unref);
  RankleBatch *batch;

  for (guint i = 0; i < self->assays->len; i++)
    want_runs_of (self, i, wanted);
  if (wanted->len == 0)
    {
      g_ptr_array_unref (wanted);
      return;
    }
  batch = rankle_gene_runs_start (wanted, self->runner);
  rankle_batch_set_func (batch, progress_cb, self);
  g_ptr_array_add (self->batches, batch);
}

/* ---- object ---- */

static void
rankle_gene_bench_dispose (GObject *object)
{
  RankleGeneBench *self = RANKLE_GENE_BENCH (object);

  for (guint i = 0; i < self->batches->len; i++)
    {
      rankle_batch_set_func (self->batches->pdata[i], NULL, NULL);
      rankle_batch_cancel (self->batches->pdata[i]);
    }
  /* The runs of a batch need their assays until no thread is at work on it. */
  while (self->batches->len > 0)
    {
      rankle_batch_wait (self->batches->pdata[0]);
      g_ptr_array_remove_index (self->batches, 0);
    }
  g_clear_object (&self->runner);
  G_OBJECT_CLASS (rankle_gene_bench_parent_class)->dispose (object);
}

static void
rankle_gene_bench_finalize (GObject *object)
{
  RankleGeneBench *self = RANKLE_GENE_BENCH (object);

  g_hash_table_unref (self->runs);
  g_ptr_array_unref (self->batches);
  g_ptr_array_unref (self->assays);
  G_OBJECT_CLASS (rankle_gene_bench_parent_class)->finalize (object);
}

static void
rankle_gene_bench_class_init (RankleGeneBenchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rankle_gene_bench_dispose;
  G_OBJECT_CLASS (klass)->finalize = rankle_gene_bench_finalize;
  signals[CHANGED] = g_signal_new ("changed", RANKLE_TYPE_GENE_BENCH, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rankle_gene_bench_init (RankleGeneBench *self)
{
  self->runs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                      (GDestroyNotify)rankle_gene_run_unref);
  self->batches = g_ptr_array_new_with_free_func ((GDestroyNotify)rankle_batch_unref);
}

RankleGeneBench *
rankle_gene_bench_new (const RankleGenes *genes, RankleRunner *runner)
{
  RankleGeneBench *self;

  g_return_val_if_fail (genes != NULL && RANKLE_IS_RUNNER (runner), NULL);

  self = g_object_new (RANKLE_TYPE_GENE_BENCH, NULL);
  self->genes = genes;
  self->runner = g_object_ref (runner);
  self->assays = rankle_gene_assay_list (genes);
  ask (self);
  return self;
}

/* ---- switches ---- */

const RankleGenes *
rankle_gene_bench_get_genes (RankleGeneBench *self)
{
  g_return_val_if_fail (RANKLE_IS_GENE_BENCH (self), NULL);

  return self->genes;
}

RankleGeneSet
rankle_gene_bench_get_off (RankleGeneBench *self)
{
  g_return_val_if_fail (RANKLE_IS_GENE_BENCH (self), 0);

  return self->off;
}

void
rankle_gene_bench_set_off (RankleGeneBench *self, RankleGeneSet off)
{
  g_return_if_fail (RANKLE_IS_GENE_BENCH (self));
  g_return_if_fail (((guint64)off >> rankle_genes_get_n_genes (self->genes)) == 0);

  if (off == self->off)
    return;
  self->off = off;
  ask (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

guint
rankle_gene_bench_get_n_rows (RankleGeneBench *self)
{
  g_return_val_if_fail (RANKLE_IS_GENE_BENCH (self), 0);

  return 1 + rankle_genes_get_n_genes (self->genes);
}

RankleGeneSet
rankle_gene_bench_get_row_off (RankleGeneBench *self, guint row)
{
  g_return_val_if_fail (row < rankle_gene_bench_get_n_rows (self), 0);

  return row == 0 ? self->off : self->off | RANKLE_GENE_BIT (row - 1);
}

int
rankle_gene_bench_get_row_gene (RankleGeneBench *self, guint row)
{
  g_return_val_if_fail (row < rankle_gene_bench_get_n_rows (self), -1);

  if (row > 0)
    return (int)row - 1;
  for (guint i = 0; i < rankle_genes_get_n_genes (self->genes); i++)
    if (self->off == RANKLE_GENE_BIT (i))
      return (int)i;
  return -1;
}

/* ---- cells ---- */

/* -1: no model computes the column. */
static int
find_assay (RankleGeneBench *self, guint column)
{
  for (guint i = 0; i < self->assays->len; i++)
    if (rankle_gene_assay_answers (self->assays->pdata[i], column))
      return (int)i;
  return -1;
}

RankleModel *
rankle_gene_bench_get_model (RankleGeneBench *self, guint column)
{
  int assay;

  g_return_val_if_fail (RANKLE_IS_GENE_BENCH (self), NULL);

  assay = find_assay (self, column);
  return assay < 0 ? NULL : rankle_gene_assay_get_model (self->assays->pdata[assay]);
}

/* The row's own gene must be in the model, or, in row 0, at least one of those that are
 * off: else it would be told of the wild type. */
static gboolean
can_tell (RankleGeneBench *self, guint row, RankleGeneSet known)
{
  RankleGeneSet off = rankle_gene_bench_get_row_off (self, row);

  if (row > 0)
    return (known & RANKLE_GENE_BIT (row - 1)) != 0;
  return off == 0 || (known & off) != 0;
}

static void
fill (RankleGeneBench *self, guint assay, guint column, RankleGeneCell *cell)
{
  const RankleGeneRun *wild = find_run (self, assay, 0);
  const RankleGeneRun *run = find_run (self, assay, cell->off);

  g_assert (wild != NULL && run != NULL);

  cell->state = RANKLE_GENE_CELL_WAITING;
  if (!rankle_gene_run_is_done (run) || !rankle_gene_run_is_done (wild))
    return;
  cell->value = rankle_gene_run_get_value (run, column);
  cell->wild = rankle_gene_run_get_value (wild, column);
  cell->state = isnan (cell->value) || isnan (cell->wild) ? RANKLE_GENE_CELL_FAILED
                                                          : RANKLE_GENE_CELL_COMPUTED;
  cell->failure = rankle_gene_run_get_failure (run);
  if (cell->failure == NULL)
    cell->failure = rankle_gene_run_get_failure (wild);
  if (cell->state == RANKLE_GENE_CELL_FAILED && cell->failure == NULL)
    cell->failure = _ ("the model gives no number there");
}

RankleGeneCell
rankle_gene_bench_get_cell (RankleGeneBench *self, guint row, guint column)
{
  RankleGeneCell cell = { .value = NAN, .wild = NAN };
  RankleGeneSet  known;
  int            assay;

  g_return_val_if_fail (RANKLE_IS_GENE_BENCH (self), cell);
  g_return_val_if_fail (column < rankle_genes_get_n_columns (self->genes), cell);

  cell.off = rankle_gene_bench_get_row_off (self, row);
  assay = find_assay (self, column);
  if (assay < 0)
    return cell;
  known = rankle_gene_assay_get_known (self->assays->pdata[assay]);
  cell.ignored = cell.off & ~known;
  if (can_tell (self, row, known))
    fill (self, (guint)assay, column, &cell);
  return cell;
}

/* ---- waiting ---- */

guint
rankle_gene_bench_get_n_runs (RankleGeneBench *self)
{
  g_return_val_if_fail (RANKLE_IS_GENE_BENCH (self), 0);

  return g_hash_table_size (self->runs);
}

gboolean
rankle_gene_bench_is_busy (RankleGeneBench *self)
{
  g_return_val_if_fail (RANKLE_IS_GENE_BENCH (self), FALSE);

  return self->batches->len > 0;
}

void
rankle_gene_bench_wait (RankleGeneBench *self)
{
  g_return_if_fail (RANKLE_IS_GENE_BENCH (self));

  while (self->batches->len > 0)
    {
      g_autoptr (RankleBatch) batch = rankle_batch_ref (self->batches->pdata[0]);

      rankle_batch_wait (batch);
    }
}
