/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-diagram-entry.h"

#include <glib/gi18n-lib.h>

#include "rankle-control-words.h"
#include "rankle-hold.h"
#include "rankle-shown-value.h"

struct _RankleDiagramEntry
{
  GtkPopover   parent_instance;
  RankleStudy *study;   /* (owned) (nullable): of which it was opened last */
  RankleModel *model;   /* (owned) (nullable): which has the control */
  const char  *control; /* its id, owned by the model; NULL without one */
  const char  *state;   /* likewise, of what is to be held */

  GtkLabel *name, *complaint; /* Borrowed: children */
  GtkEntry *entry;
};

G_DEFINE_FINAL_TYPE (RankleDiagramEntry, rankle_diagram_entry, GTK_TYPE_POPOVER)

static void
complain (RankleDiagramEntry *self, const char *complaint)
{
  gtk_label_set_text (self->complaint, complaint);
  gtk_widget_set_visible (GTK_WIDGET (self->complaint), *complaint != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, complaint, -1);
}

/* (nullable): another model may have come while the popover was open. */
static const RankleControl *
find_control (RankleDiagramEntry *self)
{
  if (self->study == NULL || rankle_study_get_model (self->study) != self->model)
    return NULL;
  return rankle_model_find_control (self->model, self->control);
}

/* (nullable): likewise */
static const RankleQuantity *
find_state (RankleDiagramEntry *self)
{
  if (self->study == NULL || rankle_study_get_model (self->study) != self->model)
    return NULL;
  return rankle_model_find (self->model, self->state);
}

static gboolean
enter_state (RankleDiagramEntry *self, const char *text)
{
  const RankleQuantity *state = find_state (self);
  g_autofree char      *complaint = NULL;
  double                value;

  if (state != NULL && !rankle_hold_parse (state, text, &value, &complaint))
    {
      complain (self, complaint);
      return FALSE;
    }
  gtk_popover_popdown (GTK_POPOVER (self));
  if (state != NULL)
    rankle_study_hold (self->study, state, value);
  return TRUE;
}

gboolean
rankle_diagram_entry_enter (RankleDiagramEntry *entry, const char *text)
{
  const RankleControl *control;
  g_autofree char     *complaint = NULL;
  double               value;

  g_return_val_if_fail (RANKLE_IS_DIAGRAM_ENTRY (entry) && text != NULL, FALSE);

  if (entry->state != NULL)
    return enter_state (entry, text);
  control = find_control (entry);
  if (control != NULL && !rankle_control_parse (control, text, &value, &complaint))
    {
      complain (entry, complaint);
      return FALSE;
    }
  gtk_popover_popdown (GTK_POPOVER (entry));
  if (control != NULL)
    rankle_study_set_control (entry->study, control->id, value);
  return TRUE;
}

static void
activate_cb (GtkEntry *entry, RankleDiagramEntry *self)
{
  rankle_diagram_entry_enter (self, gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static void
take_study (RankleDiagramEntry *self, RankleStudy *study)
{
  g_set_object (&self->study, study);
  g_clear_pointer (&self->model, rankle_model_unref);
  self->model = rankle_model_ref (rankle_study_get_model (study));
  self->control = self->state = NULL;
}

static void
pop_up (RankleDiagramEntry *self, const char *label, const char *text)
{
  gtk_label_set_text (self->name, label);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  complain (self, "");
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

void
rankle_diagram_entry_open (RankleDiagramEntry  *entry,
                           RankleStudy         *study,
                           const RankleControl *control)
{
  double           value;
  g_autofree char *text = NULL, *label = NULL, *now = NULL;

  g_return_if_fail (RANKLE_IS_DIAGRAM_ENTRY (entry) && RANKLE_IS_STUDY (study));
  g_return_if_fail (control != NULL && control->absent == NULL);

  take_study (entry, study);
  entry->control = control->id;
  value = rankle_study_get_control (study, control->id);
  now = rankle_control_shown_in_words (control, value);
  text = g_strdup_printf ("%.*g", (int)control->display_digits,
                          control->display_factor * value);
  /* Translators: a control, such as OPG, and where it stands, such as “2 × baseline” */
  label = g_strdup_printf (_ ("%1$s: now %2$s"), rankle_control_get_title (control), now);
  pop_up (entry, label, text);
}

void
rankle_diagram_entry_open_hold (RankleDiagramEntry   *entry,
                                RankleStudy          *study,
                                const RankleQuantity *state,
                                double                value)
{
  const char      *unit;
  g_autofree char *text = NULL, *label = NULL;

  g_return_if_fail (RANKLE_IS_DIAGRAM_ENTRY (entry) && RANKLE_IS_STUDY (study));
  g_return_if_fail (state != NULL && state->kind == RANKLE_QUANTITY_STATE);

  take_study (entry, study);
  entry->state = state->id;
  unit = state->unit != NULL ? state->unit : "";
  text = g_strdup_printf ("%.4g", value);
  /* Translators: a quantity and its unit, or nothing */
  label = *unit == '\0' ? g_strdup_printf (_ ("Hold %s at"), state->label)
                        /* Translators: a quantity and its unit */
                        : g_strdup_printf (_ ("Hold %1$s at [%2$s]"), state->label, unit);
  pop_up (entry, label, text);
}

/* GTK would leave the keyboard with nobody. */
static void
rankle_diagram_entry_closed (GtkPopover *popover)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (popover));

  if (parent != NULL)
    gtk_widget_grab_focus (parent);
}

static void
rankle_diagram_entry_finalize (GObject *object)
{
  RankleDiagramEntry *self = RANKLE_DIAGRAM_ENTRY (object);

  g_clear_object (&self->study);
  g_clear_pointer (&self->model, rankle_model_unref);
  G_OBJECT_CLASS (rankle_diagram_entry_parent_class)->finalize (object);
}

static void
rankle_diagram_entry_class_init (RankleDiagramEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rankle_diagram_entry_finalize;
  GTK_POPOVER_CLASS (klass)->closed = rankle_diagram_entry_closed;
}

static GtkLabel *
append_label (GtkWidget *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
rankle_diagram_entry_init (RankleDiagramEntry *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->name = append_label (box, "heading");
  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  self->complaint = append_label (box, "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->complaint), "caption");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->name, NULL,
                                  -1);
  g_signal_connect (self->entry, "activate", G_CALLBACK (activate_cb), self);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

GtkWidget *
rankle_diagram_entry_new (void)
{
  return g_object_new (RANKLE_TYPE_DIAGRAM_ENTRY, NULL);
}
