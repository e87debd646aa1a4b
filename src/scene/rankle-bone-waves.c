/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-bone-waves.h"

#include <math.h>
#include <string.h>

double
rankle_bone_random_next (RankleBoneRandom *random)
{
  guint64 z = random->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ z >> 30) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ z >> 27) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return (double)((z ^ z >> 31) >> 11) * 0x1p-53;
}

/* A direction, all being equally likely. */
static void
throw_direction (RankleBoneRandom *random, double direction[3])
{
  double height = 2 * rankle_bone_random_next (random) - 1;
  double turn = 2 * G_PI * rankle_bone_random_next (random);
  double across = sqrt (1 - height * height);

  direction[0] = across * cos (turn);
  direction[1] = height;
  direction[2] = across * sin (turn);
}

/* A wave along one axis, at the points of the grid, as a cosine and a sine. */
static void
fill_table (double frequency, double phase, double amplitude, guint n, float *table)
{
  for (guint i = 0; i < n; i++)
    {
      double angle = frequency * (i + 0.5) / n + phase;

      table[i] = (float)(amplitude * cos (angle));
      table[n + i] = (float)(amplitude * sin (angle));
    }
}

/* The cosine of a sum of angles is had from those of each, so that no point asks for one
 * of its own. */
static void
add_wave (guint n, const float *x, const float *y, const float *z, float *values)
{
  for (guint k = 0; k < n; k++)
    for (guint j = 0; j < n; j++)
      {
        float *row = values + (gsize)n * (j + (gsize)n * k);
        float  cosine = y[j] * z[k] - y[n + j] * z[n + k];
        float  sine = y[j] * z[n + k] + y[n + j] * z[k];

        for (guint i = 0; i < n; i++)
          row[i] += x[i] * cosine - x[n + i] * sine;
      }
}

void
rankle_bone_waves_add (RankleBoneRandom *random,
                       guint             n_waves,
                       double            periods,
                       double            deviation,
                       guint             n,
                       float            *values)
{
  g_autofree float *tables = g_new (float, 6 * n);
  double            amplitude = deviation * sqrt (2.0 / n_waves);

  for (guint wave = 0; wave < n_waves; wave++)
    {
      double direction[3], frequency, phase;

      throw_direction (random, direction);
      frequency = 2 * G_PI * periods * (0.75 + 0.5 * rankle_bone_random_next (random));
      phase = 2 * G_PI * rankle_bone_random_next (random);
      fill_table (frequency * direction[0], phase, amplitude, n, tables);
      fill_table (frequency * direction[1], 0, 1, n, tables + 2 * n);
      fill_table (frequency * direction[2], 0, 1, n, tables + 4 * n);
      add_wave (n, tables, tables + 2 * n, tables + 4 * n, values);
    }
}

/* The rows @from of @n values are summed into @sum. */
static void
add_row (float *sum, const float *from, guint n)
{
  for (guint i = 0; i < n; i++)
    sum[i] += from[i];
}

/* Along y or z: whole rows are added up. @step is from a row to the next along the axis,
 * @across along the other. */
static void
blur_rows (const float *from, float *to, guint n, guint radius, gsize step, gsize across)
{
  float part = 1 / (float)(2 * radius + 1);

  for (guint other = 0; other < n; other++)
    for (guint at = 0; at < n; at++)
      {
        float *row = to + at * step + other * across;

        memset (row, 0, n * sizeof *row);
        for (int k = -(int)radius; k <= (int)radius; k++)
          add_row (row,
                   from + (gsize)CLAMP ((int)at + k, 0, (int)n - 1) * step +
                       other * across,
                   n);
        for (guint i = 0; i < n; i++)
          row[i] *= part;
      }
}

/* Along x: @padded is a row with its ends repeated. */
static void
blur_row (float *row, float *padded, guint n, guint radius)
{
  float part = 1 / (float)(2 * radius + 1);

  memcpy (padded + radius, row, n * sizeof *row);
  for (guint k = 0; k < radius; k++)
    {
      padded[k] = row[0];
      padded[radius + n + k] = row[n - 1];
    }
  memset (row, 0, n * sizeof *row);
  for (guint k = 0; k <= 2 * radius; k++)
    add_row (row, padded + k, n);
  for (guint i = 0; i < n; i++)
    row[i] *= part;
}

void
rankle_bone_blur (float *values, guint n, guint radius)
{
  g_autofree float *other = g_new (float, (gsize)n *n *n);
  g_autofree float *padded = g_new (float, n + 2 * radius);
  gsize             plane = (gsize)n * n;

  for (gsize row = 0; row < plane; row++)
    blur_row (values + row * n, padded, n, radius);
  blur_rows (values, other, n, radius, n, plane);
  blur_rows (other, values, n, radius, plane, n);
}
