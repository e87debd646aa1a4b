/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "rankle-doses-window.h"
#include "rankle-findings-window.h"
#include "rankle-genes-window.h"
#include "rankle-measures-window.h"
#include "rankle-provenance.h"
#include "rankle-scenario-file.h"
#include "rankle-topics-window.h"
#include "rankle-window-private.h"

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rankle_study_undo (RANKLE_WINDOW (data)->study);
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rankle_study_redo (RANKLE_WINDOW (data)->study);
}

static void
back_to_scenario_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rankle_study_return_to_given (RANKLE_WINDOW (data)->study);
}

static void
back_to_model_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RankleWindow *self = RANKLE_WINDOW (data);

  rankle_study_return_to_model (self->study, self->plain);
}

static void
dismiss_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_revealer_set_reveal_child (RANKLE_WINDOW (data)->failure_revealer, FALSE);
}

static void
play_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RankleTimeBar *bar = RANKLE_WINDOW (data)->time_bar;

  rankle_time_bar_set_playing (bar, !rankle_time_bar_get_playing (bar));
}

static void
previous_dose_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rankle_time_bar_step (RANKLE_WINDOW (data)->time_bar, -1);
}

static void
next_dose_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rankle_time_bar_step (RANKLE_WINDOW (data)->time_bar, 1);
}

/* For widgets within, which have no place of their own to say so. */
static void
tell_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  _rankle_window_tell (RANKLE_WINDOW (data), g_variant_get_string (parameter, NULL));
}

static void
fit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RankleWindow *self = RANKLE_WINDOW (data);

  rankle_plot_view_fit (self->plots);
  rankle_diagram_view_fit (self->diagram);
}

static void
response_cb (GtkNativeDialog *dialog, int response, RankleWindow *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      rankle_window_open_file (self, file);
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ ("Open"), GTK_WINDOW (data), GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter,
                            _ ("Sessions, archives, models, scenarios and lessons"));
  gtk_file_filter_add_suffix (filter, "rankle");
  gtk_file_filter_add_suffix (filter, "omex");
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_filter_add_suffix (filter, "ant");
  gtk_file_filter_add_suffix (filter, "xml");
  gtk_file_filter_add_suffix (filter, "sbml");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  g_object_unref (filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (response_cb), data, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
open_path_cb (GSimpleAction *action, GVariant *path, gpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_variant_get_bytestring (path));

  rankle_window_open_file (RANKLE_WINDOW (data), file);
}

static void
cancel_reading_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  rankle_reading_bar_cancel (RANKLE_WINDOW (data)->reading);
}

static void
provenance_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RankleWindow *self = RANKLE_WINDOW (data);
  RankleModel  *model = rankle_study_get_model (self->study);

  if (model == NULL)
    return;
  if (self->provenance == NULL)
    g_set_weak_pointer (&self->provenance,
                        rankle_provenance_new (GTK_WINDOW (data), model));
  rankle_provenance_set_study (RANKLE_PROVENANCE (self->provenance), self->study);
  gtk_window_present (GTK_WINDOW (self->provenance));
}

static void
measures_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RankleWindow *self = RANKLE_WINDOW (data);

  if (self->measures == NULL)
    g_set_weak_pointer (&self->measures,
                        rankle_measures_window_new (GTK_WINDOW (data), self->study));
  gtk_window_present (GTK_WINDOW (self->measures));
}

static void
findings_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RankleWindow *self = RANKLE_WINDOW (data);

  g_assert (self->findings == NULL || GTK_IS_WINDOW (self->findings));

  if (self->findings == NULL)
    g_set_weak_pointer (&self->findings,
                        rankle_findings_window_new (GTK_WINDOW (data), self->study));
  gtk_window_present (GTK_WINDOW (self->findings));
}

static void
topics_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWidget *topics = rankle_topics_window_new (GTK_WINDOW (data));

  g_signal_connect_object (topics, "chosen", G_CALLBACK (_rankle_window_load_topic), data,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (topics));
}

