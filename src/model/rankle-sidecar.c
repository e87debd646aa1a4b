/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "rankle-model-error.h"
#include "rankle-model-private.h"
#include "rankle-sidecar-private.h"

/* The JSON beside a model, schema 1: what the explorer needs and SBML has no word for.
 *
 *   schema, title, summary, source, time_unit, horizon, diagram
 *   units       { unit id of the model: text to show }
 *   quantities  { id: { label, unit, description, source, grade, range [min, max] } }
 *   controls    [ … ]  rankle-sidecar-controls.c
 *   panels      [ … ]  rankle-sidecar-panels.c
 *   glyphs      { glyph of the diagram: column }
 *
 * Whatever else stands in it is an error: a word misspelt would be a word lost. */

gboolean
rankle_sidecar_fail (const RankleSidecar *s, GError **error, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list          arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, RANKLE_MODEL_ERROR, RANKLE_MODEL_ERROR_SIDECAR, "%s: %s", s->name,
               what);
  return FALSE;
}

const char *
rankle_sidecar_keep (const RankleSidecar *s, const char *text)
{
  return text == NULL ? NULL : g_string_chunk_insert_const (s->model->strings, text);
}

/* gettext answers "" with the head of its catalogue. */
const char *
rankle_sidecar_translate (const RankleSidecar *s, const char *words)
{
  return words == NULL || *words == '\0' ? words : rankle_sidecar_keep (s, _ (words));
}

gboolean
rankle_sidecar_check_keys (const RankleSidecar *s,
                           JsonObject          *object,
                           const char          *where,
                           const char *const   *keys,
                           GError             **error)
{
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *l = members; l != NULL; l = l->next)
    if (!g_strv_contains (keys, l->data))
      return rankle_sidecar_fail (s, error, _ ("%s has an unknown entry “%s”"), where,
                                  (const char *)l->data);
  return TRUE;
}

gboolean
rankle_sidecar_get_string (const RankleSidecar *s,
                           JsonObject          *object,
                           const char          *where,
                           const char          *key,
                           const char         **value,
                           GError             **error)
{
  JsonNode *node = json_object_get_member (object, key);

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return rankle_sidecar_fail (s, error, _ ("“%s” of %s must be a text"), key, where);
  *value = rankle_sidecar_keep (s, json_node_get_string (node));
  return TRUE;
}

gboolean
rankle_sidecar_get_words (const RankleSidecar *s,
                          JsonObject          *object,
                          const char          *where,
                          const char          *key,
                          const char         **words,
                          GError             **error)
{
  if (!rankle_sidecar_get_string (s, object, where, key, words, error))
    return FALSE;
  *words = rankle_sidecar_translate (s, *words);
  return TRUE;
}

gboolean
rankle_sidecar_get_number (const RankleSidecar *s,
                           JsonObject          *object,
                           const char          *where,
                           const char          *key,
                           double              *value,
                           GError             **error)
{
  JsonNode *node = json_object_get_member (object, key);
  GType     type = node != NULL && JSON_NODE_HOLDS_VALUE (node)
                       ? json_node_get_value_type (node)
                       : G_TYPE_NONE;

  if (node == NULL)
    return TRUE;
  if ((type != G_TYPE_INT64 && type != G_TYPE_DOUBLE) ||
      !isfinite (json_node_get_double (node)))
    return rankle_sidecar_fail (s, error, _ ("“%s” of %s must be a number"), key, where);
  *value = json_node_get_double (node);
  return TRUE;
}

gboolean
rankle_sidecar_get_boolean (const RankleSidecar *s,
                            JsonObject          *object,
                            const char          *where,
                            const char          *key,
                            gboolean            *value,
                            GError             **error)
{
  JsonNode *node = json_object_get_member (object, key);

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return rankle_sidecar_fail (s, error, _ ("“%s” of %s must be true or false"), key,
                                where);
  *value = json_node_get_boolean (node);
  return TRUE;
}

gboolean
rankle_sidecar_get_column (const RankleSidecar *s,
                           const char          *where,
                           const char          *id,
                           guint               *column,
                           GError             **error)
{
  int found = id == NULL ? -1 : rankle_model_find_column (s->model, id);

  if (found < 0)
    return rankle_sidecar_fail (s, error,
                                _ ("%s names “%s”, which is no state and no observable"),
                                where, id == NULL ? "" : id);
  *column = (guint)found;
  return TRUE;
}

static gboolean
get_object (const RankleSidecar *s,
            JsonNode            *node,
            const char          *where,
            JsonObject         **object,
            GError             **error)
{
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return rankle_sidecar_fail (s, error, _ ("%s must be an object"), where);
  *object = json_node_get_object (node);
  return TRUE;
}

/* ---- quantities ---- */

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
read_quantity (const RankleSidecar *s, const char *id, JsonNode *node, GError **error)
{
  static const char *const keys[] = { "label", "unit",  "description", "source",
                                      "grade", "range", NULL };
  RankleQuantity          *quantity = g_hash_table_lookup (s->model->by_id, id);
  JsonObject              *object = NULL;
  const char              *grade = NULL;

  if (quantity == NULL)
    return rankle_sidecar_fail (s, error, _ ("the model has no quantity “%s”"), id);
  return get_object (s, node, id, &object, error) &&
         rankle_sidecar_check_keys (s, object, id, keys, error) &&
         rankle_sidecar_get_words (s, object, id, "label", &quantity->label, error) &&
         rankle_sidecar_get_string (s, object, id, "unit", &quantity->unit, error) &&
         rankle_sidecar_get_string (s, object, id, "description", &quantity->description,
                                    error) &&
         rankle_sidecar_get_string (s, object, id, "source", &quantity->source, error) &&
         rankle_sidecar_get_string (s, object, id, "grade", &grade, error) &&
         read_grade (s, id, grade, &quantity->grade, error) &&
         read_range (s, object, id, quantity, error);
}

