/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-scene-pass.h"

/* How much of the furthest is lost in the background, and what shines at the rims. */
#define FADING 0.34
#define RIM    0.16

GLuint
_rankle_scene_pass_use (const RankleScenePass *pass, RankleGlProgram which)
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
