/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The plan:
 *
 *   { "schema": 1, "about": "…", "prior_weight": 0.15,
 *     "weights": { STUDY: weight },
 *     "parameters": { ID: { "start", "lower", "upper" } },
 *     "requirements": [ { "why", "arm", "observable", "measure", "since", "time", "low",
 *                         "high", "scale", "weight" } ] }
 */

#include "config.h"

#include "rankle-calibration.h"

#include <json-glib/json-glib.h>
#include <math.h>

G_DEFINE_QUARK (rankle_calibration_error_quark, rankle_calibration_error)

typedef struct
{
  RankleCalibration *self;
  const char        *name;
} Reader;

static gboolean fail (const Reader *reader, GError **error, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

static gboolean
fail (const Reader *reader, GError **error, const char *format, ...)
{
  va_list          arguments;
  g_autofree char *what = NULL;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, RANKLE_CALIBRATION_ERROR, RANKLE_CALIBRATION_ERROR_PLAN, "%s: %s",
               reader->name, what);
  return FALSE;
}

/* @fallback NaN: it must be there. */
static gboolean
get_number (const Reader *reader,
            JsonObject   *object,
            const char   *where,
            const char   *key,
            double        fallback,
            double       *value,
            GError      **error)
{
  JsonNode *node = json_object_get_member (object, key);
  GType     type = node != NULL && JSON_NODE_HOLDS_VALUE (node)
                       ? json_node_get_value_type (node)
                       : G_TYPE_NONE;

  *value = fallback;
  if (node == NULL && !isnan (fallback))
    return TRUE;
  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
    return fail (reader, error, "“%s” of %s must be a number", key, where);
  *value = json_node_get_double (node);
  return TRUE;
}

static gboolean
get_object (const Reader *reader,
            JsonNode     *node,
            const char   *where,
            JsonObject  **object,
            GError      **error)
{
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return fail (reader, error, "%s must be an object", where);
  *object = json_node_get_object (node);
  return TRUE;
}

static const char *
get_text (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
                 json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : "";
}

/* ---- parameters ---- */

static gboolean
add_parameter (const Reader *reader, const char *id, JsonNode *node, GError **error)
{
  RankleCalibration    *self = reader->self;
  const RankleQuantity *quantity = rankle_model_find (self->model, id);
  RankleFittedParameter fitted;
  JsonObject           *object = NULL;

  if (quantity == NULL || quantity->kind != RANKLE_QUANTITY_PARAMETER ||
      quantity->grade != RANKLE_GRADE_FITTED)
    return fail (reader, error, "%s is no parameter of the model that is graded fitted",
                 id);
  fitted = (RankleFittedParameter){ .id = g_string_chunk_insert (self->strings, id),
                                    .index = quantity->index };
  if (!get_object (reader, node, id, &object, error) ||
      !get_number (reader, object, id, "start", NAN, &fitted.start, error) ||
      !get_number (reader, object, id, "lower", NAN, &fitted.lower, error) ||
      !get_number (reader, object, id, "upper", NAN, &fitted.upper, error))
    return FALSE;
  if (!(fitted.lower > 0) || !(fitted.start > fitted.lower) ||
      !(fitted.upper > fitted.start) || !isfinite (fitted.upper))
    return fail (reader, error, "%s must start between its bounds, above 0", id);
  g_array_append_val (self->parameters, fitted);
  return TRUE;
}

static gboolean
is_planned (const RankleCalibration *self, guint index)
{
  for (guint i = 0; i < self->parameters->len; i++)
    if (g_array_index (self->parameters, RankleFittedParameter, i).index == index)
      return TRUE;
  return FALSE;
}

static gboolean
check_all_planned (const Reader *reader, GError **error)
{
  RankleModel *model = reader->self->model;

  for (guint i = 0; i < rankle_model_get_n_parameters (model); i++)
    if (rankle_model_get_parameter (model, i)->grade == RANKLE_GRADE_FITTED &&
        !is_planned (reader->self, i))
      return fail (reader, error, "%s is graded fitted, and not in the plan",
                   rankle_model_get_parameter (model, i)->id);
  return TRUE;
}

static gboolean
read_parameters (const Reader *reader, JsonObject *root, GError **error)
{
  JsonObject *object = NULL;
  g_autoptr (GList) ids = NULL;

  if (!get_object (reader, json_object_get_member (root, "parameters"), "parameters",
                   &object, error))
    return FALSE;
  ids = json_object_get_members (object);
  for (GList *l = ids; l != NULL; l = l->next)
    if (!add_parameter (reader, l->data, json_object_get_member (object, l->data), error))
      return FALSE;
  return check_all_planned (reader, error);
}

/* ---- observations ---- */