static gboolean
read_quantities (const RankleSidecar *s, JsonObject *object, GError **error)
{
  g_autoptr (GList) ids = json_object_get_members (object);

  for (GList *l = ids; l != NULL; l = l->next)
    if (!read_quantity (s, l->data, json_object_get_member (object, l->data), error))
      return FALSE;
  return TRUE;
}

/* Units come first: a quantity's own "unit" has the last word. */
static gboolean
read_units (const RankleSidecar *s, JsonObject *object, GError **error)
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

static gboolean
read_glyphs (const RankleSidecar *s, JsonObject *object, GError **error)
{
  g_autoptr (GList) ids = json_object_get_members (object);
  guint i = 0;

  s->model->glyphs = g_new0 (RankleGlyphBinding, json_object_get_size (object) + 1);
  for (GList *l = ids; l != NULL; l = l->next, i++)
    {
      RankleGlyphBinding *glyph = &s->model->glyphs[i];
      const char         *column = NULL;

      glyph->glyph = rankle_sidecar_keep (s, l->data);
      if (!rankle_sidecar_get_string (s, object, "glyphs", l->data, &column, error) ||
          !rankle_sidecar_get_column (s, "glyphs", column, &glyph->column, error))
        return FALSE;
    }
  s->model->n_glyphs = i;
  return TRUE;
}

/* ---- the whole ---- */

typedef gboolean (*ReadObject) (const RankleSidecar *s,
                                JsonObject          *object,
                                GError             **error);
typedef gboolean (*ReadArray) (const RankleSidecar *s, JsonArray *array, GError **error);

static gboolean
read_part (const RankleSidecar *s,
           JsonObject          *root,
           const char          *key,
           ReadObject           read,
           GError             **error)
{
  JsonNode   *node = json_object_get_member (root, key);
  JsonObject *object = NULL;

  return node == NULL ||
         (get_object (s, node, key, &object, error) && read (s, object, error));
}

static gboolean
read_list (const RankleSidecar *s,
           JsonObject          *root,
           const char          *key,
           ReadArray            read,
           GError             **error)
{
  JsonNode *node = json_object_get_member (root, key);

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return rankle_sidecar_fail (s, error, _ ("%s must be a list"), key);
  return read (s, json_node_get_array (node), error);
}

static gboolean
read_head (const RankleSidecar *s, JsonObject *root, GError **error)
{
  RankleModel *model = s->model;
  double       schema = 0;

  if (!rankle_sidecar_get_number (s, root, "the sidecar", "schema", &schema, error) ||
      !rankle_sidecar_get_words (s, root, "the sidecar", "title", &model->title, error) ||
      !rankle_sidecar_get_words (s, root, "the sidecar", "summary", &model->summary,
                                 error) ||
      !rankle_sidecar_get_string (s, root, "the sidecar", "source", &model->source,
                                  error) ||
      !rankle_sidecar_get_string (s, root, "the sidecar", "time_unit", &model->time_unit,
                                  error) ||
      !rankle_sidecar_get_string (s, root, "the sidecar", "diagram", &model->diagram,
                                  error) ||
      !rankle_sidecar_get_number (s, root, "the sidecar", "horizon", &model->horizon,
                                  error))
    return FALSE;
  if (!(schema >= 1 && schema <= 1))
    return rankle_sidecar_fail (
        s, error, _ ("schema %g is not one that this program reads"), schema);
  if (!(model->horizon > 0))
    return rankle_sidecar_fail (s, error, _ ("the horizon must be above 0"));
  return TRUE;
}

static gboolean
read_root (const RankleSidecar *s, JsonObject *root, GError **error)
{
  static const char *const keys[] = { "schema",     "title",    "summary", "source",
                                      "time_unit",  "horizon",  "diagram", "units",
                                      "quantities", "controls", "panels",  "glyphs",
                                      NULL };

  return rankle_sidecar_check_keys (s, root, "the sidecar", keys, error) &&
         read_head (s, root, error) && read_part (s, root, "units", read_units, error) &&
         read_part (s, root, "quantities", read_quantities, error) &&
         read_list (s, root, "controls", rankle_sidecar_read_controls, error) &&
         read_list (s, root, "panels", rankle_sidecar_read_panels, error) &&
         read_part (s, root, "glyphs", read_glyphs, error);
}

gboolean
_rankle_sidecar_apply (
    RankleModel *model, const char *json, gssize length, const char *name, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) syntax = NULL;
  RankleSidecar sidecar = { .model = model, .name = name };
  JsonNode     *root;

  if (!json_parser_load_from_data (parser, json, length, &syntax))
    return rankle_sidecar_fail (&sidecar, error, "%s", syntax->message);
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return rankle_sidecar_fail (&sidecar, error, _ ("the sidecar must be an object"));
  return read_root (&sidecar, json_node_get_object (root), error);
}
