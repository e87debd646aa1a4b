/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-term.h"

G_BEGIN_DECLS

/* (transfer full) (nullable): what the process or the arc @id of the model's diagram
 * stands for: the term that the sidecar binds to it, else the rule or the reaction that
 * bears its id. NULL: nothing of the model's equations. */
RankleTerm *rankle_model_read_glyph_term (RankleModel *model, const char *id);

G_END_DECLS
