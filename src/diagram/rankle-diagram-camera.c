/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-diagram-camera.h"

#include <math.h>

#define MARGIN        6.0 /* around a fitted map [px] */
#define LEAST_SCALE   0.01
#define LEAST_ZOOM    0.5
#define GREATEST_ZOOM 12.0
/* From these scales [px a map unit] on there is room for more. */
#define NEAR_SCALE    0.27
#define NEAREST_SCALE 0.72

static double
center_on (double origin, double extent, double pixels, double scale)
{
  return origin - (pixels / scale - extent) / 2;
}

RankleDiagramCamera
rankle_diagram_camera_fit (RankleBox bounds, double width, double height)
{
  RankleDiagramCamera camera;
  double              x = (width - 2 * MARGIN) / MAX (bounds.width, 1e-6);
  double              y = (height - 2 * MARGIN) / MAX (bounds.height, 1e-6);

  camera.scale = MAX (MIN (x, y), LEAST_SCALE);
  camera.origin.x = center_on (bounds.x, bounds.width, width, camera.scale);
  camera.origin.y = center_on (bounds.y, bounds.height, height, camera.scale);
  g_assert (camera.scale > 0);
  return camera;
}

RankleDiagramCamera
rankle_diagram_camera_zoom (RankleDiagramCamera camera,
                            RankleDiagramCamera fitted,
                            double              factor,
                            RanklePoint         at)
{
  RanklePoint held = rankle_diagram_camera_to_map (camera, at);

  g_assert (fitted.scale > 0);
  camera.scale = CLAMP (camera.scale * factor, fitted.scale * LEAST_ZOOM,
                        fitted.scale * GREATEST_ZOOM);
  camera.origin.x = held.x - at.x / camera.scale;
  camera.origin.y = held.y - at.y / camera.scale;
  return camera;
}

RankleDiagramCamera
rankle_diagram_camera_pan (RankleDiagramCamera camera,
                           RankleBox           bounds,
                           double              width,
                           double              height,
                           double              dx,
                           double              dy)
{
  double x = camera.origin.x - dx / camera.scale;
  double y = camera.origin.y - dy / camera.scale;
  double w = width / camera.scale, h = height / camera.scale;

  camera.origin.x = CLAMP (x, bounds.x - w / 2, bounds.x + bounds.width - w / 2);
  camera.origin.y = CLAMP (y, bounds.y - h / 2, bounds.y + bounds.height - h / 2);
  return camera;
}

static double
reveal (double origin, double from, double extent, double pixels, double scale)
{
  double shown = pixels / scale;

  g_assert (extent >= 0);
  if (extent > shown)
    return from;
  if (from < origin)
    return from;
  return MAX (origin, from + extent - shown);
}

RankleDiagramCamera
rankle_diagram_camera_reveal (RankleDiagramCamera camera,
                              RankleBox           box,
                              double              width,
                              double              height)
{
  camera.origin.x = reveal (camera.origin.x, box.x, box.width, width, camera.scale);
  camera.origin.y = reveal (camera.origin.y, box.y, box.height, height, camera.scale);
  return camera;
}

RanklePoint
rankle_diagram_camera_to_map (RankleDiagramCamera camera, RanklePoint pixel)
{
  return (RanklePoint){ camera.origin.x + pixel.x / camera.scale,
                        camera.origin.y + pixel.y / camera.scale };
}

RanklePoint
rankle_diagram_camera_to_pixel (RankleDiagramCamera camera, RanklePoint point)
{
  return (RanklePoint){ (point.x - camera.origin.x) * camera.scale,
                        (point.y - camera.origin.y) * camera.scale };
}

RankleBox
rankle_diagram_camera_box_to_pixel (RankleDiagramCamera camera, RankleBox box)
{
  RanklePoint corner =
      rankle_diagram_camera_to_pixel (camera, (RanklePoint){ box.x, box.y });

  return (RankleBox){ corner.x, corner.y, box.width * camera.scale,
                      box.height * camera.scale };
}

RankleDiagramDetail
rankle_diagram_camera_get_detail (RankleDiagramCamera camera)
{
  if (camera.scale >= NEAREST_SCALE)
    return RANKLE_DETAIL_NEAREST;
  return camera.scale >= NEAR_SCALE ? RANKLE_DETAIL_NEAR : RANKLE_DETAIL_FAR;
}
