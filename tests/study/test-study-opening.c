/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a model opens with, and what becomes of it. */

#include <math.h>
#include <string.h>

#include "fake-runner.h"
#include "rankle-model-file.h"
#include "rankle-study.h"
#include "toy-model.h"

typedef struct
{
  RankleModel *still, *starting; /* the second opens with a dose of 5 */
  RankleStudy *study;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sidecar = g_strconcat ("{ \"start\": { \"dose\": 5, \"count\": 1 }, ",
                                          strchr (toy_sidecar, '{') + 1, NULL);
  GError          *error = NULL;

  fixture->still = toy_model_new ();
  fixture->starting =
      rankle_model_new_from_antimony (toy_text, -1, "toy.ant", sidecar, &error);
  g_assert_no_error (error);
  fixture->study = rankle_study_new ();
  fake_runner_set_quick (TRUE);
  rankle_study_set_model (fixture->study, fixture->still);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  rankle_study_close (fixture->study);
  g_assert_finalize_object (fixture->study);
  rankle_model_unref (fixture->starting);
  rankle_model_unref (fixture->still);
}

static double
get_dose (Fixture *f)
{
  return rankle_study_get_control (f->study, "dose");
}

static guint
count_doses (Fixture *f)
{
  guint n;

  rankle_study_get_dose_times (f->study, &n);
  return n;
}

/* The depot at its peak. */
static double
get_peak (RankleTrajectory *trajectory)
{
  return rankle_trajectory_get_value_at (trajectory, 1, 1e-6);
}

static void
notify_cb (RankleStudy *study, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

/* The user moved nothing: it is seen, the baseline is still neutral, and it is no step of
 * undo. */
static void
test_opens (Fixture *f, gconstpointer data)
{
  guint count = 0;

  g_signal_connect (f->study, "notify::scenario", G_CALLBACK (notify_cb), &count);
  rankle_study_set_model (f->study, f->starting);
  g_assert_cmpuint (count, ==, 1);
  g_assert_cmpfloat (get_dose (f), ==, 5);
  g_assert_true (rankle_study_control_changed (f->study, "dose"));
  g_assert_cmpuint (count_doses (f), ==, 1);
  g_assert_cmpfloat (get_peak (rankle_study_get_trajectory (f->study)), >, 4999);
  g_assert_cmpfloat (get_peak (rankle_study_get_baseline (f->study)), ==, 0);
  rankle_study_undo (f->study);
  g_assert_true (rankle_study_get_model (f->study) == f->still);
  g_assert_cmpfloat (get_dose (f), ==, 0);
}

static void
test_reset_is_neutral (Fixture *f, gconstpointer data)
{
  rankle_study_set_model (f->study, f->starting);
  rankle_study_reset_control (f->study, "dose");
  g_assert_cmpfloat (get_dose (f), ==, 0);
  g_assert_false (rankle_study_control_changed (f->study, "dose"));
  rankle_study_undo (f->study);
  g_assert_cmpfloat (get_dose (f), ==, 5);
}

/* The next model is asked what was asked before, not what this one opened with. */
static void
test_leaves_with_its_model (Fixture *f, gconstpointer data)
{
  g_autoptr (RankleScenario) before = rankle_scenario_new ("before", "Before", "Still.");

  rankle_study_set_scenario (f->study, before);
  rankle_study_set_model (f->study, f->starting);
  g_assert_cmpstr (rankle_scenario_get_title (rankle_study_get_scenario (f->study)), ==,
                   "Before");
  g_assert_cmpstr (rankle_scenario_get_description (rankle_study_get_scenario (f->study)),
                   ==, "");
  rankle_study_set_model (f->study, f->still);
  g_assert_true (rankle_study_get_scenario (f->study) == before);
  g_assert_cmpfloat (get_dose (f), ==, 0);
  rankle_study_set_model (f->study, f->starting);
  g_assert_cmpfloat (get_dose (f), ==, 5);
}

static void
test_touched_stays (Fixture *f, gconstpointer data)
{
  rankle_study_set_model (f->study, f->starting);
  rankle_study_set_control (f->study, "filling", 2);
  rankle_study_set_model (f->study, f->still);
  g_assert_cmpfloat (get_dose (f), ==, 5);
  g_assert_cmpfloat (rankle_study_get_control (f->study, "filling"), ==, 2);
}

/* One question to two models: nothing is added to it. */
static void
test_question_stands (Fixture *f, gconstpointer data)
{
  rankle_study_set_control (f->study, "filling", 2);
  rankle_study_set_model (f->study, f->starting);
  g_assert_cmpfloat (get_dose (f), ==, 0);
}

/* What only other models have is no question to this one. */
static void
test_foreign_question (Fixture *f, gconstpointer data)
{
  rankle_study_set_control (f->study, "opg", 4);
  rankle_study_set_model (f->study, f->starting);
  g_assert_cmpfloat (get_dose (f), ==, 5);
}

/* A preset says where the controls stand, even where it leaves them alone. */
static void
test_preset_is_neutral (Fixture *f, gconstpointer data)
{
  g_autoptr (RankleScenario) healthy = rankle_scenario_new ("healthy", "Healthy", "");

  rankle_study_set_model (f->study, f->starting);
  rankle_study_set_scenario (f->study, healthy);
  g_assert_cmpfloat (get_dose (f), ==, 0);
}

/* The way back to a model is to what it opens with. */
static void
test_back_to_the_model (Fixture *f, gconstpointer data)
{
  g_autoptr (RankleScenario) plain = rankle_scenario_new ("plain", "Plain", "");

  rankle_study_set_model (f->study, f->starting);
  rankle_study_set_control (f->study, "filling", 2);
  rankle_study_set_control (f->study, "dose", 7);
  rankle_study_return_to_model (f->study, plain);
  g_assert_cmpfloat (get_dose (f), ==, 5);
  g_assert_cmpfloat (rankle_study_get_control (f->study, "filling"), ==, 1);
  rankle_study_set_model (f->study, f->still);
  g_assert_true (rankle_study_get_scenario (f->study) == plain);
}

static const struct
{
  const char *path;
  void (*run) (Fixture *, gconstpointer);
} tests[] = {
  { "/study-opening/opens", test_opens },
  { "/study-opening/reset-is-neutral", test_reset_is_neutral },
  { "/study-opening/leaves-with-its-model", test_leaves_with_its_model },
  { "/study-opening/touched-stays", test_touched_stays },
  { "/study-opening/question-stands", test_question_stands },
  { "/study-opening/foreign-question", test_foreign_question },
  { "/study-opening/preset-is-neutral", test_preset_is_neutral },
  { "/study-opening/back-to-the-model", test_back_to_the_model },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
