/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-scenario.h"

G_BEGIN_DECLS

/**
 * RankleKeptRun:
 *
 * A run that is kept beside the present one, by what was asked: it can be run again.
 * Constant; reference counted.
 */
typedef struct _RankleKeptRun RankleKeptRun;

RankleKeptRun *
rankle_kept_run_new (const char *name, RankleModel *model, RankleScenario *scenario);
RankleKeptRun *rankle_kept_run_ref (RankleKeptRun *kept);
void           rankle_kept_run_unref (RankleKeptRun *kept);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleKeptRun, rankle_kept_run_unref)

const char     *rankle_kept_run_get_name (const RankleKeptRun *kept);
RankleModel    *rankle_kept_run_get_model (const RankleKeptRun *kept);
RankleScenario *rankle_kept_run_get_scenario (const RankleKeptRun *kept);
gboolean        rankle_kept_run_equal (const RankleKeptRun *a, const RankleKeptRun *b);

G_END_DECLS
