/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Until the job has been awaited, all below is the job's. Surfaces are made and dropped
 * by who owns the front, and the job alone uses them between. See the invariants P6 to P9
 * of rankle-painter.c. */

#include "rankle-plot-front.h"

#include "rankle-plot-copy.h"

struct _RanklePlotFront
{
  RanklePaintJob  *job;     /* (owned) */
  RanklePlotCopy  *copy;    /* (owned) */
  cairo_surface_t *back;    /* (owned) */
  cairo_surface_t *edges;   /* (owned) (nullable) */
  cairo_surface_t *picture; /* (owned) */
  RanklePlotLayout layout;
  RanklePlotTheme  theme; /* whose font is an interned string */
};

static cairo_surface_t *
create_like (cairo_surface_t *surface)
{
  cairo_surface_t *like = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, cairo_image_surface_get_width (surface),
      cairo_image_surface_get_height (surface));
  double x, y;

  cairo_surface_get_device_scale (surface, &x, &y);
  cairo_surface_set_device_scale (like, x, y);
  return like;
}

static void
paint_over (cairo_t *cr, cairo_surface_t *surface)
{
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
}

static void
paint (gpointer data)
{
  RanklePlotFront  *self = data;
  const RanklePlot *plot = rankle_plot_copy_get_plot (self->copy);
  cairo_t          *cr = cairo_create (self->picture);

  paint_over (cr, self->back);
  rankle_plot_paint_curves (cr, plot, &self->layout, &self->theme);
  if (self->edges != NULL)
    paint_over (cr, self->edges);
  rankle_plot_paint_points (cr, plot, &self->layout, &self->theme);
  cairo_destroy (cr);
  cairo_surface_flush (self->picture);
}

static gboolean
is_of (const RanklePlotFront *self,
       const RanklePlotCopy  *copy,
       cairo_surface_t       *back,
       cairo_surface_t       *edges)
{
  return self->back == back && self->edges == edges &&
         rankle_plot_copy_equal (self->copy, copy);
}

void
rankle_plot_front_begin (RanklePlotFront       **front,
                         RanklePainter          *painter,
                         cairo_surface_t        *back,
                         cairo_surface_t        *edges,
                         const RanklePlot       *plot,
                         const RanklePlotLayout *layout,
                         const RanklePlotTheme  *theme)
{
  g_autoptr (RanklePlotCopy) copy = NULL;
  RanklePlotFront *self;

  g_return_if_fail (front != NULL && painter != NULL && back != NULL);
  g_return_if_fail (plot != NULL && layout != NULL && theme != NULL);

  copy = rankle_plot_copy_new (plot);
  if (*front != NULL && is_of (*front, copy, back, edges))
    return;
  g_clear_pointer (front, rankle_plot_front_free);
  self = g_new0 (RanklePlotFront, 1);
  self->copy = g_steal_pointer (&copy);
  self->back = cairo_surface_reference (back);
  self->edges = edges == NULL ? NULL : cairo_surface_reference (edges);
  self->picture = create_like (back);
  self->layout = *layout;
  self->theme = *theme;
  self->job = rankle_painter_begin (painter, paint, self);
  *front = self;
}

void
rankle_plot_front_free (RanklePlotFront *front)
{
  g_return_if_fail (front != NULL);

  rankle_painter_end (front->job);
  cairo_surface_destroy (front->picture);
  g_clear_pointer (&front->edges, cairo_surface_destroy);
  cairo_surface_destroy (front->back);
  rankle_plot_copy_free (front->copy);
  g_free (front);
}

cairo_surface_t *
rankle_plot_front_get (RanklePlotFront *front)
{
  g_return_val_if_fail (front != NULL, NULL);

  rankle_painter_await (front->job);
  return front->picture;
}
