/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-scorecard-json.h"

#include <math.h>

#include "rankle-json-writer.h"

/* JSON has no word for what is no number. */
static void
write_number (RankleJsonWriter *json, const char *member, double value)
{
  if (isfinite (value))
    rankle_json_write_number (json, member, value);
  else
    rankle_json_write_null (json, member);
}

static void
write_spread (RankleJsonWriter *json, const RankleEvidenceRow *row)
{
  rankle_json_write_text (json, "spread", row->spread);
  write_number (json, "spread_sd", row->spread != NULL ? row->spread_sd : NAN);
}

static void
write_score (RankleJsonWriter *json, const RankleScore *score)
{
  const RankleEvidenceRow *row = score->row;

  rankle_json_write_object (json, NULL);
  rankle_json_write_text (json, "study", row->study);
  rankle_json_write_text (json, "arm", row->arm);
  rankle_json_write_text (json, "against", row->against);
  write_spread (json, row);
  rankle_json_write_text (json, "observable", row->observable);
  rankle_json_write_text (json, "measure", rankle_measure_to_string (row->measure));
  write_number (json, "since", row->since);
  write_number (json, "time", row->time);
  write_number (json, "value", row->value);
  write_number (json, "low", row->low);
  write_number (json, "high", row->high);
  rankle_json_write_text (json, "unit", row->unit);
  rankle_json_write_text (json, "citation", row->citation);
  rankle_json_write_text (json, "grade", rankle_evidence_get_grade (row));
  rankle_json_write_text (json, "use", rankle_evidence_get_use (row));
  rankle_json_write_text (json, "note", row->note);
  rankle_json_write_text (json, "people", row->people);
  rankle_json_write_text (json, "assay", row->assay);
  write_number (json, "modelled", score->modelled);
  write_number (json, "deviation", score->deviation);
  rankle_json_write_text (json, "result", rankle_verdict_to_string (score->verdict));
  rankle_json_write_text (json, "reason", score->reason);
  rankle_json_write_end (json);
}

static void
write_total (RankleJsonWriter *json, const char *name, RankleTotal total)
{
  rankle_json_write_object (json, name);
  rankle_json_write_integer (json, "passed", total.passed);
  rankle_json_write_integer (json, "asked", total.asked);
  rankle_json_write_integer (json, "not_asked", total.not_asked);
  write_number (json, "deviation", total.deviation);
  rankle_json_write_end (json);
}

char *
rankle_scorecard_to_json (const RankleScorecard *scorecard, RankleModel *model)
{
  RankleJsonWriter  *json = rankle_json_writer_new ();
  guint              n;
  const RankleScore *scores = rankle_scorecard_get_scores (scorecard, &n);

  rankle_json_write_object (json, NULL);
  rankle_json_write_text (json, "model", rankle_model_get_id (model));
  rankle_json_write_text (json, "version", rankle_model_get_version (model));
  write_total (json, "fit", rankle_scorecard_get_total (scorecard, FALSE));
  write_total (json, "predicted", rankle_scorecard_get_total (scorecard, TRUE));
  write_total (json, "together", rankle_scorecard_get_grand_total (scorecard));
  write_total (json, "recalled", rankle_scorecard_get_recalled_total (scorecard));
  rankle_json_write_list (json, "rows");
  for (guint i = 0; i < n; i++)
    write_score (json, &scores[i]);
  rankle_json_write_end (json);
  rankle_json_write_end (json);
  return rankle_json_writer_finish (json);
}
