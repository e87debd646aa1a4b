/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-plot-surfaces.h"

#include "rankle-phase-painter.h"

void
rankle_plot_surfaces_clear (RanklePlotSurfaces *surfaces)
{
  g_clear_pointer (&surfaces->front, rankle_plot_front_free);
  g_clear_pointer (&surfaces->edges, cairo_surface_destroy);
  g_clear_pointer (&surfaces->back, cairo_surface_destroy);
}

void
rankle_plot_surfaces_drop (RanklePlotSurfaces *surfaces, GtkWidget *widget)
{
  rankle_plot_surfaces_clear (surfaces);
  gtk_widget_queue_draw (widget);
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

  if (self->back != NULL)
    return;
  g_assert (self->front == NULL && self->edges == NULL);
  rankle_plot_layout_compute (&self->layout, plot, theme, gtk_widget_get_width (widget),
                              gtk_widget_get_height (widget));
  self->back = create_surface (widget, CAIRO_FORMAT_RGB24);
  cr = cairo_create (self->back);
  rankle_phase_paint (cr, plot, theme, gtk_widget_get_width (widget),
                      gtk_widget_get_height (widget));
  cairo_destroy (cr);
}

static void
ensure_back (RanklePlotSurfaces    *self,
             GtkWidget             *widget,
             const RanklePlot      *plot,
             const RanklePlotTheme *theme)
{
  cairo_t *cr;

  if (self->back != NULL)
    return;
  g_assert (self->front == NULL);
  rankle_plot_layout_compute (&self->layout, plot, theme, gtk_widget_get_width (widget),
                              gtk_widget_get_height (widget));
  self->back = create_surface (widget, CAIRO_FORMAT_RGB24);
  cr = cairo_create (self->back);
  rankle_plot_paint_back (cr, plot, &self->layout, theme);
  cairo_destroy (cr);
}

static void
begin_front (RanklePlotSurfaces    *self,
             GtkWidget             *widget,
             const RanklePlot      *plot,
             const RanklePlotTheme *theme)
{
  ensure_edges (self, widget, plot, theme);
  rankle_plot_front_begin (&self->front, rankle_painter_get_default (), self->back,
                           self->edges, plot, &self->layout, theme);
}

/* A window may come to a screen of other pixels while its size stays. */
static gboolean
is_of_size (const RanklePlotSurfaces *self, GtkWidget *widget)
{
  int scale = gtk_widget_get_scale_factor (widget);

  return cairo_image_surface_get_width (self->back) ==
             gtk_widget_get_width (widget) * scale &&
         cairo_image_surface_get_height (self->back) ==
             gtk_widget_get_height (widget) * scale;
}

void
rankle_plot_surfaces_update (RanklePlotSurfaces    *surfaces,
                             GtkWidget             *widget,
                             const RanklePlot      *plot,
                             const RanklePlotTheme *theme)
{
  gtk_widget_queue_draw (widget);
  if (plot->kind == RANKLE_PLOT_PHASE)
    rankle_plot_surfaces_clear (surfaces);
  else if (surfaces->back == NULL || !gtk_widget_get_mapped (widget) ||
           !is_of_size (surfaces, widget))
    g_clear_pointer (&surfaces->front, rankle_plot_front_free);
  else
    begin_front (surfaces, widget, plot, theme);
}

/* (transfer none): all but what follows the cursor. */
static cairo_surface_t *
get_picture (RanklePlotSurfaces    *self,
             GtkWidget             *widget,
             const RanklePlot      *plot,
             const RanklePlotTheme *theme)
{
  if (self->back != NULL && !is_of_size (self, widget))
    rankle_plot_surfaces_clear (self);
  if (plot->kind == RANKLE_PLOT_PHASE)
    {
      ensure_phase (self, widget, plot, theme);
      return self->back;
    }
  ensure_back (self, widget, plot, theme);
  if (self->front == NULL)
    begin_front (self, widget, plot, theme);
  return rankle_plot_front_get (self->front);
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
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_surface_t *picture;
  cairo_t         *cr;

  if (width <= 0 || height <= 0)
    return;
  picture = get_picture (surfaces, widget, plot, theme);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_paint (cr);
  if (plot->kind == RANKLE_PLOT_PHASE)
    rankle_phase_paint_cursor (cr, plot, theme, width, height, cursor);
  else if (selected >= 0)
    rankle_plot_paint_lit (cr, plot, &surfaces->layout, theme, (guint)selected);
  if (plot->kind != RANKLE_PLOT_PHASE)
    rankle_plot_paint_cursor (cr, plot, &surfaces->layout, theme, cursor, selected);
  cairo_destroy (cr);
}
