/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim-fixture.h"

#include "rankle-model-file.h"

RankleModel *
sim_model_new (const char *body)
{
  static const char sidecar[] =
      "{ \"schema\": 1, \"title\": \"Test\", \"time_unit\": \"day\", \"horizon\": 100 }";
  g_autofree char *text = g_strdup_printf ("model m()\n%s\nend\n", body);
  g_autoptr (GError) error = NULL;
  RankleModel *model = rankle_model_new_from_antimony (text, -1, "test", sidecar, &error);

  g_assert_no_error (error);
  return model;
}

static guint
find (RankleModel *model, const char *id, RankleQuantityKind kind)
{
  const RankleQuantity *quantity = rankle_model_find (model, id);

  g_assert_nonnull (quantity);
  g_assert_cmpint (quantity->kind, ==, kind);
  return quantity->index;
}

guint
sim_state (RankleModel *model, const char *id)
{
  return find (model, id, RANKLE_QUANTITY_STATE);
}

guint
sim_parameter (RankleModel *model, const char *id)
{
  return find (model, id, RANKLE_QUANTITY_PARAMETER);
}

RankleTrajectory *
sim_run (RankleProtocol *protocol)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  RankleTrajectory *trajectory =
      rankle_integrator_run (integrator, protocol, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (trajectory);
  return trajectory;
}

double
sim_at (const RankleTrajectory *trajectory, const char *id, double time)
{
  const double *times = rankle_trajectory_get_times (trajectory);
  int column = rankle_model_find_column (rankle_trajectory_get_model (trajectory), id);

  g_assert_cmpint (column, >=, 0);
  for (guint i = 0; i < rankle_trajectory_get_n_times (trajectory); i++)
    if (!(times[i] < time) && !(times[i] > time))
      return rankle_trajectory_get_column (trajectory, (guint)column)[i];
  g_error ("no row at %g", time);
}
