/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-model-builder.h"
#include "rankle-sidecar-private.h"

/* A panel is { id, title, unit, kind, columns, labels, nothing, relative, log, zero,
 * reference }. */

static void
read_columns (const RankleSidecar *s, RanklePanel *panel)
{
  rankle_json_require (s->json, "columns");
  if (!rankle_json_open_list (s->json, "columns"))
    return;
  if (rankle_json_count (s->json) == 0)
    rankle_json_fail (s->json, NULL, _ ("is empty"));
  g_assert (panel->columns == NULL && panel->n_columns == 0);
  panel->columns = g_new0 (guint, rankle_json_count (s->json) + 1);
  while (rankle_json_next (s->json))
    panel->columns[panel->n_columns++] = rankle_sidecar_get_column (s, NULL);
  rankle_json_close (s->json);
}

/* One for each column, in their order. */
static void
read_labels (const RankleSidecar *s, RanklePanel *panel)
{
  guint n = 0;

  if (!rankle_json_open_list (s->json, "labels"))
    return;
  if (rankle_json_count (s->json) != panel->n_columns)
    rankle_json_fail (s->json, NULL, _ ("there must be one for each column"));
  panel->labels = g_new0 (const char *, panel->n_columns + 1);
  while (rankle_json_next (s->json))
    panel->labels[n++] = rankle_sidecar_get_words (s, NULL, "");
  rankle_json_close (s->json);
}

static void
read_look (const RankleSidecar *s, RanklePanel *panel)
{
  static const char *const kinds[] = {
    [RANKLE_PANEL_LINES] = "lines", [RANKLE_PANEL_STACKED] = "stacked", NULL
  };

  panel->title = rankle_sidecar_get_words (s, "title", panel->id);
  panel->unit = rankle_sidecar_get_words (s, "unit", "");
  panel->kind = rankle_json_get_choice_or (s->json, "kind", kinds, RANKLE_PANEL_LINES);
  panel->nothing = rankle_sidecar_get_words (s, "nothing", NULL);
  panel->relative = rankle_json_get_boolean_or (s->json, "relative", FALSE);
  panel->log_scale = rankle_json_get_boolean_or (s->json, "log", FALSE);
  panel->include_zero = rankle_json_get_boolean_or (s->json, "zero", FALSE);
  if (panel->log_scale && panel->include_zero)
    rankle_json_fail (s->json, "zero", _ ("a logarithmic axis cannot show 0"));
  panel->reference =
      rankle_json_get_number_or (s->json, "reference", NAN, -INFINITY, INFINITY);
}

static void
read_panel (const RankleSidecar *s, RanklePanel *panel)
{
  if (!rankle_json_open_object (s->json, NULL))
    return;
  panel->id = rankle_sidecar_keep (s, rankle_json_get_text (s->json, "id"));
  read_look (s, panel);
  read_columns (s, panel);
  read_labels (s, panel);
  rankle_json_close (s->json);
}

void
rankle_sidecar_read_panels (const RankleSidecar *s)
{
  RankleModel *model = s->model;

  g_assert (model->panels == NULL);
  if (!rankle_json_open_list (s->json, "panels"))
    return;
  model->panels = g_new0 (RanklePanel, rankle_json_count (s->json) + 1);
  /* The columns of what is counted are freed with the model. */
  while (rankle_json_next (s->json))
    read_panel (s, &model->panels[model->n_panels++]);
  rankle_json_close (s->json);
}
