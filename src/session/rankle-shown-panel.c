/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-shown-panel.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _RankleShownPanel
{
  gatomicrefcount ref_count;
  RankleModel    *model;   /* (owned) */
  RanklePanel     panel;   /* borrows of the model, and of what is below */
  char           *id;      /* (owned) (nullable) */
  char           *title;   /* (owned) (nullable) */
  GArray         *columns; /* (owned) (nullable): guint */
  const char    **labels;  /* (owned) (nullable) */
};

static RankleShownPanel *
new_of (RankleModel *model)
{
  RankleShownPanel *self = g_new0 (RankleShownPanel, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->model = rankle_model_ref (model);
  return self;
}

RankleShownPanel *
rankle_shown_panel_new (RankleModel *model, guint panel)
{
  RankleShownPanel *self;

  g_return_val_if_fail (model != NULL, NULL);
  g_return_val_if_fail (panel < rankle_model_get_n_panels (model), NULL);

  self = new_of (model);
  self->panel = *rankle_model_get_panel (model, panel);
  return self;
}

RankleShownPanel *
rankle_shown_panel_ref (RankleShownPanel *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
rankle_shown_panel_unref (RankleShownPanel *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->id);
  g_free (self->title);
  g_clear_pointer (&self->columns, g_array_unref);
  g_free (self->labels);
  rankle_model_unref (self->model);
  g_free (self);
}

const RanklePanel *
rankle_shown_panel_get (const RankleShownPanel *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->panel;
}

/* ---- one that somebody arranged ---- */

static int
find_panel (RankleModel *model, const char *id)
{
  for (guint i = 0; i < rankle_model_get_n_panels (model); i++)
    if (g_str_equal (rankle_model_get_panel (model, i)->id, id))
      return (int)i;
  return -1;
}

static void
add_missing (GPtrArray *missing, const char *id)
{
  if (missing != NULL)
    g_ptr_array_add (missing, g_strdup (id));
}

static gboolean
has_column (const GArray *columns, guint column)
{
  for (guint i = 0; i < columns->len; i++)
    if (g_array_index (columns, guint, i) == column)
      return TRUE;
  return FALSE;
}

/* (transfer full): those that the model has, each once. */
static GArray *
find_columns (RankleModel *model, const char *const *ids, GPtrArray *missing)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (guint));

  for (; *ids != NULL; ids++)
    {
      int   found = rankle_model_find_column (model, *ids);
      guint column = (guint)found;

      if (found < 0)
        add_missing (missing, *ids);
      else if (!has_column (columns, column) &&
               columns->len < RANKLE_OWN_PANEL_COLUMNS_MAX)
        g_array_append_val (columns, column);
    }
  return columns;
}

static const RankleQuantity *
get_quantity (const RankleShownPanel *self, guint i)
{
  return rankle_model_get_column (self->model, g_array_index (self->columns, guint, i));
}

/* (nullable): the unit of all of them. */
static const char *
find_unit (const RankleShownPanel *self)
{
  const char *unit = get_quantity (self, 0)->unit;

  for (guint i = 1; i < self->columns->len; i++)
    if (g_strcmp0 (get_quantity (self, i)->unit, unit) != 0)
      return NULL;
  return unit != NULL ? unit : "";
}

static gboolean
shows (const RanklePanel *panel, guint column)
{
  for (guint i = 0; panel != NULL && i < panel->n_columns; i++)
    if (panel->columns[i] == column)
      return TRUE;
  return FALSE;
}

/* All that the model's panel shows is still there: it may be called as that is. */
static gboolean
is_whole (const RankleShownPanel *self, const RanklePanel *of_model)
{
  for (guint i = 0; of_model != NULL && i < of_model->n_columns; i++)
    if (!has_column (self->columns, of_model->columns[i]))
      return FALSE;
  return of_model != NULL;
}

/* Nothing else is. */
static gboolean
is_part (const RankleShownPanel *self, const RanklePanel *of_model)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (!shows (of_model, g_array_index (self->columns, guint, i)))
      return FALSE;
  return TRUE;
}

/* (transfer full): the model's title, and what was added; else all that is shown. */
static char *
make_title (const RankleShownPanel *self, const RanklePanel *of_model)
{
  gboolean whole = is_whole (self, of_model);
  GString *text = g_string_new (whole ? of_model->title : "");

  for (guint i = 0; i < self->columns->len; i++)
    if (!whole || !shows (of_model, g_array_index (self->columns, guint, i)))
      /* Translators: stands between the quantities that a plot is called by */
      g_string_append_printf (text, "%s%s", text->len > 0 ? _ (", ") : "",
                              self->labels[i]);
  return g_string_free (text, FALSE);
}

/* (nullable): what the model's panel calls it. */
static const char *
find_label (const RanklePanel *panel, guint column)
{
  for (guint i = 0; panel != NULL && panel->labels != NULL && i < panel->n_columns; i++)
    if (panel->columns[i] == column)
      return panel->labels[i];
  return NULL;
}

