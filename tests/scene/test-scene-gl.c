/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-gl-name.h"
#include "rankle-gl-program.h"
#include "scene-fixture.h"

/* What has to do with GL as such: programs, sizes, names. All of it in OpenGL, and in
 * OpenGL ES: the data of a test says which. */

#define N_OPENINGS 100
#define DRAWN_EACH 10 /* of them: Mesa makes machine code of the shaders each time */

#define ES GINT_TO_POINTER (TRUE)

static const int sizes[][2] = { { 1, 1 }, { 33, 17 }, { 800, 600 }, { 4096, 1 } };

#define assert_no_gl_error() g_assert_cmphex (glGetError (), ==, GL_NO_ERROR)

/* ---- programs ---- */

/* A driver takes both languages only in OpenGL, ES its own alone. */
static void
test_programs (gconstpointer is_es)
{
  SceneContext *context;

  if (!scene_context_need (&context, is_es != NULL))
    return;
  for (RankleGlDialect dialect = is_es ? RANKLE_GL_ES : RANKLE_GL_DESKTOP;
       dialect <= RANKLE_GL_ES; dialect++)
    for (RankleGlProgram i = 0; i < RANKLE_GL_N_PROGRAMS; i++)
      {
        g_autoptr (GError) error = NULL;
        GLuint program = rankle_gl_program_new (i, dialect, &error);

        g_assert_no_error (error);
        g_assert_true (glIsProgram (program));
        rankle_gl_name_clear (RANKLE_GL_PROGRAM, &program);
      }
  assert_no_gl_error ();
  g_assert_cmpint (rankle_gl_name_count (), ==, 0);
  scene_context_free (context);
}

static void
test_dialect (gconstpointer is_es)
{
  SceneContext *context;

  if (!scene_context_need (&context, is_es != NULL))
    return;
  g_assert_cmpint (rankle_gl_get_dialect (), ==,
                   is_es ? RANKLE_GL_ES : RANKLE_GL_DESKTOP);
  scene_context_free (context);
}

#define GOOD_VERTEX   "void main () { gl_Position = vec4 (0.0); }\n"
#define GOOD_FRAGMENT "out vec4 color; void main () { color = vec4 (1.0); }\n"

/* The message names the shader and has what the driver says; nothing is left of it. */
static void
test_bad_program (void)
{
  static const struct
  {
    const char *vertex, *fragment, *says;
  } bad[] = {
    { "void main () { gl_Position = nonsense; }\n", GOOD_FRAGMENT, "nonsense" },
    { GOOD_VERTEX, "out vec4 color; void main () { color = rubbish; }\n", "rubbish" },
    { "out vec3 unheard; void main () { unheard = vec3 (0.0); gl_Position = vec4 (0.0); "
      "}\n",
      "in vec4 unheard; out vec4 color; void main () { color = unheard; }\n", "unheard" },
  };
  SceneContext *context;

  if (!scene_context_need (&context, FALSE))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (rankle_gl_program_link ("bad.glsl", bad[i].vertex,
                                                bad[i].fragment, RANKLE_GL_DESKTOP,
                                                &error),
                        ==, 0);
      g_assert_error (error, RANKLE_SCENE_ERROR, RANKLE_SCENE_ERROR_PROGRAM);
      g_assert_nonnull (strstr (error->message, "“bad.glsl”"));
      g_assert_nonnull (strstr (error->message, bad[i].says));
      g_assert_cmpint (rankle_gl_name_count (), ==, 0);
    }
  scene_context_free (context);
}

/* ---- sizes ---- */

static RankleScene *
open_scene (void)
{
  g_autoptr (GError) error = NULL;
  RankleScene *scene = rankle_scene_open (&error);

  g_assert_no_error (error);
  return scene;
}

/* Nothing is left of what was there before. */
static void
assert_covered (cairo_surface_t *surface)
{
  int            width = cairo_image_surface_get_width (surface);
  int            height = cairo_image_surface_get_height (surface);
  int            stride = cairo_image_surface_get_stride (surface);
  const guint32 *row;

  for (int y = 0; y < height; y++)
    {
      row = (const guint32 *)(gconstpointer)(cairo_image_surface_get_data (surface) +
                                             y * stride);
      for (int x = 0; x < width; x++)
        g_assert_cmphex (row[x] & 0xffffff, !=, 0xff00ff);
    }
}

static void
draw_over (SceneContext *context, RankleScene *scene, const int size[2])
{
  g_autoptr (GError) error = NULL;
  GLuint framebuffer = scene_context_get_framebuffer (context, size[0], size[1]);
  GLint  bound = 0;
  cairo_surface_t *surface;

  glClearColor (1, 0, 1, 1);
  glClear (GL_COLOR_BUFFER_BIT);
  g_assert_true (rankle_scene_draw (scene, framebuffer, size[0], size[1], 0, &error));
  g_assert_no_error (error);
  assert_no_gl_error ();
  glGetIntegerv (GL_DRAW_FRAMEBUFFER_BINDING, &bound);
  g_assert_cmpint (bound, ==, (int)framebuffer);
  surface = scene_context_read (context);
  assert_covered (surface);
  cairo_surface_destroy (surface);
}

