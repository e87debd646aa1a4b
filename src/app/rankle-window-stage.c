/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The stage, for a room: map or scene, what is said, two plots and two controls, and
 * nothing else. A layout of the same window, and what is chosen for it. */

#include "config.h"

#include <glib/gi18n.h>

#include "rankle-control-words.h"
#include "rankle-window-private.h"

/* Taken where nobody chose: what all ends in, and what it is all about. */
static const char *const usual_plots[RANKLE_N_STAGE_PLOTS] = { RANKLE_FIRST_PANEL,
                                                               "holders" };

/* ---- the plots ---- */

static const char *
get_panel_id (const GPtrArray *panels, guint i)
{
  return rankle_shown_panel_get (panels->pdata[i])->id;
}

static void
take (const GPtrArray *panels, const char *id, const char **chosen, guint *n)
{
  if (id == NULL || *n == RANKLE_N_STAGE_PLOTS ||
      rankle_shown_panels_find (panels, id) == NULL)
    return;
  for (guint i = 0; i < *n; i++)
    if (g_str_equal (chosen[i], id))
      return;
  chosen[(*n)++] = id;
}

/* (transfer none) each, of @panels: what was chosen, as far as it is there. */
static guint
choose_plots (RankleWindow *self, const GPtrArray *panels, const char **chosen)
{
  guint n = 0;

  for (guint i = 0; i < RANKLE_N_STAGE_PLOTS; i++)
    take (panels, self->stage_plots[i], chosen, &n);
  for (guint i = 0; i < RANKLE_N_STAGE_PLOTS; i++)
    take (panels, usual_plots[i], chosen, &n);
  for (guint i = 0; i < panels->len; i++)
    take (panels, get_panel_id (panels, i), chosen, &n);
  return n;
}

static void
set_action_state (RankleWindow *self, const char *name, GVariant *state)
{
  g_simple_action_set_state (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name)), state);
}

static const char *const plot_actions[RANKLE_N_STAGE_PLOTS] = { "stage-plot-1",
                                                                "stage-plot-2" };
static const char *const control_actions[RANKLE_N_STAGE_CONTROLS] = { "stage-control-1",
                                                                      "stage-control-2" };

static void
show_plots (RankleWindow *self)
{
  const char *chosen[RANKLE_N_STAGE_PLOTS + 1] = { NULL };
  g_autoptr (GPtrArray) panels =
      rankle_session_list_panels (rankle_study_get_session (self->study));
  guint n = choose_plots (self, panels, chosen);

  for (guint i = 0; i < n; i++)
    set_action_state (self, plot_actions[i], g_variant_new_string (chosen[i]));
  rankle_plot_view_set_chosen (self->plots, self->on_stage && n > 0 ? chosen : NULL);
}

/* ---- its menu ---- */

static void
append (GMenu *menu, const char *label, const char *action, const char *target)
{
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *escaped = g_strjoinv ("__", parts);
  g_autofree char *name = g_strconcat ("win.", action, NULL);
  g_autoptr (GMenuItem) item = g_menu_item_new (escaped, NULL);

  g_menu_item_set_action_and_target (item, name, "s", target);
  g_menu_append_item (menu, item);
}

static void
append_plots (RankleWindow *self, GMenu *menu, const char *label, const char *action)
{
  g_autoptr (GMenu) plots = g_menu_new ();
  g_autoptr (GPtrArray) panels =
      rankle_session_list_panels (rankle_study_get_session (self->study));

  for (guint i = 0; i < panels->len; i++)
    append (plots, rankle_shown_panel_get (panels->pdata[i])->title, action,
            get_panel_id (panels, i));
  g_menu_append_submenu (menu, label, G_MENU_MODEL (plots));
}

static void
append_controls (RankleWindow *self, GMenu *menu, const char *label, const char *action)
{
  RankleModel *model = rankle_study_get_model (self->study);
  g_autoptr (GMenu) controls = g_menu_new ();

  for (guint i = 0; i < rankle_model_get_n_controls (model); i++)
    {
      const RankleControl *control = rankle_model_get_control (model, i);

      if (control->absent == NULL)
        append (controls, rankle_control_get_title (control), action, control->id);
    }
  g_menu_append_submenu (menu, label, G_MENU_MODEL (controls));
}

