/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the default model is graded "fitted" for is what a calibration gives today: nobody
 * has changed model, evidence or plan since, or written a number in by hand. */

#include <math.h>

#include "rankle-calibration.h"
#include "rankle-catalog.h"
#include "rankle-evidence-file.h"

/* Of a standard deviation: two machines need not agree to the last step of a search. */
#define NEAR 0.1

static char *
read_plan (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "calibration",
                                                 "rankle.json", NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
check (const RankleCalibration *calibration, const RankleFit *fit)
{
  for (guint i = 0; i < rankle_calibration_get_n_parameters (calibration); i++)
    {
      const RankleQuantity *written = rankle_model_get_parameter (
          calibration->model,
          g_array_index (calibration->parameters, RankleFittedParameter, i).index);
      double deviation = log (written->uncertainty);

      g_test_message ("%s: %g ×÷ %g, written %g ×÷ %g", written->id, fit->values[i],
                      fit->uncertainties[i], written->value, written->uncertainty);
      g_assert_cmpfloat (fabs (log (fit->values[i] / written->value)), <,
                         NEAR * deviation);
      g_assert_cmpfloat (fabs (log (fit->uncertainties[i]) - deviation), <,
                         NEAR * deviation + 0.005);
    }
}

static void
test_is_calibrated (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *plan = read_plan ();
  g_autoptr (RankleModel) model = rankle_catalog_load ("rankle", &error);
  g_autoptr (RankleEvidence) evidence = rankle_evidence_file_load (NULL, &error);
  g_autoptr (RankleCalibration) calibration =
      rankle_calibration_new (model, evidence, plan, "plan", &error);
  RankleFit fit = { 0 };

  g_assert_no_error (error);
  g_assert_true (rankle_fit_run (calibration, NULL, NULL, &fit, &error));
  g_assert_true (fit.converged);
  check (calibration, &fit);
  rankle_fit_clear (&fit);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calibrated/is-what-a-calibration-gives", test_is_calibrated);
  return g_test_run ();
}
