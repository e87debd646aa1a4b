/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-kept-run.h"
#include "rankle-trajectory.h"

G_BEGIN_DECLS

/**
 * RankleKeptResult:
 * @kept: what was kept
 * @run: (nullable): what came of it; of one that failed what was computed until then
 * @rest: (nullable): of a rival: its model with every control neutral
 * @failure: (nullable): why it has no end, a sentence without its full stop
 * @findings: (nullable): RankleFinding, what was published of @run
 *
 * A kept run with what came of it. All borrowed from whoever hands it out.
 */
typedef struct
{
  RankleKeptRun    *kept;
  RankleTrajectory *run, *rest;
  const char       *failure;
  const GArray     *findings;
} RankleKeptResult;

G_END_DECLS
