/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "rankle-model-builder.h"
#include "rankle-sidecar-private.h"

/* What may be said of a run is { kind: "share", column, of: [ columns ], words }, or
 * { kind: "level", column, rises, falls }, or { kind: "change", column, words }, or
 * { kind: "amount", column, rises, falls, least }. */

/* A sentence without a place for its number would tell none. */
static const char *
read_phrase (const RankleSidecar *s, const char *member)
{
  const char *words = rankle_json_get_text (s->json, member);
  const char *place = strstr (words, RANKLE_ANSWER_VALUE);

  if (place == NULL || strstr (place + 1, RANKLE_ANSWER_VALUE) != NULL)
    rankle_json_fail (s->json, member, _ ("must have {value} in it, and once"));
  return rankle_sidecar_get_words (s, member, "");
}

static gboolean
is_part (const RankleAnswer *answer)
{
  for (guint i = 0; i < answer->n_whole; i++)
    if (answer->whole[i] == answer->column)
      return TRUE;
  return FALSE;
}

static void
read_whole (const RankleSidecar *s, RankleAnswer *answer)
{
  g_assert (answer->whole == NULL && answer->n_whole == 0);
  rankle_json_require (s->json, "of");
  if (!rankle_json_open_list (s->json, "of"))
    return;
  answer->whole = g_new0 (guint, rankle_json_count (s->json) + 1);
  while (rankle_json_next (s->json))
    answer->whole[answer->n_whole++] = rankle_sidecar_get_column (s, NULL);
  rankle_json_close (s->json);
  if (!is_part (answer))
    rankle_json_fail (s->json, "of", _ ("the column must be one of these"));
}

static void
read_answer (const RankleSidecar *s, RankleAnswer *answer)
{
  static const char *const kinds[] = { [RANKLE_ANSWER_SHARE] = "share",
                                       [RANKLE_ANSWER_LEVEL] = "level",
                                       [RANKLE_ANSWER_CHANGE] = "change",
                                       [RANKLE_ANSWER_AMOUNT] = "amount",
                                       NULL };

  if (!rankle_json_open_object (s->json, NULL))
    return;
  answer->kind = rankle_json_get_choice (s->json, "kind", kinds);
  answer->column = rankle_sidecar_get_column (s, "column");
  if (answer->kind == RANKLE_ANSWER_SHARE)
    read_whole (s, answer);
  if (answer->kind == RANKLE_ANSWER_AMOUNT)
    answer->least =
        rankle_json_get_number (s->json, "least", RANKLE_JSON_ABOVE_0, INFINITY);
  if (answer->kind == RANKLE_ANSWER_LEVEL || answer->kind == RANKLE_ANSWER_AMOUNT)
    {
      answer->words = read_phrase (s, "rises");
      answer->falls = read_phrase (s, "falls");
    }
  else
    answer->words = read_phrase (s, "words");
  rankle_json_close (s->json);
}

void
rankle_sidecar_read_answers (const RankleSidecar *s)
{
  RankleModel *model = s->model;

  g_assert (model->answers == NULL && model->n_answers == 0);
  if (!rankle_json_open_list (s->json, "answer"))
    return;
  model->answers = g_new0 (RankleAnswer, rankle_json_count (s->json) + 1);
  /* The columns of what is counted are freed with the model. */
  while (rankle_json_next (s->json))
    read_answer (s, &model->answers[model->n_answers++]);
  rankle_json_close (s->json);
}
