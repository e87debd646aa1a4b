/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-session.h"

G_BEGIN_DECLS

/**
 * RankleExperimentRun:
 * @id: "run", or "kept_1", "kept_2", …: an SId of SED-ML
 * @title: as a person knows it
 * @session: that asks for this run, and nothing beside it
 * @protocol: of the session
 * @sbml: what it runs, as a document of its own
 *
 * All (owned).
 */
typedef struct
{
  char           *id, *title;
  RankleSession  *session;
  RankleProtocol *protocol;
  char           *sbml;
} RankleExperimentRun;

/**
 * RankleExperiment:
 *
 * What a session asks for as others have words for it: the present run and each one that
 * is kept, every one a model by itself. Constant; reference counted.
 */
typedef struct _RankleExperiment RankleExperiment;

/* NULL: a run of @session cannot be made, or cannot be said in SBML. */
RankleExperiment *rankle_experiment_new (RankleSession *session, GError **error);
RankleExperiment *rankle_experiment_ref (RankleExperiment *experiment);
void              rankle_experiment_unref (RankleExperiment *experiment);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleExperiment, rankle_experiment_unref)

RankleSession *rankle_experiment_get_session (const RankleExperiment *experiment);
guint          rankle_experiment_get_n_runs (const RankleExperiment *experiment);
/* The present run is the first. */
const RankleExperimentRun *rankle_experiment_get_run (const RankleExperiment *experiment,
                                                      guint                   index);

/* (transfer full): as a file of that ending is called: "kept-1.xml", behind @stem. */
char *rankle_experiment_run_name (const RankleExperimentRun *run,
                                  const char                *stem,
                                  const char                *ending);

G_END_DECLS
