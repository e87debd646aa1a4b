/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-camera.h"
#include "rankle-gl-program.h"

G_BEGIN_DECLS

/**
 * RankleScenePass:
 * @programs: Borrowed: RANKLE_GL_N_PROGRAMS of them
 * @pitch: of the camera [degrees]
 *
 * One picture while it is drawn, for those who draw it.
 */
typedef struct
{
  const GLuint           *programs;
  const RankleProjection *view;
  const RankleSceneTheme *theme;
  double                  pitch;
} RankleScenePass;

/* Takes @program into use, with the camera and the light. Returns its name. */
GLuint _rankle_scene_pass_use (const RankleScenePass *pass, RankleGlProgram program);

G_END_DECLS
