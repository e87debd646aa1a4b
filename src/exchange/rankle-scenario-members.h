/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-json-reader.h"
#include "rankle-json-writer.h"
#include "rankle-scenario.h"

G_BEGIN_DECLS

/* A scenario within another file: the members of an object that is open, as in a
 * session's file or a lesson's. (transfer full): be it sound or not. @model (optional)
 * (nullable): a text of the reader, or NULL. */
RankleScenario *rankle_scenario_read_members (RankleJsonReader *json, const char **model);
/* @model (nullable) */
void rankle_scenario_write_members (RankleJsonWriter     *json,
                                    const RankleScenario *scenario,
                                    const char           *model);

G_END_DECLS
