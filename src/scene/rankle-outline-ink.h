/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-gl-target.h"
#include "rankle-scene-pass.h"

G_BEGIN_DECLS

/* Finishes a picture, for RankleScene: outlines and background. */

/* From @target, which @pass has drawn, into the framebuffer that is bound and as large.
 * @no_vertices: a vertex array that has none. @is_cube: what was drawn stands in the cube
 * of bone; else it is the complex. */
void _rankle_outline_draw (const RankleScenePass *pass,
                           const RankleGlTarget  *target,
                           GLuint                 no_vertices,
                           gboolean               is_cube);

G_END_DECLS
