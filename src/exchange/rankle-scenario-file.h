/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-exchange-error.h"
#include "rankle-scenario.h"

G_BEGIN_DECLS

/* A scenario as a JSON file, schema 1:
 *
 *   { "schema": 1, "id": "…", "title": "…", "description": "…",
 *     "model": "rankle",    the model it was made for; any other may be asked too
 *     "time_unit": "day",   of horizon and times; without it, whatever the model counts
 * in "horizon": 3650, "controls": { "estrogen": 0.2 }, "parameters": { "menopause_time":
 * 1826.25 }, "changes": [ { "time": 365, "control": "opg", "value": 2 }, { "time": 730,
 * "parameter": "kon", "value": 0.1 } ] }
 *
 * schema, id and title are required. A member it does not know is an error, not a
 * silence. */

/* @name stands in front of error messages. @length may be -1. @model (out) (optional)
 * (nullable) (transfer full). */
RankleScenario *rankle_scenario_file_parse (
    const char *text, gssize length, const char *name, char **model, GError **error);
/* @model (nullable). */
char *rankle_scenario_file_format (const RankleScenario *scenario, const char *model);

/* A bundled scenario by id, or a file by path. */
RankleScenario          *
rankle_scenario_file_load (const char *id_or_path, char **model, GError **error);
gboolean rankle_scenario_file_save (const RankleScenario *scenario,
                                    const char           *model,
                                    const char           *path,
                                    GError              **error);
/* (transfer full): ids of the bundled scenarios, "healthy-adult" first, then by name. */
char **rankle_scenario_file_list (void);
/* (transfer full): what a window opens @model with: the model's own scenario, or else
 * "healthy-adult", which asks nothing of any model. */
RankleScenario *rankle_scenario_file_load_first (const RankleModel *model);
/* (transfer full): ids of those that are offered beside @model, in the same order. One
 * that opens with a scenario of its own has those that were made for it; any other those
 * that suit it, but for what was made for one of those. */
char **rankle_scenario_file_list_for (RankleModel *model);
/* @id, of a bundled one, is among them. */
gboolean rankle_scenario_file_is_offered (const char *id, RankleModel *model);

G_END_DECLS
