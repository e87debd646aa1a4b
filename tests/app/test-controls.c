/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "rankle-catalog.h"
#include "rankle-control-row.h"
#include "rankle-controls.h"
#include "rankle-model-file.h"
#include "rankle-resources.h"

/* ---- the rows of a model ---- */

typedef struct
{
  RankleStudy    *study;
  RankleControls *controls;
} Fixture;

static void
set_up (Fixture *f, gconstpointer model_id)
{
  g_autoptr (RankleModel) model = rankle_catalog_load (model_id, NULL);

  f->study = rankle_study_new ();
  rankle_study_set_model (f->study, model);
  f->controls = g_object_ref_sink (g_object_new (RANKLE_TYPE_CONTROLS, NULL));
  rankle_controls_set_study (f->controls, f->study);
}

static void
tear_down (Fixture *f, gconstpointer model_id)
{
  rankle_study_close (f->study);
  g_assert_finalize_object (g_steal_pointer (&f->controls));
  g_assert_finalize_object (g_steal_pointer (&f->study));
}

static GtkWidget *
find_scale (Fixture *f, const char *control)
{
  return rankle_control_row_get_scale (
      RANKLE_CONTROL_ROW (rankle_controls_find_row (f->controls, control)));
}

/* Where a slider stands comes back from its value rounded; that is not another step. */
static void
test_one_step (Fixture *f, gconstpointer model_id)
{
  RankleModel *model = rankle_study_get_model (f->study);

  for (guint i = 0; i < rankle_model_get_n_controls (model); i++)
    for (guint k = 1; k < 20; k++)
      {
        const RankleControl *control = rankle_model_get_control (model, i);
        double               was = rankle_study_get_control (f->study, control->id);

        if (control->absent != NULL)
          continue;
        gtk_range_set_value (GTK_RANGE (find_scale (f, control->id)), k / 20.0);
        if (!(fabs (rankle_study_get_control (f->study, control->id) - was) > 0))
          continue;
        rankle_study_undo (f->study);
        g_assert_cmpfloat (rankle_study_get_control (f->study, control->id), ==, was);
        g_assert_false (rankle_study_can_undo (f->study));
      }
}

static void
test_slider_moves_the_study (Fixture *f, gconstpointer model_id)
{
  GtkWidget *scale = find_scale (f, "opg");

  gtk_range_set_value (GTK_RANGE (scale), 1);
  g_assert_cmpfloat_with_epsilon (rankle_study_get_control (f->study, "opg"), 8, 1e-9);
  g_assert_true (rankle_study_control_changed (f->study, "opg"));
  /* and the study the slider */
  rankle_study_set_control (f->study, "opg", 0);
  g_assert_cmpfloat (gtk_range_get_value (GTK_RANGE (scale)), ==, 0);
}

/* Every control has its name, and its value in words with the unit, at both ends too. */
static void
test_spoken (Fixture *f, gconstpointer model_id)
{
  static const struct
  {
    const char *control, *name;
    const char *words[3]; /* at first, at the right end, at the left end */
  } table[] = {
    { "rankl", "RANKL", { "1 × baseline", "8 × baseline", "off" } },
    { "opg", "OPG", { "1 × baseline", "8 × baseline", "off" } },
    { "estrogen", "Estrogen", { "100 %", "150 %", "0 %" } },
    { "denosumab_interval", "Interval", { "6 months", "2 years", "30 days" } },
    { "denosumab_start", "First injection", { "0 days", "30 years", "0 days" } },
    { "denosumab_count", "Injections", { "6", "60", "0" } },
    { "denosumab_dose", "Denosumab", { "60 mg", "210 mg", "0 mg" } },
  };

  rankle_study_set_control (f->study, "denosumab_dose", 60);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      GtkWidget     *scale = find_scale (f, table[i].control);
      GtkAccessible *accessible = GTK_ACCESSIBLE (scale);

      gtk_test_accessible_assert_role (accessible, GTK_ACCESSIBLE_ROLE_SLIDER);
      gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           table[i].name);
      for (guint k = 0; k < 3; k++)
        {
          if (k > 0)
            gtk_range_set_value (GTK_RANGE (scale), k == 1);
          gtk_test_accessible_assert_property (
              accessible, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, table[i].words[k]);
        }
    }
}

