/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-experiment.h"

G_BEGIN_DECLS

/* (transfer full): @experiment as SED-ML Level 1 Version 3: a model, a time course and a
 * task for each run, a plot for each panel of the present model that shows columns, and a
 * report of every column. The models are files beside it, as
 * rankle_experiment_run_name() calls them, ending in "xml". SED-ML has equal steps of
 * time: as many as Rankle has rows. */
char *rankle_experiment_to_sedml (const RankleExperiment *experiment, const char *stem);

G_END_DECLS
