/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "rankle-catalog.h"
#include "rankle-dose-track.h"
#include "rankle-lanes.h"
#include "rankle-resources.h"

#define MONTH (365.0 / 12)

/* Six doses of denosumab, half a year apart, in ten years of the default model; and a
 * track of them in a window. */
typedef struct
{
  RankleStudy     *study;
  GtkWidget       *window;
  RankleDoseTrack *track;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (RankleModel) model = rankle_catalog_load ("rankle", NULL);
  g_autoptr (RankleScenario) scenario = rankle_scenario_new ("a", "A", "");

  rankle_scenario_set_horizon (scenario, 3650);
  rankle_scenario_set_control (scenario, "denosumab_dose", 60);
  f->study = rankle_study_new ();
  rankle_study_set_question (f->study, model, scenario);
  f->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), 900, 120);
  f->track = g_object_new (RANKLE_TYPE_DOSE_TRACK, "study", f->study, NULL);
  gtk_window_set_child (GTK_WINDOW (f->window), GTK_WIDGET (f->track));
  gtk_window_present (GTK_WINDOW (f->window));
  gtk_test_widget_wait_for_draw (f->window);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  rankle_study_close (f->study);
  g_object_ref (f->track);
  gtk_window_destroy (GTK_WINDOW (f->window));
  g_assert_finalize_object (f->track);
  g_assert_finalize_object (f->study);
}

/* ---- hands ---- */

/* The first of its kind that hears @button. */
static gpointer
find_controller (Fixture *f, GType type)
{
  g_autoptr (GListModel) all = gtk_widget_observe_controllers (GTK_WIDGET (f->track));

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (all, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type) &&
          (!GTK_IS_GESTURE_SINGLE (controller) ||
           gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) ==
               GDK_BUTTON_PRIMARY))
        return controller;
    }
  g_assert_not_reached ();
}

static gboolean
press (Fixture *f, guint key, GdkModifierType state)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (find_controller (f, GTK_TYPE_EVENT_CONTROLLER_KEY),
                         "key-pressed", key, 0, state, &handled);
  return handled;
}

/* In three strokes. */
static void
drag (Fixture *f, guint handle, double dx, double dy)
{
  gpointer gesture = find_controller (f, GTK_TYPE_GESTURE_DRAG);
  double   x, y;

  g_assert_true (rankle_dose_track_find_handle (f->track, handle, &x, &y));
  g_signal_emit_by_name (gesture, "drag-begin", x, y);
  for (guint i = 1; i <= 3; i++)
    g_signal_emit_by_name (gesture, "drag-update", dx * i / 3, dy * i / 3);
  g_signal_emit_by_name (gesture, "drag-end", dx, dy);
}

/* How many pixels a month is. */
static double
measure_month (Fixture *f)
{
  double first, second, y;

  g_assert_true (rankle_dose_track_find_handle (f->track, 0, &first, &y));
  g_assert_true (rankle_dose_track_find_handle (f->track, 1, &second, &y));
  return (second - first) / 6;
}

/* ---- what there is ---- */

static RankleLanes *
read_lanes (Fixture *f)
{
  return rankle_lanes_new (rankle_study_get_scenario (f->study),
                           rankle_study_get_model (f->study));
}

static RankleHandle
read_handle (Fixture *f, guint index)
{
  g_autoptr (RankleLanes) lanes = read_lanes (f);

  return *rankle_lanes_get_handle (lanes, index);
}

static guint
count_handles (Fixture *f)
{
  g_autoptr (RankleLanes) lanes = read_lanes (f);

  return lanes->handles->len;
}

static void
assert_undone (Fixture *f, const char *label)
{
  g_assert_cmpstr (rankle_study_get_undo_label (f->study), ==, label);
  rankle_study_undo (f->study);
  g_assert_cmpstr (rankle_study_get_undo_label (f->study), !=, label);
}

/* ---- tests ---- */

