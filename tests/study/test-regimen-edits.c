/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A study under random edits of what is given: doses moved, missed, deleted and added,
 * sliders put anywhere, at once or in drags of which only the last is awaited, kept runs,
 * undo, redo and other models. Nothing crashes, and what is shown in the end is what a
 * fresh run of the same question gives, or why there is none. "-m slow" makes 10,000
 * edits of doses in three models and 100,000 of all in all models. */

#include <math.h>
#include <string.h>

#include "rankle-catalog.h"
#include "rankle-integrator.h"
#include "rankle-lanes-edit.h"
#include "rankle-scenario-file.h"
#include "rankle-study-runs.h"
#include "rankle-study.h"

static const char *const dosed[] = { "rankle", "martinez-reina-2019", "lemaire-2004",
                                     NULL };

typedef struct
{
  RankleStudy *study;
  GPtrArray   *models;          /* RankleModel */
  gboolean     sliders;         /* they are moved, too */
  guint        checked, failed; /* looks at what is shown; those at a failure */
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
move_slider (Fixture *f)
{
  RankleModel         *model = rankle_study_get_model (f->study);
  guint                n = rankle_model_get_n_controls (model);
  const RankleControl *control;

  if (n == 0)
    return;
  control = rankle_model_get_control (model, (guint)g_test_rand_int_range (0, (int)n));
  if (control->absent == NULL && control->min < control->max)
    rankle_study_set_control (f->study, control->id, pick (control->min, control->max));
}

static void
drag_slider (Fixture *f)
{
  RankleChange *change = rankle_study_begin_change (f->study, "Drag");

  for (guint i = 0; i < 3; i++)
    {
      move_slider (f);
      g_main_context_iteration (NULL, FALSE);
    }
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
  int kind = g_test_rand_int_range (0, f->sliders ? 36 : 24);

  if (kind >= 24)
    kind < 32 ? move_slider (f) : drag_slider (f);
  else if (kind < 8)
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
    rankle_study_set_model (
        f->study, g_ptr_array_index (
                      f->models, (guint)g_test_rand_int_range (0, (int)f->models->len)));
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
check_shown (Fixture *f)
{
  RankleStudy *study = f->study;
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
  f->checked++;
  f->failed += fresh == NULL;
  g_assert_cmpint (fresh == NULL, ==, rankle_study_get_failure (study) != NULL);
  if (fresh == NULL)
    {
      g_assert_true (g_str_has_prefix (rankle_study_get_failure (study), error->message));
      return;
    }
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
load_models (Fixture *f, char *const *ids)
{
  f->models = g_ptr_array_new_with_free_func ((GDestroyNotify)rankle_model_unref);
  for (; *ids != NULL; ids++)
    {
      g_autoptr (GError) error = NULL;

      g_ptr_array_add (f->models, rankle_catalog_load (*ids, &error));
      g_assert_no_error (error);
    }
}

/* @stretch: edits between two looks at what is shown. */
static void
make_edits (Fixture *f, guint n, guint stretch)
{
  g_autoptr (RankleScenario) first = NULL;
  g_autoptr (GError) error = NULL;

  f->study = rankle_study_new ();
  first = rankle_scenario_file_load ("denosumab-young-adult", NULL, &error);
  g_assert_no_error (error);
  rankle_study_set_question (f->study, g_ptr_array_index (f->models, 0), first);
  for (guint i = 0; i < n; i++)
    {
      edit (f);
      if (i % stretch == 0)
        check_shown (f);
    }
  check_shown (f);
  g_test_message ("%u edits, %u looks, %u of them at a failure", n, f->checked,
                  f->failed);
  rankle_study_close (f->study);
  g_assert_finalize_object (f->study);
  g_ptr_array_unref (f->models);
}

static void
test_random_edits (void)
{
  Fixture f = { 0 };

  load_models (&f, (char *const *)dosed);
  make_edits (&f, g_test_slow () ? 10000 : 250, 10);
  g_assert_cmpuint (f.failed, ==, 0);
}

static void
test_random_moves (void)
{
  Fixture f = { .sliders = TRUE };
  g_auto (GStrv) ids = rankle_catalog_list_models ();

  load_models (&f, ids);
  make_edits (&f, g_test_slow () ? 100000 : 250, g_test_slow () ? 50 : 10);
  g_assert_cmpuint (f.failed, <, f.checked / 10 + 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/regimen-edits/random", test_random_edits);
  g_test_add_func ("/regimen-edits/random-moves", test_random_moves);
  return g_test_run ();
}
