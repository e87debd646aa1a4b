/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rankle-json-writer.h"

#include <math.h>
#include <string.h>

#include "rankle-json-private.h"
#include "rankle-number.h"

struct _RankleJsonWriter
{
  GString *text;
  char     ends[RANKLE_JSON_DEPTH_MAX]; /* what closes each that is open */
  guint    depth;
  gboolean is_first; /* nothing yet stands in what is open */
};

RankleJsonWriter *
rankle_json_writer_new (void)
{
  RankleJsonWriter *writer = g_new0 (RankleJsonWriter, 1);

  writer->text = g_string_new (NULL);
  writer->is_first = TRUE;
  return writer;
}

char *
rankle_json_writer_finish (RankleJsonWriter *writer)
{
  GString *text = writer->text;

  g_assert (writer->depth == 0 && text->len > 0);
  g_free (writer);
  g_string_append_c (text, '\n');
  return g_string_free (text, FALSE);
}

static void
break_line (RankleJsonWriter *writer)
{
  g_string_append_printf (writer->text, "\n%*s", 2 * (int)writer->depth, "");
}

gboolean
rankle_json_can_hold (gunichar character)
{
  return _rankle_json_can_show (character);
}

/* What has to be escaped, and no more: the file is UTF-8. */
static void
append_text (GString *out, const char *text)
{
  static const char letters[] = "\"\\\n\r\t";
  static const char escapes[] = "\"\\nrt";

  g_assert (g_utf8_validate (text, -1, NULL));
  g_string_append_c (out, '"');
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar    character = g_utf8_get_char (at);
      const char *found = strchr (letters, *at);

      if (found != NULL)
        g_string_append_printf (out, "\\%c", escapes[found - letters]);
      else
        g_string_append_unichar (out,
                                 _rankle_json_can_show (character) ? character : ' ');
    }
  g_string_append_c (out, '"');
}

/* All that stands before a value. */
static void
begin (RankleJsonWriter *writer, const char *member)
{
  gboolean in_object = writer->depth > 0 && writer->ends[writer->depth - 1] == '}';

  g_assert (in_object == (member != NULL));
  g_assert (writer->depth > 0 || writer->text->len == 0);
  if (!writer->is_first)
    g_string_append_c (writer->text, ',');
  if (writer->depth > 0)
    break_line (writer);
  writer->is_first = FALSE;
  if (member == NULL)
    return;
  append_text (writer->text, member);
  g_string_append (writer->text, " : ");
}

static void
open (RankleJsonWriter *writer, const char *member, char start, char end)
{
  g_assert (writer->depth < G_N_ELEMENTS (writer->ends));
  begin (writer, member);
  g_string_append_c (writer->text, start);
  writer->ends[writer->depth++] = end;
  writer->is_first = TRUE;
}

void
rankle_json_write_object (RankleJsonWriter *writer, const char *member)
{
  open (writer, member, '{', '}');
}

void
rankle_json_write_list (RankleJsonWriter *writer, const char *member)
{
  open (writer, member, '[', ']');
}

void
rankle_json_write_end (RankleJsonWriter *writer)
{
  g_assert (writer->depth > 0);
  writer->depth--;
  if (!writer->is_first)
    break_line (writer);
  g_string_append_c (writer->text, writer->ends[writer->depth]);
  writer->is_first = FALSE;
}

void
rankle_json_write_text (RankleJsonWriter *writer, const char *member, const char *text)
{
  if (text == NULL)
    {
      rankle_json_write_null (writer, member);
      return;
    }
  begin (writer, member);
  append_text (writer->text, text);
}

/* That it need not be whole can be seen of a number: "2.0". */
void
rankle_json_write_number (RankleJsonWriter *writer, const char *member, double number)
{
  gsize start;

  g_assert (isfinite (number));
  begin (writer, member);
  start = writer->text->len;
  rankle_number_append (writer->text, number);
  if (strpbrk (writer->text->str + start, ".e") == NULL)
    g_string_append (writer->text, ".0");
}

void
rankle_json_write_integer (RankleJsonWriter *writer, const char *member, gint64 number)
{
  begin (writer, member);
  g_string_append_printf (writer->text, "%" G_GINT64_FORMAT, number);
}

void
rankle_json_write_boolean (RankleJsonWriter *writer, const char *member, gboolean value)
{
  begin (writer, member);
  g_string_append (writer->text, value ? "true" : "false");
}

void
rankle_json_write_null (RankleJsonWriter *writer, const char *member)
{
  begin (writer, member);
  g_string_append (writer->text, "null");
}