/* A drag in time, held by the whole months, is one step of undo. */
static void
test_drag_in_time (Fixture *f, gconstpointer data)
{
  drag (f, 3, 3 * measure_month (f) + 1, 2);
  g_assert_cmpfloat_with_epsilon (read_handle (f, 3).time, 3 * 182.5 + 3 * MONTH, 1e-6);
  g_assert_cmpfloat_with_epsilon (read_handle (f, 4).time, 4 * 182.5, 1e-9);
  assert_undone (f, "Dose 4 of Denosumab, 3 months later");
  g_assert_cmpfloat_with_epsilon (read_handle (f, 3).time, 3 * 182.5, 1e-9);
  drag (f, 5, -9999, 0);
  g_assert_cmpfloat (read_handle (f, 0).time, ==, 0);
  g_assert_cmpuint (count_handles (f), ==, 6);
}

static void
test_drag_amount (Fixture *f, gconstpointer data)
{
  drag (f, 1, 1, -36);
  g_assert_cmpfloat (read_handle (f, 1).amount, ==, 120);
  g_assert_cmpfloat (read_handle (f, 1).time, ==, 182.5);
  assert_undone (f, "Dose 2 of Denosumab: 120 mg");
  g_assert_cmpfloat (read_handle (f, 1).amount, ==, 60);
}

/* A click does nothing but select. */
static void
test_click (Fixture *f, gconstpointer data)
{
  g_autofree char *nothing = rankle_dose_track_dup_description (f->track);
  g_autofree char *selected = NULL;

  drag (f, 2, 1, 1);
  g_assert_null (nothing);
  selected = rankle_dose_track_dup_description (f->track);
  g_assert_cmpstr (selected, ==,
                   "Denosumab, dose 3 of 6: 60 mg, 6 months after dose 2, at 1 year");
  g_assert_true (rankle_study_is_as_given (f->study));
}

static void
test_keys (Fixture *f, gconstpointer data)
{
  g_assert_true (press (f, GDK_KEY_Right, GDK_CONTROL_MASK));
  g_assert_true (press (f, GDK_KEY_Right, GDK_CONTROL_MASK));
  g_assert_true (press (f, GDK_KEY_Right, 0));
  g_assert_true (press (f, GDK_KEY_Right, GDK_SHIFT_MASK));
  g_assert_cmpfloat_with_epsilon (read_handle (f, 1).time, 182.5 + MONTH + 1, 1e-6);
  assert_undone (f, "Dose 2 of Denosumab, 1 month 1 day later");
  g_assert_true (press (f, GDK_KEY_Up, 0));
  g_assert_cmpfloat (read_handle (f, 1).amount, ==, 70);
  assert_undone (f, "Dose 2 of Denosumab: 70 mg");
  g_assert_true (press (f, GDK_KEY_m, 0));
  g_assert_true (read_handle (f, 1).missed);
  g_assert_true (press (f, GDK_KEY_m, 0));
  g_assert_false (read_handle (f, 1).missed);
  g_assert_true (press (f, GDK_KEY_End, 0));
  g_assert_true (press (f, GDK_KEY_Delete, 0));
  g_assert_cmpuint (count_handles (f), ==, 5);
  g_assert_cmpfloat (rankle_study_get_control (f->study, "denosumab_count"), ==, 5);
  rankle_study_set_cursor (f->study, 2000);
  g_assert_true (press (f, GDK_KEY_Insert, 0));
  g_assert_cmpfloat (read_handle (f, 5).time, ==, 2000);
  g_assert_true (press (f, GDK_KEY_Escape, 0));
  g_assert_null (rankle_dose_track_dup_description (f->track));
  g_assert_false (press (f, GDK_KEY_a, 0));
}

/* On an empty place of a lane a double click adds a dose; behind the series, at its
 * interval, it is one more of it. */
static void
test_double_click (Fixture *f, gconstpointer data)
{
  gpointer click = find_controller (f, GTK_TYPE_GESTURE_CLICK);
  double   month = measure_month (f), x, y;

  g_assert_true (rankle_dose_track_find_handle (f->track, 5, &x, &y));
  g_signal_emit_by_name (click, "pressed", 1, x + 6 * month + 2, y);
  g_assert_cmpuint (count_handles (f), ==, 6);
  g_signal_emit_by_name (click, "pressed", 2, x + 6 * month + 2, y);
  g_assert_cmpuint (count_handles (f), ==, 7);
  g_assert_cmpfloat (rankle_study_get_control (f->study, "denosumab_count"), ==, 7);
  g_signal_emit_by_name (click, "pressed", 2, x, y);
  g_assert_cmpuint (count_handles (f), ==, 7);
}

