/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-evidence.h"
#include "rankle-finding.h"
#include "rankle-kept-run.h"
#include "rankle-observations.h"
#include "rankle-plot-looks.h"
#include "rankle-question.h"
#include "rankle-shown-panel.h"

G_BEGIN_DECLS

/* What of it is looked at. */
typedef enum
{
  RANKLE_VIEW_BOTH, /* pathway and plots */
  RANKLE_VIEW_PATHWAY,
  RANKLE_VIEW_PLOTS,
  RANKLE_VIEW_COMPARE, /* model and rival */
  RANKLE_N_VIEWS
} RankleView;

/* Their names, in files and actions, in that order; NULL at the end. */
extern const char *const rankle_view_names[];

/* What stands in the pathway's place. */
typedef enum
{
  RANKLE_SHOWN_PATHWAY,
  RANKLE_SHOWN_BONE,
  RANKLE_SHOWN_RECEPTOR,
  RANKLE_N_SHOWN
} RankleShown;

/* Their names, in files and actions, in that order; NULL at the end. */
extern const char *const rankle_shown_names[];

/* What whoever explores writes of it, for a report. */
typedef enum
{
  RANKLE_REPORT_QUESTION,
  RANKLE_REPORT_HYPOTHESIS,
  RANKLE_REPORT_FINDING,
  RANKLE_N_REPORT_TEXTS
} RankleReportText;

/* Their names, in files and options, in that order. */
extern const char *const rankle_report_text_names[RANKLE_N_REPORT_TEXTS];

/* The most characters of each, so that a report stays one of a few pages. */
#define RANKLE_REPORT_TEXT_MAX 1200

/**
 * RankleSession:
 *
 * What is being explored: a model and the scenario put to it, a rival beside it, runs
 * that are kept, the evidence and the observations of one's own that runs are held
 * against, notes, the texts of a report, and where one looks. A small constant value: a
 * change makes another that shares the parts that stay, so that a step of undo is a
 * reference to one. Reference counted.
 *
 * A model may open with some of its controls moved, where nothing would be seen of it
 * otherwise. It does so if the scenario asks nothing of it; as long as nobody touches
 * what it opened with, the next model gets the scenario that stood before.
 */
typedef struct _RankleSession RankleSession;

/* Nothing asked of no model. */
RankleSession *rankle_session_new (void);
/* @scenario asked of @model, as it is: whatever the model would open with. */
RankleSession *rankle_session_new_of (RankleModel *model, RankleScenario *scenario);
/* (transfer full): a kept run of @session by itself, asked as @session is: with rows
 * where its evidence has points. */
RankleSession *rankle_session_new_of_kept (const RankleSession *session,
                                           const RankleKeptRun *kept);
RankleSession *rankle_session_ref (RankleSession *session);
void           rankle_session_unref (RankleSession *session);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleSession, rankle_session_unref)

RankleModel    *rankle_session_get_model (const RankleSession *session); /* (nullable) */
RankleScenario *rankle_session_get_scenario (const RankleSession *session);
/* The one that was chosen, out of a menu or a file: what the present one was made of. */
RankleScenario *rankle_session_get_given (const RankleSession *session);
RankleModel    *rankle_session_get_rival (const RankleSession *session); /* (nullable) */
/* (nullable) */
RankleEvidence *rankle_session_get_evidence (const RankleSession *session);
/* (nullable): points of one's own */
/* Tables of one's own, in the order in which they were added. */
RankleObservations *const *rankle_session_get_observations (const RankleSession *session,
                                                            guint               *n);
/* The runs that are kept, in their order. */
RankleKeptRun *const *rankle_session_get_kept (const RankleSession *session, guint *n);
const char           *rankle_session_get_notes (const RankleSession *session);
/* Never NULL; empty while nothing was written. */
const char *rankle_session_get_report_text (const RankleSession *session,
                                            RankleReportText     which);
RankleView  rankle_session_get_view (const RankleSession *session);
RankleShown rankle_session_get_shown (const RankleSession *session);
/* Plots show the run less the baseline, and not both. */
gboolean rankle_session_get_difference (const RankleSession *session);
/* So many levels of the map are shown; 0: all, however many it has. */
guint rankle_session_get_map_levels (const RankleSession *session);
/* (transfer none): which plots are seen of each model. */
RankleArrangement *rankle_session_get_arrangement (const RankleSession *session);
/* (transfer full): RankleShownPanel, of the session's model; none while there is none. */
GPtrArray *rankle_session_list_panels (const RankleSession *session);
/* (transfer none) */
RanklePlotLooks *rankle_session_get_plot_looks (const RankleSession *session);
/* FALSE: all of the run is to be seen. [the model's time unit] */
gboolean rankle_session_get_zoom (const RankleSession *session, double *from, double *to);
/* [the model's time unit], within 0 … horizon */
double rankle_session_get_cursor (const RankleSession *session);
/* In the model's time unit; the scenario's own number while there is no model. */
double rankle_session_get_horizon (const RankleSession *session);

