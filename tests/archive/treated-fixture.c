/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "treated-fixture.h"

#include <math.h>
#include <string.h>

#include "rankle-sbml.h"
#include "rankle-text.h"
#include "rankle-treated-sbml.h"

static RankleTrajectory *
run (RankleProtocol *protocol)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  RankleTrajectory *trajectory =
      rankle_integrator_run (integrator, protocol, NULL, &error);

  g_assert_no_error (error);
  return trajectory;
}

/* (transfer full): the plain run of what was read. */
static RankleTrajectory *
run_text (const char *sbml, const RankleProtocol *like)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model =
      rankle_text_read_sbml (sbml, strlen (sbml), "treated.xml", &error);
  g_autoptr (RankleProtocol) protocol = NULL;
  const double *times;
  guint         n;

  g_assert_no_error (error);
  protocol = rankle_protocol_new (model);
  times = rankle_protocol_get_times (like, &n);
  rankle_protocol_set_times (protocol, times, n);
  rankle_protocol_set_tolerances (protocol, rankle_protocol_get_relative_tolerance (like),
                                  rankle_protocol_get_absolute_tolerance (like));
  rankle_protocol_seal (protocol);
  return run (protocol);
}

static void
compare_column (const RankleTrajectory *expected,
                const RankleTrajectory *got,
                guint                   column)
{
  RankleModel  *model = rankle_trajectory_get_model (expected);
  const char   *id = rankle_model_get_column (model, column)->id;
  int           other = rankle_model_find_column (rankle_trajectory_get_model (got), id);
  const double *a = rankle_trajectory_get_column (expected, column);
  const double *b;
  double        largest = 0;

  g_assert_cmpint (other, >=, 0);
  b = rankle_trajectory_get_column (got, (guint)other);
  for (guint i = 0; i < rankle_trajectory_get_n_times (expected); i++)
    largest = fmax (largest, fabs (a[i]));
  for (guint i = 0; i < rankle_trajectory_get_n_times (expected); i++)
    if (!(fabs (a[i] - b[i]) <= 1e-9 * largest))
      {
        g_test_message ("%s at %g: %.17g, read back %.17g", id,
                        rankle_trajectory_get_times (expected)[i], a[i], b[i]);
        g_test_fail ();
        return;
      }
}

static gboolean
is_constant (const RankleProtocol *protocol, const RankleTrajectory *got, guint column)
{
  RankleModel *model = rankle_protocol_get_model (protocol);

  return column < rankle_model_get_n_states (model) &&
         rankle_protocol_get_held (protocol)[column] &&
         rankle_model_find_column (rankle_trajectory_get_model (got),
                                   rankle_model_get_state (model, column)->id) < 0;
}

/* What never moves may be a number of the model. */
static void
compare_held (const RankleProtocol *protocol, const RankleTrajectory *got, guint state)
{
  const char *id =
      rankle_model_get_state (rankle_protocol_get_model (protocol), state)->id;
  const RankleQuantity *quantity =
      rankle_model_find (rankle_trajectory_get_model (got), id);

  g_assert_nonnull (quantity);
  g_assert_cmpint (quantity->kind, ==, RANKLE_QUANTITY_PARAMETER);
  g_assert_cmpfloat (quantity->value, ==, rankle_protocol_get_initial (protocol)[state]);
}

void
treated_check (RankleProtocol *protocol, gboolean is_checked)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleTrajectory) expected = run (protocol);
  g_autoptr (RankleTrajectory) got = NULL;
  g_autofree char *sbml = rankle_protocol_to_sbml (protocol, &error);

  g_assert_no_error (error);
  if (is_checked)
    {
      g_autofree char *complaints = rankle_sbml_check (sbml);

      g_assert_cmpstr (complaints, ==, NULL);
    }
  got = run_text (sbml, protocol);
  for (guint i = 0; i < rankle_trajectory_get_n_columns (expected); i++)
    if (is_constant (protocol, got, i))
      compare_held (protocol, got, i);
    else
      compare_column (expected, got, i);
}
