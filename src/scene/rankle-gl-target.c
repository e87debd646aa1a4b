/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-gl-target.h"

#include <glib/gi18n-lib.h>

static GLuint
add_texture (GLenum attachment, int width, int height)
{
  GLuint name = rankle_gl_name_new (RANKLE_GL_TEXTURE, 0);

  glBindTexture (GL_TEXTURE_2D, name);
  glTexImage2D (GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE,
                NULL);
  glTexParameteri (GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
  glTexParameteri (GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
  glFramebufferTexture2D (GL_FRAMEBUFFER, attachment, GL_TEXTURE_2D, name, 0);
  return name;
}

static GLuint
add_depth (int width, int height)
{
  GLuint name = rankle_gl_name_new (RANKLE_GL_RENDERBUFFER, 0);

  glBindRenderbuffer (GL_RENDERBUFFER, name);
  glRenderbufferStorage (GL_RENDERBUFFER, GL_DEPTH_COMPONENT24, width, height);
  glFramebufferRenderbuffer (GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_RENDERBUFFER, name);
  return name;
}

static gboolean
is_within_limits (int width, int height)
{
  GLint most_texture = 0, most_buffer = 0;

  glGetIntegerv (GL_MAX_TEXTURE_SIZE, &most_texture);
  glGetIntegerv (GL_MAX_RENDERBUFFER_SIZE, &most_buffer);
  return MAX (width, height) <= MIN (most_texture, most_buffer);
}

static gboolean
make (RankleGlTarget *target, int width, int height, gboolean is_plain)
{
  static const GLenum both[] = { GL_COLOR_ATTACHMENT0, GL_COLOR_ATTACHMENT1 };

  target->framebuffer = rankle_gl_name_new (RANKLE_GL_FRAMEBUFFER, 0);
  glBindFramebuffer (GL_FRAMEBUFFER, target->framebuffer);
  target->color = add_texture (GL_COLOR_ATTACHMENT0, width, height);
  if (!is_plain)
    {
      target->things = add_texture (GL_COLOR_ATTACHMENT1, width, height);
      target->depth = add_depth (width, height);
    }
  target->width = width;
  target->height = height;
  glDrawBuffers (is_plain ? 1 : 2, both);
  return glCheckFramebufferStatus (GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
}

gboolean
rankle_gl_target_resize (
    RankleGlTarget *target, int width, int height, gboolean is_plain, GError **error)
{
  g_assert (width > 0 && height > 0);
  if (target->width == width && target->height == height)
    {
      glBindFramebuffer (GL_FRAMEBUFFER, target->framebuffer);
      return TRUE;
    }
  rankle_gl_target_clear (target);
  if (is_within_limits (width, height) && make (target, width, height, is_plain))
    return TRUE;
  rankle_gl_target_clear (target);
  /* Translators: a width and a height in pixels */
  g_set_error (error, RANKLE_SCENE_ERROR, RANKLE_SCENE_ERROR_TARGET,
               _ ("The graphics driver draws no picture of %d × %d pixels."), width,
               height);
  return FALSE;
}

void
rankle_gl_target_clear (RankleGlTarget *target)
{
  rankle_gl_name_clear (RANKLE_GL_FRAMEBUFFER, &target->framebuffer);
  rankle_gl_name_clear (RANKLE_GL_RENDERBUFFER, &target->depth);
  rankle_gl_name_clear (RANKLE_GL_TEXTURE, &target->color);
  rankle_gl_name_clear (RANKLE_GL_TEXTURE, &target->things);
  *target = (RankleGlTarget){ 0 };
}

void
rankle_gl_target_begin (const RankleGlTarget *target)
{
  static const float nothing[4] = { 0 };
  static const float furthest = 1;

  glBindFramebuffer (GL_FRAMEBUFFER, target->framebuffer);
  glViewport (0, 0, target->width, target->height);
  glDisable (GL_BLEND);
  glDisable (GL_SCISSOR_TEST);
  glEnable (GL_DEPTH_TEST);
  glDepthFunc (GL_LESS);
  glDepthMask (GL_TRUE);
  glColorMask (GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
  glEnable (GL_CULL_FACE);
  glCullFace (GL_BACK);
  glFrontFace (GL_CCW);
  glClearBufferfv (GL_COLOR, 0, nothing);
  glClearBufferfv (GL_COLOR, 1, nothing);
  glClearBufferfv (GL_DEPTH, 0, &furthest);
}

void
rankle_gl_target_read (const RankleGlTarget *target, int x, int y, guint8 thing[4])
{
  GLint before = 0;

  thing[0] = thing[1] = thing[2] = thing[3] = 0;
  if (x < 0 || y < 0 || x >= target->width || y >= target->height)
    return;
  glGetIntegerv (GL_READ_FRAMEBUFFER_BINDING, &before);
  glBindFramebuffer (GL_READ_FRAMEBUFFER, target->framebuffer);
  glReadBuffer (GL_COLOR_ATTACHMENT1);
  glReadPixels (x, y, 1, 1, GL_RGBA, GL_UNSIGNED_BYTE, thing);
  glBindFramebuffer (GL_READ_FRAMEBUFFER, (GLuint)before);
}
