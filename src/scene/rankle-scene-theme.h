/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* 0 to 1, as a screen takes them (sRGB); never see-through. */
typedef struct
{
  float red, green, blue;
} RankleSceneColor;

/**
 * RankleSceneTheme:
 * @ground: @edge: the background in the middle of the picture, and at its corners
 * @ink: of outlines
 * @wire: of the cube's edges
 * @bone: the surface of bone
 * @young: @old: where bone is cut open, poor in mineral and rich in it
 * @lost: @gained: what the surface of bone is tinted with where there was more, and less,
 * of it
 * @membrane: @quiet: @loud: a membrane; and that of a cell that hears a quarter of the
 * signal of the start, and four times as much
 * @contrast: high contrast: lines of two pixels in full ink, and nothing that fades
 *
 * One hue a molecule, the same as in maps and plots.
 */
typedef struct
{
  RankleSceneColor ground, edge, ink, wire;
  RankleSceneColor rankl, rank, opg, denosumab, peptide;
  RankleSceneColor membrane, quiet, loud;
  RankleSceneColor bone, young, old, lost, gained;
  RankleSceneColor osteoclast, osteoblast;
  gboolean         contrast;
} RankleSceneTheme;

/* For paper, and for tests; the window's come from its style sheets. */
extern const RankleSceneTheme rankle_scene_theme_light, rankle_scene_theme_dark;

/* @share of @b in @a. */
RankleSceneColor
rankle_scene_color_mix (RankleSceneColor a, RankleSceneColor b, double share);

G_END_DECLS
