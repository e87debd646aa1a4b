/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-bone-field.h"

G_BEGIN_DECLS

/* A place in a section, x and z of the cube. */
typedef struct
{
  float x, z;
} RankleBonePoint;

/**
 * RankleBoneSection:
 * @points: (owned) of RankleBonePoint: outlines, one after another
 * @ends: (owned) of guint: the end of each of them in @points
 *
 * Where a plane at one height cuts bone: closed outlines, each with bone to its left as
 * x and z are drawn on paper with z up, so that holes run the other way.
 */
typedef struct
{
  GArray *points, *ends;
} RankleBoneSection;

/* @height: y, within the cube; beyond it, that of its face. */
RankleBoneSection *rankle_bone_section_new (const RankleBoneSolid *solid, float height);
void               rankle_bone_section_free (RankleBoneSection *section);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleBoneSection, rankle_bone_section_free)

/* The area within the outlines, without that of their holes. */
double rankle_bone_section_get_area (const RankleBoneSection *section);

G_END_DECLS
