/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "picture.h"
#include "rankle-catalog.h"
#include "rankle-model-file.h"
#include "rankle-plot-panel.h"
#include "rankle-sbml.h"
#include "window-fixture.h"

/* Models and scenarios, bundled and out of files, as the window changes to them. */

static double
last_of_first (RankleWindow *window)
{
  RankleTrajectory *run = rankle_study_get_trajectory (window->study);

  return rankle_trajectory_get_column (run, 0)[rankle_trajectory_get_n_times (run) - 1];
}

/* What is chosen is read and heard. */
static void
assert_chosen (GtkMenuButton *button, const char *title)
{
  g_assert_cmpstr (gtk_menu_button_get_label (button), ==, title);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, title);
}

static const char *
get_chosen (RankleWindow *window, const char *action)
{
  g_autoptr (GVariant) state =
      g_action_group_get_action_state (G_ACTION_GROUP (window), action);

  return g_intern_string (g_variant_get_string (state, NULL));
}

/* A change of model is one step of undo, and the window follows it there and back: the
 * scenario that needs another model brings it, and takes it away again. */
static void
test_undo_of_a_model (void)
{
  RankleWindow    *window = open_window ();
  g_autofree char *title = NULL;

  rankle_window_load_model (window, "lemaire-2004");
  title = g_strdup (gtk_menu_button_get_label (window->model_button));
  rankle_window_load_scenario (window, "teriparatide-1-year");
  g_assert_cmpstr (get_chosen (window, "model"), ==, "peterson-riggs-2012");
  g_assert_cmpstr (get_chosen (window, "scenario"), ==, "teriparatide-1-year");
  rankle_study_undo (window->study);
  assert_chosen (window->model_button, title);
  g_assert_cmpstr (get_chosen (window, "model"), ==, "lemaire-2004");
  g_assert_cmpstr (get_chosen (window, "scenario"), ==, "healthy-adult");
  assert_chosen (window->scenario_button, "Healthy adult");
  iterate_until (is_idle, window);
  g_assert_true (rankle_trajectory_get_model (rankle_study_get_trajectory (
                     window->study)) == rankle_study_get_model (window->study));
  rankle_study_redo (window->study);
  g_assert_cmpstr (get_chosen (window, "model"), ==, "peterson-riggs-2012");
  iterate_until (is_idle, window);
  close_window (window);
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

  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window->place)));
  write_and_open (window, sbml);
  iterate_until (has_runs, window);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (window->place)));
  assert_chosen (window->scenario_button, "As in the file");
  g_assert_cmpstr (get_chosen (window, "scenario"), ==, ""); /* nothing is ticked */
  g_assert_true (
      g_str_has_prefix (gtk_label_get_text (window->answer), "With no control moved: "));
  assert_chosen (window->model_button, "model");
  g_assert_cmpfloat_with_epsilon (last_of_first (window), 8 * exp (-2), 1e-4);
  plots = look_at (GTK_WIDGET (window->plots));
  gtk_range_set_value (GTK_RANGE (find_scale (window, "k")), 1);
  iterate_until (is_idle, window);
  g_assert_cmpfloat_with_epsilon (rankle_study_get_control (window->study, "k"), 0.2,
                                  1e-9);
  g_assert_cmpstr (gtk_menu_button_get_label (window->scenario_button), ==,
                   "As in the file, changed");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (window->scenario_button),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "As in the file, changed: k 0.2");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (GTK_WIDGET (window->scenario_button)), ==,
                   "As in the file, changed: k 0.2");
  g_assert_true (g_str_has_prefix (gtk_label_get_text (window->answer),
                                   "k 0.2: the largest change "));
  g_assert_cmpfloat_with_epsilon (last_of_first (window), 8 * exp (-20), 1e-4);
  new_plots = look_at (GTK_WIDGET (window->plots));
  g_assert_false (g_bytes_equal (plots, new_plots));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  iterate_until (is_idle, window);
  g_assert_cmpfloat_with_epsilon (last_of_first (window), 8 * exp (-2), 1e-4);
  rankle_window_load_model (window, "rankle");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window->place)));
  iterate_until (is_idle, window);
  g_assert_true (
      g_str_has_prefix (gtk_label_get_text (window->answer), "Resorption and "));
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
  iterate_until (has_read, window);
  g_assert_cmpstr (rankle_model_get_id (rankle_study_get_model (window->study)), ==,
                   "dropped");
  g_file_delete (file, NULL, NULL);
  close_window (window);
}

static guint
count_headings (GtkListBox *list)
{
  GtkListBoxRow *row;
  guint          n = 0;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    n += gtk_list_box_row_get_header (row) != NULL;
  return n;
}

/* A row is heard as what it is. */
static void
assert_heard (GtkListBoxRow *row, const char *id)
{
  g_autoptr (RankleModel) model = rankle_catalog_load (id, NULL);
  g_autofree char *words =
      g_strdup_printf ("%s. Time scale: minutes", rankle_model_get_summary (model));

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words);
}

/* Filled when it opens, a row a model, under the headings that the models name; a row
 * chosen is the model shown. */
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
  g_assert_null (gtk_list_box_row_get_header (gtk_list_box_get_row_at_index (list, 0)));
  g_assert_cmpuint (count_headings (list), ==, 6);
  for (int i = 0; i <= last; i++)
    if (g_str_equal (models[i], "lipniacki-2004"))
      assert_heard (gtk_list_box_get_row_at_index (list, i), models[i]);
  g_signal_emit_by_name (list, "row-activated",
                         gtk_list_box_get_row_at_index (list, last));
  g_assert_cmpstr (rankle_model_get_id (rankle_study_get_model (window->study)), !=,
                   "rankle");
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

