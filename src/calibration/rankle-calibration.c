/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The plan:
 *
 *   { "schema": 1, "about": [ "…" ], "prior_weight": 0.15,
 *     "weights": { STUDY: weight },
 *     "parameters": { ID: { "start", "lower", "upper" } },
 *     "requirements": [ { "why", "arm", "observable", "measure", "since", "time", "low",
 *                         "high", "scale", "weight" } ] }
 */

#include "config.h"

#include "rankle-calibration.h"

#include <math.h>

#include "rankle-json-reader.h"

G_DEFINE_QUARK (rankle_calibration_error_quark, rankle_calibration_error)

static const RankleJsonLimits limits = { .bytes = 1024 * 1024,
                                         .depth = 8,
                                         .values = 50000 };

static const RankleJsonCodes codes = { .syntax = RANKLE_CALIBRATION_ERROR_PLAN,
                                       .limit = RANKLE_CALIBRATION_ERROR_PLAN,
                                       .content = RANKLE_CALIBRATION_ERROR_PLAN };

typedef struct
{
  RankleCalibration *self;
  RankleJsonReader  *json;
} Reader;

static double
get_any_number (const Reader *reader, const char *member)
{
  return rankle_json_get_number (reader->json, member, -INFINITY, INFINITY);
}

/* ---- parameters ---- */

static void
read_bounds (const Reader *reader, RankleFittedParameter *fitted)
{
  if (!rankle_json_open_object (reader->json, NULL))
    return;
  fitted->start = get_any_number (reader, "start");
  fitted->lower = get_any_number (reader, "lower");
  fitted->upper = get_any_number (reader, "upper");
  rankle_json_close (reader->json);
  if (!(fitted->lower > 0) || !(fitted->start > fitted->lower) ||
      !(fitted->upper > fitted->start))
    rankle_json_fail (reader->json, NULL, "%s must start between its bounds, above 0",
                      fitted->id);
}

static void
add_parameter (const Reader *reader)
{
  RankleCalibration    *self = reader->self;
  const char           *id = rankle_json_get_name (reader->json);
  const RankleQuantity *quantity = rankle_model_find (self->model, id);
  RankleFittedParameter fitted = { .id = g_string_chunk_insert (self->strings, id) };

  if (quantity == NULL || quantity->kind != RANKLE_QUANTITY_PARAMETER ||
      quantity->grade != RANKLE_GRADE_FITTED)
    {
      rankle_json_fail (reader->json, NULL,
                        "%s is no parameter of the model that is graded fitted", id);
      return;
    }
  fitted.index = quantity->index;
  read_bounds (reader, &fitted);
  g_array_append_val (self->parameters, fitted);
}

static gboolean
is_planned (const RankleCalibration *self, guint index)
{
  g_assert (index < rankle_model_get_n_parameters (self->model));

  for (guint i = 0; i < self->parameters->len; i++)
    if (g_array_index (self->parameters, RankleFittedParameter, i).index == index)
      return TRUE;
  return FALSE;
}

static void
check_all_planned (const Reader *reader)
{
  RankleModel *model = reader->self->model;

  for (guint i = 0; i < rankle_model_get_n_parameters (model); i++)
    if (rankle_model_get_parameter (model, i)->grade == RANKLE_GRADE_FITTED &&
        !is_planned (reader->self, i))
      rankle_json_fail (reader->json, "parameters",
                        "%s is graded fitted, and not in the plan",
                        rankle_model_get_parameter (model, i)->id);
}

static void
read_parameters (const Reader *reader)
{
  rankle_json_require (reader->json, "parameters");
  if (!rankle_json_open_object (reader->json, "parameters"))
    return;
  while (rankle_json_next (reader->json))
    add_parameter (reader);
  rankle_json_close (reader->json);
  check_all_planned (reader);
}

/* ---- observations ---- */

static void
add_term (const Reader *reader, const RankleEvidenceRow *row, double weight, double scale)
{
  RankleTerm     term = { .weight = weight, .scale = scale };
  RankleObserved observed;
  g_autoptr (GError) local = NULL;

  if (!rankle_json_is_sound (reader->json))
    return;
  if (!rankle_model_find_observed (reader->self->model, row->observable, &observed))
    rankle_json_fail (reader->json, NULL, "the model has no %s", row->observable);
  else if (!rankle_evidence_add_row (reader->self->evidence, row, &local))
    rankle_json_fail (reader->json, NULL, "%s", local->message);
  g_array_append_val (reader->self->terms, term);
}

/* What is put to another model alone was fitted by hand. */
static gboolean
is_of_fit (const Reader            *reader,
           const RankleEvidence    *evidence,
           const RankleEvidenceRow *row)
{
  int arm = rankle_evidence_find_arm (evidence, row->arm);

  g_assert (arm >= 0);

  return !row->predicted &&
         rankle_evidence_asks (evidence, (guint)arm, reader->self->model);
}

static gboolean
is_fitted_to (const RankleEvidence *evidence, const char *study)
{
  guint                    n;
  const RankleEvidenceRow *rows = rankle_evidence_get_rows (evidence, &n);

  for (guint i = 0; i < n; i++)
    if (!rows[i].predicted && g_str_equal (rows[i].study, study))
      return TRUE;
  return FALSE;
}

static void
check_weights (const Reader *reader, const RankleEvidence *evidence)
{
  while (rankle_json_next (reader->json))
    if (!is_fitted_to (evidence, rankle_json_get_name (reader->json)))
      rankle_json_fail (reader->json, NULL, "no row of “%s” is marked fit",
                        rankle_json_get_name (reader->json));
}

