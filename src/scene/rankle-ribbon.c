/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-ribbon.h"

#include "rankle-skin.h"

/* Half of how wide and how thick it is [angstrom]. */
static const double sizes[][2] = {
  [RANKLE_FOLD_LOOP] = { 1.1, 1.1 },
  [RANKLE_FOLD_STRAND] = { 2.5, 0.7 },
  [RANKLE_FOLD_HELIX] = { 2.5, 0.7 },
};

/* A residue as the ribbon goes through it: where, across which direction it is wide, and
 * half of how wide and thick. */
typedef struct
{
  RanklePlace place, across;
  double      size[2];
  guint       part;
} Knot;

typedef struct
{
  RankleMeshDraft *draft;
  const Knot      *knots; /* of one piece of the chain */
  guint            n, sides;
} Ribbon;

/* ---- knots ---- */

/* Strands are pleated; a band through the means is not. */
static RanklePlace
flatten (const RankleResidue *residues, guint n, guint i)
{
  RanklePlace sum;

  if (residues[i].fold != RANKLE_FOLD_STRAND || i == 0 || i + 1 == n)
    return residues[i].place;
  sum = rankle_place_add (residues[i - 1].place, residues[i + 1].place);
  return rankle_place_scale (rankle_place_go (sum, residues[i].place, 2), 0.25);
}

/* At right angles to the plane in which the chain bends here, which is along the sheet in
 * a strand and along the axis in a helix; on the side of @before. */
static RanklePlace
find_across (const RankleResidue *residues, guint n, guint i, RanklePlace before)
{
  guint       at = CLAMP (i, 1, n - 2);
  RanklePlace to = rankle_place_subtract (residues[at + 1].place, residues[at].place);
  RanklePlace from = rankle_place_subtract (residues[at].place, residues[at - 1].place);
  RanklePlace across = rankle_place_cross (from, to);

  if (rankle_place_dot (across, across) < 1e-6)
    return before;
  across = rankle_place_normalize (across);
  return rankle_place_dot (across, before) < 0 ? rankle_place_scale (across, -1) : across;
}

static void
smooth_across (Knot *knots, guint n)
{
  RanklePlace before = knots[0].across;

  for (guint i = 1; i + 1 < n; i++)
    {
      RanklePlace sum = rankle_place_add (before, knots[i + 1].across);

      before = knots[i].across;
      knots[i].across = rankle_place_normalize (rankle_place_go (sum, before, 2.001));
    }
}

/* Some direction at right angles to the chain, where it does not bend. */
static RanklePlace
find_side (const RankleResidue *residues, guint n)
{
  RanklePlace along = rankle_place_subtract (residues[n - 1].place, residues[0].place);
  RanklePlace side = { -along.y, along.x, 0 };

  if (rankle_place_dot (side, side) < 1e-6)
    return (RanklePlace){ 1, 0, 0 };
  return rankle_place_normalize (side);
}

static Knot *
tie (const RankleResidue *residues, guint n)
{
  Knot       *knots = g_new (Knot, n);
  RanklePlace before = find_side (residues, n);

  for (guint i = 0; i < n; i++)
    {
      before = find_across (residues, n, i, before);
      knots[i] =
          (Knot){ .place = flatten (residues, n, i),
                  .across = before,
                  .size = { sizes[residues[i].fold][0], sizes[residues[i].fold][1] },
                  .part = residues[i].part };
    }
  smooth_across (knots, n);
  return knots;
}

/* ---- the surface ---- */

/* Catmull and Rom's spline through four knots, at @t between the two in the middle, or
 * its slope there. */
static RanklePlace
spline (const Ribbon *self, guint i, double t, gboolean slope)
{
  const RanklePlace p[] = { self->knots[i > 0 ? i - 1 : 0].place, self->knots[i].place,
                            self->knots[MIN (i + 1, self->n - 1)].place,
                            self->knots[MIN (i + 2, self->n - 1)].place };
  const double      at[] = { t * (-1 + t * (2 - t)), 2 + t * t * (-5 + 3 * t),
                             t * (1 + t * (4 - 3 * t)), t * t * (-1 + t) };
  const double along[] = { -1 + t * (4 - 3 * t), t * (-10 + 9 * t), 1 + t * (8 - 9 * t),
                           t * (-2 + 3 * t) };
  RanklePlace  sum = { 0, 0, 0 };

  for (guint k = 0; k < 4; k++)
    sum = rankle_place_go (sum, p[k], (slope ? along[k] : at[k]) / 2);
  return sum;
}

