/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a picture in a bundled file is drawn with, by name; the colours are the theme's.
 */
typedef enum
{
  RANKLE_INK_NONE,
  RANKLE_INK_GROUND,
  RANKLE_INK_INK,
  RANKLE_INK_DIM,
  RANKLE_INK_BLUE,
  RANKLE_INK_ORANGE,
  RANKLE_INK_GREEN,
  RANKLE_INK_PINK,
  RANKLE_INK_BLOOD,
  RANKLE_INK_MARROW,
  RANKLE_INK_CELL,
  RANKLE_INK_BONE,
  RANKLE_N_INKS
} RankleInk;

/**
 * RankleShape:
 * @path: M, L, C and Z, as in SVG, within the picture's size
 * @width: of the line
 *
 * A part of a picture, drawn over those before it.
 */
typedef struct
{
  const char *path;
  RankleInk   fill, line;
  double      width;
} RankleShape;

G_END_DECLS
