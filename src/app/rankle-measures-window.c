/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-measures-window.h"

#include <glib/gi18n.h>
#include <math.h>

#include "rankle-measures-ask.h"
#include "rankle-measures-columns.h"
#include "rankle-measures-copy.h"
#include "rankle-time-words.h"

struct _RankleMeasuresWindow
{
  AdwWindow           parent_instance;
  RankleStudy        *study;      /* (owned) */
  GListStore         *lines;      /* (owned): RankleMeasuresItem, in the model's order */
  GtkSingleSelection *selection;  /* (owned): of them as sorted */
  GHashTable         *thresholds; /* (owned): id to double */
  RankleMeasuresCopy *copy;       /* (owned) (nullable): under way */
  GPtrArray          *kept;       /* (owned): RankleKeptRun, those that are seen … */
  GPtrArray          *asks;       /* (owned): … and RankleMeasuresAsk of each */
  guint               idle;       /* source that will measure again; 0: none */
  gboolean            is_showing; /* the threshold is set, not typed */

  /* Template widgets */
  AdwWindowTitle  *title;
  AdwToastOverlay *toasts;
  GtkStack        *stack;
  GtkColumnView   *table;
  GtkMenuButton   *sort;
  GtkLabel        *of_what;
  GtkEntry        *threshold;
};

G_DEFINE_FINAL_TYPE (RankleMeasuresWindow, rankle_measures_window, ADW_TYPE_WINDOW)

/* ---- lines ---- */

/* Lines stay where their number does, so that what is selected is, too. */
static void
set_lines (RankleMeasuresWindow *self, const GArray *rows, double horizon)
{
  GListModel *lines = G_LIST_MODEL (self->lines);
  guint       n = g_list_model_get_n_items (lines);

  for (guint i = 0; i < rows->len && i < n; i++)
    {
      g_autoptr (RankleMeasuresItem) line = g_list_model_get_item (lines, i);

      rankle_measures_item_set (line, &g_array_index (rows, RankleMeasuresRow, i),
                                horizon);
    }
}

/* Those of another model, or of more runs, are other lines: they come whole. */
static void
replace_lines (RankleMeasuresWindow *self, const GArray *rows, double horizon)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < rows->len; i++)
    {
      RankleMeasuresItem *line = rankle_measures_item_new ();

      rankle_measures_item_set (line, &g_array_index (rows, RankleMeasuresRow, i),
                                horizon);
      g_ptr_array_add (lines, line);
    }
  g_list_store_splice (self->lines, 0,
                       g_list_model_get_n_items (G_LIST_MODEL (self->lines)),
                       lines->pdata, lines->len);
}

static gboolean
is_of_same (RankleMeasuresWindow *self, const GArray *rows)
{
  GListModel *lines = G_LIST_MODEL (self->lines);

  if (rows->len == 0 || rows->len != g_list_model_get_n_items (lines))
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (RankleMeasuresItem) line = g_list_model_get_item (lines, i);
      const RankleMeasuresRow *old = rankle_measures_item_get (line);
      const RankleMeasuresRow *row = &g_array_index (rows, RankleMeasuresRow, i);

      if (old->model != row->model || g_strcmp0 (old->run, row->run) != 0)
        return FALSE;
    }
  return TRUE;
}

/* Of kept runs those that have come: what is told of one that failed stands in its row of
 * the runs. */
static void
add_kept (RankleMeasuresWindow *self, GArray *rows, const RankleMeasuresAsked *asked)
{
  for (guint i = 0; i < self->asks->len; i++)
    {
      const RankleMeasuresAsk *ask = self->asks->pdata[i];

      if (rankle_measures_ask_get_run (ask) != NULL &&
          rankle_measures_ask_get_baseline (ask) != NULL)
        rankle_measures_rows_add (rows, rankle_measures_ask_get_name (ask),
                                  rankle_measures_ask_get_run (ask),
                                  rankle_measures_ask_get_baseline (ask), asked);
    }
}

