/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

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

/* (transfer floating): the rows that are seen while @heading is on. */
static GtkWidget *
create_rows (GtkWidget *heading)
{
  GtkWidget *rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, ROW_SPACING);

  g_object_bind_property (heading, "active", rows, "visible", G_BINDING_SYNC_CREATE);
  return rows;
}

GtkWidget *
_rankle_controls_add_group (GtkBox *controls, const char *title)
{
  GtkWidget *card = add_card (controls);
  GtkWidget *heading, *rows;

  if (title == NULL)
    return card;
  heading = create_heading (title);
  rows = create_rows (heading);
  gtk_box_append (GTK_BOX (card), heading);
  gtk_box_append (GTK_BOX (card), rows);
  return rows;
}

/* ---- drugs ---- */

/* Where all doses are seen at once, one by one. */
static GtkWidget *
create_doses_button (void)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Doses…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.doses");
  gtk_widget_set_tooltip_text (button, _ ("Each dose in a table, and regimens"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "caption");
  return button;
}

GtkWidget *
_rankle_controls_add_drug (GtkBox *controls, const char *title)
{
  GtkWidget *card = add_card (controls);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *heading = create_heading (title);
  GtkWidget *rows = create_rows (heading);

  gtk_widget_set_hexpand (heading, TRUE);
  gtk_box_append (GTK_BOX (line), heading);
  gtk_box_append (GTK_BOX (line), create_doses_button ());
  gtk_box_append (GTK_BOX (card), line);
  gtk_box_append (GTK_BOX (card), rows);
  return rows;
}

/* (nullable): NULL: they are always in sight. */
static GtkWidget *
find_heading (GtkWidget *rows)
{
  GtkWidget *before = gtk_widget_get_prev_sibling (rows);

  if (GTK_IS_BOX (before))
    before = gtk_widget_get_first_child (before);
  return GTK_IS_TOGGLE_BUTTON (before) ? before : NULL;
}

void
_rankle_controls_show_given (GtkWidget *rows, gboolean given)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (find_heading (rows)),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  given ? "" : _ ("no dose"), -1);
}

void
_rankle_controls_open (GtkWidget *rows, gboolean open)
{
  GtkWidget *heading = find_heading (rows);

  if (heading != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (heading), open);
}
