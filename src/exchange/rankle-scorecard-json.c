/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-scorecard-json.h"

#include <json-glib/json-glib.h>
#include <math.h>

static void
add_member (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value == NULL)
    json_builder_add_null_value (builder);
  else
    json_builder_add_string_value (builder, value);
}

/* JSON has no word for what is no number. */
static void
add_number (JsonBuilder *builder, const char *name, double value)
{
  json_builder_set_member_name (builder, name);
  if (isfinite (value))
    json_builder_add_double_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_score (JsonBuilder *builder, const RankleScore *score)
{
  const RankleEvidenceRow *row = score->row;

  json_builder_begin_object (builder);
  add_member (builder, "study", row->study);
  add_member (builder, "arm", row->arm);
  add_member (builder, "observable", row->observable);
  add_member (builder, "measure", rankle_measure_to_string (row->measure));
  add_number (builder, "since", row->since);
  add_number (builder, "time", row->time);
  add_number (builder, "value", row->value);
  add_number (builder, "low", row->low);
  add_number (builder, "high", row->high);
  add_member (builder, "unit", row->unit);
  add_member (builder, "citation", row->citation);
  add_member (builder, "grade", rankle_evidence_get_grade (row));
  add_member (builder, "use", rankle_evidence_get_use (row));
  add_member (builder, "note", row->note);
  add_number (builder, "modelled", score->modelled);
  add_number (builder, "deviation", score->deviation);
  add_member (builder, "result", rankle_verdict_to_string (score->verdict));
  add_member (builder, "reason", score->reason);
  json_builder_end_object (builder);
}

static void
add_total (JsonBuilder *builder, const char *name, RankleTotal total)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "passed");
  json_builder_add_int_value (builder, total.passed);
  json_builder_set_member_name (builder, "asked");
  json_builder_add_int_value (builder, total.asked);
  json_builder_set_member_name (builder, "not_asked");
  json_builder_add_int_value (builder, total.not_asked);
  add_number (builder, "deviation", total.deviation);
  json_builder_end_object (builder);
}

static JsonNode *
build_json (const RankleScorecard *scorecard, RankleModel *model)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint              n;
  const RankleScore *scores = rankle_scorecard_get_scores (scorecard, &n);

  json_builder_begin_object (builder);
  add_member (builder, "model", rankle_model_get_id (model));
  add_member (builder, "version", rankle_model_get_version (model));
  add_total (builder, "fit", rankle_scorecard_get_total (scorecard, FALSE));
  add_total (builder, "predicted", rankle_scorecard_get_total (scorecard, TRUE));
  add_total (builder, "together", rankle_scorecard_get_grand_total (scorecard));
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    add_score (builder, &scores[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

char *
rankle_scorecard_to_json (const RankleScorecard *scorecard, RankleModel *model)
{
  g_autoptr (JsonNode) root = build_json (scorecard, model);
  g_autofree char *json = json_to_string (root, TRUE);

  return g_strconcat (json, "\n", NULL);
}
