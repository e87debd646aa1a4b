/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene-context.h"

#include <dlfcn.h>
#include <epoxy/egl.h>

struct _SceneContext
{
  EGLDisplay display;
  EGLContext context;
  GLuint     framebuffer, texture;
  int        width, height;
};

/* Libepoxy ends the process where there is no library to ask. */
static gboolean
is_there (void)
{
  void *library = dlopen ("libEGL.so.1", RTLD_LAZY | RTLD_LOCAL);

  if (library != NULL)
    dlclose (library);
  return library != NULL;
}

static EGLContext
create_context (EGLDisplay display, gboolean is_es)
{
  const EGLint attributes[] = { EGL_CONTEXT_MAJOR_VERSION,
                                3,
                                EGL_CONTEXT_MINOR_VERSION,
                                is_es ? 0 : 3,
                                is_es ? EGL_NONE : EGL_CONTEXT_OPENGL_PROFILE_MASK,
                                EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                                EGL_NONE };

  if (!eglBindAPI (is_es ? EGL_OPENGL_ES_API : EGL_OPENGL_API))
    return EGL_NO_CONTEXT;
  return eglCreateContext (display, EGL_NO_CONFIG_KHR, EGL_NO_CONTEXT, attributes);
}

static const char *
open_display (SceneContext *self)
{
  if (!is_there ())
    return "there is no libEGL";
  if (!epoxy_has_egl_extension (EGL_NO_DISPLAY, "EGL_MESA_platform_surfaceless"))
    return "EGL knows no surfaceless platform";
  self->display =
      eglGetPlatformDisplayEXT (EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, NULL);
  if (self->display == EGL_NO_DISPLAY || !eglInitialize (self->display, NULL, NULL))
    return "EGL has no surfaceless display";
  return NULL;
}

static const char *
make_current (SceneContext *self, gboolean is_es)
{
  const char *reason = open_display (self);

  if (reason != NULL)
    return reason;
  self->context = create_context (self->display, is_es);
  if (self->context == EGL_NO_CONTEXT)
    return is_es ? "EGL has no OpenGL ES 3.0" : "EGL has no OpenGL 3.3";
  if (!eglMakeCurrent (self->display, EGL_NO_SURFACE, EGL_NO_SURFACE, self->context))
    return "EGL does not make a context current without a surface";
  return NULL;
}

/* The same on every machine: Mesa's processor drawing. What it makes of shaders is kept
 * in the build folder, for the many scenes that tests open, or nowhere: not in the
 * user's. */
static void
choose_driver (void)
{
  const char *build = g_getenv ("G_TEST_BUILDDIR");

  g_setenv ("LIBGL_ALWAYS_SOFTWARE", "1", TRUE);
  g_setenv ("GALLIUM_DRIVER", "llvmpipe", FALSE);
  if (build != NULL)
    {
      g_autofree char *cache = g_build_filename (build, "scene", "shaders", NULL);

      g_setenv ("MESA_SHADER_CACHE_DIR", cache, TRUE);
    }
  else
    g_setenv ("MESA_SHADER_CACHE_DISABLE", "true", TRUE);
}

SceneContext *
scene_context_new (gboolean is_es, const char **reason)
{
  SceneContext *self = g_new0 (SceneContext, 1);

  choose_driver ();
  *reason = make_current (self, is_es);
  if (*reason == NULL)
    return self;
  scene_context_free (self);
  return NULL;
}

static void
drop_framebuffer (SceneContext *self)
{
  if (self->framebuffer == 0)
    return;
  glDeleteFramebuffers (1, &self->framebuffer);
  glDeleteTextures (1, &self->texture);
  self->framebuffer = self->texture = 0;
}

/* The display stays: what Mesa keeps of it is the process's own. */
void
scene_context_free (SceneContext *self)
{
  if (self == NULL)
    return;
  if (self->context != EGL_NO_CONTEXT)
    {
      drop_framebuffer (self);
      eglMakeCurrent (self->display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
      eglDestroyContext (self->display, self->context);
    }
  g_free (self);
}

GLuint
scene_context_get_framebuffer (SceneContext *self, int width, int height)
{
  drop_framebuffer (self);
  self->width = width;
  self->height = height;
  glGenTextures (1, &self->texture);
  glBindTexture (GL_TEXTURE_2D, self->texture);
  glTexImage2D (GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE,
                NULL);
  glGenFramebuffers (1, &self->framebuffer);
  glBindFramebuffer (GL_FRAMEBUFFER, self->framebuffer);
  glFramebufferTexture2D (GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D,
                          self->texture, 0);
  g_assert_cmpuint (glCheckFramebufferStatus (GL_FRAMEBUFFER), ==,
                    GL_FRAMEBUFFER_COMPLETE);
  return self->framebuffer;
}

/* Cairo's first row is GL's last. */
static void
copy_row (cairo_surface_t *surface, const guint8 *rgba, int y)
{
  guint32 *to = (guint32 *)(gpointer)(cairo_image_surface_get_data (surface) +
                                      y * cairo_image_surface_get_stride (surface));

  for (int x = 0; x < cairo_image_surface_get_width (surface); x++, rgba += 4)
    to[x] = (guint32)(rgba[0] << 16 | rgba[1] << 8 | rgba[2]);
}

cairo_surface_t *
scene_context_read (SceneContext *self)
{
  gsize              row = (gsize)self->width * 4;
  g_autofree guint8 *pixels = g_malloc (row * (gsize)self->height);
  cairo_surface_t   *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, self->width, self->height);

  glBindFramebuffer (GL_FRAMEBUFFER, self->framebuffer);
  glReadPixels (0, 0, self->width, self->height, GL_RGBA, GL_UNSIGNED_BYTE, pixels);
  cairo_surface_flush (surface);
  for (int y = 0; y < self->height; y++)
    copy_row (surface, pixels + row * (gsize)(self->height - 1 - y), y);
  cairo_surface_mark_dirty (surface);
  return surface;
}

const char *
scene_context_get_driver (void)
{
  static char driver[256];

  g_snprintf (driver, sizeof driver, "%s, %s", glGetString (GL_RENDERER),
              glGetString (GL_VERSION));
  return driver;
}

gboolean
scene_context_need (SceneContext **context, gboolean is_es)
{
  const char *reason;

  *context = scene_context_new (is_es, &reason);
  if (*context != NULL)
    return TRUE;
  if (g_getenv ("RANKLE_MUST_DRAW") != NULL)
    g_test_fail_printf ("nothing can be drawn here: %s", reason);
  else
    g_test_skip_printf ("nothing can be drawn here: %s", reason);
  return FALSE;
}