/* (transfer full): RankleMeasuresRow, of what is shown. */
static GArray *
measure (RankleMeasuresWindow *self)
{
  RankleTrajectory   *run = rankle_study_get_trajectory (self->study);
  RankleTrajectory   *baseline = rankle_study_get_baseline (self->study);
  RankleMeasuresAsked asked = { .at = rankle_study_get_cursor (self->study),
                                .since = NAN,
                                .thresholds = self->thresholds };
  GArray             *rows = rankle_measures_rows_new ();

  if (run != NULL)
    {
      rankle_measures_rows_add (rows, RANKLE_MEASURES_NOW, run, baseline, &asked);
      add_kept (self, rows, &asked);
    }
  return rows;
}

static void
tell_times (RankleMeasuresWindow *self, const GArray *rows, double horizon)
{
  const RankleMeasuresRow *first = &g_array_index (rows, RankleMeasuresRow, 0);
  const char              *unit = rankle_model_get_time_unit (first->model);
  g_autofree char         *at =
      rankle_time_moment_in_words (unit, first->measures.asked.at, horizon);
  g_autofree char *since =
      rankle_time_moment_in_words (unit, first->measures.asked.since, horizon);
  g_autofree char *words = NULL;

  if (self->asks->len > 0)
    /* Translators: %s is a moment of a run, such as “2 years 10 months” */
    words = g_strdup_printf (
        _ ("Cursor at %s; changes since each run's first dose, or its start"), at);
  else
    words = first->measures.asked.since > 0
                /* Translators: two moments of a run, such as “2 years 10 months” */
                ? g_strdup_printf (
                      _ ("Cursor at %s; changes since the first dose, at %s"), at, since)
                : g_strdup_printf (_ ("Cursor at %s; changes since the start"), at);
  adw_window_title_set_subtitle (self->title, words);
}

static void
update (RankleMeasuresWindow *self)
{
  g_autoptr (GArray) rows = measure (self);
  double horizon = rankle_study_get_horizon (self->study);

  gtk_stack_set_visible_child_name (self->stack, rows->len > 0 ? "table" : "empty");
  if (is_of_same (self, rows))
    set_lines (self, rows, horizon);
  else
    replace_lines (self, rows, horizon);
  if (rows->len > 0)
    tell_times (self, rows, horizon);
  gtk_sorter_changed (gtk_column_view_get_sorter (self->table),
                      GTK_SORTER_CHANGE_DIFFERENT);
}

/* ---- following the study ---- */

static gboolean
idle_cb (gpointer data)
{
  RankleMeasuresWindow *self = data;

  self->idle = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* After the plots: a drag brings many runs. */
static void
changed_cb (RankleMeasuresWindow *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);
}

/* ---- what may be sorted by ---- */

static void
append_order (GMenu *menu, const char *label, RankleMeasureCell cell)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "measures.sort", "u", (guint32)cell);
  g_menu_append_item (menu, item);
}

/* For who has no pointer: a column's heading cannot have the focus. */
static void
build_sort_menu (RankleMeasuresWindow *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) columns = g_menu_new ();

  append_order (menu, _ ("As in the Model"), RANKLE_N_MEASURE_CELLS);
  for (RankleMeasureCell cell = 0; cell < RANKLE_N_MEASURE_CELLS; cell++)
    if (cell != RANKLE_MEASURE_CELL_RUN || self->kept->len > 0)
      append_order (columns, rankle_measure_cell_get_title (cell), cell);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (columns));
  gtk_menu_button_set_menu_model (self->sort, G_MENU_MODEL (menu));
}

/* ---- kept runs ---- */

static void
ask_cb (RankleMeasuresAsk *ask, gpointer data)
{
  changed_cb (data);
}

/* (transfer full): RankleKeptRun */
static GPtrArray *
list_seen (RankleMeasuresWindow *self)
{
  GPtrArray *seen =
      g_ptr_array_new_with_free_func ((GDestroyNotify)rankle_kept_run_unref);
  guint                 n;
  RankleKeptRun *const *kept =
      rankle_session_get_kept (rankle_study_get_session (self->study), &n);

  for (guint i = 0; i < n; i++)
    if (!rankle_kept_run_is_hidden (kept[i]))
      g_ptr_array_add (seen, rankle_kept_run_ref (kept[i]));
  return seen;
}

static gboolean
are_same (const GPtrArray *a, const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!rankle_kept_run_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;
  return TRUE;
}

