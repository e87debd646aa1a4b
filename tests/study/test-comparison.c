/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "rankle-catalog.h"
#include "rankle-comparison.h"
#include "rankle-model-file.h"

static RankleModel *
load (const char *id)
{
  g_autoptr (GError) error = NULL;
  RankleModel *model = rankle_catalog_load (id, &error);

  g_assert_no_error (error);
  return model;
}

static void
wait_for (RankleStudy *study)
{
  gboolean busy = TRUE;

  while (busy || rankle_study_get_trajectory (study) == NULL)
    {
      g_object_get (study, "busy", &busy, NULL);
      if (busy || rankle_study_get_trajectory (study) == NULL)
        g_main_context_iteration (NULL, TRUE);
    }
}

/* Where the control stood when the run was asked for. */
static double
get_rankl (RankleTrajectory *run)
{
  RankleModel         *model = rankle_trajectory_get_model (run);
  const RankleControl *rankl = rankle_model_find_control (model, "rankl");

  return rankle_protocol_get_parameters (
             rankle_trajectory_get_protocol (run))[rankl->parameter] /
         rankl->factor;
}

/* The rival's, once there is one and, unless @rankl is NaN, the control stood there. */
static RankleTrajectory *
wait_for_rival (RankleComparison *comparison, double rankl)
{
  while (TRUE)
    {
      RankleTrajectory *run = rankle_comparison_get_run (comparison, 1);

      if (run != NULL && (isnan (rankl) || get_rankl (run) == rankl))
        return run;
      g_main_context_iteration (NULL, TRUE);
    }
}

static double
get_end (RankleTrajectory *run)
{
  return rankle_trajectory_get_times (run)[rankle_trajectory_get_n_times (run) - 1];
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* Ten years of days beside ten years of hours; twice the RANKL reaches both. */
static void
test_one_question_to_both (void)
{
  g_autoptr (RankleModel) days = load ("rankle");
  g_autoptr (RankleModel) hours = load ("peterson-riggs-2012");
  g_autoptr (RankleStudy) study = rankle_study_new ();
  RankleComparison *comparison;
  RankleTrajectory *rival;
  guint             n_changes = 0, n;

  rankle_study_set_model (study, days);
  comparison = rankle_comparison_new (study);
  g_signal_connect_swapped (comparison, "changed", G_CALLBACK (count_cb), &n_changes);
  rankle_comparison_set_second (comparison, hours);
  g_assert_cmpuint (n_changes, ==, 0); /* it is not looked at */
  rankle_comparison_set_active (comparison, TRUE);
  rankle_study_set_control (study, "rankl", 2);
  wait_for (study);
  rival = wait_for_rival (comparison, 2);

  g_assert_cmpuint (n_changes, >, 0);
  g_assert_cmpfloat (rankle_comparison_get_time_factor (comparison), ==, 1 / 24.0);
  g_assert_cmpfloat_with_epsilon (
      get_end (rival), 24 * get_end (rankle_study_get_trajectory (study)), 1e-6);
  rankle_comparison_get_pairs (comparison, &n);
  g_assert_cmpuint (n, >=, 5);
  rankle_comparison_close (comparison);
  rankle_study_close (study);
  g_assert_finalize_object (comparison);
}

static void
test_pairs_and_remarks (void)
{
  g_autoptr (RankleModel) first = load ("rankle");
  g_autoptr (RankleModel) lemaire = load ("lemaire-2004");
  g_autoptr (RankleModel) krishna = load ("krishna-2006");
  g_autoptr (RankleStudy) study = rankle_study_new ();
  RankleComparison         *comparison;
  const RankleQuantityPair *pairs;
  g_autofree char          *nothing = NULL;
  g_autofree char          *drug = NULL;
  guint                     n;

  rankle_study_set_model (study, first);
  comparison = rankle_comparison_new (study);
  rankle_comparison_set_second (comparison, lemaire);
  pairs = rankle_comparison_get_pairs (comparison, &n);
  g_assert_cmpuint (n, >=, 3);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpuint (pairs[i].columns[0], <, rankle_model_get_n_columns (first));
      g_assert_cmpuint (pairs[i].columns[1], <, rankle_model_get_n_columns (lemaire));
    }
  nothing = rankle_comparison_dup_remarks (comparison);
  g_assert_cmpstr (nothing, ==, "");
  rankle_study_set_control (study, "denosumab_dose", 60);
  drug = rankle_comparison_dup_remarks (comparison);
  g_assert_true (g_str_has_prefix (drug, "Denosumab: "));

  rankle_comparison_set_second (comparison, krishna);
  rankle_comparison_get_pairs (comparison, &n);
  g_assert_cmpuint (n, ==, 0);
  rankle_comparison_close (comparison);
  rankle_study_close (study);
  g_object_unref (comparison);
}

static RankleModel *
make_model (const char *text)
{
  g_autoptr (GError) error = NULL;
  RankleModel *model = rankle_model_new_from_antimony (text, -1, "toy", NULL, &error);

  g_assert_no_error (error);
  return model;
}

