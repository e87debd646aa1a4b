/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "picture.h"
#include "rankle-catalog.h"
#include "window-fixture.h"

/* End to end: a slider moves, and what a person sees changes. */

static gboolean
has_failed (RankleWindow *window)
{
  return rankle_study_get_failure (window->study) != NULL;
}

static double
ctx_at_end (RankleWindow *window)
{
  RankleTrajectory *run = rankle_study_get_trajectory (window->study);
  int column = rankle_model_find_column (rankle_trajectory_get_model (run), "CTX");

  return rankle_trajectory_get_column (
      run, (guint)column)[rankle_trajectory_get_n_times (run) - 1];
}

static void
test_slider_to_picture (void)
{
  RankleWindow *window = open_window ();
  g_autoptr (GBytes) plots = look_at (GTK_WIDGET (window->plots));
  g_autoptr (GBytes) diagram = look_at (GTK_WIDGET (window->diagram));
  g_autoptr (GBytes) same = look_at (GTK_WIDGET (window->plots));
  g_autoptr (GBytes) new_plots = NULL;
  g_autoptr (GBytes) new_diagram = NULL;

  g_assert_true (g_bytes_equal (plots, same));
  g_assert_cmpfloat_with_epsilon (ctx_at_end (window), 100, 0.1);
  gtk_range_set_value (GTK_RANGE (find_scale (window, "opg")), 1);
  iterate_until (is_idle, window);
  g_assert_cmpfloat (ctx_at_end (window), <, 50);
  new_plots = look_at (GTK_WIDGET (window->plots));
  new_diagram = look_at (GTK_WIDGET (window->diagram));
  g_assert_false (g_bytes_equal (plots, new_plots));
  g_assert_false (g_bytes_equal (diagram, new_diagram));
  close_window (window);
}

static void
test_cursor_moves_both (void)
{
  RankleWindow *window = open_window ();
  g_autoptr (GBytes) plots = NULL;
  g_autoptr (GBytes) diagram = NULL;
  g_autoptr (GBytes) new_plots = NULL;
  g_autoptr (GBytes) new_diagram = NULL;

  rankle_window_load_scenario (window, "denosumab-3-years");
  iterate_until (is_idle, window);
  rankle_study_set_cursor (window->study, 30);
  plots = look_at (GTK_WIDGET (window->plots));
  diagram = look_at (GTK_WIDGET (window->diagram));
  rankle_study_set_cursor (window->study, 1300);
  new_plots = look_at (GTK_WIDGET (window->plots));
  new_diagram = look_at (GTK_WIDGET (window->diagram));
  g_assert_false (g_bytes_equal (plots, new_plots));
  g_assert_false (g_bytes_equal (diagram, new_diagram));
  close_window (window);
}

static gboolean
has_baseline (RankleWindow *window)
{
  return is_idle (window) && rankle_study_get_baseline (window->study) != NULL;
}

/* (transfer full): once it has come to rest. */
static GBytes *
look_at_rest (GtkWidget *view)
{
  GBytes *picture = look_at (view);

  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (GBytes) before = picture;

      g_main_context_iteration (NULL, FALSE);
      picture = look_at (view);
      if (g_bytes_equal (before, picture))
        break;
    }
  return picture;
}

