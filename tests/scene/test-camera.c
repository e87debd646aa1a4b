/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-camera.h"

#include <math.h>

#define NEAR(a, b, within) g_assert_cmpfloat_with_epsilon (a, b, within)

static const RankleFrame  frame = { { 1, 2, 3 }, 10, 20, 25 };
static const RankleCamera straight = { 0, 0, 1 };

static graphene_point3d_t
project (RankleCamera camera, int width, int height, float x, float y, float z)
{
  RankleProjection view = rankle_projection (camera, &frame, width, height);

  return rankle_project (&view, &GRAPHENE_POINT3D_INIT (1 + x, 2 + y, 3 + z));
}

static void
test_turn (void)
{
  static const struct
  {
    double yaw, pitch, right, towards, yaw_then, pitch_then;
  } turns[] = {
    { 20, 10, 15, 0, 35, 10 },    { 20, 10, 0, 3, 20, 13 },   { 170, 0, 15, 0, -175, 0 },
    { -170, 0, -15, 0, 175, 0 },  { 0, 75, 0, 15, 0, 80 },    { 0, -75, 0, -15, 0, -80 },
    { 0, 0, 720 + 30, 0, 30, 0 }, { 165, 0, 15, 0, -180, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    {
      RankleCamera camera =
          rankle_camera_turn ((RankleCamera){ turns[i].yaw, turns[i].pitch, 1 },
                              turns[i].right, turns[i].towards);

      NEAR (camera.yaw, turns[i].yaw_then, 1e-9);
      NEAR (camera.pitch, turns[i].pitch_then, 1e-9);
    }
}

static void
test_zoom (void)
{
  NEAR (rankle_camera_zoom (straight, 1.25).zoom, 1.25, 1e-9);
  NEAR (rankle_camera_zoom (straight, 100).zoom, 3, 1e-9);
  NEAR (rankle_camera_zoom (straight, 0.001).zoom, 0.5, 1e-9);
}

/* The middle of the frame is in that of the picture, from wherever it is seen. */
static void
test_middle (void)
{
  for (double yaw = -180; yaw < 180; yaw += 17)
    for (double pitch = -80; pitch <= 80; pitch += 16)
      {
        graphene_point3d_t on =
            project ((RankleCamera){ yaw, pitch, 1.7 }, 640, 480, 0, 0, 0);

        NEAR (on.x, 320, 0.01);
        NEAR (on.y, 240, 0.01);
        NEAR (on.z, 20 / tan (G_PI / 12), 0.001);
      }
}

/* Up is up and right is right; a turn to the right takes the front there, and a pitch the
 * top towards the eye. */
static void
test_directions (void)
{
  graphene_point3d_t middle = project (straight, 400, 400, 0, 0, 0);

  g_assert_cmpfloat (project (straight, 400, 400, 5, 0, 0).x, >, 201);
  g_assert_cmpfloat (project (straight, 400, 400, 0, 5, 0).y, <, 199);
  g_assert_cmpfloat (project (straight, 400, 400, 0, 0, 5).z, <, middle.z - 4.9f);
  g_assert_cmpfloat (project ((RankleCamera){ 30, 0, 1 }, 400, 400, 0, 0, 5).x, >, 201);
  g_assert_cmpfloat (project ((RankleCamera){ 0, 30, 1 }, 400, 400, 0, 5, 0).z, <,
                     middle.z - 2.4f);
}

/* What the frame asks for is in sight, whichever side is short, and no less of it is out
 * of sight than need be. */
static void
test_fits (void)
{
  static const struct
  {
    int width, height;
  } sizes[] = { { 400, 400 }, { 1600, 400 }, { 100, 400 }, { 200, 400 }, { 1, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      int                w = sizes[i].width, h = sizes[i].height;
      graphene_point3d_t top = project (straight, w, h, 0, 20, 0);
      graphene_point3d_t side = project (straight, w, h, 10, 0, 0);

      g_assert_cmpfloat (top.y, >, -0.01f);
      g_assert_cmpfloat (side.x, <, (float)w + 0.01f);
      g_assert_true (top.y < 0.01f || side.x > (float)w - 0.01f);
    }
}

/* A lens of 30 degrees, and a zoom that enlarges. */
static void
test_zoom_enlarges (void)
{
  double once = 200 - project (straight, 400, 400, 0, 5, 0).y;
  double thrice = 200 - project ((RankleCamera){ 0, 0, 3 }, 400, 400, 0, 5, 0).y;

  NEAR (once, 50, 0.01);
  NEAR (thrice, 150, 0.01);
}

/* From no side does anything of either scene come nearer than its nearest. */
static void
test_both_scenes_lie_within_their_depths (void)
{
  const RankleFrame *frames[] = { &rankle_frame_complex, &rankle_frame_bone };

  for (guint i = 0; i < G_N_ELEMENTS (frames); i++)
    {
      RankleProjection view =
          rankle_projection (rankle_camera_complex, frames[i], 800, 600);

      g_assert_cmpfloat (view.nearest, >, 0);
      NEAR (view.furthest - view.nearest, 2 * frames[i]->radius, 1e-9);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/camera/turn", test_turn);
  g_test_add_func ("/scene/camera/zoom", test_zoom);
  g_test_add_func ("/scene/camera/middle", test_middle);
  g_test_add_func ("/scene/camera/directions", test_directions);
  g_test_add_func ("/scene/camera/fits", test_fits);
  g_test_add_func ("/scene/camera/zoom-enlarges", test_zoom_enlarges);
  g_test_add_func ("/scene/camera/depths", test_both_scenes_lie_within_their_depths);
  return g_test_run ();
}