/* What has come is at hand, and not made again. */
static void
ask_for_kept (RankleMeasuresWindow *self)
{
  RankleRunner *runner = rankle_study_get_runner (self->study);

  g_ptr_array_set_size (self->asks, 0);
  for (guint i = 0; i < self->kept->len; i++)
    g_ptr_array_add (self->asks, rankle_measures_ask_new_kept (
                                     runner, rankle_study_get_session (self->study),
                                     self->kept->pdata[i], ask_cb, self));
  for (guint i = 0; i < self->asks->len; i++)
    rankle_measures_ask_begin (self->asks->pdata[i]);
}

static void
kept_cb (RankleMeasuresWindow *self)
{
  g_autoptr (GPtrArray) seen = list_seen (self);

  if (are_same (seen, self->kept))
    return;
  g_ptr_array_unref (self->kept);
  self->kept = g_steal_pointer (&seen);
  ask_for_kept (self);
  rankle_measures_show_runs (self->table, self->kept->len > 0);
  build_sort_menu (self);
  changed_cb (self);
}

/* ---- threshold of the line that is selected ---- */

/* (nullable) */
static const RankleQuantity *
get_selected (RankleMeasuresWindow *self)
{
  RankleMeasuresItem *line = gtk_single_selection_get_selected_item (self->selection);
  const RankleMeasuresRow *row = line == NULL ? NULL : rankle_measures_item_get (line);

  return row == NULL || row->model == NULL
             ? NULL
             : rankle_model_get_column (row->model, row->measures.column);
}

static void
mark_threshold (RankleMeasuresWindow *self, gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->threshold), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->threshold), "error");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self->threshold), GTK_ACCESSIBLE_STATE_INVALID,
      wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->threshold),
                               wrong ? _ ("This is no number") : NULL);
}

static void
selected_cb (RankleMeasuresWindow *self)
{
  const RankleQuantity *quantity = get_selected (self);
  const double         *threshold =
      quantity == NULL ? NULL : g_hash_table_lookup (self->thresholds, quantity->id);
  g_autofree char *text =
      threshold == NULL ? g_strdup ("") : g_strdup_printf ("%.15g", *threshold);
  g_autofree char *words = NULL;

  if (quantity == NULL)
    words = g_strdup ("");
  else if (quantity->unit == NULL || *quantity->unit == '\0')
    /* Translators: %s is a quantity */
    words = g_strdup_printf (_ ("Threshold of %s"), quantity->label);
  else
    /* Translators: a quantity, and its unit */
    words = g_strdup_printf (_ ("Threshold of %s [%s]"), quantity->label, quantity->unit);
  gtk_label_set_text (self->of_what, words);
  self->is_showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->threshold), text);
  self->is_showing = FALSE;
  mark_threshold (self, FALSE);
}

/* With the point of the user's language, or that of files. */
static gboolean
read_number (const char *text, double *number)
{
  g_autofree char *bare = g_strstrip (g_strdup (text));
  char            *end;

  *number = g_strtod (bare, &end);
  return *bare != '\0' && *end == '\0' && isfinite (*number);
}

static void
threshold_cb (RankleMeasuresWindow *self)
{
  const RankleQuantity *quantity = get_selected (self);
  const char           *text = gtk_editable_get_text (GTK_EDITABLE (self->threshold));
  double                number;
  gboolean              is_empty = *text == '\0';

  if (self->is_showing || quantity == NULL)
    return;
  if (is_empty)
    g_hash_table_remove (self->thresholds, quantity->id);
  else if (read_number (text, &number))
    g_hash_table_replace (self->thresholds, g_strdup (quantity->id),
                          g_memdup2 (&number, sizeof number));
  else
    {
      mark_threshold (self, TRUE);
      return;
    }
  mark_threshold (self, FALSE);
  changed_cb (self);
}

/* ---- copy ---- */

static void
tell (RankleMeasuresWindow *self, const char *words)
{
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

static void
copied_cb (RankleMeasuresCopy *copy, const char *csv, const GError *error, gpointer data)
{
  RankleMeasuresWindow *self = data;

  if (csv != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), csv);
  tell (self, csv != NULL ? _ ("The table was copied.") : error->message);
  self->copy = NULL;
  rankle_measures_copy_free (copy);
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RankleMeasuresWindow *self = RANKLE_MEASURES_WINDOW (widget);

  if (rankle_study_get_model (self->study) == NULL)
    return;
  g_clear_pointer (&self->copy, rankle_measures_copy_free);
  self->copy = rankle_measures_copy_new (rankle_study_get_runner (self->study),
                                         rankle_study_get_session (self->study),
                                         self->thresholds, copied_cb, self);
  rankle_measures_copy_begin (self->copy);
}

