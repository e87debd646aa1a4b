/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Marching squares. Around each square of four depths the outline goes from each side
 * where bone ends, walking against the clock, to one where it begins; the square beyond
 * that side takes it on, since it walks the side the other way. So every side that is
 * crossed has one side that comes next, and outlines are found by following them. */

#include "rankle-bone-section.h"

#include <math.h>

#define NO_SIDE G_MAXUINT

typedef struct
{
  guint  width;  /* points along a side, two of them beyond the cube */
  float *depths; /* (owned): width² */
  guint *next;   /* (owned): of each side: 2 × point, and 1 more for the one along z */
  float  origin, spacing;
} Plane;

static float
depth_at (const RankleBoneSolid *solid, float x, float height, float z)
{
  const float place[] = { x, height, z };
  float       spacing = rankle_bone_solid_get_grid (solid)->spacing;

  return MIN (rankle_bone_solid_get_depth (solid, place),
              rankle_bone_box_get_depth (place) / spacing);
}

/* A height within the cube by half a voxel, so that a face itself is bone. */
static void
fill_plane (Plane *plane, const RankleBoneSolid *solid, float height)
{
  const RankleGrid *grid = rankle_bone_solid_get_grid (solid);
  float             most = RANKLE_BONE_SIDE / 2 - grid->spacing;

  height = CLAMP (height, -most, most);
  plane->width = grid->n[0] + 2;
  plane->spacing = grid->spacing;
  plane->origin = grid->origin[0] - grid->spacing;
  plane->depths = g_new (float, (gsize)plane->width * plane->width);
  for (guint j = 0; j < plane->width; j++)
    for (guint i = 0; i < plane->width; i++)
      plane->depths[i + plane->width * j] =
          depth_at (solid, plane->origin + plane->spacing * (float)i, height,
                    plane->origin + plane->spacing * (float)j);
}

/* The square above @point: its corners against the clock, and the side from each to the
 * next. */
static void
find_square (const Plane *plane, guint point, guint corners[4], guint sides[4])
{
  const guint width = plane->width;

  corners[0] = point;
  corners[1] = point + 1;
  corners[2] = point + width + 1;
  corners[3] = point + width;
  sides[0] = 2 * point;
  sides[1] = 2 * (point + 1) + 1;
  sides[2] = 2 * (point + width);
  sides[3] = 2 * point + 1;
}

/* Where two opposite corners are bone, they are joined if the middle is. */
static void
link_square (Plane *plane, guint point)
{
  guint    corners[4], sides[4];
  gboolean inside[4];
  float    sum = 0;

  find_square (plane, point, corners, sides);
  for (guint k = 0; k < 4; k++)
    {
      inside[k] = plane->depths[corners[k]] > 0;
      sum += plane->depths[corners[k]];
    }
  for (guint k = 0; k < 4; k++)
    if (inside[k] && !inside[(k + 1) % 4])
      {
        guint step = sum > 0 ? 1 : 3, to = k;

        do
          to = (to + step) % 4;
        while (inside[to] || !inside[(to + 1) % 4]);
        plane->next[sides[k]] = sides[to];
      }
}

static void
add_point (RankleBoneSection *self, const Plane *plane, guint side)
{
  guint           point = side / 2, other = point + (side % 2 == 0 ? 1 : plane->width);
  float           from = plane->depths[point], to = plane->depths[other];
  float           along = from / (from - to);
  float           i = (float)(point % plane->width) + (side % 2 == 0 ? along : 0);
  float           j = (float)(point / plane->width) + (side % 2 == 0 ? 0 : along);
  RankleBonePoint at = { plane->origin + plane->spacing * i,
                         plane->origin + plane->spacing * j };

  g_array_append_val (self->points, at);
}

/* Sides that have been followed lead nowhere any more. */
static void
follow (RankleBoneSection *self, Plane *plane, guint side)
{
  while (plane->next[side] != NO_SIDE)
    {
      guint next = plane->next[side];

      add_point (self, plane, side);
      plane->next[side] = NO_SIDE;
      side = next;
    }
  g_array_append_val (self->ends, self->points->len);
}

RankleBoneSection *
rankle_bone_section_new (const RankleBoneSolid *solid, float height)
{
  RankleBoneSection *self;
  Plane              plane = { 0 };
  guint              n_sides;

  g_return_val_if_fail (solid != NULL && isfinite (height), NULL);

  self = g_new (RankleBoneSection, 1);
  self->points = g_array_new (FALSE, FALSE, sizeof (RankleBonePoint));
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint));
  fill_plane (&plane, solid, height);
  n_sides = 2 * plane.width * plane.width;
  plane.next = g_new (guint, n_sides);
  for (guint i = 0; i < n_sides; i++)
    plane.next[i] = NO_SIDE;
  for (guint j = 0; j + 1 < plane.width; j++)
    for (guint i = 0; i + 1 < plane.width; i++)
      link_square (&plane, i + plane.width * j);
  for (guint i = 0; i < n_sides; i++)
    if (plane.next[i] != NO_SIDE)
      follow (self, &plane, i);
  g_free (plane.next);
  g_free (plane.depths);
  return self;
}

void
rankle_bone_section_free (RankleBoneSection *section)
{
  g_return_if_fail (section != NULL);

  g_array_unref (section->points);
  g_array_unref (section->ends);
  g_free (section);
}

double
rankle_bone_section_get_area (const RankleBoneSection *section)
{
  double sum = 0;
  guint  begin = 0;

  g_return_val_if_fail (section != NULL, 0);

  for (guint k = 0; k < section->ends->len; k++)
    {
      guint end = g_array_index (section->ends, guint, k);

      for (guint i = begin; i < end; i++)
        {
          guint                  next = i + 1 < end ? i + 1 : begin;
          const RankleBonePoint *a = &g_array_index (section->points, RankleBonePoint, i);
          const RankleBonePoint *b =
              &g_array_index (section->points, RankleBonePoint, next);

          sum += (double)a->x * b->z - (double)b->x * a->z;
        }
      begin = end;
    }
  return sum / 2;
}
