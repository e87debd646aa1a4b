/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-control-row.h"
#include "rankle-control-words.h"
#include "rankle-controls-private.h"

/* The rows of the controls. A row is a dozen widgets, and a file may have 20,000
 * parameters: each is made when it is first wanted, and keeps its place from the
 * beginning. */

/* Those of one heading belong together; of the others doses of one drug do, and all that
 * are no doses. A control that is absent has no role and follows its neighbour. */
static gboolean
belong_together (const RankleControl *a, const RankleControl *b)
{
  gboolean a_doses = a->role != RANKLE_CONTROL_PARAMETER;
  gboolean b_doses = b->role != RANKLE_CONTROL_PARAMETER;

  if (a->group != NULL || b->group != NULL)
    return g_strcmp0 (a->group, b->group) == 0;
  return a_doses == b_doses && (!a_doses || a->state == b->state);
}

/* Which control goes where. */
static void
place_controls (RankleControls *self)
{
  const RankleControl *last = NULL; /* that is not absent */
  GtkWidget           *group = NULL;

  for (guint i = 0; i < self->n_rows; i++)
    {
      const RankleControl *control = rankle_model_get_control (self->model, i);

      if (group == NULL ||
          (control->absent == NULL && last != NULL && !belong_together (last, control)))
        group = _rankle_controls_add_group (GTK_BOX (self), control->group);
      if (control->absent == NULL)
        last = control;
      self->groups[i] = group;
    }
}

void
_rankle_controls_place (RankleControls *self, RankleModel *model)
{
  g_assert (self->model == NULL && self->n_rows == 0);

  self->model = rankle_model_ref (model);
  self->n_rows = rankle_model_get_n_controls (model);
  self->rows = g_new0 (GtkWidget *, self->n_rows + 1);
  self->groups = g_new0 (GtkWidget *, self->n_rows + 1);
  place_controls (self);
}

void
_rankle_controls_drop_rows (RankleControls *self)
{
  GtkWidget *child;

  g_clear_pointer (&self->rows, g_free);
  g_clear_pointer (&self->groups, g_free);
  g_clear_pointer (&self->model, rankle_model_unref);
  self->n_rows = 0;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
}

static void
dragging_cb (RankleControlRow *row, gboolean dragging, RankleControls *self)
{
  g_signal_emit_by_name (self, "dragging", dragging);
}

/* The row that is there and nearest before that of control @i; NULL: it is the first. */
static GtkWidget *
find_row_before (const RankleControls *self, guint i)
{
  GtkWidget *group = self->groups[i];

  while (i-- > 0 && self->groups[i] == group)
    if (self->rows[i] != NULL)
      {
        g_assert (gtk_widget_get_parent (self->rows[i]) == group);
        return self->rows[i];
      }
  return NULL;
}

gboolean
_rankle_controls_shares_row (RankleControls *self, guint i)
{
  return i > 0 &&
         rankle_control_is_told_with (rankle_model_get_control (self->model, i),
                                      rankle_model_get_control (self->model, i - 1));
}

GtkWidget *
_rankle_controls_make_row (RankleControls *self, guint i)
{
  GtkWidget *row, *before;

  g_assert (i < self->n_rows);

  while (_rankle_controls_shares_row (self, i))
    i--;
  if (self->rows[i] != NULL)
    return self->rows[i];
  row = rankle_control_row_new (self->study, rankle_model_get_control (self->model, i));
  g_signal_connect (row, "dragging", G_CALLBACK (dragging_cb), self);
  before = find_row_before (self, i);
  gtk_box_insert_child_after (GTK_BOX (self->groups[i]), row, before);
  g_assert (gtk_widget_get_prev_sibling (row) == before);
  self->rows[i] = row;
  if (rankle_control_row_stands_out (RANKLE_CONTROL_ROW (row)))
    _rankle_controls_reveal (row);
  return row;
}
