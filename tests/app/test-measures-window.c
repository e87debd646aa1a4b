/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "rankle-integrator.h"
#include "rankle-measures-columns.h"
#include "rankle-measures-window.h"
#include "rankle-session-table.h"
#include "rankle-study-runs.h"
#include "window-fixture.h"

/* The window of measures: it follows run and cursor, sorts, and is copied as the command
 * line writes it. */

static RankleMeasuresWindow *
open_measures (RankleWindow *window)
{
  rankle_window_load_scenario (window, "denosumab-3-years");
  iterate_until (is_idle, window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.measures", NULL);
  g_assert_nonnull (window->measures);
  return RANKLE_MEASURES_WINDOW (window->measures);
}

/* (transfer full) */
static RankleMeasuresItem *
get_line (RankleMeasuresWindow *measures, const char *id)
{
  GListModel *lines = rankle_measures_window_get_lines (measures);

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (RankleMeasuresItem) line = g_list_model_get_item (lines, i);
      const RankleMeasuresRow *row = rankle_measures_item_get (line);

      if (g_str_equal (rankle_model_get_column (row->model, row->measures.column)->id,
                       id))
        return g_steal_pointer (&line);
    }
  g_assert_not_reached ();
}

static double
get_number (RankleMeasuresWindow *measures, const char *id, RankleMeasureCell cell)
{
  g_autoptr (RankleMeasuresItem) line = get_line (measures, id);

  return rankle_measures_item_get_number (line, cell);
}

static void
settle (RankleWindow *window)
{
  iterate_until (is_idle, window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_follows (void)
{
  RankleWindow         *window = open_window ();
  RankleMeasuresWindow *measures = open_measures (window);
  RankleModel          *model = rankle_study_get_model (window->study);
  double                before;

  g_assert_cmpuint (
      g_list_model_get_n_items (rankle_measures_window_get_lines (measures)), ==,
      rankle_model_get_n_columns (model));
  rankle_study_set_cursor (window->study, 5000);
  settle (window);
  g_assert_cmpfloat (get_number (measures, "CTX", RANKLE_MEASURE_CELL_VALUE), ==,
                     rankle_trajectory_get_shown_at (
                         rankle_study_get_trajectory (window->study),
                         (guint)rankle_model_find_column (model, "CTX"), 5000));
  before = get_number (measures, "BMD_spine", RANKLE_MEASURE_CELL_NADIR);
  rankle_study_set_control (window->study, "estrogen", 0.3);
  settle (window);
  g_assert_cmpfloat (get_number (measures, "BMD_spine", RANKLE_MEASURE_CELL_NADIR), <,
                     before);
  close_window (window);
}

/* Another model, other lines. */
static void
test_other_model (void)
{
  RankleWindow         *window = open_window ();
  RankleMeasuresWindow *measures = open_measures (window);
  g_autoptr (RankleMeasuresItem) line = NULL;

  g_action_group_change_action_state (G_ACTION_GROUP (window), "model",
                                      g_variant_new_string ("lemaire-2004"));
  settle (window);
  line = get_line (measures, "C");
  g_assert_cmpuint (
      g_list_model_get_n_items (rankle_measures_window_get_lines (measures)), ==,
      rankle_model_get_n_columns (rankle_study_get_model (window->study)));
  close_window (window);
}

static void
check_order (RankleMeasuresWindow *measures, RankleMeasureCell cell, gboolean falling)
{
  GListModel *lines = rankle_measures_window_get_lines (measures);
  double      last = falling ? INFINITY : -INFINITY;

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (RankleMeasuresItem) line = g_list_model_get_item (lines, i);
      double number = rankle_measures_item_get_number (line, cell);

      if (isnan (number))
        continue;
      g_assert_true (falling ? number <= last : number >= last);
      last = number;
    }
}

static void
check_order_of_model (RankleMeasuresWindow *measures)
{
  GListModel *lines = rankle_measures_window_get_lines (measures);

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (RankleMeasuresItem) line = g_list_model_get_item (lines, i);

      g_assert_cmpuint (rankle_measures_item_get (line)->measures.column, ==, i);
    }
}

