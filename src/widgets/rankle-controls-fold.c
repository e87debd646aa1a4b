/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rankle-control-row.h"
#include "rankle-control-words.h"
#include "rankle-controls-private.h"

/* As many rows are shown at first, where a model has more parameters than that. */
#define MANY_ROWS 12
/* As many are made at a time: a page of them, within a frame or two. */
#define STRETCH 20

/* What has a heading of its own to be folded up under is not counted among them. */
static gboolean
is_parameter (const RankleControl *control)
{
  return control->absent == NULL && control->group == NULL &&
         control->role == RANKLE_CONTROL_PARAMETER;
}

static guint
count_parameters (RankleModel *model)
{
  guint n = 0;

  g_assert (model != NULL);

  for (guint i = 0; i < rankle_model_get_n_controls (model); i++)
    n += is_parameter (rankle_model_get_control (model, i));
  return n;
}

static gboolean
contains (const char *text, const char *words)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return strstr (folded, words) != NULL;
}

/* (transfer full) */
static char *
get_words (RankleControls *self)
{
  return g_strstrip (
      g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1));
}

static gboolean
is_folded (RankleControls *self)
{
  return !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->more));
}

/* Absent ones are told of where nothing is left out. */
static gboolean
is_allowed (RankleControls *self, const RankleControl *control)
{
  const RankleRule *rule = rankle_study_find_rule (self->study, control->id);

  return rule == NULL || (rule->is_shown && control->absent == NULL);
}

/* What was moved is not hidden, be it by the scenario, nor is what is looked for. */
static gboolean
is_wanted (RankleControls      *self,
           const RankleControl *control,
           const char          *words,
           guint                n_before)
{
  if (!is_allowed (self, control))
    return FALSE;
  if (*words != '\0')
    return contains (rankle_control_get_title (control), words) ||
           contains (control->id, words);
  return !is_folded (self) || !is_parameter (control) || n_before < MANY_ROWS ||
         rankle_study_control_changed (self->study, control->id) ||
         rankle_study_control_asks (self->study, control->id);
}

/* TRUE if it has a row to show. Of a card with a heading these are what that folds up. */
static gboolean
update_group (GtkWidget *group)
{
  GtkWidget *first = gtk_widget_get_first_child (group);
  GtkWidget *row = first == NULL || RANKLE_IS_CONTROL_ROW (first)
                       ? first
                       : gtk_widget_get_first_child (gtk_widget_get_next_sibling (first));
  gboolean   any = FALSE;

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    any |= gtk_widget_get_visible (row);
  gtk_widget_set_visible (group, any);
  return any;
}

static gboolean
update_groups (RankleControls *self)
{
  gboolean any = FALSE;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_BOX (child))
      any |= update_group (child);
  return any;
}

/* Shows what is wanted, and makes the rows of it within reach. */
static void
update (RankleControls *self)
{
  g_autofree char *words = get_words (self);
  guint            n = 0, n_wanted = 0;

  self->ends = TRUE;
  for (guint i = 0; i < self->n_rows; i++)
    {
      const RankleControl *control = rankle_model_get_control (self->model, i);
      gboolean             wanted = is_wanted (self, control, words, n);

      if (_rankle_controls_shares_row (self, i))
        continue;
      if (wanted && n_wanted++ < self->reach)
        _rankle_controls_make_row (self, i);
      if (self->rows[i] != NULL)
        gtk_widget_set_visible (self->rows[i], wanted);
      else if (wanted)
        self->ends = FALSE;
      n += is_parameter (control);
    }
  g_assert (self->ends || n_wanted > self->reach);
  gtk_widget_set_visible (self->nothing, !update_groups (self));
  gtk_widget_set_visible (self->more, *words == '\0');
}

/* Of few rows, all of which are made. */
static void
show_allowed (RankleControls *self)
{
  for (guint i = 0; i < self->n_rows; i++)
    if (self->rows[i] != NULL && !_rankle_controls_shares_row (self, i))
      gtk_widget_set_visible (
          self->rows[i], is_allowed (self, rankle_model_get_control (self->model, i)));
  update_groups (self);
}

static void
reveal_allowed (RankleControls *self)
{
  for (guint i = 0; i < self->n_rows; i++)
    {
      const char       *id = rankle_model_get_control (self->model, i)->id;
      const RankleRule *rule = rankle_study_find_rule (self->study, id);

      if (rule != NULL && rule->is_shown && self->rows[i] != NULL)
        _rankle_controls_open (self->groups[i], TRUE);
    }
}

