/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "rankle-cli.h"
#include "rankle-csv.h"
#include "rankle-printable.h"

#define GAP 2 /* blanks between columns */

struct _RankleTable
{
  guint      n_columns;
  GPtrArray *cells; /* (owned): row by row */
};

RankleTable *
rankle_table_new (guint n_columns)
{
  RankleTable *self = g_new (RankleTable, 1);

  g_assert (n_columns > 0);

  self->n_columns = n_columns;
  self->cells = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
rankle_table_free (RankleTable *self)
{
  g_ptr_array_unref (self->cells);
  g_free (self);
}

void
rankle_table_add (RankleTable *self, const char *cell)
{
  g_ptr_array_add (self->cells, rankle_printable (cell != NULL ? cell : "", -1, ""));
}

/* NaN is no number: an empty cell. */
void
rankle_table_add_number (RankleTable *self, double number)
{
  GString *text = g_string_new (NULL);

  if (!isnan (number))
    rankle_csv_append_number (text, number);
  g_ptr_array_add (self->cells, g_string_free (text, FALSE));
}

static guint
measure_column (const RankleTable *self, guint column)
{
  guint width = 0;

  g_assert (column < self->n_columns);

  for (guint i = column; i < self->cells->len; i += self->n_columns)
    width = MAX (width, (guint)g_utf8_strlen (g_ptr_array_index (self->cells, i), -1));
  return width;
}

static void
append_row (const RankleTable *self,
            guint              first,
            const guint       *widths,
            const char        *indent,
            GString           *text)
{
  guint behind = 0; /* blanks owed before the next cell, so that no line ends in blanks */

  g_string_append (text, indent);
  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *cell = g_ptr_array_index (self->cells, first + i);

      if (*cell != '\0')
        {
          g_string_append_printf (text, "%*s%s", (int)behind, "", cell);
          behind = 0;
        }
      if (widths[i] > 0)
        behind += widths[i] - (guint)g_utf8_strlen (cell, -1) + GAP;
    }
  g_string_append_c (text, '\n');
}

void
rankle_table_append_to (const RankleTable *self, const char *indent, GString *text)
{
  g_autofree guint *widths = g_new (guint, self->n_columns);

  g_assert (self->cells->len % self->n_columns == 0);

  for (guint i = 0; i < self->n_columns; i++)
    widths[i] = measure_column (self, i);
  for (guint i = 0; i < self->cells->len; i += self->n_columns)
    append_row (self, i, widths, indent, text);
}
