/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "rankle-application.h"
#include "rankle-control-row.h"
#include "rankle-integrator.h"
#include "rankle-plot-panel.h"
#include "rankle-window-private.h"

/* A slider is dragged faster than anything can follow. What is shown in the end is what
 * the last value gives, and nothing older. */

#define BURST 50

static RankleApplication *application;

static gboolean
is_idle (RankleWindow *window)
{
  gboolean busy;

  g_object_get (window->study, "busy", &busy, NULL);
  return !busy && rankle_study_get_trajectory (window->study) != NULL;
}

static void
settle (RankleWindow *window)
{
  while (!is_idle (window))
    g_main_context_iteration (NULL, TRUE);
}

static RankleWindow *
open_window (void)
{
  RankleWindow *window = rankle_window_new (
      GTK_APPLICATION (application), rankle_application_get_settings (application));

  gtk_window_present (GTK_WINDOW (window));
  settle (window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  rankle_time_bar_set_playing (window->time_bar, FALSE);
  rankle_study_set_cursor (window->study, 700);
  rankle_study_set_control (window->study, "denosumab_count", 6);
  rankle_study_set_control (window->study, "denosumab_dose", 60);
  settle (window);
  return window;
}

/* The present scenario, run by an integrator of the test's own. */
static RankleTrajectory *
run_again (RankleWindow *window)
{
  RankleStudy      *study = window->study;
  RankleTrajectory *shown = rankle_study_get_trajectory (study);
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  g_autoptr (RankleProtocol) protocol =
      rankle_protocol_new (rankle_study_get_model (study));
  RankleTrajectory *again;

  rankle_protocol_set_times (protocol, rankle_trajectory_get_times (shown),
                             rankle_trajectory_get_n_times (shown));
  rankle_scenario_apply (rankle_study_get_scenario (study), protocol, FALSE, &error);
  g_assert_no_error (error);
  again = rankle_integrator_run (integrator, protocol, NULL, &error);
  g_assert_no_error (error);
  return again;
}

static void
assert_same_run (RankleTrajectory *a, RankleTrajectory *b)
{
  RankleModel *model = rankle_trajectory_get_model (a);

  for (guint k = 0; k < rankle_model_get_n_columns (model); k++)
    for (guint i = 0; i < rankle_trajectory_get_n_times (a); i++)
      {
        double x = rankle_trajectory_get_column (a, k)[i];
        double y = rankle_trajectory_get_column (b, k)[i];

        g_assert_cmpfloat (fabs (x - y), <=, 1e-9 * fabs (x));
      }
}

/* Told to look again, a panel has nothing new to say. */
static void
assert_panels_are_current (RankleWindow *window)
{
  for (GtkWidget *panel = gtk_widget_get_first_child (GTK_WIDGET (window->plots));
       panel != NULL; panel = gtk_widget_get_next_sibling (panel))
    {
      g_autofree char *said =
          rankle_plot_panel_dup_description (RANKLE_PLOT_PANEL (panel));
      g_autofree char *says = NULL;

      rankle_plot_panel_update (RANKLE_PLOT_PANEL (panel), TRUE, FALSE);
      says = rankle_plot_panel_dup_description (RANKLE_PLOT_PANEL (panel));
      g_assert_cmpstr (said, ==, says);
    }
}

static void
drag (RankleWindow *window, const char *control, double to)
{
  RankleChange *change;
  GtkRange     *slider = GTK_RANGE (rankle_control_row_get_scale (
          RANKLE_CONTROL_ROW (rankle_controls_find_row (window->controls, control))));

  change = rankle_study_begin_change (window->study, "drag");
  g_signal_emit_by_name (window->controls, "dragging", TRUE);
  for (guint i = 0; i < BURST; i++)
    gtk_range_set_value (slider, fabs (sin (i)));
  gtk_range_set_value (slider, to);
  g_signal_emit_by_name (window->controls, "dragging", FALSE);
  rankle_change_unref (change);
}

static void
test_last_value_is_shown (void)
{
  static const char *const controls[] = { "rankl", "opg", "estrogen", "denosumab_dose",
                                          "denosumab_interval" };
  RankleWindow            *window = open_window ();

  for (guint i = 0; i < G_N_ELEMENTS (controls); i++)
    {
      double before = rankle_study_get_control (window->study, controls[i]);
      g_autoptr (RankleTrajectory) again = NULL;

      drag (window, controls[i], 0.83);
      settle (window);
      g_assert_cmpfloat (rankle_study_get_control (window->study, controls[i]), !=,
                         before);
      again = run_again (window);
      assert_same_run (rankle_study_get_trajectory (window->study), again);
      assert_panels_are_current (window);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Half a hundred values, and one step back to where it began. */
static void
test_drag_is_one_step (void)
{
  RankleWindow *window = open_window ();
  double        before = rankle_study_get_control (window->study, "opg");

  drag (window, "opg", 0.9);
  rankle_study_undo (window->study);
  g_assert_cmpfloat (rankle_study_get_control (window->study, "opg"), ==, before);
  settle (window);
  assert_panels_are_current (window);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  application = rankle_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  g_test_add_func ("/drag/last-value-is-shown", test_last_value_is_shown);
  g_test_add_func ("/drag/is-one-step", test_drag_is_one_step);
  return g_test_run ();
}
