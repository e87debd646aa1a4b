/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>
#include <string.h>

#include "rankle-catalog.h"
#include "rankle-diagram.h"

/* The words that the build finds in the bundled files, for translators, are those that
 * our own readers find in them. */

extern const char *const rankle_bundled_words[]; /* sorted; NULL at the end */

static GHashTable *shown; /* every text of the bundled files that the window shows */

static void
show (const char *text)
{
  if (text != NULL && *text != '\0')
    g_hash_table_add (shown, g_strdup (text));
}

static void walk (JsonNode *node, const char *key);

static void
walk_member (JsonObject *object, const char *key, JsonNode *member, gpointer data)
{
  /* Of these only labels are shown, and not of all. */
  if (strcmp (key, "quantities") != 0)
    walk (member, key);
}

static void
walk_element (JsonArray *array, guint index, JsonNode *element, gpointer key)
{
  walk (element, key);
}

static void
walk (JsonNode *node, const char *key)
{
  static const char *const keys[] = {
    "title",   "summary",  "description", "label", "labels", "unit",    "absent",
    "notes",   "group",    "words",       "rises", "falls",  "nothing", "when_off",
    "when_on", "idle",     "sentence",    "text",  "notice", "hints",   "reply",
    "called",  "modelled", "finish",      NULL
  };

  if (JSON_NODE_HOLDS_OBJECT (node))
    json_object_foreach_member (json_node_get_object (node), walk_member, NULL);
  else if (JSON_NODE_HOLDS_ARRAY (node))
    json_array_foreach_element (json_node_get_array (node), walk_element, (gpointer)key);
  else if (json_node_get_value_type (node) == G_TYPE_STRING &&
           g_strv_contains (keys, key))
    show (json_node_get_string (node));
}

static void
read_folder (const char *folder)
{
  g_auto (GStrv) names = rankle_catalog_list (folder);

  for (char **name = names; *name != NULL; name++)
    {
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_autoptr (GBytes) bytes = rankle_catalog_read (folder, *name, NULL);

      if (!g_str_has_suffix (*name, ".json"))
        continue;
      g_assert_true (json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL),
                                                 (gssize)g_bytes_get_size (bytes), NULL));
      walk (json_parser_get_root (parser), "");
    }
}

/* What the file itself calls it: others are the model language's, "pM" and "1/d". */
static void
show_units (const RankleModel *model, const char *id)
{
  g_autofree char *name = g_strconcat (id, ".json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GBytes) bytes = rankle_catalog_read ("models", name, NULL);
  JsonObject *quantities, *root;

  g_assert_true (json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL),
                                             (gssize)g_bytes_get_size (bytes), NULL));
  root = json_node_get_object (json_parser_get_root (parser));
  if (!json_object_has_member (root, "quantities"))
    return;
  quantities = json_object_get_object_member (root, "quantities");
  for (guint i = 0; i < rankle_model_get_n_columns (model); i++)
    {
      const char *column = rankle_model_get_column (model, i)->id;

      if (json_object_has_member (quantities, column))
        show (json_object_get_string_member_with_default (
            json_object_get_object_member (quantities, column), "unit", NULL));
    }
}

static void
read_columns (void)
{
  g_auto (GStrv) ids = rankle_catalog_list_models ();

  for (char **id = ids; *id != NULL; id++)
    {
      g_autoptr (RankleModel) model = rankle_catalog_load (*id, NULL);

      for (guint i = 0; i < rankle_model_get_n_columns (model); i++)
        show (rankle_model_get_column (model, i)->label);
      show_units (model, *id);
    }
}

static void
read_diagrams (void)
{
  g_auto (GStrv) names = rankle_catalog_list ("diagrams");

  for (char **name = names; *name != NULL; name++)
    {
      g_autoptr (GBytes) bytes = rankle_catalog_read ("diagrams", *name, NULL);
      g_autoptr (RankleDiagram) diagram = rankle_diagram_new_from_sbgn (
          g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes), *name, NULL);

      for (guint i = 0; i < rankle_diagram_get_n_levels (diagram); i++)
        show (rankle_diagram_get_level_name (diagram, i));
      for (guint i = 0; i < rankle_diagram_get_n_glyphs (diagram); i++)
        {
          show (rankle_diagram_get_glyph (diagram, i)->label);
          show (rankle_diagram_get_glyph (diagram, i)->note);
        }
    }
}

static void
test_none_is_missing (void)
{
  GHashTableIter iter;
  gpointer       text;

  g_assert_cmpuint (g_hash_table_size (shown), >, 20);
  g_hash_table_iter_init (&iter, shown);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    if (!g_strv_contains (rankle_bundled_words, text))
      {
        g_test_message ("missing: “%s”", (const char *)text);
        g_test_fail ();
      }
}

static void
test_none_is_stale (void)
{
  for (const char *const *word = rankle_bundled_words; *word != NULL; word++)
    if (!g_hash_table_contains (shown, *word))
      {
        g_test_message ("stale: “%s”", *word);
        g_test_fail ();
      }
}

static void
test_sorted (void)
{
  for (guint i = 1; rankle_bundled_words[i] != NULL; i++)
    g_assert_cmpstr (rankle_bundled_words[i - 1], <, rankle_bundled_words[i]);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  read_folder ("models");
  read_folder ("scenarios");
  read_folder ("evidence/arms");
  read_folder ("genes");
  read_folder ("regimens");
  read_folder ("topics");
  read_folder ("cards");
  read_folder ("lessons");
  read_folder ("help");
  read_columns ();
  read_diagrams ();
  g_test_add_func ("/bundled-words/none-is-missing", test_none_is_missing);
  g_test_add_func ("/bundled-words/none-is-stale", test_none_is_stale);
  g_test_add_func ("/bundled-words/sorted", test_sorted);
  status = g_test_run ();
  g_hash_table_unref (shown);
  return status;
}
