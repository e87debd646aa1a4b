/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* JSON as RFC 8259 has it, and no more: no comments, no 010, +1, .5, 1., 0x10 or NaN, no
 * second text behind the first. Stricter where it leaves a choice: a member may be there
 * once, and a text may not hold what steers a terminal. A mark of the byte order, which
 * some editors leave, is passed over.
 *
 * Each number is the one that is written, to the nearest double, or refused. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "rankle-byte-order.h"
#include "rankle-json-private.h"

/* Letters of a wrong word that a message shows. */
#define MOST_LETTERS 30

typedef struct
{
  RankleJsonReader *reader;
  const char       *start, *end; /* of the text */
  const char       *at;
  const char       *line_start;
  guint             line;
  guint             node;    /* object or list that is being read */
  const char       *member;  /* (nullable): its member that is being read */
  GString          *scratch; /* of a text */
} Parser;

static gboolean parse_value (Parser *parser, guint depth, const char *name, guint *last);

RankleJsonNode *
_rankle_json_node (const RankleJsonReader *reader, guint node)
{
  g_assert (node < reader->nodes->len);
  return &g_array_index (reader->nodes, RankleJsonNode, node);
}

/* ---- what is wrong ---- */

static gboolean
take_fault (Parser *parser, RankleJsonFault fault, char *what)
{
  guint column =
      (guint)g_utf8_strlen (parser->line_start, parser->at - parser->line_start);

  _rankle_json_take_fault (parser->reader, fault, parser->line, column + 1, parser->node,
                           parser->member, what);
  return FALSE;
}

static gboolean
refuse (Parser *parser, const char *what)
{
  return take_fault (parser, RANKLE_JSON_FAULT_SYNTAX, g_strdup (what));
}

static gboolean
refuse_character (Parser *parser, const char *wanted)
{
  g_autofree char *found = NULL;

  if (parser->at == parser->end)
    return refuse (parser, _ ("the file ends in the middle"));
  if (*parser->at == '/')
    return refuse (parser, _ ("JSON has no comments"));
  found = _rankle_json_show_character (parser->at);
  return take_fault (parser, RANKLE_JSON_FAULT_SYNTAX,
                     /* Translators: both %s are characters in quotes, or words */
                     g_strdup_printf (_ ("%s stands where %s should"), found, wanted));
}

/* ---- steps ---- */

static void
skip_blanks (Parser *parser)
{
  for (; parser->at < parser->end; parser->at++)
    if (*parser->at == '\n')
      {
        parser->line++;
        parser->line_start = parser->at + 1;
      }
    else if (*parser->at != ' ' && *parser->at != '\t' && *parser->at != '\r')
      return;
}

/* Whether @character stands there; it is passed. */
static gboolean
take (Parser *parser, char character)
{
  skip_blanks (parser);
  g_assert (parser->at <= parser->end);
  if (parser->at == parser->end || *parser->at != character)
    return FALSE;
  parser->at++;
  return TRUE;
}

static const char *
take_text (Parser *parser)
{
  char *complaint = NULL;

  g_assert (*parser->at == '"');
  g_string_truncate (parser->scratch, 0);
  parser->at =
      _rankle_json_read_text (parser->at + 1, parser->end, parser->scratch, &complaint);
  if (complaint != NULL)
    {
      take_fault (parser, RANKLE_JSON_FAULT_SYNTAX, complaint);
      return NULL;
    }
  parser->at++;
  return g_string_chunk_insert_len (parser->reader->strings, parser->scratch->str,
                                    (gssize)parser->scratch->len);
}

/* ---- nodes ---- */

/* @last: child of the parent before this one, then this one. */
static gboolean
add_node (Parser *parser, RankleJsonKind kind, const char *name, guint *last)
{
  GArray        *nodes = parser->reader->nodes;
  guint          index = nodes->len;
  RankleJsonNode node = {
    .name = name, .line = parser->line, .parent = parser->node, .kind = kind
  };

  if (index >= parser->reader->limits.values)
    return take_fault (parser, RANKLE_JSON_FAULT_LIMIT,
                       g_strdup_printf (ngettext ("there is more than %u value",
                                                  "there are more than %u values",
                                                  parser->reader->limits.values),
                                        parser->reader->limits.values));
  g_array_append_val (nodes, node);
  if (index > 0)
    {
      if (*last == 0)
        _rankle_json_node (parser->reader, parser->node)->first = index;
      else
        _rankle_json_node (parser->reader, *last)->next = index;
      _rankle_json_node (parser->reader, parser->node)->count++;
    }
  *last = index;
  return TRUE;
}

