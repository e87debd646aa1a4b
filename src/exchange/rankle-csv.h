/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-trajectory.h"

G_BEGIN_DECLS

/* Comma-separated text in the C locale: @notes (nullable), each behind "# ", then one
 * header row of ids that starts with time, then a row a time. Numbers parse back bit for
 * bit. */
char    *rankle_csv_format (const RankleTrajectory *trajectory,
                            const char *const      *notes,
                            gsize                  *length);
gboolean rankle_csv_save (const RankleTrajectory *trajectory,
                          const char *const      *notes,
                          const char             *path,
                          GError                **error);

/* One line behind "# ", whatever @note holds. */
void rankle_csv_append_note (GString *text, const char *note);

/* The shortest decimal that parses back to @value, as text of the C locale. */
void rankle_csv_append_number (GString *text, double value);

G_END_DECLS
