/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-scene-style.h"

#include <adwaita.h>

static const struct
{
  const char *name;
  gsize       offset;
} colors[] = {
#define COLOR(name)                                                                      \
  {                                                                                      \
    "rankle_scene_" #name, G_STRUCT_OFFSET (RankleSceneTheme, name)                      \
  }
  COLOR (ground),  COLOR (edge),       COLOR (ink),        COLOR (wire),
  COLOR (rankl),   COLOR (rank),       COLOR (opg),        COLOR (denosumab),
  COLOR (peptide), COLOR (membrane),   COLOR (quiet),      COLOR (loud),
  COLOR (bone),    COLOR (young),      COLOR (old),        COLOR (lost),
  COLOR (gained),  COLOR (osteoclast), COLOR (osteoblast),
#undef COLOR
};

void
rankle_scene_style_read (GtkWidget *widget, RankleSceneTheme *theme)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);

  *theme = rankle_scene_theme_light;
  for (guint i = 0; i < G_N_ELEMENTS (colors); i++)
    {
      GdkRGBA color;

      if (gtk_style_context_lookup_color (style, colors[i].name, &color))
        G_STRUCT_MEMBER (RankleSceneColor, theme, colors[i].offset) =
            (RankleSceneColor){ color.red, color.green, color.blue };
    }
  theme->contrast =
      adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
}
