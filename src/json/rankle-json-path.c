/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where in a file something stands, as in "changes[3].time", and what is said of it. */

#include "config.h"

#include <string.h>

#include "rankle-json-private.h"

/* Letters of a name that a message shows. */
#define MOST_LETTERS 60

static gboolean
is_plain (const char *name)
{
  for (const char *at = name; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at) && *at != '_' && *at != '-')
      return FALSE;
  return *name != '\0' && strlen (name) <= MOST_LETTERS;
}

char *
_rankle_json_shorten (const char *text)
{
  g_autofree char *start =
      g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), MOST_LETTERS));

  g_strdelimit (start, "\n\r\t", ' ');
  return g_strconcat (start, strlen (start) < strlen (text) ? "…" : "", NULL);
}

static void
append_member (GString *path, const char *name)
{
  g_autofree char *shown = _rankle_json_shorten (name);

  if (!is_plain (name))
    g_string_append_printf (path, "[\"%s\"]", shown);
  else
    g_string_append_printf (path, "%s%s", path->len > 0 ? "." : "", name);
}

static guint
find_index (const RankleJsonReader *reader, guint node)
{
  guint parent = _rankle_json_node (reader, node)->parent, index = 0;

  for (guint at = _rankle_json_node (reader, parent)->first; at != node;
       at = _rankle_json_node (reader, at)->next)
    index++;
  return index;
}

static void
append_path (const RankleJsonReader *reader, guint node, GString *path)
{
  const RankleJsonNode *self;

  if (node == 0)
    return;
  self = _rankle_json_node (reader, node);
  append_path (reader, self->parent, path);
  if (self->name != NULL)
    append_member (path, self->name);
  else
    g_string_append_printf (path, "[%u]", find_index (reader, node));
}

/* (transfer full): "file:line: path", as far as there is something to say. */
static GString *
begin_message (const RankleJsonReader *reader,
               guint                   line,
               guint                   column,
               guint                   node,
               const char             *member)
{
  g_autoptr (GString) path = g_string_new (NULL);
  GString *message = g_string_new (reader->name);

  append_path (reader, node, path);
  if (member != NULL)
    append_member (path, member);
  if (line > 0)
    g_string_append_printf (message, ":%u", line);
  if (column > 0)
    g_string_append_printf (message, ":%u", column);
  if (path->len > 0)
    g_string_append_printf (message, ": %s", path->str);
  return message;
}

char *
_rankle_json_dup_place (const RankleJsonReader *reader, guint node)
{
  return g_string_free (
      begin_message (reader, _rankle_json_node (reader, node)->line, 0, node, NULL),
      FALSE);
}

void
_rankle_json_take_fault (RankleJsonReader *reader,
                         RankleJsonFault   fault,
                         guint             line,
                         guint             column,
                         guint             node,
                         const char       *member,
                         char             *what)
{
  g_autofree char *owned = what;
  GString         *message;

  g_assert (fault != RANKLE_JSON_FAULT_NONE && what != NULL);
  if (reader->fault != RANKLE_JSON_FAULT_NONE)
    return;
  message = begin_message (reader, line, column, node, member);
  g_string_append_printf (message, ": %s", what);
  reader->fault = fault;
  reader->message = g_string_free (message, FALSE);
}
