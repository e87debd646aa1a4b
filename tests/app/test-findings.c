/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "picture.h"
#include "rankle-finding-words.h"
#include "rankle-findings-window.h"
#include "rankle-plot-panel.h"
#include "rankle-scenario-file.h"
#include "window-fixture.h"

/* Published points: in the plots, under the pointer, and as a list. */

static guint
count_findings (RankleWindow *window)
{
  guint n;

  rankle_study_get_findings (window->study, &n);
  return n;
}

static RankleWindow *
open_with_denosumab (void)
{
  RankleWindow *window = open_window ();

  rankle_window_load_scenario (window, "denosumab-3-years");
  iterate_until (is_idle, window);
  return window;
}

static GtkWidget *
find_panel (RankleWindow *window, const char *id)
{
  RankleModel *model = rankle_study_get_model (window->study);
  GtkWidget   *panel = gtk_widget_get_first_child (GTK_WIDGET (window->plots));

  for (guint i = 0; !g_str_equal (rankle_model_get_panel (model, i)->id, id); i++)
    panel = gtk_widget_get_next_sibling (panel);
  return panel;
}

static gboolean
is_described (GtkWidget *panel, const char *words)
{
  g_autofree char *text = rankle_plot_panel_dup_description (RANKLE_PLOT_PANEL (panel));

  return strstr (text, words) != NULL;
}

/* ---- plots ---- */

/* (transfer full): once the legend has come, or gone, and all is laid out. */
static GBytes *
look_when_still (GtkWidget *widget)
{
  GBytes *before = look_at (widget), *after = look_at (widget);

  for (guint i = 0; i < 20 && !g_bytes_equal (before, after); i++)
    {
      g_bytes_unref (before);
      before = after;
      after = look_at (widget);
    }
  g_assert_true (g_bytes_equal (before, after));
  g_bytes_unref (before);
  return after;
}

/* They stand in the picture, in the words of the panel and in the legend, as long as the
 * controls are the studies'. */
static void
test_come_and_go (void)
{
  RankleWindow *window = open_with_denosumab ();
  GtkWidget    *bone = find_panel (window, "bone");
  g_autoptr (GBytes) with = NULL;
  g_autoptr (GBytes) without = NULL;
  g_autoptr (RankleEvidence) evidence =
      rankle_evidence_ref (rankle_study_get_evidence (window->study));

  g_assert_cmpuint (count_findings (window), >, 10);
  g_assert_true (is_described (bone, " published points"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window->legend)));
  /* The same curves on the same axes without them. */
  rankle_plot_view_set_hold (window->plots, TRUE);
  with = look_when_still (bone);
  rankle_study_set_evidence (window->study, NULL);
  without = look_when_still (bone);
  g_assert_false (g_bytes_equal (with, without));
  g_assert_false (is_described (bone, "published"));
  rankle_study_set_evidence (window->study, evidence);
  rankle_plot_view_set_hold (window->plots, FALSE);
  iterate_until (is_idle, window);
  g_assert_cmpuint (count_findings (window), >, 10);
  gtk_range_set_value (GTK_RANGE (find_scale (window, "estrogen")), 0.3);
  iterate_until (is_idle, window);
  g_assert_cmpuint (count_findings (window), ==, 0);
  g_assert_false (is_described (bone, "published"));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (window->legend)));
  close_window (window);
}

/* Nobody studied what asks nothing. */
static void
test_none_at_baseline (void)
{
  RankleWindow *window = open_window ();

  g_assert_nonnull (rankle_study_get_evidence (window->study));
  g_assert_cmpuint (count_findings (window), ==, 0);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (window->legend)));
  rankle_study_set_control (window->study, "opg", 0);
  iterate_until (is_idle, window);
  g_assert_cmpuint (count_findings (window), >, 0);
  close_window (window);
}

/* While a hand is on a slider the plots keep their height. */
static void
test_legend_holds (void)
{
  RankleWindow *window = open_with_denosumab ();

  rankle_plot_view_set_hold (window->plots, TRUE);
  rankle_study_set_control (window->study, "estrogen", 0.5);
  iterate_until (is_idle, window);
  g_assert_cmpuint (count_findings (window), ==, 0);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window->legend)));
  rankle_plot_view_set_hold (window->plots, FALSE);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (window->legend)));
  close_window (window);
}

/* ---- under the pointer ---- */

/* Every mark that can be pointed at says all of itself, as the panel asks for it. What is
 * told against another run has no mark. */
