/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-plot-actions.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-plot-arrange.h"

#define KEY "rankle-plot-actions"

typedef struct
{
  GtkWidget           *widget;  /* Borrowed */
  RankleStudy         *study;   /* Borrowed */
  const RankleRunPlot *shown;   /* Borrowed */
  GSimpleActionGroup  *group;   /* (owned) */
  GtkWidget           *button;  /* Borrowed: a child of the widget */
  GtkWidget           *menu;    /* Borrowed (nullable): likewise */
  guint32              clicked; /* when [ms]; 0: not for the first time */
  double               x, y;    /* where, in the window [px] */
} Actions;

static gboolean
is_enlarged (const Actions *self)
{
  RanklePlotLooks *looks = rankle_study_get_plot_looks (self->study);

  return g_strcmp0 (rankle_plot_looks_get_enlarged (looks), self->shown->panel->id) == 0;
}

/* ---- states ---- */

static void
set_state (Actions *self, const char *name, gboolean state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->group), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (state));
}

static void
update_button (Actions *self)
{
  gboolean    enlarged = is_enlarged (self);
  const char *label = enlarged ? _ ("Show All Plots") : _ ("Enlarge");

  gtk_button_set_icon_name (GTK_BUTTON (self->button), enlarged
                                                           ? "view-restore-symbolic"
                                                           : "view-fullscreen-symbolic");
  gtk_widget_set_tooltip_text (self->button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (enlarged)
    gtk_widget_add_css_class (self->widget, "enlarged");
  else
    gtk_widget_remove_css_class (self->widget, "enlarged");
}

static void
update (Actions *self)
{
  set_state (self, "enlarge", is_enlarged (self));
  set_state (self, "logarithmic", self->shown->plot.logarithmic);
  update_button (self);
}

/* ---- actions ---- */

/* Takes @looks. */
static void
look (Actions *self, RanklePlotLooks *looks)
{
  rankle_study_set_plot_looks (self->study, looks);
  rankle_plot_looks_unref (looks);
}

static void
enlarge_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Actions *self = data;

  look (self, rankle_plot_looks_with_enlarged (
                  rankle_study_get_plot_looks (self->study),
                  is_enlarged (self) ? NULL : self->shown->panel->id));
}

static void
logarithmic_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Actions    *self = data;
  gboolean    wanted = !self->shown->plot.logarithmic;
  const char *refusal = rankle_run_plot_find_no_logarithm (self->shown);

  if (wanted && refusal != NULL)
    gtk_widget_activate_action (self->widget, "win.tell", "s", refusal);
  else
    look (self,
          rankle_plot_looks_with_logarithmic (rankle_study_get_plot_looks (self->study),
                                              self->shown->panel->id, wanted));
}

static void
fit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rankle_study_set_zoom (((Actions *)data)->study, 0, 0);
}

static void
add_group (Actions *self)
{
  static const GActionEntry entries[] = {
    { .name = "enlarge", .activate = enlarge_cb, .state = "false" },
    { .name = "logarithmic", .activate = logarithmic_cb, .state = "false" },
    { .name = "fit", .activate = fit_cb },
  };

  self->group = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->group), entries,
                                   G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (self->widget, "plot", G_ACTION_GROUP (self->group));
}

/* ---- the menu ---- */

/* (transfer full) */
static GMenuModel *
make_menu (Actions *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) looks = g_menu_new ();

  g_menu_append (looks, _ ("_Enlarge"), "plot.enlarge");
  g_menu_append (looks, _ ("Lo_garithmic Axis"), "plot.logarithmic");
  g_menu_append (looks, _ ("_Fit to the Run"), "plot.fit");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (looks));
  rankle_plot_arrange_append (self->widget, menu);
  return G_MENU_MODEL (menu);
}

