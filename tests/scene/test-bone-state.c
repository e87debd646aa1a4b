/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-bone-state.h"

#include <math.h>

#include "rankle-bone-words.h"
#include "rankle-catalog.h"
#include "rankle-integrator.h"
#include "rankle-question.h"
#include "rankle-scenario-file.h"

static RankleTrajectory *
run (const char *model_id, const char *scenario_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model = rankle_catalog_load (model_id, &error);
  g_autoptr (RankleScenario) scenario = NULL;
  g_autoptr (RankleQuestion) question = NULL;
  g_autoptr (RankleProtocol) protocol = NULL;
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  RankleTrajectory *trajectory;

  g_assert_no_error (error);
  scenario = scenario_id == NULL ? rankle_scenario_file_load_first (model)
                                 : rankle_scenario_file_load (scenario_id, NULL, &error);
  g_assert_no_error (error);
  question = rankle_question_new (model, scenario);
  rankle_question_set_lenient (question, TRUE);
  protocol = rankle_question_make_protocol (question, &error);
  g_assert_no_error (error);
  trajectory = rankle_integrator_run (integrator, protocol, NULL, &error);
  g_assert_no_error (error);
  return trajectory;
}

static double
end_of (const RankleTrajectory *trajectory)
{
  return rankle_trajectory_get_times (
      trajectory)[rankle_trajectory_get_n_times (trajectory) - 1];
}

static double
look_up (const RankleTrajectory *trajectory, const char *id, double time)
{
  int column = rankle_model_find_column (rankle_trajectory_get_model (trajectory), id);

  g_assert_cmpint (column, >=, 0);
  return rankle_trajectory_get_value_at (trajectory, (guint)column, time);
}

/* Whatever the moment, what is shown is what the run says. */
static void
test_follows_run (gconstpointer scenario)
{
  g_autoptr (RankleTrajectory) trajectory = run ("rankle", scenario);

  for (guint i = 0; i < 200; i++)
    {
      double          time = g_test_rand_double_range (0, end_of (trajectory));
      RankleBoneState state = rankle_bone_state (trajectory, NULL, time, 0.2);

      g_assert_cmpint (state.known, ==, RANKLE_BONE_SHOWN);
      g_assert_cmpfloat_with_epsilon (
          state.fraction, 0.2 * look_up (trajectory, "bone_spine", time), 1e-12);
      g_assert_cmpfloat_with_epsilon (state.mineral,
                                      look_up (trajectory, "mineral_spine", time), 1e-12);
      g_assert_cmpfloat_with_epsilon (state.ratios[RANKLE_BONE_OSTEOCLAST],
                                      look_up (trajectory, "osteoclast", time) /
                                          look_up (trajectory, "osteoclast", 0),
                                      1e-9);
      g_assert_cmpfloat_with_epsilon (state.ratios[RANKLE_BONE_OSTEOBLAST],
                                      look_up (trajectory, "osteoblast", time) /
                                          look_up (trajectory, "osteoblast", 0),
                                      1e-9);
    }
}

/* What the cube would show: bone is lost after menopause, and built under denosumab. */
static void
test_trend (void)
{
  g_autoptr (RankleTrajectory) loss = run ("rankle", "natural-menopause-51");
  g_autoptr (RankleTrajectory) rest = run ("rankle", "healthy-adult");
  RankleBoneState before = rankle_bone_state (loss, NULL, 0, 0.2), lowest = before, state;

  for (double time = 0; time < end_of (loss); time += end_of (loss) / 100)
    {
      state = rankle_bone_state (loss, NULL, time, 0.2);
      if (state.trend < lowest.trend)
        lowest = state;
    }
  g_assert_cmpfloat (lowest.trend, <, -0.005);
  g_assert_cmpfloat (lowest.fraction, <, 0.2);
  g_assert_cmpfloat (lowest.ratios[RANKLE_BONE_OSTEOCLAST], >, 1);
  state = rankle_bone_state (rest, NULL, 0, 0.2);
  g_assert_cmpfloat_with_epsilon (state.fraction, 0.2, 1e-9);
  g_assert_cmpfloat (fabs (state.trend), <, 0.005);
}

