/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-complex-state.h"

#include <math.h>

/* Who takes a groove first. */
static const RankleHolder order[] = {
  RANKLE_HOLDER_RANK,      RANKLE_HOLDER_OPG,     RANKLE_HOLDER_OPG_FC,
  RANKLE_HOLDER_DENOSUMAB, RANKLE_HOLDER_PEPTIDE, RANKLE_HOLDER_FREE,
};

G_STATIC_ASSERT (G_N_ELEMENTS (order) == RANKLE_N_HOLDERS);

/* ---- shares to seats ---- */

static double
add_up (const double *shares, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    {
      g_assert (shares[i] >= 0);
      sum += shares[i];
    }
  return sum;
}

static guint
find_largest (const double *remainders, guint n)
{
  guint largest = 0;

  for (guint i = 1; i < n; i++)
    if (remainders[i] > remainders[largest])
      largest = i;
  return largest;
}

void
rankle_apportion (const double *shares, guint n, guint seats, guint *counts)
{
  g_autofree double *remainders = NULL;
  double             sum;
  guint              left = seats;

  g_return_if_fail (shares != NULL && counts != NULL && n > 0);

  remainders = g_new (double, n);
  sum = add_up (shares, n);
  for (guint i = 0; i < n; i++)
    {
      double quota = sum > 0 ? seats * (shares[i] / sum) : 0;

      counts[i] = MIN ((guint)quota, left);
      remainders[i] = quota - counts[i];
      left -= counts[i];
    }
  for (; left > 0 && sum > 0; left--)
    {
      guint next = find_largest (remainders, n);

      counts[next]++;
      remainders[next] = -1;
    }
  counts[0] += left;
}

/* ---- the model's columns ---- */

/* NaN where the model has no such column. */
static double
look_up (const RankleTrajectory *run, const char *id, double time)
{
  int column = rankle_model_find_column (rankle_trajectory_get_model (run), id);

  return column < 0 ? NAN : rankle_trajectory_get_shown_at (run, (guint)column, time);
}

static RankleComplexKnown
read_states (const RankleTrajectory *run, double time, RankleComplexState *state)
{
  static const char *const ids[] = { "bound_0", "bound_1", "bound_2", "bound_3" };
  const RankleModel       *model = rankle_trajectory_get_model (run);
  double                   shares[G_N_ELEMENTS (ids)];

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      int column = rankle_model_find_column (model, ids[i]);

      if (column < 0)
        return RANKLE_COMPLEX_NO_STATES;
      if (isnan (rankle_trajectory_get_value_at (run, (guint)column, time)))
        return RANKLE_COMPLEX_NOT_RUN;
      shares[i] = rankle_trajectory_get_shown_at (run, (guint)column, time);
      if (isnan (shares[i]))
        return RANKLE_COMPLEX_NO_TRIMERS;
      shares[i] = fmax (shares[i], 0);
    }
  rankle_apportion (shares, G_N_ELEMENTS (ids), 1000, state->of_1000);
  return RANKLE_COMPLEX_SHOWN;
}

/* By holder: amounts of what it holds, or the share of grooves that it is in. */
static const char *const families[][RANKLE_N_HOLDERS] = {
  { [RANKLE_HOLDER_FREE] = "groove_free",
    [RANKLE_HOLDER_OPG] = "groove_OPG",
    [RANKLE_HOLDER_DENOSUMAB] = "groove_denosumab" },
  { [RANKLE_HOLDER_FREE] = "RANKL",
    [RANKLE_HOLDER_OPG] = "RANKL_OPG",
    [RANKLE_HOLDER_OPG_FC] = "RANKL_OPG_Fc",
    [RANKLE_HOLDER_DENOSUMAB] = "RANKL_denosumab",
    [RANKLE_HOLDER_PEPTIDE] = "RANKL_peptide" },
};

/* A family is known by two that it has: RANKL alone says nothing of who holds it. */
static const char *const *
find_family (const RankleModel *model)
{
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    if (rankle_model_find_column (model, families[i][RANKLE_HOLDER_FREE]) >= 0 &&
        rankle_model_find_column (model, families[i][RANKLE_HOLDER_OPG]) >= 0)
      return families[i];
  return NULL;
}

