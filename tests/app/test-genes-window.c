/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "rankle-gene-table.h"
#include "rankle-gene-words.h"
#include "rankle-genes-cell.h"
#include "rankle-genes-line.h"
#include "rankle-genes-table.h"
#include "rankle-genes-window.h"
#include "window-fixture.h"

/* The bench of genes, as it is opened from the main window. */

static RankleGeneBench *
get_bench (RankleWindow *window)
{
  return rankle_genes_window_get_bench (RANKLE_GENES_WINDOW (window->genes));
}

static RankleGenesTable *
get_table (RankleWindow *window)
{
  return RANKLE_GENES_TABLE (find_descendant (window->genes, RANKLE_TYPE_GENES_TABLE));
}

static gboolean
is_computed (RankleWindow *window)
{
  return !rankle_gene_bench_is_busy (get_bench (window));
}

static RankleWindow *
open_with_bench (void)
{
  RankleWindow *window = open_window ();

  gtk_widget_activate_action (GTK_WIDGET (window), "win.genes", NULL);
  g_assert_nonnull (window->genes);
  iterate_until (is_computed, window);
  gtk_test_widget_wait_for_draw (window->genes);
  return window;
}

static guint
find_gene (const char *id)
{
  return (guint)rankle_genes_find (rankle_genes_get_bundled (), id);
}

static guint
get_n_columns (void)
{
  return rankle_genes_get_n_columns (rankle_genes_get_bundled ());
}

static void
knock_out (RankleWindow *window, const char *gene, gboolean off)
{
  gtk_switch_set_active (
      rankle_genes_table_get_switch (get_table (window), find_gene (gene)), off);
  iterate_until (is_computed, window);
}

/* (transfer full) */
static char *
dup_subtitle (RankleWindow *window)
{
  return g_strdup (adw_window_title_get_subtitle (
      ADW_WINDOW_TITLE (find_descendant (window->genes, ADW_TYPE_WINDOW_TITLE))));
}

/* ---- cells ---- */

/* Each has the role of one, is called what the bench says of it, and shows it. */
static void
check_cell (RankleWindow *window, guint row, guint column)
{
  GtkWidget       *cell = rankle_genes_table_get_cell (get_table (window), row, column);
  g_autofree char *name = rankle_gene_words_dup_name (get_bench (window), row, column);

  g_assert_true (RANKLE_IS_GENES_CELL (cell));
  g_assert_cmpuint (rankle_genes_cell_get_row (RANKLE_GENES_CELL (cell)), ==, row);
  g_assert_cmpuint (rankle_genes_cell_get_column (RANKLE_GENES_CELL (cell)), ==, column);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (cell),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

static void
check_cells (RankleWindow *window)
{
  for (guint row = 0; row < rankle_gene_bench_get_n_rows (get_bench (window)); row++)
    for (guint i = 0; i < get_n_columns (); i++)
      check_cell (window, row, i);
}

/* (transfer full): what is to be read in a cell, a line each. */
static char *
read_cell (RankleWindow *window, const char *gene, guint column)
{
  GtkWidget *cell =
      rankle_genes_table_get_cell (get_table (window), find_gene (gene) + 1, column);
  GString *text = g_string_new (NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (cell); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child))
      g_string_append_printf (text, "%s|", gtk_label_get_text (GTK_LABEL (child)));
  return g_string_free (text, FALSE);
}

static void
test_cells (void)
{
  static const struct
  {
    const char *gene;
    guint       column;
    const char *text;
  } cells[] = {
    { "RANK", 2, "none (1\302\240%)|seen: none but mucosal|Dougall 1999|" },
    { "TRAF6", 0,
      "none (0\302\240%)|seen: present, do not work|Lomaga 1999\n≠ differs|" },
    { "OPG", 2, "not computed|seen: present|Bucay 1998|" },
    { "OPG", 7, "not known|" },
    { "NFATc1", 0, "none (0\302\240%)|recalled: none|Takayanagi 2002|" },
    { "TRAF3", 0, "not computed|recalled: more|" },
    { "TRAF6", 1, "more (111\302\240%)|not known|" },
  };
  RankleWindow *window = open_with_bench ();

  check_cells (window);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *text = read_cell (window, cells[i].gene, cells[i].column);

      g_assert_cmpstr (text, ==, cells[i].text);
    }
  close_window (window);
}

/* ---- switches ---- */

