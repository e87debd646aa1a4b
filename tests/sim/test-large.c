/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A model of more than a thousand states, whose course is known otherwise. */

#include <math.h>

#include "sim-fixture.h"

#define N   1100
#define END 20.0

/* x0 → x1 → …, each at the rate of what is there. */
static RankleModel *
make_chain (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < N; i++)
    g_string_append_printf (text, "x%u = %u;\n", i, i == 0);
  for (guint i = 0; i + 1 < N; i++)
    g_string_append_printf (text, "x%u -> x%u; x%u;\n", i, i + 1, i);
  return sim_model_new (text->str);
}

/* Of what sets out at place 0, exp (-t) t^i / i! is at place i: Poisson's numbers. */
static double
get_share (guint place, double time)
{
  return exp (place * log (time) - time - lgamma (place + 1.0));
}

static void
test_chain (void)
{
  g_autoptr (RankleModel) model = make_chain ();
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (RankleTrajectory) trajectory = NULL;

  g_assert_cmpuint (rankle_model_get_n_states (model), ==, N);
  rankle_protocol_set_tolerances (protocol, 1e-8, 1e-10);
  rankle_protocol_set_every (protocol, END, END / 4);
  trajectory = sim_run (protocol);
  for (guint i = 0; i + 1 < N; i++)
    {
      const double *values = rankle_trajectory_get_column (trajectory, i);

      for (guint row = 1; row <= 4; row++)
        g_assert_cmpfloat_with_epsilon (values[row], get_share (i, row * END / 4), 1e-7);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/large/chain", test_chain);
  return g_test_run ();
}
