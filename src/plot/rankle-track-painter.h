/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "rankle-track.h"

G_BEGIN_DECLS

/* @focused: the mark that is selected has the keyboard. */
void rankle_track_paint (cairo_t                 *cr,
                         const RankleTrack       *track,
                         const RankleTrackLayout *layout,
                         const RanklePlotTheme   *theme,
                         gboolean                 focused);

G_END_DECLS
