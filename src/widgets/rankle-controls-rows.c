/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-control-row.h"
#include "rankle-control-words.h"
#include "rankle-controls-private.h"
#include "rankle-dosing.h"

/* The rows of the controls. A row is a dozen widgets, and a file may have 20,000
 * parameters: each is made when it is first wanted, and keeps its place from the
 * beginning. */

/* ---- drugs ---- */

static int
find_index (RankleModel *model, const RankleControl *control)
{
  return control == NULL ? -1 : (int)(control - rankle_model_get_control (model, 0));
}

/* Of the drug whose doses it makes; behind those also what makes no difference without
 * them: body weight. */
static int
find_drug (RankleControls *self, guint i)
{
  const RankleControl *control = rankle_model_get_control (self->model, i);
  int                  needed;

  if (control->absent != NULL || control->group != NULL)
    return -1;
  if (rankle_control_is_dosing (control))
    return find_index (self->model, rankle_dosing_find_amount (self->model, control));
  if (i == 0 || control->needs[0] == NULL || control->needs[1] != NULL)
    return -1;
  needed = find_index (self->model,
                       rankle_model_find_control (self->model, control->needs[0]));
  return needed >= 0 && needed == self->drugs[i - 1] ? needed : -1;
}

static gboolean
has_focus (GtkWidget *rows)
{
  GtkRoot   *root = gtk_widget_get_root (rows);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, rows);
}

static gboolean
is_given (RankleControls *self, guint amount)
{
  return !rankle_dosing_is_nothing (rankle_study_get_scenario (self->study), self->model,
                                    rankle_model_get_control (self->model, amount));
}

/* A model that a drug is all of, or a step of a lesson that is about it. */
static gboolean
is_all (RankleControls *self, guint amount)
{
  if (rankle_study_find_rule (self->study,
                              rankle_model_get_control (self->model, amount)->id) != NULL)
    return TRUE;
  for (guint i = 0; i < self->n_rows; i++)
    if (self->drugs[i] != (int)amount &&
        rankle_model_get_control (self->model, i)->absent == NULL)
      return FALSE;
  return TRUE;
}

void
_rankle_controls_update_drugs (RankleControls *self)
{
  for (guint i = 0; i < self->n_rows; i++)
    {
      gboolean given;

      if (self->drugs[i] != (int)i)
        continue;
      given = is_given (self, i);
      if (given != self->given[i] && (given || !has_focus (self->groups[i])))
        _rankle_controls_open (self->groups[i], given || is_all (self, i));
      _rankle_controls_show_given (self->groups[i], given);
      self->given[i] = given;
    }
}

/* Of a drug that is not given nothing makes a difference but its amount. */
void
_rankle_controls_reveal (RankleControls *self, guint i)
{
  if (self->drugs[i] < 0 || is_given (self, (guint)self->drugs[i]))
    _rankle_controls_open (self->groups[i], TRUE);
}

/* ---- places ---- */

/* Those of one heading belong together; of the others those of one drug do, and all that
 * are of none. */
static gboolean
belong_together (RankleControls *self, guint a, guint b)
{
  const RankleControl *x = rankle_model_get_control (self->model, a);
  const RankleControl *y = rankle_model_get_control (self->model, b);

  return g_strcmp0 (x->group, y->group) == 0 && self->drugs[a] == self->drugs[b];
}

static GtkWidget *
add_group (RankleControls *self, guint i)
{
  const RankleControl *control = rankle_model_get_control (self->model, i);

  if (self->drugs[i] >= 0)
    return _rankle_controls_add_drug (
        GTK_BOX (self),
        rankle_model_get_control (self->model, (guint)self->drugs[i])->label);
  return _rankle_controls_add_group (GTK_BOX (self), control->group);
}

/* A control that is absent follows its neighbour; not under the heading of a drug, which
 * is folded up. */
static gboolean
begins_group (RankleControls *self, guint i, guint last)
{
  return rankle_model_get_control (self->model, i)->absent != NULL
             ? self->drugs[last] >= 0
             : !belong_together (self, last, i);
}

/* Which control goes where. */
static void
place_controls (RankleControls *self)
{
  guint last = 0; /* of the group: that is not absent, or its first */

  for (guint i = 0; i < self->n_rows; i++)
    {
      gboolean begins;

      self->drugs[i] = find_drug (self, i);
      begins = i == 0 || begins_group (self, i, last);
      self->groups[i] = begins ? add_group (self, i) : self->groups[i - 1];
      if (begins || rankle_model_get_control (self->model, i)->absent == NULL)
        last = i;
    }
}

/* Where there is nothing else to be moved. */
static void
open_only_drug (RankleControls *self)
{
  for (guint i = 0; i < self->n_rows; i++)
    if (self->drugs[i] == (int)i && is_all (self, i))
      _rankle_controls_open (self->groups[i], TRUE);
}

void
_rankle_controls_place (RankleControls *self, RankleModel *model)
{
  g_assert (self->model == NULL && self->n_rows == 0);

  self->model = rankle_model_ref (model);
  self->n_rows = rankle_model_get_n_controls (model);
  self->rows = g_new0 (GtkWidget *, self->n_rows + 1);
  self->groups = g_new0 (GtkWidget *, self->n_rows + 1);
  self->drugs = g_new0 (int, self->n_rows + 1);
  self->given = g_new0 (gboolean, self->n_rows + 1);
  place_controls (self);
  open_only_drug (self);
  _rankle_controls_update_drugs (self);
}

void
_rankle_controls_drop_rows (RankleControls *self)
{
  GtkWidget *child;

  g_clear_pointer (&self->rows, g_free);
  g_clear_pointer (&self->groups, g_free);
  g_clear_pointer (&self->drugs, g_free);
  g_clear_pointer (&self->given, g_free);
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
    _rankle_controls_reveal (self, i);
  return row;
}
