/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-model.h"

/* What completes a model that has just been read, and has not been shared yet: its
 * sidecar, or defaults. */

G_BEGIN_DECLS

/* What a model without a sidecar is shown by. */
void _rankle_explorer_add_defaults (RankleModel *model);

/* Adds what the sidecar says. */
gboolean _rankle_sidecar_apply (RankleModel *model,
                                const char  *json,
                                gssize       length,
                                const char  *name,
                                GError     **error);

/* (transfer full) (nullable): the scenario that a model with this sidecar opens with. */
char *_rankle_sidecar_find_scenario (const char *json, gssize length);

G_END_DECLS
