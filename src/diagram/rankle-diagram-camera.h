/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-diagram.h"

G_BEGIN_DECLS

/**
 * RankleDiagramCamera:
 *
 * How the map lies on a surface: pixel = (map - @origin) × @scale. A plain value.
 */
typedef struct
{
  RanklePoint origin; /* the map point in the surface's top left corner */
  double      scale;  /* pixels a map unit, > 0 */
} RankleDiagramCamera;

/* Level of detail: what there is room to say. */
typedef enum
{
  RANKLE_DETAIL_FAR,     /* names of regions, cells and phenotypes */
  RANKLE_DETAIL_NEAR,    /* every label, and the ratio */
  RANKLE_DETAIL_NEAREST, /* values with units; sources and sinks */
} RankleDiagramDetail;

RankleDiagramCamera
rankle_diagram_camera_fit (RankleBox bounds, double width, double height);
/* Zooms by @factor about the pixel @at, held between half of and twelve times @fitted. */
RankleDiagramCamera rankle_diagram_camera_zoom (RankleDiagramCamera camera,
                                                RankleDiagramCamera fitted,
                                                double              factor,
                                                RanklePoint         at);
/* Moves by pixels; never so far that the map leaves the surface. */
RankleDiagramCamera rankle_diagram_camera_pan (RankleDiagramCamera camera,
                                               RankleBox           bounds,
                                               double              width,
                                               double              height,
                                               double              dx,
                                               double              dy);
/* The least movement that brings @box into sight. */
RankleDiagramCamera rankle_diagram_camera_reveal (RankleDiagramCamera camera,
                                                  RankleBox           box,
                                                  double              width,
                                                  double              height);

RanklePoint rankle_diagram_camera_to_map (RankleDiagramCamera camera, RanklePoint pixel);
RanklePoint rankle_diagram_camera_to_pixel (RankleDiagramCamera camera,
                                            RanklePoint         point);
RankleBox rankle_diagram_camera_box_to_pixel (RankleDiagramCamera camera, RankleBox box);
RankleDiagramDetail rankle_diagram_camera_get_detail (RankleDiagramCamera camera);

G_END_DECLS
