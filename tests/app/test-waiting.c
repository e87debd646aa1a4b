/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <unistd.h>

#include "rankle-catalog.h"
#include "window-fixture.h"

/* Curves under a title that is not yet theirs are dimmed. */

static gboolean
is_dimmed (RankleWindow *window)
{
  gboolean bar = gtk_widget_get_visible (GTK_WIDGET (window->waiting_bar));

  g_assert_cmpint (bar, ==,
                   gtk_widget_has_css_class (GTK_WIDGET (window->paned), "waiting"));
  g_assert_cmpint (bar, ==,
                   gtk_widget_has_css_class (GTK_WIDGET (window->compare), "waiting"));
  return bar;
}

static gboolean
is_dimmed_or_idle (RankleWindow *window)
{
  return is_dimmed (window) || is_idle (window);
}

/* On a quick machine no bundled run outlasts the patience of a user. */
static RankleWindow *
open_impatient_window (void)
{
  RankleWindow *window = open_window ();

  window->patience = 0;
  return window;
}

/* A dose a day takes a while; the title is there at once. */
static void
test_slow_run (void)
{
  RankleWindow *window = open_impatient_window ();

  rankle_window_load_model (window, "peterson-riggs-2012");
  iterate_until (is_idle, window);
  rankle_window_load_scenario (window, "teriparatide-1-year");
  g_assert_false (is_dimmed (window));
  iterate_until (is_dimmed_or_idle, window);
  g_assert_true (is_dimmed (window));
  iterate_until (is_idle, window);
  g_assert_false (is_dimmed (window));
  close_window (window);
}

/* It goes with the question, and a window may be closed over it. */
static void
test_taken_back (void)
{
  RankleWindow *window = open_impatient_window ();

  rankle_window_load_model (window, "peterson-riggs-2012");
  iterate_until (is_idle, window);
  rankle_window_load_scenario (window, "teriparatide-1-year");
  iterate_until (is_dimmed_or_idle, window);
  rankle_study_undo (window->study);
  iterate_until (is_idle, window);
  g_assert_false (is_dimmed (window));
  rankle_study_redo (window->study);
  iterate_until (is_dimmed_or_idle, window);
  close_window (window);
}

static gboolean
has_rival (RankleWindow *window)
{
  return !rankle_comparison_is_waiting (
      rankle_compare_view_get_comparison (window->compare));
}

/* The study's own run is quick, its rival's is not. */
static void
test_slow_rival (void)
{
  RankleWindow     *window = open_window ();
  RankleComparison *comparison = rankle_compare_view_get_comparison (window->compare);
  g_autoptr (RankleModel) rival = rankle_catalog_load ("peterson-riggs-2012", NULL);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", "compare");
  rankle_comparison_set_second (comparison, rival);
  iterate_until (has_rival, window);
  rankle_study_set_control (window->study, "opg", 2);
  g_assert_true (rankle_comparison_is_waiting (comparison));
  iterate_until (has_rival, window);
  g_assert_false (is_dimmed (window));
  close_window (window);
}

static double
measure_resident (void)
{
  g_autofree char *text = NULL;
  long             pages = 0;

  if (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    sscanf (text, "%*d %ld", &pages);
  return (double)pages * (double)sysconf (_SC_PAGESIZE) / 1e6;
}

/* Megabytes of small blocks, of which one stays at the end. (transfer full) */
static gpointer
leave_nobodys (guint megabytes)
{
  guint     n = megabytes * 256;
  gpointer *blocks = g_new (gpointer, n);
  gpointer  last = NULL;

  for (guint i = 0; i < n; i++)
    blocks[i] = g_malloc0 (4000);
  last = g_malloc0 (4000);
  for (guint i = 0; i < n; i++)
    g_free (blocks[i]);
  g_free (blocks);
  return last;
}

static gboolean
is_given_back (RankleWindow *window)
{
  double *most = g_object_get_data (G_OBJECT (window), "most");

  return measure_resident () < *most;
}

/* A while after the last run. */
static void
test_memory_is_given_back (void)
{
  RankleWindow       *window = open_window ();
  g_autofree gpointer last = NULL;
  double              most;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || !defined(__GLIBC__)
  g_test_skip ("memory is not the C library's");
  close_window (window);
  return;
#endif
  iterate_until (is_idle, window);
  last = leave_nobodys (64);
  most = measure_resident () - 40;
  g_object_set_data (G_OBJECT (window), "most", &most);
  g_assert_false (is_given_back (window));
  rankle_study_set_control (window->study, "rankl", 2);
  iterate_until (is_given_back, window);
  close_window (window);
}

int
main (int argc, char *argv[])
{
  set_up_application (&argc, &argv);
  g_test_add_func ("/waiting/memory-is-given-back", test_memory_is_given_back);
  g_test_add_func ("/waiting/slow-run", test_slow_run);
  g_test_add_func ("/waiting/taken-back", test_taken_back);
  g_test_add_func ("/waiting/slow-rival", test_slow_rival);
  return g_test_run ();
}
