/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which plots are seen: all by what a study offers to everybody. */

#include "config.h"

#include "rankle-study-panels.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* (transfer full): RankleShownPanel */
static GPtrArray *
list_shown (RankleStudy *self)
{
  return rankle_session_list_panels (rankle_study_get_session (self));
}

/* (transfer full) (nullable): of that id. */
static RankleShownPanel *
find_shown (RankleStudy *self, const char *panel)
{
  g_autoptr (GPtrArray) panels = list_shown (self);
  RankleShownPanel *found = rankle_shown_panels_find (panels, panel);

  return found == NULL ? NULL : rankle_shown_panel_ref (found);
}

/* (transfer full): RankleOwnPanel, to be changed: what was arranged, or what the model
 * has. */
static GPtrArray *
list (RankleStudy *self)
{
  RankleModel       *model = rankle_study_get_model (self);
  RankleArrangement *arrangement =
      rankle_session_get_arrangement (rankle_study_get_session (self));
  const GPtrArray *own =
      rankle_arrangement_get (arrangement, rankle_model_get_id (model));
  GPtrArray *panels = rankle_own_panels_new ();

  for (guint i = 0; own != NULL && i < own->len; i++)
    g_ptr_array_add (panels, rankle_own_panel_ref (g_ptr_array_index (own, i)));
  for (guint i = 0; own == NULL && i < rankle_model_get_n_panels (model); i++)
    g_ptr_array_add (panels, rankle_own_panel_new (rankle_model_get_panel (model, i)->id,
                                                   NULL, FALSE));
  return panels;
}

/* -1: there is none of that id. */
static int
find (const GPtrArray *panels, const char *id)
{
  for (guint i = 0; i < panels->len; i++)
    if (g_str_equal (rankle_own_panel_get_id (g_ptr_array_index (panels, i)), id))
      return (int)i;
  return -1;
}

/* @panels (nullable): as the model has them. */
static void
put (RankleStudy *self, const GPtrArray *panels, const char *label)
{
  RankleSession *session = rankle_study_get_session (self);
  g_autoptr (RankleArrangement) arrangement = rankle_arrangement_with (
      rankle_session_get_arrangement (session),
      rankle_model_get_id (rankle_study_get_model (self)), panels);
  g_autoptr (RankleSession) next = rankle_session_with_arrangement (session, arrangement);

  if (!rankle_session_equal (next, session))
    rankle_study_replace_labelled (self, next, label);
}

/* ---- panels ---- */

void
rankle_study_remove_panel (RankleStudy *self, const char *panel)
{
  g_autoptr (RankleShownPanel) shown = NULL;
  g_autoptr (GPtrArray) panels = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (RANKLE_IS_STUDY (self) && panel != NULL);

  shown = find_shown (self, panel);
  panels = list (self);
  if (shown == NULL || panels->len < 2)
    return;
  /* Translators: a step of undo; %s is the title of a plot */
  label = g_strdup_printf (_ ("Remove “%s”"), rankle_shown_panel_get (shown)->title);
  g_ptr_array_remove_index (panels, (guint)find (panels, panel));
  put (self, panels, label);
}

/* -1: it has no place there. Those that the model lacks are stepped over. */
static int
find_neighbour (RankleStudy *self, const GPtrArray *panels, const char *panel, int by)
{
  g_autoptr (GPtrArray) shown = list_shown (self);
  int at = find (panels, panel);

  if (at < 0)
    return -1;
  for (at += by; at >= 0 && at < (int)panels->len; at += by)
    if (rankle_shown_panels_find (shown, rankle_own_panel_get_id (g_ptr_array_index (
                                             panels, (guint)at))) != NULL)
      return at;
  return -1;
}

gboolean
rankle_study_can_move_panel (RankleStudy *self, const char *panel, int by)
{
  g_autoptr (GPtrArray) panels = NULL;

  g_return_val_if_fail (RANKLE_IS_STUDY (self) && panel != NULL, FALSE);
  g_return_val_if_fail (by == -1 || by == 1, FALSE);

  panels = list (self);
  return find_neighbour (self, panels, panel, by) >= 0;
}

