/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-ellipsoids.h"

#include <glib/gi18n-lib.h>

#include "rankle-catalog.h"
#include "rankle-lathe.h"

typedef struct
{
  GArray *blobs; /* (owned) of RankleBlob */
} Molecule;

struct _RankleEllipsoids
{
  GHashTable *molecules; /* (owned) from names to Molecule */
};

static const char *const middle[] = { "x", "y", "z" };
static const char *const lengths[] = { "a", "b", "c" };
static const char *const directions[][3] = { { "ax", "ay", "az" },
                                             { "bx", "by", "bz" },
                                             { "cx", "cy", "cz" } };

static void
molecule_free (gpointer data)
{
  Molecule *self = data;

  for (guint i = 0; i < self->blobs->len; i++)
    g_free ((gpointer)g_array_index (self->blobs, RankleBlob, i).axes);
  g_array_unref (self->blobs);
  g_free (self);
}

static Molecule *
get_molecule (RankleEllipsoids *self, const char *name)
{
  Molecule *molecule = g_hash_table_lookup (self->molecules, name);

  if (molecule != NULL)
    return molecule;
  molecule = g_new (Molecule, 1);
  molecule->blobs = g_array_new (FALSE, FALSE, sizeof (RankleBlob));
  g_hash_table_insert (self->molecules, g_strdup (name), molecule);
  return molecule;
}

static gboolean
check_axis (const RankleTableRow *row,
            guint                 i,
            double                length,
            RanklePlace           direction,
            GError              **error)
{
  double one = rankle_place_dot (direction, direction);

  if (length > 0 && fabs (one - 1) < 1e-2)
    return TRUE;
  return rankle_table_row_fail (
      row, RANKLE_STRUCTURE_ERROR_SYNTAX,
      g_strdup_printf (_ ("axis %s: a length above 0 and a direction of length 1 are "
                          "needed"),
                       lengths[i]),
      error);
}

static gboolean
read_axes (const RankleTableRow *row, RanklePlace axes[3], GError **error)
{
  for (guint i = 0; i < 3; i++)
    {
      RanklePlace direction;
      double      length;

      if (!rankle_table_row_get_number (row, lengths[i], &length, error) ||
          !rankle_table_row_get_place (row, directions[i], 1, &direction, error) ||
          !check_axis (row, i, length, direction, error))
        return FALSE;
      axes[i] = rankle_place_scale (direction, length);
    }
  return TRUE;
}

static gboolean
take_row (const RankleTableRow *row, gpointer data, GError **error)
{
  const char *name = rankle_table_row_find (row, "molecule");
  RanklePlace axes[3];
  RankleBlob  blob = { 0 };
  Molecule   *molecule;

  if (name == NULL)
    return rankle_table_row_fail (
        row, RANKLE_STRUCTURE_ERROR_SYNTAX,
        g_strdup_printf (_ ("there is no column %s"), "molecule"), error);
  if (!rankle_table_row_get_place (row, middle, RANKLE_STRUCTURE_MOST_PLACE, &blob.place,
                                   error) ||
      !read_axes (row, axes, error))
    return FALSE;
  molecule = get_molecule (data, name);
  if (molecule->blobs->len == RANKLE_SKIN_MOST_PARTS)
    return rankle_table_row_fail (
        row, RANKLE_STRUCTURE_ERROR_LIMIT,
        g_strdup_printf (_ ("the parts are more than %d"), RANKLE_SKIN_MOST_PARTS),
        error);
  blob.part = molecule->blobs->len + 1;
  blob.axes = g_memdup2 (axes, sizeof axes);
  g_array_append_val (molecule->blobs, blob);
  return TRUE;
}

RankleEllipsoids *
rankle_ellipsoids_parse (GBytes *text, const char *name, GError **error)
{
  g_autoptr (RankleEllipsoids) self = g_new (RankleEllipsoids, 1);

  self->molecules =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, molecule_free);
  if (!rankle_structure_table_read (text, name, take_row, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

RankleEllipsoids *
rankle_ellipsoids_load (GError **error)
{
  const char *name = "ellipsoids.csv";
  g_autoptr (GBytes) text = rankle_catalog_read ("structures", name, error);

  return text == NULL ? NULL : rankle_ellipsoids_parse (text, name, error);
}

void
rankle_ellipsoids_free (RankleEllipsoids *ellipsoids)
{
  g_return_if_fail (ellipsoids != NULL);

  g_hash_table_unref (ellipsoids->molecules);
  g_free (ellipsoids);
}

const RankleBlob *
rankle_ellipsoids_get (const RankleEllipsoids *ellipsoids, const char *molecule, guint *n)
{
  const Molecule *found;

  g_return_val_if_fail (ellipsoids != NULL && molecule != NULL && n != NULL, NULL);

  found = g_hash_table_lookup (ellipsoids->molecules, molecule);
  *n = found == NULL ? 0 : found->blobs->len;
  return found == NULL ? NULL : (const RankleBlob *)(const void *)found->blobs->data;
}

RankleMeshDraft *
rankle_ellipsoids_mesh (const RankleBlob *blobs, guint n)
{
  RankleMeshDraft *draft = rankle_mesh_draft_new ();

  for (guint i = 0; i < n; i++)
    rankle_lathe_add_ball (draft, blobs[i].place, blobs[i].axes,
                           (guint8)(blobs[i].part * RANKLE_SKIN_PART_STEP));
  rankle_mesh_draft_set_normals (draft);
  return draft;
}