static double
get_control (RankleWindow *window, const char *control)
{
  return rankle_study_get_control (window->study, control);
}

/* What is given to a bone is given to a joint, which opens ill, and to a tooth; a brain
 * that knows no such drug opens with its fever, and a bone behind it healthy. */
static void
test_one_treatment_for_all (void)
{
  RankleWindow *window = open_window ();

  rankle_window_load_model (window, "rankle");
  rankle_study_set_control (window->study, "denosumab_dose", 60);
  rankle_window_load_model (window, "arthritis");
  g_assert_cmpstr (gtk_menu_button_get_label (window->scenario_button), ==,
                   "Active arthritis, changed");
  g_assert_cmpfloat (get_control (window, "denosumab_dose"), ==, 60);
  g_assert_cmpfloat (get_control (window, "severity"), ==, 35);
  rankle_study_undo (window->study);
  g_assert_cmpstr (get_chosen (window, "model"), ==, "rankle");
  g_assert_cmpfloat (get_control (window, "denosumab_dose"), ==, 60);
  rankle_study_redo (window->study);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back-to-model", NULL);
  g_assert_cmpstr (get_chosen (window, "scenario"), ==, "arthritis-active");
  rankle_window_load_model (window, "fever");
  g_assert_cmpstr (get_chosen (window, "scenario"), ==, "fever-lps");
  rankle_window_load_model (window, "rankle");
  g_assert_cmpstr (get_chosen (window, "scenario"), ==, "healthy-adult");
  close_window (window);
}

/* Opened again on what was left. */
static void
test_opens_with_its_own (void)
{
  RankleWindow *window = open_window ();

  rankle_window_load_model (window, "lymph-node");
  g_assert_cmpstr (get_chosen (window, "scenario"), ==, "lymph-node-wild-type");
  rankle_window_load_scenario (window, "opg-doubled");
  g_assert_cmpstr (get_chosen (window, "model"), ==, "rankle");
  close_window (window);
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

static gboolean
is_told (GtkWidget *widget, const char *words)
{
  gboolean told = GTK_IS_LABEL (widget) &&
                  g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), words);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !told;
       child = gtk_widget_get_next_sibling (child))
    told = is_told (child, words);
  return told;
}

/* One page, however often it is asked for; it is about the model that is shown, and goes
 * with the window. */
static void
test_provenance (void)
{
  RankleWindow *window = open_window ();
  GtkWidget    *page;

  rankle_window_load_model (window, "rankle");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.provenance", NULL);
  page = window->provenance;
  g_assert_true (gtk_widget_get_visible (page));
  g_assert_true (
      is_told (page, rankle_model_get_title (rankle_study_get_model (window->study))));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.provenance", NULL);
  g_assert_true (window->provenance == page);
  rankle_window_load_model (window, "lemaire-2004");
  g_assert_true (
      is_told (page, rankle_model_get_title (rankle_study_get_model (window->study))));
  gtk_window_close (GTK_WINDOW (page));
  g_assert_null (window->provenance);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.provenance", NULL);
  page = window->provenance;
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *)&page);
  close_window (window);
  g_assert_null (page);
}

static gboolean
is_in_stack (RankleWindow *window, const char *name)
{
  GtkWidget       *panel = gtk_widget_get_first_child (GTK_WIDGET (window->plots));
  RankleModel     *model = rankle_study_get_model (window->study);
  g_autofree char *text = NULL;

  for (guint i = 0; !g_str_equal (rankle_model_get_panel (model, i)->id, "holders"); i++)
    panel = gtk_widget_get_next_sibling (panel);
  text = rankle_plot_panel_dup_description (RANKLE_PLOT_PANEL (panel));
  return strstr (text, name) != NULL;
}

/* Drugs that nobody takes need no names; what is taken has one. */
static void
test_holders_of_nothing (void)
{
  RankleWindow *window = open_window ();

  rankle_window_load_model (window, "rankle");
  rankle_window_load_scenario (window, "healthy-adult");
  iterate_until (is_idle, window);
  g_assert_true (is_in_stack (window, "OPG"));
  g_assert_false (is_in_stack (window, "Denosumab") || is_in_stack (window, "OPG-Fc"));
  rankle_study_set_control (window->study, "opg_fc_dose", 100);
  iterate_until (is_idle, window);
  g_assert_true (is_in_stack (window, "Denosumab") && is_in_stack (window, "OPG-Fc"));
  g_assert_false (is_in_stack (window, "Peptide"));
  rankle_study_reset_control (window->study, "opg_fc_dose");
  iterate_until (is_idle, window);
  g_assert_false (is_in_stack (window, "OPG-Fc"));
  close_window (window);
}

int
main (int argc, char *argv[])
{
  set_up_application (&argc, &argv);
  g_test_add_func ("/window/undo-of-a-model", test_undo_of_a_model);
  g_test_add_func ("/window/broken-file", test_broken_file);
  g_test_add_func ("/window/opened-sbml", test_opened_sbml);
  g_test_add_func ("/window/dropped-file", test_dropped_file);
  g_test_add_func ("/window/model-chooser", test_model_chooser);
  g_test_add_func ("/window/provenance", test_provenance);
  g_test_add_func ("/window/holders-of-nothing", test_holders_of_nothing);
  g_test_add_func ("/window/scenario-finds-its-model", test_scenario_finds_its_model);
  g_test_add_func ("/window/one-treatment-for-all", test_one_treatment_for_all);
  g_test_add_func ("/window/opens-with-its-own", test_opens_with_its_own);
  return g_test_run ();
}
