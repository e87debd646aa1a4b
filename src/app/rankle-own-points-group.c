/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-own-points-group.h"

#include <glib/gi18n.h>

#include "rankle-observation-words.h"
#include "rankle-observations-window.h"
#include "rankle-plot-sample.h"

/* More rows make a list that nobody reads, and a window that is slow to come. */
#define ROWS_MAX 200

static GtkWidget *
make_mark (const RankleOwnPoint *point)
{
  GtkWidget *mark = rankle_plot_sample_new (RANKLE_PLOT_MARK_SQUARE, FALSE);

  /* What the model does not know has no place on a curve. */
  gtk_widget_set_opacity (mark, point->is_known ? 1 : 0);
  return mark;
}

static GtkWidget *
make_row (RankleStudy *study, const RankleOwnPoint *point)
{
  const RankleObservations *observations = point->observations;
  RankleModel              *model = rankle_study_get_model (study);
  const char               *name =
      rankle_observations_get_series (observations, point->point->series)->name;
  g_autofree char *observed = rankle_own_point_dup_observed (observations, point, model);
  g_autofree char *modelled = rankle_own_point_dup_modelled (observations, point, model);
  g_autofree char *source = rankle_own_point_dup_source (observations, point);
  g_autofree char *words = rankle_own_point_dup_words (observations, point, model);
  /* Translators: a quantity of a table, and what was observed of it and when */
  g_autofree char *title = g_strdup_printf (_ ("%1$s, %2$s"), name, observed);
  g_autofree char *subtitle = g_strjoin ("\n", modelled, source, NULL);
  GtkWidget       *row =
      g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, "subtitle",
                    subtitle, "title-lines", 0, "subtitle-lines", 0, NULL);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), make_mark (point));
  /* Since libadwaita 1.3 the title is told to be the row's label, and comes first. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row),
                                 GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
  return row;
}

/* ---- what can be done with a table ---- */

/* (nullable): that the button is of, if it is there still. */
static RankleObservations *
find_table (GtkButton *button, RankleStudy *study)
{
  return rankle_study_find_observations (study,
                                         g_object_get_data (G_OBJECT (button), "table"));
}

static void
change_cb (GtkButton *button, RankleStudy *study)
{
  GtkRoot            *root = gtk_widget_get_root (GTK_WIDGET (button));
  RankleObservations *table = find_table (button, study);

  if (table != NULL)
    gtk_window_present (GTK_WINDOW (
        rankle_observations_window_new (GTK_WINDOW (root), study, table, NULL)));
}

static void
hide_cb (GtkButton *button, RankleStudy *study)
{
  RankleObservations *table = find_table (button, study);
  g_autoptr (RankleObservations) now = NULL;

  if (table == NULL)
    return;
  now = rankle_observations_copy (table);
  rankle_observations_set_hidden (now, !rankle_observations_get_hidden (table));
  rankle_study_put_observations (study, table, now);
}

static void
remove_cb (GtkButton *button, RankleStudy *study)
{
  RankleObservations *table = find_table (button, study);

  if (table != NULL)
    rankle_study_put_observations (study, table, NULL);
}

static void
append_button (GtkWidget                *box,
               const char               *label,
               GCallback                 clicked,
               RankleStudy              *study,
               const RankleObservations *table)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "table",
                          g_strdup (rankle_observations_get_name (table)), g_free);
  g_signal_connect_object (button, "clicked", clicked, study, 0);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
make_buttons (RankleStudy *study, const RankleObservations *table)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  append_button (box, rankle_observations_get_hidden (table) ? _ ("_Show") : _ ("_Hide"),
                 G_CALLBACK (hide_cb), study, table);
  append_button (box, _ ("_Change…"), G_CALLBACK (change_cb), study, table);
  append_button (box, _ ("_Remove"), G_CALLBACK (remove_cb), study, table);
  return box;
}

/* ---- the list ---- */

/* (transfer full): what of its @n points is not listed; "" of nothing. */
static char *
tell_rest (const RankleObservations *table, guint n)
{
  if (rankle_observations_get_hidden (table))
    return g_strdup (_ ("Hidden"));
  if (n <= ROWS_MAX)
    return g_strdup ("");
  return g_strdup_printf (
      ngettext ("The first %1$u of %2$u point", "The first %1$u of %2$u points", n),
      (guint)ROWS_MAX, n);
}

GtkWidget *
rankle_own_points_group_new (RankleStudy *study, const RankleObservations *table)
{
  guint                 n_all, n = 0;
  const RankleOwnPoint *points;
  g_autofree char      *name = NULL, *title = NULL, *rest = NULL;
  GtkWidget            *group;

  g_return_val_if_fail (RANKLE_IS_STUDY (study) && table != NULL, NULL);
  g_return_val_if_fail (rankle_study_get_model (study) != NULL, NULL);

  points = rankle_study_get_own_points (study, &n_all);
  name = g_markup_escape_text (rankle_observations_get_name (table), -1);
  /* Translators: %s is a file of the user */
  title = g_strdup_printf (_ ("Yours: %s"), name);
  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group),
                                           make_buttons (study, table));
  for (guint i = 0; i < n_all; i++)
    if (points[i].observations == table && n++ < ROWS_MAX)
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                 make_row (study, &points[i]));
  rest = tell_rest (table, n);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), rest);
  return group;
}