void
rankle_study_move_panel (RankleStudy *self, const char *panel, int by)
{
  g_autoptr (RankleShownPanel) shown = NULL;
  g_autoptr (GPtrArray) panels = NULL;
  g_autofree char *label = NULL;
  int              to;

  g_return_if_fail (RANKLE_IS_STUDY (self) && panel != NULL);
  g_return_if_fail (by == -1 || by == 1);

  shown = find_shown (self, panel);
  panels = list (self);
  to = find_neighbour (self, panels, panel, by);
  if (shown == NULL || to < 0)
    return;
  g_ptr_array_insert (panels, to,
                      g_ptr_array_steal_index (panels, (guint)find (panels, panel)));
  /* Translators: a step of undo; %s is the title of a plot */
  label = g_strdup_printf (_ ("Move “%s”"), rankle_shown_panel_get (shown)->title);
  put (self, panels, label);
}

void
rankle_study_place_panel (RankleStudy *self, const char *panel, guint place)
{
  g_autoptr (GPtrArray) panels = NULL;
  g_autoptr (GPtrArray) shown = NULL;
  g_autoptr (RankleShownPanel) moved = NULL;
  g_autofree char *label = NULL;
  int              to;

  g_return_if_fail (RANKLE_IS_STUDY (self) && panel != NULL);

  panels = list (self);
  shown = list_shown (self);
  moved = find_shown (self, panel);
  if (moved == NULL || place >= shown->len)
    return;
  to = find (panels, rankle_shown_panel_get (shown->pdata[place])->id);
  g_assert (to >= 0);
  g_ptr_array_insert (panels, to,
                      g_ptr_array_steal_index (panels, (guint)find (panels, panel)));
  /* Translators: a step of undo; %s is the title of a plot */
  label = g_strdup_printf (_ ("Move “%s”"), rankle_shown_panel_get (moved)->title);
  put (self, panels, label);
}

/* (transfer full): of no panel, be it arranged or the model's. */
static char *
make_id (RankleStudy *self, const GPtrArray *panels)
{
  RankleModel *model = rankle_study_get_model (self);
  g_autoptr (GPtrArray) of_model = rankle_shown_panels_list (model, NULL, NULL);

  for (guint i = 1;; i++)
    {
      g_autofree char *id = g_strdup_printf ("own-%u", i);

      if (find (panels, id) < 0 && rankle_shown_panels_find (of_model, id) == NULL)
        return g_steal_pointer (&id);
    }
}

char *
rankle_study_add_panel (RankleStudy *self, const char *panel, guint column)
{
  g_autoptr (GPtrArray) panels = NULL;
  g_autofree char      *id = NULL;
  g_autofree char      *label = NULL;
  const RankleQuantity *quantity;

  g_return_val_if_fail (RANKLE_IS_STUDY (self) && panel != NULL, NULL);
  g_return_val_if_fail (
      column < rankle_model_get_n_columns (rankle_study_get_model (self)), NULL);

  panels = list (self);
  if (panels->len >= RANKLE_OWN_PANELS_MAX)
    return NULL;
  quantity = rankle_model_get_column (rankle_study_get_model (self), column);
  id = make_id (self, panels);
  g_ptr_array_insert (
      panels, find (panels, panel) + 1,
      rankle_own_panel_new (id, (const char *const[]){ quantity->id, NULL }, FALSE));
  /* Translators: a step of undo; %s is a quantity, of which there is a plot now */
  label = g_strdup_printf (_ ("Plot of “%s”"), quantity->label);
  put (self, panels, label);
  return g_steal_pointer (&id);
}

/* ---- what one shows ---- */

static gboolean
has_column (const RanklePanel *panel, guint column)
{
  for (guint i = 0; i < panel->n_columns; i++)
    if (panel->columns[i] == column)
      return TRUE;
  return FALSE;
}

/* As the panel does, which has @column. */
static const char *
name_column (RankleModel *model, const RanklePanel *panel, guint column)
{
  for (guint i = 0; panel->labels != NULL && i < panel->n_columns; i++)
    if (panel->columns[i] == column)
      return panel->labels[i];
  return rankle_model_get_column (model, column)->label;
}

/* Takes another of @panel's columns, in place of what is arranged. */
static void
put_columns (RankleStudy       *self,
             const RanklePanel *panel,
             GPtrArray         *columns,
             const char        *label)
{
  g_autoptr (GPtrArray) panels = list (self);
  guint at = (guint)find (panels, panel->id);

  g_assert (at < panels->len);
  g_ptr_array_add (columns, NULL);
  rankle_own_panel_unref (panels->pdata[at]);
  panels->pdata[at] = rankle_own_panel_new (
      panel->id, (const char *const *)columns->pdata, panel->relative);
  put (self, panels, label);
}