/* It is there while something is done, and for a drug that was not given before. */
static void
test_visible (Fixture *f, gconstpointer data)
{
  rankle_study_set_control (f->study, "denosumab_dose", 0);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (f->track)));
  rankle_dose_track_add_dose (f->track, "opg_fc_dose", 365);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (f->track)));
  g_assert_cmpfloat (read_handle (f, 0).time, ==, 365);
  g_assert_cmpfloat (read_handle (f, 0).amount, >, 0);
  rankle_study_set_control (f->study, "menopause", 2);
  g_assert_cmpuint (count_handles (f), ==, 2);
  drag (f, 1, 40, 0);
  g_assert_cmpfloat (rankle_study_get_control (f->study, "menopause"), >, 2);
}

/* It shows the time that the plots show. */
static void
test_zoom (Fixture *f, gconstpointer data)
{
  double all = measure_month (f), x, y;

  rankle_study_set_zoom (f->study, 0, 365);
  g_assert_cmpfloat_with_epsilon (measure_month (f), 10 * all, 1e-6);
  rankle_study_set_zoom (f->study, 0, 0);
  g_assert_cmpfloat_with_epsilon (measure_month (f), all, 1e-6);
  g_assert_false (rankle_dose_track_find_handle (f->track, 6, &x, &y));
}

/* The end of an infusion is a handle of its own, for the pointer and for keys, each a
 * step of undo. */
static void
test_infusion_end (Fixture *f, gconstpointer data)
{
  static const RankleTreatmentStep infusion = { .kind = RANKLE_TREATMENT_INFUSION,
                                                .target = RANKLE_TARGET_STATE,
                                                .id = (char *)"peptide_depot",
                                                .value = 0.5,
                                                .time = 730,
                                                .until = 1460 };
  g_autoptr (RankleScenario) scenario =
      rankle_scenario_copy (rankle_study_get_scenario (f->study));
  g_autofree char *described = NULL;
  double           month;

  rankle_scenario_add_step (scenario, &infusion);
  rankle_study_set_scenario (f->study, scenario);
  gtk_test_widget_wait_for_draw (f->window);
  month = measure_month (f);
  g_assert_true (read_handle (f, 7).is_end);
  drag (f, 7, 12 * month + 1, 1);
  g_assert_cmpfloat (read_handle (f, 6).time, ==, 730);
  g_assert_cmpfloat_with_epsilon (read_handle (f, 7).time, 1825, 1e-6);
  rankle_study_undo (f->study);
  g_assert_cmpfloat (read_handle (f, 7).time, ==, 1460);
  drag (f, 7, 0, 0);
  described = rankle_dose_track_dup_description (f->track);
  g_assert_true (g_str_has_suffix (described, "until 4 years, 2 years in all"));
  g_assert_true (press (f, GDK_KEY_Right, 0));
  g_assert_true (press (f, GDK_KEY_Right, 0));
  g_assert_cmpfloat_with_epsilon (read_handle (f, 7).time, 1460 + 2 * MONTH, 1e-6);
  rankle_study_undo (f->study);
  g_assert_cmpfloat (read_handle (f, 7).time, ==, 1460);
  drag (f, 6, 6 * month + 1, 1);
  g_assert_cmpfloat_with_epsilon (read_handle (f, 7).time, 1460 + 182.5, 1e-6);
}

/* A dose is held by what is given, and by usual times from the one before. */
static void
test_magnets (Fixture *f, gconstpointer data)
{
  drag (f, 1, 1, -33);
  g_assert_cmpfloat (read_handle (f, 1).amount, ==, 120);
  drag (f, 1, 1, 26);
  g_assert_cmpfloat (read_handle (f, 1).amount, ==, 80);
  drag (f, 5, 3 * measure_month (f) - 0.8 * measure_month (f), 1);
  g_assert_cmpfloat_with_epsilon (read_handle (f, 5).time, 5 * 182.5 + 3 * MONTH, 1e-6);
}

