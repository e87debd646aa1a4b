/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-control-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-control-magnets.h"
#include "rankle-control-row-private.h"
#include "rankle-control-scale.h"
#include "rankle-control-words.h"
#include "rankle-shown-value.h"

enum
{
  DRAGGING,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RankleControlRow, rankle_control_row, GTK_TYPE_BOX)

gboolean
rankle_control_row_stands_out (RankleControlRow *row)
{
  g_return_val_if_fail (RANKLE_IS_CONTROL_ROW (row), FALSE);

  return row->stands_out;
}

const RankleControl *
rankle_control_row_get_control (RankleControlRow *row)
{
  g_return_val_if_fail (RANKLE_IS_CONTROL_ROW (row), NULL);

  return row->control;
}

void
rankle_control_row_update (RankleControlRow *row)
{
  g_return_if_fail (RANKLE_IS_CONTROL_ROW (row));

  if (row->control->absent == NULL)
    _rankle_control_row_show (row);
}

void
rankle_control_row_update_rule (RankleControlRow *row)
{
  g_return_if_fail (RANKLE_IS_CONTROL_ROW (row));

  if (row->control->absent != NULL)
    return;
  _rankle_control_row_show_rule (row);
  row->shown = NAN;
  _rankle_control_row_show (row);
}

/* What comes no farther goes back to where it stands. */
void
_rankle_control_row_set (RankleControlRow *self, double value)
{
  const RankleRule *rule = rankle_study_find_rule (self->study, self->control->id);

  rankle_study_set_control (self->study, self->control->id, value);
  if (rule == NULL || self->drag != NULL)
    return;
  self->shown = NAN;
  rankle_control_row_update (self);
}

/* A slider that is put where its value stands tells of it again when the first telling
 * has ended (an adjustment's signal does not recurse): that is not another value, though
 * it may be rounded. */
static void
value_changed_cb (GtkRange *range, RankleControlRow *self)
{
  double value = rankle_study_get_control (self->study, self->control->id);
  double stands = rankle_control_to_position (self->control, value);

  if (self->updating || !(fabs (gtk_range_get_value (range) - stands) > 0))
    return;
  _rankle_control_row_set (self, rankle_control_from_position (
                                     self->control, gtk_range_get_value (range), TRUE));
}

/* ---- what keys, pointer and entry do ---- */

static void
toggled_cb (GtkSwitch *toggle, GParamSpec *pspec, RankleControlRow *self)
{
  if (!self->updating)
    _rankle_control_row_set (
        self, rankle_control_get_shown (self->control, gtk_switch_get_active (toggle)));
}

void
_rankle_control_row_reset (RankleControlRow *self)
{
  rankle_study_reset_control (self->study, self->control->id);
}

