/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-gl-name.h"

static int count; /* atomic: two areas may live on two threads */

GLuint
rankle_gl_name_new (RankleGlKind kind, GLenum shader_type)
{
  GLuint name = 0;

  g_assert ((shader_type != 0) == (kind == RANKLE_GL_SHADER));
  switch (kind)
    {
    case RANKLE_GL_BUFFER:
      glGenBuffers (1, &name);
      break;
    case RANKLE_GL_FRAMEBUFFER:
      glGenFramebuffers (1, &name);
      break;
    case RANKLE_GL_PROGRAM:
      name = glCreateProgram ();
      break;
    case RANKLE_GL_RENDERBUFFER:
      glGenRenderbuffers (1, &name);
      break;
    case RANKLE_GL_SHADER:
      name = glCreateShader (shader_type);
      break;
    case RANKLE_GL_TEXTURE:
      glGenTextures (1, &name);
      break;
    case RANKLE_GL_VERTEX_ARRAY:
      glGenVertexArrays (1, &name);
      break;
    default:
      g_assert_not_reached ();
    }
  g_atomic_int_add (&count, name != 0);
  return name;
}

void
rankle_gl_name_clear (RankleGlKind kind, GLuint *name)
{
  if (*name == 0)
    return;
  switch (kind)
    {
    case RANKLE_GL_BUFFER:
      glDeleteBuffers (1, name);
      break;
    case RANKLE_GL_FRAMEBUFFER:
      glDeleteFramebuffers (1, name);
      break;
    case RANKLE_GL_PROGRAM:
      glDeleteProgram (*name);
      break;
    case RANKLE_GL_RENDERBUFFER:
      glDeleteRenderbuffers (1, name);
      break;
    case RANKLE_GL_SHADER:
      glDeleteShader (*name);
      break;
    case RANKLE_GL_TEXTURE:
      glDeleteTextures (1, name);
      break;
    case RANKLE_GL_VERTEX_ARRAY:
      glDeleteVertexArrays (1, name);
      break;
    default:
      g_assert_not_reached ();
    }
  *name = 0;
  g_atomic_int_add (&count, -1);
}

int
rankle_gl_name_count (void)
{
  return g_atomic_int_get (&count);
}
