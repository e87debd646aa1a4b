/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
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
 *   schema, title, summary, source, time_unit, horizon, moment, tolerance, scenario
 *   diagram     SBGN-ML beside this file, or a bundled one
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
 *   glyphs      { … }  rankle-sidecar-glyphs.c
 *   terms       { … }  rankle-sidecar-terms.c
 *
 * Whatever else stands in it is an error: a word misspelt would be a word lost. */

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

/* Beside the sidecar or beneath its folder: no file says what of the rest of the disk is
 * to be read. */
static gboolean
stays_in_folder (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, G_DIR_SEPARATOR_S, -1);

  g_assert (parts[0] != NULL);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] == '\0' || g_str_equal (parts[i], ".") || g_str_equal (parts[i], ".."))
      return FALSE;
  return TRUE;
}

static void
read_diagram (const RankleSidecar *s)
{
  RankleModel     *model = s->model;
  g_autofree char *place = NULL;

  if (!rankle_json_has (s->json, "diagram"))
    return;
  model->diagram = rankle_sidecar_keep (s, rankle_json_get_text (s->json, "diagram"));
  place = rankle_json_dup_place (s->json, "diagram");
  model->diagram_place = rankle_sidecar_keep (s, place);
  if (rankle_json_is_sound (s->json) && !stays_in_folder (model->diagram))
    rankle_json_fail (s->json, "diagram",
                      _ ("must be in the folder of this file, or beneath it"));
}

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
  read_diagram (s);
  model->scenario = rankle_sidecar_get_text (s, "scenario", model->scenario);
  model->horizon = rankle_json_get_number_or (s->json, "horizon", model->horizon,
                                              RANKLE_JSON_ABOVE_0, INFINITY);
  model->moment = rankle_json_get_number_or (s->json, "moment", NAN, 0, model->horizon);
  model->tolerance = rankle_json_get_number_or (s->json, "tolerance", model->tolerance,
                                                1e-12, RANKLE_MODEL_TOLERANCE);
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
  rankle_sidecar_read_glyphs (&sidecar);
  rankle_sidecar_read_terms (&sidecar);
  rankle_sidecar_read_answers (&sidecar);
  rankle_sidecar_read_evidence (&sidecar);
  rankle_sidecar_read_renderings (&sidecar);
  return rankle_json_reader_finish (reader, RANKLE_MODEL_ERROR, &codes, error);
}

char *
_rankle_sidecar_find_scenario (const char *json, gssize length)
{
  g_autoptr (RankleJsonReader) reader =
      rankle_json_reader_new (json, length, "sidecar", &limits);

  return g_strdup (rankle_json_get_text_or (reader, "scenario", NULL));
}
