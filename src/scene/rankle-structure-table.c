/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-structure-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_BYTES 1000000

G_DEFINE_QUARK (rankle - structure - error - quark, rankle_structure_error)

gboolean
rankle_table_row_fail (const RankleTableRow *row,
                       RankleStructureError  code,
                       char                 *words,
                       GError              **error)
{
  g_set_error (error, RANKLE_STRUCTURE_ERROR, (int)code, "%s:%u: %s", row->name,
               row->line, words);
  g_free (words);
  return FALSE;
}

const char *
rankle_table_row_find (const RankleTableRow *row, const char *column)
{
  for (guint i = 0; row->columns[i] != NULL; i++)
    if (g_str_equal (row->columns[i], column))
      return row->cells[i];
  return NULL;
}

gboolean
rankle_table_row_get_number (const RankleTableRow *row,
                             const char           *column,
                             double               *value,
                             GError              **error)
{
  const char *cell = rankle_table_row_find (row, column);
  char       *end;

  if (cell == NULL)
    return rankle_table_row_fail (row, RANKLE_STRUCTURE_ERROR_SYNTAX,
                                  g_strdup_printf (_ ("there is no column %s"), column),
                                  error);
  *value = g_ascii_strtod (cell, &end);
  if (end == cell || *end != '\0' || !isfinite (*value))
    return rankle_table_row_fail (
        row, RANKLE_STRUCTURE_ERROR_SYNTAX,
        g_strdup_printf (_ ("%s: “%s” is not a number"), column, cell), error);
  return TRUE;
}

gboolean
rankle_table_row_get_place (const RankleTableRow *row,
                            const char *const     columns[3],
                            double                most,
                            RanklePlace          *place,
                            GError              **error)
{
  double *coordinates[] = { &place->x, &place->y, &place->z };

  for (guint i = 0; i < 3; i++)
    {
      if (!rankle_table_row_get_number (row, columns[i], coordinates[i], error))
        return FALSE;
      if (fabs (*coordinates[i]) > most)
        return rankle_table_row_fail (
            row, RANKLE_STRUCTURE_ERROR_LIMIT,
            g_strdup_printf (_ ("%s must be between %g and %g"), columns[i], -most, most),
            error);
    }
  return TRUE;
}

/* ---- the text ---- */

typedef struct
{
  RankleTableRow     row;
  guint              n_rows;
  RankleTableRowFunc func;
  gpointer           data;
} Reading;

static gboolean
take_row (Reading *self, GError **error)
{
  if (g_strv_length (self->row.cells) != g_strv_length (self->row.columns))
    return rankle_table_row_fail (&self->row, RANKLE_STRUCTURE_ERROR_SYNTAX,
                                  g_strdup_printf (_ ("cells: %u; columns: %u"),
                                                   g_strv_length (self->row.cells),
                                                   g_strv_length (self->row.columns)),
                                  error);
  if (++self->n_rows > RANKLE_STRUCTURE_MOST_ROWS)
    return rankle_table_row_fail (
        &self->row, RANKLE_STRUCTURE_ERROR_LIMIT,
        g_strdup_printf (_ ("the rows are more than %d"), RANKLE_STRUCTURE_MOST_ROWS),
        error);
  return self->func (&self->row, self->data, error);
}

static gboolean
read_line (Reading *self, char *line, GError **error)
{
  g_auto (GStrv) cells = NULL;
  gboolean go_on;

  self->row.line++;
  g_strchomp (line);
  if (*line == '\0' || *line == '#')
    return TRUE;
  cells = g_strsplit (line, ",", -1);
  if (self->row.columns == NULL)
    {
      self->row.columns = g_steal_pointer (&cells);
      return TRUE;
    }
  self->row.cells = cells;
  go_on = take_row (self, error);
  self->row.cells = NULL;
  return go_on;
}

static char *
dup_text (GBytes *bytes, const char *name, GError **error)
{
  gsize       size;
  const char *text = g_bytes_get_data (bytes, &size);

  if (size == 0 || size > MOST_BYTES || memchr (text, '\0', size) != NULL ||
      !g_utf8_validate_len (text, size, NULL))
    {
      g_set_error (error, RANKLE_STRUCTURE_ERROR, RANKLE_STRUCTURE_ERROR_SYNTAX,
                   _ ("%s: is not a text, or is too long a one"), name);
      return NULL;
    }
  return g_strndup (text, size);
}

gboolean
rankle_structure_table_read (GBytes            *bytes,
                             const char        *name,
                             RankleTableRowFunc func,
                             gpointer           data,
                             GError           **error)
{
  Reading          self = { .row.name = name, .func = func, .data = data };
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  gboolean read = TRUE;

  g_return_val_if_fail (bytes != NULL && name != NULL && func != NULL, FALSE);

  text = dup_text (bytes, name, error);
  if (text == NULL)
    return FALSE;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; read && lines[i] != NULL; i++)
    read = read_line (&self, lines[i], error);
  if (read && self.n_rows == 0)
    read = rankle_table_row_fail (&self.row, RANKLE_STRUCTURE_ERROR_SYNTAX,
                                  g_strdup (_ ("there are no rows")), error);
  g_strfreev (self.row.columns);
  return read;
}
