/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "rankle-json-private.h"

static const RankleJsonLimits limits = { .bytes = 65536, .depth = 8, .values = 2000 };

enum
{
  SYNTAX = 1,
  LIMIT,
  CONTENT
};

static const RankleJsonCodes codes = { SYNTAX, LIMIT, CONTENT };

static RankleJsonReader *
read_text (const char *text, gssize length)
{
  return rankle_json_reader_new (text, length, "x.json", &limits);
}

/* Nobody asks for its members: a fault of the text comes first. */
static void
check_refused (const char *text, gssize length, int code, const char *message)
{
  g_autoptr (RankleJsonReader) json = read_text (text, length);
  g_autoptr (GError) error = NULL;
  g_autofree char *expected = g_strconcat ("x.json", message, NULL);

  g_assert_false (rankle_json_is_sound (json));
  g_assert_false (rankle_json_reader_finish (json, g_quark_from_static_string ("test"),
                                             &codes, &error));
  g_assert_cmpstr (error->message, ==, expected);
  g_assert_cmpint (error->code, ==, code);
}

static const struct
{
  const char *text, *message;
} no_json[] = {
  { "{\"a\":1,}", ":1:8: “}” stands where a name in quotes should" },
  { "{\"a\":[1,]}", ":1:9: a: “]” stands where a value should" },
  { "{\"a\":[1 2]}", ":1:9: a: “2” stands where “,” or “]” should" },
  { "{\"a\":1 \"b\":2}", ":1:8: “\"” stands where “,” or “}” should" },
  { "{a:1}", ":1:2: “a” stands where a name in quotes should" },
  { "{'a':1}", ":1:2: “'” stands where a name in quotes should" },
  { "{\"a\" 1}", ":1:6: a: “1” stands where “:” should" },
  { "{\"a\"}", ":1:5: a: “}” stands where “:” should" },
  { "{\"a\":}", ":1:6: a: “}” stands where a value should" },
  { "{\"a\":1", ":1:7: the file ends in the middle" },
  { "{\"a\":", ":1:6: a: the file ends in the middle" },
  { "{\"a\"", ":1:5: a: the file ends in the middle" },
  { "{", ":1:2: the file ends in the middle" },
  { "{\"a", ":1:4: the text ends without a quote" },
  { "{\"a\":[", ":1:7: a: the file ends in the middle" },
  { "{\"a\":\"b}", ":1:9: a: the text ends without a quote" },
  { "{}x", ":1:3: more follows the JSON value" },
  { "{}\n\n{}", ":3:1: more follows the JSON value" },
  { "{} // end", ":1:4: more follows the JSON value" },
  { "{/* a */}", ":1:2: JSON has no comments" },
  { "{\n\"a\":\n# a\n1}", ":3:1: a: “#” stands where a value should" },
  { "{\"a\":\xc2\xa0 1}", ":1:6: a: U+00A0 stands where a value should" },
  { "{\"a\":\x1b}", ":1:6: a: U+001B stands where a value should" },
  { "{\"a\":1\f}", ":1:7: U+000C stands where “,” or “}” should" },
  { "{\"a\":\"\n\"}", ":1:7: a: U+000A must be written as \\u000a within a text" },
  { "{\"a\":\"\t\"}", ":1:7: a: U+0009 must be written as \\u0009 within a text" },
  { "{\"a\":\"\\u0000\"}", ":1:7: a: the control character U+0000 may not be in a text" },
  { "{\"a\":\"é\\u001b\"}",
    ":1:8: a: the control character U+001B may not be in a text" },
  { "{\"a\":\"\\b\"}", ":1:7: a: the control character U+0008 may not be in a text" },
  { "{\"a\":\"\x7f\"}", ":1:7: a: the control character U+007F may not be in a text" },
  { "{\"a\":\"\xc2\x9b\"}",
    ":1:7: a: the control character U+009B may not be in a text" },
  { "{\"a\":\"\\x41\"}", ":1:7: a: “\\” begins nothing that JSON knows" },
  { "{\"a\":\"\\333\"}", ":1:7: a: “\\” begins nothing that JSON knows" },
  { "{\"a\":\"\\u12g4\"}", ":1:7: a: “\\” begins nothing that JSON knows" },
  { "{\"a\":\"\\u12", ":1:7: a: “\\” begins nothing that JSON knows" },
  { "{\"a\":\"\\", ":1:7: a: “\\” begins nothing that JSON knows" },
  { "{\"a\":\"\\ud800\"}", ":1:7: a: “\\” begins nothing that JSON knows" },
  { "{\"a\":\"\\ud800\\u0041\"}", ":1:7: a: “\\” begins nothing that JSON knows" },
  { "{\"a\":\"\\udc00\"}", ":1:7: a: “\\” begins nothing that JSON knows" },
  { "{\"a\":\n\"\xff\"}", ":2:2: not UTF-8 text" },
  { "{\"a\":\"\xed\xa0\x80\"}", ":1:7: not UTF-8 text" },
  { "{\"a\":\"\xc0\x80\"}", ":1:7: not UTF-8 text" },
};

