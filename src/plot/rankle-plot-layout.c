/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-plot-layout.h"

#include <math.h>
#include <string.h>

#define MARGIN   6
#define MIN_AREA 24
/* Labels at the lines' ends may take this share of the width. */
#define LABEL_SHARE 0.38
/* … and only of a plot as wide as this: narrow ones stand side by side, and their time
 * axes should agree. */
#define WIDE 440
/* Below labels in rows, so that they keep clear of the highest tick [tick sizes]. */
#define LABEL_GAP 0.7
/* From one tick to the next, at least [tick sizes]. */
#define TICK_APART   1.8
#define X_TICK_APART 2.8
/* Room for ticks [tick sizes], so that plots above each other agree too. */
#define TICK_ROOM 3.2
/* For half of the last tick of the time axis, which has the unit too. */
#define LAST_TICK_ROOM 1.5

PangoLayout *
rankle_plot_create_text (const RanklePlotTheme *theme,
                         cairo_t               *cr,
                         const char            *text,
                         double                 size,
                         gboolean               bold)
{
  PangoLayout          *layout;
  PangoFontDescription *font;

  g_return_val_if_fail (theme != NULL && text != NULL, NULL);

  if (cr != NULL)
    layout = pango_cairo_create_layout (cr);
  else
    {
      PangoContext *context =
          pango_font_map_create_context (pango_cairo_font_map_get_default ());

      layout = pango_layout_new (context);
      g_object_unref (context);
    }
  font = pango_font_description_new ();
  pango_font_description_set_family (font, theme->family);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  if (bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);
  return layout;
}

static void
measure (const RanklePlotTheme *theme,
         const char            *text,
         double                 size,
         double                *width,
         double                *height)
{
  PangoLayout *layout = rankle_plot_create_text (theme, NULL, text, size, FALSE);
  int          w, h;

  pango_layout_get_pixel_size (layout, &w, &h);
  *width = w;
  *height = h;
  g_object_unref (layout);
}

char *
rankle_plot_dup_label (const RanklePlot *plot, guint series, double time)
{
  g_autofree char *shown = NULL;

  g_return_val_if_fail (plot != NULL && series < plot->n_series, NULL);

  shown = rankle_plot_dup_value (plot, series, time);
  return g_strdup_printf (plot->kind == RANKLE_PLOT_STACKED ? "%s  %s %%" : "%s  %s",
                          plot->series[series].label, shown);
}

/* (transfer full): as long as any value that the cursor may come to, so that nothing
 * jumps: of what is small at the start, such as 0.000223, that is more. */
static char *
dup_longest (const RanklePlot *plot, guint series)
{
  const RanklePlotSeries *s = &plot->series[series];
  g_autofree char        *first =
      s->n > 0 ? rankle_plot_dup_value (plot, series, s->x[0]) : g_strdup ("");

  if (plot->kind == RANKLE_PLOT_STACKED)
    return g_strdup ("100 %");
  return g_strdup (strlen (first) > strlen ("00.00") ? "0.000000" : "00.00");
}

static double
measure_label (const RanklePlot      *plot,
               const RanklePlotTheme *theme,
               RanklePlotLayout      *layout,
               guint                  series)
{
  g_autofree char *text = NULL;
  g_autofree char *longest = NULL;
  double           width;

  if (plot->is_still)
    text = rankle_plot_dup_label (plot, series, plot->still_at);
  else
    {
      longest = dup_longest (plot, series);
      text = g_strdup_printf ("%s  %s", plot->series[series].label, longest);
    }

  measure (theme, text, layout->label_size, &width, &layout->line_height);
  return width + layout->sample;
}

/* Places the labels in rows under the title; returns how many rows. */
static guint
flow_labels (const RanklePlot *plot, const double *widths, RanklePlotLayout *layout)
{
  double top = 1.7 * layout->title_size + MARGIN;
  double x = 2 * MARGIN;
  guint  row = 0;

  for (guint i = 0; i < plot->n_series; i++)
    {
      if (i > 0 && x + widths[i] > layout->width - MARGIN)
        {
          x = 2 * MARGIN;
          row++;
        }
      layout->label_x[i] = x;
      layout->label_y[i] = top + (row + 0.4) * layout->line_height;
      x += widths[i] + 2 * MARGIN;
    }
  return plot->n_series > 0 ? row + 1 : 0;
}

static void
set_sizes (RanklePlotLayout *layout, const RanklePlotTheme *theme)
{
  g_assert (theme->font_size > 0);
  layout->label_size = theme->font_size;
  layout->tick_size = 0.84 * theme->font_size;
  layout->title_size = 1.1 * theme->font_size;
  layout->sample = 1.6 * theme->font_size;
}

