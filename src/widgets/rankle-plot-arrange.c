/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-plot-arrange.h"

#include <glib/gi18n-lib.h>

#include "rankle-quantity-chooser.h"
#include "rankle-study-panels.h"

#define KEY "rankle-plot-arrange"

typedef struct
{
  GtkWidget           *widget;  /* Borrowed */
  RankleStudy         *study;   /* Borrowed */
  const RankleRunPlot *shown;   /* Borrowed */
  GtkWidget           *chooser; /* Borrowed (nullable): a child of the widget */
} Arrange;

static const char *
get_id (const Arrange *self)
{
  return self->shown->panel->id;
}

static void
tell (Arrange *self, const char *words)
{
  gtk_widget_activate_action (self->widget, "win.tell", "s", words);
}

/* ---- what is added ---- */

static gboolean
is_column (const Arrange *self, guint column)
{
  return column < rankle_model_get_n_columns (self->shown->model);
}

static void
add_of_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Arrange         *self = data;
  guint            column = g_variant_get_uint32 (parameter);
  g_autofree char *id = NULL;

  if (!is_column (self, column))
    return;
  id = rankle_study_add_panel (self->study, get_id (self), column);
  if (id == NULL)
    tell (self, _ ("There are as many plots as there can be."));
}

static void
add_quantity_of_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Arrange         *self = data;
  guint            column = g_variant_get_uint32 (parameter);
  g_autofree char *refusal = NULL;

  if (!is_column (self, column))
    return;
  refusal = rankle_study_find_no_quantity (self->study, get_id (self), column);
  if (refusal != NULL)
    tell (self, refusal);
  else
    rankle_study_add_quantity (self->study, get_id (self), column);
}

static void
chosen_cb (GtkWidget *chooser, guint column, Arrange *self)
{
  gtk_widget_activate_action (
      self->widget, g_object_get_data (G_OBJECT (chooser), "action"), "u", column);
}

static void
choose (Arrange *self, const char *title, const char *action)
{
  g_clear_pointer (&self->chooser, gtk_widget_unparent);
  self->chooser = rankle_quantity_chooser_new (self->shown->model, title);
  g_object_set_data (G_OBJECT (self->chooser), "action", (gpointer)action);
  gtk_widget_set_parent (self->chooser, self->widget);
  g_signal_connect (self->chooser, "chosen", G_CALLBACK (chosen_cb), self);
  gtk_popover_popup (GTK_POPOVER (self->chooser));
}

static void
add_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  choose (data, _ ("Add a Plot of"), "plot.add-of");
}

static void
add_quantity_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  choose (data, _ ("Add to This Plot"), "plot.add-quantity-of");
}

/* ---- what is moved or goes ---- */

static void
remove_quantity_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Arrange *self = data;
  guint    column = g_variant_get_uint32 (parameter);

  if (is_column (self, column))
    rankle_study_remove_quantity (self->study, get_id (self), column);
}

static void
phase_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Arrange *self = data;

  rankle_study_set_phase (self->study, get_id (self),
                          self->shown->plot.kind != RANKLE_PLOT_PHASE);
}

static void
move_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Arrange *self = data;

  rankle_study_move_panel (self->study, get_id (self),
                           g_variant_get_int32 (parameter) < 0 ? -1 : 1);
}

static void
remove_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Arrange *self = data;

  rankle_study_remove_panel (self->study, get_id (self));
}

static void
reset_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rankle_study_reset_panels (((Arrange *)data)->study);
}

/* ---- the menu ---- */

/* (transfer full): with no letter underlined. */
static char *
escape (const char *label)
{
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);

  return g_strjoinv ("__", parts);
}