static void
test_entry (Fixture *f, gconstpointer model_id)
{
  static const struct
  {
    const char *control, *text;
    double      value; /* NaN: refused */
    const char *complaint;
  } table[] = {
    { "opg", "2.5", 2.5, NULL },
    { "opg", " 0,5 ", 0.5, NULL },
    { "opg", "0", 0, NULL },
    { "estrogen", "20", 0.2, NULL },
    { "opg", "abc", NAN, "Please enter a number." },
    { "opg", "", NAN, "Please enter a number." },
    { "opg", "3x", NAN, "Please enter a number." },
    { "opg", "nan", NAN, "Please enter a number." },
    { "opg", "9", NAN, "Please enter a number from 0 to 8." },
    { "opg", "0.01", NAN, "Please enter a number from 0 to 8." },
    { "estrogen", "-1", NAN, "Please enter a number from 0 to 150." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      RankleControlRow *row =
          RANKLE_CONTROL_ROW (rankle_controls_find_row (f->controls, table[i].control));
      double           before = rankle_study_get_control (f->study, table[i].control);
      g_autofree char *complaint = NULL;
      gboolean         taken = rankle_control_row_enter (row, table[i].text, &complaint);

      g_test_message ("%s “%s”", table[i].control, table[i].text);
      g_assert_cmpint (taken, ==, !isnan (table[i].value));
      g_assert_cmpstr (complaint, ==, table[i].complaint);
      g_assert_cmpfloat_with_epsilon (
          rankle_study_get_control (f->study, table[i].control),
          taken ? table[i].value : before, 1e-12);
    }
}

/* In words that are seen. */
static gboolean
says (GtkWidget *widget, const char *words)
{
  gboolean said = GTK_IS_LABEL (widget) &&
                  g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), words);

  if (!gtk_widget_get_visible (widget))
    return FALSE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !said;
       child = gtk_widget_get_next_sibling (child))
    said = says (child, words);
  return said;
}

static guint
count_rows (GtkWidget *widget)
{
  guint n = RANKLE_IS_CONTROL_ROW (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_rows (child);
  return n;
}

/* Of a drug that a model lacks there is nothing to say of doses, intervals and a start.
 */
static void
test_absent_drug (Fixture *f, gconstpointer model_id)
{
  RankleModel *model = rankle_study_get_model (f->study);
  GtkWidget   *row = rankle_controls_find_row (f->controls, "denosumab_dose");

  g_assert_true (says (row, "Denosumab"));
  g_assert_true (says (row, "not in this model"));
  g_assert_true (says (row, rankle_model_find_control (model, "denosumab_dose")->absent));
  g_assert_true (rankle_controls_find_row (f->controls, "denosumab_interval") == row);
  g_assert_true (rankle_controls_find_row (f->controls, "denosumab_start") == row);
  g_assert_cmpuint (count_rows (GTK_WIDGET (f->controls)), ==,
                    rankle_model_get_n_controls (model) - 3);
  g_assert_false (says (GTK_WIDGET (f->controls), "Interval"));
}

static void
test_absent (Fixture *f, gconstpointer model_id)
{
  GtkWidget  *row = rankle_controls_find_row (f->controls, "estrogen");
  const char *why =
      rankle_model_find_control (rankle_study_get_model (f->study), "estrogen")->absent;

  g_assert_nonnull (why);
  g_assert_false (gtk_widget_get_sensitive (row));
  g_assert_true (says (row, why));
  g_assert_false (gtk_widget_get_visible (find_scale (f, "estrogen")));
  g_assert_true (
      gtk_widget_get_sensitive (rankle_controls_find_row (f->controls, "opg")));
}

static void
test_model_changes_rows (Fixture *f, gconstpointer model_id)
{
  g_autoptr (RankleModel) other = rankle_catalog_load ("lemaire-2004", NULL);

  g_assert_true (gtk_widget_get_sensitive (
      rankle_controls_find_row (f->controls, "denosumab_dose")));
  rankle_study_set_model (f->study, other);
  g_assert_false (gtk_widget_get_sensitive (
      rankle_controls_find_row (f->controls, "denosumab_dose")));
}

/* ---- names ---- */

#define PANEL_WIDTH 255 /* px, what rows have of the panel */

/* All of it, and its words in one piece each. */
static gboolean
is_whole (GtkLabel *label)
{
  PangoLayout *layout = gtk_label_get_layout (label);
  const char  *text = gtk_label_get_text (label);

  for (int i = 1; i < pango_layout_get_line_count (layout); i++)
    {
      int start = pango_layout_get_line_readonly (layout, i)->start_index;

      if (text[start - 1] != ' ' && text[start - 1] != '-')
        return FALSE;
    }
  return !pango_layout_is_ellipsized (layout);
}

static void
check_names (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "heading") &&
      !is_whole (GTK_LABEL (widget)))
    {
      g_test_message ("cut: %s", gtk_label_get_text (GTK_LABEL (widget)));
      g_test_fail ();
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child))
      check_names (child);
}

