/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-doses-window.h"

#include <glib/gi18n.h>

#include "rankle-control-value.h"
#include "rankle-lanes-edit.h"
#include "rankle-lanes-snap.h"
#include "rankle-regimen-use.h"
#include "rankle-study-therapy.h"
#include "rankle-switch-menu.h"

/* Daily doses of years would be no table to be read. */
#define MOST_ROWS 120

struct _RankleDosesWindow
{
  AdwWindow    parent_instance;
  RankleStudy *study; /* (owned) */
  RankleLanes *lanes; /* (owned) (nullable): as they are shown */
  GPtrArray   *rows;  /* Borrowed: RankleDosesRow, of the first handles */
  GPtrArray   *lists; /* Borrowed: a group a lane */

  /* Template widgets */
  GtkStack      *stack;
  GtkBox        *groups;
  GtkMenuButton *add_button;
};

G_DEFINE_FINAL_TYPE (RankleDosesWindow, rankle_doses_window, ADW_TYPE_WINDOW)

/* ---- edits ---- */

/* Takes @scenario. */
static void
take (RankleDosesWindow *self, RankleScenario *scenario, const char *label)
{
  g_autoptr (RankleScenario) taken = scenario;
  g_autofree char *kept = g_strdup (label);

  rankle_study_change_scenario (self->study, taken, kept);
}

static int
find_row (RankleDosesWindow *self, RankleDosesRow *row)
{
  guint index;

  return g_ptr_array_find (self->rows, row, &index) ? (int)index : -1;
}

static const char *
get_label (RankleDosesWindow *self, guint index)
{
  return rankle_lanes_get (self->lanes,
                           rankle_lanes_get_handle (self->lanes, index)->lane)
      ->label;
}

static void
put_cb (RankleDosesRow    *row,
        double             time,
        double             amount,
        gboolean           missed,
        RankleDosesWindow *self)
{
  int index = find_row (self, row);

  if (index >= 0)
    take (self, rankle_lanes_put (self->lanes, (guint)index, time, amount, missed),
          get_label (self, (guint)index));
}

static void
delete_cb (RankleDosesRow *row, RankleDosesWindow *self)
{
  int index = find_row (self, row);

  if (index >= 0)
    take (self, rankle_lanes_delete (self->lanes, (guint)index),
          get_label (self, (guint)index));
}

static void
add_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RankleDosesWindow   *self = RANKLE_DOSES_WINDOW (widget);
  const RankleControl *control =
      self->lanes == NULL
          ? NULL
          : rankle_model_find_control (self->lanes->model,
                                       g_variant_get_string (parameter, NULL));
  double time = rankle_study_get_cursor (self->study);

  if (control == NULL || control->absent != NULL)
    return;
  if (control->role == RANKLE_CONTROL_DOSE_AMOUNT)
    take (self,
          rankle_lanes_add_dose (self->lanes, control, time,
                                 rankle_lanes_find_amount (self->lanes, control)),
          control->label);
  else if (control->role == RANKLE_CONTROL_PARAMETER)
    take (
        self,
        rankle_lanes_add_change (self->lanes, control, time,
                                 rankle_control_get_value (control, self->lanes->scenario,
                                                           self->lanes->model)),
        control->label);
}

static void
give_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RankleDosesWindow   *self = RANKLE_DOSES_WINDOW (widget);
  guint                n;
  const RankleRegimen *regimens = rankle_regimens_get (&n);
  const char          *id = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < n && self->lanes != NULL; i++)
    if (g_str_equal (regimens[i].id, id) &&
        rankle_regimen_find_control (&regimens[i], self->lanes->model) != NULL)
      {
        double start = rankle_regimen_find_start (&regimens[i], self->lanes,
                                                  rankle_study_get_cursor (self->study));

        take (self, rankle_regimen_give (&regimens[i], self->lanes, start),
              _ (regimens[i].title));
        return;
      }
}

static void
switch_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RankleDosesWindow   *self = RANKLE_DOSES_WINDOW (widget);
  guint                handle;
  const RankleRegimen *regimen =
      rankle_switch_menu_find (self->lanes, parameter, &handle);

  if (regimen != NULL)
    rankle_study_switch_therapy (self->study, self->lanes, handle, regimen);
}

/* ---- the menu ---- */

