/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-genes-window.h"

#include <glib/gi18n.h>

#include "rankle-file.h"
#include "rankle-gene-table.h"
#include "rankle-gene-words.h"
#include "rankle-genes-table.h"
#include "rankle-save-dialog.h"

struct _RankleGenesWindow
{
  AdwWindow        parent_instance;
  RankleGeneBench *bench; /* (owned) */

  /* Template widgets */
  AdwWindowTitle   *title;
  AdwToastOverlay  *toasts;
  RankleGenesTable *table;
};

G_DEFINE_FINAL_TYPE (RankleGenesWindow, rankle_genes_window, ADW_TYPE_WINDOW)

/* ---- following the bench ---- */

static void
changed_cb (RankleGenesWindow *self)
{
  g_autofree char *off = rankle_gene_words_dup_row (self->bench, 0);

  g_assert (self->bench != NULL && self->table != NULL);

  adw_window_title_set_subtitle (self->title, off);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "genes.restore",
                                 rankle_gene_bench_get_off (self->bench) != 0);
}

static void
restore_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rankle_gene_bench_set_off (RANKLE_GENES_WINDOW (widget)->bench, 0);
}

/* ---- out of the window ---- */

static void
tell (RankleGenesWindow *self, const char *words)
{
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

/* All its cells: what is still being computed takes no time that would be noticed. */
void
rankle_genes_window_export (RankleGenesWindow *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;
  gsize            length;

  g_return_if_fail (RANKLE_IS_GENES_WINDOW (self) && path != NULL);

  rankle_gene_bench_wait (self->bench);
  text = rankle_gene_table_format (self->bench, "rankle", &length);
  name = g_filename_display_basename (path);
  if (rankle_file_replace (path, text, length, &error))
    /* Translators: %s is the name of a file. */
    words = g_strdup_printf (_ ("%s was written."), name);
  tell (self, words != NULL ? words : error->message);
}

static void
response_cb (GtkNativeDialog *dialog, int response, RankleGenesWindow *self)
{
  const char      *complaint;
  g_autofree char *path = rankle_save_dialog_finish (dialog, response, &complaint);

  if (path != NULL)
    rankle_genes_window_export (self, path);
  else if (complaint != NULL)
    tell (self, complaint);
}

static void
export_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (rankle_save_dialog_new (
      GTK_WINDOW (widget), _ ("Export Table"), "genes.csv", G_CALLBACK (response_cb))));
}

/* ---- object ---- */

static void
rankle_genes_window_dispose (GObject *object)
{
  RankleGenesWindow *self = RANKLE_GENES_WINDOW (object);

  if (self->bench != NULL)
    g_signal_handlers_disconnect_by_data (self->bench, self);
  gtk_widget_dispose_template (GTK_WIDGET (object), RANKLE_TYPE_GENES_WINDOW);
  g_clear_object (&self->bench);
  G_OBJECT_CLASS (rankle_genes_window_parent_class)->dispose (object);
}

static void
rankle_genes_window_class_init (RankleGenesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (RANKLE_TYPE_GENES_TABLE);
  G_OBJECT_CLASS (klass)->dispose = rankle_genes_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE
                                               "/ui/rankle-genes-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RankleGenesWindow, title);
  gtk_widget_class_bind_template_child (widget_class, RankleGenesWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, RankleGenesWindow, table);
  gtk_widget_class_install_action (widget_class, "genes.restore", NULL, restore_cb);
  gtk_widget_class_install_action (widget_class, "genes.export", NULL, export_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
rankle_genes_window_init (RankleGenesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rankle_genes_window_new (GtkWindow *parent, RankleRunner *runner)
{
  RankleGenesWindow *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (RANKLE_IS_RUNNER (runner), NULL);

  self = g_object_new (RANKLE_TYPE_GENES_WINDOW, "transient-for", parent, NULL);
  self->bench = rankle_gene_bench_new (rankle_genes_get_bundled (), runner);
  rankle_genes_table_set_bench (self->table, self->bench);
  g_signal_connect_swapped (self->bench, "changed", G_CALLBACK (changed_cb), self);
  changed_cb (self);
  return GTK_WIDGET (self);
}

RankleGeneBench *
rankle_genes_window_get_bench (RankleGenesWindow *self)
{
  g_return_val_if_fail (RANKLE_IS_GENES_WINDOW (self), NULL);

  return self->bench;
}