static void
test_no_json (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (no_json); i++)
    check_refused (no_json[i].text, -1, SYNTAX, no_json[i].message);
  check_refused ("{\"a\":\"\0\"}", 9, SYNTAX, ":1:7: a byte of 0 may not be in a text");
}

/* What stands for a number, or a word, in other languages. */
static void
test_no_number (void)
{
  static const char *const words[] = {
    "010", "-01",      "00",   "+1",  "1.",   ".5",    "-",    "-.5",   "1.e5",
    "1e",  "1e+",      "0x10", "1_0", "1e5.", "1.5.2", "--1",  "1-1",   "1f",
    "NaN", "Infinity", "inf",  "nan", "True", "NULL",  "nul",  "truer", "-Infinity",
    "0b1", "0o7",      "1e1e", "1E-", "0e",   "1d5",   "-NaN", "١",
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"a\":[0,%s]}", words[i]);
      g_autofree char *message =
          (guchar)*words[i] < 0x80
              ? g_strdup_printf (
                    ":1:9: a: “%s” is no number of JSON, nor true, false or null",
                    words[i])
              : g_strdup (":1:9: a: “١” stands where a value should");

      check_refused (text, -1, SYNTAX, message);
    }
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *text;
    double      value;
  } rows[] = {
    { "0", 0 },
    { "-0", 0 },
    { "0.0e-999", 0 },
    { "10", 10 },
    { "-1.5e+2", -150 },
    { "1E3", 1000 },
    { "0.1", 0.1 },
    { "99999999999999999999", 1e20 },
    { "9223372036854775808", 9223372036854775808.0 },
    { "9007199254740993", 9007199254740992.0 },
    { "-18446744073709551616", -18446744073709551616.0 },
    { "1.7976931348623157e308", 1.7976931348623157e308 },
    { "5e-324", 5e-324 },
    { "0.30000000000000004", 0.30000000000000004 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"a\":%s}", rows[i].text);
      g_autoptr (RankleJsonReader) json = read_text (text, -1);
      double value = rankle_json_get_number (json, "a", -INFINITY, INFINITY);

      g_test_message ("%s", rows[i].text);
      g_assert_true (rankle_json_reader_finish (json, 1, &codes, NULL));
      g_assert_false (value < rows[i].value || value > rows[i].value);
    }
}

static void
test_no_double (void)
{
  static const char *const words[] = { "1e309", "-1e309", "1e99999", "1e-400",
                                       "0.00001e-400" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"a\":%s}", words[i]);

      check_refused (text, -1, CONTENT, ":1:6: a: the number is out of range");
    }
}

static void
test_twice (void)
{
  check_refused ("{\"a\":{\"b\":1,\n\"b\":1}}", -1, CONTENT, ":2:1: a.b: is there twice");
  check_refused ("{\"a\":1,\"\\u0061\":2}", -1, CONTENT, ":1:8: a: is there twice");
}

static void
test_texts (void)
{
  g_autoptr (RankleJsonReader) json =
      read_text ("\xef\xbb\xbf {\"a\":\"\\\"\\\\\\/\\n\\r\\t\\u00e9\\ud83e\\uddb4\","
                 "\"\\u0062\":\"é\", \"c\" : \"\"}\r\n",
                 -1);

  g_assert_cmpstr (rankle_json_get_text (json, "a"), ==, "\"\\/\n\r\té🦴");
  g_assert_cmpstr (rankle_json_get_text (json, "b"), ==, "é");
  g_assert_cmpstr (rankle_json_get_text_or (json, "c", "x"), ==, "");
  g_assert_true (rankle_json_reader_finish (json, 1, &codes, NULL));
}

static void
test_limits (void)
{
  g_autofree char *large = g_strnfill (70000, ' ');
  GString         *many = g_string_new ("{\"a\":[");

  check_refused (large, -1, LIMIT, ": larger than 65536 bytes");
  check_refused ("{\"a\":[[[[[[[[", -1, LIMIT,
                 ":1:13: a[0][0][0][0][0][0]: nested deeper than 8");
  for (guint i = 0; i < 1998; i++)
    g_string_append (many, "0,\n");
  g_string_append (many, "0]}");
  check_refused (many->str, -1, LIMIT, ":1999:1: a: there are more than 2000 values");
  g_string_free (many, TRUE);
}

