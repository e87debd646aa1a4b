/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "diagram-view-fixture.h"

/* The menu of a glyph: what it offers, says and does. */

static gboolean
act (RankleDiagramView *view, const char *action)
{
  return gtk_widget_activate_action (GTK_WIDGET (view), action, NULL);
}

static void
append_items (GString *text, GMenuModel *menu)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section =
          g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *label = NULL;

      if (section != NULL)
        append_items (text, section);
      else if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s",
                                                &label))
        g_string_append_printf (text, "%s|", label);
    }
}

static void
assert_menu (RankleDiagramView *view, const char *glyph, const char *expected)
{
  GString *text = g_string_new (NULL);

  rankle_diagram_view_select (view, glyph);
  act (view, "diagram.menu");
  append_items (text, gtk_popover_menu_get_menu_model (view->menu));
  g_assert_cmpstr (text->str, ==, expected);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (view->menu)));
  gtk_popover_popdown (GTK_POPOVER (view->menu));
  g_string_free (text, TRUE);
}

/* What cannot be done is there, cannot be chosen, and says why. */
static void
test_items (Fixture *fixture, gconstpointer data)
{
  RankleDiagramView *view = fixture->view;

  assert_menu (view, "RANKL",
               "_Knock Out|_Scale…|_Hold at a Value…|Show Its _Curve|_Open Card|"
               "Copy _Value|");
  assert_menu (view, "AP1",
               "_Knock Out (nothing here switches it off)|"
               "_Scale… (no control here drives it)|"
               "_Hold at a Value… (not simulated in this model)|"
               "Show Its _Curve (in no plot of this model)|_Open Card (there is none)|"
               "Copy _Value (not simulated in this model)|");
  act (view, "diagram.knock-out");
  act (view, "diagram.scale");
  g_assert_false (rankle_study_can_undo (fixture->study));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (view->entry)));
  rankle_study_set_control (fixture->study, "rankl_gene", 0);
  assert_menu (view, "RANKL",
               "Bring _Back|_Scale… (knocked out)|_Hold at a Value…|Show Its _Curve|"
               "_Open Card|Copy _Value|");
  rankle_study_set_control (fixture->study, "rankl_gene", 1);
  assert_menu (view, "TRAF6",
               "_Knock Out|_Scale… (no control here drives it)|"
               "_Hold at a Value… (it follows from others)|"
               "Show Its _Curve (in no plot of this model)|_Open Card|Copy _Value|");
}

/* Its keys stay within it: the map has a walk of its own. */
static void
test_keys (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);

  gtk_widget_grab_focus (view);
  rankle_diagram_view_select (fixture->view, "OPG");
  act (fixture->view, "diagram.menu");
  for (guint i = 0; i < 7; i++)
    {
      GtkWidget *focus;

      g_assert_true (gtk_widget_child_focus (view, GTK_DIR_DOWN));
      focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
      g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (fixture->view->menu)));
    }
  g_assert_cmpstr (rankle_diagram_view_get_selected (fixture->view), ==, "OPG");
  gtk_popover_popdown (GTK_POPOVER (fixture->view->menu));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  g_assert_cmpstr (rankle_diagram_view_get_selected (fixture->view), !=, "OPG");
}

/* On the ground there is nothing to be done. */
static void
test_nothing_selected (Fixture *fixture, gconstpointer data)
{
  rankle_diagram_view_select (fixture->view, NULL);
  act (fixture->view, "diagram.menu");
  act (fixture->view, "diagram.knock-out");
  g_assert_false (rankle_study_can_undo (fixture->study));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->view->menu)));
}

static void
test_knock_out (Fixture *fixture, gconstpointer data)
{
  RankleStudy *study = fixture->study;

  rankle_diagram_view_select (fixture->view, "OPG");
  g_assert_true (act (fixture->view, "diagram.knock-out"));
  g_assert_cmpfloat (rankle_study_get_control (study, "opg_gene"), ==, 0);
  g_assert_cmpstr (rankle_study_get_undo_label (study), ==, "OPG knocked out");
  rankle_study_undo (study);
  g_assert_cmpfloat (rankle_study_get_control (study, "opg_gene"), ==, 1);
  rankle_study_redo (study);
  g_assert_true (act (fixture->view, "diagram.knock-out"));
  g_assert_cmpfloat (rankle_study_get_control (study, "opg_gene"), ==, 1);
}

