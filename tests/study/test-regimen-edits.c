/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A study under random edits of what is given: doses moved, missed, deleted and added,
 * kept runs, undo, redo and other models. Nothing crashes, and what is shown in the end
 * is what a fresh run of the same question gives. "-m slow" makes 10,000 edits. */

#include <math.h>
#include <string.h>

#include "rankle-catalog.h"
#include "rankle-integrator.h"
#include "rankle-lanes-edit.h"
#include "rankle-scenario-file.h"
#include "rankle-study-runs.h"
#include "rankle-study.h"

#define SOME 250
#define MANY 10000
/* Between two looks at what is shown. */
#define STRETCH 10

static const char *const models[] = { "rankle", "martinez-reina-2019", "lemaire-2004" };

typedef struct
{
  RankleStudy *study;
  RankleModel *models[G_N_ELEMENTS (models)];
} Fixture;

static double
pick (double low, double high)
{
  return g_test_rand_double_range (low, high);
}

/* ---- edits ---- */

static void
put_handle (Fixture *f, const RankleLanes *lanes, gboolean missed)
{
  guint               index = (guint)g_test_rand_int_range (0, (int)lanes->handles->len);
  const RankleHandle *handle = &g_array_index (lanes->handles, RankleHandle, index);
  g_autoptr (RankleScenario) changed =
      rankle_lanes_put (lanes, index, handle->time + pick (-200, 200),
                        handle->amount * pick (0, 2), missed);

  rankle_study_change_scenario (f->study, changed, "Edit");
}

static void
delete_handle (Fixture *f, const RankleLanes *lanes)
{
  g_autoptr (RankleScenario) changed = rankle_lanes_delete (
      lanes, (guint)g_test_rand_int_range (0, (int)lanes->handles->len));

  rankle_study_change_scenario (f->study, changed, "Delete");
}

/* Of a drug that the model has, or nothing. */
static void
add_dose (Fixture *f, const RankleLanes *lanes)
{
  const RankleControl *control =
      rankle_model_find_control (lanes->model, "denosumab_dose");
  g_autoptr (RankleScenario) changed = NULL;

  if (control == NULL || control->absent != NULL)
    return;
  changed = rankle_lanes_add_dose (
      lanes, control, pick (0, rankle_study_get_horizon (f->study)), pick (10, 120));
  rankle_study_change_scenario (f->study, changed, "Add");
}

static void
edit_treatment (Fixture *f, int kind)
{
  g_autoptr (RankleLanes) lanes = rankle_lanes_new (rankle_study_get_scenario (f->study),
                                                    rankle_study_get_model (f->study));

  if (kind == 0 || lanes->handles->len == 0)
    add_dose (f, lanes);
  else if (kind == 1)
    delete_handle (f, lanes);
  else
    put_handle (f, lanes, kind == 2);
}

/* A drag: several strokes, one step. */
static void
drag (Fixture *f)
{
  RankleChange *change = rankle_study_begin_change (f->study, "Drag");

  for (guint i = 0; i < 3; i++)
    edit_treatment (f, 3);
  rankle_change_unref (change);
}

static void
delete_kept (Fixture *f)
{
  guint n;

  rankle_session_get_kept (rankle_study_get_session (f->study), &n);
  if (n > 0)
    rankle_study_delete_kept (f->study, (guint)g_test_rand_int_range (0, (int)n));
}

static void
edit (Fixture *f)
{
  int kind = g_test_rand_int_range (0, 24);

  if (kind < 8)
    edit_treatment (f, kind / 2);
  else if (kind < 11)
    drag (f);
  else if (kind < 15)
    rankle_study_undo (f->study);
  else if (kind < 18)
    rankle_study_redo (f->study);
  else if (kind < 20)
    rankle_study_set_control (f->study, "denosumab_interval", pick (30, 365));
  else if (kind == 20)
    rankle_study_set_model (f->study,
                            f->models[g_test_rand_int_range (0, G_N_ELEMENTS (models))]);
  else if (kind == 21)
    rankle_study_keep (f->study);
  else if (kind == 22)
    delete_kept (f);
  else
    rankle_study_set_control (f->study, "denosumab_count", g_test_rand_int_range (0, 9));
}

/* ---- what is shown ---- */

static void
settle (RankleStudy *study)
{
  gboolean busy = TRUE;

  for (g_object_get (study, "busy", &busy, NULL); busy;
       g_object_get (study, "busy", &busy, NULL))
    g_main_context_iteration (NULL, TRUE);
}

static void
check_shown (RankleStudy *study)
{
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  g_autoptr (RankleTrajectory) fresh = NULL;
  g_autoptr (RankleProtocol) protocol = NULL;
  g_autoptr (GError) error = NULL;
  RankleTrajectory *shown;

  settle (study);
  shown = rankle_study_get_trajectory (study);
  protocol = rankle_session_make_protocol (rankle_study_get_session (study), &error);
  g_assert_no_error (error);
  fresh = rankle_integrator_run (integrator, protocol, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (shown);
  g_assert_cmpuint (rankle_trajectory_get_n_times (shown), ==,
                    rankle_trajectory_get_n_times (fresh));
  for (guint i = 0; i < rankle_trajectory_get_n_columns (fresh); i++)
    g_assert_cmpmem (rankle_trajectory_get_column (shown, i),
                     rankle_trajectory_get_n_times (shown) * sizeof (double),
                     rankle_trajectory_get_column (fresh, i),
                     rankle_trajectory_get_n_times (fresh) * sizeof (double));
}

static void
test_random_edits (void)
{
  Fixture f = { .study = rankle_study_new () };
  guint   n = g_test_slow () ? MANY : SOME;
  g_autoptr (RankleScenario) first = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (models); i++)
    f.models[i] = rankle_catalog_load (models[i], &error);
  g_assert_no_error (error);
  first = rankle_scenario_file_load ("denosumab-young-adult", NULL, &error);
  g_assert_no_error (error);
  rankle_study_set_question (f.study, f.models[0], first);
  for (guint i = 0; i < n; i++)
    {
      edit (&f);
      if (i % STRETCH == 0)
        check_shown (f.study);
    }
  check_shown (f.study);
  rankle_study_close (f.study);
  g_assert_finalize_object (f.study);
  for (guint i = 0; i < G_N_ELEMENTS (models); i++)
    rankle_model_unref (f.models[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/regimen-edits/random", test_random_edits);
  return g_test_run ();
}
