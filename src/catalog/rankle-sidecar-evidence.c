/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-model-builder.h"
#include "rankle-sidecar-private.h"

/* What studies measure is { name of it: column }, or { name of it: { column, factor,
 * offset } }, or { name of it: { column, relative: true } } for a column that has no
 * scale of its own and is read in percent of its start.
 *
 * How an arm is put to the model is { control of the arm: { control, offset } }, or,
 * where the model has one moment for what the arm puts off by years, { control of the
 * arm: { control, value, day, days_per_unit } }. */

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

static const RankleControl *
get_control (const RankleSidecar *s)
{
  const char          *id = rankle_json_get_text (s->json, "control");
  const RankleControl *control = rankle_model_find_control (s->model, id);

  if (control != NULL && control->absent == NULL &&
      control->role == RANKLE_CONTROL_PARAMETER)
    return control;
  rankle_json_fail (s->json, "control", _ ("“%s” is no control that sets a parameter"),
                    id);
  return NULL;
}

static void
read_moment (const RankleSidecar *s, RankleRendering *rendering, double min, double max)
{
  for (guint i = 0; i < s->model->n_renderings; i++)
    if (s->model->renderings[i].is_moment)
      rankle_json_fail (s->json, NULL, _ ("a run has room for one such moment"));
  rendering->is_moment = TRUE;
  rendering->value = rankle_json_get_number (s->json, "value", min, max);
  rendering->day = rankle_json_get_number (s->json, "day", 0, INFINITY);
  rendering->days_per_unit =
      rankle_json_get_number (s->json, "days_per_unit", RANKLE_JSON_ABOVE_0, INFINITY);
}

static RankleRendering
read_rendering (const RankleSidecar *s)
{
  const char          *asked = rankle_sidecar_keep (s, rankle_json_get_name (s->json));
  RankleRendering      rendering = { .asked = asked };
  const RankleControl *control;

  if (!rankle_json_open_object (s->json, NULL))
    return rendering;
  control = get_control (s);
  if (control != NULL)
    rendering.control = control->id;
  if (control != NULL && rankle_json_has (s->json, "value"))
    read_moment (s, &rendering, control->min, control->max);
  else
    rendering.offset =
        rankle_json_get_number_or (s->json, "offset", 0, -INFINITY, INFINITY);
  rankle_json_close (s->json);
  return rendering;
}

void
rankle_sidecar_read_renderings (const RankleSidecar *s)
{
  RankleModel *model = s->model;

  g_assert (model->renderings == NULL && model->n_renderings == 0);
  if (!rankle_json_open_object (s->json, "evidence_controls"))
    return;
  model->renderings = g_new0 (RankleRendering, rankle_json_count (s->json) + 1);
  while (rankle_json_next (s->json))
    {
      model->renderings[model->n_renderings] = read_rendering (s);
      model->n_renderings++;
    }
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
