/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-scene.h"

#include <math.h>

#include "rankle-bone-ink.h"
#include "rankle-complex-ink.h"
#include "rankle-gl-target.h"
#include "rankle-outline-ink.h"

typedef enum
{
  NOTHING,
  COMPLEX,
  BONE,
} Kind;

struct _RankleScene
{
  GLuint            programs[RANKLE_GL_N_PROGRAMS];
  GLuint            no_vertices; /* a vertex array that has none: shaders make them */
  RankleGlTarget    target;      /* what is drawn */
  RankleGlTarget    small;       /* the finished picture, before it is enlarged */
  Kind              kind;
  RankleCamera      camera;
  RankleSceneTheme  theme;
  guint             reduction;
  RankleProjection  view;          /* of the last picture */
  int               width, height; /* of it [px] */
  RankleComplexInk *complex_ink;   /* (owned) (nullable) */
  RankleBoneInk    *bone_ink;      /* (owned) (nullable) */
};

/* ---- opening and closing ---- */

RankleScene *
rankle_scene_open (GError **error)
{
  RankleScene    *scene = g_new0 (RankleScene, 1);
  RankleGlDialect dialect = rankle_gl_get_dialect ();

  scene->camera = rankle_camera_complex;
  scene->theme = rankle_scene_theme_light;
  scene->reduction = 1;
  scene->no_vertices = rankle_gl_name_new (RANKLE_GL_VERTEX_ARRAY, 0);
  for (RankleGlProgram i = 0; i < RANKLE_GL_N_PROGRAMS; i++)
    {
      scene->programs[i] = rankle_gl_program_new (i, dialect, error);
      if (scene->programs[i] != 0)
        continue;
      rankle_scene_close (scene);
      return NULL;
    }
  return scene;
}

void
rankle_scene_close (RankleScene *scene)
{
  if (scene == NULL)
    return;
  for (RankleGlProgram i = 0; i < RANKLE_GL_N_PROGRAMS; i++)
    rankle_gl_name_clear (RANKLE_GL_PROGRAM, &scene->programs[i]);
  rankle_gl_name_clear (RANKLE_GL_VERTEX_ARRAY, &scene->no_vertices);
  rankle_gl_target_clear (&scene->target);
  rankle_gl_target_clear (&scene->small);
  g_clear_pointer (&scene->complex_ink, _rankle_complex_ink_free);
  g_clear_pointer (&scene->bone_ink, _rankle_bone_ink_free);
  g_free (scene);
}

/* ---- what is to be drawn ---- */

void
rankle_scene_set_camera (RankleScene *scene, RankleCamera camera)
{
  g_return_if_fail (scene != NULL);

  scene->camera = camera;
}

void
rankle_scene_set_theme (RankleScene *scene, const RankleSceneTheme *theme)
{
  g_return_if_fail (scene != NULL && theme != NULL);

  scene->theme = *theme;
}

void
rankle_scene_set_reduction (RankleScene *scene, guint reduction)
{
  g_return_if_fail (scene != NULL && reduction > 0);

  scene->reduction = reduction;
}

void
rankle_scene_show_complex (RankleScene              *scene,
                           RankleComplexGeometry    *geometry,
                           const RankleComplexShown *shown)
{
  g_return_if_fail (scene != NULL && geometry != NULL && shown != NULL);

  scene->kind = COMPLEX;
  if (scene->complex_ink == NULL)
    scene->complex_ink = _rankle_complex_ink_new ();
  _rankle_complex_ink_show (scene->complex_ink, geometry, shown);
}

void
rankle_scene_show_bone (RankleScene           *scene,
                        RankleBoneCube        *cube,
                        const RankleBoneShown *shown)
{
  g_return_if_fail (scene != NULL && cube != NULL && shown != NULL);

  scene->kind = BONE;
  if (scene->bone_ink == NULL)
    scene->bone_ink = _rankle_bone_ink_new ();
  _rankle_bone_ink_show (scene->bone_ink, cube, shown);
}

gboolean
rankle_scene_is_moving (const RankleScene *scene)
{
  g_return_val_if_fail (scene != NULL, FALSE);

  return scene->kind == COMPLEX && _rankle_complex_ink_is_moving (scene->complex_ink);
}

/* ---- drawing ---- */

static const RankleFrame *
get_frame (const RankleScene *scene)
{
  return scene->kind == BONE ? &rankle_frame_bone : &rankle_frame_complex;
}

/* The target's size: the picture's, by the reduction. */
static int
reduce (int length, guint reduction)
{
  return MAX (1, (length + (int)reduction - 1) / (int)reduction);
}

