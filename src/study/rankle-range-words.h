/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-trajectory.h"

G_BEGIN_DECLS

/* What is said of a run that leaves the range in which its quantities make sense. */

/* (transfer full) (nullable): a sentence for a banner, of what is plotted and leaves its
 * range first; else of what else does. NULL: all is within. */
char *rankle_range_in_words (const RankleTrajectory *run);

/* (transfer full) (nullable): "Bone volume is below 0 % of start from 6 days on, and
 * comes to −101 % of start: not to be read." NULL: none of @n @columns leaves its range.
 */
char *rankle_range_of_columns_in_words (const RankleTrajectory *run,
                                        const guint            *columns,
                                        guint                   n);

/* (transfer full) (nullable): "Bone volume leaves its range after 6 days", without a
 * figure. NULL: it does not. */
char *rankle_range_left_in_words (const RankleTrajectory *run, guint column);

G_END_DECLS
