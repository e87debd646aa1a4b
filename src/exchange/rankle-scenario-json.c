/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rankle-scenario-json.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "rankle-exchange-error.h"
#include "rankle-time-unit.h"

/* The schema needs three; json-glib recurses, so that depth must be bounded before it
 * reads. */
#define DEPTH_MAX    8
#define BRACKETS_MAX 10000

/* Where reading stands; carried so that each refusal can name its file and member. */
typedef struct
{
  const char *name;
  GError    **error;
} Reader;

static gboolean refuse (Reader *reader, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (Reader *reader, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list          arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (reader->error, RANKLE_EXCHANGE_ERROR, RANKLE_EXCHANGE_ERROR_SCHEMA,
               "%s: %s", reader->name, what);
  return FALSE;
}

static gboolean
refuse_depth (Reader *reader)
{
  g_set_error (reader->error, RANKLE_EXCHANGE_ERROR, RANKLE_EXCHANGE_ERROR_LIMIT,
               _ ("%s: nested deeper than %d"), reader->name, DEPTH_MAX);
  return FALSE;
}

/* json-glib reads what is nested by recursion, and knows comments and strings in single
 * quotes, which nothing here can tell apart: so all brackets are counted besides. */
static gboolean
check_depth (const char *text, gssize length, Reader *reader)
{
  guint    depth = 0, brackets = 0;
  gboolean quoted = FALSE;

  for (gssize i = 0; i < length; i++)
    brackets += text[i] == '{' || text[i] == '[';
  if (brackets > BRACKETS_MAX)
    return refuse_depth (reader);
  for (gssize i = 0; i < length; i++)
    {
      if (quoted && text[i] == '\\')
        i++;
      else if (text[i] == '"')
        quoted = !quoted;
      else if (!quoted && (text[i] == '{' || text[i] == '['))
        depth++;
      else if (!quoted && depth > 0 && (text[i] == '}' || text[i] == ']'))
        depth--;
      if (depth > DEPTH_MAX)
        return refuse_depth (reader);
    }
  return TRUE;
}

/* json-glib begins with "<data>:line:column: Parse error: ". */
static gboolean
parse_text (JsonParser *parser, const char *text, gssize length, Reader *reader)
{
  g_autoptr (GError) local = NULL;
  const char *rest;

  if (json_parser_load_from_data (parser, text, length, &local))
    return TRUE;
  rest = g_str_has_prefix (local->message, "<data>:")
             ? local->message + strlen ("<data>:")
             : NULL;
  if (rest != NULL)
    g_set_error (reader->error, RANKLE_EXCHANGE_ERROR, RANKLE_EXCHANGE_ERROR_SYNTAX,
                 "%s:%s", reader->name, rest);
  else
    g_set_error (reader->error, RANKLE_EXCHANGE_ERROR, RANKLE_EXCHANGE_ERROR_SYNTAX,
                 "%s: %s", reader->name, local->message);
  return FALSE;
}

static gboolean
read_number (Reader *reader, JsonNode *node, const char *where, double *value)
{
  GType type = node != NULL && JSON_NODE_HOLDS_VALUE (node)
                   ? json_node_get_value_type (node)
                   : G_TYPE_INVALID;

  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
    /* Translators: %s is a member of the file, in quotes */
    return refuse (reader, _ ("%s must be a number"), where);
  *value = json_node_get_double (node);
  return isfinite (*value) || refuse (reader, _ ("%s is out of range"), where);
}

/* The file is UTF-8, but what json-glib makes of \333 need not be. */
static gboolean
check_text (Reader *reader, const char *text)
{
  return g_utf8_validate (text, -1, NULL) || refuse (reader, _ ("a text is not UTF-8"));
}

static gboolean
read_string (Reader      *reader,
             JsonObject  *object,
             const char  *member,
             gboolean     required,
             const char **value)
{
  JsonNode *node = json_object_get_member (object, member);

  *value = "";
  if (node == NULL && !required)
    return TRUE;
  if (node == NULL)
    return refuse (reader, _ ("“%s” is missing"), member);
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return refuse (reader, _ ("“%s” must be a text"), member);
  *value = json_node_get_string (node);
  if (!check_text (reader, *value))
    return FALSE;
  return !required || **value != '\0' || refuse (reader, _ ("“%s” is empty"), member);
}

static gboolean
check_members (Reader            *reader,
               JsonObject        *object,
               const char *const *known,
               const char        *where)
{
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *link = members; link != NULL; link = link->next)
    {
      if (!g_strv_contains (known, link->data))
        /* Translators: %s is nothing, or a place in the file with “: ” after it */
        return refuse (reader, _ ("%sunknown member “%s”"), where, (char *)link->data);
    }
  return TRUE;
}

