/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "rankle-observations-window.h"
#include "rankle-plot-panel.h"
#include "window-fixture.h"

/* Points of one's own: a table is opened, asked about, shown and taken away again. */

/* (transfer full): NAME.csv, which a test takes away again. */
static GFile *
write_table (const char *name, const char *text)
{
  g_autofree char *folder = g_dir_make_tmp ("observations-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_file_new_for_path (path);
}

static void
remove_table (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *folder = g_path_get_dirname (path);

  g_remove (path);
  g_rmdir (folder);
}

static void
open_named_table (RankleWindow *window, const char *name, const char *text)
{
  g_autoptr (GFile) file = write_table (name, text);

  rankle_window_open_file (window, file);
  iterate_until (has_read, window);
  remove_table (file);
}

static void
open_table (RankleWindow *window, const char *text)
{
  open_named_table (window, "obs.csv", text);
}

/* (nullable): Borrowed */
static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (RANKLE_IS_OBSERVATIONS_WINDOW (window))
        return window;
    }
  return NULL;
}

static gboolean
is_answered (RankleWindow *window)
{
  return find_dialog () == NULL && is_idle (window);
}

static RankleObservations *
get_observations (RankleWindow *window)
{
  guint                      n;
  RankleObservations *const *tables =
      rankle_session_get_observations (rankle_study_get_session (window->study), &n);

  return n == 0 ? NULL : tables[0];
}

static guint
count_own (RankleWindow *window)
{
  guint n;

  rankle_study_get_own_points (window->study, &n);
  return n;
}

static gboolean
is_described (RankleWindow *window, const char *words)
{
  gboolean found = FALSE;

  for (GtkWidget *panel = gtk_widget_get_first_child (GTK_WIDGET (window->plots));
       panel != NULL; panel = gtk_widget_get_next_sibling (panel))
    {
      g_autofree char *text =
          rankle_plot_panel_dup_description (RANKLE_PLOT_PANEL (panel));

      found |= strstr (text, words) != NULL;
    }
  return found;
}

/* Accepted as it was guessed, it is a step of undo, is seen and heard. */
static void
test_accept (void)
{
  RankleWindow *window = open_window ();

  open_table (window, "month,CTX,CTX_sd,BMD_spine\n0,100,10,100\n6,90,12,\n");
  g_assert_nonnull (find_dialog ());
  g_assert_null (get_observations (window));
  gtk_widget_activate_action (find_dialog (), "observations.accept", NULL);
  iterate_until (is_answered, window);
  g_assert_nonnull (get_observations (window));
  g_assert_cmpuint (rankle_observations_get_clock (get_observations (window)), ==,
                    RANKLE_CLOCK_MONTH);
  g_assert_cmpuint (count_own (window), ==, 3);
  g_assert_true (is_described (window, ", 2 points of yours"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window->legend)));
  g_assert_cmpstr (rankle_study_get_undo_label (window->study), ==, "Add Observations");
  rankle_study_undo (window->study);
  iterate_until (is_idle, window);
  g_assert_cmpuint (count_own (window), ==, 0);
  g_assert_false (is_described (window, "of yours"));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (window->legend)));
  close_window (window);
}

/* Closed, it leaves all as it was. */
static void
test_cancel (void)
{
  RankleWindow *window = open_window ();

  open_table (window, "day,CTX\n0,100\n");
  g_assert_nonnull (find_dialog ());
  gtk_widget_activate_action (find_dialog (), "window.close", NULL);
  iterate_until (is_answered, window);
  g_assert_null (get_observations (window));
  g_assert_null (rankle_study_get_undo_label (window->study));
  close_window (window);
}

