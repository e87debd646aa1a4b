/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diagram-view-fixture.h"

#include "rankle-catalog.h"

static gboolean
is_busy (RankleStudy *study)
{
  gboolean busy;

  g_object_get (study, "busy", &busy, NULL);
  return busy || rankle_study_get_trajectory (study) == NULL ||
         rankle_study_get_baseline (study) == NULL;
}

void
diagram_view_wait_for_run (RankleStudy *study)
{
  while (is_busy (study))
    g_main_context_iteration (NULL, TRUE);
}

void
diagram_view_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RankleModel) model = rankle_catalog_load ("rankle", NULL);

  fixture->study = rankle_study_new ();
  fixture->window = gtk_window_new ();
  fixture->view = RANKLE_DIAGRAM_VIEW (rankle_diagram_view_new ());
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 380);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  rankle_diagram_view_set_study (fixture->view, fixture->study);
  rankle_study_set_model (fixture->study, model);
  diagram_view_wait_for_run (fixture->study);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->view));
  rankle_diagram_view_select (fixture->view, NULL);
}

void
diagram_view_tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_ref (fixture->view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->view);
  rankle_study_close (fixture->study);
  g_assert_finalize_object (fixture->study);
}
