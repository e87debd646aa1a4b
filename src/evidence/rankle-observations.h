/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a table counts time in. A month is a twelfth of a year of 365 days. */
typedef enum
{
  RANKLE_CLOCK_UNSTATED, /* taken for days until it is said */
  RANKLE_CLOCK_SECOND,
  RANKLE_CLOCK_MINUTE,
  RANKLE_CLOCK_HOUR,
  RANKLE_CLOCK_DAY,
  RANKLE_CLOCK_WEEK,
  RANKLE_CLOCK_MONTH,
  RANKLE_CLOCK_YEAR,
  RANKLE_N_CLOCKS
} RankleClock;

/* As files spell them, in that order; NULL at the end. */
extern const char *const rankle_clock_names[];
/* One of these, [days] */
double rankle_clock_get_days (RankleClock clock);

/**
 * RankleMeasuredAs:
 * @RANKLE_MEASURED_AS_VALUE: as the model, or what studies measure of it, has it
 * @RANKLE_MEASURED_AS_PERCENT: in % of what it was at the observations' 0
 * @RANKLE_MEASURED_AS_CHANGE: in % more (or less) than then
 * @RANKLE_MEASURED_AS_FOLD: over what it was then
 */
typedef enum
{
  RANKLE_MEASURED_AS_VALUE,
  RANKLE_MEASURED_AS_PERCENT,
  RANKLE_MEASURED_AS_CHANGE,
  RANKLE_MEASURED_AS_FOLD,
  RANKLE_N_MEASURED_AS
} RankleMeasuredAs;

/* As files spell them, in that order; NULL at the end. */
extern const char *const rankle_measured_as_names[];

/**
 * RankleObservedSeries:
 * @name: as the table calls it
 * @target: what it is in a model: a column's id or label, or what evidence calls it; "":
 * it is not shown
 *
 * One quantity of a table of observations.
 */
typedef struct
{
  const char      *name;
  const char      *target;
  RankleMeasuredAs measured_as;
} RankleObservedSeries;

/**
 * RankleObservation:
 * @time: as the observations' clock counts
 * @value: @low: @high: as its series is measured; @low and @high are NaN where no spread
 * is told, else @low <= @value <= @high
 * @series: @arm: indices; @arm is -1 where none is told
 */
typedef struct
{
  double time;
  double value, low, high;
  guint  series;
  int    arm;
} RankleObservation;

/**
 * RankleObservations:
 *
 * Points of one's own: a table that was measured, and how it is to be read: what counts
 * its time, when its 0 is, what its quantities are in a model, and which of its arms is
 * looked at. Filled by its maker, then constant; a copy shares the points. Reference
 * counted.
 */
typedef struct _RankleObservations RankleObservations;

/* @name: of the file, without its folder */
RankleObservations *rankle_observations_new (const char *name);
RankleObservations *rankle_observations_ref (RankleObservations *observations);
void                rankle_observations_unref (RankleObservations *observations);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleObservations, rankle_observations_unref)
/* (transfer full): another that may be read otherwise; its points are the same, and none
 * is added to either. */
RankleObservations *rankle_observations_copy (const RankleObservations *observations);
/* The same points, read alike. Both (nullable). */
gboolean rankle_observations_equal (const RankleObservations *a,
                                    const RankleObservations *b);

/* ---- what was measured ---- */

/* The index of that series or arm, which is a new one where there is none of the name. A
 * new series is taken for what its name says. */
guint rankle_observations_add_series (RankleObservations *observations, const char *name);
guint rankle_observations_add_arm (RankleObservations *observations, const char *name);
void  rankle_observations_add (RankleObservations      *observations,
                               const RankleObservation *point);

const char *rankle_observations_get_name (const RankleObservations *observations);
guint       rankle_observations_get_n_series (const RankleObservations *observations);
const RankleObservedSeries *
rankle_observations_get_series (const RankleObservations *observations, guint index);
guint       rankle_observations_get_n_arms (const RankleObservations *observations);
const char *rankle_observations_get_arm (const RankleObservations *observations,
                                         guint                     index);
/* In the order in which they were added. */
const RankleObservation *
rankle_observations_get_points (const RankleObservations *observations, guint *n);

/* ---- how it is read ---- */

void rankle_observations_set_clock (RankleObservations *observations, RankleClock clock);
RankleClock rankle_observations_get_clock (const RankleObservations *observations);
/* [days of the run] at which the table's time is 0. */
void   rankle_observations_set_zero (RankleObservations *observations, double days);
double rankle_observations_get_zero (const RankleObservations *observations);
/* -1: all of them. */
void rankle_observations_set_shown_arm (RankleObservations *observations, int arm);
int  rankle_observations_get_shown_arm (const RankleObservations *observations);
void rankle_observations_set_series (RankleObservations *observations,
                                     guint               index,
                                     const char         *target,
                                     RankleMeasuredAs    measured_as);
/* None of its points is looked at, whatever its arms are. */
void rankle_observations_set_hidden (RankleObservations *observations, gboolean hidden);
gboolean rankle_observations_get_hidden (const RankleObservations *observations);
/* Reads them as @others are read, as far as series and arms are called alike; the clock
 * that the table itself tells stays. */
void rankle_observations_adopt (RankleObservations       *observations,
                                const RankleObservations *others);
/* It is of the arm that is looked at, its series is shown, and the table is not hidden.
 */
gboolean rankle_observations_shows (const RankleObservations *observations,
                                    const RankleObservation  *point);
/* [days of the run] */
double rankle_observations_get_day (const RankleObservations *observations,
                                    const RankleObservation  *point);

G_END_DECLS