static void
build_menu (RankleWindow *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) parts = g_menu_new ();
  g_autoptr (GMenu) course = g_menu_new ();
  g_autoptr (GMenu) show = g_menu_new ();

  append_plots (self, parts, _ ("_First Plot"), plot_actions[0]);
  append_plots (self, parts, _ ("_Second Plot"), plot_actions[1]);
  append_controls (self, parts, _ ("F_irst Control"), control_actions[0]);
  append_controls (self, parts, _ ("S_econd Control"), control_actions[1]);
  g_menu_append (course, _ ("_Previous Scenario"), "win.stage-back");
  g_menu_append (course, _ ("_Next Scenario"), "win.stage-forward");
  g_menu_append (show, _ ("F_reeze"), "win.stage-freeze");
  g_menu_append (show, _ ("_Blank"), "win.stage-blank");
  g_menu_append (show, _ ("Pointer _Trail"), "win.stage-point");
  g_menu_append (show, _ ("_Leave the Stage"), "win.stage");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (parts));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (course));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (show));
  gtk_menu_button_set_menu_model (self->stage_menu_button, G_MENU_MODEL (menu));
}

static void
show_controls (RankleWindow *self)
{
  for (guint i = 0; i < RANKLE_N_STAGE_CONTROLS; i++)
    {
      const char *id = rankle_stage_controls_get_chosen (self->stage_controls, i);

      set_action_state (self, control_actions[i],
                        g_variant_new_string (id != NULL ? id : ""));
    }
}

static void
show_parts (RankleWindow *self)
{
  if (rankle_study_get_model (self->study) == NULL)
    return;
  show_plots (self);
  show_controls (self);
  build_menu (self);
}

/* ---- its place ---- */

static void
set_class (RankleWindow *self, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (GTK_WIDGET (self->content), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->content), name);
}

/* @letters: 0: it is no stage. */
static void
set_letters (RankleWindow *self, double letters)
{
  set_class (self, "stage", letters > 0);
  set_class (self, "small", letters > 0 && letters < 1);
  set_class (self, "large", letters > 1 && letters < 2);
  set_class (self, "huge", letters >= 2);
}

void
_rankle_window_lay_out_stage (RankleWindow *self)
{
  RankleLayout layout = rankle_layout_bin_get_layout (self->bin);
  gboolean     on_stage = self->on_stage;

  gtk_widget_set_visible (GTK_WIDGET (self->header), !on_stage);
  gtk_widget_set_visible (GTK_WIDGET (self->time_bar), !on_stage);
  gtk_widget_set_visible (self->legend_place, !on_stage);
  gtk_widget_set_visible (self->stage_place, on_stage);
  gtk_widget_set_size_request (self->stage_place, layout.stage_side, -1);
  set_letters (self, on_stage ? layout.letters : 0);
  if (!on_stage)
    return;
  gtk_widget_set_size_request (self->plots_scroller, -1, -1);
  gtk_paned_set_position (self->paned, layout.picture);
}

static void
clear_curtain (RankleWindow *self)
{
  rankle_curtain_set_blank (self->curtain, FALSE);
  rankle_curtain_freeze (self->curtain, NULL);
  set_action_state (self, "stage-blank", g_variant_new_boolean (FALSE));
  set_action_state (self, "stage-freeze", g_variant_new_boolean (FALSE));
}

static void
enable_actions (RankleWindow *self)
{
  static const char *const names[] = { "stage-blank", "stage-freeze", "stage-point",
                                       "stage-back", "stage-forward" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_simple_action_set_enabled (
        G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), names[i])),
        self->on_stage);
}

void
_rankle_window_set_on_stage (RankleWindow *self, gboolean on_stage)
{
  g_assert (RANKLE_IS_WINDOW (self));

  if (self->on_stage == on_stage)
    return;
  self->on_stage = on_stage;
  set_action_state (self, "stage", g_variant_new_boolean (on_stage));
  enable_actions (self);
  clear_curtain (self);
  if (on_stage)
    gtk_window_fullscreen (GTK_WINDOW (self));
  else
    gtk_window_unfullscreen (GTK_WINDOW (self));
  if (!on_stage)
    g_object_set (self->paned, "position-set", FALSE, NULL);
  show_parts (self);
  _rankle_window_update_view (self);
  _rankle_window_lay_out (self);
  if (on_stage)
    gtk_widget_child_focus (self->stage_place, GTK_DIR_TAB_FORWARD);
}

/* ---- what is done on it ---- */

static void
step (RankleWindow *self, int by)
{
  gboolean taken = FALSE;

  g_signal_emit_by_name (self, "stage-step", by, &taken);
  if (!taken)
    _rankle_window_step_scenario (self, by);
}

static void
back_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  step (data, -1);
}

static void
forward_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  step (data, 1);
}

static void
stage_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  _rankle_window_set_on_stage (data, g_variant_get_boolean (state));
}

