/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window-fixture.h"

#include <glib/gstdio.h>

#include "rankle-control-row.h"

static RankleApplication *application;

void
iterate_until (gboolean (*test) (RankleWindow *), RankleWindow *window)
{
  while (!test (window))
    g_main_context_iteration (NULL, TRUE);
}

gboolean
has_runs (RankleWindow *window)
{
  return rankle_study_get_trajectory (window->study) != NULL &&
         rankle_study_get_baseline (window->study) != NULL;
}

gboolean
is_idle (RankleWindow *window)
{
  gboolean busy;

  g_object_get (window->study, "busy", &busy, NULL);
  return !busy;
}

gboolean
has_read (RankleWindow *window)
{
  return !rankle_reading_bar_get_reading (window->reading);
}

RankleWindow *
open_window (void)
{
  GSettings    *settings = rankle_application_get_settings (application);
  RankleWindow *window;

  if (settings != NULL)
    g_settings_reset (settings, "model"); /* which a test before may have left */
  window = rankle_window_new (GTK_APPLICATION (application), settings);
  gtk_window_present (GTK_WINDOW (window));
  iterate_until (has_runs, window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  rankle_time_bar_set_playing (window->time_bar, FALSE);
  rankle_study_set_cursor (window->study, 1000);
  return window;
}

void
close_window (RankleWindow *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *)&window);
  rankle_document_close (window->document); /* it leaves nothing for the next one */
  gtk_window_destroy (GTK_WINDOW (window));
  while (window != NULL)
    g_main_context_iteration (NULL, TRUE);
}

GtkWidget *
find_scale (RankleWindow *window, const char *control)
{
  return rankle_control_row_get_scale (
      RANKLE_CONTROL_ROW (rankle_controls_find_row (window->controls, control)));
}

GtkWidget *
find_descendant (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_OBJECT_TYPE (widget) == type ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_descendant (child, type);
  return found;
}

/* (transfer full) */
GFile *
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

void
write_and_open (RankleWindow *window, const char *text)
{
  g_autoptr (GFile) file = write_file (text);

  rankle_window_open_file (window, file);
  iterate_until (has_read, window);
  g_file_delete (file, NULL, NULL);
}

void
set_up_application (int *argc, char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  application = rankle_application_new ();
  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
}
