/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-scorecard.h"

G_BEGIN_DECLS

/* (transfer full): { "model", "version", "fit", "predicted", "rows" }: totals, then every
 * row of the evidence as its file has it, with "modelled", "deviation", "result" ("pass",
 * "fail", "not asked") and "reason". What is no number is null. */
char *rankle_scorecard_to_json (const RankleScorecard *scorecard, RankleModel *model);

G_END_DECLS