/* A quantity that is pointed at is seen on the map and in the plots, until it is not. */
static void
test_spotlight_on_both (void)
{
  RankleWindow *window = open_window ();
  GtkWidget    *views[] = { GTK_WIDGET (window->plots), GTK_WIDGET (window->diagram) };
  static const char *const columns[] = { "osteoclast", "CTX" };

  rankle_window_load_scenario (window, "denosumab-3-years");
  iterate_until (has_baseline, window);
  g_object_set (window->time_bar, "playing", FALSE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    for (guint k = 0; k < G_N_ELEMENTS (columns); k++)
      {
        g_autoptr (GBytes) before = look_at_rest (views[i]);
        g_autoptr (GBytes) lit = NULL;
        g_autoptr (GBytes) after = NULL;

        rankle_spotlight_light (window->spotlight, columns[k], window);
        lit = look_at (views[i]);
        rankle_spotlight_light (window->spotlight, NULL, window);
        after = look_at (views[i]);
        g_assert_false (g_bytes_equal (before, lit));
        g_assert_true (g_bytes_equal (before, after));
      }
  close_window (window);
}

/* Nobody puts out what another has lit, nor sees what he has lit himself. */
static void
test_spotlight (void)
{
  g_autoptr (RankleSpotlight) spotlight = rankle_spotlight_new ();
  int map = 0, plot = 0;

  rankle_spotlight_light (spotlight, "CTX", &map);
  rankle_spotlight_light (spotlight, NULL, &plot);
  g_assert_cmpstr (rankle_spotlight_get_from_others (spotlight, &plot), ==, "CTX");
  g_assert_null (rankle_spotlight_get_from_others (spotlight, &map));
  rankle_spotlight_light (spotlight, "bone", &plot);
  g_assert_cmpstr (rankle_spotlight_get_from_others (spotlight, &map), ==, "bone");
  rankle_spotlight_light (spotlight, NULL, &plot);
  g_assert_null (rankle_spotlight_get_from_others (spotlight, &map));
}

static void
test_undo (void)
{
  RankleWindow *window = open_window ();

  g_assert_false (rankle_study_can_undo (window->study));
  gtk_range_set_value (GTK_RANGE (find_scale (window, "rankl")), 1);
  g_assert_cmpfloat (rankle_study_get_control (window->study, "rankl"), >, 7);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_cmpfloat_with_epsilon (rankle_study_get_control (window->study, "rankl"), 1,
                                  1e-9);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
  g_assert_cmpfloat (rankle_study_get_control (window->study, "rankl"), >, 7);
  close_window (window);
}

static gboolean
can_go (RankleWindow *window, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (window), action);
}