static void
add_observations (const Reader *reader, const RankleEvidence *evidence)
{
  guint                    n;
  const RankleEvidenceRow *rows = rankle_evidence_get_rows (evidence, &n);

  rankle_json_require (reader->json, "weights");
  if (!rankle_json_open_object (reader->json, "weights"))
    return;
  check_weights (reader, evidence);
  for (guint i = 0; i < n; i++)
    if (is_of_fit (reader, evidence, &rows[i]))
      add_term (reader, &rows[i],
                rankle_json_get_number_or (reader->json, rows[i].study, 1, 0, INFINITY),
                0);
  rankle_json_close (reader->json);
}

/* ---- requirements ---- */

static void
read_measure (const Reader *reader, RankleEvidenceRow *row)
{
  const char *measure = rankle_json_get_text (reader->json, "measure");

  if (!rankle_measure_from_string (measure, &row->measure))
    rankle_json_fail (reader->json, "measure", "there is no measure “%s”", measure);
}

static void
add_requirement (const Reader *reader)
{
  RankleEvidenceRow row = { .study = "requirement", .unit = "", .note = "" };
  double            scale, weight;

  if (!rankle_json_open_object (reader->json, NULL))
    return;
  row.citation = rankle_json_get_text (reader->json, "why");
  row.arm = rankle_json_get_text (reader->json, "arm");
  row.observable = rankle_json_get_text (reader->json, "observable");
  read_measure (reader, &row);
  row.since = rankle_json_get_number_or (reader->json, "since", 0, 0, INFINITY);
  row.time = rankle_json_get_number (reader->json, "time", 0, INFINITY);
  row.low = get_any_number (reader, "low");
  row.high = get_any_number (reader, "high");
  scale = rankle_json_get_number (reader->json, "scale", RANKLE_JSON_ABOVE_0, INFINITY);
  weight = rankle_json_get_number_or (reader->json, "weight", 1, 0, INFINITY);
  rankle_json_close (reader->json);
  row.value = 0.5 * (row.low + row.high);
  add_term (reader, &row, weight, scale);
}

static void
add_requirements (const Reader *reader)
{
  rankle_json_require (reader->json, "requirements");
  if (!rankle_json_open_list (reader->json, "requirements"))
    return;
  while (rankle_json_next (reader->json))
    add_requirement (reader);
  rankle_json_close (reader->json);
}

/* ---- the whole ---- */

static void
add_arms (const Reader *reader, const RankleEvidence *evidence)
{
  g_autoptr (GError) local = NULL;

  for (guint i = 0; i < rankle_evidence_get_n_arms (evidence); i++)
    if (!rankle_evidence_add_arm (reader->self->evidence,
                                  rankle_evidence_get_arm (evidence, i), &local))
      {
        rankle_json_fail (reader->json, NULL, "%s", local->message);
        return;
      }
}

/* Each row that is in the sum must be told by the model. */
static void
ask (const Reader *reader)
{
  RankleCalibration       *self = reader->self;
  guint                    n;
  const RankleEvidenceRow *rows = rankle_evidence_get_rows (self->evidence, &n);

  self->inquiry = rankle_inquiry_new (self->evidence, self->model);
  for (guint i = 0; i < n; i++)
    if (rankle_inquiry_get_reason (self->inquiry, i) != NULL)
      rankle_json_fail (reader->json, NULL, "%s, arm %s, %s: %s", rows[i].study,
                        rows[i].arm, rows[i].observable,
                        rankle_inquiry_get_reason (self->inquiry, i));
}

/* Words to whoever reads the file. */
static void
read_about (const Reader *reader)
{
  if (!rankle_json_open_list (reader->json, "about"))
    return;
  while (rankle_json_next (reader->json))
    rankle_json_get_text (reader->json, NULL);
  rankle_json_close (reader->json);
}

static gboolean
read_plan (const Reader *reader, const RankleEvidence *evidence, GError **error)
{
  rankle_json_get_schema (reader->json, 1);
  read_about (reader);
  reader->self->prior_weight =
      rankle_json_get_number_or (reader->json, "prior_weight", 0, 0, INFINITY);
  read_parameters (reader);
  add_arms (reader, evidence);
  add_observations (reader, evidence);
  add_requirements (reader);
  ask (reader);
  return rankle_json_reader_finish (reader->json, RANKLE_CALIBRATION_ERROR, &codes,
                                    error);
}

RankleCalibration *
rankle_calibration_new (RankleModel    *model,
                        RankleEvidence *evidence,
                        const char     *plan,
                        const char     *name,
                        GError        **error)
{
  RankleCalibration *self = g_new0 (RankleCalibration, 1);
  g_autoptr (RankleJsonReader) json = rankle_json_reader_new (plan, -1, name, &limits);
  Reader reader = { .self = self, .json = json };

  self->model = rankle_model_ref (model);
  self->evidence = rankle_evidence_new ();
  self->strings = g_string_chunk_new (256);
  self->runner = rankle_runner_new ();
  self->terms = g_array_new (FALSE, TRUE, sizeof (RankleTerm));
  self->parameters = g_array_new (FALSE, TRUE, sizeof (RankleFittedParameter));
  if (!read_plan (&reader, evidence, error))
    g_clear_pointer (&self, rankle_calibration_free);
  return self;
}

void
rankle_calibration_free (RankleCalibration *self)
{
  if (self == NULL)
    return;
  rankle_model_unref (self->model);
  rankle_inquiry_free (self->inquiry);
  rankle_evidence_unref (self->evidence);
  g_string_chunk_free (self->strings);
  g_object_unref (self->runner);
  g_array_unref (self->terms);
  g_array_unref (self->parameters);
  g_free (self);
}

guint
rankle_calibration_get_n_parameters (const RankleCalibration *self)
{
  return self->parameters->len;
}

guint
rankle_calibration_get_n_residuals (const RankleCalibration *self)
{
  return self->terms->len + self->parameters->len;
}
