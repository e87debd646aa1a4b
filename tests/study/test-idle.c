/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* No control without effect: what changes nothing of the run says so, and what says so
 * changes nothing. In every bundled model and scenario, with a dose of each drug, and
 * with every control at its ends. */

#include <math.h>

#include "rankle-catalog.h"
#include "rankle-idle.h"
#include "rankle-scenario-file.h"
#include "state-fixture.h"

typedef struct
{
  RankleModel      *model;
  RankleScenario   *scenario;
  RankleTrajectory *run; /* (owned) (nullable) */
  const char       *what;
} Stand;

typedef struct
{
  guint n_idle, n_moving;
} Tally;

/* ---- whether it moves anything ---- */

static gboolean
has_failed (const RankleTrajectory *run)
{
  return run == NULL || rankle_trajectory_is_partial (run);
}

/* What fails is another answer, too. */
static gboolean
answers_differ (RankleModel *model, RankleTrajectory *a, RankleTrajectory *b)
{
  if (has_failed (a) || has_failed (b))
    return TRUE;
  for (guint i = 0; i < rankle_model_get_n_columns (model); i++)
    if (state_columns_differ (a, b, i))
      return TRUE;
  return FALSE;
}

static gboolean
moves_to (const Stand *stand, const RankleControl *control, double value)
{
  g_autoptr (RankleScenario) moved = rankle_scenario_copy (stand->scenario);
  g_autoptr (RankleTrajectory) run = NULL;

  rankle_scenario_set_control (moved, control->id, value);
  run = state_ask (stand->model, moved, 0);
  return answers_differ (stand->model, stand->run, run);
}

static gboolean
moves (const Stand *stand, const RankleControl *control)
{
  return moves_to (stand, control, control->can_be_off ? 0 : control->min) ||
         moves_to (stand, control, control->max);
}

/* ---- every state ---- */

static void
check (const Stand *stand, const RankleControl *control, gboolean both, Tally *tally)
{
  const char *idle = rankle_control_find_idle (stand->scenario, stand->model, control);

  /* A run that fails cannot be seen to stay the same. */
  if (idle == NULL ? !both : has_failed (stand->run))
    return;
  tally->n_idle += idle != NULL;
  tally->n_moving += idle == NULL;
  if (moves (stand, control) == (idle == NULL))
    return;
  g_test_message ("%s: %s %s", stand->what, control->id,
                  idle == NULL ? "moves nothing, and does not say so" : idle);
  g_test_fail ();
}

/* @both: what moves nothing must say so, too. */
static void
visit (RankleModel    *model,
       RankleScenario *scenario,
       const char     *what,
       gboolean        both,
       Tally          *tally)
{
  g_autoptr (RankleTrajectory) run = state_ask (model, scenario, 0);
  Stand stand = { model, scenario, run, what };

  for (guint i = 0; i < rankle_model_get_n_controls (model); i++)
    {
      const RankleControl *control = rankle_model_get_control (model, i);

      if (control->absent == NULL)
        check (&stand, control, both, tally);
    }
}

static gboolean
knocks_out (RankleScenario *scenario, RankleModel *model)
{
  guint                n;
  const RankleSetting *settings = rankle_scenario_get_settings (scenario, &n);

  for (guint i = 0; i < n; i++)
    {
      const RankleControl *control = rankle_model_find_control (model, settings[i].id);

      if (control != NULL && control->absent == NULL &&
          (control->reversed != NULL || control->can_be_off) &&
          !(fabs (settings[i].value) > 0))
        return TRUE;
    }
  return FALSE;
}

/* What moves nothing behind a gene that is knocked out is an answer, too; of a system's
 * own scenarios it was looked at. */
static void
visit_scenario (RankleModel *model, const char *id, Tally *tally)
{
  g_autoptr (RankleSession) session = state_choose (model, id);
  RankleScenario *scenario = rankle_session_get_scenario (session);

  visit (model, scenario, id,
         rankle_model_get_scenario (model) != NULL || !knocks_out (scenario, model),
         tally);
}

/* Where a control takes the ground from under others, some are left that change nothing
 * and are an answer all the same: a gene behind one that is knocked out, PTH in whom
 * there is no RANKL. A dose is what makes its controls count, so there both must hold. */
static void
visit_end (RankleModel *model, const RankleControl *control, double value, Tally *tally)
{
  g_autoptr (RankleScenario) scenario = rankle_scenario_new ("end", "", "");
  g_autofree char *what = g_strdup_printf ("%s at %g", control->id, value);

  rankle_scenario_set_control (scenario, control->id, value);
  visit (model, scenario, what, control->role == RANKLE_CONTROL_DOSE_AMOUNT && value > 0,
         tally);
}

static void
visit_model (gconstpointer data)
{
  g_autoptr (RankleModel) model = state_load_model (data);
  g_auto (GStrv) scenarios = rankle_scenario_file_list_for (model);
  Tally tally = { 0 };

  for (char **id = scenarios; *id != NULL; id++)
    visit_scenario (model, *id, &tally);
  for (guint i = 0; i < rankle_model_get_n_controls (model); i++)
    {
      const RankleControl *control = rankle_model_get_control (model, i);

      if (control->absent != NULL)
        continue;
      visit_end (model, control, control->can_be_off ? 0 : control->min, &tally);
      visit_end (model, control, control->max, &tally);
    }
  g_test_message ("%u that move something, %u idle", tally.n_moving, tally.n_idle);
  g_assert_cmpuint (tally.n_moving, >, 0);
}

