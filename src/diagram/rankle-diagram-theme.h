/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double red, green, blue, alpha;
} RankleDiagramColor;

/**
 * RankleDiagramTheme:
 * @low: @middle: @high: the fill at a quarter of baseline, at baseline, at four times
 * baseline
 * @ink_dark: @ink_light: the two inks for text on a filled glyph; the more legible is
 * taken
 * @text_scale: 1, or more for large letters
 * @line_scale: multiplies every line width
 */
typedef struct
{
  RankleDiagramColor ground;
  RankleDiagramColor blood, marrow, cell, nucleus, bone; /* compartments */
  RankleDiagramColor border;                             /* of compartments */
  RankleDiagramColor region_text;
  RankleDiagramColor text; /* on the ground */
  RankleDiagramColor arc;
  RankleDiagramColor outline;    /* of glyphs */
  RankleDiagramColor hatch;      /* lines of what is not simulated */
  RankleDiagramColor hatch_fill; /* beneath them */
  RankleDiagramColor low, middle, high;
  RankleDiagramColor ink_dark, ink_light;
  RankleDiagramColor accent; /* selection */
  RankleDiagramColor focus;
  const char        *font; /* family */
  double             text_scale;
  double             line_scale;
} RankleDiagramTheme;

/* For paper; the screen's come from style sheets. */
extern const RankleDiagramTheme rankle_diagram_theme_print;

/* The fixed scale: log2 of @ratio from 1/4 to 4, held at its ends beyond. */
RankleDiagramColor rankle_diagram_theme_get_fill (const RankleDiagramTheme *theme,
                                                  double                    ratio);
/* WCAG relative luminance and contrast, for opaque colours. */
double rankle_diagram_color_luminance (const RankleDiagramColor *color);
double rankle_diagram_color_contrast (const RankleDiagramColor *a,
                                      const RankleDiagramColor *b);
/* The ink of the theme that is better legible on @fill. */
RankleDiagramColor rankle_diagram_theme_get_ink (const RankleDiagramTheme *theme,
                                                 const RankleDiagramColor *fill);

#define RANKLE_DIAGRAM_LEAST_RATIO    0.25
#define RANKLE_DIAGRAM_GREATEST_RATIO 4.0

G_END_DECLS
