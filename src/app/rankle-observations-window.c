/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-observations-window.h"

#include <glib/gi18n.h>

#include "rankle-observation-words.h"
#include "rankle-time-unit.h"

/* Of a table with more quantities the rest is read as it was guessed. */
#define SERIES_MAX  60
#define LABEL_CHARS 24

struct _RankleObservationsWindow
{
  AdwWindow           parent_instance;
  RankleStudy        *study;        /* (owned) */
  RankleModel        *model;        /* (owned): the study's when it was asked */
  RankleObservations *observations; /* (owned): a copy of our own */
  GtkStringList      *columns;      /* (owned): of the model, behind “Not shown” */
  GArray             *choices;      /* (owned): Choice, of a series each */

  /* Template widgets */
  AdwWindowTitle      *title;
  AdwPreferencesPage  *page;
  AdwPreferencesGroup *time_group;
  AdwComboRow         *clock_row;
  GtkSpinButton       *zero;
  GtkWidget           *first_dose_button;
  AdwComboRow         *arm_row;
  GtkButton           *accept_button;
};

/* What is chosen of a series, and what was at first: a target that nobody touches stays
 * what it was, be it in this model or not. */
typedef struct
{
  GtkDropDown *column;
  guint        first;
  AdwComboRow *measured_as;
} Choice;

G_DEFINE_FINAL_TYPE (RankleObservationsWindow,
                     rankle_observations_window,
                     ADW_TYPE_WINDOW)

/* ---- what is accepted ---- */

static void
take_series (RankleObservationsWindow *self, guint i)
{
  const Choice    *choice = &g_array_index (self->choices, Choice, i);
  guint            chosen = gtk_drop_down_get_selected (choice->column);
  RankleMeasuredAs as =
      (RankleMeasuredAs)adw_combo_row_get_selected (choice->measured_as);
  g_autofree char *target =
      g_strdup (rankle_observations_get_series (self->observations, i)->target);
  const char *now = target;

  if (chosen != choice->first)
    now = chosen == 0 || chosen > rankle_model_get_n_columns (self->model)
              ? ""
              : rankle_model_get_column (self->model, chosen - 1)->id;
  rankle_observations_set_series (self->observations, i, now, as);
}

/* In the place of the one of that name. */
static void
put (RankleObservationsWindow *self)
{
  GtkWindow          *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  RankleObservations *old = rankle_study_find_observations (
      self->study, rankle_observations_get_name (self->observations));

  if (!rankle_study_put_observations (self->study, old, self->observations) &&
      parent != NULL)
    gtk_widget_activate_action (
        GTK_WIDGET (parent), "win.tell", "s",
        _ ("There are as many tables of observations as there can be."));
}

static void
accept (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RankleObservationsWindow *self = RANKLE_OBSERVATIONS_WINDOW (widget);

  gtk_spin_button_update (self->zero);
  rankle_observations_set_clock (
      self->observations,
      (RankleClock)(adw_combo_row_get_selected (self->clock_row) + RANKLE_CLOCK_SECOND));
  rankle_observations_set_zero (self->observations,
                                gtk_spin_button_get_value (self->zero));
  rankle_observations_set_shown_arm (self->observations,
                                     (int)adw_combo_row_get_selected (self->arm_row) - 1);
  for (guint i = 0; i < self->choices->len; i++)
    take_series (self, i);
  put (self);
  gtk_window_close (GTK_WINDOW (self));
}

/* ---- time and arms ---- */

/* [days]; FALSE: there is no dose. */
static gboolean
find_first_dose (RankleStudy *study, double *days)
{
  guint         n;
  const double *doses = rankle_study_get_dose_times (study, &n);
  const char   *unit = rankle_model_get_time_unit (rankle_study_get_model (study));

  if (n == 0)
    return FALSE;
  *days = doses[0] * rankle_time_unit_convert (unit, "day");
  return TRUE;
}

static void
put_first_dose (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RankleObservationsWindow *self = RANKLE_OBSERVATIONS_WINDOW (widget);
  double                    days;

  if (find_first_dose (self->study, &days))
    gtk_spin_button_set_value (self->zero, days);
}