static gboolean
add_term (const Reader            *reader,
          const RankleEvidenceRow *row,
          double                   weight,
          double                   scale,
          GError                 **error)
{
  RankleTerm     term = { .weight = weight, .scale = scale };
  RankleObserved observed;
  g_autoptr (GError) local = NULL;

  if (!rankle_model_find_observed (reader->self->model, row->observable, &observed))
    return fail (reader, error, "the model has no %s", row->observable);
  if (!rankle_evidence_add_row (reader->self->evidence, row, &local))
    return fail (reader, error, "%s", local->message);
  g_array_append_val (reader->self->terms, term);
  return TRUE;
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

static gboolean
check_weights (const Reader         *reader,
               const RankleEvidence *evidence,
               JsonObject           *weights,
               GError              **error)
{
  g_autoptr (GList) studies = json_object_get_members (weights);

  for (GList *l = studies; l != NULL; l = l->next)
    if (!is_fitted_to (evidence, l->data))
      return fail (reader, error, "weights names “%s”, and no row of that is marked fit",
                   (const char *)l->data);
  return TRUE;
}

static gboolean
add_observations (const Reader         *reader,
                  const RankleEvidence *evidence,
                  JsonObject           *root,
                  GError              **error)
{
  JsonObject              *weights = NULL;
  guint                    n;
  const RankleEvidenceRow *rows = rankle_evidence_get_rows (evidence, &n);

  if (!get_object (reader, json_object_get_member (root, "weights"), "weights", &weights,
                   error) ||
      !check_weights (reader, evidence, weights, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      double weight;

      if (rows[i].predicted)
        continue;
      if (!get_number (reader, weights, "weights", rows[i].study, 1, &weight, error) ||
          !add_term (reader, &rows[i], weight, 0, error))
        return FALSE;
    }
  return TRUE;
}

/* ---- requirements ---- */

static gboolean
add_requirement (const Reader *reader, JsonNode *node, GError **error)
{
  JsonObject       *object = NULL;
  RankleEvidenceRow row = { .study = "requirement", .unit = "", .note = "" };
  const char       *measure;
  double            scale, weight;

  if (!get_object (reader, node, "a requirement", &object, error))
    return FALSE;
  row.arm = get_text (object, "arm");
  row.observable = get_text (object, "observable");
  row.citation = get_text (object, "why");
  measure = get_text (object, "measure");
  if (!rankle_measure_from_string (measure, &row.measure))
    return fail (reader, error, "a requirement has no measure “%s”", measure);
  if (!get_number (reader, object, row.citation, "since", 0, &row.since, error) ||
      !get_number (reader, object, row.citation, "time", NAN, &row.time, error) ||
      !get_number (reader, object, row.citation, "low", NAN, &row.low, error) ||
      !get_number (reader, object, row.citation, "high", NAN, &row.high, error) ||
      !get_number (reader, object, row.citation, "scale", NAN, &scale, error) ||
      !get_number (reader, object, row.citation, "weight", 1, &weight, error))
    return FALSE;
  if (!(scale > 0))
    return fail (reader, error, "the scale of “%s” must be above 0", row.citation);
  row.value = 0.5 * (row.low + row.high);
  return add_term (reader, &row, weight, scale, error);
}

static gboolean
add_requirements (const Reader *reader, JsonObject *root, GError **error)
{
  JsonNode  *node = json_object_get_member (root, "requirements");
  JsonArray *array;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return fail (reader, error, "requirements must be a list");
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!add_requirement (reader, json_array_get_element (array, i), error))
      return FALSE;
  return TRUE;
}

/* ---- the whole ---- */

static gboolean
add_arms (const Reader *reader, const RankleEvidence *evidence, GError **error)
{
  for (guint i = 0; i < rankle_evidence_get_n_arms (evidence); i++)
    if (!rankle_evidence_add_arm (reader->self->evidence,
                                  rankle_evidence_get_arm (evidence, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
read_plan (const Reader         *reader,
           const RankleEvidence *evidence,
           const char           *plan,
           GError              **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) syntax = NULL;
  JsonObject *root = NULL;
  double      schema;

  if (!json_parser_load_from_data (parser, plan, -1, &syntax))
    return fail (reader, error, "%s", syntax->message);
  if (!get_object (reader, json_parser_get_root (parser), "the plan", &root, error) ||
      !get_number (reader, root, "the plan", "schema", NAN, &schema, error))
    return FALSE;
  if (!(schema >= 1 && schema <= 1))
    return fail (reader, error, "schema %g is not one that this program reads", schema);
  return get_number (reader, root, "the plan", "prior_weight", 0,
                     &reader->self->prior_weight, error) &&
         read_parameters (reader, root, error) && add_arms (reader, evidence, error) &&
         add_observations (reader, evidence, root, error) &&
         add_requirements (reader, root, error);
}

RankleCalibration *
rankle_calibration_new (RankleModel    *model,
                        RankleEvidence *evidence,
                        const char     *plan,
                        const char     *name,
                        GError        **error)
{
  RankleCalibration *self = g_new0 (RankleCalibration, 1);
  Reader             reader = { .self = self, .name = name };

  self->model = rankle_model_ref (model);
  self->evidence = rankle_evidence_new ();
  self->strings = g_string_chunk_new (256);
  self->runner = rankle_runner_new ();
  self->terms = g_array_new (FALSE, TRUE, sizeof (RankleTerm));
  self->parameters = g_array_new (FALSE, TRUE, sizeof (RankleFittedParameter));
  if (!read_plan (&reader, evidence, plan, error))
    g_clear_pointer (&self, rankle_calibration_free);
  return self;
}

void
rankle_calibration_free (RankleCalibration *self)
{
  if (self == NULL)
    return;
  rankle_model_unref (self->model);
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
