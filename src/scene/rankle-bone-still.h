/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "rankle-bone-state.h"
#include "rankle-scene-theme.h"

G_BEGIN_DECLS

/* The bone without OpenGL: for a screen that has none, for paper, and until the first
 * cube is there. There is no text in it. It is drawn from the context's origin on, as
 * vectors, so that a scaled context gives any size of print. */

/**
 * rankle_bone_still_draw:
 * @cube: (nullable): what is drawn; NULL: the background alone
 * @height: of the section in the cube, -32 to 32
 *
 * A section through the cube, seen from above: where it cuts bone, the colour of its
 * mineral; what was bone at the start and is none any more, and what is new; beneath it
 * the bone that lies deeper, fainter the deeper it is; cells near the section as discs.
 */
void rankle_bone_still_draw (cairo_t                *cairo,
                             RankleBoneCube         *cube,
                             const RankleBoneState  *state,
                             float                   height,
                             const RankleSceneTheme *theme,
                             int                     width,
                             int                     height_px);

/* A bar with the colours of mineral from %RANKLE_BONE_LEAST_MINERAL on the left to
 * %RANKLE_BONE_MOST_MINERAL on the right, and a mark where @state is; none where it does
 * not tell. The background is left as it is. */
void rankle_bone_still_draw_legend (cairo_t                *cairo,
                                    const RankleBoneState  *state,
                                    const RankleSceneTheme *theme,
                                    int                     width,
                                    int                     height);

/* The colour of a cut face. */
RankleSceneColor rankle_bone_mineral_color (const RankleSceneTheme *theme, double share);

G_END_DECLS