static void
read_holders (const RankleTrajectory *run, double time, RankleComplexState *state)
{
  const char *const *ids = find_family (rankle_trajectory_get_model (run));
  double             sum;

  state->holders_known = ids != NULL;
  for (guint i = 0; ids != NULL && i < RANKLE_N_HOLDERS; i++)
    if (ids[i] != NULL)
      state->shares[i] = fmax (look_up (run, ids[i], time), 0);
  sum = add_up (state->shares, RANKLE_N_HOLDERS);
  for (guint i = 0; i < RANKLE_N_HOLDERS && sum > 0; i++)
    state->shares[i] /= sum;
  if (!(sum > 0))
    state->shares[RANKLE_HOLDER_FREE] = 1;
}

/* ---- who holds the grooves ---- */

static void
count_grooves (const RankleComplexState *state, guint counts[RANKLE_N_HOLDERS])
{
  for (guint i = 0; i < RANKLE_N_HOLDERS; i++)
    counts[i] = 0;
  for (guint i = 0; i < RANKLE_GROOVES; i++)
    counts[state->grooves[i]]++;
}

static gboolean
has_moved (const RankleComplexState *state,
           const RankleComplexState *before,
           guint                     holder)
{
  return fabs (state->shares[holder] - before->settled[holder]) >= RANKLE_COMPLEX_STICKS;
}

/* As before, but that those whose share has moved far enough divide anew what they have
 * together. */
static void
divide_anew (const RankleComplexState *state,
             const RankleComplexState *before,
             guint                     counts[RANKLE_N_HOLDERS])
{
  double moved[RANKLE_N_HOLDERS] = { 0 };
  guint  given[RANKLE_N_HOLDERS], seats = 0;

  for (guint i = 0; i < RANKLE_N_HOLDERS; i++)
    if (has_moved (state, before, i))
      {
        moved[i] = state->shares[i];
        seats += counts[i];
      }
  if (!(add_up (moved, RANKLE_N_HOLDERS) > 0))
    return;
  rankle_apportion (moved, RANKLE_N_HOLDERS, seats, given);
  for (guint i = 0; i < RANKLE_N_HOLDERS; i++)
    if (has_moved (state, before, i))
      counts[i] = given[i];
}

static void
count_holders (RankleComplexState       *state,
               const RankleComplexState *before,
               guint                     counts[RANKLE_N_HOLDERS])
{
  guint    kept[RANKLE_N_HOLDERS] = { 0 };
  gboolean sticks = before != NULL && before->picked == state->picked;

  if (sticks)
    {
      count_grooves (before, kept);
      count_grooves (before, counts);
      divide_anew (state, before, counts);
    }
  else
    {
      rankle_apportion (state->shares, RANKLE_N_HOLDERS, RANKLE_GROOVES - state->picked,
                        counts);
      counts[RANKLE_HOLDER_RANK] = state->picked;
    }
  for (guint i = 0; i < RANKLE_N_HOLDERS; i++)
    state->settled[i] =
        sticks && counts[i] == kept[i] ? before->settled[i] : state->shares[i];
}

/* Who was in a groove, stays there if it still holds one. */
static void
seat (RankleComplexState       *state,
      const RankleComplexState *before,
      guint                     counts[RANKLE_N_HOLDERS])
{
  gboolean taken[RANKLE_GROOVES] = { FALSE };
  guint    next = 0;

  for (guint i = 0; before != NULL && i < RANKLE_GROOVES; i++)
    if (counts[before->grooves[i]] > 0)
      {
        state->grooves[i] = before->grooves[i];
        counts[before->grooves[i]]--;
        taken[i] = TRUE;
      }
  for (guint i = 0; i < RANKLE_GROOVES; i++)
    if (!taken[i])
      {
        while (counts[order[next]] == 0)
          next++;
        state->grooves[i] = order[next];
        counts[order[next]]--;
      }
}

RankleComplexState
rankle_complex_state (const RankleTrajectory   *run,
                      double                    time,
                      guint                     picked,
                      const RankleComplexState *before)
{
  RankleComplexState state = { .picked = picked, .signal = NAN };
  guint              counts[RANKLE_N_HOLDERS];

  g_return_val_if_fail (run != NULL && picked <= RANKLE_GROOVES, state);

  state.known = read_states (run, time, &state);
  if (state.known != RANKLE_COMPLEX_SHOWN)
    return state;
  if (before != NULL && before->known != RANKLE_COMPLEX_SHOWN)
    before = NULL;
  read_holders (run, time, &state);
  count_holders (&state, before, counts);
  seat (&state, before, counts);
  state.signal = look_up (run, "signal", time);
  return state;
}
