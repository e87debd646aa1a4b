/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-card-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "rankle-body-view.h"
#include "rankle-card-row.h"
#include "rankle-chain-view.h"

#define WIDTH 760 /* [px] */

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
append_heading (GtkWidget *page, const char *text)
{
  GtkWidget *label = make_label (text, "title-4");

  gtk_widget_set_margin_top (label, 18);
  gtk_box_append (GTK_BOX (page), label);
}

static GtkWidget *
append_list (GtkWidget *page, const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_box_append (GTK_BOX (page), list);
  return list;
}

static void
append_entries (GtkWidget             *page,
                const char            *heading,
                const RankleCardEntry *entries,
                guint                  n)
{
  GtkWidget *list;

  if (n == 0)
    return;
  append_heading (page, heading);
  list = append_list (page, heading);
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), rankle_card_row_new (&entries[i]));
}

/* ---- the chain ---- */

static void
append_chain (GtkWidget *page, const RankleCard *card)
{
  GtkWidget *view;

  if (card->n_domains == 0)
    return;
  view = rankle_chain_view_new (card);
  gtk_widget_set_margin_top (view, 12);
  gtk_box_append (GTK_BOX (page), view);
  gtk_box_append (GTK_BOX (page),
                  make_label (_ ("Hatched: recalled, not checked"), "caption"));
}

static void
append_domains (GtkWidget *page, const RankleCard *card)
{
  GtkWidget *list;

  if (card->n_domains == 0)
    return;
  append_heading (page, _ (card->chain));
  list = append_list (page, _ (card->chain));
  for (guint i = 0; i < card->n_domains; i++)
    gtk_list_box_append (GTK_LIST_BOX (list),
                         rankle_card_row_new_for_domain (&card->domains[i]));
}

/* ---- adaptors ---- */

static void
append_adaptors (GtkWidget *page, const RankleCard *card)
{
  GtkWidget *list;

  if (card->n_adaptors == 0)
    return;
  append_heading (page, _ ("With It and Without It"));
  list = append_list (page, _ ("With It and Without It"));
  gtk_list_box_append (
      GTK_LIST_BOX (list),
      rankle_card_row_new_head (_ ("What it does"), _ ("When it is off")));
  for (guint i = 0; i < card->n_adaptors; i++)
    gtk_list_box_append (GTK_LIST_BOX (list),
                         rankle_card_row_new_for_adaptor (&card->adaptors[i]));
}

/* ---- the body ---- */

static void
organ_cb (RankleBodyView *view, guint organ, GtkWidget *words)
{
  const RankleCard      *card = g_object_get_data (G_OBJECT (view), "card");
  const RankleCardEntry *entry = &card->organs[organ].entry;

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (words)), _ (entry->label));
  rankle_card_statement_show (gtk_widget_get_last_child (words), _ (entry->words), entry);
}

/* What is told of the organ that is pointed at: its name and a statement. */
static GtkWidget *
make_organ_words (void)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (words), make_label ("", "heading"));
  gtk_box_append (GTK_BOX (words), rankle_card_statement_new ());
  gtk_widget_add_css_class (words, "organ-words");
  return words;
}

static void
append_body (GtkWidget *page, const RankleCard *card)
{
  GtkWidget *view, *words;

  if (card->n_organs == 0)
    return;
  append_heading (page, _ ("Where It Is Found"));
  view = rankle_body_view_new (card);
  words = make_organ_words ();
  g_object_set_data (G_OBJECT (view), "card", (gpointer)card);
  g_signal_connect_object (view, "chosen", G_CALLBACK (organ_cb), words, 0);
  gtk_box_append (GTK_BOX (page), view);
  gtk_box_append (GTK_BOX (page), words);
  gtk_box_append (
      GTK_BOX (page),
      make_label (
          _ ("Orange: what RANK does there is told. Gray: that it is found is all. "
             "Places and shapes are drawn freely."),
          "caption"));
  rankle_body_view_choose (RANKLE_BODY_VIEW (view), 0);
}

/* ---- the page ---- */

static GtkWidget *
make_content (const RankleCard *card)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  g_object_set (page, "margin-top", 18, "margin-bottom", 24, "margin-start", 12,
                "margin-end", 12, NULL);
  gtk_box_append (GTK_BOX (page), make_label (_ (card->title), "title-1"));
  gtk_box_append (GTK_BOX (page), make_label (_ (card->sentence), NULL));
  append_chain (page, card);
  append_body (page, card);
  append_adaptors (page, card);
  append_entries (page, _ ("What Is Known"), card->facts, card->n_facts);
  append_domains (page, card);
  append_entries (page, _ ("Structures in the Protein Data Bank"), card->structures,
                  card->n_structures);
  return page;
}

GtkWidget *
rankle_card_page_new (const RankleCard *card)
{
  GtkWidget *scrolled, *viewport, *clamp;

  g_return_val_if_fail (card != NULL, NULL);

  clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", WIDTH, "child",
                        make_content (card), NULL);
  viewport =
      g_object_new (GTK_TYPE_VIEWPORT, "scroll-to-focus", TRUE, "child", clamp, NULL);
  scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy",
                           GTK_POLICY_NEVER, "vexpand", TRUE, "child", viewport, NULL);
  return scrolled;
}
