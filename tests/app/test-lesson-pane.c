/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Lessons in the window: what a step has of it, and what leaving brings back. */

#include "rankle-lessons.h"
#include "window-fixture.h"

static gboolean
is_still (RankleWindow *window)
{
  return is_idle (window) && has_runs (window);
}

static void
start (RankleWindow *window, const char *id)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.lesson", "s", id);
  iterate_until (is_still, window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
}

/* No text is given less room than it needs, or lies on another. */
static void
assert_room (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
      gtk_label_get_wrap (GTK_LABEL (widget)))
    {
      int height, margin = gtk_widget_get_margin_top (widget);

      gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (widget),
                          &height, NULL, NULL, NULL);
      g_assert_cmpint (gtk_widget_get_height (widget) + margin, >=, height);
      g_assert_cmpint (gtk_widget_get_request_mode (gtk_widget_get_parent (widget)), ==,
                       GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_room (child);
}

static void
test_room (void)
{
  RankleWindow *window = open_window ();

  start (window, "card-decoy");
  assert_room (find_descendant (window->lesson_pane, GTK_TYPE_VIEWPORT));
  close_window (window);
}

int
main (int argc, char *argv[])
{
  set_up_application (&argc, &argv);
  g_test_add_func ("/lesson-pane/room", test_room);
  return g_test_run ();
}
