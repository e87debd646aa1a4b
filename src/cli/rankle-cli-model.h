/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-scenario.h"

G_BEGIN_DECLS

/* (transfer full): of an id or a path, as the catalog has it; where it is neither, the
 * error says what may have been meant. */
RankleModel *rankle_cli_load_model (const char *id_or_path, GError **error);
/* (transfer full): likewise. */
RankleScenario *rankle_cli_load_scenario (const char *id_or_path, GError **error);

G_END_DECLS
