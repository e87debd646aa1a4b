/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-findings-window.h"

#include <glib/gi18n.h>
#include <math.h>

#include "rankle-finding-words.h"
#include "rankle-own-points-group.h"
#include "rankle-plot-sample.h"

struct _RankleFindingsWindow
{
  AdwWindow    parent_instance;
  RankleStudy *study; /* (owned) */
  guint        idle;  /* source that will list again; 0: none */

  /* Template widgets */
  AdwWindowTitle *title;
  GtkStack       *stack;
  GtkBox         *groups;
  AdwStatusPage  *empty;
};

G_DEFINE_FINAL_TYPE (RankleFindingsWindow, rankle_findings_window, ADW_TYPE_WINDOW)

/* ---- rows ---- */

static GtkWidget *
make_mark (const RankleFinding *finding)
{
  GtkWidget *mark = rankle_plot_sample_new (finding->predicted ? RANKLE_PLOT_MARK_DIAMOND
                                                               : RANKLE_PLOT_MARK_ROUND,
                                            finding->row->recalled);

  /* A time is no place on a curve. */
  gtk_widget_set_opacity (mark, isfinite (finding->value) ? 1 : 0);
  return mark;
}

static GtkWidget *
make_row (const RankleFinding *finding, RankleModel *model)
{
  g_autofree char *observed = rankle_finding_dup_observed (finding);
  g_autofree char *modelled = rankle_finding_dup_modelled (finding);
  g_autofree char *people = rankle_finding_dup_people (finding);
  g_autofree char *source = rankle_finding_dup_source (finding);
  g_autofree char *words = rankle_finding_dup_words (finding, model);
  g_autofree char *subtitle = g_strdup_printf ("%s\n%s%s%s", modelled, people,
                                               *people != '\0' ? "\n" : "", source);
  GtkWidget       *row =
      g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", observed,
                    "subtitle", subtitle, "title-lines", 0, "subtitle-lines", 0, NULL);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), make_mark (finding));
  /* Since libadwaita 1.3 the title is told to be the row's label, and comes first. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row),
                                 GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
  return row;
}

/* A group for each column, which the findings are ordered by. */
static void
list_findings (RankleFindingsWindow *self,
               RankleModel          *model,
               const char           *run,
               const RankleFinding  *findings,
               guint                 n)
{
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < n; i++)
    {
      guint column = findings[i].column;

      g_assert (i == 0 || findings[i - 1].column <= column);
      if (i == 0 || column != findings[i - 1].column)
        {
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (
              group, rankle_model_get_column (model, column)->label);
          adw_preferences_group_set_description (group, run);
          gtk_box_append (self->groups, GTK_WIDGET (group));
        }
      adw_preferences_group_add (group, make_row (&findings[i], model));
    }
}

/* (transfer full): RankleFinding, those of @result that are none of the @n. */
static GArray *
list_own (const RankleKeptResult *result, const RankleFinding *findings, guint n)
{
  GArray *own = g_array_new (FALSE, FALSE, sizeof (RankleFinding));

  for (guint i = 0; result->findings != NULL && i < result->findings->len; i++)
    {
      const RankleFinding *finding = &g_array_index (result->findings, RankleFinding, i);
      guint                k = 0;

      while (k < n && findings[k].row != finding->row)
        k++;
      if (k == n)
        g_array_append_val (own, *finding);
    }
  return own;
}

/* What belongs to a kept run stands behind, under that run's name. Returns how many. */
static guint
list_of_kept (RankleFindingsWindow *self, const RankleFinding *findings, guint n)
{
  guint                   n_kept, listed = 0;
  const RankleKeptResult *results = rankle_study_get_kept (self->study, &n_kept);

  for (guint i = 0; i < n_kept; i++)
    {
      RankleKeptRun   *kept = results[i].kept;
      g_autofree char *letter =
          rankle_kept_run_dup_letter (rankle_kept_run_get_ink (kept));
      /* Translators: the letter of a kept run, and its name */
      g_autofree char *run = g_markup_printf_escaped (_ ("Run %1$s: %2$s"), letter,
                                                      rankle_kept_run_get_name (kept));
      g_autoptr (GArray) own = NULL;

      if (rankle_kept_run_is_hidden (kept))
        continue;
      own = list_own (&results[i], findings, n);
      list_findings (self, rankle_kept_run_get_model (kept), run,
                     (const RankleFinding *)(void *)own->data, own->len);
      listed += own->len;
    }
  return listed;
}

