/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-model-builder.h"
#include "rankle-sidecar-private.h"

/* What studies measure is { name of it: column }, or { name of it: { column, factor,
 * offset } }, or { name of it: { column, relative: true } } for a column that has no
 * scale of its own and is read in percent of its start. */

static void
read_scale (const RankleSidecar *s, RankleObserved *observed)
{
  observed->relative = rankle_json_get_boolean_or (s->json, "relative", FALSE);
  if (observed->relative &&
      (rankle_json_has (s->json, "factor") || rankle_json_has (s->json, "offset")))
    rankle_json_fail (s->json, "relative", _ ("what is relative has no scale"));
  observed->factor =
      rankle_json_get_number_or (s->json, "factor", 1, -INFINITY, INFINITY);
  if (!(fabs (observed->factor) > 0))
    rankle_json_fail (s->json, "factor", _ ("must not be 0"));
  observed->offset =
      rankle_json_get_number_or (s->json, "offset", 0, -INFINITY, INFINITY);
}

static void
read_observed (const RankleSidecar *s, RankleObserved *observed)
{
  observed->observable = rankle_sidecar_keep (s, rankle_json_get_name (s->json));
  observed->factor = 1;
  if (!rankle_json_is_object (s->json, NULL))
    {
      observed->column = rankle_sidecar_get_column (s, NULL);
      return;
    }
  rankle_json_open_object (s->json, NULL);
  observed->column = rankle_sidecar_get_column (s, "column");
  read_scale (s, observed);
  rankle_json_close (s->json);
}

void
rankle_sidecar_read_evidence (const RankleSidecar *s)
{
  RankleModel *model = s->model;

  g_assert (model->observed == NULL && model->n_observed == 0);
  if (!rankle_json_open_object (s->json, "evidence"))
    return;
  model->observed = g_new0 (RankleObserved, rankle_json_count (s->json) + 1);
  while (rankle_json_next (s->json))
    read_observed (s, &model->observed[model->n_observed++]);
  rankle_json_close (s->json);
}
