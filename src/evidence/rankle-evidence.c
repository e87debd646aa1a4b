/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-evidence.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* No study lasts so long, and no count of it in seconds overflows. */
#define DAYS_MAX 1e6

struct _RankleEvidence
{
  gatomicrefcount ref_count;
  GStringChunk   *strings; /* every const char * of a row lives here */
  GArray         *rows;    /* RankleEvidenceRow */
  GPtrArray      *arms;    /* (owned) RankleScenario */
  GPtrArray      *models;  /* const char *, one an arm; NULL: of any */
};

G_DEFINE_QUARK (rankle_evidence_error_quark, rankle_evidence_error)

static const char *const measures[RANKLE_N_MEASURES] = {
  "value", "change",      "fold",       "difference", "max",
  "min",   "time_of_max", "max_change", "min_change",
};

const char *
rankle_measure_to_string (RankleMeasure measure)
{
  g_return_val_if_fail (measure < RANKLE_N_MEASURES, "");

  return measures[measure];
}

gboolean
rankle_measure_from_string (const char *word, RankleMeasure *measure)
{
  g_return_val_if_fail (measure != NULL, FALSE);

  for (guint i = 0; i < RANKLE_N_MEASURES; i++)
    if (g_strcmp0 (word, measures[i]) == 0)
      {
        *measure = i;
        return TRUE;
      }
  return FALSE;
}

gboolean
rankle_measure_is_of_window (RankleMeasure measure)
{
  return measure == RANKLE_MEASURE_MAX || measure == RANKLE_MEASURE_MIN ||
         measure == RANKLE_MEASURE_TIME_OF_MAX || measure == RANKLE_MEASURE_MAX_CHANGE ||
         measure == RANKLE_MEASURE_MIN_CHANGE;
}

gboolean
rankle_evidence_is_of_several (const RankleEvidenceRow *row)
{
  g_return_val_if_fail (row != NULL, FALSE);

  return row->against != NULL || row->spread != NULL;
}

const char *
rankle_evidence_get_use (const RankleEvidenceRow *row)
{
  g_return_val_if_fail (row != NULL, "");

  return row->predicted ? "predict" : "fit";
}

const char *
rankle_evidence_get_grade (const RankleEvidenceRow *row)
{
  g_return_val_if_fail (row != NULL, "");

  return row->recalled ? "recalled" : "seen";
}