static void
fill_labels (RankleShownPanel *self, const RanklePanel *of_model)
{
  self->labels = g_new0 (const char *, self->columns->len + 1);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const char *label = find_label (of_model, g_array_index (self->columns, guint, i));

      self->labels[i] = label != NULL ? label : get_quantity (self, i)->label;
    }
  self->panel.labels = self->labels;
}

/* One that is still in the model's terms keeps its axis. */
static void
fill_axis (RankleShownPanel *self, const RanklePanel *of_model, gboolean relative)
{
  const char *unit = find_unit (self);

  self->panel.relative = relative || unit == NULL;
  self->panel.reference = self->panel.relative ? 100 : (double)NAN;
  self->panel.unit = self->panel.relative ? _ ("% of baseline") : unit;
  if (of_model == NULL || of_model->relative != self->panel.relative)
    return;
  if (is_part (self, of_model))
    self->panel.unit = of_model->unit;
  self->panel.reference = of_model->reference;
  self->panel.log_scale = of_model->log_scale;
  self->panel.include_zero = of_model->include_zero;
}

/* Each axis has a unit of its own. */
static void
fill_phase (RankleShownPanel *self)
{
  g_free (self->title);
  /* Translators: two quantities, the second of which goes along the axis upwards */
  self->title =
      g_strdup_printf (_ ("%2$s against %1$s"), self->labels[0], self->labels[1]);
  self->panel.title = self->title;
  self->panel.kind = RANKLE_PANEL_PHASE;
  self->panel.unit = "";
  self->panel.relative = FALSE;
  self->panel.log_scale = FALSE;
  self->panel.include_zero = FALSE;
  self->panel.reference = (double)NAN;
}

/* Takes @columns. */
static RankleShownPanel *
make_own (RankleModel *model, const RankleOwnPanel *own, GArray *columns)
{
  RankleShownPanel  *self = new_of (model);
  int                found = find_panel (model, rankle_own_panel_get_id (own));
  const RanklePanel *of_model =
      found < 0 ? NULL : rankle_model_get_panel (model, (guint)found);

  g_assert (columns->len > 0);
  self->columns = columns;
  self->id = g_strdup (rankle_own_panel_get_id (own));
  self->panel = (RanklePanel){ .id = self->id,
                               .kind = RANKLE_PANEL_LINES,
                               .columns = (guint *)(void *)columns->data,
                               .n_columns = columns->len };
  fill_labels (self, of_model);
  self->panel.title = self->title = make_title (self, of_model);
  fill_axis (self, of_model, rankle_own_panel_is_relative (own));
  if (rankle_own_panel_is_phase (own) && columns->len == 2)
    fill_phase (self);
  return self;
}

RankleShownPanel *
rankle_shown_panel_new_own (RankleModel          *model,
                            const RankleOwnPanel *own,
                            GPtrArray            *missing)
{
  const char *const *ids;
  int                found;
  g_autoptr (GArray) columns = NULL;

  g_return_val_if_fail (model != NULL && own != NULL, NULL);

  ids = rankle_own_panel_get_columns (own);
  found = find_panel (model, rankle_own_panel_get_id (own));
  if (ids == NULL && found >= 0)
    return rankle_shown_panel_new (model, (guint)found);
  if (ids == NULL)
    {
      add_missing (missing, rankle_own_panel_get_id (own));
      return NULL;
    }
  columns = find_columns (model, ids, missing);
  return columns->len == 0 ? NULL : make_own (model, own, g_steal_pointer (&columns));
}

/* ---- all of a model ---- */

GPtrArray *
rankle_shown_panels_list (RankleModel *model, const GPtrArray *own, GPtrArray *missing)
{
  GPtrArray *panels =
      g_ptr_array_new_with_free_func ((GDestroyNotify)rankle_shown_panel_unref);

  g_return_val_if_fail (model != NULL, panels);

  for (guint i = 0; own != NULL && i < own->len; i++)
    {
      RankleShownPanel *panel =
          rankle_shown_panel_new_own (model, g_ptr_array_index (own, i), missing);

      if (panel != NULL)
        g_ptr_array_add (panels, panel);
    }
  if (panels->len > 0)
    return panels;
  for (guint i = 0; i < rankle_model_get_n_panels (model); i++)
    g_ptr_array_add (panels, rankle_shown_panel_new (model, i));
  return panels;
}

RankleShownPanel *
rankle_shown_panels_find (const GPtrArray *panels, const char *id)
{
  g_return_val_if_fail (panels != NULL && id != NULL, NULL);

  for (guint i = 0; i < panels->len; i++)
    if (g_str_equal (rankle_shown_panel_get (g_ptr_array_index (panels, i))->id, id))
      return g_ptr_array_index (panels, i);
  return NULL;
}
