/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-scene.h"
#include "scene-context.h"

G_BEGIN_DECLS

/* (transfer full): bone of @fraction, which was 20 % at the start, with pits under the
 * osteoclasts, which are @ratio times baseline. */
RankleBoneCube *scene_create_cube (double fraction, double ratio);

/* Made once, since it takes a moment. */
RankleComplexGeometry *scene_get_geometry (void);

/* Lets @scene show the complex with a letter for each groove: - R O F D P. */
void scene_show_holders (RankleScene *scene, const char *holders, gboolean moves);
/* Lets @scene show a bone; @ratio of both cells to baseline. */
void scene_show_bone (RankleScene *scene,
                      double       fraction,
                      double       osteoclasts,
                      double       osteoblasts);

/* @scene at that size, in a framebuffer of the context. */
void scene_draw (
    SceneContext *context, RankleScene *scene, int width, int height, double seconds);

G_END_DECLS
