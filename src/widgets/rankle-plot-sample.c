/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-plot-sample.h"

#include <math.h>

#include "rankle-plot-painter.h"
#include "rankle-plot-style.h"

/* In sizes of the font. */
#define WIDTH  1.1
#define HEIGHT 1.5

struct _RanklePlotSample
{
  GtkWidget      parent_instance;
  RanklePlotMark mark;
  gboolean       recalled;
};

G_DEFINE_FINAL_TYPE (RanklePlotSample, rankle_plot_sample, GTK_TYPE_WIDGET)

static RanklePlotColor
from_rgba (const GdkRGBA *color)
{
  return (RanklePlotColor){ color->red, color->green, color->blue, color->alpha };
}

/* It stands on the window's ground, in the colour of the text beside it. */
static void
read_theme (GtkWidget *widget, RanklePlotTheme *theme)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  GdkRGBA          color;

  rankle_plot_style_read (widget, theme);
  if (gtk_style_context_lookup_color (style, "window_bg_color", &color))
    theme->background = from_rgba (&color);
  gtk_style_context_get_color (style, &color);
  theme->foreground = from_rgba (&color);
}

static void
rankle_plot_sample_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RanklePlotSample *self = RANKLE_PLOT_SAMPLE (widget);
  int      width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr =
      gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  RanklePlotTheme theme;

  read_theme (widget, &theme);
  rankle_plot_paint_point_sample (cr, &theme, self->mark, self->recalled, 0.5 * width,
                                  0.5 * height);
  cairo_destroy (cr);
}

static void
rankle_plot_sample_measure (GtkWidget     *widget,
                            GtkOrientation orientation,
                            int            for_size,
                            int           *minimum,
                            int           *natural,
                            int           *minimum_baseline,
                            int           *natural_baseline)
{
  double sizes = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;

  *minimum = *natural = (int)ceil (sizes * rankle_plot_style_get_font_size (widget));
  *minimum_baseline = *natural_baseline = -1;
}

static void
rankle_plot_sample_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (rankle_plot_sample_parent_class)->css_changed (widget, change);
  gtk_widget_queue_resize (widget);
}

static void
rankle_plot_sample_class_init (RanklePlotSampleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = rankle_plot_sample_snapshot;
  widget_class->measure = rankle_plot_sample_measure;
  widget_class->css_changed = rankle_plot_sample_css_changed;
  gtk_widget_class_set_css_name (widget_class, "plotsample");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
rankle_plot_sample_init (RanklePlotSample *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
rankle_plot_sample_new (RanklePlotMark mark, gboolean recalled)
{
  RanklePlotSample *self = g_object_new (RANKLE_TYPE_PLOT_SAMPLE, NULL);

  self->mark = mark;
  self->recalled = recalled;
  return GTK_WIDGET (self);
}
