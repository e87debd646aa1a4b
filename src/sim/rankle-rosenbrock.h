/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RankleRosenbrock:
 *
 * One step after another of Rodas4P2, a linearly implicit method of order 4 with six
 * stages (G. Steinebach: Improvement of Rosenbrock-Wanner Method RODASP. In:
 * Progress in Differential-Algebraic Equations II, Springer 2020): one matrix and six
 * right-hand sides a step, no iteration, nothing remembered from step to step. At coarse
 * tolerances it is quicker than BDF and, since it forgets, starts at full order after
 * each dose. It has its own interpolation. Not thread safe.
 */
typedef struct _RankleRosenbrock RankleRosenbrock;

/**
 * RankleRosenbrockResult:
 * @RANKLE_ROSENBROCK_TOO_SMALL: no step is small enough, by the error or by rates that
 * are undefined
 * @RANKLE_ROSENBROCK_ENDED: a function of the system asked for the end
 */
typedef enum
{
  RANKLE_ROSENBROCK_DONE,
  RANKLE_ROSENBROCK_TOO_SMALL,
  RANKLE_ROSENBROCK_ENDED,
} RankleRosenbrockResult;

/**
 * RankleRosenbrockSystem:
 * @rates: d(state)/d(time); 0, or more than 0 where they are undefined, or less to end
 * @factorise: gets ready to solve (I - @gamma J) x = b with J at @time and @state;
 * FALSE: it is singular
 * @solve: b becomes x
 * @weigh: 1 / (what each state may be wrong by), of the state that a step begins with
 */
typedef struct
{
  int (*rates) (gpointer data, double time, const double *state, double *rates);
  gboolean (*factorise) (gpointer      data,
                         double        time,
                         const double *state,
                         gboolean same, /* as at the call before: J need not be new */
                         double   gamma);
  gboolean (*solve) (gpointer data, double *b);
  void (*weigh) (gpointer data, const double *state, double *weights);
  gpointer data;
} RankleRosenbrockSystem;

RankleRosenbrock *rankle_rosenbrock_new (guint                         n_states,
                                         const RankleRosenbrockSystem *system);
void              rankle_rosenbrock_free (RankleRosenbrock *rosenbrock);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleRosenbrock, rankle_rosenbrock_free)

/* Starts afresh at @time and @state (copied); no step goes beyond @limit. @follows_time:
 * the rates depend on time itself. */
void rankle_rosenbrock_restart (RankleRosenbrock *rosenbrock,
                                double            time,
                                double            limit,
                                const double     *state,
                                gboolean          follows_time);

/* One step, of @longest at most (> 0); @time and @state are where it came to. @least
 * (> 0): below it time stands still. Of a step that was not made both stay. */
RankleRosenbrockResult rankle_rosenbrock_step (RankleRosenbrock *rosenbrock,
                                               double            least,
                                               double            longest,
                                               double           *time,
                                               double           *state);
/* What the next step would be, if nothing bounds it; 0: it will be found out. */
double rankle_rosenbrock_get_next (const RankleRosenbrock *rosenbrock);
/* Of the last step: the state at a time within it. */
void rankle_rosenbrock_interpolate (const RankleRosenbrock *rosenbrock,
                                    double                  time,
                                    double                 *state);

G_END_DECLS
