/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the table is made of. Heading and rows are lines in two scrolled windows, of which
 * the upper follows the lower sideways. */

#include "config.h"

#include <glib/gi18n.h>

#include "rankle-gene-words.h"
#include "rankle-genes-cell.h"
#include "rankle-genes-line.h"
#include "rankle-genes-table-private.h"

/* ---- switches ---- */

static RankleGeneSet
get_bit (GtkSwitch *knock)
{
  return RANKLE_GENE_BIT (
      GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (knock), "gene")));
}

static void
active_cb (GtkSwitch *knock, GParamSpec *pspec, RankleGenesTable *self)
{
  RankleGeneSet bit = get_bit (knock), off = rankle_gene_bench_get_off (self->bench);

  rankle_gene_bench_set_off (self->bench,
                             gtk_switch_get_active (knock) ? off | bit : off & ~bit);
}

static GtkWidget *
make_switch (RankleGenesTable *self, guint index)
{
  const RankleGene *gene =
      rankle_genes_get_gene (rankle_gene_bench_get_genes (self->bench), index);
  /* Translators: %s is the name of a gene */
  g_autofree char *name = g_strdup_printf (_ ("Knock out %s"), gene->label);
  GtkWidget       *knock = g_object_new (GTK_TYPE_SWITCH, "valign", GTK_ALIGN_CENTER,
                                         "tooltip-text", name, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (knock), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gene->description, -1);
  g_object_set_data (G_OBJECT (knock), "gene", GUINT_TO_POINTER (index));
  g_signal_connect (knock, "notify::active", G_CALLBACK (active_cb), self);
  return knock;
}

/* ---- building ---- */

static GtkWidget *
make_scroller (GtkWidget *child, GtkPolicyType across, GtkPolicyType down)
{
  return g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", child, "hscrollbar-policy",
                       across, "vscrollbar-policy", down, NULL);
}

static void
append (GtkWidget *line, GtkWidget *child)
{
  rankle_genes_line_append (RANKLE_GENES_LINE (line), child);
}

/* To hear: a widget without a name is called by its type. */
static void
give_name (GtkWidget *widget, const char *words)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
}

static GtkWidget *
make_title (const char *text, const char *tooltip, GtkAccessibleRole role)
{
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "label", text, "tooltip-text", tooltip, "wrap", TRUE,
                    "xalign", 0.0, "accessible-role", role, NULL);

  gtk_widget_add_css_class (label, "title");
  return label;
}

static GtkWidget *
make_heading (RankleGenesTable *self)
{
  const RankleGenes *genes = rankle_gene_bench_get_genes (self->bench);
  GtkWidget         *line = rankle_genes_line_new (self->lines);

  give_name (line, _ ("Headings"));
  append (line, make_title (_ ("Knock out"), NULL, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER));
  for (guint i = 0; i < rankle_genes_get_n_columns (genes); i++)
    {
      const RankleGeneColumn *column = rankle_genes_get_column (genes, i);
      g_autofree char        *text = rankle_gene_words_dup_heading (column);
      GtkWidget              *title =
          make_title (text, column->description, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);

      append (line, title);
    }
  return line;
}

/* What the row is called; of a gene's row its switch, too. */
static GtkWidget *
make_row_header (RankleGenesTable *self, guint row)
{
  GtkWidget        *box = g_object_new (GTK_TYPE_BOX, "spacing", 6, "accessible-role",
                                        GTK_ACCESSIBLE_ROLE_ROW_HEADER, NULL);
  const RankleGene *gene =
      row == 0
          ? NULL
          : rankle_genes_get_gene (rankle_gene_bench_get_genes (self->bench), row - 1);
  GtkWidget *title =
      make_title (gene == NULL ? "" : gene->label,
                  gene == NULL ? NULL : gene->description, GTK_ACCESSIBLE_ROLE_LABEL);
  GtkWidget *knock = gene == NULL ? NULL : make_switch (self, row - 1);

  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (box), title);
  if (knock != NULL)
    gtk_box_append (GTK_BOX (box), knock);
  else
    self->now = GTK_LABEL (title);
  _rankle_genes_table_add_stop (self, knock);
  return box;
}

static GtkWidget *
make_row (RankleGenesTable *self, guint row)
{
  GtkWidget *line = rankle_genes_line_new (self->lines);
  guint      n = rankle_genes_get_n_columns (rankle_gene_bench_get_genes (self->bench));

  append (line, make_row_header (self, row));
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *cell = rankle_genes_cell_new (self->bench, row, i);

      append (line, cell);
      _rankle_genes_table_add_stop (self, cell);
    }
  return line;
}

void
_rankle_genes_table_build (RankleGenesTable *self)
{
  self->rows =
      GTK_BOX (g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_ROW_GROUP, NULL));
  self->head = make_scroller (make_heading (self), GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  give_name (GTK_WIDGET (self->rows), _ ("Genes"));
  for (guint row = 0; row < rankle_gene_bench_get_n_rows (self->bench); row++)
    gtk_box_append (self->rows, make_row (self, row));
  self->body =
      make_scroller (GTK_WIDGET (self->rows), GTK_POLICY_AUTOMATIC, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (self->body, TRUE);
  gtk_widget_add_css_class (self->head, "head");
  gtk_scrolled_window_set_hadjustment (
      GTK_SCROLLED_WINDOW (self->head),
      gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->body)));
  gtk_widget_set_parent (self->head, GTK_WIDGET (self));
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));
}

/* ---- following the bench ---- */

static void
update_row (RankleGenesTable *self, guint row, GtkWidget *line)
{
  g_autofree char *words = rankle_gene_words_dup_row (self->bench, row);
  RankleGeneSet    off = rankle_gene_bench_get_off (self->bench);
  GtkWidget       *knock = _rankle_genes_table_get_stop (self, row, 0);
  gboolean         is_off = row > 0 && (off & RANKLE_GENE_BIT (row - 1)) != 0;

  g_assert (RANKLE_IS_GENES_LINE (line));

  give_name (line, words);
  give_name (gtk_widget_get_first_child (line), words);
  for (guint i = 1; i < _rankle_genes_table_get_n_stops (self); i++)
    rankle_genes_cell_update (
        RANKLE_GENES_CELL (_rankle_genes_table_get_stop (self, row, i)));
  if (is_off)
    gtk_widget_add_css_class (line, "off");
  else
    gtk_widget_remove_css_class (line, "off");
  if (knock != NULL && gtk_switch_get_active (GTK_SWITCH (knock)) != is_off)
    gtk_switch_set_active (GTK_SWITCH (knock), is_off);
}

void
_rankle_genes_table_update (RankleGenesTable *self)
{
  g_autofree char *now = rankle_gene_words_dup_row (self->bench, 0);
  GtkWidget       *line = gtk_widget_get_first_child (GTK_WIDGET (self->rows));

  gtk_label_set_text (self->now, now);
  for (guint row = 0; line != NULL; row++, line = gtk_widget_get_next_sibling (line))
    update_row (self, row, line);
  rankle_genes_lines_queue_resize (self->lines);
}
