/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-diagram-theme.h"

#include <math.h>

/* A blue and an orange that are told apart with every common colour vision, and by
 * lightness from the middle. White and black inks: only they reach 4.5:1 on every tone
 * between. */

#define RGB(r, g, b)                                                                     \
  {                                                                                      \
    (r) / 255.0, (g) / 255.0, (b) / 255.0, 1                                             \
  }
#define BLACK RGB (0, 0, 0)
#define WHITE RGB (255, 255, 255)

const RankleDiagramTheme rankle_diagram_theme_light = {
  .ground = RGB (250, 250, 250),
  .blood = RGB (252, 232, 230),
  .marrow = RGB (254, 246, 226),
  .cell = RGB (232, 242, 233),
  .nucleus = RGB (213, 230, 217),
  .bone = RGB (234, 234, 238),
  .border = RGB (178, 172, 162),
  .region_text = RGB (92, 84, 74),
  .text = RGB (30, 30, 34),
  .arc = RGB (74, 76, 84),
  .outline = RGB (58, 60, 68),
  .hatch = RGB (196, 198, 204),
  .hatch_fill = RGB (250, 250, 251),
  .low = RGB (72, 150, 214),
  .middle = RGB (255, 255, 255),
  .high = RGB (238, 134, 36),
  .ink_dark = BLACK,
  .ink_light = WHITE,
  .accent = RGB (53, 132, 228),
  .focus = RGB (30, 30, 34),
  .font = "Cantarell",
  .text_scale = 1,
  .line_scale = 1,
};

const RankleDiagramTheme rankle_diagram_theme_dark = {
  .ground = RGB (36, 36, 38),
  .blood = RGB (66, 42, 44),
  .marrow = RGB (54, 50, 42),
  .cell = RGB (44, 60, 50),
  .nucleus = RGB (54, 78, 62),
  .bone = RGB (58, 58, 66),
  .border = RGB (112, 108, 102),
  .region_text = RGB (206, 200, 190),
  .text = RGB (246, 246, 248),
  .arc = RGB (190, 192, 198),
  .outline = RGB (214, 216, 222),
  .hatch = RGB (92, 94, 100),
  .hatch_fill = RGB (44, 45, 48),
  .low = RGB (96, 182, 246),
  .middle = RGB (72, 74, 80),
  .high = RGB (250, 164, 62),
  .ink_dark = BLACK,
  .ink_light = WHITE,
  .accent = RGB (120, 174, 237),
  .focus = RGB (255, 255, 255),
  .font = "Cantarell",
  .text_scale = 1,
  .line_scale = 1,
};

const RankleDiagramTheme rankle_diagram_theme_high_contrast = {
  .ground = WHITE,
  .blood = WHITE,
  .marrow = WHITE,
  .cell = RGB (242, 242, 242),
  .nucleus = WHITE,
  .bone = WHITE,
  .border = BLACK,
  .region_text = BLACK,
  .text = BLACK,
  .arc = BLACK,
  .outline = BLACK,
  .hatch = RGB (120, 120, 120),
  .hatch_fill = WHITE,
  .low = RGB (0, 114, 178),
  .middle = WHITE,
  .high = RGB (230, 110, 0),
  .ink_dark = BLACK,
  .ink_light = WHITE,
  .accent = RGB (0, 60, 160),
  .focus = BLACK,
  .font = "Cantarell",
  .text_scale = 1,
  .line_scale = 1.4,
};

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
  if (place < 0)
    return mix (&theme->middle, &theme->low, -place);
  return mix (&theme->middle, &theme->high, place);
}

static double
linearize (double channel)
{
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