/* (transfer container): ids of the panel's columns, but of @column. */
static GPtrArray *
list_columns (RankleModel *model, const RanklePanel *panel, guint but)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < panel->n_columns; i++)
    if (panel->columns[i] != but)
      g_ptr_array_add (ids,
                       (gpointer)rankle_model_get_column (model, panel->columns[i])->id);
  return ids;
}

static gboolean
would_be_relative (RankleModel *model, const RanklePanel *panel, guint column)
{
  const char *unit = rankle_model_get_column (model, column)->unit;

  for (guint i = 0; !panel->relative && i < panel->n_columns; i++)
    if (g_strcmp0 (rankle_model_get_column (model, panel->columns[i])->unit, unit) != 0)
      return TRUE;
  return panel->relative;
}

/* Of it nothing can be a percentage. */
static gboolean
begins_at_0 (RankleStudy *self, guint column)
{
  RankleTrajectory *baseline = rankle_study_get_baseline (self);

  return baseline != NULL &&
         rankle_trajectory_get_model (baseline) == rankle_study_get_model (self) &&
         !(fabs (rankle_trajectory_get_shown (baseline, column)[0]) > 0);
}

/* (nullable): the first that would be lost in percents. */
static const RankleQuantity *
find_lost (RankleStudy *self, const RanklePanel *panel, guint column)
{
  RankleModel *model = rankle_study_get_model (self);

  if (!would_be_relative (model, panel, column))
    return NULL;
  if (begins_at_0 (self, column))
    return rankle_model_get_column (model, column);
  for (guint i = 0; !panel->relative && i < panel->n_columns; i++)
    if (begins_at_0 (self, panel->columns[i]))
      return rankle_model_get_column (model, panel->columns[i]);
  return NULL;
}

char *
rankle_study_find_no_quantity (RankleStudy *self, const char *panel, guint column)
{
  g_autoptr (RankleShownPanel) shown = NULL;
  const RanklePanel    *it;
  const RankleQuantity *quantity, *lost;

  g_return_val_if_fail (RANKLE_IS_STUDY (self) && panel != NULL, NULL);
  g_return_val_if_fail (
      column < rankle_model_get_n_columns (rankle_study_get_model (self)), NULL);

  shown = find_shown (self, panel);
  quantity = rankle_model_get_column (rankle_study_get_model (self), column);
  if (shown == NULL)
    return g_strdup (_ ("There is no such plot."));
  it = rankle_shown_panel_get (shown);
  if (it->kind == RANKLE_PANEL_STACKED)
    return g_strdup (_ ("Shares of a whole have no room for another quantity: add a plot "
                        "of its own."));
  if (it->kind == RANKLE_PANEL_PHASE)
    return g_strdup (_ ("A phase plane is of two quantities: add a plot of its own."));
  if (has_column (it, column))
    /* Translators: %s is a quantity */
    return g_strdup_printf (_ ("“%s” is in this plot."), quantity->label);
  if (it->n_columns >= RANKLE_OWN_PANEL_COLUMNS_MAX)
    return g_strdup_printf (_ ("A plot has room for %u quantities."),
                            RANKLE_OWN_PANEL_COLUMNS_MAX);
  lost = find_lost (self, it, column);
  if (lost == NULL)
    return NULL;
  /* Translators: %s is a quantity */
  return g_strdup_printf (_ ("Units differ, and “%s” begins at 0, of which there are no "
                             "percents: add a plot of its own."),
                          lost->label);
}

void
rankle_study_add_quantity (RankleStudy *self, const char *panel, guint column)
{
  g_autoptr (RankleShownPanel) shown = NULL;
  g_autoptr (GPtrArray) columns = NULL;
  g_autofree char      *refusal = NULL;
  g_autofree char      *label = NULL;
  const RankleQuantity *quantity;

  g_return_if_fail (RANKLE_IS_STUDY (self) && panel != NULL);

  refusal = rankle_study_find_no_quantity (self, panel, column);
  if (refusal != NULL)
    return;
  shown = find_shown (self, panel);
  quantity = rankle_model_get_column (rankle_study_get_model (self), column);
  columns = list_columns (rankle_study_get_model (self), rankle_shown_panel_get (shown),
                          G_MAXUINT);
  g_ptr_array_add (columns, (gpointer)quantity->id);
  /* Translators: a step of undo: a quantity, and the title of a plot */
  label = g_strdup_printf (_ ("Add “%1$s” to “%2$s”"), quantity->label,
                           rankle_shown_panel_get (shown)->title);
  put_columns (self, rankle_shown_panel_get (shown), columns, label);
}

