/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-plot-looks.h"

#include <stdlib.h>
#include <string.h>

struct _RanklePlotLooks
{
  gatomicrefcount ref_count;
  char           *enlarged; /* (owned) (nullable) */
  GHashTable     *axes;     /* (owned): of id to whether it is logarithmic */
};

RanklePlotLooks *
rankle_plot_looks_new (void)
{
  RanklePlotLooks *self = g_new0 (RanklePlotLooks, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->axes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

RanklePlotLooks *
rankle_plot_looks_ref (RanklePlotLooks *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
rankle_plot_looks_unref (RanklePlotLooks *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->enlarged);
  g_hash_table_unref (self->axes);
  g_free (self);
}

/* (transfer full): the same, to be made another in one thing. */
static RanklePlotLooks *
copy (const RanklePlotLooks *self)
{
  RanklePlotLooks *other = rankle_plot_looks_new ();
  GHashTableIter   iter;
  gpointer         id, logarithmic;

  other->enlarged = g_strdup (self->enlarged);
  g_hash_table_iter_init (&iter, self->axes);
  while (g_hash_table_iter_next (&iter, &id, &logarithmic))
    g_hash_table_replace (other->axes, g_strdup (id), logarithmic);
  return other;
}

RanklePlotLooks *
rankle_plot_looks_with_enlarged (const RanklePlotLooks *self, const char *panel)
{
  RanklePlotLooks *other;

  g_return_val_if_fail (self != NULL, NULL);

  other = copy (self);
  g_free (other->enlarged);
  other->enlarged = g_strdup (panel);
  return other;
}

RanklePlotLooks *
rankle_plot_looks_with_logarithmic (const RanklePlotLooks *self,
                                    const char            *panel,
                                    gboolean               logarithmic)
{
  RanklePlotLooks *other;

  g_return_val_if_fail (self != NULL && panel != NULL, NULL);

  other = copy (self);
  if (g_hash_table_size (other->axes) < RANKLE_PLOT_AXES_MAX)
    g_hash_table_replace (other->axes, g_strdup (panel),
                          GINT_TO_POINTER (logarithmic != FALSE));
  return other;
}

const char *
rankle_plot_looks_get_enlarged (const RanklePlotLooks *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->enlarged;
}

gboolean
rankle_plot_looks_get_logarithmic (const RanklePlotLooks *self,
                                   const char            *panel,
                                   gboolean               usual)
{
  gpointer logarithmic;

  g_return_val_if_fail (self != NULL && panel != NULL, usual);

  return g_hash_table_lookup_extended (self->axes, panel, NULL, &logarithmic)
             ? GPOINTER_TO_INT (logarithmic)
             : usual;
}

static int
compare_ids (const void *a, const void *b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

const char **
rankle_plot_looks_list_axes (const RanklePlotLooks *self)
{
  const char **ids;
  guint        n;

  g_return_val_if_fail (self != NULL, NULL);

  ids = (const char **)g_hash_table_get_keys_as_array (self->axes, &n);
  qsort (ids, n, sizeof *ids, compare_ids);
  return ids;
}

gboolean
rankle_plot_looks_equal (const RanklePlotLooks *a, const RanklePlotLooks *b)
{
  GHashTableIter iter;
  gpointer       id, logarithmic, other;

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a == b)
    return TRUE;
  if (g_strcmp0 (a->enlarged, b->enlarged) != 0 ||
      g_hash_table_size (a->axes) != g_hash_table_size (b->axes))
    return FALSE;
  g_hash_table_iter_init (&iter, a->axes);
  while (g_hash_table_iter_next (&iter, &id, &logarithmic))
    if (!g_hash_table_lookup_extended (b->axes, id, NULL, &other) || other != logarithmic)
      return FALSE;
  return TRUE;
}