/* ---- order ---- */

static void
sort_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RankleMeasureCell cell = (RankleMeasureCell)g_variant_get_uint32 (parameter);

  rankle_measures_sort (RANKLE_MEASURES_WINDOW (widget)->table,
                        MIN (cell, RANKLE_N_MEASURE_CELLS));
}

static void
make_table (RankleMeasuresWindow *self)
{
  GtkSortListModel *sorted;

  rankle_measures_add_columns (self->table);
  self->lines = g_list_store_new (RANKLE_TYPE_MEASURES_ITEM);
  sorted =
      gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->lines)),
                               g_object_ref (gtk_column_view_get_sorter (self->table)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item",
                           G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
}

GListModel *
rankle_measures_window_get_lines (RankleMeasuresWindow *self)
{
  g_return_val_if_fail (RANKLE_IS_MEASURES_WINDOW (self), NULL);

  return G_LIST_MODEL (self->selection);
}

/* ---- object ---- */

static void
rankle_measures_window_dispose (GObject *object)
{
  RankleMeasuresWindow *self = RANKLE_MEASURES_WINDOW (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->copy, rankle_measures_copy_free);
  g_ptr_array_set_size (self->asks, 0);
  if (self->study != NULL)
    g_signal_handlers_disconnect_by_data (self->study, self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  gtk_widget_dispose_template (GTK_WIDGET (object), RANKLE_TYPE_MEASURES_WINDOW);
  g_clear_object (&self->selection);
  g_clear_object (&self->lines);
  g_clear_object (&self->study);
  g_clear_pointer (&self->thresholds, g_hash_table_unref);
  G_OBJECT_CLASS (rankle_measures_window_parent_class)->dispose (object);
}

static void
rankle_measures_window_finalize (GObject *object)
{
  RankleMeasuresWindow *self = RANKLE_MEASURES_WINDOW (object);

  g_ptr_array_unref (self->kept);
  g_ptr_array_unref (self->asks);
  G_OBJECT_CLASS (rankle_measures_window_parent_class)->finalize (object);
}

static void
rankle_measures_window_class_init (RankleMeasuresWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rankle_measures_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = rankle_measures_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE
                                               "/ui/rankle-measures-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RankleMeasuresWindow, title);
  gtk_widget_class_bind_template_child (widget_class, RankleMeasuresWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, RankleMeasuresWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, RankleMeasuresWindow, table);
  gtk_widget_class_bind_template_child (widget_class, RankleMeasuresWindow, sort);
  gtk_widget_class_bind_template_child (widget_class, RankleMeasuresWindow, of_what);
  gtk_widget_class_bind_template_child (widget_class, RankleMeasuresWindow, threshold);
  gtk_widget_class_install_action (widget_class, "measures.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "measures.sort", "u", sort_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK,
                                       "measures.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
rankle_measures_window_init (RankleMeasuresWindow *self)
{
  self->thresholds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->kept = g_ptr_array_new_with_free_func ((GDestroyNotify)rankle_kept_run_unref);
  self->asks = g_ptr_array_new_with_free_func ((GDestroyNotify)rankle_measures_ask_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  make_table (self);
  build_sort_menu (self);
  g_signal_connect_swapped (self->threshold, "changed", G_CALLBACK (threshold_cb), self);
}

GtkWidget *
rankle_measures_window_new (GtkWindow *parent, RankleStudy *study)
{
  RankleMeasuresWindow *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (RANKLE_IS_STUDY (study), NULL);

  self = g_object_new (RANKLE_TYPE_MEASURES_WINDOW, "transient-for", parent, NULL);
  self->study = g_object_ref (study);
  g_signal_connect_swapped (study, "notify::trajectory", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (study, "notify::baseline", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (study, "notify::cursor", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (study, "notify::kept", G_CALLBACK (kept_cb), self);
  rankle_measures_show_runs (self->table, FALSE);
  kept_cb (self);
  update (self);
  selected_cb (self);
  return GTK_WIDGET (self);
}
