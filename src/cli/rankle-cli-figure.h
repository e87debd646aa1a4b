/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-trajectory.h"

G_BEGIN_DECLS

typedef enum
{
  RANKLE_FIGURE_AT, /* the value at a time */
  RANKLE_FIGURE_END,
  RANKLE_FIGURE_PEAK,
  RANKLE_FIGURE_PEAK_TIME,
  RANKLE_FIGURE_NADIR,
  RANKLE_FIGURE_NADIR_TIME,
} RankleFigureKind;

/* One number that is told of a run: COLUMN@end, @peak, @peak_time, @nadir, @nadir_time or
 * @T, as "measure" tells it. */
typedef struct
{
  guint            column;
  RankleFigureKind kind;
  double           time; /* of RANKLE_FIGURE_AT; in the model's time unit */
} RankleFigure;

/* @hidden: of what @model hides, too. FALSE, with "--measure", @text and the reason, if
 * it does not read so. */
gboolean rankle_cli_parse_figure (const char        *text,
                                  const RankleModel *model,
                                  gboolean           hidden,
                                  RankleFigure      *figure,
                                  GError           **error);

/* In the column's unit, or the model's of time; NaN where there is no such thing. */
double rankle_figure_take (const RankleFigure *figure, const RankleTrajectory *run);

G_END_DECLS
