/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-scene-view.h"
#include "rankle-session.h"

G_BEGIN_DECLS

/**
 * RanklePicturePlace:
 *
 * Where the map stands, or the bone or the receptor complex in its place, with a switch:
 * a column beside the picture where it is wide, else a row above it. The switch is of the
 * action win.picture.
 *
 * CSS: a node named pictureplace.
 *
 * Property: child (GtkWidget): the map.
 */
#define RANKLE_TYPE_PICTURE_PLACE (rankle_picture_place_get_type ())
G_DECLARE_FINAL_TYPE (
    RanklePicturePlace, rankle_picture_place, RANKLE, PICTURE_PLACE, GtkWidget)

void        rankle_picture_place_set_shown (RanklePicturePlace *place, RankleShown shown);
RankleShown rankle_picture_place_get_shown (RanklePicturePlace *place);
/* (transfer none) */
RankleSceneView *rankle_picture_place_get_scene (RanklePicturePlace *place,
                                                 RankleSceneKind     kind);
/* (transfer none) (nullable): the scene that is shown; NULL: the map is. */
RankleSceneView *rankle_picture_place_get_shown_scene (RanklePicturePlace *place);
/* "Pathway", "Bone", "Receptor", in the user's language. */
const char *rankle_shown_get_title (RankleShown shown);

G_END_DECLS
