/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "published-reference.h"

void
published_reference_clear (PublishedReference *self)
{
  g_strfreev (self->heads);
  g_free (self->values);
}

double
published_reference_get (const PublishedReference *self, guint row, guint column)
{
  g_assert_true (row < self->n_rows && column < self->n_columns);

  return self->values[row * self->n_columns + column];
}

static void
read_row (PublishedReference *self, const char *line)
{
  g_auto (GStrv) cells = g_strsplit (line, ",", -1);

  g_assert_cmpuint (g_strv_length (cells), ==, self->n_columns);
  for (guint k = 0; k < self->n_columns; k++)
    self->values[self->n_rows * self->n_columns + k] = g_ascii_strtod (cells[k], NULL);
  self->n_rows++;
}

PublishedReference
published_reference_parse (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  PublishedReference self = { 0 };

  g_strchomp (lines[0]);
  self.heads = g_strsplit (lines[0], ",", -1);
  self.n_columns = g_strv_length (self.heads);
  self.values = g_new (double, g_strv_length (lines) * self.n_columns);
  for (char **line = lines + 1; *line != NULL; line++)
    if (*g_strstrip (*line) != '\0')
      read_row (&self, *line);
  return self;
}