static void
open_headings (GtkWidget *widget)
{
  if (GTK_IS_TOGGLE_BUTTON (widget))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    open_headings (child);
}

static void
lay_out (GtkWidget *widget)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, PANEL_WIDTH, NULL, &height, NULL,
                      NULL);
  gtk_widget_size_allocate (widget, &(GtkAllocation){ 0, 0, PANEL_WIDTH, height }, -1);
}

static void
switch_first_off (Fixture *f)
{
  RankleModel *model = rankle_study_get_model (f->study);

  for (guint i = 0; i < rankle_model_get_n_controls (model); i++)
    {
      const RankleControl *control = rankle_model_get_control (model, i);

      if (control->absent != NULL || !control->is_switch)
        continue;
      rankle_study_set_control (f->study, control->id, control->min);
      return;
    }
}

/* Not even where a row waits for another, and says so: a knock-out without its gene. */
static void
test_names_are_whole (Fixture *f, gconstpointer model_id)
{
  open_headings (GTK_WIDGET (f->controls));
  for (guint off = 0; off < 2; off++)
    {
      if (off)
        switch_first_off (f);
      lay_out (GTK_WIDGET (f->controls));
      check_names (GTK_WIDGET (f->controls));
    }
}

#define SWITCH "traf6"

static GtkWidget *
find_descendant (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_OBJECT_TYPE (widget) == type ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_descendant (child, type);
  return found;
}

/* "Knocked out" is a switch, and undo takes it back. */
static void
test_switch (Fixture *f, gconstpointer data)
{
  GtkWidget *row = rankle_controls_find_row (f->controls, SWITCH);
  GtkWidget *toggle;

  g_assert_nonnull (row);
  toggle = find_descendant (row, GTK_TYPE_SWITCH);
  g_assert_true (gtk_widget_get_visible (toggle));
  g_assert_false (
      gtk_widget_get_visible (rankle_control_row_get_scale (RANKLE_CONTROL_ROW (row))));
  gtk_switch_set_active (GTK_SWITCH (toggle),
                         !gtk_switch_get_active (GTK_SWITCH (toggle)));
  g_assert_true (rankle_study_control_changed (f->study, SWITCH));
  rankle_study_undo (f->study);
  g_assert_false (rankle_study_control_changed (f->study, SWITCH));
}

/* The only one of its row, for what the row says. */
static GtkWidget *
find_in_row (Fixture *f, const char *control, GType type)
{
  return find_descendant (rankle_controls_find_row (f->controls, control), type);
}

/* "Knock out TRAF6" is off until it is knocked out, whatever the model calls 1. */
static void
test_reversed_switch (Fixture *f, gconstpointer data)
{
  GtkWidget *toggle = find_in_row (f, SWITCH, GTK_TYPE_SWITCH);
  GtkLabel  *name = GTK_LABEL (find_in_row (f, SWITCH, GTK_TYPE_LABEL));

  g_assert_cmpstr (gtk_label_get_text (name), ==, "Knock out TRAF6");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (toggle),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Knock out TRAF6");
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (toggle)));
  gtk_switch_set_active (GTK_SWITCH (toggle), TRUE);
  g_assert_cmpfloat (rankle_study_get_control (f->study, SWITCH), ==, 0);
  g_assert_cmpstr (rankle_study_get_undo_label (f->study), ==, "TRAF6 knocked out");
  rankle_study_undo (f->study);
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (toggle)));
  g_assert_cmpfloat (rankle_study_get_control (f->study, SWITCH), ==, 1);
}

