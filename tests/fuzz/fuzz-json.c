/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Any text as JSON. What our reader takes json-glib takes, too; it is written again and
 * read again, which must change nothing. */

#include <json-glib/json-glib.h>

#include "fuzz-target.h"
#include "rankle-json-private.h"
#include "rankle-json-writer.h"

static const RankleJsonLimits limits = { .bytes = 65536, .depth = 8, .values = 5000 };

static void write_node (RankleJsonWriter *out, const RankleJsonReader *json, guint at);

static void
write_children (RankleJsonWriter *out, const RankleJsonReader *json, guint at)
{
  for (guint child = _rankle_json_node (json, at)->first; child != 0;
       child = _rankle_json_node (json, child)->next)
    write_node (out, json, child);
  rankle_json_write_end (out);
}

static void
write_node (RankleJsonWriter *out, const RankleJsonReader *json, guint at)
{
  const RankleJsonNode *node = _rankle_json_node (json, at);

  switch (node->kind)
    {
    case RANKLE_JSON_NULL:
      rankle_json_write_null (out, node->name);
      break;
    case RANKLE_JSON_BOOLEAN:
      rankle_json_write_boolean (out, node->name, node->number > 0);
      break;
    case RANKLE_JSON_NUMBER:
      rankle_json_write_number (out, node->name, node->number);
      break;
    case RANKLE_JSON_TEXT:
      rankle_json_write_text (out, node->name, node->text);
      break;
    case RANKLE_JSON_LIST:
      rankle_json_write_list (out, node->name);
      write_children (out, json, at);
      break;
    case RANKLE_JSON_OBJECT:
      rankle_json_write_object (out, node->name);
      write_children (out, json, at);
      break;
    default:
      g_assert_not_reached ();
    }
}

static char *
write_all (const RankleJsonReader *json)
{
  RankleJsonWriter *out = rankle_json_writer_new ();

  write_node (out, json, 0);
  return rankle_json_writer_finish (out);
}

/* Which does not know the mark of the byte order. */
static void
check_second_opinion (const char *text, gsize size)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  if (size > 0 && (guchar)text[0] == 0xef)
    return;
  json_parser_load_from_data (parser, text, (gssize)size, &error);
  g_assert_no_error (error);
}

/* What is indented may be longer than what was read. */
static void
check_round_trip (const RankleJsonReader *json)
{
  static const RankleJsonLimits wide = { .bytes = 1 << 22, .depth = 8, .values = 5000 };
  g_autofree char              *once = write_all (json);
  g_autoptr (RankleJsonReader) again = rankle_json_reader_new (once, -1, "y", &wide);
  g_autofree char *twice = NULL;

  g_assert_true (rankle_json_is_sound (again));
  twice = write_all (again);
  g_assert_cmpstr (once, ==, twice);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (RankleJsonReader) json =
      rankle_json_reader_new ((const char *)data, (gssize)size, "x", &limits);

  if (!rankle_json_is_sound (json))
    return 0;
  check_second_opinion ((const char *)data, size);
  check_round_trip (json);
  return 0;
}