static void
test_sorts (void)
{
  RankleWindow         *window = open_window ();
  RankleMeasuresWindow *measures = open_measures (window);

  gtk_widget_activate_action (GTK_WIDGET (measures), "measures.sort", "u",
                              (guint32)RANKLE_MEASURE_CELL_PEAK);
  check_order (measures, RANKLE_MEASURE_CELL_PEAK, TRUE);
  rankle_study_set_control (window->study, "opg", 3);
  settle (window);
  check_order (measures, RANKLE_MEASURE_CELL_PEAK, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (measures), "measures.sort", "u",
                              (guint32)RANKLE_MEASURE_CELL_PEAK);
  check_order (measures, RANKLE_MEASURE_CELL_PEAK, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (measures), "measures.sort", "u",
                              (guint32)RANKLE_N_MEASURE_CELLS);
  check_order_of_model (measures);
  close_window (window);
}

/* ---- copy ---- */

typedef struct
{
  char    *text;
  gboolean done;
} Clip;

static void
read_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  Clip *clip = data;

  clip->text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  clip->done = TRUE;
}

static RankleTrajectory *
run (RankleProtocol *protocol)
{
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  g_autoptr (RankleProtocol) owned = protocol;

  return rankle_integrator_run (integrator, owned, NULL, NULL);
}

/* Each that is seen, beside its own model left alone. */
static void
add_kept (GArray *rows, RankleSession *session)
{
  guint                 n;
  RankleKeptRun *const *kept = rankle_session_get_kept (session, &n);

  for (guint i = 0; i < n; i++)
    if (!rankle_kept_run_is_hidden (kept[i]))
      {
        g_autoptr (RankleSession) alone = rankle_session_new_of_kept (session, kept[i]);
        g_autoptr (RankleTrajectory) own =
            run (rankle_session_make_protocol (alone, NULL));
        g_autoptr (RankleTrajectory) baseline =
            run (rankle_session_make_baseline (alone, NULL));

        rankle_measures_rows_add (
            rows, rankle_kept_run_get_name (kept[i]), own, baseline,
            &(RankleMeasuresAsked){ .at = rankle_session_get_cursor (session),
                                    .since = NAN });
      }
}

/* (transfer full): as the command line makes it. */
static char *
make_table (RankleSession *session)
{
  g_autoptr (RankleTrajectory) now = run (rankle_session_make_protocol (session, NULL));
  g_autoptr (RankleTrajectory) baseline =
      run (rankle_session_make_baseline (session, NULL));
  g_autoptr (GArray) rows = rankle_measures_rows_new ();
  g_auto (GStrv) notes =
      rankle_session_table_list_notes (session, rankle_trajectory_get_protocol (now));

  rankle_measures_rows_add (
      rows, RANKLE_MEASURES_NOW, now, baseline,
      &(RankleMeasuresAsked){ .at = rankle_session_get_cursor (session), .since = NAN });
  add_kept (rows, session);
  return rankle_measures_to_csv (rows, (const char *const *)notes, NULL);
}

/* A kept run has lines of its own as long as it is seen. */
static void
test_kept (void)
{
  RankleWindow         *window = open_window ();
  RankleMeasuresWindow *measures = open_measures (window);
  GListModel           *lines = rankle_measures_window_get_lines (measures);
  guint n = rankle_model_get_n_columns (rankle_study_get_model (window->study));

  rankle_study_keep (window->study);
  while (g_list_model_get_n_items (lines) < 2 * n)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (lines), ==, 2 * n);
  gtk_widget_activate_action (GTK_WIDGET (measures), "measures.sort", "u",
                              (guint32)RANKLE_MEASURE_CELL_RUN);
  rankle_study_hide_kept (window->study, 0, TRUE);
  settle (window);
  g_assert_cmpuint (g_list_model_get_n_items (lines), ==, n);
  close_window (window);
}

static void
test_copies (void)
{
  RankleWindow         *window = open_window ();
  RankleMeasuresWindow *measures = open_measures (window);
  GdkClipboard         *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (measures));
  g_autofree char      *expected = NULL;
  Clip                  clip = { 0 };

  rankle_study_keep (window->study);
  rankle_study_set_control (window->study, "opg", 2);
  rankle_study_keep (window->study);
  rankle_study_hide_kept (window->study, 1, TRUE);
  rankle_study_set_control (window->study, "opg", 3);
  rankle_study_set_cursor (window->study, 4400);
  settle (window);
  expected = make_table (rankle_study_get_session (window->study));
  gdk_clipboard_set_text (clipboard, "");
  for (guint i = 0; clip.text == NULL || *clip.text == '\0'; i++)
    {
      g_clear_pointer (&clip.text, g_free);
      clip.done = FALSE;
      if (i == 0)
        gtk_widget_activate_action (GTK_WIDGET (measures), "measures.copy", NULL);
      gdk_clipboard_read_text_async (clipboard, NULL, read_cb, &clip);
      while (!clip.done)
        g_main_context_iteration (NULL, TRUE);
    }
  g_assert_cmpstr (clip.text, ==, expected);
  g_free (clip.text);
  close_window (window);
}

