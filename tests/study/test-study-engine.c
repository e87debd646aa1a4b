/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The study with the real engine and a real main loop. */

#include <math.h>
#include <string.h>

#include "rankle-study.h"
#include "toy-model.h"

static void
settle (RankleStudy *study)
{
  gboolean busy = TRUE;

  g_object_get (study, "busy", &busy, NULL);
  while (busy)
    {
      g_main_context_iteration (NULL, TRUE);
      g_object_get (study, "busy", &busy, NULL);
    }
}

static void
test_last_value_wins (void)
{
  g_autoptr (RankleModel) model = toy_model_new ();
  RankleStudy *study = rankle_study_new ();

  rankle_study_set_model (study, model);
  for (guint i = 1; i <= 300; i++)
    rankle_study_set_control (study, "filling", 1 + i);
  settle (study);
  g_assert_nonnull (rankle_study_get_baseline (study));
  g_assert_null (rankle_study_get_failure (study));
  g_assert_cmpfloat_with_epsilon (
      rankle_trajectory_get_value_at (rankle_study_get_trajectory (study), 0, 40), 602,
      1e-2);
  rankle_study_close (study);
  g_assert_finalize_object (study);
}

/* What was computed until the explosion is shown, and no good curve that is of something
 * else. */
static void
test_explosion_in_mid_drag (void)
{
  g_autoptr (RankleModel) model = toy_model_new ();
  RankleStudy      *study = rankle_study_new ();
  RankleTrajectory *run;

  rankle_study_set_model (study, model);
  settle (study);
  g_assert_false (rankle_trajectory_is_partial (rankle_study_get_trajectory (study)));
  rankle_study_set_control (study, "boom", 1);
  settle (study);
  run = rankle_study_get_trajectory (study);
  g_test_message ("%s", rankle_study_get_failure (study));
  g_assert_nonnull (strstr (rankle_study_get_failure (study),
                            " days: pool grows without bound. Try an end before that, or "
                            "look at boom, on which its rate depends most. What was "
                            "computed until then is shown."));
  g_assert_true (rankle_trajectory_is_partial (run));
  g_assert_cmpfloat (rankle_trajectory_get_column (run, 0)[1], >, 2);
  rankle_study_set_cursor (study, 40);
  g_assert_true (isnan (rankle_study_get_value (study, 0)));
  rankle_study_set_control (study, "boom", 0);
  settle (study);
  g_assert_null (rankle_study_get_failure (study));
  g_assert_false (rankle_trajectory_is_partial (rankle_study_get_trajectory (study)));
  g_assert_finalize_object (study);
}

static void
test_close_in_mid_flight (void)
{
  g_autoptr (RankleModel) model = toy_model_new ();

  for (guint i = 0; i < 50; i++)
    {
      RankleStudy *study = rankle_study_new ();

      rankle_study_set_model (study, model);
      rankle_study_set_control (study, "filling", 2 + i);
      g_assert_finalize_object (study);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/study-engine/last-value-wins", test_last_value_wins);
  g_test_add_func ("/study-engine/explosion-in-mid-drag", test_explosion_in_mid_drag);
  g_test_add_func ("/study-engine/close-in-mid-flight", test_close_in_mid_flight);
  return g_test_run ();
}