/* ---- what makes no difference ---- */

static const char *
get_shown (Fixture *f, const char *control)
{
  GtkWidget *button = find_in_row (f, control, GTK_TYPE_BUTTON);

  return gtk_label_get_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))));
}

static gboolean
is_sensitive (Fixture *f, const char *control)
{
  return gtk_widget_get_sensitive (rankle_controls_find_row (f->controls, control));
}

/* The bar before the name. */
static gboolean
is_marked (Fixture *f, const char *control)
{
  GtkWidget *row = rankle_controls_find_row (f->controls, control);
  GtkWidget *mark = gtk_widget_get_first_child (gtk_widget_get_first_child (row));

  g_assert_true (gtk_widget_has_css_class (mark, "change-mark"));
  return gtk_widget_get_opacity (mark) > 0;
}

/* Of a drug that nobody takes nothing can be set but the dose; what was set is kept. */
static void
test_no_dose_yet (Fixture *f, gconstpointer data)
{
  static const char *const others[] = { "denosumab_interval", "denosumab_count",
                                        "denosumab_start" };

  rankle_study_set_control (f->study, "denosumab_interval", 90);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_assert_false (is_sensitive (f, others[i]) || is_marked (f, others[i]));
      g_assert_cmpstr (get_shown (f, others[i]), ==, "no dose yet");
    }
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (find_scale (f, "denosumab_interval")),
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      "no dose yet. Time from one injection to the next.");
  rankle_study_set_control (f->study, "denosumab_dose", 60);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_true (is_sensitive (f, others[i]));
  g_assert_cmpstr (get_shown (f, "denosumab_interval"), ==, "90 days");
  g_assert_true (is_marked (f, "denosumab_interval"));
  g_assert_false (is_marked (f, "denosumab_count"));
  rankle_study_set_control (f->study, "denosumab_count", 1);
  g_assert_cmpstr (get_shown (f, "denosumab_interval"), ==, "single dose");
  g_assert_true (is_sensitive (f, "denosumab_start"));
}

/* Not of doses alone, and of switches, too. */
static void
test_idle_switch (Fixture *f, gconstpointer data)
{
  g_assert_false (is_sensitive (f, "surgical"));
  g_assert_cmpstr (get_shown (f, "surgical"), ==, "no menopause");
  rankle_study_set_control (f->study, "menopause", 4);
  g_assert_true (is_sensitive (f, "surgical"));
  g_assert_false (gtk_widget_get_visible (find_in_row (f, "surgical", GTK_TYPE_BUTTON)));
}

/* Who takes the dose away by undo, with the keyboard on its interval, goes on from the
 * dose. */
