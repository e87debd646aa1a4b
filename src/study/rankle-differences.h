/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-session.h"

G_BEGIN_DECLS

/**
 * RankleDifference:
 * @label: a control, a parameter, a drug …
 * @there: @here: what it is in either, in words
 *
 * One thing in which two runs differ.
 */
typedef struct
{
  char *label, *there, *here; /* (owned) */
} RankleDifference;

/* (transfer full): RankleDifference: in what @kept differs from the session's scenario
 * and model (here); none: in nothing that its model knows. The session has a model. */
GPtrArray *rankle_differences_list (const RankleSession *session,
                                    const RankleKeptRun *kept);

G_END_DECLS
