/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-run-sample.h"

#include <math.h>

#include "rankle-kept-run.h"
#include "rankle-plot-painter.h"
#include "rankle-plot-style.h"

/* In sizes of the font. */
#define WIDTH  3.2
#define HEIGHT 1.4
/* A ghost's line, in those of a curve's. */
#define GHOST 0.6

struct _RankleRunSample
{
  GtkWidget parent_instance;
  int       ink;
  gboolean  ghost;
};

G_DEFINE_FINAL_TYPE (RankleRunSample, rankle_run_sample, GTK_TYPE_WIDGET)

static void
paint_solid (RankleRunSample       *self,
             cairo_t               *cr,
             const RanklePlotTheme *theme,
             double                 width,
             double                 height)
{
  const RanklePlotColor *color = self->ghost ? &theme->ghost : &theme->foreground;

  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
  cairo_set_line_width (cr, (self->ghost ? GHOST : 1) * theme->line_width);
  cairo_move_to (cr, 1.35 * theme->font_size, round (0.5 * height));
  cairo_line_to (cr, width, round (0.5 * height));
  cairo_stroke (cr);
}

/* A ghost keeps its letter, by which names of other runs may call it. */
static void
paint_kept (RankleRunSample       *self,
            cairo_t               *cr,
            const RanklePlotTheme *theme,
            double                 width,
            double                 height)
{
  g_autofree char *letter = rankle_kept_run_dup_letter ((guint)self->ink);

  if (self->ghost)
    paint_solid (self, cr, theme, width, height);
  rankle_plot_paint_trace_sample (cr, theme, (guint)self->ink, letter,
                                  self->ghost ? 0 : width, height);
}

static void
rankle_run_sample_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RankleRunSample *self = RANKLE_RUN_SAMPLE (widget);
  int      width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr =
      gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  RanklePlotTheme theme;
  GdkRGBA         color;

  rankle_plot_style_read (widget, &theme);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  theme.foreground = (RanklePlotColor){ color.red, color.green, color.blue, color.alpha };
  if (self->ink == RANKLE_RUN_SAMPLE_NOW)
    paint_solid (self, cr, &theme, width, height);
  else
    paint_kept (self, cr, &theme, width, height);
  cairo_destroy (cr);
}

static void
rankle_run_sample_measure (GtkWidget     *widget,
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
rankle_run_sample_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (rankle_run_sample_parent_class)->css_changed (widget, change);
  gtk_widget_queue_resize (widget);
}

static void
rankle_run_sample_class_init (RankleRunSampleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = rankle_run_sample_snapshot;
  widget_class->measure = rankle_run_sample_measure;
  widget_class->css_changed = rankle_run_sample_css_changed;
  gtk_widget_class_set_css_name (widget_class, "runsample");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
rankle_run_sample_init (RankleRunSample *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
rankle_run_sample_new (int ink)
{
  RankleRunSample *self = g_object_new (RANKLE_TYPE_RUN_SAMPLE, NULL);

  g_assert (ink >= RANKLE_RUN_SAMPLE_NOW && ink < RANKLE_KEPT_RUN_INKS);
  self->ink = ink;
  return GTK_WIDGET (self);
}

void
rankle_run_sample_set_ghost (RankleRunSample *sample, gboolean ghost)
{
  g_return_if_fail (RANKLE_IS_RUN_SAMPLE (sample));

  sample->ghost = ghost;
  gtk_widget_queue_draw (GTK_WIDGET (sample));
}
