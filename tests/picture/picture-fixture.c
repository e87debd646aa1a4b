/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture-fixture.h"

#include <glib/gstdio.h>

#include "rankle-catalog.h"
#include "rankle-evidence-file.h"
#include "rankle-integrator.h"
#include "rankle-scenario-file.h"

static RankleSession *
open_model (RankleModel *model, const char *id)
{
  g_autoptr (RankleEvidence) evidence = rankle_evidence_file_load (NULL, NULL);
  g_autoptr (RankleScenario) scenario =
      rankle_scenario_file_load (id != NULL ? id : "healthy-adult", NULL, NULL);
  g_autoptr (RankleSession) plain = NULL;

  g_assert_nonnull (evidence);
  g_assert_nonnull (scenario);
  plain = rankle_session_new_of (model, scenario);
  return rankle_session_with_evidence (plain, evidence);
}

RankleSession *
picture_open (const char *model, const char *scenario)
{
  g_autoptr (RankleModel) loaded = rankle_catalog_load (model, NULL);

  g_assert_nonnull (loaded);
  return open_model (loaded, scenario);
}

RankleSession *
picture_open_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("rankle-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "own.ant", NULL);
  g_autoptr (RankleModel) model = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  model = rankle_catalog_load (path, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_rmdir (folder);
  return open_model (model, NULL);
}

RankleSession *
picture_move (RankleSession *session, const char *control, double value)
{
  g_autoptr (RankleScenario) changed =
      rankle_scenario_copy (rankle_session_get_scenario (session));

  rankle_scenario_set_control (changed, control, value);
  return rankle_session_with_changed (session, changed);
}

RankleTrajectory *
picture_run (RankleProtocol *protocol)
{
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  g_autoptr (GError) error = NULL;
  RankleTrajectory *trajectory =
      rankle_integrator_run (integrator, protocol, NULL, &error);

  if (trajectory == NULL)
    trajectory = rankle_trajectory_ref (rankle_sim_error_get_partial (error));
  return trajectory;
}

RanklePicture *
picture_make_of (RankleSession *session, RanklePictureContent wanted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleProtocol) protocol = rankle_session_make_protocol (session, &error);
  g_autoptr (RankleProtocol) reference = rankle_session_make_baseline (session, NULL);
  g_autoptr (RankleTrajectory) trajectory = NULL;
  g_autoptr (RankleTrajectory) baseline = NULL;

  g_assert_no_error (error);
  trajectory = picture_run (protocol);
  baseline = picture_run (reference);
  wanted.session = session;
  wanted.run = trajectory;
  wanted.baseline = baseline;
  return rankle_picture_new (&wanted);
}

RanklePicture *
picture_make (RankleSession *session)
{
  return picture_make_of (session, (RanklePictureContent){ 0 });
}
