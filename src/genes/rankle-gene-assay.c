/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-gene-assay.h"

#include <math.h>

#include "rankle-catalog.h"
#include "rankle-question.h"
#include "rankle-scenario-file.h"

/* Rows among which the largest rise is looked for. */
#define RISE_ROWS 120

struct _RankleGeneAssay
{
  const RankleGenes *genes;                  /* Borrowed */
  RankleModel       *model;                  /* (owned) */
  RankleScenario    *scenario;               /* (owned) */
  const char        *model_id, *scenario_id; /* Borrowed: of the genes */
  RankleGeneSet      known;
};

static gboolean
is_asked (const RankleGeneAssay *self, const RankleGeneColumn *column)
{
  return column->model != NULL && g_str_equal (column->model, self->model_id) &&
         g_str_equal (column->scenario, self->scenario_id);
}

/* ---- which there are ---- */

/* What the bundled file names is bundled. */
static RankleGeneAssay *
assay_new (const RankleGenes *genes, const RankleGeneColumn *column)
{
  g_autoptr (GError) error = NULL;
  RankleGeneAssay *self = g_new0 (RankleGeneAssay, 1);

  g_assert (column->model != NULL && column->scenario != NULL);

  self->genes = genes;
  self->model_id = column->model;
  self->scenario_id = column->scenario;
  self->known = rankle_genes_known_to (genes, column->model);
  self->model = rankle_catalog_load (column->model, &error);
  if (self->model != NULL)
    self->scenario = rankle_scenario_file_load (column->scenario, NULL, &error);
  if (self->scenario == NULL)
    g_error ("%s", error->message);
  return self;
}

static void
assay_free (gpointer data)
{
  RankleGeneAssay *self = data;

  rankle_scenario_unref (self->scenario);
  rankle_model_unref (self->model);
  g_free (self);
}

static gboolean
is_there (const GPtrArray *assays, const RankleGeneColumn *column)
{
  for (guint i = 0; i < assays->len; i++)
    if (is_asked (assays->pdata[i], column))
      return TRUE;
  return FALSE;
}

GPtrArray *
rankle_gene_assay_list (const RankleGenes *genes)
{
  GPtrArray *assays = g_ptr_array_new_with_free_func (assay_free);

  g_return_val_if_fail (genes != NULL, assays);

  for (guint i = 0; i < rankle_genes_get_n_columns (genes); i++)
    {
      const RankleGeneColumn *column = rankle_genes_get_column (genes, i);

      if (column->model != NULL && !is_there (assays, column))
        g_ptr_array_add (assays, assay_new (genes, column));
    }
  return assays;
}

RankleModel *
rankle_gene_assay_get_model (const RankleGeneAssay *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->model;
}

RankleGeneSet
rankle_gene_assay_get_known (const RankleGeneAssay *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->known;
}

/* (nullable) */
static const char *
get_control (const RankleGeneAssay *self, guint gene)
{
  return rankle_gene_get_control (rankle_genes_get_gene (self->genes, gene),
                                  self->model_id);
}

RankleGeneSet
rankle_gene_assay_reduce (const RankleGeneAssay *self, RankleGeneSet off)
{
  RankleGeneSet reduced;

  g_return_val_if_fail (self != NULL, 0);

  reduced = off & self->known;
  for (guint i = 0; i < rankle_genes_get_n_genes (self->genes); i++)
    for (guint k = 0; k < i; k++)
      if ((reduced & RANKLE_GENE_BIT (i)) &&
          g_strcmp0 (get_control (self, i), get_control (self, k)) == 0)
        reduced = (reduced & ~RANKLE_GENE_BIT (i)) | RANKLE_GENE_BIT (k);
  g_assert ((reduced & ~self->known) == 0);
  return reduced;
}

gboolean
rankle_gene_assay_answers (const RankleGeneAssay *self, guint column)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return is_asked (self, rankle_genes_get_column (self->genes, column));
}

/* ---- the run ---- */

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

static void
add_times (const RankleGeneColumn *column, GArray *times)
{
  for (guint i = 1; column->rise && i < RISE_ROWS; i++)
    {
      double time = column->time * i / RISE_ROWS;

      g_array_append_val (times, time);
    }
  g_array_append_val (times, column->time);
}

/* (transfer full): from 0, ascending, each once. */
static GArray *
list_times (const RankleGeneAssay *self)
{
  GArray *times = g_array_new (FALSE, TRUE, sizeof (double));
  guint   n = 0;
  double *values;

  g_array_set_size (times, 1);
  for (guint i = 0; i < rankle_genes_get_n_columns (self->genes); i++)
    if (rankle_gene_assay_answers (self, i))
      add_times (rankle_genes_get_column (self->genes, i), times);
  g_array_sort (times, compare_times);
  values = (double *)(void *)times->data;
  for (guint i = 0; i < times->len; i++)
    if (n == 0 || values[i] > values[n - 1])
      values[n++] = values[i];
  g_array_set_size (times, n);
  g_assert (n > 1);
  return times;
}

/* (transfer full) */
static RankleScenario *
knock_out (const RankleGeneAssay *self, RankleGeneSet off)
{
  RankleScenario *scenario = rankle_scenario_copy (self->scenario);

  for (guint i = 0; i < rankle_genes_get_n_genes (self->genes); i++)
    if (off & RANKLE_GENE_BIT (i))
      rankle_scenario_set_control (scenario, get_control (self, i), 0);
  return scenario;
}

RankleProtocol *
rankle_gene_assay_make_protocol (const RankleGeneAssay *self, RankleGeneSet off)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleScenario) scenario = NULL;
  g_autoptr (RankleQuestion) question = NULL;
  g_autoptr (GArray) times = NULL;
  RankleProtocol *protocol;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((off & ~self->known) == 0, NULL);

  times = list_times (self);
  scenario = knock_out (self, off);
  question = rankle_question_new (self->model, scenario);
  rankle_question_set_times (question, (const double *)(void *)times->data, times->len);
  protocol = rankle_question_make_protocol (question, &error);
  if (protocol == NULL)
    g_error ("%s", error->message); /* a test asks for each */
  return protocol;
}

/* ---- what it says ---- */

static double
find_rise (const RankleTrajectory *trajectory, guint column, double until)
{
  const double *times = rankle_trajectory_get_times (trajectory);
  const double *values = rankle_trajectory_get_column (trajectory, column);
  double        rise = 0;

  for (guint i = 0; i < rankle_trajectory_get_n_times (trajectory); i++)
    if (times[i] <= until)
      rise = fmax (rise, values[i] - values[0]);
  g_assert (rise >= 0);
  return rise;
}

double
rankle_gene_assay_measure (const RankleGeneAssay  *self,
                           guint                   column,
                           const RankleTrajectory *trajectory)
{
  const RankleGeneColumn *asked;
  int                     index;

  g_return_val_if_fail (self != NULL && trajectory != NULL, NAN);
  g_return_val_if_fail (rankle_gene_assay_answers (self, column), NAN);

  asked = rankle_genes_get_column (self->genes, column);
  index = rankle_model_find_column (self->model, asked->column);
  g_assert (index >= 0);
  if (asked->rise)
    return find_rise (trajectory, (guint)index, asked->time);
  return rankle_trajectory_get_value_at (trajectory, (guint)index, asked->time);
}
