/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-map-picture.h"

#include <glib/gi18n-lib.h>

#include "rankle-map-painter.h"
#include "rankle-time-words.h"

/* [px], of which 96 are an inch. */
#define WIDTH  720
#define HEIGHT 540

static void
paint_cb (cairo_t *cr, gconstpointer data)
{
  const RankleMap *map = data;
  RanklePlotTheme  theme = rankle_plot_theme_for_print ();
  RankleMapLayout  layout;

  rankle_map_layout_compute (&layout, map, &theme, WIDTH, HEIGHT);
  rankle_map_paint (cr, map, &layout, &theme, NULL);
}

GBytes *
rankle_map_picture_write (const RankleMap    *map,
                          RanklePictureFormat format,
                          GError            **error)
{
  g_return_val_if_fail (map != NULL && map->title != NULL, NULL);

  return rankle_picture_write_painted (WIDTH, HEIGHT, map->title, paint_cb, map, format,
                                       error);
}

/* ---- words ---- */

char *
rankle_map_picture_name_value (const char *label, const char *time_unit, double time)
{
  g_autofree char *span = rankle_time_span_in_words (time_unit, time);

  /* Translators: a quantity, and how long after the start of the run: "Spine BMD after 10
   * years" */
  return g_strdup_printf (_ ("%s after %s"), label, span);
}

char *
rankle_map_picture_name_peak (const char *label)
{
  /* Translators: %s is a quantity */
  return g_strdup_printf (_ ("Largest value of %s"), label);
}

char *
rankle_map_picture_name_nadir (const char *label)
{
  /* Translators: %s is a quantity */
  return g_strdup_printf (_ ("Smallest value of %s"), label);
}

char *
rankle_map_picture_name_peak_time (const char *label)
{
  /* Translators: %s is a quantity */
  return g_strdup_printf (_ ("When %s is largest"), label);
}

char *
rankle_map_picture_name_nadir_time (const char *label)
{
  /* Translators: %s is a quantity */
  return g_strdup_printf (_ ("When %s is smallest"), label);
}

char *
rankle_map_picture_name_dose (const char *label)
{
  /* Translators: %s is what is given */
  return g_strdup_printf (_ ("%s, each dose"), label);
}
