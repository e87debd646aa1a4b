/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-own-panel.h"

#include <stdlib.h>
#include <string.h>

struct _RankleOwnPanel
{
  gatomicrefcount ref_count;
  char           *id;      /* (owned) */
  char          **columns; /* (owned) (nullable) */
  gboolean        relative, phase;
};

RankleOwnPanel *
rankle_own_panel_new (const char *id, const char *const *columns, gboolean relative)
{
  RankleOwnPanel *self;

  g_return_val_if_fail (id != NULL && *id != '\0', NULL);
  g_return_val_if_fail (columns == NULL || *columns != NULL, NULL);

  self = g_new0 (RankleOwnPanel, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->id = g_strdup (id);
  self->columns = g_strdupv ((char **)columns);
  self->relative = columns != NULL && relative;
  return self;
}

RankleOwnPanel *
rankle_own_panel_ref (RankleOwnPanel *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
rankle_own_panel_unref (RankleOwnPanel *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->id);
  g_strfreev (self->columns);
  g_free (self);
}

RankleOwnPanel *
rankle_own_panel_with_phase (const RankleOwnPanel *self, gboolean phase)
{
  RankleOwnPanel *other;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (
      !phase || (self->columns != NULL && g_strv_length (self->columns) == 2), NULL);

  other =
      rankle_own_panel_new (self->id, (const char *const *)self->columns, self->relative);
  other->phase = phase != FALSE;
  return other;
}

gboolean
rankle_own_panel_is_phase (const RankleOwnPanel *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->phase;
}

const char *
rankle_own_panel_get_id (const RankleOwnPanel *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

const char *const *
rankle_own_panel_get_columns (const RankleOwnPanel *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *)self->columns;
}

gboolean
rankle_own_panel_is_relative (const RankleOwnPanel *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->relative;
}

static gboolean
have_same_columns (const RankleOwnPanel *a, const RankleOwnPanel *b)
{
  if (a->columns == NULL || b->columns == NULL)
    return a->columns == b->columns;
  return g_strv_equal ((const char *const *)a->columns, (const char *const *)b->columns);
}

gboolean
rankle_own_panel_equal (const RankleOwnPanel *a, const RankleOwnPanel *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a == b || (g_str_equal (a->id, b->id) && a->relative == b->relative &&
                    a->phase == b->phase && have_same_columns (a, b));
}

GPtrArray *
rankle_own_panels_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)rankle_own_panel_unref);
}

/* ---- of all models ---- */

struct _RankleArrangement
{
  gatomicrefcount ref_count;
  GHashTable     *of_models; /* (owned): of id to GPtrArray of RankleOwnPanel */
};

RankleArrangement *
rankle_arrangement_new (void)
{
  RankleArrangement *self = g_new0 (RankleArrangement, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->of_models = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                           (GDestroyNotify)g_ptr_array_unref);
  return self;
}

RankleArrangement *
rankle_arrangement_ref (RankleArrangement *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
rankle_arrangement_unref (RankleArrangement *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_hash_table_unref (self->of_models);
  g_free (self);
}

static RankleArrangement *
copy (const RankleArrangement *self)
{
  RankleArrangement *other = rankle_arrangement_new ();
  GHashTableIter     iter;
  gpointer           id, panels;

  g_hash_table_iter_init (&iter, self->of_models);
  while (g_hash_table_iter_next (&iter, &id, &panels))
    g_hash_table_replace (other->of_models, g_strdup (id), g_ptr_array_ref (panels));
  return other;
}

static gboolean
has_id (const GPtrArray *panels, const char *id)
{
  for (guint i = 0; i < panels->len; i++)
    if (g_str_equal (rankle_own_panel_get_id (g_ptr_array_index (panels, i)), id))
      return TRUE;
  return FALSE;
}

/* (transfer full): of each id the first, and no more than there may be. */
static GPtrArray *
copy_distinct (const GPtrArray *panels)
{
  GPtrArray *distinct = rankle_own_panels_new ();

  for (guint i = 0; i < panels->len && distinct->len < RANKLE_OWN_PANELS_MAX; i++)
    {
      RankleOwnPanel *panel = g_ptr_array_index (panels, i);

      if (!has_id (distinct, rankle_own_panel_get_id (panel)))
        g_ptr_array_add (distinct, rankle_own_panel_ref (panel));
    }
  return distinct;
}

RankleArrangement *
rankle_arrangement_with (const RankleArrangement *self,
                         const char              *model,
                         const GPtrArray         *panels)
{
  RankleArrangement *other;

  g_return_val_if_fail (self != NULL && model != NULL, NULL);

  other = copy (self);
  if (panels == NULL || panels->len == 0)
    g_hash_table_remove (other->of_models, model);
  else
    g_hash_table_replace (other->of_models, g_strdup (model), copy_distinct (panels));
  return other;
}

const GPtrArray *
rankle_arrangement_get (const RankleArrangement *self, const char *model)
{
  g_return_val_if_fail (self != NULL && model != NULL, NULL);

  return g_hash_table_lookup (self->of_models, model);
}

static int
compare_ids (const void *a, const void *b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

const char **
rankle_arrangement_list_models (const RankleArrangement *self)
{
  const char **ids;
  guint        n;

  g_return_val_if_fail (self != NULL, NULL);

  ids = (const char **)g_hash_table_get_keys_as_array (self->of_models, &n);
  qsort (ids, n, sizeof *ids, compare_ids);
  return ids;
}

static gboolean
are_same (const GPtrArray *a, const GPtrArray *b)
{
  if (a == NULL || b == NULL || a->len != b->len)
    return a == b;
  for (guint i = 0; i < a->len; i++)
    if (!rankle_own_panel_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;
  return TRUE;
}

gboolean
rankle_arrangement_equal (const RankleArrangement *a, const RankleArrangement *b)
{
  GHashTableIter iter;
  gpointer       id, panels;

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a == b)
    return TRUE;
  if (g_hash_table_size (a->of_models) != g_hash_table_size (b->of_models))
    return FALSE;
  g_hash_table_iter_init (&iter, a->of_models);
  while (g_hash_table_iter_next (&iter, &id, &panels))
    if (!are_same (panels, rankle_arrangement_get (b, id)))
      return FALSE;
  return TRUE;
}
