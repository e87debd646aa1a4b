/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "picture.h"
#include "rankle-application.h"
#include "rankle-catalog.h"
#include "rankle-compare-panel.h"
#include "rankle-control-row.h"
#include "rankle-window-private.h"

/* End to end: a slider moves, and what a person sees changes. */

static RankleApplication *application;

static void
iterate_until (gboolean (*test) (RankleWindow *), RankleWindow *window)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (!test (window))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
}

static gboolean
has_runs (RankleWindow *window)
{
  return rankle_study_get_trajectory (window->study) != NULL &&
         rankle_study_get_baseline (window->study) != NULL;
}

static gboolean
is_idle (RankleWindow *window)
{
  gboolean busy;

  g_object_get (window->study, "busy", &busy, NULL);
  return !busy;
}

static gboolean
has_failed (RankleWindow *window)
{
  return rankle_study_get_failure (window->study) != NULL;
}

static RankleWindow *
open_window (void)
{
  RankleWindow *window = rankle_window_new (application);

  gtk_window_present (GTK_WINDOW (window));
  iterate_until (has_runs, window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  rankle_time_bar_set_playing (window->time_bar, FALSE);
  rankle_study_set_cursor (window->study, 1000);
  return window;
}

static void
close_window (RankleWindow *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *)&window);
  gtk_window_destroy (GTK_WINDOW (window));
  while (window != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static GtkWidget *
find_scale (RankleWindow *window, const char *control)
{
  return rankle_control_row_get_scale (
      RANKLE_CONTROL_ROW (rankle_controls_find_row (window->controls, control)));
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

/* (transfer full) */
static GFile *
write_file (const char *text)
{
  g_autofree char *path =
      g_build_filename (g_get_tmp_dir (), "rankle-test-XXXXXX.ant", NULL);
  int fd = g_mkstemp (path);

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_file_new_for_path (path);
}

static void
write_and_open (RankleWindow *window, const char *text)
{
  g_autoptr (GFile) file = write_file (text);

  rankle_window_open_file (window, file);
  g_file_delete (file, NULL, NULL);
}

/* A file that is no model changes nothing. */
static void
test_broken_file (void)
{
  RankleWindow     *window = open_window ();
  RankleModel      *model = rankle_study_get_model (window->study);
  RankleTrajectory *run = rankle_study_get_trajectory (window->study);

  write_and_open (window, "model broken(");
  g_assert_true (rankle_study_get_model (window->study) == model);
  g_assert_true (rankle_study_get_trajectory (window->study) == run);
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

static double
last_of_first (RankleWindow *window)
{
  RankleTrajectory *run = rankle_study_get_trajectory (window->study);

  return rankle_trajectory_get_column (run, 0)[rankle_trajectory_get_n_times (run) - 1];
}

/* SBML knows of no controls: its parameters get sliders, and its states plots. */
static void
test_opened_sbml (void)
{
  RankleWindow *window = open_window ();
  g_autoptr (RankleModel) model = rankle_model_new_from_antimony (
      "k = 0.02; x = 8; x' = -k * x", -1, "decay", NULL, NULL);
  g_autofree char *sbml = rankle_model_to_sbml (model, NULL, NULL);
  g_autoptr (GBytes) plots = NULL;
  g_autoptr (GBytes) new_plots = NULL;

  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window->diagram)));
  write_and_open (window, sbml);
  iterate_until (has_runs, window);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (window->diagram)));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (window->scenario_label)));
  g_assert_cmpfloat_with_epsilon (last_of_first (window), 8 * exp (-2), 1e-4);
  plots = look_at (GTK_WIDGET (window->plots));
  gtk_range_set_value (GTK_RANGE (find_scale (window, "k")), 1);
  iterate_until (is_idle, window);
  g_assert_cmpfloat_with_epsilon (rankle_study_get_control (window->study, "k"), 0.2,
                                  1e-9);
  g_assert_cmpfloat_with_epsilon (last_of_first (window), 8 * exp (-20), 1e-4);
  new_plots = look_at (GTK_WIDGET (window->plots));
  g_assert_false (g_bytes_equal (plots, new_plots));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  iterate_until (is_idle, window);
  g_assert_cmpfloat_with_epsilon (last_of_first (window), 8 * exp (-2), 1e-4);
  rankle_window_load_model (window, "rankle");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window->diagram)));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window->scenario_label)));
  close_window (window);
}