/* Returns the room that labels at the lines' ends need. */
static double
measure_labels (const RanklePlot      *plot,
                const RanklePlotTheme *theme,
                RanklePlotLayout      *layout,
                double                *widths)
{
  double widest = 0;

  g_assert (plot->n_series <= RANKLE_PLOT_MAX_SERIES);
  for (guint i = 0; i < plot->n_series; i++)
    {
      widths[i] = measure_label (plot, theme, layout, i);
      widest = MAX (widest, widths[i]);
    }
  return widest + 2 * MARGIN;
}

double
rankle_plot_measure_labels (const RanklePlot *plot, const RanklePlotTheme *theme)
{
  RanklePlotLayout layout = { 0 };
  double           widths[RANKLE_PLOT_MAX_SERIES];

  g_return_val_if_fail (plot != NULL && theme != NULL, 0);

  set_sizes (&layout, theme);
  return measure_labels (plot, theme, &layout, widths);
}

/* Returns the room that the labels take: to the right of the plot, or above it. */
static double
place_labels (const RanklePlot      *plot,
              const RanklePlotTheme *theme,
              RanklePlotLayout      *layout)
{
  double widths[RANKLE_PLOT_MAX_SERIES];
  double room = MAX (measure_labels (plot, theme, layout, widths), plot->label_room);

  layout->labels_at_ends = layout->width >= WIDE && room <= LABEL_SHARE * layout->width;
  if (layout->labels_at_ends)
    return room;
  return flow_labels (plot, widths, layout) * layout->line_height +
         LABEL_GAP * layout->tick_size;
}

static double
measure_ticks (const RanklePlotTheme *theme, const RanklePlotLayout *layout)
{
  double widest = 0, height;

  for (guint i = 0; i < layout->n_y_ticks; i++)
    {
      g_autofree char *text = rankle_plot_format (layout->y_ticks[i], layout->y_decimals);
      double           width;

      measure (theme, text, layout->tick_size, &width, &height);
      widest = MAX (widest, width);
    }
  return widest;
}

static void
place_x (RanklePlotLayout *layout, const RanklePlot *plot)
{
  g_assert (layout->left < layout->right);
  layout->clock = rankle_plot_clock_choose (plot->time_unit, plot->x_max - plot->x_min);
  layout->x = rankle_plot_scale_new (plot->x_min * layout->clock.factor,
                                     plot->x_max * layout->clock.factor, FALSE);
  layout->x.from = layout->left;
  layout->x.to = layout->right;
  layout->n_x_ticks = rankle_plot_scale_ticks (
      &layout->x,
      (guint)CLAMP (
          1 + (layout->right - layout->left) / (X_TICK_APART * layout->tick_size), 3, 7),
      layout->x_ticks);
}

static void
place_y (RanklePlotLayout *layout, const RanklePlot *plot)
{
  double step;

  g_assert (layout->top < layout->bottom);
  layout->y = rankle_plot_scale_new (plot->y_min, plot->y_max, plot->logarithmic);
  layout->y.from = layout->bottom;
  layout->y.to = layout->top;
  layout->n_y_ticks = rankle_plot_scale_ticks (
      &layout->y,
      (guint)CLAMP (1 + (layout->bottom - layout->top) / (TICK_APART * layout->tick_size),
                    2, 6),
      layout->y_ticks);
  step = layout->n_y_ticks > 1 ? layout->y_ticks[1] - layout->y_ticks[0] : 1;
  layout->y_decimals = rankle_plot_decimals (step);
}

void
rankle_plot_layout_compute (RanklePlotLayout      *layout,
                            const RanklePlot      *plot,
                            const RanklePlotTheme *theme,
                            double                 width,
                            double                 height)
{
  double labels;

  g_return_if_fail (layout != NULL && plot != NULL && theme != NULL);

  *layout = (RanklePlotLayout){ .width = width, .height = height };
  set_sizes (layout, theme);
  labels = place_labels (plot, theme, layout);
  layout->top = 1.7 * layout->title_size + MARGIN + (layout->labels_at_ends ? 0 : labels);
  layout->bottom =
      MAX (height - 1.6 * layout->tick_size - MARGIN, layout->top + MIN_AREA);
  place_y (layout, plot);
  layout->left = MARGIN + MAX (measure_ticks (theme, layout) + 0.6 * layout->tick_size,
                               TICK_ROOM * layout->tick_size);
  layout->right =
      MAX (width - (layout->labels_at_ends ? labels : LAST_TICK_ROOM * layout->tick_size),
           layout->left + MIN_AREA);
  place_x (layout, plot);
}

double
rankle_plot_layout_x_to_time (const RanklePlotLayout *layout, double x)
{
  g_assert (layout->clock.factor > 0);
  return rankle_plot_scale_unmap (&layout->x, x) / layout->clock.factor;
}

double
rankle_plot_layout_time_to_x (const RanklePlotLayout *layout, double time)
{
  return rankle_plot_scale_map (&layout->x, time * layout->clock.factor);
}

gboolean
rankle_plot_layout_is_title (const RanklePlotLayout *layout, double y)
{
  g_return_val_if_fail (layout != NULL, FALSE);

  return y < 1.9 * layout->title_size && y < layout->top;
}
