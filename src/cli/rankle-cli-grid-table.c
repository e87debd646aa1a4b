/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of a grid: a row a cell, its place on the axes and then its figures. */

#include <math.h>
#include <string.h>

#include "rankle-cli-grid-private.h"
#include "rankle-cli.h"
#include "rankle-csv.h"
#include "rankle-file.h"

/* ---- cells ---- */

const RankleFigure *
_rankle_grid_get_figure (const RankleGrid *self, guint k)
{
  g_assert (k < self->figures->len);

  return &g_array_index (self->figures, RankleFigure, k);
}

guint
_rankle_grid_get_index (const RankleGrid *self, guint cell, guint axis)
{
  g_assert (cell < self->n_cells && axis < self->n_axes);

  for (guint k = self->n_axes - 1; k > axis; k--)
    cell /= self->axes[k].n_values;
  return cell % self->axes[axis].n_values;
}

char *
_rankle_grid_describe_cell (const RankleGrid *self, guint cell)
{
  GString *text = g_string_new (NULL);

  for (guint k = 0; k < self->n_axes; k++)
    {
      const RankleAxis *axis = &self->axes[k];

      g_string_append_printf (text, "%s%s = ", k > 0 ? ", " : "", axis->id);
      rankle_csv_append_number (text,
                                axis->values[_rankle_grid_get_index (self, cell, k)]);
    }
  return g_string_free (text, FALSE);
}

/* ---- the table ---- */

static void
append_options (const char *option, char **values, GString *text)
{
  for (; values != NULL && *values != NULL; values++)
    {
      g_autofree char *note = g_strdup_printf ("%s %s", option, *values);

      rankle_csv_append_note (text, note);
    }
}

static void
append_notes (const RankleGrid *self, const char *command, GString *text)
{
  g_auto (GStrv) notes =
      rankle_run_options_describe (self->options->run, self->first, command);

  for (char **note = notes; *note != NULL; note++)
    rankle_csv_append_note (text, *note);
  append_options ("--grid", self->options->grid, text);
  append_options ("--measure", self->options->measures, text);
  for (guint cell = 0; cell < self->n_cells; cell++)
    if (self->errors[cell] != NULL)
      {
        g_autofree char *where = _rankle_grid_describe_cell (self, cell);
        g_autofree char *note =
            g_strdup_printf ("failed at %s: %s", where, self->errors[cell]->message);

        rankle_csv_append_note (text, note);
      }
}

static void
append_header (const RankleGrid *self, GString *text)
{
  for (guint k = 0; k < self->n_axes; k++)
    g_string_append_printf (text, "%s%s", k > 0 ? "," : "", self->axes[k].id);
  for (guint k = 0; k < self->figures->len; k++)
    if (self->options->measures != NULL)
      g_string_append_printf (text, ",%s", self->options->measures[k]);
    else
      g_string_append_printf (
          text, ",%s@end",
          rankle_model_get_column (self->model, _rankle_grid_get_figure (self, k)->column)
              ->id);
  g_string_append_c (text, '\n');
}

static void
append_cell (const RankleGrid *self, guint cell, GString *text)
{
  const double *values = self->values + (gsize)cell * self->figures->len;

  for (guint k = 0; k < self->n_axes; k++)
    {
      if (k > 0)
        g_string_append_c (text, ',');
      rankle_csv_append_number (
          text, self->axes[k].values[_rankle_grid_get_index (self, cell, k)]);
    }
  for (guint k = 0; k < self->figures->len; k++)
    {
      g_string_append_c (text, ',');
      if (!isnan (values[k]))
        rankle_csv_append_number (text, values[k]);
    }
  g_string_append_c (text, '\n');
}

int
_rankle_grid_write (const RankleGrid *self, const char *command)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GError *error = NULL;

  if (!self->options->no_comments)
    append_notes (self, command, text);
  append_header (self, text);
  for (guint cell = 0; cell < self->n_cells; cell++)
    append_cell (self, cell, text);
  if (self->options->out == NULL)
    return rankle_cli_print (command, text->str, text->len);
  if (!rankle_file_replace (self->options->out, text->str, text->len, &error))
    return rankle_cli_fail (command, error);
  return RANKLE_EXIT_OK;
}

guint
_rankle_grid_tell_failures (const RankleGrid *self, const char *command)
{
  guint n = 0, first = 0;

  for (guint cell = 0; cell < self->n_cells; cell++)
    if (self->errors[cell] != NULL && n++ == 0)
      first = cell;
  if (n > 0)
    {
      g_autofree char *where = _rankle_grid_describe_cell (self, first);
      g_autofree char *what = g_strdup_printf (
          "%u of %u cells failed%s, the first at %s: %s", n, self->n_cells,
          n == self->n_cells ? ", so nothing was written" : " and are empty", where,
          self->errors[first]->message);

      rankle_cli_print_error (command, what);
    }
  return n;
}
