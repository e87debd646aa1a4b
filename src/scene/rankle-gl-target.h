/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-gl-name.h"
#include "rankle-scene-error.h"

G_BEGIN_DECLS

/**
 * RankleGlTarget:
 * @color: a texture: what was drawn, without outlines and background
 * @things: a texture: which thing (0: none), how far in two bytes, and how much of it is
 * not faded
 *
 * A picture beside the screen that a scene is drawn into, with two colours and a depth;
 * or a plain one, with @color alone. Begins as all 0.
 */
typedef struct
{
  GLuint framebuffer, depth;
  GLuint color, things;
  int    width, height; /* px */
} RankleGlTarget;

/* Makes it of this size, if it is not, and binds it. FALSE with RANKLE_SCENE_ERROR_TARGET
 * where the driver will not; then it is of no size. */
gboolean rankle_gl_target_resize (
    RankleGlTarget *target, int width, int height, gboolean is_plain, GError **error);
void rankle_gl_target_clear (RankleGlTarget *target);

/* Where to draw from now on: into @target, which is emptied. */
void rankle_gl_target_begin (const RankleGlTarget *target);
/* The bytes of @things in one pixel, from the lower left corner; all 0 outside. */
void rankle_gl_target_read (const RankleGlTarget *target, int x, int y, guint8 thing[4]);

G_END_DECLS
