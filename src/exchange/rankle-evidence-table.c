/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-evidence-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
skip_line (RankleTableReader *self)
{
  self->at += strcspn (self->at, "\n");
  if (*self->at == '\n')
    {
      self->at++;
      self->line++;
    }
}

static void
skip_comments (RankleTableReader *self)
{
  while (*self->at == '#' || *self->at == '\n' ||
         (*self->at == '\r' && self->at[1] == '\n'))
    skip_line (self);
}

/* Behind the opening quote. FALSE: the text ends first. */
static gboolean
read_quoted (RankleTableReader *self, GString *field)
{
  for (; *self->at != '\0'; self->at++)
    {
      if (*self->at == '"' && self->at[1] != '"')
        {
          self->at++;
          return TRUE;
        }
      if (*self->at == '"')
        self->at++;
      if (*self->at == '\n')
        self->line++;
      g_string_append_c (field, *self->at);
    }
  return FALSE;
}

static char
get_separator (const RankleTableReader *self)
{
  return self->separator != '\0' ? self->separator : ',';
}

static gboolean
is_at_end_of_field (const RankleTableReader *self)
{
  return *self->at == get_separator (self) || *self->at == '\n' || *self->at == '\0';
}

static void
read_plain (RankleTableReader *self, GString *field)
{
  const char ends[] = { get_separator (self), '\n', '\0' };
  gsize      length = strcspn (self->at, ends);

  g_string_append_len (field, self->at, (gssize)length);
  self->at += length;
  if (*self->at != get_separator (self) && g_str_has_suffix (field->str, "\r"))
    g_string_truncate (field, field->len - 1);
}

static const char *
read_field (RankleTableReader *self, GPtrArray *fields)
{
  g_autoptr (GString) field = g_string_new (NULL);
  const char *complaint = NULL;

  if (*self->at != '"')
    {
      read_plain (self, field);
      if (strchr (field->str, '"') != NULL)
        complaint = _ ("a quote within a field that does not begin with one");
    }
  else
    {
      self->at++;
      if (!read_quoted (self, field))
        complaint = _ ("a quote is not closed");
      else if (*self->at == '\r' && self->at[1] == '\n')
        self->at++;
      else if (!is_at_end_of_field (self))
        complaint = _ ("text behind a closing quote");
    }
  g_ptr_array_add (fields, g_string_free (g_steal_pointer (&field), FALSE));
  return complaint;
}

GPtrArray *
_rankle_table_reader_next (RankleTableReader *self, guint *line, const char **complaint)
{
  g_autoptr (GPtrArray) fields = NULL;
  gboolean more = TRUE;

  *complaint = NULL;
  skip_comments (self);
  *line = self->line;
  if (*self->at == '\0')
    return NULL;
  fields = g_ptr_array_new_with_free_func (g_free);
  while (more)
    {
      *complaint = read_field (self, fields);
      if (*complaint != NULL)
        return NULL;
      more = *self->at == get_separator (self);
      if (more)
        self->at++;
    }
  skip_line (self);
  return g_steal_pointer (&fields);
}
