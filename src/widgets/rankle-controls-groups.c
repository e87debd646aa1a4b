/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-controls-private.h"

/* The cards of the controls, and the headings under which rows fold up. */

#define ROW_SPACING 10

static GtkWidget *
add_card (GtkBox *controls)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, ROW_SPACING);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "controls-group");
  gtk_box_append (controls, card);
  return card;
}

static void
turn_triangle (GtkToggleButton *heading, GtkImage *triangle)
{
  gboolean open = gtk_toggle_button_get_active (heading);

  gtk_image_set_from_icon_name (triangle,
                                open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_STATE_EXPANDED,
                               open, -1);
}

static GtkWidget *
create_heading (const char *title)
{
  GtkWidget *heading = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *triangle = g_object_new (GTK_TYPE_IMAGE, "accessible-role",
                                      GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), triangle);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (heading), box);
  gtk_widget_add_css_class (heading, "flat");
  gtk_widget_add_css_class (heading, "controls-heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  g_signal_connect (heading, "toggled", G_CALLBACK (turn_triangle), triangle);
  turn_triangle (GTK_TOGGLE_BUTTON (heading), GTK_IMAGE (triangle));
  return heading;
}

GtkWidget *
_rankle_controls_add_group (GtkBox *controls, const char *title)
{
  GtkWidget *card = add_card (controls);
  GtkWidget *heading, *rows;

  if (title == NULL)
    return card;
  heading = create_heading (title);
  rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, ROW_SPACING);
  g_object_bind_property (heading, "active", rows, "visible", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (card), heading);
  gtk_box_append (GTK_BOX (card), rows);
  return rows;
}

/* Before the rows of a heading stands its button. */
void
_rankle_controls_reveal (GtkWidget *row)
{
  GtkWidget *heading;

  g_assert (gtk_widget_get_parent (row) != NULL);

  heading = gtk_widget_get_prev_sibling (gtk_widget_get_parent (row));
  if (GTK_IS_TOGGLE_BUTTON (heading))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (heading), TRUE);
}