static void
append_item (GMenu *menu, const RankleControl *control)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (control->label, NULL);

  g_menu_item_set_action_and_target (item, "doses.add", "s", control->id);
  g_menu_append_item (menu, item);
}

/* (transfer full): of the drugs that the model has. */
static GMenu *
make_regimens (const RankleModel *model)
{
  GMenu               *menu = g_menu_new ();
  guint                n;
  const RankleRegimen *regimens = rankle_regimens_get (&n);

  for (guint i = 0; i < n; i++)
    if (rankle_regimen_find_control (&regimens[i], model) != NULL)
      {
        g_autoptr (GMenuItem) item = g_menu_item_new (_ (regimens[i].title), NULL);

        g_menu_item_set_action_and_target (item, "doses.give", "s", regimens[i].id);
        g_menu_append_item (menu, item);
      }
  return menu;
}

static void
build_menu (RankleDosesWindow *self)
{
  g_autoptr (GMenu) regimens = make_regimens (self->lanes->model);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) drugs = g_menu_new ();
  g_autoptr (GMenu) changes = g_menu_new ();

  for (guint i = 0; i < rankle_model_get_n_controls (self->lanes->model); i++)
    {
      const RankleControl *control = rankle_model_get_control (self->lanes->model, i);

      if (control->absent != NULL || control->ends_never)
        continue;
      if (control->role == RANKLE_CONTROL_DOSE_AMOUNT)
        append_item (drugs, control);
      else if (control->role == RANKLE_CONTROL_PARAMETER)
        append_item (changes, control);
    }
  g_menu_append_section (menu, _ ("A dose at the time cursor"), G_MENU_MODEL (drugs));
  g_menu_append_submenu (menu, _ ("_Change From the Time Cursor On"),
                         G_MENU_MODEL (changes));
  if (g_menu_model_get_n_items (G_MENU_MODEL (regimens)) > 0)
    g_menu_append_section (menu, _ ("In place of all doses of the drug"),
                           G_MENU_MODEL (regimens));
  gtk_menu_button_set_menu_model (self->add_button, G_MENU_MODEL (menu));
}

/* ---- rows ---- */

static void
add_row (RankleDosesWindow *self, guint index)
{
  GtkWidget *row = rankle_doses_row_new ();

  g_signal_connect (row, "put", G_CALLBACK (put_cb), self);
  g_signal_connect (row, "delete", G_CALLBACK (delete_cb), self);
  adw_preferences_group_add (
      self->lists->pdata[rankle_lanes_get_handle (self->lanes, index)->lane], row);
  g_ptr_array_add (self->rows, row);
}

static void
add_groups (RankleDosesWindow *self)
{
  for (guint i = 0; i < self->lanes->lanes->len; i++)
    {
      g_autofree char *title =
          g_markup_escape_text (rankle_lanes_get (self->lanes, i)->label, -1);
      GtkWidget *group = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", title, NULL);

      gtk_box_append (self->groups, group);
      g_ptr_array_add (self->lists, group);
    }
}

/* What is more than can be read is told. */
static void
tell_rest (RankleDosesWindow *self)
{
  guint            rest = self->lanes->handles->len - self->rows->len;
  g_autofree char *words = NULL;
  GtkWidget       *label;

  if (rest == 0)
    return;
  words = g_strdup_printf (
      ngettext ("%u more is not listed here: it is on the track.",
                "%u more are not listed here: they are on the track.", rest),
      rest);
  label = gtk_label_new (words);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (self->groups, label);
}

static void
build_rows (RankleDosesWindow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->lists, 0);
  add_groups (self);
  for (guint i = 0; i < MIN (self->lanes->handles->len, MOST_ROWS); i++)
    add_row (self, i);
  tell_rest (self);
}

/* The same rows will do: as many on each lane, of the same things. */
static gboolean
are_alike (const RankleLanes *a, const RankleLanes *b)
{
  if (a == NULL || a->model != b->model || a->lanes->len != b->lanes->len ||
      a->handles->len != b->handles->len)
    return FALSE;
  for (guint i = 0; i < a->lanes->len; i++)
    if (rankle_lanes_find (b, rankle_lanes_get (a, i)) != (int)i)
      return FALSE;
  for (guint i = 0; i < a->handles->len; i++)
    if (rankle_lanes_get_handle (a, i)->lane != rankle_lanes_get_handle (b, i)->lane)
      return FALSE;
  return TRUE;
}