/* Two ways back, each offered where there is something to go back from, and undone. */
static void
test_ways_back (void)
{
  RankleWindow *window = open_window ();

  g_assert_false (can_go (window, "back-to-scenario") ||
                  can_go (window, "back-to-model"));
  rankle_window_load_scenario (window, "natural-menopause-51");
  g_assert_false (can_go (window, "back-to-scenario"));
  g_assert_true (can_go (window, "back-to-model"));
  rankle_study_set_control (window->study, "opg", 2);
  rankle_study_set_control (window->study, "menopause", 6);
  g_assert_true (can_go (window, "back-to-scenario"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back-to-scenario", NULL);
  g_assert_cmpfloat (rankle_study_get_control (window->study, "menopause"), ==, 3);
  g_assert_cmpfloat (rankle_study_get_control (window->study, "opg"), ==, 1);
  g_assert_false (can_go (window, "back-to-scenario"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back-to-model", NULL);
  g_assert_cmpfloat (rankle_study_get_control (window->study, "menopause"), ==, 30);
  g_assert_cmpstr (gtk_menu_button_get_label (window->scenario_button), ==,
                   "Healthy adult");
  g_assert_false (can_go (window, "back-to-model"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_cmpfloat (rankle_study_get_control (window->study, "menopause"), ==, 3);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_cmpfloat (rankle_study_get_control (window->study, "menopause"), ==, 6);
  iterate_until (is_idle, window);
  close_window (window);
}

/* A run that fails says what and when, and the window lives. */
static void
test_failure_banner (void)
{
  RankleWindow *window = open_window ();

  write_and_open (window, "x = 1; x' = x^2\nunit time_unit = 86400 second\n");
  iterate_until (has_failed, window);
  g_assert_true (gtk_revealer_get_reveal_child (window->failure_revealer));
  g_assert_nonnull (strstr (gtk_label_get_text (window->failure_label), "stopped at"));
  g_assert_nonnull (strstr (gtk_label_get_text (window->failure_label), "x "));
  rankle_window_load_model (window, "rankle");
  iterate_until (has_runs, window);
  g_assert_false (gtk_revealer_get_reveal_child (window->failure_revealer));
  close_window (window);
}

static void
test_accessible (void)
{
  RankleWindow *window = open_window ();
  const char   *spoken = "100 %";

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (window->diagram),
                                   GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_scale (window, "estrogen")),
                                       GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, spoken);
  for (GtkWidget *panel = gtk_widget_get_first_child (GTK_WIDGET (window->plots));
       panel != NULL; panel = gtk_widget_get_next_sibling (panel))
    {
      gtk_test_accessible_assert_role (GTK_ACCESSIBLE (panel), GTK_ACCESSIBLE_ROLE_IMG);
      g_assert_true (gtk_test_accessible_has_property (
          GTK_ACCESSIBLE (panel), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
    }
  close_window (window);
}

static void
test_playing (void)
{
  RankleWindow *window = open_window ();
  double        start = rankle_study_get_cursor (window->study);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.play", NULL);
  g_assert_true (rankle_time_bar_get_playing (window->time_bar));
  while (rankle_study_get_cursor (window->study) < start + 1)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.play", NULL);
  g_assert_false (rankle_time_bar_get_playing (window->time_bar));
  close_window (window);
}

static void
test_every_model_and_scenario (void)
{
  RankleWindow *window = open_window ();
  g_auto (GStrv) models = rankle_catalog_list_models ();

  for (guint i = 0; models[i] != NULL; i++)
    {
      g_assert_true (rankle_window_load_model (window, models[i]));
      iterate_until (has_runs, window);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
    }
  g_assert_false (rankle_window_load_model (window, "no-such-model"));
  close_window (window);
}

/* What was looked at is looked at again: a zoom is the session's, and saved with it. */
static void
test_zoom (void)
{
  RankleWindow *window = open_window ();
  g_autoptr (GBytes) all = NULL, part = NULL, again = NULL, fit = NULL;
  g_autoptr (RankleSession) zoomed = NULL;
  double from, to;

  iterate_until (is_idle, window);
  all = look_at (GTK_WIDGET (window->plots));
  rankle_study_set_zoom (window->study, 100, 400);
  part = look_at (GTK_WIDGET (window->plots));
  g_assert_false (g_bytes_equal (all, part));
  g_assert_false (rankle_study_can_undo (window->study));
  zoomed = rankle_session_ref (rankle_study_get_session (window->study));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.fit", NULL);
  fit = look_at (GTK_WIDGET (window->plots));
  g_assert_true (g_bytes_equal (all, fit));
  rankle_study_open_session (window->study, zoomed);
  iterate_until (is_idle, window);
  again = look_at (GTK_WIDGET (window->plots));
  g_assert_true (g_bytes_equal (part, again));
  g_assert_true (rankle_window_load_model (window, "lipniacki-2004"));
  g_assert_false (rankle_study_get_zoom (window->study, &from, &to));
  close_window (window);
}

/* As it is typed; what is no time is said, and what stands there is not changed. */
static void
test_horizon (void)
{
  RankleWindow *window = open_window ();
  GtkWidget    *entry = find_descendant (GTK_WIDGET (window->time_bar), GTK_TYPE_ENTRY);
  GtkWidget    *popover = gtk_widget_get_ancestor (entry, GTK_TYPE_POPOVER);
  double        before = rankle_study_get_horizon (window->study);

  gtk_popover_popup (GTK_POPOVER (popover));
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpfloat (rankle_study_get_horizon (window->study), ==, before);
  gtk_editable_set_text (GTK_EDITABLE (entry), "a while");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_assert_cmpfloat (rankle_study_get_horizon (window->study), ==, before);
  gtk_editable_set_text (GTK_EDITABLE (entry), "5 years");
  g_signal_emit_by_name (entry, "activate");
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  g_assert_cmpfloat (rankle_study_get_horizon (window->study), ==, 5 * 365);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_cmpfloat (rankle_study_get_horizon (window->study), ==, before);
  close_window (window);
}

int
main (int argc, char *argv[])
{
  set_up_application (&argc, &argv);
  g_test_add_func ("/window/slider-to-picture", test_slider_to_picture);
  g_test_add_func ("/window/cursor-moves-both", test_cursor_moves_both);
  g_test_add_func ("/window/spotlight-on-both", test_spotlight_on_both);
  g_test_add_func ("/window/spotlight", test_spotlight);
  g_test_add_func ("/window/zoom", test_zoom);
  g_test_add_func ("/window/undo", test_undo);
  g_test_add_func ("/window/ways-back", test_ways_back);
  g_test_add_func ("/window/failure-banner", test_failure_banner);
  g_test_add_func ("/window/accessible", test_accessible);
  g_test_add_func ("/window/playing", test_playing);
  g_test_add_func ("/window/every-model", test_every_model_and_scenario);
  g_test_add_func ("/window/horizon", test_horizon);
  return g_test_run ();
}
