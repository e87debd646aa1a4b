/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-runs-panel.h"

#include <glib/gi18n.h>

#include "rankle-run-row.h"

struct _RankleRunsPanel
{
  GtkBox       parent_instance;
  RankleStudy *study; /* (owned) (nullable) */
  GPtrArray   *shown; /* (owned): RankleKeptRun, as listed */
  RankleModel *model; /* (owned) (nullable): likewise */
  guint        n_failed;

  /* Template widgets */
  GtkMenuButton *rivals;
  GtkRevealer   *waiting;
  GtkLabel      *pending;
  GtkWidget     *scroller;
  GtkListBox    *list;
};

G_DEFINE_FINAL_TYPE (RankleRunsPanel, rankle_runs_panel, GTK_TYPE_BOX)

/* ---- what has the keyboard ---- */

/* The part of which row: it keeps the keyboard when rows are made anew. */
typedef struct
{
  const char *part; /* (nullable): static; NULL: it is elsewhere */
  int         row;
} Focus;

static Focus
find_focus (RankleRunsPanel *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)))
    return (Focus){ NULL, -1 };
  row = gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW);
  /* The button in a menu button has no name of its own. */
  while (focus != row && g_object_get_data (G_OBJECT (focus), "part") == NULL)
    focus = gtk_widget_get_parent (focus);
  return (Focus){ g_object_get_data (G_OBJECT (focus), "part"),
                  gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) };
}

static GtkWidget *
find_part (GtkListBoxRow *row, const char *part)
{
  GtkWidget *child = gtk_widget_get_first_child (gtk_list_box_row_get_child (row));

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (g_strcmp0 (g_object_get_data (G_OBJECT (child), "part"), part) == 0)
      return child;
  return GTK_WIDGET (row);
}

static void
give_focus (RankleRunsPanel *self, const Focus *focus)
{
  GtkListBoxRow *row;

  if (focus->part == NULL)
    return;
  row = gtk_list_box_get_row_at_index (self->list, focus->row);
  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->list, (int)self->shown->len);
  if (row != NULL)
    gtk_widget_grab_focus (find_part (row, focus->part));
}

/* ---- rows ---- */

static guint
count_failed (const RankleKeptResult *results, guint n)
{
  guint failed = 0;

  for (guint i = 0; i < n; i++)
    failed += results[i].failure != NULL;
  return failed;
}

static gboolean
is_listed (RankleRunsPanel *self, const RankleKeptResult *results, guint n)
{
  if (n != self->shown->len || self->model != rankle_study_get_model (self->study) ||
      self->n_failed != count_failed (results, n))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!rankle_kept_run_equal (self->shown->pdata[i], results[i].kept))
      return FALSE;
  return TRUE;
}

static void
drop_rows (RankleRunsPanel *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_ptr_array_set_size (self->shown, 0);
  g_clear_pointer (&self->model, rankle_model_unref);
}

static void
add_rows (RankleRunsPanel *self, const RankleKeptResult *results, guint n)
{
  self->model = rankle_model_ref (rankle_study_get_model (self->study));
  self->n_failed = count_failed (results, n);
  if (n > 0)
    gtk_list_box_append (self->list, rankle_run_row_new_now ());
  for (guint i = 0; i < n; i++)
    {
      gboolean is_own = rankle_kept_run_get_model (results[i].kept) == self->model;

      gtk_list_box_append (self->list,
                           rankle_run_row_new (&results[i], i, is_own, i + 1 == n));
      g_ptr_array_add (self->shown, rankle_kept_run_ref (results[i].kept));
    }
  gtk_widget_set_visible (self->scroller, n > 0);
}

static void
update (RankleRunsPanel *self)
{
  guint                   n;
  const RankleKeptResult *results;
  Focus                   focus;

  if (rankle_study_get_model (self->study) == NULL)
    return;
  results = rankle_study_get_kept (self->study, &n);
  if (is_listed (self, results, n))
    return;
  focus = find_focus (self);
  drop_rows (self);
  add_rows (self, results, n);
  give_focus (self, &focus);
}

static void
update_held (RankleRunsPanel *self)
{
  guint            n = rankle_study_get_pending (self->study);
  g_autofree char *words =
      n == 0 ? g_strdup (_ ("Changes will wait here"))
             : g_strdup_printf (
                   ngettext ("%u change is not applied", "%u changes are not applied", n),
                   n);

  gtk_label_set_text (self->pending, words);
  gtk_revealer_set_reveal_child (self->waiting, rankle_study_is_held (self->study));
}

