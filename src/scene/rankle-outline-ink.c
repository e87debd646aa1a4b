/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-outline-ink.h"

#include <math.h>

#include "rankle-bone-field.h"

/* Steps in depth that get ink, from this on [unit of the scene]. */
#define COMPLEX_STEP 2.2f
#define BONE_STEP    1.4f
/* How much ink there is where one thing ends before another, and where it ends before
 * itself; and how much of it the furthest has lost. */
#define MEETING_INK 0.62f
#define STEP_INK    0.38f
#define LOST_INK    0.65f
/* The cube's edges, and its shadow, which is all there from this pitch on. */
#define HALF_WIRE         0.55 /* px */
#define WIRE_INK          0.75
#define WIRE_VERTICES     (12 * 6)
#define SHADOW            0.22
#define FULL_SHADOW_PITCH 15.0 /* degrees */

static const float half_side = RANKLE_BONE_SIDE / 2.0f;

static void
set_lines (const RankleScenePass *pass, GLuint program, gboolean is_cube)
{
  gboolean    full = pass->theme->contrast;
  const float lines[] = { full ? 1 : MEETING_INK, full ? 1 : STEP_INK,
                          is_cube ? BONE_STEP : COMPLEX_STEP, full ? 0 : LOST_INK };

  rankle_gl_set_vectors (program, "lines", 1, lines);
}

/* A place on the floor of the cube, in halves of its side from the middle. */
static graphene_point3d_t
project_floor (const RankleProjection *view, float x, float z)
{
  return rankle_project (
      view, &GRAPHENE_POINT3D_INIT (half_side * x, -half_side, half_side * z));
}

/* What the cube stands on is dark beneath it, seen from above. */
static void
set_shadow (const RankleScenePass *pass, GLuint program, gboolean is_cube)
{
  graphene_point3d_t middle = project_floor (pass->view, 0, 0), on;
  float              shadow[] = { middle.x, (float)pass->view->height - middle.y, 1, 1 };
  double             above = CLAMP (pass->pitch / FULL_SHADOW_PITCH, 0, 1);

  for (guint corner = 0; corner < 4; corner++)
    {
      on = project_floor (pass->view, corner % 2 != 0 ? 1 : -1, corner / 2 != 0 ? 1 : -1);
      shadow[2] = MAX (shadow[2], fabsf (on.x - middle.x));
      shadow[3] = MAX (shadow[3], fabsf (on.y - middle.y));
    }
  rankle_gl_set_vectors (program, "shadow", 1, shadow);
  rankle_gl_set_number (program, "shadow_depth",
                        is_cube && !pass->theme->contrast ? SHADOW * above : 0);
}

static void
draw_picture (const RankleScenePass *pass, const RankleGlTarget *target, gboolean is_cube)
{
  GLuint      program = pass->programs[RANKLE_GL_COMPOSE];
  const float size[] = { (float)target->width, (float)target->height,
                         (float)(pass->view->furthest - pass->view->nearest), 0 };

  glUseProgram (program);
  rankle_gl_set_texture (program, "colors", 0, target->color);
  rankle_gl_set_texture (program, "things", 1, target->things);
  rankle_gl_set_colors (program, "ground", 1, &pass->theme->ground);
  rankle_gl_set_colors (program, "edge", 1,
                        pass->theme->contrast ? &pass->theme->ground
                                              : &pass->theme->edge);
  rankle_gl_set_colors (program, "ink", 1, &pass->theme->ink);
  rankle_gl_set_vectors (program, "size", 1, size);
  set_shadow (pass, program, is_cube);
  set_lines (pass, program, is_cube);
  glDrawArrays (GL_TRIANGLES, 0, 3);
}

/* The edges of the cube, over what is there. */
static void
draw_wire (const RankleScenePass *pass, const RankleGlTarget *target)
{
  GLuint      program = _rankle_scene_pass_use (pass, RANKLE_GL_WIRE);
  const float size[] = { (float)target->width, (float)target->height, half_side,
                         (float)HALF_WIRE };

  rankle_gl_set_vectors (program, "size", 1, size);
  rankle_gl_set_texture (program, "things", 1, target->things);
  rankle_gl_set_colors (program, "ink", 1, &pass->theme->wire);
  rankle_gl_set_number (program, "strength", pass->theme->contrast ? 1 : WIRE_INK);
  glEnable (GL_BLEND);
  glBlendFunc (GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  glDrawArrays (GL_TRIANGLES, 0, WIRE_VERTICES);
  glDisable (GL_BLEND);
}

void
_rankle_outline_draw (const RankleScenePass *pass,
                      const RankleGlTarget  *target,
                      GLuint                 no_vertices,
                      gboolean               is_cube)
{
  glViewport (0, 0, target->width, target->height);
  glDisable (GL_DEPTH_TEST);
  glDisable (GL_CULL_FACE);
  glBindVertexArray (no_vertices);
  draw_picture (pass, target, is_cube);
  if (is_cube)
    draw_wire (pass, target);
  glBindVertexArray (0);
}