static void
test_against_baseline (void)
{
  g_autoptr (RankleTrajectory) ill = run ("arthritis", "arthritis-active");
  g_autoptr (RankleTrajectory) other = run ("arthritis", "arthritis-healthy");
  RankleBoneState own = rankle_bone_state (ill, NULL, end_of (ill), 0.2);
  RankleBoneState beside = rankle_bone_state (ill, other, end_of (ill), 0.2);

  g_assert_cmpint (own.known, ==, RANKLE_BONE_SHOWN);
  g_assert_cmpfloat_with_epsilon (
      beside.ratios[RANKLE_BONE_OSTEOCLAST],
      look_up (ill, "C", end_of (ill)) / look_up (other, "C", 0), 1e-9);
  g_assert_cmpfloat_with_epsilon (beside.fraction, own.fraction, 1e-12);
}

/* Density is no volume, and what a model has not is not made up. */
static void
test_models (void)
{
  const struct
  {
    const char     *id;
    RankleBoneKnown known;
    gboolean        has_mineral, has_clasts, has_blasts;
  } models[] = {
    { "rankle", RANKLE_BONE_SHOWN, TRUE, TRUE, TRUE },
    { "lemaire-2004", RANKLE_BONE_NONE, FALSE, FALSE, FALSE },
    { "pivonka-2008", RANKLE_BONE_NONE, FALSE, FALSE, FALSE },
    { "peterson-riggs-2012", RANKLE_BONE_NONE, FALSE, FALSE, FALSE },
    { "rankl-signalling", RANKLE_BONE_NONE, FALSE, FALSE, FALSE },
    { "martinez-reina-2019", RANKLE_BONE_SHOWN, FALSE, TRUE, TRUE },
    { "komarova-2003", RANKLE_BONE_SHOWN, FALSE, TRUE, TRUE },
    { "graham-2013", RANKLE_BONE_SHOWN, FALSE, FALSE, FALSE },
    { "arthritis", RANKLE_BONE_SHOWN, FALSE, TRUE, TRUE },
    { "paget", RANKLE_BONE_SHOWN, FALSE, TRUE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (models); i++)
    {
      g_autoptr (RankleTrajectory) trajectory = run (models[i].id, NULL);
      RankleBoneState state = rankle_bone_state (trajectory, NULL, 0, 0.2);

      g_test_message ("%s: %g, mineral %g", models[i].id, state.fraction, state.mineral);
      g_assert_cmpint (state.known, ==, models[i].known);
      if (state.known != RANKLE_BONE_SHOWN)
        continue;
      g_assert_cmpfloat_with_epsilon (state.fraction, 0.2, 1e-12);
      g_assert_true (isfinite (state.mineral) == models[i].has_mineral);
      g_assert_true (isfinite (state.ratios[0]) == models[i].has_clasts);
      g_assert_true (isfinite (state.ratios[1]) == models[i].has_blasts);
    }
}

static void
test_key (void)
{
  RankleBoneState state = { RANKLE_BONE_SHOWN, 0.2, 0.176, 0.95, { 1.6, 1.7 }, 0 };
  RankleBoneKey   key = rankle_bone_state_get_key (&state);

  g_assert_cmpuint (key.start, ==, 40);
  g_assert_cmpuint (key.volume, ==, 35);
  g_assert_cmpuint (key.osteoclasts, ==, 13);
  g_assert_cmpfloat_with_epsilon (rankle_bone_state_get_mineral_share (&state), 0.5,
                                  1e-9);
  state.mineral = NAN;
  g_assert_cmpfloat_with_epsilon (rankle_bone_state_get_mineral_share (&state), 1, 1e-9);
}

static void
test_sentences (void)
{
  const struct
  {
    RankleBoneState state;
    const char     *sentence;
  } sentences[] = {
    { { RANKLE_BONE_SHOWN, 0.2, 0.18, NAN, { 1.6, 1.7 }, -0.02 },
      "Bone volume 18 percent, start 20. Osteoclasts 1.6 times, osteoblasts 1.7 times "
      "baseline. More bone is lost than built." },
    { { RANKLE_BONE_SHOWN, 0.2, 0.2, 0.93, { 1, 1 }, 0 },
      "Bone volume 20 percent, start 20. Osteoclasts 1.0 times, osteoblasts 1.0 times "
      "baseline. Mineral 93 percent of full. As much bone is built as is lost." },
    { { RANKLE_BONE_SHOWN, 0.2, 0.224, 0.96, { 0.04, 0.5 }, 0.01 },
      "Bone volume 22 percent, start 20. Osteoclasts 0.04 times, osteoblasts 0.5 times "
      "baseline. Mineral 96 percent of full. More bone is built than lost." },
    { { RANKLE_BONE_SHOWN, 0.12, 0.12, NAN, { 12.4, NAN }, -0.5 },
      "Bone volume 12 percent, start 12. Osteoclasts 12 times baseline. More bone is "
      "lost "
      "than built." },
    { { RANKLE_BONE_SHOWN, 0.2, 0.2, NAN, { NAN, 2 }, NAN },
      "Bone volume 20 percent, start 20. Osteoblasts 2.0 times baseline." },
    { { RANKLE_BONE_SHOWN, 0.2, 0.2, NAN, { NAN, NAN }, NAN },
      "Bone volume 20 percent, start 20." },
    { { RANKLE_BONE_SHOWN, 0.2, 0.2, NAN, { 0, 9.96 }, 0.0009 },
      "Bone volume 20 percent, start 20. Osteoclasts 0.00 times, osteoblasts 10 times "
      "baseline. As much bone is built as is lost." },
    { { RANKLE_BONE_SHOWN, 0.2, 1.3, NAN, { NAN, NAN }, 0.4 },
      "Bone volume 130 percent, start 20. More bone is built than lost." },
    { { RANKLE_BONE_NONE, 0.2 }, "This model has no bone volume." },
    { { RANKLE_BONE_NOT_RUN, 0.2 }, "The run did not come so far." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_autofree char *sentence = rankle_bone_sentence (&sentences[i].state);

      g_assert_cmpstr (sentence, ==, sentences[i].sentence);
    }
}

static void
test_labels (void)
{
  RankleBoneState  state = { RANKLE_BONE_SHOWN, 0.2, 0.176, 0.934, { 1.6, NAN }, 0 };
  RankleBoneState  none = { RANKLE_BONE_NONE, 0.2 };
  g_autofree char *title = rankle_bone_title (&state);
  g_autofree char *start = rankle_bone_start_in_words (&state);
  g_autofree char *clasts = rankle_bone_cells_in_words (&state, RANKLE_BONE_OSTEOCLAST);
  g_autofree char *mineral = rankle_bone_mineral_in_words (&state);

  g_assert_cmpstr (title, ==, "Bone volume 18 %");
  g_assert_cmpstr (start, ==, "Drawn as 20 % at the start");
  g_assert_cmpstr (clasts, ==, "Osteoclasts ×1.6");
  g_assert_cmpstr (mineral, ==, "Mineral 93 %");
  g_assert_null (rankle_bone_cells_in_words (&state, RANKLE_BONE_OSTEOBLAST));
  g_assert_null (rankle_bone_title (&none));
  g_assert_null (rankle_bone_mineral_in_words (&none));
  g_assert_null (rankle_bone_complaint (RANKLE_BONE_SHOWN));
  g_assert_nonnull (rankle_bone_subtitle ());
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/bone-state/follows-run/menopause", "natural-menopause-51",
                        test_follows_run);
  g_test_add_data_func ("/bone-state/follows-run/denosumab", "denosumab-10-years",
                        test_follows_run);
  g_test_add_data_func ("/bone-state/follows-run/knock-out", "rankl-off",
                        test_follows_run);
  g_test_add_func ("/bone-state/trend", test_trend);
  g_test_add_func ("/bone-state/against-baseline", test_against_baseline);
  g_test_add_func ("/bone-state/models", test_models);
  g_test_add_func ("/bone-state/key", test_key);
  g_test_add_func ("/bone-state/sentences", test_sentences);
  g_test_add_func ("/bone-state/labels", test_labels);
  return g_test_run ();
}
