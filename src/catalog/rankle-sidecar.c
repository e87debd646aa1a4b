/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "rankle-explorer-private.h"
#include "rankle-model-builder.h"
#include "rankle-model-error.h"
#include "rankle-sidecar-private.h"

static const RankleJsonLimits limits = { .bytes = 8 * 1024 * 1024,
                                         .depth = 8,
                                         .values = 200000 };

static const RankleJsonCodes codes = { .syntax = RANKLE_MODEL_ERROR_SIDECAR,
                                       .limit = RANKLE_MODEL_ERROR_LIMIT,
                                       .content = RANKLE_MODEL_ERROR_SIDECAR };

/* The JSON beside a model, schema 1: what the explorer needs and SBML has no word for.
 *
 *   schema, title, summary, source, time_unit, horizon, diagram
 *   group       what it stands under in a list of models
 *   notes       [ what a reader of the results must know ]
 *   units       { unit id of the model: text to show }
 *   quantities  { id: … }  rankle-sidecar-quantities.c
 *   ranges      [ … ]  rankle-sidecar-ranges.c
 *   hidden      [ observables that are steps on the way, and no columns ]
 *   controls    [ … ]  rankle-sidecar-controls.c
 *   start       { id of a control: where it stands when the model is opened }
 *   panels      [ … ]  rankle-sidecar-panels.c
 *   answer      [ … ]  rankle-sidecar-answer.c
 *   glyphs      { glyph of the diagram: column, or { column, label } where the model has
 *                 something else in that place }
 *
 * Whatever else stands in it is an error: a word misspelt would be a word lost. */

/* ---- glyphs ---- */

static void
read_glyph (const RankleSidecar *s, RankleGlyphBinding *glyph)
{
  glyph->glyph = rankle_sidecar_keep (s, rankle_json_get_name (s->json));
  if (!rankle_json_is_object (s->json, NULL))
    {
      glyph->column = rankle_sidecar_get_column (s, NULL);
      return;
    }
  rankle_json_open_object (s->json, NULL);
  glyph->column = rankle_sidecar_get_column (s, "column");
  glyph->label = rankle_sidecar_get_words (s, "label", NULL);
  rankle_json_close (s->json);
}

static void
read_glyphs (const RankleSidecar *s)
{
  RankleModel *model = s->model;

  g_assert (model->glyphs == NULL && model->n_glyphs == 0);
  if (!rankle_json_open_object (s->json, "glyphs"))
    return;
  model->glyphs = g_new0 (RankleGlyphBinding, rankle_json_count (s->json) + 1);
  while (rankle_json_next (s->json))
    read_glyph (s, &model->glyphs[model->n_glyphs++]);
  rankle_json_close (s->json);
}

/* ---- notes ---- */

static void
read_notes (const RankleSidecar *s)
{
  guint n = 0;

  if (!rankle_json_open_list (s->json, "notes"))
    return;
  g_free (s->model->notes);
  s->model->notes = g_new0 (const char *, rankle_json_count (s->json) + 1);
  while (rankle_json_next (s->json))
    s->model->notes[n++] = rankle_sidecar_get_words (s, NULL, NULL);
  rankle_json_close (s->json);
}

/* ---- the whole ---- */

static void
read_head (const RankleSidecar *s)
{
  RankleModel *model = s->model;

  rankle_json_get_schema (s->json, 1);
  model->title = rankle_sidecar_get_words (s, "title", model->title);
  model->summary = rankle_sidecar_get_words (s, "summary", model->summary);
  model->group = rankle_sidecar_get_words (s, "group", model->group);
  model->source = rankle_sidecar_get_text (s, "source", model->source);
  model->time_unit = rankle_sidecar_get_text (s, "time_unit", model->time_unit);
  model->diagram = rankle_sidecar_get_text (s, "diagram", model->diagram);
  model->horizon = rankle_json_get_number_or (s->json, "horizon", model->horizon,
                                              RANKLE_JSON_ABOVE_0, INFINITY);
}

gboolean
_rankle_sidecar_apply (
    RankleModel *model, const char *json, gssize length, const char *name, GError **error)
{
  g_autoptr (RankleJsonReader) reader =
      rankle_json_reader_new (json, length, name, &limits);
  RankleSidecar sidecar = { .model = model, .json = reader };

  /* It is not completed twice, and shared with nobody. */
  g_assert (model->n_controls == 0 && model->n_panels == 0 && model->n_hidden == 0);
  read_head (&sidecar);
  read_notes (&sidecar);
  rankle_sidecar_read_hidden (&sidecar);
  rankle_sidecar_read_units (&sidecar);
  rankle_sidecar_read_quantities (&sidecar);
  rankle_sidecar_read_ranges (&sidecar);
  rankle_sidecar_read_controls (&sidecar);
  rankle_sidecar_read_start (&sidecar);
  rankle_sidecar_read_panels (&sidecar);
  read_glyphs (&sidecar);
  rankle_sidecar_read_answers (&sidecar);
  rankle_sidecar_read_evidence (&sidecar);
  return rankle_json_reader_finish (reader, RANKLE_MODEL_ERROR, &codes, error);
}
