/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <epoxy/gl.h>
#include <glib.h>

G_BEGIN_DECLS

/* What GL gives a name to. */
typedef enum
{
  RANKLE_GL_BUFFER,
  RANKLE_GL_FRAMEBUFFER,
  RANKLE_GL_PROGRAM,
  RANKLE_GL_RENDERBUFFER,
  RANKLE_GL_SHADER,
  RANKLE_GL_TEXTURE,
  RANKLE_GL_VERTEX_ARRAY,
} RankleGlKind;

/* All names of the scenes are made and deleted here, and so counted: a context is shared
 * by the whole program, and nothing in it is freed when one of its users goes.
 *
 * @shader_type: of a shader, such as GL_VERTEX_SHADER; else 0. */
GLuint rankle_gl_name_new (RankleGlKind kind, GLenum shader_type);
/* Deletes it and sets it to 0; 0 is left alone. */
void rankle_gl_name_clear (RankleGlKind kind, GLuint *name);
/* How many there are that were not deleted, in all contexts. */
int rankle_gl_name_count (void);

G_END_DECLS
