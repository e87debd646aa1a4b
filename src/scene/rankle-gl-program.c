/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-gl-program.h"

#include <glib/gi18n-lib.h>

#include "rankle-shaders.h"

#define FOLDER "/io/github/rankle/Rankle/shaders/"

/* The two shaders of each program, files of shaders/, and what stands before the second.
 */
static const struct
{
  const char *vertex, *fragment, *before;
} files[RANKLE_GL_N_PROGRAMS] = {
  [RANKLE_GL_BONE] = { "bone.vert.glsl", "bone.frag.glsl", "light.glsl" },
  [RANKLE_GL_CELL] = { "cell.vert.glsl", "cell.frag.glsl", "light.glsl" },
  [RANKLE_GL_COMPOSE] = { "compose.vert.glsl", "compose.frag.glsl", NULL },
  [RANKLE_GL_MEMBRANE] = { "membrane.vert.glsl", "membrane.frag.glsl", "light.glsl" },
  [RANKLE_GL_MOLECULE] = { "molecule.vert.glsl", "molecule.frag.glsl", "light.glsl" },
  [RANKLE_GL_WIRE] = { "wire.vert.glsl", "wire.frag.glsl", NULL },
};

static const char *const headers[] = {
  [RANKLE_GL_DESKTOP] = "#version 330 core\n",
  [RANKLE_GL_ES] = "#version 300 es\n"
                   "precision highp float;\n"
                   "precision highp int;\n"
                   "precision highp sampler2D;\n",
};

RankleGlDialect
rankle_gl_get_dialect (void)
{
  return epoxy_is_desktop_gl () ? RANKLE_GL_DESKTOP : RANKLE_GL_ES;
}

/* ---- compiling ---- */

/* (transfer full): what the driver says of a shader or a program. */
static char *
dup_log (GLuint name,
         void (*get_number) (GLuint, GLenum, GLint *),
         void (*get_log) (GLuint, GLsizei, GLsizei *, char *))
{
  GLint            length = 0;
  g_autofree char *log = NULL;

  get_number (name, GL_INFO_LOG_LENGTH, &length);
  log = g_malloc0 ((gsize)length + 1);
  get_log (name, length, NULL, log);
  return g_strdup (g_strstrip (log));
}

static GLuint
compile (GLenum          type,
         const char     *name,
         const char     *text,
         RankleGlDialect dialect,
         GError        **error)
{
  const char      *texts[] = { headers[dialect], "#line 1\n", text };
  GLuint           shader = rankle_gl_name_new (RANKLE_GL_SHADER, type);
  GLint            done = GL_FALSE;
  g_autofree char *log = NULL;

  glShaderSource (shader, G_N_ELEMENTS (texts), texts, NULL);
  glCompileShader (shader);
  glGetShaderiv (shader, GL_COMPILE_STATUS, &done);
  if (done)
    return shader;
  log = dup_log (shader, glGetShaderiv, glGetShaderInfoLog);
  /* Translators: %s: a shader's file; what the graphics driver says of it */
  g_set_error (error, RANKLE_SCENE_ERROR, RANKLE_SCENE_ERROR_PROGRAM,
               _ ("The graphics driver does not compile “%s”: %s"), name, log);
  rankle_gl_name_clear (RANKLE_GL_SHADER, &shader);
  return 0;
}

static GLuint
link_both (const char *name, GLuint vertex, GLuint fragment, GError **error)
{
  GLuint           program = rankle_gl_name_new (RANKLE_GL_PROGRAM, 0);
  GLint            done = GL_FALSE;
  g_autofree char *log = NULL;

  glAttachShader (program, vertex);
  glAttachShader (program, fragment);
  glLinkProgram (program);
  glDetachShader (program, vertex);
  glDetachShader (program, fragment);
  glGetProgramiv (program, GL_LINK_STATUS, &done);
  if (done)
    return program;
  log = dup_log (program, glGetProgramiv, glGetProgramInfoLog);
  /* Translators: %s: a program's file; what the graphics driver says of it */
  g_set_error (error, RANKLE_SCENE_ERROR, RANKLE_SCENE_ERROR_PROGRAM,
               _ ("The graphics driver does not link “%s”: %s"), name, log);
  rankle_gl_name_clear (RANKLE_GL_PROGRAM, &program);
  return 0;
}

static GLuint
build (const char     *vertex_name,
       const char     *vertex_text,
       const char     *fragment_name,
       const char     *fragment_text,
       RankleGlDialect dialect,
       GError        **error)
{
  GLuint vertex, fragment, program = 0;

  vertex = compile (GL_VERTEX_SHADER, vertex_name, vertex_text, dialect, error);
  if (vertex == 0)
    return 0;
  fragment = compile (GL_FRAGMENT_SHADER, fragment_name, fragment_text, dialect, error);
  if (fragment != 0)
    program = link_both (fragment_name, vertex, fragment, error);
  rankle_gl_name_clear (RANKLE_GL_SHADER, &vertex);
  rankle_gl_name_clear (RANKLE_GL_SHADER, &fragment);
  return program;
}

GLuint
rankle_gl_program_link (const char     *name,
                        const char     *vertex,
                        const char     *fragment,
                        RankleGlDialect dialect,
                        GError        **error)
{
  return build (name, vertex, name, fragment, dialect, error);
}

/* (transfer full): compiled in, so it is there; "" for none. */
static char *
dup_shader (const char *file)
{
  g_autofree char *path = g_strconcat (FOLDER, file, NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (file == NULL)
    return g_strdup ("");
  bytes = g_resource_lookup_data (rankle_shaders_get_resource (), path, 0, NULL);
  g_assert (bytes != NULL);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

GLuint
rankle_gl_program_new (RankleGlProgram program, RankleGlDialect dialect, GError **error)
{
  g_autofree char *vertex = dup_shader (files[program].vertex);
  g_autofree char *before = dup_shader (files[program].before);
  g_autofree char *own = dup_shader (files[program].fragment);
  g_autofree char *fragment = g_strconcat (before, "#line 1\n", own, NULL);

  return build (files[program].vertex, vertex, files[program].fragment, fragment, dialect,
                error);
}

/* ---- uniforms ---- */

void
rankle_gl_set_number (GLuint program, const char *name, double value)
{
  glUniform1f (glGetUniformLocation (program, name), (float)value);
}

void
rankle_gl_set_vectors (GLuint program, const char *name, guint n, const float *xyzw)
{
  glUniform4fv (glGetUniformLocation (program, name), (GLsizei)n, xyzw);
}

void
rankle_gl_set_colors (GLuint                  program,
                      const char             *name,
                      guint                   n,
                      const RankleSceneColor *colors)
{
  G_STATIC_ASSERT (sizeof (RankleSceneColor) == 3 * sizeof (float));
  glUniform3fv (glGetUniformLocation (program, name), (GLsizei)n, &colors->red);
}

/* Graphene's rows are GL's columns. */
void
rankle_gl_set_matrix (GLuint program, const char *name, const graphene_matrix_t *matrix)
{
  float values[16];

  graphene_matrix_to_float (matrix, values);
  glUniformMatrix4fv (glGetUniformLocation (program, name), 1, GL_FALSE, values);
}

void
rankle_gl_set_texture (GLuint program, const char *name, guint unit, GLuint texture)
{
  glActiveTexture (GL_TEXTURE0 + unit);
  glBindTexture (GL_TEXTURE_2D, texture);
  glUniform1i (glGetUniformLocation (program, name), (GLint)unit);
}
