/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the track shows of its study. It calls none of the files that make it do
 * something, which all call it. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-dose-track-private.h"
#include "rankle-handle-words.h"

static const RankleTrackShape shapes[] = {
  [RANKLE_LANE_DOSES] = RANKLE_TRACK_DOSE,
  [RANKLE_LANE_CHANGES] = RANKLE_TRACK_STEP,
  [RANKLE_LANE_INFUSIONS] = RANKLE_TRACK_SPAN,
  [RANKLE_LANE_MOMENT] = RANKLE_TRACK_MOMENT,
};

/* The first of a lane says how much they are, and so does each that is of another amount
 * than the one before. */
static gboolean
needs_text (const RankleLanes *lanes, guint index)
{
  const RankleHandle *handle = rankle_lanes_get_handle (lanes, index);
  const RankleHandle *before =
      index > 0 ? rankle_lanes_get_handle (lanes, index - 1) : NULL;

  if (rankle_lanes_get (lanes, handle->lane)->kind == RANKLE_LANE_MOMENT)
    return FALSE;
  return before == NULL || before->lane != handle->lane ||
         fabs (before->amount - handle->amount) > 0;
}

static void
add_mark (RankleDoseTrack *self, guint index)
{
  const RankleHandle *handle = rankle_lanes_get_handle (self->lanes, index);
  const RankleLane   *lane = rankle_lanes_get (self->lanes, handle->lane);
  RankleTrackMark     mark = { .lane = handle->lane,
                               .shape =
                               handle->is_end ? RANKLE_TRACK_END : shapes[lane->kind],
                               .time = handle->time,
                               .until = handle->until,
                               .place = handle->place,
                               .level = fabs (handle->amount) / lane->most,
                               .missed = handle->missed };

  if (needs_text (self->lanes, index))
    {
      char *text = rankle_handle_amount_in_words (self->lanes, index);

      g_ptr_array_add (self->texts, text);
      mark.text = text;
    }
  g_array_append_val (self->marks, mark);
}

static void
read_lanes (RankleDoseTrack *self)
{
  g_array_set_size (self->marks, 0);
  g_ptr_array_set_size (self->texts, 0);
  g_ptr_array_set_size (self->labels, 0);
  if (self->lanes == NULL)
    return;
  for (guint i = 0; i < self->lanes->lanes->len; i++)
    g_ptr_array_add (self->labels, rankle_lanes_get (self->lanes, i)->label);
  for (guint i = 0; i < self->lanes->handles->len; i++)
    add_mark (self, i);
}

void
_rankle_dose_track_lay_out (RankleDoseTrack *self)
{
  self->track.labels = (const char *const *)self->labels->pdata;
  self->track.n_lanes = self->labels->len;
  self->track.marks = (const RankleTrackMark *)(void *)self->marks->data;
  self->track.n_marks = self->marks->len;
  self->track.selected = self->selected;
  if (self->lanes == NULL)
    return;
  self->track.time_unit = rankle_model_get_time_unit (self->lanes->model);
  rankle_track_layout_compute (&self->layout, &self->track, &self->theme,
                               MAX (gtk_widget_get_width (GTK_WIDGET (self)), 1));
}

void
_rankle_dose_track_update_times (RankleDoseTrack *self)
{
  if (self->study == NULL)
    return;
  if (!rankle_study_get_zoom (self->study, &self->track.from, &self->track.to))
    {
      self->track.from = 0;
      self->track.to = rankle_study_get_horizon (self->study);
    }
  self->track.cursor = rankle_study_get_cursor (self->study);
  _rankle_dose_track_lay_out (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

char *
_rankle_dose_track_dup_description (RankleDoseTrack *self)
{
  if (self->lanes == NULL || self->selected < 0)
    return NULL;
  return rankle_handle_described (self->lanes, (guint)self->selected);
}

static void
update_description (RankleDoseTrack *self)
{
  g_autofree char *selected = _rankle_dose_track_dup_description (self);

  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Doses and changes"),
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      selected != NULL ? selected : _ ("Nothing is selected: Ctrl and arrows select"),
      -1);
}

void
_rankle_dose_track_select (RankleDoseTrack *self, int handle)
{
  g_assert (handle < (int)self->marks->len);

  self->selected = handle;
  _rankle_dose_track_lay_out (self);
  update_description (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* (nullable): as the track is to have them. */
static RankleLanes *
make_lanes (RankleDoseTrack *self)
{
  RankleModel *model = self->study == NULL ? NULL : rankle_study_get_model (self->study);

  return model == NULL
             ? NULL
             : rankle_lanes_new (rankle_study_get_scenario (self->study), model);
}

/* The handle of @lanes that @before was, if there is one near. */
static int
find_selected (const RankleLanes *lanes, const RankleLanes *before, int selected)
{
  const RankleHandle *handle;
  int                 lane;

  if (lanes == NULL || before == NULL || selected < 0)
    return -1;
  handle = rankle_lanes_get_handle (before, (guint)selected);
  lane = rankle_lanes_find (lanes, rankle_lanes_get (before, handle->lane));
  return lane < 0 ? -1 : rankle_lanes_find_handle (lanes, (guint)lane, handle);
}

void
_rankle_dose_track_update (RankleDoseTrack *self)
{
  g_autoptr (RankleLanes) before = self->lanes;
  guint n_lanes = self->labels->len;

  self->lanes = make_lanes (self);
  self->selected = find_selected (self->lanes, before, self->selected);
  read_lanes (self);
  _rankle_dose_track_update_times (self);
  update_description (self);
  gtk_widget_set_visible (GTK_WIDGET (self), self->labels->len > 0);
  if (n_lanes != self->labels->len)
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

gboolean
_rankle_dose_track_find_handle (RankleDoseTrack *self, guint index, double *x, double *y)
{
  const RankleTrackMark *mark;

  if (index >= self->marks->len)
    return FALSE;
  mark = &g_array_index (self->marks, RankleTrackMark, index);
  *x = rankle_track_time_to_x (&self->layout, mark->time);
  *y = (mark->lane + 0.5) * self->layout.lane_height;
  return TRUE;
}
