/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a scene says in words: over it, beneath it, to assistive programs, and behind the
 * button Describe. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "rankle-scene-view-private.h"

/* They are told when nothing has changed for so long, and not more often than this: a
 * reader could follow neither a drag nor a playing clock. [ms] */
#define REST_MS  250
#define APART_MS 1000

/* ---- told ---- */

static gboolean
tell_cb (gpointer data)
{
  RankleSceneView *self = data;
  g_autofree char *words = self->subject->make_sentence (self);

  self->telling = 0;
  if (g_strcmp0 (words, self->told_words) == 0)
    return G_SOURCE_REMOVE;
  self->told = g_get_monotonic_time ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  g_free (self->told_words);
  self->told_words = g_steal_pointer (&words);
  return G_SOURCE_REMOVE;
}

void
_rankle_scene_view_tell_at_rest (RankleSceneView *self)
{
  gint64 since = (g_get_monotonic_time () - self->told) / 1000;
  gint64 wait = self->told == 0 ? REST_MS : MAX (REST_MS, APART_MS - since);

  g_clear_handle_id (&self->telling, g_source_remove);
  self->telling = g_timeout_add ((guint)wait, tell_cb, self);
}

/* ---- shown ---- */

void
_rankle_scene_view_update_words (RankleSceneView *self)
{
  const char      *complaint = self->subject->get_complaint (self);
  g_autofree char *title = complaint != NULL ? NULL : self->subject->make_title (self);
  g_autofree char *subtitle =
      complaint != NULL ? NULL : self->subject->make_subtitle (self);

  _rankle_scene_set_text (GTK_LABEL (self->absence), complaint);
  gtk_widget_set_visible (self->absence, complaint != NULL);
  _rankle_scene_set_text (self->title, title);
  _rankle_scene_set_text (self->subtitle, subtitle);
  gtk_widget_set_visible (self->head, complaint == NULL);
  gtk_widget_set_visible (self->foot, complaint == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->note), !_rankle_scene_view_uses_gl (self));
  self->subject->update_side (self);
  gtk_widget_set_visible (self->side, complaint == NULL);
  _rankle_scene_view_tell_at_rest (self);
}

/* ---- Describe ---- */

static void
clear_grid (GtkGrid *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
}

static void
add_cell (GtkGrid *grid, const char *text, int column, int row)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  if (row == 0)
    gtk_widget_add_css_class (label, "dim-label");
  gtk_grid_attach (grid, label, column, row, 1, 1);
}

static void
free_table (char ***rows)
{
  for (char ***row = rows; *row != NULL; row++)
    g_strfreev (*row);
  g_free (rows);
}

static void
fill_table (RankleSceneView *self)
{
  char ***rows = self->subject->make_table (self);

  clear_grid (self->table);
  for (int row = 0; rows[row] != NULL; row++)
    for (int column = 0; rows[row][column] != NULL; column++)
      add_cell (self->table, rows[row][column], column, row);
  free_table (rows);
}

/* Tabs between cells: what a spreadsheet takes. */
static void
copy_cb (GtkButton *button, RankleSceneView *self)
{
  g_autofree char *sentence = self->subject->make_sentence (self);
  char          ***rows = self->subject->make_table (self);
  GString         *text = g_string_new (sentence);

  g_string_append_c (text, '\n');
  for (char ***row = rows; *row != NULL; row++)
    {
      g_autofree char *line = g_strjoinv ("\t", *row);

      g_string_append (text, line);
      g_string_append_c (text, '\n');
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
  g_string_free (text, TRUE);
  free_table (rows);
}

/* An alert is read when it comes to be seen: GTK 4.8 cannot announce anything else. */
static void
describe_cb (GtkPopover *popover, RankleSceneView *self)
{
  g_autofree char *words = self->subject->make_sentence (self);

  gtk_label_set_text (self->sentence, words);
  fill_table (self);
}

static GtkWidget *
make_sentence_label (RankleSceneView *self)
{
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, "wrap",
                    TRUE, "xalign", 0.0, "max-width-chars", 40, "selectable", TRUE, NULL);

  self->sentence = GTK_LABEL (label);
  return label;
}

static GtkWidget *
make_popover (RankleSceneView *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *copy = gtk_button_new_with_mnemonic (_ ("_Copy"));

  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  self->table = GTK_GRID (grid);
  gtk_widget_set_halign (copy, GTK_ALIGN_END);
  g_signal_connect (copy, "clicked", G_CALLBACK (copy_cb), self);
  gtk_box_append (GTK_BOX (box), make_sentence_label (self));
  gtk_box_append (GTK_BOX (box), grid);
  gtk_box_append (GTK_BOX (box), copy);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect (popover, "show", G_CALLBACK (describe_cb), self);
  return popover;
}

static GtkWidget *
make_turn_button (RankleSceneView *self)
{
  GtkWidget *turn = gtk_toggle_button_new ();

  gtk_widget_add_css_class (turn, "flat");
  gtk_button_set_icon_name (GTK_BUTTON (turn), "object-rotate-right-symbolic");
  gtk_widget_set_tooltip_text (turn, _ ("Turn slowly"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (turn), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Turn"), -1);
  g_object_bind_property (self, "turning", turn, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_object_bind_property (gtk_settings_get_default (), "gtk-enable-animations", turn,
                          "sensitive", G_BINDING_SYNC_CREATE);
  return turn;
}

static void
add_tools (RankleSceneView *self)
{
  GtkWidget *describe = gtk_menu_button_new ();

  self->tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->tools, "tools");
  gtk_menu_button_set_label (GTK_MENU_BUTTON (describe), _ ("Describe"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (describe), make_popover (self));
  gtk_widget_add_css_class (describe, "flat");
  self->describe = describe;
  gtk_box_append (GTK_BOX (self->tools), make_turn_button (self));
  gtk_box_append (GTK_BOX (self->tools), describe);
  gtk_widget_set_parent (self->tools, GTK_WIDGET (self));
}

static GtkLabel *
add_line (GtkWidget *box, const char *css)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

/* What does not fit can be read in full. */
static gboolean
query_tooltip_cb (
    GtkLabel *label, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer data)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (label));
  return TRUE;
}

static void
add_foot (RankleSceneView *self)
{
  GtkLabel *caption;

  self->foot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->foot, "foot");
  self->note = add_line (self->foot, "caption");
  gtk_label_set_text (self->note, _ ("Drawn without OpenGL"));
  caption = add_line (self->foot, "caption");
  gtk_label_set_text (caption, self->subject->get_caption ());
  gtk_widget_set_has_tooltip (GTK_WIDGET (caption), TRUE);
  g_signal_connect (caption, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  gtk_widget_set_parent (self->foot, GTK_WIDGET (self));
}

void
_rankle_scene_view_add_words (RankleSceneView *self)
{
  self->head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->head, "head");
  self->title = add_line (self->head, "heading");
  self->subtitle = add_line (self->head, "caption");
  gtk_label_set_wrap (self->subtitle, TRUE);
  gtk_label_set_lines (self->subtitle, 3);
  gtk_widget_set_parent (self->head, GTK_WIDGET (self));
  self->side = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->side, "side");
  gtk_widget_set_parent (self->side, GTK_WIDGET (self));
  self->subject->add_side (self);
  add_tools (self);
  add_foot (self);
  self->absence = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->absence), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->absence), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (self->absence, "dim-label");
  gtk_widget_set_parent (self->absence, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (self->subject->name), -1);
}
