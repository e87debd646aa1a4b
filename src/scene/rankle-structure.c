/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-structure.h"

#include <glib/gi18n-lib.h>

#include "rankle-catalog.h"

struct _RankleStructure
{
  GArray    *residues; /* (owned) of RankleResidue */
  GPtrArray *parts;    /* (owned) of their names */
};

static const char *const axes[] = { "x", "y", "z" };

static gboolean
read_number (const RankleTableRow *row, RankleResidue *residue, GError **error)
{
  gboolean schematic = rankle_table_row_find (row, "residue") == NULL;
  double   number;

  if (!rankle_table_row_get_number (row, schematic ? "point" : "residue", &number, error))
    return FALSE;
  residue->number = (int)CLAMP (number, 0, G_MAXINT);
  if (fabs (number - residue->number) > 0)
    return rankle_table_row_fail (
        row, RANKLE_STRUCTURE_ERROR_SYNTAX,
        g_strdup_printf (_ ("“%g” is not the number of a residue"), number), error);
  return TRUE;
}

static gboolean
read_fold (const RankleTableRow *row, RankleResidue *residue, GError **error)
{
  const char *cell = rankle_table_row_find (row, "structure");

  if (cell == NULL || g_str_equal (cell, "-"))
    residue->fold = RANKLE_FOLD_LOOP;
  else if (g_str_equal (cell, "E"))
    residue->fold = RANKLE_FOLD_STRAND;
  else if (g_str_equal (cell, "H"))
    residue->fold = RANKLE_FOLD_HELIX;
  else
    return rankle_table_row_fail (
        row, RANKLE_STRUCTURE_ERROR_SYNTAX,
        g_strdup_printf (_ ("structure: “%s” is not E, H or -"), cell), error);
  return TRUE;
}

static gboolean
read_part (RankleStructure      *self,
           const RankleTableRow *row,
           RankleResidue        *residue,
           GError              **error)
{
  const char *cell = rankle_table_row_find (row, "part");
  guint       index;

  if (cell == NULL || *cell == '\0')
    return TRUE;
  if (!g_ptr_array_find_with_equal_func (self->parts, cell, g_str_equal, &index))
    {
      index = self->parts->len;
      g_ptr_array_add (self->parts, g_strdup (cell));
    }
  residue->part = index + 1;
  if (self->parts->len <= RANKLE_STRUCTURE_MOST_PARTS)
    return TRUE;
  return rankle_table_row_fail (
      row, RANKLE_STRUCTURE_ERROR_LIMIT,
      g_strdup_printf (_ ("the parts are more than %d"), RANKLE_STRUCTURE_MOST_PARTS),
      error);
}

/* Two that follow each other are joined, and so no further apart than C-alphas can be. */
static gboolean
join (const RankleStructure *self,
      const RankleTableRow  *row,
      RankleResidue         *residue,
      GError               **error)
{
  const RankleResidue *before;
  double               apart;

  if (self->residues->len == 0)
    return TRUE;
  before = &g_array_index (self->residues, RankleResidue, self->residues->len - 1);
  if (residue->number <= before->number)
    return rankle_table_row_fail (
        row, RANKLE_STRUCTURE_ERROR_CHAIN,
        g_strdup_printf (_ ("the residues are out of order: %d, %d"), before->number,
                         residue->number),
        error);
  residue->joined = residue->number == before->number + 1;
  apart = rankle_place_distance (residue->place, before->place);
  if (!residue->joined || apart <= RANKLE_STRUCTURE_MOST_APART)
    return TRUE;
  return rankle_table_row_fail (
      row, RANKLE_STRUCTURE_ERROR_CHAIN,
      g_strdup_printf (_ ("residues %d and %d are %.1f Å apart, more than %g"),
                       before->number, residue->number, apart,
                       RANKLE_STRUCTURE_MOST_APART),
      error);
}

static gboolean
take_row (const RankleTableRow *row, gpointer data, GError **error)
{
  RankleStructure *self = data;
  RankleResidue    residue = { 0 };

  if (!read_number (row, &residue, error) ||
      !rankle_table_row_get_place (row, axes, RANKLE_STRUCTURE_MOST_PLACE, &residue.place,
                                   error) ||
      !read_fold (row, &residue, error) || !read_part (self, row, &residue, error) ||
      !join (self, row, &residue, error))
    return FALSE;
  g_array_append_val (self->residues, residue);
  return TRUE;
}

RankleStructure *
rankle_structure_parse (GBytes *text, const char *name, GError **error)
{
  g_autoptr (RankleStructure) self = g_new (RankleStructure, 1);

  self->residues = g_array_new (FALSE, FALSE, sizeof (RankleResidue));
  self->parts = g_ptr_array_new_with_free_func (g_free);
  if (!rankle_structure_table_read (text, name, take_row, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

RankleStructure *
rankle_structure_load (const char *id, GError **error)
{
  g_autofree char *name = g_strconcat (id, ".csv", NULL);
  g_autoptr (GBytes) text = rankle_catalog_read ("structures", name, error);

  return text == NULL ? NULL : rankle_structure_parse (text, name, error);
}

void
rankle_structure_free (RankleStructure *structure)
{
  g_return_if_fail (structure != NULL);

  g_array_unref (structure->residues);
  g_ptr_array_unref (structure->parts);
  g_free (structure);
}

const RankleResidue *
rankle_structure_get_residues (const RankleStructure *structure, guint *n)
{
  g_return_val_if_fail (structure != NULL && n != NULL, NULL);

  *n = structure->residues->len;
  return (const RankleResidue *)(const void *)structure->residues->data;
}

guint
rankle_structure_get_n_parts (const RankleStructure *structure)
{
  g_return_val_if_fail (structure != NULL, 0);

  return structure->parts->len;
}

const char *
rankle_structure_get_part_name (const RankleStructure *structure, guint part)
{
  g_return_val_if_fail (structure != NULL, NULL);
  g_return_val_if_fail (part >= 1 && part <= structure->parts->len, NULL);

  return g_ptr_array_index (structure->parts, part - 1);
}
