/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-scorecard-csv.h"

#include <math.h>

#include "rankle-csv.h"

#define HEAD                                                                             \
  "study,arm,against,spread,observable,measure,since,time,value,low,high,unit,people,"   \
  "assay,citation,grade,use,note,modelled,deviation,result,reason\n"

/* @text (nullable) */
static void
append_cell (GString *line, const char *text)
{
  rankle_csv_append_text (line, text != NULL ? text : "");
  g_string_append_c (line, ',');
}

static void
append_number (GString *line, double value)
{
  if (isfinite (value))
    rankle_csv_append_number (line, value);
  g_string_append_c (line, ',');
}

static void
append_spread (GString *line, const RankleEvidenceRow *row)
{
  if (row->spread != NULL)
    {
      rankle_csv_append_text (line, row->spread);
      g_string_append_c (line, ':');
      rankle_csv_append_number (line, row->spread_sd);
    }
  g_string_append_c (line, ',');
}

static void
append_what (GString *line, const RankleEvidenceRow *row)
{
  append_cell (line, row->study);
  append_cell (line, row->arm);
  append_cell (line, row->against);
  append_spread (line, row);
  append_cell (line, row->observable);
  append_cell (line, rankle_measure_to_string (row->measure));
  append_number (line, row->since);
  append_number (line, row->time);
}

static void
append_found (GString *line, const RankleEvidenceRow *row)
{
  append_number (line, row->value);
  append_number (line, row->low);
  append_number (line, row->high);
  append_cell (line, row->unit);
  append_cell (line, row->people);
  append_cell (line, row->assay);
  append_cell (line, row->citation);
  append_cell (line, rankle_evidence_get_grade (row));
  append_cell (line, rankle_evidence_get_use (row));
  append_cell (line, row->note);
}

char *
rankle_scorecard_to_csv (const RankleScorecard *scorecard)
{
  GString           *text = g_string_new (HEAD);
  guint              n;
  const RankleScore *scores = rankle_scorecard_get_scores (scorecard, &n);

  for (guint i = 0; i < n; i++)
    {
      append_what (text, scores[i].row);
      append_found (text, scores[i].row);
      append_number (text, scores[i].modelled);
      append_number (text, scores[i].deviation);
      append_cell (text, rankle_verdict_to_string (scores[i].verdict));
      append_cell (text, scores[i].reason);
      text->str[text->len - 1] = '\n'; /* in the place of the last comma */
    }
  return g_string_free (text, FALSE);
}
