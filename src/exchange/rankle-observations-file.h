/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-exchange-error.h"
#include "rankle-observations.h"

G_BEGIN_DECLS

/* A table of one's own: text in UTF-8, with commas, semicolons or tabs between columns,
 * and a head. It is long,
 *
 *   time, quantity, value[, low][, high][, sd][, arm]
 *
 * or wide: time, a column a quantity, with its spread in columns NAME_sd, NAME_low and
 * NAME_high, and arm. What time is counted in stands in its head: "day", "time (weeks)",
 * "time_h". A cell may be empty, or say NA or NaN: nothing was measured. A line that
 * begins with # is none. Numbers may have a decimal comma where columns are separated by
 * something else. */

#define RANKLE_OBSERVATIONS_MAX 10000

/* @remark (nullable) (out) (transfer full): a sentence on how it was read, or NULL; after
 * an error nothing. Errors begin with "name:line: ". */
RankleObservations *rankle_observations_file_parse (
    const char *text, gssize length, const char *name, char **remark, GError **error);
RankleObservations *
rankle_observations_file_load (const char *path, char **remark, GError **error);

G_END_DECLS