static void
test_tooltips (void)
{
  RankleWindow        *window = open_with_denosumab ();
  GtkWidget           *bone = find_panel (window, "bone");
  guint                n, said = 0;
  const RankleFinding *findings = rankle_study_get_findings (window->study, &n);
  RankleModel         *model = rankle_study_get_model (window->study);
  g_autoptr (GBytes) picture = look_when_still (bone);
  g_autoptr (GHashTable) tips =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int y = 0; y < gtk_widget_get_height (bone); y += 2)
    for (int x = 0; x < gtk_widget_get_width (bone); x += 2)
      {
        char *tip = rankle_plot_panel_dup_tip (RANKLE_PLOT_PANEL (bone), x, y, NULL);

        if (tip != NULL)
          g_hash_table_add (tips, tip);
      }
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *lines = rankle_finding_dup_lines (&findings[i], model);

      said += g_hash_table_contains (tips, lines);
      if (!rankle_evidence_is_of_several (findings[i].row) &&
          g_str_has_prefix (rankle_model_get_column (model, findings[i].column)->id,
                            "BMD_"))
        g_assert_true (g_hash_table_contains (tips, lines));
    }
  g_assert_cmpuint (said, >, 4);
  g_assert_cmpuint (said, ==, g_hash_table_size (tips));
  g_assert_true (gtk_widget_get_has_tooltip (bone));
  close_window (window);
}

/* ---- the list ---- */

static void
collect_rows (GtkWidget *widget, GPtrArray *rows)
{
  if (ADW_IS_ACTION_ROW (widget))
    g_ptr_array_add (rows, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_rows (child, rows);
}

/* (transfer full) */
static GPtrArray *
list_rows (RankleWindow *window)
{
  GPtrArray *rows = g_ptr_array_new ();

  collect_rows (window->findings, rows);
  return rows;
}

static gboolean
is_listed (RankleWindow *window)
{
  g_autoptr (GPtrArray) rows = list_rows (window);

  return is_idle (window) && rows->len == count_findings (window);
}

/* A row for each, which is called what it says; the window follows. */
static void
test_list (void)
{
  RankleWindow        *window = open_with_denosumab ();
  guint                n;
  const RankleFinding *findings = rankle_study_get_findings (window->study, &n);
  g_autoptr (GPtrArray) rows = NULL;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.findings", NULL);
  rows = list_rows (window);
  g_assert_cmpuint (rows->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *words =
          rankle_finding_dup_words (&findings[i], rankle_study_get_model (window->study));
      g_autofree char *observed = rankle_finding_dup_observed (&findings[i]);
      g_autofree char *source = rankle_finding_dup_source (&findings[i]);

      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (rows->pdata[i]),
                                           GTK_ACCESSIBLE_PROPERTY_LABEL, words);
      g_assert_cmpstr (adw_preferences_row_get_title (rows->pdata[i]), ==, observed);
      g_assert_true (
          g_str_has_suffix (adw_action_row_get_subtitle (rows->pdata[i]), source));
      g_assert_true (gtk_widget_get_focusable (rows->pdata[i]));
    }
  rankle_study_set_control (window->study, "opg", 0.5);
  iterate_until (is_listed, window);
  g_assert_cmpuint (count_findings (window), ==, 0);
  rankle_study_undo (window->study);
  iterate_until (is_listed, window);
  g_assert_cmpuint (count_findings (window), ==, n);
  close_window (window);
}

static GtkStack *
find_stack (RankleWindow *window)
{
  return GTK_STACK (find_descendant (window->findings, GTK_TYPE_STACK));
}

/* With nothing to list it says how to come to something. */
static void
test_empty_list (void)
{
  RankleWindow  *window = open_window ();
  AdwStatusPage *page;
  g_autoptr (RankleScenario) named =
      rankle_scenario_file_load ("denosumab-3-years", NULL, NULL);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.findings", NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (find_stack (window)), ==, "empty");
  page = ADW_STATUS_PAGE (gtk_stack_get_visible_child (find_stack (window)));
  g_assert_nonnull (
      strstr (adw_status_page_get_description (page), rankle_scenario_get_title (named)));
  rankle_window_load_scenario (window, "denosumab-3-years");
  iterate_until (is_listed, window);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (find_stack (window)), ==, "list");
  gtk_window_close (GTK_WINDOW (window->findings));
  g_assert_null (window->findings);
  close_window (window);
}

/* What is recalled is nowhere told as a citation. */
static void
test_recalled_is_said (void)
{
  RankleWindow        *window = open_with_denosumab ();
  guint                n, recalled = 0;
  const RankleFinding *findings = rankle_study_get_findings (window->study, &n);
  RankleModel         *model = rankle_study_get_model (window->study);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *lines = rankle_finding_dup_lines (&findings[i], model);

      recalled += findings[i].row->recalled != FALSE;
      g_assert_cmpint (strstr (lines, "\nRecalled, not seen: ") != NULL, ==,
                       findings[i].row->recalled != FALSE);
    }
  g_assert_cmpuint (recalled, >, 0);
  g_assert_cmpuint (recalled, <, n);
  close_window (window);
}

int
main (int argc, char *argv[])
{
  set_up_application (&argc, &argv);
  g_test_add_func ("/findings/come-and-go", test_come_and_go);
  g_test_add_func ("/findings/none-at-baseline", test_none_at_baseline);
  g_test_add_func ("/findings/legend-holds", test_legend_holds);
  g_test_add_func ("/findings/tooltips", test_tooltips);
  g_test_add_func ("/findings/list", test_list);
  g_test_add_func ("/findings/empty-list", test_empty_list);
  g_test_add_func ("/findings/recalled-is-said", test_recalled_is_said);
  return g_test_run ();
}
