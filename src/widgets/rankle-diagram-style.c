/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-diagram-style.h"

#include <adwaita.h>

#include "rankle-plot-style.h"

#define USUAL_FONT_SIZE     (11 * 96.0 / 72) /* GNOME's 11 points [px] */
#define HIGH_CONTRAST_LINES 1.4

static const struct
{
  const char *name;
  gsize       offset;
} colors[] = {
#define COLOR(name)                                                                      \
  {                                                                                      \
    "rankle_diagram_" #name, G_STRUCT_OFFSET (RankleDiagramTheme, name)                  \
  }
  COLOR (ground),
  COLOR (blood),
  COLOR (marrow),
  COLOR (cell),
  COLOR (nucleus),
  COLOR (bone),
  COLOR (border),
  COLOR (region_text),
  COLOR (text),
  COLOR (arc),
  COLOR (outline),
  COLOR (hatch),
  COLOR (hatch_fill),
  COLOR (low),
  COLOR (middle),
  COLOR (high),
  COLOR (ink_dark),
  COLOR (ink_light),
  COLOR (focus),
#undef COLOR
  { "accent_color", G_STRUCT_OFFSET (RankleDiagramTheme, accent) },
};

void
rankle_diagram_style_read (GtkWidget *widget, RankleDiagramTheme *theme)
{
  GtkStyleContext            *style = gtk_widget_get_style_context (widget);
  const PangoFontDescription *font =
      pango_context_get_font_description (gtk_widget_get_pango_context (widget));

  *theme = rankle_diagram_theme_print;
  for (guint i = 0; i < G_N_ELEMENTS (colors); i++)
    {
      GdkRGBA color;

      if (gtk_style_context_lookup_color (style, colors[i].name, &color))
        G_STRUCT_MEMBER (RankleDiagramColor, theme, colors[i].offset) =
            (RankleDiagramColor){ color.red, color.green, color.blue, color.alpha };
    }
  theme->font = g_intern_string (pango_font_description_get_family (font));
  theme->text_scale = rankle_plot_style_get_font_size (widget) / USUAL_FONT_SIZE;
  theme->line_scale = theme->text_scale;
  if (adw_style_manager_get_high_contrast (adw_style_manager_get_default ()))
    theme->line_scale *= HIGH_CONTRAST_LINES;
}