void
_rankle_control_row_open_entry (RankleControlRow *self)
{
  double           value = rankle_study_get_control (self->study, self->control->id);
  g_autofree char *text = g_strdup_printf ("%.*g", (int)self->control->display_digits,
                                           self->control->display_factor * value);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_label_set_text (self->complaint, "");
  gtk_widget_set_visible (GTK_WIDGET (self->complaint), FALSE);
  gtk_popover_popup (self->popover);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static gboolean
keeps_rule (RankleControlRow *self, double value, char **complaint)
{
  const RankleRule *rule = rankle_study_find_rule (self->study, self->control->id);
  g_autofree char  *least = NULL, *most = NULL;

  if (!(fabs (rankle_rule_clamp (rule, value) - value) > 0))
    return TRUE;
  least = rankle_control_shown_in_words (self->control, rule->least);
  most = rankle_control_shown_in_words (self->control, rule->most);
  /* Translators: both are values of a control, such as "0.5 ×" */
  *complaint = g_strdup_printf (_ ("Here it stays between %1$s and %2$s."), least, most);
  return FALSE;
}

gboolean
rankle_control_row_enter (RankleControlRow *row, const char *text, char **complaint)
{
  double value;

  g_return_val_if_fail (RANKLE_IS_CONTROL_ROW (row), FALSE);

  if (!rankle_control_parse (row->control, text, &value, complaint))
    return FALSE;
  if (!keeps_rule (row, value, complaint))
    return FALSE;
  _rankle_control_row_set (row, value);
  return TRUE;
}

static void
entry_activate_cb (GtkEntry *entry, RankleControlRow *self)
{
  g_autofree char *complaint = NULL;

  if (rankle_control_row_enter (self, gtk_editable_get_text (GTK_EDITABLE (entry)),
                                &complaint))
    {
      gtk_popover_popdown (self->popover);
      return;
    }
  gtk_label_set_text (self->complaint, complaint);
  gtk_widget_set_visible (GTK_WIDGET (self->complaint), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, complaint, -1);
}

/* GTK would leave the keyboard with the panel around. */
static void
popover_closed_cb (GtkPopover *popover, RankleControlRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
value_clicked_cb (GtkButton *button, RankleControlRow *self)
{
  _rankle_control_row_open_entry (self);
}

static void
reset_clicked_cb (GtkButton *button, RankleControlRow *self)
{
  _rankle_control_row_reset (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* ---- making ---- */

static void
show_switch (RankleControlRow *self)
{
  const RankleControl *c = self->control;

  g_assert (c->is_switch && c->absent == NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->value_button), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->scale), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->toggle), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  rankle_control_get_title (c), -1);
}

#define MOST_VALUE_WIDTH 11 /* characters: "1 × baseline" is a little more */
#define SAMPLES          8

/* As wide as its values are, so that the name has what they do not need. */
static int
measure_value (const RankleControl *control)
{
  gboolean can_be_idle =
      control->needs[0] != NULL || control->role != RANKLE_CONTROL_PARAMETER;
  glong width = can_be_idle ? MOST_VALUE_WIDTH : 0;

  for (guint i = 0; i <= SAMPLES; i++)
    {
      double value = rankle_control_from_position (control, (double)i / SAMPLES, TRUE);
      g_autofree char *text = rankle_control_shown_in_words (control, value);

      width = MAX (width, g_utf8_strlen (text, -1));
    }
  return (int)MIN (width, MOST_VALUE_WIDTH);
}

static void
add_marks (RankleControlRow *self)
{
  double values[RANKLE_MAGNETS_MAX];
  guint  n = rankle_control_list_magnets (self->control, values);

  for (guint i = 0; i < n; i++)
    gtk_scale_add_mark (self->scale,
                        rankle_control_to_position (self->control, values[i]),
                        GTK_POS_BOTTOM, NULL);
}

static void
show_present (RankleControlRow *self)
{
  const RankleControl *c = self->control;
  const char          *title = rankle_control_get_title (c);
  /* Translators: %s is the name of a control, such as OPG */
  g_autofree char *entry_label = g_strdup_printf (_ ("Exact value of %s"), title);
  /* Translators: %s is the name of a control, such as OPG */
  g_autofree char *reset_label = g_strdup_printf (_ ("Reset %s"), title);

  /* A switch has its own place, and words beside it only while it cannot be moved. */
  gtk_label_set_width_chars (self->value, c->is_switch ? -1 : measure_value (c));
  gtk_range_set_range (GTK_RANGE (self->scale), 0, 1);
  add_marks (self);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), c->description);
  gtk_widget_set_tooltip_text (self->reset_button, reset_label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reset_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, reset_label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->value_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, entry_label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, entry_label, -1);
  /* "OPG, 2 × baseline": the name is spoken before the value. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  if (c->is_switch)
    show_switch (self);
  rankle_control_row_update (self);
}

GtkWidget *
rankle_control_row_new (RankleStudy *study, const RankleControl *control)
{
  RankleControlRow *self;

  g_return_val_if_fail (RANKLE_IS_STUDY (study) && control != NULL, NULL);

  self = g_object_new (RANKLE_TYPE_CONTROL_ROW, NULL);
  self->study = study;
  self->control = control;
  self->model = rankle_model_ref (rankle_study_get_model (study));
  gtk_label_set_text (self->name, rankle_control_get_title (control));
  if (control->absent != NULL)
    {
      _rankle_control_row_show_absent (self);
      return GTK_WIDGET (self);
    }
  _rankle_control_row_show_rule (self);
  show_present (self);
  return GTK_WIDGET (self);
}

GtkWidget *
rankle_control_row_get_scale (RankleControlRow *row)
{
  g_return_val_if_fail (RANKLE_IS_CONTROL_ROW (row), NULL);

  return GTK_WIDGET (row->scale);
}

static gboolean
rankle_control_row_grab_focus (GtkWidget *widget)
{
  RankleControlRow *self = RANKLE_CONTROL_ROW (widget);

  return gtk_widget_grab_focus (self->control->is_switch ? GTK_WIDGET (self->toggle)
                                                         : GTK_WIDGET (self->scale));
}

static void
rankle_control_row_dispose (GObject *object)
{
  _rankle_control_row_set_dragging (RANKLE_CONTROL_ROW (object), FALSE);
  gtk_widget_dispose_template (GTK_WIDGET (object), RANKLE_TYPE_CONTROL_ROW);
  G_OBJECT_CLASS (rankle_control_row_parent_class)->dispose (object);
}

static void
rankle_control_row_finalize (GObject *object)
{
  g_clear_pointer (&RANKLE_CONTROL_ROW (object)->model, rankle_model_unref);
  G_OBJECT_CLASS (rankle_control_row_parent_class)->finalize (object);
}

static void
rankle_control_row_class_init (RankleControlRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rankle_control_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = rankle_control_row_finalize;
  widget_class->grab_focus = rankle_control_row_grab_focus;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/rankle-control-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RankleControlRow, mark);
  gtk_widget_class_bind_template_child (widget_class, RankleControlRow, name);
  gtk_widget_class_bind_template_child (widget_class, RankleControlRow, value_button);
  gtk_widget_class_bind_template_child (widget_class, RankleControlRow, value);
  gtk_widget_class_bind_template_child (widget_class, RankleControlRow, reset_button);
  gtk_widget_class_bind_template_child (widget_class, RankleControlRow, scale);
  gtk_widget_class_bind_template_child (widget_class, RankleControlRow, absence);
  gtk_widget_class_bind_template_child (widget_class, RankleControlRow, toggle);
  gtk_widget_class_bind_template_child (widget_class, RankleControlRow, popover);
  gtk_widget_class_bind_template_child (widget_class, RankleControlRow, entry);
  gtk_widget_class_bind_template_child (widget_class, RankleControlRow, complaint);
  gtk_widget_class_bind_template_callback (widget_class, value_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, value_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_closed_cb);
  gtk_widget_class_set_css_name (widget_class, "control");

  signals[DRAGGING] =
      g_signal_new ("dragging", RANKLE_TYPE_CONTROL_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
rankle_control_row_init (RankleControlRow *self)
{
  self->shown = NAN;
  gtk_widget_init_template (GTK_WIDGET (self));
  _rankle_control_row_add_input (self);
}
