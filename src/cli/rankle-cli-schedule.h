/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-cli-run.h"
#include "rankle-question.h"

G_BEGIN_DECLS

/* What the run reaches over, in the model's time. */
typedef struct
{
  double start, end;
} RankleSpan;

/* Parts of rankle_run_options_make_protocol(): when the run ends and what is reported;
 * what is given, as steps of the scenario's treatment. @scenario is in the model's own
 * units. */
gboolean rankle_cli_set_times (const RankleRunOptions *options,
                               RankleQuestion         *question,
                               RankleScenario         *scenario,
                               RankleSpan             *span,
                               GError                **error);
gboolean rankle_cli_add_steps (const RankleRunOptions *options,
                               RankleScenario         *scenario,
                               RankleModel            *model,
                               const RankleSpan       *span,
                               GError                **error);

/* The quantity of that id and kind; an error that says what it is instead. */
const RankleQuantity *rankle_cli_find_quantity (const RankleModel *model,
                                                const char        *id,
                                                RankleQuantityKind kind,
                                                const char        *option,
                                                const char        *argument,
                                                GError           **error);

G_END_DECLS
