/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-study.h"

G_BEGIN_DECLS

/**
 * RankleDoseTrack:
 *
 * What is done in a study's scenario, on the time that its plots show: a lane a drug and
 * a handle a dose, and lanes for infusions, for what changes from a time on, and for
 * moments. Drag across to move a handle in time, with Shift the whole series; up and down
 * for its amount; double click on a lane for one more. Arrows do the same to the handle
 * that is selected, M misses it, Delete takes it away, Insert adds one at the time
 * cursor; Ctrl and arrows select. It is not there while nothing is done.
 *
 * Properties: study (RankleStudy). Signals: dragging (boolean), as of RankleControls.
 */
#define RANKLE_TYPE_DOSE_TRACK (rankle_dose_track_get_type ())
G_DECLARE_FINAL_TYPE (RankleDoseTrack, rankle_dose_track, RANKLE, DOSE_TRACK, GtkWidget)

void rankle_dose_track_set_study (RankleDoseTrack *track, RankleStudy *study);
/* A dose of the drug whose amount is @control, at @time, of what it is given in; it is
 * selected. */
void
rankle_dose_track_add_dose (RankleDoseTrack *track, const char *control, double time);
/* (transfer full) (nullable): what is selected, in words; NULL: nothing. */
char *rankle_dose_track_dup_description (RankleDoseTrack *track);
/* Where the @index-th handle is seen [px], for tests. FALSE: there is none. */
gboolean
rankle_dose_track_find_handle (RankleDoseTrack *track, guint index, double *x, double *y);

G_END_DECLS