/* ---- keys ---- */

/* Row 0 is that of now. */
static gboolean
find_index (GtkWidget *row, guint *index)
{
  guint number = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "index"));

  *index = number - 1;
  return number > 0;
}

static void
activated_cb (GtkListBox *list, GtkListBoxRow *row, gpointer data)
{
  guint index;

  if (find_index (GTK_WIDGET (row), &index))
    gtk_widget_activate_action (GTK_WIDGET (list), "win.show-run", "u", index);
}

static const char *
find_action (guint key, GdkModifierType state)
{
  if ((state & GDK_ALT_MASK) != 0)
    return key == GDK_KEY_Up     ? "win.raise-run"
           : key == GDK_KEY_Down ? "win.lower-run"
                                 : NULL;
  if (key == GDK_KEY_Delete)
    return "win.delete-run";
  return key == GDK_KEY_F2 ? "win.rename-run" : NULL;
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        RankleRunsPanel       *self)
{
  const char    *action = find_action (key, state);
  Focus          focus = find_focus (self);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, focus.row);
  guint          index;

  if (action == NULL || row == NULL || !find_index (GTK_WIDGET (row), &index))
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), action, "u", index);
  return TRUE;
}

/* ---- object ---- */

void
rankle_runs_panel_set_study (RankleRunsPanel *panel, RankleStudy *study)
{
  g_return_if_fail (RANKLE_IS_RUNS_PANEL (panel));

  if (panel->study == study)
    return;
  if (panel->study != NULL)
    g_signal_handlers_disconnect_by_data (panel->study, panel);
  drop_rows (panel);
  g_set_object (&panel->study, study);
  if (study == NULL)
    return;
  g_signal_connect_swapped (study, "notify::kept", G_CALLBACK (update), panel);
  g_signal_connect_swapped (study, "notify::model", G_CALLBACK (update), panel);
  g_signal_connect_swapped (study, "notify::held", G_CALLBACK (update_held), panel);
  g_signal_connect_swapped (study, "notify::pending", G_CALLBACK (update_held), panel);
  update (panel);
  update_held (panel);
}

void
rankle_runs_panel_set_rivals (RankleRunsPanel *panel, GtkWidget *popover)
{
  g_return_if_fail (RANKLE_IS_RUNS_PANEL (panel));

  gtk_menu_button_set_popover (panel->rivals, popover);
}

GtkWidget *
rankle_runs_panel_get_rivals (RankleRunsPanel *panel)
{
  g_return_val_if_fail (RANKLE_IS_RUNS_PANEL (panel), NULL);

  return GTK_WIDGET (gtk_menu_button_get_popover (panel->rivals));
}

GtkWidget *
rankle_runs_panel_get_row (RankleRunsPanel *panel, guint index)
{
  g_return_val_if_fail (RANKLE_IS_RUNS_PANEL (panel), NULL);

  return GTK_WIDGET (gtk_list_box_get_row_at_index (panel->list, (int)index + 1));
}

static void
rankle_runs_panel_dispose (GObject *object)
{
  RankleRunsPanel *self = RANKLE_RUNS_PANEL (object);

  if (self->list != NULL)
    rankle_runs_panel_set_study (self, NULL);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), RANKLE_TYPE_RUNS_PANEL);
  G_OBJECT_CLASS (rankle_runs_panel_parent_class)->dispose (object);
}

static void
rankle_runs_panel_class_init (RankleRunsPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rankle_runs_panel_dispose;
  gtk_widget_class_set_css_name (widget_class, "runs");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/rankle-runs-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, RankleRunsPanel, rivals);
  gtk_widget_class_bind_template_child (widget_class, RankleRunsPanel, waiting);
  gtk_widget_class_bind_template_child (widget_class, RankleRunsPanel, pending);
  gtk_widget_class_bind_template_child (widget_class, RankleRunsPanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, RankleRunsPanel, list);
}

static void
rankle_runs_panel_init (RankleRunsPanel *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->shown = g_ptr_array_new_with_free_func ((GDestroyNotify)rankle_kept_run_unref);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (activated_cb), NULL);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), key);
}
