/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-plot-scale.h"
#include "rankle-plot-theme.h"

G_BEGIN_DECLS

/*     +----------+-------------------------------+
 *     | label    |  o     o        <-o     (/)   |  a lane
 *     | label    |  <>                           |
 *     |          0      5      10      15 y      |
 *     +----------+-------------------------------+
 * Lanes of marks on one time axis, and where each of them lies. */

/**
 * RankleTrackShape:
 * @RANKLE_TRACK_DOSE: a disc, the larger the more
 * @RANKLE_TRACK_STEP: a square, and from it a line: something holds from then on
 * @RANKLE_TRACK_SPAN: a bar, and where it begins a square
 * @RANKLE_TRACK_END: where the bar before it ends: a bracket
 * @RANKLE_TRACK_MOMENT: a diamond
 */
typedef enum
{
  RANKLE_TRACK_DOSE,
  RANKLE_TRACK_STEP,
  RANKLE_TRACK_SPAN,
  RANKLE_TRACK_END,
  RANKLE_TRACK_MOMENT,
} RankleTrackShape;

/**
 * RankleTrackMark:
 * @time: in the model's unit
 * @until: of a span its end
 * @place: where it would be as planned: an arrow comes from there
 * @level: how much, from 0 to 1
 * @missed: it is not there: a ring, struck through
 * @text: (nullable): beside it, where there is room
 */
typedef struct
{
  guint            lane;
  RankleTrackShape shape;
  double           time, until, place;
  double           level;
  gboolean         missed;
  const char      *text;
} RankleTrackMark;

/**
 * RankleTrack:
 * @marks: by lane, then time
 * @from: @to: the part of time that is shown
 * @selected: a mark, or -1
 *
 * What is drawn. Owns nothing.
 */
typedef struct
{
  const char *const     *labels;
  guint                  n_lanes;
  const RankleTrackMark *marks;
  guint                  n_marks;
  const char            *time_unit;
  double                 from, to;
  double                 cursor;
  int                    selected;
} RankleTrack;

typedef struct
{
  double          width, left, right; /* of the time axis */
  double          lane_height;
  double          radius; /* of the largest disc */
  double          text_size;
  RanklePlotScale x; /* in shown time units */
  RanklePlotClock clock;
  double          ticks[RANKLE_PLOT_MAX_TICKS];
  guint           n_ticks;
} RankleTrackLayout;

/* What a mark takes on each side of its middle [px], to be hit: 24 px in all. */
#define RANKLE_TRACK_REACH 12.0

/* Of lanes and axis together [px]. */
double rankle_track_measure_lane (const RanklePlotTheme *theme);
double rankle_track_measure_axis (const RanklePlotTheme *theme);
void   rankle_track_layout_compute (RankleTrackLayout     *layout,
                                    const RankleTrack     *track,
                                    const RanklePlotTheme *theme,
                                    double                 width);

double rankle_track_x_to_time (const RankleTrackLayout *layout, double x);
double rankle_track_time_to_x (const RankleTrackLayout *layout, double time);
/* The lane there, or -1. */
int rankle_track_find_lane (const RankleTrackLayout *layout,
                            const RankleTrack       *track,
                            double                   y);
/* The mark that is nearest to a place on its lane, within reach, or -1. */
int rankle_track_find_mark (const RankleTrackLayout *layout,
                            const RankleTrack       *track,
                            double                   x,
                            double                   y);

G_END_DECLS
