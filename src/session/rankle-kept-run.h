/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-scenario.h"

G_BEGIN_DECLS

/* As many as a session may keep. */
#define RANKLE_KEPT_RUN_INKS 1000

/**
 * RankleKeptRun:
 *
 * A run that is kept beside the present one, by what was asked: it can be run again. It
 * has a name and an ink, a number by which its curves are told from those of others and
 * which stays with it; it may be hidden, and it may be what others are told beside, in
 * place of the model left alone. Constant; reference counted.
 */
typedef struct _RankleKeptRun RankleKeptRun;

RankleKeptRun *
rankle_kept_run_new (const char *name, RankleModel *model, RankleScenario *scenario);
/* All (transfer full): the run with one thing another. */
RankleKeptRun *rankle_kept_run_with_name (const RankleKeptRun *kept, const char *name);
RankleKeptRun *rankle_kept_run_with_ink (const RankleKeptRun *kept, guint ink);
RankleKeptRun *rankle_kept_run_with_hidden (const RankleKeptRun *kept, gboolean hidden);
RankleKeptRun *rankle_kept_run_with_baseline (const RankleKeptRun *kept,
                                              gboolean             baseline);
RankleKeptRun *rankle_kept_run_ref (RankleKeptRun *kept);
void           rankle_kept_run_unref (RankleKeptRun *kept);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleKeptRun, rankle_kept_run_unref)

const char     *rankle_kept_run_get_name (const RankleKeptRun *kept);
RankleModel    *rankle_kept_run_get_model (const RankleKeptRun *kept);
RankleScenario *rankle_kept_run_get_scenario (const RankleKeptRun *kept);
guint           rankle_kept_run_get_ink (const RankleKeptRun *kept);
gboolean        rankle_kept_run_is_hidden (const RankleKeptRun *kept);
gboolean        rankle_kept_run_is_baseline (const RankleKeptRun *kept);
/* Of one model, and the same of it. */
gboolean rankle_kept_run_asks_same (const RankleKeptRun *a, const RankleKeptRun *b);
gboolean rankle_kept_run_equal (const RankleKeptRun *a, const RankleKeptRun *b);

/* (transfer full): what stands at the curves of an ink: "A", "B" …, "Z", "A1" … */
char *rankle_kept_run_dup_letter (guint ink);

G_END_DECLS
