/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-lathe.h"

#define BALL_RINGS 12
#define BALL_SIDES 20
#define ROD_SIDES  14
#define DISC_SIDES 72
#define DISC_EDGE  0.7 /* angstrom */

static guint32
add_vertex (RankleMeshDraft *draft, const RankleLathe *self, guint at, double angle)
{
  double      radius = self->profile[at][0];
  RanklePlace place = rankle_place_go (self->middle, self->axes[1], self->profile[at][1]);
  float       floats[3];
  guint32     vertex;

  place = rankle_place_go (place, self->axes[0], radius * cos (angle));
  place = rankle_place_go (place, self->axes[2], radius * sin (angle));
  floats[0] = (float)place.x, floats[1] = (float)place.y, floats[2] = (float)place.z;
  vertex = rankle_mesh_draft_add_vertex (draft, floats, NULL);
  g_array_index (draft->vertices, RankleMeshVertex, vertex).extra[0] = self->part;
  return vertex;
}

/* Of an axis that is followed from head to foot, and so with the other hand. */
static gboolean
is_left_handed (const RanklePlace axes[3])
{
  return rankle_place_dot (rankle_place_cross (axes[0], axes[1]), axes[2]) < 0;
}

static void
add_ring (RankleMeshDraft *draft, guint32 lower, guint32 upper, guint sides)
{
  for (guint i = 0; i < sides; i++)
    {
      guint next = (i + 1) % sides;

      rankle_mesh_draft_add_triangle (draft, lower + i, upper + i, upper + next);
      rankle_mesh_draft_add_triangle (draft, lower + i, upper + next, lower + next);
    }
}

static void
add_caps (RankleMeshDraft *draft, guint32 foot, guint32 first, guint32 last, guint sides)
{
  guint32 head = last + sides;

  for (guint i = 0; i < sides; i++)
    {
      guint next = (i + 1) % sides;

      rankle_mesh_draft_add_triangle (draft, foot, first + i, first + next);
      rankle_mesh_draft_add_triangle (draft, head, last + next, last + i);
    }
}

void
rankle_lathe_add (RankleMeshDraft *draft, const RankleLathe *lathe)
{
  double  step;
  guint32 foot, first;

  g_return_if_fail (draft != NULL && lathe != NULL);
  g_return_if_fail (lathe->n >= 3 && lathe->sides >= 3);

  step = (is_left_handed (lathe->axes) ? -2 : 2) * G_PI / lathe->sides;
  foot = add_vertex (draft, lathe, 0, 0);
  first = foot + 1;
  for (guint at = 1; at + 1 < lathe->n; at++)
    for (guint i = 0; i < lathe->sides; i++)
      add_vertex (draft, lathe, at, i * step);
  add_vertex (draft, lathe, lathe->n - 1, 0);
  for (guint at = 1; at + 2 < lathe->n; at++)
    add_ring (draft, first + (at - 1) * lathe->sides, first + at * lathe->sides,
              lathe->sides);
  add_caps (draft, foot, first, first + (lathe->n - 3) * lathe->sides, lathe->sides);
}

void
rankle_lathe_add_ball (RankleMeshDraft  *draft,
                       RanklePlace       middle,
                       const RanklePlace axes[3],
                       guint8            part)
{
  double profile[BALL_RINGS + 1][2];

  for (guint i = 0; i <= BALL_RINGS; i++)
    {
      profile[i][0] = sin (G_PI * i / BALL_RINGS);
      profile[i][1] = -cos (G_PI * i / BALL_RINGS);
    }
  rankle_lathe_add (draft, &(RankleLathe){ .profile = (const double (*)[2])profile,
                                           .n = BALL_RINGS + 1,
                                           .sides = BALL_SIDES,
                                           .middle = middle,
                                           .axes = { axes[0], axes[1], axes[2] },
                                           .part = part });
}

void
rankle_lathe_add_rod (
    RankleMeshDraft *draft, RanklePlace foot, double height, double radius, guint8 part)
{
  const double profile[][2] = {
    { 0, 0 },
    { 0.7 * radius, 0.1 * radius },
    { radius, 0.5 * radius },
    { radius, height - 0.5 * radius },
    { 0.7 * radius, height - 0.1 * radius },
    { 0, height },
  };

  rankle_lathe_add (draft,
                    &(RankleLathe){ .profile = profile,
                                    .n = G_N_ELEMENTS (profile),
                                    .sides = ROD_SIDES,
                                    .middle = foot,
                                    .axes = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
                                    .part = part });
}

void
rankle_lathe_add_disc (RankleMeshDraft *draft, double foot, double height, double radius)
{
  /* A ring close to the edge keeps the faces flat to there. */
  const double inner = radius - 2 * DISC_EDGE;
  const double profile[][2] = {
    { 0, 0 },
    { inner, 0 },
    { radius - DISC_EDGE, 0.1 * DISC_EDGE },
    { radius, DISC_EDGE },
    { radius, height - DISC_EDGE },
    { radius - DISC_EDGE, height - 0.1 * DISC_EDGE },
    { inner, height },
    { 0, height },
  };

  rankle_lathe_add (draft,
                    &(RankleLathe){ .profile = profile,
                                    .n = G_N_ELEMENTS (profile),
                                    .sides = DISC_SIDES,
                                    .middle = { 0, foot, 0 },
                                    .axes = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } } });
}