/* ---- single things ---- */

static const char *
find_idle (RankleModel *model, const RankleScenario *scenario, const char *id)
{
  return rankle_control_find_idle (scenario, model,
                                   rankle_model_find_control (model, id));
}

/* What is waited for can be found, and counts by itself. */
static void
test_words (void)
{
  g_autoptr (RankleModel) model = state_load_model ("rankle");
  g_autoptr (RankleScenario) scenario = rankle_scenario_new ("words", "", "");
  const RankleControl *interval = rankle_model_find_control (model, "opg_fc_interval");

  g_assert_cmpstr (find_idle (model, scenario, "opg_fc_interval"), ==, "no dose yet");
  g_assert_cmpstr (rankle_control_find_needed (model, interval, 0)->id, ==,
                   "opg_fc_dose");
  g_assert_null (find_idle (model, scenario, "opg_fc_dose"));
  rankle_scenario_set_control (scenario, "opg_fc_dose", 200);
  g_assert_cmpstr (find_idle (model, scenario, "opg_fc_interval"), ==, "single dose");
  g_assert_null (find_idle (model, scenario, "opg_fc_start"));
  rankle_scenario_set_control (scenario, "opg_fc_count", 0);
  g_assert_cmpstr (find_idle (model, scenario, "opg_fc_start"), ==, "no dose yet");
  g_assert_null (find_idle (model, scenario, "opg_fc_count"));
  rankle_scenario_set_control (scenario, "opg_gene", 0);
  g_assert_cmpstr (find_idle (model, scenario, "opg"), ==, "knocked out");
  g_assert_null (find_idle (model, scenario, "opg_gene"));
}

/* One need behind another. */
static void
test_chain (void)
{
  g_autoptr (RankleModel) model = state_load_model ("joerg-2022");
  g_autoptr (RankleScenario) scenario = rankle_scenario_new ("chain", "", "");

  g_assert_cmpstr (find_idle (model, scenario, "surgical"), ==, "no menopause");
  rankle_scenario_set_control (scenario, "menopause", 4);
  g_assert_null (find_idle (model, scenario, "surgical"));
  rankle_scenario_set_control (scenario, "estrogen", 0);
  g_assert_cmpstr (find_idle (model, scenario, "surgical"), ==, "no estrogen");
}

/* One of several will do, and doses are one of them. */
static void
test_several (void)
{
  g_autoptr (RankleModel) model = state_load_model ("opg-mimetic");
  g_autoptr (RankleScenario) pump = rankle_scenario_new ("pump", "", "");
  g_autoptr (RankleScenario) doses = rankle_scenario_new ("doses", "", "");
  const RankleControl *kd = rankle_model_find_control (model, "kd");
  RankleTreatmentStep  step = { .kind = RANKLE_TREATMENT_DOSE,
                                .target = RANKLE_TARGET_STATE,
                                .id = (char *)"A",
                                .value = 18,
                                .count = 1 };

  g_assert_cmpstr (rankle_control_find_needed (model, kd, 0)->id, ==, "pump");
  g_assert_cmpstr (rankle_control_find_needed (model, kd, 1)->id, ==, "peptide_dose");
  g_assert_null (rankle_control_find_needed (model, kd, 2));
  g_assert_cmpstr (find_idle (model, pump, "kd"), ==, "no peptide");
  rankle_scenario_set_control (pump, "pump", 9);
  g_assert_null (find_idle (model, pump, "kd"));
  rankle_scenario_set_control (doses, "peptide_dose", 18);
  g_assert_null (find_idle (model, doses, "kd"));
  rankle_scenario_set_control (doses, "peptide_count", 0);
  g_assert_cmpstr (find_idle (model, doses, "kd"), ==, "no peptide");
  rankle_scenario_add_step (doses, &step);
  g_assert_null (find_idle (model, doses, "kd"));
}

/* There is none of it at the start, but there will be, or a file sets it by its own name.
 */
static void
test_set_otherwise (void)
{
  g_autoptr (RankleModel) model = state_load_model ("rankle");
  g_autoptr (RankleScenario) later = rankle_scenario_new ("later", "", "");
  g_autoptr (RankleScenario) direct = rankle_scenario_new ("direct", "", "");

  g_assert_cmpstr (find_idle (model, later, "hrt_start"), ==, "no therapy");
  rankle_scenario_change_control (later, "hrt", 1, 400);
  g_assert_null (find_idle (model, later, "hrt_start"));
  rankle_scenario_set_parameter (direct, "hrt_level", 1);
  g_assert_null (find_idle (model, direct, "hrt_start"));
}

int
main (int argc, char **argv)
{
  g_auto (GStrv) models = rankle_catalog_list_models ();
  int status;

  g_test_init (&argc, &argv, NULL);
  state_fixture_open ();
  g_test_add_func ("/idle/words", test_words);
  g_test_add_func ("/idle/chain", test_chain);
  g_test_add_func ("/idle/several", test_several);
  g_test_add_func ("/idle/set-otherwise", test_set_otherwise);
  for (char **id = models; *id != NULL; id++)
    {
      g_autofree char *path = g_strdup_printf ("/idle/%s", *id);

      g_test_add_data_func (path, *id, visit_model);
    }
  status = g_test_run ();
  state_fixture_close ();
  return status;
}