static void
fill_time (RankleObservationsWindow *self)
{
  RankleClock    clock = rankle_observations_get_clock (self->observations);
  GtkStringList *clocks = gtk_string_list_new (NULL);
  double         days;

  for (guint i = RANKLE_CLOCK_SECOND; i < RANKLE_N_CLOCKS; i++)
    gtk_string_list_append (clocks, rankle_clock_in_words ((RankleClock)i));
  adw_combo_row_set_model (self->clock_row, G_LIST_MODEL (clocks));
  g_object_unref (clocks);
  if (clock == RANKLE_CLOCK_UNSTATED)
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->clock_row),
                                   _ ("The table does not say it"));
      clock = RANKLE_CLOCK_DAY;
    }
  adw_combo_row_set_selected (self->clock_row, (guint)clock - RANKLE_CLOCK_SECOND);
  gtk_spin_button_set_value (self->zero,
                             rankle_observations_get_zero (self->observations));
  gtk_widget_set_visible (self->first_dose_button, find_first_dose (self->study, &days));
}

static void
fill_arms (RankleObservationsWindow *self)
{
  guint          n = rankle_observations_get_n_arms (self->observations);
  GtkStringList *arms = gtk_string_list_new (NULL);

  gtk_string_list_append (arms, _ ("All"));
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (arms, rankle_observations_get_arm (self->observations, i));
  adw_combo_row_set_model (self->arm_row, G_LIST_MODEL (arms));
  g_object_unref (arms);
  adw_combo_row_set_selected (
      self->arm_row, (guint)(rankle_observations_get_shown_arm (self->observations) + 1));
  gtk_widget_set_visible (GTK_WIDGET (self->arm_row), n > 0);
}

/* ---- quantities ---- */

static void
list_columns (RankleObservationsWindow *self)
{
  self->columns = gtk_string_list_new (NULL);
  gtk_string_list_append (self->columns, _ ("Not shown"));
  for (guint i = 0; i < rankle_model_get_n_columns (self->model); i++)
    {
      const RankleQuantity *column = rankle_model_get_column (self->model, i);
      g_autofree char      *words =
          g_str_equal (column->label, column->id)
                   ? g_strdup (column->id)
                   : g_strdup_printf ("%s (%s)", column->label, column->id);

      gtk_string_list_append (self->columns, words);
    }
}

static void
setup_item_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LABEL_CHARS);
  gtk_list_item_set_child (item, label);
}

static void
bind_item_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_label (
      GTK_LABEL (gtk_list_item_get_child (item)),
      gtk_string_object_get_string (GTK_STRING_OBJECT (gtk_list_item_get_item (item))));
}

/* (transfer floating): the columns, to be searched by typing. */
static GtkWidget *
make_column_chooser (RankleObservationsWindow *self, const char *name, guint selected)
{
  GtkExpression *words =
      gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget          *chooser =
      gtk_drop_down_new (G_LIST_MODEL (g_object_ref (self->columns)), words);
  /* Translators: %s is a quantity of a table */
  g_autofree char *label = g_strdup_printf (_ ("%s in the model"), name);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_item_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_item_cb), NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (chooser), factory);
  g_object_unref (factory);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (chooser), TRUE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (chooser), selected);
  gtk_widget_set_valign (chooser, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chooser), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  return chooser;
}

static GtkWidget *
make_measured_as_row (const RankleObservedSeries *series)
{
  GtkStringList *words = gtk_string_list_new (NULL);
  GtkWidget     *row = adw_combo_row_new ();

  for (guint i = 0; i < RANKLE_N_MEASURED_AS; i++)
    gtk_string_list_append (words, rankle_measured_as_in_words ((RankleMeasuredAs)i));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (words));
  g_object_unref (words);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), series->measured_as);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Measured As"));
  return row;
}

static guint
count_points (RankleObservationsWindow *self, guint series)
{
  guint                    n, count = 0;
  const RankleObservation *points =
      rankle_observations_get_points (self->observations, &n);

  for (guint i = 0; i < n; i++)
    count += points[i].series == series;
  return count;
}

