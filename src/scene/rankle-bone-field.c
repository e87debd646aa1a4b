/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Struts are one of the two networks of a gyroid, bent by random waves: it stays joined
 * down to a few per cent, where what random fields enclose falls apart. Plates are where
 * a random field is near 0, told by its distance from there, so that they are of one
 * thickness; a third field says where plates are. All lengths are in 64ths of the side,
 * but for depths, which are in voxels.
 *
 * s is the one number: t, how thick, and c, how far plates spread, grow with it, and so
 * does the depth at every voxel, before the blur and after it. Bone is where the depth is
 * above 0, for every s, and s is found for the volume that is asked for. So bone of one
 * volume lies, voxel by voxel, in that of each larger one. */

#include "rankle-bone-field.h"

#include <math.h>

#include "rankle-bone-private.h"
#include "rankle-bone-waves.h"

#define PERIODS    2.35  /* of the gyroid along a side */
#define STRETCH    0.82  /* its waves are that much longer upwards */
#define LEAST_S    -0.62 /* the volume of %RANKLE_BONE_LEAST lies above, that of … */
#define MOST_S     1.18  /* … %RANKLE_BONE_MOST below */
#define N_KNOWN    13    /* values of s of which the volume is known beforehand */
#define NEAR       2e-5  /* of the volume that is asked for */
#define MOST_TRIES 12

struct _RankleBoneField
{
  guint  n;
  float *struts; /* (owned): the distance from the middle of a strut */
  float *plates; /* (owned): the distance from the middle of a plate, were there one */
  float *spread; /* (owned): plates are where it is below c */
  double known[N_KNOWN]; /* shares of bone, from LEAST_S to MOST_S in equal steps */
};

static gsize
count_voxels (const RankleBoneField *self)
{
  return (gsize)self->n * self->n * self->n;
}

static float *
new_waves (
    RankleBoneRandom *random, guint n_waves, double periods, double deviation, guint n)
{
  float *values = g_new0 (float, (gsize)n *n *n);

  rankle_bone_waves_add (random, n_waves, periods, deviation, n, values);
  return values;
}

static void
fill_struts (RankleBoneField *self, RankleBoneRandom *random)
{
  const double unit = RANKLE_BONE_SIDE / (2 * G_PI * PERIODS);
  const guint  n = self->n;
  float       *bent[3];

  for (guint k = 0; k < 3; k++)
    bent[k] = new_waves (random, 12, 1.6, 0.5, n);
  for (gsize i = 0; i < count_voxels (self); i++)
    {
      const guint at[] = { (guint)(i % n), (guint)(i / n % n), (guint)(i / n / n) };
      double      sine[3], cosine[3], gyroid = 0;

      for (guint k = 0; k < 3; k++)
        sincos (2 * G_PI * PERIODS * (k == 1 ? STRETCH : 1) * (at[k] + 0.5) / n +
                    (double)bent[k][i],
                &sine[k], &cosine[k]);
      for (guint k = 0; k < 3; k++)
        gyroid += sine[k] * cosine[(k + 1) % 3];
      self->struts[i] = (float)(1.1 * unit * sqrt (MAX (0, 1.5 - gyroid)));
    }
  for (guint k = 0; k < 3; k++)
    g_free (bent[k]);
}

/* The slope of @values along one axis, per voxel, at the voxel that lies @at steps along
 * it. */
static float
slope_at (const float *value, gsize step, guint at, guint n)
{
  gsize back = at > 0 ? step : 0, on = at + 1 < n ? step : 0;

  return (value[on] - *(value - back)) / (back > 0 && on > 0 ? 2 : 1);
}

static void
fill_plates (RankleBoneField *self, RankleBoneRandom *random)
{
  guint             n = self->n;
  g_autofree float *values = new_waves (random, 30, 1.55, 1, n);

  for (gsize i = 0; i < count_voxels (self); i++)
    {
      float x = slope_at (values + i, 1, (guint)(i % n), n);
      float y = slope_at (values + i, n, (guint)(i / n % n), n);
      float z = slope_at (values + i, (gsize)n * n, (guint)(i / n / n), n);
      float slope = sqrtf (x * x + y * y + z * z) * (float)n / RANKLE_BONE_SIDE;

      self->plates[i] = fabsf (values[i]) / (slope + 0.01f);
    }
}

/* The less of both, rounded where they are within 2 of each other. */
static inline float
smooth_min (float a, float b)
{
  float part = 0.5f + 0.25f * (b - a);

  part = part < 0 ? 0 : part;
  part = part > 1 ? 1 : part;
  return b + (a - b) * part - 2 * part * (1 - part);
}