static void
test_focus_leaves_idle_row (Fixture *f, gconstpointer data)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *interval;

  rankle_study_set_control (f->study, "denosumab_dose", 60);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller),
                                 GTK_WIDGET (f->controls));
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_present (GTK_WINDOW (window));
  interval = rankle_controls_find_row (f->controls, "denosumab_interval");
  g_assert_true (gtk_widget_grab_focus (interval));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) ==
                 find_scale (f, "denosumab_interval"));
  rankle_study_undo (f->study);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) ==
                 find_scale (f, "denosumab_dose"));
  gtk_window_set_child (GTK_WINDOW (window), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* ---- what is marked ---- */

/* A scenario's own settings are not marked, but they are shown; a row is reset to them.
 */
static void
test_marked_from_scenario (Fixture *f, gconstpointer data)
{
  g_autoptr (RankleScenario) scenario = rankle_scenario_new ("test", "Test", "");
  GtkWidget *reset;

  rankle_scenario_set_control (scenario, "estrogen", 0.2);
  rankle_scenario_set_control (scenario, "hrt", 0.5);
  rankle_study_set_scenario (f->study, scenario);
  g_assert_false (is_marked (f, "estrogen") || is_marked (f, "hrt"));
  g_assert_true (gtk_widget_get_visible (
      gtk_widget_get_parent (rankle_controls_find_row (f->controls, "hrt"))));
  rankle_study_set_control (f->study, "estrogen", 1);
  g_assert_true (is_marked (f, "estrogen"));
  reset = gtk_widget_get_last_child (
      gtk_widget_get_first_child (rankle_controls_find_row (f->controls, "estrogen")));
  g_assert_true (gtk_widget_get_sensitive (reset));
  g_signal_emit_by_name (reset, "clicked");
  g_assert_cmpstr (get_shown (f, "estrogen"), ==, "20 %");
  g_assert_false (is_marked (f, "estrogen") || gtk_widget_get_sensitive (reset));
}

/* Denosumab and teriparatide are dosed apart. */
static void
test_a_card_a_drug (Fixture *f, gconstpointer data)
{
  GtkWidget *denosumab = rankle_controls_find_row (f->controls, "denosumab_dose");
  GtkWidget *interval = rankle_controls_find_row (f->controls, "denosumab_interval");
  GtkWidget *teriparatide = rankle_controls_find_row (f->controls, "teriparatide_dose");

  g_assert_true (gtk_widget_get_parent (denosumab) == gtk_widget_get_parent (interval));
  g_assert_false (gtk_widget_get_parent (denosumab) ==
                  gtk_widget_get_parent (teriparatide));
}

/* ---- many parameters ---- */

static GtkWidget *
find_search (Fixture *f)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (f->controls));

  return GTK_IS_SEARCH_ENTRY (first) ? first : NULL;
}

/* A model of @n parameters and no sidecar. */
static void
open_parameters (Fixture *f, guint n)
{
  g_autoptr (GString) text = g_string_new ("x = 1; x' = -p0 * x\n");
  g_autoptr (RankleModel) model = NULL;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "p%u = 1\n", i);
  model = rankle_model_new_from_antimony (text->str, -1, "many", NULL, NULL);
  rankle_study_set_model (f->study, model);
}

static void
search (Fixture *f, const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (find_search (f)), words);
  g_signal_emit_by_name (find_search (f), "search-changed");
}

static gboolean
is_shown (Fixture *f, const char *control)
{
  return gtk_widget_get_visible (rankle_controls_find_row (f->controls, control));
}

/* The toggle below the rows. */
static GtkToggleButton *
find_more (Fixture *f)
{
  return GTK_TOGGLE_BUTTON (gtk_widget_get_last_child (GTK_WIDGET (f->controls)));
}

/* The first twelve, and what was moved; all when asked. */
static void
test_fold (Fixture *f, gconstpointer model_id)
{
  open_parameters (f, 12);
  g_assert_true (is_shown (f, "p11"));
  open_parameters (f, 15);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (find_more (f))), ==,
                   "Show All 15 Parameters");
  g_assert_true (is_shown (f, "p11"));
  g_assert_false (is_shown (f, "p12") || is_shown (f, "p14"));
  gtk_toggle_button_set_active (find_more (f), TRUE);
  g_assert_true (is_shown (f, "p12") && is_shown (f, "p14"));
  rankle_study_set_control (f->study, "p14", 2);
  gtk_toggle_button_set_active (find_more (f), FALSE);
  g_assert_false (is_shown (f, "p12"));
  g_assert_true (is_shown (f, "p14"));
  search (f, "p13");
  g_assert_true (is_shown (f, "p13"));
  g_assert_false (is_shown (f, "p14") ||
                  gtk_widget_get_visible (GTK_WIDGET (find_more (f))));
}

