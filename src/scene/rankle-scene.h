/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-bone-cube.h"
#include "rankle-camera.h"
#include "rankle-complex-geometry.h"
#include "rankle-scene-error.h"
#include "rankle-scene-theme.h"
#include "rankle-scene-thing.h"

G_BEGIN_DECLS

/**
 * RankleScene:
 *
 * A picture in space, drawn by OpenGL 3.3 or OpenGL ES 3.0. It makes no context: one has
 * to be current in open, draw, see, pick and close, and always the same, for not all that
 * it has is shared between contexts. On the thread of that context alone.
 *
 * It draws into a picture of its own first, and from there, with outlines and background,
 * into whose framebuffer it is given; GL's state is left changed, but for that binding.
 */
typedef struct _RankleScene RankleScene;

/* NULL with RANKLE_SCENE_ERROR_PROGRAM: the driver does not take our shaders. */
RankleScene *rankle_scene_open (GError **error);
/* Deletes all that it has of GL; NULL is left alone. */
void rankle_scene_close (RankleScene *scene);

/* What is to be drawn from the next time on. These need no context. */
void rankle_scene_set_camera (RankleScene *scene, RankleCamera camera);
void rankle_scene_set_theme (RankleScene *scene, const RankleSceneTheme *theme);
/* Draws at 1/@reduction of the size, and enlarges that: 1 for all the detail there is,
 * more where pixels are many and the processor draws them. */
void rankle_scene_set_reduction (RankleScene *scene, guint reduction);

/**
 * RankleComplexShown:
 * @signal: times that of baseline, which the lower membrane's hue tells; NaN: it has its
 * own
 * @moves: what changes, moves to its place in 0.6 seconds; else it is there
 */
typedef struct
{
  RankleHolder holders[RANKLE_GROOVES];
  RankleLook   look;
  double       signal;
  gboolean     moves;
} RankleComplexShown;

/* From now on the receptor complex is the scene. */
void rankle_scene_show_complex (RankleScene              *scene,
                                RankleComplexGeometry    *geometry,
                                const RankleComplexShown *shown);

/**
 * RankleBoneShown:
 * @ratios: cells of each kind, times those of baseline; NaN: none are drawn
 * @mineral: what is cut open: 0 poor in it, 1 as rich as old bone
 * @change: how strongly what was lost and gained since the start is told, 0 to 1
 */
typedef struct
{
  double ratios[RANKLE_BONE_N_KINDS];
  double mineral;
  double change;
} RankleBoneShown;

/* From now on the bone is the scene. */
void rankle_scene_show_bone (RankleScene           *scene,
                             RankleBoneCube        *cube,
                             const RankleBoneShown *shown);

/**
 * rankle_scene_draw:
 * @framebuffer: its name; only its first colour is drawn into, and all of that
 * @width: @height: of it [px], at least 1
 * @seconds: the time, for what moves; from any zero on
 *
 * Returns: FALSE with RANKLE_SCENE_ERROR_TARGET if there is no picture of that size
 */
gboolean rankle_scene_draw (RankleScene *scene,
                            guint        framebuffer,
                            int          width,
                            int          height,
                            double       seconds,
                            GError     **error);
/* Whether something is on its way, so that the picture would be another a moment later.
 */
gboolean rankle_scene_is_moving (const RankleScene *scene);

/* The RankleThing that was drawn at this place, from the picture's upper left corner
 * [px]; none in the background and outside. */
guint rankle_scene_pick (const RankleScene *scene, double x, double y);
/* Where the first of @anchors is that is in sight, in the picture that was drawn last
 * [px]; FALSE: none is, and this is the place of the first one. @n: at least 1. */
gboolean rankle_scene_see (
    const RankleScene *scene, const RankleAnchor *anchors, guint n, double *x, double *y);

G_END_DECLS