static const RankleQuantityPair *
find_pair (RankleComparison *comparison, const char *id)
{
  RankleModel              *model = rankle_comparison_get_model (comparison, 0);
  guint                     n;
  const RankleQuantityPair *pairs = rankle_comparison_get_pairs (comparison, &n);

  for (guint i = 0; i < n; i++)
    if (strcmp (rankle_model_get_column (model, pairs[i].columns[0])->id, id) == 0)
      return &pairs[i];
  return NULL;
}

static double
get_highest (RankleTrajectory *run, guint column)
{
  double highest = 0;

  for (guint i = 0; i < rankle_trajectory_get_n_times (run); i++)
    highest = MAX (highest, rankle_trajectory_get_column (run, column)[i]);
  return highest;
}

/* Cells are told in percent of baseline; a drug in its unit where that is one and the
 * same, else in percent of its highest. */
static void
test_measures (void)
{
  g_autoptr (RankleModel) first = load ("rankle");
  g_autoptr (RankleModel) same_unit = load ("sutjandra-2011");
  g_autoptr (RankleModel) other_unit = load ("peterson-riggs-2012");
  g_autoptr (RankleStudy) study = rankle_study_new ();
  RankleComparison         *comparison;
  const RankleQuantityPair *pair;

  rankle_study_set_model (study, first);
  rankle_study_set_control (study, "denosumab_dose", 60);
  comparison = rankle_comparison_new (study);
  rankle_comparison_set_second (comparison, same_unit);
  pair = find_pair (comparison, "denosumab_serum");
  g_assert_cmpint (pair->measure, ==, RANKLE_PAIR_IN_UNIT);
  g_assert_cmpstr (pair->unit, ==, "µg/mL");

  rankle_comparison_set_second (comparison, other_unit);
  rankle_comparison_set_active (comparison, TRUE);
  wait_for (study);
  wait_for_rival (comparison, NAN);
  pair = find_pair (comparison, "denosumab_serum");
  g_assert_cmpint (pair->measure, ==, RANKLE_PAIR_OF_PEAK);
  for (guint which = 0; which < 2; which++)
    g_assert_cmpfloat_with_epsilon (
        rankle_comparison_get_factor (comparison, pair, which) *
            get_highest (rankle_comparison_get_run (comparison, which),
                         pair->columns[which]),
        100, 1e-9);
  pair = find_pair (comparison, "osteoclast");
  g_assert_cmpint (pair->measure, ==, RANKLE_PAIR_OF_BASELINE);
  for (guint which = 0; which < 2; which++)
    g_assert_cmpfloat_with_epsilon (
        rankle_comparison_get_factor (comparison, pair, which) *
            rankle_trajectory_get_column (rankle_comparison_get_run (comparison, which),
                                          pair->columns[which])[0],
        100, 1e-3);
  rankle_study_close (study);
  g_assert_finalize_object (comparison);
}

/* What is moved may be there and do nothing; the model's notes say so. */
static void
test_notes_are_remarks (void)
{
  g_autoptr (RankleModel) first = load ("rankle");
  g_autoptr (RankleModel) hours = load ("peterson-riggs-2012");
  g_autoptr (RankleStudy) study = rankle_study_new ();
  RankleComparison *comparison;
  g_autofree char  *remarks = NULL;

  rankle_study_set_model (study, first);
  comparison = rankle_comparison_new (study);
  rankle_comparison_set_second (comparison, hours);
  rankle_study_set_control (study, "opg", 2);
  remarks = rankle_comparison_dup_remarks (comparison);
  g_assert_true (g_str_has_prefix (remarks, "Peterson and Riggs 2012: OPG does nothing"));
  rankle_study_close (study);
  g_assert_finalize_object (comparison);
}

/* The second run fails, and only it: that is said, and by its name. */
static void
test_failure_is_told (void)
{
  g_autoptr (RankleModel) first =
      make_model ("model calm\n k = 0.1; x = 1; x' = -k * x\nend");
  g_autoptr (RankleModel) wild =
      make_model ("model wild\n k = 0.1; x = 1; x' = k * x^2\nend");
  g_autoptr (RankleStudy) study = rankle_study_new ();
  RankleComparison *comparison;
  g_autofree char  *remarks = NULL;

  rankle_study_set_model (study, first);
  comparison = rankle_comparison_new (study);
  rankle_comparison_set_second (comparison, wild);
  rankle_comparison_set_active (comparison, TRUE);
  while (rankle_comparison_get_failure (comparison) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (rankle_study_get_failure (study));
  remarks = rankle_comparison_dup_remarks (comparison);
  g_assert_true (g_str_has_prefix (remarks, "wild: "));
  rankle_study_close (study);
  g_assert_finalize_object (comparison);
}

/* GLib makes the lock of its error domains at the first error, out of ThreadSanitizer's
 * sight: here, where no two engines can meet over it. */
static void
make_first_error (void)
{
  g_error_free (g_error_new_literal (G_FILE_ERROR, G_FILE_ERROR_FAILED, ""));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  make_first_error ();
  g_test_add_func ("/comparison/one-question-to-both", test_one_question_to_both);
  g_test_add_func ("/comparison/pairs-and-remarks", test_pairs_and_remarks);
  g_test_add_func ("/comparison/measures", test_measures);
  g_test_add_func ("/comparison/notes-are-remarks", test_notes_are_remarks);
  g_test_add_func ("/comparison/failure-is-told", test_failure_is_told);
  return g_test_run ();
}