static gboolean
check_schema (Reader *reader, JsonObject *object)
{
  double schema;

  if (!json_object_has_member (object, "schema"))
    return refuse (reader, _ ("“%s” is missing"), "schema");
  if (!read_number (reader, json_object_get_member (object, "schema"), "“schema”",
                    &schema))
    return FALSE;
  return !(fabs (schema - 1) > 0) ||
         refuse (reader, _ ("schema %g is not known here; only 1 is"), schema);
}

static gboolean
read_horizon (Reader *reader, JsonObject *object, RankleScenario *scenario)
{
  double horizon;

  if (!json_object_has_member (object, "horizon"))
    return TRUE;
  if (!read_number (reader, json_object_get_member (object, "horizon"), "“horizon”",
                    &horizon))
    return FALSE;
  if (horizon < 0)
    return refuse (reader, _ ("“%s” cannot be negative"), "horizon");
  rankle_scenario_set_horizon (scenario, horizon);
  return TRUE;
}

typedef void (*SetFunc) (RankleScenario *scenario, const char *id, double value);

static gboolean
read_values (Reader         *reader,
             JsonObject     *object,
             const char     *member,
             RankleScenario *scenario,
             SetFunc         set)
{
  JsonNode   *node = json_object_get_member (object, member);
  JsonObject *values;
  g_autoptr (GList) ids = NULL;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse (reader, _ ("“%s” must be an object"), member);
  values = json_node_get_object (node);
  ids = json_object_get_members (values);
  for (GList *link = ids; link != NULL; link = link->next)
    {
      g_autofree char *where = g_strdup_printf ("%s: “%s”", member, (char *)link->data);
      double           value;

      if (!check_text (reader, link->data) ||
          !read_number (reader, json_object_get_member (values, link->data), where,
                        &value))
        return FALSE;
      set (scenario, link->data, value);
    }
  return TRUE;
}

static gboolean
read_change (Reader *reader, JsonNode *node, guint index, RankleScenario *scenario)
{
  static const char *const known[] = { "time", "control", "parameter", "value", NULL };
  g_autofree char         *where = g_strdup_printf ("changes[%u]: ", index);
  g_autofree char         *time_where = g_strconcat (where, "“time”", NULL);
  g_autofree char         *value_where = g_strconcat (where, "“value”", NULL);
  JsonObject              *object;
  JsonNode                *target;
  gboolean                 is_control;
  double                   time, value;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    /* Translators: %s is nothing, or a place in the file with “: ” after it */
    return refuse (reader, _ ("%smust be an object"), where);
  object = json_node_get_object (node);
  is_control = json_object_has_member (object, "control");
  target = json_object_get_member (object, is_control ? "control" : "parameter");
  if (!check_members (reader, object, known, where) ||
      !read_number (reader, json_object_get_member (object, "time"), time_where, &time) ||
      !read_number (reader, json_object_get_member (object, "value"), value_where,
                    &value))
    return FALSE;
  if (time < 0)
    /* Translators: %s is a place in the file with “: ” after it */
    return refuse (reader, _ ("%s“time” cannot be negative"), where);
  if (target == NULL || (is_control && json_object_has_member (object, "parameter")) ||
      !JSON_NODE_HOLDS_VALUE (target) ||
      json_node_get_value_type (target) != G_TYPE_STRING ||
      *json_node_get_string (target) == '\0')
    return refuse (reader,
                   /* Translators: %s is a place in the file with “: ” after it */
                   _ ("%sone of “control” and “parameter” must name what changes"),
                   where);
  if (!check_text (reader, json_node_get_string (target)))
    return FALSE;
  if (is_control)
    rankle_scenario_change_control (scenario, json_node_get_string (target), value, time);
  else
    rankle_scenario_change_parameter (scenario, json_node_get_string (target), value,
                                      time);
  return TRUE;
}

