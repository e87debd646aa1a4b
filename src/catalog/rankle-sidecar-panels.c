/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "rankle-model-builder.h"
#include "rankle-sidecar-private.h"

/* A panel is { id, title, unit, kind, columns, labels, relative, log, zero, reference }.
 */

static gboolean
read_columns (const RankleSidecar *s,
              JsonObject          *object,
              RanklePanel         *panel,
              GError             **error)
{
  JsonNode  *node = json_object_get_member (object, "columns");
  JsonArray *columns =
      node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint n = columns == NULL ? 0 : json_array_get_length (columns);

  if (n == 0)
    return rankle_sidecar_fail (s, error, _ ("the panel %s has no columns"), panel->id);
  panel->columns = g_new0 (guint, n);
  for (; panel->n_columns < n; panel->n_columns++)
    {
      JsonNode *element = json_array_get_element (columns, panel->n_columns);
      gboolean  text = JSON_NODE_HOLDS_VALUE (element) &&
                      json_node_get_value_type (element) == G_TYPE_STRING;

      if (!rankle_sidecar_get_column (s, panel->id,
                                      text ? json_node_get_string (element) : NULL,
                                      &panel->columns[panel->n_columns], error))
        return FALSE;
    }
  return TRUE;
}

/* One for each column, in their order. */
static gboolean
read_labels (const RankleSidecar *s,
             JsonObject          *object,
             RanklePanel         *panel,
             GError             **error)
{
  JsonNode  *node = json_object_get_member (object, "labels");
  JsonArray *labels =
      node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (node == NULL)
    return TRUE;
  if (labels == NULL || json_array_get_length (labels) != panel->n_columns)
    return rankle_sidecar_fail (
        s, error, _ ("the panel %s must have a label for each column"), panel->id);
  panel->labels = g_new0 (const char *, panel->n_columns);
  for (guint i = 0; i < panel->n_columns; i++)
    {
      JsonNode *element = json_array_get_element (labels, i);

      if (!JSON_NODE_HOLDS_VALUE (element) ||
          json_node_get_value_type (element) != G_TYPE_STRING)
        return rankle_sidecar_fail (
            s, error, _ ("a label of the panel %s must be a text"), panel->id);
      panel->labels[i] = rankle_sidecar_translate (s, json_node_get_string (element));
    }
  return TRUE;
}

static gboolean
read_look (const RankleSidecar *s, JsonObject *object, RanklePanel *panel, GError **error)
{
  const char *kind = "lines";

  if (!rankle_sidecar_get_words (s, object, panel->id, "title", &panel->title, error) ||
      !rankle_sidecar_get_words (s, object, panel->id, "unit", &panel->unit, error) ||
      !rankle_sidecar_get_string (s, object, panel->id, "kind", &kind, error) ||
      !rankle_sidecar_get_boolean (s, object, panel->id, "relative", &panel->relative,
                                   error) ||
      !rankle_sidecar_get_boolean (s, object, panel->id, "log", &panel->log_scale,
                                   error) ||
      !rankle_sidecar_get_boolean (s, object, panel->id, "zero", &panel->include_zero,
                                   error) ||
      !rankle_sidecar_get_number (s, object, panel->id, "reference", &panel->reference,
                                  error))
    return FALSE;
  if (strcmp (kind, "lines") != 0 && strcmp (kind, "stacked") != 0)
    return rankle_sidecar_fail (s, error, _ ("the panel %s has an unknown kind “%s”"),
                                panel->id, kind);
  panel->kind = strcmp (kind, "stacked") == 0 ? RANKLE_PANEL_STACKED : RANKLE_PANEL_LINES;
  if (panel->log_scale && panel->include_zero)
    return rankle_sidecar_fail (
        s, error, _ ("the panel %s cannot show 0 on a logarithmic axis"), panel->id);
  return TRUE;
}

static gboolean
read_panel (const RankleSidecar *s,
            JsonObject          *object,
            RanklePanel         *panel,
            GError             **error)
{
  static const char *const keys[] = { "id",      "title",     "unit",     "kind",
                                      "columns", "labels",    "relative", "log",
                                      "zero",    "reference", NULL };

  panel->unit = "";
  panel->reference = NAN;
  if (!rankle_sidecar_get_string (s, object, "a panel", "id", &panel->id, error))
    return FALSE;
  if (panel->id == NULL)
    return rankle_sidecar_fail (s, error, _ ("a panel has no id"));
  panel->title = panel->id;
  return rankle_sidecar_check_keys (s, object, panel->id, keys, error) &&
         read_look (s, object, panel, error) && read_columns (s, object, panel, error) &&
         read_labels (s, object, panel, error);
}

gboolean
rankle_sidecar_read_panels (const RankleSidecar *s, JsonArray *array, GError **error)
{
  guint n = json_array_get_length (array);

  s->model->panels = g_new0 (RanklePanel, n + 1);
  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_OBJECT (node))
        return rankle_sidecar_fail (s, error, _ ("a panel must be an object"));
      s->model->n_panels++; /* its columns are freed with the model from here on */
      if (!read_panel (s, json_node_get_object (node), &s->model->panels[i], error))
        return FALSE;
    }
  return TRUE;
}
