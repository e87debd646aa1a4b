/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-plot-panel.h"
#include "rankle-quantity-chooser.h"
#include "window-fixture.h"

/* What can be done to the plots: one alone, and its axis. */

static RanklePlotPanel *
find_panel (RankleWindow *window, const char *id)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (window->plots));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    if (g_str_equal (rankle_plot_panel_get_id (RANKLE_PLOT_PANEL (child)), id))
      return RANKLE_PLOT_PANEL (child);
  return NULL;
}

static guint
count_visible (RankleWindow *window)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (window->plots));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_get_visible (child);
  return n;
}

static void
activate (RanklePlotPanel *panel, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (panel), action, NULL));
}

/* It takes the room of all, and gives it back; nothing of it is to be undone. */
static void
test_enlarge (void)
{
  RankleWindow    *window = open_window ();
  RanklePlotPanel *bone = find_panel (window, "bone");
  guint            n = count_visible (window);
  int              before;
  gboolean         can_undo, could_undo;

  g_object_get (window->study, "can-undo", &could_undo, NULL);
  before = gtk_widget_get_width (GTK_WIDGET (bone));
  activate (bone, "plot.enlarge");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_cmpuint (count_visible (window), ==, 1);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (bone)));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (bone)), >, 2 * before);
  g_assert_cmpstr (
      rankle_plot_looks_get_enlarged (rankle_study_get_plot_looks (window->study)), ==,
      "bone");
  activate (bone, "plot.enlarge");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_cmpuint (count_visible (window), ==, n);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (bone)), ==, before);
  g_object_get (window->study, "can-undo", &can_undo, NULL);
  g_assert_cmpint (can_undo, ==, could_undo);
  close_window (window);
}

static void
test_logarithmic (void)
{
  RankleWindow    *window = open_window ();
  RanklePlotPanel *turnover = find_panel (window, "turnover");
  RanklePlotPanel *holders = find_panel (window, "holders");

  g_assert_false (rankle_plot_panel_get_plot (turnover)->logarithmic);
  activate (turnover, "plot.logarithmic");
  g_assert_true (rankle_plot_panel_get_plot (turnover)->logarithmic);
  g_assert_cmpfloat (rankle_plot_panel_get_plot (turnover)->y_min, >, 0);
  activate (turnover, "plot.logarithmic");
  g_assert_false (rankle_plot_panel_get_plot (turnover)->logarithmic);
  g_assert_null (window->told);
  activate (holders, "plot.logarithmic");
  g_assert_false (rankle_plot_panel_get_plot (holders)->logarithmic);
  g_assert_nonnull (window->told);
  g_assert_true (g_str_has_prefix (adw_toast_get_title (window->told), "Shares"));
  close_window (window);
}

/* A held axis only grows; that of another kind is another one. */
static void
test_held_axis (void)
{
  RankleWindow    *window = open_window ();
  RanklePlotPanel *turnover = find_panel (window, "turnover");

  rankle_plot_view_set_hold (window->plots, TRUE);
  activate (turnover, "plot.logarithmic");
  g_assert_cmpfloat (rankle_plot_panel_get_plot (turnover)->y_min, >, 0);
  rankle_plot_view_set_hold (window->plots, FALSE);
  close_window (window);
}

/* ---- which there are ---- */

/* The action of a plot that goes with it comes to its end. */
static void
test_arrange (void)
{
  RankleWindow *window = open_window ();
  RankleModel  *model = rankle_study_get_model (window->study);
  guint         n = count_visible (window);

  activate (find_panel (window, "rankl"), "plot.remove");
  g_assert_null (find_panel (window, "rankl"));
  g_assert_cmpuint (count_visible (window), ==, n - 1);
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (find_panel (window, "drug")), "plot.add-of",
                                  "u", (guint)rankle_model_find_column (model, "RANKL")));
  g_assert_nonnull (find_panel (window, "own-1"));
  g_assert_true (gtk_widget_activate_action (
      GTK_WIDGET (find_panel (window, "own-1")), "plot.add-quantity-of", "u",
      (guint)rankle_model_find_column (model, "RANKL_OPG")));
  g_assert_cmpuint (rankle_plot_panel_get_plot (find_panel (window, "own-1"))->n_series,
                    ==, 2);
  activate (find_panel (window, "own-1"), "plot.reset");
  g_assert_null (find_panel (window, "own-1"));
  g_assert_cmpuint (count_visible (window), ==, n);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_nonnull (find_panel (window, "own-1"));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  close_window (window);
}

/* What stands alone and is taken away leaves the others. */
static void
test_remove_enlarged (void)
{
  RankleWindow *window = open_window ();
  guint         n = count_visible (window);

  activate (find_panel (window, "bone"), "plot.enlarge");
  activate (find_panel (window, "bone"), "plot.remove");
  g_assert_cmpuint (count_visible (window), ==, n - 1);
  close_window (window);
}

