/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-control-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-control-scale.h"
#include "rankle-spoken-value.h"

struct _RankleControlRow
{
  GtkBox               parent_instance;
  RankleStudy         *study;   /* Borrowed: lives longer than the row */
  const RankleControl *control; /* Borrowed from the model, which is kept */
  RankleModel         *model;   /* (owned) */
  gboolean             updating, dragging;
  double               shown; /* what it was last told; NaN: nothing yet */
  gboolean             marked;

  /* Template widgets */
  GtkWidget  *mark;
  GtkLabel   *name;
  GtkButton  *value_button;
  GtkLabel   *value;
  GtkWidget  *reset_button;
  GtkScale   *scale;
  GtkSwitch  *toggle; /* in place of value and slider, for a control that is a switch */
  GtkPopover *popover;
  GtkEntry   *entry;
  GtkLabel   *complaint;
};

enum
{
  DRAGGING,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RankleControlRow, rankle_control_row, GTK_TYPE_BOX)

/* Parameters of an opened file may be of any size. */
static gboolean
is_out_of_size (double shown)
{
  return fabs (shown) >= 1e6 || (fabs (shown) > 0 && fabs (shown) < 0.01);
}

char *
rankle_control_format (const RankleControl *control, double value)
{
  double shown = control->display_factor * value;
  int    before = fabs (shown) >= 1 ? (int)floor (log10 (fabs (shown))) + 1 : 1;
  int    decimals = CLAMP ((int)control->display_digits - before, 0, 3);

  if (control->can_be_off && value < 0.5 * control->min)
    return g_strdup (_ ("off"));
  if (is_out_of_size (shown))
    return g_strdup_printf ("%.*g%s%s", (int)control->display_digits, shown,
                            *control->unit == '\0' ? "" : " ", control->unit);
  /* Whole numbers without a point: 60 mg, 182.5 days. */
  while (decimals > 0 && fabs (shown * pow (10, decimals - 1) -
                               round (shown * pow (10, decimals - 1))) < 1e-6)
    decimals--;
  return g_strdup_printf ("%.*f%s%s", decimals, shown, *control->unit == '\0' ? "" : " ",
                          control->unit);
}

static gboolean
is_on (const RankleControl *control, double value)
{
  return value > 0.5 * (control->min + control->max);
}

void
rankle_control_row_update (RankleControlRow *row)
{
  g_autofree char *text = NULL;
  double           value;
  gboolean         changed;

  g_return_if_fail (RANKLE_IS_CONTROL_ROW (row));

  if (row->control->absent != NULL)
    return;
  value = rankle_study_get_control (row->study, row->control->id);
  changed = rankle_study_control_changed (row->study, row->control->id);
  /* Of a hundred rows, a slider's step concerns one. */
  if (!(fabs (value - row->shown) > 0) && changed == row->marked && !isnan (row->shown))
    return;
  row->shown = value;
  row->marked = changed;
  text = rankle_control_format (row->control, value);
  row->updating = TRUE;
  /* While the pointer holds the slider, it stands where the pointer is. */
  if (!row->dragging)
    gtk_range_set_value (GTK_RANGE (row->scale),
                         rankle_control_to_position (row->control, value));
  gtk_switch_set_active (row->toggle, is_on (row->control, value));
  row->updating = FALSE;
  gtk_label_set_text (row->value, text);
  gtk_widget_set_opacity (row->mark, changed ? 1 : 0);
  gtk_widget_set_sensitive (row->reset_button, changed);
  gtk_widget_set_opacity (row->reset_button, changed ? 1 : 0);
  rankle_spoken_value_set (GTK_WIDGET (row->scale), text, row->control->description);
}

static void
set_value (RankleControlRow *self, double value)
{
  rankle_study_set_control (self->study, self->control->id, value);
}

static void
value_changed_cb (GtkRange *range, RankleControlRow *self)
{
  if (self->updating)
    return;
  set_value (self, rankle_control_from_position (self->control,
                                                 gtk_range_get_value (range), TRUE));
}

/* ---- keys ---- */

static void
set_in_one_step (RankleControlRow *self, double value)
{
  rankle_study_begin_change (self->study);
  set_value (self, value);
  rankle_study_commit_change (self->study);
}

static void
toggled_cb (GtkSwitch *toggle, GParamSpec *pspec, RankleControlRow *self)
{
  if (!self->updating)
    set_in_one_step (self, gtk_switch_get_active (toggle) ? self->control->max
                                                          : self->control->min);
}

static void
reset (RankleControlRow *self)
{
  rankle_study_reset_control (self->study, self->control->id);
}

static void
open_entry (RankleControlRow *self)
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
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        RankleControlRow      *self)
{
  double value = rankle_study_get_control (self->study, self->control->id);
  double step = (state & GDK_SHIFT_MASK) != 0 ? 0.1 : 1;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_Down:
      set_in_one_step (self, rankle_control_step (self->control, value, -step));
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_Up:
      set_in_one_step (self, rankle_control_step (self->control, value, step));
      return TRUE;
    case GDK_KEY_Page_Down:
      set_in_one_step (self, rankle_control_step (self->control, value, -10));
      return TRUE;
    case GDK_KEY_Page_Up:
      set_in_one_step (self, rankle_control_step (self->control, value, 10));
      return TRUE;
    case GDK_KEY_Home:
      set_in_one_step (self, self->control->can_be_off ? 0 : self->control->min);
      return TRUE;
    case GDK_KEY_End:
      set_in_one_step (self, self->control->max);
      return TRUE;
    case GDK_KEY_Delete:
    case GDK_KEY_BackSpace:
      reset (self);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      open_entry (self);
      return TRUE;
    default:
      return FALSE;
    }
}

