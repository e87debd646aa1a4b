/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <epoxy/gl.h>
#include <glib.h>

G_BEGIN_DECLS

/* GL without a screen: EGL's surfaceless platform, and a framebuffer of one's own. */
typedef struct _SceneContext SceneContext;

/* Makes one and makes it current: OpenGL 3.3, or OpenGL ES 3.0. NULL where there is none,
 * and then *@reason says why. */
SceneContext *scene_context_new (gboolean is_es, const char **reason);
void          scene_context_free (SceneContext *context);

/* A framebuffer with one colour of that size, which is bound; one at a time. */
GLuint scene_context_get_framebuffer (SceneContext *context, int width, int height);
/* (transfer full): what is in it. */
cairo_surface_t *scene_context_read (SceneContext *context);
/* The driver, its version included, as GL names it. */
const char *scene_context_get_driver (void);

/* FALSE: the test is skipped, since this machine has no GL; but where RANKLE_MUST_DRAW is
 * set it fails then. */
gboolean scene_context_need (SceneContext **context, gboolean is_es);

G_END_DECLS
