/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-dose-track.h"
#include "rankle-lanes.h"
#include "rankle-track.h"

G_BEGIN_DECLS

/* What the pointer is about. */
typedef enum
{
  RANKLE_DRAG_NOTHING,
  RANKLE_DRAG_CURSOR,
  RANKLE_DRAG_HANDLE, /* which way is not told yet */
  RANKLE_DRAG_TIME,
  RANKLE_DRAG_AMOUNT,
} RankleTrackDrag;

struct _RankleDoseTrack
{
  GtkWidget    parent_instance;
  RankleStudy *study; /* (owned) (nullable) */
  RankleLanes *lanes; /* (owned) (nullable): of the present scenario */

  /* What is drawn of them. */
  GPtrArray        *labels; /* Borrowed: of the lanes */
  GArray           *marks;  /* (owned): RankleTrackMark */
  GPtrArray        *texts;  /* (owned): beside marks */
  RankleTrack       track;
  RankleTrackLayout layout;
  RanklePlotTheme   theme;
  int               selected; /* handle, or -1 */

  /* A drag: all of its steps are of what it began in. */
  RankleTrackDrag drag;
  double          start_x;     /* [px] */
  RankleLanes    *from;        /* (owned) (nullable) */
  guint           from_handle; /* of these */
  gboolean        whole;       /* the series moves */
  RankleChange   *change;      /* (owned) (nullable) */

  GtkWidget *bubble; /* a popover with what the handle is brought to */
  GtkWidget *menu;
  double     menu_time; /* where it was asked for */
  int        menu_lane; /* or -1 */
};

/* rankle-dose-track-marks.c */
/* Reads the study anew; what was selected stays so. */
void  _rankle_dose_track_update (RankleDoseTrack *self);
void  _rankle_dose_track_update_times (RankleDoseTrack *self);
void  _rankle_dose_track_lay_out (RankleDoseTrack *self);
char *_rankle_dose_track_dup_description (RankleDoseTrack *self);
gboolean
_rankle_dose_track_find_handle (RankleDoseTrack *self, guint index, double *x, double *y);
void _rankle_dose_track_select (RankleDoseTrack *self, int handle);

/* rankle-dose-track-edit.c: each a step of undo, or a part of the change under way. */
/* @scenario is (transfer full); the handle of that lane that is most like @like is
 * selected. */
void _rankle_dose_track_take (RankleDoseTrack    *self,
                              RankleScenario     *scenario,
                              const RankleLane   *lane,
                              const RankleHandle *like);
/* The handle of @lanes at @time and @amount. */
void _rankle_dose_track_put (RankleDoseTrack   *self,
                             const RankleLanes *lanes,
                             guint              handle,
                             double             time,
                             double             amount,
                             gboolean           missed);
void _rankle_dose_track_move_series (RankleDoseTrack   *self,
                                     const RankleLanes *lanes,
                                     guint              handle,
                                     double             by);
void _rankle_dose_track_miss (RankleDoseTrack *self);
void _rankle_dose_track_delete (RankleDoseTrack *self);
/* As rankle_switch_menu_new() has @parameter; the first dose of the other drug is
 * selected. */
void _rankle_dose_track_switch (RankleDoseTrack *self, GVariant *parameter);
/* One more on that lane. */
void _rankle_dose_track_add (RankleDoseTrack *self, guint lane, double time);
void _rankle_dose_track_add_dose (RankleDoseTrack *self, const char *id, double time);
/* How much up or down one step of an amount is from @amount, @steps of them. */
double _rankle_dose_track_step_amount (RankleDoseTrack *self,
                                       guint            lane,
                                       double           amount,
                                       double           steps);
void   _rankle_dose_track_show_bubble (RankleDoseTrack *self);
void   _rankle_dose_track_hide_bubble (RankleDoseTrack *self);

/* rankle-dose-track-input.c */
void _rankle_dose_track_add_controllers (RankleDoseTrack *self);
void _rankle_dose_track_end_drag (RankleDoseTrack *self);

G_END_DECLS