static guint
count_within (const RankleFinding *findings, guint n)
{
  guint within = 0;

  for (guint i = 0; i < n; i++)
    within += findings[i].within != FALSE;
  return within;
}

/* What is told of several runs is neither within nor outside. */
static guint
count_modelled (const RankleFinding *findings, guint n)
{
  guint modelled = 0;

  for (guint i = 0; i < n; i++)
    modelled += findings[i].against == NULL && findings[i].differing == NULL;
  return modelled;
}

static void
update_title (RankleFindingsWindow *self, const RankleFinding *findings, guint n)
{
  guint            modelled = count_modelled (findings, n);
  g_autofree char *text =
      modelled == 0 ? g_strdup ("")
                    /* Translators: how many of how many numbers */
                    : g_strdup_printf (_ ("Modelled within the range: %u of %u"),
                                       count_within (findings, n), modelled);

  adw_window_title_set_subtitle (self->title, text);
}

/* Gives how many there are. */
static guint
list_tables (RankleFindingsWindow *self)
{
  guint                      n;
  RankleObservations *const *tables =
      rankle_session_get_observations (rankle_study_get_session (self->study), &n);

  if (rankle_study_get_model (self->study) == NULL)
    return 0;
  for (guint i = 0; i < n; i++)
    gtk_box_append (self->groups, rankle_own_points_group_new (self->study, tables[i]));
  return n;
}

static void
update (RankleFindingsWindow *self)
{
  guint                n;
  const RankleFinding *findings = rankle_study_get_findings (self->study, &n);
  GtkWidget           *child;
  guint                n_kept, n_tables;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
  list_findings (self, rankle_study_get_model (self->study), NULL, findings, n);
  n_kept = list_of_kept (self, findings, n);
  n_tables = list_tables (self);
  update_title (self, findings, n);
  gtk_stack_set_visible_child_name (self->stack,
                                    n + n_kept + n_tables > 0 ? "list" : "empty");
}

/* ---- following the study ---- */

static gboolean
idle_cb (gpointer data)
{
  RankleFindingsWindow *self = data;

  g_assert (self->idle != 0 && self->study != NULL);

  self->idle = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* After the plots: a drag brings many runs. */
static void
changed_cb (RankleFindingsWindow *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);
}

static void
rankle_findings_window_dispose (GObject *object)
{
  RankleFindingsWindow *self = RANKLE_FINDINGS_WINDOW (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->study != NULL)
    g_signal_handlers_disconnect_by_data (self->study, self);
  g_clear_object (&self->study);
  gtk_widget_dispose_template (GTK_WIDGET (object), RANKLE_TYPE_FINDINGS_WINDOW);
  G_OBJECT_CLASS (rankle_findings_window_parent_class)->dispose (object);
}

static void
rankle_findings_window_class_init (RankleFindingsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rankle_findings_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE
                                               "/ui/rankle-findings-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RankleFindingsWindow, title);
  gtk_widget_class_bind_template_child (widget_class, RankleFindingsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, RankleFindingsWindow, groups);
  gtk_widget_class_bind_template_child (widget_class, RankleFindingsWindow, empty);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
rankle_findings_window_init (RankleFindingsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_status_page_set_description (
      self->empty,
      _ ("Points are shown where a study did what the controls say. Try "
         "the scenario “Denosumab in a woman ten years after menopause, then "
         "stop”."));
}

GtkWidget *
rankle_findings_window_new (GtkWindow *parent, RankleStudy *study)
{
  RankleFindingsWindow *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (RANKLE_IS_STUDY (study), NULL);

  self = g_object_new (RANKLE_TYPE_FINDINGS_WINDOW, "transient-for", parent, NULL);
  self->study = g_object_ref (study);
  g_signal_connect_swapped (study, "notify::findings", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (study, "notify::observations", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (study, "notify::trajectory", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (study, "notify::kept", G_CALLBACK (changed_cb), self);
  update (self);
  return GTK_WIDGET (self);
}
