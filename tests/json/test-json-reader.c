/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <math.h>

#include "rankle-json-reader.h"

static const RankleJsonLimits limits = { .bytes = 65536, .depth = 8, .values = 2000 };
static const RankleJsonCodes  codes = { 1, 2, 3 };

static const char *const words[] = { "dose", "infusion", NULL };

static RankleJsonReader *
read_text (const char *text)
{
  return rankle_json_reader_new (text, -1, "x.json", &limits);
}

static void
assert_fault (RankleJsonReader *json, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *expected = g_strconcat ("x.json", message, NULL);

  g_assert_false (rankle_json_reader_finish (json, g_quark_from_static_string ("test"),
                                             &codes, &error));
  g_assert_cmpstr (error->message, ==, expected);
  g_assert_error (error, g_quark_from_static_string ("test"), 3);
}

static void
test_values (void)
{
  g_autoptr (RankleJsonReader) json =
      read_text ("{\"n\":2.5,\"i\":9007199254740992,\"t\":\"x\",\"b\":true,"
                 "\"kind\":\"infusion\",\"schema\":2}");
  g_autoptr (GError) error = NULL;

  g_assert_cmpfloat (rankle_json_get_number (json, "n", 2.5, 2.5), ==, 2.5);
  g_assert_cmpfloat (rankle_json_get_number_or (json, "m", 7, 0, 1), ==, 7);
  g_assert_cmpint (rankle_json_get_integer (json, "i", 0, (gint64)1 << 53), ==,
                   (gint64)1 << 53);
  g_assert_cmpint (rankle_json_get_integer_or (json, "j", -3, 0, 5), ==, -3);
  g_assert_cmpstr (rankle_json_get_text (json, "t"), ==, "x");
  g_assert_null (rankle_json_get_text_or (json, "u", NULL));
  g_assert_true (rankle_json_get_boolean_or (json, "b", FALSE));
  g_assert_true (rankle_json_get_boolean_or (json, "c", TRUE));
  g_assert_cmpuint (rankle_json_get_choice (json, "kind", words), ==, 1);
  g_assert_cmpuint (rankle_json_get_choice_or (json, "other", words, 9), ==, 9);
  g_assert_cmpuint (rankle_json_get_schema (json, 2), ==, 2);
  g_assert_true (rankle_json_reader_finish (json, 1, &codes, &error));
  g_assert_no_error (error);
}

static void
read_number (RankleJsonReader *json)
{
  rankle_json_get_number (json, "a", -INFINITY, INFINITY);
}

static void
read_share (RankleJsonReader *json)
{
  rankle_json_get_number_or (json, "a", 0, 0.5, 1);
}

static void
read_above_0 (RankleJsonReader *json)
{
  rankle_json_get_number (json, "a", RANKLE_JSON_ABOVE_0, INFINITY);
}

static void
read_at_least_2 (RankleJsonReader *json)
{
  rankle_json_get_number (json, "a", 2, INFINITY);
}

static void
read_at_most_2 (RankleJsonReader *json)
{
  rankle_json_get_number (json, "a", -INFINITY, 2);
}

static void
read_integer (RankleJsonReader *json)
{
  rankle_json_get_integer (json, "a", 0, 40);
}

static void
read_any_integer (RankleJsonReader *json)
{
  rankle_json_get_integer (json, "a", -((gint64)1 << 53), (gint64)1 << 53);
}

static void
read_some_text (RankleJsonReader *json)
{
  rankle_json_get_text (json, "a");
}

static void
read_boolean (RankleJsonReader *json)
{
  rankle_json_get_boolean_or (json, "a", FALSE);
}

static void
read_choice (RankleJsonReader *json)
{
  rankle_json_get_choice (json, "a", words);
}

static void
read_object (RankleJsonReader *json)
{
  rankle_json_require (json, "a");
  if (rankle_json_open_object (json, "a"))
    rankle_json_close (json);
}

static void
read_list (RankleJsonReader *json)
{
  if (rankle_json_open_list (json, "a"))
    rankle_json_close (json);
}

static void
read_schema (RankleJsonReader *json)
{
  rankle_json_get_schema (json, 2);
}