/* ---- words and numbers ---- */

static const char *
skip_digits (const char *at)
{
  while (g_ascii_isdigit (*at))
    at++;
  return at;
}

/* -? (0 | [1-9][0-9]*) (\.[0-9]+)? ([eE][-+]?[0-9]+)? */
static gboolean
is_number (const char *word)
{
  const char *at = word + (*word == '-');
  const char *digits = at;

  at = skip_digits (at);
  if (at == digits || (*digits == '0' && at > digits + 1))
    return FALSE;
  if (*at == '.')
    {
      digits = at + 1;
      at = skip_digits (digits);
      if (at == digits)
        return FALSE;
    }
  if (*at == 'e' || *at == 'E')
    {
      digits = at + 1 + (at[1] == '-' || at[1] == '+');
      at = skip_digits (digits);
      if (at == digits)
        return FALSE;
    }
  return *at == '\0';
}

/* All that is no 0 and comes out as one was too small, as what is infinite too large. */
static gboolean
is_representable (const char *word, double value)
{
  gsize mantissa = strcspn (word, "eE");

  return isfinite (value) &&
         (fabs (value) > 0 || strcspn (word, "123456789") >= mantissa);
}

static gboolean
parse_number (Parser *parser, const char *word, const char *name, guint *last)
{
  char  *end;
  double value = g_ascii_strtod (word, &end);

  g_assert (*end == '\0'); /* the grammar's numbers are all C's, too */
  if (!is_representable (word, value))
    return take_fault (parser, RANKLE_JSON_FAULT_CONTENT,
                       g_strdup (_ ("the number is out of range")));
  if (!add_node (parser, RANKLE_JSON_NUMBER, name, last))
    return FALSE;
  _rankle_json_node (parser->reader, *last)->number = value;
  return TRUE;
}

static gboolean
parse_boolean (Parser *parser, gboolean value, const char *name, guint *last)
{
  if (!add_node (parser, RANKLE_JSON_BOOLEAN, name, last))
    return FALSE;
  _rankle_json_node (parser->reader, *last)->number = value;
  return TRUE;
}

static gboolean
refuse_word (Parser *parser, const char *word)
{
  return take_fault (
      parser, RANKLE_JSON_FAULT_SYNTAX,
      g_strdup_printf (_ ("“%.*s%s” is no number of JSON, nor true, false or null"),
                       MOST_LETTERS, word, strlen (word) > MOST_LETTERS ? "…" : ""));
}

/* What letters, digits, points and signs stand together is one word, right or wrong. */
static gboolean
parse_word (Parser *parser, const char *name, guint *last)
{
  const char      *end = parser->at;
  g_autofree char *word = NULL;
  gboolean         good;

  while (end < parser->end && *end != '\0' &&
         (g_ascii_isalnum (*end) || strchr ("+-._", *end) != NULL))
    end++;
  if (end == parser->at)
    return refuse_character (parser, _ ("a value"));
  word = g_strndup (parser->at, (gsize)(end - parser->at));
  if (is_number (word))
    good = parse_number (parser, word, name, last);
  else if (strcmp (word, "null") == 0)
    good = add_node (parser, RANKLE_JSON_NULL, name, last);
  else if (strcmp (word, "true") == 0 || strcmp (word, "false") == 0)
    good = parse_boolean (parser, *word == 't', name, last);
  else
    good = refuse_word (parser, word);
  if (good)
    parser->at = end;
  return good;
}

/* ---- objects and lists ---- */

static gboolean
parse_member (Parser *parser, guint depth, GHashTable *names, guint *last)
{
  const char *start, *name;

  skip_blanks (parser);
  if (parser->at == parser->end || *parser->at != '"')
    return refuse_character (parser, _ ("a name in quotes"));
  start = parser->at;
  name = take_text (parser);
  if (name == NULL)
    return FALSE;
  parser->member = name;
  if (!g_hash_table_add (names, (gpointer)name))
    {
      parser->at = start;
      return take_fault (parser, RANKLE_JSON_FAULT_CONTENT,
                         g_strdup (_ ("is there twice")));
    }
  if (!take (parser, ':'))
    return refuse_character (parser, "“:”");
  if (!parse_value (parser, depth, name, last))
    return FALSE;
  parser->member = NULL;
  return TRUE;
}

