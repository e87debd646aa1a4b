/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-map.h"
#include "rankle-picture-writer.h"

G_BEGIN_DECLS

/* The map of a scan as a file, in the colours of print, and what is written on it. */

/* (transfer full): the whole file; NULL: it cannot be painted. */
GBytes *rankle_map_picture_write (const RankleMap    *map,
                                  RanklePictureFormat format,
                                  GError            **error);

/* (transfer full): what is told of a quantity: "Spine BMD after 10 years". */
char *
rankle_map_picture_name_value (const char *label, const char *time_unit, double time);
/* (transfer full): its largest or smallest value, or when it is first so. */
char *rankle_map_picture_name_peak (const char *label);
char *rankle_map_picture_name_nadir (const char *label);
char *rankle_map_picture_name_peak_time (const char *label);
char *rankle_map_picture_name_nadir_time (const char *label);
/* (transfer full): what goes along an axis where it is the amount of each dose. */
char *rankle_map_picture_name_dose (const char *label);

G_END_DECLS
