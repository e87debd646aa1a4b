/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-structure-table.h"

G_BEGIN_DECLS

typedef enum
{
  RANKLE_FOLD_LOOP,
  RANKLE_FOLD_STRAND,
  RANKLE_FOLD_HELIX,
} RankleFold;

#define RANKLE_STRUCTURE_MOST_PARTS 32
#define RANKLE_STRUCTURE_MOST_APART 6.0 /* angstrom, between neighbours of a chain */

/**
 * RankleResidue:
 * @place: of its C-alpha [angstrom]
 * @number: in the protein, or the point's of a schematic
 * @part: of the chain, from 1; 0: of none
 * @joined: to the one before it; else the chain begins anew
 *
 * Residues between two that were not seen, are not there: the numbers leave them out, and
 * the chain begins anew.
 */
typedef struct
{
  RanklePlace place;
  int         number;
  RankleFold  fold;
  guint       part;
  gboolean    joined;
} RankleResidue;

/**
 * RankleStructure:
 *
 * One copy of a molecule as a chain of C-alphas, out of data/structures/NAME.csv. The
 * frame is the trimer's: y is the three-fold axis, RANKL's own cell is above, the cell
 * that carries the receptor below. Immutable.
 */
typedef struct _RankleStructure RankleStructure;

/* A bundled one: "rankl-3urf". */
RankleStructure *rankle_structure_load (const char *id, GError **error);
/* Of @text, which is not kept; @name stands in front of a complaint, which names the
 * line: a cell that is no number, more rows than RANKLE_STRUCTURE_MOST_ROWS, a place
 * beyond RANKLE_STRUCTURE_MOST_PLACE, neighbours more than RANKLE_STRUCTURE_MOST_APART
 * apart. */
RankleStructure *rankle_structure_parse (GBytes *text, const char *name, GError **error);
void             rankle_structure_free (RankleStructure *structure);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleStructure, rankle_structure_free)

const RankleResidue *rankle_structure_get_residues (const RankleStructure *structure,
                                                    guint                 *n);
guint                rankle_structure_get_n_parts (const RankleStructure *structure);
/* @part: from 1. */
const char *rankle_structure_get_part_name (const RankleStructure *structure, guint part);

G_END_DECLS
