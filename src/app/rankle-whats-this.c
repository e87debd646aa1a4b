/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-whats-this.h"

#include <glib/gi18n.h>

#include "rankle-control-row.h"
#include "rankle-control-words.h"
#include "rankle-help-window.h"
#include "rankle-whats-this-words.h"
#include "rankle-window-private.h"

#define WIDTH_CHARS 34 /* both least and most: GTK asks for the height at one width */

/* ---- words ---- */

/* (nullable) */
static RankleModel *
get_model (GtkWidget *widget)
{
  GtkWidget *window = gtk_widget_get_ancestor (widget, RANKLE_TYPE_WINDOW);

  return window == NULL ? NULL : rankle_study_get_model (RANKLE_WINDOW (window)->study);
}

/* (nullable): of the row that @subject is in. */
static const RankleControl *
get_control (GtkWidget *subject)
{
  GtkWidget *row = gtk_widget_get_ancestor (subject, RANKLE_TYPE_CONTROL_ROW);

  return row == NULL ? NULL : rankle_control_row_get_control (RANKLE_CONTROL_ROW (row));
}

static char **
list_words (GtkWidget *subject, const RankleHelpPage *page)
{
  const RankleControl *control = get_control (subject);
  const char          *of_page[] = { page == NULL ? NULL : _ (page->summary), NULL };

  if (control != NULL && control->absent == NULL)
    return rankle_whats_this_of_control (get_model (subject), control);
  return g_strdupv ((char **)of_page);
}

/* (nullable): NULL: there is nothing to say. */
static const char *
get_title (GtkWidget *subject, const RankleHelpPage *page)
{
  const RankleControl *control = get_control (subject);
  const char          *tooltip = gtk_widget_get_tooltip_text (subject);

  if (control != NULL)
    return rankle_control_get_title (control);
  if (tooltip != NULL)
    return tooltip;
  return page == NULL ? NULL : _ (page->title);
}

/* ---- the popover ---- */

static void
append_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (
      GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
      "xalign", 0.0, "width-chars", WIDTH_CHARS, "max-width-chars", WIDTH_CHARS, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
}

/* The popover would keep the keyboard. */
static void
clicked_cb (GtkWidget *button, const RankleHelpPage *page)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_ancestor (button, GTK_TYPE_WINDOW));

  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER)));
  rankle_help_window_open (window, page->id);
}

/* Who cannot see the words hears them with the button, which has the keyboard. */
static void
append_button (GtkWidget *box, const RankleHelpPage *page, const char *words)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("More in Help"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), (gpointer)page);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
make_content (const char *title, char *const *words, const RankleHelpPage *page)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *all = g_strjoinv (" ", (char **)words);
  g_autofree char *heard = g_strdup_printf ("%s. %s", title, all);

  g_object_set (box, "margin-top", 6, "margin-bottom", 6, "margin-start", 6, "margin-end",
                6, NULL);
  append_label (box, title, "heading");
  for (; *words != NULL; words++)
    append_label (box, *words, NULL);
  if (page != NULL)
    append_button (box, page, heard);
  return box;
}

static gboolean
unparent_cb (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  g_object_unref (popover);
  return G_SOURCE_REMOVE;
}

/* GTK is not done with it yet. */
static void
closed_cb (GtkWidget *popover, GtkWidget *subject)
{
  if (gtk_widget_get_mapped (subject))
    gtk_widget_grab_focus (subject);
  g_idle_add (unparent_cb, g_object_ref (popover));
}

static GtkWidget *
make_popover (GtkWidget *subject, GtkWidget *window, GtkWidget *content)
{
  GtkWidget      *popover = gtk_popover_new ();
  graphene_rect_t bounds;

  gtk_popover_set_child (GTK_POPOVER (popover), content);
  gtk_widget_set_parent (popover, window);
  if (gtk_widget_compute_bounds (subject, window, &bounds))
    gtk_popover_set_pointing_to (
        GTK_POPOVER (popover),
        &(GdkRectangle){ (int)graphene_rect_get_x (&bounds),
                         (int)graphene_rect_get_y (&bounds),
                         (int)graphene_rect_get_width (&bounds),
                         (int)graphene_rect_get_height (&bounds) });
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), subject, 0);
  g_signal_connect_object (window, "destroy", G_CALLBACK (gtk_widget_unparent), popover,
                           G_CONNECT_SWAPPED);
  return popover;
}

void
rankle_whats_this_show (GtkWidget *subject, const RankleHelpPage *page)
{
  GtkWidget  *window = GTK_WIDGET (gtk_widget_get_root (subject));
  const char *title = get_title (subject, page);
  g_auto (GStrv) words = NULL;

  g_return_if_fail (GTK_IS_WIDGET (subject));

  if (title == NULL || window == NULL)
    return;
  words = list_words (subject, page);
  gtk_popover_popup (
      GTK_POPOVER (make_popover (subject, window, make_content (title, words, page))));
}
