/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-plot-theme.h"

#define RGB(R, G, B)                                                                     \
  {                                                                                      \
    (R) / 255.0, (G) / 255.0, (B) / 255.0, 1                                             \
  }

/* Okabe and Ito's colours; yellow and light blue are left out, since on white they are
 * too faint. */
RanklePlotTheme
rankle_plot_theme_for_print (void)
{
  return (RanklePlotTheme){
    .background = RGB (255, 255, 255),
    .foreground = RGB (30, 30, 30),
    .dim = RGB (95, 95, 95),
    .grid = RGB (226, 226, 226),
    .ghost = { 0.4, 0.4, 0.4, 0.6 },
    .accent = RGB (28, 113, 216),
    .series = { RGB (0, 114, 178), RGB (213, 94, 0), RGB (0, 138, 100),
                RGB (170, 80, 130), RGB (90, 90, 90), RGB (150, 110, 0),
                RGB (60, 90, 200), RGB (120, 40, 40) },
    .family = "Cantarell",
    .font_size = 12,
    .line_width = 2,
  };
}
