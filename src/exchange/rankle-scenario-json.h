/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-scenario-members.h"

G_BEGIN_DECLS

/* A scenario is a page of text. */
#define RANKLE_SCENARIO_BYTES_MAX (256 * 1024)

/* The one place that knows schema 1's members. Private to this folder. */
RankleScenario *_rankle_scenario_read_json (
    const char *text, gssize length, const char *name, char **model, GError **error);
char *_rankle_scenario_write_json (const RankleScenario *scenario, const char *model);

G_END_DECLS
