/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-plot-style.h"

static RanklePlotColor
look_up (GtkWidget *widget, const char *name, RanklePlotColor otherwise)
{
  GdkRGBA color;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name,
                                       &color))
    return otherwise;
  return (RanklePlotColor){ color.red, color.green, color.blue, color.alpha };
}

double
rankle_plot_style_get_font_size (GtkWidget *widget)
{
  PangoContext               *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double)pango_font_description_get_size (font) / PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) > 0
                ? pango_cairo_context_get_resolution (context) / 72
                : 96.0 / 72;
  return CLAMP (size, 6, 72);
}

void
rankle_plot_style_read (GtkWidget *widget, RanklePlotTheme *theme)
{
  const PangoFontDescription *font =
      pango_context_get_font_description (gtk_widget_get_pango_context (widget));
  double size = rankle_plot_style_get_font_size (widget);

  g_assert (size > 0 && theme != NULL);

  *theme = rankle_plot_theme_for_print ();
  theme->background = look_up (widget, "rankle_plot_ground", theme->background);
  theme->foreground = look_up (widget, "rankle_plot_text", theme->foreground);
  theme->dim = look_up (widget, "rankle_plot_dim", theme->dim);
  theme->grid = look_up (widget, "rankle_plot_grid", theme->grid);
  theme->ghost = look_up (widget, "rankle_plot_ghost", theme->ghost);
  theme->accent = look_up (widget, "accent_color", theme->accent);
  for (guint i = 0; i < RANKLE_PLOT_MAX_SERIES; i++)
    {
      g_autofree char *name = g_strdup_printf ("rankle_series_%u", i + 1);

      theme->series[i] = look_up (widget, name, theme->series[i]);
    }
  theme->family = g_intern_string (pango_font_description_get_family (font));
  theme->font_size = 0.82 * size;
  theme->line_width = MAX (1.8, size / 7.5);
}
