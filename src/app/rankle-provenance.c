/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-provenance.h"

#include <glib/gi18n.h>

#include "rankle-provenance-row.h"

#define SOURCE_CHARACTERS 44

struct _RankleProvenance
{
  AdwWindow           parent_instance;
  GtkFilterListModel *rows;   /* (owned) */
  GtkCustomFilter    *sieve;  /* (owned) */
  char               *wanted; /* (owned) (nullable): casefolded, what is filtered for */

  /* Template widgets */
  GtkLabel      *title;
  GtkLabel      *words;
  GtkEditable   *filter;
  GtkColumnView *table;
};

G_DEFINE_FINAL_TYPE (RankleProvenance, rankle_provenance, ADW_TYPE_WINDOW)

/* ---- filter ---- */

static gboolean
row_is_wanted (gpointer item, gpointer data)
{
  RankleProvenance *self = data;

  for (RankleCell cell = 0; cell < RANKLE_N_CELLS; cell++)
    {
      g_autofree char *text = rankle_provenance_row_dup_cell (item, cell, FALSE);
      g_autofree char *folded = g_utf8_casefold (text, -1);

      if (self->wanted == NULL || strstr (folded, self->wanted) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
filter_changed_cb (RankleProvenance *self)
{
  g_free (self->wanted);
  self->wanted = g_utf8_casefold (gtk_editable_get_text (self->filter), -1);
  gtk_filter_changed (GTK_FILTER (self->sieve), GTK_FILTER_CHANGE_DIFFERENT);
}

/* ---- table ---- */

static void
set_up_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  RankleCell cell = GPOINTER_TO_UINT (data);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), cell == RANKLE_CELL_VALUE ? 1 : 0);
  if (cell == RANKLE_CELL_VALUE)
    gtk_widget_add_css_class (label, "numeric");
  if (cell == RANKLE_CELL_SOURCE)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_width_chars (GTK_LABEL (label), SOURCE_CHARACTERS);
      gtk_label_set_max_width_chars (GTK_LABEL (label), SOURCE_CHARACTERS);
    }
  gtk_list_item_set_child (item, label);
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  g_autofree char *text = rankle_provenance_row_dup_cell (gtk_list_item_get_item (item),
                                                          GPOINTER_TO_UINT (data), FALSE);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static void
add_column (RankleProvenance *self, RankleCell cell)
{
  GtkListItemFactory  *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column;

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cell_cb),
                    GUINT_TO_POINTER (cell));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), GUINT_TO_POINTER (cell));
  column = gtk_column_view_column_new (rankle_cell_get_title (cell), factory);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (self->table, column);
  g_object_unref (column);
}

static void
fill_table (RankleProvenance *self, RankleModel *model)
{
  static const RankleCell cells[] = { RANKLE_CELL_LABEL,  RANKLE_CELL_VALUE,
                                      RANKLE_CELL_UNIT,   RANKLE_CELL_GRADE,
                                      RANKLE_CELL_SOURCE, RANKLE_CELL_KIND,
                                      RANKLE_CELL_RANGE,  RANKLE_CELL_ID };
  GtkNoSelection         *selection;

  self->sieve = gtk_custom_filter_new (row_is_wanted, self, NULL);
  self->rows = gtk_filter_list_model_new (rankle_provenance_rows_new (model),
                                          g_object_ref (GTK_FILTER (self->sieve)));
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    add_column (self, cells[i]);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
}

/* ---- copy ---- */

/* RFC 4180 */
static void
append_quoted (GString *text, const char *cell)
{
  if (strpbrk (cell, ",\"\n") == NULL)
    {
      g_string_append (text, cell);
      return;
    }
  g_string_append_c (text, '"');
  for (const char *p = cell; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

static void
append_row (GString *text, RankleProvenanceRow *row)
{
  for (RankleCell cell = 0; cell < RANKLE_N_CELLS; cell++)
    {
      g_autofree char *value = row == NULL
                                   ? g_strdup (rankle_cell_get_title (cell))
                                   : rankle_provenance_row_dup_cell (row, cell, TRUE);

      append_quoted (text, value);
      g_string_append_c (text, cell + 1 < RANKLE_N_CELLS ? ',' : '\n');
    }
}

char *
rankle_provenance_dup_table (RankleProvenance *provenance)
{
  GString    *text = g_string_new (NULL);
  GListModel *rows = G_LIST_MODEL (provenance->rows);

  append_row (text, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (RankleProvenanceRow) row = g_list_model_get_item (rows, i);

      append_row (text, row);
    }
  return g_string_free (text, FALSE);
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *text = rankle_provenance_dup_table (RANKLE_PROVENANCE (widget));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

/* ---- object ---- */

static void
rankle_provenance_dispose (GObject *object)
{
  RankleProvenance *self = RANKLE_PROVENANCE (object);

  if (self->sieve != NULL)
    gtk_custom_filter_set_filter_func (self->sieve, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), RANKLE_TYPE_PROVENANCE);
  g_clear_object (&self->rows);
  g_clear_object (&self->sieve);
  g_clear_pointer (&self->wanted, g_free);
  G_OBJECT_CLASS (rankle_provenance_parent_class)->dispose (object);
}

static void
rankle_provenance_class_init (RankleProvenanceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rankle_provenance_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/rankle-provenance.ui");
  gtk_widget_class_bind_template_child (widget_class, RankleProvenance, title);
  gtk_widget_class_bind_template_child (widget_class, RankleProvenance, words);
  gtk_widget_class_bind_template_child (widget_class, RankleProvenance, filter);
  gtk_widget_class_bind_template_child (widget_class, RankleProvenance, table);
  gtk_widget_class_install_action (widget_class, "provenance.copy", NULL, copy_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
rankle_provenance_init (RankleProvenance *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->filter, "search-changed",
                            G_CALLBACK (filter_changed_cb), self);
}

/* Summary, source and notes, a paragraph each. */
static char *
join_words (RankleModel *model)
{
  GString           *text = g_string_new (rankle_model_get_summary (model));
  const char        *source = rankle_model_get_source (model);
  const char *const *notes = rankle_model_get_notes (model);

  if (source != NULL && *source != '\0')
    g_string_append_printf (text, "\n\n%s", source);
  for (; notes != NULL && *notes != NULL; notes++)
    g_string_append_printf (text, "\n\n• %s", *notes);
  return g_strchug (g_string_free (text, FALSE));
}

GtkWidget *
rankle_provenance_new (GtkWindow *parent, RankleModel *model)
{
  RankleProvenance *self =
      g_object_new (RANKLE_TYPE_PROVENANCE, "transient-for", parent, NULL);
  g_autofree char *words = join_words (model);

  gtk_label_set_text (self->title, rankle_model_get_title (model));
  gtk_label_set_text (self->words, words);
  gtk_widget_set_visible (GTK_WIDGET (self->words), *words != '\0');
  fill_table (self, model);
  return GTK_WIDGET (self);
}