static void
evaluate (const RankleBoneField *self, double s, float *restrict depths)
{
  const float *restrict struts = self->struts, *restrict plates = self->plates,
                        *restrict spread = self->spread;
  const float thickness = (float)(2.2 + 3.4 * s), edge = (float)(-3.1 + 3 * s);
  const float voxels = (float)self->n / RANKLE_BONE_SIDE;
  const gsize n_voxels = count_voxels (self);

  for (gsize i = 0; i < n_voxels; i++)
    {
      float beyond = 7 * (spread[i] - edge), plate, depth;

      beyond = beyond < 0 ? 0 : beyond;
      plate = sqrtf (plates[i] * plates[i] + beyond * beyond);
      depth = voxels * (thickness - smooth_min (struts[i], plate));
      depth = depth < -RANKLE_BONE_MOST_DEPTH ? -RANKLE_BONE_MOST_DEPTH : depth;
      depths[i] = depth > RANKLE_BONE_MOST_DEPTH ? RANKLE_BONE_MOST_DEPTH : depth;
    }
  rankle_bone_blur (depths, self->n, 1);
}

double
_rankle_bone_share (const float *depths, gsize n)
{
  gsize inside = 0;

  for (gsize i = 0; i < n; i++)
    inside += depths[i] > 0;
  return (double)inside / (double)n;
}

static double
s_of (guint known)
{
  return LEAST_S + (MOST_S - LEAST_S) * known / (N_KNOWN - 1);
}

static void
learn (RankleBoneField *self)
{
  g_autofree float *depths = g_new (float, count_voxels (self));

  for (guint k = 0; k < N_KNOWN; k++)
    {
      evaluate (self, s_of (k), depths);
      self->known[k] = _rankle_bone_share (depths, count_voxels (self));
    }
  g_assert (self->known[0] < RANKLE_BONE_LEAST);
  g_assert (self->known[N_KNOWN - 1] > RANKLE_BONE_MOST);
}

RankleBoneField *
rankle_bone_field_new (guint n, guint32 seed)
{
  RankleBoneRandom random = { seed };
  RankleBoneField *self;

  g_return_val_if_fail (n >= 16 && n <= 128, NULL);

  self = g_atomic_rc_box_new0 (RankleBoneField);
  self->n = n;
  self->struts = g_new (float, count_voxels (self));
  self->plates = g_new (float, count_voxels (self));
  fill_struts (self, &random);
  fill_plates (self, &random);
  self->spread = new_waves (&random, 24, 1.5, 1, n);
  learn (self);
  return self;
}

RankleBoneField *
rankle_bone_field_ref (RankleBoneField *field)
{
  g_return_val_if_fail (field != NULL, NULL);

  return g_atomic_rc_box_acquire (field);
}

static void
clear (gpointer data)
{
  RankleBoneField *self = data;

  g_free (self->struts);
  g_free (self->plates);
  g_free (self->spread);
}

void
rankle_bone_field_unref (RankleBoneField *field)
{
  g_return_if_fail (field != NULL);

  g_atomic_rc_box_release_full (field, clear);
}

guint
rankle_bone_field_get_n (const RankleBoneField *field)
{
  g_return_val_if_fail (field != NULL, 0);

  return field->n;
}

/* False position between two values of s that enclose the one that is asked for; an end
 * that stays twice counts half (Illinois), so that the other does not crawl. */
void
_rankle_bone_field_fill (const RankleBoneField *self, double fraction, float *depths)
{
  guint  k = 0;
  double low, high, below, above;
  int    stayed = 0;

  while (k + 2 < N_KNOWN && self->known[k + 1] < fraction)
    k++;
  low = s_of (k), high = s_of (k + 1);
  below = self->known[k] - fraction, above = self->known[k + 1] - fraction;
  for (guint try = 0; try < MOST_TRIES; try++)
    {
      double s = low - below * (high - low) / (above - below), error;

      evaluate (self, s, depths);
      error = _rankle_bone_share (depths, count_voxels (self)) - fraction;
      if (fabs (error) < NEAR)
        return;
      if (error < 0)
        {
          low = s, below = error;
          above *= stayed < 0 ? 0.5 : 1;
          stayed = -1;
        }
      else
        {
          high = s, above = error;
          below *= stayed > 0 ? 0.5 : 1;
          stayed = 1;
        }
    }
}
