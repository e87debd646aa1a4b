/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-camera.h"

#include <math.h>

#define LENS_SLOPE tan (RANKLE_CAMERA_LENS / 2 * G_PI / 180)

const RankleCamera rankle_camera_complex = { 20, 10, 1 };
const RankleCamera rankle_camera_bone = { 34, 20, 1 };

/* From the upper membrane to the lower one, with room for a title [angstrom]. */
const RankleFrame rankle_frame_complex = { { 0, -9, 0 }, 72, 102, 132 };
/* The cube's side is 64, and its middle the origin. */
const RankleFrame rankle_frame_bone = { { 0, -2, 0 }, 52, 57, 60 };

RankleCamera
rankle_camera_turn (RankleCamera camera, double right, double towards)
{
  double yaw = remainder (camera.yaw + right, 360);

  camera.yaw = yaw >= 180 ? yaw - 360 : yaw;
  camera.pitch =
      CLAMP (camera.pitch + towards, -RANKLE_CAMERA_MOST_PITCH, RANKLE_CAMERA_MOST_PITCH);
  return camera;
}

RankleCamera
rankle_camera_zoom (RankleCamera camera, double factor)
{
  g_assert (factor > 0);
  camera.zoom =
      CLAMP (camera.zoom * factor, RANKLE_CAMERA_LEAST_ZOOM, RANKLE_CAMERA_GREATEST_ZOOM);
  return camera;
}

/* Graphene's vectors are rows: what is done first stands first. */
static void
look (graphene_matrix_t *matrix,
      RankleCamera       camera,
      const RankleFrame *frame,
      double             far)
{
  graphene_matrix_init_translate (
      matrix,
      &GRAPHENE_POINT3D_INIT (-frame->middle.x, -frame->middle.y, -frame->middle.z));
  graphene_matrix_rotate_y (matrix, (float)camera.yaw);
  graphene_matrix_rotate_x (matrix, (float)camera.pitch);
  graphene_matrix_translate (matrix, &GRAPHENE_POINT3D_INIT (0, 0, (float)-far));
}

/* How high the lens sees at the distance 1, above the middle: a slim window sees more,
 * from the same place. */
static double
find_slope (RankleCamera camera, const RankleFrame *frame, double aspect)
{
  double slim = frame->half_width / aspect / frame->half_height;

  return LENS_SLOPE * MAX (1, slim) / camera.zoom;
}

RankleProjection
rankle_projection (RankleCamera camera, const RankleFrame *frame, int width, int height)
{
  RankleProjection view = { .width = width, .height = height };
  double           far = frame->half_height / LENS_SLOPE;
  double           aspect, slope;

  g_assert (width > 0 && height > 0);
  aspect = (double)width / height;
  slope = find_slope (camera, frame, aspect);
  view.nearest = far - frame->radius;
  view.furthest = far + frame->radius;
  g_assert (view.nearest > 0);
  look (&view.to_eye, camera, frame, far);
  graphene_matrix_init_perspective (&view.to_clip, (float)(2 * atan (slope) * 180 / G_PI),
                                    (float)aspect, (float)view.nearest,
                                    (float)view.furthest);
  return view;
}

graphene_point3d_t
rankle_project (const RankleProjection *view, const graphene_point3d_t *point)
{
  graphene_vec4_t    place;
  graphene_point3d_t on;
  float              w;

  graphene_vec4_init (&place, point->x, point->y, point->z, 1);
  graphene_matrix_transform_vec4 (&view->to_eye, &place, &place);
  on.z = -graphene_vec4_get_z (&place);
  graphene_matrix_transform_vec4 (&view->to_clip, &place, &place);
  w = graphene_vec4_get_w (&place);
  on.x = (1 + graphene_vec4_get_x (&place) / w) * (float)view->width / 2;
  on.y = (1 - graphene_vec4_get_y (&place) / w) * (float)view->height / 2;
  return on;
}
