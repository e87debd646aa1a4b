/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-scorecard.h"

G_BEGIN_DECLS

/* (transfer full): a head and every row, with the columns that a file of evidence may
 * have (rankle-evidence-file.h), then "modelled", "deviation", "result" and "reason", all
 * digits given. What is no number is empty. */
char *rankle_scorecard_to_csv (const RankleScorecard *scorecard);

G_END_DECLS
