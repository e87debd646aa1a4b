/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-scene-pass.h"
#include "rankle-scene.h"

G_BEGIN_DECLS

/* Draws the receptor complex, for RankleScene. */
typedef struct _RankleComplexInk RankleComplexInk;

RankleComplexInk *_rankle_complex_ink_new (void);
void              _rankle_complex_ink_free (RankleComplexInk *ink);

/* Needs no context. */
void _rankle_complex_ink_show (RankleComplexInk         *ink,
                               RankleComplexGeometry    *geometry,
                               const RankleComplexShown *shown);
/* Into the current framebuffer. */
void     _rankle_complex_ink_draw (RankleComplexInk      *ink,
                                   const RankleScenePass *pass,
                                   double                 seconds);
gboolean _rankle_complex_ink_is_moving (const RankleComplexInk *ink);

G_END_DECLS