static guint32
add_vertex (const Ribbon *self, RanklePlace place, guint part)
{
  const float floats[] = { (float)place.x, (float)place.y, (float)place.z };
  guint32     vertex = rankle_mesh_draft_add_vertex (self->draft, floats, NULL);

  g_array_index (self->draft->vertices, RankleMeshVertex, vertex)
      .extra[RANKLE_SKIN_PART] = (guint8)(part * RANKLE_SKIN_PART_STEP);
  return vertex;
}

static guint32
add_ring (const Ribbon *self, guint i, double t)
{
  const Knot *a = &self->knots[i], *b = &self->knots[MIN (i + 1, self->n - 1)];
  double      eased = t * t * (3 - 2 * t);
  RanklePlace middle = spline (self, i, t, FALSE);
  RanklePlace along = rankle_place_normalize (spline (self, i, t, TRUE));
  RanklePlace across =
      rankle_place_go (rankle_place_scale (a->across, 1 - t), b->across, t);
  RanklePlace through = rankle_place_normalize (rankle_place_cross (along, across));
  double      wide = a->size[0] + eased * (b->size[0] - a->size[0]);
  double      thick = a->size[1] + eased * (b->size[1] - a->size[1]);
  guint32     first = self->draft->vertices->len;

  across = rankle_place_cross (through, along);
  for (guint k = 0; k < self->sides; k++)
    {
      double      angle = 2 * G_PI * k / self->sides;
      RanklePlace place = rankle_place_go (middle, across, wide * cos (angle));

      add_vertex (self, rankle_place_go (place, through, thick * sin (angle)),
                  t < 0.5 ? a->part : b->part);
    }
  return first;
}

static void
join_rings (const Ribbon *self, guint32 from, guint32 to)
{
  for (guint k = 0; k < self->sides; k++)
    {
      guint next = (k + 1) % self->sides;

      rankle_mesh_draft_add_triangle (self->draft, from + k, from + next, to + next);
      rankle_mesh_draft_add_triangle (self->draft, from + k, to + next, to + k);
    }
}

static void
close_ring (const Ribbon *self, guint32 ring, const Knot *end, gboolean head)
{
  guint32 middle = add_vertex (self, end->place, end->part);

  for (guint k = 0; k < self->sides; k++)
    {
      guint32 a = ring + k, b = ring + (k + 1) % self->sides;

      rankle_mesh_draft_add_triangle (self->draft, middle, head ? a : b, head ? b : a);
    }
}

static void
add_piece (Ribbon *self, guint steps)
{
  guint32 first = add_ring (self, 0, 0), last = first;

  close_ring (self, first, &self->knots[0], FALSE);
  for (guint i = 0; i + 1 < self->n; i++)
    for (guint step = 1; step <= steps; step++)
      {
        guint32 ring = add_ring (self, i, (double)step / steps);

        join_rings (self, last, ring);
        last = ring;
      }
  close_ring (self, last, &self->knots[self->n - 1], TRUE);
}

RankleMeshDraft *
rankle_ribbon_new (const RankleStructure *structure, guint steps, guint sides)
{
  Ribbon               self = { .sides = sides };
  const RankleResidue *residues;
  guint                n, from = 0;

  g_return_val_if_fail (structure != NULL && steps >= 1 && sides >= 3, NULL);

  residues = rankle_structure_get_residues (structure, &n);
  self.draft = rankle_mesh_draft_new ();
  for (guint to = 1; to <= n; to++)
    if (to == n || !residues[to].joined)
      {
        /* What is shorter has no direction across. */
        if (to - from >= 3)
          {
            g_autofree Knot *knots = tie (residues + from, to - from);

            self.knots = knots;
            self.n = to - from;
            add_piece (&self, steps);
          }
        from = to;
      }
  rankle_mesh_draft_set_normals (self.draft);
  return self.draft;
}