/* ---- threshold ---- */

/* It is of the line that is selected, and of no other. */
static void
test_threshold (void)
{
  RankleWindow         *window = open_window ();
  RankleMeasuresWindow *measures = open_measures (window);
  GtkWidget            *entry = find_descendant (GTK_WIDGET (measures), GTK_TYPE_ENTRY);
  double                horizon = rankle_study_get_horizon (window->study);

  g_assert_true (isnan (get_number (measures, "RANKL", RANKLE_MEASURE_CELL_ABOVE)));
  gtk_single_selection_set_selected (
      GTK_SINGLE_SELECTION (rankle_measures_window_get_lines (measures)), 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "0.4");
  settle (window);
  g_assert_cmpfloat (get_number (measures, "RANKL", RANKLE_MEASURE_CELL_ABOVE), >, 0);
  g_assert_cmpfloat_with_epsilon (
      get_number (measures, "RANKL", RANKLE_MEASURE_CELL_ABOVE) +
          get_number (measures, "RANKL", RANKLE_MEASURE_CELL_BELOW),
      horizon, 1e-6 * horizon);
  g_assert_true (isnan (get_number (measures, "RANK", RANKLE_MEASURE_CELL_ABOVE)));
  gtk_editable_set_text (GTK_EDITABLE (entry), "many");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  settle (window);
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  g_assert_true (isnan (get_number (measures, "RANKL", RANKLE_MEASURE_CELL_ABOVE)));
  close_window (window);
}

/* What is heard of a line is all that is seen of it. */
static void
test_words (void)
{
  RankleWindow         *window = open_window ();
  RankleMeasuresWindow *measures = open_measures (window);
  g_autoptr (RankleMeasuresItem) line = get_line (measures, "BMD_spine");
  g_autofree char *words = rankle_measures_item_dup_words (line);

  g_assert_true (g_str_has_prefix (words, "Lumbar spine bone mineral density, % of "
                                          "baseline, Now; At Cursor: "));
  for (RankleMeasureCell cell = RANKLE_MEASURE_CELL_VALUE; cell < RANKLE_N_MEASURE_CELLS;
       cell++)
    {
      g_autofree char *text = rankle_measures_item_dup_cell (line, cell);

      g_assert_nonnull (strstr (words, text));
    }
  close_window (window);
}

/* ---- the difference ---- */

/* A toggle of where one looks: no change, and no step of undo. */
static void
test_difference (void)
{
  RankleWindow *window = open_window ();
  RankleStudy  *study = window->study;
  gboolean      undo, after;

  g_object_get (study, "can-undo", &undo, NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.difference", NULL);
  g_assert_true (rankle_session_get_difference (rankle_study_get_session (study)));
  g_object_get (study, "can-undo", &after, NULL);
  g_assert_cmpint (undo, ==, after);
  rankle_study_set_control (study, "opg", 3);
  rankle_study_undo (study);
  g_assert_true (rankle_session_get_difference (rankle_study_get_session (study)));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.difference", NULL);
  g_assert_false (rankle_session_get_difference (rankle_study_get_session (study)));
  close_window (window);
}

int
main (int argc, char *argv[])
{
  set_up_application (&argc, &argv);
  g_test_add_func ("/measures-window/follows", test_follows);
  g_test_add_func ("/measures-window/other-model", test_other_model);
  g_test_add_func ("/measures-window/sorts", test_sorts);
  g_test_add_func ("/measures-window/kept", test_kept);
  g_test_add_func ("/measures-window/copies", test_copies);
  g_test_add_func ("/measures-window/threshold", test_threshold);
  g_test_add_func ("/measures-window/words", test_words);
  g_test_add_func ("/measures-window/difference", test_difference);
  return g_test_run ();
}
