/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture-faults.h"

#include <math.h>

#include "rankle-plot-painter.h"

/* ---- boxes ---- */

static gboolean
overlap (RankleBox a, RankleBox b)
{
  return a.x < b.x + b.width - 1e-6 && b.x < a.x + a.width - 1e-6 &&
         a.y < b.y + b.height - 1e-6 && b.y < a.y + a.height - 1e-6;
}

static gboolean
is_within (RankleBox box, double width, double height)
{
  return box.x >= 0 && box.y >= 0 && box.x + box.width <= width &&
         box.y + box.height <= height;
}

char *
picture_find_overlap (const RanklePictureItem *const *items,
                      guint                           n,
                      double                          width,
                      double                          height)
{
  for (guint i = 0; i < n; i++)
    {
      if (!is_within (items[i]->box, width, height))
        return g_strdup_printf ("item %u lies outside the page", i);
      for (guint k = 0; k < i; k++)
        if (overlap (items[i]->box, items[k]->box))
          return g_strdup_printf ("items %u and %u lie on each other", k, i);
    }
  return NULL;
}

/* ---- ink ---- */

/* What is written and drawn of a plot, but for its ground, which has no end. */
static void
paint_front (const RanklePictureItem *item, cairo_t *cr)
{
  RanklePlotTheme  theme = rankle_plot_theme_for_print ();
  RanklePlotLayout layout;

  rankle_plot_layout_compute (&layout, &item->shown.plot, &theme, item->box.width,
                              item->box.height);
  rankle_plot_paint_curves (cr, &item->shown.plot, &layout, &theme);
  rankle_plot_paint_cursor (cr, &item->shown.plot, &layout, &theme,
                            item->shown.plot.still_at, -1);
}

char *
picture_find_cut (const RanklePictureItem *item)
{
  cairo_surface_t *surface =
      cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  double   x, y, width, height;

  if (item->kind == RANKLE_PICTURE_WORDS)
    pango_cairo_show_layout (cr, item->words);
  else if (item->kind == RANKLE_PICTURE_PLOT)
    paint_front (item, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
  cairo_surface_destroy (surface);
  if (width <= 0 || (x >= -1 && y >= -1 && x + width <= item->box.width + 1 &&
                     y + height <= item->box.height + 1))
    return NULL;
  return g_strdup_printf ("ink from %.0f, %.0f to %.0f, %.0f in a box of %.0f by %.0f", x,
                          y, x + width, y + height, item->box.width, item->box.height);
}

/* ---- labels ---- */

static cairo_surface_t *
paint_labels_alone (const RanklePictureItem *plot, RanklePlotLayout *layout)
{
  RanklePlotTheme  theme = rankle_plot_theme_for_print ();
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, (int)plot->box.width, (int)plot->box.height);
  cairo_t          *cr = cairo_create (surface);
  RanklePictureItem alone = *plot;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  alone.box.x = alone.box.y = 0;
  rankle_picture_item_paint (&alone, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  rankle_plot_layout_compute (layout, &plot->shown.plot, &theme, plot->box.width,
                              plot->box.height);
  return surface;
}

/* The greatest of a channel. */
static double
get_distance (guint32 pixel, const RanklePlotColor *color)
{
  return fmax (fabs ((pixel >> 16 & 0xff) / 255.0 - color->red),
               fmax (fabs ((pixel >> 8 & 0xff) / 255.0 - color->green),
                     fabs ((pixel & 0xff) / 255.0 - color->blue)));
}

/* Bands are a little fainter than lines. */
static gboolean
is_hue (guint32 pixel, const RanklePlotTheme *theme, guint series)
{
  double distance = get_distance (pixel, &theme->series[series]);

  for (guint i = 0; i < RANKLE_PLOT_MAX_SERIES; i++)
    if (get_distance (pixel, &theme->series[i]) < distance)
      return FALSE;
  return distance < 0.25;
}

/* Where pieces of the curves stand: right of the area, or in rows above it. */
static gboolean
has_hue (cairo_surface_t *surface, const RanklePlotLayout *layout, guint series)
{
  RanklePlotTheme theme = rankle_plot_theme_for_print ();
  int             from_x =
      layout->labels_at_ends ? (int)layout->right + 8 : (int)layout->label_x[series];
  int from_y =
      layout->labels_at_ends ? (int)layout->top : (int)layout->label_y[series] - 8;
  int to_y = layout->labels_at_ends ? (int)layout->bottom : from_y + 16;

  for (int y = from_y; y < MIN (to_y, cairo_image_surface_get_height (surface)); y++)
    {
      const guint32 *row =
          (guint32 *)(gpointer)(cairo_image_surface_get_data (surface) +
                                y * cairo_image_surface_get_stride (surface));

      for (int x = from_x; x < from_x + (int)layout->sample; x++)
        if (is_hue (row[x], &theme, series))
          return TRUE;
    }
  return FALSE;
}

char *
picture_find_unlabelled (const RanklePictureItem *plot)
{
  RanklePlotLayout layout;
  cairo_surface_t *surface = paint_labels_alone (plot, &layout);
  char            *fault = NULL;

  for (guint i = 0; i < plot->shown.plot.n_series && fault == NULL; i++)
    if (!has_hue (surface, &layout, i))
      fault = g_strdup_printf ("%s: no label of %s", plot->shown.plot.title,
                               plot->shown.plot.series[i].label);
  cairo_surface_destroy (surface);
  return fault;
}

static double
measure (const RanklePlot *plot, const RanklePlotTheme *theme, guint series, double size)
{
  g_autofree char *text = rankle_plot_dup_label (plot, series, plot->still_at);
  PangoLayout     *layout = rankle_plot_create_text (theme, NULL, text, size, FALSE);
  int              width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  g_object_unref (layout);
  return width;
}

char *
picture_find_crowded (const RanklePictureItem *item)
{
  const RanklePlot *plot = &item->shown.plot;
  RanklePlotTheme   theme = rankle_plot_theme_for_print ();
  RanklePlotLayout  layout;

  rankle_plot_layout_compute (&layout, plot, &theme, item->box.width, item->box.height);
  for (guint i = 0; i + 1 < plot->n_series && !layout.labels_at_ends; i++)
    if (layout.label_x[i + 1] > layout.label_x[i] &&
        layout.label_x[i] + layout.sample + measure (plot, &theme, i, layout.label_size) >
            layout.label_x[i + 1])
      return g_strdup_printf ("%s: %s runs into the next", plot->title,
                              plot->series[i].label);
  return NULL;
}
