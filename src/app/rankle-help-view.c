/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-help-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "rankle-lesson-text.h"

#define WIDTH  600 /* of a line that is read with ease [px] */
#define INDENT 12  /* [px] */

static gboolean
link_cb (GtkWidget *label, const char *target, gpointer data)
{
  g_assert (g_str_has_prefix (target, RANKLE_HELP_LINK));

  gtk_widget_activate_action (label, "help.show", "s",
                              target + strlen (RANKLE_HELP_LINK));
  return TRUE;
}

static GtkWidget *
make_label (const char *markup)
{
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "label", markup, "use-markup", TRUE, "wrap", TRUE,
                    "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0, "yalign", 0.0,
                    "hexpand", TRUE, "selectable", TRUE, NULL);

  g_signal_connect (label, "activate-link", G_CALLBACK (link_cb), NULL);
  return label;
}

/* The lines of an item begin below one another, and not below its bullet. */
static GtkWidget *
make_item (const char *markup)
{
  GtkWidget *item = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, INDENT / 2);

  gtk_widget_set_margin_start (item, INDENT);
  gtk_box_append (GTK_BOX (item), g_object_new (GTK_TYPE_LABEL, "label", "•", "yalign",
                                                0.0, "accessible-role",
                                                GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_box_append (GTK_BOX (item), make_label (markup));
  return item;
}

/* Of a translation whose marks do not fit together the original stands there. */
static GtkWidget *
make_block (const char *text)
{
  g_autoptr (RankleBlock) block = rankle_block_parse (_ (text), NULL);
  g_autofree char *markup = NULL;
  gboolean         is_item;

  if (block == NULL)
    block = rankle_block_parse (text, NULL);
  g_assert (block != NULL);
  is_item = block->is_item;
  block->is_item = FALSE; /* its bullet is ours */
  markup = rankle_block_to_markup (block);
  return is_item ? make_item (markup) : make_label (markup);
}

static GtkWidget *
make_title (const RankleHelpPage *page)
{
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", _ (page->title), "wrap", TRUE,
                                   "xalign", 0.0, "selectable", TRUE, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (title, "title-1");
  return title;
}

GtkWidget *
rankle_help_view_new (const RankleHelpPage *page)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *clamp;

  g_return_val_if_fail (page != NULL, NULL);

  g_object_set (box, "margin-top", 18, "margin-bottom", 24, "margin-start", 18,
                "margin-end", 18, NULL);
  gtk_widget_add_css_class (box, "help-page");
  gtk_box_append (GTK_BOX (box), make_title (page));
  for (const char *const *text = page->text; *text != NULL; text++)
    gtk_box_append (GTK_BOX (box), make_block (*text));
  clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", WIDTH, "child", box, NULL);
  return g_object_new (GTK_TYPE_VIEWPORT, "scroll-to-focus", TRUE, "child", clamp, NULL);
}

void
rankle_help_view_focus (GtkWidget *view)
{
  GtkWidget *clamp, *title;

  g_return_if_fail (GTK_IS_VIEWPORT (view));

  clamp = gtk_viewport_get_child (GTK_VIEWPORT (view));
  title = gtk_widget_get_first_child (adw_clamp_get_child (ADW_CLAMP (clamp)));
  gtk_root_set_focus (gtk_widget_get_root (view), title);
}
