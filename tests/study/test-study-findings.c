/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The study says what was published of the run that it shows, and when that changes. */

#include <math.h>

#include "fake-runner.h"
#include "rankle-model-file.h"
#include "rankle-study.h"
#include "toy-evidence.h"
#include "toy-model.h"

typedef struct
{
  RankleModel    *model;
  RankleEvidence *evidence;
  RankleStudy    *study;
  guint           notified;
} Fixture;

static void
count_cb (Fixture *f)
{
  f->notified++;
}

static void
count_up_cb (guint *count)
{
  (*count)++;
}

static void
set_up (Fixture *f, gconstpointer slow)
{
  f->model = toy_model_new ();
  f->evidence = toy_evidence_new (toy_rows);
  f->study = rankle_study_new ();
  fake_runner_set_quick (slow == NULL);
  rankle_study_set_evidence (f->study, f->evidence);
  rankle_study_set_model (f->study, f->model);
  g_signal_connect_swapped (f->study, "notify::findings", G_CALLBACK (count_cb), f);
}

static void
tear_down (Fixture *f, gconstpointer slow)
{
  rankle_study_close (f->study);
  g_assert_finalize_object (f->study);
  rankle_evidence_unref (f->evidence);
  rankle_model_unref (f->model);
}

static guint
count (Fixture *f)
{
  guint n;

  rankle_study_get_findings (f->study, &n);
  return n;
}

/* They come with the arm's settings, and go with the first step away from them; only that
 * is told. */
static void
test_come_and_go (Fixture *f, gconstpointer slow)
{
  g_assert_cmpuint (count (f), ==, 0);
  rankle_study_set_control (f->study, "filling", 2);
  g_assert_cmpuint (count (f), ==, 0);
  g_assert_cmpuint (f->notified, ==, 0);
  rankle_study_set_control (f->study, "filling", 3);
  g_assert_cmpuint (count (f), ==, 5);
  g_assert_cmpuint (f->notified, ==, 1);
  rankle_study_set_control (f->study, "filling", 3.1);
  rankle_study_set_control (f->study, "filling", 3.2);
  g_assert_cmpuint (count (f), ==, 0);
  g_assert_cmpuint (f->notified, ==, 2);
  rankle_study_undo (f->study);
  rankle_study_undo (f->study);
  g_assert_cmpuint (count (f), ==, 5);
  g_assert_true (rankle_study_get_evidence (f->study) == f->evidence);
  rankle_study_set_evidence (f->study, NULL);
  g_assert_cmpuint (count (f), ==, 0);
  g_assert_cmpuint (f->notified, ==, 4);
}

/* Evidence that comes when a run is there is held against it at once. */
static void
test_late_evidence (Fixture *f, gconstpointer slow)
{
  rankle_study_set_evidence (f->study, NULL);
  rankle_study_set_control (f->study, "filling", 3);
  g_assert_cmpuint (count (f), ==, 0);
  rankle_study_set_evidence (f->study, f->evidence);
  g_assert_cmpuint (count (f), ==, 5);
}

/* Nothing of it is interpolated: the run has rows at the times of the evidence. */
static void
test_rows_at_their_times (Fixture *f, gconstpointer slow)
{
  const double        *times;
  guint                n, n_findings, found = 0;
  const RankleFinding *findings;
  RankleTrajectory    *trajectory;

  rankle_study_set_control (f->study, "dose", 2);
  rankle_study_set_control (f->study, "count", 4);
  findings = rankle_study_get_findings (f->study, &n_findings);
  trajectory = rankle_study_get_trajectory (f->study);
  times = rankle_trajectory_get_times (trajectory);
  n = rankle_trajectory_get_n_times (trajectory);
  g_assert_cmpuint (n_findings, ==, 3);
  for (guint k = 0; k < n_findings; k++)
    for (guint i = 0; i < n; i++)
      found += fabs (times[i] - findings[k].to) < 1e-9;
  g_assert_cmpuint (found, ==, 3);
}

/* While a run is under way, and after one has failed, the points are those of the curves
 * that are shown. */
static void
test_they_belong_to_what_is_shown (Fixture *f, gconstpointer slow)
{
  fake_runner_finish (1); /* the baseline */
  rankle_study_set_control (f->study, "filling", 3);
  g_assert_cmpuint (count (f), ==, 0);
  fake_runner_finish (2);
  g_assert_cmpuint (count (f), ==, 5);
  rankle_study_set_control (f->study, "boom", 5);
  g_assert_cmpuint (count (f), ==, 5);
  fake_runner_fail (3, "it grew without bound");
  g_assert_nonnull (rankle_study_get_failure (f->study));
  g_assert_cmpuint (count (f), ==, 5);
}

/* Those of one model are none of the next, which has other columns. */
static void
test_another_model (Fixture *f, gconstpointer slow)
{
  g_autoptr (RankleModel) other = rankle_model_new_from_antimony (
      "x = 1; x' = -x\nunit time_unit = 86400 second\n", -1, "other.ant", NULL, NULL);

  rankle_study_set_control (f->study, "filling", 3);
  g_assert_cmpuint (count (f), ==, 5);
  rankle_study_set_model (f->study, other);
  g_assert_cmpuint (count (f), ==, 0);
  rankle_study_set_model (f->study, f->model);
  g_assert_cmpuint (count (f), ==, 5);
}

