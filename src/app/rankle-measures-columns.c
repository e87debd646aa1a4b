/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-measures-columns.h"

#include <math.h>

#define TEXT_WIDTH   190
#define UNIT_WIDTH   116
#define NUMBER_WIDTH 92
#define WORDS_WIDTH  152

/* ---- cells ---- */

static void
set_up_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  RankleMeasureCell cell = GPOINTER_TO_UINT (data);
  GtkWidget        *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize",
                                          PANGO_ELLIPSIZE_END, NULL);

  if (!rankle_measure_cell_is_text (cell))
    {
      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_widget_add_css_class (label, "numeric");
    }
  gtk_list_item_set_child (item, label);
}

/* The row as one thing to hear: its label is the first cell's grandparent. */
static void
name_row (GtkWidget *label, RankleMeasuresItem *item)
{
  GtkWidget       *cell = gtk_widget_get_parent (label);
  GtkWidget       *line = cell == NULL ? NULL : gtk_widget_get_parent (cell);
  g_autofree char *words = rankle_measures_item_dup_words (item);

  if (line != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    words, -1);
}

static void
show_cell (RankleMeasuresItem *item, GtkListItem *place)
{
  GtkWidget        *label = gtk_list_item_get_child (place);
  RankleMeasureCell cell =
      GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (place), "cell"));
  g_autofree char *text = rankle_measures_item_dup_cell (item, cell);

  gtk_label_set_text (GTK_LABEL (label), text);
  if (rankle_measure_cell_is_text (cell))
    gtk_widget_set_tooltip_text (label, text);
  if (cell == RANKLE_MEASURE_CELL_QUANTITY)
    name_row (label, item);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *place, gpointer data)
{
  RankleMeasuresItem *item = gtk_list_item_get_item (place);

  g_object_set_data (G_OBJECT (place), "cell", data);
  g_signal_connect (item, "changed", G_CALLBACK (show_cell), place);
  show_cell (item, place);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *place, gpointer data)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (place),
                                        G_CALLBACK (show_cell), place);
}

/* ---- order ---- */

static int
compare_texts (RankleMeasuresItem *a, RankleMeasuresItem *b, RankleMeasureCell cell)
{
  g_autofree char *first = rankle_measures_item_dup_cell (a, cell);
  g_autofree char *second = rankle_measures_item_dup_cell (b, cell);

  return g_utf8_collate (first, second);
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  RankleMeasureCell cell = GPOINTER_TO_UINT (data);
  double            x, y;

  if (rankle_measure_cell_is_text (cell))
    return compare_texts ((gpointer)a, (gpointer)b, cell);
  x = rankle_measures_item_get_number ((gpointer)a, cell);
  y = rankle_measures_item_get_number ((gpointer)b, cell);
  if (isnan (x) || isnan (y))
    return isnan (y) - isnan (x);
  return (x > y) - (x < y);
}

static int
get_width (RankleMeasureCell cell)
{
  if (cell == RANKLE_MEASURE_CELL_UNIT)
    return UNIT_WIDTH;
  if (rankle_measure_cell_is_text (cell))
    return TEXT_WIDTH;
  return cell == RANKLE_MEASURE_CELL_PEAK_TIME ||
                 cell == RANKLE_MEASURE_CELL_NADIR_TIME ||
                 cell >= RANKLE_MEASURE_CELL_CHANGE_1
             ? WORDS_WIDTH
             : NUMBER_WIDTH;
}

static void
add_column (GtkColumnView *table, RankleMeasureCell cell)
{
  GtkListItemFactory  *factory = gtk_signal_list_item_factory_new ();
  gpointer             data = GUINT_TO_POINTER (cell);
  GtkSorter           *sorter = GTK_SORTER (gtk_custom_sorter_new (compare, data, NULL));
  GtkColumnViewColumn *column =
      gtk_column_view_column_new (rankle_measure_cell_get_title (cell), factory);

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), data);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), data);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), data);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_fixed_width (column, get_width (cell));
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (table, column);
  g_object_unref (column);
  g_object_unref (sorter);
}

void
rankle_measures_add_columns (GtkColumnView *table)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (table));

  for (RankleMeasureCell cell = 0; cell < RANKLE_N_MEASURE_CELLS; cell++)
    add_column (table, cell);
}

/* (transfer full) */
static GtkColumnViewColumn *
get_column (GtkColumnView *table, RankleMeasureCell cell)
{
  return g_list_model_get_item (gtk_column_view_get_columns (table), cell);
}

void
rankle_measures_sort (GtkColumnView *table, RankleMeasureCell cell)
{
  g_autoptr (GtkColumnViewColumn) column = NULL;
  GtkSortType order;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (table) && cell <= RANKLE_N_MEASURE_CELLS);

  column = get_column (table, cell); /* NULL: there is no such column */
  if (column == NULL)
    {
      g_object_set_data (G_OBJECT (table), "sorted", NULL);
      gtk_column_view_sort_by_column (table, NULL, GTK_SORT_ASCENDING);
      return;
    }
  /* Names from A on; of numbers one looks for the largest. */
  order = rankle_measure_cell_is_text (cell) ? GTK_SORT_ASCENDING : GTK_SORT_DESCENDING;
  if (g_object_get_data (G_OBJECT (table), "sorted") == column)
    {
      order = order == GTK_SORT_ASCENDING ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING;
      g_object_set_data (G_OBJECT (table), "sorted", NULL);
    }
  else
    g_object_set_data (G_OBJECT (table), "sorted", column);
  gtk_column_view_sort_by_column (table, column, order);
}

void
rankle_measures_show_runs (GtkColumnView *table, gboolean several)
{
  g_autoptr (GtkColumnViewColumn) column = get_column (table, RANKLE_MEASURE_CELL_RUN);

  gtk_column_view_column_set_visible (column, several);
}
