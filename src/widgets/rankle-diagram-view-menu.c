/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done about the selected glyph. Where something cannot, the item says why:
 * a menu has no tooltips. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-diagram-view-private.h"
#include "rankle-glyph-choices.h"
#include "rankle-hold.h"
#include "rankle-idle.h"

static const RankleGlyph *
get_selected (RankleDiagramView *self)
{
  g_assert (self->selected != RANKLE_NO_GLYPH);

  return rankle_diagram_get_glyph (self->diagram, self->selected);
}

/* (transfer full) */
static GPtrArray *
list_knocked_out (RankleDiagramView *self)
{
  return rankle_glyph_list_knocked_out (rankle_study_get_model (self->study),
                                        get_selected (self),
                                        rankle_study_get_scenario (self->study));
}

/* (nullable): the column that fills it, if a plot draws that. */
static const char *
find_curve (RankleDiagramView *self)
{
  const RankleQuantity *quantity =
      rankle_diagram_values_get_quantity (self->values, self->selected);

  if (quantity == NULL ||
      rankle_model_find_panel_of (rankle_study_get_model (self->study), quantity->id) < 0)
    return NULL;
  return quantity->id;
}

/* ---- what the items do ---- */

static void
bring_back (RankleDiagramView *self, GPtrArray *controls)
{
  g_autoptr (RankleChange) change =
      rankle_study_begin_change (self->study, _ ("Brought back"));

  g_assert (change != NULL);

  for (guint i = 0; i < controls->len; i++)
    {
      const RankleControl *control = g_ptr_array_index (controls, i);

      rankle_study_set_control (self->study, control->id, control->neutral);
    }
}

static void
knock_out (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RankleDiagramView   *self = RANKLE_DIAGRAM_VIEW (widget);
  const RankleControl *control;
  g_autoptr (GPtrArray) out = NULL;

  if (self->selected == RANKLE_NO_GLYPH)
    return;
  out = list_knocked_out (self);
  control = rankle_glyph_find_knock_out (rankle_study_get_model (self->study),
                                         get_selected (self));
  if (out->len > 0)
    bring_back (self, out);
  else if (control != NULL)
    rankle_study_set_control (self->study, control->id, 0);
}

static void
scale (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RankleDiagramView   *self = RANKLE_DIAGRAM_VIEW (widget);
  const RankleControl *control;

  if (self->selected == RANKLE_NO_GLYPH)
    return;
  control = rankle_glyph_find_driver (rankle_study_get_model (self->study),
                                      get_selected (self));
  if (control == NULL)
    return;
  _rankle_diagram_view_point_at (self, GTK_POPOVER (self->entry));
  rankle_diagram_entry_open (self->entry, self->study, control);
}

/* (nullable): the state that fills it. */
static const RankleQuantity *
find_state (RankleDiagramView *self)
{
  const RankleQuantity *quantity =
      rankle_diagram_values_get_quantity (self->values, self->selected);

  return quantity != NULL && quantity->kind == RANKLE_QUANTITY_STATE ? quantity : NULL;
}

static gboolean
is_held (RankleDiagramView *self, const RankleQuantity *state)
{
  return rankle_scenario_get_held (rankle_study_get_scenario (self->study), state->id,
                                   NULL);
}

static void
hold (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RankleDiagramView    *self = RANKLE_DIAGRAM_VIEW (widget);
  const RankleQuantity *state =
      self->selected == RANKLE_NO_GLYPH ? NULL : find_state (self);
  double value;

  if (state == NULL)
    return;
  if (is_held (self, state))
    {
      rankle_study_release (self->study, state);
      return;
    }
  value = rankle_diagram_values_get_states (self->values)[self->selected].value;
  _rankle_diagram_view_point_at (self, GTK_POPOVER (self->entry));
  rankle_diagram_entry_open_hold (self->entry, self->study, state,
                                  isfinite (value) ? value : state->value);
}

static void
show_curve (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RankleDiagramView *self = RANKLE_DIAGRAM_VIEW (widget);
  const char *column = self->selected == RANKLE_NO_GLYPH ? NULL : find_curve (self);

  if (column != NULL)
    g_signal_emit_by_name (self, "curve-wanted", column);
}

static void
copy_value (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RankleDiagramView      *self = RANKLE_DIAGRAM_VIEW (widget);
  const RankleGlyphState *states;
  g_autofree char        *words = NULL;

  if (self->selected == RANKLE_NO_GLYPH)
    return;
  states = rankle_diagram_values_get_states (self->values);
  words = rankle_glyph_state_describe (self->diagram, self->selected,
                                       &states[self->selected]);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), words);
}

/* ---- the menu ---- */