static void
doses_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RankleWindow *self = RANKLE_WINDOW (data);

  g_assert (self->doses == NULL || GTK_IS_WINDOW (self->doses));

  if (self->doses == NULL)
    g_set_weak_pointer (&self->doses,
                        rankle_doses_window_new (GTK_WINDOW (data), self->study));
  gtk_window_present (GTK_WINDOW (self->doses));
}

static void
genes_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RankleWindow *self = RANKLE_WINDOW (data);

  g_assert (self->genes == NULL || GTK_IS_WINDOW (self->genes));

  if (self->genes == NULL)
    g_set_weak_pointer (&self->genes,
                        rankle_genes_window_new (GTK_WINDOW (data),
                                                 rankle_study_get_runner (self->study)));
  gtk_window_present (GTK_WINDOW (self->genes));
}

static void
cards_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  _rankle_window_show_card (RANKLE_WINDOW (data), NULL);
}

/* Keys without a modifier: a widget that types or is pressed by them comes before the
 * window. They are the window's own, not its class's, where GtkWindow's space, which
 * activates what has the focus, would come first. */
void
_rankle_window_add_keys (RankleWindow *self)
{
  static const struct
  {
    guint       key;
    const char *action;
  } keys[] = {
    { GDK_KEY_space, "win.play" },
    { GDK_KEY_bracketleft, "win.previous-dose" },
    { GDK_KEY_bracketright, "win.next-dose" },
    { GDK_KEY_0, "win.fit" },
    { GDK_KEY_KP_0, "win.fit" },
    { GDK_KEY_b, "win.show-baseline" },
    { GDK_KEY_d, "win.difference" },
    { GDK_KEY_p, "win.keep-run" },
    { GDK_KEY_h, "win.hold" },
    { GDK_KEY_a, "win.apply" },
    { GDK_KEY_question, "win.show-help-overlay" },
    { GDK_KEY_Escape, "win.cancel-reading" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, 0),
                          gtk_named_action_new (keys[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
set_enabled (RankleWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_assert (action != NULL);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* A way back that leads nowhere is none. */
static void
update_ways_back (RankleWindow *self)
{
  set_enabled (self, "back-to-scenario", !rankle_study_is_as_given (self->study));
  set_enabled (self, "back-to-model",
               self->plain != NULL &&
                   !rankle_study_is_as_opened (self->study, self->plain));
}

static void
load_plain (RankleWindow *self)
{
  RankleModel *model = rankle_study_get_model (self->study);

  g_clear_pointer (&self->plain, rankle_scenario_unref);
  if (model != NULL)
    self->plain = rankle_scenario_file_load_first (model);
  update_ways_back (self);
}

/* It keeps its name; @what (nullable) it takes back, or brings back, is heard behind it.
 */
static void
describe_button (GtkButton *button, const char *tooltip, const char *what)
{
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  what != NULL ? what : "", -1);
}

void
_rankle_window_update_undo (RankleWindow *self)
{
  const char *undo = rankle_study_get_undo_label (self->study);
  const char *redo = rankle_study_get_redo_label (self->study);
  /* Translators: %s is what was done, such as “OPG × 5.3” */
  g_autofree char *undo_name =
      undo == NULL ? g_strdup (_ ("Undo")) : g_strdup_printf (_ ("Undo %s"), undo);
  /* Translators: %s is what was done, such as “OPG × 5.3” */
  g_autofree char *redo_name =
      redo == NULL ? g_strdup (_ ("Redo")) : g_strdup_printf (_ ("Redo %s"), redo);

  set_enabled (self, "undo", undo != NULL);
  set_enabled (self, "redo", redo != NULL);
  describe_button (self->undo_button, undo_name, undo);
  describe_button (self->redo_button, redo_name, redo);
}

static void
offer_ways_back (RankleWindow *self)
{
  g_signal_connect_object (self->study, "notify::scenario", G_CALLBACK (update_ways_back),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->study, "notify::model", G_CALLBACK (load_plain), self,
                           G_CONNECT_SWAPPED);
  load_plain (self);
}

/* ---- files dropped ---- */

static gboolean
drop_cb (
    GtkDropTarget *target, const GValue *value, double x, double y, RankleWindow *self)
{
  rankle_window_open_file (self, g_value_get_object (value));
  return TRUE;
}

void
_rankle_window_take_drops (RankleWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* ---- actions with a state ---- */

static void
view_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  RankleWindow *self = RANKLE_WINDOW (data);
  const char   *view = g_variant_get_string (state, NULL);

  for (guint i = 0; i < RANKLE_N_VIEWS; i++)
    if (g_str_equal (view, rankle_view_names[i]))
      rankle_study_set_view (self->study, (RankleView)i);
  g_simple_action_set_state (action, state);
  _rankle_window_update_view (self);
}

/* Where no picture is seen, it comes beside the plots. */
static void
picture_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  RankleWindow *self = RANKLE_WINDOW (data);
  const char   *picture = g_variant_get_string (state, NULL);

  for (guint i = 0; i < RANKLE_N_SHOWN; i++)
    if (g_str_equal (picture, rankle_shown_names[i]))
      {
        rankle_study_set_shown (self->study, (RankleShown)i);
        g_simple_action_set_state (action, state);
        _rankle_window_show_picture (self, (RankleShown)i);
      }
}

static void
scenario_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  rankle_window_load_scenario (RANKLE_WINDOW (data), g_variant_get_string (state, NULL));
}

static void
model_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  rankle_window_load_model (RANKLE_WINDOW (data), g_variant_get_string (state, NULL));
}

static void
opened_model_cb (GSimpleAction *action, GVariant *which, gpointer data)
{
  _rankle_window_load_opened (RANKLE_WINDOW (data), g_variant_get_uint32 (which));
}

void
_rankle_window_add_actions (RankleWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "undo", .activate = undo_cb },
    { .name = "redo", .activate = redo_cb },
    { .name = "back-to-scenario", .activate = back_to_scenario_cb },
    { .name = "back-to-model", .activate = back_to_model_cb },
    { .name = "dismiss-failure", .activate = dismiss_cb },
    { .name = "play", .activate = play_cb },
    { .name = "previous-dose", .activate = previous_dose_cb },
    { .name = "next-dose", .activate = next_dose_cb },
    { .name = "fit", .activate = fit_cb },
    { .name = "open", .activate = open_cb },
    { .name = "open-path", .parameter_type = "ay", .activate = open_path_cb },
    { .name = "cancel-reading", .activate = cancel_reading_cb },
    { .name = "provenance", .activate = provenance_cb },
    { .name = "findings", .activate = findings_cb },
    { .name = "measures", .activate = measures_cb },
    { .name = "tell", .parameter_type = "s", .activate = tell_cb },
    { .name = "topics", .activate = topics_cb },
    { .name = "doses", .activate = doses_cb },
    { .name = "genes", .activate = genes_cb },
    { .name = "cards", .activate = cards_cb },
    { .name = "opened-model", .parameter_type = "u", .activate = opened_model_cb },
    { .name = "view", .parameter_type = "s", .state = "'both'", .change_state = view_cb },
    { .name = "picture",
      .parameter_type = "s",
      .state = "'pathway'",
      .change_state = picture_cb },
    { .name = "scenario",
      .parameter_type = "s",
      .state = "'healthy-adult'",
      .change_state = scenario_cb },
    { .name = "model",
      .parameter_type = "s",
      .state = "'rankle'",
      .change_state = model_cb },
  };
  g_autoptr (GPropertyAction) ghost =
      g_property_action_new ("show-baseline", self->plots, "show-ghost");
  g_autoptr (GPropertyAction) difference =
      g_property_action_new ("difference", self->study, "difference");
  g_autoptr (GPropertyAction) panel =
      g_property_action_new ("side-panel", self->flap, "reveal-flap");

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries),
                                   self);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (ghost));
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (difference));
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (panel));
  g_object_bind_property (
      self->reading, "reading",
      g_action_map_lookup_action (G_ACTION_MAP (self), "cancel-reading"), "enabled",
      G_BINDING_SYNC_CREATE);
  offer_ways_back (self);
  _rankle_window_add_observations (self);
}
