/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-skin.h"

#include "rankle-surface-nets.h"

/* The skin is where the sum of exp(-(distance / SPREAD)²) over the molecule's own atoms,
 * less that over its neighbours', is LEVEL. Chosen by eye, so that strands can be guessed
 * at and the volume is that of the protein within a fifth. */
#define SPREAD  3.9 /* angstrom */
#define SPACING 2.1 /* angstrom */
#define LEVEL   0.62
/* In multiples of SPREAD: exp(-9) is nothing. */
#define REACH 3.0
/* The skin of a blob with axes alone is its own ellipsoid: LEVEL * exp (STEEP * (1 -
 * q²)). The steeper, the less of two that overlap is filled between them. */
#define STEEP       2.5
#define PART_SPREAD 4.5 /* angstrom */

typedef struct
{
  RankleGrid grid;
  float     *values; /* (owned) */
} Field;

/* ---- the field ---- */

static void
widen (RanklePlace *min, RanklePlace *max, RanklePlace place, RanklePlace by)
{
  *min = (RanklePlace){ fmin (min->x, place.x - by.x), fmin (min->y, place.y - by.y),
                        fmin (min->z, place.z - by.z) };
  *max = (RanklePlace){ fmax (max->x, place.x + by.x), fmax (max->y, place.y + by.y),
                        fmax (max->z, place.z + by.z) };
}

/* Beyond how far from its middle, along each axis of the frame, a blob is nothing. */
static RanklePlace
reach_of (const RankleBlob *blob)
{
  double squares[3] = { 0 };
  double reach = REACH * SPREAD;

  if (blob->axes == NULL)
    return (RanklePlace){ reach, reach, reach };
  for (guint i = 0; i < 3; i++)
    {
      squares[0] += blob->axes[i].x * blob->axes[i].x;
      squares[1] += blob->axes[i].y * blob->axes[i].y;
      squares[2] += blob->axes[i].z * blob->axes[i].z;
    }
  reach = REACH / sqrt (STEEP);
  return (RanklePlace){ reach * sqrt (squares[0]), reach * sqrt (squares[1]),
                        reach * sqrt (squares[2]) };
}

/* The square of how far @place is from the middle, in the blob's own unit of length. */
static double
square_of (const RankleBlob *blob, RanklePlace place)
{
  RanklePlace from = rankle_place_subtract (place, blob->place);
  double      square = 0;

  if (blob->axes == NULL)
    return rankle_place_dot (from, from) / (SPREAD * SPREAD);
  for (guint i = 0; i < 3; i++)
    {
      double along = rankle_place_dot (from, blob->axes[i]) /
                     rankle_place_dot (blob->axes[i], blob->axes[i]);

      square += STEEP * along * along;
    }
  return square;
}

static void
field_init (Field *self, const RankleBlob *blobs, guint n)
{
  RanklePlace min = blobs[0].place, max = min, size;

  for (guint i = 0; i < n; i++)
    widen (&min, &max, blobs[i].place, reach_of (&blobs[i]));
  size = rankle_place_subtract (max, min);
  self->grid = (RankleGrid){
    .n = { (guint)(size.x / SPACING) + 2, (guint)(size.y / SPACING) + 2,
           (guint)(size.z / SPACING) + 2 },
    .origin = { (float)min.x, (float)min.y, (float)min.z },
    .spacing = (float)SPACING,
  };
  self->grid.values = self->values =
      g_new0 (float, (gsize)self->grid.n[0] * self->grid.n[1] * self->grid.n[2]);
}

static void
find_span (const RankleGrid *grid,
           guint             axis,
           double            middle,
           double            reach,
           guint            *from,
           guint            *to)
{
  double steps = (middle - (double)grid->origin[axis]) / SPACING;
  double last = grid->n[axis] - 1;

  *from = (guint)CLAMP (ceil (steps - reach / SPACING), 0, last + 1);
  *to = (guint)CLAMP (floor (steps + reach / SPACING) + 1, 0, last + 1);
}

