/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-bone-field.h"

G_BEGIN_DECLS

typedef enum
{
  RANKLE_BONE_OSTEOCLAST,
  RANKLE_BONE_OSTEOBLAST,
  RANKLE_BONE_N_KINDS
} RankleBoneCellKind;

/**
 * RankleBoneCell:
 * @place: on the surface of the bone, where the cell's middle is when it is seen from
 *   above
 * @normal: out of the bone, of length 1
 * @turn: about the normal [rad]
 * @radius: along the surface, of one that is fully grown
 */
typedef struct
{
  float place[3];
  float normal[3];
  float turn;
  float radius;
} RankleBoneCell;

/**
 * RankleBoneAnchors:
 *
 * Where cells would sit on the bone of a field when it is 20 %, in a fixed order:
 * osteoclasts apart from each other, osteoblasts in patches. Cells are larger than life.
 * On bone of another volume they are moved on to its surface, so that a cell stays the
 * same cell. Constant.
 */
typedef struct _RankleBoneAnchors RankleBoneAnchors;

/* The same for the same field and seed, each time. */
RankleBoneAnchors *rankle_bone_anchors_new (const RankleBoneField *field, guint32 seed);
void               rankle_bone_anchors_free (RankleBoneAnchors *anchors);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleBoneAnchors, rankle_bone_anchors_free)

/**
 * RankleBoneCells:
 *
 * The cells on a bone, all that have a place: how many of them are seen depends on the
 * moment, and they are always the first ones. Constant.
 */
typedef struct _RankleBoneCells RankleBoneCells;

/* @solid: one piece, without pits. */
RankleBoneCells *rankle_bone_cells_new (const RankleBoneAnchors *anchors,
                                        const RankleBoneSolid   *solid);
void             rankle_bone_cells_free (RankleBoneCells *cells);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleBoneCells, rankle_bone_cells_free)

const RankleBoneCell *
rankle_bone_cells_get (const RankleBoneCells *cells, RankleBoneCellKind kind, guint *n);
/* Digs the pits under the first @n osteoclasts. */
void
rankle_bone_cells_dig (const RankleBoneCells *cells, guint n, RankleBoneSolid *solid);

/* How many cells stand for @ratio times the baseline, of which 8 osteoclasts and 60
 * osteoblasts are drawn; 40 and 240 at most. Of NaN, none. */
guint rankle_bone_count_cells (RankleBoneCellKind kind, double ratio);
/* How large the cell at @index is then: 0 that is not there, 1 fully grown; the last one
 * grows from a quarter, so that counts glide. */
float rankle_bone_get_cell_size (RankleBoneCellKind kind, double ratio, guint index);

/* (transfer full): one cell of radius 1, with the surface of the bone at y = 0, y being
 * its normal; a part of it is sunk in the bone. 320 triangles, or 80. */
RankleMesh *rankle_bone_cell_mesh_new (RankleBoneCellKind kind);

/* Where the dark nuclei of an osteoclast lie, as directions from its middle, which is
 * %RANKLE_BONE_DOME_MIDDLE above the bone. */
#define RANKLE_BONE_N_NUCLEI    5
#define RANKLE_BONE_DOME_MIDDLE 0.25f
extern const float rankle_bone_nuclei[RANKLE_BONE_N_NUCLEI][3];

G_END_DECLS
