/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "rankle-catalog.h"
#include "rankle-doses-window.h"
#include "rankle-resources.h"

#define MONTH (365.0 / 12)

typedef struct
{
  RankleStudy       *study;
  RankleDosesWindow *window;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (RankleModel) model = rankle_catalog_load ("rankle", NULL);
  g_autoptr (RankleScenario) scenario = rankle_scenario_new ("a", "A", "");

  rankle_scenario_set_horizon (scenario, 3650);
  rankle_scenario_set_control (scenario, "denosumab_dose", 60);
  rankle_scenario_set_control (scenario, "menopause", 2);
  rankle_scenario_change_control (scenario, "estrogen", 0.4, 1460);
  f->study = rankle_study_new ();
  rankle_study_set_question (f->study, model, scenario);
  f->window = RANKLE_DOSES_WINDOW (rankle_doses_window_new (NULL, f->study));
  gtk_window_present (GTK_WINDOW (f->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (f->window));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  rankle_study_close (f->study);
  g_object_ref (f->window);
  gtk_window_destroy (GTK_WINDOW (f->window));
  g_assert_finalize_object (f->window);
  g_assert_finalize_object (f->study);
}

static RankleDosesRow *
get_row (Fixture *f, guint index)
{
  RankleDosesRow *row = rankle_doses_window_get_row (f->window, index);

  g_assert_nonnull (row);
  return row;
}

static void
type (GtkEditable *entry, const char *text)
{
  gtk_editable_set_text (entry, text);
  g_signal_emit_by_name (entry, "activate");
}

static RankleHandle
read_handle (Fixture *f, guint index)
{
  g_autoptr (RankleLanes) lanes = rankle_lanes_new (rankle_study_get_scenario (f->study),
                                                    rankle_study_get_model (f->study));

  return *rankle_lanes_get_handle (lanes, index);
}

static void
test_rows (Fixture *f, gconstpointer data)
{
  static const struct
  {
    guint       row;
    const char *title, *time, *amount;
  } expected[] = {
    { 0, "Dose 1 of 6", "0 days", "60 mg" },
    { 3, "Dose 4 of 6", "1 year 6 months", "60 mg" },
    { 6, "From a time on", "4 years", "40 %" },
    { 7, "Begins", "2 years", "2 years" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      RankleDosesRow *row = get_row (f, expected[i].row);

      g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==,
                       expected[i].title);
      g_assert_cmpstr (gtk_editable_get_text (rankle_doses_row_get_time (row)), ==,
                       expected[i].time);
      g_assert_cmpstr (gtk_editable_get_text (rankle_doses_row_get_amount (row)), ==,
                       expected[i].amount);
    }
  g_assert_null (rankle_doses_window_get_row (f->window, 8));
}

/* What is typed is done, each a step of undo; what is shown and not touched is nothing
 * done, though it is rounded. */
static void
test_typed (Fixture *f, gconstpointer data)
{
  g_signal_emit_by_name (rankle_doses_row_get_time (get_row (f, 3)), "activate");
  g_assert_true (rankle_study_is_as_given (f->study));
  type (rankle_doses_row_get_time (get_row (f, 3)), "1 y 9 mo");
  g_assert_cmpfloat_with_epsilon (read_handle (f, 3).time, 365 + 9 * MONTH, 1e-6);
  g_assert_cmpstr (rankle_study_get_undo_label (f->study), ==,
                   "Dose 4 of Denosumab, 3 months later");
  type (rankle_doses_row_get_amount (get_row (f, 1)), "120 mg");
  g_assert_cmpfloat (read_handle (f, 1).amount, ==, 120);
  type (rankle_doses_row_get_amount (get_row (f, 6)), "20 %");
  g_assert_cmpfloat (read_handle (f, 6).amount, ==, 0.2);
  type (rankle_doses_row_get_time (get_row (f, 7)), "3 years");
  g_assert_cmpfloat_with_epsilon (rankle_study_get_control (f->study, "menopause"),
                                  3 * 365 / 365.25, 1e-9);
  rankle_study_undo (f->study);
  g_assert_cmpstr (gtk_editable_get_text (rankle_doses_row_get_time (get_row (f, 7))), ==,
                   "2 years");
}

/* What cannot be read is marked and does nothing, and stays to be mended. */
static void
test_refused (Fixture *f, gconstpointer data)
{
  GtkEditable *time = rankle_doses_row_get_time (get_row (f, 2));
  GtkEditable *amount = rankle_doses_row_get_amount (get_row (f, 2));

  type (time, "soon");
  type (amount, "900 mg");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (time), "error"));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (amount), "error"));
  g_assert_true (rankle_study_is_as_given (f->study));
  rankle_study_set_control (f->study, "rankl", 2);
  g_assert_cmpstr (gtk_editable_get_text (time), ==, "soon");
  type (time, "13 months");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (time), "error"));
  g_assert_cmpfloat_with_epsilon (read_handle (f, 2).time, 13 * MONTH, 1e-6);
}

