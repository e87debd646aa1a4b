/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "rankle-change.h"
#include "rankle-finding.h"
#include "rankle-kept-result.h"
#include "rankle-observations-match.h"
#include "rankle-rules.h"
#include "rankle-runner.h"

G_BEGIN_DECLS

/**
 * RankleStudy:
 *
 * What the window shows: holds a session, has it run, and notifies. Lives on the main
 * thread; knows no widget.
 *
 * Properties (all notify once per change):
 * - model (RankleModel), scenario (RankleScenario), rival (RankleModel, nullable)
 * - session: notified when anything of it is another that is worth saving
 * - trajectory (RankleTrajectory, nullable): the last good run; stays when a later run
 * fails
 * - baseline (RankleTrajectory, nullable): the same model with every control neutral
 * - failure (string, nullable): why the last run failed, for a banner; NULL after a good
 * run
 * - findings (GArray of RankleFinding): what was published of the run that is shown;
 * notified when others have come, and not when the same lie elsewhere
 * - kept (pointer): rankle_study_get_kept(): another list, or what has come of it
 * - observations (RankleObservations, nullable): points of one's own
 * - cursor (double): time in model units, within 0 … horizon
 * - difference (boolean, writable): plots show the run less the baseline
 * - map-levels (uint): so many levels of the map are shown; 0: all
 * - arrangement (pointer): which plots are seen
 * - plot-looks (pointer): which panel has all the room, and whose axis was chosen
 * - zoomed (boolean): some of the time is looked at, and not all; notified when it is
 * another part, too
 * - busy (boolean)
 * - held (boolean, writable): changes of the scenario wait until they are applied
 * - pending (uint): how many of them do
 * - rules (pointer): what may be done with the controls
 * - can-undo, can-redo (boolean)
 * - undo-label, redo-label (string, nullable): what would be undone, or redone
 */
#define RANKLE_TYPE_STUDY (rankle_study_get_type ())
G_DECLARE_FINAL_TYPE (RankleStudy, rankle_study, RANKLE, STUDY, GObject)

RankleStudy *rankle_study_new (void);
void         rankle_study_set_model (RankleStudy *study, RankleModel *model);
/* Both at once, and one step of undo. */
void         rankle_study_set_question (RankleStudy    *study,
                                        RankleModel    *model,
                                        RankleScenario *scenario);
RankleModel *rankle_study_get_model (RankleStudy *study);
/* @scenario has been chosen: it is what is given. */
void rankle_study_set_scenario (RankleStudy *study, RankleScenario *scenario);
/* @scenario is the given one, changed; @label: what that is called if it comes to nothing
 * that has a name of its own. */
void            rankle_study_change_scenario (RankleStudy    *study,
                                              RankleScenario *scenario,
                                              const char     *label);
RankleScenario *rankle_study_get_scenario (RankleStudy *study);
/* (transfer none): valid until it changes. */
RankleSession *rankle_study_get_session (RankleStudy *study);
/* (transfer none): what is shown answers this one: the present session, or, while changes
 * are held back, the one that was applied last. */
RankleSession *rankle_study_get_shown (RankleStudy *study);
/* Whether changes of the scenario wait. To end it applies them. Another model never
 * waits.
 */
void     rankle_study_set_held (RankleStudy *study, gboolean held);
gboolean rankle_study_is_held (RankleStudy *study);
/* What waits is run, and what comes next waits again. */
void rankle_study_apply (RankleStudy *study);
/* How many changes wait. */
guint rankle_study_get_pending (RankleStudy *study);
/* @rival (nullable): another model to be looked at beside the study's. To choose another
 * one than before is a step of undo. */
void rankle_study_set_rival (RankleStudy *study, RankleModel *rival);
/* @session, with a model, has been opened: there is nothing that could be undone. */
void rankle_study_open_session (RankleStudy *study, RankleSession *session);
/* As one step of undo. */
void rankle_study_replace_session (RankleStudy   *study,
                                   RankleSession *session,
                                   const char    *label);
/* Likewise, and it is called by @label whatever it comes to. */
void              rankle_study_replace_labelled (RankleStudy   *study,
                                                 RankleSession *session,
                                                 const char    *label);
void              rankle_study_set_view (RankleStudy *study, RankleView view);
void              rankle_study_set_shown (RankleStudy *study, RankleShown shown);
RankleTrajectory *rankle_study_get_trajectory (RankleStudy *study);
RankleTrajectory *rankle_study_get_baseline (RankleStudy *study);
/* The kept runs, in their order, with what has come of them; valid until the main loop's
 * turn. */
const RankleKeptResult *rankle_study_get_kept (RankleStudy *study, guint *n);
const char             *rankle_study_get_failure (RankleStudy *study);
double                  rankle_study_get_horizon (RankleStudy *study);
/* How long the run is [the model's time unit], as a step of undo. FALSE: nothing was
 * changed, since the model cannot be run for so long, or so short. */
gboolean rankle_study_set_horizon (RankleStudy *study, double horizon);
double   rankle_study_get_cursor (RankleStudy *study);
void     rankle_study_set_cursor (RankleStudy *study, double time);