/* Those of one's own come and go by steps of undo, and follow the model. */
static void
test_own_points (Fixture *f, gconstpointer slow)
{
  const RankleObservation point = {
    .time = 2, .value = 3, .low = 2, .high = 4, .arm = -1
  };
  g_autoptr (RankleObservations) observations = rankle_observations_new ("a.csv");
  g_autoptr (RankleModel) other = NULL;
  const RankleOwnPoint *points;
  guint                 n, notified = 0;

  g_signal_connect_swapped (f->study, "notify::observations", G_CALLBACK (count_up_cb),
                            &notified);
  rankle_observations_add_series (observations, "pool");
  rankle_observations_add (observations, &point);
  rankle_study_put_observations (f->study, NULL, observations);
  rankle_study_put_observations (f->study, observations, observations);
  g_assert_cmpuint (notified, ==, 1);
  g_assert_cmpstr (rankle_study_get_undo_label (f->study), ==, "Add Observations");
  points = rankle_study_get_own_points (f->study, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (points[0].is_known);
  other =
      rankle_model_new_from_antimony ("bone = 1; bone' = -bone", -1, "o.ant", NULL, NULL);
  rankle_study_set_model (f->study, other);
  points = rankle_study_get_own_points (f->study, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_false (points[0].is_known);
  rankle_study_undo (f->study);
  points = rankle_study_get_own_points (f->study, &n);
  g_assert_true (n == 1 && points[0].is_known);
  rankle_study_undo (f->study);
  rankle_study_get_own_points (f->study, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpuint (notified, ==, 2);
  rankle_study_redo (f->study);
  rankle_study_put_observations (f->study, observations, NULL);
  g_assert_cmpstr (rankle_study_get_undo_label (f->study), ==, "Remove Observations");
}

/* Tables stand beside each other; each is hidden, changed and removed by itself. */
static void
test_tables (Fixture *f, gconstpointer slow)
{
  const RankleObservation point = {
    .time = 2, .value = 3, .low = 2, .high = 4, .arm = -1
  };
  g_autoptr (RankleObservations) first = rankle_observations_new ("a.csv");
  g_autoptr (RankleObservations) second = rankle_observations_new ("b.csv");
  g_autoptr (RankleObservations) hidden = NULL;
  const RankleOwnPoint *points;
  guint                 n;

  rankle_observations_add_series (first, "pool");
  rankle_observations_add (first, &point);
  rankle_observations_add_series (second, "pool");
  rankle_observations_add (second, &point);
  rankle_observations_add (second, &point);
  g_assert_true (rankle_study_put_observations (f->study, NULL, first));
  g_assert_true (rankle_study_put_observations (f->study, NULL, second));
  points = rankle_study_get_own_points (f->study, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_true (points[0].observations == first && points[2].observations == second);
  hidden = rankle_observations_copy (second);
  rankle_observations_set_hidden (hidden, TRUE);
  rankle_study_put_observations (f->study, second, hidden);
  g_assert_cmpstr (rankle_study_get_undo_label (f->study), ==, "Hide Observations");
  rankle_study_get_own_points (f->study, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (rankle_study_find_observations (f->study, "b.csv") == hidden);
  rankle_study_put_observations (f->study, first, NULL);
  rankle_study_get_own_points (f->study, &n);
  g_assert_cmpuint (n, ==, 0);
  rankle_study_undo (f->study);
  rankle_study_undo (f->study);
  rankle_study_get_own_points (f->study, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_null (rankle_study_find_observations (f->study, "c.csv"));
}

/* There is an end to them. */
static void
test_most_tables (Fixture *f, gconstpointer slow)
{
  g_autoptr (RankleObservations) more = rankle_observations_new ("more.csv");

  for (guint i = 0; i < RANKLE_TABLES_MAX; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.csv", i);
      g_autoptr (RankleObservations) table = rankle_observations_new (name);

      g_assert_true (rankle_study_put_observations (f->study, NULL, table));
    }
  g_assert_false (rankle_study_put_observations (f->study, NULL, more));
  g_assert_null (rankle_study_find_observations (f->study, "more.csv"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/study-findings/come-and-go", Fixture, NULL, set_up, test_come_and_go,
              tear_down);
  g_test_add ("/study-findings/late-evidence", Fixture, NULL, set_up, test_late_evidence,
              tear_down);
  g_test_add ("/study-findings/rows-at-their-times", Fixture, NULL, set_up,
              test_rows_at_their_times, tear_down);
  g_test_add ("/study-findings/they-belong-to-what-is-shown", Fixture, "slow", set_up,
              test_they_belong_to_what_is_shown, tear_down);
  g_test_add ("/study-findings/tables", Fixture, NULL, set_up, test_tables, tear_down);
  g_test_add ("/study-findings/most-tables", Fixture, NULL, set_up, test_most_tables,
              tear_down);
  g_test_add ("/study-findings/another-model", Fixture, NULL, set_up, test_another_model,
              tear_down);
  g_test_add ("/study-findings/own-points", Fixture, NULL, set_up, test_own_points,
              tear_down);
  return g_test_run ();
}
