/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rankle-csv.h"

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

static void
append_header (GString *text, const RankleTrajectory *trajectory)
{
  RankleModel *model = rankle_trajectory_get_model (trajectory);

  g_string_append (text, "time");
  for (guint i = 0; i < rankle_trajectory_get_n_columns (trajectory); i++)
    g_string_append_printf (text, ",%s", rankle_model_get_column (model, i)->id);
  g_string_append_c (text, '\n');
}

static void
append_rows (GString *text, const RankleTrajectory *trajectory)
{
  guint          n = rankle_trajectory_get_n_columns (trajectory);
  const double  *times = rankle_trajectory_get_times (trajectory);
  const double **columns = g_newa (const double *, n + 1);

  g_assert (rankle_trajectory_get_n_columns (trajectory) > 0);

  for (guint i = 0; i < n; i++)
    columns[i] = rankle_trajectory_get_column (trajectory, i);
  for (guint k = 0; k < rankle_trajectory_get_n_times (trajectory); k++)
    {
      rankle_csv_append_number (text, times[k]);
      for (guint i = 0; i < n; i++)
        {
          g_string_append_c (text, ',');
          rankle_csv_append_number (text, columns[i][k]);
        }
      g_string_append_c (text, '\n');
    }
}

char *
rankle_csv_format (const RankleTrajectory *trajectory,
                   const char *const      *notes,
                   gsize                  *length)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (trajectory != NULL, NULL);

  for (; notes != NULL && *notes != NULL; notes++)
    rankle_csv_append_note (text, *notes);
  append_header (text, trajectory);
  append_rows (text, trajectory);
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
