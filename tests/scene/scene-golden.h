/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * SceneDifference:
 * @share: of the pixels that are off by more than 8 of 255 in a channel
 * @mean: of all channels of all pixels, by how much they are off, of 255
 * @n: pixels that are not the very same
 */
typedef struct
{
  double share, mean;
  guint  n;
} SceneDifference;

/* What may differ where another version of a driver, or another driver, has drawn. */
#define SCENE_MOST_SHARE 0.01
#define SCENE_MOST_MEAN  0.5

/* Of two pictures of one size. */
SceneDifference scene_compare (cairo_surface_t *a, cairo_surface_t *b);
gboolean        scene_differs (SceneDifference difference);

/* (transfer full): the picture as it should be. */
cairo_surface_t *scene_golden_load (const char *name);
/* Fails the test where @surface is not as tests/scene/golden/NAME.png: the very same if
 * @driver has drawn that, too. */
void scene_golden_check (cairo_surface_t *surface, const char *name, const char *driver);

G_END_DECLS