/* ---- pointer ---- */

static void
set_dragging (RankleControlRow *self, gboolean dragging)
{
  if (self->dragging == dragging)
    return;
  self->dragging = dragging;
  if (dragging)
    rankle_study_begin_change (self->study);
  else
    {
      rankle_study_commit_change (self->study);
      self->shown = NAN;
      rankle_control_row_update (self);
    }
  g_signal_emit (self, signals[DRAGGING], 0, dragging);
}

/* The slider's own gesture would cancel another; events are seen by all. */
static gboolean
event_cb (GtkEventControllerLegacy *controller, GdkEvent *event, RankleControlRow *self)
{
  switch ((int)gdk_event_get_event_type (event))
    {
    case GDK_BUTTON_PRESS:
    case GDK_TOUCH_BEGIN:
      set_dragging (self, TRUE);
      break;
    case GDK_BUTTON_RELEASE:
    case GDK_TOUCH_END:
    case GDK_TOUCH_CANCEL:
    case GDK_GRAB_BROKEN:
      set_dragging (self, FALSE);
      break;
    default:
      break;
    }
  return FALSE;
}

static void
pressed_cb (GtkGestureClick *click, int n, double x, double y, RankleControlRow *self)
{
  if (n == 2)
    open_entry (self);
}

/* ---- exact entry ---- */

gboolean
rankle_control_row_enter (RankleControlRow *row, const char *text, char **complaint)
{
  const RankleControl *c = row->control;
  g_autofree char     *trimmed = g_strstrip (g_strdup (text));
  char                *end;
  double               value;

  /* Both the point and the comma that half of the world's keyboards have. */
  g_strdelimit (trimmed, ",", '.');
  value = g_ascii_strtod (trimmed, &end) / c->display_factor;
  if (*trimmed == '\0' || *end != '\0' || !isfinite (value))
    {
      *complaint = g_strdup (_ ("Please enter a number."));
      return FALSE;
    }
  if (!(value <= c->max) || (!(value >= c->min) && !(c->can_be_off && fabs (value) <= 0)))
    {
      *complaint = g_strdup_printf (_ ("Please enter a number from %g to %g."),
                                    c->can_be_off ? 0 : c->display_factor * c->min,
                                    c->display_factor * c->max);
      return FALSE;
    }
  set_in_one_step (row, value);
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
  gtk_widget_grab_focus (GTK_WIDGET (self->scale));
}

static void
value_clicked_cb (GtkButton *button, RankleControlRow *self)
{
  open_entry (self);
}

static void
reset_clicked_cb (GtkButton *button, RankleControlRow *self)
{
  reset (self);
  gtk_widget_grab_focus (self->control->is_switch ? GTK_WIDGET (self->toggle)
                                                  : GTK_WIDGET (self->scale));
}

/* ---- making ---- */

static void
show_absent (RankleControlRow *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), self->control->absent);
  gtk_label_set_text (self->value, _ ("not in this model"));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_LABEL, self->control->label,
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->control->absent, -1);
}

static void
show_switch (RankleControlRow *self)
{
  const RankleControl *c = self->control;

  gtk_widget_set_visible (GTK_WIDGET (self->value_button), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->scale), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->toggle), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, c->label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  c->description == NULL ? "" : c->description, -1);
}

static void
show_present (RankleControlRow *self)
{
  const RankleControl *c = self->control;
  /* Translators: %s is the name of a control, such as OPG */
  g_autofree char *entry_label = g_strdup_printf (_ ("Exact value of %s"), c->label);
  /* Translators: %s is the name of a control, such as OPG */
  g_autofree char *reset_label = g_strdup_printf (_ ("Reset %s"), c->label);

  gtk_range_set_range (GTK_RANGE (self->scale), 0, 1);
  gtk_scale_add_mark (self->scale, rankle_control_to_position (c, c->neutral),
                      GTK_POS_BOTTOM, NULL);
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
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, c->label, -1);
  if (c->is_switch)
    show_switch (self);
  rankle_control_row_update (self);
}

GtkWidget *
rankle_control_row_new (RankleStudy *study, const RankleControl *control)
{
  RankleControlRow *self = g_object_new (RANKLE_TYPE_CONTROL_ROW, NULL);

  self->study = study;
  self->control = control;
  self->model = rankle_model_ref (rankle_study_get_model (study));
  gtk_label_set_text (self->name, control->label);
  if (control->absent != NULL)
    show_absent (self);
  else
    show_present (self);
  return GTK_WIDGET (self);
}

GtkWidget *
rankle_control_row_get_scale (RankleControlRow *row)
{
  g_return_val_if_fail (RANKLE_IS_CONTROL_ROW (row), NULL);

  return GTK_WIDGET (row->scale);
}

static void
rankle_control_row_dispose (GObject *object)
{
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
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/rankle-control-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RankleControlRow, mark);
  gtk_widget_class_bind_template_child (widget_class, RankleControlRow, name);
  gtk_widget_class_bind_template_child (widget_class, RankleControlRow, value_button);
  gtk_widget_class_bind_template_child (widget_class, RankleControlRow, value);
  gtk_widget_class_bind_template_child (widget_class, RankleControlRow, reset_button);
  gtk_widget_class_bind_template_child (widget_class, RankleControlRow, scale);
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
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *events = gtk_event_controller_legacy_new ();
  GtkGesture         *click = gtk_gesture_click_new ();

  self->shown = NAN;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click),
                                              GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect (events, "event", G_CALLBACK (event_cb), self);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->scale), key);
  gtk_widget_add_controller (GTK_WIDGET (self->scale), events);
  gtk_widget_add_controller (GTK_WIDGET (self->scale), GTK_EVENT_CONTROLLER (click));
}