/* Off by its gene and by its slider it is back by one step. */
static void
test_bring_back (Fixture *fixture, gconstpointer data)
{
  RankleStudy *study = fixture->study;

  rankle_study_set_control (study, "opg", 0);
  rankle_study_set_control (study, "opg_gene", 0);
  rankle_diagram_view_select (fixture->view, "OPG");
  g_assert_true (act (fixture->view, "diagram.knock-out"));
  g_assert_cmpfloat (rankle_study_get_control (study, "opg_gene"), ==, 1);
  g_assert_cmpfloat (rankle_study_get_control (study, "opg"), ==, 1);
  rankle_study_undo (study);
  g_assert_cmpfloat (rankle_study_get_control (study, "opg_gene"), ==, 0);
  g_assert_cmpfloat (rankle_study_get_control (study, "opg"), ==, 0);
}

/* In the control's own words; what is none says so, and changes nothing. */
static void
test_scale (Fixture *fixture, gconstpointer data)
{
  RankleDiagramView *view = fixture->view;

  rankle_diagram_view_select (view, "estrogen");
  g_assert_true (act (view, "diagram.scale"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (view->entry)));
  g_assert_false (rankle_diagram_entry_enter (view->entry, "much"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (view->entry)));
  g_assert_cmpfloat (rankle_study_get_control (fixture->study, "estrogen"), ==, 1);
  g_assert_true (rankle_diagram_entry_enter (view->entry, "40 %"));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (view->entry)));
  g_assert_cmpfloat (rankle_study_get_control (fixture->study, "estrogen"), ==, 0.4);
  g_assert_cmpstr (rankle_study_get_undo_label (fixture->study), ==, "Estrogen 40 %");
}

static gboolean
is_held (Fixture *fixture)
{
  return rankle_scenario_get_held (rankle_study_get_scenario (fixture->study), "RANKL",
                                   NULL);
}

/* At a value in the quantity's own unit, and let go again, each a step of undo. */
static void
test_hold (Fixture *fixture, gconstpointer data)
{
  RankleDiagramView *view = fixture->view;
  RankleStudy       *study = fixture->study;
  double             value;

  rankle_diagram_view_select (view, "RANKL");
  g_assert_true (act (view, "diagram.hold"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (view->entry)));
  g_assert_false (rankle_diagram_entry_enter (view->entry, "much"));
  g_assert_false (rankle_diagram_entry_enter (view->entry, "-1 pM"));
  g_assert_false (is_held (fixture));
  g_assert_true (rankle_diagram_entry_enter (view->entry, "0,8 pM"));
  g_assert_true (
      rankle_scenario_get_held (rankle_study_get_scenario (study), "RANKL", &value));
  g_assert_cmpfloat (value, ==, 0.8);
  g_assert_cmpstr (rankle_study_get_undo_label (study), ==, "Free RANKL held at 0.8 pM");
  g_assert_true (act (view, "diagram.hold"));
  g_assert_false (is_held (fixture));
  g_assert_cmpstr (rankle_study_get_undo_label (study), ==, "Free RANKL not held");
  rankle_study_undo (study);
  g_assert_true (is_held (fixture));
  rankle_study_undo (study);
  g_assert_false (is_held (fixture));
}

static void
note_column (RankleDiagramView *view, const char *column, char **wanted)
{
  g_free (*wanted);
  *wanted = g_strdup (column);
}

static void
test_curve (Fixture *fixture, gconstpointer data)
{
  g_autofree char *wanted = NULL;

  g_signal_connect (fixture->view, "curve-wanted", G_CALLBACK (note_column), &wanted);
  rankle_diagram_view_select (fixture->view, "bone");
  g_assert_true (act (fixture->view, "diagram.show-curve"));
  g_assert_cmpstr (wanted, ==, "BMD_hip");
  g_signal_handlers_disconnect_by_data (fixture->view, &wanted);
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->view));
  g_auto (GValue) held = G_VALUE_INIT;

  rankle_study_set_cursor (fixture->study, 0);
  rankle_diagram_view_select (fixture->view, "RANK");
  g_assert_true (act (fixture->view, "diagram.copy-value"));
  g_value_init (&held, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (gdk_clipboard_get_content (clipboard),
                                                 &held, NULL));
  g_assert_cmpstr (g_value_get_string (&held), ==, "RANK, 10.0 pM, 1.00 times baseline");
}

#define ADD(path, test)                                                                  \
  g_test_add (path, Fixture, NULL, diagram_view_set_up, test, diagram_view_tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  ADD ("/diagram-menu/items", test_items);
  ADD ("/diagram-menu/keys", test_keys);
  ADD ("/diagram-menu/nothing-selected", test_nothing_selected);
  ADD ("/diagram-menu/knock-out", test_knock_out);
  ADD ("/diagram-menu/hold", test_hold);
  ADD ("/diagram-menu/bring-back", test_bring_back);
  ADD ("/diagram-menu/scale", test_scale);
  ADD ("/diagram-menu/curve", test_curve);
  ADD ("/diagram-menu/copy", test_copy);
  return g_test_run ();
}
