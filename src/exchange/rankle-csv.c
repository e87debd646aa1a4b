/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rankle-csv.h"

#include <string.h>

#include "rankle-file.h"
#include "rankle-number.h"
#include "rankle-printable.h"

void
rankle_csv_append_number (GString *text, double value)
{
  rankle_number_append (text, value);
}

void
rankle_csv_append_note (GString *text, const char *note)
{
  g_autofree char *line = rankle_printable (note, -1, "");

  g_string_append_printf (text, "# %s\n", line);
}

void
rankle_csv_append_text (GString *text, const char *cell)
{
  g_return_if_fail (text != NULL && cell != NULL);

  if (strpbrk (cell, ",\"\r\n") == NULL)
    {
      g_string_append (text, cell);
      return;
    }
  g_string_append_c (text, '"');
  for (const char *p = cell; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

/* ---- tables of runs ---- */

/* The columns that are written: all, unless some are named. */
static guint
count_columns (const RankleTrajectory *trajectory, const RankleCsvLook *look)
{
  return look->columns != NULL ? look->n_columns
                               : rankle_trajectory_get_n_columns (trajectory);
}

static guint
get_column (const RankleCsvLook *look, guint index)
{
  return look->columns != NULL ? look->columns[index] : index;
}

/* One cell for each of the header's, so that a program that reads the line can put them
 * together. */
static void
append_units (GString                *text,
              const RankleTrajectory *trajectory,
              const RankleCsvLook    *look)
{
  RankleModel     *model = rankle_trajectory_get_model (trajectory);
  g_autofree char *line = NULL;
  GString         *units = g_string_new ("units: ");

  if (look->run != NULL)
    g_string_append_c (units, ',');
  rankle_csv_append_text (units, rankle_model_get_time_unit (model));
  for (guint i = 0; i < count_columns (trajectory, look); i++)
    {
      const char *unit = rankle_model_get_column (model, get_column (look, i))->unit;

      g_string_append_c (units, ',');
      if (look->baseline != NULL)
        unit = "% of the baseline run";
      rankle_csv_append_text (units, unit != NULL ? unit : "");
    }
  line = g_string_free (units, FALSE);
  rankle_csv_append_note (text, line);
}

static void
append_header (GString                *text,
               const RankleTrajectory *trajectory,
               const RankleCsvLook    *look)
{
  RankleModel *model = rankle_trajectory_get_model (trajectory);

  g_string_append (text, look->run != NULL ? "run,time" : "time");
  for (guint i = 0; i < count_columns (trajectory, look); i++)
    g_string_append_printf (text, ",%s",
                            rankle_model_get_column (model, get_column (look, i))->id);
  g_string_append_c (text, '\n');
}

static void
append_cell (GString                *text,
             const RankleTrajectory *trajectory,
             const RankleCsvLook    *look,
             guint                   column,
             guint                   row)
{
  double value = rankle_trajectory_get_column (trajectory, column)[row];

  if (look->baseline != NULL)
    value = 100 * value / rankle_trajectory_get_column (look->baseline, column)[row];
  g_string_append_c (text, ',');
  rankle_csv_append_number (text, value);
}

void
rankle_csv_append_rows (GString                *text,
                        const RankleTrajectory *trajectory,
                        const RankleCsvLook    *look)
{
  guint         n;
  const double *times;

  g_return_if_fail (text != NULL && trajectory != NULL && look != NULL);

  n = count_columns (trajectory, look);
  times = rankle_trajectory_get_times (trajectory);
  for (guint k = 0; k < rankle_trajectory_get_n_times (trajectory); k++)
    {
      if (look->run != NULL)
        {
          rankle_csv_append_text (text, look->run);
          g_string_append_c (text, ',');
        }
      rankle_csv_append_number (text, times[k]);
      for (guint i = 0; i < n; i++)
        append_cell (text, trajectory, look, get_column (look, i), k);
      g_string_append_c (text, '\n');
    }
}

void
rankle_csv_append_head (GString                *text,
                        const RankleTrajectory *trajectory,
                        const char *const      *notes,
                        const RankleCsvLook    *look)
{
  g_return_if_fail (text != NULL && trajectory != NULL && look != NULL);

  if (notes != NULL)
    {
      for (; *notes != NULL; notes++)
        rankle_csv_append_note (text, *notes);
      append_units (text, trajectory, look);
    }
  append_header (text, trajectory, look);
}

char *
rankle_csv_format (const RankleTrajectory *trajectory,
                   const char *const      *notes,
                   gsize                  *length)
{
  const RankleCsvLook look = { 0 };
  GString            *text = g_string_new (NULL);

  g_return_val_if_fail (trajectory != NULL, NULL);

  rankle_csv_append_head (text, trajectory, notes, &look);
  rankle_csv_append_rows (text, trajectory, &look);
  if (length != NULL)
    *length = text->len;
  return g_string_free (text, FALSE);
}

gboolean
rankle_csv_save (const RankleTrajectory *trajectory,
                 const char *const      *notes,
                 const char             *path,
                 GError                **error)
{
  g_autofree char *text = NULL;
  gsize            length;

  g_return_val_if_fail (trajectory != NULL && path != NULL, FALSE);

  text = rankle_csv_format (trajectory, notes, &length);
  return rankle_file_replace (path, text, length, error);
}