gboolean
rankle_study_can_remove_quantity (RankleStudy *self, const char *panel)
{
  g_autoptr (RankleShownPanel) shown = NULL;
  const RanklePanel *it;

  g_return_val_if_fail (RANKLE_IS_STUDY (self) && panel != NULL, FALSE);

  shown = find_shown (self, panel);
  it = shown == NULL ? NULL : rankle_shown_panel_get (shown);
  return it != NULL && it->kind == RANKLE_PANEL_LINES && it->n_columns > 1;
}

void
rankle_study_remove_quantity (RankleStudy *self, const char *panel, guint column)
{
  g_autoptr (RankleShownPanel) shown = NULL;
  g_autoptr (GPtrArray) columns = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (RANKLE_IS_STUDY (self) && panel != NULL);
  g_return_if_fail (column < rankle_model_get_n_columns (rankle_study_get_model (self)));

  if (!rankle_study_can_remove_quantity (self, panel))
    return;
  shown = find_shown (self, panel);
  if (!has_column (rankle_shown_panel_get (shown), column))
    return;
  columns = list_columns (rankle_study_get_model (self), rankle_shown_panel_get (shown),
                          column);
  /* Translators: a step of undo: a quantity, and the title of a plot */
  label = g_strdup_printf (
      _ ("Remove “%1$s” from “%2$s”"),
      name_column (rankle_study_get_model (self), rankle_shown_panel_get (shown), column),
      rankle_shown_panel_get (shown)->title);
  put_columns (self, rankle_shown_panel_get (shown), columns, label);
}

/* ---- against each other ---- */

gboolean
rankle_study_can_set_phase (RankleStudy *self, const char *panel)
{
  g_autoptr (RankleShownPanel) shown = NULL;
  const RanklePanel *it;

  g_return_val_if_fail (RANKLE_IS_STUDY (self) && panel != NULL, FALSE);

  shown = find_shown (self, panel);
  it = shown == NULL ? NULL : rankle_shown_panel_get (shown);
  return it != NULL && it->kind != RANKLE_PANEL_STACKED && it->n_columns == 2;
}

/* (transfer full): what is arranged of it keeps what it had; what is the model's has what
 * that has. */
static RankleOwnPanel *
make_of_two (RankleStudy *self, const RanklePanel *it, const RankleOwnPanel *own)
{
  g_autoptr (GPtrArray) ids = list_columns (rankle_study_get_model (self), it, G_MAXUINT);

  g_ptr_array_add (ids, NULL);
  return rankle_own_panel_new (it->id, (const char *const *)ids->pdata,
                               rankle_own_panel_get_columns (own) != NULL
                                   ? rankle_own_panel_is_relative (own)
                                   : it->relative);
}

void
rankle_study_set_phase (RankleStudy *self, const char *panel, gboolean phase)
{
  g_autoptr (RankleShownPanel) shown = NULL;
  g_autoptr (GPtrArray) panels = NULL;
  g_autoptr (RankleOwnPanel) of_two = NULL;
  guint at;

  g_return_if_fail (RANKLE_IS_STUDY (self) && panel != NULL);

  if (!rankle_study_can_set_phase (self, panel))
    return;
  shown = find_shown (self, panel);
  panels = list (self);
  at = (guint)find (panels, panel);
  of_two = make_of_two (self, rankle_shown_panel_get (shown), panels->pdata[at]);
  rankle_own_panel_unref (panels->pdata[at]);
  panels->pdata[at] = rankle_own_panel_with_phase (of_two, phase);
  put (self, panels, phase ? _ ("Phase Plane") : _ ("Over Time"));
}

/* ---- back ---- */

gboolean
rankle_study_has_own_panels (RankleStudy *self)
{
  RankleModel *model;

  g_return_val_if_fail (RANKLE_IS_STUDY (self), FALSE);

  model = rankle_study_get_model (self);
  return model != NULL && rankle_arrangement_get (rankle_session_get_arrangement (
                                                      rankle_study_get_session (self)),
                                                  rankle_model_get_id (model)) != NULL;
}

void
rankle_study_reset_panels (RankleStudy *self)
{
  g_return_if_fail (RANKLE_IS_STUDY (self));

  if (rankle_study_has_own_panels (self))
    put (self, NULL, _ ("Plots of the Model"));
}
