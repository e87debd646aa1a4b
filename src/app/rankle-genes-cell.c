/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-genes-cell.h"

#include <glib/gi18n.h>
#include <string.h>

#include "rankle-gene-words.h"

struct _RankleGenesCell
{
  GtkWidget        parent_instance;
  RankleGeneBench *bench; /* Borrowed */
  guint            row, column;
  GtkLabel        *computed, *seen, *source; /* children */
};

G_DEFINE_FINAL_TYPE (RankleGenesCell, rankle_genes_cell, GTK_TYPE_WIDGET)

/* Room for a natural line of words; what is longer is wrapped between words. */
#define CHARACTERS 14

static GtkLabel *
add_label (RankleGenesCell *self, gboolean small)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0,
                                   "max-width-chars", CHARACTERS, NULL);

  gtk_widget_set_parent (label, GTK_WIDGET (self));
  if (small)
    gtk_widget_add_css_class (label, "caption");
  return GTK_LABEL (label);
}

static void
rankle_genes_cell_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (rankle_genes_cell_parent_class)->dispose (object);
}

static void
rankle_genes_cell_class_init (RankleGenesCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rankle_genes_cell_dispose;
  gtk_widget_class_set_css_name (widget_class, "genecell");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
rankle_genes_cell_init (RankleGenesCell *self)
{
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
      GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  self->computed = add_label (self, FALSE);
  self->seen = add_label (self, TRUE);
  self->source = add_label (self, TRUE);
}

GtkWidget *
rankle_genes_cell_new (RankleGeneBench *bench, guint row, guint column)
{
  RankleGenesCell *self;

  g_return_val_if_fail (RANKLE_IS_GENE_BENCH (bench), NULL);

  self = g_object_new (RANKLE_TYPE_GENES_CELL, NULL);
  self->bench = bench;
  self->row = row;
  self->column = column;
  rankle_genes_cell_update (self);
  return GTK_WIDGET (self);
}

guint
rankle_genes_cell_get_row (RankleGenesCell *self)
{
  g_return_val_if_fail (RANKLE_IS_GENES_CELL (self), 0);

  return self->row;
}

guint
rankle_genes_cell_get_column (RankleGenesCell *self)
{
  g_return_val_if_fail (RANKLE_IS_GENES_CELL (self), 0);

  return self->column;
}

/* ---- what it shows ---- */

/* "" is no line. */
static void
show (GtkLabel *label, const char *text, gboolean dim)
{
  if (!g_str_equal (gtk_label_get_text (label), text))
    gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
  if (dim)
    gtk_widget_add_css_class (GTK_WIDGET (label), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (label), "dim-label");
}

/* (transfer full): a number and its unit stay on one line. */
static char *
hold_together (const char *computed)
{
  const char *number = strchr (computed, '(');
  g_auto (GStrv) parts = NULL;
  g_autofree char *held = NULL;

  if (number == NULL)
    return g_strdup (computed);
  parts = g_strsplit (number, " ", -1);
  held = g_strjoinv ("\302\240", parts);
  return g_strdup_printf ("%.*s%s", (int)(number - computed), computed, held);
}

static void
set_class (RankleGenesCell *self, const char *class, gboolean has)
{
  if (has)
    gtk_widget_add_css_class (GTK_WIDGET (self), class);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), class);
}

static RankleGeneChange
get_change (RankleGenesCell *self, const RankleGeneCell *cell)
{
  return rankle_gene_cell_get_change (
      rankle_genes_get_column (rankle_gene_bench_get_genes (self->bench), self->column),
      cell);
}

static void
tint (RankleGenesCell *self, RankleGeneChange change)
{
  set_class (self, "none", change == RANKLE_GENE_CHANGE_NONE);
  set_class (self, "less", change == RANKLE_GENE_CHANGE_LESS);
  set_class (self, "more", change == RANKLE_GENE_CHANGE_MORE);
}

static void
show_seen (RankleGenesCell *self, const char *seen, const char *source)
{
  gboolean differs = rankle_gene_words_compare (self->bench, self->row, self->column) ==
                     RANKLE_GENE_AGREEMENT_DIFFERS;
  g_autofree char *below = differs ? g_strdup_printf (*source != '\0' ? "%s\n%s" : "%s%s",
                                                      source, _ ("≠ differs"))
                                   : g_strdup (source);

  g_assert (seen != NULL && source != NULL);

  show (self->seen, seen, *source == '\0' && !differs);
  show (self->source, below, !differs);
  set_class (self, "differs", differs);
}

static void
update_name (RankleGenesCell *self)
{
  g_autofree char *name =
      rankle_gene_words_dup_name (self->bench, self->row, self->column);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

/* A cell of which nothing is known says so once. */
void
rankle_genes_cell_update (RankleGenesCell *self)
{
  RankleGeneCell   cell;
  g_autofree char *computed = NULL;
  g_autofree char *held = NULL;
  g_autofree char *seen = NULL;
  g_autofree char *source = NULL;
  gboolean         is_known;

  g_return_if_fail (RANKLE_IS_GENES_CELL (self));

  cell = rankle_gene_bench_get_cell (self->bench, self->row, self->column);
  computed = rankle_gene_words_dup_computed (self->bench, self->row, self->column);
  seen = rankle_gene_words_dup_seen (self->bench, self->row, self->column);
  source = rankle_gene_words_dup_source (self->bench, self->row, self->column);
  is_known = cell.state != RANKLE_GENE_CELL_NOT_COMPUTED ||
             rankle_gene_words_has_sighting (self->bench, self->row, self->column);
  held = hold_together (computed);
  show (self->computed, is_known || seen == NULL ? held : "",
        cell.state != RANKLE_GENE_CELL_COMPUTED);
  set_class (self, "vacant", cell.state != RANKLE_GENE_CELL_COMPUTED);
  show_seen (self, seen == NULL ? "" : seen, source);
  tint (self, get_change (self, &cell));
  update_name (self);
}