static void
test_add_and_delete (Fixture *f, gconstpointer data)
{
  rankle_study_set_cursor (f->study, 2000);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "doses.add", "s", "opg_fc_dose");
  g_assert_cmpstr (gtk_editable_get_text (rankle_doses_row_get_time (get_row (f, 6))), ==,
                   "5 years 175 days");
  g_assert_nonnull (rankle_doses_window_get_row (f->window, 8));
  g_signal_emit_by_name (get_row (f, 6), "delete");
  g_assert_null (rankle_doses_window_get_row (f->window, 8));
  gtk_widget_activate_action (GTK_WIDGET (f->window), "doses.add", "s", "opg");
  g_assert_cmpuint (read_handle (f, 7).dose, ==, 0);
  rankle_study_undo (f->study);
  g_signal_emit_by_name (get_row (f, 5), "delete");
  g_assert_cmpfloat (rankle_study_get_control (f->study, "denosumab_count"), ==, 5);
}

/* A regimen takes the place of the drug's doses, where they began, and says where it
 * comes from. */
static void
test_regimen (Fixture *f, gconstpointer data)
{
  GtkWidget *group =
      gtk_widget_get_ancestor (GTK_WIDGET (get_row (f, 0)), ADW_TYPE_PREFERENCES_GROUP);

  g_assert_nonnull (strstr (
      adw_preferences_group_get_description (ADW_PREFERENCES_GROUP (group)), "recalled"));
  rankle_study_set_control (f->study, "denosumab_start", 365);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "doses.give", "s",
                              "denosumab-120-loading");
  g_assert_cmpfloat (read_handle (f, 0).time, ==, 365);
  g_assert_cmpfloat (read_handle (f, 1).time, ==, 372);
  g_assert_cmpfloat (read_handle (f, 14).amount, ==, 120);
  rankle_study_undo (f->study);
  g_assert_cmpfloat (read_handle (f, 1).time, ==, 365 + 182.5);
}

static void
test_switch (Fixture *f, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (f->window), "doses.switch", "(su)",
                              "opg-fc-once", 3);
  g_assert_cmpstr (rankle_study_get_undo_label (f->study), ==,
                   "Denosumab gives way to OPG-Fc at dose 4");
  g_assert_cmpfloat (read_handle (f, 3).amount, ==, 210);
  g_assert_cmpstr (gtk_editable_get_text (rankle_doses_row_get_amount (get_row (f, 3))),
                   ==, "210 mg");
}

/* An infusion has a row where it begins, and one where it ends. */
static void
test_infusion (Fixture *f, gconstpointer data)
{
  static const RankleTreatmentStep infusion = { .kind = RANKLE_TREATMENT_INFUSION,
                                                .target = RANKLE_TARGET_STATE,
                                                .id = (char *)"peptide_depot",
                                                .value = 0.5,
                                                .time = 730,
                                                .until = 1460 };
  g_autoptr (RankleScenario) scenario =
      rankle_scenario_copy (rankle_study_get_scenario (f->study));

  rankle_scenario_add_step (scenario, &infusion);
  rankle_study_set_scenario (f->study, scenario);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (get_row (f, 7))),
                   ==, "Infusion ends");
  g_assert_false (
      gtk_widget_get_visible (GTK_WIDGET (rankle_doses_row_get_amount (get_row (f, 7)))));
  type (rankle_doses_row_get_time (get_row (f, 7)), "3 y");
  g_assert_cmpfloat (read_handle (f, 6).time, ==, 730);
  g_assert_cmpfloat (read_handle (f, 7).time, ==, 1095);
  type (rankle_doses_row_get_time (get_row (f, 6)), "1 y");
  g_assert_cmpfloat (read_handle (f, 7).time, ==, 730);
}

static void
test_other_model (Fixture *f, gconstpointer data)
{
  g_autoptr (RankleModel) other = rankle_catalog_load ("lemaire-2004", NULL);

  rankle_study_set_model (f->study, other);
  g_assert_null (rankle_doses_window_get_row (f->window, 0));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_assert_nonnull (rankle_resources_get_resource ());
  g_test_add ("/doses-window/rows", Fixture, NULL, set_up, test_rows, tear_down);
  g_test_add ("/doses-window/typed", Fixture, NULL, set_up, test_typed, tear_down);
  g_test_add ("/doses-window/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/doses-window/add-and-delete", Fixture, NULL, set_up, test_add_and_delete,
              tear_down);
  g_test_add ("/doses-window/regimen", Fixture, NULL, set_up, test_regimen, tear_down);
  g_test_add ("/doses-window/switch", Fixture, NULL, set_up, test_switch, tear_down);
  g_test_add ("/doses-window/infusion", Fixture, NULL, set_up, test_infusion, tear_down);
  g_test_add ("/doses-window/other-model", Fixture, NULL, set_up, test_other_model,
              tear_down);
  return g_test_run ();
}