static void
draw_all_sizes (SceneContext *context, RankleScene *scene)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint reduction = 1; reduction <= 3; reduction++)
      {
        rankle_scene_set_reduction (scene, reduction);
        draw_over (context, scene, sizes[i]);
      }
}

/* Every look, every holder, both scenes and what is drawn before either is shown. */
static void
test_sizes (gconstpointer is_es)
{
  RankleComplexShown shown = { .signal = 3 };
  SceneContext      *context;
  RankleScene       *scene;

  if (!scene_context_need (&context, is_es != NULL))
    return;
  scene = open_scene ();
  draw_all_sizes (context, scene);
  for (RankleLook look = 0; look < RANKLE_N_LOOKS; look++)
    for (RankleHolder holder = 0; holder < RANKLE_N_HOLDERS; holder++)
      {
        shown.look = look;
        shown.holders[holder % RANKLE_GROOVES] = holder;
        rankle_scene_show_complex (scene, scene_get_geometry (), &shown);
        draw_over (context, scene, sizes[1]);
      }
  draw_all_sizes (context, scene);
  scene_show_bone (scene, 0.2, 1, 1);
  draw_all_sizes (context, scene);
  rankle_scene_close (scene);
  scene_context_free (context);
}

/* It says so, and then goes on. */
static void
test_too_large (void)
{
  g_autoptr (GError) error = NULL;
  GLint         most = 0;
  SceneContext *context;
  RankleScene  *scene;

  if (!scene_context_need (&context, FALSE))
    return;
  glGetIntegerv (GL_MAX_TEXTURE_SIZE, &most);
  scene = open_scene ();
  scene_show_holders (scene, "RRR", FALSE);
  g_assert_false (rankle_scene_draw (scene, scene_context_get_framebuffer (context, 9, 9),
                                     most + 1, 9, 0, &error));
  g_assert_error (error, RANKLE_SCENE_ERROR, RANKLE_SCENE_ERROR_TARGET);
  g_assert_nonnull (strstr (error->message, "× 9 pixels"));
  g_assert_cmpuint (rankle_scene_pick (scene, 4, 4), ==, RANKLE_THING_NONE);
  draw_over (context, scene, sizes[1]);
  rankle_scene_close (scene);
  scene_context_free (context);
}

/* ---- names ---- */

/* Every name up to the largest that was in use: what GL still knows. */
static guint
count_known (void)
{
  guint n = 0;

  for (GLuint i = 1; i < 4096; i++)
    n += glIsBuffer (i) + glIsFramebuffer (i) + glIsProgram (i) + glIsRenderbuffer (i) +
         glIsShader (i) + glIsTexture (i) + glIsVertexArray (i);
  return n;
}

static void
test_leaves_no_name (gconstpointer is_es)
{
  static const int small[2] = { 40, 30 };
  SceneContext    *context;
  RankleBoneCube  *cube;
  RankleBoneShown  shown = { { 1, 1 }, 1, 1 };
  guint            before;

  if (!scene_context_need (&context, is_es != NULL))
    return;
  cube = scene_create_cube (0.15, 1);
  scene_context_get_framebuffer (context, small[0], small[1]);
  before = count_known ();
  for (guint i = 0; i < N_OPENINGS; i++)
    {
      RankleScene *scene = open_scene ();

      if (i % DRAWN_EACH == 0)
        {
          rankle_scene_set_reduction (scene, 1 + i / DRAWN_EACH % 2);
          scene_show_holders (scene, "RO-", FALSE);
          draw_over (context, scene, small);
          rankle_scene_show_bone (scene, cube, &shown);
          draw_over (context, scene, small);
        }
      g_assert_cmpint (rankle_gl_name_count (), >, 0);
      rankle_scene_close (scene);
      g_assert_cmpint (rankle_gl_name_count (), ==, 0);
    }
  g_assert_cmpuint (count_known (), ==, before);
  assert_no_gl_error ();
  rankle_bone_cube_unref (cube);
  scene_context_free (context);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/scene/gl/programs", NULL, test_programs);
  g_test_add_data_func ("/scene/gl/programs-es", ES, test_programs);
  g_test_add_data_func ("/scene/gl/dialect", NULL, test_dialect);
  g_test_add_data_func ("/scene/gl/dialect-es", ES, test_dialect);
  g_test_add_func ("/scene/gl/bad-program", test_bad_program);
  g_test_add_data_func ("/scene/gl/sizes", NULL, test_sizes);
  g_test_add_data_func ("/scene/gl/sizes-es", ES, test_sizes);
  g_test_add_func ("/scene/gl/too-large", test_too_large);
  g_test_add_data_func ("/scene/gl/leaves-no-name", NULL, test_leaves_no_name);
  g_test_add_data_func ("/scene/gl/leaves-no-name-es", ES, test_leaves_no_name);
  return g_test_run ();
}
