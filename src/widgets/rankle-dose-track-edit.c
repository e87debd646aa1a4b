/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-control-value.h"
#include "rankle-dose-track-private.h"
#include "rankle-handle-words.h"
#include "rankle-lanes-edit.h"
#include "rankle-lanes-snap.h"
#include "rankle-study-therapy.h"
#include "rankle-switch-menu.h"

void
_rankle_dose_track_take (RankleDoseTrack    *self,
                         RankleScenario     *scenario,
                         const RankleLane   *lane,
                         const RankleHandle *like)
{
  g_autoptr (RankleScenario) taken = scenario;
  g_autofree char *label = g_strdup (lane->label);
  RankleHandle     handle = *like;
  RankleLane       wanted = *lane;
  g_autofree char *id = g_strdup (lane->id);
  int              found;

  wanted.id = id;
  rankle_study_change_scenario (self->study, taken, label);
  found = rankle_lanes_find (self->lanes, &wanted);
  _rankle_dose_track_select (
      self,
      found < 0 ? -1 : rankle_lanes_find_handle (self->lanes, (guint)found, &handle));
}

void
_rankle_dose_track_put (RankleDoseTrack   *self,
                        const RankleLanes *lanes,
                        guint              index,
                        double             time,
                        double             amount,
                        gboolean           missed)
{
  RankleHandle like = *rankle_lanes_get_handle (lanes, index);

  like.time = time;
  _rankle_dose_track_take (self, rankle_lanes_put (lanes, index, time, amount, missed),
                           rankle_lanes_get (lanes, like.lane), &like);
}

void
_rankle_dose_track_move_series (RankleDoseTrack   *self,
                                const RankleLanes *lanes,
                                guint              index,
                                double             by)
{
  RankleHandle like = *rankle_lanes_get_handle (lanes, index);

  like.time += by;
  _rankle_dose_track_take (self, rankle_lanes_move_series (lanes, index, by),
                           rankle_lanes_get (lanes, like.lane), &like);
}

/* ---- what is selected ---- */

/* A missed one is given again. */
void
_rankle_dose_track_miss (RankleDoseTrack *self)
{
  const RankleHandle *handle;

  if (self->selected < 0)
    return;
  handle = rankle_lanes_get_handle (self->lanes, (guint)self->selected);
  if (handle->dose == 0)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    _rankle_dose_track_put (self, self->lanes, (guint)self->selected, handle->time,
                            handle->amount, !handle->missed);
}

void
_rankle_dose_track_delete (RankleDoseTrack *self)
{
  const RankleHandle *handle;

  if (self->selected < 0)
    return;
  handle = rankle_lanes_get_handle (self->lanes, (guint)self->selected);
  _rankle_dose_track_take (self, rankle_lanes_delete (self->lanes, (guint)self->selected),
                           rankle_lanes_get (self->lanes, handle->lane), handle);
}

void
_rankle_dose_track_switch (RankleDoseTrack *self, GVariant *parameter)
{
  guint                handle;
  const RankleRegimen *regimen =
      rankle_switch_menu_find (self->lanes, parameter, &handle);
  RankleLane   lane = { .kind = RANKLE_LANE_DOSES, .target = RANKLE_TARGET_CONTROL };
  RankleHandle like;
  int          found;

  if (regimen == NULL)
    return;
  like = *rankle_lanes_get_handle (self->lanes, handle);
  like.dose = 1;
  rankle_study_switch_therapy (self->study, self->lanes, handle, regimen);
  lane.id = (char *)regimen->control;
  found = rankle_lanes_find (self->lanes, &lane);
  g_assert (found >= 0);
  _rankle_dose_track_select (self,
                             rankle_lanes_find_handle (self->lanes, (guint)found, &like));
}

/* ---- one more ---- */

/* What holds on a lane of changes at @time. */
static double
find_value (RankleDoseTrack *self, guint lane, double time)
{
  const RankleControl *control = rankle_lanes_get (self->lanes, lane)->control;
  double               value =
      rankle_control_get_value (control, self->lanes->scenario, self->lanes->model);

  for (guint i = 0; i < self->lanes->handles->len; i++)
    {
      const RankleHandle *handle = rankle_lanes_get_handle (self->lanes, i);

      if (handle->lane == lane && handle->time <= time)
        value = handle->amount;
    }
  return value;
}

void
_rankle_dose_track_add (RankleDoseTrack *self, guint index, double time)
{
  const RankleLane *lane = rankle_lanes_get (self->lanes, index);
  RankleHandle      first = { .time = time, .dose = 1 }, change = { .time = time };

  if (lane->kind == RANKLE_LANE_DOSES && lane->control != NULL)
    _rankle_dose_track_take (
        self,
        rankle_lanes_add_dose (self->lanes, lane->control, time,
                               rankle_lanes_find_amount (self->lanes, lane->control)),
        lane, &first);
  else if (lane->kind == RANKLE_LANE_CHANGES && lane->control != NULL)
    _rankle_dose_track_take (self,
                             rankle_lanes_add_change (self->lanes, lane->control, time,
                                                      find_value (self, index, time)),
                             lane, &change);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

void
_rankle_dose_track_add_dose (RankleDoseTrack *self, const char *id, double time)
{
  const RankleControl *control;
  RankleHandle         first = { .time = time, .dose = 1 };
  RankleLane lane = { .kind = RANKLE_LANE_DOSES, .target = RANKLE_TARGET_CONTROL };

  control = rankle_model_find_control (self->lanes->model, id);
  if (control == NULL || control->absent != NULL ||
      control->role != RANKLE_CONTROL_DOSE_AMOUNT)
    return;
  lane.id = (char *)control->id;
  lane.label = (char *)control->label;
  lane.control = control;
  _rankle_dose_track_take (
      self,
      rankle_lanes_add_dose (self->lanes, control, time,
                             rankle_lanes_find_amount (self->lanes, control)),
      &lane, &first);
}

/* ---- amounts ---- */

double
_rankle_dose_track_step_amount (RankleDoseTrack *self,
                                guint            index,
                                double           amount,
                                double           steps)
{
  const RankleLane    *lane = rankle_lanes_get (self->lanes, index);
  const RankleControl *control = lane->control;

  if (control == NULL)
    return amount + 0.05 * lane->most * steps;
  if (control->is_switch)
    return steps > 0 ? control->max : control->min;
  if (control->scale == RANKLE_SCALE_LOG)
    return fmax (amount, 0.999 * control->min) * pow (control->step, steps);
  return amount + control->step * steps;
}

/* ---- what it is brought to ---- */

void
_rankle_dose_track_show_bubble (RankleDoseTrack *self)
{
  g_autofree char *words = NULL;
  double           x, y;

  if (self->selected < 0 ||
      !_rankle_dose_track_find_handle (self, (guint)self->selected, &x, &y))
    {
      _rankle_dose_track_hide_bubble (self);
      return;
    }
  words = rankle_handle_in_words (self->lanes, (guint)self->selected);
  gtk_label_set_text (GTK_LABEL (gtk_popover_get_child (GTK_POPOVER (self->bubble))),
                      words);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->bubble),
                               &(GdkRectangle){ (int)x,
                                                (int)(y - 0.5 * self->layout.lane_height),
                                                1, (int)self->layout.lane_height });
  gtk_popover_popup (GTK_POPOVER (self->bubble));
}

void
_rankle_dose_track_hide_bubble (RankleDoseTrack *self)
{
  if (self->bubble != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->bubble));
}
