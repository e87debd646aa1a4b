/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-run-window.h"

#include <glib/gi18n.h>

#include "rankle-comparison.h"
#include "rankle-differences.h"
#include "rankle-study-runs.h"

struct _RankleRunWindow
{
  AdwWindow    parent_instance;
  RankleStudy *study; /* (owned) */
  int          ink;   /* of the run, which stays with it; -1: none yet */
  guint        idle;  /* source that will compare again; 0: none */
  GPtrArray   *rows;  /* Borrowed: of the differences */

  /* Template widgets */
  AdwWindowTitle      *title;
  AdwEntryRow         *name;
  AdwPreferencesGroup *differences;
  GtkWidget           *back;
};

G_DEFINE_FINAL_TYPE (RankleRunWindow, rankle_run_window, ADW_TYPE_WINDOW)

/* (nullable): NULL: it has been deleted. */
static const RankleKeptResult *
find_run (RankleRunWindow *self, guint *index)
{
  guint                   n;
  const RankleKeptResult *results = rankle_study_get_kept (self->study, &n);

  for (*index = 0; *index < n; (*index)++)
    if ((int)rankle_kept_run_get_ink (results[*index].kept) == self->ink)
      return &results[*index];
  return NULL;
}

/* ---- what differs ---- */

static GtkWidget *
make_row (const RankleDifference *difference)
{
  /* Translators: what a setting is in a kept run, and what it is now */
  g_autofree char *words = g_strdup_printf (_ ("In this run: %1$s\nNow: %2$s"),
                                            difference->there, difference->here);

  return g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title",
                       difference->label, "subtitle", words, "title-lines", 0,
                       "subtitle-lines", 0, NULL);
}

static void
add_row (RankleRunWindow *self, GtkWidget *row)
{
  adw_preferences_group_add (self->differences, row);
  g_ptr_array_add (self->rows, row);
}

static void
list_differences (RankleRunWindow *self, const RankleKeptRun *kept)
{
  g_autoptr (GPtrArray) list =
      rankle_differences_list (rankle_study_get_session (self->study), kept);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->differences, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < list->len; i++)
    add_row (self, make_row (list->pdata[i]));
  if (list->len == 0)
    add_row (self, g_object_new (ADW_TYPE_ACTION_ROW, "title",
                                 _ ("Nothing differs from the settings now"), NULL));
  gtk_widget_set_sensitive (self->back, list->len > 0);
}

/* (transfer full): why it failed, and what a rival cannot do of what is asked; as markup.
 */
static char *
make_remarks (RankleRunWindow *self, const RankleKeptResult *result)
{
  RankleModel     *model = rankle_study_get_model (self->study);
  RankleModel     *own = rankle_kept_run_get_model (result->kept);
  g_autofree char *remarks =
      own == model ? g_strdup ("")
                   : rankle_rival_remarks_in_words (
                         model, rankle_kept_run_get_scenario (result->kept), own);

  if (result->failure == NULL)
    return g_markup_escape_text (remarks, -1);
  return g_markup_printf_escaped ("%s. %s", result->failure, remarks);
}

static void
update (RankleRunWindow *self)
{
  guint                   index;
  const RankleKeptResult *result = find_run (self, &index);
  const char             *name;
  g_autofree char        *remarks = NULL;

  if (result == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  name = rankle_kept_run_get_name (result->kept);
  adw_window_title_set_title (self->title, name);
  gtk_window_set_title (GTK_WINDOW (self), name);
  adw_window_title_set_subtitle (
      self->title, rankle_model_get_title (rankle_kept_run_get_model (result->kept)));
  remarks = make_remarks (self, result);
  adw_preferences_group_set_description (self->differences, remarks);
  list_differences (self, result->kept);
}

/* ---- following the study ---- */

static gboolean
idle_cb (gpointer data)
{
  RankleRunWindow *self = data;

  self->idle = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* After the plots: a drag brings many sessions. */
static void
changed_cb (RankleRunWindow *self)
{
  if (self->idle == 0 && self->ink >= 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);
}

/* ---- what is done here ---- */

static void
apply_name_cb (RankleRunWindow *self)
{
  guint index;

  if (find_run (self, &index) != NULL)
    rankle_study_rename_kept (self->study, index,
                              gtk_editable_get_text (GTK_EDITABLE (self->name)));
}

static void
take_back_cb (RankleRunWindow *self)
{
  guint index;

  if (find_run (self, &index) != NULL)
    rankle_study_take_back_kept (self->study, index);
}

void
rankle_run_window_show (RankleRunWindow *window, guint index)
{
  guint                   n;
  const RankleKeptResult *results;

  g_return_if_fail (RANKLE_IS_RUN_WINDOW (window));

  results = rankle_study_get_kept (window->study, &n);
  g_return_if_fail (index < n);
  window->ink = (int)rankle_kept_run_get_ink (results[index].kept);
  gtk_editable_set_text (GTK_EDITABLE (window->name),
                         rankle_kept_run_get_name (results[index].kept));
  update (window);
  gtk_widget_grab_focus (window->back);
}

void
rankle_run_window_rename (RankleRunWindow *window)
{
  g_return_if_fail (RANKLE_IS_RUN_WINDOW (window));

  gtk_widget_grab_focus (GTK_WIDGET (window->name));
  gtk_editable_select_region (GTK_EDITABLE (window->name), 0, -1);
}

/* ---- object ---- */

static void
rankle_run_window_dispose (GObject *object)
{
  RankleRunWindow *self = RANKLE_RUN_WINDOW (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->study != NULL)
    g_signal_handlers_disconnect_by_data (self->study, self);
  g_clear_object (&self->study);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), RANKLE_TYPE_RUN_WINDOW);
  G_OBJECT_CLASS (rankle_run_window_parent_class)->dispose (object);
}

static void
rankle_run_window_class_init (RankleRunWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rankle_run_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/rankle-run-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RankleRunWindow, title);
  gtk_widget_class_bind_template_child (widget_class, RankleRunWindow, name);
  gtk_widget_class_bind_template_child (widget_class, RankleRunWindow, differences);
  gtk_widget_class_bind_template_child (widget_class, RankleRunWindow, back);
  gtk_widget_class_bind_template_callback (widget_class, apply_name_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_back_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
rankle_run_window_init (RankleRunWindow *self)
{
  self->ink = -1;
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rankle_run_window_new (GtkWindow *parent, RankleStudy *study)
{
  RankleRunWindow *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (RANKLE_IS_STUDY (study), NULL);

  self = g_object_new (RANKLE_TYPE_RUN_WINDOW, "transient-for", parent, NULL);
  self->study = g_object_ref (study);
  g_signal_connect_swapped (study, "notify::session", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (study, "notify::kept", G_CALLBACK (changed_cb), self);
  return GTK_WIDGET (self);
}