/* All (transfer full): the session with one thing another. The cursor keeps its time,
 * within the horizon; but where a system opens, or another scenario while it stands at
 * the start, at which nothing has happened, it goes to the model's moment; and from the
 * end of a run to that of another. */
RankleSession *rankle_session_with_model (const RankleSession *session,
                                          RankleModel         *model);
/* @first, made for @model, is what is given from here on; what was done to the model
 * before is done to this one, too, as rankle_scenario_carry() says. */
RankleSession *rankle_session_with_system (const RankleSession *session,
                                           RankleModel         *model,
                                           RankleScenario      *first);
/* @scenario has been chosen, and is what is given from here on. */
RankleSession *rankle_session_with_scenario (const RankleSession *session,
                                             RankleScenario      *scenario);
/* @plain, which asks nothing, has been chosen, and the model opens with it anew. */
RankleSession *rankle_session_with_plain (const RankleSession *session,
                                          RankleScenario      *plain);
/* @changed: of what is given, which stays as it is. */
RankleSession *rankle_session_with_changed (const RankleSession *session,
                                            RankleScenario      *changed);
RankleSession *rankle_session_with_rival (const RankleSession *session,
                                          RankleModel         *rival);
RankleSession *rankle_session_with_evidence (const RankleSession *session,
                                             RankleEvidence      *evidence);
/* At most RANKLE_TABLES_MAX of them. */
#define RANKLE_TABLES_MAX 20
RankleSession *rankle_session_with_observations (const RankleSession       *session,
                                                 RankleObservations *const *observations,
                                                 guint                      n);
RankleSession *rankle_session_with_cursor (const RankleSession *session, double cursor);
/* At most RANKLE_KEPT_RUN_INKS of them. Each has an ink of its own, and one at most is
 * the baseline: one that has what another before it has gets a free ink, and is none. */
RankleSession *rankle_session_with_kept (const RankleSession  *session,
                                         RankleKeptRun *const *kept,
                                         guint                 n);
RankleSession *rankle_session_with_notes (const RankleSession *session,
                                          const char          *notes);
/* Of @text at most RANKLE_REPORT_TEXT_MAX characters, without blanks around them. */
RankleSession *rankle_session_with_report_text (const RankleSession *session,
                                                RankleReportText     which,
                                                const char          *text);
RankleSession *rankle_session_with_view (const RankleSession *session, RankleView view);
RankleSession *rankle_session_with_shown (const RankleSession *session,
                                          RankleShown          shown);
RankleSession *rankle_session_with_map_levels (const RankleSession *session,
                                               guint                levels);
RankleSession *rankle_session_with_difference (const RankleSession *session,
                                               gboolean             difference);
RankleSession *rankle_session_with_arrangement (const RankleSession *session,
                                                RankleArrangement   *arrangement);
RankleSession *rankle_session_with_plot_looks (const RankleSession *session,
                                               RanklePlotLooks     *looks);
/* Of the plots; @to not behind @from: all of the run. */
RankleSession *
rankle_session_with_zoom (const RankleSession *session, double from, double to);
/* The first ink that no kept run has. */
guint rankle_session_find_free_ink (const RankleSession *session);
/* All of @other, looked at as @session is: what undo brings back. */
RankleSession *rankle_session_with_content_of (const RankleSession *session,
                                               const RankleSession *other);

/* Model, scenario and what was given are the same: a run would answer both. */
gboolean rankle_session_asks_same (const RankleSession *a, const RankleSession *b);

/* The same in all that undo brings back, and that is worth saving: not where one looks.
 */
gboolean rankle_session_equal (const RankleSession *a, const RankleSession *b);

/* (transfer full): what is asked of the session's model, with rows where the window has
 * them: what @finder (nullable) will find has one, too, and what was observed. */
RankleQuestion *rankle_session_make_question (const RankleSession *session,
                                              RankleFinder        *finder);
/* (transfer full): of that question, with the evidence of the session; NULL where it asks
 * for what cannot be run. */
RankleProtocol *rankle_session_make_protocol (const RankleSession *session,
                                              GError             **error);
/* As that question, of any model and scenario. */
RankleQuestion *
rankle_session_ask (RankleModel *model, RankleScenario *scenario, RankleFinder *finder);
/* (transfer full): likewise, of a model with every control neutral: what runs are told
 * beside. */
RankleQuestion *
rankle_session_ask_baseline (RankleModel *model, double horizon, RankleFinder *finder);
/* (transfer none) (nullable): the kept run that others of the model are told beside;
 * NULL: the model with every control neutral. */
RankleKeptRun *rankle_session_get_baseline (const RankleSession *session);
/* (transfer full): what runs of this session are told beside, for as long as they take.
 */
RankleQuestion *rankle_session_make_baseline_question (const RankleSession *session,
                                                       RankleFinder        *finder);
/* (transfer full): of that question, with the evidence of the session; NULL where the
 * kept run asks for what cannot be run. */
RankleProtocol *rankle_session_make_baseline (const RankleSession *session,
                                              GError             **error);
/* Both are told beside the same. */
gboolean rankle_session_has_same_baseline (const RankleSession *a,
                                           const RankleSession *b);

G_END_DECLS
