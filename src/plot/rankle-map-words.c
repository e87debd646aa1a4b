/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-map-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-map-field.h"

static char *
dup_value_words (const RankleMap *map, double x, double y)
{
  double value = rankle_map_get_value (map, x, y);

  if (!isnan (value))
    return rankle_map_dup_value (map, value);
  return g_strdup (rankle_map_find_state (map, x, y) == RANKLE_MAP_PENDING
                       ? _ ("not computed yet")
                       : _ ("the run failed"));
}

char *
rankle_map_dup_place_words (const RankleMap *map, double x, double y)
{
  g_autofree char *across = NULL;
  g_autofree char *up = NULL;
  g_autofree char *value = NULL;

  g_return_val_if_fail (map != NULL, NULL);

  across = rankle_map_axis_dup_value (&map->x, x);
  up = rankle_map_axis_dup_value (&map->y, y);
  value = dup_value_words (map, x, y);
  /* Translators: two places on axes, and the value there: "60 mg, 6 months: +9.1 %" */
  return g_strdup_printf (_ ("%s, %s: %s"), across, up, value);
}

/* ---- sentences ---- */

/* "Interval 3 months" */
static char *
dup_named (const RankleMapAxis *axis, double value)
{
  g_autofree char *told = rankle_map_axis_dup_value (axis, value);

  return g_strdup_printf ("%s %s", axis->label, told);
}

static void
append_axis (GString *text, const RankleMapAxis *axis)
{
  char             from[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *to = rankle_map_axis_dup_value (axis, axis->values[axis->n - 1]);

  g_ascii_formatd (from, sizeof from, "%.4g", axis->values[0]);
  /* Translators: an axis of a map, and its first and last value with its unit:
   * "Denosumab dose from 15 to 120 mg" */
  g_string_append_printf (text, _ ("%s from %s to %s"), axis->label, from, to);
}

static void
append_subject (GString *text, const RankleMap *map)
{
  if (map->title != NULL)
    g_string_append_printf (text, "%s. ", map->title);
  append_axis (text, &map->x);
  g_string_append (text, ", ");
  append_axis (text, &map->y);
  g_string_append (text, ".");
}

static void
append_extreme (GString         *text,
                const RankleMap *map,
                const char      *format,
                const guint      at[2])
{
  g_autofree char *value =
      rankle_map_dup_value (map, map->values[(gsize)at[1] * map->x.n + at[0]]);
  g_autofree char *across = dup_named (&map->x, map->x.values[at[0]]);
  g_autofree char *up = dup_named (&map->y, map->y.values[at[1]]);

  g_string_append_c (text, ' ');
  g_string_append_printf (text, format, value, across, up);
}

static void
append_values (GString *text, const RankleMap *map)
{
  guint least[2], greatest[2];

  if (!rankle_map_find_extremes (map, least, greatest))
    {
      g_string_append_printf (text, " %s", _ ("There is no value."));
      return;
    }
  if (rankle_map_find_range (map).is_flat)
    {
      /* Translators: a value, and where it was read on both axes */
      append_extreme (text, map, _ ("It is %s everywhere, as at %s, %s."), least);
      return;
    }
  /* Translators: a value, and where it is on both axes */
  append_extreme (text, map, _ ("Largest: %s at %s, %s."), greatest);
  /* Translators: a value, and where it is on both axes */
  append_extreme (text, map, _ ("Smallest: %s at %s, %s."), least);
}

static void
append_counts (GString *text, const RankleMap *map)
{
  guint all = map->x.n * map->y.n;
  guint failed = rankle_map_count (map, RANKLE_MAP_FAILED),
        pending = rankle_map_count (map, RANKLE_MAP_PENDING);

  g_string_append_c (text, ' ');
  if (failed == 0)
    g_string_append (text, _ ("No run failed."));
  else
    g_string_append_printf (
        text,
        /* Translators: of how many in all */
        ngettext ("%u run failed of %u.", "%u runs failed of %u.", failed), failed, all);
  if (pending > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (
          text,
          ngettext ("%u run is still to come.", "%u runs are still to come.", pending),
          pending);
    }
}

char *
rankle_map_dup_words (const RankleMap *map, const double *x, const double *y)
{
  GString *text;

  g_return_val_if_fail (map != NULL && (x == NULL || y != NULL), NULL);

  text = g_string_new (NULL);
  append_subject (text, map);
  append_values (text, map);
  append_counts (text, map);
  if (x != NULL)
    {
      g_autofree char *there = rankle_map_dup_place_words (map, *x, *y);

      g_string_append_c (text, ' ');
      /* Translators: %s says where the marker is and what is there */
      g_string_append_printf (text, _ ("At the marker, %s."), there);
    }
  return g_string_free (text, FALSE);
}
