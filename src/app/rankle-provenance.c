/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-provenance.h"

#include <glib/gi18n.h>

#include "rankle-csv.h"
#include "rankle-provenance-row.h"
#include "rankle-provenance-table.h"
#include "rankle-provenance-words.h"

struct _RankleProvenance
{
  AdwWindow           parent_instance;
  RankleModel        *model;  /* (owned) */
  RankleStudy        *study;  /* (owned) (nullable) */
  GtkFilterListModel *rows;   /* (owned) */
  GtkCustomFilter    *sieve;  /* (owned) */
  char               *wanted; /* (owned) (nullable): casefolded, what is filtered for */

  /* Template widgets */
  GtkLabel      *title;
  GtkLabel      *summary;
  GtkBox        *sections;
  GtkEditable   *filter;
  GtkStack      *found;
  GtkColumnView *table;
};

G_DEFINE_FINAL_TYPE (RankleProvenance, rankle_provenance, ADW_TYPE_WINDOW)

/* ---- filter ---- */

static gboolean
row_is_wanted (gpointer item, gpointer data)
{
  RankleProvenance *self = data;

  g_assert (RANKLE_IS_PROVENANCE (self) && RANKLE_IS_PROVENANCE_ROW (item));

  for (RankleCell cell = 0; cell < RANKLE_N_CELLS; cell++)
    {
      g_autofree char *text = rankle_provenance_row_dup_cell (item, cell, FALSE);
      g_autofree char *folded = g_utf8_casefold (text, -1);

      if (cell == RANKLE_CELL_AS_SET) /* it is not shown */
        continue;
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

/* Escape: first out of the filter, then out of the window. */
static void
stop_search_cb (RankleProvenance *self)
{
  if (*gtk_editable_get_text (self->filter) == '\0')
    gtk_window_close (GTK_WINDOW (self));
  else
    gtk_editable_set_text (self->filter, "");
}

/* ---- table ---- */

static void
count_cb (RankleProvenance *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0;

  gtk_stack_set_visible_child_name (self->found, any ? "table" : "nothing");
}

static void
make_table (RankleProvenance *self)
{
  GtkNoSelection *selection;

  g_assert (self->rows == NULL && self->sieve == NULL);

  self->sieve = gtk_custom_filter_new (row_is_wanted, self, NULL);
  self->rows = gtk_filter_list_model_new (NULL, g_object_ref (GTK_FILTER (self->sieve)));
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  g_signal_connect_object (self->rows, "items-changed", G_CALLBACK (count_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (selection));
  rankle_provenance_add_columns (self->table);
  g_object_unref (selection);
}

/* ---- copy ---- */

static void
append_row (GString *text, RankleProvenanceRow *row)
{
  for (RankleCell cell = 0; cell < RANKLE_N_CELLS; cell++)
    {
      g_autofree char *value = row == NULL
                                   ? g_strdup (rankle_cell_get_title (cell))
                                   : rankle_provenance_row_dup_cell (row, cell, TRUE);

      rankle_csv_append_text (text, value);
      g_string_append_c (text, cell + 1 < RANKLE_N_CELLS ? ',' : '\n');
    }
}

void
rankle_provenance_set_study (RankleProvenance *provenance, RankleStudy *study)
{
  g_return_if_fail (RANKLE_IS_PROVENANCE (provenance));

  g_set_object (&provenance->study, study);
}

/* What is asked for at this moment, of the model that is told of. */
static void
set_rows (RankleProvenance *self)
{
  RankleSession *session;
  g_autoptr (RankleProtocol) asked = NULL;

  if (self->study == NULL || rankle_study_get_model (self->study) != self->model)
    return;
  session = rankle_study_get_session (self->study);
  asked = rankle_session_make_protocol (session, NULL);
  rankle_provenance_rows_set (gtk_filter_list_model_get_model (self->rows), asked);
}

char *
rankle_provenance_dup_table (RankleProvenance *provenance)
{
  GString    *text;
  GListModel *rows;

  g_return_val_if_fail (RANKLE_IS_PROVENANCE (provenance), NULL);

  set_rows (provenance);
  text = g_string_new (NULL);
  rows = G_LIST_MODEL (provenance->rows);
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
  g_clear_object (&self->study);
  g_clear_pointer (&self->model, rankle_model_unref);
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
  gtk_widget_class_bind_template_child (widget_class, RankleProvenance, summary);
  gtk_widget_class_bind_template_child (widget_class, RankleProvenance, sections);
  gtk_widget_class_bind_template_child (widget_class, RankleProvenance, filter);
  gtk_widget_class_bind_template_child (widget_class, RankleProvenance, found);
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
  g_signal_connect_swapped (self->filter, "stop-search", G_CALLBACK (stop_search_cb),
                            self);
  make_table (self);
}

/* ---- words ---- */

static void
add_label (RankleProvenance *self, const char *text, GtkAccessibleRole role)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "xalign",
                                   0.0, "accessible-role", role, NULL);

  if (role == GTK_ACCESSIBLE_ROLE_HEADING)
    {
      gtk_widget_add_css_class (label, "heading");
      gtk_widget_set_margin_top (label, 18);
    }
  else
    {
      gtk_label_set_selectable (GTK_LABEL (label), TRUE);
      gtk_widget_set_margin_top (label, 6);
    }
  gtk_box_append (self->sections, label);
}

/* A heading, and a paragraph for each of @texts; nothing where there are none. */
static void
add_section (RankleProvenance *self, const char *heading, const char *const *texts)
{
  if (texts == NULL || texts[0] == NULL || *texts[0] == '\0')
    return;
  add_label (self, heading, GTK_ACCESSIBLE_ROLE_HEADING);
  for (; *texts != NULL; texts++)
    add_label (self, *texts, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
show_words (RankleProvenance *self, RankleModel *model)
{
  const char *source[] = { rankle_model_get_source (model), NULL };
  const char *purpose[] = { _ ("Teaching, and questions that begin with “what if”. It is "
                               "no clinical tool, and nothing that it "
                               "shows is medical advice."),
                            NULL };
  g_auto (GStrv) missing = rankle_provenance_list_missing (model);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sections))) != NULL)
    gtk_box_remove (self->sections, child);
  gtk_label_set_text (self->title, rankle_model_get_title (model));
  gtk_label_set_text (self->summary, rankle_model_get_summary (model));
  gtk_widget_set_visible (GTK_WIDGET (self->summary),
                          *rankle_model_get_summary (model) != '\0');
  add_section (self, _ ("Source"), source);
  add_section (self, _ ("What to know"), rankle_model_get_notes (model));
  add_section (self, _ ("What it does not simulate"), (const char *const *)missing);
  add_section (self, _ ("What it is for"), purpose);
}

void
rankle_provenance_set_model (RankleProvenance *provenance, RankleModel *model)
{
  g_autoptr (GListModel) rows = NULL;

  g_return_if_fail (RANKLE_IS_PROVENANCE (provenance) && model != NULL);

  rows = rankle_provenance_rows_new (model);
  show_words (provenance, model);
  rankle_model_ref (model);
  g_clear_pointer (&provenance->model, rankle_model_unref);
  provenance->model = model;
  gtk_filter_list_model_set_model (provenance->rows, rows);
  count_cb (provenance);
}

GtkWidget *
rankle_provenance_new (GtkWindow *parent, RankleModel *model)
{
  RankleProvenance *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (model != NULL, NULL);

  self = g_object_new (RANKLE_TYPE_PROVENANCE, "transient-for", parent, NULL);
  rankle_provenance_set_model (self, model);
  return GTK_WIDGET (self);
}
