/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "truth-shares.h"

#include <math.h>

/* What they may differ by, of a stack's whole or of the largest value. */
#define ALIKE 0.01

typedef struct
{
  const State            *state;
  const RankleTrajectory *finer;
  TruthFaultFunc          report;
  const char             *told; /* what was last reported: once is enough */
  guint                   n;    /* values that were looked at */
} Check;

static void
compare (
    Check *self, const char *what, guint row, double value, double other, double whole)
{
  g_autofree char *fault = NULL;

  self->n++;
  if (fabs (value - other) <= ALIKE * whole || self->told == what)
    return;
  self->told = what;
  fault = g_strdup_printf ("%s is noise at %g: %g of %g, and held closer %g", what,
                           rankle_trajectory_get_times (self->state->run)[row], value,
                           whole, other);
  self->report (self->state, fault);
}

/* ---- by itself ---- */

static double
find_largest (const double *values, guint n)
{
  double largest = 0;

  for (guint i = 0; i < n; i++)
    largest = fmax (largest, fabs (values[i]));
  return largest;
}

static void
check_column (Check *self, guint column, const char *label, guint n)
{
  const double *values = rankle_trajectory_get_shown (self->state->run, column);
  const double *others = rankle_trajectory_get_column (self->finer, column);
  double        largest = find_largest (others, n);

  for (guint row = 0; row < n; row++)
    if (!isnan (values[row]))
      compare (self, label, row, values[row], others[row], largest);
}

static void
check_columns (Check *self, const RankleModel *model, guint n)
{
  for (guint i = 0; i < rankle_model_get_n_columns (model); i++)
    {
      const RankleQuantity *quantity = rankle_model_get_column (model, i);

      if (quantity->n_parts > 0)
        check_column (self, i, quantity->label, n);
    }
}

/* ---- in a stack ---- */

static double
get_share (const RankleTrajectory *run, const RanklePanel *panel, guint i, guint row)
{
  double sum = 0;

  for (guint k = 0; k < panel->n_columns; k++)
    sum += fmax (rankle_trajectory_get_column (run, panel->columns[k])[row], 0);
  return fmax (rankle_trajectory_get_column (run, panel->columns[i])[row], 0) / sum;
}

static void
check_stack (Check *self, const RanklePanel *panel, guint n)
{
  g_autofree guint8 *nothing =
      rankle_trajectory_dup_nothing (self->state->run, panel->columns, panel->n_columns);

  for (guint row = 0; row < n; row++)
    for (guint i = 0; i < panel->n_columns; i++)
      if (nothing == NULL || !nothing[row])
        compare (self, panel->id, row, get_share (self->state->run, panel, i, row),
                 get_share (self->finer, panel, i, row), 1);
}

/* ---- all of them ---- */

static gboolean
has_shares (const RankleModel *model)
{
  for (guint i = 0; i < rankle_model_get_n_columns (model); i++)
    if (rankle_model_get_column (model, i)->n_parts > 0)
      return TRUE;
  for (guint i = 0; i < rankle_model_get_n_panels (model); i++)
    if (rankle_model_get_panel (model, i)->kind == RANKLE_PANEL_STACKED)
      return TRUE;
  return FALSE;
}

static RankleTrajectory *
run_again (const State *state, RankleModel *model)
{
  const RankleProtocol *protocol = rankle_trajectory_get_protocol (state->run);

  return state_ask (model, rankle_session_get_scenario (state->session),
                    0.1 * rankle_protocol_get_relative_tolerance (protocol));
}

guint
truth_check_shares (const State *state, TruthFaultFunc report)
{
  RankleModel *model = rankle_session_get_model (state->session);
  g_autoptr (RankleTrajectory) finer = NULL;
  Check self = { .state = state, .report = report };
  guint n;

  if (!has_shares (model))
    return 0;
  self.finer = finer = run_again (state, model);
  g_assert_nonnull (finer);
  n = MIN (rankle_trajectory_get_n_times (state->run),
           rankle_trajectory_get_n_times (finer));
  check_columns (&self, model, n);
  for (guint i = 0; i < rankle_model_get_n_panels (model); i++)
    if (rankle_model_get_panel (model, i)->kind == RANKLE_PANEL_STACKED)
      check_stack (&self, rankle_model_get_panel (model, i), n);
  return self.n;
}