static gboolean
read_changes (Reader *reader, JsonObject *object, RankleScenario *scenario)
{
  JsonNode  *node = json_object_get_member (object, "changes");
  JsonArray *changes;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse (reader, _ ("“%s” must be an array"), "changes");
  changes = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (changes); i++)
    {
      if (!read_change (reader, json_array_get_element (changes, i), i, scenario))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_time_unit (Reader *reader, JsonObject *object, const char **unit)
{
  if (!read_string (reader, object, "time_unit", FALSE, unit))
    return FALSE;
  return **unit == '\0' || rankle_time_unit_get_seconds (*unit) > 0 ||
         refuse (reader, _ ("“time_unit” must be second, minute, hour or day, not “%s”"),
                 *unit);
}

static RankleScenario *
read_scenario (Reader *reader, JsonObject *object, char **model)
{
  static const char *const known[] = { "schema",      "id",       "title",
                                       "description", "model",    "time_unit",
                                       "horizon",     "controls", "parameters",
                                       "changes",     NULL };
  g_autoptr (RankleScenario) scenario = NULL;
  const char *id, *title, *description, *made_for, *time_unit;

  if (!check_schema (reader, object) || !check_members (reader, object, known, "") ||
      !read_string (reader, object, "id", TRUE, &id) ||
      !read_string (reader, object, "title", TRUE, &title) ||
      !read_string (reader, object, "description", FALSE, &description) ||
      !read_string (reader, object, "model", FALSE, &made_for) ||
      !read_time_unit (reader, object, &time_unit))
    return NULL;
  scenario = rankle_scenario_new (id, title, description);
  rankle_scenario_set_time_unit (scenario, time_unit);
  if (!read_horizon (reader, object, scenario) ||
      !read_values (reader, object, "controls", scenario, rankle_scenario_set_control) ||
      !read_values (reader, object, "parameters", scenario,
                    rankle_scenario_set_parameter) ||
      !read_changes (reader, object, scenario))
    return NULL;
  if (model != NULL)
    *model = *made_for != '\0' ? g_strdup (made_for) : NULL;
  return g_steal_pointer (&scenario);
}

RankleScenario *
_rankle_scenario_read_json (
    const char *text, gssize length, const char *name, char **model, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  Reader    reader = { name, error };
  JsonNode *root;

  if (!check_depth (text, length, &reader) || !parse_text (parser, text, length, &reader))
    return NULL;
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      refuse (&reader, _ ("must hold one JSON object"));
      return NULL;
    }
  return read_scenario (&reader, json_node_get_object (root), model);
}

/* json-glib 1.6 writes 1e-8 as 1e-08.0, which nobody can read, itself included. Nothing
 * but a number has a point after its exponent, outside of texts. */
static void
repair_numbers (char *json)
{
  gboolean in_text = FALSE, in_exponent = FALSE;
  char    *to = json;

  for (const char *at = json; *at != '\0'; at++)
    {
      if (in_text && *at == '\\')
        *to++ = *at++;
      else if (*at == '"')
        in_text = !in_text;
      else if (!in_text && in_exponent && *at == '.')
        {
          at++;
          continue;
        }
      in_exponent = *at == 'e' || (in_exponent && strchr ("+-0123456789", *at) != NULL);
      *to++ = *at;
    }
  *to = '\0';
}

static void
write_text (JsonBuilder *builder, const char *member, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, text);
}

static void
write_number (JsonBuilder *builder, const char *member, double value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_double_value (builder, value);
}

static void
write_values (JsonBuilder          *builder,
              const char           *member,
              const RankleScenario *scenario,
              RankleSettingKind     kind)
{
  guint                n;
  const RankleSetting *settings = rankle_scenario_get_settings (scenario, &n);

  json_builder_set_member_name (builder, member);
  json_builder_begin_object (builder);
  for (guint i = 0; i < n; i++)
    {
      if (settings[i].kind == kind)
        write_number (builder, settings[i].id, settings[i].value);
    }
  json_builder_end_object (builder);
}

static void
write_changes (JsonBuilder *builder, const RankleScenario *scenario)
{
  guint                      n;
  const RankleTreatmentStep *steps = rankle_scenario_get_treatment (scenario, &n);

  json_builder_set_member_name (builder, "changes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    {
      if (steps[i].kind != RANKLE_TREATMENT_CHANGE)
        continue;
      json_builder_begin_object (builder);
      write_number (builder, "time", steps[i].time);
      write_text (builder,
                  steps[i].target == RANKLE_TARGET_CONTROL ? "control" : "parameter",
                  steps[i].id);
      write_number (builder, "value", steps[i].value);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

char *
_rankle_scenario_write_json (const RankleScenario *scenario, const char *model)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *json = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "schema");
  json_builder_add_int_value (builder, 1);
  write_text (builder, "id", rankle_scenario_get_id (scenario));
  write_text (builder, "title", rankle_scenario_get_title (scenario));
  write_text (builder, "description", rankle_scenario_get_description (scenario));
  write_text (builder, "model", model);
  write_text (builder, "time_unit", rankle_scenario_get_time_unit (scenario));
  write_number (builder, "horizon", rankle_scenario_get_horizon (scenario));
  write_values (builder, "controls", scenario, RANKLE_SETTING_CONTROL);
  write_values (builder, "parameters", scenario, RANKLE_SETTING_PARAMETER);
  write_changes (builder, scenario);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json = json_to_string (root, TRUE);
  repair_numbers (json);
  return g_strconcat (json, "\n", NULL);
}
