/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "rankle-explorer-private.h"
#include "rankle-model-builder.h"
#include "rankle-model-error.h"
#include "rankle-sidecar-private.h"

/* json-glib reads what is nested by recursion: a hundred thousand brackets are the end of
 * the stack. */
#define MAX_BRACKETS 10000

/* The JSON beside a model, schema 1: what the explorer needs and SBML has no word for.
 *
 *   schema, title, summary, source, time_unit, horizon, diagram
 *   group       what it stands under in a list of models
 *   notes       [ what a reader of the results must know ]
 *   units       { unit id of the model: text to show }
 *   quantities  { id: … }  rankle-sidecar-quantities.c
 *   hidden      [ observables that are steps on the way, and no columns ]
 *   controls    [ … ]  rankle-sidecar-controls.c
 *   start       { id of a control: where it stands when the model is opened }
 *   panels      [ … ]  rankle-sidecar-panels.c
 *   glyphs      { glyph of the diagram: column, or { column, label } where the model has
 *                 something else in that place }
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

/* The file is UTF-8, but what json-glib makes of \333 need not be. */
const char *
rankle_sidecar_keep (const RankleSidecar *s, const char *text)
{
  g_autofree char *valid = text == NULL ? NULL : g_utf8_make_valid (text, -1);

  return text == NULL ? NULL : g_string_chunk_insert_const (s->model->strings, valid);
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

  if (found < 0 && id != NULL && rankle_model_find_full_column (s->model, id) >= 0)
    return rankle_sidecar_fail (s, error, _ ("%s names “%s”, which is hidden"), where,
                                id);
  if (found < 0)
    return rankle_sidecar_fail (s, error,
                                _ ("%s names “%s”, which is no state and no observable"),
                                where, id == NULL ? "" : id);
  *column = (guint)found;
  return TRUE;
}

gboolean
rankle_sidecar_get_object (const RankleSidecar *s,
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

/* ---- glyphs ---- */

static gboolean
read_glyph (const RankleSidecar *s,
            JsonObject          *object,
            const char          *id,
            RankleGlyphBinding  *glyph,
            GError             **error)
{
  static const char *const keys[] = { "column", "label", NULL };
  JsonNode                *node = json_object_get_member (object, id);
  JsonObject              *own;
  const char              *column = NULL;

  glyph->glyph = rankle_sidecar_keep (s, id);
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return rankle_sidecar_get_string (s, object, "glyphs", id, &column, error) &&
           rankle_sidecar_get_column (s, "glyphs", column, &glyph->column, error);
  own = json_node_get_object (node);
  return rankle_sidecar_check_keys (s, own, id, keys, error) &&
         rankle_sidecar_get_string (s, own, id, "column", &column, error) &&
         rankle_sidecar_get_words (s, own, id, "label", &glyph->label, error) &&
         rankle_sidecar_get_column (s, id, column, &glyph->column, error);
}

static gboolean
read_glyphs (const RankleSidecar *s, JsonObject *object, GError **error)
{
  g_autoptr (GList) ids = json_object_get_members (object);
  guint i = 0;

  s->model->glyphs = g_new0 (RankleGlyphBinding, json_object_get_size (object) + 1);
  for (GList *l = ids; l != NULL; l = l->next, i++)
    if (!read_glyph (s, object, l->data, &s->model->glyphs[i], error))
      return FALSE;
  s->model->n_glyphs = i;
  return TRUE;
}

/* ---- notes ---- */

static gboolean
read_notes (const RankleSidecar *s, JsonArray *array, GError **error)
{
  guint n = json_array_get_length (array);

  g_free (s->model->notes);
  s->model->notes = g_new0 (const char *, n + 1);
  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (node) ||
          json_node_get_value_type (node) != G_TYPE_STRING)
        return rankle_sidecar_fail (s, error, _ ("a note must be a text"));
      s->model->notes[i] = rankle_sidecar_translate (s, json_node_get_string (node));
    }
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

  return node == NULL || (rankle_sidecar_get_object (s, node, key, &object, error) &&
                          read (s, object, error));
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
      !rankle_sidecar_get_words (s, root, "the sidecar", "group", &model->group, error) ||
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
                                      "notes",      "start",    "hidden",  "group",
                                      "evidence",   NULL };

  return rankle_sidecar_check_keys (s, root, "the sidecar", keys, error) &&
         read_head (s, root, error) && read_list (s, root, "notes", read_notes, error) &&
         read_list (s, root, "hidden", rankle_sidecar_read_hidden, error) &&
         read_part (s, root, "units", rankle_sidecar_read_units, error) &&
         read_part (s, root, "quantities", rankle_sidecar_read_quantities, error) &&
         read_list (s, root, "controls", rankle_sidecar_read_controls, error) &&
         read_part (s, root, "start", rankle_sidecar_read_start, error) &&
         read_list (s, root, "panels", rankle_sidecar_read_panels, error) &&
         read_part (s, root, "glyphs", read_glyphs, error) &&
         read_part (s, root, "evidence", rankle_sidecar_read_evidence, error);
}

/* All brackets count, since only json-glib can tell which stand in a string or a comment.
 */
static gboolean
check_brackets (const RankleSidecar *s, const char *json, gsize length, GError **error)
{
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    n += json[i] == '[' || json[i] == '{';
  if (n <= MAX_BRACKETS)
    return TRUE;

  g_set_error (error, RANKLE_MODEL_ERROR, RANKLE_MODEL_ERROR_LIMIT,
               ngettext ("%s: the sidecar has more than %d bracket",
                         "%s: the sidecar has more than %d brackets", MAX_BRACKETS),
               s->name, MAX_BRACKETS);
  return FALSE;
}

gboolean
_rankle_sidecar_apply (
    RankleModel *model, const char *json, gssize length, const char *name, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) syntax = NULL;
  RankleSidecar sidecar = { .model = model, .name = name };
  JsonNode     *root;

  if (!check_brackets (&sidecar, json, length < 0 ? strlen (json) : (gsize)length, error))
    return FALSE;
  if (!json_parser_load_from_data (parser, json, length, &syntax))
    return rankle_sidecar_fail (&sidecar, error, "%s", syntax->message);
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return rankle_sidecar_fail (&sidecar, error, _ ("the sidecar must be an object"));
  return read_root (&sidecar, json_node_get_object (root), error);
}
