/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-cli-run.h"
#include "rankle-scenario.h"

G_BEGIN_DECLS

/* Part of rankle_run_options_make_protocol(): when the run ends, what is reported, what
 * happens. */
gboolean rankle_cli_apply_times (const RankleRunOptions *options,
                                 const RankleScenario   *scenario,
                                 RankleProtocol         *protocol,
                                 GError                **error);
gboolean rankle_cli_apply_events (const RankleRunOptions *options,
                                  RankleProtocol         *protocol,
                                  GError                **error);

/* The quantity of that id and kind; an error that says what it is instead. */
const RankleQuantity *rankle_cli_find_quantity (const RankleModel *model,
                                                const char        *id,
                                                RankleQuantityKind kind,
                                                const char        *option,
                                                const char        *argument,
                                                GError           **error);

G_END_DECLS
