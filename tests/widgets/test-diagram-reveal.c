/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "diagram-view-fixture.h"
#include "rankle-catalog.h"

/* The map told level by level, as one sees it. */

static void
press (RankleDiagramView *view, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (view));
  gboolean handled;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &handled);
    }
}

static int
get_levels (RankleDiagramView *view)
{
  int levels;

  g_object_get (view, "levels", &levels, NULL);
  return levels;
}

/* By keys, to both ends and no further; where one looks is no step of undo. */
static void
test_keys (Fixture *fixture, gconstpointer data)
{
  RankleDiagramView *view = fixture->view;

  g_assert_cmpint (get_levels (view), ==, 4);
  press (view, GDK_KEY_period);
  g_assert_cmpint (get_levels (view), ==, 4);
  for (guint i = 0; i < 5; i++)
    press (view, GDK_KEY_comma);
  g_assert_cmpint (get_levels (view), ==, 1);
  press (view, GDK_KEY_period);
  g_assert_cmpint (get_levels (view), ==, 2);
  g_assert_cmpuint (
      rankle_session_get_map_levels (rankle_study_get_session (fixture->study)), ==, 2);
  g_assert_false (rankle_study_can_undo (fixture->study));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (view));
}

/* What is selected stays so while it is there; the words tell of nothing else. */
static void
test_selection_and_words (Fixture *fixture, gconstpointer data)
{
  RankleDiagramView *view = fixture->view;
  g_autofree char   *text = NULL;

  rankle_diagram_view_select (view, "OPG");
  gtk_widget_activate_action (GTK_WIDGET (view), "diagram.levels", "i", 1);
  g_assert_cmpint (get_levels (view), ==, 1);
  g_assert_cmpstr (rankle_diagram_view_get_selected (view), ==, "OPG");
  text = gtk_test_accessible_check_property (GTK_ACCESSIBLE (view),
                                             GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "\n");
  g_assert_nonnull (strstr (text, "RANKL–OPG"));
  g_assert_null (strstr (text, "Osteoclast"));
  g_clear_pointer (&text, g_free);
  text = gtk_test_accessible_check_property (GTK_ACCESSIBLE (view),
                                             GTK_ACCESSIBLE_PROPERTY_LABEL, "\n");
  g_assert_null (strstr (text, "Osteoblast"));
  rankle_study_set_map_levels (fixture->study, 0);
  rankle_diagram_view_select (view, "bone");
  press (view, GDK_KEY_comma);
  g_assert_null (rankle_diagram_view_get_selected (view));
}

/* A map that has no levels has no button, and loses nothing by those of another. */
static void
test_other_map (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RankleModel) model = rankle_catalog_load ("fever", NULL);
  GtkWidget *button = GTK_WIDGET (fixture->view->levels);

  g_assert_true (gtk_widget_get_visible (button));
  g_assert_cmpstr (gtk_menu_button_get_label (fixture->view->levels), ==, "Whole map");
  rankle_study_set_map_levels (fixture->study, 2);
  g_assert_cmpstr (gtk_menu_button_get_label (fixture->view->levels), ==,
                   "Up to: Signalling");
  rankle_study_set_model (fixture->study, model);
  diagram_view_wait_for_run (fixture->study);
  g_assert_false (gtk_widget_get_visible (button));
  g_assert_cmpint (get_levels (fixture->view), ==, 0);
  press (fixture->view, GDK_KEY_comma);
  rankle_diagram_view_select (fixture->view, "temperature");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->view));
}

#define ADD(path, test)                                                                  \
  g_test_add (path, Fixture, NULL, diagram_view_set_up, test, diagram_view_tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  ADD ("/diagram-reveal/keys", test_keys);
  ADD ("/diagram-reveal/selection-and-words", test_selection_and_words);
  ADD ("/diagram-reveal/other-map", test_other_map);
  return g_test_run ();
}