static void
add_series (RankleObservationsWindow *self, guint i)
{
  const RankleObservedSeries *series =
      rankle_observations_get_series (self->observations, i);
  guint            n = count_points (self, i);
  g_autofree char *count = g_strdup_printf (ngettext ("%u point", "%u points", n), n);
  g_autofree char *name = g_markup_escape_text (series->name, -1);
  GtkWidget       *group = adw_preferences_group_new ();
  GtkWidget       *row = adw_action_row_new ();
  RankleObserved   observed;
  Choice           choice = { 0 };

  if (rankle_observations_find_observed (self->observations, i, self->model, &observed))
    choice.first = observed.column + 1;
  choice.column = GTK_DROP_DOWN (make_column_chooser (self, series->name, choice.first));
  choice.measured_as = ADW_COMBO_ROW (make_measured_as_row (series));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), name);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), count);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("In the Model"));
  if (choice.first == 0 && *series->target != '\0')
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Nothing is called so"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (choice.column));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row),
                                         GTK_WIDGET (choice.column));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             GTK_WIDGET (choice.measured_as));
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
  g_array_append_val (self->choices, choice);
}

/* ---- object ---- */

static void
rankle_observations_window_dispose (GObject *object)
{
  RankleObservationsWindow *self = RANKLE_OBSERVATIONS_WINDOW (object);

  g_clear_object (&self->study);
  g_clear_pointer (&self->model, rankle_model_unref);
  g_clear_object (&self->columns);
  g_clear_pointer (&self->observations, rankle_observations_unref);
  g_clear_pointer (&self->choices, g_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), RANKLE_TYPE_OBSERVATIONS_WINDOW);
  G_OBJECT_CLASS (rankle_observations_window_parent_class)->dispose (object);
}

static void
rankle_observations_window_class_init (RankleObservationsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rankle_observations_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE
                                               "/ui/rankle-observations-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RankleObservationsWindow, title);
  gtk_widget_class_bind_template_child (widget_class, RankleObservationsWindow, page);
  gtk_widget_class_bind_template_child (widget_class, RankleObservationsWindow,
                                        time_group);
  gtk_widget_class_bind_template_child (widget_class, RankleObservationsWindow,
                                        clock_row);
  gtk_widget_class_bind_template_child (widget_class, RankleObservationsWindow, zero);
  gtk_widget_class_bind_template_child (widget_class, RankleObservationsWindow,
                                        first_dose_button);
  gtk_widget_class_bind_template_child (widget_class, RankleObservationsWindow, arm_row);
  gtk_widget_class_bind_template_child (widget_class, RankleObservationsWindow,
                                        accept_button);
  gtk_widget_class_install_action (widget_class, "observations.accept", NULL, accept);
  gtk_widget_class_install_action (widget_class, "observations.first-dose", NULL,
                                   put_first_dose);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
rankle_observations_window_init (RankleObservationsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->choices = g_array_new (FALSE, FALSE, sizeof (Choice));
}

GtkWidget *
rankle_observations_window_new (GtkWindow                *parent,
                                RankleStudy              *study,
                                const RankleObservations *observations,
                                const char               *remark)
{
  RankleObservationsWindow *self;
  guint                     n;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (RANKLE_IS_STUDY (study) && observations != NULL, NULL);
  g_return_val_if_fail (rankle_study_get_model (study) != NULL, NULL);

  self = g_object_new (RANKLE_TYPE_OBSERVATIONS_WINDOW, "transient-for", parent, NULL);
  self->study = g_object_ref (study);
  self->model = rankle_model_ref (rankle_study_get_model (study));
  self->observations = rankle_observations_copy (observations);
  adw_window_title_set_subtitle (self->title,
                                 rankle_observations_get_name (observations));
  if (rankle_study_find_observations (
          study, rankle_observations_get_name (observations)) != NULL)
    gtk_button_set_label (self->accept_button, _ ("_Apply"));
  if (remark != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (remark, -1);

      adw_preferences_group_set_description (self->time_group, escaped);
    }
  list_columns (self);
  fill_time (self);
  fill_arms (self);
  n = rankle_observations_get_n_series (self->observations);
  for (guint i = 0; i < MIN (n, SERIES_MAX); i++)
    add_series (self, i);
  return GTK_WIDGET (self);
}