static void
draw_things (RankleScene *scene, const RankleScenePass *pass, double seconds)
{
  rankle_gl_target_begin (&scene->target);
  if (scene->kind == COMPLEX)
    _rankle_complex_ink_draw (scene->complex_ink, pass, seconds);
  if (scene->kind == BONE)
    _rankle_bone_ink_draw (scene->bone_ink, pass);
}

static void
finish (const RankleScene *scene, const RankleScenePass *pass)
{
  _rankle_outline_draw (pass, &scene->target, scene->no_vertices, scene->kind == BONE);
}

/* By way of a picture as small as the target. */
static gboolean
finish_and_enlarge (RankleScene           *scene,
                    const RankleScenePass *pass,
                    guint                  framebuffer,
                    GError               **error)
{
  int w = scene->target.width, h = scene->target.height;

  if (!rankle_gl_target_resize (&scene->small, w, h, TRUE, error))
    return FALSE;
  finish (scene, pass);
  glBindFramebuffer (GL_READ_FRAMEBUFFER, scene->small.framebuffer);
  glReadBuffer (GL_COLOR_ATTACHMENT0);
  glBindFramebuffer (GL_DRAW_FRAMEBUFFER, framebuffer);
  glBlitFramebuffer (0, 0, w, h, 0, 0, scene->width, scene->height, GL_COLOR_BUFFER_BIT,
                     GL_LINEAR);
  return TRUE;
}

/* Into the target, which is there, and from it into @framebuffer. */
static gboolean
draw_all (RankleScene *scene, guint framebuffer, double seconds, GError **error)
{
  RankleScenePass pass = { scene->programs, &scene->view, &scene->theme,
                           scene->camera.pitch };

  draw_things (scene, &pass, seconds);
  if (scene->reduction > 1)
    return finish_and_enlarge (scene, &pass, framebuffer, error);
  glBindFramebuffer (GL_FRAMEBUFFER, framebuffer);
  finish (scene, &pass);
  return TRUE;
}

gboolean
rankle_scene_draw (RankleScene *scene,
                   guint        framebuffer,
                   int          width,
                   int          height,
                   double       seconds,
                   GError     **error)
{
  gboolean done;
  int      w, h;

  g_return_val_if_fail (scene != NULL && width > 0 && height > 0, FALSE);

  w = reduce (width, scene->reduction);
  h = reduce (height, scene->reduction);
  scene->view = rankle_projection (scene->camera, get_frame (scene), w, h);
  scene->width = width;
  scene->height = height;
  done = rankle_gl_target_resize (&scene->target, w, h, FALSE, error) &&
         draw_all (scene, framebuffer, seconds, error);
  glBindFramebuffer (GL_FRAMEBUFFER, framebuffer);
  glUseProgram (0);
  return done;
}

/* ---- asking the picture ---- */

/* From the picture's upper left corner to the target's lower left one. */
static guint
read_thing (const RankleScene *scene, double x, double y)
{
  guint8 thing[4];

  if (scene->target.width == 0 || !(x >= 0 && y >= 0))
    return RANKLE_THING_NONE;
  x = floor (x * scene->target.width / scene->width);
  y = floor (y * scene->target.height / scene->height);
  if (x >= scene->target.width || y >= scene->target.height)
    return RANKLE_THING_NONE;
  rankle_gl_target_read (&scene->target, (int)x, scene->target.height - 1 - (int)y,
                         thing);
  return thing[0];
}

guint
rankle_scene_pick (const RankleScene *scene, double x, double y)
{
  g_return_val_if_fail (scene != NULL, RANKLE_THING_NONE);

  return read_thing (scene, x, y);
}

static graphene_point3d_t
find_place (const RankleScene *scene, const RankleAnchor *anchor)
{
  graphene_point3d_t on = rankle_project (&scene->view, &anchor->place);

  on.x *= (float)scene->width / (float)scene->view.width;
  on.y *= (float)scene->height / (float)scene->view.height;
  return on;
}

gboolean
rankle_scene_see (
    const RankleScene *scene, const RankleAnchor *anchors, guint n, double *x, double *y)
{
  graphene_point3d_t on;

  g_return_val_if_fail (scene != NULL && n > 0 && x != NULL && y != NULL, FALSE);
  g_return_val_if_fail (scene->target.width > 0, FALSE);

  for (guint i = 0; i < n; i++)
    {
      on = find_place (scene, &anchors[i]);
      *x = (double)on.x;
      *y = (double)on.y;
      if (read_thing (scene, *x, *y) == anchors[i].thing)
        return TRUE;
    }
  on = find_place (scene, &anchors[0]);
  *x = (double)on.x;
  *y = (double)on.y;
  return FALSE;
}
