/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "rankle-model-builder.h"
#include "rankle-sidecar-private.h"

/* What fills a glyph of the diagram is { glyph: column }, or { glyph: { column, label:
 * what stands there in this model, off: [ controls that knock it out ], shown: how it is
 * told, if not in multiples of the baseline } }. */

/* A column of multiples says of what in its unit. */
static void
read_shown (const RankleSidecar *s, RankleGlyphBinding *glyph)
{
  static const char *const words[] = { [RANKLE_SHOWN_RATIO] = "ratio",
                                       [RANKLE_SHOWN_MULTIPLE] = "multiple",
                                       [RANKLE_SHOWN_VALUE] = "value",
                                       NULL };
  const char              *unit = NULL;

  glyph->shown = rankle_json_get_choice_or (s->json, "shown", words, RANKLE_SHOWN_RATIO);
  if (glyph->column < rankle_model_get_n_columns (s->model))
    unit = rankle_model_get_column (s->model, glyph->column)->unit;
  g_assert (glyph->shown < G_N_ELEMENTS (words) - 1);
  if (glyph->shown == RANKLE_SHOWN_MULTIPLE &&
      (unit == NULL || !g_str_has_suffix (unit, "baseline")))
    rankle_json_fail (s->json, "shown",
                      _ ("the unit of the column must end with “baseline”"));
}

static const char *
read_off_id (const RankleSidecar *s)
{
  const char          *id = rankle_json_get_text (s->json, NULL);
  const RankleControl *control = rankle_model_find_control (s->model, id);

  if (control == NULL || control->absent != NULL ||
      control->role != RANKLE_CONTROL_PARAMETER)
    rankle_json_fail (s->json, NULL, _ ("no control %s sets a parameter"), id);
  return rankle_sidecar_keep (s, id);
}

static void
read_off (const RankleSidecar *s, RankleGlyphBinding *glyph)
{
  guint n = 0;

  g_assert (glyph->off == NULL);
  if (!rankle_json_open_list (s->json, "off"))
    return;
  glyph->off = g_new0 (const char *, rankle_json_count (s->json) + 1);
  while (rankle_json_next (s->json))
    glyph->off[n++] = read_off_id (s);
  rankle_json_close (s->json);
}

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
  read_off (s, glyph);
  read_shown (s, glyph);
  rankle_json_close (s->json);
}

void
rankle_sidecar_read_glyphs (const RankleSidecar *s)
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
