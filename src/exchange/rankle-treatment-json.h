/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-json-reader.h"
#include "rankle-json-writer.h"
#include "rankle-scenario.h"

/* The treatment within a scenario's file: "treatment", and in schema 1 "changes". */

G_BEGIN_DECLS

void _rankle_treatment_read_json (RankleJsonReader *json, RankleScenario *scenario);
void _rankle_treatment_read_changes (RankleJsonReader *json, RankleScenario *scenario);
void _rankle_treatment_write_json (RankleJsonWriter     *json,
                                   const RankleScenario *scenario);

G_END_DECLS