/* What runs are held against; NULL: nothing. */
/* The part of the time that is looked at; @from = @to: all of it. */
/* Plots show the run less the baseline. */
void rankle_study_set_difference (RankleStudy *study, gboolean difference);
/* So many levels of the map are shown; 0: all. */
void rankle_study_set_map_levels (RankleStudy *study, guint levels);
/* Which panel has all the room, and whose axis was chosen: no step of undo. */
void rankle_study_set_plot_looks (RankleStudy *study, RanklePlotLooks *looks);
/* (transfer none) */
RanklePlotLooks *rankle_study_get_plot_looks (RankleStudy *study);
void             rankle_study_set_zoom (RankleStudy *study, double from, double to);
gboolean         rankle_study_get_zoom (RankleStudy *study, double *from, double *to);

void            rankle_study_set_evidence (RankleStudy *study, RankleEvidence *evidence);
RankleEvidence *rankle_study_get_evidence (RankleStudy *study);
/* What of it can be held against the trajectory, by column and time; owned by the study
 * until its trajectory changes. */
const RankleFinding *rankle_study_get_findings (RankleStudy *study, guint *n);

/* Points of one's own; NULL: none. A step of undo. */
/* @now in the place of @old, which is one of the session's; of both (nullable): one more,
 * behind the others, or one less. FALSE: there are RANKLE_TABLES_MAX of them. */
gboolean rankle_study_put_observations (RankleStudy        *study,
                                        RankleObservations *old,
                                        RankleObservations *now);
/* (nullable): of that name. */
RankleObservations *rankle_study_find_observations (RankleStudy *study, const char *name);
/* What of them is looked at, beside the trajectory; owned by the study until that or the
 * observations change. */
const RankleOwnPoint *rankle_study_get_own_points (RankleStudy *study, guint *n);

/* Control values, in control units; neutral where the scenario says nothing. Setting
 * submits a run and waits up to 8 ms for it, so that a quick run lands in the slider's
 * own frame. */
double rankle_study_get_control (RankleStudy *study, const char *control);
void   rankle_study_set_control (RankleStudy *study, const char *control, double value);
/* Likewise, by a key at @now [µs]: steps of one control within a second of each other are
 * one step of undo. */
void rankle_study_step_control (RankleStudy *study,
                                const char  *control,
                                double       value,
                                gint64       now);

/* Takes @rules (nullable: every control is free). They hold for each of the functions
 * above and for rankle_study_reset_control(): what is not free stays, and what is comes
 * no farther than it may. What else makes another scenario is not asked. */
void rankle_study_set_rules (RankleStudy *study, RankleRules *rules);
/* (nullable): of the control; NULL: it is free. */
const RankleRule *rankle_study_find_rule (RankleStudy *study, const char *control);
/* (nullable): why the control cannot be moved, as its rule has it; NULL: it is free. */
const char *rankle_study_find_lock (RankleStudy *study, const char *control);

/* Three ways back, each a step of undo: of one control to where the scenario has it, of
 * all to the scenario as it was chosen, and to the model as it opens with @plain, which
 * asks nothing of it. */
void rankle_study_reset_control (RankleStudy *study, const char *control);
void rankle_study_return_to_given (RankleStudy *study);
void rankle_study_return_to_model (RankleStudy *study, RankleScenario *plain);
/* There is nothing to go back from. */
gboolean rankle_study_is_as_given (RankleStudy *study);
gboolean rankle_study_is_as_opened (RankleStudy *study, RankleScenario *plain);

/* It stands elsewhere than in the scenario as it was chosen, and that makes a difference.
 */
gboolean rankle_study_control_changed (RankleStudy *study, const char *control);
/* It stands elsewhere than the model has it by itself, be it by the scenario. */
gboolean rankle_study_control_asks (RankleStudy *study, const char *control);
/* (nullable): as rankle_control_find_idle(). */
const char *rankle_study_find_idle (RankleStudy *study, const char *control);

/* (transfer full): a change that is one step of undo until the last reference to it is
 * dropped; one within another is part of it. It is called by what it came to, or @label
 * if that has no name. From its second scenario on runs are made to a looser tolerance,
 * and the last again at its end. Another model, undo and redo end what is under way. */
RankleChange *rankle_study_begin_change (RankleStudy *study, const char *label);
/* (transfer full): a change that others of @subject may join: as
 * rankle_history_take_step(). */
RankleChange *rankle_study_begin_step (RankleStudy *study,
                                       const char  *label,
                                       const char  *subject,
                                       gint64       now);
/* A change is under way. */
gboolean rankle_study_is_changing (RankleStudy *study);
gboolean rankle_study_can_undo (RankleStudy *study);
gboolean rankle_study_can_redo (RankleStudy *study);
/* (nullable): what would be undone, or redone. */
const char *rankle_study_get_undo_label (RankleStudy *study);
const char *rankle_study_get_redo_label (RankleStudy *study);
void        rankle_study_undo (RankleStudy *study);
void        rankle_study_redo (RankleStudy *study);

/* Times of doses in the present scenario, ascending; owned by the study until its
 * scenario changes. */
const double *rankle_study_get_dose_times (RankleStudy *study, guint *n);
/* Value / baseline value of a column at the cursor; NaN where it cannot be told. */
double rankle_study_get_ratio (RankleStudy *study, guint column);
double rankle_study_get_value (RankleStudy *study, guint column);
/* (transfer none): for what stands beside the study's own run. */
RankleRunner *rankle_study_get_runner (RankleStudy *study);
void          rankle_study_close (RankleStudy *study); /* joins the runner */
gboolean      rankle_study_is_closed (RankleStudy *study);

G_END_DECLS
