/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-picture-items.h"
#include "rankle-session.h"

G_BEGIN_DECLS

/**
 * RanklePicture:
 *
 * What a session shows, on a sheet of paper: what was asked and what becomes of it in
 * words, the map, the plots side by side on one time axis, and what their marks mean. The
 * session's view says which of map and plots, its cursor for which moment the numbers
 * hold, its zoom which part of time. In the colours of print, by the painters of the
 * window.
 */
typedef struct _RanklePicture RanklePicture;

/**
 * RanklePictureContent:
 * @run: of the session, or what was computed of it
 * @baseline: (nullable): what it is told beside
 * @kept: (nullable): what came of the @n_kept kept runs of the session
 * @failure: (nullable): a sentence on why @run is not all
 * @without_ghosts: the baseline is not drawn
 * @panels: (nullable): ids of the plots that are wanted; NULL: all
 */
typedef struct
{
  RankleSession          *session;
  RankleTrajectory       *run;
  RankleTrajectory       *baseline;
  const RankleKeptResult *kept;
  guint                   n_kept;
  const char             *failure;
  gboolean                without_ghosts;
  const char *const      *panels;
} RanklePictureContent;

RanklePicture *rankle_picture_new (const RanklePictureContent *content);
void           rankle_picture_free (RanklePicture *picture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RanklePicture, rankle_picture_free)

/* [px], of which 96 are an inch. */
void
rankle_picture_get_size (const RanklePicture *picture, double *width, double *height);
/* From top to bottom. */
const RanklePictureItem *const *rankle_picture_get_items (const RanklePicture *picture,
                                                          guint               *n);
/* What the picture is of, in a line. */
const char *rankle_picture_get_title (const RanklePicture *picture);
void        rankle_picture_paint (const RanklePicture *picture, cairo_t *cr);

G_END_DECLS
