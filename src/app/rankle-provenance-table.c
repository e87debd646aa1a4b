/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-provenance-table.h"

#include "rankle-provenance-row.h"

/* The name has the id below it; the source takes what room there is. */
static const struct
{
  RankleCell cell;
  int        width;
} columns[] = {
  { RANKLE_CELL_LABEL, 224 }, { RANKLE_CELL_VALUE, 108 }, { RANKLE_CELL_UNIT, 104 },
  { RANKLE_CELL_GRADE, 92 },  { RANKLE_CELL_SOURCE, -1 }, { RANKLE_CELL_RANGE, 88 },
  { RANKLE_CELL_KIND, 100 },
};

static GtkWidget *
make_label (RankleCell cell)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "xalign", 0.0, NULL);

  if (cell == RANKLE_CELL_VALUE)
    {
      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_widget_add_css_class (label, "numeric");
    }
  if (cell == RANKLE_CELL_ID)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
    }
  return label;
}

static void
set_up_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  RankleCell cell = GPOINTER_TO_UINT (data);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_assert (cell < RANKLE_N_CELLS);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), make_label (cell));
  if (cell == RANKLE_CELL_LABEL)
    gtk_box_append (GTK_BOX (box), make_label (RANKLE_CELL_ID));
  gtk_list_item_set_child (item, box);
}

/* What was read in a source is a citation; what was only made after it stands back, as
 * its grade says in words. */
static void
mark_citation (GtkWidget *label, RankleProvenanceRow *row)
{
  if (rankle_provenance_row_is_citation (row))
    gtk_widget_remove_css_class (label, "dim-label");
  else
    gtk_widget_add_css_class (label, "dim-label");
}

/* The row as one thing to hear: its label is the first cell's great-grandparent. */
static void
name_row (GtkWidget *box, RankleProvenanceRow *row)
{
  GtkWidget       *cell = gtk_widget_get_parent (box);
  GtkWidget       *line = cell == NULL ? NULL : gtk_widget_get_parent (cell);
  g_autofree char *words = rankle_provenance_row_dup_words (row);

  if (line != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    words, -1);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  RankleCell           cell = GPOINTER_TO_UINT (data);
  RankleProvenanceRow *row = gtk_list_item_get_item (item);
  GtkWidget           *box = gtk_list_item_get_child (item);
  GtkWidget           *label = gtk_widget_get_first_child (box);
  g_autofree char     *text = rankle_provenance_row_dup_cell (row, cell, FALSE);
  g_autofree char     *id = rankle_provenance_row_dup_cell (row, RANKLE_CELL_ID, FALSE);

  g_assert (GTK_IS_LABEL (label) && cell < RANKLE_N_CELLS);

  gtk_label_set_text (GTK_LABEL (label), text);
  if (cell == RANKLE_CELL_SOURCE)
    mark_citation (label, row);
  if (cell != RANKLE_CELL_LABEL)
    return;
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), id);
  /* A name that is the id is not said twice. */
  gtk_widget_set_visible (gtk_widget_get_last_child (box), !g_str_equal (text, id));
  name_row (box, row);
}

static void
add_column (GtkColumnView *table, RankleCell cell, int width)
{
  GtkListItemFactory  *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column;

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), GUINT_TO_POINTER (cell));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (cell));
  column = gtk_column_view_column_new (rankle_cell_get_title (cell), factory);
  gtk_column_view_column_set_fixed_width (column, width);
  gtk_column_view_column_set_expand (column, width < 0);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (table, column);
  g_object_unref (column);
}

void
rankle_provenance_add_columns (GtkColumnView *table)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (table));

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_column (table, columns[i].cell, columns[i].width);
}
