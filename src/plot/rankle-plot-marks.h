/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RanklePlotBracket:
 * @from: @to: times of the first and the last mark; equal where it is one alone
 * @n: how many marks it stands for
 * @step: from each to the next; NaN where they are not evenly spaced, or one alone
 *
 * Marks too close to be told apart, as one.
 */
typedef struct
{
  double from, to;
  guint  n;
  double step;
} RanklePlotBracket;

/* (transfer full): RanklePlotBracket, ascending: @n ascending times, of which those
 * within
 * @apart of the next are taken together. */
GArray *rankle_plot_marks_gather (const double *marks, guint n, double apart);

/* (transfer full): "daily × 365". @time_unit: "day" …; "" where times have none. */
char *rankle_plot_bracket_dup_words (const RanklePlotBracket *bracket,
                                     const char              *time_unit);

G_END_DECLS
