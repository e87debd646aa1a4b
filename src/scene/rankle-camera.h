/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <graphene.h>

/* Where a scene is looked at from. The scene stands still in a right-handed frame with y
 * up; the camera goes around it and always looks at the middle of its frame. */

G_BEGIN_DECLS

#define RANKLE_CAMERA_LENS          30.0 /* degrees from the lower edge to the upper */
#define RANKLE_CAMERA_MOST_PITCH    80.0
#define RANKLE_CAMERA_LEAST_ZOOM    0.5
#define RANKLE_CAMERA_GREATEST_ZOOM 3.0
/* What one key does; a fine one is for a turn that is to be set just so. */
#define RANKLE_CAMERA_STEP      15.0 /* degrees */
#define RANKLE_CAMERA_FINE_STEP 3.0  /* degrees */
#define RANKLE_CAMERA_ZOOM_STEP 1.25 /* a factor */

/**
 * RankleCamera:
 * @yaw: by how much the scene is turned about y [degrees], -180 up to 180; more of it
 * takes what is in front to the right
 * @pitch: from how far above it is seen [degrees], -80 to 80
 * @zoom: 0.5 to 3; enlarges the picture as a longer lens does, so that nothing is walked
 * into
 */
typedef struct
{
  double yaw, pitch, zoom;
} RankleCamera;

/**
 * RankleFrame:
 * @middle: what the camera looks at
 * @half_width: @half_height: what is seen to each side of it at zoom 1, in the middle's
 * depth, at least
 * @radius: nothing of the scene is further from the middle
 *
 * All in the scene's own unit of length: angstrom, or a 64th of the side of the cube of
 * bone.
 */
typedef struct
{
  graphene_point3d_t middle;
  double             half_width, half_height, radius;
} RankleFrame;

/**
 * RankleProjection:
 * @to_eye: from the scene to the eye, which looks along -z
 * @to_clip: from the eye to the clip space of GL
 * @nearest: @furthest: how far from the eye the scene begins and ends
 * @width: @height: of the picture [px]
 *
 * A camera before a frame, for one size of picture. A plain value.
 */
typedef struct
{
  graphene_matrix_t to_eye, to_clip;
  double            nearest, furthest;
  int               width, height;
} RankleProjection;

/* How each scene is first seen, and how much of it. */
extern const RankleCamera rankle_camera_complex, rankle_camera_bone;
extern const RankleFrame  rankle_frame_complex, rankle_frame_bone;

/* By degrees: what is in front to the right, and the top towards the eye. */
RankleCamera rankle_camera_turn (RankleCamera camera, double right, double towards);
/* Multiplies the zoom by @factor, > 0. */
RankleCamera rankle_camera_zoom (RankleCamera camera, double factor);

/* @width, @height: > 0. */
RankleProjection
rankle_projection (RankleCamera camera, const RankleFrame *frame, int width, int height);
/* Where @point is in the picture, from its upper left corner [px], and how far from the
 * eye, in the scene's unit. */
graphene_point3d_t rankle_project (const RankleProjection   *view,
                                   const graphene_point3d_t *point);

G_END_DECLS
