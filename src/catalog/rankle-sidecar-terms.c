/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "rankle-model-builder.h"
#include "rankle-sbml-term.h"
#include "rankle-sidecar-private.h"

/* What a process or an arrow of the diagram stands for is { glyph or arc: term }. */

static void
read_term (const RankleSidecar *s, RankleTermBinding *binding)
{
  g_autoptr (RankleTerm) term = NULL;

  binding->glyph = rankle_sidecar_keep (s, rankle_json_get_name (s->json));
  binding->term = rankle_sidecar_get_text (s, NULL, "");
  if (*binding->term != '\0')
    term = rankle_model_read_term (s->model, binding->term);
  if (term == NULL)
    rankle_json_fail (s->json, NULL, _ ("the model’s equations have no term %s"),
                      binding->term);
}

void
rankle_sidecar_read_terms (const RankleSidecar *s)
{
  RankleModel *model = s->model;

  g_assert (model->terms == NULL && model->n_terms == 0);
  if (!rankle_json_open_object (s->json, "terms"))
    return;
  model->terms = g_new0 (RankleTermBinding, rankle_json_count (s->json) + 1);
  while (rankle_json_next (s->json))
    read_term (s, &model->terms[model->n_terms++]);
  rankle_json_close (s->json);
}