/* A list of objects with a list of numbers each. */
static void
read_deep (RankleJsonReader *json)
{
  if (!rankle_json_open_list (json, "a"))
    return;
  while (rankle_json_next (json))
    if (rankle_json_open_object (json, NULL))
      {
        if (rankle_json_open_list (json, "b"))
          {
            while (rankle_json_next (json))
              rankle_json_get_number (json, NULL, 0, INFINITY);
            rankle_json_close (json);
          }
        rankle_json_close (json);
      }
  rankle_json_close (json);
}

static void
read_names (RankleJsonReader *json)
{
  if (!rankle_json_open_object (json, "a"))
    return;
  while (rankle_json_next (json))
    rankle_json_get_number (json, NULL, 0, INFINITY);
  rankle_json_close (json);
}

static const struct
{
  const char *text;
  void (*read) (RankleJsonReader *json);
  const char *message;
} faults[] = {
  { "{}", read_number, ":1: a: is missing" },
  { "{\n\"a\":null}", read_number, ":2: a: must be a number" },
  { "{\"a\":\"1\"}", read_number, ":1: a: must be a number" },
  { "{\"a\":true}", read_number, ":1: a: must be a number" },
  { "{\"a\":0.25}", read_share, ":1: a: must be from 0.5 to 1" },
  { "{\"a\":0}", read_above_0, ":1: a: must be above 0" },
  { "{\"a\":1}", read_at_least_2, ":1: a: must be at least 2" },
  { "{\"a\":3}", read_at_most_2, ":1: a: must be at most 2" },
  { "{\"a\":2.5}", read_integer, ":1: a: must be a whole number" },
  { "{\"a\":41}", read_integer, ":1: a: must be from 0 to 40" },
  { "{\"a\":-1}", read_integer, ":1: a: must be from 0 to 40" },
  { "{}", read_integer, ":1: a: is missing" },
  { "{\"a\":9007199254740994}", read_any_integer,
    ":1: a: must be from -9007199254740992 to 9007199254740992" },
  { "{\"a\":1}", read_some_text, ":1: a: must be a text" },
  { "{\"a\":\"\"}", read_some_text, ":1: a: is empty" },
  { "{\"a\":0}", read_boolean, ":1: a: must be true or false" },
  { "{\"a\":\"Dose\"}", read_choice, ":1: a: must be dose or infusion, not “Dose”" },
  { "{}", read_choice, ":1: a: is missing" },
  { "{}", read_object, ":1: a: is missing" },
  { "{\"a\":[]}", read_object, ":1: a: must be an object" },
  { "{\"a\":{}}", read_list, ":1: a: must be a list" },
  { "{\"schema\":3}", read_schema, ":1: schema: schema 3 is not known here; 1 to 2 are" },
  { "{\"schema\":1.5}", read_schema,
    ":1: schema: schema 1.5 is not known here; 1 to 2 are" },
  { "{\"schema\":0}", read_schema, ":1: schema: schema 0 is not known here; 1 to 2 are" },
  { "{}", read_schema, ":1: schema: is missing" },
  { "{\"a\":[{},{\"b\":[]},\n{\"b\":[1,\n-1]}]}", read_deep,
    ":3: a[2].b[1]: cannot be negative" },
  { "{\"a\":[{\"b\":[1]},\n{\"c\":1}]}", read_deep, ":2: a[1]: unknown member “c”" },
  { "{\"a\":{\"b c\":-1}}", read_names, ":1: a[\"b c\"]: cannot be negative" },
  { "{\"a\":{\"é\\n\\u202e.\":-1}}", read_names,
    ":1: a[\"é \xe2\x80\xae.\"]: cannot be negative" },
  { "{\"a\":1,\n\"b\":1,\"c\":2}", read_number, ":2: unknown members “b”, “c”" },
  { "{\"a\":1,\"b\":1,\"c\":2,\"d\":3,\"e\":4,\"f\":5,\"g\":6,\"h\":7}", read_number,
    ":1: unknown members “b”, “c”, “d”, “e”, “f”, …" },
};

static void
test_faults (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (RankleJsonReader) json = read_text (faults[i].text);

      g_test_message ("%s", faults[i].text);
      faults[i].read (json);
      assert_fault (json, faults[i].message);
    }
}

