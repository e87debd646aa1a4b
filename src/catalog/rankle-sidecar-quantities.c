/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "rankle-model-builder.h"
#include "rankle-sidecar-private.h"

/* A quantity is { label, unit, description, source, grade, uncertainty, range [min, max]
 * }. */

static gboolean
read_grade (const RankleSidecar *s,
            const char          *id,
            const char          *word,
            RankleGrade         *grade,
            GError             **error)
{
  for (RankleGrade g = RANKLE_GRADE_PUBLISHED; g <= RANKLE_GRADE_OURS; g++)
    if (g_strcmp0 (word, rankle_grade_to_string (g)) == 0)
      {
        *grade = g;
        return TRUE;
      }
  return word == NULL ||
         rankle_sidecar_fail (s, error, _ ("%s has an unknown grade “%s”"), id, word);
}

static gboolean
read_range (const RankleSidecar *s,
            JsonObject          *object,
            const char          *id,
            RankleQuantity      *quantity,
            GError             **error)
{
  JsonNode  *node = json_object_get_member (object, "range");
  JsonArray *range;

  if (node == NULL)
    return TRUE;
  range = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  if (range == NULL || json_array_get_length (range) != 2 ||
      !JSON_NODE_HOLDS_VALUE (json_array_get_element (range, 0)) ||
      !JSON_NODE_HOLDS_VALUE (json_array_get_element (range, 1)) ||
      !(json_array_get_double_element (range, 0) <
        json_array_get_double_element (range, 1)))
    return rankle_sidecar_fail (
        s, error, _ ("the range of %s must be two numbers, the smaller first"), id);
  quantity->min = json_array_get_double_element (range, 0);
  quantity->max = json_array_get_double_element (range, 1);
  return TRUE;
}

static gboolean
read_uncertainty (const RankleSidecar *s,
                  JsonObject          *object,
                  const char          *id,
                  RankleQuantity      *quantity,
                  GError             **error)
{
  double factor = 0;

  if (!rankle_sidecar_get_number (s, object, id, "uncertainty", &factor, error))
    return FALSE;
  if (json_object_has_member (object, "uncertainty") && !(factor >= 1))
    return rankle_sidecar_fail (
        s, error, _ ("the uncertainty of %s must be a factor of at least 1"), id);
  quantity->uncertainty = factor;
  return TRUE;
}

static gboolean
read_quantity (const RankleSidecar *s, const char *id, JsonNode *node, GError **error)
{
  static const char *const keys[] = { "label", "unit",  "description", "source",
                                      "grade", "range", "uncertainty", NULL };
  RankleQuantity          *quantity = g_hash_table_lookup (s->model->by_id, id);
  JsonObject              *object = NULL;
  const char              *grade = NULL;

  if (quantity == NULL)
    return rankle_sidecar_fail (s, error, _ ("the model has no quantity “%s”"), id);
  return rankle_sidecar_get_object (s, node, id, &object, error) &&
         rankle_sidecar_check_keys (s, object, id, keys, error) &&
         rankle_sidecar_get_words (s, object, id, "label", &quantity->label, error) &&
         rankle_sidecar_get_string (s, object, id, "unit", &quantity->unit, error) &&
         rankle_sidecar_get_string (s, object, id, "description", &quantity->description,
                                    error) &&
         rankle_sidecar_get_string (s, object, id, "source", &quantity->source, error) &&
         rankle_sidecar_get_string (s, object, id, "grade", &grade, error) &&
         read_grade (s, id, grade, &quantity->grade, error) &&
         read_uncertainty (s, object, id, quantity, error) &&
         read_range (s, object, id, quantity, error);
}

gboolean
rankle_sidecar_read_quantities (const RankleSidecar *s,
                                JsonObject          *object,
                                GError             **error)
{
  g_autoptr (GList) ids = json_object_get_members (object);

  for (GList *l = ids; l != NULL; l = l->next)
    if (!read_quantity (s, l->data, json_object_get_member (object, l->data), error))
      return FALSE;
  return TRUE;
}

/* Units come first: a quantity's own "unit" has the last word. */
gboolean
rankle_sidecar_read_units (const RankleSidecar *s, JsonObject *object, GError **error)
{
  RankleQuantity *lists[] = { s->model->states, s->model->observables,
                              s->model->parameters };
  guint n[] = { s->model->n_states, s->model->n_observables, s->model->n_parameters };
  g_autoptr (GList) ids = json_object_get_members (object);

  for (GList *l = ids; l != NULL; l = l->next)
    {
      const char *shown = NULL;

      if (!rankle_sidecar_get_string (s, object, "units", l->data, &shown, error))
        return FALSE;
      for (guint k = 0; k < G_N_ELEMENTS (lists); k++)
        for (guint i = 0; i < n[k]; i++)
          if (g_strcmp0 (lists[k][i].unit, l->data) == 0)
            lists[k][i].unit = shown;
    }
  return TRUE;
}

/* ---- hidden ---- */

gboolean
rankle_sidecar_read_hidden (const RankleSidecar *s, JsonArray *array, GError **error)
{
  g_autofree gboolean *hidden = g_new0 (gboolean, s->model->n_observables + 1);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      gboolean  text = JSON_NODE_HOLDS_VALUE (node) &&
                      json_node_get_value_type (node) == G_TYPE_STRING;
      const char           *id = text ? json_node_get_string (node) : "";
      const RankleQuantity *quantity = rankle_model_find (s->model, id);

      if (quantity == NULL || quantity->kind != RANKLE_QUANTITY_OBSERVABLE)
        return rankle_sidecar_fail (s, error,
                                    _ ("hidden names “%s”, which is no observable"), id);
      hidden[quantity->index] = TRUE;
    }
  rankle_model_hide (s->model, hidden);
  return TRUE;
}
