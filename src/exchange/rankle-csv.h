/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-trajectory.h"

G_BEGIN_DECLS

/* Comma-separated text in the C locale: @notes (nullable), each behind "# ", and behind
 * them the units of the columns, then one header row of ids that starts with time, then a
 * row a time. Numbers parse back bit for bit. */
char    *rankle_csv_format (const RankleTrajectory *trajectory,
                            const char *const      *notes,
                            gsize                  *length);
gboolean rankle_csv_save (const RankleTrajectory *trajectory,
                          const char *const      *notes,
                          const char             *path,
                          GError                **error);

/**
 * RankleCsvLook:
 * @run: (nullable): what stands in a column of its own ahead of time
 * @columns: (nullable) (array length=n_columns): those that are written; NULL: all
 * @baseline: (nullable): with the same columns and rows: values are in percent of its own
 * at the same time
 *
 * How runs are written.
 */
typedef struct
{
  const char             *run;
  const guint            *columns;
  guint                   n_columns;
  const RankleTrajectory *baseline;
} RankleCsvLook;

/* What stands ahead of the rows: notes (nullable: none, nor units), and the header. */
void rankle_csv_append_head (GString                *text,
                             const RankleTrajectory *trajectory,
                             const char *const      *notes,
                             const RankleCsvLook    *look);
void rankle_csv_append_rows (GString                *text,
                             const RankleTrajectory *trajectory,
                             const RankleCsvLook    *look);

/* One line behind "# ", whatever @note holds. */
void rankle_csv_append_note (GString *text, const char *note);

/* One cell of text, in quotes where it needs them (RFC 4180). */
void rankle_csv_append_text (GString *text, const char *cell);

/* The shortest decimal that parses back to @value, as text of the C locale; NaN. */
void rankle_csv_append_number (GString *text, double value);

G_END_DECLS