/* A name of 60 000 letters does not fill the screen. */
static void
test_long_names (void)
{
  g_autofree char *name = g_strnfill (60000, 'n');
  g_autofree char *member = g_strdup_printf ("{\"a\":{\"%s\":-1}}", name);
  g_autofree char *unknown = g_strdup_printf ("{\"%s\":-1}", name);
  g_autoptr (RankleJsonReader) first = read_text (member);
  g_autoptr (RankleJsonReader) second = read_text (unknown);
  g_autofree char *expected =
      g_strdup_printf (":1: a[\"%.60s…\"]: cannot be negative", name);
  g_autofree char *listed = g_strdup_printf (":1: unknown member “%.60s…”", name);

  read_names (first);
  assert_fault (first, expected);
  assert_fault (second, listed);
}

/* What comes after the first fault has the default, and does not replace it. */
static void
test_first_fault_stays (void)
{
  g_autoptr (RankleJsonReader) json = read_text (
      "{\"a\":\"x\",\"b\":5,\"c\":\"t\",\"d\":[1],\"e\":{\"f\":1},\"g\":true}");

  g_assert_true (rankle_json_has (json, "b"));
  rankle_json_get_number (json, "a", 0, 1);
  g_assert_false (rankle_json_is_sound (json));
  g_assert_cmpfloat (rankle_json_get_number (json, "b", 7, 9), ==, 7);
  g_assert_cmpfloat (rankle_json_get_number_or (json, "b", 3, 0, 9), ==, 3);
  g_assert_cmpint (rankle_json_get_integer (json, "b", 2, 9), ==, 2);
  g_assert_cmpstr (rankle_json_get_text (json, "c"), ==, "");
  g_assert_false (rankle_json_get_boolean_or (json, "g", FALSE));
  g_assert_false (rankle_json_open_list (json, "d"));
  g_assert_false (rankle_json_open_object (json, "e"));
  g_assert_false (rankle_json_has (json, "b"));
  g_assert_cmpuint (rankle_json_count (json), ==, 0);
  rankle_json_fail (json, "b", "another");
  assert_fault (json, ":1: a: must be a number");
}

static void
test_own_faults (void)
{
  g_autoptr (RankleJsonReader) there = read_text ("{\n\"a\":{\n\"b\":1}}");
  g_autoptr (RankleJsonReader) not_there = read_text ("{\n\"a\":1}");

  rankle_json_open_object (there, "a");
  rankle_json_fail (there, "b", "no parameter is called %s", "b");
  rankle_json_close (there);
  assert_fault (there, ":3: a.b: no parameter is called b");
  rankle_json_fail (not_there, "b", "should be there");
  assert_fault (not_there, ":1: b: should be there");
}

/* Of a list, and twice over. */
static void
test_next (void)
{
  g_autoptr (RankleJsonReader) json = read_text ("{\"a\":[1,2,3],\"b\":{\"x\":4}}");
  double sum = 0;

  g_assert_true (rankle_json_open_list (json, "a"));
  g_assert_cmpuint (rankle_json_count (json), ==, 3);
  for (guint i = 0; i < 2; i++)
    while (rankle_json_next (json))
      sum += rankle_json_get_number (json, NULL, 0, 9);
  rankle_json_close (json);
  g_assert_false (rankle_json_is_object (json, "a"));
  g_assert_true (rankle_json_is_object (json, "b"));
  g_assert_true (rankle_json_open_object (json, "b"));
  g_assert_true (rankle_json_next (json));
  g_assert_cmpstr (rankle_json_get_name (json), ==, "x");
  sum += rankle_json_get_number (json, NULL, 0, 9);
  g_assert_false (rankle_json_next (json));
  rankle_json_close (json);
  g_assert_cmpfloat (sum, ==, 16);
  g_assert_true (rankle_json_reader_finish (json, 1, &codes, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-reader/values", test_values);
  g_test_add_func ("/json-reader/faults", test_faults);
  g_test_add_func ("/json-reader/long-names", test_long_names);
  g_test_add_func ("/json-reader/first-fault-stays", test_first_fault_stays);
  g_test_add_func ("/json-reader/own-faults", test_own_faults);
  g_test_add_func ("/json-reader/next", test_next);
  return g_test_run ();
}
