/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <json-glib/json-glib.h>
#include <math.h>

#include "rankle-json-reader.h"
#include "rankle-json-writer.h"

static const RankleJsonLimits limits = { .bytes = 65536, .depth = 8, .values = 2000 };
static const RankleJsonCodes  codes = { 1, 2, 3 };

static void
test_form (void)
{
  RankleJsonWriter *json = rankle_json_writer_new ();
  g_autofree char  *text = NULL;

  rankle_json_write_object (json, NULL);
  rankle_json_write_integer (json, "z", 1);
  rankle_json_write_text (json, "a", "\"é\\\n\t\r/");
  rankle_json_write_object (json, "empty");
  rankle_json_write_end (json);
  rankle_json_write_list (json, "list");
  rankle_json_write_number (json, NULL, 2);
  rankle_json_write_boolean (json, NULL, FALSE);
  rankle_json_write_text (json, NULL, NULL);
  rankle_json_write_list (json, NULL);
  rankle_json_write_end (json);
  rankle_json_write_end (json);
  rankle_json_write_end (json);
  text = rankle_json_writer_finish (json);
  g_assert_cmpstr (text, ==,
                   "{\n"
                   "  \"z\" : 1,\n"
                   "  \"a\" : \"\\\"é\\\\\\n\\t\\r/\",\n"
                   "  \"empty\" : {},\n"
                   "  \"list\" : [\n"
                   "    2.0,\n"
                   "    false,\n"
                   "    null,\n"
                   "    []\n"
                   "  ]\n"
                   "}\n");
}

static void
test_numbers (void)
{
  static const struct
  {
    double      value;
    const char *text;
  } rows[] = {
    { 0.1, "0.1" },       { -0.0, "-0.0" },
    { 1e-8, "1e-08" },    { 3e18, "3e+18" },
    { 100, "100.0" },     { 1.0 / 3, "0.3333333333333333" },
    { 0.3, "0.3" },       { 0.1 + 0.2, "0.30000000000000004" },
    { 5e-324, "5e-324" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RankleJsonWriter *json = rankle_json_writer_new ();
      g_autofree char  *expected = g_strconcat (rows[i].text, "\n", NULL);
      g_autofree char  *text = NULL;

      rankle_json_write_number (json, NULL, rows[i].value);
      text = rankle_json_writer_finish (json);
      g_assert_cmpstr (text, ==, expected);
    }
}

static char *
write_one (double number, const char *words)
{
  RankleJsonWriter *json = rankle_json_writer_new ();

  rankle_json_write_object (json, NULL);
  rankle_json_write_number (json, "n", number);
  rankle_json_write_text (json, "t", words);
  rankle_json_write_end (json);
  return rankle_json_writer_finish (json);
}

/* Both readers see the number that was written, to the last bit. */
static void
test_round_trip (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      double number =
          ldexp (g_test_rand_double_range (-1, 1), g_test_rand_int_range (-1000, 1000));
      g_autofree char *text = write_one (number, "a");
      g_autoptr (RankleJsonReader) json =
          rankle_json_reader_new (text, -1, "x.json", &limits);
      g_autoptr (JsonParser) parser = json_parser_new ();

      g_assert_cmpfloat (rankle_json_get_number (json, "n", -INFINITY, INFINITY), ==,
                         number);
      g_assert_true (json_parser_load_from_data (parser, text, -1, NULL));
      g_assert_cmpfloat (json_object_get_double_member (
                             json_node_get_object (json_parser_get_root (parser)), "n"),
                         ==, number);
    }
}

/* What was pasted into a note is written so that it can be read again. */
static void
test_control_characters (void)
{
  g_autofree char *text = write_one (1, "a\x1b[31m\x7f\xc2\x9b\fz");
  g_autoptr (RankleJsonReader) json =
      rankle_json_reader_new (text, -1, "x.json", &limits);

  rankle_json_get_number (json, "n", 1, 1);
  g_assert_cmpstr (rankle_json_get_text (json, "t"), ==, "a [31m   z");
  g_assert_true (rankle_json_reader_finish (json, 1, &codes, NULL));
}

static void
test_no_number (void)
{
  if (g_test_subprocess ())
    {
      g_autofree char *text = write_one (NAN, "");

      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*isfinite (number)*");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-writer/form", test_form);
  g_test_add_func ("/json-writer/numbers", test_numbers);
  g_test_add_func ("/json-writer/round-trip", test_round_trip);
  g_test_add_func ("/json-writer/control-characters", test_control_characters);
  g_test_add_func ("/json-writer/no-number", test_no_number);
  return g_test_run ();
}
