/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-lesson-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ITEM "- "

const char *const rankle_span_targets[] = { "node",   "control", "panel",
                                            "card",   "topic",   "scenario",
                                            "lesson", "help",    NULL };

typedef struct
{
  const char *at;
  GString    *plain;     /* (owned): what has been read and belongs to no span yet */
  GArray     *spans;     /* (owned) */
  char       *complaint; /* (owned) (nullable): the first fault */
} Parsing;

static void
clear_span (gpointer data)
{
  RankleSpan *span = data;

  g_free (span->text);
  g_free (span->target);
}

G_GNUC_PRINTF (2, 3)
static void
complain (Parsing *self, const char *format, ...)
{
  va_list arguments;

  if (self->complaint != NULL)
    return;
  va_start (arguments, format);
  self->complaint = g_strdup_vprintf (format, arguments);
  va_end (arguments);
}

/* @text and @target (transfer full) */
static void
add_span (Parsing *self, RankleSpanKind kind, char *text, char *target)
{
  RankleSpan span = { kind, text, target };

  g_array_append_val (self->spans, span);
}

static void
end_plain (Parsing *self)
{
  if (self->plain->len > 0)
    add_span (self, RANKLE_SPAN_PLAIN, g_strdup (self->plain->str), NULL);
  g_string_truncate (self->plain, 0);
}

/* The first @end at or behind @from that no backslash takes out of service. (nullable) */
static const char *
find_end (const char *from, const char *end)
{
  for (const char *at = from; *at != '\0'; at++)
    {
      if (g_str_has_prefix (at, end))
        return at;
      if (*at == '\\' && at[1] != '\0')
        at++;
    }
  return NULL;
}

/* (transfer full): without the backslashes that took something out of service. */
static char *
take_plain (const char *from, gsize length)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    {
      if (from[i] == '\\' && i + 1 < length)
        i++;
      g_string_append_c (text, from[i]);
    }
  return g_string_free (text, FALSE);
}

/* ---- marks ---- */

static void
read_marked (Parsing *self, const char *mark, RankleSpanKind kind)
{
  const char *from = self->at + strlen (mark);
  const char *end = find_end (from, mark);

  end_plain (self);
  if (end == NULL || end == from)
    complain (self, _ ("what begins with “%s” must end with it"), mark);
  else if (g_ascii_isspace (from[0]) || g_ascii_isspace (end[-1]))
    complain (self, _ ("no blank may stand within “%s”"), mark);
  else
    {
      add_span (self, kind, take_plain (from, (gsize)(end - from)), NULL);
      self->at = end + strlen (mark);
    }
}

static gboolean
is_target (const char *target)
{
  const char      *colon = strchr (target, ':');
  g_autofree char *kind = colon == NULL ? NULL : g_strndup (target, colon - target);

  return kind != NULL && colon[1] != '\0' && g_strv_contains (rankle_span_targets, kind);
}

static void
read_link (Parsing *self)
{
  const char      *from = self->at + 1;
  const char      *close = find_end (from, "]");
  const char      *end = close == NULL || close[1] != '(' ? NULL : strchr (close, ')');
  g_autofree char *target = NULL;

  end_plain (self);
  if (end == NULL || close == from)
    {
      complain (self, _ ("a link is [words](node:ID)"));
      return;
    }
  target = g_strndup (close + 2, (gsize)(end - close - 2));
  if (!is_target (target))
    complain (self, _ ("“%s” is nothing that a link can go to"), target);
  add_span (self, RANKLE_SPAN_LINK, take_plain (from, (gsize)(close - from)),
            g_steal_pointer (&target));
  self->at = end + 1;
}

static void
read_next (Parsing *self)
{
  if (*self->at == '\\' && self->at[1] != '\0' && strchr ("*[]\\", self->at[1]) != NULL)
    {
      g_string_append_c (self->plain, self->at[1]);
      self->at += 2;
    }
  else if (g_str_has_prefix (self->at, "**"))
    read_marked (self, "**", RANKLE_SPAN_STRONG);
  else if (*self->at == '*')
    read_marked (self, "*", RANKLE_SPAN_EMPHASIS);
  else if (*self->at == '[')
    read_link (self);
  else
    g_string_append_c (self->plain, *self->at++);
}