/* Until a frame's whole work is done and nothing more comes of it. */
static void
settle (Fixture *f)
{
  gtk_test_widget_wait_for_draw (GTK_WIDGET (f->controls));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Of thousands of parameters there are as many rows as can be seen, and a page more; at
 * the end of the view there are always others, each in its place. */
static void
test_rows_come_into_view (Fixture *f, gconstpointer model_id)
{
  GtkWidget     *window = gtk_window_new ();
  GtkWidget     *scroller = gtk_scrolled_window_new ();
  GtkAdjustment *view;
  guint          n, page;

  open_parameters (f, 2000);
  g_assert_cmpuint (count_rows (GTK_WIDGET (f->controls)), ==, 12);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller),
                                 GTK_WIDGET (f->controls));
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 600);
  gtk_window_present (GTK_WINDOW (window));
  settle (f);
  g_assert_cmpuint (count_rows (GTK_WIDGET (f->controls)), ==, 12);
  gtk_toggle_button_set_active (find_more (f), TRUE);
  settle (f);
  page = count_rows (GTK_WIDGET (f->controls));
  g_assert_cmpuint (page, >, 12);
  g_assert_cmpuint (page, <, 100);
  view = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  gtk_adjustment_set_value (view, gtk_adjustment_get_upper (view));
  settle (f);
  n = count_rows (GTK_WIDGET (f->controls));
  g_assert_cmpuint (n, >, page);
  g_assert_cmpuint (n, <, 200);
  search (f, "p199");
  settle (f);
  g_assert_cmpuint (count_rows (GTK_WIDGET (f->controls)), ==,
                    n + 11); /* p199, p1990 and on */
  g_assert_true (
      gtk_widget_get_next_sibling (rankle_controls_find_row (f->controls, "p1998")) ==
      rankle_controls_find_row (f->controls, "p1999"));
  gtk_window_set_child (GTK_WINDOW (window), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Scrolling through the list moves no slider. */
static void
test_wheel (Fixture *f, gconstpointer model_id)
{
  g_autoptr (GListModel) controllers =
      gtk_widget_observe_controllers (find_scale (f, "opg"));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        g_assert_cmpint (gtk_event_controller_get_propagation_phase (controller), ==,
                         GTK_PHASE_NONE);
    }
}

static GtkWidget *
find_rows (Fixture *f, const char *control)
{
  return gtk_widget_get_parent (rankle_controls_find_row (f->controls, control));
}

