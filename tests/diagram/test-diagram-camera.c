/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-diagram-camera.h"

static const RankleBox bounds = { 100, 50, 1000, 500 };

#define NEAR(a, b) g_assert_cmpfloat_with_epsilon (a, b, 1e-9)

/* The whole map is in sight, in the middle, six pixels from the nearer edges. */
static void
test_fit (void)
{
  static const struct
  {
    double width, height, scale, left, top;
  } fits[] = {
    { 1012, 900, 1, 6, 200 },   /* the width decides */
    { 1012, 262, 0.5, 256, 6 }, /* the height decides */
    { 2012, 1012, 2, 6, 6 },    /* both do */
  };

  for (guint i = 0; i < G_N_ELEMENTS (fits); i++)
    {
      RankleDiagramCamera camera =
          rankle_diagram_camera_fit (bounds, fits[i].width, fits[i].height);
      RankleBox shown = rankle_diagram_camera_box_to_pixel (camera, bounds);

      NEAR (camera.scale, fits[i].scale);
      NEAR (shown.x, fits[i].left);
      NEAR (shown.y, fits[i].top);
      NEAR (shown.width, 1000 * fits[i].scale);
    }
}

static void
test_fit_of_nothing (void)
{
  g_assert_cmpfloat (rankle_diagram_camera_fit (bounds, 0, 0).scale, >, 0);
  g_assert_cmpfloat (rankle_diagram_camera_fit ((RankleBox){ 0, 0, 0, 0 }, 9, 9).scale, >,
                     0);
}

static void
test_there_and_back (void)
{
  RankleDiagramCamera camera = { { 12, -7 }, 0.37 };
  RanklePoint         point = rankle_diagram_camera_to_map (
              camera, rankle_diagram_camera_to_pixel (camera, (RanklePoint){ 3, 4 }));

  NEAR (point.x, 3);
  NEAR (point.y, 4);
}

/* What lies under the pointer stays there. */
static void
test_zoom_holds_the_pointer (void)
{
  RankleDiagramCamera fitted = rankle_diagram_camera_fit (bounds, 1012, 512);
  RanklePoint         at = { 700, 123 };
  RanklePoint         held = rankle_diagram_camera_to_map (fitted, at);

  for (double factor = 0.6; factor < 12; factor *= 1.3)
    {
      RankleDiagramCamera camera =
          rankle_diagram_camera_zoom (fitted, fitted, factor, at);
      RanklePoint now = rankle_diagram_camera_to_pixel (camera, held);

      NEAR (camera.scale, fitted.scale * factor);
      NEAR (now.x, at.x);
      NEAR (now.y, at.y);
    }
}

static void
test_zoom_has_ends (void)
{
  RankleDiagramCamera fitted = rankle_diagram_camera_fit (bounds, 1012, 512);
  RanklePoint         at = { 5, 5 };

  NEAR (rankle_diagram_camera_zoom (fitted, fitted, 1e6, at).scale, 12 * fitted.scale);
  NEAR (rankle_diagram_camera_zoom (fitted, fitted, 1e-6, at).scale, 0.5 * fitted.scale);
}

static void
test_pan (void)
{
  RankleDiagramCamera camera = { { 300, 200 }, 2 };
  RankleDiagramCamera moved =
      rankle_diagram_camera_pan (camera, bounds, 400, 200, -30, 50);

  NEAR (moved.origin.x, 315);
  NEAR (moved.origin.y, 175);
  NEAR (moved.scale, 2);
  /* The middle of the surface never leaves the map. */
  moved = rankle_diagram_camera_pan (camera, bounds, 400, 200, 1e6, -1e6);
  NEAR (moved.origin.x + 100, bounds.x);
  NEAR (moved.origin.y + 50, bounds.y + bounds.height);
}

/* By the least movement, and none for what is in sight. */
static void
test_reveal (void)
{
  RankleDiagramCamera camera = { { 300, 200 }, 2 }; /* shows 300 … 500, 200 … 300 */
  RankleDiagramCamera moved =
      rankle_diagram_camera_reveal (camera, (RankleBox){ 310, 210, 50, 50 }, 400, 200);

  NEAR (moved.origin.x, 300);
  NEAR (moved.origin.y, 200);
  moved =
      rankle_diagram_camera_reveal (camera, (RankleBox){ 480, 180, 50, 50 }, 400, 200);
  NEAR (moved.origin.x, 330);
  NEAR (moved.origin.y, 180);
  /* Of what is too large for the surface, the beginning. */
  moved = rankle_diagram_camera_reveal (camera, (RankleBox){ 310, 0, 900, 10 }, 400, 200);
  NEAR (moved.origin.x, 310);
  NEAR (moved.origin.y, 0);
}

static void
test_detail (void)
{
  static const struct
  {
    double              scale;
    RankleDiagramDetail detail;
  } levels[] = { { 0.1, RANKLE_DETAIL_FAR },      { 0.26, RANKLE_DETAIL_FAR },
                 { 0.27, RANKLE_DETAIL_NEAR },    { 0.71, RANKLE_DETAIL_NEAR },
                 { 0.72, RANKLE_DETAIL_NEAREST }, { 5, RANKLE_DETAIL_NEAREST } };

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    g_assert_cmpint (rankle_diagram_camera_get_detail (
                         (RankleDiagramCamera){ { 0, 0 }, levels[i].scale }),
                     ==, levels[i].detail);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diagram-camera/fit", test_fit);
  g_test_add_func ("/diagram-camera/fit-of-nothing", test_fit_of_nothing);
  g_test_add_func ("/diagram-camera/there-and-back", test_there_and_back);
  g_test_add_func ("/diagram-camera/zoom", test_zoom_holds_the_pointer);
  g_test_add_func ("/diagram-camera/zoom-has-ends", test_zoom_has_ends);
  g_test_add_func ("/diagram-camera/pan", test_pan);
  g_test_add_func ("/diagram-camera/reveal", test_reveal);
  g_test_add_func ("/diagram-camera/detail", test_detail);
  return g_test_run ();
}