/* ---- a block ---- */

RankleBlock *
rankle_block_parse (const char *text, char **complaint)
{
  Parsing      self = { .at = text };
  RankleBlock *block;

  g_return_val_if_fail (text != NULL, NULL);

  block = g_new0 (RankleBlock, 1);
  block->is_item = g_str_has_prefix (text, ITEM);
  self.at += block->is_item ? strlen (ITEM) : 0;
  self.plain = g_string_new (NULL);
  self.spans = g_array_new (FALSE, FALSE, sizeof (RankleSpan));
  g_array_set_clear_func (self.spans, clear_span);
  if (strpbrk (text, "\n\r") != NULL)
    complain (&self, _ ("must be one paragraph: each is a text of its own"));
  while (*self.at != '\0' && self.complaint == NULL)
    read_next (&self);
  end_plain (&self);
  g_string_free (self.plain, TRUE);
  if (self.spans->len == 0)
    complain (&self, _ ("must not be empty"));
  block->spans = self.spans;
  if (self.complaint == NULL)
    return block;
  rankle_block_free (block);
  if (complaint != NULL)
    *complaint = g_steal_pointer (&self.complaint);
  g_free (self.complaint);
  return NULL;
}

void
rankle_block_free (RankleBlock *block)
{
  g_return_if_fail (block != NULL);

  g_array_unref (block->spans);
  g_free (block);
}

/* ---- as text ---- */

/* What stands for the mark of an item. */
#define BULLET "• "

char *
rankle_block_to_plain (const RankleBlock *block)
{
  GString *text;

  g_return_val_if_fail (block != NULL, NULL);

  text = g_string_new (block->is_item ? BULLET : NULL);
  for (guint i = 0; i < block->spans->len; i++)
    g_string_append (text, g_array_index (block->spans, RankleSpan, i).text);
  return g_string_free (text, FALSE);
}

static void
append_markup (GString *text, const RankleSpan *span)
{
  /* In the order of RankleSpanKind; a link's begins otherwise. */
  static const char *const begins[] = { "", "<i>", "<b>", "" };
  static const char *const ends[] = { "", "</i>", "</b>", "</a>" };
  g_autofree char         *words = g_markup_escape_text (span->text, -1);
  g_autofree char         *link = span->kind != RANKLE_SPAN_LINK
                                      ? NULL
                                      : g_markup_printf_escaped ("<a href=\"%s\">", span->target);

  g_assert (span->kind < G_N_ELEMENTS (begins));

  g_string_append_printf (text, "%s%s%s", link != NULL ? link : begins[span->kind], words,
                          ends[span->kind]);
}

char *
rankle_block_to_markup (const RankleBlock *block)
{
  GString *text;

  g_return_val_if_fail (block != NULL, NULL);

  text = g_string_new (block->is_item ? BULLET : NULL);
  for (guint i = 0; i < block->spans->len; i++)
    append_markup (text, &g_array_index (block->spans, RankleSpan, i));
  return g_string_free (text, FALSE);
}

/* (transfer full) */
static RankleBlock *
parse_either (const char *words, const char *original)
{
  RankleBlock *block = rankle_block_parse (words, NULL);

  return block != NULL ? block : rankle_block_parse (original, NULL);
}

char *
rankle_block_words_to_markup (const char *words, const char *original)
{
  g_autoptr (RankleBlock) block = parse_either (words, original);

  g_return_val_if_fail (block != NULL, NULL);

  return rankle_block_to_markup (block);
}

char *
rankle_block_words_to_plain (const char *words, const char *original)
{
  g_autoptr (RankleBlock) block = parse_either (words, original);

  g_return_val_if_fail (block != NULL, NULL);

  return rankle_block_to_plain (block);
}
