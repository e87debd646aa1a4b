/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "rankle-catalog.h"
#include "rankle-plot-panel.h"
#include "rankle-session-file.h"
#include "window-fixture.h"

/* A model that leaves its range, and a file that asks for what a control does not take.
 */

static gboolean
is_settled (RankleWindow *window)
{
  return is_idle (window) && rankle_study_get_trajectory (window->study) != NULL;
}

static void
show (RankleWindow *window, const char *model, const char *control, double value)
{
  rankle_window_load_model (window, model);
  iterate_until (is_settled, window);
  rankle_study_set_control (window->study, control, value);
  iterate_until (is_settled, window);
}

static gboolean
warns (RankleWindow *window)
{
  return gtk_revealer_get_reveal_child (window->failure_revealer);
}

/* (transfer full): what is read out of the panel @id at its end, which tells what is
 * shaded there. */
static char *
describe_end (RankleWindow *window, const char *id)
{
  RankleModel *model = rankle_study_get_model (window->study);
  GtkWidget   *child = gtk_widget_get_first_child (GTK_WIDGET (window->plots));
  guint        i = 0;

  rankle_study_set_cursor (window->study, rankle_study_get_horizon (window->study));
  for (; !g_str_equal (rankle_model_get_panel (model, i)->id, id); i++)
    child = gtk_widget_get_next_sibling (child);
  return rankle_plot_panel_dup_description (RANKLE_PLOT_PANEL (child));
}

static gboolean
is_shaded (RankleWindow *window, const char *id)
{
  g_autofree char *words = describe_end (window, id);
  gboolean         says = strstr (words, ": not to be read.") != NULL;

  g_assert_cmpint (says, ==, strstr (words, " (out of range)") != NULL);
  return says;
}

#define GRAHAM                                                                           \
  "Graham 2013 leaves its range: Bone volume is below 0 % of start from 6 days on, and " \
  "comes to −101 % of start. What is shaded is not to be read."

/* Banner, shade, what is read out and the sentence; and all goes as it came. */
static void
test_leaves_and_comes_back (void)
{
  RankleWindow    *window = open_window ();
  g_autofree char *words = NULL;

  show (window, "graham-2013", "rankl", 8);
  g_assert_true (warns (window));
  g_assert_cmpstr (gtk_label_get_text (window->failure_label), ==, GRAHAM);
  g_assert_true (is_shaded (window, "bone"));
  g_assert_false (is_shaded (window, "osteoclasts"));
  words = describe_end (window, "bone");
  g_assert_nonnull (strstr (words, "Bone volume is below 0 % of start from 6 days on"));
  g_assert_nonnull (
      strstr (gtk_label_get_text (window->answer), "Bone volume leaves its range after"));
  rankle_study_undo (window->study);
  iterate_until (is_settled, window);
  g_assert_false (warns (window));
  g_assert_false (is_shaded (window, "bone"));
  close_window (window);
}

/* What was dismissed stays away until there is something else to say. */
static void
test_dismissed (void)
{
  RankleWindow *window = open_window ();

  show (window, "graham-2013", "rankl", 8);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.dismiss-failure", NULL);
  g_assert_false (warns (window));
  rankle_study_set_cursor (window->study, 10);
  g_assert_false (warns (window));
  rankle_study_set_control (window->study, "damage", 40);
  iterate_until (is_settled, window);
  g_assert_true (warns (window));
  close_window (window);
}

/* Nothing comes down over what is under the pointer. */
static void
test_in_a_drag (void)
{
  RankleWindow *window = open_window ();
  RankleChange *change;

  show (window, "graham-2013", "rankl", 1);
  change = rankle_study_begin_change (window->study, "drag");
  rankle_study_set_control (window->study, "rankl", 8);
  iterate_until (is_settled, window);
  g_assert_true (is_shaded (window, "bone"));
  g_assert_false (warns (window));
  rankle_change_unref (change);
  iterate_until (is_settled, window);
  g_assert_true (warns (window));
  close_window (window);
}

/* What leaves its range and is nowhere plotted. */
static void
test_not_plotted (void)
{
  RankleWindow *window = open_window ();

  show (window, "peterson-riggs-2012", "rankl", 8);
  g_assert_true (warns (window));
  g_assert_nonnull (
      strstr (gtk_label_get_text (window->failure_label), "That is not plotted"));
  close_window (window);
}

/* ---- what files ask ---- */

#define BEYOND                                                                           \
  "RANKL is 80 × baseline, and its range in Graham 2013 is off (0), or 0.125 to 8 × "  \
  "baseline."

static const char *
get_told (RankleWindow *window)
{
  g_assert_nonnull (window->told);
  return adw_toast_get_title (window->told);
}

/* As the command line does; what stood there stands. */
static void
test_scenario_beyond (void)
{
  RankleWindow    *window = open_window ();
  g_autofree char *folder = g_dir_make_tmp ("rankle-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "far.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  RankleSession *before;

  g_assert_true (g_file_set_contents (
      path,
      "{\"schema\": 2, \"id\": \"far\", \"title\": \"Far\", \"controls\": "
      "{\"rankl\": 80}}",
      -1, NULL));
  show (window, "graham-2013", "opg", 2);
  before = rankle_study_get_session (window->study);
  rankle_window_open_file (window, file);
  g_assert_cmpstr (get_told (window), ==, "far.json: " BEYOND);
  g_assert_true (rankle_study_get_session (window->study) == before);
  close_window (window);
  g_file_delete (file, NULL, NULL);
  g_rmdir (folder);
}

/* Nothing of a session is lost, but what its slider cannot show is said. */
static void
test_session_beyond (void)
{
  RankleWindow    *window = open_window ();
  g_autofree char *folder = g_dir_make_tmp ("rankle-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "far.rankle", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (RankleScenario) far = rankle_scenario_new ("far", "Far", "");
  g_autoptr (RankleModel) graham = rankle_catalog_load ("graham-2013", NULL);
  g_autoptr (RankleSession) session = rankle_session_new_of (graham, far);
  double value = 0;

  rankle_scenario_set_control (far, "rankl", 80);
  g_assert_true (rankle_session_file_save (session, path, NULL));
  rankle_window_open_file (window, file);
  iterate_until (has_read, window);
  iterate_until (is_settled, window);
  g_assert_cmpstr (get_told (window), ==,
                   "far.rankle: " BEYOND " What is shown is what the file says.");
  rankle_scenario_get_control (rankle_study_get_scenario (window->study), "rankl",
                               &value);
  g_assert_cmpfloat (value, ==, 80);
  close_window (window);
  g_file_delete (file, NULL, NULL);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  set_up_application (&argc, &argv);
  g_test_add_func ("/ranges/leaves-and-comes-back", test_leaves_and_comes_back);
  g_test_add_func ("/ranges/dismissed", test_dismissed);
  g_test_add_func ("/ranges/in-a-drag", test_in_a_drag);
  g_test_add_func ("/ranges/not-plotted", test_not_plotted);
  g_test_add_func ("/ranges/scenario-beyond", test_scenario_beyond);
  g_test_add_func ("/ranges/session-beyond", test_session_beyond);
  return g_test_run ();
}
