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

static RankleObservations *
get_observations (RankleStudy *study)
{
  return rankle_session_get_observations (rankle_study_get_session (study));
}

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
  const RankleObservations *observations = get_observations (study);
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

static void
change_cb (GtkButton *button, RankleStudy *study)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (button));

  if (get_observations (study) != NULL)
    gtk_window_present (GTK_WINDOW (rankle_observations_window_new (
        GTK_WINDOW (root), study, get_observations (study), NULL)));
}

static void
remove_cb (GtkButton *button, RankleStudy *study)
{
  rankle_study_set_observations (study, NULL);
}

static GtkWidget *
make_button (const char *label, GCallback clicked, RankleStudy *study)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", clicked, study, 0);
  return button;
}

static GtkWidget *
make_buttons (RankleStudy *study)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box),
                  make_button (_ ("_Change…"), G_CALLBACK (change_cb), study));
  gtk_box_append (GTK_BOX (box),
                  make_button (_ ("_Remove"), G_CALLBACK (remove_cb), study));
  return box;
}

/* (transfer full): what of them is not listed; "" of nothing. */
static char *
count_rest (guint n)
{
  if (n <= ROWS_MAX)
    return g_strdup ("");
  return g_strdup_printf (
      ngettext ("The first %1$u of %2$u point", "The first %1$u of %2$u points", n),
      (guint)ROWS_MAX, n);
}

GtkWidget *
rankle_own_points_group_new (RankleStudy *study)
{
  guint                 n;
  const RankleOwnPoint *points;
  g_autofree char      *name = NULL, *title = NULL, *rest = NULL;
  GtkWidget            *group;

  g_return_val_if_fail (RANKLE_IS_STUDY (study), NULL);

  if (get_observations (study) == NULL || rankle_study_get_model (study) == NULL)
    return NULL;
  points = rankle_study_get_own_points (study, &n);
  name =
      g_markup_escape_text (rankle_observations_get_name (get_observations (study)), -1);
  /* Translators: %s is a file of the user */
  title = g_strdup_printf (_ ("Yours: %s"), name);
  rest = count_rest (n);
  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), rest);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group),
                                           make_buttons (study));
  for (guint i = 0; i < MIN (n, ROWS_MAX); i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               make_row (study, &points[i]));
  return group;
}