void
_rankle_controls_keep_rules (RankleControls *self)
{
  if (self->search != NULL)
    update (self);
  else
    show_allowed (self);
  reveal_allowed (self);
}

GtkWidget *
_rankle_controls_show_row (RankleControls *self, guint i)
{
  gboolean   made = self->rows[i] == NULL;
  GtkWidget *row = _rankle_controls_make_row (self, i);

  if (made && self->search != NULL)
    update (self);
  return row;
}

/* ---- what comes into view ---- */

/* A page ahead of what is seen: there is no end to be seen of rows that go on. */
static gboolean
sees_end (RankleControls *self)
{
  double value, upper, page;

  if (self->view == NULL)
    return TRUE;
  value = gtk_adjustment_get_value (self->view);
  upper = gtk_adjustment_get_upper (self->view);
  page = gtk_adjustment_get_page_size (self->view);
  return value + 2 * page >= upper;
}

static gboolean
look_cb (gpointer data)
{
  RankleControls *self = data;

  g_assert (self->looking != 0 && !self->ends);

  if (sees_end (self))
    {
      self->reach += STRETCH;
      update (self);
    }
  /* Where nothing scrolls, nobody would say that there is more room. */
  if (self->view == NULL && !self->ends)
    return G_SOURCE_CONTINUE;
  self->looking = 0;
  return G_SOURCE_REMOVE;
}

/* When all has been laid out and drawn: the view's end is known then. */
static void
look (RankleControls *self)
{
  if (!self->ends && self->looking == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->looking = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, look_cb, self, NULL);
}

void
_rankle_controls_watch_view (RankleControls *self)
{
  GtkWidget *scroller =
      gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);

  g_assert (self->view == NULL);

  if (scroller != NULL)
    {
      self->view = g_object_ref (
          gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)));
      g_signal_connect_swapped (self->view, "changed", G_CALLBACK (look), self);
      g_signal_connect_swapped (self->view, "value-changed", G_CALLBACK (look), self);
    }
  look (self);
}

void
_rankle_controls_unwatch_view (RankleControls *self)
{
  g_clear_handle_id (&self->looking, g_source_remove);
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  g_clear_object (&self->view);
}

/* ---- what is wanted ---- */

/* Other rows are wanted than before: from the first. */
static void
start_anew (RankleControls *self)
{
  g_assert (self->search != NULL && self->more != NULL);

  self->reach = STRETCH;
  update (self);
  look (self);
}

static void
clear_search (GtkEditable *search)
{
  gtk_editable_set_text (search, "");
}

static void
add_search (RankleControls *self)
{
  const char *label = _ ("Search parameters");

  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", label, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (start_anew),
                            self);
  g_signal_connect (self->search, "stop-search", G_CALLBACK (clear_search), NULL);
  self->nothing = gtk_label_new (_ ("No parameter is called that."));
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_box_prepend (GTK_BOX (self), self->nothing);
  gtk_box_prepend (GTK_BOX (self), self->search);
}

static void
add_more (RankleControls *self, guint n)
{
  g_autofree char *label = g_strdup_printf (
      ngettext ("Show All %u Parameter", "Show All %u Parameters", n), n);

  self->more = gtk_toggle_button_new_with_label (label);
  g_signal_connect_swapped (self->more, "toggled", G_CALLBACK (start_anew), self);
  gtk_box_append (GTK_BOX (self), self->more);
}

/* All but those that many parameters are folded up with. */
static void
make_others (RankleControls *self, gboolean many)
{
  for (guint i = 0; i < self->n_rows; i++)
    if (!many || !is_parameter (rankle_model_get_control (self->model, i)))
      _rankle_controls_make_row (self, i);
}

void
_rankle_controls_fold (RankleControls *self)
{
  guint n = count_parameters (self->model);

  g_assert (self->search == NULL && self->ends);

  make_others (self, n > MANY_ROWS);
  if (n <= MANY_ROWS)
    return;
  add_search (self);
  add_more (self, n);
  start_anew (self);
}

/* They go with the rows. */
void
_rankle_controls_unfold (RankleControls *self)
{
  g_clear_handle_id (&self->looking, g_source_remove);
  self->search = self->nothing = self->more = NULL;
  self->ends = TRUE;
}