static void
pop_up (Actions *self, double x, double y)
{
  g_autoptr (GMenuModel) model = make_menu (self);

  update (self);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_widget_set_parent (self->menu, self->widget);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle){ (int)x, (int)y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* ---- pointer and keys ---- */

static void
menu_click_cb (GtkGestureClick *gesture, int n_press, double x, double y, Actions *self)
{
  gtk_widget_grab_focus (self->widget);
  pop_up (self, x, y);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

/* The first click may bring a plot into view that was cut off, and so moves it: clicks
 * are two by where they are in the window, not in the plot. */
static gboolean
is_second (Actions *self, GdkEvent *event)
{
  GtkSettings *settings = gtk_widget_get_settings (self->widget);
  guint32      time = gdk_event_get_time (event);
  int          within, reach;
  double       x = 0, y = 0;
  gboolean     second;

  g_object_get (settings, "gtk-double-click-time", &within, "gtk-double-click-distance",
                &reach, NULL);
  gdk_event_get_position (event, &x, &y);
  second = self->clicked != 0 && time - self->clicked <= (guint32)within &&
           fabs (x - self->x) <= reach && fabs (y - self->y) <= reach;
  self->clicked = second ? 0 : time;
  self->x = x;
  self->y = y;
  return second;
}

static void
click_cb (GtkGestureClick *gesture, int n_press, double x, double y, Actions *self)
{
  GdkEvent *event =
      gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));

  if (is_second (self, event))
    gtk_widget_activate_action (self->widget, "plot.enlarge", NULL);
}

static gboolean
is_menu_key (guint key, GdkModifierType state)
{
  return key == GDK_KEY_Menu || (key == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        Actions               *self)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  if (is_menu_key (key, state))
    pop_up (self, gtk_widget_get_width (self->widget) / 2.0,
            gtk_widget_get_height (self->widget) / 2.0);
  else if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter ||
           (key == GDK_KEY_Escape && is_enlarged (self)))
    gtk_widget_activate_action (self->widget, "plot.enlarge", NULL);
  else if (key == GDK_KEY_l || key == GDK_KEY_L)
    gtk_widget_activate_action (self->widget, "plot.logarithmic", NULL);
  else
    return FALSE;
  return TRUE;
}

static void
add_click (Actions *self, guint button, GCallback func)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), button);
  g_signal_connect (gesture, "pressed", func, self);
  gtk_widget_add_controller (self->widget, GTK_EVENT_CONTROLLER (gesture));
}

static void
add_controllers (Actions *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  g_signal_connect (key, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->widget, key);
  add_click (self, GDK_BUTTON_SECONDARY, G_CALLBACK (menu_click_cb));
  add_click (self, GDK_BUTTON_PRIMARY, G_CALLBACK (click_cb));
}

/* By keyboard the plot itself is asked: this one is for the pointer. */
static void
add_button (Actions *self)
{
  self->button = gtk_button_new ();
  gtk_widget_add_css_class (self->button, "corner");
  gtk_widget_set_focusable (self->button, FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "plot.enlarge");
  gtk_widget_set_parent (self->button, self->widget);
}

/* ---- of a widget ---- */

static void
free_actions (gpointer data)
{
  Actions *self = data;

  g_object_unref (self->group);
  g_free (self);
}

GtkWidget *
rankle_plot_actions_add (GtkWidget           *widget,
                         RankleStudy         *study,
                         const RankleRunPlot *shown)
{
  Actions *self;

  g_return_val_if_fail (GTK_IS_WIDGET (widget) && RANKLE_IS_STUDY (study), NULL);
  g_return_val_if_fail (shown != NULL, NULL);

  self = g_new0 (Actions, 1);
  self->widget = widget;
  self->study = study;
  self->shown = shown;
  g_object_set_data_full (G_OBJECT (widget), KEY, self, free_actions);
  add_group (self);
  rankle_plot_arrange_add (widget, study, shown, self->group);
  add_controllers (self);
  add_button (self);
  update (self);
  return self->button;
}

void
rankle_plot_actions_place (GtkWidget *widget)
{
  Actions *self = g_object_get_data (G_OBJECT (widget), KEY);

  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
  rankle_plot_arrange_place (widget);
}

void
rankle_plot_actions_update (GtkWidget *widget)
{
  update (g_object_get_data (G_OBJECT (widget), KEY));
}

void
rankle_plot_actions_remove (GtkWidget *widget)
{
  Actions *self = g_object_get_data (G_OBJECT (widget), KEY);

  if (self == NULL)
    return;
  rankle_plot_arrange_remove (widget);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->button, gtk_widget_unparent);
}