/* As a file manager hands it over. */
static void
test_dropped_file (void)
{
  RankleWindow *window = open_window ();
  g_autoptr (GListModel) controllers =
      gtk_widget_observe_controllers (GTK_WIDGET (window));
  g_autoptr (GFile) file = write_file ("model dropped\n x = 1; x' = -x\nend\n");
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) target = g_list_model_get_item (controllers, i);
      g_auto (GValue) value = G_VALUE_INIT;

      if (!GTK_IS_DROP_TARGET (target))
        continue;
      g_value_init (&value, G_TYPE_FILE);
      g_value_set_object (&value, file);
      g_signal_emit_by_name (target, "drop", &value, 10.0, 10.0, &taken);
    }
  g_assert_true (taken);
  g_assert_cmpstr (rankle_model_get_id (rankle_study_get_model (window->study)), ==,
                   "dropped");
  g_file_delete (file, NULL, NULL);
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
  gint64        end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.play", NULL);
  g_assert_true (rankle_time_bar_get_playing (window->time_bar));
  while (rankle_study_get_cursor (window->study) < start + 1 &&
         g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpfloat (rankle_study_get_cursor (window->study), >, start);
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

static GtkWidget *
find_descendant (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_OBJECT_TYPE (widget) == type ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_descendant (child, type);
  return found;
}

/* Filled when it opens, a row a model; a row chosen is the model shown. */
static void
test_model_chooser (void)
{
  RankleWindow *window = open_window ();
  g_auto (GStrv) models = rankle_catalog_list_models ();
  GtkWidget  *popover = GTK_WIDGET (gtk_menu_button_get_popover (window->model_button));
  GtkListBox *list = GTK_LIST_BOX (find_descendant (popover, GTK_TYPE_LIST_BOX));
  int         last = (int)g_strv_length (models) - 1;

  g_assert_null (gtk_list_box_get_row_at_index (list, 0));
  gtk_menu_button_popup (window->model_button);
  g_assert_nonnull (gtk_list_box_get_row_at_index (list, last));
  g_assert_null (gtk_list_box_get_row_at_index (list, last + 1));
  g_signal_emit_by_name (list, "row-activated",
                         gtk_list_box_get_row_at_index (list, last));
  g_assert_cmpstr (rankle_model_get_id (rankle_study_get_model (window->study)), !=,
                   "rankle");
  close_window (window);
}

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

/* Nothing runs until it is looked at; then every panel tells of both models, and a
 * control moved reaches both. */
static void
test_compare (void)
{
  RankleWindow *window = open_window ();
  RankleStudy  *second =
      rankle_comparison_get_second (rankle_compare_view_get_comparison (window->compare));

  rankle_window_load_model (window, "rankle");
  g_assert_null (rankle_study_get_model (second));
  g_action_group_change_action_state (G_ACTION_GROUP (window), "view",
                                      g_variant_new_string ("compare"));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  iterate_until (shows_both, window);
  rankle_study_set_control (window->study, "rankl", 2);
  g_assert_cmpfloat (rankle_study_get_control (second, "rankl"), ==, 2);
  g_action_group_change_action_state (G_ACTION_GROUP (window), "view",
                                      g_variant_new_string ("both"));
  rankle_study_set_control (window->study, "rankl", 4);
  g_assert_cmpfloat (rankle_study_get_control (second, "rankl"), ==, 2);
  close_window (window);
}

/* A model with which there is nothing in common says so, and another pair has its own
 * panels. */
static void
test_compare_without_anything_in_common (void)
{
  RankleWindow *window = open_window ();

  rankle_window_load_model (window, "rankle");
  g_action_group_change_action_state (G_ACTION_GROUP (window), "view",
                                      g_variant_new_string ("compare"));
  iterate_until (shows_both, window);
  rankle_window_load_model (window, "krishna-2006");
  g_assert_null (
      find_descendant (GTK_WIDGET (window->compare), RANKLE_TYPE_COMPARE_PANEL));
  g_assert_true (gtk_widget_get_mapped (
      find_descendant (GTK_WIDGET (window->compare), ADW_TYPE_STATUS_PAGE)));
  rankle_window_load_model (window, "rankle");
  iterate_until (shows_both, window);
  close_window (window);
}

/* Teriparatide is a question to Peterson and Riggs; Lemaire's model has no answer to it.
 */
static void
test_scenario_finds_its_model (void)
{
  RankleWindow *window = open_window ();
  RankleStudy  *study = rankle_window_get_study (window);

  rankle_window_load_model (window, "lemaire-2004");
  rankle_window_load_scenario (window, "teriparatide-1-year");
  g_assert_cmpstr (rankle_model_get_id (rankle_study_get_model (study)), ==,
                   "peterson_riggs_2012");
  g_assert_cmpstr (rankle_scenario_get_id (rankle_study_get_scenario (study)), ==,
                   "teriparatide-1-year");
  rankle_window_load_model (window, "lemaire-2004");
  g_assert_cmpstr (rankle_scenario_get_id (rankle_study_get_scenario (study)), ==,
                   "healthy-adult");
  close_window (window);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  application = rankle_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  g_test_add_func ("/window/slider-to-picture", test_slider_to_picture);
  g_test_add_func ("/window/cursor-moves-both", test_cursor_moves_both);
  g_test_add_func ("/window/undo", test_undo);
  g_test_add_func ("/window/broken-file", test_broken_file);
  g_test_add_func ("/window/failure-banner", test_failure_banner);
  g_test_add_func ("/window/opened-sbml", test_opened_sbml);
  g_test_add_func ("/window/dropped-file", test_dropped_file);
  g_test_add_func ("/window/accessible", test_accessible);
  g_test_add_func ("/window/playing", test_playing);
  g_test_add_func ("/window/model-chooser", test_model_chooser);
  g_test_add_func ("/window/compare", test_compare);
  g_test_add_func ("/window/compare-nothing", test_compare_without_anything_in_common);
  g_test_add_func ("/window/scenario-finds-its-model", test_scenario_finds_its_model);
  g_test_add_func ("/window/every-model", test_every_model_and_scenario);
  return g_test_run ();
}
