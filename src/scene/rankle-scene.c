/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-scene.h"

#include <math.h>

#include "rankle-bone-ink.h"
#include "rankle-complex-ink.h"
#include "rankle-gl-target.h"
#include "rankle-scene-private.h"

/* Steps in depth that get ink, from this on [unit of the scene]. */
#define COMPLEX_STEP 2.2f
#define BONE_STEP    1.4f
/* How much ink there is where one thing ends before another, and where it ends before
 * itself; and how much of it the furthest has lost. */
#define MEETING_INK 0.62f
#define STEP_INK    0.38f
#define LOST_INK    0.65f
/* How much of the furthest is lost in the background, and what shines at the rims. */
#define FADING 0.34
#define RIM    0.16
/* The cube's edges, and its shadow, which is there from this pitch on. */
#define HALF_WIRE         0.55f /* px */
#define WIRE_INK          0.75
#define SHADOW            0.22
#define FULL_SHADOW_PITCH 15.0

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

/* ---- for those who draw ---- */

GLuint
_rankle_scene_use (const RankleScenePass *pass, RankleGlProgram which)
{
  GLuint program = pass->programs[which];

  glUseProgram (program);
  rankle_gl_set_matrix (program, "to_eye", &pass->view->to_eye);
  rankle_gl_set_matrix (program, "to_clip", &pass->view->to_clip);
  rankle_gl_set_colors (program, "ground", 1, &pass->theme->ground);
  rankle_gl_set_number (program, "nearest", pass->view->nearest);
  rankle_gl_set_number (program, "furthest", pass->view->furthest);
  rankle_gl_set_number (program, "fading", pass->theme->contrast ? 0 : FADING);
  rankle_gl_set_number (program, "rim", pass->theme->contrast ? 0 : RIM);
  return program;
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
draw_things (RankleScene *scene, double seconds)
{
  RankleScenePass pass = { scene->programs, &scene->view, &scene->theme,
                           scene->camera.pitch };

  rankle_gl_target_begin (&scene->target);
  if (scene->kind == COMPLEX)
    _rankle_complex_ink_draw (scene->complex_ink, &pass, seconds);
  if (scene->kind == BONE)
    _rankle_bone_ink_draw (scene->bone_ink, &pass);
}

static void
set_lines (const RankleScene *scene, GLuint program)
{
  gboolean    full = scene->theme.contrast;
  const float lines[] = { full ? 1 : MEETING_INK, full ? 1 : STEP_INK,
                          scene->kind == BONE ? BONE_STEP : COMPLEX_STEP,
                          full ? 0 : LOST_INK };

  rankle_gl_set_vectors (program, "lines", 1, lines);
}

/* The edges of the cube, over what is there. */
static void
draw_wire (const RankleScene *scene)
{
  RankleScenePass pass = { scene->programs, &scene->view, &scene->theme,
                           scene->camera.pitch };
  GLuint          program = _rankle_scene_use (&pass, RANKLE_GL_WIRE);
  const float     size[] = { (float)scene->target.width, (float)scene->target.height,
                             RANKLE_BONE_SIDE / 2.0f, HALF_WIRE };

  rankle_gl_set_vectors (program, "size", 1, size);
  rankle_gl_set_texture (program, "things", 1, scene->target.things);
  rankle_gl_set_colors (program, "ink", 1, &scene->theme.wire);
  rankle_gl_set_number (program, "half_width", (double)HALF_WIRE);
  rankle_gl_set_number (program, "strength", scene->theme.contrast ? 1 : WIRE_INK);
  glEnable (GL_BLEND);
  glBlendFunc (GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  glDrawArrays (GL_TRIANGLES, 0, 12 * 6);
  glDisable (GL_BLEND);
}

/* A place on the floor of the cube, in halves of its side from the middle. */
static graphene_point3d_t
project_floor (const RankleScene *scene, float x, float z)
{
  float half = RANKLE_BONE_SIDE / 2.0f;

  return rankle_project (&scene->view,
                         &GRAPHENE_POINT3D_INIT (half * x, -half, half * z));
}

/* What the cube stands on is dark beneath it, seen from above. */
static void
set_shadow (const RankleScene *scene, GLuint program)
{
  graphene_point3d_t middle = project_floor (scene, 0, 0), on;
  float              shadow[] = { middle.x, (float)scene->view.height - middle.y, 1, 1 };
  double             above = CLAMP (scene->camera.pitch / FULL_SHADOW_PITCH, 0, 1);

  for (guint corner = 0; corner < 4; corner++)
    {
      on = project_floor (scene, corner % 2 != 0 ? 1 : -1, corner / 2 != 0 ? 1 : -1);
      shadow[2] = MAX (shadow[2], fabsf (on.x - middle.x));
      shadow[3] = MAX (shadow[3], fabsf (on.y - middle.y));
    }
  rankle_gl_set_vectors (program, "shadow", 1, shadow);
  rankle_gl_set_number (program, "shadow_depth",
                        scene->kind == BONE && !scene->theme.contrast ? SHADOW * above
                                                                      : 0);
}

/* From the target into the framebuffer that is bound, which is as large. */
static void
compose (const RankleScene *scene)
{
  GLuint      program = scene->programs[RANKLE_GL_COMPOSE];
  const float size[] = { (float)scene->target.width, (float)scene->target.height,
                         (float)(scene->view.furthest - scene->view.nearest), 0 };

  glViewport (0, 0, scene->target.width, scene->target.height);
  glDisable (GL_DEPTH_TEST);
  glDisable (GL_CULL_FACE);
  glUseProgram (program);
  rankle_gl_set_texture (program, "colors", 0, scene->target.color);
  rankle_gl_set_texture (program, "things", 1, scene->target.things);
  rankle_gl_set_colors (program, "ground", 1, &scene->theme.ground);
  rankle_gl_set_colors (program, "edge", 1, &scene->theme.edge);
  rankle_gl_set_colors (program, "ink", 1, &scene->theme.ink);
  rankle_gl_set_vectors (program, "size", 1, size);
  set_shadow (scene, program);
  set_lines (scene, program);
  glBindVertexArray (scene->no_vertices);
  glDrawArrays (GL_TRIANGLES, 0, 3);
  if (scene->kind == BONE)
    draw_wire (scene);
  glBindVertexArray (0);
}

/* In place of compose (): by way of a picture as small as the target. */
static gboolean
compose_and_enlarge (
    RankleScene *scene, guint framebuffer, int width, int height, GError **error)
{
  int w = scene->target.width, h = scene->target.height;

  if (!rankle_gl_target_resize (&scene->small, w, h, TRUE, error))
    return FALSE;
  compose (scene);
  glBindFramebuffer (GL_READ_FRAMEBUFFER, scene->small.framebuffer);
  glReadBuffer (GL_COLOR_ATTACHMENT0);
  glBindFramebuffer (GL_DRAW_FRAMEBUFFER, framebuffer);
  glBlitFramebuffer (0, 0, w, h, 0, 0, width, height, GL_COLOR_BUFFER_BIT, GL_LINEAR);
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
  gboolean done = TRUE;
  int      w, h;

  g_return_val_if_fail (scene != NULL && width > 0 && height > 0, FALSE);

  w = reduce (width, scene->reduction);
  h = reduce (height, scene->reduction);
  scene->view = rankle_projection (scene->camera, get_frame (scene), w, h);
  scene->width = width;
  scene->height = height;
  done = rankle_gl_target_resize (&scene->target, w, h, FALSE, error);
  if (done)
    {
      draw_things (scene, seconds);
      glBindFramebuffer (GL_FRAMEBUFFER, framebuffer);
      if (scene->reduction == 1)
        compose (scene);
      else
        done = compose_and_enlarge (scene, framebuffer, width, height, error);
    }
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
