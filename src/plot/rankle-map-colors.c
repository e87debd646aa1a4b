/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-map-colors.h"

#include <math.h>

typedef struct
{
  double lightness, a, b;
} Lab;

/* ---- OKLab ---- */

static double
linearize (double c)
{
  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static double
encode (double c)
{
  c = CLAMP (c, 0, 1);
  return c <= 0.0031308 ? 12.92 * c : 1.055 * pow (c, 1 / 2.4) - 0.055;
}

static Lab
to_lab (const RanklePlotColor *color)
{
  double r = linearize (color->red), g = linearize (color->green),
         b = linearize (color->blue);
  double l = cbrt (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  double m = cbrt (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  double s = cbrt (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);

  return (Lab){ 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
                1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
                0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s };
}

static RanklePlotColor
from_lab (const Lab *lab)
{
  double l = pow (lab->lightness + 0.3963377774 * lab->a + 0.2158037573 * lab->b, 3);
  double m = pow (lab->lightness - 0.1055613458 * lab->a - 0.0638541728 * lab->b, 3);
  double s = pow (lab->lightness - 0.0894841775 * lab->a - 1.2914855480 * lab->b, 3);

  return (RanklePlotColor){
    encode (4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    encode (-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    encode (-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s), 1
  };
}

/* ---- pixels ---- */

static guint32
pack (const RanklePlotColor *color)
{
  return 0xff000000u | (guint32)lround (color->red * 255) << 16 |
         (guint32)lround (color->green * 255) << 8 | (guint32)lround (color->blue * 255);
}

RanklePlotColor
rankle_map_colors_unpack (guint32 pixel)
{
  return (RanklePlotColor){ (pixel >> 16 & 0xff) / 255.0, (pixel >> 8 & 0xff) / 255.0,
                            (pixel & 0xff) / 255.0, 1 };
}

static guint32
mix (const RanklePlotColor *a, const RanklePlotColor *b, double part)
{
  RanklePlotColor mixed = { a->red + part * (b->red - a->red),
                            a->green + part * (b->green - a->green),
                            a->blue + part * (b->blue - a->blue), 1 };

  return pack (&mixed);
}

static void
set_ramp (guint32 *ramp, const RanklePlotColor *neutral, const RanklePlotColor *end)
{
  Lab from = to_lab (neutral), to = to_lab (end);

  for (guint i = 0; i < RANKLE_MAP_SHADES; i++)
    {
      double          part = (double)i / (RANKLE_MAP_SHADES - 1);
      Lab             lab = { from.lightness + part * (to.lightness - from.lightness),
                              from.a + part * (to.a - from.a), from.b + part * (to.b - from.b) };
      RanklePlotColor color = from_lab (&lab);

      ramp[i] = pack (&color);
    }
  ramp[0] = pack (neutral);
  ramp[RANKLE_MAP_SHADES - 1] = pack (end);
}

void
rankle_map_colors_init (RankleMapColors *colors, const RanklePlotTheme *theme)
{
  const RanklePlotColor *ground = &theme->background;

  set_ramp (colors->below, ground, &theme->series[0]);
  set_ramp (colors->above, ground, &theme->series[1]);
  colors->failed[0] = mix (ground, &theme->dim, 0.20);
  colors->failed[1] = mix (ground, &theme->dim, 0.62);
  colors->pending[0] = mix (ground, &theme->dim, 0.07);
  colors->pending[1] = mix (ground, &theme->dim, 0.22);
}

guint32
rankle_map_colors_get (const RankleMapColors *colors, double shade)
{
  guint step = (guint)lround (fabs (CLAMP (shade, -1, 1)) * (RANKLE_MAP_SHADES - 1));

  return shade < 0 ? colors->below[step] : colors->above[step];
}

static double
get_luminance (const RanklePlotColor *color)
{
  return 0.2126 * linearize (color->red) + 0.7152 * linearize (color->green) +
         0.0722 * linearize (color->blue);
}

/* WCAG's contrast. */
static double
get_contrast (const RanklePlotColor *a, const RanklePlotColor *b)
{
  double x = get_luminance (a), y = get_luminance (b);

  return (MAX (x, y) + 0.05) / (MIN (x, y) + 0.05);
}

const RanklePlotColor *
rankle_map_choose_ink (const RanklePlotTheme *theme, const RanklePlotColor *ground)
{
  return get_contrast (&theme->foreground, ground) >=
                 get_contrast (&theme->background, ground)
             ? &theme->foreground
             : &theme->background;
}
