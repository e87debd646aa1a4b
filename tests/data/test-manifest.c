/* SPDX-FileCopyrightText: The Rankle authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Flatpak manifest asks for no more than was agreed, builds from pinned sources only,
 * and agrees with meson.build (whose id and version come in by the compiler's arguments).
 */

#include <json-glib/json-glib.h>

static JsonParser *parser;

static JsonObject *
manifest (void)
{
  return json_node_get_object (json_parser_get_root (parser));
}

static const char *
text (JsonObject *object, const char *member)
{
  return json_object_get_string_member_with_default (object, member, NULL);
}

static JsonArray *
modules (void)
{
  return json_object_get_array_member (manifest (), "modules");
}

static JsonObject *
app_module (void)
{
  return json_array_get_object_element (modules (),
                                        json_array_get_length (modules ()) - 1);
}

static void
test_identity (void)
{
  g_assert_cmpstr (text (manifest (), "id"), ==, EXPECTED_ID);
  g_assert_cmpstr (text (manifest (), "command"), ==, "rankle");
  g_assert_cmpstr (text (manifest (), "runtime"), ==, "org.gnome.Platform");
  g_assert_cmpstr (text (manifest (), "sdk"), ==, "org.gnome.Sdk");
  g_assert_true (g_regex_match_simple ("^[1-9][0-9]+$",
                                       text (manifest (), "runtime-version"), 0, 0));
  g_assert_false (json_object_has_member (manifest (), "branch"));
  g_assert_false (json_object_has_member (manifest (), "default-branch"));
}

static void
test_permissions (void)
{
  const char *agreed[] = { "--share=ipc", "--socket=wayland", "--socket=fallback-x11",
                           "--device=dri" };
  JsonArray  *asked = json_object_get_array_member (manifest (), "finish-args");

  g_assert_cmpuint (json_array_get_length (asked), ==, G_N_ELEMENTS (agreed));
  for (guint i = 0; i < G_N_ELEMENTS (agreed); i++)
    g_assert_cmpstr (json_array_get_string_element (asked, i), ==, agreed[i]);
}

static void
check_pinned (JsonObject *source)
{
  g_assert_cmpstr (text (source, "type"), ==, "git");
  g_assert_true (g_str_has_prefix (text (source, "url"), "https://"));
  g_assert_true (g_regex_match_simple ("^[0-9a-f]{40}$", text (source, "commit"), 0, 0));
  g_assert_false (json_object_has_member (source, "branch"));
}

/* To move a pin is a decision: it is written down twice. */
static void
test_sources (void)
{
  static const struct
  {
    const char *module, *url, *tag, *commit;
  } pins[] = {
    { "sundials", "https://github.com/LLNL/sundials.git", "v7.1.1",
      "c28eaa3764a03705d61decb6025b409360e9d53f" },
    { "libsbml", "https://github.com/sbmlteam/libsbml.git", "v5.20.4",
      "eb2ded9ef39d2e810bab4041e6ef5e21be076362" },
  };

  g_assert_cmpuint (json_array_get_length (modules ()), ==, G_N_ELEMENTS (pins) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (pins); i++)
    {
      JsonObject *module = json_array_get_object_element (modules (), i);
      JsonArray  *sources = json_object_get_array_member (module, "sources");
      JsonObject *source = json_array_get_object_element (sources, 0);

      g_assert_cmpstr (text (module, "name"), ==, pins[i].module);
      g_assert_cmpstr (text (module, "buildsystem"), ==, "cmake-ninja");
      g_assert_cmpuint (json_array_get_length (sources), ==, 1);
      check_pinned (source);
      g_assert_cmpstr (text (source, "url"), ==, pins[i].url);
      g_assert_cmpstr (text (source, "tag"), ==, pins[i].tag);
      g_assert_cmpstr (text (source, "commit"), ==, pins[i].commit);
    }
}

static void
test_app_comes_last (void)
{
  JsonArray  *sources = json_object_get_array_member (app_module (), "sources");
  JsonObject *source = json_array_get_object_element (sources, 0);

  g_assert_cmpstr (text (app_module (), "name"), ==, "rankle");
  g_assert_cmpstr (text (app_module (), "buildsystem"), ==, "meson");
  g_assert_true (json_object_get_boolean_member (app_module (), "run-tests"));
  g_assert_cmpuint (json_array_get_length (sources), ==, 1);
  g_assert_cmpstr (text (source, "type"), ==, "dir");
  g_assert_cmpstr (text (source, "path"), ==, "..");
}

static void
assert_no_network (JsonArray *array, guint index, JsonNode *element, gpointer data)
{
  g_assert_null (strstr (json_node_get_string (element), "network"));
}

static void
test_no_build_step_has_network (void)
{
  g_autoptr (JsonNode) found =
      json_path_query ("$..build-args[*]", json_parser_get_root (parser), NULL);

  g_assert_nonnull (found);
  json_array_foreach_element (json_node_get_array (found), assert_no_network, NULL);
}

static void
test_metainfo_tells_the_version (void)
{
  g_autofree char *contents = NULL;
  g_autofree char *release =
      g_strdup_printf ("<release version=\"%s\" date=\"", EXPECTED_VERSION);
  g_autofree char *id = g_strdup_printf ("<id>%s</id>", EXPECTED_ID);
  const char      *first;

  g_assert_true (g_file_get_contents (METAINFO, &contents, NULL, NULL));
  g_assert_nonnull (strstr (contents, id));
  first = strstr (contents, "<release version=");
  g_assert_nonnull (first);
  g_assert_true (g_str_has_prefix (first, release));
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  parser = json_parser_new ();
  json_parser_load_from_file (parser, MANIFEST, &error);
  g_assert_no_error (error);

  g_test_add_func ("/manifest/identity", test_identity);
  g_test_add_func ("/manifest/permissions", test_permissions);
  g_test_add_func ("/manifest/sources", test_sources);
  g_test_add_func ("/manifest/app-comes-last", test_app_comes_last);
  g_test_add_func ("/manifest/no-build-step-has-network", test_no_build_step_has_network);
  g_test_add_func ("/manifest/metainfo-tells-the-version",
                   test_metainfo_tells_the_version);
  status = g_test_run ();
  g_clear_object (&parser);
  return status;
}
