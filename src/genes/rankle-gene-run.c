/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-gene-run.h"

#include <math.h>
#include <stdatomic.h>
#include <stdbool.h>

struct _RankleGeneRun
{
  const RankleGeneAssay *assay;    /* Borrowed */
  RankleProtocol        *protocol; /* (owned) */
  guint                  n_columns;
  double                *values;  /* (owned): NaN where there is none */
  char                  *failure; /* (owned) (nullable) */
  atomic_bool            done;    /* both stay as they are */
};

RankleGeneRun *
rankle_gene_run_new (const RankleGeneAssay *assay, RankleGeneSet off, guint n_columns)
{
  RankleGeneRun *self = g_atomic_rc_box_new0 (RankleGeneRun);

  g_assert (assay != NULL && n_columns > 0);

  self->assay = assay;
  self->protocol = rankle_gene_assay_make_protocol (assay, off);
  self->n_columns = n_columns;
  self->values = g_new (double, n_columns);
  for (guint i = 0; i < n_columns; i++)
    self->values[i] = NAN;
  atomic_init (&self->done, false);
  return self;
}

RankleGeneRun *
rankle_gene_run_ref (RankleGeneRun *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  RankleGeneRun *self = data;

  rankle_protocol_unref (self->protocol);
  g_free (self->values);
  g_free (self->failure);
}

void
rankle_gene_run_unref (RankleGeneRun *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

gboolean
rankle_gene_run_is_done (const RankleGeneRun *self)
{
  return atomic_load (&self->done);
}

double
rankle_gene_run_get_value (const RankleGeneRun *self, guint column)
{
  g_return_val_if_fail (rankle_gene_run_is_done (self), NAN);
  g_return_val_if_fail (column < self->n_columns, NAN);

  return self->values[column];
}

const char *
rankle_gene_run_get_failure (const RankleGeneRun *self)
{
  g_return_val_if_fail (rankle_gene_run_is_done (self), NULL);

  return self->failure;
}

/* ---- on the threads of the lane ---- */

static RankleProtocol *
make (guint run, gpointer data)
{
  GPtrArray           *runs = data;
  const RankleGeneRun *self = g_ptr_array_index (runs, run);

  g_assert (run < runs->len && !rankle_gene_run_is_done (self));

  return rankle_protocol_ref (self->protocol);
}

static void
take (guint run, RankleTrajectory *trajectory, const GError *error, gpointer data)
{
  RankleGeneRun *self = g_ptr_array_index ((GPtrArray *)data, run);

  g_assert ((trajectory == NULL) == (error != NULL) && !rankle_gene_run_is_done (self));

  if (trajectory == NULL)
    self->failure = g_strdup (error->message);
  for (guint i = 0; trajectory != NULL && i < self->n_columns; i++)
    if (rankle_gene_assay_answers (self->assay, i))
      self->values[i] = rankle_gene_assay_measure (self->assay, i, trajectory);
  atomic_store (&self->done, true);
}

RankleBatch *
rankle_gene_runs_start (GPtrArray *runs, RankleRunner *runner)
{
  g_return_val_if_fail (runs != NULL, NULL);

  return rankle_runner_start_batch (runner, runs->len, make, take, runs,
                                    (GDestroyNotify)g_ptr_array_unref);
}