static void
collect (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

/* (transfer full): those that a hand can see. */
static GPtrArray *
list (GtkWidget *widget, GType type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (widget, type, found);
  for (guint i = found->len; i > 0; i--)
    if (!gtk_widget_get_visible (found->pdata[i - 1]))
      g_ptr_array_remove_index (found, i - 1);
  return found;
}

/* What is not guessed is chosen. What nobody chooses stays what it was called, for
 * another model. */
static void
test_choose (void)
{
  RankleWindow               *window = open_window ();
  RankleModel                *model = rankle_study_get_model (window->study);
  const RankleObservedSeries *series;
  g_autoptr (GPtrArray) choosers = NULL;
  g_autoptr (GPtrArray) combos = NULL;

  open_table (window, "time,serum,albumin,arm\n1,2,42,a\n2,3,41,b\n");
  choosers = list (find_dialog (), GTK_TYPE_DROP_DOWN);
  combos = list (find_dialog (), ADW_TYPE_COMBO_ROW);
  g_assert_cmpuint (choosers->len, ==, 2);
  g_assert_cmpuint (combos->len, ==, 4); /* clock, arm, and how each is measured */
  g_assert_cmpuint (gtk_drop_down_get_selected (choosers->pdata[0]), ==, 0);
  gtk_drop_down_set_selected (choosers->pdata[0], 3);
  adw_combo_row_set_selected (combos->pdata[0], 2); /* hours */
  adw_combo_row_set_selected (combos->pdata[1], 2); /* b */
  adw_combo_row_set_selected (combos->pdata[2], RANKLE_MEASURED_AS_FOLD);
  gtk_widget_activate_action (find_dialog (), "observations.accept", NULL);
  iterate_until (is_answered, window);
  g_assert_cmpuint (rankle_observations_get_clock (get_observations (window)), ==,
                    RANKLE_CLOCK_HOUR);
  g_assert_cmpint (rankle_observations_get_shown_arm (get_observations (window)), ==, 1);
  series = rankle_observations_get_series (get_observations (window), 0);
  g_assert_cmpstr (series->target, ==, rankle_model_get_column (model, 2)->id);
  g_assert_cmpuint (series->measured_as, ==, RANKLE_MEASURED_AS_FOLD);
  series = rankle_observations_get_series (get_observations (window), 1);
  g_assert_cmpstr (series->target, ==, "albumin");
  close_window (window);
}

static gboolean
is_removed (RankleWindow *window)
{
  g_autoptr (GPtrArray) rows = list (window->findings, ADW_TYPE_ACTION_ROW);

  return is_idle (window) && rows->len == 0;
}

/* Beside the published they have a group of their own, by which they are removed. */
static void
test_list (void)
{
  RankleWindow *window = open_window ();
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) buttons = NULL;

  open_table (window, "day,CTX,albumin\n10,80,42\n");
  gtk_widget_activate_action (find_dialog (), "observations.accept", NULL);
  iterate_until (is_answered, window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.findings", NULL);
  rows = list (window->findings, ADW_TYPE_ACTION_ROW);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (adw_preferences_row_get_title (rows->pdata[0]), ==,
                   "CTX, Day 10: 80 % of time 0");
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (rows->pdata[0]),
                            "observed less modelled: −20"));
  g_assert_nonnull (
      strstr (adw_action_row_get_subtitle (rows->pdata[1]), "Not in this model"));
  buttons = list (window->findings, GTK_TYPE_BUTTON);
  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_label (buttons->pdata[i]), "_Remove") == 0)
      g_signal_emit_by_name (buttons->pdata[i], "clicked");
  iterate_until (is_removed, window);
  g_assert_null (get_observations (window));
  close_window (window);
}

/* What cannot be read is told, and nothing is asked. */
static void
test_broken (void)
{
  RankleWindow *window = open_window ();

  open_table (window, "day,CTX\n0,12,5\n");
  g_assert_null (find_dialog ());
  g_assert_nonnull (window->told);
  g_assert_nonnull (
      strstr (adw_toast_get_title (window->told), "obs.csv:2: the fields are 3"));
  close_window (window);
}

static void
press (RankleWindow *window, const char *label, guint place)
{
  g_autoptr (GPtrArray) buttons = list (window->findings, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_label (buttons->pdata[i]), label) == 0 && place-- == 0)
      {
        g_signal_emit_by_name (buttons->pdata[i], "clicked");
        return;
      }
  g_assert_not_reached ();
}

static gboolean
has_one_row (RankleWindow *window)
{
  g_autoptr (GPtrArray) rows = list (window->findings, ADW_TYPE_ACTION_ROW);

  return is_idle (window) && rows->len == 1;
}

/* Two tables stand side by side; one is hidden and shown again, and one removed. */
static void
test_two_tables (void)
{
  RankleWindow *window = open_window ();

  open_table (window, "day,CTX\n10,80\n");
  gtk_widget_activate_action (find_dialog (), "observations.accept", NULL);
  iterate_until (is_answered, window);
  open_named_table (window, "second.csv", "day,CTX\n20,70\n30,60\n");
  gtk_widget_activate_action (find_dialog (), "observations.accept", NULL);
  iterate_until (is_answered, window);
  g_assert_cmpuint (count_own (window), ==, 3);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.findings", NULL);
  press (window, "_Hide", 1);
  iterate_until (has_one_row, window);
  g_assert_cmpuint (count_own (window), ==, 1);
  press (window, "_Show", 0);
  iterate_until (is_idle, window);
  g_assert_cmpuint (count_own (window), ==, 3);
  press (window, "_Remove", 0);
  iterate_until (is_idle, window);
  g_assert_cmpuint (count_own (window), ==, 2);
  close_window (window);
}

int
main (int argc, char **argv)
{
  set_up_application (&argc, &argv);
  g_test_add_func ("/observations-window/accept", test_accept);
  g_test_add_func ("/observations-window/cancel", test_cancel);
  g_test_add_func ("/observations-window/choose", test_choose);
  g_test_add_func ("/observations-window/list", test_list);
  g_test_add_func ("/observations-window/broken", test_broken);
  g_test_add_func ("/observations-window/two-tables", test_two_tables);
  return g_test_run ();
}
