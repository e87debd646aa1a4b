/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-plot-surfaces.h"

#include "rankle-phase-painter.h"

void
rankle_plot_surfaces_drop (RanklePlotSurfaces *surfaces, GtkWidget *widget, gboolean back)
{
  g_clear_pointer (&surfaces->front, cairo_surface_destroy);
  if (back)
    {
      g_clear_pointer (&surfaces->back, cairo_surface_destroy);
      g_clear_pointer (&surfaces->edges, cairo_surface_destroy);
    }
  gtk_widget_queue_draw (widget);
}

void
rankle_plot_surfaces_clear (RanklePlotSurfaces *surfaces)
{
  g_clear_pointer (&surfaces->front, cairo_surface_destroy);
  g_clear_pointer (&surfaces->edges, cairo_surface_destroy);
  g_clear_pointer (&surfaces->back, cairo_surface_destroy);
}

static cairo_surface_t *
create_surface (GtkWidget *widget, cairo_format_t format)
{
  int              scale = gtk_widget_get_scale_factor (widget);
  cairo_surface_t *surface =
      cairo_image_surface_create (format, gtk_widget_get_width (widget) * scale,
                                  gtk_widget_get_height (widget) * scale);

  g_assert (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS);

  cairo_surface_set_device_scale (surface, scale, scale);
  return surface;
}

static void
paint_over (cairo_t *cr, cairo_surface_t *surface)
{
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
}

/* With 100 kept runs they would cost more than all the rest of a frame. */
static void
ensure_edges (RanklePlotSurfaces    *self,
              GtkWidget             *widget,
              const RanklePlot      *plot,
              const RanklePlotTheme *theme)
{
  cairo_t *cr;

  if (self->edges != NULL || plot->kind != RANKLE_PLOT_STACKED || plot->n_traces == 0)
    return;
  self->edges = create_surface (widget, CAIRO_FORMAT_ARGB32);
  cr = cairo_create (self->edges);
  rankle_plot_paint_edges (cr, plot, &self->layout, theme);
  cairo_destroy (cr);
}

/* Nothing of a phase plane stays where it is while a run changes. */
static void
ensure_phase (RanklePlotSurfaces    *self,
              GtkWidget             *widget,
              const RanklePlot      *plot,
              const RanklePlotTheme *theme)
{
  cairo_t *cr;

  if (self->back != NULL && self->front != NULL)
    return;
  rankle_plot_surfaces_clear (self);
  rankle_plot_layout_compute (&self->layout, plot, theme, gtk_widget_get_width (widget),
                              gtk_widget_get_height (widget));
  self->back = create_surface (widget, CAIRO_FORMAT_RGB24);
  cr = cairo_create (self->back);
  rankle_phase_paint (cr, plot, theme, gtk_widget_get_width (widget),
                      gtk_widget_get_height (widget));
  cairo_destroy (cr);
  self->front = cairo_surface_reference (self->back);
}

static void
ensure (RanklePlotSurfaces    *self,
        GtkWidget             *widget,
        const RanklePlot      *plot,
        const RanklePlotTheme *theme)
{
  cairo_t *cr;

  if (plot->kind == RANKLE_PLOT_PHASE)
    {
      ensure_phase (self, widget, plot, theme);
      return;
    }
  if (self->back == NULL)
    {
      g_clear_pointer (&self->front, cairo_surface_destroy);
      rankle_plot_layout_compute (&self->layout, plot, theme,
                                  gtk_widget_get_width (widget),
                                  gtk_widget_get_height (widget));
      self->back = create_surface (widget, CAIRO_FORMAT_RGB24);
      cr = cairo_create (self->back);
      rankle_plot_paint_back (cr, plot, &self->layout, theme);
      cairo_destroy (cr);
    }
  if (self->front == NULL)
    {
      ensure_edges (self, widget, plot, theme);
      self->front = create_surface (widget, CAIRO_FORMAT_RGB24);
      cr = cairo_create (self->front);
      paint_over (cr, self->back);
      rankle_plot_paint_curves (cr, plot, &self->layout, theme);
      if (self->edges != NULL)
        paint_over (cr, self->edges);
      rankle_plot_paint_points (cr, plot, &self->layout, theme);
      cairo_destroy (cr);
    }
}

void
rankle_plot_surfaces_snapshot (RanklePlotSurfaces    *surfaces,
                               GtkWidget             *widget,
                               GtkSnapshot           *snapshot,
                               const RanklePlot      *plot,
                               const RanklePlotTheme *theme,
                               double                 cursor,
                               int                    selected)
{
  int      width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (width <= 0 || height <= 0)
    return;
  ensure (surfaces, widget, plot, theme);
  g_assert (surfaces->back != NULL && surfaces->front != NULL);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  paint_over (cr, surfaces->front);
  if (plot->kind == RANKLE_PLOT_PHASE)
    rankle_phase_paint_cursor (cr, plot, theme, width, height, cursor);
  else if (selected >= 0)
    rankle_plot_paint_lit (cr, plot, &surfaces->layout, theme, (guint)selected);
  if (plot->kind != RANKLE_PLOT_PHASE)
    rankle_plot_paint_cursor (cr, plot, &surfaces->layout, theme, cursor, selected);
  cairo_destroy (cr);
}
