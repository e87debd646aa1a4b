/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "map-fixture.h"

#include <math.h>

static double *
count_up (guint n)
{
  double *values = g_new (double, n);

  for (guint i = 0; i < n; i++)
    values[i] = i;
  return values;
}

void
made_init (Made *made, guint n_x, guint n_y)
{
  made->x = count_up (n_x);
  made->y = count_up (n_y);
  made->values = g_new0 (double, (gsize)n_x *n_y);
  made->states = g_new (guint8, (gsize)n_x * n_y);
  for (guint at = 0; at < n_x * n_y; at++)
    made->states[at] = RANKLE_MAP_RAN;
  made->map = (RankleMap){ .title = "Outcome",
                           .subtitle = "Made up",
                           .unit = "%",
                           .x = { "Across", "mg", made->x, n_x, FALSE },
                           .y = { "Up", "", made->y, n_y, FALSE },
                           .values = made->values,
                           .states = made->states,
                           .smooth = TRUE };
}

void
made_clear (Made *made)
{
  g_free (made->x);
  g_free (made->y);
  g_free (made->values);
  g_free (made->states);
}

void
made_fill (Made *made)
{
  double a = g_test_rand_double_range (0.2, 1), b = g_test_rand_double_range (0.2, 1),
         c = g_test_rand_double_range (-3, 3);

  for (guint j = 0, at = 0; j < made->map.y.n; j++)
    for (guint i = 0; i < made->map.x.n; i++, at++)
      made->values[at] = 8 * sin (a * i + c) + 5 * cos (b * j - c) + c;
}

void
made_fill_with_nonsense (Made *made)
{
  static const double wild[] = { NAN, INFINITY, -INFINITY, 1e308, -1e308, 1e-308, 0, -1 };

  for (guint at = 0; at < made->map.x.n * made->map.y.n; at++)
    {
      int dice = g_test_rand_int_range (0, 20);

      made->values[at] = dice < (int)G_N_ELEMENTS (wild)
                             ? wild[dice]
                             : g_test_rand_double_range (-1e3, 1e3);
      made->states[at] = (guint8)(dice < 15 ? RANKLE_MAP_RAN : dice % 3);
    }
}
