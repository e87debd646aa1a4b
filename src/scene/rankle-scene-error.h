/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RANKLE_SCENE_ERROR (rankle_scene_error_quark ())

/**
 * RankleSceneError:
 * @RANKLE_SCENE_ERROR_PROGRAM: the driver does not take a shader; the message has its log
 * @RANKLE_SCENE_ERROR_TARGET: the driver draws into no picture of this kind and size
 */
typedef enum
{
  RANKLE_SCENE_ERROR_PROGRAM,
  RANKLE_SCENE_ERROR_TARGET,
} RankleSceneError;

GQuark rankle_scene_error_quark (void);

G_END_DECLS
