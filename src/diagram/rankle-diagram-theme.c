/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-diagram-theme.h"

#include <math.h>

/* The themes of the screen are style sheets: resources/style*.css, under the same names.
 * A blue and an orange that are told apart with every common colour vision, and by
 * lightness from the middle. White and black inks: only they reach 4.5:1 on every tone
 * between. */

#define RGB(r, g, b)                                                                     \
  {                                                                                      \
    (r) / 255.0, (g) / 255.0, (b) / 255.0, 1                                             \
  }
#define BLACK RGB (0, 0, 0)
#define WHITE RGB (255, 255, 255)

const RankleDiagramTheme rankle_diagram_theme_print = {
  .ground = WHITE,
  .blood = RGB (253, 241, 240),
  .marrow = RGB (255, 251, 240),
  .cell = RGB (241, 248, 242),
  .nucleus = RGB (228, 240, 231),
  .bone = RGB (242, 242, 245),
  .border = RGB (160, 156, 150),
  .region_text = RGB (70, 66, 60),
  .text = BLACK,
  .arc = RGB (50, 50, 56),
  .outline = RGB (30, 30, 34),
  .hatch = RGB (190, 190, 196),
  .hatch_fill = WHITE,
  .low = RGB (72, 150, 214),
  .middle = WHITE,
  .high = RGB (238, 134, 36),
  .ink_dark = BLACK,
  .ink_light = WHITE,
  .accent = RGB (53, 132, 228),
  .focus = BLACK,
  .font = "Cantarell",
  .text_scale = 1,
  .line_scale = 1,
};

static RankleDiagramColor
mix (const RankleDiagramColor *a, const RankleDiagramColor *b, double t)
{
  return (RankleDiagramColor){ a->red + t * (b->red - a->red),
                               a->green + t * (b->green - a->green),
                               a->blue + t * (b->blue - a->blue),
                               a->alpha + t * (b->alpha - a->alpha) };
}

RankleDiagramColor
rankle_diagram_theme_get_fill (const RankleDiagramTheme *theme, double ratio)
{
  double place;

  g_return_val_if_fail (theme != NULL, (RankleDiagramColor){ 0 });

  if (isnan (ratio))
    return theme->middle;
  ratio = CLAMP (ratio, RANKLE_DIAGRAM_LEAST_RATIO, RANKLE_DIAGRAM_GREATEST_RATIO);
  place = log2 (ratio) / log2 (RANKLE_DIAGRAM_GREATEST_RATIO);
  g_assert (place >= -1 && place <= 1);
  if (place < 0)
    return mix (&theme->middle, &theme->low, -place);
  return mix (&theme->middle, &theme->high, place);
}

static double
linearize (double channel)
{
  g_assert (channel > -1e-6 && channel < 1 + 1e-6);
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

double
rankle_diagram_color_luminance (const RankleDiagramColor *color)
{
  g_return_val_if_fail (color != NULL, 0);

  return 0.2126 * linearize (color->red) + 0.7152 * linearize (color->green) +
         0.0722 * linearize (color->blue);
}

double
rankle_diagram_color_contrast (const RankleDiagramColor *a, const RankleDiagramColor *b)
{
  double x = rankle_diagram_color_luminance (a), y = rankle_diagram_color_luminance (b);

  return (MAX (x, y) + 0.05) / (MIN (x, y) + 0.05);
}

RankleDiagramColor
rankle_diagram_theme_get_ink (const RankleDiagramTheme *theme,
                              const RankleDiagramColor *fill)
{
  g_return_val_if_fail (theme != NULL && fill != NULL, (RankleDiagramColor){ 0 });

  return rankle_diagram_color_contrast (&theme->ink_dark, fill) >=
                 rankle_diagram_color_contrast (&theme->ink_light, fill)
             ? theme->ink_dark
             : theme->ink_light;
}
