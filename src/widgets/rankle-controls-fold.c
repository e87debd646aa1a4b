/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rankle-controls-private.h"

/* As many rows are shown at first, where a model has more parameters than that. */
#define MANY_ROWS 12

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

/* What was moved is not hidden, nor is what is looked for. */
static gboolean
is_wanted (RankleControls      *self,
           const RankleControl *control,
           const char          *words,
           guint                n_before)
{
  if (*words != '\0')
    return contains (control->label, words) || contains (control->id, words);
  return !is_folded (self) || !is_parameter (control) || n_before < MANY_ROWS ||
         rankle_study_control_changed (self->study, control->id);
}

/* TRUE if it has a row to show. */
static gboolean
update_group (GtkWidget *group)
{
  gboolean any = FALSE;

  for (GtkWidget *row = gtk_widget_get_first_child (group); row != NULL;
       row = gtk_widget_get_next_sibling (row))
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

static void
update (RankleControls *self)
{
  RankleModel     *model = rankle_study_get_model (self->study);
  g_autofree char *words = get_words (self);
  guint            n = 0;

  for (guint i = 0; i < rankle_model_get_n_controls (model); i++)
    {
      const RankleControl *control = rankle_model_get_control (model, i);
      GtkWidget           *row = rankle_controls_find_row (self, control->id);

      if (row != NULL)
        gtk_widget_set_visible (row, is_wanted (self, control, words, n));
      n += is_parameter (control);
    }
  gtk_widget_set_visible (self->nothing, !update_groups (self));
  gtk_widget_set_visible (self->more, *words == '\0');
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
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (update), self);
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
  g_signal_connect_swapped (self->more, "toggled", G_CALLBACK (update), self);
  gtk_box_append (GTK_BOX (self), self->more);
}

void
_rankle_controls_fold (RankleControls *self)
{
  guint n = count_parameters (rankle_study_get_model (self->study));

  if (n <= MANY_ROWS)
    return;
  add_search (self);
  add_more (self, n);
  update (self);
}
