/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "picture.h"
#include "rankle-compare-panel.h"
#include "window-fixture.h"

/* Two models in one window. */

static gboolean
shows_both (RankleWindow *window)
{
  GtkWidget *panel =
      find_descendant (GTK_WIDGET (window->compare), RANKLE_TYPE_COMPARE_PANEL);
  g_autofree char *text =
      panel == NULL ? g_strdup ("")
                    : rankle_compare_panel_dup_description (RANKLE_COMPARE_PANEL (panel));

  return strstr (text, "Rankle ") != NULL &&
         strstr (text, ", Peterson and Riggs 2012 ") != NULL;
}

/* Two inks in every panel, and more than the keys to them. */
static void
assert_two_curves (RankleWindow *window)
{
  GtkWidget *flow = find_descendant (GTK_WIDGET (window->compare), GTK_TYPE_FLOW_BOX);
  guint      n = 0;

  /* Where both keep to the baseline one curve covers the other. */
  rankle_window_load_scenario (window, "denosumab-3-years");
  iterate_until (shows_both, window);
  iterate_until (is_idle, window);
  for (GtkWidget *child = gtk_widget_get_first_child (flow); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *panel = gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (child));
      g_autoptr (GBytes) picture = look_at (panel);

      g_assert_cmpuint (count_ink (picture, panel, "rankle_series_1"), >, 100);
      g_assert_cmpuint (count_ink (picture, panel, "rankle_series_2"), >, 100);
      n++;
    }
  g_assert_cmpuint (n, >=, 8);
  rankle_window_load_scenario (window, "healthy-adult");
}

/* What the second model's run was asked: its control multiplies a parameter. */
static gboolean
rival_has_rankl_at_2 (RankleWindow *window)
{
  RankleComparison    *comparison = rankle_compare_view_get_comparison (window->compare);
  RankleTrajectory    *run = rankle_comparison_get_run (comparison, 1);
  const RankleControl *rankl =
      rankle_model_find_control (rankle_comparison_get_model (comparison, 1), "rankl");
  double value;

  if (run == NULL)
    return FALSE;
  value = rankle_protocol_get_parameters (
      rankle_trajectory_get_protocol (run))[rankl->parameter];
  return fabs (value - 2 * rankl->factor) < 1e-9 * rankl->factor;
}

/* Nothing runs until it is looked at; then every panel tells of both models, and a
 * control moved reaches both. */
static void
test_compare (void)
{
  RankleWindow     *window = open_window ();
  RankleComparison *comparison = rankle_compare_view_get_comparison (window->compare);

  rankle_window_load_model (window, "rankle");
  g_assert_null (rankle_comparison_get_model (comparison, 1));
  g_action_group_change_action_state (G_ACTION_GROUP (window), "view",
                                      g_variant_new_string ("compare"));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  iterate_until (shows_both, window);
  assert_two_curves (window);
  rankle_study_set_control (window->study, "rankl", 2);
  iterate_until (rival_has_rankl_at_2, window);
  g_action_group_change_action_state (G_ACTION_GROUP (window), "view",
                                      g_variant_new_string ("both"));
  rankle_study_set_control (window->study, "rankl", 4);
  iterate_until (is_idle, window);
  g_assert_true (rival_has_rankl_at_2 (window));
  close_window (window);
}

/* A model with which there is nothing in common says so, and another pair has its own
 * panels. */
static void
test_compare_without_anything_in_common (void)
{
  RankleWindow *window = open_window ();
  GtkWidget    *page;

  rankle_window_load_model (window, "rankle");
  g_action_group_change_action_state (G_ACTION_GROUP (window), "view",
                                      g_variant_new_string ("compare"));
  iterate_until (shows_both, window);
  rankle_window_load_model (window, "krishna-2006");
  g_assert_null (
      find_descendant (GTK_WIDGET (window->compare), RANKLE_TYPE_COMPARE_PANEL));
  page = find_descendant (GTK_WIDGET (window->compare), ADW_TYPE_STATUS_PAGE);
  g_assert_true (gtk_widget_get_mapped (page));
  g_assert_true (gtk_icon_theme_has_icon (
      gtk_icon_theme_get_for_display (gtk_widget_get_display (page)),
      adw_status_page_get_icon_name (ADW_STATUS_PAGE (page))));
  rankle_window_load_model (window, "rankle");
  iterate_until (shows_both, window);
  close_window (window);
}

int
main (int argc, char *argv[])
{
  set_up_application (&argc, &argv);
  g_test_add_func ("/window/compare", test_compare);
  g_test_add_func ("/window/compare-nothing", test_compare_without_anything_in_common);
  return g_test_run ();
}
