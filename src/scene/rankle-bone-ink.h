/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-scene-pass.h"
#include "rankle-scene.h"

G_BEGIN_DECLS

/* Draws the cube of bone, for RankleScene. */
typedef struct _RankleBoneInk RankleBoneInk;

RankleBoneInk *_rankle_bone_ink_new (void);
void           _rankle_bone_ink_free (RankleBoneInk *ink);

/* Needs no context. */
void _rankle_bone_ink_show (RankleBoneInk         *ink,
                            RankleBoneCube        *cube,
                            const RankleBoneShown *shown);
/* Into the current framebuffer. */
void _rankle_bone_ink_draw (RankleBoneInk *ink, const RankleScenePass *pass);

G_END_DECLS