static gboolean
parse_members (Parser *parser, guint depth)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  guint last = 0;

  if (take (parser, '}'))
    return TRUE;
  do
    if (!parse_member (parser, depth, names, &last))
      return FALSE;
  while (take (parser, ','));
  return take (parser, '}') || refuse_character (parser, _ ("“,” or “}”"));
}

static gboolean
parse_elements (Parser *parser, guint depth)
{
  guint last = 0;

  if (take (parser, ']'))
    return TRUE;
  do
    if (!parse_value (parser, depth, NULL, &last))
      return FALSE;
  while (take (parser, ','));
  return take (parser, ']') || refuse_character (parser, _ ("“,” or “]”"));
}

static gboolean
parse_container (
    Parser *parser, RankleJsonKind kind, guint depth, const char *name, guint *last)
{
  guint outer = parser->node;

  g_assert (depth >= 1 && depth <= RANKLE_JSON_DEPTH_MAX + 1); /* it recurses */
  if (depth > parser->reader->limits.depth)
    return take_fault (
        parser, RANKLE_JSON_FAULT_LIMIT,
        g_strdup_printf (_ ("nested deeper than %u"), parser->reader->limits.depth));
  if (!add_node (parser, kind, name, last))
    return FALSE;
  parser->at++;
  parser->node = *last;
  parser->member = NULL;
  if (!(kind == RANKLE_JSON_OBJECT ? parse_members (parser, depth + 1)
                                   : parse_elements (parser, depth + 1)))
    return FALSE;
  parser->node = outer;
  return TRUE;
}

static gboolean
parse_value (Parser *parser, guint depth, const char *name, guint *last)
{
  const char *text;

  skip_blanks (parser);
  if (parser->at < parser->end && *parser->at == '{')
    return parse_container (parser, RANKLE_JSON_OBJECT, depth, name, last);
  if (parser->at < parser->end && *parser->at == '[')
    return parse_container (parser, RANKLE_JSON_LIST, depth, name, last);
  if (parser->at == parser->end || *parser->at != '"')
    return parse_word (parser, name, last);
  text = take_text (parser);
  if (text == NULL || !add_node (parser, RANKLE_JSON_TEXT, name, last))
    return FALSE;
  _rankle_json_node (parser->reader, *last)->text = text;
  return TRUE;
}

/* ---- the whole ---- */

/* Up to the first byte that is no UTF-8 all can be counted and shown. */
static gboolean
check_letters (Parser *parser)
{
  const char *bad;

  if (g_utf8_validate_len (parser->start, (gsize)(parser->end - parser->start), &bad))
    return TRUE;
  for (; parser->at < bad; parser->at++)
    if (*parser->at == '\n')
      {
        parser->line++;
        parser->line_start = parser->at + 1;
      }
  if (*bad == '\0')
    return refuse (parser, _ ("a byte of 0 may not be in a text"));
  return refuse (parser, _ ("not UTF-8 text"));
}

static gboolean
parse_root (Parser *parser)
{
  guint last = 0;

  skip_blanks (parser);
  if (parser->at == parser->end)
    return take_fault (parser, RANKLE_JSON_FAULT_CONTENT,
                       g_strdup (_ ("must hold one JSON object")));
  if (!parse_value (parser, 1, NULL, &last))
    return FALSE;
  parser->member = NULL;
  skip_blanks (parser);
  return parser->at == parser->end || refuse (parser, _ ("more follows the JSON value"));
}

void
_rankle_json_parse (RankleJsonReader *reader, const char *text, gsize length)
{
  Parser parser = { .reader = reader, .start = text, .end = text + length, .line = 1 };

  g_assert (reader->nodes->len == 0 && reader->fault == RANKLE_JSON_FAULT_NONE);
  parser.start += rankle_byte_order_mark_length (text, length);
  parser.at = parser.line_start = parser.start;
  parser.scratch = g_string_new (NULL);
  if (check_letters (&parser))
    parse_root (&parser);
  g_string_free (parser.scratch, TRUE);
  g_assert (reader->fault != RANKLE_JSON_FAULT_NONE || reader->nodes->len > 0);
}