/* By label, id or unit; Enter takes the first. */
static void
test_chooser (void)
{
  RankleWindow          *window = open_window ();
  RanklePlotPanel       *bone = find_panel (window, "bone");
  RankleModel           *model = rankle_study_get_model (window->study);
  RankleQuantityChooser *chooser;
  GtkEditable           *search;

  activate (bone, "plot.add-quantity");
  chooser = RANKLE_QUANTITY_CHOOSER (
      find_descendant (GTK_WIDGET (bone), RANKLE_TYPE_QUANTITY_CHOOSER));
  search = rankle_quantity_chooser_get_search (chooser);
  g_assert_cmpuint (rankle_quantity_chooser_count (chooser), ==,
                    rankle_model_get_n_columns (model));
  gtk_editable_set_text (search, "no such thing");
  g_assert_cmpuint (rankle_quantity_chooser_count (chooser), ==, 0);
  gtk_editable_set_text (search, "P1NP");
  g_assert_cmpuint (rankle_quantity_chooser_count (chooser), >, 0);
  g_signal_emit_by_name (search, "activate");
  g_assert_cmpuint (rankle_plot_panel_get_plot (find_panel (window, "bone"))->n_series,
                    ==, 4);
  close_window (window);
}

/* Two quantities against each other, painted, with the cursor moved by keys as before. */
static void
test_phase (void)
{
  RankleWindow *window = open_window ();

  activate (find_panel (window, "turnover"), "plot.phase");
  g_assert_cmpint (rankle_plot_panel_get_plot (find_panel (window, "turnover"))->kind, ==,
                   RANKLE_PLOT_PHASE);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  activate (find_panel (window, "turnover"), "plot.logarithmic");
  g_assert_nonnull (window->told);
  rankle_study_set_control (window->study, "opg", 3);
  iterate_until (is_idle, window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  activate (find_panel (window, "turnover"), "plot.phase");
  g_assert_cmpint (rankle_plot_panel_get_plot (find_panel (window, "turnover"))->kind, ==,
                   RANKLE_PLOT_LINES);
  close_window (window);
}

/* (transfer full): ids, in the order in which they are seen. */
static char *
list_ids (RankleWindow *window)
{
  GString *ids = g_string_new (NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (window->plots));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    g_string_append_printf (ids, "%s ",
                            rankle_plot_panel_get_id (RANKLE_PLOT_PANEL (child)));
  return g_string_free (ids, FALSE);
}

static gpointer
find_controller (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) all = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (all, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller;
    }
  g_assert_not_reached ();
}

/* From @y below the top of the first plot by so much to the right. */
static void
drag (RankleWindow *window, double y, double dx)
{
  gpointer gesture = find_controller (GTK_WIDGET (window->plots), GTK_TYPE_GESTURE_DRAG);

  g_signal_emit_by_name (gesture, "drag-begin", 40.0, y);
  g_signal_emit_by_name (gesture, "drag-update", dx / 2, 0.0);
  g_signal_emit_by_name (gesture, "drag-update", dx, 0.0);
  g_signal_emit_by_name (gesture, "drag-end", dx, 0.0);
}

static void
assert_order (RankleWindow *window, const char *expected)
{
  g_autofree char *ids = list_ids (window);

  g_assert_cmpstr (ids, ==, expected);
}

#define AT_FIRST "drug rankl holders cells turnover bone "

/* A plot is dragged by its title to where another stands, and moved by keys; of its
 * curves it is not dragged. */
static void
test_reorder (void)
{
  RankleWindow *window = open_window ();
  double        width = gtk_widget_get_width (GTK_WIDGET (find_panel (window, "drug")));
  gboolean      handled = FALSE;

  assert_order (window, AT_FIRST);
  drag (window, 80, 1.1 * width);
  drag (window, 10, 4);
  assert_order (window, AT_FIRST);
  drag (window, 10, 1.1 * width);
  assert_order (window, "rankl drug holders cells turnover bone ");
  g_assert_cmpstr (rankle_study_get_undo_label (window->study), ==,
                   "Move “Denosumab in serum”");
  rankle_study_undo (window->study);
  assert_order (window, AT_FIRST);
  gtk_widget_grab_focus (GTK_WIDGET (find_panel (window, "rankl")));
  g_signal_emit_by_name (
      find_controller (GTK_WIDGET (window->plots), GTK_TYPE_EVENT_CONTROLLER_KEY),
      "key-pressed", GDK_KEY_Page_Down, 0, GDK_CONTROL_MASK | GDK_SHIFT_MASK, &handled);
  g_assert_true (handled);
  assert_order (window, "drug holders rankl cells turnover bone ");
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (find_panel (window, "rankl"))));
  close_window (window);
}

int
main (int argc, char **argv)
{
  set_up_application (&argc, &argv);
  g_test_add_func ("/plots/enlarge", test_enlarge);
  g_test_add_func ("/plots/logarithmic", test_logarithmic);
  g_test_add_func ("/plots/held-axis", test_held_axis);
  g_test_add_func ("/plots/arrange", test_arrange);
  g_test_add_func ("/plots/reorder", test_reorder);
  g_test_add_func ("/plots/remove-enlarged", test_remove_enlarged);
  g_test_add_func ("/plots/chooser", test_chooser);
  g_test_add_func ("/plots/phase", test_phase);
  return g_test_run ();
}