static void
field_add (Field *self, const RankleBlob *blob, double weight)
{
  const RankleGrid *grid = &self->grid;
  RanklePlace       reach = reach_of (blob);
  guint             from[3], to[3];

  if (blob->axes != NULL)
    weight *= LEVEL * exp (STEEP);
  find_span (grid, 0, blob->place.x, reach.x, &from[0], &to[0]);
  find_span (grid, 1, blob->place.y, reach.y, &from[1], &to[1]);
  find_span (grid, 2, blob->place.z, reach.z, &from[2], &to[2]);
  for (guint z = from[2]; z < to[2]; z++)
    for (guint y = from[1]; y < to[1]; y++)
      for (guint x = from[0]; x < to[0]; x++)
        {
          RanklePlace at = { (double)grid->origin[0] + x * SPACING,
                             (double)grid->origin[1] + y * SPACING,
                             (double)grid->origin[2] + z * SPACING };
          double      square = square_of (blob, at);

          if (square < REACH * REACH)
            self->values[x + (gsize)grid->n[0] * (y + (gsize)grid->n[1] * z)] +=
                (float)(weight * exp (-square));
        }
}

/* ---- what vertices bear ---- */

static RanklePlace
place_of (const RankleMeshVertex *vertex)
{
  return (RanklePlace){ (double)vertex->place[0], (double)vertex->place[1],
                        (double)vertex->place[2] };
}

static guint8
to_byte (double value)
{
  return (guint8)CLAMP (lround (value), 0, 255);
}

static double
smooth_part (RanklePlace place, const RankleBlob *own, guint n)
{
  double sum = 0, weights = 0, nearest = G_MAXDOUBLE;

  /* Squares count from the nearest blob on, so that the weights do not all vanish. */
  for (guint i = 0; i < n; i++)
    nearest = fmin (nearest, square_of (&own[i], place));
  for (guint i = 0; i < n; i++)
    {
      double square = square_of (&own[i], place) - nearest;
      double weight = exp (-square * SPREAD * SPREAD / (PART_SPREAD * PART_SPREAD));

      weights += weight;
      sum += weight * own[i].part;
    }
  return sum / weights;
}

static void
set_parts (RankleMeshDraft *draft, const RankleBlob *own, guint n)
{
  for (guint i = 0; i < draft->vertices->len; i++)
    {
      RankleMeshVertex *vertex = &g_array_index (draft->vertices, RankleMeshVertex, i);

      vertex->extra[RANKLE_SKIN_PART] =
          to_byte (RANKLE_SKIN_PART_STEP * smooth_part (place_of (vertex), own, n));
    }
}

RankleMeshDraft *
rankle_skin_new (const RankleBlob *own,
                 guint             n_own,
                 const RankleBlob *beside,
                 guint             n_beside)
{
  RankleMeshDraft *draft;
  Field            field;

  g_return_val_if_fail (own != NULL && n_own > 0, NULL);
  g_return_val_if_fail (beside != NULL || n_beside == 0, NULL);

  field_init (&field, own, n_own);
  for (guint i = 0; i < n_own; i++)
    field_add (&field, &own[i], 1);
  for (guint i = 0; i < n_beside; i++)
    field_add (&field, &beside[i], -1);
  draft = rankle_surface_nets (&field.grid, (float)LEVEL);
  g_free (field.values);
  set_parts (draft, own, n_own);
  return draft;
}

/* ---- light ---- */

#define OUTSIDE      7.0  /* angstrom: where it is looked around */
#define SHADE_SQUARE 60.0 /* angstrom² */
/* So much around is half of the light. */
#define HALF_LIGHT 3.0

static double
count_around (RanklePlace place, const RankleBlob *blobs, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    {
      RanklePlace from = rankle_place_subtract (place, blobs[i].place);
      double      square = rankle_place_dot (from, from) / SHADE_SQUARE;

      if (square < REACH * REACH)
        sum += exp (-square);
    }
  return sum;
}

static guint8
light_of (double around)
{
  return to_byte (255 * exp2 (-around / HALF_LIGHT));
}

void
rankle_skin_shade (RankleMeshDraft  *draft,
                   const RankleBlob *alone,
                   guint             n_alone,
                   const RankleBlob *joined,
                   guint             n_joined)
{
  g_return_if_fail (draft != NULL);

  for (guint i = 0; i < draft->vertices->len; i++)
    {
      RankleMeshVertex *vertex = &g_array_index (draft->vertices, RankleMeshVertex, i);
      RanklePlace       normal = { (double)vertex->normal[0], (double)vertex->normal[1],
                                   (double)vertex->normal[2] };
      RanklePlace       at = rankle_place_go (place_of (vertex), normal, OUTSIDE);
      double            around = count_around (at, alone, n_alone);

      vertex->extra[RANKLE_SKIN_ALONE] = light_of (around);
      vertex->extra[RANKLE_SKIN_JOINED] =
          light_of (around + count_around (at, joined, n_joined));
    }
}