static void
append_columns (Arrange *self, GMenu *menu)
{
  g_autoptr (GMenu) columns = g_menu_new ();
  const RanklePanel *panel = self->shown->panel;

  for (guint i = 0; i < panel->n_columns; i++)
    {
      const char *label =
          panel->labels != NULL
              ? panel->labels[i]
              : rankle_model_get_column (self->shown->model, panel->columns[i])->label;
      g_autofree char *escaped = escape (label);
      g_autoptr (GMenuItem) item = g_menu_item_new (escaped, NULL);

      g_menu_item_set_action_and_target (item, "plot.remove-quantity", "u",
                                         panel->columns[i]);
      g_menu_append_item (columns, item);
    }
  g_menu_append_submenu (menu, _ ("Remove Q_uantity"), G_MENU_MODEL (columns));
}

static void
append_move (Arrange *self, GMenu *menu, const char *label, int by)
{
  g_autoptr (GMenuItem) item = NULL;

  if (!rankle_study_can_move_panel (self->study, get_id (self), by))
    return;
  item = g_menu_item_new (label, NULL);
  g_menu_item_set_action_and_target (item, "plot.move", "i", by);
  g_menu_append_item (menu, item);
}

static gboolean
is_only_one (const Arrange *self)
{
  g_autoptr (GPtrArray) panels =
      rankle_session_list_panels (rankle_study_get_session (self->study));

  return panels->len < 2;
}

void
rankle_plot_arrange_append (GtkWidget *widget, GMenu *menu)
{
  Arrange *self = g_object_get_data (G_OBJECT (widget), KEY);
  g_autoptr (GMenu) quantities = g_menu_new ();
  g_autoptr (GMenu) panels = g_menu_new ();

  if (self->shown->plot.kind == RANKLE_PLOT_LINES)
    g_menu_append (quantities, _ ("Add _Quantity…"), "plot.add-quantity");
  if (rankle_study_can_remove_quantity (self->study, get_id (self)))
    append_columns (self, quantities);
  if (rankle_study_can_set_phase (self->study, get_id (self)))
    g_menu_append (quantities,
                   self->shown->plot.kind == RANKLE_PLOT_PHASE ? _ ("Draw _over Time")
                                                               : _ ("P_hase Plane"),
                   "plot.phase");
  g_menu_append (panels, _ ("Add _Plot…"), "plot.add");
  append_move (self, panels, _ ("Move to the _Left"), -1);
  append_move (self, panels, _ ("Move to the Righ_t"), 1);
  if (!is_only_one (self))
    g_menu_append (panels, _ ("_Remove Plot"), "plot.remove");
  if (rankle_study_has_own_panels (self->study))
    g_menu_append (panels, _ ("Plots of the _Model"), "plot.reset");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (quantities));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (panels));
}

/* ---- of a widget ---- */

void
rankle_plot_arrange_add (GtkWidget           *widget,
                         RankleStudy         *study,
                         const RankleRunPlot *shown,
                         GSimpleActionGroup  *group)
{
  static const GActionEntry entries[] = {
    { .name = "add", .activate = add_cb },
    { .name = "add-of", .parameter_type = "u", .activate = add_of_cb },
    { .name = "add-quantity", .activate = add_quantity_cb },
    { .name = "add-quantity-of", .parameter_type = "u", .activate = add_quantity_of_cb },
    { .name = "remove-quantity", .parameter_type = "u", .activate = remove_quantity_cb },
    { .name = "phase", .activate = phase_cb },
    { .name = "move", .parameter_type = "i", .activate = move_cb },
    { .name = "remove", .activate = remove_cb },
    { .name = "reset", .activate = reset_cb },
  };
  Arrange *self = g_new0 (Arrange, 1);

  *self = (Arrange){ .widget = widget, .study = study, .shown = shown };
  g_object_set_data_full (G_OBJECT (widget), KEY, self, g_free);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries),
                                   self);
}

void
rankle_plot_arrange_place (GtkWidget *widget)
{
  Arrange *self = g_object_get_data (G_OBJECT (widget), KEY);

  if (self->chooser != NULL)
    gtk_popover_present (GTK_POPOVER (self->chooser));
}

void
rankle_plot_arrange_remove (GtkWidget *widget)
{
  Arrange *self = g_object_get_data (G_OBJECT (widget), KEY);

  if (self != NULL)
    g_clear_pointer (&self->chooser, gtk_widget_unparent);
}