RankleEvidence *
rankle_evidence_new (void)
{
  RankleEvidence *self = g_new0 (RankleEvidence, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->strings = g_string_chunk_new (1024);
  self->rows = g_array_new (FALSE, TRUE, sizeof (RankleEvidenceRow));
  self->arms = g_ptr_array_new_with_free_func ((GDestroyNotify)rankle_scenario_unref);
  self->models = g_ptr_array_new ();
  return self;
}

RankleEvidence *
rankle_evidence_ref (RankleEvidence *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
rankle_evidence_unref (RankleEvidence *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_string_chunk_free (self->strings);
  g_array_unref (self->rows);
  g_ptr_array_unref (self->arms);
  g_ptr_array_unref (self->models);
  g_free (self);
}

static gboolean fail (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
fail (GError **error, const char *format, ...)
{
  va_list          arguments;
  g_autofree char *message = NULL;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, RANKLE_EVIDENCE_ERROR, RANKLE_EVIDENCE_ERROR_ROW, message);
  return FALSE;
}

/* @model: (nullable): kept already */
static gboolean
add_arm (RankleEvidence       *self,
         const RankleScenario *arm,
         const char           *model,
         GError              **error)
{
  const char *id = rankle_scenario_get_id (arm);

  g_assert (self->arms->len == self->models->len);

  if (rankle_evidence_find_arm (self, id) >= 0)
    return fail (error, _ ("there are two arms “%s”"), id);
  g_ptr_array_add (self->arms, rankle_scenario_copy (arm));
  g_ptr_array_add (self->models, (gpointer)model);
  return TRUE;
}

gboolean
rankle_evidence_add_arm (RankleEvidence *self, const RankleScenario *arm, GError **error)
{
  g_return_val_if_fail (self != NULL && arm != NULL, FALSE);

  return add_arm (self, arm, NULL, error);
}

gboolean
rankle_evidence_add_arm_of (RankleEvidence       *self,
                            const RankleScenario *arm,
                            const char           *model,
                            GError              **error)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (self != NULL && arm != NULL && model != NULL, FALSE);

  /* A file is called "lymph-node"; the model in it can only be lymph_node. */
  id = g_strdelimit (g_strdup (model), "-", '_');
  return add_arm (self, arm, g_string_chunk_insert_const (self->strings, id), error);
}

gboolean
rankle_evidence_is_own (const RankleEvidence *self, guint arm)
{
  g_return_val_if_fail (self != NULL && arm < self->models->len, FALSE);

  return g_ptr_array_index (self->models, arm) != NULL;
}

gboolean
rankle_evidence_asks (const RankleEvidence *self, guint arm, const RankleModel *model)
{
  g_return_val_if_fail (self != NULL && model != NULL, FALSE);
  g_return_val_if_fail (arm < self->models->len, FALSE);

  if (!rankle_evidence_is_own (self, arm))
    return rankle_model_get_scenario (model) == NULL;
  return g_str_equal (g_ptr_array_index (self->models, arm), rankle_model_get_id (model));
}

/* ---- rows ---- */

static gboolean
check_words (const RankleEvidence *self, const RankleEvidenceRow *row, GError **error)
{
  if (*row->study == '\0' || *row->observable == '\0' || *row->citation == '\0')
    return fail (error, _ ("study, observable and citation must be given"));
  if (rankle_evidence_find_arm (self, row->arm) < 0)
    return fail (error, _ ("there is no arm “%s”"), row->arm);
  return TRUE;
}

static gboolean
check_numbers (const RankleEvidenceRow *row, GError **error)
{
  if (!(row->since >= 0) || !(row->time >= row->since) || !(row->time <= DAYS_MAX))
    return fail (error,
                 _ ("since and time must be days from 0 to a million, since first"));
  if (!isfinite (row->value) || !(row->low <= row->value) || !(row->value <= row->high))
    return fail (error, _ ("the value must lie from low to high"));
  if (!(row->low < row->high))
    return fail (error, _ ("low and high must differ"));
  if (!isfinite (row->low) && !isfinite (row->high))
    return fail (error, _ ("low or high must be given"));
  /* From there to the bound is what a deviation is counted in. */
  if (isinf (row->high - row->low) &&
      !(isfinite (row->low) ? row->low < row->value : row->value < row->high))
    return fail (error, _ ("the value must differ from the only bound"));
  return TRUE;
}

static gboolean
check_against (const RankleEvidence *self, const RankleEvidenceRow *row, GError **error)
{
  int arm = rankle_evidence_find_arm (self, row->arm);
  int against;

  g_assert (arm >= 0);

  if (row->against == NULL)
    return TRUE;
  against = rankle_evidence_find_arm (self, row->against);
  if (against < 0)
    return fail (error, _ ("there is no arm “%s”"), row->against);
  if (against == arm)
    return fail (error, _ ("an arm cannot be told against itself"));
  if (g_ptr_array_index (self->models, arm) != g_ptr_array_index (self->models, against))
    return fail (error, _ ("“%s” is put to other models than “%s”"), row->against,
                 row->arm);
  if (row->measure != RANKLE_MEASURE_VALUE && row->measure != RANKLE_MEASURE_CHANGE &&
      row->measure != RANKLE_MEASURE_DIFFERENCE)
    return fail (error,
                 _ ("only value, change and difference can be told against an arm, not "
                    "%s"),
                 rankle_measure_to_string (row->measure));
  return TRUE;
}

static gboolean
check_spread (const RankleEvidenceRow *row, GError **error)
{
  if (row->spread == NULL)
    return TRUE;
  if (!isfinite (row->spread_sd) || !(row->spread_sd > 0))
    return fail (error, _ ("the standard deviation of a spread must be above 0"));
  if (rankle_measure_is_of_window (row->measure))
    return fail (error, _ ("%s cannot be told of people who differ: it has no two ends"),
                 rankle_measure_to_string (row->measure));
  return TRUE;
}

/* @words (nullable) */
static const char *
keep (RankleEvidence *self, const char *words)
{
  return words == NULL ? NULL : g_string_chunk_insert_const (self->strings, words);
}

gboolean
rankle_evidence_add_row (RankleEvidence          *self,
                         const RankleEvidenceRow *row,
                         GError                 **error)
{
  RankleEvidenceRow copy;

  g_return_val_if_fail (self != NULL && row != NULL, FALSE);

  g_assert (row->study != NULL && row->arm != NULL && row->observable != NULL);
  g_assert (row->measure < RANKLE_N_MEASURES);

  if (!check_words (self, row, error) || !check_numbers (row, error) ||
      !check_against (self, row, error) || !check_spread (row, error))
    return FALSE;
  copy = *row;
  copy.study = keep (self, row->study);
  copy.arm = keep (self, row->arm);
  copy.observable = keep (self, row->observable);
  copy.against = keep (self, row->against);
  copy.spread = keep (self, row->spread);
  copy.unit = keep (self, row->unit);
  copy.citation = keep (self, row->citation);
  copy.note = keep (self, row->note);
  copy.people = keep (self, row->people == NULL ? "" : row->people);
  copy.assay = keep (self, row->assay == NULL ? "" : row->assay);
  g_array_append_val (self->rows, copy);
  return TRUE;
}

const RankleEvidenceRow *
rankle_evidence_get_rows (const RankleEvidence *self, guint *n)
{
  g_return_val_if_fail (self != NULL && n != NULL, NULL);

  *n = self->rows->len;
  return (const RankleEvidenceRow *)self->rows->data;
}

guint
rankle_evidence_get_n_arms (const RankleEvidence *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->arms->len;
}

RankleScenario *
rankle_evidence_get_arm (const RankleEvidence *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->arms->len, NULL);

  return g_ptr_array_index (self->arms, index);
}

int
rankle_evidence_find_arm (const RankleEvidence *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, -1);

  for (guint i = 0; i < self->arms->len; i++)
    if (g_str_equal (rankle_scenario_get_id (g_ptr_array_index (self->arms, i)), id))
      return (int)i;
  return -1;
}
