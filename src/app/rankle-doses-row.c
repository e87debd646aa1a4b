/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-doses-row.h"

#include <glib/gi18n.h>
#include <math.h>

#include "rankle-control-words.h"
#include "rankle-handle-words.h"
#include "rankle-series.h"
#include "rankle-switch-menu.h"
#include "rankle-time-entry.h"
#include "rankle-time-unit.h"
#include "rankle-time-words.h"

/* Of an entry, in characters. */
#define TIME_WIDTH   15
#define AMOUNT_WIDTH 8

struct _RankleDosesRow
{
  AdwActionRow parent_instance;

  RankleHandle         handle;
  const RankleControl *control;       /* (nullable) Borrowed: the model's */
  char                *time_unit;     /* (owned) (nullable) */
  char    *time_shown, *amount_shown; /* (owned) (nullable): as they are not edited */
  gboolean updating;

  GtkWidget *time, *amount, *missed, *switches, *trash; /* Borrowed: children */
};

G_DEFINE_FINAL_TYPE (RankleDosesRow, rankle_doses_row, ADW_TYPE_ACTION_ROW)

static void
keep (char **kept, const char *text)
{
  char *copy = g_strdup (text);

  g_free (*kept);
  *kept = copy;
}

/* ---- what is typed ---- */

static gboolean
parse_amount (RankleDosesRow *self, const char *text, double *amount, char **complaint)
{
  g_autofree char *number = NULL;
  char            *end;

  if (self->control != NULL)
    return rankle_control_parse (self->control, text, amount, complaint);
  number = g_strdelimit (g_strstrip (g_strdup (text)), ",", '.');
  *amount = g_ascii_strtod (number, &end);
  if (*number != '\0' && *end == '\0' && isfinite (*amount))
    return TRUE;
  *complaint = g_strdup (_ ("Please enter a number."));
  return FALSE;
}

/* @complaint (nullable): NULL: there is none. */
static void
complain (GtkWidget *entry, const char *complaint)
{
  if (complaint != NULL)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
  gtk_widget_set_tooltip_text (entry, complaint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  complaint != NULL ? complaint : "", -1);
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
      complaint != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
put (RankleDosesRow *self, double time, double amount, gboolean missed)
{
  g_signal_emit_by_name (self, "put", time, amount, missed);
}

/* What is shown is rounded, and is not what stands there unless it was typed. */
static void
take_time (RankleDosesRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->time));
  double      time;

  if (self->updating || g_strcmp0 (text, self->time_shown) == 0)
    {
      complain (self->time, NULL);
      return;
    }
  if (!rankle_time_parse (text, rankle_time_unit_get_seconds (self->time_unit), &time))
    {
      complain (self->time, _ ("Please enter a time, such as “6 months” or “3 y 2 mo”."));
      return;
    }
  complain (self->time, NULL);
  keep (&self->time_shown, text);
  put (self, time, self->handle.amount, self->handle.missed);
}

static void
take_amount (RankleDosesRow *self)
{
  const char      *text = gtk_editable_get_text (GTK_EDITABLE (self->amount));
  g_autofree char *complaint = NULL;
  double           amount;

  if (self->updating || g_strcmp0 (text, self->amount_shown) == 0 ||
      parse_amount (self, text, &amount, &complaint))
    complain (self->amount, NULL);
  else
    {
      complain (self->amount, complaint);
      return;
    }
  if (self->updating || g_strcmp0 (text, self->amount_shown) == 0)
    return;
  keep (&self->amount_shown, text);
  put (self, self->handle.time, amount, self->handle.missed);
}

static void
missed_cb (RankleDosesRow *self)
{
  if (!self->updating)
    put (self, self->handle.time, self->handle.amount,
         gtk_check_button_get_active (GTK_CHECK_BUTTON (self->missed)));
}

static void
delete_cb (RankleDosesRow *self)
{
  g_signal_emit_by_name (self, "delete");
}

/* ---- what is shown ---- */

static void
show_text (GtkWidget *entry, char **shown, const char *text)
{
  gboolean edited = g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (entry)), *shown) != 0;

  if (edited && gtk_widget_has_css_class (entry, "error"))
    return;
  keep (shown, text);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

/* (transfer full): "Dose 4 of 6" */
static char *
make_title (const RankleLanes *lanes, const RankleHandle *handle)
{
  switch (rankle_lanes_get (lanes, handle->lane)->kind)
    {
    case RANKLE_LANE_DOSES:
      if (rankle_series_count (rankle_lanes_get_step (lanes, handle)) == 1)
        return g_strdup (_ ("Single dose"));
      /* Translators: the number of a dose, and how many there are */
      return g_strdup_printf (
          _ ("Dose %1$u of %2$u"), handle->dose,
          rankle_series_count (rankle_lanes_get_step (lanes, handle)));
    case RANKLE_LANE_INFUSIONS:
      return g_strdup (handle->is_end ? _ ("Infusion ends") : _ ("Infusion begins"));
    case RANKLE_LANE_MOMENT:
      return g_strdup (_ ("Begins"));
    case RANKLE_LANE_CHANGES:
    default:
      return g_strdup (_ ("From a time on"));
    }
}

