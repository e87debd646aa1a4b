/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-control-row-private.h"
#include "rankle-control-scale.h"
#include "rankle-control-words.h"
#include "rankle-shown-value.h"
#include "rankle-spoken-value.h"

/* What a row shows, and says, of its control. */

/* (transfer full) (nullable): what the rules of the study say of it, and its help. */
static char *
make_help (RankleControlRow *self)
{
  const char       *help = self->control->description;
  const char       *lock = rankle_study_find_lock (self->study, self->control->id);
  const RankleRule *rule = rankle_study_find_rule (self->study, self->control->id);
  const char       *said = lock;

  if (lock == NULL && rule != NULL && rule->is_lit)
    said = _ ("Try this first");
  if (said == NULL)
    return g_strdup (help);
  return help == NULL ? g_strdup (said) : g_strdup_printf ("%s. %s", said, help);
}

/* Help is read after what stands there, and why it cannot be moved. */
static void
speak (RankleControlRow *self, const char *value, const char *idle)
{
  g_autofree char *help = make_help (self);
  g_autofree char *why = NULL;

  if (idle != NULL)
    why = help == NULL ? g_strdup (idle) : g_strdup_printf ("%s. %s", idle, help);
  if (idle == NULL)
    rankle_spoken_value_set (GTK_WIDGET (self->scale), value, help);
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale),
                                    GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, idle,
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, why, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  idle != NULL ? why : (help != NULL ? help : ""), -1);
}

/* Assistive programs are told of what is insensitive itself, not of what lies within. */
static void
set_usable (RankleControlRow *self, gboolean usable)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self), usable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->value_button), usable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->scale), usable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->toggle), usable);
}

/* Where the value would stand, so that nothing else moves. */
static void
show_idle (RankleControlRow *self, const char *idle)
{
  if (self->control->is_switch)
    gtk_widget_set_visible (GTK_WIDGET (self->value_button), idle != NULL);
  if (idle != NULL)
    gtk_label_set_text (self->value, idle);
  if ((idle != NULL || self->locked) &&
      gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    gtk_popover_popdown (self->popover);
  set_usable (self, idle == NULL && !self->locked);
}

/* What is locked keeps its value: it bears on the run. */
void
_rankle_control_row_show_rule (RankleControlRow *self)
{
  const RankleRule *rule = rankle_study_find_rule (self->study, self->control->id);

  self->locked = !rankle_rule_is_free (rule);
  if (rule != NULL && rule->is_lit && !self->locked)
    gtk_widget_add_css_class (GTK_WIDGET (self), "lit");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "lit");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self),
                               rankle_study_find_lock (self->study, self->control->id));
}

static void
show_changed (RankleControlRow *self, gboolean changed)
{
  gboolean can = changed && !self->locked;

  gtk_widget_set_opacity (self->mark, changed ? 1 : 0);
  gtk_widget_set_sensitive (self->reset_button, can);
  gtk_widget_set_opacity (self->reset_button, can ? 1 : 0);
}

void
_rankle_control_row_show (RankleControlRow *self)
{
  g_autofree char *text = NULL;
  const char      *idle;
  double           value;
  gboolean         changed;

  g_assert (self->control->absent == NULL);

  value = rankle_study_get_control (self->study, self->control->id);
  changed = rankle_study_control_changed (self->study, self->control->id);
  idle = rankle_study_find_idle (self->study, self->control->id);
  /* Of a hundred rows, a slider's step concerns one. */
  if (!(fabs (value - self->shown) > 0) && changed == self->marked &&
      g_strcmp0 (idle, self->idle) == 0 && !isnan (self->shown))
    return;
  self->shown = value;
  self->marked = changed;
  self->idle = idle;
  self->stands_out =
      changed || rankle_study_control_asks (self->study, self->control->id);
  text = rankle_control_shown_in_words (self->control, value);
  self->updating = TRUE;
  /* While the pointer holds the slider, it stands where the pointer is. */
  if (self->drag == NULL)
    gtk_range_set_value (GTK_RANGE (self->scale),
                         rankle_control_to_position (self->control, value));
  gtk_switch_set_active (self->toggle, rankle_control_is_shown_on (self->control, value));
  self->updating = FALSE;
  gtk_label_set_text (self->value, text);
  show_changed (self, changed);
  show_idle (self, idle);
  speak (self, text, idle);
}

void
_rankle_control_row_show_absent (RankleControlRow *self)
{
  g_assert (self->control->absent != NULL);

  set_usable (self, FALSE);
  gtk_label_set_text (self->value, _ ("not in this model"));
  gtk_label_set_text (self->absence, self->control->absent);
  gtk_widget_set_visible (GTK_WIDGET (self->absence), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->scale), FALSE);
}