/* They knock out in all models, and leave the session alone. */
static void
test_switches (void)
{
  RankleWindow    *window = open_with_bench ();
  RankleGeneBench *bench = get_bench (window);
  g_autoptr (RankleSession) before =
      rankle_session_ref (rankle_study_get_session (window->study));
  g_autofree char *wild = dup_subtitle (window);
  g_autofree char *both = NULL;
  g_autofree char *none = NULL;

  g_assert_cmpstr (wild, ==, "Wild type");
  knock_out (window, "OPG", TRUE);
  knock_out (window, "RANKL", TRUE);
  g_assert_cmpuint (rankle_gene_bench_get_off (bench), ==,
                    RANKLE_GENE_BIT (find_gene ("OPG")) |
                        RANKLE_GENE_BIT (find_gene ("RANKL")));
  both = dup_subtitle (window);
  g_assert_cmpstr (both, ==, "RANKL and OPG off");
  check_cells (window);
  g_assert_true (rankle_study_get_session (window->study) == before);
  g_assert_null (rankle_study_get_undo_label (window->study));

  gtk_widget_activate_action (window->genes, "genes.restore", NULL);
  iterate_until (is_computed, window);
  g_assert_cmpuint (rankle_gene_bench_get_off (bench), ==, 0);
  g_assert_false (gtk_switch_get_active (
      rankle_genes_table_get_switch (get_table (window), find_gene ("OPG"))));
  none = dup_subtitle (window);
  g_assert_cmpstr (none, ==, "Wild type");
  check_cells (window);
  close_window (window);
}

static void
test_switch_names (void)
{
  RankleWindow *window = open_with_bench ();

  for (guint i = 0; i < rankle_genes_get_n_genes (rankle_genes_get_bundled ()); i++)
    {
      const RankleGene *gene = rankle_genes_get_gene (rankle_genes_get_bundled (), i);
      g_autofree char  *name = g_strdup_printf ("Knock out %s", gene->label);

      gtk_test_accessible_assert_property (
          GTK_ACCESSIBLE (rankle_genes_table_get_switch (get_table (window), i)),
          GTK_ACCESSIBLE_PROPERTY_LABEL, name);
    }
  close_window (window);
}

/* ---- keys ---- */

static GtkWidget *
get_focus (RankleWindow *window)
{
  return gtk_window_get_focus (GTK_WINDOW (window->genes));
}

static void
check_focus (RankleWindow *window, guint row, guint column)
{
  GtkWidget *focus = get_focus (window);

  g_assert_true (RANKLE_IS_GENES_CELL (focus));
  g_assert_cmpuint (rankle_genes_cell_get_row (RANKLE_GENES_CELL (focus)), ==, row);
  g_assert_cmpuint (rankle_genes_cell_get_column (RANKLE_GENES_CELL (focus)), ==, column);
}

/* Each line from end to end, and stays within the table; it is one stop of Tab. */
static void
test_walk (void)
{
  RankleWindow *window = open_with_bench ();
  GtkWidget    *table = GTK_WIDGET (get_table (window));
  guint         n_rows = rankle_gene_bench_get_n_rows (get_bench (window));

  gtk_widget_grab_focus (rankle_genes_table_get_cell (get_table (window), 0, 0));
  g_assert_true (gtk_widget_child_focus (table, GTK_DIR_LEFT));
  g_assert_true (gtk_widget_child_focus (table, GTK_DIR_UP));
  check_focus (window, 0, 0);
  for (guint row = 0; row < n_rows; row++)
    {
      for (guint i = 0; i < get_n_columns (); i++)
        {
          check_focus (window, row, i);
          g_assert_true (gtk_widget_child_focus (table, GTK_DIR_RIGHT));
        }
      check_focus (window, row, get_n_columns () - 1);
      for (guint i = 1; i < get_n_columns (); i++)
        g_assert_true (gtk_widget_child_focus (table, GTK_DIR_LEFT));
      check_focus (window, row, 0);
      g_assert_true (gtk_widget_child_focus (table, GTK_DIR_DOWN));
    }
  g_assert_true (gtk_widget_child_focus (table, GTK_DIR_LEFT));
  g_assert_true (get_focus (window) == GTK_WIDGET (rankle_genes_table_get_switch (
                                           get_table (window), n_rows - 2)));
  g_assert_false (gtk_widget_child_focus (table, GTK_DIR_TAB_FORWARD));
  g_assert_false (gtk_widget_child_focus (table, GTK_DIR_TAB_BACKWARD));
  close_window (window);
}

/* Coming back by Tab it is where it was left. */
static void
test_comes_back (void)
{
  RankleWindow *window = open_with_bench ();

  gtk_widget_grab_focus (rankle_genes_table_get_cell (get_table (window), 3, 4));
  gtk_window_set_focus (GTK_WINDOW (window->genes), NULL);
  g_assert_true (
      gtk_widget_child_focus (GTK_WIDGET (get_table (window)), GTK_DIR_TAB_FORWARD));
  check_focus (window, 3, 4);
  close_window (window);
}

