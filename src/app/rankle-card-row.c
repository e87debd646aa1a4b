/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-card-row.h"

#include <glib/gi18n.h>

#include "rankle-card-words.h"

#define LABEL_CHARACTERS 13
#define MARGIN           12

/* ---- statements ---- */

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "yalign", 0.0, "wrap",
                    TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

GtkWidget *
rankle_card_statement_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), make_label ("", NULL));
  gtk_box_append (GTK_BOX (box), make_label ("", "caption"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "origin");
  return box;
}

void
rankle_card_statement_show (GtkWidget             *statement,
                            const char            *words,
                            const RankleCardEntry *entry)
{
  g_autofree char *origin = NULL;
  GtkWidget       *line;

  g_return_if_fail (GTK_IS_BOX (statement) && words != NULL && entry != NULL);

  origin = rankle_card_dup_origin (entry);
  line = gtk_widget_get_last_child (statement);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (statement)), words);
  gtk_label_set_text (GTK_LABEL (line), origin);
  if (entry->grade == RANKLE_CARD_RECALLED)
    gtk_widget_add_css_class (line, "recalled");
  else
    gtk_widget_remove_css_class (line, "recalled");
}

static GtkWidget *
make_statement (const char *words, const RankleCardEntry *entry)
{
  GtkWidget *statement = rankle_card_statement_new ();

  rankle_card_statement_show (statement, words, entry);
  return statement;
}

/* ---- rows ---- */

static GtkWidget *
make_name (const char *text)
{
  GtkWidget *name = make_label (text, "heading");

  gtk_label_set_width_chars (GTK_LABEL (name), LABEL_CHARACTERS);
  gtk_label_set_max_width_chars (GTK_LABEL (name), LABEL_CHARACTERS);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (name), GTK_NATURAL_WRAP_WORD);
  return name;
}

/* What is heard takes the place of all that stands in it. */
static GtkWidget *
make_row (GtkWidget *box, const char *heard)
{
  GtkWidget *row = gtk_list_box_row_new ();

  g_object_set (box, "margin-top", 8, "margin-bottom", 8, "margin-start", MARGIN,
                "margin-end", MARGIN, NULL);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  heard, -1);
  return row;
}

static GtkWidget *
make_entry_row (const RankleCardEntry *entry, const char *words, const char *spoken)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, MARGIN);
  /* Translators: a label and what stands beside it. */
  g_autofree char *heard = g_strdup_printf (_ ("%s: %s"), _ (entry->label), spoken);

  gtk_box_append (GTK_BOX (box), make_name (_ (entry->label)));
  gtk_box_append (GTK_BOX (box), make_statement (words, entry));
  return make_row (box, heard);
}

GtkWidget *
rankle_card_row_new (const RankleCardEntry *entry)
{
  g_autofree char *spoken = NULL;

  g_return_val_if_fail (entry != NULL && entry->label != NULL, NULL);

  spoken = rankle_card_dup_heard (entry);
  return make_entry_row (entry, _ (entry->words), spoken);
}

GtkWidget *
rankle_card_row_new_for_domain (const RankleCardDomain *domain)
{
  g_autofree char *words = NULL;
  g_autofree char *origin = NULL;
  g_autofree char *spoken = NULL;

  g_return_val_if_fail (domain != NULL, NULL);

  words = rankle_card_dup_domain (domain);
  origin = rankle_card_dup_origin (&domain->entry);
  spoken = g_strdup_printf ("%s. %s", words, origin);
  return make_entry_row (&domain->entry, words, spoken);
}

/* ---- adaptors ---- */

static GtkWidget *
make_columns (GtkWidget *name, GtkWidget *does, GtkWidget *off)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, MARGIN);
  GtkWidget *both = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, MARGIN);

  gtk_box_set_homogeneous (GTK_BOX (both), TRUE);
  gtk_widget_set_hexpand (both, TRUE);
  gtk_box_append (GTK_BOX (both), does);
  gtk_box_append (GTK_BOX (both), off);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), both);
  return box;
}

GtkWidget *
rankle_card_row_new_for_adaptor (const RankleCardAdaptor *adaptor)
{
  g_autofree char *does = NULL;
  g_autofree char *off = NULL;
  g_autofree char *heard = NULL;

  g_return_val_if_fail (adaptor != NULL, NULL);

  does = rankle_card_dup_heard (&adaptor->entry);
  off = rankle_card_dup_heard (&adaptor->off);
  /* Translators: of an adaptor: its name, what it does, what is seen without it. */
  heard = g_strdup_printf (_ ("%1$s: %2$s. Without it: %3$s"), _ (adaptor->entry.label),
                           does, off);
  return make_row (
      make_columns (make_name (_ (adaptor->entry.label)),
                    make_statement (_ (adaptor->entry.words), &adaptor->entry),
                    make_statement (_ (adaptor->off.words), &adaptor->off)),
      heard);
}

GtkWidget *
rankle_card_row_new_head (const char *does, const char *off)
{
  GtkWidget *row;

  g_return_val_if_fail (does != NULL && off != NULL, NULL);

  row = make_row (make_columns (make_name (""), make_label (does, "heading"),
                                make_label (off, "heading")),
                  "");
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE,
                               -1);
  return row;
}
