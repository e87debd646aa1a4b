/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "rankle-camera.h"
#include "rankle-complex-geometry.h"
#include "rankle-complex-state.h"
#include "rankle-scene-theme.h"

G_BEGIN_DECLS

/* The receptor complex without OpenGL: for a screen that has none, for paper, and small.
 * There is no text in it. It is drawn from the context's origin on, as vectors, so that a
 * scaled context gives any size of print. */

/* Each C-alpha as a disc, the nearer in front of the further. Of a state that is not
 * shown there is the background alone. */
void rankle_complex_still_draw (cairo_t                     *cairo,
                                const RankleComplexGeometry *geometry,
                                const RankleComplexState    *state,
                                RankleCamera                 camera,
                                const RankleSceneTheme      *theme,
                                int                          width,
                                int                          height);

/* The trimer with RANK in @n_rank grooves, from a little above, of a few ellipsoids;
 * beneath it a bar as long as so many of 1000 trimers. The background is left as it is.
 */
void rankle_complex_still_draw_small (cairo_t                     *cairo,
                                      const RankleComplexGeometry *geometry,
                                      guint                        n_rank,
                                      guint                        of_1000,
                                      const RankleSceneTheme      *theme,
                                      int                          width,
                                      int                          height);

G_END_DECLS
