/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-miniature-style.h"

/* The ink of plots and pathway is that of the miniatures, too. */
static const char *const ink_names[RANKLE_N_INKS] = {
  [RANKLE_INK_GROUND] = "rankle_plot_ground",
  [RANKLE_INK_INK] = "rankle_plot_text",
  [RANKLE_INK_DIM] = "rankle_plot_dim",
  [RANKLE_INK_BLUE] = "rankle_series_1",
  [RANKLE_INK_ORANGE] = "rankle_series_2",
  [RANKLE_INK_GREEN] = "rankle_series_3",
  [RANKLE_INK_PINK] = "rankle_series_4",
  [RANKLE_INK_BLOOD] = "rankle_diagram_blood",
  [RANKLE_INK_MARROW] = "rankle_diagram_marrow",
  [RANKLE_INK_CELL] = "rankle_diagram_cell",
  [RANKLE_INK_BONE] = "rankle_diagram_bone",
};

void
rankle_miniature_style_read (GtkWidget *widget, RankleMiniatureInks inks)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);

  for (guint i = 1; i < RANKLE_N_INKS; i++)
    {
      GdkRGBA color;

      inks[i] = rankle_miniature_inks_print[i];
      if (gtk_style_context_lookup_color (style, ink_names[i], &color))
        inks[i] =
            (RankleMiniatureColor){ color.red, color.green, color.blue, color.alpha };
    }
}