static void
name_parts (RankleDosesRow *self, const char *title, const char *label)
{
  /* Translators: a dose, such as “Dose 4 of 6”, and a drug */
  g_autofree char *time = g_strdup_printf (_ ("Time: %1$s, %2$s"), title, label);
  g_autofree char *amount = g_strdup_printf (_ ("Amount: %1$s, %2$s"), title, label);
  g_autofree char *missed = g_strdup_printf (_ ("Missed: %1$s, %2$s"), title, label);
  g_autofree char *trash = g_strdup_printf (_ ("Delete: %1$s, %2$s"), title, label);
  g_autofree char *switches =
      g_strdup_printf (_ ("Switch of therapy: %1$s, %2$s"), title, label);
  const struct
  {
    GtkWidget  *part;
    const char *name;
  } parts[] = { { self->time, time },
                { self->amount, amount },
                { self->missed, missed },
                { self->switches, switches },
                { self->trash, trash } };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parts[i].part),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, parts[i].name, -1);
}

/* Of a drug that another can follow. */
static void
show_switches (RankleDosesRow *self, const RankleLanes *lanes, guint index)
{
  g_autoptr (GMenu) others = rankle_switch_menu_new (lanes, index, "doses.switch");
  g_autoptr (GMenu) menu = g_menu_new ();

  if (others != NULL)
    g_menu_append_section (menu, _ ("Switch therapy from here"), G_MENU_MODEL (others));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->switches),
                                  others == NULL ? NULL : G_MENU_MODEL (menu));
  gtk_widget_set_visible (self->switches, others != NULL);
}

void
rankle_doses_row_show (RankleDosesRow *row, const RankleLanes *lanes, guint index)
{
  const RankleLane *lane;
  g_autofree char  *title = NULL;
  g_autofree char  *words = NULL;
  g_autofree char  *time = NULL;
  g_autofree char  *amount = NULL;

  g_return_if_fail (RANKLE_IS_DOSES_ROW (row) && lanes != NULL);

  row->handle = *rankle_lanes_get_handle (lanes, index);
  lane = rankle_lanes_get (lanes, row->handle.lane);
  row->control = lane->control;
  keep (&row->time_unit, rankle_model_get_time_unit (lanes->model));
  title = make_title (lanes, &row->handle);
  words = rankle_handle_in_words (lanes, index);
  time = rankle_time_exactly_in_words (row->time_unit, fmax (row->handle.time, 0));
  amount = rankle_handle_amount_in_words (lanes, index);
  row->updating = TRUE;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  show_text (row->time, &row->time_shown, time);
  show_text (row->amount, &row->amount_shown, amount);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (row->missed), row->handle.missed);
  gtk_widget_set_visible (row->amount,
                          lane->kind != RANKLE_LANE_MOMENT && !row->handle.is_end);
  gtk_widget_set_visible (row->trash, !row->handle.is_end);
  gtk_widget_set_visible (row->missed, row->handle.dose > 0);
  show_switches (row, lanes, index);
  name_parts (row, title, lane->label);
  row->updating = FALSE;
}

GtkEditable *
rankle_doses_row_get_time (RankleDosesRow *row)
{
  g_return_val_if_fail (RANKLE_IS_DOSES_ROW (row), NULL);

  return GTK_EDITABLE (row->time);
}

GtkEditable *
rankle_doses_row_get_amount (RankleDosesRow *row)
{
  g_return_val_if_fail (RANKLE_IS_DOSES_ROW (row), NULL);

  return GTK_EDITABLE (row->amount);
}

/* ---- object ---- */

/* Taken by Enter, and when one goes on to something else. */
static GtkWidget *
add_entry (RankleDosesRow *self, int width, GCallback take)
{
  GtkWidget          *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), width);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), width);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (entry, "activate", take, self);
  g_signal_connect_swapped (focus, "leave", take, self);
  gtk_widget_add_controller (entry, focus);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), entry);
  return entry;
}

static void
add_buttons (RankleDosesRow *self)
{
  self->missed = gtk_check_button_new_with_label (_ ("Missed"));
  gtk_widget_set_valign (self->missed, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->missed, "toggled", G_CALLBACK (missed_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->missed);
  self->switches = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->switches), "view-more-symbolic");
  gtk_widget_set_valign (self->switches, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->switches, "flat");
  gtk_widget_set_tooltip_text (self->switches, _ ("Switch Therapy From Here"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->switches);
  self->trash = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_set_valign (self->trash, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->trash, "flat");
  gtk_widget_set_tooltip_text (self->trash, _ ("Delete"));
  g_signal_connect_swapped (self->trash, "clicked", G_CALLBACK (delete_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->trash);
}

static void
rankle_doses_row_finalize (GObject *object)
{
  RankleDosesRow *self = RANKLE_DOSES_ROW (object);

  g_free (self->time_unit);
  g_free (self->time_shown);
  g_free (self->amount_shown);
  G_OBJECT_CLASS (rankle_doses_row_parent_class)->finalize (object);
}

static void
rankle_doses_row_class_init (RankleDosesRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rankle_doses_row_finalize;
  g_signal_new ("put", RANKLE_TYPE_DOSES_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 3, G_TYPE_DOUBLE, G_TYPE_DOUBLE, G_TYPE_BOOLEAN);
  g_signal_new ("delete", RANKLE_TYPE_DOSES_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
}

static void
rankle_doses_row_init (RankleDosesRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  self->time = add_entry (self, TIME_WIDTH, G_CALLBACK (take_time));
  self->amount = add_entry (self, AMOUNT_WIDTH, G_CALLBACK (take_amount));
  add_buttons (self);
}

GtkWidget *
rankle_doses_row_new (void)
{
  return g_object_new (RANKLE_TYPE_DOSES_ROW, NULL);
}