/* What was moved does not stay out of sight, and what was opened does not close again. */
static void
test_headings (Fixture *f, gconstpointer model_id)
{
  GtkWidget *rows = find_rows (f, "traf6");
  GtkWidget *heading = gtk_widget_get_prev_sibling (rows);

  g_assert_true (find_rows (f, "nfkb") == rows);
  g_assert_true (find_rows (f, "hrt") != rows);
  g_assert_false (gtk_widget_get_visible (rows));
  g_assert_true (gtk_widget_get_visible (find_rows (f, "opg")));
  gtk_test_accessible_assert_property (heading, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Knock-outs");
  gtk_test_accessible_assert_state (heading, GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
  rankle_study_set_control (f->study, "traf6", 0);
  g_assert_true (gtk_widget_get_visible (rows));
  g_assert_false (gtk_widget_get_visible (find_rows (f, "hrt")));
  gtk_test_accessible_assert_state (heading, GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  rankle_study_reset_control (f->study, "traf6");
  g_assert_true (gtk_widget_get_visible (rows));
}

/* Who folds up what was moved has seen it; what is moved next shows itself again. */
static void
test_headings_stay_folded (Fixture *f, gconstpointer model_id)
{
  GtkWidget *rows = find_rows (f, "traf6");
  GtkWidget *heading = gtk_widget_get_prev_sibling (rows);

  rankle_study_set_control (f->study, "traf6", 0);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (heading), FALSE);
  rankle_study_set_control (f->study, "opg", 2);
  g_assert_false (gtk_widget_get_visible (rows));
  rankle_study_set_control (f->study, "nfkb", 0);
  g_assert_true (gtk_widget_get_visible (rows));
}

/* A model that is opened while its controls are moved. */
static void
test_headings_of_moved_controls (Fixture *f, gconstpointer model_id)
{
  g_autoptr (RankleModel) rankle = rankle_catalog_load ("rankle", NULL);
  g_autoptr (RankleScenario) scenario = rankle_scenario_new ("test", "Test", "");

  rankle_scenario_set_control (scenario, "nfatc1", 0);
  rankle_study_set_scenario (f->study, scenario);
  rankle_study_set_model (f->study, rankle);
  g_assert_true (gtk_widget_get_visible (find_rows (f, "nfatc1")));
  g_assert_false (gtk_widget_get_visible (find_rows (f, "hrt")));
}

/* ---- a heading a drug ---- */

static GtkToggleButton *
find_heading (Fixture *f, const char *control)
{
  GtkWidget *line = gtk_widget_get_prev_sibling (find_rows (f, control));

  return GTK_TOGGLE_BUTTON (gtk_widget_get_first_child (line));
}

static gboolean
is_open (Fixture *f, const char *control)
{
  return gtk_widget_get_visible (find_rows (f, control));
}

/* Of a drug that nobody takes there is one line, which says so and opens; what makes no
 * difference without it is under it, too. */
static void
test_drug_is_folded (Fixture *f, gconstpointer model_id)
{
  GtkToggleButton *heading = find_heading (f, "denosumab_dose");

  gtk_test_accessible_assert_property (heading, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Denosumab");
  gtk_test_accessible_assert_property (heading, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "no dose");
  g_assert_false (is_open (f, "denosumab_dose"));
  g_assert_true (find_rows (f, "weight") == find_rows (f, "denosumab_dose"));
  g_assert_true (find_rows (f, "estrogen") != find_rows (f, "denosumab_dose"));
  g_signal_emit_by_name (heading, "clicked");
  g_assert_true (is_open (f, "denosumab_dose"));
  rankle_study_set_control (f->study, "opg", 2);
  g_assert_true (is_open (f, "denosumab_dose"));
}

/* It opens when it is given, and folds up when it is not given any more; what is at hand
 * stays. */
static void
test_drug_opens (Fixture *f, gconstpointer model_id)
{
  GtkToggleButton *heading = find_heading (f, "denosumab_dose");
  GtkWidget       *window = gtk_window_new ();
  GtkWidget       *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller),
                                 GTK_WIDGET (f->controls));
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_present (GTK_WINDOW (window));
  rankle_study_set_control (f->study, "denosumab_dose", 60);
  g_assert_true (is_open (f, "denosumab_dose"));
  gtk_test_accessible_assert_property (heading, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
  gtk_toggle_button_set_active (heading, FALSE);
  rankle_study_set_control (f->study, "denosumab_interval", 90);
  g_assert_true (is_open (f, "denosumab_dose"));
  g_assert_true (gtk_widget_grab_focus (find_scale (f, "denosumab_dose")));
  rankle_study_set_control (f->study, "denosumab_dose", 0);
  g_assert_true (is_open (f, "denosumab_dose"));
  rankle_study_set_control (f->study, "denosumab_dose", 60);
  g_assert_true (gtk_widget_grab_focus (find_scale (f, "opg")));
  rankle_study_undo (f->study);
  g_assert_false (is_open (f, "denosumab_dose"));
  gtk_test_accessible_assert_property (heading, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "no dose");
  gtk_window_set_child (GTK_WINDOW (window), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What the model lacks is told, and not folded up with a drug; and a drug that is all
 * there is to be moved is in sight. */
static void
test_absent_beside_drug (Fixture *f, gconstpointer model_id)
{
  RankleModel *model = rankle_study_get_model (f->study);

  for (guint i = 0; i < rankle_model_get_n_controls (model); i++)
    {
      const RankleControl *control = rankle_model_get_control (model, i);

      if (control->absent != NULL)
        g_assert_true (is_open (f, control->id));
    }
  g_assert_true (is_open (f, "fcopg_dose"));
}

static void
test_search (Fixture *f, gconstpointer model_id)
{
  GtkWidget *nothing;

  g_assert_null (find_search (f));
  open_parameters (f, 12);
  g_assert_null (find_search (f));
  open_parameters (f, 13);
  nothing = gtk_widget_get_next_sibling (find_search (f));
  g_assert_false (is_shown (f, "p12"));
  search (f, " P1");
  g_assert_true (is_shown (f, "p1") && is_shown (f, "p12"));
  g_assert_false (is_shown (f, "p2") || gtk_widget_get_visible (nothing));
  search (f, "nowhere");
  g_assert_false (is_shown (f, "p1"));
  g_assert_true (gtk_widget_get_visible (nothing));
  g_signal_emit_by_name (find_search (f), "stop-search");
  g_signal_emit_by_name (find_search (f), "search-changed");
  g_assert_true (is_shown (f, "p2"));
  g_assert_false (gtk_widget_get_visible (nothing));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_assert_nonnull (rankle_resources_get_resource ());

  g_test_add ("/controls/slider-moves-the-study", Fixture, "rankle", set_up,
              test_slider_moves_the_study, tear_down);
  g_test_add ("/controls/one-step", Fixture, "rankle", set_up, test_one_step, tear_down);
  g_test_add ("/controls/spoken", Fixture, "rankle", set_up, test_spoken, tear_down);
  g_test_add ("/controls/entry", Fixture, "rankle", set_up, test_entry, tear_down);
  g_test_add ("/controls/names/lymph-node", Fixture, "lymph-node", set_up,
              test_names_are_whole, tear_down);
  g_test_add ("/controls/names/osteopetrosis", Fixture, "osteopetrosis", set_up,
              test_names_are_whole, tear_down);
  g_test_add ("/controls/names/paget", Fixture, "paget", set_up, test_names_are_whole,
              tear_down);
  g_test_add ("/controls/absent-drug", Fixture, "lemaire-2004", set_up, test_absent_drug,
              tear_down);
  g_test_add ("/controls/absent", Fixture, "lemaire-2004", set_up, test_absent,
              tear_down);
  g_test_add ("/controls/model-changes-rows", Fixture, "rankle", set_up,
              test_model_changes_rows, tear_down);
  g_test_add ("/controls/switch", Fixture, "rankl-signalling", set_up, test_switch,
              tear_down);
  g_test_add ("/controls/reversed-switch", Fixture, "rankl-signalling", set_up,
              test_reversed_switch, tear_down);
  g_test_add ("/controls/no-dose-yet", Fixture, "rankle", set_up, test_no_dose_yet,
              tear_down);
  g_test_add ("/controls/idle-switch", Fixture, "joerg-2022", set_up, test_idle_switch,
              tear_down);
  g_test_add ("/controls/focus-leaves-idle-row", Fixture, "rankle", set_up,
              test_focus_leaves_idle_row, tear_down);
  g_test_add ("/controls/marked-from-scenario", Fixture, "rankle", set_up,
              test_marked_from_scenario, tear_down);
  g_test_add ("/controls/a-card-a-drug", Fixture, "peterson-riggs-2012", set_up,
              test_a_card_a_drug, tear_down);
  g_test_add ("/controls/fold", Fixture, "rankle", set_up, test_fold, tear_down);
  g_test_add ("/controls/rows-come-into-view", Fixture, "rankle", set_up,
              test_rows_come_into_view, tear_down);
  g_test_add ("/controls/wheel", Fixture, "rankle", set_up, test_wheel, tear_down);
  g_test_add ("/controls/headings", Fixture, "rankle", set_up, test_headings, tear_down);
  g_test_add ("/controls/headings-stay-folded", Fixture, "rankle", set_up,
              test_headings_stay_folded, tear_down);
  g_test_add ("/controls/headings-of-moved-controls", Fixture, "lemaire-2004", set_up,
              test_headings_of_moved_controls, tear_down);
  g_test_add ("/controls/drug-is-folded", Fixture, "rankle", set_up, test_drug_is_folded,
              tear_down);
  g_test_add ("/controls/drug-opens", Fixture, "rankle", set_up, test_drug_opens,
              tear_down);
  g_test_add ("/controls/absent-beside-drug", Fixture, "zierhut-2008", set_up,
              test_absent_beside_drug, tear_down);
  g_test_add ("/controls/search", Fixture, "rankle", set_up, test_search, tear_down);
  return g_test_run ();
}