/* @why: (nullable): why it cannot be done */
static void
append (RankleDiagramView *self,
        GMenu             *menu,
        const char        *label,
        const char        *action,
        const char        *why)
{
  g_autofree char *full = NULL;

  if (why != NULL)
    /* Translators: an item of a menu, and why there is nothing to be done by it */
    full = g_strdup_printf (_ ("%1$s (%2$s)"), label, why);
  g_menu_append (menu, full != NULL ? full : label, action);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, why == NULL);
}

static void
append_knock_out (RankleDiagramView *self, GMenu *menu)
{
  g_autoptr (GPtrArray) out = list_knocked_out (self);
  const RankleControl *control =
      out->len > 0 ? out->pdata[0]
                   : rankle_glyph_find_knock_out (rankle_study_get_model (self->study),
                                                  get_selected (self));
  const char *why = control == NULL ? _ ("nothing here switches it off")
                                    : rankle_study_find_lock (self->study, control->id);

  append (self, menu, out->len > 0 ? _ ("Bring _Back") : _ ("_Knock Out"),
          "diagram.knock-out", why);
}

static void
append_scale (RankleDiagramView *self, GMenu *menu)
{
  RankleModel         *model = rankle_study_get_model (self->study);
  const RankleControl *control = rankle_glyph_find_driver (model, get_selected (self));
  const char          *why =
      control == NULL ? _ ("no control here drives it")
                               : rankle_control_find_idle (rankle_study_get_scenario (self->study),
                                                           model, control);

  if (control != NULL && why == NULL)
    why = rankle_study_find_lock (self->study, control->id);
  append (self, menu, _ ("_Scale…"), "diagram.scale", why);
}

static const char *
find_why_not_held (RankleDiagramView *self)
{
  if (find_state (self) != NULL)
    return NULL;
  return rankle_diagram_values_get_quantity (self->values, self->selected) == NULL
             ? _ ("not simulated in this model")
             : _ ("it follows from others");
}

static void
append_hold (RankleDiagramView *self, GMenu *menu)
{
  const RankleQuantity *state = find_state (self);

  append (self, menu,
          state != NULL && is_held (self, state) ? _ ("_Let Go Again")
                                                 : _ ("_Hold at a Value…"),
          "diagram.hold", find_why_not_held (self));
}

/* (transfer full) */
static GMenuModel *
build_menu (RankleDiagramView *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) change = g_menu_new ();
  g_autoptr (GMenu) look = g_menu_new ();
  gboolean simulated =
      rankle_diagram_values_get_quantity (self->values, self->selected) != NULL;

  append_knock_out (self, change);
  append_scale (self, change);
  append_hold (self, change);
  append (self, look, _ ("Show Its _Curve"), "diagram.show-curve",
          find_curve (self) != NULL ? NULL : _ ("in no plot of this model"));
  append (self, look, _ ("_Open Card"), "diagram.open-card",
          _rankle_diagram_view_find_card (self, self->selected) != NULL
              ? NULL
              : _ ("there is none"));
  append (self, look, _ ("Copy _Value"), "diagram.copy-value",
          simulated ? NULL : _ ("not simulated in this model"));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (change));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (look));
  return G_MENU_MODEL (menu);
}

static void
open_menu (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RankleDiagramView *self = RANKLE_DIAGRAM_VIEW (widget);
  g_autoptr (GMenuModel) menu = NULL;

  if (self->selected == RANKLE_NO_GLYPH)
    return;
  menu = build_menu (self);
  gtk_popover_menu_set_menu_model (self->menu, menu);
  _rankle_diagram_view_point_at (self, GTK_POPOVER (self->menu));
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

void
_rankle_diagram_view_add_menu (RankleDiagramView *self)
{
  g_autoptr (GMenu) nothing = g_menu_new ();

  self->menu =
      GTK_POPOVER_MENU (gtk_popover_menu_new_from_model (G_MENU_MODEL (nothing)));
  self->entry = RANKLE_DIAGRAM_ENTRY (rankle_diagram_entry_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->entry), GTK_WIDGET (self));
}

void
_rankle_diagram_view_install_menu (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "diagram.menu", NULL, open_menu);
  gtk_widget_class_install_action (klass, "diagram.knock-out", NULL, knock_out);
  gtk_widget_class_install_action (klass, "diagram.scale", NULL, scale);
  gtk_widget_class_install_action (klass, "diagram.hold", NULL, hold);
  gtk_widget_class_install_action (klass, "diagram.show-curve", NULL, show_curve);
  gtk_widget_class_install_action (klass, "diagram.copy-value", NULL, copy_value);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Menu, 0, "diagram.menu", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F10, GDK_SHIFT_MASK, "diagram.menu",
                                       NULL);
}
