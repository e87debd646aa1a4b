/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-camera.h"
#include "rankle-gl-mesh.h"
#include "rankle-gl-program.h"

G_BEGIN_DECLS

/* For the files that draw a scene. */

/**
 * RankleScenePass:
 * @pitch: of the camera [degrees]
 *
 * One picture while it is drawn.
 */
typedef struct
{
  const GLuint           *programs; /* Borrowed: RANKLE_GL_N_PROGRAMS of them */
  const RankleProjection *view;
  const RankleSceneTheme *theme;
  double                  pitch;
} RankleScenePass;

/* Takes @program into use, with the camera and the light. Returns its name. */
GLuint _rankle_scene_use (const RankleScenePass *pass, RankleGlProgram program);

G_END_DECLS
