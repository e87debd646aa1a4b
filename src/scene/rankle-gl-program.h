/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <graphene.h>

#include "rankle-gl-name.h"
#include "rankle-scene-error.h"
#include "rankle-scene-theme.h"

G_BEGIN_DECLS

/* The shaders are written in both languages at once. */
typedef enum
{
  RANKLE_GL_DESKTOP, /* GLSL 3.30 */
  RANKLE_GL_ES,      /* GLSL ES 3.00 */
} RankleGlDialect;

/* That of the current context. */
RankleGlDialect rankle_gl_get_dialect (void);

typedef enum
{
  RANKLE_GL_BONE,
  RANKLE_GL_CELL,     /* osteoclasts and osteoblasts */
  RANKLE_GL_COMPOSE,  /* what was drawn, with outlines, before the background */
  RANKLE_GL_MEMBRANE, /* of a cell */
  RANKLE_GL_MOLECULE,
  RANKLE_GL_WIRE, /* the edges of the cube */
  RANKLE_GL_N_PROGRAMS,
} RankleGlProgram;

/* What an attribute of a vertex is, at which location. */
#define RANKLE_GL_PLACE  0
#define RANKLE_GL_NORMAL 1
#define RANKLE_GL_EXTRA  2
#define RANKLE_GL_COPY   3 /* and on: of an instance */

/* Compiles and links it for the current context. Returns its name, to be cleared; or 0
 * with RANKLE_SCENE_ERROR_PROGRAM, whose message names the shader and has the driver's
 * log. */
GLuint
rankle_gl_program_new (RankleGlProgram program, RankleGlDialect dialect, GError **error);
/* Of these two texts, which a complaint calls @name. */
GLuint rankle_gl_program_link (const char     *name,
                               const char     *vertex,
                               const char     *fragment,
                               RankleGlDialect dialect,
                               GError        **error);

/* Of @program, which is in use. What the driver has left out, since nothing depends on
 * it, is not set. */
void rankle_gl_set_number (GLuint program, const char *name, double value);
void rankle_gl_set_vectors (GLuint       program,
                            const char  *name,
                            guint        n,
                            const float *xyzw); /* four each */
void rankle_gl_set_colors (GLuint                  program,
                           const char             *name,
                           guint                   n,
                           const RankleSceneColor *colors);
void
rankle_gl_set_matrix (GLuint program, const char *name, const graphene_matrix_t *matrix);
/* In unit @unit, from which its texels are read one by one. */
void rankle_gl_set_texture (GLuint program, const char *name, guint unit, GLuint texture);

G_END_DECLS