/* What has the focus is told of in full, and follows the switches. */
static void
test_details (void)
{
  RankleWindow    *window = open_with_bench ();
  g_autofree char *wild = NULL;
  g_autofree char *off = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *of_switch = NULL;

  gtk_widget_grab_focus (rankle_genes_table_get_cell (get_table (window), 2, 2));
  g_object_get (get_table (window), "details", &wild, NULL);
  g_assert_nonnull (strstr (wild, "Dougall 1999, Genes Dev 13:2412"));
  knock_out (window, "IL-7R", TRUE);
  g_object_get (get_table (window), "details", &off, NULL);
  expected = rankle_gene_words_dup_details (get_bench (window), 2, 2);
  g_assert_cmpstr (off, ==, expected);
  g_assert_cmpstr (off, !=, wild);
  gtk_widget_grab_focus (
      GTK_WIDGET (rankle_genes_table_get_switch (get_table (window), 3)));
  g_object_get (get_table (window), "details", &of_switch, NULL);
  g_assert_cmpstr (of_switch, ==, "TRAF6. What RANK hands its signal to, first of all.");
  close_window (window);
}

/* ---- the table ---- */

static void
collect (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (G_OBJECT_TYPE (widget) == type)
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static double
get_left (GtkWidget *widget, GtkWidget *of)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, of, &bounds));
  return bounds.origin.x;
}

/* Headings stand above their cells, in all lines. */
static void
test_columns (void)
{
  RankleWindow *window = open_with_bench ();
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  collect (window->genes, RANKLE_TYPE_GENES_LINE, lines);
  g_assert_cmpuint (lines->len, ==,
                    1 + rankle_gene_bench_get_n_rows (get_bench (window)));
  for (guint i = 1; i < lines->len; i++)
    {
      GtkWidget *head = gtk_widget_get_first_child (lines->pdata[0]);
      GtkWidget *cell = gtk_widget_get_first_child (lines->pdata[i]);

      for (; head != NULL; head = gtk_widget_get_next_sibling (head),
                           cell = gtk_widget_get_next_sibling (cell))
        {
          g_assert_cmpfloat (get_left (head, window->genes), ==,
                             get_left (cell, window->genes));
          g_assert_cmpint (gtk_widget_get_width (head), >, 40);
        }
      g_assert_null (cell);
    }
  close_window (window);
}

/* All columns are to be seen on a screen of 1024 by 768. */
static void
test_fits (void)
{
  RankleWindow *window = open_with_bench ();
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  int width;

  collect (window->genes, RANKLE_TYPE_GENES_LINE, lines);
  knock_out (window, "RANKL", TRUE);
  knock_out (window, "TRAF2/5", TRUE);
  gtk_widget_measure (lines->pdata[1], GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL,
                      NULL);
  g_assert_cmpint (width, <=, 1000);
  g_assert_cmpint (width, >, 600);
  close_window (window);
}

/* ---- files ---- */

static void
test_export (void)
{
  RankleWindow    *window = open_with_bench ();
  g_autofree char *folder = g_dir_make_tmp ("rankle-genes-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "genes.csv", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "nowhere", "genes.csv", NULL);
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;

  /* At once: it waits for what is still being computed. */
  gtk_switch_set_active (rankle_genes_table_get_switch (get_table (window), 0), TRUE);
  rankle_genes_window_export (RANKLE_GENES_WINDOW (window->genes), path);
  expected = rankle_gene_table_format (get_bench (window), "rankle", NULL);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
  rankle_genes_window_export (RANKLE_GENES_WINDOW (window->genes), nowhere);
  g_assert_false (g_file_test (nowhere, G_FILE_TEST_EXISTS));
  g_unlink (path);
  g_rmdir (folder);
  close_window (window);
}

/* ---- the window ---- */

static gboolean
is_gone (RankleWindow *window)
{
  return window->genes == NULL;
}

static void
test_opens_once (void)
{
  RankleWindow *window = open_with_bench ();
  GtkWidget    *first = window->genes;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.genes", NULL);
  g_assert_true (window->genes == first);
  gtk_window_close (GTK_WINDOW (first));
  iterate_until (is_gone, window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.genes", NULL);
  g_assert_nonnull (window->genes);
  close_window (window);
}

int
main (int argc, char *argv[])
{
  set_up_application (&argc, &argv);
  g_test_add_func ("/genes-window/cells", test_cells);
  g_test_add_func ("/genes-window/switches", test_switches);
  g_test_add_func ("/genes-window/switch-names", test_switch_names);
  g_test_add_func ("/genes-window/walk", test_walk);
  g_test_add_func ("/genes-window/comes-back", test_comes_back);
  g_test_add_func ("/genes-window/details", test_details);
  g_test_add_func ("/genes-window/columns", test_columns);
  g_test_add_func ("/genes-window/fits", test_fits);
  g_test_add_func ("/genes-window/export", test_export);
  g_test_add_func ("/genes-window/opens-once", test_opens_once);
  return g_test_run ();
}
