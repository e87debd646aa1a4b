/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <math.h>

/* Places and directions in a scene's own frame, which is right-handed with y up. Sums
 * over thousands of atoms are made in double precision; meshes keep floats. */

G_BEGIN_DECLS

typedef struct
{
  double x, y, z;
} RanklePlace;

static inline RanklePlace
rankle_place_add (RanklePlace a, RanklePlace b)
{
  return (RanklePlace){ a.x + b.x, a.y + b.y, a.z + b.z };
}

static inline RanklePlace
rankle_place_subtract (RanklePlace a, RanklePlace b)
{
  return (RanklePlace){ a.x - b.x, a.y - b.y, a.z - b.z };
}

static inline RanklePlace
rankle_place_scale (RanklePlace a, double factor)
{
  return (RanklePlace){ factor * a.x, factor * a.y, factor * a.z };
}

/* @a, and @factor times @b from there. */
static inline RanklePlace
rankle_place_go (RanklePlace a, RanklePlace b, double factor)
{
  return rankle_place_add (a, rankle_place_scale (b, factor));
}

static inline double
rankle_place_dot (RanklePlace a, RanklePlace b)
{
  return a.x * b.x + a.y * b.y + a.z * b.z;
}

static inline RanklePlace
rankle_place_cross (RanklePlace a, RanklePlace b)
{
  return (RanklePlace){ a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z,
                        a.x * b.y - a.y * b.x };
}

static inline double
rankle_place_distance (RanklePlace a, RanklePlace b)
{
  RanklePlace difference = rankle_place_subtract (a, b);

  return sqrt (rankle_place_dot (difference, difference));
}

/* Of length 1; @a is not 0. */
static inline RanklePlace
rankle_place_normalize (RanklePlace a)
{
  double length = sqrt (rankle_place_dot (a, a));

  g_assert (length > 0);
  return rankle_place_scale (a, 1 / length);
}

/* Turned about y by the angle with this cosine and sine. */
static inline RanklePlace
rankle_place_turn (RanklePlace a, double c, double s)
{
  return (RanklePlace){ c * a.x + s * a.z, a.y, c * a.z - s * a.x };
}

G_END_DECLS
