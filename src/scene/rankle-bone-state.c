/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-bone-state.h"

#include <math.h>

#include "rankle-time-unit.h"

#define DAY  (24 * 3600.0)
#define YEAR (365 * DAY)
/* The trend is told from this long before the cursor to as long behind it. */
#define TREND_REACH (15 * DAY)

/* The site whose bone volume is shown, and its mineral content. */
static const struct
{
  const char *bone, *mineral;
} sites[] = {
  { "bone_spine", "mineral_spine" },
  { "bone_hip", "mineral_hip" },
  { "f_bm", NULL },
};

/* Density is bone and mineral at once, so it is no volume. */
static gboolean
is_density (const RankleModel *model, int column)
{
  static const char *const densities[] = { "BMD_spine", "BMD_hip", "BMD_neck" };
  RankleObserved           observed;

  for (guint i = 0; i < G_N_ELEMENTS (densities); i++)
    if (rankle_model_find_observed (model, densities[i], &observed) &&
        (int)observed.column == column)
      return TRUE;
  return FALSE;
}

/* -1: there is none. *@mineral: of the same site, -1: none. */
static int
find_bone (const RankleModel *model, int *mineral)
{
  int column;

  *mineral = -1;
  for (guint i = 0; i < G_N_ELEMENTS (sites); i++)
    {
      column = rankle_model_find_column (model, sites[i].bone);
      if (column < 0)
        continue;
      if (sites[i].mineral != NULL)
        *mineral = rankle_model_find_column (model, sites[i].mineral);
      return column;
    }
  column = rankle_model_find_glyph_column (model, "bone");
  return column >= 0 && !is_density (model, column) ? column : -1;
}

/* NaN where there is no such column, or it did not come so far. */
static double
value_at (const RankleTrajectory *run, int column, double time)
{
  return column < 0 ? NAN : rankle_trajectory_get_value_at (run, (guint)column, time);
}

static double
first_value (const RankleTrajectory *run, int column)
{
  return column < 0 ? NAN : rankle_trajectory_get_column (run, (guint)column)[0];
}

/* NaN where there is nothing to be a multiple of. */
static double
divide (double value, double by)
{
  return by > 0 && isfinite (value) ? value / by : NAN;
}

static double
find_ratio (const RankleTrajectory *run,
            const RankleTrajectory *baseline,
            const char             *glyph,
            double                  time)
{
  int column = rankle_model_find_glyph_column (rankle_trajectory_get_model (run), glyph);

  return divide (value_at (run, column, time), first_value (baseline, column));
}

/* The times are kept to those of the run, at whose ends the trend is one-sided. */
static double
find_trend (const RankleTrajectory *run, int column, double time)
{
  const RankleModel *model = rankle_trajectory_get_model (run);
  double        unit = rankle_time_unit_get_seconds (rankle_model_get_time_unit (model));
  const double *times = rankle_trajectory_get_times (run);
  double        last = times[rankle_trajectory_get_n_times (run) - 1];
  double        from, to, gain;

  if (!(unit > 0))
    return NAN;
  from = MAX (time - TREND_REACH / unit, times[0]);
  to = MIN (time + TREND_REACH / unit, last);
  gain = value_at (run, column, to) - value_at (run, column, from);
  return divide (gain, first_value (run, column)) / divide (to - from, YEAR / unit);
}

RankleBoneState
rankle_bone_state (const RankleTrajectory *run,
                   const RankleTrajectory *baseline,
                   double                  time,
                   double                  start)
{
  RankleBoneState state = { .known = RANKLE_BONE_NONE, .start = start };
  int             bone, mineral;
  double          quotient;

  g_return_val_if_fail (run != NULL && isfinite (time) && start > 0, state);

  if (baseline == NULL)
    baseline = run;
  g_return_val_if_fail (
      rankle_trajectory_get_model (run) == rankle_trajectory_get_model (baseline), state);
  bone = find_bone (rankle_trajectory_get_model (run), &mineral);
  if (bone < 0)
    return state;
  quotient = divide (value_at (run, bone, time), first_value (run, bone));
  state.known = isnan (quotient) ? RANKLE_BONE_NOT_RUN : RANKLE_BONE_SHOWN;
  state.fraction = start * quotient;
  state.mineral = value_at (run, mineral, time);
  state.ratios[RANKLE_BONE_OSTEOCLAST] = find_ratio (run, baseline, "osteoclast", time);
  state.ratios[RANKLE_BONE_OSTEOBLAST] = find_ratio (run, baseline, "osteoblast", time);
  state.trend = find_trend (run, bone, time);
  return state;
}

RankleBoneKey
rankle_bone_state_get_key (const RankleBoneState *state)
{
  RankleBoneKey key = { 0 };

  g_return_val_if_fail (state != NULL && state->known == RANKLE_BONE_SHOWN, key);

  return rankle_bone_key (state->start, state->fraction,
                          state->ratios[RANKLE_BONE_OSTEOCLAST]);
}

double
rankle_bone_state_get_mineral_share (const RankleBoneState *state)
{
  double share;

  g_return_val_if_fail (state != NULL, 1);

  share = (state->mineral - RANKLE_BONE_LEAST_MINERAL) /
          (RANKLE_BONE_MOST_MINERAL - RANKLE_BONE_LEAST_MINERAL);
  return isnan (share) ? 1 : CLAMP (share, 0, 1);
}