/* ---- against json-glib ---- */

static guint compare (const RankleJsonReader *json, guint at, JsonNode *node);

static guint
compare_children (const RankleJsonReader *json, guint at, JsonNode *node)
{
  gboolean   is_object = JSON_NODE_HOLDS_OBJECT (node);
  JsonArray *list = is_object ? NULL : json_node_get_array (node);
  guint      n = 0, index = 0;

  for (guint child = _rankle_json_node (json, at)->first; child != 0;
       child = _rankle_json_node (json, child)->next)
    n += compare (json, child,
                  is_object
                      ? json_object_get_member (json_node_get_object (node),
                                                _rankle_json_node (json, child)->name)
                      : json_array_get_element (list, index++));
  g_assert_cmpuint (_rankle_json_node (json, at)->count, ==,
                    is_object ? json_object_get_size (json_node_get_object (node))
                              : json_array_get_length (list));
  return n;
}

/* How many values were the same, which all are. Beyond 64 bits json-glib is wrong. */
static guint
compare (const RankleJsonReader *json, guint at, JsonNode *node)
{
  const RankleJsonNode *own = _rankle_json_node (json, at);

  g_assert_nonnull (node);
  switch (own->kind)
    {
    case RANKLE_JSON_NULL:
      g_assert_true (JSON_NODE_HOLDS_NULL (node));
      return 1;
    case RANKLE_JSON_BOOLEAN:
      g_assert_cmpint (json_node_get_boolean (node), ==, own->number > 0);
      return 1;
    case RANKLE_JSON_NUMBER:
      if (fabs (own->number) < 9e18)
        g_assert_cmpfloat (json_node_get_double (node), ==, own->number);
      return 1;
    case RANKLE_JSON_TEXT:
      g_assert_cmpstr (json_node_get_string (node), ==, own->text);
      return 1;
    case RANKLE_JSON_LIST:
      g_assert_true (JSON_NODE_HOLDS_ARRAY (node));
      break;
    case RANKLE_JSON_OBJECT:
      g_assert_true (JSON_NODE_HOLDS_OBJECT (node));
      break;
    default:
      g_assert_not_reached ();
    }
  return 1 + compare_children (json, at, node);
}

/* 0: ours refuses it */
static guint
compare_readers (const char *text, gssize length)
{
  g_autoptr (RankleJsonReader) json = read_text (text, length);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  if (!rankle_json_is_sound (json))
    return 0;
  json_parser_load_from_data (parser, text, length, &error);
  g_assert_no_error (error);
  return compare (json, 0, json_parser_get_root (parser));
}

static const char sample[] =
    "{ \"id\" : \"a b\", \"e\" : [], \"o\" : {},\n \"numbers\" : [0, -1.25e-3, 7E+2, 12],"
    " \"list\" : [{\"a\" : true}, null, false, [\"\\u00e9\", \"\\\\\\n\"]] }";

static void
test_same_as_json_glib (void)
{
  g_assert_cmpuint (compare_readers (sample, -1), ==, 17);
}

/* What ours takes json-glib takes, and reads the same. */
static void
test_mutations (void)
{
  static const char letters[] = "{}[]\",:\\0123456789.eE+-tfnu /ab\n";
  guint             taken = 0;

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *text = g_strdup (sample);

      for (int n = g_test_rand_int_range (1, 3); n > 0; n--)
        text[g_test_rand_int_range (0, (gint32)strlen (sample))] =
            letters[g_test_rand_int_range (0, (gint32)strlen (letters))];
      taken += compare_readers (text, -1) > 0;
    }
  g_assert_cmpuint (taken, >, 1000);
  g_assert_cmpuint (taken, <, 19000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-grammar/no-json", test_no_json);
  g_test_add_func ("/json-grammar/no-number", test_no_number);
  g_test_add_func ("/json-grammar/numbers", test_numbers);
  g_test_add_func ("/json-grammar/no-double", test_no_double);
  g_test_add_func ("/json-grammar/twice", test_twice);
  g_test_add_func ("/json-grammar/texts", test_texts);
  g_test_add_func ("/json-grammar/limits", test_limits);
  g_test_add_func ("/json-grammar/same-as-json-glib", test_same_as_json_glib);
  g_test_add_func ("/json-grammar/mutations", test_mutations);
  return g_test_run ();
}