static void
blank_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  rankle_curtain_set_blank (RANKLE_WINDOW (data)->curtain, g_variant_get_boolean (state));
  g_simple_action_set_state (action, state);
}

static void
freeze_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  RankleWindow *self = data;

  rankle_curtain_freeze (self->curtain,
                         g_variant_get_boolean (state) ? GTK_WIDGET (self->flap) : NULL);
  g_simple_action_set_state (action, state);
}

static void
point_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  RANKLE_WINDOW (data)->points = g_variant_get_boolean (state);
  g_simple_action_set_state (action, state);
}

static guint
find_place (const char *const *names, guint n, GSimpleAction *action)
{
  guint place = 0;

  while (place + 1 < n &&
         !g_str_equal (names[place], g_action_get_name (G_ACTION (action))))
    place++;
  return place;
}

static void
plot_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  RankleWindow *self = data;
  guint         place = find_place (plot_actions, RANKLE_N_STAGE_PLOTS, action);

  /* What was not chosen stays, too, as if it had been. */
  for (guint i = 0; i < RANKLE_N_STAGE_PLOTS; i++)
    {
      g_autoptr (GVariant) now =
          i == place
              ? g_variant_ref (state)
              : g_action_group_get_action_state (G_ACTION_GROUP (self), plot_actions[i]);

      g_free (self->stage_plots[i]);
      self->stage_plots[i] = g_variant_dup_string (now, NULL);
    }
  show_plots (self);
}

static void
control_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  RankleWindow *self = data;

  rankle_stage_controls_choose (
      self->stage_controls, find_place (control_actions, RANKLE_N_STAGE_CONTROLS, action),
      g_variant_get_string (state, NULL));
  show_controls (self);
}

/* ---- keys and pointer ---- */

static gboolean
types (RankleWindow *self)
{
  return GTK_IS_EDITABLE (gtk_window_get_focus (GTK_WINDOW (self)));
}

static void
leave (RankleWindow *self)
{
  if (rankle_curtain_get_blank (self->curtain) ||
      rankle_curtain_is_frozen (self->curtain))
    clear_curtain (self);
  else
    _rankle_window_set_on_stage (self, FALSE);
}

static gboolean
activate (RankleWindow *self, const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (self), action, NULL);
  return TRUE;
}

/* A clicker is a keyboard of few keys: they mean the same wherever the focus is. */
static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        RankleWindow          *self)
{
  if (!self->on_stage || types (self) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return activate (self, "stage-back");
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return activate (self, "stage-forward");
    case GDK_KEY_b:
    case GDK_KEY_period:
      return activate (self, "stage-blank");
    case GDK_KEY_f:
      return activate (self, "stage-freeze");
    case GDK_KEY_l:
      return activate (self, "stage-point");
    case GDK_KEY_Escape:
      leave (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
motion_cb (GtkEventControllerMotion *motion, double x, double y, RankleWindow *self)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (motion));
  double at_x, at_y;

  if (self->on_stage && (self->points || (state & GDK_CONTROL_MASK) != 0) &&
      gtk_widget_translate_coordinates (GTK_WIDGET (self), GTK_WIDGET (self->curtain), x,
                                        y, &at_x, &at_y))
    rankle_curtain_point_at (self->curtain, at_x, at_y);
}

static void
add_controllers (RankleWindow *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

static void
model_cb (RankleWindow *self)
{
  if (self->on_stage)
    show_parts (self);
}

void
_rankle_window_add_stage (RankleWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "stage", .state = "false", .change_state = stage_cb },
    { .name = "stage-back", .activate = back_cb },
    { .name = "stage-forward", .activate = forward_cb },
    { .name = "stage-blank", .state = "false", .change_state = blank_cb },
    { .name = "stage-freeze", .state = "false", .change_state = freeze_cb },
    { .name = "stage-point", .state = "false", .change_state = point_cb },
    { .name = "stage-plot-1",
      .parameter_type = "s",
      .state = "''",
      .change_state = plot_cb },
    { .name = "stage-plot-2",
      .parameter_type = "s",
      .state = "''",
      .change_state = plot_cb },
    { .name = "stage-control-1",
      .parameter_type = "s",
      .state = "''",
      .change_state = control_cb },
    { .name = "stage-control-2",
      .parameter_type = "s",
      .state = "''",
      .change_state = control_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries),
                                   self);
  enable_actions (self);
  add_controllers (self);
  g_signal_connect_object (self->study, "notify::model", G_CALLBACK (model_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->study, "notify::arrangement", G_CALLBACK (model_cb),
                           self, G_CONNECT_SWAPPED);
}
