/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "diagram-view-fixture.h"
#include "rankle-diagram-words.h"

/* The card of an arc: what it says, and where it stands. */

static void
press (RankleDiagramView *view, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (view));
  gboolean handled;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &handled);
    }
}

static char *
read_card (RankleDiagramView *view)
{
  GString *text = g_string_new (NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view->card));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child))
      g_string_append_printf (text, "%s|", gtk_label_get_text (GTK_LABEL (child)));
  return g_string_free (text, FALSE);
}

static guint
find_arc (RankleDiagramView *view, const char *id)
{
  for (guint i = 0; i < rankle_diagram_get_n_arcs (view->diagram); i++)
    if (g_str_equal (rankle_diagram_get_arc (view->diagram, i)->id, id))
      return i;
  g_assert_not_reached ();
}

/* In words, as a formula, and with the numbers of this run. */
static void
test_says (Fixture *fixture, gconstpointer data)
{
  RankleDiagramView *view = fixture->view;
  g_autofree char   *bound = NULL, *silent = NULL, *heard = NULL;

  rankle_study_set_cursor (fixture->study, 0);
  _rankle_diagram_view_set_arc (view, find_arc (view, "arc14"));
  bound = read_card (view);
  g_assert_true (g_str_has_prefix (
      bound, "The binding of RANKL and OPG into RANKL–OPG|"
             "kon × (RANKL × OPG − KD_OPG × RANKL_OPG)|"
             "0.0804\302\240pM/d, 0.0804\302\240pM/d at baseline|kon\302\240="));
  heard = gtk_test_accessible_check_property (GTK_ACCESSIBLE (view),
                                              GTK_ACCESSIBLE_PROPERTY_LABEL, "\n");
  g_assert_nonnull (strstr (heard, "into RANKL–OPG: kon × ("));
  _rankle_diagram_view_set_arc (view, find_arc (view, "arc29"));
  silent = read_card (view);
  g_assert_cmpstr (silent, ==,
                   "JNK catalyses the gain of AP-1|"
                   "This model’s equations have no term of its own for it.|");
}

/* What it comes to follows the run. */
static void
test_follows (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  _rankle_diagram_view_set_arc (fixture->view, find_arc (fixture->view, "arc7"));
  rankle_study_set_control (fixture->study, "opg", 2);
  diagram_view_wait_for_run (fixture->study);
  rankle_study_set_cursor (fixture->study, 0);
  text = read_card (fixture->view);
  g_assert_nonnull (strstr (text, "16.2\302\240pM/d, 8.08\302\240pM/d at baseline"));
  g_assert_nonnull (strstr (text, "opg_factor\302\240=\302\2402.00"));
}

/* From a glyph to its arcs, round and round, and back by Escape. */
static void
test_keys (Fixture *fixture, gconstpointer data)
{
  RankleDiagramView *view = fixture->view;
  guint              first, n = 0;

  press (view, GDK_KEY_Right, GDK_CONTROL_MASK);
  g_assert_cmpuint (view->arc, ==, RANKLE_NO_ARC);
  rankle_diagram_view_select (view, "sclerostin");
  press (view, GDK_KEY_Right, GDK_CONTROL_MASK);
  first = view->arc;
  g_assert_cmpuint (first, !=, RANKLE_NO_ARC);
  do
    {
      g_assert_true (
          rankle_diagram_arc_concerns (view->diagram, view->arc, view->selected));
      press (view, GDK_KEY_Right, GDK_CONTROL_MASK);
      n++;
    }
  while (view->arc != first && n < 20);
  g_assert_cmpuint (n, ==, 3); /* that from its source is not drawn from afar */
  press (view, GDK_KEY_Left, GDK_CONTROL_MASK);
  press (view, GDK_KEY_Right, GDK_CONTROL_MASK);
  g_assert_cmpuint (view->arc, ==, first);
  press (view, GDK_KEY_Escape, 0);
  g_assert_cmpuint (view->arc, ==, RANKLE_NO_ARC);
  g_assert_cmpstr (rankle_diagram_view_get_selected (view), ==, "sclerostin");
}

/* Every arc, as the card really is: within, and not over what it tells of. */
static void
test_place (Fixture *fixture, gconstpointer data)
{
  RankleDiagramView *view = fixture->view;
  graphene_rect_t    surface, card, own;

  for (guint i = 0; i < rankle_diagram_get_n_arcs (view->diagram); i++)
    {
      const RankleArc *arc = rankle_diagram_get_arc (view->diagram, i);

      _rankle_diagram_view_set_arc (view, i);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (view));
      g_assert_true (
          gtk_widget_compute_bounds (GTK_WIDGET (view->card), GTK_WIDGET (view), &card));
      graphene_rect_init (&surface, 0, 0, gtk_widget_get_width (GTK_WIDGET (view)),
                          gtk_widget_get_height (GTK_WIDGET (view)));
      g_assert_true (graphene_rect_contains_rect (&surface, &card));
      for (guint k = 0; k + 1 < arc->n_points; k++)
        {
          RanklePoint a = rankle_diagram_camera_to_pixel (view->camera, arc->points[k]);
          RanklePoint b =
              rankle_diagram_camera_to_pixel (view->camera, arc->points[k + 1]);

          graphene_rect_init (&own, (float)MIN (a.x, b.x), (float)MIN (a.y, b.y),
                              (float)ABS (a.x - b.x) + 1, (float)ABS (a.y - b.y) + 1);
          g_assert_false (graphene_rect_intersection (&own, &card, NULL));
        }
    }
}

#define ADD(path, test)                                                                  \
  g_test_add (path, Fixture, NULL, diagram_view_set_up, test, diagram_view_tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  ADD ("/diagram-arcs/says", test_says);
  ADD ("/diagram-arcs/follows", test_follows);
  ADD ("/diagram-arcs/keys", test_keys);
  ADD ("/diagram-arcs/place", test_place);
  return g_test_run ();
}