/* From a dose on the drug gives way to another, which is selected; it is one step. */
static void
test_switch (Fixture *f, gconstpointer data)
{
  g_autofree char *selected = NULL;

  gtk_widget_activate_action (GTK_WIDGET (f->track), "track.switch", "(su)",
                              "opg-fc-once", 3);
  g_assert_cmpuint (count_handles (f), ==, 4);
  g_assert_cmpfloat (read_handle (f, 3).amount, ==, 210);
  g_assert_cmpfloat (read_handle (f, 3).time, ==, 3 * 182.5);
  selected = rankle_dose_track_dup_description (f->track);
  g_assert_cmpstr (selected, ==, "OPG-Fc, dose 1 of 1: 210 mg at 1 year 6 months");
  assert_undone (f, "Denosumab gives way to OPG-Fc at dose 4");
  g_assert_cmpuint (count_handles (f), ==, 6);
  gtk_widget_activate_action (GTK_WIDGET (f->track), "track.switch", "(su)",
                              "denosumab-120", 3);
  gtk_widget_activate_action (GTK_WIDGET (f->track), "track.switch", "(su)",
                              "opg-fc-once", 30);
  g_assert_true (rankle_study_is_as_given (f->study));
}

/* What is dragged may be gone under the hand: with another model, or undone. */
static void
test_gone (Fixture *f, gconstpointer data)
{
  gpointer gesture = find_controller (f, GTK_TYPE_GESTURE_DRAG);
  g_autoptr (RankleModel) other = rankle_catalog_load ("lemaire-2004", NULL);
  double x, y;

  g_assert_true (rankle_dose_track_find_handle (f->track, 3, &x, &y));
  g_signal_emit_by_name (gesture, "drag-begin", x, y);
  g_signal_emit_by_name (gesture, "drag-update", 30.0, 0.0);
  g_assert_true (rankle_study_is_changing (f->study));
  rankle_study_undo (f->study);
  g_signal_emit_by_name (gesture, "drag-update", 50.0, 0.0);
  g_signal_emit_by_name (gesture, "drag-update", 60.0, 0.0);
  g_assert_true (rankle_study_is_as_given (f->study));
  g_signal_emit_by_name (gesture, "drag-end", 60.0, 0.0);
  g_signal_emit_by_name (gesture, "drag-begin", x, y);
  g_signal_emit_by_name (gesture, "drag-update", 30.0, 0.0);
  rankle_study_set_model (f->study, other);
  g_signal_emit_by_name (gesture, "drag-update", 50.0, 0.0);
  g_signal_emit_by_name (gesture, "drag-end", 50.0, 0.0);
  g_assert_false (rankle_study_is_changing (f->study));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_assert_nonnull (rankle_resources_get_resource ());
  g_test_add ("/dose-track/drag-in-time", Fixture, NULL, set_up, test_drag_in_time,
              tear_down);
  g_test_add ("/dose-track/drag-amount", Fixture, NULL, set_up, test_drag_amount,
              tear_down);
  g_test_add ("/dose-track/click", Fixture, NULL, set_up, test_click, tear_down);
  g_test_add ("/dose-track/keys", Fixture, NULL, set_up, test_keys, tear_down);
  g_test_add ("/dose-track/double-click", Fixture, NULL, set_up, test_double_click,
              tear_down);
  g_test_add ("/dose-track/visible", Fixture, NULL, set_up, test_visible, tear_down);
  g_test_add ("/dose-track/zoom", Fixture, NULL, set_up, test_zoom, tear_down);
  g_test_add ("/dose-track/infusion-end", Fixture, NULL, set_up, test_infusion_end,
              tear_down);
  g_test_add ("/dose-track/magnets", Fixture, NULL, set_up, test_magnets, tear_down);
  g_test_add ("/dose-track/switch", Fixture, NULL, set_up, test_switch, tear_down);
  g_test_add ("/dose-track/gone", Fixture, NULL, set_up, test_gone, tear_down);
  return g_test_run ();
}
