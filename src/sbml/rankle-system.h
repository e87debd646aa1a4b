/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-model.h"

G_BEGIN_DECLS

/* SBMLDocument_t * (transfer full, also on failure) -> compiled model without controls
 * and panels. */
RankleModel *_rankle_system_compile (void *document, const char *name, GError **error);

G_END_DECLS
