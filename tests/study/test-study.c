/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The study against an engine that answers on command, so that every order of events can
 * be had. */

#include <math.h>

#include "fake-runner.h"
#include "rankle-comparison.h"
#include "rankle-study-report.h"
#include "toy-model.h"

typedef struct
{
  RankleModel *model;
  RankleStudy *study;
  GHashTable  *notified; /* property name -> times */
} Fixture;

static void
notify_cb (GObject *object, GParamSpec *pspec, Fixture *fixture)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (fixture->notified, pspec->name));

  g_hash_table_insert (fixture->notified, (gpointer)pspec->name,
                       GUINT_TO_POINTER (n + 1));
}

/* How often @property was notified since the last time it was asked. */
static guint
count (Fixture *fixture, const char *property)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (fixture->notified, property));

  g_hash_table_remove (fixture->notified, property);
  return n;
}

static void
set_up (Fixture *fixture, gconstpointer quick)
{
  fixture->notified = g_hash_table_new (g_str_hash, g_str_equal);
  fixture->model = toy_model_new ();
  fixture->study = rankle_study_new ();
  fake_runner_set_quick (quick != NULL);
  rankle_study_set_model (fixture->study, fixture->model);
  g_signal_connect (fixture->study, "notify", G_CALLBACK (notify_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer quick)
{
  rankle_study_close (fixture->study);
  g_assert_true (fake_runner_is_closed ());
  g_assert_finalize_object (fixture->study);
  rankle_model_unref (fixture->model);
  g_hash_table_unref (fixture->notified);
}

/* Of the run that was asked for last. */
static double
last_tolerance (void)
{
  return rankle_protocol_get_relative_tolerance (
      fake_runner_get_protocol (fake_runner_get_n_asked ()));
}

/* What a protocol says about the filling. Model units: twice the control's. */
static double
filling_of (Fixture *fixture, guint64 serial)
{
  guint index = rankle_model_find (fixture->model, "filling")->index;

  return rankle_protocol_get_parameters (fake_runner_get_protocol (serial))[index];
}

static double
final_pool (RankleTrajectory *trajectory)
{
  return rankle_trajectory_get_value_at (trajectory, 0, 1e9);
}

/* Neither waits for the other: a drag cannot keep the baseline from coming. */
static void
test_side_by_side (Fixture *f, gconstpointer data)
{
  g_assert_cmpuint (fake_runner_get_n_asked (), ==, 1);
  for (guint i = 1; i <= 50; i++)
    rankle_study_set_control (f->study, "filling", 1 + i);
  g_assert_cmpuint (fake_runner_get_n_asked (), ==, 51);
  g_assert_cmpfloat (filling_of (f, 51), ==, 102);

  fake_runner_finish (51);
  g_assert_cmpfloat_with_epsilon (final_pool (rankle_study_get_trajectory (f->study)),
                                  102, 1e-3);
  g_assert_null (rankle_study_get_baseline (f->study));
  fake_runner_finish (1);
  g_assert_cmpfloat_with_epsilon (final_pool (rankle_study_get_baseline (f->study)), 2,
                                  1e-6);
  g_assert_cmpuint (count (f, "trajectory"), ==, 1);
  g_assert_cmpuint (count (f, "baseline"), ==, 1);
  g_assert_cmpuint (count (f, "busy"), ==, 1);
  g_assert_cmpuint (count (f, "scenario"), ==, 50);
}

static void
test_neutral_is_its_own_baseline (Fixture *f, gconstpointer data)
{
  fake_runner_finish (1);
  g_assert_cmpuint (fake_runner_get_n_asked (), ==, 1);
  g_assert_nonnull (rankle_study_get_trajectory (f->study));
  g_assert_true (rankle_study_get_trajectory (f->study) ==
                 rankle_study_get_baseline (f->study));

  rankle_study_set_control (f->study, "filling", 3);
  rankle_study_set_control (f->study, "filling", 1);
  g_assert_cmpuint (fake_runner_get_n_asked (), ==, 2);
  fake_runner_finish (2); /* too late: the slider is back at neutral */
  g_assert_true (rankle_study_get_trajectory (f->study) ==
                 rankle_study_get_baseline (f->study));
}

static void
test_late_results (Fixture *f, gconstpointer data)
{
  fake_runner_finish (1);
  rankle_study_set_control (f->study, "filling", 3);
  rankle_study_set_control (f->study, "filling", 4);
  g_assert_cmpuint (fake_runner_get_n_asked (), ==, 3);
  count (f, "trajectory");
  fake_runner_finish (2);
  fake_runner_fail (2, "too late");
  g_assert_cmpuint (count (f, "trajectory"), ==, 0);
  g_assert_null (rankle_study_get_failure (f->study));
  fake_runner_finish (3);
  g_assert_cmpuint (count (f, "trajectory"), ==, 1);
  g_assert_cmpfloat_with_epsilon (final_pool (rankle_study_get_trajectory (f->study)), 8,
                                  1e-4);
  fake_runner_finish (3);
  g_assert_cmpuint (count (f, "trajectory"), ==, 0);
}

static void
test_late_results_of_another_model (Fixture *f, gconstpointer data)
{
  g_autoptr (RankleModel) other = toy_model_new ();

  rankle_study_set_model (f->study, other);
  g_assert_cmpuint (fake_runner_get_n_asked (), ==, 2);
  fake_runner_finish (1);
  g_assert_null (rankle_study_get_baseline (f->study));
  fake_runner_finish (2);
  g_assert_true (rankle_trajectory_get_model (rankle_study_get_baseline (f->study)) ==
                 other);
}

/* What breaks down of a model that is left is no word on the one that is shown. */
static void
test_late_failure_of_another_model (Fixture *f, gconstpointer data)
{
  g_autoptr (RankleModel) other = toy_model_new ();

  rankle_study_set_model (f->study, other);
  fake_runner_fail (1, "the model before");
  g_assert_null (rankle_study_get_failure (f->study));
  fake_runner_finish (2);
  g_assert_nonnull (rankle_study_get_baseline (f->study));
  g_assert_null (rankle_study_get_failure (f->study));
}

static void
test_late_failure_of_another_rival (Fixture *f, gconstpointer data)
{
  g_autoptr (RankleModel) first = toy_model_new ();
  g_autoptr (RankleModel) second = toy_model_new ();
  g_autoptr (RankleComparison) comparison = rankle_comparison_new (f->study);
  guint left, kept;

  fake_runner_finish (1);
  rankle_comparison_set_second (comparison, first);
  rankle_comparison_set_active (comparison, TRUE);
  left = fake_runner_get_n_asked ();
  rankle_comparison_set_second (comparison, second);
  kept = fake_runner_get_n_asked ();
  g_assert_cmpuint (kept, >, left);
  for (guint number = 2; number <= left; number++)
    fake_runner_fail (number, "the rival before");
  g_assert_null (rankle_comparison_get_failure (comparison));
  for (guint number = left + 1; number <= kept; number++)
    fake_runner_finish (number);
  g_assert_true (
      rankle_trajectory_get_model (rankle_comparison_get_run (comparison, 1)) == second);
  rankle_comparison_close (comparison);
}

/* The first rival is an offer; another one is a choice. */
static void
test_rival_is_a_step (Fixture *f, gconstpointer data)
{
  g_autoptr (RankleModel) first = toy_model_new ();
  g_autoptr (RankleModel) second = toy_model_new ();

  rankle_study_set_rival (f->study, first);
  g_assert_false (rankle_study_can_undo (f->study));
  rankle_study_set_rival (f->study, second);
  g_assert_cmpstr (rankle_study_get_undo_label (f->study), ==, "Toy");
  g_assert_cmpuint (count (f, "rival"), ==, 2);
  rankle_study_undo (f->study);
  g_assert_true (rankle_session_get_rival (rankle_study_get_session (f->study)) == first);
  g_assert_cmpuint (count (f, "rival"), ==, 1);
}

/* What is opened has no past; what is put in its place can be taken back. */
static void
test_sessions (Fixture *f, gconstpointer data)
{
  g_autoptr (RankleModel) other = toy_model_new ();
  g_autoptr (RankleScenario) scenario = rankle_scenario_new ("b", "B", "");
  g_autoptr (RankleSession) opened = rankle_session_new_of (other, scenario);
  g_autoptr (RankleSession) noted = rankle_session_with_notes (opened, "Look.");

  rankle_study_set_control (f->study, "filling", 3);
  g_assert_true (rankle_study_can_undo (f->study));
  rankle_study_open_session (f->study, opened);
  g_assert_true (rankle_study_get_session (f->study) == opened);
  g_assert_false (rankle_study_can_undo (f->study));
  count (f, "session");
  rankle_study_set_cursor (f->study, 3);
  g_assert_cmpuint (count (f, "session"), ==, 0); /* nothing worth saving */
  rankle_study_replace_session (f->study, noted, "Revert");
  g_assert_cmpuint (count (f, "session"), ==, 1);
  g_assert_cmpstr (rankle_study_get_undo_label (f->study), ==, "Revert");
  rankle_study_undo (f->study);
  g_assert_cmpstr (rankle_session_get_notes (rankle_study_get_session (f->study)), ==,
                   "");
}

static void
test_failure (Fixture *f, gconstpointer data)
{
  RankleTrajectory *good;

  fake_runner_finish (1);
  good = rankle_study_get_trajectory (f->study);
  rankle_study_set_control (f->study, "filling", 3);
  fake_runner_fail (2, "The run stopped at 412 days: pool");
  g_assert_cmpstr (rankle_study_get_failure (f->study), ==,
                   "The run stopped at 412 days: pool. The last good curves are shown.");
  g_assert_cmpuint (count (f, "failure"), ==, 1);
  g_assert_true (rankle_study_get_trajectory (f->study) == good);

  rankle_study_set_control (f->study, "filling", 4);
  g_assert_nonnull (rankle_study_get_failure (f->study));
  fake_runner_finish (3);
  g_assert_null (rankle_study_get_failure (f->study));
  g_assert_cmpuint (count (f, "failure"), ==, 1);
}

/* A scenario that makes no sense is a failure like any other, told at once. */
static void
test_impossible_doses (Fixture *f, gconstpointer data)
{
  fake_runner_finish (1);
  rankle_study_set_control (f->study, "dose", 1);
  fake_runner_finish (2);
  rankle_study_set_control (f->study, "count", 1e9);
  g_assert_cmpuint (fake_runner_get_n_asked (), ==, 2);
  g_assert_cmpstr (rankle_study_get_failure (f->study), ==,
                   "depot: too many doses. The last good curves are shown.");
}

static void
test_baseline_fails (Fixture *f, gconstpointer data)
{
  g_autoptr (RankleModel) other = toy_model_new ();

  rankle_study_set_control (f->study, "filling", 3);
  fake_runner_fail (1, "no baseline");
  g_assert_null (rankle_study_get_failure (f->study));
  g_assert_cmpuint (fake_runner_get_n_asked (), ==, 2);
  fake_runner_finish (2);
  g_assert_nonnull (rankle_study_get_trajectory (f->study));
  g_assert_true (isnan (rankle_study_get_ratio (f->study, 0)));
  g_assert_cmpfloat (rankle_study_get_value (f->study, 0), ==, 2);

  rankle_study_set_control (f->study, "filling", 4);
  g_assert_cmpuint (fake_runner_get_n_asked (), ==, 3);
  g_assert_cmpfloat (filling_of (f, 3), ==, 8);
  rankle_study_set_model (f->study, other);
  g_assert_true (
      isnan (rankle_protocol_get_parameters (fake_runner_get_protocol (4))[0]));
}

static void
test_baseline_is_kept (Fixture *f, gconstpointer quick)
{
  g_autoptr (RankleModel) other = toy_model_new ();
  guint n = fake_runner_get_n_asked ();

  rankle_study_set_model (f->study, other);
  g_assert_cmpuint (fake_runner_get_n_asked (), ==, n + 1);
  rankle_study_set_model (f->study, f->model);
  rankle_study_set_model (f->study, other);
  g_assert_cmpuint (fake_runner_get_n_asked (), ==, n + 1);
  g_assert_nonnull (rankle_study_get_trajectory (f->study));
}

static void
test_cursor_and_horizon (Fixture *f, gconstpointer quick)
{
  g_autoptr (RankleScenario) scenario = rankle_scenario_new ("short", "Short", "");

  g_assert_cmpfloat (rankle_study_get_horizon (f->study), ==, 40);
  rankle_study_set_cursor (f->study, 30);
  rankle_study_set_cursor (f->study, 30);
  g_assert_cmpuint (count (f, "cursor"), ==, 1);
  rankle_study_set_cursor (f->study, 1000);
  g_assert_cmpfloat (rankle_study_get_cursor (f->study), ==, 40);
  rankle_study_set_cursor (f->study, -1);
  g_assert_cmpfloat (rankle_study_get_cursor (f->study), ==, 0);
  rankle_study_set_cursor (f->study, 30);

  count (f, "cursor");
  rankle_scenario_set_horizon (scenario, 12);
  rankle_study_set_scenario (f->study, scenario);
  g_assert_cmpfloat (rankle_study_get_cursor (f->study), ==, 12);
  g_assert_cmpuint (count (f, "cursor"), ==, 1);
  g_assert_cmpuint (count (f, "baseline"), ==, 1);
  g_assert_cmpuint (count (f, "trajectory"), ==, 1);
  g_assert_cmpfloat (rankle_study_get_horizon (f->study), ==, 12);
}

/* pool' = 6 - pool from 2 on: 6 - 4 exp (-t); at rest the ratio is 1, at the end 3. */
static void
test_values (Fixture *f, gconstpointer quick)
{
  guint depot = (guint)rankle_model_find_column (f->model, "depot");

  rankle_study_set_control (f->study, "filling", 3);
  g_assert_cmpfloat (rankle_study_get_ratio (f->study, 0), ==, 1);
  rankle_study_set_cursor (f->study, 1.23);
  g_assert_cmpfloat_with_epsilon (rankle_study_get_value (f->study, 0),
                                  6 - 4 * exp (-1.23), 1e-3);
  g_assert_cmpfloat_with_epsilon (rankle_study_get_ratio (f->study, 0),
                                  3 - 2 * exp (-1.23), 1e-3);
  g_assert_true (isnan (rankle_study_get_ratio (f->study, depot)));
  g_assert_cmpfloat (rankle_study_get_value (f->study, depot), ==, 0);
  g_assert_true (isnan (rankle_study_get_value (f->study, 99)));
}

static void
test_controls (Fixture *f, gconstpointer quick)
{
  g_assert_cmpfloat (rankle_study_get_control (f->study, "filling"), ==, 1);
  g_assert_false (rankle_study_control_changed (f->study, "filling"));
  rankle_study_set_control (f->study, "filling", 3);
  g_assert_true (rankle_study_control_changed (f->study, "filling"));
  g_assert_cmpfloat (rankle_study_get_control (f->study, "filling"), ==, 3);
  rankle_study_reset_control (f->study, "filling");
  g_assert_false (rankle_study_control_changed (f->study, "filling"));
  g_assert_false (rankle_scenario_get_control (rankle_study_get_scenario (f->study),
                                               "filling", NULL));
  g_assert_true (isnan (rankle_study_get_control (f->study, "opg")));
}

static void
test_quick_run_lands_in_its_handler (Fixture *f, gconstpointer quick)
{
  for (guint i = 2; i < 20; i++)
    {
      rankle_study_set_control (f->study, "filling", i);
      g_assert_cmpfloat_with_epsilon (final_pool (rankle_study_get_trajectory (f->study)),
                                      2 * i, 1e-3);
    }
  g_assert_cmpuint (count (f, "busy"), ==, 0);
  g_assert_cmpuint (count (f, "trajectory"), ==, 18);
}

static void
test_grid_stands_still (Fixture *f, gconstpointer quick)
{
  guint n;

  rankle_study_set_control (f->study, "filling", 2);
  n = rankle_trajectory_get_n_times (rankle_study_get_trajectory (f->study));
  g_assert_cmpuint (n, >=, 800);
  for (guint i = 3; i < 9; i++)
    {
      rankle_study_set_control (f->study, "filling", i);
      g_assert_cmpuint (
          rankle_trajectory_get_n_times (rankle_study_get_trajectory (f->study)), ==, n);
    }
}

static void
test_dose_times (Fixture *f, gconstpointer quick)
{
  const double *times;
  guint         n;
  guint         depot = (guint)rankle_model_find_column (f->model, "depot");

  times = rankle_study_get_dose_times (f->study, &n);
  g_assert_cmpuint (n, ==, 0);
  rankle_study_set_control (f->study, "dose", 2);
  rankle_study_set_control (f->study, "start", 3);
  rankle_study_set_control (f->study, "count", 10);
  times = rankle_study_get_dose_times (f->study, &n);
  g_assert_cmpuint (n, ==, 6); /* of ten, weekly from day 3 on, within 40 days */
  g_assert_cmpfloat (times[5], ==, 38);

  /* The row at the dose is the state before it; the peak stands just behind. */
  rankle_study_set_cursor (f->study, 3);
  g_assert_cmpfloat (rankle_study_get_value (f->study, depot), ==, 0);
  rankle_study_set_cursor (f->study, 3 + 1e-6);
  g_assert_cmpfloat (rankle_study_get_value (f->study, depot), >, 1999);
}

/* What is there before anybody could see it was done by nobody. */
static void
test_opening_is_no_step (Fixture *f, gconstpointer quick)
{
  g_autoptr (RankleScenario) scenario = rankle_scenario_new ("first", "First", "");

  g_object_unref (f->study);
  f->study = rankle_study_new ();
  fake_runner_set_quick (TRUE);
  rankle_study_set_scenario (f->study, scenario);
  rankle_study_set_model (f->study, f->model);
  g_assert_true (rankle_study_get_scenario (f->study) == scenario);
  g_assert_false (rankle_study_can_undo (f->study));
  rankle_study_set_control (f->study, "filling", 2);
  rankle_study_undo (f->study);
  g_assert_true (rankle_study_get_scenario (f->study) == scenario);
  g_assert_false (rankle_study_can_undo (f->study));
}

static void
test_undo (Fixture *f, gconstpointer quick)
{
  RankleChange *change = rankle_study_begin_change (f->study, "a drag");

  for (guint i = 2; i < 30; i++)
    rankle_study_set_control (f->study, "filling", i);
  g_assert_false (rankle_study_can_undo (f->study));
  rankle_change_unref (change);
  g_assert_cmpstr (rankle_study_get_undo_label (f->study), ==, "Filling 29 x");
  g_assert_true (rankle_study_can_undo (f->study));
  g_assert_cmpuint (count (f, "can-undo"), ==, 1);

  rankle_study_set_control (f->study, "dose", 1);
  rankle_study_undo (f->study);
  g_assert_cmpfloat (rankle_study_get_control (f->study, "dose"), ==, 0);
  g_assert_cmpfloat (rankle_study_get_control (f->study, "filling"), ==, 29);
  g_assert_cmpuint (count (f, "can-redo"), ==, 1);
  rankle_study_undo (f->study);
  g_assert_cmpfloat (rankle_study_get_control (f->study, "filling"), ==, 1);
  g_assert_cmpfloat_with_epsilon (final_pool (rankle_study_get_trajectory (f->study)), 2,
                                  1e-6);
  g_assert_false (rankle_study_can_undo (f->study));
  g_assert_cmpuint (count (f, "can-undo"), ==, 1);
  rankle_study_redo (f->study);
  g_assert_cmpfloat_with_epsilon (final_pool (rankle_study_get_trajectory (f->study)), 58,
                                  1e-3);
  g_assert_true (rankle_study_can_redo (f->study));
}

/* What is written of it is one step of undo, if it is something else, and asks for no
 * run. */
static void
test_report_texts (Fixture *fixture, gconstpointer quick)
{
  static const char *const texts[] = { "Why?", "", "So. " };
  static const char *const same[] = { "Why?", " ", "So." };
  guint64                  asked;

  rankle_study_set_control (fixture->study, "filling", 2);
  asked = fake_runner_get_n_asked ();
  rankle_study_write_report (fixture->study, texts);
  g_assert_cmpstr (rankle_study_get_undo_label (fixture->study), ==, "Report Texts");
  g_assert_cmpstr (rankle_session_get_report_text (
                       rankle_study_get_session (fixture->study), RANKLE_REPORT_FINDING),
                   ==, "So.");
  rankle_study_write_report (fixture->study, same);
  rankle_study_undo (fixture->study);
  g_assert_cmpstr (rankle_session_get_report_text (
                       rankle_study_get_session (fixture->study), RANKLE_REPORT_QUESTION),
                   ==, "");
  g_assert_cmpfloat (rankle_study_get_control (fixture->study, "filling"), ==, 2);
  rankle_study_redo (fixture->study);
  g_assert_cmpstr (rankle_session_get_report_text (
                       rankle_study_get_session (fixture->study), RANKLE_REPORT_QUESTION),
                   ==, "Why?");
  g_assert_cmpuint (fake_runner_get_n_asked (), ==, asked);
}

/* A step is called by what it came to, and whoever shows it is told of each. */
static void
test_undo_labels (Fixture *f, gconstpointer quick)
{
  rankle_study_set_control (f->study, "filling", 3);
  rankle_study_set_control (f->study, "filling", 1);
  g_assert_cmpuint (count (f, "undo-label"), ==, 2);
  g_assert_cmpstr (rankle_study_get_undo_label (f->study), ==, "Filling reset");
  rankle_study_undo (f->study);
  g_assert_cmpuint (count (f, "undo-label"), ==, 1);
  g_assert_cmpuint (count (f, "redo-label"), ==, 1);
  g_assert_cmpstr (rankle_study_get_undo_label (f->study), ==, "Filling 3 x");
  g_assert_cmpstr (rankle_study_get_redo_label (f->study), ==, "Filling reset");
  /* What makes no difference has no name but that of what was moved. */
  rankle_study_set_control (f->study, "interval", 5);
  g_assert_cmpstr (rankle_study_get_undo_label (f->study), ==, "Interval");
}

static void
assert_back_in (Fixture *f, const char *control, double value)
{
  g_assert_false (rankle_study_control_changed (f->study, control));
  g_assert_cmpfloat (rankle_study_get_control (f->study, control), ==, value);
}

/* What a scenario sets is no change of it, and what is reset is as the scenario has it.
 */
static void
test_changed_from_given (Fixture *f, gconstpointer quick)
{
  g_autoptr (RankleScenario) preset = rankle_scenario_new ("preset", "Preset", "");

  rankle_scenario_set_control (preset, "filling", 5);
  rankle_scenario_set_control (preset, "dose", 2);
  rankle_scenario_set_control (preset, "interval", 5);
  rankle_study_set_scenario (f->study, preset);
  assert_back_in (f, "filling", 5);
  assert_back_in (f, "dose", 2);
  g_assert_true (rankle_study_control_asks (f->study, "filling"));
  g_assert_true (rankle_study_is_as_given (f->study));
  rankle_study_set_control (f->study, "filling", 1);
  g_assert_true (rankle_study_control_changed (f->study, "filling"));
  g_assert_false (rankle_study_control_asks (f->study, "filling"));
  rankle_study_reset_control (f->study, "filling");
  assert_back_in (f, "filling", 5);
  g_assert_cmpstr (rankle_study_get_undo_label (f->study), ==, "Filling reset");
  rankle_study_set_control (f->study, "interval", 8);
  rankle_study_set_control (f->study, "dose", 3);
  g_assert_false (rankle_study_is_as_given (f->study));
  rankle_study_reset_control (f->study, "interval");
  rankle_study_reset_control (f->study, "dose");
  assert_back_in (f, "interval", 5);
  assert_back_in (f, "dose", 2);
  g_assert_true (rankle_study_is_as_given (f->study));
}

/* What makes no difference is no change, and keeps its value. */
static void
test_idle_is_not_changed (Fixture *f, gconstpointer quick)
{
  rankle_study_set_control (f->study, "interval", 5);
  g_assert_cmpstr (rankle_study_find_idle (f->study, "interval"), ==, "no dose yet");
  g_assert_false (rankle_study_control_changed (f->study, "interval"));
  rankle_study_set_control (f->study, "dose", 1);
  g_assert_null (rankle_study_find_idle (f->study, "interval"));
  g_assert_true (rankle_study_control_changed (f->study, "interval"));
  g_assert_cmpfloat (rankle_study_get_control (f->study, "interval"), ==, 5);
}

/* All at the model's own: the scenario goes, too, in one step. */
static void
test_return_to_model (Fixture *f, gconstpointer quick)
{
  g_autoptr (RankleScenario) preset = rankle_scenario_new ("preset", "Preset", "");
  g_autoptr (RankleScenario) plain = rankle_scenario_new ("plain", "Plain", "");

  rankle_scenario_set_control (preset, "filling", 5);
  rankle_scenario_set_parameter (preset, "boom", 0.01);
  rankle_study_set_scenario (f->study, preset);
  rankle_study_set_control (f->study, "dose", 3);
  rankle_study_return_to_model (f->study, plain);
  g_assert_cmpstr (rankle_study_get_undo_label (f->study), ==, "Back to the Model");
  assert_back_in (f, "filling", 1);
  assert_back_in (f, "dose", 0);
  g_assert_true (rankle_study_get_scenario (f->study) == plain);
  g_assert_true (rankle_study_is_as_opened (f->study, plain));
  rankle_study_return_to_model (f->study, plain); /* no step */
  rankle_study_undo (f->study);
  g_assert_cmpfloat (rankle_study_get_control (f->study, "dose"), ==, 3);
  assert_back_in (f, "filling", 5);
  g_assert_false (rankle_study_is_as_opened (f->study, plain));
  rankle_study_redo (f->study);
  g_assert_true (rankle_study_is_as_opened (f->study, plain));
}

/* What was changed of a scenario goes, and the scenario stays; both ways are undone. */
static void
test_return_to_given (Fixture *f, gconstpointer quick)
{
  g_autoptr (RankleScenario) preset = rankle_scenario_new ("preset", "Preset", "");

  rankle_scenario_set_control (preset, "filling", 5);
  rankle_study_set_scenario (f->study, preset);
  rankle_study_return_to_given (f->study);
  g_assert_cmpstr (rankle_study_get_undo_label (f->study), ==, "Preset");
  rankle_study_set_control (f->study, "filling", 2);
  rankle_study_set_control (f->study, "dose", 3);
  rankle_study_return_to_given (f->study);
  g_assert_cmpfloat (rankle_study_get_control (f->study, "filling"), ==, 5);
  g_assert_cmpfloat (rankle_study_get_control (f->study, "dose"), ==, 0);
  g_assert_cmpstr (rankle_study_get_undo_label (f->study), ==, "Back to Preset");
  rankle_study_undo (f->study);
  g_assert_cmpfloat (rankle_study_get_control (f->study, "dose"), ==, 3);
}

/* Keys in quick succession are one step, and none if they lead back. */
static void
test_keys_join (Fixture *f, gconstpointer quick)
{
  const gint64 second = G_USEC_PER_SEC;

  rankle_study_step_control (f->study, "filling", 2, 0);
  rankle_study_step_control (f->study, "filling", 3, second);
  rankle_study_step_control (f->study, "count", 5, second);
  rankle_study_step_control (f->study, "filling", 4, second);
  rankle_study_step_control (f->study, "filling", 5, 2 * second + 1);
  g_assert_cmpstr (rankle_study_get_undo_label (f->study), ==, "Filling 5 x");
  rankle_study_undo (f->study);
  g_assert_cmpfloat (rankle_study_get_control (f->study, "filling"), ==, 4);
  rankle_study_undo (f->study);
  rankle_study_undo (f->study);
  g_assert_cmpstr (rankle_study_get_undo_label (f->study), ==, "Filling 3 x");
  rankle_study_undo (f->study);
  g_assert_cmpfloat (rankle_study_get_control (f->study, "filling"), ==, 1);

  rankle_study_step_control (f->study, "filling", 2, 9 * second);
  rankle_study_step_control (f->study, "filling", 1, 9 * second);
  g_assert_false (rankle_study_can_undo (f->study));
}

/* What a drag passes is only glanced at; where it ends, and what is no drag, is to be
 * read. */
static void
test_glances (Fixture *f, gconstpointer quick)
{
  double        exact = last_tolerance ();
  RankleChange *change;
  guint         n;

  rankle_study_set_control (f->study, "filling", 2);
  g_assert_cmpfloat (last_tolerance (), ==, exact);
  change = rankle_study_begin_change (f->study, "drag");
  rankle_study_set_control (f->study, "filling", 3);
  g_assert_cmpfloat (last_tolerance (), ==, exact);
  n = fake_runner_get_n_asked ();
  rankle_study_set_control (f->study, "filling", 4);
  rankle_study_set_control (f->study, "filling", 5);
  g_assert_cmpfloat (last_tolerance (), >, 10 * exact);
  g_assert_cmpuint (fake_runner_get_n_asked (), ==, n + 2);
  rankle_change_unref (change);
  g_assert_cmpuint (fake_runner_get_n_asked (), ==, n + 3);
  g_assert_cmpfloat (last_tolerance (), ==, exact);
  g_assert_cmpfloat (filling_of (f, n + 3), ==, 10);
  g_assert_cmpfloat_with_epsilon (final_pool (rankle_study_get_trajectory (f->study)), 10,
                                  1e-6);
  /* One key is one run. */
  change = rankle_study_begin_change (f->study, "drag");
  rankle_study_set_control (f->study, "filling", 6);
  rankle_change_unref (change);
  g_assert_cmpuint (fake_runner_get_n_asked (), ==, n + 4);
  change = rankle_study_begin_change (f->study, "drag");
  rankle_study_set_control (f->study, "filling", 7);
  rankle_study_set_control (f->study, "filling", 8);
  rankle_study_undo (f->study);
  g_assert_cmpfloat (last_tolerance (), ==, exact);
  rankle_change_unref (change);
}

/* ---- changes that nobody ends ---- */

/* Two values of a drag, and then it is forgotten. */
static RankleChange *
begin_drag (Fixture *f)
{
  RankleChange *change = rankle_study_begin_change (f->study, "Filling");

  rankle_study_set_control (f->study, "filling", 3);
  rankle_study_set_control (f->study, "filling", 4);
  return change;
}

/* Undo is alive, and what is asked from now on is to be read. */
static void
assert_plain_changes (Fixture *f)
{
  rankle_study_set_control (f->study, "filling", 6);
  rankle_study_set_control (f->study, "filling", 7);
  g_assert_cmpfloat (last_tolerance (), ==, RANKLE_PROTOCOL_TOLERANCE);
  rankle_study_undo (f->study);
  g_assert_cmpfloat (rankle_study_get_control (f->study, "filling"), ==, 6);
  rankle_study_undo (f->study);
}

/* The model is another while the slider is held: the drag was a step of its own, and what
 * the hand does afterwards is none of it. */
static void
test_model_under_a_drag (Fixture *f, gconstpointer quick)
{
  g_autoptr (RankleModel) other = toy_model_new ();
  RankleChange *change = begin_drag (f);

  rankle_study_set_model (f->study, other);
  g_assert_cmpfloat (last_tolerance (), ==, RANKLE_PROTOCOL_TOLERANCE);
  assert_plain_changes (f);
  g_assert_cmpfloat (rankle_study_get_control (f->study, "filling"), ==, 4);
  rankle_study_undo (f->study);
  g_assert_true (rankle_study_get_model (f->study) == f->model);
  g_assert_cmpfloat (rankle_study_get_control (f->study, "filling"), ==, 4);
  rankle_study_undo (f->study);
  g_assert_cmpfloat (rankle_study_get_control (f->study, "filling"), ==, 1);
  g_assert_false (rankle_study_can_undo (f->study));
  rankle_change_unref (change);
  g_assert_false (rankle_study_can_undo (f->study));
}

/* The slider is destroyed while it is held, and with it the only reference. */
static void
test_drag_is_dropped (Fixture *f, gconstpointer quick)
{
  rankle_change_unref (begin_drag (f));
  g_assert_cmpfloat (last_tolerance (), ==, RANKLE_PROTOCOL_TOLERANCE);
  g_assert_cmpstr (rankle_study_get_undo_label (f->study), ==, "Filling 4 x");
  assert_plain_changes (f);
  rankle_study_undo (f->study);
  g_assert_cmpfloat (rankle_study_get_control (f->study, "filling"), ==, 1);
}

/* Ctrl+Z while the slider is held takes back what the drag has done so far. */
static void
test_undo_under_a_drag (Fixture *f, gconstpointer quick)
{
  RankleChange *change = begin_drag (f);

  rankle_study_undo (f->study);
  g_assert_cmpfloat (rankle_study_get_control (f->study, "filling"), ==, 1);
  rankle_study_redo (f->study);
  g_assert_cmpfloat (rankle_study_get_control (f->study, "filling"), ==, 4);
  assert_plain_changes (f);
  rankle_change_unref (change);
}

/* The window is closed while the slider is held. */
static void
test_close_under_a_drag (Fixture *f, gconstpointer quick)
{
  RankleChange *change = begin_drag (f);
  guint         n = fake_runner_get_n_asked ();

  rankle_study_close (f->study);
  g_assert_cmpuint (fake_runner_get_n_asked (), ==, n);
  rankle_change_unref (change);
}

/* ---- models ---- */

/* A change of model is one step that brings model and scenario back. */
static void
test_undo_across_models (Fixture *f, gconstpointer quick)
{
  g_autoptr (RankleModel) other = toy_model_new ();

  rankle_study_set_control (f->study, "filling", 3);
  rankle_study_set_model (f->study, other);
  rankle_study_set_control (f->study, "filling", 5);
  rankle_study_undo (f->study);
  g_assert_true (rankle_study_get_model (f->study) == other);
  g_assert_cmpstr (rankle_study_get_undo_label (f->study), ==, "Toy");
  count (f, "model");
  rankle_study_undo (f->study);
  g_assert_true (rankle_study_get_model (f->study) == f->model);
  g_assert_cmpuint (count (f, "model"), ==, 1);
  g_assert_cmpfloat (rankle_study_get_control (f->study, "filling"), ==, 3);
  g_assert_true (rankle_trajectory_get_model (rankle_study_get_trajectory (f->study)) ==
                 f->model);
  rankle_study_redo (f->study);
  g_assert_true (rankle_study_get_model (f->study) == other);
}

/* A scenario that brings its model is one step, too. */
static void
test_model_and_scenario_at_once (Fixture *f, gconstpointer quick)
{
  g_autoptr (RankleModel) other = toy_model_new ();
  g_autoptr (RankleScenario) preset = rankle_scenario_new ("preset", "Preset", "");

  rankle_scenario_set_control (preset, "filling", 5);
  rankle_study_set_question (f->study, other, preset);
  g_assert_true (rankle_study_get_model (f->study) == other);
  g_assert_cmpfloat (rankle_study_get_control (f->study, "filling"), ==, 5);
  rankle_study_undo (f->study);
  g_assert_true (rankle_study_get_model (f->study) == f->model);
  g_assert_cmpfloat (rankle_study_get_control (f->study, "filling"), ==, 1);
  g_assert_false (rankle_study_can_undo (f->study));
}

/* A preset is a step too; one that is there already is none. */
static void
test_presets (Fixture *f, gconstpointer quick)
{
  g_autoptr (RankleScenario) preset = rankle_scenario_new ("preset", "Preset", "");
  g_autoptr (RankleScenario) same = NULL;

  rankle_scenario_set_control (preset, "filling", 5);
  same = rankle_scenario_copy (preset);
  rankle_study_set_scenario (f->study, preset);
  rankle_study_set_scenario (f->study, same);
  g_assert_cmpuint (count (f, "scenario"), ==, 1);
  rankle_study_undo (f->study);
  g_assert_false (rankle_study_can_undo (f->study));
  g_assert_cmpstr (rankle_scenario_get_id (rankle_study_get_scenario (f->study)), ==, "");
}

/* A control that the model lacks keeps its place in the scenario for a model that has it.
 */
static void
test_absent_control (Fixture *f, gconstpointer quick)
{
  rankle_study_set_control (f->study, "opg", 4);
  g_assert_null (rankle_study_get_failure (f->study));
  g_assert_cmpfloat_with_epsilon (final_pool (rankle_study_get_trajectory (f->study)), 2,
                                  1e-6);
}

static void
test_nothing_after_close (Fixture *f, gconstpointer data)
{
  guint n = fake_runner_get_n_asked ();

  rankle_study_close (f->study);
  fake_runner_finish (1);
  rankle_study_set_control (f->study, "filling", 3);
  g_assert_cmpuint (fake_runner_get_n_asked (), ==, n);
  g_assert_null (rankle_study_get_trajectory (f->study));
  rankle_study_close (f->study);
}

/* How long the run is: told, undone, and refused where the model has another time. */
static void
test_horizon (Fixture *f, gconstpointer quick)
{
  g_assert_cmpfloat (rankle_study_get_horizon (f->study), ==, 40);
  g_assert_true (rankle_study_set_horizon (f->study, 90));
  g_assert_cmpfloat (rankle_study_get_horizon (f->study), ==, 90);
  g_assert_cmpstr (rankle_study_get_undo_label (f->study), ==, "for 90 days");
  g_assert_false (rankle_study_set_horizon (f->study, 0));
  g_assert_false (rankle_study_set_horizon (f->study, INFINITY));
  g_assert_false (rankle_study_set_horizon (f->study, 1e9));
  g_assert_cmpfloat (rankle_study_get_horizon (f->study), ==, 90);
  rankle_study_undo (f->study);
  g_assert_cmpfloat (rankle_study_get_horizon (f->study), ==, 40);
}

static const struct
{
  const char *path;
  void (*run) (Fixture *, gconstpointer);
  gboolean quick;
} tests[] = {
  { "/study/side-by-side", test_side_by_side, FALSE },
  { "/study/neutral-is-its-own-baseline", test_neutral_is_its_own_baseline, FALSE },
  { "/study/late-results", test_late_results, FALSE },
  { "/study/late-results-of-another-model", test_late_results_of_another_model, FALSE },
  { "/study/late-failure-of-another-model", test_late_failure_of_another_model, FALSE },
  { "/study/late-failure-of-another-rival", test_late_failure_of_another_rival, FALSE },
  { "/study/rival-is-a-step", test_rival_is_a_step, FALSE },
  { "/study/sessions", test_sessions, FALSE },
  { "/study/failure", test_failure, FALSE },
  { "/study/impossible-doses", test_impossible_doses, FALSE },
  { "/study/baseline-fails", test_baseline_fails, FALSE },
  { "/study/nothing-after-close", test_nothing_after_close, FALSE },
  { "/study/baseline-is-kept", test_baseline_is_kept, TRUE },
  { "/study/cursor-and-horizon", test_cursor_and_horizon, TRUE },
  { "/study/values", test_values, TRUE },
  { "/study/controls", test_controls, TRUE },
  { "/study/quick-run", test_quick_run_lands_in_its_handler, TRUE },
  { "/study/grid-stands-still", test_grid_stands_still, TRUE },
  { "/study/dose-times", test_dose_times, TRUE },
  { "/study/opening-is-no-step", test_opening_is_no_step, TRUE },
  { "/study/undo", test_undo, TRUE },
  { "/study/report-texts", test_report_texts, TRUE },
  { "/study/undo-labels", test_undo_labels, TRUE },
  { "/study/keys-join", test_keys_join, TRUE },
  { "/study/return-to-given", test_return_to_given, TRUE },
  { "/study/return-to-model", test_return_to_model, TRUE },
  { "/study/changed-from-given", test_changed_from_given, TRUE },
  { "/study/idle-is-not-changed", test_idle_is_not_changed, TRUE },
  { "/study/glances", test_glances, TRUE },
  { "/study/change/model-under-a-drag", test_model_under_a_drag, TRUE },
  { "/study/change/dropped", test_drag_is_dropped, TRUE },
  { "/study/change/undo-under-a-drag", test_undo_under_a_drag, TRUE },
  { "/study/change/close-under-a-drag", test_close_under_a_drag, TRUE },
  { "/study/undo-across-models", test_undo_across_models, TRUE },
  { "/study/model-and-scenario", test_model_and_scenario_at_once, TRUE },
  { "/study/presets", test_presets, TRUE },
  { "/study/absent-control", test_absent_control, TRUE },
  { "/study/horizon", test_horizon, TRUE },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, GINT_TO_POINTER (tests[i].quick), set_up,
                tests[i].run, tear_down);
  return g_test_run ();
}
