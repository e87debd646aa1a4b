/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-model-builder.h"
#include "rankle-sidecar-private.h"

/* A quantity is { label, unit, description, source, grade, uncertainty, range [min, max],
 * shade }. */

/* The words of RankleGrade, from published to ours. */
static RankleGrade
read_grade (const RankleSidecar *s, RankleGrade otherwise)
{
  const char *words[RANKLE_GRADE_OURS - RANKLE_GRADE_PUBLISHED + 2] = { NULL };

  for (RankleGrade g = RANKLE_GRADE_PUBLISHED; g <= RANKLE_GRADE_OURS; g++)
    words[g - RANKLE_GRADE_PUBLISHED] = rankle_grade_to_string (g);
  return rankle_json_has (s->json, "grade")
             ? RANKLE_GRADE_PUBLISHED + rankle_json_get_choice (s->json, "grade", words)
             : otherwise;
}

static void
read_range (const RankleSidecar *s, RankleQuantity *quantity)
{
  double ends[2] = { 0 };
  guint  n = 0;

  if (!rankle_json_open_list (s->json, "range"))
    return;
  if (rankle_json_count (s->json) != G_N_ELEMENTS (ends))
    rankle_json_fail (s->json, NULL, _ ("must be two numbers, the smaller first"));
  while (rankle_json_next (s->json))
    ends[n++] = rankle_json_get_number (s->json, NULL, -INFINITY, INFINITY);
  if (!(ends[0] < ends[1]))
    rankle_json_fail (s->json, NULL, _ ("must be two numbers, the smaller first"));
  rankle_json_close (s->json);
  quantity->min = ends[0];
  quantity->max = ends[1];
}

/* A parameter that an event changes is an observable, too. */
static void
tell_column (const RankleSidecar *s, const RankleQuantity *quantity)
{
  RankleQuantity *column = g_hash_table_lookup (s->model->columns, quantity->id);

  if (column == NULL || column == quantity)
    return;
  column->label = quantity->label;
  column->unit = quantity->unit;
  column->description = quantity->description;
  column->shade = quantity->shade;
}

static void
read_quantity (const RankleSidecar *s)
{
  const char     *id = rankle_json_get_name (s->json);
  RankleQuantity *quantity = g_hash_table_lookup (s->model->by_id, id);

  if (quantity == NULL)
    rankle_json_fail (s->json, NULL, _ ("the model has no quantity “%s”"), id);
  if (!rankle_json_open_object (s->json, NULL))
    return;
  quantity->label = rankle_sidecar_get_words (s, "label", quantity->label);
  quantity->unit = rankle_sidecar_get_text (s, "unit", quantity->unit);
  quantity->description =
      rankle_sidecar_get_text (s, "description", quantity->description);
  quantity->source = rankle_sidecar_get_text (s, "source", quantity->source);
  quantity->grade = read_grade (s, quantity->grade);
  quantity->uncertainty =
      rankle_json_get_number_or (s->json, "uncertainty", 0, 1, INFINITY);
  quantity->shade =
      rankle_json_get_number_or (s->json, "shade", 0, RANKLE_JSON_ABOVE_0, INFINITY);
  read_range (s, quantity);
  tell_column (s, quantity);
  rankle_json_close (s->json);
}

void
rankle_sidecar_read_quantities (const RankleSidecar *s)
{
  if (!rankle_json_open_object (s->json, "quantities"))
    return;
  while (rankle_json_next (s->json))
    read_quantity (s);
  rankle_json_close (s->json);
}

static void
show_unit (const RankleModel *model, const char *unit, const char *shown)
{
  RankleQuantity *lists[] = { model->states, model->observables, model->parameters };
  guint           n[] = { model->n_states, model->n_observables, model->n_parameters };

  for (guint k = 0; k < G_N_ELEMENTS (lists); k++)
    for (guint i = 0; i < n[k]; i++)
      if (g_strcmp0 (lists[k][i].unit, unit) == 0)
        lists[k][i].unit = shown;
}

/* Units come first: a quantity's own "unit" has the last word. */
void
rankle_sidecar_read_units (const RankleSidecar *s)
{
  if (!rankle_json_open_object (s->json, "units"))
    return;
  while (rankle_json_next (s->json))
    show_unit (s->model, rankle_json_get_name (s->json),
               rankle_sidecar_get_text (s, NULL, ""));
  rankle_json_close (s->json);
}

/* ---- hidden ---- */

static guint
read_observable (const RankleSidecar *s)
{
  const char           *id = rankle_json_get_text (s->json, NULL);
  const RankleQuantity *quantity = g_hash_table_lookup (s->model->columns, id);

  if (quantity != NULL && quantity->kind == RANKLE_QUANTITY_OBSERVABLE)
    {
      g_assert (quantity->index < s->model->n_observables);
      return quantity->index;
    }
  rankle_json_fail (s->json, NULL, _ ("“%s” is no observable"), id);
  return 0;
}

void
rankle_sidecar_read_hidden (const RankleSidecar *s)
{
  g_autofree gboolean *hidden = g_new0 (gboolean, s->model->n_observables + 1);

  if (!rankle_json_open_list (s->json, "hidden"))
    return;
  while (rankle_json_next (s->json))
    hidden[read_observable (s)] = TRUE;
  rankle_json_close (s->json);
  if (rankle_json_is_sound (s->json))
    rankle_model_hide (s->model, hidden);
}