/* Where a regimen comes from that the doses of a drug are. */
static void
tell_regimens (RankleDosesWindow *self)
{
  for (guint i = 0; i < self->lists->len; i++)
    {
      const RankleRegimen *regimen = rankle_regimen_find (self->lanes, i);
      g_autofree char     *words =
          regimen == NULL ? NULL : g_markup_escape_text (_ (regimen->sentence), -1);

      adw_preferences_group_set_description (self->lists->pdata[i], words);
    }
}

/* Which row has the keyboard, or -1. */
static int
find_focus (RankleDosesWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  for (guint i = 0; focus != NULL && i < self->rows->len; i++)
    if (gtk_widget_is_ancestor (focus, self->rows->pdata[i]))
      return (int)i;
  return -1;
}

static void
update (RankleDosesWindow *self)
{
  g_autoptr (RankleLanes) before = self->lanes;
  RankleModel *model = rankle_study_get_model (self->study);
  int          focus = find_focus (self);

  self->lanes = NULL;
  if (model == NULL)
    return;
  self->lanes = rankle_lanes_new (rankle_study_get_scenario (self->study), model);
  if (before == NULL || before->model != model)
    build_menu (self);
  if (!are_alike (before, self->lanes))
    build_rows (self);
  else
    focus = -1;
  for (guint i = 0; i < self->rows->len; i++)
    rankle_doses_row_show (self->rows->pdata[i], self->lanes, i);
  tell_regimens (self);
  gtk_stack_set_visible_child_name (self->stack, self->rows->len > 0 ? "list" : "empty");
  if (focus >= 0 && self->rows->len > 0)
    gtk_widget_child_focus (self->rows->pdata[MIN ((guint)focus, self->rows->len - 1)],
                            GTK_DIR_TAB_FORWARD);
}

RankleDosesRow *
rankle_doses_window_get_row (RankleDosesWindow *window, guint handle)
{
  g_return_val_if_fail (RANKLE_IS_DOSES_WINDOW (window), NULL);

  return handle < window->rows->len ? window->rows->pdata[handle] : NULL;
}

/* ---- object ---- */

static void
rankle_doses_window_dispose (GObject *object)
{
  RankleDosesWindow *self = RANKLE_DOSES_WINDOW (object);

  if (self->study != NULL)
    g_signal_handlers_disconnect_by_data (self->study, self);
  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_dispose_template (GTK_WIDGET (object), RANKLE_TYPE_DOSES_WINDOW);
  g_clear_object (&self->study);
  g_clear_pointer (&self->lanes, rankle_lanes_free);
  G_OBJECT_CLASS (rankle_doses_window_parent_class)->dispose (object);
}

static void
rankle_doses_window_finalize (GObject *object)
{
  RankleDosesWindow *self = RANKLE_DOSES_WINDOW (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->lists);
  G_OBJECT_CLASS (rankle_doses_window_parent_class)->finalize (object);
}

static void
rankle_doses_window_class_init (RankleDosesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rankle_doses_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = rankle_doses_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE
                                               "/ui/rankle-doses-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RankleDosesWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, RankleDosesWindow, groups);
  gtk_widget_class_bind_template_child (widget_class, RankleDosesWindow, add_button);
  gtk_widget_class_install_action (widget_class, "doses.add", "s", add_cb);
  gtk_widget_class_install_action (widget_class, "doses.give", "s", give_cb);
  gtk_widget_class_install_action (widget_class, "doses.switch", "(su)", switch_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
rankle_doses_window_init (RankleDosesWindow *self)
{
  self->rows = g_ptr_array_new ();
  self->lists = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rankle_doses_window_new (GtkWindow *parent, RankleStudy *study)
{
  RankleDosesWindow *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (RANKLE_IS_STUDY (study), NULL);

  self = g_object_new (RANKLE_TYPE_DOSES_WINDOW, "transient-for", parent, NULL);
  self->study = g_object_ref (study);
  g_signal_connect_swapped (study, "notify::scenario", G_CALLBACK (update), self);
  g_signal_connect_swapped (study, "notify::model", G_CALLBACK (update), self);
  update (self);
  return GTK_WIDGET (self);
}
